"""A trained second opinion on who is counted: what the rules took for guests and is surely something else goes; what they missed is filled.

The tagger (language.heads.numbers) says of each number what it counts. It has a word where it is sure, and where its own reading
is whole: a count that it knows to be of dishes, diets, years or people who stay away is none of guests, whatever pattern found it.
"""

from collections.abc import Sequence

from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.language.heads.numbers import Known, Tagged, tag

NOBODY = 0.05
"""So likely, at most, does a number count guests that is let go though nobody else is counted then."""
BESIDE = 0.5
"""So likely, at most, where grown-ups are counted beside it."""
SURE = 0.9
"""So sure must the tagger be of every number of guests before its reading stands for that of the rules."""
SURER = 0.95
FAINT = 0.15
"""So sure where the rules read nobody at all; every other number counts guests at most so likely (FAINT)."""
GUESTS = frozenset("TACBPJ")
ROLES = frozenset("TACBPJLO")
BESIDE_PRICE = frozenset({"price", "children", "dietary"})
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
    guests = _without_others(frame, numbers, known) if guests.stated else _counted(numbers, SURER, FAINT) or guests
    return frame if guests == frame.guests else frame.model_copy(update={"guests": guests})


def known_of(dialogue: Dialogue) -> Known:
    """Who is counted already, and what was asked."""
    party = dialogue.party
    grown = (party.adults or 0) + (party.unsplit or 0)
    young = (party.children or 0) + (party.toddlers or 0)
    return Known(grown, young, dialogue.expecting[0] if dialogue.expecting else "")


def _wants_a_price(frame: Frame, dialogue: Dialogue) -> bool:
    """Whether the message may say who comes: it was asked, or a price or a booking is, and nothing that is no matter of guests."""
    if dialogue.quoted or frame.unknown or "injection" in frame.acts or frame.guests.no_children:
        return False
    return (
        "guests" in dialogue.expecting
        or ("price" in frame.topics and set(frame.topics) <= BESIDE_PRICE)
        or "book" in frame.acts
    )


def _without_others(frame: Frame, numbers: Sequence[Tagged], known: Known) -> GuestWords:
    """The guests without a count that is of something else; in its place those whom the tagger is sure of, if anybody."""
    guests = frame.guests
    if (whole := _not_within(guests, numbers)) is not None:
        return whole
    told = sum(getattr(guests, slot) or 0 for slot in SLOTS)
    if guests.adults and guests.children and not guests.ages and _is_of_others(told, numbers, frame, NOBODY):
        return _counted(numbers, SURE) or guests  # "she will be 90, we are eleven adults": eleven of ninety are none
    wrong = [slot for slot in SLOTS if _is_of_others(getattr(guests, slot), numbers, frame, BESIDE)]
    if guests.ages:
        wrong = [slot for slot in wrong if slot in ("adults", "people")]
    if not wrong:
        return guests
    left = guests.model_copy(update=dict.fromkeys(wrong) | _stay_away(wrong, guests, numbers, known))
    if left.adults or left.people:
        return left
    surely = all(_is_of_others(getattr(guests, slot), numbers, frame, NOBODY) for slot in wrong)
    alone = surely and not (left.children or left.toddlers)  # children come with grown-ups, whom the rules added up
    return _counted(numbers, SURE) or (left if alone else guests)


def _not_within(guests: GuestWords, numbers: Sequence[Tagged]) -> GuestWords | None:
    """ "11 girls, all grown, + 3 kiddos": grown-ups whom the rules took for a whole with the children in it."""
    counted = _counted(numbers, SURE, BESIDE) if guests.people_is_total and guests.people and guests.children else None
    if counted is None or counted.adults != guests.people or counted.children != guests.children:
        return None
    return guests.model_copy(update={"adults": counted.adults, "people": None, "people_is_total": False})


def _stay_away(wrong: Sequence[str], guests: GuestWords, numbers: Sequence[Tagged], known: Known) -> dict[str, bool]:
    """ "The four kids will be at grandma's", of four who were counted: none comes."""
    gone = any(one.role == "L" and one.value == guests.children == known.young for one in numbers)
    return {"no_children": True} if gone and "children" in wrong else {}


def _is_of_others(count: int | None, numbers: Sequence[Tagged], frame: Frame, most: float) -> bool:
    """Whether every number of this size counts no guests, and it was such a one that the rules read, and as no age."""
    same = [one for one in numbers if one.value == count and one.value not in frame.guests.ages]
    if not count or not same or any(guests_of(one) > most for one in same):
        return False
    return any(_covers(frame, one) for one in same)


def _covers(frame: Frame, one: Tagged) -> bool:
    spans = [said for said in frame.evidence if said.slot == "guests"]
    return any(said.start <= one.span.start and one.span.end <= said.end for said in spans)


def guests_of(one: Tagged) -> float:
    """How likely a number counts people who come."""
    return sum(chance for role, chance in one.chances.items() if role in GUESTS)


def _counted(numbers: Sequence[Tagged], sure: float, others: float | None = None) -> GuestWords | None:
    """The guests as the tagger reads them: one number of each kind, each of them sure, and no other that may be one."""
    people = [one for one in numbers if one.role in ROLES]
    rest = [one for one in numbers if one.role not in ROLES]
    if any(one.sure < sure for one in people) or any(guests_of(one) > (others or 1 - sure) for one in rest):
        return None
    told = {role: {one.value for one in people if one.role == role} for role in ROLES}
    if any(len(values) > 1 for values in told.values()) or told["J"] or told["L"] or told["P"]:
        return None
    total, adults, children, toddlers = (next(iter(told[role]), None) for role in "TACB")
    young = (children or 0) + (toddlers or 0)
    if not (total or adults) or (adults and total and total != adults + young):
        return None
    ages = tuple(one.value for one in rest if one.role == "G" and one.sure >= sure)
    return GuestWords(
        adults=adults,
        people=None if adults else total,
        children=children,
        toddlers=toddlers,
        ages=ages if young and len(ages) == young else (),
    )
