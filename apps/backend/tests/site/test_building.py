"""The site and the panel are built anew when what they are made of changed, and only then (scripts/site.py)."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from tests.site.conftest import ROOT

SOURCES = (
    "apps/customer/src/app/page.tsx",
    "apps/customer/src/facts/prerendered.json",
    "apps/customer/package.json",
    "apps/customer/next.config.ts",
    "packages/ui/src/button.tsx",
    "package-lock.json",
    "scripts/packed.mjs",
    "scripts/seen-first.mjs",
)
NOT_SOURCES = (
    "README.md",
    "docs/site.md",
    "apps/admin/src/app/page.tsx",
    "apps/customer/README.md",
    "apps/customer/tests/words.test.ts",
    "apps/customer/vitest.config.ts",
    "apps/customer/knip.json",
    "apps/customer/next-env.d.ts",
    "apps/customer/tsconfig.tsbuildinfo",
    "apps/customer/.next/trace",
    "apps/customer/out/index.html",
    "packages/ui/node_modules/clsx/index.js",
)


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script that builds, in a checkout of its own."""
    spec = importlib.util.spec_from_file_location("site_script", ROOT / "scripts/site.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in (*SOURCES, *NOT_SOURCES):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("before")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.delenv("NEXT_PUBLIC_API_URL", raising=False)
    return module


@pytest.mark.parametrize("name", NOT_SOURCES)
def test_what_a_page_is_not_made_of_builds_nothing(script: ModuleType, tmp_path: Path, name: str) -> None:
    before = script.made_of("customer")
    (tmp_path / name).write_text("after")
    assert script.made_of("customer") == before
    (tmp_path / name).unlink()
    assert script.made_of("customer") == before, (
        "the first build writes some of them, and the second run builds nothing"
    )


@pytest.mark.parametrize("name", SOURCES)
def test_a_changed_source_builds_anew(script: ModuleType, tmp_path: Path, name: str) -> None:
    before = script.made_of("customer")
    (tmp_path / name).touch()
    assert script.made_of("customer") == before
    (tmp_path / name).write_text("after")
    assert script.made_of("customer") != before


def test_another_setting_is_another_site(script: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    before = script.made_of("customer")
    monkeypatch.setenv("NEXT_PUBLIC_API_URL", "https://api.example.com")
    assert script.made_of("customer") != before
