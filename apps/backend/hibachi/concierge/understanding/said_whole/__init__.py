"""A few words that lean on the turn before ("15, forgot my roommates", "and a 4th", "the filet then"), said whole. Pure."""
