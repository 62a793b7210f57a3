"""The children of a party told once more with their ages, in whatever words: "two of them, eight and eleven", "8 n 10 the kids, rest adults". Pure.

Only where just as many ages are told as children were counted: nobody comes on top of them.
"""

from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import to_int
from hibachi.language.small_numbers import ONE_TO_SEVENTEEN

_AGE = rf"(?:\d{{1,2}}|{ONE_TO_SEVENTEEN})"
_OLD = r"(?:[ -]?(?:years?|yrs?|yr|yo|y/o)(?:[ -]olds?)?)?"
_LIST = rf"(?P<list>{_AGE}{_OLD}(?:(?:,? and |, | & | n | ){_AGE}{_OLD}){{0,7}})"
_KIDS = r"(?:kids?|children|girls|boys|little ones|kiddos|twins|sons|daughters|nieces|nephews|grand ?kids|ones)"
_ARE = r"(?:,|:| -| are| r| is|'re|=)?(?: (?:they are|they'?re|aged|ages|now|both))*"
_GROWN = r"(?:grown(?:[ -]?ups?)?|adults?|over (?:13|18|21))"
_REST = (
    r"(?:,|;|\.| and| -)* ?(?:the |all (?:the )?)?(?:rest|others?|everyone else|everybody else"
    rf"|remaining(?: ones)?)(?: of (?:us|them))?(?:'s|,|:| are| is| r)?(?: (?:all|just|only))* {_GROWN}"
)
_LEAD = (
    r"(?P<lead>^|[.!?\n;,] *)(?:(?:yes|yep|yeah|no|ok|okay|so|like i said|as i said|again|right|correct"
    r"|well|sorry|um|uh)\b[ ,.!:]*)*"
)
_END = r"(?= *(?:$|[.!?\n;,]))"
_N = rf"(?:the |all |just |only )*(?P<n>{_AGE})"
_FORMS = (
    re.compile(rf"{_LEAD}{_N} (?:of (?:them|us|those|which)|{_KIDS}){_ARE} {_LIST}(?:{_REST})?{_END}", re.I),
    re.compile(rf"{_LEAD}{_N}(?::|,| -) {_LIST}(?:{_REST}){_END}", re.I),
    re.compile(rf"{_LEAD}(?:the|my|our|those)(?: two| three| four)? {_KIDS}{_ARE} {_LIST}{_REST}{_END}", re.I),
    re.compile(
        rf"{_LEAD}{_LIST} (?:(?:are|r|for) )?(?:the|my|our|those)(?: two"
        rf"| three)? {_KIDS}(?:{_REST})?{_END}",
        re.I,
    ),
)
_ONE = re.compile(rf"\b{_AGE}(?![a-z])", re.I)
_MORE = re.compile(
    r"\b(?:more|another|also|plus|extra|add\w*|additional|bring\w*|join\w*|too|as well|instead|now|actually)\b", re.I
)
_FRIENDS = re.compile(
    r",? ?(?:and )?\b(?:his|her|their|the|my \w+'s) (?:friends?|buddies|besties|classmates|pals"
    rf"|cousins) (?:are|is|will be) (?:all |both |also |still )*(?P<n>{_AGE})(?: years? old"
    r"| yo)?(?: too| also| as well)?(?![\w:/]| ?(?:adults|people|guests|of|am|pm)\b)",
    re.I,
)
""" "Her friends are 12", of whom that is known."""
_GROWN_AT = 20


def plainly(text: str, dialogue: Dialogue) -> str:
    """The text with such a sentence as "the kids are 8 and 11"."""
    party = dialogue.party
    young = max((party.children or 0) + (party.toddlers or 0), len(party.ages))
    text = _FRIENDS.sub(lambda said: "" if to_int(said["n"].lower()) in party.ages else said.group(), text)
    if not young or not (party.adults or party.unsplit) or _MORE.search(text):
        return text
    for form in _FORMS:
        for said in form.finditer(text):
            ages = [to_int(one.lower()) for one in _ONE.findall(said["list"])]
            number = to_int((said.groupdict().get("n") or "").lower()) or young
            if len(ages) == young == number and all(age is not None and age < _GROWN_AT for age in ages):
                told = " and ".join(str(age) for age in ages) if young == 2 else ", ".join(map(str, ages))
                verb = f"the kids are {told}" if young > 1 else f"the kid is {told}"
                return f"{text[: said.start()]}{said['lead']}{verb}{text[said.end() :]}"
    return text
