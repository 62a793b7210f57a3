"""Who joins and who stays away, told by who they are: "my boss is coming too", "somebody cancelled on us". Pure.

Only where the guests were counted before: then each person named is one more or one less.
"""

from hibachi.kit import lazy_re as re
from hibachi.language.openers import OPENERS
from hibachi.language.roster.words import GROWN_RELATION, RELATION

_OWN = r"(?:my|our|his|her|their|the|a|an|one|1|some|another)"
_WHO = (
    rf"(?:{RELATION}|guest|person|kid|child|adult|guy|girl|lady|man|woman|invitee|parents|folks"
    r"|grandparents|in-laws)(?:[- ]in[- ]law)?"
)
_CALLED = r"(?:aunt(?:ie|y)?|uncle|grand(?:ma|pa|mother|father)|nana|cousin|auntie) [a-z]+"
_ONE = (
    r"(?:(?:one|1) of (?:my|our|the|us|them)(?: (?:\w+ )?(?:friends|guests|people|kids|children|cousins"
    rf"|adults|guys|girls))?|{_OWN}(?: \w+)? {_WHO}|{_CALLED}|some(?:one|body)(?: else)?"
    r"|(?:one|1)(?: more)?(?: guest| person| friend)?)"
)
_SEVERAL = rf"{_ONE}(?:(?:,|,? and| &| \+|,? plus) {_ONE}){{0,5}}"
_AWAY = (
    r"(?:(?:just |has |have |had |sadly |unfortunately |also |now |suddenly )*(?:cancell?ed|bailed"
    r"|dropped out|backed out|flaked|pulled out|dropped|quit|said no)"
    r"|(?:is|are|'s|'re) (?:no longer|not|out\b)(?: (?:coming|joining|able|going))?"
    r"|(?:isn'?t|aren'?t|won'?t|wont|can'?t|cant|cannot|can not|couldn'?t|will not|doesn'?t"
    r"|don'?t)(?: be)? (?:com(?:e|ing)|mak(?:e|ing) it|join(?:ing)?|attend(?:ing)?|able to|there"
    r"|want to come)|has to (?:work|stay home)(?! (?:till?|until|late|early|from|before|that morning"
    r"|in the morning|the (?:morning|day|night) (?:of|before|after)|\d|half|a half|a double|first))"
    r"|had to cancel|(?:got sick|is sick|fell ill),? (?:and|so) (?:can'?t|cannot|won'?t|isn'?t"
    r"|is not) (?:come|coming|make it|be there)|stays? home)"
)
_LEAVES = re.compile(rf"\b(?P<who>{_SEVERAL}) {_AWAY}\b", re.I)
_JOINS = re.compile(
    rf"\b(?P<who>{_SEVERAL})(?: (?:also|might|may|will|would|wants? to|decided to|can))* (?:(?:is"
    r"|are) )?(?:also )?(?:coming (?:too|as well|along|after all|now)|joins?|joining(?: us)?"
    r"|tagging along|come along|come too|come as well|comes too|comes along|said yes"
    r"|can (?:come|make it) after all)\b"
    rf"|^\W*(?:(?:{OPENERS}|yes)\W+)*(?:plus|and also|also|\+|add|adding|invite|inviting|bringing"
    rf"|with) (?P<plus>{_SEVERAL})\W*(?:please|pls|too|as well|also|then)?\W*$"
    rf"|\b(?:invite|add|bring|have) (?P<invited>{_ONE} more|one more"
    r"|(?:one|an) extra(?: person| guest)?)\b(?! (?:thing|question|dish|protein|order|portion|hour|hr"
    r"|minute|day|time))",
    re.I,
)
_MORE = re.compile(
    r"\b(?P<n>one|two|three|four|five|six|\d{1,2}) (?:more|extra"
    r"|additional)(?: (?:of (?:us|them)|guests?|people|ppl|friends|persons?|adults?|grown[- ]?ups"
    r"|cousins|coworkers|colleagues|neighbou?rs|relatives))? (?:(?:are|is|will|would|want|wants|like"
    r"|'d|to|also|now|going) )*(?:come|comes|came|coming|show(?:s)? up|join|joins|joining|said"
    r"|be there)\b"
    r"|\b(?:it'?s|its|we'?re|were|that'?s|makes(?: it)?|now) (?P<less>one|two|three|four|five"
    r"|\d{1,2}) (?:less|fewer)\b",
    re.I,
)
_GROWN_JOINS = re.compile(
    rf"(?:^|[.,;\n] ?|\b)(?:and|plus|also|oh and) (?:my |our |the )?(?:\w+ )?(?:{GROWN_RELATION})(?:,"
    r"| is|'s| who is| who'?s)? ?(?:(?:he|she)(?:'?s| is) )?\(?(?P<age>[2-9]\d)\b",
    re.I,
)
_STAYS_SO = re.compile(
    r"\b(?:takes?|taking|took|fills?|in) (?:her|his|their|my|the|its) (?:place|spot|seat)\b"
    r"|\binstead of (?:her|him|them|my|our)\b"
    r"|\b(?:replac\w+|swap\w*|still \d{1,2}(?![\d.])|same (?:number|count|headcount))\b",
    re.I,
)
_SEVERAL_JOIN = re.compile(
    r"\b(?P<n>one|two|three|four|five|six|\d{1,2}) (?:more "
    r"|other )?(?:of (?:the|my|our|their|his|her) )?(?:\w+ )?(?:parents|moms|dads|mothers|fathers"
    r"|grandparents|adults|grown-?ups|friends|guests|people|cousins|neighbou?rs|colleagues|co-?workers"
    r"|coaches|teachers|relatives|chaperones|couples?)\b"
    r"(?:(?!(?:,|,? and) (?:my|our|his|her|their|the|because|bc|since)\b)[^.?!\n]){0,45}\b(?:stay|join"
    r"|come|coming|joining|staying|be there|eat|eating|tag along"
    r"|in)(?: (?:us|for dinner|with us))? (?:as well|too|also|after all)\b",
    re.I,
)
"""Several more beside those counted: "two of the parents would like to stay as well"."""
_WHOLE = 8
"""So many who come are a new size: "what if 15 adults come in the end"."""
_BESIDE = re.compile(r"\b(?:more|other|too|also|as well|join\w*|stay\w*|along|after all)\b", re.I)
_BRINGS = re.compile(
    r"\b(?:brings?|bringing|will bring|is taking|takes) (?:along )?(?:her|his|their|my|our|an?|one) (?!own)\w", re.I
)
_PERSON = re.compile(_ONE, re.I)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def stays_the_same(text: str) -> bool:
    """Whether one comes in another's place."""
    return bool(_STAYS_SO.search(text))


