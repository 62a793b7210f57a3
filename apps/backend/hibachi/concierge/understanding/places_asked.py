"""Which place is asked about: a restaurant of ours that there is not, or a balcony of theirs that may be too small. Pure."""

from collections.abc import Sequence

from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

_OURS = re.compile(
    r"\b(?:do|have) (?:you|u|ya|y'?all)(?: guys)?(?: also| even)? (?:have|got|own"
    r"|run)?\b[^.?!\n]{0,30}\b(?:restaurants?|dining room|store ?front|brick and mortar"
    r"|own (?:place|venue|location)|places? (?:to eat|we can (?:go|come)))\b"
    r"|\b(?:is there|are you|do you have) an? (?:actual |real |physical )?(?:restaurant|location)\b"
)
_NARROW = re.compile(r"\b(?:balcon(?:y|ies)|condos?|apartments?|roof ?tops?|townhouses?|fire escape)\b")
_FITS = re.compile(r"\b(?:work|fit|enough|ok(?:ay)?|possible|do it|big|space|room|safe|allowed)\b")


def of_ours_or_theirs(folded: str, topics: list[str]) -> list[str]:
    """The topics with the place that is asked about in them: of ours we only say that we come, of a narrow one what it needs."""
    if _OURS.search(folded):
        return [
            "comes_to_you",
            *(one for one in topics if one not in ("setting", "venue", "space", "comes_to_you", "indoor")),
        ]
    ask_tables = _TABLES_DO.search(folded) or any(_TABLES_ALONE.match(one.strip()) for one in _SENTENCE.findall(folded))
    if _IN_A_U.search(folded) or ask_tables:
        return ["tables", *(one for one in topics if one not in ("tables", "not_included", "needs"))]
    alone = any(_ALONE.match(one.strip()) for one in _SENTENCE.findall(folded))
    burns = is_doubtful(folded) and asks_of_spot(folded)
    if (alone or burns or _ASKED_BEFORE.search(folded)) and not {
        "setting",
        "space",
        "rain",
        "clearance",
        "indoor",
    }.intersection(topics):
        return ["setting", *topics]
    if "minimum" in topics and "minim" not in folded and is_narrow(folded):
        return ["setting", *(one for one in topics if one not in ("minimum", "setting"))]
    return topics


def still_open(unknown: tuple[str, ...], topics: Sequence[str]) -> tuple[str, ...]:
    """The clauses that nothing answers, without those that only name the place or the tables that are asked about."""
    asked = (("tables", _TABLES_ALONE), ("setting", _ALONE), ("tables", _TABLES_DO), ("setting", _ITSELF))
    told = [pattern for topic, pattern in asked if topic in topics]
    return tuple(one for one in unknown if not any(pattern.search(fold(one)) for pattern in told))


