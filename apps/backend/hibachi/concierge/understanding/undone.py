"""A change that was just made and is wished back: "undo that please", "put it back", "it's only 3 more, my mistake". Pure."""

from typing import Any

from hibachi.concierge.understanding.own_bookings import GUEST_SLOTS
from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import MONTH_STARTS, WEEKDAY_STARTS

ACT = "undoes"
_UNDOES = re.compile(
    r"\b(?:undo|revert|reverse|take back)(?: (?:that|it|this"
    r"|the (?:change|move|last one)))?\b(?! (?:an? )?(?:day|guest|adult|kid))"
    r"|\b(?:put|change|switch|move|set|make|turn) (?:it|that|this|everything|us"
    r"|things)(?: all)? back\b(?! (?:an?|one|two|half|\d"
    rf"|to (?:\d|noon|(?:the )?\d|{WEEKDAY_STARTS}|{MONTH_STARTS}))\b)"
    r"|\b(?:go(?:ing)? )?back to (?:how|what|where|the way|when) (?:it|we|things)\b"
    r"|\b(?:the way|how|like|as) it was(?: before)?\b"
    r"|\bback to (?:the )?(?:original|old|first"
    r"|previous)(?: (?:one|date|day|time|plan|number|count|booking))?\b",
    re.I,
)
_MISTAKE = re.compile(
    r"\b(?:mistake|my bad|(?:i|we) (?:mean|meant|miscounted|counted wrong)"
    r"|(?:should|was supposed to) (?:be|have been)|oops|whoops|wrong(?:ly)?|correction)\b",
    re.I,
)


def told(frame: Frame, dialogue: Dialogue, own: list[dict[str, Any]]) -> Frame:
    """The frame of whoever wishes back what was changed in this conversation."""
    waits = dialogue.pending is not None and dialogue.pending.kind in ("change", "cancel", "book")
    if not own or waits or not dialogue.changed_from or not _UNDOES.search(frame.text):
        return frame
    if frame.guests.stated or frame.times or frame.items or frame.dates:
        return frame
    acts = (
        *(act for act in frame.acts if act not in ("keep", "cancel", "change", "again")),
        ACT,
        "about_own",
        "own_booking",
    )
    update = {"acts": tuple(dict.fromkeys(acts)), "answer": None, "unknown": (), "topics": (), "guests": GuestWords()}
    return frame.model_copy(update=update)


def stood(party: dict[str, Any], text: str, dialogue: Dialogue) -> dict[str, Any]:
    """The party as it was before the change of its guests that a message puts right; else as it is."""
    if dialogue.pending is not None or not set(GUEST_SLOTS) & set(dialogue.changed_from) or not _MISTAKE.search(text):
        return party
    return {**party, **{slot: count for slot, count in dialogue.changed_from.items() if slot in GUEST_SLOTS}}


def puts_right(text: str, dialogue: Dialogue) -> bool:
    """Whether a message puts right the guests that were just changed."""
    return stood({}, text, dialogue) != {}
