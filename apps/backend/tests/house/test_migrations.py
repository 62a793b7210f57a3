"""ARC-09 and ARC-16: migrations make exactly what the models say, from nothing up and back down."""

from collections.abc import Callable, Iterator

import psycopg
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from psycopg import sql
from sqlalchemy import create_engine

from hibachi.founding import MIGRATIONS, migrate
from hibachi.kit.db import Base
from hibachi.kit.postgres import EmbeddedPostgres
from tests.schema import import_models

CATALOGUE = {
    "columns": """
        SELECT table_name, column_name, udt_name, is_nullable, column_default, is_identity
        FROM information_schema.columns WHERE table_schema = 'public'
    """,
    "constraints": """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
    """,
    "indexes": "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "triggers": "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    "functions": r"""
        SELECT proname, pg_get_function_arguments(oid), pg_get_function_result(oid), provolatile,
        regexp_replace(btrim(prosrc), '\s+', ' ', 'g')
        FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prolang IN (
            SELECT oid FROM pg_language WHERE lanname IN ('plpgsql', 'sql'))
    """,
}


@pytest.fixture
def empty(cluster: EmbeddedPostgres) -> Iterator[Callable[[str], str]]:
    """Makes empty databases, gone after the test."""
    made: list[str] = []

    def administer(statement: sql.Composed) -> None:
        with psycopg.connect(cluster.url().replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute(statement)

    def make(name: str) -> str:
        administer(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        made.append(name)
        return cluster.url(name)

    yield make
    for name in made:
        administer(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def configuration(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return config


def catalogue(url: str) -> dict[str, set[tuple[object, ...]]]:
    """What stands in a database, the queue's own tables and alembic's left out."""
    foreign = ("procrastinate_", "alembic_version")
    with psycopg.connect(url.replace("+psycopg", "")) as connection:
        found = {kind: set(connection.execute(query).fetchall()) for kind, query in CATALOGUE.items()}
    return {kind: {row for row in rows if not str(row[0]).startswith(foreign)} for kind, rows in found.items()}


def relations(url: str) -> set[str]:
    query = """
        SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'm', 'S')
        UNION SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        UNION SELECT typname FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype = 'e'
    """
    with psycopg.connect(url.replace("+psycopg", "")) as connection:
        return {str(row[0]) for row in connection.execute(query).fetchall()}


def test_there_is_one_head() -> None:
    assert len(ScriptDirectory(str(MIGRATIONS)).get_heads()) == 1


def test_migrations_and_models_make_the_same(empty: Callable[[str], str]) -> None:
    """Column by column, and what autogenerate does not see: checks, exclusions, expression indexes, triggers."""
    import_models()
    migrated, modelled = empty("migrated"), empty("modelled")
    migrate(migrated)
    engine = create_engine(modelled)
    Base.metadata.create_all(engine)
    engine.dispose()
    by_migration, by_models = catalogue(migrated), catalogue(modelled)
    for kind in CATALOGUE:
        assert by_models[kind] - by_migration[kind] == set(), f"{kind} that no migration makes"
    # A migration may add what no model holds (views' columns), but no constraint, index, trigger or function of a table.
    for kind in ("constraints", "indexes", "triggers", "functions"):
        assert by_migration[kind] - by_models[kind] == set(), f"{kind} that no model says"


def test_alembic_would_generate_nothing(empty: Callable[[str], str]) -> None:
    import_models()
    url = empty("compared")
    migrate(url)
    engine = create_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": not_the_queues})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def not_the_queues(name: str | None, kind: str, parents: dict[str, str | None]) -> bool:
    return kind != "table" or name is None or not name.startswith("procrastinate_")


def test_down_to_nothing_and_up_again(empty: Callable[[str], str]) -> None:
    url = empty("there_and_back")
    migrate(url)
    first = relations(url)
    command.downgrade(configuration(url), "base")
    assert relations(url) == {"alembic_version"}
    migrate(url)
    assert relations(url) == first


def test_migrating_twice_is_once(empty: Callable[[str], str]) -> None:
    url = empty("twice")
    migrate(url)
    first = catalogue(url)
    migrate(url)
    assert catalogue(url) == first


@pytest.mark.parametrize(
    ("kind", "statement"),
    [
        ("triggers", "DROP TRIGGER audit_log_append_only ON audit_log"),
        ("constraints", "ALTER TABLE audit_log DROP CONSTRAINT ck_audit_log_named"),
        ("indexes", "DROP INDEX uq_users_email_lower"),
        ("columns", "ALTER TABLE users ALTER COLUMN name DROP NOT NULL"),
        (
            "functions",
            "CREATE OR REPLACE FUNCTION ledger_refuses_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        ),
    ],
)
def test_a_difference_is_seen(database_url: str, kind: str, statement: str) -> None:
    before = catalogue(database_url)
    with psycopg.connect(database_url.replace("+psycopg", "")) as connection:
        connection.execute(statement)
    after = catalogue(database_url)
    assert after[kind] != before[kind]
    assert {other for other in CATALOGUE if after[other] != before[other]} == {kind}
