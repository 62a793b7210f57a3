"""Runs migrations on the database that the caller names, each in a transaction of its own."""

import importlib
import pkgutil

from alembic import context
from sqlalchemy import engine_from_config, pool

import hibachi
from hibachi.kit.db import Base

for module in pkgutil.walk_packages(hibachi.__path__, "hibachi."):
    if module.name.rsplit(".", 1)[-1] in {"models", "idempotency"} or module.name == "hibachi.kit.events":
        importlib.import_module(module.name)


def ours(name: str | None, kind: str, parents: dict[str, str | None]) -> bool:
    """Whether a table is the product's own; the queue's tables belong to procrastinate."""
    return kind != "table" or name is None or not name.startswith("procrastinate_")


def run() -> None:
    """Migrate over one connection."""
    section = context.config.get_section(context.config.config_ini_section) or {}
    engine = engine_from_config(section, prefix="sqlalchemy.", poolclass=pool.NullPool)
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            include_name=ours,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()
    engine.dispose()


run()
