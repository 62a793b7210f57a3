"""Finds where a party is: ZIPs (spoken ones too), American states, towns of a gazetteer, street addresses."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import DigitRun, find_digit_runs
from hibachi.language.small_numbers import ONE_TO_NINE
from hibachi.language.spans import Quiet, Span, fold, quiet, span_of

STATES = {
    "alabama": "AL", "alaska": "AK", "arizona": "AZ", "arkansas": "AR", "california": "CA", "colorado": "CO", "connecticut": "CT",
    "delaware": "DE", "district of columbia": "DC", "florida": "FL", "georgia": "GA", "hawaii": "HI", "idaho": "ID", "illinois": "IL",
    "indiana": "IN", "iowa": "IA", "kansas": "KS", "kentucky": "KY", "louisiana": "LA", "maine": "ME", "maryland": "MD",
    "massachusetts": "MA", "michigan": "MI", "minnesota": "MN", "mississippi": "MS", "missouri": "MO", "montana": "MT", "nebraska": "NE",
    "nevada": "NV", "new hampshire": "NH", "new jersey": "NJ", "new mexico": "NM", "new york": "NY", "north carolina": "NC",
    "north dakota": "ND", "ohio": "OH", "oklahoma": "OK", "oregon": "OR", "pennsylvania": "PA", "rhode island": "RI",
    "south carolina": "SC", "south dakota": "SD", "tennessee": "TN", "texas": "TX", "utah": "UT", "vermont": "VT", "virginia": "VA",
    "washington": "WA", "west virginia": "WV", "wisconsin": "WI", "wyoming": "WY", "puerto rico": "PR", "guam": "GU",
}  # fmt: skip
_CODES = "|".join(sorted(set(STATES.values())))
_SUFFIX = (
    r"(?:street|strt|str|st|avenue|avenu|ave|av|boulevard|blvd|bvd|road|rd|drive|dr|lane|ln|court|ct"
    r"|circle|cir|place|pl|plaza|plz(?=\.?,|\.? (?:[a-z]+,? ){1,3}(?:ca\b|\d{5}))|way|wy|terrace|ter"
    r"|terr|trail|trl|parkway|pkwy|pky"
    r"|highway|hwy|square|sq|loop|alley|aly|crescent|cres|row|path|walk|commons|cmn|point|pt|ridge|run"
    r"|pass|view|hill|heights|crossing|xing|expressway|expy|freeway|fwy|turnpike|tpke|pike|broadway)"
)
_UNIT = (
    r"(?:,? ?(?:(?:apt|apartment|unit|suite|ste|lot|bldg|building|floor|fl|room"
    r"|rm)\b\.? ?#? ?[a-z]?-?\d{0,5}[a-z]?(?![a-z])|no\b\.? ?#? ?\d{1,5}[a-z]?\b"
    r"|# ?[a-z]?-?\d{1,5}[a-z]?))?"
)
_STREET = re.compile(
    rf"(?<![\w$/.:-])(?P<no>\d{{1,6}}(?:-\d{{1,4}})?(?: ?1/2"
    r"|[a-d]\b)?) (?P<name>(?:(?:n|s|e|w|ne|nw|se|sw|north|south|east"
    rf"|west)\.? )?(?:[a-z0-9][\w'.-]{{0,24}} ){{1,4}}?{_SUFFIX}\b\.?(?: (?:dr|drive|rd|road|st|street"
    r"|ave|avenue|ln|lane|ct|court|blvd|pl|cir|circle)\b\.?(?=[ ,.;]|$))?(?: (?:n|s|e|w|ne|nw|se|sw"
    rf"|north|south|east|west)\b\.?)?)(?!-|')(?P<unit>{_UNIT})"
)
_RUNS_ME = re.compile(r"run (?:me|us|you|for)\b")
""" "19 adults in 94582 run me": what it costs."""
_WORDY = frozenset(("way", "run", "pass", "view", "point", "walk", "path", "row", "hill"))
_SPANISH_STREET = re.compile(
    r"(?<![\w$/.:-])\d{1,6} (?:via|calle|camino|el camino|paseo|avenida|rancho|corte"
    r"|vista)(?: (?!in\b|at\b|on\b|for\b|and\b|zip\b)[a-z][\w'-]{0,20}){1,3}?(?=,| in\b|\n|$| \d|\.)"
)
_PO_BOX = re.compile(r"\bp\.? ?o\.? box \d{1,6}\b")
_NO_STREET = re.compile(
    r"\b(?:adults?|kids?|people|ppl|guests?|of us|am|pm|on|at|for|and|in|with|we|i|the|is|are|please"
    r"|our|my|to|at|pay|total|zip|adlts|child|children|orders?|portions?|by|near|from|of|ok|okay|works"
    r"|please|thanks|then|what|whats|how|much|would|does|gonna|price|costs?)\b"
)
_ZIP = re.compile(
    r"(?<![\w$€£#./:@+-])(?<![$€£]\d,)(?<!(?<!\d)\d{3} )(?P<zip>\d{5})(?:-(?P<plus>\d{4}))?(?![\w%@]|[.,:]\d|/\d|-\d)"
)
_ZIP_CUE = re.compile(
    r"\b(?:zip|zipcode|zip code|postal(?: code)?|area code|post ?code)\s*(?:is|:|=|code)*\s*(?:is )?$"
)
_ZIP_LOOSE = re.compile(r"(?:\bzip(?: ?code)?(?: is|:)? ?|\b[a-z]{2},? ?)(?P<zip>\d{5})(?:-\d{4})?(?!\d)")
_NOT_ZIP_AFTER = re.compile(
    (
        r"^ ?(?:dollars?|bucks|usd|\$|people|guests|adults|kids|miles|sq|followers|points|followers|ppl"
        r"|times|percent|years|"
        r"(?:[nsew]\.? |ne |nw |se |sw |north |south |east "
        r"|west )?(?:(?!(?:what|how|would|does|gonna|price|costs?|much|will"
        r"|it)\b)[a-z][\w'.-]{0,20} ){0,3}"
    )
    + _SUFFIX
    + r"\b(?!\.? ?(?:for|with|and)\b))"
)
_NOT_ZIP_BEFORE = re.compile(
    r"(?:\$ ?|\b(?:usd|order|invoice|confirmation|booking|ref|reference|number|account|code free"
    r"|costs?|#)(?: (?:no|number|id|is|of))?[:.#]? ?)$"
)
_PHONE_NEAR = re.compile(r"\(\d{3}\) ?$|\d[-.]$")
_STATE = re.compile(
    rf"(?<![\w.])(?P<name>{'|'.join(sorted(map(re.escape, STATES), key=len, reverse=True))})\b"
    rf"|,? (?P<code>{_CODES})(?=[ ,.]*(?:\d{{5}}|$|\n|[.!?]))"
    rf"|\b(?P<cali>cali|calif|cal\b(?= ?\d{{5}}))\b",
)
_CANADA = re.compile(r"\b[abceghj-nprstvxy]\d[abceghj-nprstv-z] ?\d[abceghj-nprstv-z]\d\b")
_BRITAIN = re.compile(
    r"\b(?:[a-pr-uwyz]\d[a-hjkps-uw\d]?|[a-pr-uwyz][a-hk-y]\d[\dabehmnprv-y]?) \d[abd-hjlnp-uw-z]{2}\b"
)
_COUNTRY = re.compile(
    r"\b(?P<country>canada|mexico|germany|france|spain|italy|japan|china|india|australia|england"
    r"|united kingdom|uk|ireland|scotland|brazil|philippines|korea|toronto|vancouver|montreal|london"
    r"|paris|berlin|tokyo|tijuana)\b(?! (?:st|street|ave|avenue|rd|road|dr|drive|ln|theme|style|food))"
)
_FOREIGN_CUE = re.compile(r"\b(?:in|to|at|from|near|,) (?:the )?$|, ?$")
_COMMON_WORDS = {
    "volcano", "challenge", "coyote", "cypress", "empire", "freedom", "gazelle", "harmony", "highland", "honeydew", "herald", "jackpot",
    "jean", "lookout", "lotus", "mercury", "mineral", "moccasin", "onyx", "pioneer", "posey", "rodeo", "standard", "thermal", "topaz", "twain",
    "victor", "walnut", "hood", "helm", "elk", "badger", "bishop", "julian", "ruth", "ross", "raymond", "austin", "dyer", "grimes", "holt", "smith",
    "marshall", "maxwell", "edwards", "wells", "wallace", "robbins",
    "home", "mobile", "price", "august", "may", "orange", "paradise", "weed", "rescue", "alpine", "needles", "happy camp", "likely", "ready",
    "independence", "commerce", "industry", "angels", "friend", "friendly", "hope", "new", "eagle", "bell", "rice", "fish", "surprise", "sunday", "date", "time", "wood",
    "corona", "pine", "cool", "ono", "raisin", "ball", "camp", "park", "castle", "cross", "rich", "ranch", "summer", "winter", "spring", "chef", "party",
    "garden", "grill", "la", "rock", "hat", "yes", "ok", "best", "joy", "love", "college", "university", "ford", "marina", "mission", "downtown", "bend", "tracy", "sierra", "madison", "shasta", "willow", "clay", "hill", "mountain", "lake", "point", "nice", "river", "canyon", "loma", "sage", "lodge", "strawberry", "pearl",
}  # fmt: skip
_SHORT = {"so": "south", "no": "north", "mt": "mount", "ft": "fort"}
_NAME_AFTER = re.compile(r",? (?:[a-z][a-z'-]*\.? ?){1,6}")
_IS_SUFFIX = re.compile(_SUFFIX + r"\.?")
_TURNED_DOWN = re.compile(
    r"\b(?:not|instead of|rather than|isn'?t|no longer"
    r"|(?:used to (?:live|be)|lived|moved (?:here |away |out )?from)(?: over| back| down| up)?)(?: in"
    r"| at| near| to)? (?:the )?$"
)
_PLACE_CUE = re.compile(
    r"\b(?:in|at|to|near|around|from|of|downtown|live in|located in|city is|it's|its|for|address"
    r"|over in|outside|come to|north|south|east|west|by)(?: the)? $|\d{5},? $|[,(] ?$|^$"
)


@dataclass(frozen=True, slots=True)
class ZipMention:
    code: str
    spoken: bool
    span: Span


@dataclass(frozen=True, slots=True)
class CityMention:
    """A town as the gazetteer spells it, with the states in which it lies."""

    name: str
    states: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class StateMention:
    code: str
    span: Span


@dataclass(frozen=True, slots=True)
class AddressMention:
    """House number and street, with the unit if one was given; the town and the ZIP are mentions of their own."""

    street: str
    span: Span


@dataclass(frozen=True, slots=True)
class Places:
    zips: tuple[ZipMention, ...]
    cities: tuple[CityMention, ...]
    states: tuple[StateMention, ...]
    addresses: tuple[AddressMention, ...]
    foreign: tuple[Span, ...]

    @property
    def zip(self) -> str | None:
        """The ZIP that counts: the last one said."""
        return self.zips[-1].code if self.zips else None

    @property
    def spans(self) -> tuple[Span, ...]:
        return (
            *(mention.span for mention in self.zips),
            *(mention.span for mention in self.cities),
            *(mention.span for mention in self.states),
            *(mention.span for mention in self.addresses),
        )


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Towns to look for, compiled once. Built by gazetteer_of() or towns_of_states()."""

    names: Mapping[str, tuple[str, tuple[str, ...]]]
    longest: int
    zips: frozenset[str] = frozenset()


