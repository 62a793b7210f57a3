"""What a message means to somebody who is remembered: a yes to "The usual 14 guests?", a birthday told in passing. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from hibachi.concierge.understanding.recalling import SAME_PLACE
from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.roster.words import RELATION
from hibachi.memory.rules import hearing

_AS_USUAL = re.compile(
    r"\b(?:the )?(?:usual|same)(?: (?:number|size|group|crowd|amount|as (?:last time|always|before)))?\b", re.I
)
_IN_PASSING = re.compile(
    r"\b(?:by the way|btw|fyi|just so you know|for your records|for the future|next time|please remember)\b", re.I
)


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame with the usual guests where the customer agrees to them and names no number."""
    if "usual" not in dialogue.expecting or dialogue.usual is None or frame.guests.stated or frame.question:
        return frame
    if frame.answer != "yes" and not _AS_USUAL.search(frame.text):
        return frame
    adults, children = dialogue.usual
    guests = GuestWords(adults=adults, children=children or None)
    return frame.model_copy(update={"guests": guests, "answer": None})


def same_place(frame: Frame, facts: Sequence[Any]) -> Frame:
    """The frame with the ZIP of their parties where who returns says that it is at the same place again."""
    if frame.zip or frame.city or not SAME_PLACE.search(frame.text):
        return frame
    known: dict[str, Any] = next((fact.result for fact in reversed(facts) if fact.tool == "customer_memory"), {})
    zip_code = (known.get("remembered") or {}).get("location", {}).get("zip")
    return frame.model_copy(update={"zip": zip_code, "acts": (*frame.acts, "same_place")})


def in_passing(frame: Frame, dialogue: Dialogue, own: list[dict[str, Any]], now_local: datetime) -> Frame:
    """The frame without a day that is only told: whose party is booked, or who says "by the way", plans no party on it."""
    if not frame.dates or frame.question or frame.topics or frame.guests.stated or "book" in frame.acts:
        return frame
    if not (own or dialogue.booked or _IN_PASSING.search(frame.text)) or "change" in frame.acts:
        return frame
    told = {str(one.value["date"])[5:] for one in hearing.important_dates(frame.text, now_local)}
    if not told or {f"{day:%m-%d}" for day in frame.dates} - told:
        return frame
    return frame.model_copy(update={"dates": (), "event_type": None})


_OF_OTHERS = re.compile(
    rf"\b(?:my|our|a|his|her) (?:{RELATION}|in-?laws?)s?\b(?:'s)?(?: \w+){{0,2}} (?:in|from|over in|out in|near) ",
    re.I,
)


_WE_ARE = re.compile(
    r"\b(?:you'?re|you are|u r|ur|you guys(?: are)?"
    r"|(?:your|ur) (?:base|office|kitchen|company|place)(?: is|'s)?)(?: all| guys| based| located"
    r"| coming| driving| right here| here)* (?:in|from|out of|at) ",
    re.I,
)
""" "You're in San Jose, no?": where we are, not where the party is."""


def not_theirs(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame without the town that is said to be ours; without that of somebody else, once the party has a ZIP: "my cousin in Fremont paid no travel"."""
    if (
        frame.city
        and (ours := _WE_ARE.search(frame.text))
        and frame.text[ours.end() :].lower().startswith(frame.city.lower())
    ):
        return frame.model_copy(update={"city": None, "state": None})
    other = _OF_OTHERS.search(frame.text)
    if not frame.city or dialogue.zip is None or frame.zip or other is None:
        return frame
    here = frame.text[other.end() :].lower().startswith(frame.city.lower())
    topics = frame.topics if "travel" in frame.topics else (*frame.topics, "travel") if frame.question else frame.topics
    return frame.model_copy(update={"city": None, "state": None, "topics": topics, "unknown": ()}) if here else frame
