"""Which part of the party that stands somebody asks for: "how many do you have me down for", "who is it under", "did it go thru". Pure."""

from typing import Any

from hibachi.concierge.understanding import others
from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

LEAD = "part:"
MOST_PARTS = 2
"""Who asks for more is told all that stands."""
_PARTS = {
    "guests": (
        r"how many(?! (?:hours|minutes|days|miles|parties|bookings|times|chefs))|head ?count"
        r"|guest (?:count|list)|number of (?:people|guests)|kids?|children|toddlers"
    ),
    "when": r"(?:what|which) (?:time|hour|day|date|weekday)|start(?:ing)? time|the (?:time|date|day)|when",
    "place": (
        r"address|where(?! (?:do|should|can) (?:i|we) (?:pay|send))"
        r"|(?:what|which) (?:house|place|location|zip(?: code)?)"
    ),
    "name": (
        r"(?:what|which|whose) name|who(?:'?s)?(?: is| was)? (?:it|that|this|the \w+)(?: booked)? (?:under"
        r"|for)|under (?:who|what|which)\w*|the name"
    ),
    "phone": r"(?:my|our|the|what|which) (?:(?:tele)?phone|cell|mobile)(?: number)?|(?:my|our|what|which) number",
    "email": r"(?:my|our|what|which) e-?mail(?: address)?",
    "total": (
        r"(?:include|cover)s? (?:everyone|everybody|all of (?:us|it|them)|the kids|the children|everything"
        r"|all)|(?:is|are|for) (?:that|this|it)? ?for (?:everyone|everybody|all of us|all \\w+ of us)"
        r"|(?:that'?s|thats|is that|is it|its|it'?s) (?:the total )?for (?:everyone|everybody|all of us"
        r"|the whole (?:group|party))"
    ),
    "dishes": (
        r"proteins?|meats?|food|menu|dish(?:es)?|upgrades?|add-?ons?|extras|noodles|add(?:ed)? anything"
        r"|anything (?:extra|added)|order(?:ed)?"
    ),
    "diets": r"allerg\w+|diets?|dietary|restrictions?",
    "state": (
        r"still on|(?:go|gone|went|get|got) (?:through|thru|booked|confirmed)|confirmed|all set|locked in"
        r"|official|good (?:for|to go)|in order|everything(?:'s| is)? (?:all )?(?:ok|okay|good|fine|set|alright)"
        r"|(?:is|are) (?:everything|we|all) (?:booked|ok|okay|good|set)"
        r"|(?:is|are) (?:it|this|that) (?:booked|set)"
    ),
}
_NAMED = {part: re.compile(rf"\b(?:{words})\b") for part, words in _PARTS.items()}
_OF_TOPICS = {
    "guests": {"most_guests", "capacity", "children", "price"}, "when": {"hours", "daytime", "availability", "duration"},
    "place": {"contact", "area", "about"}, "phone": {"contact"}, "email": {"contact"}, "dishes": {"menu", "choose", "included"},
    "diets": {"dietary", "diet_notice"}, "state": {"about", "availability"}, "name": {"about"}, "total": {"price", "included", "children"},
}  # fmt: skip
_OFFERED = re.compile(
    r"\b(?:what|which)(?: (?:kinds?|sorts?) of)? (?:other )?(?:[a-z-]+ (?:and|or) )?(?:upgrades?|add-?ons?|extras|dishes|proteins?|meats?|menus?)"
    r"(?: (?:and|or) [a-z-]+)? (?:do|does|can|would) (?:you|u|ya|yall)(?: guys| all)? (?:have|offer|do|got|serve|recommend)\W*$"
)
""" "What upgrades do you have?": what the menu holds, not what is on the booking."""
_HAD = re.compile(
    r"\b(?:do|did|does|have|has|had) (?:you|u|ya|yall|i|we)(?: guys"
    r"| all)?(?: (?:still|already|even|ever|also))? (?:have|got|get|gotten|say|said|tell|told|put|pick"
    r"|picked|choose|chosen|order|ordered|add|added|book|booked|write|written|note|noted|give|given|do"
    r"|done|down|include|included)\b(?! (?:to|a|an|any|the rest)\b)"
    r"|\b(?:on|in) (?:file|record|there|the (?:booking|books|list|system|calendar)"
    r"|(?:my|our) (?:booking|reservation|order|party))\b"
    r"|\b(?:do|does) (?:you|u|he|she|they|the chef)(?: guys| even| already)? know (?:where|when|which"
    r"|what|how many)\b|\bdown for\b|\b(?:me|us) down\b|\bremind (?:me|us)\b|\bagain\W*$|\bunder\W*$"
    r"|\b(?:what(?:'?s| is| was|s)?|when(?:'?s| is| was)?|is|are) (?:our|my)\b"
    r"|\b(?:what|which) \w+ (?:are we|did we|do we|am i|did i)\b"
    r"|\b(?:is|was|are) (?:it|this|that|we|everything|all)\b|\b(?:am i|are we) (?:still )?getting\b"
    r"|\b(?:for|of|on|is|are) the \w+ one\b|\b(?:does|do) (?:that|it|this) (?:include|cover)\b"
    r"|\b(?:that'?s|thats|it'?s|its) for\b",
)
""" "Do you have us down", "on file", "what's our": what stands is asked for, not what could be."""
_OF_THE_BOOKING = re.compile(
    r"\b(?:everything|all|it|things)(?: is| are|'s)? (?:all )?(?:ok(?:ay)?|fine|good|alright|in order"
    r"|set)(?: (?:on|from) (?:your|ur) (?:side|end))? (?:with|on|for|about) (?:the|my|our) (?:booking|reservation|party"
    r"|event)\b"
    r"|\b(?:everything|all|things|we)(?: is| are|'s|'re)? (?:all )?(?:ok(?:ay)?|good|set|fine) (?:on"
    r"|from) (?:your|ur) (?:side"
    r"|end)\b"
)
_COULD_BE = re.compile(
    r"\b(?:can|could|would|should|shall|may|will|might|must)\b"
    r"|\b(?:do|does) (?:i|we|it|they|he|she|you|the \w+) (?:need|want|cost|include|come|count|serve"
    r"|offer|bring|take|accept|charge|allow)\b|\bif\b|\bwhat if\b|\b(?:want|like|need|going) to\b"
    r"|\blate\b|\bby when\b|\bmust\b"
)
_DID_WE = re.compile(
    r"\b(?:did|have|had) (?:we|i|you)(?: guys)? (?:already |even |actually |end up |ever )?(?:add"
    r"|added|order|ordered|get|gotten|pick|picked|choose|chosen|do|done|put|include|included"
    r"|sign up for|adding|ordering|getting)\b|\b(?:are we|am i) (?:still )?getting\b"
)
""" "Did we add gyoza": asked of what stands, no wish."""
_OF_ALL = re.compile(r"\b(?:does|do) (?:that|it|this) (?:include|cover)\b")
_MONEY = re.compile(r"\b(?:pay|paid|owe|deposit|balance|total|bill|price|cost|refund\w*|money|rest)\b")
_KEPT = ("cancel", "change", "told_right", "told_wrong", "about_past", "recalls_past")