def gazetteer_of(
    towns: Iterable[tuple[str, str]], aliases: Mapping[str, str] | None = None, zips: Iterable[str] = ()
) -> Gazetteer:
    """A gazetteer of (town, state) pairs; aliases map what people write ("sf") to a town's name ("San Francisco")."""
    names: dict[str, tuple[str, tuple[str, ...]]] = {}
    for town, state in towns:
        key = _key(town)
        known = names.get(key, (town, ()))
        names[key] = (known[0], tuple(dict.fromkeys([*known[1], state])))
    for alias, town in (aliases or {}).items():
        names[_key(alias)] = names.get(_key(town), (town, ()))
    return Gazetteer(names, max((key.count(" ") + 1 for key in names), default=0), frozenset(zips))


@lru_cache(maxsize=8)
def towns_of_states(states: tuple[str, ...], aliases: tuple[tuple[str, str], ...] = ()) -> Gazetteer:
    """Every town of these states (two-letter codes) in the package zipcodes; the first call takes about half a second."""
    import zipcodes

    rows = [row for state in states for row in zipcodes.filter_by(state=state)]  # type: ignore[no-untyped-call]  # its stub leaves **filters bare
    towns = [(row["city"], row["state"]) for row in rows]
    towns += [(name, row["state"]) for row in rows for name in row["acceptable_cities"]]
    return gazetteer_of(towns, dict(aliases), (row["zip_code"] for row in rows))


