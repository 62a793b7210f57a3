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
