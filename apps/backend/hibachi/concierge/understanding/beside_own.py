"""A second party beside one that stands: "no, keep may 30 too, this one is extra. yes book it" at its summary. Pure."""

from datetime import date
from typing import Any

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

_STAYS = re.compile(
    r"\b(?:keep\w*|stays?|stands?|untouched|as (?:it )?is|(?:don'?t|do not|not) (?:want to )?(?:touch|change|cancel|move|replac\w*)|in addition|on top of|besides|as well as|both|extra|additional|separate|another one|(?:a |my |the )?(?:second|2nd) (?:one|party|booking))\b",
    re.I,
)
_AGREES = re.compile(
    r"^(?!.*\b(?:don'?t|do not|not)\b).*\b(?:yes|yep|yeah|yup|go ahead|go for it|please do|book|do it|confirm\w*)\b",
    re.I,
)
_SENTENCE = re.compile(r"[.!;,\n]+(?=\s|$)")


def told(frame: Frame, dialogue: Dialogue, own: list[dict[str, Any]]) -> Frame:
    """The frame in which the party that stands is neither the day that is wished nor a reason to book nothing."""
    pending = dialogue.pending
    if pending is None or pending.kind != "book" or not _STAYS.search(fold(frame.text)):
        return frame
    shown = str(pending.shown["date"])
    others = {str(one.get("date")) for one in own} - {shown}
    if not others:
        return frame
    acts = tuple(act for act in frame.acts if act not in ("keep", "about_own", "own_booking"))
    agrees = any(_AGREES.search(part) for part in _SENTENCE.split(fold(frame.text)))
    answer = {"answer": "yes", "strength": "firm"} if agrees else {"answer": None}
    return frame.model_copy(update={"acts": acts, "dates": _without(frame.dates, others), "no_extras": False, **answer})


def _without(days: tuple[date, ...], others: set[str]) -> tuple[date, ...]:
    return tuple(day for day in days if day.isoformat() not in others)
