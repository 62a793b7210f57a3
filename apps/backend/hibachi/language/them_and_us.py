"""Who comes as "them" and "us": "its 4 of them plus us two" is six people; "for 15 if 3 of them are kids" are those 15. Pure."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.roster.words import RELATION

_US = (
    rf"(?:(?:the )?(?P<us>{NUMBER}) of us|us (?P<us2>{NUMBER})"
    r"|(?P<me>me and my (?:wife|husband|partner|boyfriend|girlfriend|fianc[eé]e?)))"
)
_THEM_AND_US = re.compile(
    r"\b(?P<lead>(?:it'?s|there'?s|there are|there will be|that'?s|with"
    rf"|for) )?(?P<them>{NUMBER}) of them,? (?:and|plus|\+|&|with) {_US}\b",
    re.I,
)
_IF_SOME = re.compile(
    rf"(?P<all>\b(?:for|of) {NUMBER}(?: (?:people|ppl|guests|of us"
    rf"|adults))?),? if (?={NUMBER} of (?:them|us|those) (?:are|r|is) (?:kids|children|toddlers|under"
    r"|babies|teens)\b)",
    re.I,
)


_ONLY_US = re.compile(r"\b(?P<lead>just|only|for|be) us (?P<n>2|3|4|two|three|four)\b(?! (?:and|plus|&))", re.I)
""" "Just us 2"."""
_WITH_THOSE = re.compile(
    r"(?P<said>\b(?:if|when|once) (?:i|we) (?:invite|bring|add|include"
    rf"|ask) [^.?!\n\d]{{3,40}}?,? (?:so )?(?:that'?s|thats|that makes|makes|makes it|we'?d be"
    rf"|we would be|then we'?re|it'?s|we'?re) )(?P<n>{NUMBER})(?=\s*(?:$|[.,?!;]))",
    re.I,
)
""" "If I invite my roommates that's 4"."""


_FAMILY_JOINS = re.compile(
    r"(?P<if>\b(?:what if|if) )?\b(?:my|our|his"
    rf"|her) (?:\w+ )?(?:{RELATION})(?P<mate> (?:and"
    rf"|&) (?:(?:my|our|his|her|their) )?(?:\w+ )?(?:{RELATION}))?,? (?:and|&|with|plus) (?:his|her"
    rf"|their) (?P<n>{NUMBER}) (?P<young>kids|children|boys|girls|sons|daughters|little ones"
    r"|toddlers)(?P<ages>,? \(?(?:aged? "
    rf"|ages )?\d{{1,2}}(?:(?:,? and |, ?|,? ?& ?)\d{{1,2}})*\)?)?,? (?P<how>may|might|could|can|will"
    r"|would|are|is|want to|wants to|'ll"
    r"|wanna)?(?: (?:also|maybe|now|all|probably|possibly|like to))* ?(?:be )?(?:join\w*"
    r"|com(?:e|es|ing)|tag\w* along)(?: (?:us|too|along|as well|with us))*",
    re.I,
)
""" "My sister and her 2 kids (3 and 8) may join": beside those who were counted."""


def _joins(said: re.Match[str]) -> str:
    grown = "2 adults" if said["mate"] else "1 adult"
    ages = said["ages"] or ""
    if said["if"]:
        more = "2 more adults" if said["mate"] else "1 more adult"
        return f"what if there's {more} and {said['n']} more {said['young']}{ages}"
    return f"add {grown} and {said['n']} {said['young']}{ages}"


def in_one(text: str, *, known: bool) -> str:
    """The text with them and us as one number, and with those of a number that are children as told. known: a party is counted already."""
    text = _ONLY_US.sub(lambda said: f"{said['lead']} {said['n']} of us", text)
    text = _WITH_THOSE.sub(r"\g<said>\g<n> people", text)
    text = _FAMILY_JOINS.sub(_joins, text) if known else text
    return text if known else _IF_SOME.sub(r"\g<all>, ", _THEM_AND_US.sub(_both, text))


def _both(said: re.Match[str]) -> str:
    ours = 2 if said["me"] else to_int((said["us"] or said["us2"]).lower())
    theirs = to_int(said["them"].lower())
    return f"{said['lead'] or ''}{(ours or 0) + (theirs or 0)} adults"
