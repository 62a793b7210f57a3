"""Children told one by one behind their number, as a list of ages: "seven children: three 9 year olds, one 10 and a baby".

A row is rewritten only where it comes to just as many children as were counted.
"""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import to_int
from hibachi.language.party import GROWN_AT
from hibachi.language.small_numbers import ONE_TO_SEVENTEEN

_NUMBERS = f"{ONE_TO_SEVENTEEN}"
_AGE = rf"(?:\d{{1,2}}|{_NUMBERS})"
_YOUNG = (
    r"(?:kids?|kiddos|child(?:ren)?|boys|girls|sons|daughters|little ones|small ones|wee ones|young ones"
    r"|grand ?kids|grandchildren|nieces|nephews|cousins|toddlers|minors|youngsters)"
)
_UNIT = r"(?:[ -]?(?P<unit>years?|yrs?|yr|yo|y/o|months?|mos?|mths?|weeks?|wks?)(?:[ -]olds?)?|'?s)?"
_WHO = (
    r"(?:kids?|child|boys?|girls?|sons?|daughters?|babies|baby|toddlers?|infants?|newborns?|ones?|twins"
    r"|triplets|little one|older one|younger one|other one|other|of (?:them|those)|oldest|eldest|youngest"
    r"|middle one)"
)
_VERB = (
    r"(?:(?:who(?:'s| is| are| have)?|is|are|'s|'re|have|has|will be|just|already|now|recently|only|about"
    r"|of|aged?|at|turned|turning) )*"
)
_ELEMENT = re.compile(
    r"(?:(?:the|my|our|a|an) )?(?:(?P<count>an?|one|two|three|four|five|six"
    r"|\d)(?= ))? ?(?:(?P<who>(?:other |second |third |little |older "
    rf"|younger )*{_WHO})(?![a-z])(?: {_VERB})?)?{_VERB}?(?:(?P<age>{_AGE}){_UNIT})?",
    re.I,
)
_SEPARATOR = r"(?:, and |, plus |,? and |,? plus |, | & | \+ |; )"
_PIECE = r"(?:(?!,|;|\band\b|\bplus\b)[a-z\d/' -]){1,44}?"
_ROW = re.compile(
    rf"\b(?P<n>\d{{1,2}}|{_NUMBERS}) (?P<young>(?:little |small "
    rf"|young )?{_YOUNG})(?P<sign>[,;.]? ?(?:and )?(?:they'?re|they are|they will be|their ages are)|,"
    r"| are| -| –| —|:|;| \(| aged| who are|,? namely"
    rf"|,? that'?s)? ?(?P<list>{_PIECE}(?:{_SEPARATOR}{_PIECE})+?)(?P<end>\)"
    rf"|(?=[.?!;\n]|$|,? zip\b|, (?:in|at|zip|how|what|all|the rest|and then|so)\b|,? zip\b|,? \d{{5}}"
    r"| (?:in|at|how much|what)\b))",
    re.I,
)
_SPLIT = re.compile(_SEPARATOR, re.I)
_ODD = frozenset(("small ones", "wee ones", "young ones", "youngsters", "minors"))
_PAIRS = {"twins": 2, "triplets": 3}
_TWINS_BEHIND = re.compile(
    r"\b(?P<whose>my|our|his|her|their|two|2) (?P<young>(?:step|grand)?(?:sons|daughters)|boys|girls"
    r"|kids|nieces|nephews|cousins)(?:,? (?:who are|who're|aged?|of)"
    rf"|,)? (?P<age>{_AGE})(?: years? old| yo| yrs? old)? ?(?:\((?:the )?twins\)"
    r"|,? (?:they'?re |both )?twins\b)",
    re.I,
)
_OWN_OF = re.compile(
    r"\b(?P<whose>my|our|his|her|their) (?P<who>(?:(?:step|grand|god)?(?:son|daughter)|boy|girl|kid"
    rf"|niece|nephew|child|little one|grandchild)) of (?P<age>{_AGE})(?: years)?(?=\s*(?:$|[,;.!?)]"
    r"|and\b|plus\b|&))",
    re.I,
)
_NO_AGE = r"(?![\w:/%$]|[.,]\d| ?(?:am|pm|p\.m|o'?clock|adults?|people|guests|kids|of us|grown))"
_ALL = (
    r"(?:(?:who are|all(?: of (?:them|whom))?|they'?re|they are|aged?|are|is"
    r"|every (?:single )?one of (?:them|those)|each(?: one)?(?: of (?:them|those))?|every ?(?:one|body)"
    r"|each one|either) )*"
)
_BETWEEN = re.compile(
    rf"\b(?P<before>{_YOUNG},? ?(?:- |– )?\(?){_ALL}(?:(?:somewhere|anywhere|ranging|range|any age"
    rf"|ages|aged)(?: in age)? )?(?P<how>from|between) (?:the ages of |ages )?(?P<low>{_AGE}) (?:to"
    rf"|and|&|through) (?P<high>{_AGE})\b(?: (?:years?|yrs?)(?: old| of age)?| yo)?{_NO_AGE}",
    re.I,
)
""" "4 kids (all between 7 and 9)": ages, no hours."""
_EITHER = re.compile(
    rf"\b(?P<before>{_YOUNG},? ?(?:- |– )?\(?){_ALL}(?<= )(?P<low>{_AGE}) or "
    rf"(?P<high>{_AGE})\b(?: (?:years?|yrs?)(?: old| of age)?| yo)?{_NO_AGE}",
    re.I,
)
""" "A dozen kids, every one of them 7 or 8"."""
_OF_THEM = re.compile(
    r"(?<!\d )\b(?P<young>kids|children|boys|girls|grand ?kids"
    rf"|little ones) \((?P<n>{_AGE})(?: of (?:them|those))[,:;]? (?=(?:aged?s? |all |between "
    rf"|from )*{_AGE}\b)",
    re.I,
)
""" "Kids (4 of them, 7-9)"."""
_ONE_MORE = re.compile(
    r"\b(?:one|1|another|an)(?: (?:more|extra|additional))?(?: (?:person|guest|one|body|mouth|head"
    r"|seat|plate))?(?:,|:| -| \() ?(?P<who>(?:my|our|his|her|their) (?:little |younger |older "
    r"|baby )?(?:(?:step|grand|god)?(?:son|daughter)|boy|girl|kid|niece|nephew|child|little one"
    r"|grandchild|cousin|brother|sister))(?:,? (?:who(?:'s| is)|he(?:'s| is)|she(?:'s| is)|aged?)"
    rf"|,)? (?:only |just )?(?P<age>{_AGE})(?: years? old| yo| yrs? old)?\)?(?![\w:/]"
    r"| ?(?:adults|people|guests|am|pm)\b)",
    re.I,
)
""" "One more person, my niece, she's ten": one child."""


