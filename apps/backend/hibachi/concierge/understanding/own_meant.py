"""Who has a party and tells nothing of another one speaks of the party that stands: none is planned beside it. Pure."""

from hibachi.concierge.understanding.own_bookings import Bookings
from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

_NEW = re.compile(
    r"\b(?:book|reserve|schedule|have|do|throw|plan|want|need|get"
    r"|host)\w* (?:to (?:book|have|plan|do|throw|host) )?(?:a|an|another|one|something|you|more) "
    r"|\b(?:can|could|may|to|wanna|gonna|let'?s) (?:i |we )?(?:book|reserve)\b"
    r"|\b(?:book|reserve) (?:again|it)\b"
    r"|\b(?:new|another|next|second|separate) (?:party|booking|event|dinner|one|date)\b"
    r"|\b(?:quote|estimate)\b"
)
_PLANS = ("quote", "booking")
_A_PARTY = re.compile(
    r"\b(?:a|an|another|some|their|her|his|(?:my|our) (?!\w+ and )\w+'?s) (?:[\w'-]+ ){0,2}(?:party|dinner|lunch|event|gathering|reunion"
    r"|shower|wedding|graduation|hibachi|celebration|reception)\b(?! of (?:only |just )?\d)"
    r"|\b(?:your|usual|normal|general|typical) (?:\w+ )?(?:price|rate|cost|charge|fee)s?\b|\b(?:usually|normally|generally|typically)\b"
    r"|\b(?:do|would) you charge\b"
)
""" "How much is a dinner for 20", "what do you usually charge": of parties at large."""
_OF_OTHERS = frozenset({"others_booking", "one_more", "book", "hold", "about_past", "injection"})


def counts_its_guests(frame: Frame, dialogue: Dialogue, own: Bookings) -> bool:
    """ "What would it be for 14", "if my brother comes with his boys": other guests of the one party, priced as a change of it."""
    guests = frame.guests
    told = guests.stated or guests.no_children or bool(frame.items)
    if len(own) != 1 or dialogue.booked is not None or not told or frame.sizes or frame.budget is not None:
        return False
    party = own[0]
    days = {day.isoformat() for day in (*frame.dates, *frame.other_dates)} - {str(party["date"])}
    place = frame.zips or frame.zip not in (None, str(party.get("zip"))) or frame.city or frame.foreign or frame.address
    if days or place or frame.month or _OF_OTHERS & set(frame.acts):
        return False
    text = fold(frame.text)
    return not (_NEW.search(text) or _A_PARTY.search(text))


def is_meant(goal: str | None, frame: Frame, dialogue: Dialogue, own: Bookings) -> bool:
    """Whether a plan for a new party that begins with this message is none: nothing of one was told."""
    if goal not in _PLANS or not own or dialogue.goal in _PLANS or dialogue.booked is not None:
        return False
    days = {day.isoformat() for day in frame.dates} - {str(one["date"]) for one in own}
    told = frame.guests.stated or frame.sizes or frame.zip or frame.zips or frame.city or frame.month or days
    if told or frame.items or frame.budget is not None:
        return False
    return not _NEW.search(fold(frame.text))


def told(frame: Frame, goal: str | None, dialogue: Dialogue, own: Bookings) -> Frame:
    """The frame in which the price that is asked is that of the party that stands."""
    if not is_meant(goal, frame, dialogue, own) or "price" not in frame.topics:
        return frame
    topics = tuple(dict.fromkeys("balance" if topic == "price" else topic for topic in frame.topics))
    return frame.model_copy(update={"topics": topics, "acts": (*frame.acts, "about_own")})
