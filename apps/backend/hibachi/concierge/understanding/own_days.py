"""Two days told together, one of them the party's own: from the one to the other, or the one rather than the other. Pure."""

from datetime import date
from typing import Any

from hibachi.concierge.understanding.schemas import Frame
from hibachi.kit import lazy_re as re

_FROM_TO = re.compile(r"\bfrom\b[^.?!\n]{2,40}\b(?:to|onto|over to)\b", re.I)
_LOOKS = re.compile(
    r"\b(?:free|open|openings?|available|availability|any(?:thing)?|between|vacation|away|out of town|gone|travel(?:l?ing)?)\b",
    re.I,
)
_PREFERS = re.compile(
    r"\bprefer\b[^.?!\n]{3,60}\b(?:to|over|than|instead of)\b|\b(?:rather|sooner|better|more|easier|nicer)\b[^.?!\n]{0,60}\bthan\b",
    re.I,
)


def as_moved(frame: Frame, own: list[dict[str, Any]]) -> Frame:
    """The frame with the day that is wished alone, where it was told beside the day that the party has."""
    if _keeps_own(frame, own):
        return frame.model_copy(update={"dates": frame.other_dates, "other_dates": ()})
    wanted = _from_own(frame, own) or _rather_than_own(frame, own)
    if wanted is None:
        return frame
    standing, day = wanted
    return frame.model_copy(
        update={
            "dates": (day,),
            "other_dates": (standing,),
            "acts": (*frame.acts, *(() if "change" in frame.acts else ("change",))),
            "topics": tuple(topic for topic in frame.topics if topic not in ("area", "availability")),
        }
    )


def _days_of(own: list[dict[str, Any]]) -> set[date]:
    return {date.fromisoformat(str(one["date"])) for one in own}


def _keeps_own(frame: Frame, own: list[dict[str, Any]]) -> bool:
    """ "I prefer the 10th over the 17th" of a party on the 10th: it stays."""
    alone = len(frame.dates) == 1 and len(frame.other_dates) == 1 and frame.dates[0] not in _days_of(own)
    prefers = re.search(r"\bprefer\b[^.?!\n]{3,40}\bover\b", frame.text, re.I)
    return alone and bool(prefers) and frame.other_dates[0] in _days_of(own)


def _from_own(frame: Frame, own: list[dict[str, Any]]) -> tuple[date, date] | None:
    """ "From Oct 10 to Oct 17" of a party on October 10: a move, no span of days to look through."""
    span = len(frame.dates) > 1 and (frame.dates[-1] - frame.dates[0]).days == len(frame.dates) - 1
    if not span or frame.dates[0] not in _days_of(own) or frame.dates[-1] in _days_of(own):
        return None
    moves = _FROM_TO.search(frame.text) and not _LOOKS.search(frame.text)
    return (frame.dates[0], frame.dates[-1]) if moves else None


def _rather_than_own(frame: Frame, own: list[dict[str, Any]]) -> tuple[date, date] | None:
    """ "We'd prefer the 15th to the 10th" of a party on the 10th: the day named first is wished."""
    if len(frame.dates) != 1 or len(frame.other_dates) != 1 or not _PREFERS.search(frame.text):
        return None
    last, first = frame.dates[0], frame.other_dates[0]
    return (last, first) if last in _days_of(own) and first not in _days_of(own) else None
