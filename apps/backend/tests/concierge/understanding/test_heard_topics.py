"""The head beside the rules: heard clause by clause where it is sure, and only to choose which facts answer."""

import pytest

from hibachi.concierge.facts import Fact
from hibachi.concierge.hearing import Heard
from hibachi.concierge.understanding import leaning, read
from hibachi.concierge.understanding.clauses import questions_of
from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.language.heads.schemas import Hunch, Mood
from tests.concierge.local.talk import PROFILE, ZONE, Talk, party_on

CALM = Mood("neutral", 0.0, "neutral", {"neutral": 0.9})
NOTHING = Hunch((("policy", 0.3),), (("rain", 0.1),), act_at=0.74, topic_at=0.61)


def frame_of(text: str, *named: str, chance: float = 0.95, dialogue: Dialogue | None = None) -> Frame:
    """The frame of a text whose questions the head is about so sure of, one name each."""
    parts = questions_of(text)
    assert len(parts) == len(named), parts
    asked = tuple((part, ((name, chance),)) for part, name in zip(parts, named, strict=True))
    heard = Heard(NOTHING, CALM, None, asked)
    return read([text], dialogue=dialogue or Dialogue(), profile=PROFILE, now=Talk().now, zone=ZONE, channel="sms", heard=heard).frame  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "topic"),
    [
        ("gubbins wobble the frabjous thing?", "rain", "rain"),
        ("how late can the gubbins still be swapped?", "menu_change", "menu_change"),
        ("what about the last day to wobble it?", "cancellation", "cancellation"),
        ("the frabjous gubbins, when must you know them?", "final_count", "guest_count_final"),
    ],
)
def test_a_sure_topic_takes_the_place_of_what_the_words_seemed_to_name(text: str, name: str, topic: str) -> None:
    frame = frame_of(text, name)
    assert frame.topics == (topic,) and not frame.unknown


@pytest.mark.parametrize("name", ["rain", "menu_change", "cancellation", "unanswered/insurance"])
def test_an_unsure_head_changes_nothing(name: str) -> None:
    text = "how much is the deposit?"
    assert frame_of(text, name, chance=0.7) == frame_of(text, name, chance=0.0)


def test_what_other_clauses_ask_stays_and_in_its_order() -> None:
    frame = frame_of("do you take venmo? what if it rains? is there a deposit?", "payment_methods", "rain", "deposit_amount")  # fmt: skip
    assert frame.topics == ("payment", "rain", "deposit")


def test_what_nothing_answers_is_said_to_be_open() -> None:
    frame = frame_of("do you bring your gubbins along?", "unanswered/music")
    assert not frame.topics and [one.rstrip("?") for one in frame.unknown] == ["do you bring your gubbins along"]


@pytest.mark.parametrize(
    "text", ["can you do 14 adults on april 18?", "is 94539 ok for 12 adults?", "how much is it for 12 adults?"]
)
def test_who_tells_of_a_party_is_read_by_the_rules_alone(text: str) -> None:
    assert frame_of(text, "open_days") == frame_of(text, "open_days", chance=0.0)


@pytest.mark.parametrize(
    "text", ["what does it cost to move the date the first time?", "how late can we move it for free?"]
)
def test_a_rule_that_is_asked_for_moves_nothing(text: str) -> None:
    frame = frame_of(text, "reschedule_fee")
    assert frame.topics == ("reschedule",) and not {"change", "own_booking"} & set(frame.acts)


def whole_of(text: str, name: str, chance: float, *, own: bool = False) -> Frame:
    """The frame of a text that the head takes as a whole for something."""
    parts = tuple((part, (("unanswered/music", 0.1),)) for part in questions_of(text))
    heard = Heard(NOTHING, CALM, None, parts, ((name, chance),))
    facts = [Fact("own", "customer_bookings", {}, {"bookings": [party_on("2026-03-14")]}, at="")] if own else []
    return read([text], dialogue=Dialogue(), profile=PROFILE, now=Talk().now, zone=ZONE, channel="sms", heard=heard, facts=facts).frame  # fmt: skip


@pytest.mark.parametrize(
    "text", ["we have gubbins in the yard how far from it must the wobbler be", "the gubbins are frabjous, is it fine?"]
)
def test_a_question_is_heard_with_its_reason(text: str) -> None:
    assert "clearance" in whole_of(text, "clearance", 0.95).topics
    assert "clearance" not in whole_of(text, "clearance", 0.4).topics


def test_who_asks_after_the_own_party_is_told_of_it() -> None:
    text = "i can't remember when the frabjous gubbins begin"
    assert "status" in whole_of(text, "unanswered/my_booking", 0.7, own=True).acts
    assert "status" not in whole_of(text, "unanswered/my_booking", 0.7).acts


def test_a_short_question_leans_on_what_was_answered() -> None:
    after = Dialogue(answered=("deposit",))
    assert leaning.whole("does that come off the bill?", leaning.spoken_of(after)) == "the deposit: does that come off the bill?"  # fmt: skip
    assert leaning.whole("do you bring tables?", leaning.spoken_of(after)) is None
    assert leaning.spoken_of(Dialogue()) is None
