"""The guests of a message that tells them as a row of people, by the bands of the price list. Pure."""

from collections.abc import Sequence

from hibachi.concierge.understanding import kids_again, kids_told
from hibachi.concierge.understanding.parties import Bands
from hibachi.concierge.understanding.schemas import Dialogue, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.guests import read_guests
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import OPENERS
from hibachi.language.party import Party
from hibachi.language.roster import reading
from hibachi.language.roster.families import Group
from hibachi.language.roster.reading import Roster, parts_of, read_roster
from hibachi.language.roster.words import NOUNS, SELF
from hibachi.language.spans import Span

FEW = 3
_GROWN = ("adults", "people")


_LISTED = re.compile(r"(?:,|,? and| &| \+) [A-Z][a-z]+\b")


def no_names(text: str, contacts: Sequence[Span]) -> list[Span]:
    """Names and addresses without what was taken for a name and names guests: "it's myself plus my mom", "it's Tom, Ana and me"."""
    named = [span for span in contacts if not {*NOUNS, *SELF, "plus"} & set(span.text.lower().split())]
    return [span for span in named if " " in span.text or not _LISTED.match(text, span.end)]


def find(text: str, dialogue: Dialogue, taken: Sequence[Span], whole: int | None = None) -> Roster | None:
    """The row of guests of a message; None where it tells none, or counts others beside it that were not read.

    whole: how many all are by the same message ("sorry 18, 5 are kids"), where it counts them anew.
    """
    if "how_many" in dialogue.expecting:
        return None
    roster = read_roster(text, taken=taken, counted=whole or _split_by(text, dialogue))
    if roster is None or not _is_the_party(roster, dialogue):
        return None
    if not (roster.sure and roster.operation != "remove") and not (roster.operation != "set" and _counted(dialogue)):
        return None
    if roster.operation == "add" and any(group.definite or group.among for group in roster.groups):
        return None
    left = read_guests(text, taken=[*taken, *roster.spans])
    others = left.stated or left.changes or left.ages or left.ranges or left.corrections
    if others:
        return None
    unaged = any(group.kind in ("children", "toddlers") and not group.ages for group in roster.groups)
    if (
        unaged
        and not roster.parted
        and (_tells_ages_later(text, roster, dialogue) or _knows_less(roster, read_guests(text, taken=taken)))
    ):
        return None
    return roster


def _knows_less(roster: Roster, plainly: Party) -> bool:
    """Whether the plainer patterns count as many and know ages that the row does not tell ("they're seven eight and ten")."""
    ages = sum(group.count for group in roster.groups if group.ages or group.low is not None)
    told = sum(group.count or len(group.each) for group in plainly.ages)
    open_ones = any(group.kind == "children" and not group.ages and group.low is None for group in roster.groups)
    return open_ones and told > ages and plainly.total == roster.total


def _tells_ages_later(text: str, roster: Roster, dialogue: Dialogue) -> bool:
    """Whether children of the row without an age get theirs elsewhere: "a kid. He's 4", "4 kids, my son is turning 7"."""
    others = text
    for span in roster.spans:
        others = others[: span.start] + " " * (span.end - span.start) + others[span.end :]
    again = kids_again.find(text, dialogue, [])
    return bool(kids_told.HE_IS.search(others) or any(one.start >= roster.spans[0].end for one in again.spans))


_ON_TOP = re.compile(
    rf"^\W*(?:(?:{OPENERS}|what if|what about|how about|how much|if (?:we|i))\W+)*(?:w/?|with|plus|\+"
    r"|add|adding|also|bring|bringing|we add|i add)\b"
    r"|\b(?:more|also|too|as well|extra|join\w*|along|bring\w*|add\w*|plus|on top)\b",
    re.I,
)
_AMONG = re.compile(r"\b(?:of (?:them|us|those|these|the|our|my|whom)|actually|really|among|includ\w*|incl)\b", re.I)


def _split_by(text: str, dialogue: Dialogue) -> int | None:
    """How many were counted, where parts told now are of them: of adults only what says so, "with 4 kids" comes on top."""
    if _ON_TOP.search(text) or (dialogue.party.adults and not _AMONG.search(text)):
        return None
    return _all_grown(dialogue)


def _all_grown(dialogue: Dialogue) -> int | None:
    """How many were counted, where none of them is known to be a child: parts that are told later are of them."""
    party = dialogue.party
    young = party.children or party.toddlers or party.ages
    return None if young else (party.adults or 0) + (party.unsplit or 0) or None


def _counted(dialogue: Dialogue) -> bool:
    party = dialogue.party
    return any((party.adults, party.unsplit, party.children, party.toddlers))


def _is_the_party(roster: Roster, dialogue: Dialogue) -> bool:
    """Whether the row is all who come, or is said to come beside them; once guests were counted, relatives alone explain them."""
    counted = _counted(dialogue)
    if not counted or roster.operation != "set":
        return True
    grown = [group for group in roster.groups if group.kind in _GROWN]
    anew = len(roster.groups) == 1 and not roster.groups[0].relation and roster.groups[0].numbered
    if anew and len(roster.groups[0].ages) == roster.groups[0].count > 1 and not roster.groups[0].definite:
        return True
    return bool(grown) and any(not group.relation for group in grown)


def in_doubt(text: str, guests: GuestWords, dialogue: Dialogue, taken: Sequence[Span]) -> bool:
    """Whether a first message tells parts of a whole that what was read of it does not come to: who comes is asked then."""
    if _counted(dialogue) or guests.add or guests.gone_ages or not guests.stated or guests.low is not None:
        return False
    told, wholes = parts_of(text, taken=taken)
    if not told:
        return False
    young = max((guests.children or 0) + (guests.toddlers or 0), len(guests.ages))
    beside = (guests.adults or 0) + (guests.people or 0)
    total = max(beside, young) if guests.people_is_total and guests.people else beside + young
    return young < told or (len(wholes) == 1 and total not in wholes)


