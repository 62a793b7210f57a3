"""What was told of diets is given back by its name and for how many, never as an echo and never with another number."""

import pytest

from hibachi.concierge.local.wording.formats import for_the_chef
from tests.concierge.local.talk import Talk


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("one of the guests eats no meat", "one vegetarian guest"),
        ("my aunt doesnt eat meat, ok", "one vegetarian guest"),
        ("my wife is vegan and two guests can't eat garlic", "one vegan guest and two guests who avoid garlic"),
        ("my 9 year old is vegan", "one vegan guest"),
        ("my kids are vegan", "vegan"),
        ("everyone is vegan", "vegan"),
        ("2 vegetarians and 1 vegan", "2 vegetarian guests and one vegan guest"),
        ("2 of the 14 adults are pescatarian", "2 pescatarian guests"),
        ("10 adults, one is vegetarian", "one vegetarian guest"),
        ("All the meat must be halal please", "halal"),
        ("my son is allergic to peanuts", "a peanut allergy"),
        ("my mom is celiac", "a gluten allergy"),
        ("half of us don't eat pork", "guests who avoid pork"),
        ("half of us are vegetarian, 8 people", "8 vegetarian guests"),
        ("8 of us, 4 vegan", "4 vegan guests"),
        ("halal for 5 of us", "halal for 5 guests"),
        (
            "My mom can't have garlic and 4 guests are gluten free",
            "someone who avoids garlic and 4 guests who avoid gluten",
        ),
        ("no beef for anyone", "guests who avoid beef"),
        ("one person with a shellfish allergy, one vegan", "one vegan guest and a shellfish allergy"),
    ],
)
def test_by_its_name(note: str, said: str) -> None:
    assert for_the_chef([note]) == f"Noted for the chef: {said}."


def test_what_has_no_name_is_only_said_to_be_noted() -> None:
    assert for_the_chef(["please cook it guilt-free and safe"]) == "The dietary needs are noted for the chef."
    assert for_the_chef(["one guest is vegan"], plainly=True) == "The dietary needs are noted for the chef."


def test_a_diet_of_one_is_no_part_of_what_another_avoids() -> None:
    talk = Talk(channel="web_chat")
    talk.say("my nephew can't have dairy and one friend eats halal")
    shown = talk.say("12 adults 94539, june 13 6pm, Hana Said, hana@example.com")
    assert "halal and someone who avoids dairy" in shown.text


def test_a_dish_that_was_named_is_not_named_twice() -> None:
    told = Talk(channel="web_chat").say("does the fried rice have egg").text
    assert told.count("ried rice") == 1 and "yakisoba noodles and yum yum sauce" in told
