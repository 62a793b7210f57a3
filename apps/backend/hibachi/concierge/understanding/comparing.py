"""Two sizes or two places compared in one message: each is priced, and neither becomes the party until one is picked. Pure."""

from collections.abc import Sequence
from itertools import pairwise

from hibachi.concierge.understanding.schemas import GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.guests import read_guests
from hibachi.language.numbers import HAS_NUMBER
from hibachi.language.party import Party
from hibachi.language.places import Places
from hibachi.language.spans import Span, fold

_NUMBER = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty)"
_LINK = re.compile(
    rf"[,?.;]*(?:\s+(?:(?:and|or|but|plus)\s+)?(?:also\s+)?(?:what(?:'s| is|s)?(?: it| the price| the total)?(?: (?:about|if|for|would))?|how much(?: (?:is it |would it be )?(?:for|if|with))?|how about|if|versus|vs\.?|compared (?:to|with)|against)|\s+(?:and|or|vs\.?|versus|&|\+)\s+(?:also\s+)?(?:(?:the|a|your)\s+)?(?:price|cost|total|quote|rate)s?(?:\s+(?:for|with|of|if))?|\s+(?:and|or)\s+(?:also\s+)?for)"
    rf"(?:\s+(?:it|its|it's|it is|it was|it were|there are|we|we're|we are|we were|were|we have|we had|just|only|for|with|is|be|would be|about))*\s+(?={_NUMBER}\b)",
    re.I,
)
""" "12 adults, and what if its 15", "for 10 vs for 14": where the second size begins."""
_ASKS = re.compile(
    r"\?|\b(?:how much|price|cost|total|quote|what would|what(?:'s| is)|run|compare|difference|vs|versus|cheaper)\b",
    re.I,
)
_CORRECTS = re.compile(
    r"\b(?:no|sorry|wait|actually|i mean|scratch|correction|instead|rather|oops|not|moved|changed)\b", re.I
)
MOST = 3


def sizes(text: str, taken: Sequence[Span]) -> tuple[Party, ...]:
    """The sizes of a party that a message compares, in order; empty where it tells of one alone."""
    folded = fold(text)
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
    told = [party for party in parties if _key(party)[0] is not None]
    if not 1 < len(told) <= MOST or any(_key(party)[0] is None for party in parties[1:]):
        return ()
    return tuple(told) if len({_key(party) for party in told}) == len(told) else ()


def _key(party: Party) -> tuple[int | None, int | None, int | None]:
    return party.adults or party.people or party.unsaid, party.children, party.toddlers


def zips(text: str, places: Places) -> tuple[str, ...]:
    """The ZIP codes that a message compares; empty where it names one, or corrects one by another."""
    codes = tuple(dict.fromkeys(mention.code for mention in places.zips))
    if not 1 < len(codes) <= MOST or not _ASKS.search(text) or _CORRECTS.search(text):
        return ()
    return codes


def plain(guests: GuestWords) -> bool:
    """Whether a size says how many come in all, so that it can be priced alone."""
    return guests.adults is not None or guests.people is not None
