"""Which of the children pay and which are free: "three of the kids are 5 or under", "5 children at the child price, 3 free". Pure.

It parts the children who were counted and takes none of them away. Who is named again beside "free" or "pays" ("the toddler
eats free right, 5 year old too") is asked about, and nobody new.
"""

from dataclasses import dataclass

from hibachi.concierge.understanding.parties import Bands, counts_of
from hibachi.concierge.understanding.schemas import Counts, Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.spans import fold

_KIDS = r"(?:kids?|children|child|kiddos?|little ones?|toddlers?|bab(?:y|ies))"
_OF_THEM = (
    rf"(?:(?: of (?:the|my|our|these|those) (?:\d+ )?{_KIDS}| of (?:them|those|these)| {_KIDS})(?:,? (?:who|that))?)?"
)
_BE = r"(?: (?:are|r|is|will|would|be|only|just|also|all|then|eat|eats|go|goes|come|get in|count as))*"
_SMALL = rf"(?:(?:aged? )?(?P<upto>{NUMBER}) (?:or|and|&) (?:under|younger|below|less)|under (?P<below>{NUMBER}))"
_COUNT = rf"(?<![\d,/:.$-])(?<!\d and )(?<!\d, )(?<!\d & )\b(?P<n>{NUMBER})"
_FREE = re.compile(
    rf"{_COUNT}{_OF_THEM}{_BE} (?:for )?(?:free|no charge|{_SMALL})\b(?! (?:proteins?|miles?|upgrades?|for|of))"
)
_HALF_FREE = re.compile(
    rf"\bhalf(?: of)? (?:the |my |our |those |these )?(?:{_KIDS}|them){_BE} (?:for )?(?:free|no charge|{_SMALL})\b"
)
_THE_ONE_FREE = re.compile(
    r"\b(?:only )?(?:the|my|our) (?:baby|toddler|little one|youngest)(?: is|'s| goes| eats| r)+ (?:for )?free\b"
)
_PAY = re.compile(
    rf"{_COUNT}{_OF_THEM}{_BE} (?:pay(?:s|ing)?\b(?! full)|(?:at|for) the (?:child|kids?'?|children'?s?) (?:price|rate)"
    r"|(?:child|kids?|children'?s?) (?:price|rate))\b"
)
_COUNTED = re.compile(rf"\b(?P<n>{NUMBER}) (?:kids|children)\b(?! (?:are|is|r|who|that)\b)")
_OF_PAYING = re.compile(r"\b(?:free|pay\w*|charge\w*|costs?|counts?)\b")
_ASKS = re.compile(r"^\W*(?:(?:so|and|ok|but|wait) )*(?:do|does|are|is|will|would|if|how many|what if|can)\b")
_FULL = re.compile(rf"\b(?P<n>{NUMBER}) (?:adults?|grown[- ]?ups|(?:pay(?:ing)? |at )?full[- ]price)\b")


@dataclass(frozen=True, slots=True)
class _Parted:
    """How many pay as children and how many are free, each None where it is not told."""

    paying: int | None
    free: int | None


def told(frame: Frame, dialogue: Dialogue, bands: Bands) -> Frame:
    """The frame with the children parted by who pays, or without those who are only asked about."""
    folded = fold(frame.text)
    known = counts_of(dialogue.party, bands) or Counts(adults=0, children=0, toddlers=0)
    young = known.children + known.toddlers
    parted = _parted(folded, bands, young)
    told_whole = not young and None in (parted.paying, parted.free)  # a first message: read elsewhere
    one_by_one = frame.guests.adults is not None and len(frame.guests.ages) > 1
    if told_whole or one_by_one or parted == _Parted(None, None):
        return _without_the_asked(frame, folded, dialogue, known)
    guests = _as_told(parted, folded, frame.guests, known)
    if guests is None:
        return frame
    if (guests.adults, guests.children, guests.toddlers) == (known.adults, known.children, known.toddlers):
        return frame.model_copy(update={"guests": GuestWords(as_counted=True), "sizes": ()})
    if any(_ASKS.match(one) for one in re.split(r"[.!?\n]", folded) if _FREE.search(one) or _PAY.search(one)):
        return frame
    topics = tuple(topic for topic in frame.topics if topic != "children")  # it is told, not asked
    apart = tuple(row for row in frame.apart if row != ("children",))
    return frame.model_copy(update={"guests": guests, "sizes": (), "topics": topics, "apart": apart, "unknown": ()})


def _parted(folded: str, bands: Bands, young: int) -> _Parted:
    free = next((to_int(one["n"]) for one in _FREE.finditer(folded) if _is_small(one, bands)), None)
    paying = next((to_int(one["n"]) for one in _PAY.finditer(folded)), None)
    half = _HALF_FREE.search(folded)
    if half and young % 2 == 0 and _is_small(half, bands):
        free = young // 2 or None
    if free is None and paying is not None and _THE_ONE_FREE.search(folded):
        free = 1
    return _Parted(paying, free)


def _is_small(told: re.Match[str], bands: Bands) -> bool:
    """Whether the bound that is told is the one of who is free, where one is told."""
    if told["upto"]:
        return bands.of(to_int(told["upto"]) or 0) == "toddlers"
    return not told["below"] or bands.of((to_int(told["below"]) or 1) - 1) == "toddlers"


def _as_told(parted: _Parted, folded: str, said: GuestWords, known: Counts) -> GuestWords | None:
    """The whole party with its children parted so; None where they are more than all."""
    young, paying, free = known.children + known.toddlers, parted.paying, parted.free
    if paying is None and free is not None:
        beside = [to_int(one["n"]) or 0 for one in _COUNTED.finditer(folded)]
        whole = beside[-1] if beside and young in (0, beside[-1]) else young
        paying = beside[-1] if beside and beside[-1] + free == young else whole - free
    if paying is not None and free is None:
        free = young - paying
    full = _FULL.search(folded)
    adults = said.adults or (to_int(full["n"]) if full else None) or known.adults
    if paying is None or free is None or paying < 0 or free < 0 or not adults:
        return None
    return GuestWords(adults=adults, children=paying, toddlers=free, as_counted=True)


def _without_the_asked(frame: Frame, folded: str, dialogue: Dialogue, known: Counts) -> Frame:
    """ "The toddler eats free right, 5 year old too": who was counted already."""
    guests, party = frame.guests, dialogue.party
    others = guests.adults or guests.people or guests.add or guests.gone_ages
    if not known.children + known.toddlers or others or not _OF_PAYING.search(folded) or _COUNTED.search(folded):
        return frame
    young = (guests.children or 0) + (guests.toddlers or 0)
    known_ages = bool(guests.ages) and set(guests.ages) <= set(party.ages)
    small = bool(guests.toddlers) and known.toddlers >= (guests.toddlers or 0)
    if not young or not (known_ages or (small and not guests.ages)) or young > known.children + known.toddlers:
        return frame
    return frame.model_copy(update={"guests": GuestWords()})
