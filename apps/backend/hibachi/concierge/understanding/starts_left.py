"""Starts that are turned down ("3 is too early for my dad, 9 too late for the kids"): what is left of those on the table. Pure."""

from datetime import time
from typing import Any

from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.small_numbers import ONE_TO_TWELVE
from hibachi.language.spans import fold
from hibachi.language.time_words import HOURS

LEFT = "starts_left"
DAY_DOWN = "day_turned_down"
NOON = 12
_HOUR = rf"(?<![\w/:.$-])(?P<h>1[0-2]|[1-9]|{ONE_TO_TWELVE}|noon)(?::00)?(?: ?(?P<ap>[ap])\.?m\b\.?| ?o'? ?clock)?"
_VERY = r"(?: (?:way|much|far|a bit|a little|kind of|kinda|just|really|definitely|probably))*"
_IS = r"(?:'s| is| would be| will be| seems| feels| might be)?"
_DOWN = re.compile(
    rf"{_HOUR}{_IS}{_VERY} too (?P<side>early|late|soon)\b"
    rf"|{_HOUR.replace('<h>', '<g>').replace('<ap>', '<gap>')}(?:{_IS}{_VERY} (?:no good|not good|bad"
    r"|impossible|out|not (?:possible|ideal|going to work|gonna work))\b"
    r"| (?:doesn'?t|does not|won'?t|wouldn'?t|will not|can'?t) (?:really )?(?:work|fit|suit|happen"
    r"|do)\b)"
    r"|\b(?:can'?t|cannot|can not|couldn'?t|won'?t|don'?t want) (?:do|make|have|be there at"
    rf"|come at) {_HOUR.replace('<h>', '<k>').replace('<ap>', '<kap>')}(?! (?:people|guests|adults"
    r"|kids|of|more|portions?|orders?))"
)
_THAT_DAY = re.compile(
    r"\b(?:that|it|this)(?: day| date| one)? (?:won'?t|doesn'?t|does not|will not|wouldn'?t"
    r"|isn'?t going to|is not going to|isn'?t gonna) (?:really )?(?:work|fit|suit|do)\b"
    r"|\b(?:that|this) (?:day|date)(?:'s| is) (?:no good|out|bad|impossible)\b"
)
""" "They land the 21st at 5, so that won't work", once that day was shown."""
"""A start that is too early takes those before it along, one too late those after it."""


def told(frame: Frame, dialogue: Dialogue, slots: tuple[time, ...], own: list[dict[str, Any]]) -> Frame:
    """The frame with the starts that are left, where some of those on the table are turned down."""
    table = _on_the_table(dialogue, slots, own)
    left = _left(fold(frame.text), table)
    waits = dialogue.offered or (dialogue.pending is not None and dialogue.pending.kind == "change")
    if (
        own
        and dialogue.goal == "change"
        and waits
        and left is None
        and not (frame.dates or frame.times)
        and _THAT_DAY.search(fold(frame.text))
    ):
        return frame.model_copy(update={"acts": (*frame.acts, DAY_DOWN), "answer": None, "guests": GuestWords()})
    if left is None or len(left) == len(table) or "?" in frame.text or frame.dates:
        return frame
    return frame.model_copy(
        update={
            "times": left, "guests": GuestWords(), "choice": None, "unknown": (), "topics": (), "time_part": None, "answer": None,
            "acts": (*(act for act in frame.acts if act not in ("keep", "cancel")), LEFT),
        }
    )  # fmt: skip


def _on_the_table(dialogue: Dialogue, slots: tuple[time, ...], own: list[dict[str, Any]]) -> tuple[time, ...]:
    """The starts that were offered of one day, or asked between; of a change that waits, all that we have."""
    if len({one.date for one in dialogue.offered}) == 1:
        return tuple(sorted(time.fromisoformat(one.time) for one in dialogue.offered))
    if dialogue.time_choices:
        return dialogue.time_choices
    waits = dialogue.pending is not None and dialogue.pending.kind == "change" and "time" in dialogue.pending.arguments
    return slots if waits and own else ()


def _left(folded: str, table: tuple[time, ...]) -> tuple[time, ...] | None:
    """What is left of the starts on the table; None where none of them is turned down."""
    found = list(_DOWN.finditer(folded)) if table else []
    if not found:
        return None
    left = table
    for one in found:
        hour = one["h"] or one["g"] or one["k"]
        at = _at(hour, one["ap"] or one["gap"] or one["kap"])
        side = one["side"]
        left = tuple(
            slot for slot in left if (slot > at if side in ("early", "soon") else slot < at if side else slot != at)
        )
    return left


def _at(hour: str, half: str | None) -> time:
    number = HOURS.get(hour) or int(hour)
    return time(number) if half == "a" and number != NOON or number == NOON else time(number + NOON)
