"""A head count that has become another, in the words that are read everywhere: "the 12 adults have become 15" is "we're now 15 adults"."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int

MOST = 400
"""Guests; a larger number is a ZIP or an amount."""
_GROWN = r"(?:adults?|grown[- ]?ups?|people|ppl|guests?|persons?|of us|heads)"
_YOUNG = r"(?:kids?|kiddos?|child(?:ren)?|toddlers?|little ones?)"
_ENDS = r"(?![\w:/$%-]|[.,]\d| ?(?:am|pm|a\.m|p\.m|o'?clock|years?|yrs?|yo|months?|dollars|bucks|miles?|percent)\b)"
_NOW = r"(?:(?:now|since|just|actually|suddenly|meanwhile|in the meantime|in fact) )*"
_GROWS = (
    rf"(?:(?:(?:have|has|had|'ve|'s) )?{_NOW}(?:become|became|turned into|grown (?:in)?to|grew (?:in)?to"
    r"|gone up to|went up to|crept up to|swelled to|swollen to|shrunk to|shrank to|dwindled to"
    r"|gone down to|went down to|dropped to|fallen to|fell to|increased to|risen to|rose to)"
    r"|(?:are|is|'re) now)"
)
_BECOME = re.compile(
    rf"\b(?:(?:the|our|those|my|all|original|planned) )*{NUMBER} (?P<who>{_GROWN})(?: (?:we|i) (?:had"
    rf"|booked|planned|told you|said)(?: (?:for|about|with))?)? {_GROWS} (?:about |only |just "
    rf"|now )?(?P<n>{NUMBER})\b{_ENDS}(?: (?P<what>{_GROWN}))?",
    re.I,
)
_SO_MANY_GROWN = re.compile(
    r"\b(?:our|the|my) (?:party|group|crowd|crew|head ?count|guest (?:count|list)"
    rf"|number of (?:guests|people)|list) (?:of {NUMBER}(?: {_GROWN})? )?{_GROWS} (?:about |only "
    rf"|just )?(?P<n>{NUMBER})\b{_ENDS}(?: (?P<what>{_GROWN}))?",
    re.I,
)
""" "Our group has grown to 15"."""
_WAS_NOW = re.compile(
    r"\b(?:(?:it|we|there|that|our (?:party|group|count)"
    rf"|(?:the|our) (?:head ?count|number))\b[^.?!\n\d]{{0,12}})?(?:was|were"
    rf"|had been)(?: (?:for|down as|about))? {NUMBER}(?: (?P<who>{_GROWN}))?(?: (?:before|originally"
    r"|at first|until now|so far))?(?:,|\.| -)*(?: (?:and|but|so))* ?(?:now(?: it'?s| we'?re)?"
    r"|(?:(?:it|that|there|we)(?:'s|'ll be|'re| will be| is| are| would be)(?: now| going to be"
    rf"| gonna be)?))(?: about| for)? (?P<n>{NUMBER})\b{_ENDS}(?: (?P<what>{_GROWN}))?",
    re.I,
)
""" "It was ten adults before and it'll be fourteen"."""
_MY_CHILD = re.compile(
    r"(?:\band )?(?:\bthen )?(?:\bthere(?:'s| is) )?(?:\balso )?\b(?P<who>my|our) (?P<child>grandson"
    r"|granddaughter|grandchild|nephew|niece|son|daughter|godson|goddaughter"
    r"|little (?:boy|girl|brother|sister|cousin))(?: (?:as well|too|also|coming"
    r"|comes))+,? (?:and )?(?:he|she)(?:'s"
    rf"| is) (?P<age>{NUMBER})(?: years old)?\b(?! (?:people|adults))",
    re.I,
)
""" "And then there's my grandson as well he's nine"."""
_NOW_AND = re.compile(
    r"\b(?:(?P<lead>(?:we'?re|we are|it'?s|it is|there are|there'?s|we'?ll be|we will be"
    rf"|we'?d be) )(?P<all>{NUMBER}(?: {_GROWN})?)"
    rf"|(?P<count>{NUMBER} {_GROWN}))(?P<anew>(?:,? (?:now|in total|altogether|not {NUMBER}"
    r"|(?:instead of|rather than|up from|down from) (?:the |just |only )?(?:original "
    rf"|planned )?{NUMBER}(?: {_GROWN})?))+)(?P<more>,? (?:and|plus|with|&|\+) (?:also |then )?(?:my"
    rf"|our|a|an|one|the|his|her|their|{NUMBER})\b(?! (?:\w+ ){{1,3}}?(?:is |are |'s |will "
    r"|wants to )?(?:bring\w*|com(?:e|es|ing)|join\w*)\b))",
    re.I,
)
""" "14 adults now instead of 10 and my grandson who's nine": what it was before stands in the middle of the row."""
_FROM_TO = re.compile(
    r"\b(?:(?:we(?:'ve| have|'re)?|it(?:'s| has)?|that(?:'s)?"
    r"|(?:the|our) (?:head ?count|guest (?:count|list)|numbers?|group|party)(?: has|'s)?) )?(?:gone"
    r"|went|grown|grew|jumped|dropped|moved|changed|risen|fallen|gone up|gone down) (?:up "
    rf"|down )?from {NUMBER} (?P<who>{_GROWN}) to (?P<n>{NUMBER})\b{_ENDS}(?: (?P<what>{_GROWN}))?"
    r"|\b(?:gone|went|grown|grew|jumped|dropped) (?:up "
    rf"|down )?from {NUMBER} to (?P<m>{NUMBER}) (?P<adults>adults?|grown[- ]?ups?)\b",
    re.I,
)
""" "We've gone from 12 adults to 15 plus 2 kids"."""
_HEADS = rf"(?:{_GROWN}|{_YOUNG}|seats?|places?|spots?)"
_SOME = rf"(?:{NUMBER}|an?) (?:(?:of (?:the|our|my)|more|other|extra|little) )*{_HEADS}"
_LIST = r"(?:(?:the|our|my|your) (?:guest )?(?:list|booking|count|head ?count|reservation|party|order|table))"
_TAKE_OFF = re.compile(
    rf"\b(?:take|cross|knock|strike|cut|pull) (?P<who>{_SOME}) (?:off|out|away)(?: (?:of |from )?{_LIST})?(?![\w-])",
    re.I,
)
_PUT_ON = re.compile(
    rf"\b(?:put|write|pencil|sign|squeeze|slot) (?P<who>{_SOME}) (?:on|down"
    rf"|in)(?: (?:to )?{_LIST})?(?! (?:for|at)\b)(?![\w-])",
    re.I,
)
_ON_TOP = re.compile(
    r"(?P<whole>\b(?:we'?re|we are|it'?s|it is) (?:now |actually |only "
    rf"|just )*{NUMBER}(?: {_GROWN})?),? (?:and|plus"
    rf"|with) (?P<young>{NUMBER} {_YOUNG}) on top(?: of (?:that|it|them))?\b",
    re.I,
)
""" "We're now fifteen adults, and two kids on top": both are the whole."""
_AGAIN = re.compile(rf"(?<=[a-z)][,.!] )(?P<n>{NUMBER}) (?=again\b(?! (?:for|at|in)\b))", re.I)
""" "My cousin cancelled, 16 again": the whole, and not how many cancelled."""


def plainly(text: str) -> str:
    """The text with such counts in the plain words."""
    text = _AGAIN.sub(r"so we're \g<n> ", text)
    text = _MY_CHILD.sub(r"and \g<who> \g<child> who's \g<age>", _WAS_NOW.sub(_now, _FROM_TO.sub(_now, text)))
    text = _NOW_AND.sub(_row, _SO_MANY_GROWN.sub(_now, _BECOME.sub(_now, text)))
    text = _ON_TOP.sub(r"\g<whole> and \g<young>", text)
    if (less := _TAKE_OFF.sub(r"remove \g<who>", text)) != text:
        return _PUT_ON.sub(r"add \g<who>", less)
    return text


def _now(said: re.Match[str]) -> str:
    told = said.groupdict()
    number = to_int((told["n"] or told.get("m") or "").lower())
    who = told["what"] or told.get("who") or told.get("adults") or "people"
    return f"we're now {number} {who}" if number and number < MOST else said.group()


def _row(said: re.Match[str]) -> str:
    return f"{said['lead'] or 'we are '}now {said['count'] or said['all']}{said['more']}"
