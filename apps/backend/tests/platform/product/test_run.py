"""`make run`: one tree of processes that starts on nothing, stops without a trace and survives its own crashes."""

import os
import re
import signal
import sys
from pathlib import Path

import psutil
import pytest

from hibachi.kit.postgres import EmbeddedPostgres
from tests.kit.postgres.conftest import query, until
from tests.platform.product.conftest import Product, Starter

pytestmark = pytest.mark.slow
PASSWORD = re.compile(r"First administrator: (\S+), password for one use: (\S+)")


def signed_in(product: Product, email: str, password: str) -> bool:
    return product.post("/api/v1/auth/token", {"email": email, "password": password}).status_code == 200


def database_of(product: Product) -> str:
    return (product.folder / "data/postgres/url").read_text()


def test_from_nothing_to_a_running_product_and_back(start: Starter) -> None:
    product = start("run").ready()
    assert until(lambda: "is running." in product.said, seconds=10)
    assert f"{product.url}/docs" in product.said
    (found,) = PASSWORD.findall(product.said)
    assert signed_in(product, *found)
    secret = (product.folder / "data/secret_key").read_text()
    assert (product.folder / "data/secret_key").stat().st_mode & 0o077 == 0
    assert query(database_of(product), "SELECT count(*) FROM policy_versions") == [(1,)]
    assert product.end(signal.SIGTERM) == 0
    assert product.survivors() == []

    again = start("run").ready()
    assert PASSWORD.findall(again.said) == []
    assert signed_in(again, *found)
    assert (again.folder / "data/secret_key").read_text() == secret
    assert query(database_of(again), "SELECT count(*) FROM policy_versions") == [(1,)]
    assert again.end(signal.SIGINT) == 0
    assert again.survivors() == []


def test_it_says_how_it_is(running: Product) -> None:
    assert running.get("/api/health")["status"] == "ok"
    assert running.get("/api/v1/health/ai")["status"] == "ok"
    assert running.get("/openapi.json")["paths"]


def test_a_second_one_on_the_same_data_is_refused(running: Product, beside: Starter) -> None:
    second = beside("run")
    assert second.process.wait(timeout=60) == 1
    assert "already runs the database" in second.said
    assert "Traceback" not in second.said
    assert running.get("/api/health")["status"] == "ok"


def test_a_taken_port_is_said_before_anything_starts(running: Product, start: Starter, tmp_path: Path) -> None:
    second = start("run", port=running.port)
    assert second.process.wait(timeout=60) == 1
    assert f"127.0.0.1:{running.port} cannot be used" in second.said
    assert not (tmp_path / "data").exists()


def test_nonsense_in_the_settings_is_named(start: Starter) -> None:
    refused = start("run", AI_TIMEOUT_SECONDS="-3")
    assert refused.process.wait(timeout=60) == 1
    assert "AI_TIMEOUT_SECONDS" in refused.said
    assert "Traceback" not in refused.said


def test_a_weak_password_is_refused_in_words(running: Product, beside: Starter) -> None:
    made = beside("create-user dana@example.com --name Dana --role manager")
    assert made.process.wait(timeout=60) == 1
    assert "A password has" in made.said
    assert "Traceback" not in made.said
    assert query(database_of(running), "SELECT count(*) FROM users WHERE email LIKE 'dana%'") == [(0,)]


@pytest.mark.parametrize("victim", ["hibachi-http", "hibachi-worker", "postgres"])
def test_whoever_crashes_is_started_again(running: Product, victim: str) -> None:
    running.ready()
    assert until(lambda: len(running.find(victim)) == 1, seconds=60), running.said
    (fallen,) = running.find(victim)
    os.kill(fallen.pid, signal.SIGKILL)

    def risen() -> bool:
        return [each.pid for each in running.find(victim)] not in ([], [fallen.pid])

    assert until(risen, seconds=60), running.said
    running.ready()
    assert until(lambda: running.get("/api/health")["status"] == "ok", seconds=30)


def test_kill_9_of_the_supervisor_leaves_nobody_and_loses_nothing(start: Starter) -> None:
    product = start("run").ready()
    query(database_of(product), "CREATE TABLE kept AS SELECT 7 AS seven")
    assert len(product.tree) > 5
    product.end(signal.SIGKILL)
    assert until(lambda: product.survivors() == [], seconds=5), product.survivors()
    with EmbeddedPostgres(product.folder / "data/postgres") as server:
        assert query(server.url(), "SELECT seven FROM kept") == [(7,)]


STARTER = "import subprocess, sys; subprocess.run(sys.argv[1:])"


def test_started_by_make_it_ends_with_make(start: Starter) -> None:
    product = start("run", below=[sys.executable, "-c", STARTER], HIBACHI_DIES_WITH_PARENT="1").ready()
    assert len(product.tree) > 6
    product.end(signal.SIGKILL)
    assert until(lambda: product.survivors() == [], seconds=30), product.survivors()


def test_two_share_one_database(start: Starter, tmp_path: Path) -> None:
    with EmbeddedPostgres(tmp_path / "shared") as server:
        one = start("run", DATABASE_URL=server.url(), SECRET_KEY="s" * 40)
        two = start("run", DATABASE_URL=server.url(), SECRET_KEY="s" * 40)
        one.ready()
        two.ready()
        passwords = PASSWORD.findall(one.said) + PASSWORD.findall(two.said)
        assert len(passwords) == 1
        assert signed_in(one, *passwords[0])
        assert signed_in(two, *passwords[0])
        assert [each.end(signal.SIGTERM) for each in (one, two)] == [0, 0]
        assert query(server.url(), "SELECT count(*) FROM alembic_version") == [(1,)]
        assert not any(psutil.pid_exists(each.process.pid) for each in (one, two))
