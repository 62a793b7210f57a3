"""What a message says of its writer that is worth remembering, and what only looks like it."""

from datetime import datetime

import pytest

from hibachi.memory.rules import hearing

NOW = datetime(2026, 3, 4, 10)

DAYS = [
    ("My birthday is July 15", "birthday", None, "2026-07-15"),
    ("btw my daughter Mia's birthday is on 7/15!", "birthday", "Mia", "2026-07-15"),
    ("my daughter Mia’s birthday is on 7/15!", "birthday", "Mia", "2026-07-15"),
    ("our anniversary is June 3rd", "anniversary", None, "2026-06-03"),
    ("We got married on June 3, 2015 in Napa", "anniversary", None, "2015-06-03"),
    ("my wife's birthday is feb 29", "birthday", "wife", "2028-02-29"),
    ("Mia turns 7 on July 15", "birthday", "Mia", "2026-07-15"),
    ("my son will turn 9 on October 1", "birthday", "son", "2026-10-01"),
    ("My husband was born on December 25, 1990", "birthday", "husband", "1990-12-25"),
    ("It's our 10th anniversary on May 9", "anniversary", None, "2026-05-09"),
    ("our wedding anniversary falls on the 4th of July", "anniversary", None, "2026-07-04"),
    ("my birthday was Feb 2, we skipped it", "birthday", None, "2027-02-02"),
    ("Grandma's birthday is September 9th", "birthday", "Grandma", "2026-09-09"),
]


@pytest.mark.parametrize(("text", "kind", "name", "day"), DAYS)
def test_a_day_of_every_year_is_read(text: str, kind: str, name: str | None, day: str) -> None:
    [said] = hearing.heard(text, NOW)
    assert said.kind == "important_date"
    assert (said.value["type"], said.value.get("name"), said.value["date"]) == (kind, name, day)
    assert not said.confirmed, "a day is asked about first"


@pytest.mark.parametrize(
    "text",
    [
        "We want hibachi for my birthday on July 15",
        "I'm planning my daughter's birthday party on July 15",
        "Can you do a birthday party on July 15 for 12 adults?",
        "celebrating our anniversary on June 3",
        "my birthday is sometime in July",
        "My birthday is in two weeks or so, is July 15 free?",
        "Is July 15 free? It's for a birthday",
        "the kids turn the music up, July 15 works",
        "We are getting together on June 3",
        "My birthday is not July 15",
    ],
)
def test_the_day_of_a_party_is_no_birthday(text: str) -> None:
    assert [one for one in hearing.heard(text, NOW) if one.kind == "important_date"] == []


def test_two_days_of_one_message_are_two() -> None:
    found = hearing.heard("Mia's birthday is July 15 and our anniversary is June 3.", NOW)
    assert [(one.key, one.value["date"]) for one in found] == [
        ("birthday:mia", "2026-07-15"),
        ("anniversary:", "2026-06-03"),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Please call me Dan", "Dan"),
        ("I'm Daniela but everyone calls me Dani", "Dani"),
        ("I go by Kit.", "Kit"),
        ("call me tomorrow", None),
        ("Call me Monday", None),
        ("call me at 510-555-0142", None),
        ("Call me back please", None),
        ("I prefer Chicken", None),
        ("I prefer Saturday", None),
    ],
)
def test_what_somebody_wants_to_be_called(text: str, name: str | None) -> None:
    found = [one.value["name"] for one in hearing.heard(text, NOW) if one.kind == "preferred_name"]
    assert found == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("I'm allergic to peanuts", ["peanuts"]),
        ("My son has a shellfish allergy and my wife is vegan", ["shellfish", "vegan"]),
        ("we keep kosher", ["kosher"]),
        ("I can't eat gluten", ["gluten"]),
        ("Are you able to cook if I'm vegan?", []),
        ("One guest is vegetarian", []),
        ("I'm not allergic to peanuts", []),
        ("Do you have vegan options?", []),
    ],
)
def test_what_somebody_does_not_eat(text: str, codes: list[str]) -> None:
    found = [code for one in hearing.heard(text, NOW) if one.kind == "dietary" for code in one.value["diets"]]
    assert [code for code in found if code != "nuts"] == codes


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("I prefer text", "sms"),
        ("I'd prefer email please", "email"),
        ("The best way to reach me is by phone", "phone"),
        ("please reach me on WhatsApp", "whatsapp"),
        ("Don't call me, just text", "sms"),
        ("do not text, email", "email"),
        ("Can I call you?", None),
        ("I'll text you tomorrow", None),
        ("I prefer chicken", None),
    ],
)
def test_how_somebody_wants_to_be_reached(text: str, channel: str | None) -> None:
    found = [one.value["channel"] for one in hearing.heard(text, NOW) if one.kind == "contact_method"]
    assert found == ([channel] if channel else [])


def test_every_message_that_says_something_passes_the_cheap_look() -> None:
    assert all(hearing.worth_reading(text) for text, *_ in DAYS)
    assert not hearing.worth_reading("Hi, can you do 12 adults and 3 kids on Saturday at 6 in 95112?")
