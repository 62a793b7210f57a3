"""How the embedded PostgreSQL can refuse. These reach the person who starts the product, not a customer."""


class PostgresError(RuntimeError):
    """The embedded PostgreSQL cannot do what was asked; the message says what to do."""


class ClusterInUse(PostgresError):
    """Another process owns this data folder."""


class StartFailed(PostgresError):
    """initdb or postgres ended with an error; the message ends with the last lines of its log."""
