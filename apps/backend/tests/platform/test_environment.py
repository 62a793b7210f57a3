"""The settings, the sample file and the page about them say the same."""

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from hibachi.settings import DEVELOPMENT_SECRET, Settings

ROOT = Path(__file__).parents[4]
SAMPLE = dict(re.findall(r"^([A-Z_]+)=(.*)$", (ROOT / ".env.example").read_text(), re.MULTILINE))
PROMISED = {
    "STRIPE_SECRET_KEY",
    "STRIPE_WEBHOOK_SECRET",
    "OPENAI_API_KEY",
    "AI_STRICT_MODE",
}


def read_by_the_product() -> set[str]:
    return {field.alias for field in Settings.model_fields.values() if field.alias}


def test_the_sample_lists_every_setting_and_no_other() -> None:
    assert set(SAMPLE) == read_by_the_product() | PROMISED


def test_the_page_explains_every_line_of_the_sample() -> None:
    page = (ROOT / "docs" / "running.md").read_text()
    assert [name for name in SAMPLE if f"`{name}`" not in page] == []


def test_every_setting_has_a_name_in_the_environment() -> None:
    assert [name for name, field in Settings.model_fields.items() if field.alias is None] == []


def test_the_sample_is_a_valid_environment(tmp_path: Path) -> None:
    read = Settings(_env_file=str(ROOT / ".env.example"))
    assert read == Settings(_env_file=None)


def test_a_secret_of_the_sample_is_empty() -> None:
    named = {name: value for name, value in SAMPLE.items() if re.search(r"KEY$|SECRET|TOKEN$|SID$", name)}
    assert named
    assert set(named.values()) == {""}


@pytest.mark.parametrize("secret", ["", DEVELOPMENT_SECRET, "short"])
def test_production_wants_a_secret_of_its_own(monkeypatch: pytest.MonkeyPatch, secret: str) -> None:
    monkeypatch.setenv("HIBACHI_ENVIRONMENT", "production")
    monkeypatch.setenv("SECRET_KEY", secret)
    with pytest.raises(ValidationError, match="SECRET_KEY"):
        Settings(_env_file=None)


def test_production_starts_with_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HIBACHI_ENVIRONMENT", "production")
    monkeypatch.setenv("SECRET_KEY", "s" * 32)
    assert Settings(_env_file=None).environment == "production"


@pytest.mark.parametrize(("name", "value"), [("PORT", "0"), ("PORT", "eighty"), ("AI_TIMEOUT_SECONDS", "-1")])
def test_nonsense_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError, match=name):
        Settings(_env_file=None)


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "x" * 40)
    monkeypatch.setenv("OPENAI_API_KEY", "y" * 40)
    shown = repr(Settings(_env_file=None))
    assert "x" * 40 not in shown
    assert "y" * 40 not in shown