def find_places(
    text: str, gazetteer: Gazetteer | None = None, *, taken: Iterable[Span] = (), expected: bool = False
) -> Places:
    """Every place in the text. taken: spans of telephone numbers and the like. expected: a place was just asked for."""
    clean = quiet(text)
    blocked = tuple(taken)
    addresses = _addresses(clean, blocked, gazetteer)
    zips = _zips(text, clean, blocked, addresses, gazetteer)
    claimed = [*blocked, *(mention.span for mention in zips)]
    zips = _wanted(text, zips)
    cities = (
        _cities(clean, gazetteer, [*claimed, *(mention.span for mention in addresses)], expected) if gazetteer else []
    )
    return Places(
        tuple(zips),
        tuple(_wanted(text, cities)),
        tuple(_states(clean, text, cities)),
        tuple(addresses),
        tuple(_foreign(clean, cities)),
    )


_Mention = TypeVar("_Mention", ZipMention, CityMention)


def _wanted(text: str, mentions: list[_Mention]) -> list[_Mention]:
    """The mentions without those turned down: "94539 not 94538", "San Jose, not Santa Clara"."""
    folded = fold(text)
    return [
        mention
        for mention in mentions
        if not _TURNED_DOWN.search(folded[max(0, mention.span.start - 24) : mention.span.start])
    ]


