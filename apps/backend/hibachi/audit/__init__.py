"""Who did what, human or AI, to which thing, and what it was before; append-only."""
