"""The children of a party that stands, told to be younger or older than they are booked, or to come after all. Pure.

"Two of the 7 kids are only 4" makes toddlers of two, "my nephew turned 13, he's not kids price anymore" a grown-up of one, and
"don't take the kids out" brings them back into a change that would leave them out.
"""

from typing import Any

from hibachi.concierge.understanding.own_bookings import GUEST_SLOTS, Bookings
from hibachi.concierge.understanding.parties import Bands
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int

_YOUNG = r"(?:kids?|kiddos?|child(?:ren)?|little ones)"
_STAY = re.compile(
    rf"\b(?:don'?t|dont|do not|not|never) (?:to )?(?:take|remove|delete|drop|leave|cut|lose) (?:out |off )?(?:the|my|our|any) (?:\w+ )?{_YOUNG}\b"
    rf"|\b(?:the|my|our) (?:\w+ )?{_YOUNG} (?:stay|are staying|still come|are (?:still )?coming|remain)\b",
    re.I,
)
_ARE_AGED = re.compile(
    rf"\b(?P<n>{NUMBER}) of (?:the|our|my|those)(?: {NUMBER})? {_YOUNG}(?:'re| are| is)(?: (?:actually|really|only|just|already|now|turning|under))*"
    rf" (?P<age>{NUMBER})(?! (?:of|adults?|people|more)\b)",
    re.I,
)
_TURNED = re.compile(
    rf"\b(?:my|our|the|his|her) (?:[a-z]+ ){{0,2}}?(?:just |already |has |is )*(?:turned|turns|turning|is now|now) (?P<age>1[3-9])\b[^.?!\n]*"
    rf"\b(?:not|no longer|isn'?t|any ?more|instead of|stop being)\b[^.?!\n]*\b{_YOUNG}\b",
    re.I,
)


def plainly(text: str, dialogue: Dialogue, own: Bookings, bands: Bands) -> str:
    """The text with the new numbers of the one party that it can be about."""
    party = _party(dialogue, own)
    if party is None:
        return text
    if _STAY.search(text):
        return _kept(text, dialogue, party)
    if dialogue.goal in ("quote", "booking"):
        return text
    counts = {
        slot: int(party.get(slot) or 0) for slot in GUEST_SLOTS
    }  # from what is booked: said twice, it is the same
    some = _ARE_AGED.search(text)
    if some is not None:
        return _recast(text, to_int(some["n"].lower()) or 0, to_int(some["age"].lower()) or 0, counts, bands)
    turned = _TURNED.search(text)
    return _recast(text, 1, int(turned["age"]), counts, bands) if turned is not None else text


def _party(dialogue: Dialogue, own: Bookings) -> dict[str, Any] | None:
    pending = dialogue.pending
    if pending is not None and pending.kind == "change":
        return next((one for one in own if str(one["id"]) == pending.booking_id), None)
    return own[0] if len(own) == 1 else None


def _shown(dialogue: Dialogue) -> dict[str, int]:
    pending = dialogue.pending
    waits = pending.arguments if pending is not None and pending.kind == "change" else {}
    return {slot: int(waits[slot]) for slot in GUEST_SLOTS if slot in waits}


def _kept(text: str, dialogue: Dialogue, party: dict[str, Any]) -> str:
    shown, booked = _shown(dialogue), int(party.get("children") or 0)
    if shown.get("children", booked) >= booked:
        return text
    return f"make it {shown.get('adults', party['adults'])} adults and {booked} kids"


def _recast(text: str, number: int, age: int, counts: dict[str, int], bands: Bands) -> str:
    """So many of the children counted among those of their age; as it was where they are children by it, or not so many are booked."""
    to = bands.of(age)
    if to == "children" or not 0 < number <= counts["children"]:
        return text
    counts = counts | {"children": counts["children"] - number, to: counts[to] + number}
    told = f"make it {counts['adults']} adults and {counts['children']} kids"
    return f"{told} and {counts['toddlers']} toddlers" if counts["toddlers"] else told