def _zips(
    text: str, clean: Quiet, blocked: tuple[Span, ...], addresses: list[AddressMention], gazetteer: Gazetteer | None
) -> list[ZipMention]:
    found: dict[int, ZipMention] = {}
    for pattern in (_ZIP, _ZIP_LOOSE):
        for match in pattern.finditer(clean.text):
            span = clean.of(match, "zip" if pattern is _ZIP_LOOSE else 0)
            before, after = clean.text[: match.start("zip")], clean.text[match.end() :]
            if any(span.overlaps(other) for other in [*blocked, *(mention.span for mention in addresses)]):
                continue
            sure = bool(_ZIP_CUE.search(before[-24:])) or _place_follows(match["zip"], after, gazetteer)
            if not sure and (
                (_NOT_ZIP_AFTER.match(after[:60]) and not _RUNS_ME.match(after.lstrip()))
                or _NOT_ZIP_BEFORE.search(before[-24:])
                or _PHONE_NEAR.search(before[-6:])
            ):
                continue
            found.setdefault(span.start, ZipMention(match["zip"], False, span))
    for run in (_zip_of_run(run, text) for run in find_digit_runs(text)):
        if (
            len(run.digits) == 5
            and not _is_a_list(run, text)
            and not any(run.span.overlaps(other) for other in blocked)
        ):
            found.setdefault(run.span.start, ZipMention(run.digits, True, run.span))
    return [found[at] for at in sorted(found)]


_DIGITS_IN_A_ROW = re.compile(
    rf"(?:(?:zero|oh?|{ONE_TO_NINE}|nought)[ -]){{4}}(?:zero|oh?|{ONE_TO_NINE}|nought)\b",
    re.I,
)
_COUNTED_BEHIND = re.compile(
    r"[ ,]+(?:ten|eleven|twelve|\w+teen|(?:twenty|thirty|forty|fifty)(?:[ -]\w+)?"
    rf"|{ONE_TO_NINE}) (?:adults?|people|ppl|guests?|persons?|of us|kids|children)\b",
    re.I,
)


