"""A follow-up changes or questions the quote on the table: the engine's new total is said, for the party ± what was said."""

from typing import Any

import pytest

from hibachi.customers.schemas import ChannelName
from hibachi.quotes import rules as quotes
from hibachi.quotes.schemas import Party
from tests.concierge.local.follow_ups import (
    ASKED,
    FOLLOW_UPS,
    TWELVE,
    WITH_KIDS,
    Effect,
    Quoted,
    kids,
    lines_of,
    more,
    no_kids,
    upgrade,
)
from tests.concierge.local.talk import PROFILE, Answer, Talk

NEAR = "94536"
CHANNELS: tuple[ChannelName, ...] = ("sms", "web_chat", "instagram")
SHORT = {"filet_mignon": "filet", "lobster_tail": "lobster", "yakisoba_noodles": "noodles"}
LINES = [(party, effect, line) for party, effect, lines in FOLLOW_UPS for line in lines_of(lines)]


def _first(party: Quoted) -> str:
    told = [f"{party.adults} adults"]
    told += [f"{len(party.ages)} kids ({', '.join(map(str, party.ages))})"] if party.ages else []
    told += [f"{SHORT.get(key, key)} for {number}" for key, number in party.upgrades]
    told += [f"{number} {SHORT.get(key, key)}" for key, number in party.addons]
    return f"hi! {', '.join(told)}, zip {NEAR}. price?"


def _total(party: Quoted) -> str:
    told = Party(
        adults=party.adults,
        children=len(party.ages),
        toddlers=0,
        upgrades=dict(party.upgrades),
        addons=dict(party.addons),
    )
    return "$" + f"{float(quotes.price(told, PROFILE).food_total) / 100:,.0f}"


def _talk(party: Quoted, at: int = 1) -> Talk:
    talk = Talk(channel=CHANNELS[at % 3])
    assert _total(party) in talk.say(_first(party)).text
    return talk


def _last_quote(talk: Talk) -> dict[str, Any]:
    calls = [call for answer in talk.answers for call in answer.calls if call.tool == "calculate_party_quote"]
    return calls[-1].arguments


def _holds(talk: Talk, answer: Answer, party: Quoted) -> None:
    quote = _last_quote(talk)
    assert (quote["adults"], quote["children"]) == (party.adults, len(party.ages)), answer.text
    assert quote["protein_selections"] == dict(party.upgrades), answer.text
    assert quote["addons"] == dict(party.addons), answer.text
    assert _total(party) in answer.text
    assert answer.verdict.ok and not answer.refused


@pytest.mark.parametrize(("at", "party", "effect", "line"), [(at, *one) for at, one in enumerate(LINES)])
def test_the_new_total_is_that_of_the_party_with_what_was_said(
    at: int, party: Quoted, effect: Effect, line: str
) -> None:
    talk = _talk(party, at)
    _holds(talk, talk.say(line), effect(party))


@pytest.mark.parametrize(("amount", "line"), [(amount, line) for amount, lines in ASKED for line in lines_of(lines)])
def test_a_part_of_the_quote_is_answered_from_it(amount: str, line: str) -> None:
    talk = _talk(TWELVE)
    answer = talk.say(line)
    assert amount in answer.text and answer.verdict.ok
    assert _last_quote(talk)["adults"] == 12 and not answer.dialogue.dates


CHAINS: list[tuple[Quoted, tuple[tuple[str, Effect], ...]]] = [
    (TWELVE, (("and for 3 more?", more(3)), ("2 less", more(-2)), ("filet for 8", upgrade(filet_mignon=8)), ("without the upgrade", upgrade(filet_mignon=0)))),
    (TWELVE, (("add 2 kids, 7 and 9", kids(7, 9)), ("filet for the adults", upgrade(filet_mignon=12)), ("one less filet", upgrade(filet_mignon=11)), ("no kids then", no_kids))),
    (WITH_KIDS, (("same but filet for the adults", upgrade(filet_mignon=14)), ("instead of filet scallops", upgrade(filet_mignon=0, scallops=14)), ("3 more adults", more(3)))),
]  # fmt: skip


