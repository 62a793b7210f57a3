"""A party that is only supposed is priced by the engine and changes nothing, until the customer takes it."""

import pytest

from tests.concierge.local.talk import Answer, Talk

PARTY = "how much for 12 adults and 4 kids on march 21 at 6pm in fremont 94536?"


def _planned(answer: Answer) -> tuple[int, int]:
    party = answer.dialogue.party
    return (party.adults or 0) + (party.unsplit or 0), party.children or 0


def _quoted() -> Talk:
    talk = Talk(channel="web_chat")
    talk.say(PARTY)
    return talk


@pytest.mark.parametrize(
    ("words", "total"),
    [
        ("what if we were 20?", "$1,000"), ("what if we are 20", "$1,000"), ("hm what if its 20 people", "$1,000"),
        ("suppose we were 20, what then?", "$1,000"), ("just curious, how much if we were 20?", "$1,000"),
        ("how much without the kids?", "$660"), ("what would it be without the kids?", "$660"),
        ("How much is it without kids", "$660"), ("and how much without the children?", "$660"),
        ("would it be cheaper with 10?", "$550"), ("is it less if we were 10?", "$550"),
        ("would the price go down with 10?", "$550"), 
        ("how much would it be with lobster for everybody?", "$1,020"),
    ],
)  # fmt: skip
def test_what_is_supposed_is_priced_and_kept_aside(words: str, total: str) -> None:
    answer = _quoted().say(words)
    assert answer.verdict.ok and not answer.refused
    assert total in answer.text and "haven't changed anything" in answer.text
    assert _planned(answer) == (12, 4) and not answer.dialogue.party.upgrades


@pytest.mark.parametrize("words", ["ok let's do that", "yes", "yes please", "let's go with that", "that one", "we'll take that"])  # fmt: skip
def test_a_yes_takes_what_was_supposed(words: str) -> None:
    talk = _quoted()
    talk.say("what if we were 20?")
    answer = talk.say(words)
    assert sum(_planned(answer)) == 20 and "$1,000" in answer.text


@pytest.mark.parametrize("words", ["no", "no, leave it", "hm ok and how much is it now?"])
def test_anything_else_leaves_the_plan(words: str) -> None:
    talk = _quoted()
    talk.say("what if we were 20?")
    answer = talk.say(words)
    assert _planned(answer) == (12, 4) and "$1,000" not in answer.text


@pytest.mark.parametrize("words", ["make it 20", "ok make it 20 people", "actually we are 20 people now"])
def test_who_settles_a_number_has_it(words: str) -> None:
    assert sum(_planned(_quoted().say(words))) == 20


@pytest.mark.parametrize(
    ("words", "dish"),
    [("the version with lobster then", "lobster_tail"), ("ok the one with scallops", "scallops"), ("I'd take the option with the lobster", "lobster_tail")],
)  # fmt: skip
def test_an_earlier_version_is_gone_back_to(words: str, dish: str) -> None:
    talk = _quoted()
    talk.say("how much would it be with lobster for everybody?")
    talk.say("and what if we all take scallops?")
    assert talk.say(words).dialogue.party.upgrades == {dish: 16}


def test_a_bare_number_is_no_day_while_one_is_asked_for() -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults in 94536 please, how much")
    answer = talk.say("would it be cheaper with 10?")
    assert not answer.dialogue.dates and "$550" in answer.text


def test_a_summary_waits_while_something_is_supposed_and_is_told_anew_once_it_is_taken() -> None:
    talk = _quoted()
    talk.say("kids are all 8. book it, Dana Whitfield")
    talk.say("what if we were 20?")
    answer = talk.say("ok book that")
    assert "16 adults and 4 children" in answer.text and "$1,000" in answer.text
    assert "book_party" not in answer.tools
