"""What changed between two texts, computed; and a reply as words that hold for everybody. Pure."""

from datetime import datetime

import pytest

from hibachi.learning.human_feedback.rules import pattern_of
from hibachi.learning.scripts.rules import free_key, template_of
from hibachi.policies.scripts import facts_of, problem_of
from hibachi.policies.service import DEFAULT_PATH, read_profile

FACTS = facts_of(read_profile(DEFAULT_PATH))
AT = datetime.fromisoformat("2026-03-04T10:00:00")
MACHINE = "It's $55 per adult. The minimum is $550. What date?"
BETTER = "I hear you! For $55.00 a guest your own chef comes on March 14 at 6 PM with the grill."


def test_the_facts_the_tone_the_length_and_the_question_are_told_apart() -> None:
    found = pattern_of(MACHINE, BETTER, at=AT, objection="objection_price")
    assert (found.added.amounts, found.added.days, found.added.times) == ([], ["2026-03-14"], ["18:00"])
    assert (found.removed.amounts, found.removed.days) == (["$550"], [])
    assert (found.words_before, found.words_after, found.length) == (10, 21, "longer")
    assert (found.tone_added, found.tone_removed, found.question) == (["empathy", "excitement"], [], "removed")
    assert found.kept == 0.2 and found.objection == "objection_price"
    assert "Leaves out $550." in found.in_words and "Asks no question any more." in found.in_words


@pytest.mark.parametrize("text", [MACHINE, BETTER, "", "ok", "😊", "12 people, June 13, 6pm, $1,100"])
def test_a_text_and_itself_differ_in_nothing_and_the_pattern_is_the_same_again(text: str) -> None:
    same = pattern_of(text, text, at=AT, objection=None)
    assert same.added == same.removed and not same.tone_added and not same.tone_removed and same.in_words == []
    assert same.length == "alike"
    there, back = (pattern_of(a, b, at=AT, objection=None) for a, b in ((MACHINE, text), (text, MACHINE)))
    assert (there.added, there.tone_added) == (back.removed, back.tone_removed), "the way back undoes the way there"
    assert there == pattern_of(MACHINE, text, at=AT, objection=None)


def test_a_reply_becomes_words_for_everybody() -> None:
    reply = "Hi [NAME], I hear you! For $55.00 a guest your own chef comes with the grill. Your 12 guests pay $660. The party minimum of $550 is on food."
    template = template_of(reply, FACTS)
    assert (
        template
        == "For {adult_price} a guest your own chef comes with the grill. The party minimum of {party_minimum} is on food."
    )


@pytest.mark.parametrize(
    ("reply", "template"),
    [
        (
            "Adults are $55, kids are $30, and the minimum is $550.",
            "Adults are {adult_price}, kids are {child_price}, and the minimum is {party_minimum}.",
        ),
        ("Your deposit of $100 comes off the bill.", "Your deposit of {deposit} comes off the bill."),
        ("The chef is happy with $100 or so.", None),
        ("It is $1,100,000 for a guest.", None),
    ],
)
def test_an_amount_is_named_where_the_sentence_speaks_of_it(reply: str, template: str | None) -> None:
    assert template_of(reply, FACTS) == template


@pytest.mark.parametrize(
    "reply", ["For 12 it is $660.", "[NAME], see you on June 13.", "It is gluten free.", "", "Ok!", "$77 each."]
)
def test_what_was_meant_for_one_customer_is_no_script(reply: str) -> None:
    assert template_of(reply, FACTS) is None


def test_a_template_is_always_one_that_may_be_a_script() -> None:
    long = " ".join(f"We love sentence {word}." for word in ("a", "b", "c")) + " The grill is yours." * 60
    template = template_of(f"{long} And $100 is the deposit, {{braces}} too.", FACTS)
    assert template is not None and problem_of(template) is None and len(template) <= 600


def test_a_new_script_takes_no_other_ones_key() -> None:
    taken = ["thinking", "thinking_2", "upsell"]
    assert [free_key("thinking", taken), free_key("upsell", taken), free_key("greeting", taken)] == [
        "thinking_3",
        "upsell_2",
        "greeting",
    ]
