"""A reply is checked once, in the form in which it leaves; no wrong words pass because of what is put around them."""

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import time
from functools import partial
from unittest.mock import patch

import pytest

from hibachi.channels.fitting.service import fitting
from hibachi.concierge.facts import Fact
from hibachi.concierge.finishing import HELLO, Fitting, finish, judge, opening, whole_forms
from hibachi.concierge.turn import Contact, Line, Turn
from hibachi.concierge.validator import check as plain_check
from hibachi.concierge.validator import check_turn
from hibachi.concierge.validator.verdict import Verdict
from hibachi.customers.schemas import ChannelName
from hibachi.kit.clock import instant_of
from tests.concierge.local.talk import PROFILE, Talk
from tests.concierge.validator.corpus import Reply, read
from tests.concierge.validator.mutants import differs, mutants
from tests.concierge.world import text_of, world_on

RIGHT = read("right_replies.json")
FRAMES: tuple[tuple[ChannelName, bool], ...] = (("web_chat", True), ("sms", True), ("email", True), ("email", False))
"""The channel, and whether the reply has to say that a machine answers."""
TOTAL = "The total is $1,234.00."


def turn_of(reply: Reply, channel: ChannelName, *, first: bool) -> Turn:
    """A turn that knows what the reply's facts and customer say, its text dressed for a channel."""
    turn = Talk(channel=channel)._turn(["hello"])
    turn.facts, turn.zone = list(reply.facts), reply.zone
    turn.now = instant_of(reply.today, time(12), reply.zone)
    turn.lines = [Line("customer", words, turn.now) for words in reply.said]
    turn.contact = Contact(name="Dana Ruiz", phone="+15105550142", proven=True)
    turn.opening = opening(PROFILE, disclosed=not first, silent_for=None) if first else ""
    turn.leaving = partial(whole_forms, fitting=fitting())
    return turn


def passed(tried: Iterable[tuple[Reply, Reply]]) -> list[str]:
    """The wrong texts that some frame lets through: (right, wrong) replies."""
    return [
        f"{channel} {wrong.text!r}"
        for right, wrong in tried
        for channel, first in FRAMES
        if judge(turn_of(replace(right, text=wrong.text), channel, first=first), wrong.text).ok
    ]


def wrongs(replies: Iterable[Reply]) -> list[tuple[Reply, Reply]]:
    return [(reply, mutant.reply) for reply in replies for mutant in mutants(reply) if differs(mutant, reply)]


def test_what_is_wrong_alone_is_wrong_in_every_frame() -> None:
    tried = random.Random(96).sample(wrongs(RIGHT), 250)
    assert passed((right, wrong) for right, wrong in tried if not wrong.checked().ok) == []


@pytest.mark.proof
def test_no_mutant_at_all_leaves_in_any_frame() -> None:
    assert passed(wrongs(RIGHT)) == []


@pytest.mark.parametrize(("channel", "first"), FRAMES)
def test_what_is_right_alone_is_right_in_every_frame(channel: ChannelName, first: bool) -> None:
    tried = random.Random(7).sample(RIGHT, 60)
    assert [one.text for one in tried if not judge(turn_of(one, channel, first=first), one.text).ok] == []


def quoted() -> Turn:
    """A turn with a total, by text message, to somebody who is told that a machine answers."""
    turn = Talk()._turn(["how much is it?"])
    turn.facts.append(Fact("call:1", "calculate_party_quote", {}, {"total": "1234.00"}, at=turn.now.isoformat()))
    turn.opening = opening(PROFILE, disclosed=False, silent_for=None)
    turn.leaving = partial(whole_forms, fitting=fitting())
    return turn


def test_the_verdict_is_of_the_words_that_leave_and_seals_them() -> None:
    turn = quoted()
    verdict = judge(turn, TOTAL)
    assert verdict.text == f"{HELLO} {turn.opening} {TOTAL}"
    assert verdict.checked is not None
    assert verdict.checked.text == verdict.text
    assert finish(turn, verdict, fitting()) is verdict


def test_a_frame_that_claims_something_is_refused_and_the_next_form_taken() -> None:
    turn = quoted()
    turn.leaving = lambda _, text: (f"{text} You save $99.00 today.", text)
    assert judge(turn, TOTAL).text == TOTAL
    turn.leaving = lambda _, text: (f"{text} You save $99.00 today.",)
    assert not judge(turn, TOTAL).ok


@pytest.mark.parametrize("text", ["", " ", "\n\t "])
def test_a_frame_makes_no_reply_of_nothing(text: str) -> None:
    assert not judge(quoted(), text).ok


def test_a_fact_that_is_gone_takes_its_verdict_along() -> None:
    turn = quoted()
    verdict = judge(turn, TOTAL)
    assert verdict.ok
    turn.facts.pop()
    assert finish(turn, verdict, fitting()) is None


def test_a_shorter_choice_is_checked_by_itself() -> None:
    turn = quoted()
    verdict = judge(turn, TOTAL)
    lies = Fitting(shorter=lambda *_, **__: iter(("The total is $1.00.", "It is $1,234.00 in total.")))
    finished = finish(turn, verdict, lies)
    assert finished is not None
    assert finished.text == "It is $1,234.00 in total."


@pytest.mark.parametrize("change", ["said", "zone", "contact", "channel", "now", "facts"])
def test_a_verdict_holds_only_while_the_turn_knows_the_same(change: str) -> None:
    turn = quoted()
    first = check_turn(turn, TOTAL)
    assert check_turn(turn, TOTAL) is first
    if change == "said":
        turn.lines.append(Line("customer", "for 12", turn.now))
    elif change == "facts":
        turn.facts.append(Fact("call:2", "get_menu", {}, {}, at=turn.now.isoformat()))
    else:
        other = {"zone": "America/Denver", "contact": Contact(), "channel": "email", "now": turn.now.replace(year=2027)}
        setattr(turn, change, other[change])
    assert check_turn(turn, TOTAL) is not first


async def test_a_whole_turn_checks_one_text_once_and_sends_it(database_url: str) -> None:
    checked: list[str] = []

    def counting(text: str, **known: object) -> Verdict:
        checked.append(text)
        return plain_check(text, **known)  # type: ignore[arg-type] # passed on as it came

    async with world_on(database_url) as world:
        with patch("hibachi.concierge.validator.check.check", counting):
            for words in ("how much for 12 adults in 94539?", "and for 14?"):
                checked.clear()
                assert [text_of(await world.say(words, channel="web_chat"))] == checked
