"""Guests who cancel stay away: "four guests had to cancel" cancels no party, so it is put as "four guests can't make it"."""

from hibachi.kit import lazy_re as re

_N = r"(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|several|a few|a couple(?: of)?|couple)"
_WHO = r"(?:guests?|people|ppl|adults?|persons?|kids?|children|friends?|cousins?|families|family|couples?|relatives?|brothers?|sisters?|uncles?|aunts?|parents|in-?laws|neighbou?rs?|coworkers?|colleagues?|nieces?|nephews?|grandparents|ladies|guys|girls|boys)"
_CANCELS = re.compile(
    rf"\b(?P<who>(?:{_N}|(?:my|our|her|his|their|the))(?: (?:of (?:them|us|the|our|my)|more|other|invited|of))*(?: (?:\w+ )?{_WHO})?)(?<!\bthe)(?<!\bmy)(?<!\bour)(?<!\bone)(?<!\ba)(?<!\ban)"
    r" (?:(?:just|now|sadly|unfortunately|already|also|all|both) )*(?:ha(?:d|s|ve) (?:had )?to|need(?:s|ed)? to|decided to|want(?:s|ed)? to|are going to|are|were|will|must|might have to)(?: (?:sadly|unfortunately|all|both))? (?:cancel(?:l?ing)?|drop out|back out|bow out|pull out)(?! (?:the|our|my|it|this|that|their booking|everything)\b)(?: on (?:us|me))?",
    re.I,
)


def can_not_come(text: str) -> str:
    """The text with guests who cancel as guests who can't make it."""
    return _CANCELS.sub(lambda said: f"{said['who']} can't make it", text)
