"""Guests who cancel: "six guests had to cancel" takes nothing of the party but six places. Pure.

Said as what it is ("can't come"), so that no reader takes it for the party's own end.
"""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER

_HEADS = (
    r"(?:guests?|people|ppl|friends?|cousins?|adults?|kids?|child(?:ren)?|families|couples?|co-?workers?"
    r"|colleagues|relatives|persons?|neighbou?rs|invitees|grown[- ]?ups|aunts?|uncles?|brothers?|sisters?"
    r"|siblings)"
)
_MANY = rf"(?:{NUMBER}|some|several|half|a few|few|a couple|a bunch|many|most|both|another|a)"
_WHO = (
    rf"(?:{_MANY}(?: of)?(?: (?:my|our|the|his|her|their))?(?: \w+)? {_HEADS}|{_MANY} of (?:us|them)"
    rf"|(?:my|our|his|her) (?:\w+ )?(?:{_HEADS}"
    r"|(?:mom|mum|dad|mother|father|grand\w+|aunt|uncle|brother|sister|son|daughter|boss|in-laws"
    r"|parents)(?:'s (?:family|kids))?(?: and \w+ \w+)?)|\w+'s (?:family|parents|kids))"
)
_GOES = (
    r"(?:(?:just|also|all|unfortunately|sadly|now|suddenly|will|may|might|'ll) )*(?:(?:had|have|has|need"
    r"|needs|decided|want|wants|going) to cancel|(?:are|is|'re|were) cancell?ing)(?: on (?:us|me|it))?"
)
_THE_PARTY = (
    r"(?! (?:it|this|that|(?:the|our|my|your|their|his|her|a|an) (?:\w+ )?(?:party|booking|reservation"
    r"|event|order|dinner|trip|wedding|everything|chef|date)))"
)
_AWAY = re.compile(rf"\b(?P<who>{_WHO}) {_GOES}\b{_THE_PARTY}", re.I)
_TAKEN_OFF = re.compile(
    r"\b(?:cancel|remove|drop|skip|scratch|take (?:out|off)"
    r"|leave out) (?:(?:the|our|my|those"
    rf"|both) )?(?P<who>(?:{NUMBER})(?: of (?:the|our|my))? (?:\w+ )?(?:{_HEADS}|spots?|seats?|places?"
    r"|plates?|heads?))\b",
    re.I,
)


_AWAY_AND_OFF = re.compile(
    rf"\b(?P<who>{_WHO}) (?:who |that )?(?P<away>(?:just )?(?:can'?t|cant|cannot|won'?t|wont|couldn'?t"
    r"|aren'?t able to) (?:make it|come|be there|attend"
    r"|join)(?: (?:tomorrow|tmrw|tonight|today|anymore|any more|after all))*)"
    r"(?P<rest>[^\n]{0,25}?)\b(?:(?:can|could|would|will) (?:you|u|we)(?: please| pls)? |please |pls "
    r"|so |and |just )*(?:take|remove|drop|cross|leave) (?:them|those(?: (?:two|three|\d))?|these|him"
    r"|her|both)(?: off| out)?(?: (?:of )?(?:the|our|my) (?:list|count|bill|booking"
    r"|party))?(?: so (?:that )?(?:i|we) (?:don'?t|dont|do not) (?:have to "
    r"|need to )?pay(?: for them)?)?(?:,? ?(?:and|&|so|n) (?:then )?(?:lower|reduce|adjust|change"
    r"|update|drop|fix) (?:the|our|my) (?:price|total|bill|cost))?",
    re.I,
)
""" "2 of them can't come, can you take them off": said once, as who cannot come."""
_PASSIVE_OFF = re.compile(
    rf"\b(?:can|could|may|would) (?P<who>{_WHO}) (?:who"
    r"|that) (?P<away>(?:can'?t|cant|cannot|won'?t|wont|aren'?t able to) (?:make it|come|be there"
    r"|attend|join)) be (?:taken off|removed|left out|dropped|crossed off"
    r"|cancell?ed)(?: so (?:that )?(?:i|we) (?:don'?t|dont|do not) (?:have to "
    r"|need to )?pay(?: for them)?)?",
    re.I,
)


def as_absence(text: str) -> str:
    """The text with guests who cancel as guests who cannot come, and places that are cancelled as guests less."""
    text = _PASSIVE_OFF.sub(r"\g<who> \g<away>", _AWAY_AND_OFF.sub(r"\g<who> \g<away>\g<rest>", text))
    text = _AWAY.sub(lambda away: f"{away['who']} can't come", text)
    return _TAKEN_OFF.sub(lambda off: f"remove {_as_guests(off['who'])}", text)


def _as_guests(who: str) -> str:
    return re.compile(r"(?:of (?:the|our|my) )?(?:spots?|seats?|places?|plates?|heads?)$", re.I).sub("guests", who)
