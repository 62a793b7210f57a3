"""What an installation needs before its first request, on a database that has nothing yet."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from hibachi import founding
from hibachi.kit.db import Base
from hibachi.kit.postgres import EmbeddedPostgres
from hibachi.settings import Settings
from tests.kit.postgres.conftest import bare, query
from tests.schema import import_models

SETTINGS = Settings(_env_file=None)


@pytest.fixture
def empty(cluster: EmbeddedPostgres) -> Iterator[str]:
    """A database without any table."""
    with psycopg.connect(cluster.url().replace("+psycopg", ""), autocommit=True) as admin:
        admin.execute("CREATE DATABASE empty")
        yield cluster.url("empty")
        admin.execute("DROP DATABASE empty WITH (FORCE)")


def test_from_nothing_and_again(empty: str) -> None:
    admin = founding.prepare(SETTINGS, empty)
    assert admin is not None
    counted = (
        "SELECT (SELECT count(*) FROM policy_versions), (SELECT count(*) FROM stations), (SELECT count(*) FROM users)"
    )
    assert query(empty, counted) == [(1, 1, 1)]
    assert founding.prepare(SETTINGS, empty) is None
    assert query(empty, counted) == [(1, 1, 1)]


def test_the_password_of_the_first_administrator_is_stored_nowhere(empty: str) -> None:
    admin = founding.prepare(SETTINGS, empty)
    assert admin is not None
    stored = query(empty, "SELECT string_agg(u::text, ' ') FROM users u")[0][0]
    logged = query(empty, "SELECT string_agg(a::text, ' ') FROM audit_log a")[0][0]
    assert admin.password not in f"{stored} {logged}"


def test_several_processes_migrate_at_once(empty: str) -> None:
    code = "import sys; from hibachi.founding import migrate; migrate(sys.argv[1])"
    racers = [subprocess.Popen([sys.executable, "-c", code, empty], env=bare()) for _ in range(3)]
    assert [racer.wait(timeout=120) for racer in racers] == [0, 0, 0]
    assert query(empty, "SELECT count(*) FROM alembic_version") == [(1,)]


def test_the_migrations_make_what_the_models_say(empty: str) -> None:
    founding.migrate(empty)
    import_models()
    engine = create_engine(empty)
    with engine.connect() as connection:
        ours = {"include_name": lambda name, kind, _: kind != "table" or not name.startswith("procrastinate_")}
        differences = compare_metadata(MigrationContext.configure(connection, opts=ours), Base.metadata)
    engine.dispose()
    assert differences == []


def test_there_is_one_head() -> None:
    assert len(ScriptDirectory(str(founding.MIGRATIONS)).get_heads()) == 1


def test_a_profile_of_ones_own_is_loaded_at_the_first_start(empty: str, tmp_path: Path) -> None:
    shipped = Path(founding.__file__).parent / "policies" / "default_profile.yaml"
    own = tmp_path / "own.yaml"
    own.write_text(shipped.read_text().replace("America/Los_Angeles", "America/Chicago"))
    founding.prepare(SETTINGS.model_copy(update={"profile_path": own}), empty)
    assert "America/Chicago" in str(query(empty, "SELECT p::text FROM policy_versions p"))


def test_the_secret_is_made_once_and_for_the_owner_alone(tmp_path: Path) -> None:
    secret = founding.secret_of_this_installation(tmp_path)
    assert len(secret) >= 32
    assert founding.secret_of_this_installation(tmp_path) == secret
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600
    assert founding.secret_of_this_installation(tmp_path.parent) != secret
    (tmp_path.parent / "secret_key").unlink()
