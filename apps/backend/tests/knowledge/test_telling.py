"""What a model is told of passages: only what is certain, and of diets nothing."""

from uuid import uuid4

import pytest

from hibachi.concierge.tools.knowledge import told
from hibachi.knowledge.rules import CERTAIN
from hibachi.knowledge.schemas import Found, Hit


def found(*hits: tuple[str, float]) -> Found:
    """What a search found: (category, certainty), best first."""
    made = tuple(
        Hit(
            id=uuid4(), key=f"own:{place}", title=f"Question {place}?", text=f"Answer {place}.", category=category,
            source_type="own", cosine=0.9, support=0.8, words=0.9, score=0.1, certainty=certainty, facts={f"a.b{place}": "1.00"},
        )
        for place, (category, certainty) in enumerate(hits)
    )  # fmt: skip
    return Found(question="?", known=bool(hits) and hits[0][1] >= CERTAIN, hits=made, version=1)


@pytest.mark.parametrize(
    ("hits", "texts"),
    [
        ([("faq", 0.95), ("faq", 0.8), ("faq", 0.3)], ["Answer 0.", "Answer 1."]),
        ([("faq", 0.95), ("dietary", 0.9)], ["Answer 0."]),
        ([("faq", 0.6), ("faq", 0.5)], []),
        ([("dietary", 0.99), ("faq", 0.9)], []),
        ([], []),
    ],
)
def test_a_model_is_told_what_is_certain_and_nothing_of_diets(hits: list[tuple[str, float]], texts: list[str]) -> None:
    said = told(found(*hits))
    assert [one["text"] for one in said["passages"]] == texts
    assert said["known"] is bool(texts)
    assert len(said["facts"].get("a", {})) == len(texts), "no facts of what is not told"
    assert (said.get("ask") == "dietary_facts") is (bool(hits) and hits[0][0] == "dietary")
