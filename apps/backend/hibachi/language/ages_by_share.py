"""Young guests whose ages are told share by share, in the plainer words: "five of her friends: two are 14, two are 15 and one is 16"."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import to_int
from hibachi.language.party import GROWN_AT
from hibachi.language.small_numbers import ONE_TO_SEVENTEEN

_WORDS = f"{ONE_TO_SEVENTEEN}"
_N = rf"(?:\d{{1,2}}|{_WORDS})"
_WHO = (
    r"(?:friends|buddies|besties|classmates|teammates|pals|kids|kiddos|children|cousins|nephews|nieces"
    r"|girls|boys|grand ?kids|grandchildren|little ones|young ones|sons|daughters|teens|teenagers|others)"
)
_SHARE = (
    rf"{_N}(?: of (?:them|those|whom|which|the (?:kids|girls|boys)))?(?:'s| is| are| r| will be| being"
    rf"|,? aged?)(?: (?:only|just|already|both|all|still|now))* {_N}(?: years?(?: old)?| yo"
    r"| yrs?(?: old)?)?"
)
_SHARES = re.compile(
    rf"\b(?P<n>{_N}) (?:more )?(?:of )?(?:(?:my|our|his|her|their|the) )?(?:[a-z]+(?:'s"
    r"|s') )?(?P<little>(?:little|young|small|younger|other|best|school"
    rf"|close) )*(?P<who>{_WHO})(?:[,:;.]| -| –| —| \("
    rf"|,? (?:and|of whom|where|who|so))+ ?(?P<shares>{_SHARE}(?:(?:,? and|,|;"
    rf"| &) ?{_SHARE})+)(?![\w:/%]| ?(?:am|pm|adults?|people)\b)(?P<end>\)?)",
    re.I,
)
_ONE = re.compile(
    rf"\b(?P<k>{_N})\b[a-z ,']*? (?P<age>{_N})(?: years?(?: old)?| yo| yrs?(?: old)?)?(?=,|;| and\b| &|$)", re.I
)
_EACH_OF = re.compile(
    r"(?P<open>\(| -|,) ?(?:each|every one|all|both)(?: one)? of (?:them|whom|these|those)(?: is| are"
    rf"|'s)?(?: aged?| turning)? (?P<age>{_N})(?: years?(?: old)?| yo)?(?P<end>\)|(?=[,.;]))",
    re.I,
)
""" "Three cousins (each of them 9)"."""

_UNDER = re.compile(
    rf"(?P<lead>(?:\bwith|\band|\bplus|\bincluding|\bincl|\bcounting|,) )(?P<n>{_N}) (?=(?:under|below"
    r"|younger than) (?:ten|eleven|twelve|thirteen|1[0-3]|[4-9])\b)",
    re.I,
)
""" "22 with 6 under twelve": children."""
_IS_A_BABY = re.compile(
    rf"(?P<kids>\b{_N} {_WHO}),? (?:and |but )?one(?:'s| is) (?=(?:an? |just an? )?(?:baby|infant|toddler|newborn)\b)",
    re.I,
)
""" "6 kids, one's a baby": one of them."""
_LISTED = rf"{_N}(?:(?:,? and |, ?| ?& ?){_N})+"
_FRIENDS_OF = re.compile(
    rf"\b(?:(?:my|our|his|her|their) )?(?P<n>{_N}) (?:of (?:my|our|his|her"
    r"|their) )?(?:[a-z]+ )?(?:friends|buddies|besties|classmates|teammates|pals|cousins"
    rf"|others),? ?\((?:ages?:? |aged |they'?re )?(?P<ages>{_LISTED})\)",
    re.I,
)
""" "Her 5 friends (ages 14, 14, 15, 15, 16)"."""
_WHO_ARE = re.compile(
    rf"\b(?P<n>{_N}) (?:(?:little|young|small|younger|older) )*(?:{_WHO}),? (?:who|that) are (?:all"
    rf"|both|each) (?P<age>{_N})(?: years? old| yo)?(?![\w:/%]| ?(?:am|pm|adults?|people|or|to)\b)",
    re.I,
)
""" "3 younger cousins who are all 9"."""
_THE_COUSINS = re.compile(
    r"\b(?:the|my|our|his|her) (?:(?:young|younger|little) )?(?P<who>cousins|grand ?kids"
    r"|grandchildren|nephews|nieces|nieces and nephews|nephews and nieces|teens|teenagers|young ones"
    r"|youngsters|friends|siblings)(?: (?:who (?:are )?)?(?:getting together|coming|joining(?: us)?"
    rf"|invited|there|attending))? (?P<are>are|will be)(?: aged)? (?P<ages>{_LISTED})(?![\w:/%]|[.,]\d"
    r"| ?(?:am|pm|adults?|people|guests|of|more)\b)",
    re.I,
)
""" "The cousins are 15, 13, 12, 9 and 5"."""
_TWO_ROWS = re.compile(
    rf"\b(?P<n>{_N}) kids \((?P<ages>{_LISTED}|all {_N})\)(?:,? and|,| plus"
    rf"|,? &) (?P<m>{_N}) kids \((?P<more>{_LISTED}|all {_N})\)",
    re.I,
)
_BORN = re.compile(
    r"(?P<party>\b(?:birthday|b-?day)(?: party| dinner| celebration)?) (?:for|of) (?:my"
    rf"|our) {_N}[ -](?:years?|yrs?)[ -]olds?(?: (?:son|daughter|kid|boy|girl|twins))?",
    re.I,
)
_ALL_AGED = re.compile(
    rf"\b{_N} kids,? (?:(?:who are|they'?re|all|aged|ages|about|around|between|everyone) ?)+{_N}\b", re.I
)
""" "Birthday for my 7 year old: 8 adults and 9 kids, all 6 to 8": one of the nine."""
_ARE_OF_THEM = re.compile(
    r"\b(?:the|our|my) (?:kids|children|grand ?kids|grandchildren|little ones) (?:are"
    rf"|is),? (?P<n>{_N}) of (?:them|those),? (?:and )?(?:they'?re |ages? "
    rf"|aged )?(?P<ages>{_LISTED})(?![\w:/%]| ?(?:am|pm|adults?|people)\b)",
    re.I,
)
""" "The kids are two of them eight and ten"."""
_AND_STILL = re.compile(
    rf"\b(?P<n>{_N}) (?P<who>{_WHO}),? (?:(?:who|that) (?:are|is)|aged|all|of) (?:all |already "
    rf"|just )?(?P<age>{_N})(?: years? old)?,? (?:and|plus|,"
    rf"|&) (?P<m>{_N})(?: (?:of them|others?|more))? (?:(?:who|that) (?:are|is)|are|is|aged) (?:still "
    rf"|only |just |already |all )*(?P<other>{_N})(?![\w:/%]| ?(?:am|pm|adults?|people)\b)",
    re.I,
)
""" "6 boys who are 13 and 3 who are still 12"."""
_GROWN_ONES = re.compile(
    rf"\b(?P<n>{_N}) (?:girls|gals|boys|guys|ladies|women|men|kids|friends) \((?:all |we'?re all "
    r"|they'?re all )?(?:grown(?:[- ]?ups?| women| men| ass \w+)?"
    r"|adults?)(?:,? (?:lol|haha+|hehe|promise|obviously|i swear))*\)",
    re.I,
)
""" "11 girls (grown lol)"."""
_UNDER_AND_AGED = re.compile(
    rf"\b(?P<some>{_N} of (?:them|us|those|the {_N}) are) (?:all )?under (?:1[0-9]|ten|twelve|thirteen"
    rf"|eighteen)[:,;(–-]+ ?(?:ages? |aged )?(?P<ages>{_LISTED})\)?(?![\w:/%]"
    r"| ?(?:am|pm|adults?|people)\b)",
    re.I,
)
""" "3 of them are under 13: 6, 9, 11"."""
_TWINS_TOO = re.compile(
    rf"(?P<named>[A-Z][a-z]+ ?\(\d{{1,2}}\)),? (?:and|plus|&) (?:the|our|my|their) twins,? ?(?:\("
    rf"|who are |both |aged |they'?re |are )+(?P<age>{_N})(?: years? old)?\)?"
)
""" "Ada (6), and the twins, who are 4"."""
_CHILD = (
    r"(?:son|daughter|kid|child|boy|girl|niece|nephew|grandson|granddaughter|grandchild|grandkid|toddler"
    r"|little one|stepson|stepdaughter|godson|goddaughter)"
)
_AND_IS = re.compile(
    r"(?P<and>(?:\band|\bplus|&|\bwith) )(?P<who>(?:my|our|his|her|their) (?:little |younger |older "
    rf"|youngest |oldest )?{_CHILD})(?:'s| is)(?: only| just| almost"
    rf"| turning)? (?P<age>{_N})(?: years? old| yo| yrs? old)?(?![\w:/%]|[.,]\d"
    r"| ?(?:am|pm|adults?|people|guests|and a half|months?|weeks?)\b)",
    re.I,
)
""" "12 adults and my daughter is 7": who comes too, with her age."""
_GROWN_UPS = re.compile(rf"\b{_N} (?:\w+ )?(?:adults?|grown[- ]?ups|people|ppl|guests|friends|of us)\b", re.I)

_THERE_IS = re.compile(
    r"(?:,|;|\.)? ?(?:and |plus |also )(?:(?:then|also) )*there(?:'?s| is| will be"
    r"|'ll be) (?:also )?(?P<who>(?:my|our|his|her|their) (?:little |younger "
    rf"|older )?{_CHILD})(?:,? (?:as well|too|also))?,? (?:he'?s|she'?s|who'?s|who is|he is|she is"
    rf"|aged?) (?:only |just )?(?P<age>{_N})(?: years? old)?(?![\w:/%]| ?(?:am|pm|adults?|people)\b)",
    re.I,
)
""" "And then there's my grandson as well he's nine"."""
_COUNTED_KIDS = re.compile(
    rf"\b(?:{_N}|an?) (?:[a-z]+ )?(?:{_WHO}|{_CHILD}|baby|infant)\b(?<!friends)(?<!others)", re.I
)
""" "5 kids, and my daughter is 7": she may be one of them."""


def in_one_row(text: str) -> str:
    """The text with an age for each of such guests, where the shares come to as many as there are."""
    text = _UNDER_AND_AGED.sub(r"\g<some> kids (\g<ages>)", text)
    text = _TWINS_TOO.sub(r"\g<named>, Twin (\g<age>) and Twin (\g<age>)", text)
    text = _AND_STILL.sub(_both_ages, _GROWN_ONES.sub(r"\g<n> adults", _ARE_OF_THEM.sub(_so_many_of_them, text)))
    text = _IS_A_BABY.sub(r"\g<kids>, one of them is ", _UNDER.sub(r"\g<lead>\g<n> kids ", text))
    text = _EACH_OF.sub(lambda said: f" (all {said['age']})", text)
    text = _WHO_ARE.sub(r"\g<n> kids (all \g<age>)", _FRIENDS_OF.sub(_aged_friends, text))
    text = _TWO_ROWS.sub(_as_one_row, _THE_COUSINS.sub(_the_kids, text))
    if (born := _BORN.search(text)) and _ALL_AGED.search(text[born.end() :]):
        text = f"{text[: born.start()]}{born['party']}{text[born.end() :]}"
    text = _THERE_IS.sub(r" and \g<who> who is \g<age>", text)
    if _GROWN_UPS.search(text) and not _COUNTED_KIDS.search(text):
        text = _AND_IS.sub(r"\g<and>\g<who> who is \g<age>", text)
    return _SHARES.sub(_each, text)


def _each(said: re.Match[str]) -> str:
    told = [(to_int(one["k"].lower()) or 0, to_int(one["age"].lower()) or 0) for one in _ONE.finditer(said["shares"])]
    ages = [age for many, age in told for _ in range(many)]
    if len(ages) != to_int(said["n"].lower()) or max(ages, default=GROWN_AT) >= GROWN_AT:
        return said.group()
    return f"{said['n']} kids ({', '.join(map(str, ages))})"


def _numbers(listed: str) -> list[int]:
    return [to_int(one.lower()) or 0 for one in re.findall(rf"\b{_N}\b", listed, re.I)]


def _aged_friends(said: re.Match[str]) -> str:
    ages = _numbers(said["ages"])
    same = len(ages) == to_int(said["n"].lower()) and max(ages) < GROWN_AT
    return f"{said['n']} kids ({', '.join(map(str, ages))})" if same else said.group()


def _the_kids(said: re.Match[str]) -> str:
    ages = _numbers(said["ages"])
    return f"the kids {said['are']} {said['ages']}" if len(ages) > 1 and max(ages) < GROWN_AT else said.group()


def _as_one_row(said: re.Match[str]) -> str:
    """Two rows of children one behind the other, as one."""
    rows = [(to_int(said["n"].lower()) or 0, said["ages"]), (to_int(said["m"].lower()) or 0, said["more"])]
    each = [_numbers(ages) * (many if ages.lower().startswith("all ") else 1) for many, ages in rows]
    if any(len(ages) != many for ages, (many, _) in zip(each, rows, strict=True)):
        return said.group()
    ages = [age for row in each for age in row]
    return f"{len(ages)} kids ({', '.join(map(str, ages))})"


def _so_many_of_them(said: re.Match[str]) -> str:
    ages = _numbers(said["ages"])
    same = len(ages) == to_int(said["n"].lower()) and max(ages) < GROWN_AT
    return f"{len(ages)} kids ({', '.join(map(str, ages))})" if same else said.group()


def _both_ages(said: re.Match[str]) -> str:
    """So many of one age and so many of another, as one row."""
    many, age, more, other = (to_int(said[name].lower()) or 0 for name in ("n", "age", "m", "other"))
    if max(age, other) >= GROWN_AT:
        return said.group()
    return f"{many + more} kids ({', '.join([str(age)] * many + [str(other)] * more)})"
