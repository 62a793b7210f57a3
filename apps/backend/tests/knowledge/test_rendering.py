"""Passages out of a profile: the numbers read right, and nothing of one business stands in the code."""

import re
from typing import Any

import pytest
import yaml

from hibachi.knowledge.rendering import rendered
from hibachi.knowledge.rendering.ways import ways
from hibachi.language.written import hours, label, listed, plural
from hibachi.policies.schemas import Profile
from hibachi.policies.service import DEFAULT_PATH

DOCUMENT: dict[str, Any] = yaml.safe_load(DEFAULT_PATH.read_text())
OURS = ("fremont", "oakland", "sacramento", "tahoe", "san jose", "bay area", "los angeles", "my hibachi chef", "onion volcano")  # fmt: skip


def profile(**changes: dict[str, Any]) -> Profile:
    """The shipped profile with some parts changed."""
    document = {part: {**value, **changes[part]} if part in changes else value for part, value in DOCUMENT.items()}
    return Profile.model_validate(document)


def test_one_of_a_thing_is_said_as_one() -> None:
    ones = profile(
        booking={"duration_minutes": 60, "min_notice_hours": 1, "max_months_ahead": 1, "hold_minutes": 60},
        policies={"deposit_refundable_days": 1, "menu_change_cutoff_hours": 1, "guest_count_final_hours": 1},
        menu={"proteins_per_guest": 1},
        dietary={"notice_hours": 1},
        venue={"setup_minutes": 1, "clearance_feet": 1},
        travel={"free_miles": 1, "human_review_over_miles": 1, "max_miles": 1},
    )
    for passage in rendered(ones).values():
        assert not re.search(r"(?<![\d.$,])1 [a-z]+(?<!e)s\b", passage.text), passage.text
    assert "1 hour of notice" in rendered(ones)["profile:min_notice"].text
    assert "1 foot from" in rendered(ones)["profile:clearance"].text


def test_another_business_says_nothing_of_ours() -> None:
    elsewhere = profile(
        business={"name": "Lakeside Grill"},
        travel={"base": {"city": "Madison", "state": "WI", "zip": "53703"}, "areas": ["Dane County"]},
        knowledge={"ways": {"area": ["are you near Lake Mendota"]}},
    )
    for key, passage in rendered(elsewhere).items():
        said = " ".join((passage.title, passage.text, *passage.asks)).casefold()
        assert not [word for word in OURS if word in said], key
    assert "are you near Lake Mendota" in rendered(elsewhere)["profile:area"].asks


def test_what_goes_to_a_person_stands_in_the_owners_list() -> None:
    told = rendered(Profile.model_validate({**DOCUMENT, "escalate_to_human": ["a custom menu"]}))
    assert "profile:custom_menu" in told
    assert not {"profile:discount", "profile:corporate", "profile:jobs_press", "profile:large_groups"} & set(told)


def test_every_way_to_ask_belongs_to_a_passage_and_to_one_alone() -> None:
    keys = {key.removeprefix("profile:") for key in rendered(profile())}
    assert set(ways()) <= keys
    said = [way.casefold() for one in ways().values() for way in one]
    assert len(said) == len(set(said))


@pytest.mark.parametrize(
    ("said", "right"),
    [
        (hours(60), "1 hour"), (hours(120), "2 hours"), (hours(90), "90 minutes"), (hours(1), "1 minute"),
        (plural(2, "child", "children"), "2 children"), (plural(1.0, "mile"), "1 mile"), (plural(27.5, "inch", "inches"), "27.5 inches"),
        (label("ny_strip_steak"), "NY strip steak"), (listed(["a", "b", "c"], "or"), "a, b or c"), (listed([]), ""),
    ],
)  # fmt: skip
def test_numbers_keys_and_lists_are_written_for_a_person(said: str, right: str) -> None:
    assert said == right
