"""The link by which somebody leaves what they did not ask for, with one click and without signing in."""
