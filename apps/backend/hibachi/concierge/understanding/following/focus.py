"""What a follow-up without a noun is about: the dish that was talked of just now, or the guests. Pure."""

from dataclasses import replace

from hibachi.concierge.understanding.following import remarks
from hibachi.concierge.understanding.following.schemas import Back, Delta, Dish, Follow, Heads, Times
from hibachi.concierge.understanding.schemas import Counts, Dialogue, PartyState
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.policies.schemas import Profile

_BARE = re.compile(
    r"\W*(?:(?:and|so|but|maybe|then|if|what if|what about|how about|with|for|just|only|make it"
    r"|make that|let'?s do|we'?ll do|do|down to|cut it to|cut to|even"
    rf"|or)\W+)*(?P<n>{NUMBER})(?: of (?:them|those|us))?(?: (?:is enough|are enough|will do|is fine"
    r"|is plenty|should do it|works|then|instead|actually|though|max|tops|at most"
    r"|(?:do|get|have|want|take|order) (?:it|that|one|them)))*\W*"
)
_PEOPLE = re.compile(
    r"\b(?:adults?|people|ppl|guests?|persons?|kids?|children|of us|we|we'?re|party of|friends?"
    r"|head ?count|come|coming|join\w*|total)\b"
)
_ALSO_GUESTS = re.compile(
    r"\b(?:(?:do|get|have|want|take|order)s? (?:it|that|one|them)|of (?:them|those|us))\b|\b(?:enough|plenty)\b"
)
""" "If only 4 of us do it": guests of whom so many have the dish."""


def dish(before: Dialogue) -> str | None:
    """The dish of the quoted party that the message before named alone."""
    key = before.just_dish
    return key if key is not None and _portions(before.party, key) else None


def _portions(party: PartyState, key: str) -> int:
    return party.upgrades.get(key, 0) or party.addons.get(key, 0)


def _talked_of(before: Dialogue) -> PartyState:
    """The party in which the dish that was talked of stands: the one supposed last, else the planned one."""
    return before.variants[-1] if "variant" in before.expecting and before.variants else before.party


def led(follow: Follow | None, marked: str, before: Dialogue, guests: Counts, profile: Profile) -> Follow | None:
    """The follow-up with its bare numbers as portions of the dish that was talked of, where they can be those."""
    key = before.just_dish
    party = _talked_of(before)
    had = _portions(party, key) if key is not None else 0
    if key is None or not had or key not in {**profile.menu.upgrades_per_person, **profile.menu.addons_each}:
        return follow
    if follow is None or follow.bare:
        number = _bare(marked)
        said_so = bool(_ALSO_GUESTS.search(marked))
        fits = number is not None and _fits(number, had, guests.total, alone=not before.just_guests, said_so=said_so)
        return Follow((Dish(key, "set", number),), supposes="?" in marked, asks_price=True) if fits else follow
    if len(follow.deltas) != 1:
        return follow
    return replace(follow, deltas=(_of_dish(follow.deltas[0], key, had, guests.total, marked, before),))


def in_party(follow: Follow, marked: str, before: Dialogue, party: PartyState, guests: int) -> Follow:
    """The same for a booked party: "2 more" right after its lobster was talked of."""
    key = before.just_dish
    had = _portions(party, key) if key is not None else 0
    if key is None or not had or len(follow.deltas) != 1:
        return follow
    return replace(follow, deltas=(_of_dish(follow.deltas[0], key, had, guests, marked, before),))


def _of_dish(delta: Delta, key: str, had: int, guests: int, marked: str, before: Dialogue) -> Delta:
    alone = not before.just_guests
    if isinstance(delta, Times) and delta.key is None and alone and not _PEOPLE.search(marked):
        return replace(delta, key=key)
    if isinstance(delta, Back) and delta.guests is not None and alone and not _stood(before, delta.guests):
        return Dish(key, "set", delta.guests) if _fits(delta.guests, had, guests, alone=True) else delta
    if not isinstance(delta, Heads) or delta.who != "people" or delta.ages or _PEOPLE.search(marked):
        return delta
    if delta.op == "set":
        return Dish(key, "set", delta.number) if _fits(delta.number, had, guests, alone=alone) else delta
    if delta.named or (delta.op == "remove" and (not alone or delta.number >= had)):
        return delta
    return Dish(key, delta.op, delta.number) if delta.op == "remove" or had + delta.number <= guests else delta


def _stood(before: Dialogue, number: int) -> bool:
    """Whether so many guests were counted in an earlier version or are now."""
    parties = (*before.versions, before.party)
    return any(number == sum(one or 0 for one in (party.adults, party.children, party.unsplit)) for party in parties)


def _bare(marked: str) -> int | None:
    told = _BARE.fullmatch(remarks.without(marked))
    return to_int(told["n"]) if told else None


def _fits(number: int, had: int, guests: int, *, alone: bool, said_so: bool = False) -> bool:
    """Whether a number is rather one of portions than one of guests: no more than those, and nearer to what was told of the dish.

    alone: the message before was about the dish and no guests, so that the middle is the dish's.
    """
    to_dish, to_guests = abs(number - had), abs(number - guests)
    return 0 < number <= guests and (said_so or to_dish < to_guests or (alone and to_dish == to_guests))
