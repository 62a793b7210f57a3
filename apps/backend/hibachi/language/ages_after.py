"""Children whose ages come behind them, in the plainer words: "the three grandkids. they're 7, 9 and 12 the grandkids"."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import to_int
from hibachi.language.small_numbers import ONE_TO_TWELVE

_TINY = r"(?:tiny|small|little|smaller|littler|youngest|younger|wee|baby) ones?"
_NUMBER = rf"(?:\d{{1,2}}|{ONE_TO_TWELVE})"
_AGE = rf"(?:{_NUMBER}\b(?! {_TINY}))"
_JOINT = r"(?:,? (?:and|&) |, ?| )"
_AGES = rf"{_AGE}(?:{_JOINT}{_AGE}){{1,6}}"
_YOUNG = r"(?:grandkids|grandchildren|kids|children|kiddos|boys|girls|little ones|nephews|nieces)"
_GREAT = re.compile(r"\b(?:great[- ]?)+(?=grand ?(?:kid|child|son|daughter)(?:s|ren)?\b)", re.I)
""" "Four great-grandkids" are as much children as grandkids are."""
_AGAIN = re.compile(
    rf"\b(?P<said>(?:they'?re|they are|ages(?: are)?|aged) {_AGES}),? the {_YOUNG}\b(?=\s*(?:$|[.,;!?]))", re.I
)
_SMALL_ONES = re.compile(
    rf"\b(?:{_NUMBER} (?:older |big |bigger )?)?(?P<kids>{_YOUNG}(?:,? who| that)?(?: are|'re"
    rf"|:)? {_AGES})[,;.]? ?(?:(?:and|then|plus|with"
    rf"|also) )*(?:the )?(?:{_NUMBER} )?{_TINY}(?:,? who)?(?: are| is|'re|:"
    rf"|,)? (?P<more>{_AGES})\b(?! ?(?:adults?|people|guests|grown|of us|am|pm)\b)",
    re.I,
)
""" "The kids are 12, 9 and 7, then the two tiny ones are 4 and 2": five, with an age each."""
_SO_MANY = re.compile(
    r"\b(?:there'?s|there are|there'?re|it'?s|that'?s|i have|we have|we'?ve got"
    rf"|i'?ve got) (?P<n>{_AGE})(?: of them)?,? (?:and )?(?:the|their) ages(?: are|'re"
    rf"|:)? (?={_AGE}\b)",
    re.I,
)
""" "There's four the ages are eleven eight four and two": children, whoever else was counted."""

_NO_MORE_THAN = re.compile(
    r"(?P<lead>^|[.!?\n;] ?|\b(?:just|only|it'?s|there'?s|there are"
    rf"|have) )(?:the )?(?P<n>{_NUMBER})(?P<them> of them| kids?)?(?P<sign>[,:–—-]+ ?"
    r"| )(?:who (?:is|are) |aged? |they'?re "
    rf")?(?P<ages>{_NUMBER}(?:{_JOINT}{_NUMBER}){{0,5}})(?P<old>(?: and a half)?(?: years?[ -]olds?"
    r"| yrs?(?: old)?| yo\b)|(?=\s*(?:$|[.!?\n])))",
    re.I,
)
""" "Just one, 9 years old", "there's three of them seven nine and twelve": how many there are, then an age for each."""

_BESIDES = re.compile(
    r"(?P<plus>\b(?:plus|along with|as well as|and (?:also|then)|and on top|together with),? )(?:my"
    r"|our|the) (?:youngest|oldest|eldest|middle|littlest)(?: one| child| kid| boy"
    r"| girl)?(?:,? who(?:'s| is)|,? (?:he|she)(?:'s| is)|,| \() ?(?:only |just "
    rf"|already )?(?P<age>\d{{1,2}}|{_NUMBER}|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen)\b\)?(?! ?(?:adults?|people|guests|kids|am|pm)\b)",
    re.I,
)
""" "Three kids who are 6, 8 and 11, plus my youngest, who's 5": one more."""

_THE_LITTLE_ONE = re.compile(
    rf"(?P<said>\b(?:they'?re|they are|(?:the|my|our) {_YOUNG} are) {_AGES}),? and (?:the|my|our) (?:little|youngest"
    r"|smallest|littlest|tiny)(?: one| kid| guy| girl| boy)?(?:'s| is) (?:only |just )?"
    rf"(?P<age>{_NUMBER})\b(?! (?:months?|mos?|weeks?)\b)",
    re.I,
)
""" "They are seven nine twelve and the little one is four": one row of ages."""


def told_before(text: str) -> str:
    """The text with such children and their ages in one place."""
    text = _THE_LITTLE_ONE.sub(r"\g<said> and \g<age>", text)
    text = _NO_MORE_THAN.sub(_each_aged, text)
    text = _BESIDES.sub(r"\g<plus>one \g<age> year old", text)
    plain = _SO_MANY.sub(r"\g<n> kids, ages ", _GREAT.sub("", text))
    return _SMALL_ONES.sub(r"\g<kids>, \g<more>", _AGAIN.sub(r"\g<said>", plain))


def _ages_of(said: re.Match[str]) -> list[str]:
    return re.findall(rf"\b{_NUMBER}\b", said["ages"].lower())


def _each_aged(said: re.Match[str]) -> str:
    """Children with their ages, where there are as many ages; two numbers alone are told apart by nothing and stay."""
    ages = _ages_of(said)
    sure = said["them"] or said["old"] or said["lead"].strip().lower() in ("just", "only")
    if not sure or len(ages) != to_int(said["n"].lower()):
        return said.group()
    kids = "kid" if len(ages) == 1 else "kids"
    return f"{said['lead']}{said['n']} {kids}, aged {', '.join(ages)}"
