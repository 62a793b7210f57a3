"""Sentences as vectors: all-MiniLM-L6-v2 in plain NumPy, without torch, without a download."""
