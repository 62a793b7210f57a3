"""`make run`: one tree of processes that starts on nothing, stops without a trace and survives its own crashes."""

import os
import re
import signal
from pathlib import Path

import psutil
import pytest

from hibachi.kit.postgres import EmbeddedPostgres
from tests.kit.postgres.conftest import query, until
from tests.platform.product.conftest import Product, Start

pytestmark = pytest.mark.slow
PASSWORD = re.compile(r"First administrator: (\S+), password for one use: (\S+)")


def signed_in(product: Product, email: str, password: str) -> bool:
    return product.post("/api/v1/auth/token", {"email": email, "password": password}).status_code == 200


def versions(product: Product) -> object:
    return query((product.folder / "data/postgres/url").read_text(), "SELECT count(*) FROM alembic_version")


def test_from_nothing_to_a_running_product_and_back(start: Start, tmp_path: Path) -> None:
    product = start("run").ready()
    assert product.get("/api/health")["status"] == "ok"
    assert product.get("/api/v1/health/ai")["status"] == "ok"
    assert "hibachi" in str(product.get("/openapi.json")["paths"]) or product.get("/openapi.json")["paths"]
    assert until(lambda: "is running." in product.said, seconds=10)
    assert f"{product.url}/docs" in product.said
    (found,) = PASSWORD.findall(product.said)
    assert signed_in(product, *found)
    assert versions(product) == [(1,)]

    assert product.end(signal.SIGTERM) == 0
    assert product.survivors() == []

    again = start("run").ready()
    assert PASSWORD.findall(again.said) == []
    assert signed_in(again, *found)
    assert again.end(signal.SIGINT) == 0
    assert again.survivors() == []


def test_a_second_one_on_the_same_data_is_refused(start: Start) -> None:
    first = start("run").ready()
    second = start("run")
    assert second.process.wait(timeout=30) == 1
    assert "already runs the database" in second.said
    assert "Traceback" not in second.said
    assert first.get("/api/health")["status"] == "ok"


def test_a_taken_port_is_said_before_anything_starts(start: Start, tmp_path: Path) -> None:
    first = start("sandbox").ready()
    second = start("run", port=first.port)
    assert second.process.wait(timeout=30) == 1
    assert f"127.0.0.1:{first.port} cannot be used" in second.said
    assert not (tmp_path / "data").exists()


def test_kill_9_of_the_supervisor_leaves_nobody_and_loses_nothing(start: Start) -> None:
    product = start("run").ready()
    url = (product.folder / "data/postgres/url").read_text()
    query(url, "CREATE TABLE kept AS SELECT 7 AS seven")
    assert len(product.tree) > 5
    product.end(signal.SIGKILL)
    assert until(lambda: product.survivors() == [], seconds=5), product.survivors()
    with EmbeddedPostgres(product.folder / "data/postgres") as server:
        assert query(server.url(), "SELECT seven FROM kept") == [(7,)]


@pytest.mark.parametrize("victim", ["uvicorn", "hibachi.worker", "/bin/postgres"])
def test_whoever_crashes_is_started_again(start: Start, victim: str) -> None:
    product = start("run").ready()
    assert until(lambda: any("hibachi.worker" in " ".join(each.cmdline()) for each in product.everyone()), seconds=20)
    fallen = product.one(victim)
    os.kill(fallen.pid, signal.SIGKILL)

    def risen() -> bool:
        try:
            return product.one(victim).pid != fallen.pid
        except (ValueError, psutil.NoSuchProcess):
            return False

    assert until(risen, seconds=30), product.said
    product.ready()
    assert until(lambda: product.get("/api/health")["status"] == "ok", seconds=20)
    assert product.end(signal.SIGTERM) == 0
    assert product.survivors() == []


def test_two_share_one_database(start: Start, tmp_path: Path) -> None:
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


def test_staff_is_made_by_hand_while_it_runs(start: Start) -> None:
    product = start("run").ready()
    made = start("create-user dana@example.com --name Dana --role manager")
    assert made.process.wait(timeout=60) == 1
    assert "A password has" in made.said
    assert "Traceback" not in made.said
    assert not signed_in(product, "dana@example.com", "")


def test_it_dies_with_what_started_it(start: Start, tmp_path: Path) -> None:
    product = start("run", HIBACHI_DIES_WITH_PARENT="1").ready()
    assert product.end(signal.SIGHUP) == 0
    assert product.survivors() == []
