"""Children who are part of those who were counted, and a party of which all are grown, in the words that are read everywhere. Pure.

"Inside the 28, not extra", "12 altogether with the kids" and "two kids, 9 and 5, are they in the 6? yes" split the guests
that there are and add nobody; "they're all adults" makes adults of children without an age.
"""

from functools import partial

from hibachi.concierge.understanding.parties import Bands, counts_of
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.party import GROWN_AT, MOST_GUESTS

_N = rf"(?:{NUMBER})"
_HEADS = r"(?:people|ppl|guests|persons|of us|heads|adults)"
_KIDS = (
    r"(?:kids?|child(?:ren)?|daughters?|sons?|boys?|girls?|nieces?|nephews?|twins|toddlers?|bab(?:y|ies)|little ones?"
    r"|grand ?(?:kids?|child(?:ren)?|sons?|daughters?))"
)
_IN_ALL = r"(?:in (?:all|total)|altogether|all together|total|all told)"
_WITHIN = re.compile(
    r"\b(?:(?:all |both |already |still )*(?:inside|within|among|amongst|part of|included in|counted in|out of|in)"
    rf" (?:the|those|our|my|that|these) (?P<n>{_N})(?: {_HEADS})?"
    rf"|(?:the|our|my|those|that) (?P<m>{_N})(?: {_HEADS})?(?: already)? (?:includes?|included|counts)(?: (?:them|him|her|both))?)\b"
    rf"(?! (?:{_HEADS} )?(?:prices?|costs?|rates?|menus?|minimum|range|bucks|quote|total)\b)"
    r"(?![\w:/%$]|[- ]?(?:years?|yrs?|pm|am|o'?clock|hours?|weeks?|days?|minutes?|dollars|miles|\w+-car))",
    re.I,
)
_EVERYBODY = re.compile(
    rf"\b(?P<n>{_N}) (?:is|are|was|were|means|meant) (?:everyone|everybody|all of us|the total|the whole (?:group|party)|in (?:all|total)|altogether)\b"
    rf"(?:,? (?:with (?:the )?{_KIDS}|{_KIDS} (?:too|included|as well)|including (?:the )?{_KIDS}|and that'?s with {_KIDS}))?",
    re.I,
)
_NOT_EXTRA = re.compile(
    r"\b(?:not|aren'?t|isn'?t|never) (?:an? |meant as )?(?:extras?|on top|additional|in addition|added|besides)\b"
    r"(?! (?:of|to) the (?:bill|price))",
    re.I,
)
_THEY_ARE_NOT_EXTRA = re.compile(
    rf"\b(?:they|those|both|(?:the|my|our|these) (?:{_N} )?{_KIDS})(?:'re| are| were| is|'s)?(?: already| all)?(?: not|n'?t)"
    r" (?:an? |meant as )?(?:extras?|on top|additional|in addition|besides)\b(?! (?:of|to) the (?:bill|price))",
    re.I,
)
_WITH_KIDS = re.compile(
    rf"\b(?P<n>{_N})(?: {_HEADS})?(?: {_IN_ALL})?,? \(?(?:with|including|incl\.?|counting|and that(?:'s| is) with) (?:the|both|all|my|our)"
    rf"(?: (?P<k>{_N}))?(?: of the)? {_KIDS}\b\)?"
    rf"|\b(?P<m>{_N})(?: {_HEADS})?(?: {_IN_ALL})?,? \(?(?:the )?{_KIDS} (?:already )?included\b\)?",
    re.I,
)
_KIDS_ARE = re.compile(
    rf"\b(?:the |our )?{_KIDS} (?:are|make) (?P<n>{_N})(?: of (?:them|those|us|these)\b|(?=[:;(]|,(?! ?(?:and )?\d)))",
    re.I,
)
_YES = re.compile(r"\?\W*(?:yes|yeah|yep|yup|they are|he is|she is|of course|sure)\b", re.I)
_AGE = r"(?!\d{3})(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_OLD = r"[- ]?(?:years?|yrs?|yr|y/?o)(?:[- ]?olds?)?"
_ONE_AGED = re.compile(rf"\b(?:an?|one|the|my|our)(?: [a-z]+)? (?P<age>{_AGE}){_OLD}\b", re.I)
_ROW_AGED = re.compile(
    rf"(?<![\w$:/.-])(?P<row>{_AGE}(?:(?:,? (?:and|n) |, ?| ?& ?){_AGE}){{1,7}})(?:{_OLD})?(?![\w:/%$]|[.,]\d| ?(?:am|pm|{_KIDS}|{_HEADS})\b)",
    re.I,
)
_IS_AGED = re.compile(
    rf"\b{_KIDS}(?:,? who)?(?: is|'s|,| \(| aged?|:) ?(?:is |aged? )?(?P<age>{_AGE})(?:{_OLD})?(?![\w:/%$]| ?(?:am|pm|{_KIDS}|{_HEADS})\b)",
    re.I,
)
_KID = re.compile(rf"\b{_KIDS}\b|{_OLD}\b", re.I)
_SO_MANY_KIDS = re.compile(
    rf"\b(?P<n>{_N}) (?:of (?:the|those|them) (?:are|is) )?(?:little |small |young )?{_KIDS}\b", re.I
)
_ALL_GROWN = re.compile(
    r"\b(?:(?:everyone|everybody|all of (?:us|them)|(?:they|we|these|those)(?:'re| are| will be)?(?: all| both)?|all(?: (?P<n>{N}))?(?: of (?:us|them))?)"
    r"(?:'s| is| are|'re)?(?: (?:all|actually|really|an?))* (?:adults?|grown(?:[- ]?ups?)?|(?:over|above|past) (?P<over>{N})"
    r"|(?:at least )?(?P<from>{N})(?: years?(?: old)?)? (?:and|or) (?:up|over|older|above))"
    r"|(?:nobody|no[- ]?one|none(?: of (?:them|us|those|the (?:kids|children)))?|not one(?: of (?:them|us))?)(?: is| are|'s)? (?:under|below"
    r"|younger than) (?P<under>{N}))\b(?! (?:min|hour|people|dollars))".replace("{N}", _N),
    re.I,
)
_TOTAL = re.compile(rf"\b(?P<n>{_N}) (?:grown )?(?:{_HEADS}|{_IN_ALL}|folks|ones|grown[- ]?ups)\b", re.I)
_OF_SOME = re.compile(
    r"\b(?:friends?|cousins?|guys|neighbou?rs?|more|another|add\w*|join\w*|plus|bring\w*|also|if|do|does)\b", re.I
)


