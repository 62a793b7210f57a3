"""What a turn's facts license is indexed once for the same facts, and anew as soon as they change in any way."""

from hibachi.concierge.facts import Evidence, Fact
from hibachi.concierge.turn import Turn
from hibachi.concierge.validator import check_turn
from tests.concierge.local.talk import Talk


def quoted(total: str) -> Fact:
    return Fact("call:1", "calculate_party_quote", {}, {"total": total}, at="2026-01-05T12:00:00+00:00")


def turn_of() -> Turn:
    return Talk()._turn(["how much is it?"])


def test_the_same_facts_are_indexed_once() -> None:
    turn = turn_of()
    assert turn.evidence is turn.evidence


def test_a_fact_that_comes_goes_or_is_replaced_counts_at_once() -> None:
    turn = turn_of()
    house = list(turn.facts)
    text = "The total is $1,234.00."
    assert not check_turn(turn, text).ok
    turn.facts.append(quoted("1234.00"))
    assert check_turn(turn, text).ok
    turn.facts[-1] = quoted("999.00")
    assert not check_turn(turn, text).ok
    turn.facts = [*house, quoted("1234.00")]
    assert check_turn(turn, text).ok
    turn.facts = house
    assert not check_turn(turn, text).ok
    assert turn.evidence == Evidence.of(house, turn.zone)
