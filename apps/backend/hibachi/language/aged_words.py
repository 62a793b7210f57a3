"""Ages told by a birthday or by "of": "twins, who have just had their 13th birthday", "one child of 12, one of 5", in the plainer words."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import to_int
from hibachi.language.openers import GLAD, OPENERS
from hibachi.language.party import OLDEST_CHILD
from hibachi.language.small_numbers import ONE_TO_SEVENTEEN

_ORDINALS = {
    word: number
    for number, word in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth sixteenth seventeenth eighteenth"
        ).split(),
        1,
    )
}
_NTH = rf"(?P<nth>\d{{1,2}}(?=st|nd|rd|th)|{'|'.join(_ORDINALS)})(?:st|nd|rd|th)?"
_HAD = re.compile(
    r"\b(?P<who>who |they |he |she |they'?ve |he'?s "
    r"|she'?s )?(?:(?:have|has|just|only|recently|already|both|all) )*(?:had|celebrated|turned|reached"
    r"|passed)(?: (?:just|recently))? (?:their|his|her) "
    rf"{_NTH} (?:birthday|b-?day)\b",
    re.I,
)
_AGE = rf"(?:\d{{1,2}}|{ONE_TO_SEVENTEEN})"
_CHILD = r"(?:child|kid|boy|girl|son|daughter|nephew|niece|grandson|granddaughter|grandchild|little one|toddler|baby)"
_ENDS = r"(?=\s*(?:$|[,;.!?)]|and\b|plus\b|&|in\b|so\b|who\b|with\b|at\b|for\b|how\b|what\b|zip\b|years?\b))"
_OF_AGE = rf"of (?P<age>{_AGE})(?: years?)?{_ENDS}"
_ONE_OF = re.compile(
    rf"\b(?P<count>an?|one|another|the other|two|three) (?P<young>{_CHILD}"
    rf"|(?:sons|daughters|boys|girls|kids|children)) {_OF_AGE}",
    re.I,
)
_AND_ONE = re.compile(
    rf"(?P<before>\byears? old(?:,? and|,| &|,? plus)) (?:an?|one|another|the other)(?: {_CHILD})? {_OF_AGE}", re.I
)
_AGES_OF = re.compile(
    r"\b(?P<young>(?:two|three|four|five|six|\d|my|our|the|his|her|their) (?:little |young "
    r"|small )?(?:sons|daughters|boys|girls|kids|children|grandkids|grandchildren|nieces|nephews"
    rf"|toddlers|teens|teenagers|cousins)) of (?P<list>{_AGE}(?:, {_AGE})*,? (?:and"
    rf"|&) {_AGE})\b(?! ?(?:of|adults?|people|guests|grown|kids|friends)\b)",
    re.I,
)
""" "Three children of 5, 8 and 11"."""
_SOME_AND_OTHERS = re.compile(
    r"\b(?P<n>two|three|four|2|3|4)(?: of (?:them|the (?:kids|children|little ones|grandkids))"
    rf"| (?:kids|children))? (?:are|is) (?:both |all )?(?P<age>{_AGE}),? ?(?:and |but "
    rf"|while )?(?:the )?(?:others?|rest|other (?:ones|two|three|four|{_AGE}))(?: ones)?(?: are|'re"
    rf"| is|:)? (?P<list>{_AGE}(?:, {_AGE})*,? (?:and|&) {_AGE})\b(?! ?(?:of|adults?|people|guests|am"
    r"|pm)\b)",
    re.I,
)
""" "Two of the children are four, the others are 7, 8 and 10"."""
_ONE_AND_ONE = re.compile(
    r"\b(?P<young>kids|children|little ones|boys|girls|sons|daughters|grandkids|grandchildren"
    rf"|toddlers|nieces|nephews)(?:,|:| -)? (?:an?|one) of (?P<age>{_AGE})(?:,? and|,| &) (?:an?|one"
    rf"|another|the other) of (?P<other>{_AGE}){_ENDS}",
    re.I,
)
""" "2 kids, one of 3 and one of 8"."""
_PAIR_OF = re.compile(rf"\b(?:a )?(?:pair|couple) of (?={_AGE}[- ]years?[- ]olds?\b)", re.I)
_ALL_OF_WHOM = re.compile(
    r",? (?P<all>all|both) of (?:whom|which) (?:are|will be) (?=under|below|younger|over|between|aged?|\d)", re.I
)
_PAIR = re.compile(rf"\b(?P<pair>twins|triplets) {_OF_AGE}", re.I)
_BESIDE_THEM = re.compile(
    r",?(?: will (?:come|be there|attend)| are coming)?,? (?:and )?(?:also )?(?:besides|beside"
    r"|apart from|in addition to|on top of|along with|alongside) (?:them|those|that|us"
    r"|the (?:adults|grown[- ]?ups)),? (?=(?:an?|one|our|my|the|two|three|there) )",
    re.I,
)
""" "Ten adults will come, and besides them one child": those who come too."""
_WHO_IS = re.compile(
    rf"(?P<lead>\b(?:plus|and|also|with|then|,|&|\+) )(?:an?|one) {_CHILD},? (?:who(?:'s| is)"
    rf"|that(?:'s| is)|aged?) (?P<age>{_AGE})(?P<next>,? (?:and|plus|&) )(?:an?|one"
    rf"|another)(?: {_CHILD})?,? (?:who(?:'s| is)|that(?:'s| is)"
    rf"|aged?) (?P<other>{_AGE})(?! ?(?:{_AGE}|adults|people)\b)",
    re.I,
)
""" "One kid who's 12 and one who's 5": two with an age each."""
_ONE_AND_OTHER = re.compile(
    rf"\bone (?:{_CHILD}|of (?:them|the (?:kids|children|boys|girls|twins))|of the two)(?:'s| is"
    r"| will be| turns| just turned)(?: (?:only|just|now"
    rf"|already))? (?P<age>{_AGE})(?: years? old)?,? (?:and "
    rf"|but )?(?:the )?other(?: (?:one|{_CHILD}))?(?:'s| is| will be| turns| just turned"
    rf"|,)?(?: (?:only|just|now|already))? (?P<other>{_AGE})(?! ?(?:{_AGE}|adults|people|am|pm)\b)",
    re.I,
)
""" "One kid is 6, the other one 10"."""
_COMES_AGED = re.compile(
    rf"\b(?P<who>(?:my|our|his|her|their) (?:little |younger |older |baby )?{_CHILD})(?P<comes>(?:'s"
    r"| is| will be| will| can| wants to| might)? (?:com(?:e|es|ing)|join(?:s|ing)?"
    r"|tag(?:s|ging)? along)(?: too| also| as well| along| with us| us| after all)*)(?:[,.;]"
    r"|,? and) ?(?:he|she|they)(?:'s|s| is|'re| are) (?:only |just "
    rf"|already )?(?P<age>{_AGE})(?: years? old| yo"
    r"| yrs? old)?\b(?! ?(?:adults|people|guests|am|pm)\b)",
    re.I,
)
_ALSO_AGED = re.compile(
    rf"^(?P<lead>\W*(?:(?:{OPENERS}|{GLAD}|plus|with|actually|no)\W+)*(?:and|also|plus|with"
    r"|then)\W+)(?P<who>(?:my|our|his|her|their) (?:little |younger |older "
    rf"|baby )?{_CHILD})(?:,? (?:who|he|she|they)(?:'s|s| is)|,) (?:only "
    rf"|just )?(?P<age>{_AGE})(?: years? old| yo)?\b(?! ?(?:adults|people|guests|am|pm)\b)",
    re.I,
)
""" "My niece is coming too, she's 10", "and my niece, she's 10"."""
_SEVERAL_OF = re.compile(
    r"(?P<before>\b(?:kids|children|boys|girls|grandkids|nieces"
    rf"|nephews)\b[^.?!\n]{{0,40}}?)\b(?P<n>two|three|four|2|3"
    rf"|4) (?P<age>{_AGE})[- ]year[- ]olds?(?=,? (?:and|&) (?:an? |one )?{_AGE}\b"
    rf"|, (?:an? |one )?{_AGE}\b)",
    re.I,
)
""" "Five kids: 11, 10, two 8 year olds and a 6 year old"."""
ALL_GROWN = re.compile(
    r"\b(?:every(?:one|body)|every (?:one|single one|guest|person)(?: of (?:us|them))?"
    r"|each (?:one|guest|person)?(?: ?of (?:us|them))?|all of (?:us|them|whom))(?: who comes)?(?:'s"
    r"| is| are| being)? (?:an? )?(?:adult|grown[- ]?up)s?\b",
    re.I,
)
_IN_ADDITION = re.compile(r",? (?:and )?(?:also )?in addition,? (?=(?:an?|one|our|my|the|two|three|there) )", re.I)
_SMALL = r"(?:little ones|toddlers|babies|infants|tots|wee ones|tiny ones)"
_EACH = (
    rf"(?:an?|one|our|my) (?:{_AGE})[ -]?(?:years?|yrs?|yr|months?|mos?|mo|weeks?)[ -]olds?"
    rf"|(?:an?|one|our|my) (?:{_AGE})[ -]?yo|(?:an?|one|our) (?:baby|newborn|infant)"
)
_TOLD = re.compile(
    rf"\b(?P<n>\d|two|three|four|five) (?P<young>{_SMALL})(?:,|:| -| –| —|;| \()? ?(?:namely |so "
    rf"|that'?s |with )?(?P<list>(?:{_EACH})(?:(?:, and |,? plus |, | and | & )(?:{_EACH}))+)\)?",
    re.I,
)
_ONE_OF_LIST = re.compile(
    rf"\b(?:(?P<age>{_AGE})[ -]?(?P<unit>years?|yrs?|yr|yo|months?|mos?|mo|weeks?)|(?:baby|newborn|infant))\b", re.I
)


_BEHIND = re.compile(
    rf"\b(?P<n>{_AGE}) (?:more )?(?P<small>little |young |small )?(?P<young>kids|children|cousins"
    r"|nephews|nieces|grand ?kids|ones|boys|girls|brothers|sisters|friends"
    r"|toddlers)(?P<too>(?: too| as well| also)?)(?:,|:| -"
    rf"|,? (?:they'?re|they are|aged)) ?(?P<list>\d{{1,2}}(?:(?:,? ?(?:and|&|n) ?"
    rf"|, ?)\d{{1,2}})+)(?! ?(?:am|pm|adults?|people|guests|of us|st|nd|rd|th|/|:|-|\d))",
    re.I,
)
""" "Three little cousins too, 12, 8 and 6": children, with an age for each."""


def _aged_behind(told: re.Match[str]) -> str:
    ages = [int(one) for one in re.findall(r"\d+", told["list"])]
    young = told["small"] or (told["too"] and told["young"].lower() not in ("friends", "ones"))
    if not young or len(ages) != to_int(told["n"].lower()) or max(ages) > OLDEST_CHILD:
        return told.group()
    return f"{told['n']} kids ({told['list']}){told['too']}"


def plainly(text: str) -> str:
    """The text with these ages as most people write them."""
    text = _BEHIND.sub(_aged_behind, text)
    plain = _IN_ADDITION.sub(" and ", _BESIDE_THEM.sub(" and ", ALL_GROWN.sub("all adults", text)))
    plain = _HAD.sub(_turned, plain)
    plain = _ONE_AND_OTHER.sub(r"one is \g<age> and one is \g<other>", plain)
    plain = _COMES_AGED.sub(r"\g<who> (\g<age>) is coming too", plain)
    plain = _ALSO_AGED.sub(r"\g<who> (\g<age>) is coming too", plain)
    plain = _SEVERAL_OF.sub(_each_of_them, plain)
    plain = _WHO_IS.sub(r"\g<lead>one \g<age> year old\g<next>one \g<other> year old", plain)
    plain = _SOME_AND_OTHERS.sub(_each_age, plain)
    plain = _ALL_OF_WHOM.sub(r", \g<all> ", _PAIR_OF.sub("two ", plain))
    plain = _ONE_AND_ONE.sub(r"\g<young> (\g<age> and \g<other>)", plain)
    plain = _AGES_OF.sub(r"\g<young> (\g<list>)", plain)
    plain = _ONE_OF.sub(_years_old, plain)
    while (more := _AND_ONE.sub(r"\g<before> one \g<age> year old", plain)) != plain:
        plain = more
    return _TOLD.sub(_in_brackets, _PAIR.sub(r"\g<pair> aged \g<age>", plain))


def _each_of_them(said: re.Match[str]) -> str:
    return said["before"] + ", ".join([said["age"]] * (to_int(said["n"].lower()) or 1))


def _each_age(said: re.Match[str]) -> str:
    many = to_int(said["n"].lower()) or 1
    return f"the kids are {', '.join([said['age']] * many)}, {said['list']}"


def _turned(said: re.Match[str]) -> str:
    number = _ORDINALS.get(said["nth"].lower()) or said["nth"]
    who = (said["who"] or "").strip().lower()
    return f"{who.split(chr(39))[0]} just turned {number}".strip() if who else f"just turned {number}"


def _years_old(said: re.Match[str]) -> str:
    one = said["count"].lower() in ("a", "an", "one", "another", "the other")
    return f"{'one' if one else said['count']} {said['age']} {'year' if one else 'years'} old"


def _in_brackets(said: re.Match[str]) -> str:
    """ "Two little ones, a 1 year old and a 3 year old" are two, with an age each."""
    found = list(_ONE_OF_LIST.finditer(said["list"]))
    if len(found) != to_int(said["n"].lower()):
        return said.group()
    ages = [_age(one) for one in found]
    return f"{said['n']} {said['young']} ({', '.join(ages)})"


def _age(one: re.Match[str]) -> str:
    small = one["age"] is None or one["unit"].lower().startswith(("mo", "week"))
    return "0" if small else str(to_int(one["age"].lower()))
