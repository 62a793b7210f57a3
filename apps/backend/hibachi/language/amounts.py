"""Every amount of money that a text says, in digits or words: "$1,100", "1.1k", "eleven hundred dollars"."""

from dataclasses import dataclass

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import WORDS, to_int
from hibachi.language.spans import Span, fold, overlaps_any, span_of

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+(?=,\d{2}\b)|\d+)(?:\.\d{1,2}(?!\d)|,\d{2}(?!\d))?"
_VALUE = rf"(?:{_DIGITS}(?: ?k\b| (?:thousand|hundred|grand|million|mil)\b)?|{WORDS}(?: million\b)?)"
_LONGEST = 12
_CURRENCIES = {"€": "EUR", "£": "GBP", "eur": "EUR", "gbp": "GBP", "euro": "EUR", "euros": "EUR"}
_UNIT = r"(?:u\.?s\.? ?)?(?:dollars?|dollors?|dolars?|bucks?|usd|smackers|euros?|pounds? sterling|\$|€|£)"
SPOKEN = r"(?:\$ ?\d{2,4}|\d{3}(?: dollars| bucks)?|\d{2,4} (?:dollars|bucks)|(?:a |two |three )?hundred(?: dollars| bucks)?)"
"""A sum of some hundred as it is spoken of again: "the 100", "my hundred bucks"."""
_CENTS = (
    rf"(?:,?(?: and)? (?P<cents>{WORDS}|\d{{1,2}}) cents?\b"
    r"|,?(?: and)? (?P<cents2>\d\d|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty"
    r"|ninety)(?:[ -]\w+)?)(?= ?(?:[.,;!?]|$)))"
)
_MARKED = re.compile(
    r"(?P<pre>(?:\bus ?)?\$ ?|\busd ?|\beur ?|\bgbp ?"
    rf"|[€£] ?)(?P<a>{_DIGITS}(?: ?k\b| (?:thousand|hundred|grand|million|mil)\b)?)"
    rf"|(?<![\w.$,])(?P<b>{_VALUE})[ -]?(?P<unit>{_UNIT}|grand\b)(?![a-z])(?P<of>{_CENTS})?"
    rf"|(?<![\w.$,])(?P<only>{WORDS}|\d{{1,3}}(?:\.\d{{1,2}})?)[ -]cents?\b"
    r"|(?<![\w.$,/:-])(?P<kilo>\d{1,3}(?:\.\d{1,2})?)k\b"
    r"|(?<![\w.$,/:-])(?P<plain>(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2})(?![\d.]|%)"
)
_SECOND = re.compile(rf" ?(?:-|to|or|and) ?\$? ?(?P<n>{_DIGITS})(?= ?(?:{_UNIT}|k\b)?)")
_PER_HEAD = re.compile(
    rf"(?<![\w.$,/:-])(?P<n>{_DIGITS}|{WORDS})(?= ?(?:(?:a|per|/|each|for each|for every) ?"
    r"(?:person|head|adult|child|kid|guest|mile|portion|plate|pp)|p\.?p\.?(?![a-z])|apiece"
    r"|/ ?(?:person|mile|adult|kid|child|pp)))"
)
_PRICE_CUE = re.compile(
    r"\b(?:price|total|cost|costs|pay|paid|paying|charge|charges|charged|deposit|fee|balance|budget"
    r"|tip|due|owe|owed|for only|quoted|spend"
    r"|comes (?:out )?to|comes|sum|amount|bill|refund|minimum|runs?)(?:'s| is| are| was| of| be"
    r"| would be| will be|:| me| you| us| to| at| about| around"
    rf"| just| only| total| up| out| exactly| roughly| fee| a| the){{0,4}} (?P<n>{_DIGITS}"
    rf"|{WORDS})(?![\w:/%]|[.,]\d| ?(?:am|pm|adults?|kids?|child|people"
    r"|guests?|persons?|ppl|days?|hours?|hrs?|minutes?|mins?|miles?|weeks?|months?|years?|of |times"
    r"|percent|o'clock|portions?|orders?|proteins?|more))"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """cents: the value in cents; marked: a currency or the form x.xx was written, else only the context says money."""

    cents: int
    currency: str
    marked: bool
    span: Span


def find_amounts(text: str) -> tuple[Amount, ...]:
    """Every amount said, in order of appearance; ages, counts, ZIPs, times and dates are not amounts."""
    clean = fold(text)
    found: list[Amount] = []
    for match in _MARKED.finditer(clean):
        found.extend(_marked(text, clean, match))
    for pattern in (_PER_HEAD, _PRICE_CUE):
        for match in pattern.finditer(clean):
            cents = _cents(match["n"])
            if cents is not None and not overlaps_any(*match.span("n"), [amount.span for amount in found]):
                found.append(Amount(cents, "USD", False, span_of(text, *match.span("n"))))
    return tuple(sorted(found, key=lambda amount: amount.span.start))


_WRITTEN = re.compile(r"[$€£a-z]")


def marked_spans(text: str) -> list[Span]:
    """Where a currency stands beside an amount: it is neither a number of guests, nor a day, nor an hour."""
    return [one.span for one in find_amounts(text) if one.marked and _WRITTEN.search(one.span.text.lower())]


def _marked(text: str, clean: str, match: re.Match[str]) -> list[Amount]:
    said = match["a"] or match["b"] or match["plain"] or (f"{match['kilo']}k" if match["kilo"] else None)
    if match["only"]:
        value = round(float(match["only"])) if match["only"][0].isdigit() else to_int(match["only"]) or 0
        return [Amount(value, "USD", True, span_of(text, *match.span()))]
    if match["unit"] == "grand" and said:
        said += " grand"
    cents = _cents(said or "")
    if cents is None:
        return []
    if said_cents := match["cents"] or match["cents2"]:
        cents += to_int(said_cents) or 0
    currency = _CURRENCIES.get((match["pre"] or match["unit"] or "").strip(), "USD")
    first = Amount(cents, currency, True, span_of(text, *match.span()))
    second = _SECOND.match(clean, match.end()) if match["pre"] and "-" in clean[match.end() : match.end() + 2] else None
    other = _cents(second["n"]) if second else None
    if second is None or other is None:
        return [first]
    return [first, Amount(other, currency, True, span_of(text, *second.span("n")))]


def _cents(said: str) -> int | None:
    """Cents of "1,100", "1.1k", "55.5", "eleven hundred", "1.234,50"; None when it is no number."""
    text = said.strip()
    scale = 1
    for suffix, factor in (
        ("k", 1000),
        ("thousand", 1000),
        ("grand", 1000),
        ("hundred", 100),
        ("million", 1_000_000),
        ("mil", 1_000_000),
    ):
        head = text.removesuffix(suffix).strip()
        if head != text and (re.fullmatch(r"[\d.,]+", head) or factor == 1_000_000):
            text, scale = head, factor
    if re.fullmatch(r"[\d.]*\d,\d{2}", text):
        text = text.replace(".", "").replace(",", ".")
    if re.fullmatch(r"\d[\d,]*(?:\.\d+)?", text):
        whole, _, part = text.replace(",", "").partition(".")
        if len(whole) > _LONGEST:
            return None
        return int(whole) * 100 * scale + int((part + "00")[:2]) * scale
    value = to_int(text)
    return None if value is None else value * 100 * scale
