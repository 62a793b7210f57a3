"""What no rule reads is looked up in the business's own passages."""

from collections.abc import Sequence
from typing import Any

from hibachi.concierge.local.known import ANSWERED, Known
from hibachi.concierge.understanding import subjects

MOST_SEARCHED, LONGEST_QUESTION, FEW_WORDS = 3, 300, 8


def from_passages(known: Known, asked: Sequence[str]) -> list[str]:
    """Answer from the business's own passages what no rule reads; what is left is not known.

    A passage whose words were refused is not said again: then a person is offered.
    """
    if known.turn.rejections:
        return list(asked)
    left = []
    for question in asked[:MOST_SEARCHED]:
        found = known.need("search_knowledge", question=question[:LONGEST_QUESTION])
        passage = _told_by(found, question) or _in_context(known, question)
        if passage is None:
            left.append(question)
        else:
            known.say("passage", at=ANSWERED, text=passage["text"], id=passage["id"])
    return [*left, *asked[MOST_SEARCHED:]]


def _told_by(found: dict[str, Any], question: str) -> dict[str, Any] | None:
    """The passage that answers; the policies answer nothing that is known to be beyond them, the owner's entries may."""
    passage: dict[str, Any] | None = found["passages"][0] if found.get("known") and found["passages"] else None
    beyond = subjects.subject_of(question.lower()) is not None
    return None if passage is not None and beyond and passage.get("of_policies") else passage


def _in_context(known: Known, question: str) -> dict[str, Any] | None:
    """A short question that leans on the sentence before it ("forecast looks bad, do u still come"), read with it."""
    whole = known.frame.text.strip()
    if (
        len(question.split()) > FEW_WORDS
        or len(whole) > LONGEST_QUESTION
        or whole.rstrip("?!. ") == question.rstrip("?!. ")
    ):
        return None
    if len(known.frame.unknown) > 1 or known.frame.topics or subjects.subject_of(question.lower()):
        return None
    return _told_by(known.need("search_knowledge", question=whole), question)
