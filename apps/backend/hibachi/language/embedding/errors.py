"""How the embedding can refuse."""


class ModelMissing(RuntimeError):
    """The embedding model's file is absent or not the published one; install what the lock names."""
