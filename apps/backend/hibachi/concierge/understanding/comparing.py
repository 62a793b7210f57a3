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
from hibachi.language.small_numbers import TWO_TO_TWELVE
from hibachi.language.spans import Span, fold

_NUMBER = (
    rf"(?:\d{{1,3}}|{TWO_TO_TWELVE}|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty)"
)
_LINK = re.compile(
    rf"[,?.;]{{0,5}}(?:\s{{1,3}}(?:(?:and|or|but|plus)\s{{1,3}})?(?:also\s{{1,3}})?(?:what(?:'s| is"
    r"|s)?(?: it| the price| the total)?(?: (?:about|if|for|would))?"
    r"|how much(?: (?:is it |would it be )?(?:for|if|with))?|how about|if|versus|vs\.?"
    r"|compared (?:to|with)|against|than(?= (?:for|with|if)\b))"
    rf"|\s{{1,3}}(?:and|or|vs\.?|versus|&"
    rf"|\+)\s{{1,3}}(?:also\s{{1,3}})?(?:(?:the|a|your)\s{{1,3}})?(?:price|cost|total|quote"
    rf"|rate)s?(?:\s{{1,3}}(?:for|with|of|if))?"
    rf"|,?\s{{1,3}}(?:and|or|then)\s{{1,3}}(?:also\s{{1,3}})?(?:(?:one|another|the other"
    rf"|a second)\s{{1,3}})?(?:one\s{{1,3}})?for"
    r"|(?:(?<=adults)|(?<=people)|(?<=guests)|(?<=ppl)|(?<=kids)"
    rf"|(?<=children))\s{{1,3}}or(?=\s{{1,3}}(?:just |only )?\S+ (?:adults|people|ppl|guests|of us"
    r"|persons)\b))"
    rf"(?:\s{{1,3}}(?:it|its|it's|it is|it was|it were"
    r"|(?:ends? up|ended up|turns? out|goes up|grows|gets|were"
    r"|happens)(?: (?:being|to be|to|at|as|with))?|becomes|there are|we|we're|we are|we were|were"
    rf"|we have|we had|just|only|for|with|is|be|would be|about|the|then|if))*\s{{1,3}}(?={_NUMBER}\b)",
    re.I,
)
""" "12 adults, and what if its 15", "for 10 vs for 14": where the second size begins. The blanks are bounded, for a long run of them cost minutes."""
_ASKS = re.compile(
    r"\?|\b(?:how much|prices?|costs?|totals?|quotes?|what would|what(?:'s| is)|run|compare|difference"
    r"|vs|versus|cheaper)\b",
    re.I,
)
_CORRECTS = re.compile(
    r"\b(?:no|sorry|wait|actually|i mean|scratch|correction|instead|rather|oops|not|moved|changed)\b", re.I
)
_WHO = r"(?:adults?|people|ppl|guests?|persons?|of us|grown[- ]?ups)"
_PERHAPS = r"(?:(?:it |we )?(?:could be|might be|maybe|perhaps|possibly|may be) )"
_LISTED = re.compile(
    rf"(?<![\w$/:.-])(?P<list>{_NUMBER}(?: {_WHO})?(?:(?:,? (?:or|and|vs\.?|versus) (?:with |for "
    rf"|{_PERHAPS})?|, ?{_PERHAPS}?){_NUMBER}(?: {_WHO})?){{1,2}})(?![\w:/$%]|[.,]\d"
    r"| ?(?:kids?|children|toddlers?|am|pm|of them)\b)",
    re.I,
)
_EACH_ONE = re.compile(
    r"\b(?:each|both|either|all (?:two|three|of them)|cheaper|difference|compare|vs|versus"
    r"|respectively|options?|two prices)\b",
    re.I,
)
_PRICE_OF = re.compile(
    r"\b(?:price|cost|quote|total|how much(?: is it| would it be)?|estimate|prices|rates?)(?: for| of| with|:)? $", re.I
)
_ASKS_OTHER = re.compile(
    r"\b(?:what (?:would|will|if|about|is it)|how (?:much|about)|and (?:if|what)|vs\.?|versus)\b", re.I
)
"""Between two places: the second is asked about, though it says "instead"."""
_OR_WHOLE = re.compile(rf"[ ,;]{{0,3}}\bor (?=(?:it'?s |we'?re |with |for |just )?{_NUMBER} (?:adults|grown))", re.I)
""" "Either 10 adults and 3 kids, or 12 adults and no kids": two parties told whole."""
MOST = 3


