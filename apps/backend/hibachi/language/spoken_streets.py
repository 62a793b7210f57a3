"""A house number that is spoken stands in digits: "two twelve maple street" is 212 Maple Street, no time of day. Pure."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import to_int

_ZERO = ("oh", "o", "zero")
_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBER = rf"(?:{'|'.join(sorted((*_ZERO, *_WORDS, *_TENS), key=len, reverse=True))}|hundred|thousand)"
_STREET = (
    r"(?:street|st|avenue|ave|road|rd|drive|dr|boulevard|blvd|lane|ln|court|ct|place|pl|way|circle|terrace"
    r"|parkway|highway)"
)
_NOT_STREET = (
    r"(?:adults?|kids?|children|people|guests?|of|us|pm|p|am|in|on|at|or|and|to|for|the|my|our|o'?clock"
    r"|orders?|a|is|are)"
)
_SPOKEN = re.compile(
    rf"(?:(?<!at )|(?={_NUMBER}[ -]{_NUMBER}))(?P<number>\b{_NUMBER}(?:[ -]{_NUMBER}){{0,5}}) "
    rf"(?P<street>(?:(?:north|south|east|west) )?(?!(?:{_NOT_STREET}"
    rf"|{_NUMBER})\b)[a-z]+(?: (?!(?:{_NOT_STREET})\b)[a-z]+)? {_STREET})\b(?!\s*['’])",
    re.I,
)


def in_digits(text: str) -> str:
    """The text with such house numbers in digits."""
    return _SPOKEN.sub(lambda said: f"{_value(said['number'])} {said['street']}", text)


def _value(said: str) -> str:
    """ "Two twelve" is 212, "one oh four" 104, "twenty two hundred" 2200, "nine one five" 915."""
    groups: list[str] = []
    for word in re.split(r"[ -]", said.lower()):
        if word in ("hundred", "thousand"):
            groups[-1:] = [f"{groups[-1] if groups else '1'}{'00' if word == 'hundred' else '000'}"]
            continue
        number = 0 if word in _ZERO else to_int(word) or 0
        if 0 < number < 10 and groups and groups[-1] in _WHOLE_TENS:
            groups[-1] = str(int(groups[-1]) + number)
        else:
            groups.append(str(number))
    return "".join(groups)


_WHOLE_TENS = {str(ten) for ten in range(20, 100, 10)}