def told(frame: Frame, dialogue: Dialogue, own: list[dict[str, Any]]) -> Frame:
    """The frame of somebody who has a party, marked with the parts of it that are asked for."""
    text = fold(frame.text)
    if not own or set(_KEPT) & set(frame.acts) or dialogue.answered[-1:] == (others.TOLD,):
        return frame
    if frame.items and _DID_WE.search(text) and not frame.guests.stated:
        frame = frame.model_copy(update={"items": ()})
    told_diet = frame.dietary or frame.asked_diets or frame.no_dietary
    if (
        frame.guests.stated
        or frame.guests.add
        or frame.items
        or told_diet
        or (frame.times and "status" not in frame.acts)
    ):
        return frame
    if not _asks(text, frame, dialogue) or _OFFERED.search(text):
        return frame
    dish = ["dishes"] if frame.mentioned and _DID_WE.search(text) else []
    named = dish or [part for part, pattern in _NAMED.items() if pattern.search(text)]
    if "total" in named:
        named = ["total"]
    if len(named) > 1:
        named = [part for part in named if part != "state"]
    if not named or len(named) > MOST_PARTS:
        return frame
    covered = {topic for part in named for topic in _OF_TOPICS[part]}
    kept = tuple(
        act for act in frame.acts if act not in ("others_booking", "thinking", "recalls", "asks_address", "asks_total")
    )
    acts = ("status", "about_own", "own_booking", *(f"{LEAD}{part}" for part in named))
    update = {
        "acts": tuple(dict.fromkeys((*kept, *acts))), "unknown": (), "question": True,
        "topics": tuple(topic for topic in frame.topics if topic not in covered),
    }  # fmt: skip
    return frame.model_copy(update=update)


def _asks(text: str, frame: Frame, dialogue: Dialogue) -> bool:
    """Whether what stands is asked for: known already, or by such words where nothing else is planned."""
    if "deposit_state" in frame.acts or (_COULD_BE.search(text) and not _OF_ALL.search(text)) or _MONEY.search(text):
        return False
    if "status" in frame.acts and "about_own" in frame.acts:
        return True
    plans = dialogue.goal in ("quote", "booking") and dialogue.booked is None
    of_theirs = "others_booking" in frame.acts and not _NAMED["name"].search(text)
    if plans or of_theirs or len(text.split()) > MOST_WORDS or frame.address or frame.zip:
        return False
    return bool(_OF_THE_BOOKING.search(text) or (_HAD.search(text) and _asks_at_all(text)))


MOST_WORDS = 14
_OPENS = re.compile(
    r"(?:^|[.,!;:]\s*|\b(?:and|so|hey|hi|ok|wait|btw|also|quick question|again|sorry|um|forgot|forget"
    r"|remember|sure|tell me)\W+)(?:for )?(?:what|whats|which|who|whos|whose|when|whens|where|wheres"
    r"|how|do|did|does|have|has|is|are|was|were|am|under|remind)\b"
)


def _asks_at_all(text: str) -> bool:
    return "?" in text or bool(_OPENS.search(text))


def of(frame: Frame) -> tuple[str, ...]:
    """The parts of the party that are asked for; none where all of it is."""
    return tuple(act.removeprefix(LEAD) for act in frame.acts if act.startswith(LEAD))
