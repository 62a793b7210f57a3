"""The verified door: what a provider sends is checked, kept once, and only then acted upon."""