_FRIENDS = re.compile(
    rf"\b(?P<n>\d{{1,2}}|{_NUMBERS}) (?:of (?:his|her|their|my \w+'s) )?(?:little |school )?(?:friends"
    r"|buddies|besties|classmates|pals|playmates)(?: of (?:his|hers|theirs))?,? (?:\(|who are "
    rf"|who're )?(?:all|each|aged?|also all)(?: (?:of them|are|aged))* (?P<age>{_AGE})(?: years? old"
    r"| yo)?\)?(?![\w:/]| ?(?:adults|people|guests|am|pm)\b)",
    re.I,
)
""" "3 friends of his, all 9": children."""
_OURS = re.compile(
    rf"\b(?P<who>ours|mine|theirs|hers|his|the other(?: one)?) (?:is|has|are|=) (?P<n>\d{{1,2}}"
    rf"|{_NUMBERS})(?= ?\(| with\b|: )",
    re.I,
)
""" "Two families: ours is 4 (kids 3 and 7), theirs is 5 (...)"."""


def listed(text: str) -> str:
    """The text with children who are told one by one as so many with their ages."""
    text = _FRIENDS.sub(_young, text)
    text = _OURS.sub(_family, text)
    plain = _TWINS_BEHIND.sub(lambda said: f"{_mine(said)}{said['young']} ({said['age']}, {said['age']})", text)
    plain = _OWN_OF.sub(r"\g<whose> \g<who> (\g<age>)", plain)
    plain = _ONE_MORE.sub(r"\g<who> (\g<age>) is coming too", plain)
    plain = _OF_THEM.sub(r"\g<n> \g<young> (", plain)
    plain = _EITHER.sub(_range, _BETWEEN.sub(_range, plain))
    return _ROW.sub(_row, plain)


