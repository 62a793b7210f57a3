"""Children who are somewhere else that day: "the four kids will be at grandma's" is "no kids". Pure."""

from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int

_YOUNG = r"(?:kids|kiddos|children|little ones|grand ?kids|grandchildren|toddlers)"
_KIN = (
    r"(?:grand\w+|nana|granny|gran|nonna|abuela|mom|mum|dad|mother|father|parents|in-?laws|sister|brother"
    r"|aunt\w*|uncle|cousins?|friends?|neighbou?rs?|ex)"
)
_WHOSE = r"(?:(?:my|our|the|a|their|his|her) (?:\w+ )?)?"
_ELSEWHERE = (
    rf"(?:(?:over )?(?:at|with|to|by) {_WHOSE}{_KIN}(?:'s?|s')?(?: (?:house|place))?\b"
    rf"|(?:at|to|away at|off to|off at) {_WHOSE}(?:camp|summer camp|sleep-?away camp|sleepover|day ?care"
    r"|nursery|school|practice|swim meet|birthday party|other party)\b"
    rf"|with {_WHOSE}(?:baby ?)?(?:sitter|nanny|au pair)\b|out of town|away(?! from)|elsewhere"
    r"|somewhere else)"
)
_BE = (
    r"(?:(?:will|'ll|would|are going to|are gonna|might|all|both|now|actually|just) )*(?:be|are|stay|go"
    r"|sleep|staying|going|sleeping|spend(?:ing)?(?: the (?:night|evening|day|weekend))?)(?: (?:all|both"
    r"|now|actually|just|going|staying|sleeping|spending the (?:night|evening|day|weekend)|over))*"
)
_HAVE = (
    r"(?:(?:will|'ll|all|both|now|actually|just) )*(?:have|are having|got"
    r"|have got)(?: (?:a|another|their|other|some))* (?:sleepover|(?:baby ?)?sitter|other plans|plans|camp"
    r"|soccer(?: \w+)?|game|practice|recital|birthday party|party to go to)\b"
)
_STAY = (
    r"(?:(?:will|'ll|would|are going to|are gonna|are|'re|all|both|now|actually|just) )*(?:stay(?:ing)?"
    r"|remain(?:ing)?) (?:at )?home\b"
)
_AWAY = re.compile(
    r"\b(?:the|our|my|all(?: the| of the)?|both"
    rf"|those)(?: (?P<n>{NUMBER}))? (?:(?:little|young|other) )?{_YOUNG}(?: (?:all"
    rf"|both))? (?:{_BE} {_ELSEWHERE}|{_HAVE}"
    rf"|{_STAY})(?: (?:that|this) (?:night|day|weekend|evening))?(?: (?:after all|instead|now|then))?",
    re.I,
)
_WITHOUT_THEM = re.compile(r"\b(?:without|minus|not counting) (?:them|those)\b", re.I)


def without_them(text: str, dialogue: Dialogue) -> str:
    """The text with all of the children left out; some of them only stay away."""
    said = _AWAY.search(text)
    if said is None:
        return text
    party = dialogue.party
    counted = max((party.children or 0) + (party.toddlers or 0), len(party.ages))
    number = to_int((said["n"] or "").lower())
    some = number is not None and number < counted
    rest = text[said.end() :] if some else _WITHOUT_THEM.sub("now", text[said.end() :])
    return f"{text[: said.start()]}{f'{number} kids can not come' if some else 'no kids'}{rest}"
