"""People, and by which addresses they are known: proven or only said."""
