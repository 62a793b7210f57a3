"""docs/map.md tells the truth: the layout, and who listens inside a transaction."""

import re
from pathlib import Path

import pytest

from hibachi.runtime import Runtime
from tests.house.source import PACKAGE, ROOT

MAP = (ROOT / "docs/map.md").read_text()
LAYERS = {"api", "jobs", "service", "repository", "gateway", "models", "rules", "schemas", "events", "errors"}


@pytest.mark.parametrize("place", ["apps/backend/hibachi", "apps/backend/tests", "apps/backend/migrations", "docs", "scripts", "evals"])  # fmt: skip
def test_every_place_on_the_map_is_there_and_not_empty(place: str) -> None:
    """ARC-01, as the map has it."""
    assert place.split("/")[-1] in MAP
    assert any((ROOT / place).iterdir())


def test_what_stands_and_what_is_to_come() -> None:
    rows = re.findall(r"^\| ((?:`\w+` ?)+)\| .* \| (yes|later) \|$", MAP, re.MULTILINE)
    said = {name: stands for names, stands in rows for name in re.findall(r"`(\w+)`", names)}
    standing = {entry.stem for entry in PACKAGE.iterdir() if not entry.name.startswith("__")}
    assert {name for name, stands in said.items() if stands == "yes"} == standing
    assert not {name for name, stands in said.items() if stands == "later"} & standing


def test_every_folder_says_what_it_is() -> None:
    """Nothing is imported by a package's file: it holds a sentence."""
    for file in PACKAGE.glob("*/__init__.py"):
        assert re.fullmatch(r'"""[^"]+"""\n', file.read_text()), file


def test_the_layers_of_a_module_have_their_names() -> None:
    for folder in PACKAGE.iterdir():
        if (folder / "service.py").exists() or (folder / "service").is_dir():
            assert {"schemas"} <= {entry.stem for entry in folder.iterdir()}, folder
            assert not {entry.stem for entry in folder.iterdir()} & {f"{layer}s" for layer in LAYERS - {"jobs"}}


def test_every_page_that_a_page_leads_to_is_there() -> None:
    for page in Path(ROOT / "docs").rglob("*.md"):
        for target in re.findall(r"\]\((?!http)([^)#]+)", page.read_text()):
            assert (page.parent / target).exists(), f"{page.name} → {target}"


async def test_the_listeners_inside_are_those_on_the_map(runtime: Runtime) -> None:
    rows = re.findall(r"^\| ((?:`[A-Z]\w+`,? ?)+)\| `([\w.]+)` \|", MAP, re.MULTILINE)
    said = {(event, listener) for events, listener in rows for event in re.findall(r"`(\w+)`", events)}
    registered = {
        (event, f"{listener.__module__.removeprefix('hibachi.').split('.')[0]}.service.{listener.__name__}")
        for event, listeners in runtime.db.bus._inside.items()
        for listener in listeners
    }
    assert said == registered
