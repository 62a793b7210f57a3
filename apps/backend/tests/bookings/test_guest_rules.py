"""What a guest may choose, which seat is free, and what a party becomes of its guests' choices: pure decisions."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from pydantic import ValidationError

from hibachi.bookings.guests import rules
from hibachi.bookings.guests.errors import InvalidChoice
from hibachi.bookings.guests.schemas import GuestChoice, GuestWish
from hibachi.bookings.schemas import Change
from hibachi.concierge.service import is_severe_allergy
from hibachi.menu.rules import Menu
from hibachi.policies.schemas import Profile
from tests.business import profile

__all__ = ["profile"]
KEY = "k" * 36
START = datetime(2026, 3, 15, 2, tzinfo=UTC)


@pytest.fixture(scope="module")
def menu(profile: Profile) -> Menu:
    return Menu.of(profile)


def wish(*dishes: str, **said: Any) -> GuestWish:
    return GuestWish(**{"key": KEY, "name": "Ann", "dishes": list(dishes)} | said)


def choice(name: str, menu: Menu, *dishes: str, **said: Any) -> GuestChoice:
    named = [rules.named(key, menu) for key in dishes]
    told = {"id": uuid4(), "name": name, "age": "adult", "diet": None, "allergies": None, "changed_at": START}
    return GuestChoice(**told | {"dishes": named} | said)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ([], []),
        (["tofu"], ["tofu"]),
        (["chicken", "chicken"], ["chicken", "chicken"]),
        (["lobster_tail", "Chicken"], ["chicken", "lobster_tail"]),
        (["filets", "prawns"], ["shrimp", "filet_mignon"]),
    ],
)
def test_a_guest_has_so_many_proteins_as_the_policies_say(menu: Menu, said: list[str], kept: list[str]) -> None:
    assert rules.dishes(wish(*said), menu) == kept


@pytest.mark.parametrize(
    ("said", "age", "words"),
    [
        (["chicken"] * 3, "adult", "Each guest has 2 proteins."),
        (["dragon"], "child", '"dragon" is not a protein of the menu.'),
        (["gyoza"], "adult", '"gyoza" is not a protein of the menu.'),
        (["chicken"], "toddler", "Little ones eat along"),
    ],
)
def test_more_or_other_than_the_menu_is_refused_in_words(menu: Menu, said: list[str], age: str, words: str) -> None:
    with pytest.raises(InvalidChoice, match=words):
        rules.dishes(wish(*said, age=age), menu)


@pytest.mark.parametrize(
    "said",
    [
        {"name": ""},
        {"name": "   "},
        {"name": "a" * 41},
        {"name": "Ann\nLee"},
        {"name": "Ann\u200b"},
        {"age": "senior"},
        {"diet": "x" * 101},
        {"allergies": "nuts\x00"},
        {"key": "short"},
        {"key": "k" * 31},
        {"key": "k" * 40 + "/"},
        {"dishes": ["chicken"] * 21},
        {"price": "0.00"},
    ],
)
def test_what_no_guest_says_is_not_taken(said: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        wish(**said)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("José  Ruiz", "jose ruiz", True), ("ANN", "Ann", True), ("Ann", "Anna", False), ("Ann L", "Ann M", False)],
)
def test_names_are_compared_as_people_read_them(one: str, other: str, same: bool) -> None:
    assert (rules.folded(one) == rules.folded(other)) is same


@pytest.mark.parametrize(
    ("name", "first"), [("Dana Ruiz", "Dana"), ("Dana", "Dana"), (None, None), ("  ", None), ("x" * 99, "x" * 40)]
)
def test_guests_read_no_more_than_a_first_name(name: str | None, first: str | None) -> None:
    assert rules.first_name(name) == first


@pytest.mark.parametrize(
    ("taken", "guests", "seat"), [(set(), 2, 1), ({1}, 2, 2), ({2}, 2, 1), ({1, 2}, 2, None), ({1, 3}, 2, None), ({1, 3}, 3, 2), ({3}, 2, 1), (set(), 0, None)]
)  # fmt: skip
def test_the_lowest_free_seat(taken: set[int], guests: int, seat: int | None) -> None:
    assert rules.free_seat(taken, guests) == seat


def test_a_tally_counts_portions_and_leaves_out_what_the_host_does_not_pay(menu: Menu) -> None:
    ann = choice("Ann", menu, "chicken", "lobster_tail")
    bob = choice("Bob", menu, "chicken", "lobster_tail")
    gone = choice("Cy", menu, "chicken", "a_dish_of_last_year")
    counted = rules.tally([ann, bob, gone], menu, {bob.id})
    assert [(dish.key, dish.portions, dish.upgrade) for dish in counted] == [
        ("chicken", 3, False), ("lobster_tail", 1, True),
    ]  # fmt: skip
    assert rules.tally([], menu) == []


def test_notes_name_the_guest_and_allergies_come_first(menu: Menu) -> None:
    ann, bob = choice("Ann", menu, diet="vegan"), choice("Bob", menu, allergies="sesame", diet="no spice")
    assert rules.notes([ann, bob, choice("Cy", menu)]) == ["Bob: allergic to sesame", "Ann: vegan", "Bob: no spice"]


def test_taking_over_twice_replaces_the_guests_own_lines_and_keeps_the_hosts() -> None:
    first = rules.noted(["one vegan"], [], ["Ann: vegan"])
    assert first == (["one vegan", "Ann: vegan"], ["Ann: vegan"])
    assert rules.noted(first[0], first[1], ["Bob: halal"]) == (["one vegan", "Bob: halal"], ["Bob: halal"])


@pytest.mark.parametrize("guests", [50, 51, 60, 100])
@pytest.mark.parametrize("length", [12, 50, 90, 155])
def test_notes_fit_a_party_or_are_refused_and_none_is_lost(guests: int, length: int) -> None:
    fresh = [f"Guest {number}: ".ljust(length, "x") for number in range(guests)]
    found = rules.noted([], [], fresh)
    if found is None:
        assert guests > 50 and length > 90
        return
    assert Change(dietary=found[0]).dietary == found[0], "a party takes these lines"
    assert "; ".join(found[0]) == "; ".join(fresh)


@pytest.mark.parametrize(
    ("said", "severe"),
    [
        ("anaphylaxis from shrimp", True),
        ("Peanuts, I carry an EpiPen", True),
        ("severe peanut", True),
        ("shellfish (severe!)", True),
        ("deadly nut", True),
        ("celiac disease", True),
        ("life-threatening: sesame", True),
        ("peanuts", False),
        ("a mild one to kiwi", False),
        ("shellfish, not severe", False),
        ("I don't like mushrooms", False),
    ],
)
def test_a_severe_allergy_is_known_by_its_words(said: str, severe: bool) -> None:
    assert is_severe_allergy(said) is severe
