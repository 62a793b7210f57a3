"""The whole schema in an empty database."""

import importlib
from pathlib import Path

import psycopg
from procrastinate.schema import SchemaManager
from sqlalchemy import create_engine

import hibachi
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
    engine = create_engine(url)
    Base.metadata.create_all(engine)
    engine.dispose()
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(SchemaManager.get_schema())
