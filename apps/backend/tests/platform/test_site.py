"""The two apps are built when what they are made of changed, and only then."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from tests.house.source import ROOT


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script over a checkout of one app, whose build leaves what Next.js leaves."""
    spec = importlib.util.spec_from_file_location("site_script", ROOT / "scripts/site.py")
    assert spec and spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    app = tmp_path / "apps/customer"
    written(app / "src/page.tsx", app / "tests/page.test.ts", tmp_path / "packages/ui/src/button.tsx")
    for name in ("package.json", "package-lock.json", "scripts/packed.mjs"):
        written(tmp_path / name)
    built: list[str] = []

    def build(node: str, name: str) -> None:
        built.append(name)
        written(
            *(
                tmp_path / "apps" / name / left
                for left in ("out/index.html", ".next/trace", "next-env.d.ts", "tsconfig.tsbuildinfo")
            )
        )

    shared = tuple(tmp_path / each.relative_to(ROOT) for each in script.SHARED)
    for attribute, value in {"ROOT": tmp_path, "SHARED": shared, "build": build, "built": built}.items():
        monkeypatch.setattr(script, attribute, value, raising=False)
    monkeypatch.setattr(script, "node", lambda: "node")
    return script


def written(*paths: Path, words: str = "one") -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words)


def test_a_second_start_builds_nothing(site: ModuleType) -> None:
    site.build_when_changed("customer")
    site.build_when_changed("customer")
    assert site.built == ["customer"]


@pytest.mark.parametrize(
    ("changed", "builds"),
    [
        ("apps/customer/src/page.tsx", 2),
        ("apps/customer/src/new.tsx", 2),
        ("packages/ui/src/button.tsx", 2),
        ("package-lock.json", 2),
        ("apps/customer/tests/page.test.ts", 1),
        ("apps/customer/README.md", 1),
        ("apps/admin/src/page.tsx", 1),
    ],
)
def test_what_a_build_is_made_of(site: ModuleType, tmp_path: Path, changed: str, builds: int) -> None:
    site.build_when_changed("customer")
    written(tmp_path / changed, words="another")
    site.build_when_changed("customer")
    assert len(site.built) == builds


def test_another_address_of_the_api_is_another_site(site: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    site.build_when_changed("customer")
    monkeypatch.setenv("NEXT_PUBLIC_API_URL", "/somewhere")
    site.build_when_changed("customer")
    assert len(site.built) == 2
