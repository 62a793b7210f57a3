"""Who comes: what was said turn by turn, and what the price list makes of it. Pure."""

from dataclasses import dataclass

from hibachi.concierge.understanding.schemas import Counts, GuestWords, PartyState
from hibachi.kit import once
from hibachi.policies.schemas import Profile

SMALL = 1
"""The age of a toddler of whom none was told, beside children with theirs."""


@dataclass(frozen=True, slots=True)
class Bands:
    """The ages of the price list: a toddler is at most toddler_to years old, a child at most child_to."""

    toddler_to: int
    child_to: int

    def of(self, age: int) -> str:
        if age <= self.toddler_to:
            return "toddlers"
        return "children" if age <= self.child_to else "adults"


@once.only
def bands_of(profile: Profile) -> Bands:
    """The bands of the owner's price list."""
    toddler, child = profile.prices.toddler.oldest(), profile.prices.child.oldest()
    return Bands(toddler if toddler is not None else 0, child if child is not None else 0)


def counts_of(party: PartyState, bands: Bands) -> Counts | None:
    """The party by bands; people without an age count as adults. None while no number is known."""
    said = (party.adults, party.children, party.toddlers, party.unsplit)
    if all(part is None for part in said) and not party.ages:
        return None
    by_age = [bands.of(age) for age in party.ages]
    young = by_age.count("toddlers")
    toddlers = max(party.toddlers or 0, young)
    aged_children = len(by_age) - min(young, party.toddlers or 0)
    unaged = max(0, (party.children or 0) - aged_children)
    adults = (party.adults or 0) + by_age.count("adults") + (party.unsplit or 0)
    if unaged and party.spread and bands.of(party.spread[0]) == bands.of(party.spread[1]):
        by_age += [bands.of(party.spread[0])] * unaged
        adults += unaged if bands.of(party.spread[0]) == "adults" else 0
        toddlers += unaged if bands.of(party.spread[0]) == "toddlers" else 0
        unaged = 0
    assumed = 0 if party.all_adults else party.unsplit or 0
    counts = Counts(
        adults=adults, children=by_age.count("children") + unaged, toddlers=toddlers, assumed=assumed, unaged=unaged
    )
    return counts if counts.total else None


def merged(party: PartyState, said: GuestWords) -> PartyState:
    """The party after one more message."""
    if not said.stated and not (said.no_children or said.all_adults) and said.low is None:
        return party
    if said.as_counted:
        told = said.model_dump(include={"adults", "children", "toddlers", "ages"})
        return party.model_copy(update={**told, "unsplit": None, "spread": None, "all_adults": False})
    if said.ages and not (said.on_top or said.add or said.people or said.adults) and _told_before(party, said):
        return party
    said = _with_the_comers(party, said)
    if _comes_beside(party, said):
        young = max((party.children or 0) + (party.toddlers or 0), len(party.ages)) - (party.toddlers or 0)
        return party.model_copy(update={"children": young + len(said.ages), "ages": (*party.ages, *said.ages)})
    said = _by_ages(_of_those_known(party, said))
    changed = _with_counts(_unaged(party, said.not_aged), said)
    changed = _with_ages(changed, said)
    changed = _with_changes(changed, said)
    return _all_grown(changed, said)


def _with_the_comers(party: PartyState, said: GuestWords) -> GuestWords:
    """ "We add 2 friends and their 8 yr old" where children were counted: the child comes with them, beside those."""
    if not (said.add and said.ages_alone and said.ages) or said.on_top or not (party.children or party.ages):
        return said
    more = {**said.add, "children": said.add.get("children", 0) + len(said.ages)}
    told: dict[str, object] = {"children": None, "ages": (), "ages_alone": False}
    return said.model_copy(update={**told, "add": more, "add_ages": (*said.add_ages, *said.ages)})


def _comes_beside(party: PartyState, said: GuestWords) -> bool:
    """ "And my 8 year old" once another child was counted: one more, nobody instead of somebody."""
    alone = said.ages_alone and said.on_top and said.adults is None and said.people is None and not said.add
    known = bool(party.children or party.toddlers or party.ages) and bool(party.adults or party.unsplit)
    return alone and known and (said.joining or not set(said.ages) <= set(party.ages))


def _of_those_known(party: PartyState, said: GuestWords) -> GuestWords:
    """Ages by themselves, once children were counted who have none, are theirs: "one is 13" of four kids."""
    without = (party.children or 0) + (party.toddlers or 0) - len(party.ages)
    if said.ages_alone and not said.on_top and 0 < len(said.ages) <= without:
        return said.model_copy(update={"children": None, "toddlers": None})
    return said


def _by_ages(said: GuestWords) -> GuestWords:
    """ "Twelve, including four teenagers of 14 to 17 and an 11 year old": as many young as have an age, where all were told."""
    young = (said.children or 0) + (said.toddlers or 0)
    if not said.people_is_total or not 0 < young < len(said.ages):
        return said
    return said.model_copy(update={"children": len(said.ages) - (said.toddlers or 0), "toddlers": said.toddlers or 0})


