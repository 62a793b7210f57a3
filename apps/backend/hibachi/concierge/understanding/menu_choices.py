"""Who eats what at a party that stands, told or swapped among what is included: nothing to pay, nothing to ask. Pure."""

from typing import Any

from hibachi.concierge.understanding import existing
from hibachi.concierge.understanding.following.booked import MENU_TOLD as ACT
from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.policies.schemas import Profile

__all__ = ["ACT", "included", "told"]
_SWAPS = re.compile(r"\b(?:switch|swap|chang|trad|replac)\w*\b|\b(?:instead of|rather than|in place of)\b", re.I)
_FOR_SOME = re.compile(
    r"\bfor (?:the|those|these|them|him|her|my|our|me|everyone|everybody|all)\b"
    r"|\b(?:everyone|everybody|the rest|all of us|the kids|we) (?:gets?|wants?|has|have|takes?"
    r"|will have|would like|'?ll have|'?d like)\b|\b(?:and )?the rest\b",
    re.I,
)
_MAY_STAND = {"menu_change", "menu", "choose"}


def told(frame: Frame, dialogue: Dialogue, own: list[dict[str, Any]], profile: Profile) -> Frame:
    """The frame of whoever tells, or swaps, included dishes of a party that stands."""
    menu = profile.menu
    kept = included(frame, profile)
    planned = existing.drafts(dialogue) or existing.wants_new(frame, dialogue, own)
    if not own or not kept or planned or set(frame.topics) - _MAY_STAND or frame.dietary or frame.asked_diets:
        return frame
    swaps = bool(_SWAPS.search(frame.text)) and len(kept) > 1
    chosen = any(item.role == "included" for item in frame.items) and bool(_FOR_SOME.search(frame.text))
    if not swaps and (not chosen or frame.question):
        return frame
    costs = [key for key in frame.mentioned if key in menu.upgrades_per_person or key in menu.addons_each]
    alone = not (costs or frame.guests.stated or frame.dates or frame.times or frame.zip)
    acts = tuple(act for act in frame.acts if not (alone and act == "change"))
    topics = tuple(topic for topic in frame.topics if topic not in _MAY_STAND)
    acts = tuple(dict.fromkeys((*acts, ACT, "about_own", "own_booking")))
    return frame.model_copy(update={"acts": acts, "topics": topics, "unknown": ()})


def included(frame: Frame, profile: Profile) -> tuple[str, ...]:
    """The dishes of a message that cost nothing more."""
    return tuple(key for key in frame.mentioned if key in profile.menu.included_proteins)
