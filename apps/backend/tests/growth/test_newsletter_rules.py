"""What a letter says, who gets it, what a yes is for: pure."""

from typing import Any
from uuid import UUID

import pytest

from hibachi.growth.newsletters import rules
from hibachi.growth.newsletters.schemas import Reader, Segment
from hibachi.menu.rules import Menu
from hibachi.policies.schemas import Profile

ID = UUID(int=1)
LINK = "https://here.example/quote/"


def reader(**said: Any) -> Reader:
    return Reader(**{"subscriber_id": ID, "customer_id": ID, "zip": "95112", "parties": 0, "has_lead": False} | said)


@pytest.mark.parametrize(
    ("segment", "said", "inside"),
    [
        ({}, {}, True),
        ({"who": "had_a_party"}, {"parties": 1}, True),
        ({"who": "had_a_party"}, {}, False),
        ({"who": "had_none"}, {}, True),
        ({"who": "had_none"}, {"parties": 3}, False),
        ({"who": "open_lead"}, {"has_lead": True}, True),
        ({"who": "open_lead"}, {}, False),
        ({"zips": ["951"]}, {}, True),
        ({"zips": ["945", "95112"]}, {}, True),
        ({"zips": ["945"]}, {}, False),
        ({"zips": ["951"]}, {"zip": None}, False),
        ({"who": "had_a_party", "zips": ["951"]}, {"parties": 1, "zip": "94539"}, False),
    ],
)
def test_who_is_in_a_segment(segment: dict[str, Any], said: dict[str, Any], inside: bool) -> None:
    assert rules.is_in(reader(**said), Segment(**segment)) is inside


def letter(profile: Profile, **said: Any) -> str:
    dishes = [dish for dish in Menu.of(profile).items if dish.kind != "included"]
    parts: dict[str, Any] = {"business": "Hibachi", "news": (), "fresh": [], "dishes": dishes, "guest": None}
    return rules.draft(**parts | {"link": LINK} | said)


def test_generate_newsletter(profile: Profile) -> None:
    """Owner's news, the menu with its prices, a guest's words, the way to one's own price."""
    text = letter(profile, news=["We cook in Santa Cruz now"], guest=("What a show!", "Maria S."))
    assert text.startswith("Hello,\n\nWe cook in Santa Cruz now.\n\nOn our menu: ")
    assert "$5 per person" in text and "Maria S. wrote to us: “What a show!”" in text
    assert text.endswith(f"See the price of your own party here: {LINK}\n\nWarmly,\nHibachi")


def test_dishes_that_are_new_come_first(profile: Profile) -> None:
    dishes = Menu.of(profile).items
    before = {dish.key for dish in dishes} - {"lobster_tail"}
    [fresh] = rules.fresh_dishes(dishes, before)
    text = letter(profile, fresh=[fresh])
    assert "New on our menu: lobster tail ($15 per person)." in text
    assert text.count("lobster tail") == 1 and "Also on the menu: " in text


def test_nothing_is_new_when_nothing_changed(profile: Profile) -> None:
    dishes = Menu.of(profile).items
    assert rules.fresh_dishes(dishes, {dish.key for dish in dishes}) == []


@pytest.mark.parametrize(("line", "shown"), [("We moved", "We moved."), ("We moved!", "We moved!"), ("Who?", "Who?")])
def test_news_are_sentences(profile: Profile, line: str, shown: str) -> None:
    assert f"\n\n{shown}\n\n" in letter(profile, news=[line])


def test_below_every_letter_stands_the_way_out() -> None:
    text = rules.footer(business="Hibachi", town="Fremont, CA", leave="https://here.example/leave")
    assert text.endswith("You can leave here: https://here.example/leave") and "Fremont, CA" in text


def test_a_yes_is_for_one_letter_to_one_segment() -> None:
    one = rules.digest("Hi", "Text", Segment())
    others = [
        rules.digest("Ho", "Text", Segment()),
        rules.digest("Hi", "Text!", Segment()),
        rules.digest("Hi", "Text", Segment(zips=("9",))),
    ]
    assert one == rules.digest("Hi", "Text", Segment()) and one not in others and len(set(others)) == 3


@pytest.mark.parametrize(
    ("code", "hard"),
    [("5.1.1", True), ("550", True), ("invalid_address", True), ("4.2.2", False), ("busy", False), ("", False)],
)
def test_which_failures_end_a_subscription(code: str, hard: bool) -> None:
    assert rules.is_hard(code) is hard


def test_track_analytics() -> None:
    """Ten readers: six sent, one came back, two skipped, one waits; one left, four clicks."""
    counted = rules.figures(
        {"sent": 6, "bounced": 1, "skipped": 2, "waiting": 1}, {"opted_out": 1, "left": 1}, left=1, clicks=4
    )
    assert (counted.audience, counted.sent, counted.bounced, counted.waiting) == (10, 7, 1, 1)
    assert (counted.skipped, counted.left, counted.clicks) == ({"opted_out": 1, "left": 1}, 1, 4)