def _with_counts(party: PartyState, said: GuestWords) -> PartyState:
    update: dict[str, object] = {}
    if said.people is not None:
        update |= _people(party, said)
    if said.adults is not None:
        update |= {"adults": said.adults, "all_adults": False}
        if said.people is None:
            update |= {"unsplit": None}
            if said.children is None and _is_new_party(party, said):
                update |= {}
    if said.children is not None:
        update |= {"children": said.children}
        if said.children != party.children and not said.ages:
            update |= {"ages": ()} if len(party.ages) > said.children + (said.toddlers or party.toddlers or 0) else {}
        if said.people_is_total and said.people is None and said.adults is None and party.adults:
            update |= {"adults": max(0, party.adults - said.children)}
        if said.adults is None and said.people is None and party.unsplit and not party.adults:
            taken = said.children + (said.toddlers or 0)
            if party.children is None and taken < party.unsplit and not said.on_top:
                update |= {"unsplit": party.unsplit - taken}
    if said.toddlers is not None:
        update |= {"toddlers": said.toddlers}
    if said.people is not None or said.adults is not None:
        update |= {"low": said.low, "high": said.high}
    return party.model_copy(update=update)


def _is_new_party(party: PartyState, said: GuestWords) -> bool:
    return party.adults is None and said.children is None


def _people(party: PartyState, said: GuestWords) -> dict[str, object]:
    """A number of people without a split: of everybody, or of those beside the children that were named."""
    people = said.people or 0
    if said.adults is not None:
        named = said.adults + (said.children or 0) + (said.toddlers or 0)
        rest = max(0, people - named) if said.people_is_total else people
        return {"unsplit": rest or None}
    if said.children is not None or said.toddlers is not None:
        named = (said.children or 0) + (said.toddlers or 0)
        return {"unsplit": max(0, people - named) if said.people_is_total else people, "adults": None}
    kids = max((party.children or 0) + (party.toddlers or 0), len(party.ages))
    if kids == people == party.children and 0 < (party.adults or 0) < people and not party.ages:
        return {"unsplit": None, "children": people - (party.adults or 0)}  # "plus 14 kids", and then "no, 14 total"
    if party.all_adults or said.all_adults or (party.adults is not None and kids == 0):
        return {"unsplit": None, "adults": people}
    return {"unsplit": max(0, people - kids) if kids < people else people, "adults": None}


def _with_ages(party: PartyState, said: GuestWords) -> PartyState:
    if said.ages:
        named = len(said.ages)
        children = party.children
        if (
            said.children is None
            and said.toddlers is None
            and party.unsplit
            and not party.children
            and not party.adults
        ):
            return party.model_copy(
                update={"ages": said.ages, "unsplit": max(0, party.unsplit - named), "children": named}
            )
        ages = said.ages
        if said.on_top and said.ages_alone and party.ages and said.children is None:
            return party.model_copy(
                update={"ages": party.ages + ages, "children": (children or 0) and (children or 0) + named}
            )
        if (
            children is not None
            and said.children is None
            and len(party.ages) + named <= children + (party.toddlers or 0)
        ):
            ages = party.ages + said.ages
        return party.model_copy(update={"ages": ages, "children": children if children is not None else 0})
    if said.age_low is not None and said.age_high is not None:
        return party.model_copy(update={"spread": (said.age_low, said.age_high)})
    return party


def _told_before(party: PartyState, said: GuestWords) -> bool:
    """Whether every age of a message is known already: "one toddler, 4 years old" of the guest of four."""
    same = sorted(said.ages) == sorted(party.ages)
    young = (said.children or 0) + (said.toddlers or 0)
    return same and young in (0, len(said.ages))


def _with_changes(party: PartyState, said: GuestWords) -> PartyState:
    if said.gone_ages:
        return _without(party, said.gone_ages)
    update: dict[str, object] = {}
    ages = party.ages + said.add_ages
    if said.add_ages:
        update["ages"] = ages
    for kind, more in said.add.items():
        slot = kind
        if kind == "unsplit":
            slot = "adults" if party.adults is not None else "unsplit"
        if kind == "toddlers" and more > 0 and party.ages and not party.toddlers:
            young = int(said.add.get("children", 0)) + (party.children or 0) + more
            update |= {"children": young, "ages": (*ages, *(SMALL,) * more)}
            continue
        before = getattr(party, slot) or 0
        update.setdefault(slot, max(0, before + more))
        if slot == "children" and more < 0:
            update["ages"] = party.ages[: max(0, before + more)] if len(set(party.ages)) == 1 else ()
    return party.model_copy(update=update)


def _unaged(party: PartyState, wrong: tuple[int, ...]) -> PartyState:
    """The party without these ages; the children who were taken to have them come all the same."""
    left = [*party.ages]
    for age in wrong:
        left.remove(age)
    return party.model_copy(update={"ages": tuple(left)}) if wrong else party


def _without(party: PartyState, gone: tuple[int, ...]) -> PartyState:
    """The party without the children of these ages."""
    ages = list(party.ages)
    for age in gone:
        if age in ages:
            ages.remove(age)
    left = len(party.ages) - len(ages)
    children = max(0, party.children - left) if party.children is not None else None
    return party.model_copy(update={"ages": tuple(ages), "children": children})


def _all_grown(party: PartyState, said: GuestWords) -> PartyState:
    if said.all_adults and said.age_low is None:
        grown = (party.adults or 0) + (party.unsplit or 0)
        kids = (
            {} if said.children is not None or said.toddlers is not None else {"children": 0, "toddlers": 0, "ages": ()}
        )
        return party.model_copy(update={"adults": grown or None, "unsplit": None, "all_adults": True, **kids})
    if said.no_children and said.children in (None, 0):
        grown = (party.adults or 0) + (party.unsplit or 0)
        return party.model_copy(
            update={
                "adults": grown or None,
                "unsplit": None,
                "children": 0,
                "toddlers": said.toddlers or 0,  # "no kids, two toddlers"
                "ages": (),
                "all_adults": not said.toddlers,
            }
        )
    return party
