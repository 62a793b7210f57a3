"""A second party beside one that stands: "we have may 30, can i book one more", "no, keep may 30 too, this is extra". Pure."""

from datetime import date
from typing import Any

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

ONE_MORE = "one_more"
"""The act of whoever wishes another party beside the one that stands."""
_STAYS = re.compile(
    r"\b(?:keep\w*|stays?|stands?|untouched|as (?:it )?is"
    r"|(?:don'?t|do not|not) (?:want to )?(?:touch|change|cancel|move|replac\w*)|in addition|on top of"
    r"|besides|as well as|both|extra|additional|separate|another one"
    r"|(?:a |my |the )?(?:second|2nd) (?:one|party|booking))\b",
    re.I,
)
_ONE_MORE = re.compile(
    r"\b(?:one more(?! (?!part|book|event|date)\w)|another (?:one|party|booking|event|dinner)"
    r"|(?:second|2nd|separate|additional|extra|new) (?:one|party|booking|event|dinner))\b",
    re.I,
)
_ONE_TOO = re.compile(
    r"(?:\b(?:my|our) (?!\w+ and\b)(?:\w+ )?(?P<who>\w+) )?\b(?P<wish>wants?"
    r"|(?:would|'d) (?:like|love)|need(?:s)?|is (?:having|planning|throwing)"
    r"|are (?:having|planning|throwing)|(?:to )?book|have|throw) (?:one"
    r"|a (?:hibachi )?(?:party|dinner))(?= (?:too|also|as well|of (?:her|his|their) own"
    r"|for (?:herself|himself|themselves))\b)",
    re.I,
)
_ALSO = re.compile(r"\b(?:also|too|as well|on top of|besides|in addition)\b", re.I)
_STANDS = re.compile(
    r"\b(?:already|have|got|booked|stays?|keep\w*|besides|on top of|in addition|all set|confirmed)\b", re.I
)
_MOVES = re.compile(
    r"\b(?:instead|mov(?:e|ed|ing)|resched\w*|postpon\w*|push\w*|chang\w*|switch\w*|swap\w*|cancel\w*|rather)\b", re.I
)
_OF_OWN = ("others_booking", "about_own", "own_booking", "status", "change", "keep")
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


def plainly(text: str) -> str:
    """ "My sister wants one too": one is a party there and no guest, and neither is she."""
    return _ONE_TOO.sub(lambda said: "we want another one" if said["who"] else f"{said['wish']} another one", text)


def wished(frame: Frame, dialogue: Dialogue, own: list[dict[str, Any]]) -> Frame:
    """The frame of whoever wishes one more party on another day: the party that stands is not spoken of, only named."""
    text, days = fold(frame.text), {str(one.get("date")) for one in own}
    fresh = _without((*frame.dates, *frame.other_dates), days)
    names_own = len(fresh) < len((*frame.dates, *frame.other_dates))
    more = _ONE_MORE.search(text) or (names_own and _ALSO.search(text) and _STANDS.search(text))
    if (
        not own
        or not fresh
        or not more
        or _MOVES.search(text)
        or dialogue.pending is not None
        or not frame.guests.stated
    ):
        return frame
    acts = (*(act for act in frame.acts if act not in _OF_OWN), ONE_MORE)
    dates = _without(frame.dates, days) or fresh[:1]
    return frame.model_copy(update={"acts": acts, "dates": dates, "other_dates": (), "choice": None})


def _without(days: tuple[date, ...], others: set[str]) -> tuple[date, ...]:
    return tuple(day for day in days if day.isoformat() not in others)
