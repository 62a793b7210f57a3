"""Scripts in the profile: no number, no diet and no unknown name gets in by any road, and what is filled in is of now."""

from typing import Any

import pytest
from pydantic import ValidationError

from hibachi.policies.fields import STORED
from hibachi.policies.schemas import Profile
from hibachi.policies.scripts import SITUATIONS, facts_of, filled, in_force, names_in, problem_of
from hibachi.policies.service import DEFAULT_PATH, read_profile

PROFILE = read_profile(DEFAULT_PATH)
DOCUMENT = PROFILE.model_dump(mode="json")


def having(text: str, *, active: bool = True, context: dict[str, bool] | None = None, **changes: Any) -> Profile:
    """The shipped profile with one script."""
    scripts = {"own": {"situation": "objection_price", "text": text, "active": active}}
    sales = {**DOCUMENT["sales"], "scripts": scripts}
    return Profile.model_validate({**DOCUMENT, "sales": sales, **changes}, context=context)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It is only $55 a guest.", "number"),
        ("It is only 55 dollars a guest.", "number"),
        ("It is just fifty-five bucks a head.", "number"),
        ("Two proteins come with it.", "number"),
        ("You save 10 percent.", "number"),
        ("A dozen guests fill the minimum.", "number"),
        ("It comes to €50.", "number"),
        ("Our food is nut-free, so it is worth it.", "diets"),
        ("It is safe for celiac guests.", "diets"),
        ("We cook without egg.", "diets"),
        ("Perfect for any allergy.", "diets"),
        ("The tip is included.", "promises"),
        ("No deposit needed.", "promises"),
        ("The deposit is fully refundable.", "promises"),
        ("We'll refund you fully if it rains.", "promises"),
        ("Ask us for a discount!", "promises"),
        ("It is {adult price} a guest.", "braces"),
        ("It is {} a guest.", "braces"),
        ("It is {adult_price a guest.", "braces"),
        ("It is {adult_price.__class__} a guest.", "braces"),
        ("It is {secret_recipe} a guest.", "nothing fills in"),
        ("It is {price_of_caviar} a guest.", "nothing fills in"),
    ],
)
def test_a_written_number_a_diet_and_an_unknown_name_are_refused(text: str, why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        having(text)


@pytest.mark.parametrize(
    "text",
    [
        "Totally fair! One of our chefs brings the whole grill, for {adult_price} a guest.",
        "No worries. {business} comes to you, first grill to last bite.",
        "Lobster is {price_of_lobster_tail} more a person.",
    ],
)
def test_words_without_numbers_may_be_scripts(text: str) -> None:
    assert problem_of(text) is None and having(text).sales.scripts["own"].text == text


def test_what_is_filled_in_is_the_policy_of_now() -> None:
    text = "For {adult_price} a guest the grill comes to you."
    dearer = {**DOCUMENT["prices"], "adult": {**DOCUMENT["prices"]["adult"], "amount": "61.50"}}
    assert list(in_force(having(text))) == [("objection_price", "For $55 a guest the grill comes to you.")]
    assert list(in_force(having(text, prices=dearer))) == [
        ("objection_price", "For $61.50 a guest the grill comes to you.")
    ]
    assert list(in_force(having(text, active=False))) == []


def test_every_fact_fills_in_and_every_situation_has_words() -> None:
    facts = facts_of(PROFILE)
    everything = " ".join(f"{{{name}}}" for name in facts)
    assert names_in(everything) == list(facts) and "{" not in filled(everything, facts)
    assert all(SITUATIONS.values()) and len(set(SITUATIONS.values())) == len(SITUATIONS)


def test_a_dish_that_a_script_names_is_not_taken_off_the_menu_unseen() -> None:
    menu = {**DOCUMENT["menu"], "upgrades_per_person": {"salmon": "5.00"}}
    with pytest.raises(ValidationError, match="the script own names"):
        having("Lobster is {price_of_lobster_tail} more.", menu=menu)


def test_a_version_that_was_stored_is_read_whatever_holds_since() -> None:
    kept = having("Only 55 dollars, and {gone} too.", context=STORED)
    assert list(in_force(kept)) == [], "but what cannot be filled in is not said"