def _range(said: re.Match[str]) -> str:
    """Ages from one to another: the lower one is told first."""
    low, high = (to_int(said[name].lower()) or 0 for name in ("low", "high"))
    if not low < high < GROWN_AT:
        return said.group()
    before = re.compile(r"\b(?:girls|boys)\b", re.I).sub("kids", said["before"])
    if "(" in before:
        return f"{before}{low} to {high}"
    who, counted = before.rstrip(" ,-–"), _COUNTED_BEFORE.search(said.string, 0, said.start())
    return f"{who} ({low} to {high})" if counted else f"{who} are {low} to {high}"


_COUNTED_BEFORE = re.compile(
    rf"\b(?:\d{{1,2}}|{_NUMBERS}|dozen|couple|few|eight\w*|nine\w*|twen\w+|thir\w+)(?: of)?(?: \w+){{0,2}} $", re.I
)
""" "14 kids, all 7 or 8" are so many of these ages; without a number those of whom was spoken are."""


def _young(said: re.Match[str]) -> str:
    age = to_int(said["age"].lower())
    return f"{said['n']} kids (all {age})" if age is not None and age < GROWN_AT else said.group()


def _family(said: re.Match[str]) -> str:
    joined = bool(re.search(r"\)\W*$", said.string[: said.start()]))
    return f"{'and ' * joined}a family of {said['n']}"


def _mine(said: re.Match[str]) -> str:
    return "2 " if said["whose"].lower() in ("two", "2") else f"{said['whose']} 2 "


def _row(said: re.Match[str]) -> str:
    """The row with its ages in brackets, where they are as many as the children."""
    number = to_int(said["n"].lower())
    pieces = [piece for piece in _SPLIT.split(said["list"]) if piece]
    ages: list[str] = []
    for piece in pieces:
        told = _ages(piece.strip())
        if told is None:
            return said.group()
        ages += told
    bare = all(re.fullmatch(_AGE, piece.strip(), re.I) for piece in pieces)
    if bare and said["young"].lower() in _ODD and len(ages) == number:
        return f"{said['n']} kids ({', '.join(ages)})"
    if bare or len(ages) != number:
        return said.group()
    return f"{said['n']} {said['young']} ({', '.join(ages)})"


def _ages(piece: str) -> list[str] | None:
    """The ages that one piece of a row tells, None where it tells of something else."""
    match = _ELEMENT.fullmatch(piece)
    if match is None or not (match["who"] or match["age"]):
        return None
    who = (match["who"] or "").lower()
    many = next(
        (count for pair, count in _PAIRS.items() if pair in who), to_int((match["count"] or "one").lower()) or 1
    )
    if match["age"] is None:
        return ["0"] * many if re.search(r"\b(?:bab|newborn|infant)", who) else None
    small = (match["unit"] or "").lower().startswith(("mo", "mth", "week", "wk"))
    age = to_int(match["age"].lower())
    return None if age is None else ["0" if small and age < 24 else str(age // 12 if small else age)] * many