def all_grown(text: str, dialogue: Dialogue, bands: Bands) -> str:
    """The text with all who were counted as adults, where it says so and no age says otherwise."""
    grown, young = _known(dialogue, bands)
    if not grown or not young or young <= len(dialogue.party.ages):
        return text
    return _ALL_GROWN.sub(partial(_grown_ones, text, grown + young, bands), text, count=1)


def plainly(text: str, dialogue: Dialogue, bands: Bands) -> str:
    """The text with such children in plain words, once a party was counted."""
    grown, young = _known(dialogue, bands)
    if not grown:
        return text
    if not young:
        return _split(_KIDS_ARE.sub(r"\g<n> of them are kids", _all_with_kids(text, grown)), grown)
    text = _WITH_KIDS.sub(partial(_with_the_kids, grown, young), text)
    return _inside(text, grown, grown + young, bands) if young < grown else text


def _known(dialogue: Dialogue, bands: Bands) -> tuple[int, int]:
    """How many grown-ups and how many others are counted of a party that is planned."""
    counts = counts_of(dialogue.party, bands) if dialogue.booked is None else None
    return (counts.adults, counts.children + counts.toddlers) if counts else (0, 0)


def _number(said: re.Match[str], *groups: str) -> int | None:
    return next((to_int(said[group].lower()) for group in groups if said[group]), None)


def _grown_ones(text: str, everybody: int, bands: Bands, said: re.Match[str]) -> str:
    """All of them as adults, of whom no age says otherwise."""
    over, old = _number(said, "over"), _number(said, "from", "under")
    youngest = over + 1 if over is not None else old
    if (youngest is not None and bands.of(youngest) != "adults" and bands.of(youngest + 1) != "adults") or "?" in text:
        return said.group()
    told = _TOTAL.search(text)
    number = _number(said, "n") or (_number(told, "n") if told else None)
    if number is None and (_OF_SOME.search(text) or any(char.isdigit() for char in text[: said.start()])):
        return said.group()
    return f"we're now {number or everybody} adults, no kids"


