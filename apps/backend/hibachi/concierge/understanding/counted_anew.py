"""How many it was and how many it is: "it was twelve adults and now it's seventeen" is seventeen adults. Pure.

Only where people are named beside one of the two numbers: "it was at 6, now it's 3" is about the clock.
"""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER

_KIND = r"(?:adults?|people|ppl|guests?|persons?|grown[- ]?ups?|of us|heads)"
_WAS = (
    r"(?:(?:it|there|we|(?:our|the|my) (?:party|group|booking|count|head ?count|number|reservation))(?:'s| was| were| is| are|'re)(?: (?:booked|set|down|planned|supposed to be|originally))*(?: for| of| at)?"
    r"|(?:we|i) (?:originally )?(?:said|had|booked|put|told (?:you|u)|reserved|planned)(?: for| with| on)?|(?:booked|reserved|down|set|signed up|planned) for|instead of|rather than|originally|from)"
)
_LINK = r"(?:\s?[,;.!–-])?(?: (?:but|and|so|then|actually|unfortunately|sadly|now|today|well))*"
_IS = (
    r"(?:(?:(?:now )?(?:it|we|there|that)(?:'s|'re|'ll be| is| are| will be| needs to be| should be| has to be)(?: (?:now|actually|really|going to be|gonna be|more like|up to|down to|at))*)"
    r"|(?:we|i)(?: (?:now|actually|will|only|would))*(?: (?:expect|need|have|count|are expecting))(?: (?:now|to be|it to be|only))*|need|make (?:it|that)|up to|down to)"
)
_NO_COUNT = r"(?! ?(?:am|pm|a\.m|p\.m|o'? ?clock|kids?|children|toddlers?|girls|boys|years?|of them|%|dollars|bucks)\b|[\w:/%$]|\.\d)"
_ANEW = re.compile(
    rf"\b{_WAS} (?:the |just |only |about )?(?P<old>{NUMBER})\b(?P<old_kind> {_KIND}\b)?(?P<out> (?:before|originally|so far|at first))?{_LINK} {_IS} (?:about |only |just )?(?P<new>{NUMBER})\b(?P<new_kind> {_KIND}\b)?{_NO_COUNT}",
    re.I,
)
_PAST = re.compile(
    r"\b(?:was|were|said|had|booked|put|told|reserved|planned|set|down|signed|supposed|instead|rather|originally|from|before|so far|first|now|actually|but)\b",
    re.I,
)
""" "It's 9 and there's 18" tells two things, not what was and what is."""


def as_it_is(text: str) -> str:
    """The text with the number that was left out, and what is counted beside the one that is."""
    return _ANEW.sub(_told, text)


def _told(match: re.Match[str]) -> str:
    kind = match["new_kind"] or match["old_kind"]
    return match.group() if kind is None or not _PAST.search(match.group()) else f"now we are {match['new']}{kind}"
