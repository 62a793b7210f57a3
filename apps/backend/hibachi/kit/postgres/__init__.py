"""An embedded PostgreSQL: the binaries of a wheel under our own supervisor, so that nothing has to be installed."""

from hibachi.kit.postgres.errors import ClusterInUse, PostgresError, StartFailed
from hibachi.kit.postgres.server import EmbeddedPostgres
from hibachi.kit.postgres.throw_away import throw_away

__all__ = ["ClusterInUse", "EmbeddedPostgres", "PostgresError", "StartFailed", "throw_away"]
