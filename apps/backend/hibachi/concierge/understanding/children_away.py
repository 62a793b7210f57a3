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
_ONE = (
    rf"(?:the|my|our) (?:(?P<age>{NUMBER})(?:[- ]?(?:years?|yrs?)[- ]?olds?|[- ]?y/?o)"
    r"|(?P<small>baby|newborn|infant|toddler|little one|littlest|youngest(?: one)?)|(?P<big>oldest|eldest)(?: one)?)"
)
_IS_AWAY = (
    r"(?:(?:'s| is| will be|'ll be| goes| is going"
    rf"| is gonna be)(?: (?:going|staying|staying over|now|actually|over))* {_ELSEWHERE}"
    r"| (?:stays?|is staying|will stay|remains|is) (?:at )?home\b"
    r"|(?: will|'ll)? (?:has|have|got|has got) (?:(?:a|another|his own|her own|some"
    r"|other) )*(?:sleepover|game|party|camp"
    r"|practice|recital|tournament|plans|fever|cold|class)\b"
    r"| (?:isn'?t|is not|won'?t be|will not be|can'?t|cannot|won'?t|is not gonna) (?:coming|come|there"
    r"|make it|joining|join)\b)"
)
_BEHIND = (
    r"(?:(?: (?:that|this) (?:night|day|weekend|evening|week))?(?:,? ?(?:so |and )?not (?:him|her)\b"
    r"|,? (?:he|she|it)(?:'s| is|'ll| will)? (?:stay(?:s|ing)?|be) (?:at )?(?:home|with \w+ \w+)\b)?)"
)
_TINY = frozenset(("baby", "newborn", "infant", "toddler"))
_STILL_SMALL = 3
""" "The baby" is no child of six."""
_LEAD = r"(?:(?:oh|ok|okay|so|and|but|actually|wait|sorry|just|ugh|hey) )*"
_ONE_AWAY = re.compile(
    rf"\W*{_LEAD}(?:{_ONE}{_IS_AWAY}|not (?P<not>(?:the|my"
    rf"|our) (?P<age2>{NUMBER})(?:[- ]?(?:years?|yrs?)[- ]?olds?|[- ]?y/?o)"
    rf"|(?:the|my|our) (?P<small2>baby|newborn|infant|toddler|little one)))(?: after all| any ?more)?{_BEHIND}\W*",
    re.I,
)
""" "Not the baby, he stays home", "the 9 yr old has a sleepover so not him": all that is said."""
_ALL_ANEW = re.compile(
    r"^(?P<lead>\W*(?:(?:ok|oh|actually|wait|sorry|hm+|lol)\W+)*)(?:forget|scratch|ignore|disregard"
    r"|never ?mind|nvm) (?:all (?:of )?)?"
    r"(?:that|it all|everything|what i said)(?: i said)?[ ,.;:–—-]+(?:it'?s |we'?re |just |make it "
    rf"|only |now )*(?P<n>{NUMBER}) adults\W*$",
    re.I,
)
""" "Forget all that, 14 adults": the children are forgotten too."""
_COME = (
    r"(?:be (?:there|here|with us|coming|joining|attending|able to (?:come|make it))|come|make it|join(?: us)?"
    r"|attend)"
)
_DROPPED = re.compile(
    rf"\b(?:we|i) (?:(?:don'?t|dont|do not|won'?t|wont|will not) (?:need|bring|have|be (?:bringing|having))"
    rf"|no longer (?:need|bring|have)|(?:are|'re|am|'m) not bringing) "
    rf"(?:the|any|our|my) {_YOUNG}(?! (?:meal|menu|plate|portion|food|seat|table|chair|price)s?\b)(?: (?:any ?more"
    rf"|any ?longer|after all|now|then))+"
    rf"|\bnone of (?:the|our|my|those) {_YOUNG} (?:are|is|will|can|could|'re|'ll)(?: (?:be|actually|now|even"
    rf"|able to))* (?:coming|come|there|here|join\w*|mak(?:e|ing) it|attend\w*)(?: (?:any ?more|after all|now"
    rf"|then))*"
    rf"|\b(?:the|our|my|all(?: of)?(?: the| our)?) {_YOUNG}(?: all)? (?:won'?t|wont|can'?t|cant|cannot|will not"
    rf"|are not going to|aren'?t going to|aren'?t gonna|are not gonna)(?: (?:all|now"
    rf"|actually))* {_COME}(?: (?:any ?more|after all|now|then))*"
    rf"|\b(?:the|our|my|all(?: of)?(?: the| our)?) {_YOUNG} (?:are|'re) (?:all |now |actually )*(?:out|off"
    rf"|not coming|dropping out)(?: now| after all| then)*(?=\s*(?:$|[.,;!?\n]))",
    re.I,
)
""" "We don't need the kids anymore", "none of the kids are coming now"."""
_ALL_OUT = re.compile(
    rf"(?<=no kids)(?P<between>[^?\n]{{0,60}}?)[\s.,;!–—-]+(?:so )?(?:all|both)(?: of)?(?: (?:them"
    rf"|{NUMBER}))?(?: of them| {_YOUNG})? (?:are |is )?(?:out|gone|not coming|away|off|dropped)\b",
    re.I,
)
""" "No kids, all six out": said twice."""
_WITHOUT_THEM = re.compile(r"\b(?:without|minus|not counting) (?:them|those)\b", re.I)


def without_them(text: str, dialogue: Dialogue) -> str:
    """The text with all of the children left out; some of them only stay away."""
    text = _ALL_ANEW.sub(r"\g<n> adults, no kids", text) if dialogue.party.children or dialogue.party.toddlers else text
    text = _ALL_OUT.sub(r"\g<between>", _DROPPED.sub("no kids", _without_one(text, dialogue)))
    said = _AWAY.search(text)
    if said is None:
        return text
    party = dialogue.party
    counted = max((party.children or 0) + (party.toddlers or 0), len(party.ages))
    number = to_int((said["n"] or "").lower())
    some = number is not None and number < counted
    rest = text[said.end() :] if some else _WITHOUT_THEM.sub("now", text[said.end() :])
    return f"{text[: said.start()]}{f'{number} kids can not come' if some else 'no kids'}{rest}"


def _without_one(text: str, dialogue: Dialogue) -> str:
    """The text of nothing but a child who is somewhere else, by the age that it was told with."""
    said, party = _ONE_AWAY.fullmatch(text), dialogue.party
    if said is None or "?" in text:
        return text
    small = said["small"] or said["small2"]
    if small and party.toddlers and len(party.ages) <= (party.children or 0):
        return "minus 1 toddler"
    age = to_int((said["age"] or said["age2"] or "").lower())
    if small or said["big"]:
        age = (max if said["big"] else min)(party.ages, default=None)
    tiny = small in _TINY and (age or 0) > _STILL_SMALL
    return text if age is None or age not in party.ages or tiny else f"without the {age} year old"
