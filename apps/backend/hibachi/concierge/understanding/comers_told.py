"""The guests of a booked party who are told clause by clause to join or to stay away, by the bands of the price list. Pure."""

from typing import Any

from hibachi.concierge.understanding import comings, own_signs, roster_told
from hibachi.concierge.understanding.parties import Bands
from hibachi.concierge.understanding.schemas import Frame, GuestWords, PartyState
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
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
    text = _beside_those_booked(text, stands)
    comers = read_comers(text) or read_comers(_as_if_so(text))
    if comers is None:
        return None
    come, gone = roster_told.beside(comers.joining, bands), roster_told.beside(comers.away, bands)
    less = _of_those_booked(gone.add, stands)
    add = {slot: come.add.get(slot, 0) - less.get(slot, 0) for slot in ("unsplit", "children", "toddlers")}
    return GuestWords(add={slot: more for slot, more in add.items() if more}, add_ages=come.add_ages)


_AS_BOOKED = re.compile(
    rf"^\W*(?:(?:so|no|ok|it'?s|we'?re|still|the)\W+)*(?P<n>{NUMBER})(?: (?:adults|people|guests|of us))? (?:as|like|already|that are|who are)? ?(?:booked|reserved|before|now)\b\W*"
)


def _beside_those_booked(text: str, stands: PartyState) -> str:
    """ "18 as booked, plus my brother and the two boys on top": only who comes beside them."""
    booked = _AS_BOOKED.match(text)
    grown, young = stands.adults or 0, (stands.children or 0) + (stands.toddlers or 0)
    if booked is None or to_int(booked["n"]) not in (grown, grown + young):
        return text
    return re.sub(r"(?<=\band )the (?=\w+ \w+s\b)|,? on top\b", "", text[booked.end() :])


_ASKS_PRICE = re.compile(
    r"\bhow much\b|\bwhat\b[^.?!\n,]{0,30}\b(?:price|total|cost|bill|pay|be|come to|more|less|extra|difference|owe)\b"
    r"|\b(?:price|total|cost)\b"
)
_ONLY_ASKS = re.compile(
    r"^\W*(?:(?:so|and|but|ok|then|also|just|btw|by the way)\W+)*"
    r"(?:(?:can|could|would) you (?:please )?(?:tell|give|let) (?:me|us)(?: know)? "
    r"|(?:i|we)(?:'d| would)? (?:like|want|need) to know )?"
    r"(?:what|how much)(?:(?!\b(?:if|when|with|without)\b)[^.?!\n])*"
    r"(?:\b(?:if|when) (?:they|he|she|that happens|all of them|both|everyone|those)\b[^.?!\n]{0,25})?\W*$"
    r"|^\W*(?:(?:i'?m|we'?re|they'?re|it'?s|i|we|but|just|still)\W+)*"
    r"(?:not (?:yet )?(?:sure|certain|decided|final)|(?:don'?t|do not) know|no idea"
    r"|just (?:curious|asking|wondering)|(?:the )?(?:price|total|cost))(?: yet| yet though| if so| then)?\W*$"
)
""" "What would the total be if they come?", "not sure yet": nobody is told there."""
_LEAD = re.compile(
    r"(?:^|(?<=[,.;!?] ))(?:[^.?!\n,]*\b(?:what|how much|total|price|cost)\b[^.?!\n,]*?\b)?"
    r"(?:what|how about|what about|and)? ?\b(?:if|in case|when|suppose|supposing|say|with)\b (?:that )?(?=\w)"
)
""" "How much would it be if": what follows is read as if it were so."""
_MAY_COME = re.compile(
    r"\b(?:might|may|could|would|will|possibly|probably|maybe|perhaps|wants? to|would like to|'d like to"
    r"|decides? to|(?:is|are) (?:thinking (?:of|about)|hoping to|planning to|trying to))\b"
    r"(?: (?:also|still|maybe|possibly|perhaps|be able to|want to))* (?:be )?"
    r"(?:com(?:e|ing)|join(?:ing)?|fly(?:ing)?|driv(?:e|ing)|drop(?:ping)?|stop(?:ping)?|swing(?:ing)?"
    r"|show(?:ing)?|tag(?:ging)?|mak(?:e|ing))"
    r"(?: (?:in|out|up|down|over|by|along|it|us|with us))*"
    r"(?: (?:from|to) (?!the party)[a-z]+(?: (?!with|and|plus|too|also)[a-z]+)??)?"
    r"(?= with| and| plus| too| also| as well|\W|$)"
)
""" "My brother might fly in from Denver with his boys"."""
_BEHIND = re.compile(
    r",? (?:and |so )?(?:(?:how much|what)(?: then| more| extra| less| is it| would (?:it|that) be| do we pay)*"
    r"|(?:price|total|cost)(?: then| if so)?)\W*$"
)
""" "…, how much then", "…, price if so"."""


def _as_if_so(text: str) -> str:
    """What is supposed and whose price is asked, as if it were so: "how much if my sister comes with her 2 kids" are those three."""
    if not _ASKS_PRICE.search(text):
        return text
    told = [
        part for part in re.split(r"(?<=[.?!;\n])\s+|, (?=(?:what|how much)\b)", text) if not _ONLY_ASKS.search(part)
    ]
    said = _MAY_COME.sub("are coming", ". ".join(part.rstrip(" .?!;") for part in told))
    said = re.sub(r"\bcame\b", "come", re.sub(r"\bbrought\b", "bring", said))
    return _LEAD.sub("", _BEHIND.sub("", said))


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