def sizes(text: str, taken: Sequence[Span]) -> tuple[Party, ...]:
    """The sizes of a party that a message compares, in order; empty where it tells of one alone."""
    folded = fold(text)
    if listed := _listed(folded, taken):
        return listed
    links = list(_LINK.finditer(folded)) or (list(_OR_WHOLE.finditer(folded)) if _EACH_ONE.search(folded) else [])
    first = HAS_NUMBER.search(folded)
    if (
        not _ASKS.search(folded)
        or not links
        or first is None
        or _CORRECTS.search(folded, first.start(), links[-1].end())
    ):
        return ()
    links = [link for link in links if not _EATEN.match(folded, link.end())]
    if not links:
        return ()
    cuts = [(0, 0), *((link.start(), link.end()) for link in links), (len(folded), len(folded))]
    parties: list[Party] = []
    for (_, start), (end, _) in pairwise(cuts):
        inside = [
            Span(span.start - start, span.end - start, span.text)
            for span in taken
            if start <= span.start and span.end <= end
        ]
        if not HAS_NUMBER.search(folded[start:end]):
            continue
        more = _so_many_more(folded[start:end], parties)
        party = more or read_guests(folded[start:end], expected="guests", taken=inside)
        if (party.people or party.unsaid or LEAST) < LEAST and not re.search(_WHO, folded[start:end]):
            return ()
        parties.append(party)
    parties = [*parties[:1], *(_beside(parties[0], party) for party in parties[1:])]
    told = [party for party in parties if _key(party)[0] is not None]
    if not 1 < len(told) <= MOST or any(_key(party) == _NOBODY for party in parties[1:]):
        return ()
    return tuple(told) if len({_key(party) for party in told}) == len(told) else ()


_MORE = re.compile(
    rf"\W*(?P<n>{_NUMBER}) (?:(?:more|extra|additional|others?)(?: {_WHO}| of (?:us|them)"
    r"| friends)?\b(?! (?:kids?|children|child|toddlers?|orders?|portions?|proteins?))"
    r"|(?:friends? )?(?:join|joins|come too|come along)\b)"
)
""" "And if 3 more come?": so many beside those of the first size."""


def _so_many_more(part: str, before: Sequence[Party]) -> Party | None:
    """The first size with so many more grown-ups; None where a part says no such thing."""
    match, n = _MORE.match(part), None
    if match is None or not before or (n := to_int(match["n"])) is None:
        return None
    first = before[0]
    if first.adults is not None:
        return replace(first, adults=first.adults + n)
    if first.people is not None:
        return replace(first, people=first.people + n)
    return replace(first, unsaid=first.unsaid + n) if first.unsaid is not None else None


_EATEN = re.compile(
    rf"{_NUMBER}(?: (?:more|others?))?(?: {_WHO})? (?:(?:of (?:us|them|the \w+)|also|would|will|could"
    r"|might|each|all|both|only|just|really|still|decide to) )*(?:gets?|getting|ha(?:ve|s|d)|having"
    r"|takes?|took|wants?|wanted|wanna|needs?|likes?|love|eats?|ate|adds?|added|adding|orders?"
    r"|ordered|upgrade[sd]?|upgrading|swap\w*|switch\w*|choose|prefer|go for|do|went)\b"
)
""" "For ten adults, if five people have a third protein": some of the ten, no other size."""
_AND_KIDS = re.compile(
    rf"[ ,]*(?:and|plus|&|\+|with|n)? ?(?:{_NUMBER}|an?) (?:little |small )?(?:kids?|children|child"
    r"|toddlers?|bab(?:y|ies)|teens?)\b"
)
""" "10 adults, and for 8 adults and 4 kids": the sizes are told whole, not as a row of numbers."""


