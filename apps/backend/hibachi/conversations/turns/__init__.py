"""A turn as it begins: what is read of its thread at once."""
