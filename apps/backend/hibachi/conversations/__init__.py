"""Threads and messages, who is speaking, and who does not want to be written to."""
