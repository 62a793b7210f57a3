"""A house number that is spoken stands in digits: "two twelve maple street" is 212 Maple Street, no time of day. Pure."""

from hibachi.kit import lazy_re as re

_ONES = {word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split())}  # fmt: skip
_ONES |= {"oh": 0, "o": 0}
_TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_NUMBER = rf"(?:{'|'.join(sorted((*_ONES, *_TENS), key=len, reverse=True))}|hundred|thousand)"
_STREET = r"(?:street|st|avenue|ave|road|rd|drive|dr|boulevard|blvd|lane|ln|court|ct|place|pl|way|circle|terrace|parkway|highway)"
_NOT_STREET = r"(?:adults?|kids?|children|people|guests?|of|us|pm|p|am|in|on|at|or|and|to|for|the|my|our|o'?clock|orders?|gyozas?|salmon|lobster|noodles|a|is|are)"
_SPOKEN = re.compile(
    rf"(?:(?<!at )|(?={_NUMBER}[ -]{_NUMBER}))(?P<number>\b{_NUMBER}(?:[ -]{_NUMBER}){{0,5}}) (?P<street>(?:(?:north|south|east|west) )?(?!(?:{_NOT_STREET}|{_NUMBER})\b)[a-z]+(?: (?!(?:{_NOT_STREET})\b)[a-z]+)? {_STREET})\b(?!\s*['’])",
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
        elif word in _ONES and 0 < _ONES[word] < 10 and groups and groups[-1] in _WHOLE_TENS:
            groups[-1] = str(int(groups[-1]) + _ONES[word])
        else:
            groups.append(str(_ONES[word] if word in _ONES else _TENS[word]))
    return "".join(groups)


_WHOLE_TENS = {str(one) for one in _TENS.values()}
