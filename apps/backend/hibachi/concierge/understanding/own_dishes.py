"""Dishes that somebody wishes for a party that stands, and the numbers beside them, in the plain words. Pure; before anything is framed.

"Lobster for half the table? 12 ppl" is 12 lobsters and no new guests, "the edamame, maybe 4" is four of them, "the salmon for her
and one for me" is two, and "lobster plus one more" is a guest's second protein.
"""

from hibachi.concierge.understanding import dishes
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER
from hibachi.language.roster.words import RELATION
from hibachi.policies.schemas import Profile

_ABOUT = r"(?:(?:like|about|around|maybe|say|only|just|roughly)\s+)*"
_TAIL = r"s?(?: tails?| mignons?)?"
_PEOPLE = r"(?:people|ppl|guests?|persons?|adults?|grown[- ]?ups|kids?|children|heads)"
_HALF = r"(?:(?:about )?half (?:of )?(?:the |our )?(?:table|guests|group|party|people|adults|us|them)\W+|some of (?:us|them)\W+)"
_FOR_SO_MANY = re.compile(
    rf"@{_TAIL},? for {_ABOUT}{_HALF}?{_ABOUT}(?P<n>{NUMBER})(?: of (?:us|them|(?:the|our|my) {_PEOPLE})| {_PEOPLE})\b",
    re.I,
)
_FOR_HALF = re.compile(rf"@{_TAIL},? for {_ABOUT}{_HALF}{_ABOUT}(?P<n>{NUMBER})\b(?! (?:adults?|kids?|more)\b)", re.I)
_JOINS = re.compile(
    rf"\b(?:more|extra|additional|another|other) {_PEOPLE}\b|\b(?:join\w*|com(?:e(?! to\b)|es(?! to\b)|ing)|invit\w+|we(?:'re| are)|there(?:'s| are| will))\b",
    re.I,
)
_NUMBER_BEHIND = re.compile(
    rf"@{_TAIL}, ?(?:(?:maybe|like|about|say|probably|perhaps|let'?s say) )(?P<n>{NUMBER})(?: (?:of (?:them|those)|orders|portions))?"
    r"(?=\s*(?:$|[.,;!?]|and\b))",
    re.I,
)
_WHO = rf"(?:(?:my|our|his|her|the) )?(?:her|him|me|myself|mom|dad|{RELATION})"
_ROW = rf"{_WHO}(?:,? (?:and|&|plus) (?:(?:one|another|also one|it) )?(?:for )?{_WHO}){{1,3}}"
_FOR_A_ROW = re.compile(
    rf"(?:@{_TAIL}|\b(?P<it>that|it|one|this)) for (?P<row>{_ROW})(?=\s*(?:$|[.,;!?]|please|pls|thanks))", re.I
)
_ONE_OF_ROW = re.compile(_WHO, re.I)
_PLUS_ONE = re.compile(
    rf"@{_TAIL},? (?:plus|and|with|\+) (?:just )?(?:one|1|another)(?: (?:more|other))?(?: (?:one|meat|protein))?(?=\s*(?:$|[.,;!?]|like\b|right\b))",
    re.I,
)


_WHO_HAS_IT = re.compile(
    r"\b(?P<asks>do|does|will|would|can|could|is|are) (?:everybody|everyone|all(?: (?:of )?(?:those|them|the people))?|those|people|guests|the ones)"
    r" (?P<with>with|who (?:get|have|take)s?|having|getting) (?P<dish>(?:the )?@)",
    re.I,
)
""" "Does everybody with lobster still get a second meat": those who have it, not all."""


_JUST_THE = re.compile(
    r"[,;.!?]?\s*(?:and )?how much (?:would|is|are|will|does) (?:(?:it|that) (?:be |cost |come to )?(?:for )?)?(?:just|only) (?:for )?(?:the|our)"
    r" (?:adults|grown[- ]?ups|kids|children)(?: be| cost| come to)?\s*\?*",
    re.I,
)
""" "Upgrade everyone to filet. And how much would just the adults be?": asked of the dish, nobody is taken off."""


def plainly(text: str, dialogue: Dialogue, profile: Profile) -> str:
    """The text with so many of a dish told as that, where it is of the party that stands."""
    if dialogue.goal in ("quote", "booking"):
        return text
    named = [span for span, key in dishes.named(text, profile) if key in dishes.premium(profile)]
    marked, start = "", 0
    for span in named:
        marked, start = f"{marked}{text[start : span.start]}@", span.end
    marked += text[start:]
    said = _told(marked, dialogue)
    if said == marked:
        return text
    for span in named:
        said = said.replace("@", span.text, 1)
    return said


def _told(marked: str, dialogue: Dialogue) -> str:
    marked = _JUST_THE.sub(".", marked) if "@" in marked else marked
    marked = _WHO_HAS_IT.sub(r"\g<asks> a guest with \g<dish>", marked)
    marked = _PLUS_ONE.sub("@ and another protein", marked)
    marked = _NUMBER_BEHIND.sub(r"\g<n> @", marked)
    if not _JOINS.search(marked):
        marked = _FOR_HALF.sub(r"\g<n> @", _FOR_SO_MANY.sub(r"\g<n> @", marked))
    return _FOR_A_ROW.sub(lambda row: _so_many(row, dialogue), marked)


def _so_many(row: re.Match[str], dialogue: Dialogue) -> str:
    """ "That for her and one for me": two of the dish."""
    number = len(_ONE_OF_ROW.findall(row["row"]))
    dish = dialogue.wanted_dish or dialogue.spoken_dish or dialogue.just_dish if row["it"] else None
    if row["it"] and dish is None:
        return row.group()
    return f"{number} {dish.replace('_', ' ') if dish else '@'}"
