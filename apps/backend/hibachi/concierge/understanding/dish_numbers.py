"""Bare numbers that count a dish named just before: "you forgot the edamame. put 4", "filets are 3 people". Pure."""

from hibachi.concierge.understanding import dishes
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER
from hibachi.policies.schemas import Profile

_NEAR = 30
"""Signs between a dish and the number of its portions, at most."""
_PUT = re.compile(
    r"\b(?:put|add|do|get|say|want|need|take|order|i'?ll have|give (?:us|me)|throw in|maybe"
    rf"|like)(?: (?:us|me|in|down|like|about))* (?P<n>{NUMBER})(?=\W*$|[.,!?;\n]"
    r"| (?:please|pls|plz|and|then|of (?:those|them|it))\b)(?![.,:]\d)(?P<of> of (?:those|them|it))?",
    re.I,
)
_FORGOT = re.compile(
    r"\b(?:forgot|missed|missing|left (?:out|off)|where(?:'s| is| are)|what about|how about|and the"
    r"|without|didn'?t (?:put|add|include)|not (?:on|in) (?:there|it))\b",
    re.I,
)
_ARE_PEOPLE = re.compile(
    rf" (?:is|are)(?: just| only)?(?: for)? (?P<n>{NUMBER}) (?:people|ppl|persons?|guests|of us|adults)\b", re.I
)
_TWICE = re.compile(
    r"\b(?P<one>one|1) of (?:the|our|those) (?P<who>[a-z]+) (?:people |guests |guys )?(?:wants?|has"
    r"|gets?|takes?|would like) (?:it|that|them|the same|[a-z]+)? ?(?:twice|double|both times"
    r"|for both)\b",
    re.I,
)


def counted(text: str, profile: Profile) -> str:
    """The text with the dish beside such a number."""
    return _put(_twice(_people(text, profile), profile), profile)


def _people(text: str, profile: Profile) -> str:
    """ "Filets are 3 people": three filets, no party of three."""
    for span, _ in reversed(dishes.named(text, profile)):
        if many := _ARE_PEOPLE.match(text, span.end):
            text = f"{text[: span.start]}{many['n']} {span.text}{text[many.end() :]}"
    return text


def _twice(text: str, profile: Profile) -> str:
    """ "One of the filets wants filet twice": one more of it."""
    said = _TWICE.search(text)
    if said is None or not dishes.named(said["who"], profile):
        return text
    return f"{text[: said.start()]}one more {said['who']}{text[said.end() :]}"


def _put(text: str, profile: Profile) -> str:
    """ "You forgot the edamame. Put 4": so many of that."""
    for said in _PUT.finditer(text):
        before = text[: said.start()]
        named = dishes.named(before, profile)
        if not named or not _FORGOT.search(before) or re.search(r"\d", before[named[-1][0].end :]):
            continue
        if said.start() - named[-1][0].end <= _NEAR:
            return f"{text[: said.end('n')]} {named[-1][0].text}{text[said.end() :]}"
    return text
