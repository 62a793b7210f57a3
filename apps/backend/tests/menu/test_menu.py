"""Dishes are found by what people call them, cost what the profile says, and promise nothing."""

from typing import Any

import pytest
from httpx2 import AsyncClient
from hypothesis import given
from hypothesis import strategies as st

from hibachi.menu import names
from hibachi.menu.service import Menu, dietary_facts
from hibachi.policies import rules
from hibachi.policies.schemas import Profile


def with_menu(profile: Profile, **menu: Any) -> Profile:
    return Profile.model_validate(rules.merge(profile.model_dump(mode="json"), {"menu": menu}))


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("filet_mignon", "filet_mignon"),
        ("filet mignon", "filet_mignon"),
        ("Filet Mignons", "filet_mignon"),
        ("FILETS", "filet_mignon"),
        ("filét", "filet_mignon"),
        ("fillet", "filet_mignon"),
        ("lobster", "lobster_tail"),
        ("Lobster-Tails", "lobster_tail"),
        ("scallop", "scallops"),
        ("prawns", "shrimp"),
        ("squid", "calamari"),
        ("steak", "ny_strip_steak"),
        ("New York strip", "ny_strip_steak"),
        ("ny steaks", "ny_strip_steak"),
        ("noodles", "yakisoba_noodles"),
        ("yakisoba", "yakisoba_noodles"),
        ("extra rice", "extra_fried_rice"),
        ("extra veggies", "extra_vegetables"),
        ("potstickers", "gyoza"),
        (" edamame ", "edamame"),
    ],
)
def test_a_dish_is_found_by_what_people_call_it(profile: Profile, said: str, key: str) -> None:
    found = Menu.of(profile).find(said)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    "said",
    ["fried rice", "rice", "vegetables", "veggies", "salad", "extra", "tail", "ny", "new york", "ribeye", "", "🍣"],
)
def test_what_names_no_dish_for_sale_is_not_one(profile: Profile, said: str) -> None:
    """Fried rice and vegetables are included; asking for them must not sell the add-on."""
    assert Menu.of(profile).find(said) is None


def test_every_alias_finds_its_own_dish(profile: Profile) -> None:
    menu = Menu.of(profile)
    for item in menu.items:
        assert {menu.find(alias) for alias in menu.aliases(item.key)} == {item}
        assert item.label.casefold() in menu.aliases(item.key)


@given(st.lists(st.from_regex(r"[a-z]{3,8}(_[a-z]{3,8}){0,2}", fullmatch=True), min_size=1, max_size=6, unique=True))
def test_any_owners_dishes_are_found_by_key_and_label(keys: list[str]) -> None:
    table = names.alias_table(keys, [])
    for key in keys:
        twins = [other for other in keys if names.folded(other) == names.folded(key)]
        assert table[names.folded(key)] in twins


def test_a_name_that_two_dishes_share_names_neither(profile: Profile) -> None:
    menu = Menu.of(with_menu(profile, upgrades_per_person={"lobster_bisque": "9.00", "wagyu_beef": "20.00"}))
    assert menu.find("lobster") is None
    assert [menu.by_key[key].key for key in ("lobster_tail", "wagyu_beef")] == ["lobster_tail", "wagyu_beef"]
    wagyu = menu.find("Wagyu")
    assert wagyu is not None
    assert (wagyu.price, wagyu.extra_price, wagyu.kind) == (2000, 3000, "upgrade")


def test_prices_come_from_the_profile(profile: Profile) -> None:
    items = Menu.of(profile).by_key
    assert {key: (item.price, item.extra_price) for key, item in items.items()} == {
        "chicken": (0, 1000),
        "ny_strip_steak": (0, 1000),
        "shrimp": (0, 1000),
        "calamari": (0, 1000),
        "tofu": (0, 1000),
        "salmon": (500, 1500),
        "scallops": (500, 1500),
        "filet_mignon": (500, 1500),
        "lobster_tail": (1500, 2500),
        "yakisoba_noodles": (500, None),
        "extra_fried_rice": (500, None),
        "extra_vegetables": (500, None),
        "edamame": (500, None),
        "gyoza": (1000, None),
    }


def test_allergens_stand_at_the_dishes(profile: Profile) -> None:
    allergens = {key: item.allergens for key, item in Menu.of(profile).by_key.items() if item.allergens}
    assert allergens == {
        "shrimp": ("crustacean_shellfish",),
        "lobster_tail": ("crustacean_shellfish",),
        "calamari": ("molluscs",),
        "scallops": ("molluscs",),
        "salmon": ("fish",),
        "tofu": ("soy",),
        "edamame": ("soy",),
        "yakisoba_noodles": ("egg", "wheat"),
        "extra_fried_rice": ("egg",),
        "gyoza": ("wheat",),
    }


@pytest.mark.parametrize(
    ("asked", "present", "unused", "possible"),
    [
        ("shellfish allergy", {"crustacean_shellfish", "molluscs"}, set(), set()),
        ("mussels", {"molluscs"}, set(), set()),
        ("peanut", set(), {"peanuts", "peanut oil (canola oil is used)"}, set()),
        ("nuts", set(), {"peanuts", "tree nuts", "peanut oil (canola oil is used)"}, set()),
        ("lactose", set(), {"dairy butter (dairy-free butter is used)"}, {"dairy-free"}),
        ("celiac", {"wheat"}, set(), {"gluten-free soy sauce on request"}),
        ("halal", set(), set(), {"halal with 48 hours notice (asked for at booking)"}),
        ("soya", {"soy"}, set(), {"gluten-free soy sauce on request"}),
    ],
)
def test_what_is_known_of_a_diet(
    profile: Profile, asked: str, present: set[str], unused: set[str], possible: set[str]
) -> None:
    (fact,) = dietary_facts(profile, [asked]).facts
    assert set(fact.contained_in) == present
    assert set(fact.not_used) == unused
    assert set(fact.options) == possible
    assert fact.known


def test_what_may_be_in_something_is_said(profile: Profile) -> None:
    (fact,) = dietary_facts(profile, ["sesame seeds"]).facts
    assert fact.may_be_in == {"sesame": "sauces and dressing"}


def test_what_nobody_wrote_down_is_not_known_and_nothing_is_guaranteed(profile: Profile) -> None:
    facts = dietary_facts(profile, ["kiwi", "mustard"])
    assert [fact.known for fact in facts.facts] == [False, False]
    assert facts.guaranteed is False
    assert "allergen-free kitchen" in facts.never_promise
    assert facts.notice_hours == 48


async def test_the_menu_over_http(client: AsyncClient) -> None:
    answer = await client.get("/api/v1/menu")
    menu = answer.json()
    assert (answer.status_code, menu["policy_version"], menu["proteins_per_guest"]) == (200, 1, 2)
    lobster = next(item for item in menu["items"] if item["key"] == "lobster_tail")
    assert lobster == {
        "key": "lobster_tail",
        "kind": "upgrade",
        "label": "lobster tail",
        "price": "15.00",
        "extra_price": "25.00",
        "allergens": ["crustacean_shellfish"],
    }
