"""Two sizes or two places compared in one message: each is priced, and neither becomes the party until one is picked. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hibachi.concierge.understanding.schemas import GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.guests import read_guests
from hibachi.language.numbers import HAS_NUMBER, to_int
from hibachi.language.party import Party
from hibachi.language.places import Places
from hibachi.language.spans import Span, fold

_NUMBER = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty)"
_LINK = re.compile(
    rf"[,?.;]*(?:\s{{1,3}}(?:(?:and|or|but|plus)\s{{1,3}})?(?:also\s{{1,3}})?(?:what(?:'s| is|s)?(?: it| the price| the total)?(?: (?:about|if|for|would))?|how much(?: (?:is it |would it be )?(?:for|if|with))?|how about|if|versus|vs\.?|compared (?:to|with)|against)|\s{{1,3}}(?:and|or|vs\.?|versus|&|\+)\s{{1,3}}(?:also\s{{1,3}})?(?:(?:the|a|your)\s{{1,3}})?(?:price|cost|total|quote|rate)s?(?:\s{{1,3}}(?:for|with|of|if))?|\s{{1,3}}(?:and|or)\s{{1,3}}(?:also\s{{1,3}})?for|(?:(?<=adults)|(?<=people)|(?<=guests)|(?<=ppl)|(?<=kids)|(?<=children))\s{{1,3}}or(?=\s{{1,3}}(?:just |only )?\S+ (?:adults|people|ppl|guests|of us|persons)\b))"
    rf"(?:\s{{1,3}}(?:it|its|it's|it is|it was|it were|there are|we|we're|we are|we were|were|we have|we had|just|only|for|with|is|be|would be|about|the|then|if))*\s{{1,3}}(?={_NUMBER}\b)",
    re.I,
)
""" "12 adults, and what if its 15", "for 10 vs for 14": where the second size begins. The blanks are bounded, for a long run of them cost minutes."""
_ASKS = re.compile(
    r"\?|\b(?:how much|price|cost|total|quote|what would|what(?:'s| is)|run|compare|difference|vs|versus|cheaper)\b",
    re.I,
)
_CORRECTS = re.compile(
    r"\b(?:no|sorry|wait|actually|i mean|scratch|correction|instead|rather|oops|not|moved|changed)\b", re.I
)
_WHO = r"(?:adults?|people|ppl|guests?|persons?|of us|grown[- ]?ups)"
_LISTED = re.compile(
    rf"(?<![\w$/:.-])(?P<list>{_NUMBER}(?: {_WHO})?(?:(?:,? (?:or|and|vs\.?|versus) (?:with |for )?|, ?){_NUMBER}(?: {_WHO})?){{1,2}})(?![\w:/$%]|[.,]\d| ?(?:kids?|children|toddlers?|am|pm|of them)\b)",
    re.I,
)
_EACH_ONE = re.compile(
    r"\b(?:each|both|either|all (?:two|three|of them)|cheaper|difference|compare|vs|versus|respectively|options?|two prices)\b",
    re.I,
)
_PRICE_OF = re.compile(
    r"\b(?:price|cost|quote|total|how much(?: is it| would it be)?|estimate|prices|rates?)(?: for| of| with|:)? $", re.I
)
_ASKS_OTHER = re.compile(
    r"\b(?:what (?:would|will|if|about|is it)|how (?:much|about)|and (?:if|what)|vs\.?|versus)\b", re.I
)
"""Between two places: the second is asked about, though it says "instead"."""
MOST = 3


def sizes(text: str, taken: Sequence[Span]) -> tuple[Party, ...]:
    """The sizes of a party that a message compares, in order; empty where it tells of one alone."""
    folded = fold(text)
    if listed := _listed(folded):
        return listed
    links = list(_LINK.finditer(folded))
    first = HAS_NUMBER.search(folded)
    if (
        not _ASKS.search(folded)
        or not links
        or first is None
        or _CORRECTS.search(folded, first.start(), links[-1].end())
    ):
        return ()
    cuts = [(0, 0), *((link.start(), link.end()) for link in links), (len(folded), len(folded))]
    parties = []
    for (_, start), (end, _) in pairwise(cuts):
        inside = [
            Span(span.start - start, span.end - start, span.text)
            for span in taken
            if start <= span.start and span.end <= end
        ]
        if not HAS_NUMBER.search(folded[start:end]):
            continue
        parties.append(read_guests(folded[start:end], expected="guests", taken=inside))
    parties = [*parties[:1], *(_beside(parties[0], party) for party in parties[1:])]
    told = [party for party in parties if _key(party)[0] is not None]
    if not 1 < len(told) <= MOST or any(_key(party) == _NOBODY for party in parties[1:]):
        return ()
    return tuple(told) if len({_key(party) for party in told}) == len(told) else ()


_AND_KIDS = re.compile(
    rf"[ ,]*(?:and|plus|&|\+|with|n)? ?(?:{_NUMBER}|an?) (?:little |small )?(?:kids?|children|child|toddlers?|bab(?:y|ies)|teens?)\b"
)
""" "10 adults, and for 8 adults and 4 kids": the sizes are told whole, not as a row of numbers."""


def _listed(folded: str) -> tuple[Party, ...]:
    """ "12 or 16 adults, price for both?", "price for 12, 15 and 18 adults": so many sizes in a row."""
    row = next((one for one in _LISTED.finditer(folded) if re.search(_WHO, one.group())), None)
    if row is None or _CORRECTS.search(folded) or _AND_KIDS.match(folded[row.end() :]):
        return ()
    linked_by_and = not re.search(r"\b(?:or|vs|versus)\b", row["list"])
    if not (_PRICE_OF.search(folded[: row.start()]) if linked_by_and else _EACH_ONE.search(folded)):
        return ()
    numbers = [number for said in re.findall(rf"\b{_NUMBER}\b", row["list"]) if (number := to_int(said)) is not None]
    grown = re.search(r"\b(?:adults?|grown[- ]?ups)\b", row["list"]) is not None
    if len(set(numbers)) != len(numbers) or not 1 < len(numbers) <= MOST or min(numbers) < LEAST:
        return ()
    return tuple(Party(adults=n) if grown else Party(people=n) for n in numbers)


LEAST = 4
"""Guests: "2 or 3 adults" are hardly a party."""
_NOBODY = (None, None, None)


def _beside(first: Party, party: Party) -> Party:
    """ "10 adults, and if 4 kids join?": the grown-ups are those of the first size."""
    if party.adults is not None or party.people is not None or party.unsaid is not None or _key(party) == _NOBODY:
        return party
    return replace(party, adults=first.adults, people=first.people, unsaid=first.unsaid)


def _key(party: Party) -> tuple[int | None, int | None, int | None]:
    return party.adults or party.people or party.unsaid, party.children, party.toddlers


def zips(text: str, places: Places) -> tuple[str, ...]:
    """The ZIP codes that a message compares; empty where it names one, or corrects one by another."""
    codes = tuple(dict.fromkeys(mention.code for mention in places.zips))
    if not 1 < len(codes) <= MOST or not _ASKS.search(text):
        return ()
    between = text[text.find(codes[0]) : text.find(codes[1])]
    if _CORRECTS.search(text) and not _ASKS_OTHER.search(between):
        return ()
    return codes


def plain(guests: GuestWords) -> bool:
    """Whether a size says how many come in all, so that it can be priced alone."""
    return guests.adults is not None or guests.people is not None
