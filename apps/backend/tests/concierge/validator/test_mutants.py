"""No wrong reply leaves: right ones are changed in an amount, a date, a time, a count, a claim, and all are refused."""

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import pytest

from tests.concierge.validator.corpus import Reply, read
from tests.concierge.validator.falsehoods import ALLERGENS, DEEDS, GIFTS, LEAKS, PROMISES, lines
from tests.concierge.validator.mutants import Mutant, differs, mutants

RIGHT = read("right_replies.json")
BLIND = read("right_replies_blind.json")
KINDS = {
    "amount",
    "amount form",
    "swapped amount",
    "date",
    "weekday",
    "time",
    "slot",
    "count",
    "count word",
    "availability",
}


def distinct(replies: Iterable[Reply]) -> list[Mutant]:
    """All mutants of the replies, each text once for its facts."""
    found: dict[tuple[str, tuple[str, ...], tuple[str, ...]], Mutant] = {}
    for reply in replies:
        for mutant in mutants(reply):
            if differs(mutant, reply):
                found.setdefault((mutant.reply.text, tuple(fact.id for fact in reply.facts), reply.said), mutant)
    return list(found.values())


def passed(tried: Iterable[Mutant]) -> list[str]:
    return [f"{m.kind}: {m.was!r} -> {m.now!r} in {m.reply.text!r}" for m in tried if m.reply.checked().ok]


def test_a_mutant_of_every_kind_is_made_and_refused() -> None:
    every = distinct(RIGHT)
    counted = Counter(mutant.kind for mutant in every)
    assert set(counted) == KINDS
    assert len(every) >= 3000
    by_kind: dict[str, list[Mutant]] = {}
    for mutant in random.Random(7).sample(every, len(every)):
        by_kind.setdefault(mutant.kind, []).append(mutant)
    assert passed(mutant for some in by_kind.values() for mutant in some[:120]) == []


@pytest.mark.proof
def test_no_mutant_at_all_leaves() -> None:
    every = distinct(RIGHT)
    assert len(every) >= 15000
    assert passed(every) == []


@pytest.mark.proof
def test_no_mutant_of_the_replies_of_another_writer_leaves() -> None:
    every = distinct(BLIND)
    assert len(every) >= 15000
    assert passed(every) == []


def with_lies(reply: Reply) -> Iterable[Reply]:
    """The reply with one false sentence before or behind it; deeds only where the facts do not hold them."""
    results = [fact.result for fact in reply.facts]
    done = {
        key
        for result in results
        for key in ("booked", "held", "changed", "cancelled", "handed_over")
        if result.get(key) is True
    }
    if done or any({"bookings", "deadline", "before"} & set(result) for result in results):
        return
    false = [line for block in (*DEEDS.values(), PROMISES, GIFTS, ALLERGENS, LEAKS) for line in lines(block)]
    for line in false:
        yield replace(reply, text=f"{line} {reply.text}")
        yield replace(reply, text=f"{reply.text}\n{line}")


@pytest.mark.parametrize("seed", range(4))
def test_a_false_sentence_beside_a_right_reply_is_found(seed: int) -> None:
    replies = random.Random(seed).sample(RIGHT, 12)
    assert [
        lie.text
        for reply in replies
        for lie in random.Random(seed).sample([*with_lies(reply)] or [reply], 1)
        if lie is not reply and lie.checked().ok
    ] == []


@pytest.mark.proof
def test_no_false_sentence_beside_any_right_reply_leaves() -> None:
    tried = [lie for reply in RIGHT[::6] for lie in with_lies(reply)]
    assert len(tried) >= 10000
    assert [lie.text for lie in tried if lie.checked().ok] == []