def _listed(folded: str, taken: Sequence[Span]) -> tuple[Party, ...]:
    """ "12 or 16 adults, price for both?", "price for 12, 15 and 18 adults": so many sizes in a row."""
    rows = [
        one for one in _LISTED.finditer(folded) if re.search(_WHO, one.group()) or _is_of_guests(folded, one.start())
    ]
    row = rows[0] if rows else None
    if row is None or _CORRECTS.search(_UNSURE.sub("", folded)) or _AND_KIDS.match(folded[row.end() :]):
        return ()
    if _OF_A_DISH.match(folded, row.end()) or any(_counts_something_else(span, row, folded) for span in taken):
        return ()
    linked_by_and = not re.search(rf"\b(?:or|vs|versus)\b|{_PERHAPS}", row["list"])
    if not (_PRICE_OF.search(folded[: row.start()]) if linked_by_and else _EACH_ONE.search(folded)):
        return ()
    numbers = [number for said in re.findall(rf"\b{_NUMBER}\b", row["list"]) if (number := to_int(said)) is not None]
    grown = re.search(r"\b(?:adults?|grown[- ]?ups)\b", row["list"]) is not None
    if len(set(numbers)) != len(numbers) or not 1 < len(numbers) <= MOST or min(numbers) < LEAST:
        return ()
    return tuple(Party(adults=n) if grown else Party(people=n) for n in numbers)


_UNSURE = re.compile(r"\b(?:not sure|not certain|unsure|don'?t know|do not know)\b")
_HOW_MANY = re.compile(
    r"\b(?:we'?ll be|we will be|we'?re|we are|there'?ll be|party of|group of|headcount is|for|be) (?:either )?$"
)
_BOTH = re.compile(r"\b(?:both|each|either) (?:way|case|option|number|one|of (?:them|those))?|\bboth\b|\bfor each\b")


def _is_of_guests(folded: str, start: int) -> bool:
    """ "We'll be 12 or 16, what's the price for both?": numbers of guests without the word."""
    return bool(_BOTH.search(folded) and _HOW_MANY.search(folded[:start]))


_OF_A_DISH = re.compile(
    r" (?:of (?:us|them) )?(?:wants?|gets?|ha(?:ve|s)|takes?|needs?|likes?|eats?|upgrades?|orders?"
    r"|portions?|sides?|more|extra)\b"
)


def _counts_something_else(span: Span, row: re.Match[str], folded: str) -> bool:
    """Whether a number of a row is that of a dish, a day or a place: "14 adults, 6 filet"."""
    last = list(re.finditer(rf"\b{_NUMBER}\b", row["list"]))[-1]
    at = row.start("list") + last.start()
    grown = re.match(rf"{_NUMBER} {_WHO}", folded[at:]) is not None
    return span.start <= at < span.end and not grown


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
    if not 1 < len(codes) <= MOST:
        return ()
    if not _ASKS.search(text) and not re.search(rf"{codes[0]}\W+(?:\w+\W+)?or\b[^.?!\n]{{0,20}}{codes[1]}", text):
        return ()
    between = text[text.find(codes[0]) : text.find(codes[1])]
    if _CORRECTS.search(text) and not _ASKS_OTHER.search(between):
        return ()
    return codes


def either_or(text: str) -> bool:
    """Whether two parties are told whole, and a price of each is asked for."""
    folded = fold(text)
    return bool(_OR_WHOLE.search(folded) and _EACH_ONE.search(folded) and _ASKS.search(folded))


def plain(guests: GuestWords) -> bool:
    """Whether a size says how many come in all, so that it can be priced alone."""
    return guests.adults is not None or guests.people is not None
