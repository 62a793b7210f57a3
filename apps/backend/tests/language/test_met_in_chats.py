"""Ways of saying things that real conversations brought, each for its kind."""

from datetime import date, datetime

import pytest

from hibachi.language.contacts import find_contacts
from hibachi.language.dates import find_dates
from hibachi.language.guests import read_guests
from hibachi.language.replies import read_reply
from hibachi.language.times import find_times

NOW = datetime(2026, 3, 4, 10)


@pytest.mark.parametrize(
    ("text", "adults", "children", "people"),
    [
        ("3 couples, 2 grandparents and 4 kids (ages 7, 8, 11, 12)", 2, 4, 6),
        ("me, him and 18 friends", None, None, 20),
        ("my husband, my mom, me and 10 friends", None, None, 13),
        ("me, my wife, our 3 kids (4, 7, 9) and 12 coworkers", None, 3, 14),
        ("my wife and I plus our two boys (13 and 16)", 2, 2, None),
        ("5 guys and 6 girls", None, None, 11),
        ("30 guests, 12 men and 18 women", None, None, 30),
        ("2 grandparents, 4 parents and 3 kids", 6, 3, None),
        ("13 ad + 2 ch (8,11)", 13, 2, None),
        ("10 adults. would you do it for 450 if we pay cash", 10, None, None),
    ],
)
def test_people_named_one_by_one_add_up_and_money_does_not(
    text: str, adults: int | None, children: int | None, people: int | None
) -> None:
    party = read_guests(text)
    assert (party.adults, party.children, party.people) == (adults, children, people)


@pytest.mark.parametrize(
    ("text", "operation", "low"),
    [("2 more are coming", "add", 2), ("three more", "add", 3), ("and one cancelled, sorry lol", "remove", 1)],
)
def test_more_and_fewer_without_a_noun(text: str, operation: str, low: int) -> None:
    [change] = read_guests(text).changes
    assert (change.operation, change.low) == (operation, low)


def test_some_of_those_already_counted_are_children() -> None:
    party = read_guests("two of our twelve are actually kids they're seven and ten")
    assert (party.children, party.each_age, party.people_is_total) == (2, (7, 10), True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("my name is Sue, sue@example.com", "Sue"),
        ("My name is June", "June"),
        ("name's April May", "April May"),
        ("I'm Will Chase", "Will Chase"),
        ("this is Grace", "Grace"),
        ("ok no prob. zip 94086, name Sunil Rao", "Sunil Rao"),
    ],
)
def test_names_that_are_words_too(text: str, name: str) -> None:
    assert find_contacts(text).name == name


@pytest.mark.parametrize("text", ["wait, do you bring plates?", "hmm ok", "will do", "may is good", "oops sorry"])
def test_how_sentences_start_is_no_name(text: str) -> None:
    assert find_contacts(text, expected="name").name is None


def test_a_day_after_to_the_is_where_a_party_moves() -> None:
    text = "i need to move our party from september nineteenth to the twenty sixth same time"
    assert [(one.role, one.only) for one in find_dates(text, NOW)] == [
        ("from", date(2026, 9, 19)),
        ("to", date(2026, 9, 26)),
    ]


@pytest.mark.parametrize("text", ["6pm. 8 and 9. yes please", "12 noon. 6, 7, 7 and 9. yes please"])
def test_numbers_of_another_sentence_are_no_hours(text: str) -> None:
    assert len(find_times(text).mentions) == 1


@pytest.mark.parametrize("text", ["6pm. yes please", "may 9. noon. yes please", "saturday, 12 adults, yes"])
def test_a_yes_behind_other_facts_is_a_yes(text: str) -> None:
    assert read_reply(text).consents


@pytest.mark.parametrize("text", ["is it free? yes?", "did you say yes", "yes if it's under 500", "yeah right, sure"])
def test_what_only_sounds_like_a_yes_is_none(text: str) -> None:
    assert not read_reply(text).consents
