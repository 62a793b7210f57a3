"""schemathesis over the whole API: whatever is sent, nothing breaks, and every answer is one that the API promised."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from hibachi.kit.clock import SettableClock
from tests.served import admin_token, served

PROOF = os.environ.get("HIBACHI_PROOF") == "1"
EXAMPLES = "100" if PROOF else "6"
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
SCHEMATHESIS = Path(sys.executable).with_name("schemathesis")
OWN_ACCOUNT = r"(auth/(password|logout|refresh)|users/|api-keys/)"
"""Routes with which the caller may end the very sign-in that the others are asked with."""


@pytest.fixture
def url(database_url: str, clock: SettableClock) -> Iterator[str]:
    with served(database_url, clock) as address:
        yield address


def fuzz(url: str, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Good data and bad data for every route; the seed is fixed, so that a red run can be repeated."""
    httpx2.get(
        f"{url}/openapi.json", timeout=120
    ).raise_for_status()  # made once: the fuzzer waits for it 10 s, busy or not
    return subprocess.run(
        [
            *(str(SCHEMATHESIS), "run", f"{url}/openapi.json", *options),
            *("--phases", "examples,fuzzing", "--mode", "all", "--max-examples", EXAMPLES, "--seed", "7"),
            *("--checks", CHECKS, "--continue-on-failure", "--no-shrink", "--no-color", "--warnings", "off"),
            *("--generation-database", "none", "--suppress-health-check", "all", "--output-truncate", "false"),
        ],
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
    )


def as_admin(url: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {admin_token(url)}"}


def options_of(headers: dict[str, str]) -> list[str]:
    return [part for name, value in headers.items() for part in ("--header", f"{name}: {value}")]


@pytest.mark.slow
def test_whatever_nobody_sends_is_answered_as_promised(url: str, tmp_path: Path) -> None:
    done = fuzz(url, tmp_path)
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-2_000:]


@pytest.mark.slow
def test_whatever_an_admin_sends_is_answered_as_promised(url: str, tmp_path: Path) -> None:
    headers = as_admin(url)
    done = fuzz(url, tmp_path, *options_of(headers), "--exclude-path-regex", OWN_ACCOUNT)
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-2_000:]
    still = httpx2.get(f"{url}/api/v1/auth/me", headers=headers)
    assert still.status_code == 200, "the run was an admin's to its end"


@pytest.mark.slow
def test_whatever_is_sent_about_accounts_is_answered_as_promised(url: str, tmp_path: Path) -> None:
    done = fuzz(url, tmp_path, *options_of(as_admin(url)), "--include-path-regex", OWN_ACCOUNT)
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-2_000:]
