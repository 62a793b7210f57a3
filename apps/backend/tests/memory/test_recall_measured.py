"""The measure of evals/recall in short: hybrid is no worse than either half alone, and nobody gets another's words."""

from evals.measures.recall import figures, recall
from evals.recall.asking import WAYS, Okapi, answers, known
from evals.recall.people import blocks, people


async def test_both_together_find_no_less_than_either_alone_and_nobody_elses_words(database_url: str) -> None:
    async with known(database_url, people(4)) as (db, finder, everybody):
        found = await answers(db, finder, everybody)
    answered = [one for one in found if one.asked.right]
    assert len(answered) == 4 * 11
    for way in WAYS[1:]:
        assert recall(answered, way) - 0.03 <= recall(answered, "hybrid")
    assert recall(answered, "hybrid") >= 0.6
    assert sum(one.strangers for one in found) == 0
    assert {one.found[way] for one in found for way in WAYS} != {()}
    by_name = {figure.name: figure for figure in figures(found, judged=True)}
    assert not by_name["passages of another customer"].missed


def test_the_customers_talk_for_months_and_the_halves_share_no_wording() -> None:
    made = people(12)
    assert [one.asked for one in made] == [one.asked for one in people(12)], "the same each time"
    for person in made:
        sessions = {turn.session for turn in person.turns}
        assert len(sessions) >= 8
        for number in sessions:
            assert sum(turn.session == number for turn in person.turns) >= 6, "and each is answered: twelve turns"
        assert (person.turns[-1].at - person.turns[0].at).days > 120
        assert all(len(one.right) == {"multi": 2, "unanswerable": 0}.get(one.kind, 1) for one in person.asked)
    for block in blocks():
        for part in block.lines.keys() - {"near"}:
            assert set(block.of(part, True)).isdisjoint(block.of(part, False))


def test_the_peer_is_bm25() -> None:
    peer = Okapi([["gate", "stick"], ["gate", "gate", "open"], ["dog"]])
    assert peer.best(["gate"], 5) == [1, 0]
    assert peer.best(["stick", "gate"], 5)[0] == 0, "the rarer word weighs more"
    assert peer.best(["cat"], 5) == []
