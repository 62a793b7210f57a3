"""Staff: who they are, how they prove it, what they may do; and the keys of other programs."""