def _with_the_kids(grown: int, young: int, said: re.Match[str]) -> str:
    """ "12 altogether with the kids": so many in all, the children as they were counted."""
    number = _number(said, "n", "m") or 0
    if said["k"] and to_int(said["k"].lower()) != young:
        return said.group()
    if number == grown + young:
        return "the guests stay as they are"
    return f"we're now {number - young} adults" if young < number <= MOST_GUESTS else said.group()


def _all_with_kids(text: str, grown: int) -> str:
    """ "It's 30 with the kids": those who were counted, the kids are told behind it."""
    told = _WITH_KIDS.search(text) or _EVERYBODY.search(text)
    kids = told is not None and _KIDS_ARE.search(text, told.end())
    if told is None or not kids or _number(told, "n", "m") != grown:
        return text
    return text[told.end() :].lstrip(" .,;!-")


def _inside(text: str, grown: int, everybody: int, bands: Bands) -> str:
    """Children who were added on top are part of those who were counted."""
    told = _WITHIN.search(text)
    if told is None:
        return (
            f"the kids are part of the {grown}. {text}"
            if _THEY_ARE_NOT_EXTRA.search(text) and "?" not in text
            else text
        )
    if _number(told, "n", "m") == everybody and not _asks(text, told):
        ages, _ = _ages(text)
        known = all(bands.of(int(age)) == "adults" for age in ages)
        return _without_its_sentence(text, told) if known else text
    if _number(told, "n", "m") != grown or (_asks(text, told) and not _NOT_EXTRA.search(text)):
        return text
    return f"the kids are part of the {grown}. {_NOT_EXTRA.sub('', _without(text, told))}"


def _split(text: str, grown: int) -> str:
    """Children told now who are part of those who were counted, with their ages."""
    told = _WITHIN.search(text)
    if told is None or _number(told, "n", "m") != grown or _asks(text, told) or not _KID.search(text):
        return text
    left = _without(text, told)
    ages, left = _ages(left)
    many = _SO_MANY_KIDS.search(left)
    number = len(ages) or (to_int(many["n"].lower()) or 0 if many else 0)
    if not 0 < number < grown:
        return text
    left = _SO_MANY_KIDS.sub("some", left)
    row = f" ({' and '.join(ages)})" if ages else ""
    return f"{number} of the {grown} {'is a kid' if number == 1 else 'are kids'}{row}. {_KID.sub('they', left)}"


def _ages(text: str) -> tuple[list[str], str]:
    """The ages of a text, and the text without them."""
    row = _ROW_AGED.search(text)
    if row is not None:
        ages = [str(to_int(age.lower())) for age in re.findall(rf"\b{_AGE}\b", row["row"], re.I)]
        return ages, f"{text[: row.start()]}{text[row.end() :]}"
    for pattern in (_ONE_AGED, _IS_AGED):
        found = [str(to_int(one["age"].lower())) for one in pattern.finditer(text)]
        if found:
            return [age for age in found if int(age) < GROWN_AT], pattern.sub("they", text)
    return [], text


def _asks(text: str, told: re.Match[str]) -> bool:
    """Whether it is asked if they are among them, without an answer by who asks."""
    behind = text[told.end() :]
    return behind.lstrip().startswith("?") and not _YES.match(behind.lstrip())


def _without_its_sentence(text: str, told: re.Match[str]) -> str:
    """The text with the sentence of those who are counted already as one that changes nothing."""
    begins = max(text.rfind(sign, 0, told.start()) for sign in ".!?\n") + 1
    ends = min((at for sign in ".!?\n" if (at := text.find(sign, told.end())) >= 0), default=len(text))
    return f"{text[:begins]} the guests stay as they are{text[ends:]}".strip()


def _without(text: str, told: re.Match[str]) -> str:
    return f"{text[: told.start()]}{text[told.end() :]}"
