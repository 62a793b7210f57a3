"""What staff look through: every thread with who it is, its last words, and what waits in it."""
