"""A trained second opinion on who is counted: what the rules took for guests and is surely something else goes; what they missed is filled.

The tagger (language.heads.numbers) says of each number what it counts. It has a word only where it is sure, and where its own
reading is whole: a count that it knows to be of dishes, diets or years is none of guests, whatever pattern found it.
"""

from collections.abc import Sequence

from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.language.heads.numbers import Known, Tagged, tag

NOBODY = 0.05
"""So likely, at most, is a number that counts something else still one of guests."""
SURE = 0.9
"""So sure must the tagger be of every number of guests before its reading stands for that of the rules."""
SURER = 0.95
"""So sure where the rules read nobody at all."""
GUESTS = frozenset("TACBPJ")
ROLES = frozenset("TACBPJLO")
SLOTS = ("adults", "people", "children", "toddlers")


def told(frame: Frame, dialogue: Dialogue, *, own: bool) -> Frame:
    """The frame with the guests that both opinions leave; own: whether a party of theirs exists, which counts its guests by itself."""
    guests = frame.guests
    if guests.invalid or guests.unclear or guests.add or guests.low is not None or frame.sizes:
        return frame
    known = known_of(dialogue)
    if not guests.stated and (own or known.grown or not _wants_a_price(frame, dialogue)):
        return frame
    numbers = tag(frame.text, known)
    if not numbers:
        return frame
    guests = _without_others(guests, numbers, frame) if guests.stated else _counted(numbers, SURER) or guests
    return frame if guests == frame.guests else frame.model_copy(update={"guests": guests})


def known_of(dialogue: Dialogue) -> Known:
    """Who is counted already, and what was asked."""
    party = dialogue.party
    return Known(
        (party.adults or 0) + (party.unsplit or 0),
        (party.children or 0) + (party.toddlers or 0),
        dialogue.expecting[0] if dialogue.expecting else "",
    )


def _wants_a_price(frame: Frame, dialogue: Dialogue) -> bool:
    """Whether the message may say who comes: it was asked, or a price or a booking is, and nothing else."""
    if frame.unknown or "injection" in frame.acts or frame.mentioned or frame.guests.no_children:
        return False
    return "guests" in dialogue.expecting or set(frame.topics) == {"price"} or "book" in frame.acts


def _without_others(guests: GuestWords, numbers: Sequence[Tagged], frame: Frame) -> GuestWords:
    """The guests without a count that is surely of something else; in its place those whom the tagger is sure of, if anybody."""
    told = sum(getattr(guests, slot) or 0 for slot in SLOTS)
    if guests.adults and guests.children and not guests.ages and _is_of_others(told, numbers, frame):
        return _counted(numbers, SURE) or guests  # "she will be 90, we are eleven adults": eleven of ninety are none
    wrong = {slot: None for slot in SLOTS if _is_of_others(getattr(guests, slot), numbers, frame)}
    if not wrong or (guests.ages and not {"adults", "people"} & set(wrong)):
        return guests
    left = guests.model_copy(update=wrong)
    if left.adults or left.people:
        return left
    counted = _counted(numbers, SURE)
    return counted if counted is not None else left


def _is_of_others(count: int | None, numbers: Sequence[Tagged], frame: Frame) -> bool:
    """Whether every number of this size counts no guests, and it was such a one that the rules read."""
    same = [one for one in numbers if one.value == count]
    if not count or not same or any(guests_of(one) > NOBODY for one in same):
        return False
    return any(_covers(frame, one) for one in same)


def _covers(frame: Frame, one: Tagged) -> bool:
    spans = [said for said in frame.evidence if said.slot == "guests"]
    return any(said.start <= one.span.start and one.span.end <= said.end for said in spans)


def guests_of(one: Tagged) -> float:
    """How likely a number counts people who come."""
    return sum(chance for role, chance in one.chances.items() if role in GUESTS)


def _counted(numbers: Sequence[Tagged], sure: float) -> GuestWords | None:
    """The guests as the tagger reads them: one number of each kind, each of them sure, and no other that may be one."""
    people = [one for one in numbers if one.role in ROLES]
    if any(one.sure < sure for one in people) or any(guests_of(one) > 1 - sure for one in numbers if one.role not in ROLES):
        return None
    told = {role: {one.value for one in people if one.role == role} for role in ROLES}
    if any(len(values) > 1 for values in told.values()) or told["J"] or told["L"] or told["P"]:
        return None
    total, adults, children, toddlers = (next(iter(told[role]), None) for role in "TACB")
    if not (total or adults) or (adults and total and total != adults + (children or 0) + (toddlers or 0)):
        return None
    ages = tuple(one.value for one in numbers if one.role == "G" and one.sure >= sure)
    young = (children or 0) + (toddlers or 0)
    return GuestWords(
        adults=adults,
        people=None if adults else total,
        children=children,
        toddlers=toddlers,
        ages=ages if young and len(ages) == young else (),
    )
