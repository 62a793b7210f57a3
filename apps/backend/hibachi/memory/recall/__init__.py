"""What a customer told us before, found by meaning: their own messages and what is remembered of them, never another's."""