def leaves_open(text: str, guests: GuestWords, dialogue: Dialogue, taken: Sequence[Span]) -> bool:
    """Whether a first message names guests beside the others of whom it does not say how many."""
    return guests.stated and not guests.add and not _counted(dialogue) and reading.leaves_open(text, taken=taken)


_COMES_TO = re.compile(
    r"(?:\b(?:so|that'?s|thats|makes|total(?: of)?|altogether|all in all|in (?:all|total))"
    rf"|=) ?(?:(?:we'?re|we are|it'?s|us|about|is|:)[ ,]*)*(?P<n>{NUMBER})(?: (?:people|of us|total"
    r"|in (?:all|total)|altogether|heads|guests))*(?=\s*(?:$|[.!?;\n)]))",
    re.I,
)
""" "..., plus grandma. thats 11"."""


def sum_differs(folded: str, guests: GuestWords, dialogue: Dialogue) -> bool:
    """Whether a first message says what its guests come to, and those that were read come to something else."""
    if _counted(dialogue) or guests.add or guests.low is not None or not guests.stated:
        return False
    told = [to_int(one["n"]) for one in _COMES_TO.finditer(folded)]
    young = max((guests.children or 0) + (guests.toddlers or 0), len(guests.ages))
    grown = (guests.adults or 0) + (guests.people or 0)
    sums = {grown + young, guests.people if guests.people_is_total else grown, grown, young}
    whole = grown + young
    near = [
        one for one in told[-1:] if one is not None and whole <= 2 * one <= 4 * whole
    ]  # "so 20 adults = 110" is money
    return whole > 1 and bool(near) and near[0] not in sums


def is_a_party(roster: Roster | None) -> bool:
    """Whether so many are told that they are no children whose price is asked."""
    return roster is not None and (roster.total > FEW or any(group.kind in _GROWN for group in roster.groups))


def words(roster: Roster, dialogue: Dialogue, bands: Bands) -> GuestWords:
    """The same as guests of a message."""
    party = dialogue.party
    if roster.operation == "remove":
        return _away(roster.groups, dialogue, bands)
    if roster.operation == "add" and _counted(dialogue):
        return beside(roster.groups, bands)
    return _all(roster, bands, toddlers_known=bool(party.toddlers))


def beside(groups: Sequence[Group], bands: Bands) -> GuestWords:
    """Guests on top of those who were counted, by their bands."""
    add = {"unsplit": 0, "children": 0, "toddlers": 0}
    ages: list[int] = []
    for group in groups:
        told = _ages_of(group, bands)
        slots = [("unsplit" if bands.of(age) == "adults" else bands.of(age)) for age in told]
        rest = {"children": "children", "toddlers": "toddlers"}.get(group.kind, "unsplit")
        for slot in [*slots, *[rest] * (group.count - len(told))]:
            add[slot] += 1
        ages += [age for age in told if bands.of(age) == "children"]
    return GuestWords(add={slot: more for slot, more in add.items() if more}, add_ages=tuple(ages))


def _away(groups: Sequence[Group], dialogue: Dialogue, bands: Bands) -> GuestWords:
    """Guests who stay away: children by their ages where those are known, others by their bands."""
    ages = tuple(age for group in groups for age in group.ages)
    if ages and set(ages) <= set(dialogue.party.ages) and len(ages) == sum(group.count for group in groups):
        return GuestWords(gone_ages=ages)
    less = beside(groups, bands).add
    return GuestWords(add={slot: -number for slot, number in less.items()})


def _all(roster: Roster, bands: Bands, *, toddlers_known: bool) -> GuestWords:
    grown = [group for group in roster.groups if group.kind in _GROWN]
    young = [group for group in roster.groups if group.kind not in _GROWN]
    number = sum(group.count for group in grown) or None
    plain = all(group.kind == "adults" for group in grown)
    ages = tuple(age for group in young for age in _ages_of(group, bands))
    unnamed = sum(group.count - len(_ages_of(group, bands)) for group in young if group.kind == "toddlers")
    unaged = sum(group.count - len(_ages_of(group, bands)) for group in young if group.kind == "children")
    small = sum(bands.of(age) == "toddlers" for age in ages)
    children = unaged + len(ages) - (small if unnamed else 0)
    low, high = _spread(young, bands)
    return GuestWords(
        adults=number if plain else None,
        people=None if plain else number,
        children=children if young and (children or not unnamed) else None,
        toddlers=unnamed + small if unnamed else 0 if toddlers_known and young else None,
        ages=ages,
        age_low=low,
        age_high=high,
        all_adults=roster.all_adults and not young,
    )


def _ages_of(group: Group, bands: Bands) -> tuple[int, ...]:
    """An age for each, also where only bounds within one band are told."""
    if len(group.ages) == 2 < group.count and bands.of(group.ages[0]) == bands.of(group.ages[1]):
        return group.ages + group.ages[:1] * (group.count - 2)  # "four preschoolers, 3 and 4"
    if group.ages or group.low is None or group.high is None:
        return group.ages
    return (group.low,) * group.count if bands.of(group.low) == bands.of(group.high) else ()


def _spread(young: Sequence[Group], bands: Bands) -> tuple[int | None, int | None]:
    """The bounds of the only children without an age each."""
    open_ones = [group for group in young if group.kind == "children" and len(_ages_of(group, bands)) < group.count]
    return (open_ones[0].low, open_ones[0].high) if len(open_ones) == 1 else (None, None)
