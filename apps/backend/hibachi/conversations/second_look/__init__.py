"""Replies that people should look at again: why, and whether somebody did."""
