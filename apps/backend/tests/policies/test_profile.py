"""The shipped profile is the owner's file, and a profile that cannot be meant is refused."""

from datetime import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from hibachi.policies import rules, service
from hibachi.policies.errors import InvalidPolicy
from hibachi.policies.schemas import Profile


def document() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(service.DEFAULT_PATH.read_text(encoding="utf-8"))
    return loaded


def test_the_shipped_profile_says_what_its_file_says(profile: Profile) -> None:
    assert profile.prices.adult.amount == 5500
    assert profile.prices.party_minimum == 55000
    assert profile.menu.upgrades_per_person == {
        "salmon": 500,
        "scallops": 500,
        "filet_mignon": 500,
        "lobster_tail": 1500,
    }
    assert profile.booking.slots == (time(12), time(15), time(18), time(21))
    assert profile.travel.per_mile == 200
    assert profile.travel.road_factor == Decimal("1.25")
    assert profile.costs.overhead_share == Decimal("0.15")
    assert profile.follow_ups.quiet_hours == {"from": time(21), "to": time(9)}
    assert profile.business.brand_voice.emoji["instagram"] == "yes"
    assert profile.pricing_rules == ()


def test_every_key_of_the_file_stands_in_the_profile(profile: Profile) -> None:
    """Key for key: what the file holds comes out again, as JSON writes it."""
    written = rules.differences(document(), profile.model_dump(mode="json", exclude_none=True))
    lost = {path: (old, new) for path, (old, new) in written.items() if old is not None and _text(old) != _text(new)}
    assert lost == {}


def _text(value: Any) -> str:
    plain = {True: "yes"}.get(value, value) if isinstance(value, bool) else value
    return str(list(plain)) if isinstance(plain, (list, tuple)) else str(plain).lower()


def test_a_profile_survives_its_own_json(profile: Profile) -> None:
    assert Profile.model_validate(profile.model_dump(mode="json")) == profile


def test_a_profile_cannot_be_altered_in_place(profile: Profile) -> None:
    with pytest.raises(ValidationError):
        profile.prices.adult.amount = 1  # type: ignore[misc]


@pytest.mark.parametrize(
    ("patch", "problem"),
    [
        ({"prices": {"adult": {"amount": 55}}}, "decimal string"),
        ({"prices": {"adult": {"amount": 55.0}}}, "decimal string"),
        ({"prices": {"adult": {"amount": "-1.00"}}}, "greater than or equal to 0"),
        ({"prices": {"adult": {"amount": "55.005"}}}, "two decimals"),
        ({"prices": {"adult": {"ages": "12 and over"}}}, "gap or overlap"),
        ({"prices": {"child": {"ages": "7 to 12"}}}, "gap or overlap"),
        ({"prices": {"adult": {"ages": "13 to 99"}}}, "open upwards"),
        ({"prices": {"adult": {"ages": "grown-ups"}}}, "ages are written"),
        ({"prices": {"deposit": "550.01"}}, "deposit is not more"),
        ({"menu": {"addons_each": {"lobster_tail": "5.00"}}}, "lobster_tail stands twice"),
        ({"menu": {"included_proteins": ["tofu", "tofu"]}}, "tofu stands twice"),
        ({"menu": {"upgrades_per_person": {"Wagyu Beef": "9.00"}}}, "pattern"),
        ({"menu": {"proteins_per_guest": 0}}, "greater than or equal to 1"),
        ({"menu": {"proteins_per_guest": 2.5}}, "valid integer"),
        ({"menu": {"spices": "5.00"}}, "Extra inputs"),
        ({"travel": {"base": {"zip": "00000"}}}, "does not exist"),
        ({"travel": {"free_miles": 150}}, "do not grow"),
        ({"travel": {"road_factor": "0.5"}}, "greater than or equal to 1"),
        ({"booking": {"slots": ["18:00", "12:00"]}}, "in order"),
        ({"booking": {"slots": ["12:00", "12:00"]}}, "each only once"),
        ({"booking": {"slots": ["23:00"]}}, "after midnight"),
        ({"booking": {"slots": ["25:00"]}}, "HH:MM"),
        ({"booking": {"slots": []}}, "at least 1"),
        ({"booking": {"guests": {"min": 200}}}, "smallest party"),
        ({"booking": {"min_notice_hours": True}}, "valid integer"),
        ({"business": {"timezone": "California"}}, "IANA"),
        ({"tax": {"sales_tax_rate": "1.5"}}, "less than or equal to 1"),
        ({"costs": None}, "Field required"),
        ({"surprise": {"amount": "5.00"}}, "Extra inputs"),
        (
            {"pricing_rules": [{"key": "x", "label": "X", "first": "2026-12-24", "last": "2026-12-23", "percent": 5}]},
            "ends",
        ),
        ({"pricing_rules": [{"key": "x", "label": "X", "first": "2026-12-24", "last": "2026-12-24"}]}, "either"),
        ({"follow_ups": {"deposit_reminder": {"after_minutes": 120}}}, "before its hold ends"),
        ({"booking": {"hold_minutes": 60}}, "before its hold ends"),
        ({"follow_ups": {"after_event": {"between_hours": [72, 24]}}}, "in their order"),
        ({"follow_ups": {"after_event": {"between_hours": [24, 24]}}}, "in their order"),
        ({"follow_ups": {"event_reminders": [{"before_days": 1, "before_hours": 2}]}}, "either"),
    ],
)
def test_a_profile_that_cannot_be_meant_is_refused(patch: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        Profile.model_validate(rules.merge(document(), patch))


def test_a_file_that_is_no_profile_names_its_fields(tmp_path: Path) -> None:
    file = tmp_path / "profile.yaml"
    file.write_text("business: {name: Somebody}\n")
    with pytest.raises(InvalidPolicy) as refused:
        service.read_profile(file)
    fields = {row["field"] for row in refused.value.details["fields"]}
    assert {"business.tagline", "prices", "menu"} <= fields


def test_merge_follows_the_standard() -> None:
    """The examples of RFC 7396 that have an object at their top."""
    assert rules.merge({"a": "b"}, {"a": "c"}) == {"a": "c"}
    assert rules.merge({"a": "b"}, {"b": "c"}) == {"a": "b", "b": "c"}
    assert rules.merge({"a": "b", "b": "c"}, {"a": None}) == {"b": "c"}
    assert rules.merge({"a": ["b"]}, {"a": "c"}) == {"a": "c"}
    assert rules.merge({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}) == {"a": {"b": "d"}}
    assert rules.merge({"a": [{"b": "c"}]}, {"a": [1]}) == {"a": [1]}
    assert rules.merge({"e": None}, {"a": 1}) == {"e": None, "a": 1}
    assert rules.merge({}, {"a": {"bb": {"ccc": None}}}) == {"a": {"bb": {}}}


def test_merge_leaves_the_document_alone() -> None:
    original = {"a": {"b": 1}}
    rules.merge(original, {"a": {"b": 2}})
    assert original == {"a": {"b": 1}}


def test_differences_are_told_by_dotted_path() -> None:
    old = {"a": {"b": 1, "c": [1]}, "gone": 1, "same": 2}
    new = {"a": {"b": 2, "c": [1, 2]}, "come": 3, "same": 2}
    assert rules.differences(old, new) == {"a.b": (1, 2), "a.c": ([1], [1, 2]), "come": (None, 3), "gone": (1, None)}


def test_equal_documents_have_equal_fingerprints() -> None:
    assert rules.fingerprint({"a": 1, "b": 2}) == rules.fingerprint({"b": 2, "a": 1})
    assert rules.fingerprint({"a": 1}) != rules.fingerprint({"a": 2})