def _is_a_list(run: DigitRun, text: str) -> bool:
    """ "6, 7, 7, 8, 9, 10 and the oldest is 13", "2, 8, 12, 5": a list that goes on with a larger number is no ZIP."""
    return "," in run.span.text and bool(
        _GOES_ON.match(text, run.span.end) or _WENT_BEFORE.search(text[: run.span.start])
    )


_GOES_ON = re.compile(r"(?:,? ?(?:and|&|or) |, ?)\d{2}\b(?![\d:/])", re.I)
_WENT_BEFORE = re.compile(r"\b\d{2}(?:,? ?(?:and|&|or) |, ?)$", re.I)


def _zip_of_run(run: DigitRun, text: str) -> DigitRun:
    """ "Nine five two oh two fourteen adults": the first five digits are the ZIP, the rest counts."""
    first = _DIGITS_IN_A_ROW.match(text, run.span.start)
    if len(run.digits) <= 5 or first is None or not _COUNTED_BEHIND.match(text, first.end()):
        return run
    return DigitRun(run.digits[:5], span_of(text, run.span.start, first.end()))


def _addresses(clean: Quiet, blocked: tuple[Span, ...], gazetteer: Gazetteer | None) -> list[AddressMention]:
    found = []
    for match in _STREET.finditer(clean.text):
        span = clean.of(match)
        if _NO_STREET.search(match["name"]) or any(span.overlaps(other) for other in blocked):
            continue
        if len(match["no"]) == 5 and _place_follows(match["no"], clean.text[match.end("no") :], gazetteer):
            continue
        if _RUNS_ME.match(clean.text[match.start("name") :]):
            continue
        if match["name"].split()[-1] in _WORDY and match["name"].split()[0] in ("more", "other", "long", "min"):
            continue
        found.append(AddressMention(" ".join(span.text.split()).rstrip(".,"), span))
    for match in (*_SPANISH_STREET.finditer(clean.text), *_PO_BOX.finditer(clean.text)):
        if any(mention.span.overlaps(clean.of(match)) for mention in found):
            continue
        found.append(AddressMention(clean.of(match).text, clean.of(match)))
    return found


_WORD = re.compile(r"[^\W\d_][^\W\d_'.-]*(?:['.-][^\W\d_]*)*")


_QUARTER = re.compile(
    r",? (?:[a-z][\w'.-]{0,20} ){1,2}(?:view|hill|heights|point|ridge|run"
    r"|crossing)\b(?! (?:st|street|ave|avenue|rd|road|dr|drive|ln|lane|ct|court|cir|circle|way|pl"
    r"|place|blvd|boulevard|ter|terrace|trl|trail)\b)(?![^\n]*\b\d{5}\b)"
)
""" "94124 hunters point": more often a quarter than a street; not where another ZIP is told behind it."""


def _place_follows(digits: str, after: str, gazetteer: Gazetteer | None) -> bool:
    """Whether five digits are the ZIP of the town or quarter that stands right behind them, no house number."""
    if _town_follows(after, gazetteer):
        return True
    return gazetteer is not None and digits in gazetteer.zips and bool(_QUARTER.match(after[:200]))


def _town_follows(after: str, gazetteer: Gazetteer | None) -> bool:
    """Does the whole name of a town stand right behind: five digits before it are its ZIP, no house ("94043 Mountain View")."""
    if gazetteer is None or not (words := _NAME_AFTER.match(after[:60])):
        return False
    names = words.group().strip(" ,").split()
    sizes = range(min(gazetteer.longest, len(names)), 0, -1)
    size = next((size for size in sizes if _key(" ".join(names[:size])) in gazetteer.names), 0)
    return size > 0 and not (size < len(names) and _IS_SUFFIX.fullmatch(names[size]))


