"""Conversations to be read whole: what imagined customers say, written before any reply was read."""
