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
    rf"(?:(?:that'?s|thats|it'?s|its|we'?re|we are|it makes|that makes) )?(?P<n>{_N})(?=\s*(?:$|[.!?;\n)]))",
    re.I,
)


_YOUNG = r"(?:son|daughter|kid|child|boy|girl|niece|nephew|grandson|granddaughter|grandchild|godson|goddaughter|little (?:one|brother|sister))"
_IS = r"(?:'?s|,? is|,? who(?:'?s| is)|,? (?:she|he)(?:'?s| is)| \(|,)"
_IS_ONE_OF = re.compile(
    rf"\b(?:my|our|his|her|their) (?:\w+ )?{_YOUNG}{_IS} ?(?:only |just )?(?P<age>{_N})\)?(?: years old| yrs old| yo)?,? ?(?:so |and |but )?"
    rf"(?:(?:she|he)(?:'?s| is| will be| would be) |is )?(?:also |already )?(?:one of|part of|in|among|counted in|included in) (?:the|those|these) (?P<n>{_N})\b"
    r"(?! (?:tables?|dishes|proteins?|th)\b)",
    re.I,
)
""" "My niece, she's 11 so she's one of the 10"."""


_INCLUDING = re.compile(
    rf"(?P<lead>^|[.!?\n;,] ?)(?P<said>{_LEADS})(?P<n>{_N})(?: then| now)?,? (?:with|counting|including|incl\.?) (?:my|our|his|her|the)"
    rf" (?:\w+ )?{_YOUNG}{_IS} ?(?:only |just )?(?P<age>{_N})\)?(?=\s*(?:$|[.,!?;\n]))",
    re.I,
)
""" "10 then, including my niece who's 11"."""


def _as_one_of_them(text: str) -> str:
    """The child as one of those who are counted, and their number as people where it stands alone before."""
    told = _IS_ONE_OF.search(text)
    if told is None:
        return text
    before = re.sub(
        rf"(?<![\w$:/.-]){re.escape(told['n'])}(?! ?(?:of|am|pm|people|ppl|adults|guests|persons|kids)\b)(?![\w:/])",
        f"we are {told['n']} people",
        text[: told.start()],
        count=1,
    )
    return f"{before}one of them is {told['age']}{text[told.end() :]}"


def as_people(text: str) -> str:
    """The text with such a number as all who come; who is in it is nobody besides."""
    text = _INCLUDING.sub(r"\g<lead>we are \g<n> people, one of them is \g<age>", text)
    text = _WITH_THEM.sub(r"\g<lead>we are \g<n> people", text)
    return _as_one_of_them(_THEM_FIRST.sub(r"\g<lead>we are \g<n> people", text))
