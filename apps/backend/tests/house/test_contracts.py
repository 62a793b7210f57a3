"""The contracts of imports hold, cover every module, and catch what they are there for."""

import configparser
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[4]
PACKAGE = ROOT / "apps/backend/hibachi"
CONTRACTS = ROOT / ".importlinter"
PRIVATE = ("repository", "gateway", "models")


@dataclass(frozen=True)
class Plant:
    """A line planted in a file of a copy, the contract that must break, and the import that must be named."""

    file: str
    line: str
    contract: str
    named: str


PLANTS = {
    "upwards": Plant(
        "calendar/service.py",
        "import hibachi.bookings.service",
        "The ladder: downwards only, and nothing beside it",
        "hibachi.calendar is not allowed to import hibachi.bookings",
    ),
    "sideways": Plant(
        "travel/service.py",
        "import hibachi.crew.service",
        "The ladder: downwards only, and nothing beside it",
        "hibachi.travel is not allowed to import hibachi.crew",
    ),
    "hidden in a function": Plant(
        "policies/service.py",
        "def late() -> None:\n    import hibachi.growth.service",
        "The ladder: downwards only, and nothing beside it",
        "hibachi.policies is not allowed to import hibachi.growth",
    ),
    "a stranger's repository": Plant(
        "bookings/repository.py",
        "import hibachi.calendar.repository",
        "What calendar keeps to itself",
        "hibachi.bookings.repository -> hibachi.calendar.repository",
    ),
    "a stranger's table": Plant(
        "growth/service.py",
        "from hibachi.customers.models import CustomerRow",
        "What customers keeps to itself",
        "hibachi.growth.service -> hibachi.customers.models",
    ),
    "a stranger's gateway": Plant(
        "quotes/service.py",
        "import hibachi.travel.gateway",
        "What travel keeps to itself",
        "hibachi.quotes.service -> hibachi.travel.gateway",
    ),
    "a rule that queries": Plant(
        "quotes/rules.py",
        "import sqlalchemy",
        "Rules are pure: no database, no network, no framework",
        "hibachi.quotes.rules -> sqlalchemy",
    ),
    "a rule that queries through another": Plant(
        "calendar/rules.py",
        "import hibachi.policies.repository",
        "Rules are pure: no database, no network, no framework",
        "hibachi.calendar.rules is not allowed to import hibachi.kit.db",
    ),
    "a turn that queries": Plant(
        "concierge/orchestrator.py",
        "import sqlalchemy",
        "The live turn speaks to no database and to no provider itself",
        "hibachi.concierge.orchestrator -> sqlalchemy",
    ),
    "a turn that calls a provider": Plant(
        "concierge/agents/registry.py",
        "import openai",
        "The live turn speaks to no database and to no provider itself",
        "hibachi.concierge.agents.registry -> openai",
    ),
    "a second door to Stripe": Plant(
        "bookings/jobs.py", "import stripe", "One file speaks to Stripe", "hibachi.bookings.jobs -> stripe"
    ),
    "an agent elsewhere": Plant(
        "conversations/rules.py",
        "import pydantic_ai",
        "pydantic_ai is for llm and the concierge alone",
        "hibachi.conversations.rules -> pydantic_ai",
    ),
    "a kit with settings": Plant(
        "kit/db.py",
        "import hibachi.settings",
        "The kit knows nothing of hibachi, not even its settings",
        "hibachi.kit is not allowed to import hibachi.settings",
    ),
    "a dumping ground": Plant(
        "utils/__init__.py", "", "The ladder: downwards only, and nothing beside it", "hibachi.utils"
    ),
}


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    """What import-linter says of the package in a folder."""
    lint = Path(sys.executable).with_name("lint-imports")
    command = [str(lint), "--config", str(CONTRACTS), "--no-logo", "--no-cache"]
    return subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "COLUMNS": "300"},
        capture_output=True,
        text=True,
        check=False,
    )


def contracts() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(CONTRACTS)
    return parser


def test_the_contracts_hold() -> None:
    result = checked(PACKAGE.parent)
    assert result.returncode == 0, result.stdout + result.stderr
    assert " 0 broken" in result.stdout


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the linter says of a copy into which every violation was planted at once."""
    folder = tmp_path_factory.mktemp("spoilt")
    shutil.copytree(PACKAGE, folder / "hibachi", ignore=shutil.ignore_patterns("__pycache__"))
    for plant in PLANTS.values():
        file = folder / "hibachi" / plant.file
        file.parent.mkdir(exist_ok=True)
        with file.open("a") as spoiled:
            spoiled.write(f"\n{plant.line}\n")
    result = checked(folder)
    assert result.returncode == 1, result.stdout + result.stderr
    return result.stdout


@pytest.mark.parametrize("plant", PLANTS.values(), ids=PLANTS)
def test_each_kind_of_violation_is_caught(spoilt: str, plant: Plant) -> None:
    assert f"{plant.contract} BROKEN" in spoilt
    assert plant.named in " ".join(spoilt.split())


def test_every_repository_gateway_and_table_is_private() -> None:
    protected = {
        module
        for section in contracts().values()
        if section.get("type") == "protected"
        for module in section["protected_modules"].split()
    }
    found = {
        ".".join(("hibachi", *file.relative_to(PACKAGE).with_suffix("").parts))
        for name in PRIVATE
        for file in PACKAGE.rglob(f"*/*{name}.py")
        if file.parent.name not in ("kit", "language")
    }
    assert found == protected


def test_the_ladder_is_the_one_on_the_map() -> None:
    written = (ROOT / "docs/map.md").read_text().split("```ladder\n")[1].split("```")[0]
    rungs = [set(line.replace("·", " ").split()) for line in written.strip().splitlines()]
    layers = contracts()["importlinter:contract:ladder"]["layers"].strip().splitlines()
    enforced = [
        {name.strip("() ") for part in layer.split("|") for name in part.split(":")} for layer in map(str.strip, layers)
    ]
    assert rungs == enforced
