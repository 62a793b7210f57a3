"""What somebody dictated as it would be written: signs that were said by name, numbers that were stammered or spelled again."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import to_int
from hibachi.language.small_numbers import ONE_TO_NINE

_SIGNS = {
    "comma": ",", "exclamation point": "!", "exclamation mark": "!", "question mark": "?", "full stop": ".", "period": ".",
    "colon": ":", "semicolon": ";", "new line": "\n", "new paragraph": "\n", "open parenthesis": "(", "close parenthesis": ")",
}  # fmt: skip
_SIGN = re.compile(rf" (?:{'|'.join(_SIGNS)})(?= |$)", re.I)
_SURE = re.compile(r" (?:comma|exclamation (?:point|mark)|question mark|full stop)(?= |$)", re.I)
_STOP = re.compile(r" period(?= [A-Z]|$)")
_NO_STOP = re.compile(r"\b(?:notice|trial|time|waiting|grace|first|second|this|that|a|the|long|hold(?:ing)?)$", re.I)
_WRITTEN = re.compile(r"[,!?;]|\.(?= |$)")
"""A text with signs of its own was written: there "period" is a word."""


def punctuated(text: str) -> str:
    """The text with dictated signs set; as it was where nothing shows that it was dictated."""
    if not _SIGN.search(text) or _WRITTEN.search(text):
        return text
    stops = [
        stop for stop in _STOP.finditer(text) if not _NO_STOP.search(text[max(0, stop.start() - 12) : stop.start()])
    ]
    if not _SURE.search(text) and not stops:
        return text
    return _SIGN.sub(lambda match: _SIGNS[match.group().strip().lower()], text)


_DIGIT = rf"(?:zero|oh|{ONE_TO_NINE}|\d)"
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_TWO_DIGITS = rf"(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|{_TENS}(?:[ -](?:{ONE_TO_NINE}))?|\d\d)"
_SPELLED = re.compile(
    rf"\b(?P<number>{_TWO_DIGITS})(?P<again>,?(?: that'?s| i mean"
    rf"| so)? (?P<first>{_DIGIT})[ -](?P<second>{_DIGIT}))\b(?![ -]{_DIGIT}\b)",
    re.I,
)
_BEFORE = re.compile(rf"\b{_DIGIT}[ -]$", re.I)
_BROKEN = re.compile(
    rf"(?<!['’])\b(?P<part>[a-z]{{1,5}})(?P<cut>[-–—]+"
    rf"|\.{{2,3}})? +(?=(?P=part)(?P<rest>[a-z]{{2,}}))(?={_TWO_DIGITS}\b|hundred\b)",
    re.I,
)
_WORD = re.compile(rf"{_DIGIT}|an?|i|on|no|to", re.I)


def said_once(text: str) -> str:
    """ "Fif fifteen one five people" as "fifteen people": a word that was begun twice, a number that was spelled again."""
    text = _BROKEN.sub(lambda cut: cut.group() if _is_word(cut) else "", text)
    return _SPELLED.sub(lambda said: said["number"] if _is_spelled(said) else said.group(), text)


_SPOKEN_ZIP = re.compile(
    rf"(?<![\w-])(?P<zip>{_DIGIT}(?: {_DIGIT}){{4}})(?= (?:and |the |my |our |for |with |on |how "
    r"|what |kids?\b|children\b|adults?\b|at |please\b|we\b|they\b|can\b|is\b|that\b"
    rf"|(?:ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif)ty)\b)|, )(?! {_DIGIT}\b)",
    re.I,
)


_AGED_BEFORE = re.compile(r"\b(?:kids|children|ages?|aged|boys|girls|old|they'?re)(?: are| of|:|,)? $", re.I)


def with_zip_in_digits(text: str, region: str) -> str:
    """ "Nine five one two eight kids are ten": a ZIP code that was spoken ends before what is said next.

    region: the figure with which ZIPs of the neighbourhood begin.
    """
    return _SPOKEN_ZIP.sub(lambda said: _zip_of(said, region), text)


def _zip_of(said: re.Match[str], region: str) -> str:
    code = "".join(_digit(one) for one in said["zip"].split())
    aged = _AGED_BEFORE.search(said.string[: said.start()])
    if not code.startswith(region) or aged:
        return said.group()
    return code if said.string[said.end() :].startswith(",") else f"{code},"


def _digit(word: str) -> str:
    return "0" if word.lower() in ("oh", "zero") else str(to_int(word.lower()))


_ITEM = re.compile(r"(?:(?<=[\s(,;:])|^)\(?(?P<n>\d)(?:\)|\.(?=\s+[A-Za-z]))\s*(?=[A-Za-z\"'])", re.M)


def without_numbering(text: str) -> str:
    """A list of questions without its numbers: "1) the total, 2) if 6pm is free" names neither guests nor hours."""
    found = list(_ITEM.finditer(text))
    if [int(one["n"]) for one in found] != list(range(1, len(found) + 1)) or len(found) < LEAST_ITEMS:
        return text
    return _ITEM.sub(lambda item: "" if item.start() == found[0].start() else "; ", text)


LEAST_ITEMS = 2
"""So many make a list."""
_PEOPLE = (
    r"(?:(?:little|young|small|other|more) )?(?:adults?|kids?|children|child|toddlers?|babies|baby|boys"
    r"|girls|teens|teenagers|infants?|people|guests|grown[- ]?ups|of us)\b"
)
_AND = r"(?P<before>\b(?:and|plus|with|have|has|are|we're|be|is|&|for) )"
_HEARD_WRONG = (
    (
        re.compile(
            r"(?P<before>\b(?:they'?re|they are|there|ages?|aged|kids are|are) )for (?=(?:and"
            rf"|or) (?:{_TWO_DIGITS}|{_DIGIT})\b)",
            re.I,
        ),
        "four ",
    ),
    (
        re.compile(
            r"(?P<before>\b(?:they'?re|they are|ages?|aged|kids are|are) )(?:to"
            rf"|too) (?=(?:and|or) (?:{_TWO_DIGITS}|{_DIGIT})\b)",
            re.I,
        ),
        "two ",
    ),
    (re.compile(rf"(?P<before>^|\b(?:for|it'?s|we'?re|be|have|party of|about) )ate (?=(?:{_PEOPLE}))", re.I), "eight "),
    (re.compile(rf"{_AND}(?:too|to) (?={_PEOPLE})", re.I), "two "),
    (re.compile(rf"{_AND}ate (?={_PEOPLE})", re.I), "eight "),
    (
        re.compile(
            rf"(?P<before>\b(?:{_TWO_DIGITS}|{_DIGIT})(?: [a-z]+)? (?:and|plus|with|&) "
            rf"|\b(?:have|has|we're|be|for) )for (?={_PEOPLE})",
            re.I,
        ),
        "four ",
    ),
    (re.compile(rf"{_AND}won (?={_PEOPLE})", re.I), "one "),
    (
        re.compile(
            r"(?P<before>\b(?:kids|children|boys|girls|toddlers|teens|twins) )(?:there"
            rf"|their) (?={_TWO_DIGITS}\b|{_DIGIT}\b)",
            re.I,
        ),
        "they're ",
    ),
)


def as_numbers(text: str) -> str:
    """ "Ten adults and too kids there nine and seven": a word that sounds like a number, where only a number fits."""
    text = _FOR.sub(lambda said: f"{said['before']}for ", text)
    for pattern, meant in _HEARD_WRONG:
        text = pattern.sub(rf"\g<before>{meant}", text)
    return text


_FOR = re.compile(
    r"(?P<before>\b(?:much|price|cost|quote|total|party|table|dinner|hibachi) )4 (?=\d{1,3}\b(?![/:]))", re.I
)
""" "How much 4 15": the figure for the word."""


def _is_word(cut: re.Match[str]) -> bool:
    return not cut["cut"] and _WORD.fullmatch(cut["part"]) is not None


def _is_spelled(said: re.Match[str]) -> bool:
    digits = [0 if one.lower() in ("oh", "zero") else to_int(one) for one in (said["first"], said["second"])]
    if _BEFORE.search(said.string[: said.start()]) or None in digits:
        return False
    return to_int(said["number"]) == int("".join(map(str, digits)))