def _cities(clean: Quiet, gazetteer: Gazetteer, claimed: list[Span], expected: bool) -> list[CityMention]:
    words = list(_WORD.finditer(clean.text))
    found: list[CityMention] = []
    at = 0
    while at < len(words):
        step = 1
        for size in range(min(gazetteer.longest, len(words) - at), 0, -1):
            first, last = words[at], words[at + size - 1]
            known = gazetteer.names.get(_key(clean.text[first.start() : last.end()]))
            if known is None or not _adjacent(clean.text, words[at : at + size]):
                continue
            span = clean.span(first.start(), first.start() + len(clean.text[first.start() : last.end()].rstrip(".,'-")))
            if not any(span.overlaps(other) for other in claimed) and _is_town(
                clean.text, first.start(), last.end(), expected
            ):
                found.append(CityMention(known[0], known[1], span))
                step = size
                break
        at += step
    return found


def _adjacent(text: str, words: list[re.Match[str]]) -> bool:
    return all(text[one.end() : two.start()] == " " for one, two in pairwise(words))


def _is_town(text: str, start: int, end: int, expected: bool) -> bool:
    """Towns that are also common words or first names need a cue: "in Corona", "Tracy, 95376"."""
    name = text[start:end].rstrip(".,'-")
    if " " in name or (name not in _COMMON_WORDS and len(name) > 3):
        return not re.search(
            r"\b(?:i'?m|name is|this is|i am|mr|mrs|ms|hi|hey|hello|dear|it'?s for|named|called)\.? $",
            text[max(0, start - 14) : start],
        )
    before, after = text[max(0, start - 16) : start], text[end : end + 12]
    if re.match(r" (?:day|eve)\b", after):
        return False
    if re.match(r",? (?:ca\b|calif|\d{5})", after):
        return True
    strong = bool(re.search(r"\b(?:in|to|near|downtown|live in|from|over in|at) $|\d{5},? $", before)) and name not in (
        "home",
        "time",
        "date",
        "price",
        "the",
        "la",
        "may",
        "august",
        "camp",
        "sunday",
    )
    return (
        strong
        or (expected and text.strip(" .!") == name)
        or (len(name) <= 3 and not name.isalpha())
        or (len(name) <= 3 and bool(_PLACE_CUE.search(before)) and name not in _COMMON_WORDS)
    )


def _states(clean: Quiet, text: str, cities: list[CityMention]) -> list[StateMention]:
    found = []
    for match in _STATE.finditer(clean.text):
        if match["code"] is None and (match["name"] or match["cali"]):
            span = clean.of(match)
            if not any(span.overlaps(city.span) for city in cities):
                found.append(StateMention(STATES.get(match["name"] or "", "CA"), span))
    for match in re.finditer(rf"(?<![A-Za-z])(?P<code>{_CODES})(?![A-Za-z'])", text):
        before, after = text[max(0, match.start() - 2) : match.start()], text[match.end() : match.end() + 7]
        if (
            re.match(r"[ ,.]*\d{5}", after)
            or before.endswith((", ", ","))
            or any(0 <= match.start() - city.span.end <= 2 for city in cities)
        ):
            found.append(StateMention(match["code"], Span(match.start(), match.end(), match["code"])))
    for match in re.finditer(r"(?<=, )(?P<low>ca|nv|or)(?= ?\d{5}|\b[.!?]|$)|\b(?P<low2>ca|nv)(?= ?\d{5})", clean.text):
        if not any(state.span.overlaps(clean.of(match)) for state in found):
            found.append(StateMention(match.group().upper(), clean.of(match)))
    return sorted(found, key=lambda mention: mention.span.start)


def _foreign(clean: Quiet, cities: list[CityMention]) -> list[Span]:
    spans = [clean.of(match) for pattern in (_CANADA, _BRITAIN) for match in pattern.finditer(clean.text)]
    for match in _COUNTRY.finditer(clean.text):
        if _FOREIGN_CUE.search(clean.text[max(0, match.start() - 12) : match.start()]):
            spans.append(clean.of(match))
    return [span for span in spans if not any(span.overlaps(city.span) for city in cities)]


def _key(name: str) -> str:
    """A town's name without accents, dots and hyphens; "So. San Francisco" is South San Francisco."""
    letters = name.lower()
    if not name.isascii():
        letters = "".join(char for char in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(char))
    words = letters.replace(".", "").replace("-", " ").split()
    return " ".join([_SHORT.get(words[0], words[0]), *words[1:]] if len(words) > 1 else words).strip(" ,'")