def grown_joining(text: str) -> int:
    """How many grown relatives come on top by their age: "and grandpa, he's 80"."""
    return 0 if stays_the_same(text) else len(_GROWN_JOINS.findall(text))


def several_joining(text: str) -> int:
    """How many come on top of those counted: "two of the parents want to stay too"; 0 when none do."""
    match = _SEVERAL_JOIN.search(text)
    if match is None or stays_the_same(text):
        return 0
    number = _NUMBERS.get(match["n"].lower()) or int(match["n"])
    if number >= _WHOLE and not _BESIDE.search(match.group()):
        return 0
    return number * 2 if "couple" in match.group().lower() else number


def brings_somebody(text: str) -> bool:
    """Whether a guest brings another one: "one of them brings her 8-year-old"."""
    return bool(_BRINGS.search(text))


_PAIRS = re.compile(r"\b(?:parents|folks|grandparents|in-laws)$", re.I)


def _heads(said: str) -> int:
    """How many persons are named; "my parents" are two."""
    return sum(2 if _PAIRS.search(match.group()) else 1 for match in _PERSON.finditer(said))


_COUPLE = re.compile(
    r"\b(?:invite|inviting|add|adding|bring|bringing|have) (?:another|one more|a second|an extra"
    r"|an additional) couple\b|\banother couple\b[^.?!\n]{0,25}\b(?:joins?|joining|comes?|coming|in)\b",
    re.I,
)
""" "Could we invite another couple": two more."""


def by_name(text: str) -> int:
    """How many more (or fewer, below zero) come by the persons that a text names; 0 when it names none."""
    if stays_the_same(text):
        return 0
    step = 0
    for match in _LEAVES.finditer(text):
        step -= _heads(match["who"])
    for match in _JOINS.finditer(text):
        step += _heads(match["who"] or match["plus"] or match["invited"])
    if step == 0 and _COUPLE.search(text):
        return 2
    if step == 0 and (more := _MORE.search(text)):
        said = (more["n"] or more["less"]).lower()
        number = _NUMBERS.get(said) or int(said)
        step = number if more["n"] else -number
    return step
