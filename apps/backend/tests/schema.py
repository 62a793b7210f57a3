"""The whole schema in an empty database."""

import importlib
from pathlib import Path

import psycopg
from procrastinate.schema import SchemaManager
from sqlalchemy import create_engine

import hibachi
from hibachi.founding import MIGRATIONS, migrate
from hibachi.kit.db import Base

PACKAGE = Path(hibachi.__file__).parent


def import_models() -> None:
    """Import every file that declares tables, so that the metadata is complete."""
    for file in sorted([*PACKAGE.glob("*/models.py"), *PACKAGE.glob("*/*/models.py")]):
        importlib.import_module(".".join(("hibachi", *file.relative_to(PACKAGE).with_suffix("").parts)))
    importlib.import_module("hibachi.kit.events")
    importlib.import_module("hibachi.kit.idempotency")


def build_schema(url: str) -> None:
    """Make every table, the queue's too."""
    import_models()
    if any((MIGRATIONS / "versions").glob("*.py")):
        migrate(url)
    engine = create_engine(url)
    Base.metadata.create_all(engine)
    engine.dispose()
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        if connection.execute("SELECT to_regclass('procrastinate_jobs')").fetchone() == (None,):
            connection.execute(SchemaManager.get_schema())
