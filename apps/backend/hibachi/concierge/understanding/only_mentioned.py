"""Sentences that only mention a number, a person or a day ("my brother got sick once", "I've got bridge on Wednesdays"). Pure.

A trained head says how surely a sentence does (language.heads.mentions). Such a sentence is still read for what it asks and feels;
who comes, when, and what is ordered is read from the rest of the message.
"""

from collections.abc import Sequence

from hibachi.concierge.understanding.schemas import Evidence, Frame
from hibachi.kit import lazy_re as re

Mentions = Sequence[tuple[str, float]]
"""Sentences of a message, and how likely each only mentions (0..1)."""
SURE = 0.8
SURER = 0.93
"""Where nothing is known of a party yet: what is lost has to be asked for, and nothing can be changed by mistake."""
SUREST = 0.97
"""Where several things of a party stand in one sentence: a day, a start and a place are hardly in passing."""
LEAST_WORDS, MOST_WORDS = 4, 45
MOST = 6
"""Sentences of one message that the head is asked about; a letter of more is left to the rules."""
_ENDS = re.compile(r"(?<=[.!?;])\s+|\n+")
_OF_THE_PARTY = (
    "guests", "kids", "sizes", "items", "plans", "same_party",
    "dates", "other_dates", "date_problem", "date_said", "month", "month_last", "times", "time_part",
)  # fmt: skip
_DEEDS = frozenset({"cancel", "change", "keep", "gives_up", "book"})


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences that the head is asked about."""
    parts = [" ".join(part.split()) for part in _ENDS.split(text)]
    return tuple(dict.fromkeys(part for part in parts if LEAST_WORDS <= len(part.split()) <= MOST_WORDS))[:MOST]


def without(text: str, mentions: Mentions, evidence: Sequence[Evidence], *, known: bool) -> str:
    """The text without the sentences that surely only mention; the same text where none does.

    known: whether there is a party, booked or planned, of which they may be said.
    """
    chances, sure = dict(mentions), SURE if known else SURER
    left: list[str] = []
    start = 0
    for end, begin in [*(cut.span() for cut in _ENDS.finditer(text)), (len(text), len(text))]:
        part = text[start:end]
        slots = {one.slot for one in evidence if start <= one.start and one.end <= end}
        if chances.get(" ".join(part.split()), 0.0) < (sure if len(slots) < 2 else SUREST):
            left.append(text[start:begin])
        start = begin
    return "".join(left)


def told(frame: Frame, rest: Frame) -> Frame:
    """The frame of a whole message with the party of its rest."""
    deeds = {act for act in frame.acts if act in _DEEDS and act not in rest.acts}
    kept = tuple(act for act in frame.acts if act not in deeds)
    party = {name: getattr(rest, name) for name in _OF_THE_PARTY}
    if "keep" in deeds and frame.answer == "no":  # "the guests don't change" declines nothing
        party |= {"answer": rest.answer, "strength": rest.strength}
    return frame.model_copy(update=party | {"acts": kept, "telling": rest.text})
