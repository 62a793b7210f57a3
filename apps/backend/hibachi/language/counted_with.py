"""A bare number told with who is in it, as so many people: "11 with the captain and his wife", "so with my parents 11"."""

from hibachi.kit import lazy_re as re
from hibachi.language.openers import OPENERS
from hibachi.language.roster.words import RELATION
from hibachi.language.small_numbers import ONE_TO_NINETEEN

_N = rf"(?:\d{{1,3}}|{ONE_TO_NINETEEN}|twenty(?:[- ][a-z]+)?)"
_PERSON = (
    rf"(?:(?:the|my|our|his|her|their|both|a) (?:[a-z]+'s )?(?:[a-z]+ )?)?(?:{RELATION}|parents|grandparents|in-?laws"
    r"|families|bride|groom|husbands|wives|spouses|partners|girlfriends|boyfriends)(?:[- ]in[- ]law)?"
)
_OURSELVES = r"(?:me|us|myself|(?:me and )?everyone|everybody)"
_WHO = rf"(?:{_PERSON}|{_OURSELVES})(?:(?:,? (?:and|n|&|\+|plus) |, )(?:{_PERSON}|{_OURSELVES}))*"
_WITH = r"(?:with|w/?|counting|including|incl\.?)"
_LEADS = (
    rf"(?:(?:{OPENERS}|no|nope|wait|sorry|i said|i meant|it'?s|its|that'?s|thats|we'?re|we are|we'?ll be|that makes"
    r"|makes|make it|be|total|total of|about|actually|just|really|now)[ ,.:]+)*"
)
_WITH_THEM = re.compile(
    rf"(?P<lead>^|[.!?\n;,] ?)(?P<said>{_LEADS})(?P<n>{_N})(?P<who>,? {_WITH} {_WHO})(?=\s*(?:$|[.,!?;\n)]))", re.I
)
_THEM_FIRST = re.compile(
    rf"(?P<lead>(?:^|[.!?\n;,] ?)(?:(?:{OPENERS}|and|well) )*{_WITH} {_WHO},? )"
    rf"(?:(?:that'?s|thats|it'?s|its|we'?re|we are|it makes|that makes) )?(?P<n>{_N})(?=\s*(?:$|[.!?;\n)]))", re.I
)


def as_people(text: str) -> str:
    """The text with such a number as all who come; who is in it is nobody besides."""
    text = _WITH_THEM.sub(r"\g<lead>we are \g<n> people", text)
    return _THEM_FIRST.sub(r"\g<lead>we are \g<n> people", text)
