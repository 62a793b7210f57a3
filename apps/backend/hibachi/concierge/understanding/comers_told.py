"""The guests of a booked party who are told clause by clause to join or to stay away, by the bands of the price list. Pure."""

from typing import Any

from hibachi.concierge.understanding import comings, own_signs, roster_told
from hibachi.concierge.understanding.parties import Bands
from hibachi.concierge.understanding.schemas import Frame, GuestWords, PartyState
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import to_int
from hibachi.language.roster.comers import read_comers
from hibachi.language.roster.families import Group
from hibachi.language.roster.words import NOUNS

_FEWER = re.compile(
    r"\b(?P<n>one|two|three|four|five|\d{1,2}) (?P<way>less|fewer"
    r"|more)\b(?! (?:questions?|things?|times?|changes?|hours?|days?|weeks?))",
    re.I,
)


def told(text: str, stands: PartyState, bands: Bands) -> GuestWords | None:
    """So many more and so many less; None where a text does not tell them plainly."""
    comers = read_comers(text)
    if comers is None:
        return None
    come, gone = roster_told.beside(comers.joining, bands), roster_told.beside(comers.away, bands)
    less = _of_those_booked(gone.add, stands)
    add = {slot: come.add.get(slot, 0) - less.get(slot, 0) for slot in ("unsplit", "children", "toddlers")}
    return GuestWords(add={slot: more for slot, more in add.items() if more}, add_ages=come.add_ages)


def _of_those_booked(gone: dict[str, int], stands: PartyState) -> dict[str, int]:
    """Who stays away as they are booked: a child of a party that has none was counted among its adults."""
    left = {"children": stands.children or 0, "toddlers": stands.toddlers or 0}
    less = {"unsplit": gone.get("unsplit", 0)}
    for slot, other in (("children", "toddlers"), ("toddlers", "children")):
        count = gone.get(slot, 0)
        for kind in (slot, other):
            taken = min(count, left[kind])
            less[kind] = less.get(kind, 0) + taken
            left[kind] -= taken
            count -= taken
        less["unsplit"] += count
    return less


_PLURALS = "|".join(
    sorted(
        (re.escape(word) for word, noun in NOUNS.items() if noun.relation and noun.plural and noun.alone is None),
        key=len,
        reverse=True,
    )
)
_SO_MANY_JOIN = re.compile(
    r"\b(?:add|bring|invite|include|have)(?:ing)? (?:my|our|some|a few|some more"
    rf"|more)(?: (?:of (?:my|our)|other|more|old|work|college|school))* (?:{_PLURALS})\b(?! (?:are|is"
    r"|can't|cannot))"
    r"|\b(?:my|our|some|a few)(?: (?:of (?:my|our)|other|more|old"
    rf"|work))* (?:{_PLURALS}) (?:are coming|want to (?:come|join)|would like to (?:come|join)"
    r"|are joining|also want)\b",
    re.I,
)
JOIN = "joins_uncounted"


def asks_how_many(frame: Frame, own: list[dict[str, Any]]) -> Frame:
    """ "Can you add my neighbors": some more whose number nobody told, which is asked for."""
    told = frame.guests.stated or frame.guests.add or frame.dates or frame.times or frame.zip or frame.items
    if (
        not own
        or told
        or frame.topics
        or not _SO_MANY_JOIN.search(frame.of_the_party)
        or re.search(r"\d", frame.of_the_party)
    ):
        return frame
    acts = (*(act for act in frame.acts if act != "wants_chef"), JOIN, "change", "about_own", "own_booking")
    return frame.model_copy(update={"acts": tuple(dict.fromkeys(acts)), "unknown": (), "answer": None})


def away(text: str) -> tuple[Group, ...] | None:
    """Who stays away, where a text tells nothing else: "my brother in law can't make it anymore" gives no party up."""
    comers = read_comers(text)
    return comers.away or None if comers is not None else None


def with_fewer(frame: Frame) -> GuestWords:
    """ "One less", "two more": a change of the guests although nobody is named."""
    step = _FEWER.search(frame.of_the_party)
    other = frame.guests.stated or "cancel" in frame.acts or own_signs.is_why_it_moves(frame)
    named = 0 if other else comings.by_name(frame.of_the_party)
    if named:
        return frame.guests.model_copy(update={"add": {"unsplit": named}})
    if step is None or frame.guests.stated:
        return frame.guests
    number = to_int(step["n"].lower()) or 1
    return frame.guests.model_copy(update={"add": {"unsplit": number if step["way"].lower() == "more" else -number}})