_IN_A_U = re.compile(
    r"\btables?\b[^.?!\n]{0,15}\b(?:in an? (?:u|l|row|line|circle|square|ring)\b|u[- ]?shaped?\b)[^.!\n]{0,20}(?:\?|$)"
)
""" "Do we have to put the tables in a U": how they stand, not whose they are."""
_TABLES = r"(?:(?:picnic|folding|card|dining|kitchen|patio|long|round|banquet|plastic|banquet|big|small) )*(?:tables?|tv trays?|trays?|benches|counter)"
_TABLES_ALONE = re.compile(
    rf"^\W*(?:(?:so|and|but|ok|um+|what about|how about|the|my|our)\W+)*{_TABLES}(?:,? (?:tho(?:ugh)?|then|hon|dear|please))?\W*\?\W*$"
)
_TABLES_DO = re.compile(
    rf"\b{_TABLES}\b[^?\n]{{0,60}}\b(?:do(?: it)?(?= for\b|\W*\?)|work|enough|suffice|fit (?:us|all|everyone|everybody|\d)|ok(?:ay)?|fine|plenty"
    rf"|cut it)\b[^?\n]{{0,25}}\?|\b(?:no idea|not sure|unsure|clueless|don'?t know)\b[^.?!\n]{{0,25}}\babout (?:the )?{_TABLES}\b"
)
""" "One picnic table and a bunch of tv trays, would that do for 15?"."""
_SPOT = (
    r"(?:balcon(?:y|ies)|decks?|awnings?|roof ?tops?|terraces?|patios?|porch|garages?|carports?|drive ?ways?"
    r"|(?:parking )?lots?|court ?yards?|(?:back|front|side) ?yards?|loading docks?|fence|fences|railings?|pergolas?"
    r"|gazebos?|canop(?:y|ies)|tents?|umbrellas?|hedges?|lawn|grass|(?:boat )?docks?|house ?boats?|boats?|barges?|piers?|pontoons?)"
)
_SENTENCE = re.compile(r"[^.?!\n]+[.?!\n]?")
_ITSELF = re.compile(
    rf"\b{_SPOT}\b[^.?!\n]{{0,30}}(?:,|\b(?:is|are|would|will|be)\b) ?(?:it |that |this )?(?:be )?"
    r"(?:ok(?:ay)?|fine|safe|allowed|enough|good|alright|a problem|work\w*|possible|suitable|an? (?:no[- ]?go|option)|out|too \w+)\b"
    rf"|\b(?:is|are|would|will|does|do|could|can)\b[^.?!\n]{{0,30}}\b{_SPOT}\b[^.?!\n]{{0,25}}\b(?:ok(?:ay)?|fine|safe"
    r"|allowed|enough|alright|a problem|works?|possible|suitable|count|an? (?:no[- ]?go|option)|out of the question|too (?:small|narrow|tight|high))\b"
    rf"|\b(?:can|could|may|ok to|safe to)\b[^.?!\n]{{0,40}}\b(?:on|under|in|at"
    r"|from) (?:(?:the|my|our|a|an|her|his|their|your) )?"
    rf"(?:[\w-]+ ){{0,3}}{_SPOT}\b"
)
_ALONE = re.compile(
    rf"^\W*(?:(?:so|and|but|ok|um+|uh+|what about|how about|the|my|our|a|an)\W+)*{_SPOT}(?:,? (?:tho(?:ugh)?|then|hon|dear|please))?\W*\?\W*$"
)
_ASKED_BEFORE = re.compile(
    rf"\b(?:skip\w*|ignor\w+|miss\w*|forgot|asked|answer\w*|overlook\w*)\b[^.?!\n]{{0,25}}\b{_SPOT}\b"
    rf"|\b{_SPOT}(?: \w+)? question\b"
)
""" "You skipped my deck question"."""


def asks_of_spot(folded: str) -> bool:
    """Whether a sentence asks if a place itself will do; a place that only stands beside a party is where that is."""
    if _ASKED_BEFORE.search(folded):
        return True
    asking = [
        one.strip()
        for one in _SENTENCE.findall(folded)
        if one.strip().endswith("?") or _BEGINS.match(one) or _TAGGED.search(one)
    ]
    return any(_ALONE.match(one) or (_ITSELF.search(one) and not _COUNTS.search(one)) for one in asking)


_DOUBTFUL = re.compile(
    r"\b(?:balcon(?:y|ies)|(?:boat )?docks?|house ?boats?|boats?|barges?|piers?|pontoons?|(?:red)?wood(?:en)? \w+|awnings?|railings?|fences?|fire escape|roof ?tops?"
    r"|plastics?|vinyl|pvc|nylon|polyester|polycarbonate|acrylic|plexi\w*|tarps?|thatch\w*|hedges?|cloth|fabric|second floor|2nd floor|upstairs)\b"
)


def is_doubtful(text: str) -> bool:
    """Whether a place is named that burns or stands high, so that no yes is given from afar."""
    return bool(_DOUBTFUL.search(text.lower()))


_TAGGED = re.compile(
    r",\s*(?:and )?(?:is|would|will|does|can|could) (?:that|it|this)\b"
    r"|\b(?:is|would|will) (?:that|it|this) (?:be )?(?:ok(?:ay)?|fine|safe|allowed|possible|a problem|alright|doable)\b"
)
""" "We have a canopy with a vinyl top, would that work"."""
_BEGINS = re.compile(r"^\W*(?:(?:and|so|also|but|ok)\W+)*(?:is|are|can|could|would|will|does|do|may)\b")
_COUNTS = re.compile(r"\b\d+ (?:people|guests|adults|of us|kids|ppl|girls|guys|persons|women|men|folks)\b")


def is_narrow(text: str) -> bool:
    """Whether it is asked if a balcony or a flat will do."""
    return bool(_NARROW.search(text.lower()) and _FITS.search(text.lower()))