@pytest.mark.parametrize(("party", "steps"), CHAINS)
def test_each_follow_up_leans_on_the_one_before(party: Quoted, steps: tuple[tuple[str, Effect], ...]) -> None:
    talk = _talk(party)
    for line, effect in steps:
        party = effect(party)
        _holds(talk, talk.say(line), party)


def test_a_question_after_a_supposition_is_about_what_was_supposed_and_the_plan_stays() -> None:
    talk = _talk(WITH_KIDS)
    assert "$770" in talk.say("And if the kids stay with grandma that night?").text
    assert "$55 per person" in talk.say("How much would I be paying per adult in that case?").text
    assert talk.dialogue.party.children == 4
    assert "$670" in talk.say("and the balance then?").text
    talk.say("ok let's do that")
    assert talk.dialogue.party.children == 0


@pytest.mark.parametrize("line", ["what about 20 people", "what if the 14 of us grown ups got lobster"])
def test_what_is_said_of_those_supposed_goes_on_from_them(line: str) -> None:
    talk = _talk(TWELVE)
    talk.say("what if 3 more come?")
    _holds(talk, talk.say("and if two of those 3 are kids, 6 and 10?"), Quoted(13, (6, 10)))
    talk.say(line)
    assert talk.dialogue.party.adults in (12, 20)


def test_two_versions_stand_side_by_side_and_the_first_can_be_gone_back_to() -> None:
    talk = _talk(TWELVE)
    talk.say("with filet for all the adults?")
    both = talk.say("with and without")
    assert "$720" in both.text and "$660" in both.text and both.verdict.ok
    assert "$660" in talk.say("without").text and not talk.dialogue.party.upgrades


@pytest.mark.parametrize(
    "line", ["back to the first version", "ok the original one then", "let's go back to the first one"]
)
def test_the_first_version_is_gone_back_to(line: str) -> None:
    talk = _talk(TWELVE)
    talk.say("filet for 8")
    talk.say("and for 3 more?")
    _holds(talk, talk.say(line), TWELVE)


@pytest.mark.parametrize("who", ["just the adults", "the adults", "all the adults", "only the grown ups"])
def test_for_how_many_is_answered_by_who(who: str) -> None:
    talk = _talk(WITH_KIDS)
    talk.say("can we add lobster?")
    _holds(talk, talk.say(who), Quoted(14, (6, 7, 9, 11), (("lobster_tail", 14),)))


def test_below_the_minimum_a_dish_leaves_the_total_as_it_is() -> None:
    talk = _talk(Quoted(5, (7, 8, 9, 10, 11)))
    answer = talk.say("What if the 5 of us grown ups got lobster, does that change the total?")
    assert "$550" in answer.text and "minimum" in answer.text
    assert _last_quote(talk)["protein_selections"] == {"lobster_tail": 5}


@pytest.mark.parametrize("channel", ["sms", "phone"])
def test_below_the_minimum_the_total_with_the_way_is_said_however_short_the_channel(channel: ChannelName) -> None:
    talk = Talk(channel=channel)
    assert "$562" in talk.say("just the 4 of us, walnut creek 94598. how much").text


def test_the_planned_size_told_again_takes_nothing_supposed() -> None:
    talk = _talk(TWELVE)
    talk.say("and 20?")
    talk.say("ok 12")
    assert talk.dialogue.party.adults == 12


@pytest.mark.parametrize("line", ["3 of them", "just 3 of us", "for 3 of us"])
def test_so_many_of_them_after_the_price_of_a_dish_have_it(line: str) -> None:
    talk = _talk(TWELVE)
    talk.say("can we get filet")
    _holds(talk, talk.say(line), Quoted(12, (), (("filet_mignon", 3),)))


@pytest.mark.parametrize("line", ["without", "how much w/o", "and without?"])
def test_without_alone_leaves_out_the_dishes(line: str) -> None:
    talk = _talk(Quoted(12, (), (("lobster_tail", 4),)))
    _holds(talk, talk.say(line), TWELVE)
