"""Where drafts are asked for, how far an edit went, how urgent a hand-over is: pure, and so argued about here."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.conversations.drafts import rules
from hibachi.conversations.drafts.schemas import DraftMode
from hibachi.conversations.escalations.rules import urgency

THREAD = UUID("018f0000-0000-7000-8000-0000000000aa")


def mode(channel: str, topic: str, drafting: bool) -> DraftMode:
    return DraftMode.model_validate({"channel": channel, "topic": topic, "drafting": drafting})


@pytest.mark.parametrize(
    ("modes", "expected"),
    [
        ([], None),
        ([("*", "*", True)], True),
        ([("*", "*", True), ("email", "*", False)], False),
        ([("*", "pricing", True), ("email", "*", False)], False),
        ([("email", "pricing", True), ("email", "*", False), ("*", "pricing", False)], True),
        ([("sms", "*", True), ("email", "menu", True)], None),
        ([("*", "pricing", True), ("*", "*", False)], True),
    ],
)
def test_the_most_exact_switch_counts(modes: list[tuple[str, str, bool]], expected: bool | None) -> None:
    found = rules.mode_of([mode(*one) for one in modes], channel="email", topic="pricing")
    assert (found.drafting if found else None) is expected


WORDS = st.lists(st.sampled_from(["we", "come", "$660", "to", "you"]), max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_the_edit_distance_is_one_of_levenshteins(one: str, other: str) -> None:
    distance = rules.edit_distance(one, other)
    a, b = one.split(), other.split()
    assert distance == rules.edit_distance(other, one)
    assert (distance == 0) is (a == b)
    assert abs(len(a) - len(b)) <= distance <= max(len(a), len(b))
    assert distance == slow(a, b)


def slow(a: list[str], b: list[str]) -> int:
    """The definition, with its table whole."""
    table = {(i, 0): i for i in range(len(a) + 1)} | {(0, j): j for j in range(len(b) + 1)}
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            same = table[i - 1, j - 1] + (a[i - 1] != b[j - 1])
            table[i, j] = min(table[i - 1, j] + 1, table[i, j - 1] + 1, same)
    return table[len(a), len(b)]


def test_the_longest_texts_are_measured_at_once() -> None:
    assert rules.edit_distance("a " * 2000, "b " * 2000) == 2000


@given(st.text(min_size=1, max_size=50), st.text(min_size=1, max_size=50))
def test_an_approval_is_bound_to_every_letter(one: str, other: str) -> None:
    digests = [rules.digest(text=text, conversation_id=THREAD, channel="email", answers=["m"]) for text in (one, other)]
    assert (digests[0] == digests[1]) is (one == other)


def test_an_approval_is_bound_to_whom_and_what_it_answers() -> None:
    base = {"text": "x", "conversation_id": THREAD, "channel": "email", "answers": ["m"]}
    other = UUID("018f0000-0000-7000-8000-0000000000bb")
    changed = [{}, {"conversation_id": other}, {"channel": "sms"}, {"answers": ["m", "n"]}, {"answers": []}]
    assert len({rules.digest(**base | change) for change in changed}) == 5


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"reason": "asks for a person"}, "normal"),
        ({"reason": "severe shellfish allergy"}, "urgent"),
        ({"reason": "Injury at the party"}, "urgent"),
        ({"reason": "asks for a person", "days_to_party": 1, "emotion": "angry", "intensity": 0.3}, "urgent"),
        ({"reason": "asks for a person", "days_to_party": 0}, "high"),
        ({"reason": "asks for a person", "days_to_party": 7}, "high"),
        ({"reason": "asks for a person", "days_to_party": 8}, "normal"),
        ({"reason": "asks", "emotion": "angry", "intensity": 0.7}, "high"),
        ({"reason": "asks", "emotion": "angry", "intensity": 0.69}, "normal"),
        ({"reason": "complaint about the chef"}, "high"),
        ({"reason": "validation_failure"}, "high"),
        ({"reason": "delivery_failed"}, "high"),
        ({"reason": "media enquiry"}, "low"),
    ],
)
def test_how_urgent_a_hand_over_is(asked: dict[str, object], expected: str) -> None:
    calm = {"emotion": "neutral", "intensity": 0.0, "days_to_party": None}
    assert urgency(**calm | asked) == expected


@pytest.mark.parametrize(
    ("urgent", "topic", "expected"),
    [("high", "menu", "high"), ("normal", "complaint", "high"), ("normal", "menu", "normal"), ("low", "thanks", "low")],
)
def test_how_soon_a_draft_is_looked_at(urgent: str, topic: str, expected: str) -> None:
    assert rules.priority(urgency=urgent, topic=topic) == expected


def test_the_owner_reads_it_in_words() -> None:
    assert rules.in_words(143, 150) == "143 of 150 sent unchanged"
    assert (rules.rate(0, 0), rules.middle([])) == (None, None)
