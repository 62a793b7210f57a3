"""Children whose ages are told beside their number in many words, in the plainer ones: "three little ones too ages one two and four"."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import to_int
from hibachi.language.party import GROWN_AT
from hibachi.language.small_numbers import ONE_TO_SEVENTEEN

_WORDS = f"{ONE_TO_SEVENTEEN}"
_N = rf"(?:\d{{1,2}}|{_WORDS})"
_YOUNG = (
    r"(?:kids?|kiddos|child(?:ren)?|boys|girls|sons|daughters|little ones|littles|young ones|small ones"
    r"|grand ?kids|grandchildren|nieces|nephews|cousins|toddlers|teens|teenagers|stepsons|stepdaughters"
    r"|godchildren|babies|tots)"
)
_UNIT = r"(?:[ -]?(?P<unit>years?|yrs?|yr|yo|y/o|months?|mos?|mths?|weeks?|wks?)(?:[ -]olds?)?)?"
_ONE = (
    rf"(?:{_N}(?! (?:{_N})[ -](?:years?|yrs?|yo|months?)\b)(?:[ -]?(?:years?|yrs?|yr|yo|y/o|months?|mos?"
    r"|mths?|weeks?|wks?)(?:[ -]olds?)?)?)"
)
_LIST = rf"{_ONE}(?:(?:,? and |,? & |, | |/){_ONE}(?! who|'s\b| of them)){{1,9}}"
_NO_AGE = (
    r"(?![\w:/%$]|[.,]\d| ?(?:am|pm|o'?clock|adults?|people|guests|of (?:us|them)|grown|kids|children"
    r"|orders?|portions?|miles|couples?|more)\b)"
)
_COMES = (
    r"(?:(?:,? (?:too|also|as well|along|with us|there|coming|joining|with them|then|and|who|that|would"
    r"|will|be|is|are|'ll|come|join))*)"
)
_TOLD = re.compile(
    rf"\b(?P<n>{_N}) (?P<more>more )?(?P<young>(?:little |small |young "
    rf"|wee )?{_YOUNG}){_COMES}[,;:.]? ?\(?(?:and |with )?(?:they'?re|they are"
    r"|(?:their |the )?ages?(?: (?:are|of|is))?|aged"
    rf"|who are)(?: now)?:? (?P<list>{_LIST}){_NO_AGE}\)?",
    re.I,
)
""" "Three little ones too ages one two and four", "three grandchildren would be there too, aged 5 years, 3 years and 8 months"."""
_EACH = re.compile(rf"\b(?P<age>{_N})(?![a-z]*teen){_UNIT}", re.I)
_PLAIN = re.compile(rf"{_N} [a-z ]+,? \(?(?:ages?|aged) \d{{1,2}}(?:(?:, ?|,? and | & )\d{{1,2}})+\)?", re.I)
""" "2 kids, ages 4 and 10" is plain as it is."""
_LITTLEST = re.compile(
    rf"\b(?:the )?(?P<n>{_N}) (?:littlest|youngest|smallest|oldest|eldest|little ones"
    rf"|younger ones) (?:of|among) (?:my|our|the|his|her|their) (?P<young>{_YOUNG})",
    re.I,
)
""" "The three littlest of our grandchildren"."""
_AND_OTHER = re.compile(
    rf"\b(?P<n>two|2) (?P<young>{_YOUNG}"
    r"|twins)(?: of (?:mine|ours|his|hers|(?:my|our) \w+))?[,;:]? ?(?:- |– |\()?one(?:'s| is|s"
    r"|,)? (?:only |just "
    rf"|already )?(?P<age>{_N})(?: years? old)?,? (?:and )?(?:the )?other(?: one)?(?:'s| is"
    rf"|,)? (?:only |just |already )?(?P<other>{_N})(?: years? old)?\)?{_NO_AGE}",
    re.I,
)
""" "Two teenagers one's fifteen and the other seventeen"."""
_TWIN = re.compile(
    r"\b(?P<whose>my |our |his |her |their |a pair of "
    r"|the )?twin (?P<young>(?:step|grand|god)?(?:sons|daughters)|boys|girls|kids|brothers|sisters"
    r"|nephews|nieces)(?:,? (?:who are|who're|aged?|both|they'?re|of)| ?\("
    rf"|,)+ ?(?:both )?(?:aged? )?(?P<age>{_N})\)?{_NO_AGE}",
    re.I,
)
""" "My twin stepsons, both 15"."""
_TWINS = re.compile(rf"\btwin (?=(?:{_N})[- ]?(?:years?|yrs?)[- ]?olds?\b)", re.I)
""" "Twin 9 year olds"."""
_MY_OWN = re.compile(
    r"(?P<lead>(?:\band|\bplus|&|,|\+|\b(?:brings?|bringing|has|have|with|got)) )(?P<whose>my|our|his"
    r"|her|their) (?P<n>two|three|four|2|3|4)(?: own)?(?:,| \(|:| -)? ?(?:ages?|aged|who are|they'?re"
    rf"|\()? ?(?P<list>{_LIST}){_NO_AGE}\)?",
    re.I,
)
""" "My brother's daughter who is 6 and my two, ages 8 and 10", "if my brother brings his two (8 and 11)"."""
_AND_YOUNGEST = re.compile(
    rf"(?P<aged>\b{_N}\)?),? and (?:my|our) (?:youngest|little one|oldest|eldest|baby)(?: one| child"
    rf"| kid)?,? (?:who(?:'s| is)|aged?) (?:only |just )?(?P<age>{_N}){_NO_AGE}",
    re.I,
)
""" "Our twins who just turned 13, and our youngest who is 5"."""
_TURNING = re.compile(
    rf"\b(?P<n>{_N}) (?P<young>kids|children|boys"
    r"|girls)(?:,? (?:who are|all|about to be|that are))* (?:turning|turn"
    rf"|going on) (?P<age>{_N}){_NO_AGE}",
    re.I,
)
""" "14 girls turning 11"."""
_ALL_SO_OLD = re.compile(
    rf"\b(?P<n>two|three|four|five|six|[2-9]) (?P<young>{_YOUNG}),? (?:and )?they(?:'re|re"
    rf"| are) (?:(?:all|both|each|only|just) )?(?P<age>{_N})(?: years? old"
    rf"| yo)?{_NO_AGE}(?!,? (?:and|&|or|to) {_N}\b|,? ?{_N}\b|-)",
    re.I,
)
""" "Our 3 babies, they're 1"."""
_BOUNDS = re.compile(
    rf"\b(?:(?P<under>under|below|younger than) (?P<high>{_N}) (?:but|and) (?:over|above"
    rf"|older than) (?P<low>{_N})|(?:over|above|older than) (?P<low2>{_N}) (?:but|and) (?:under|below"
    rf"|younger than) (?P<high2>{_N}))\b",
    re.I,
)
""" "Children under 12 but over 5"."""
_RANGE_OF = re.compile(
    rf"\b(?P<n>{_N}) (?P<young>{_YOUNG}) (?:of|aged) (?P<low>{_N})(?: years?)? (?:and|or"
    rf"|to) (?P<high>{_N})(?: years?)?{_NO_AGE}(?! (?:and|&) |, ?\d)",
    re.I,
)
""" "3 toddlers of 2 and 3": all are so old."""
_TWINS_TURNED = re.compile(
    r"\b(?P<who>twins|triplets),? who (?:have |had "
    r"|has )?(?:(?:both|all|just|recently|only) )*(?:turned|turn|are turning|will be|are"
    rf"|celebrated) (?P<age>{_N}){_NO_AGE}",
    re.I,
)
""" "Twins who have just turned twelve"."""
_LIL = re.compile(r"\b(?:lil'?|li'l|wee|tiny) (?=(?:ones?|kids?|boys?|girls?|guys?)\b)", re.I)
_BIG_ONES = re.compile(rf"\b(?P<n>{_N}) (?:big|grown|adult) ones\b(?=[^.!?\n]*\b(?:little|small|young) ones\b)", re.I)
""" "8 big ones and 5 little ones"."""
_BARE = re.compile(
    rf"\b(?P<n>{_N}) (?P<young>(?:little |small |young )?{_YOUNG}(?: (?:and|&) {_YOUNG})?)(?:,|:| -"
    rf"| –)? (?P<list>{_LIST}){_NO_AGE}",
    re.I,
)
""" "5 nieces and nephews 2, 5, 6, 8, 13"."""
_ZIP_DIGITS = 5
_PRONOUN = re.compile(rf"\((?:he|she)(?:'s|s| is) (?P<age>{_N})(?: years? old| yo)?\)", re.I)
""" "1 kid (hes 9)"."""
_THERES_SO_MANY = re.compile(
    rf"\b(?:the|our|my) (?P<young>{_YOUNG}),? (?:there'?s|there are"
    rf"|there'?re) (?P<n>{_N}) of them,? (?:and )?(?:they'?re |they are |ages? "
    rf"|aged )?(?P<list>{_LIST}){_NO_AGE}",
    re.I,
)
""" "The grandkids there's four of them three six seven and eleven"."""
_SETS_OF_TWINS = re.compile(
    r"\b(?:(?:four|4) (?:kids|children)(?:,|:| -| –)? ?\(?)?(?:two|2) (?:sets"
    rf"|pairs) of twins,? ?\(?(?:aged |ages |who are )?(?P<one>{_N}) and (?P<other>{_N}){_NO_AGE}\)?",
    re.I,
)
""" "Two sets of twins, aged 4 and 9"."""
_LAUGHED = re.compile(
    rf"\b(?P<young>{_YOUNG}),? (?:lol|haha+|hehe+|lmao|omg|ugh|phew|yikes)[,.!]* (?=\(|\d|ages?\b)", re.I
)
""" "4 kiddos lol (6, 8, 9 and 12)"."""
_YOUNG_ONES = re.compile(
    r"(?:[,;.]|,? and)? ?(?:and )?(?:then )?(?:there(?:'s| are| is)|we have|we'?ve got"
    r"|come) (?:also )?(?:the|our|some) (?:young|younger|little|small) (?:ones|people|folks|generation"
    r"|crowd|guests) ?[:,–-]+ ?",
    re.I,
)
""" "Seven adults, and then there are the young ones: my daughter ..."."""
_GROWN_CHILD = re.compile(
    r"\b(?P<whose>my|our|his|her|their) (?P<who>(?:step|god)?(?:son|daughter)|nephew|niece|grandson"
    r"|granddaughter)(?= (?:and|with|&|\+|plus) (?:his|her) (?:wife|husband|girlfriend|boyfriend"
    r"|spouse|partner|fianc[eé]e?|gf|bf)\b)",
    re.I,
)
""" "Our son and his wife": no child."""
_TEENS_AMONG = re.compile(
    rf"\b(?P<adults>{_N} (?:adults|grown[- ]?ups)),? (?:\()?{_N} of (?:which|whom|them)(?: are"
    r"| being)? (?:teens|teenagers)(?: ?\([^)]*\)|,? (?:aged|ages) [\d, and]+)?",
    re.I,
)
""" "10 adults, 2 of which are teens": told of adults, and counted with them."""

_FREE = r"(?:(?:(?:should|would|will|must|ought to|shd|shld)? ?(?:be|go|come|eat|get in))|are|is|r|go|eat|come|for) (?:for )?free"
_NO_COST = (
    rf"(?:{_FREE}(?: of charge)?|(?:should(?:n'?t)?|would(?:n'?t)?|do(?:n'?t| not)|will|won'?t|must(?:n'?t)?)? ?"
    r"(?:cost(?:s|ing)? (?:nothing|zero|\$0)|pay nothing|count as free|not pay|not cost(?: anything)?)|don'?t (?:pay|cost|have to pay)(?: anything)?)"
)
_ARE_FREE = re.compile(
    rf"(?P<lead>[,;.:–-]? ?(?:\b(?:so|and|then|which means|meaning|that means|so that'?s)\W+)*)\b(?P<n>{_N})"
    rf"(?P<of>(?: of (?:them|those|these|the (?:kids|children|little ones)))| kids| children| little ones)? {_NO_COST}\b",
    re.I,
)
""" "So four of them should cost nothing", "2 should be free"."""
_YOUNG_SPOKEN_OF = re.compile(rf"\b{_YOUNG}\b", re.I)
_LISTED_BEFORE = re.compile(rf"\b{_N}(?:,? and |,? & |, ){_N}\W*(?:\b(?:so|and|then)\W+)*$", re.I)
_FREE_ONES = re.compile(
    rf"\b(?P<n>{_N}) (?:free|non-?paying|no-?charge) (?:(?:little|small|tiny|young) )?(?:ones?|kids?|child(?:ren)?"
    r"|guests?|toddlers?|bab(?:y|ies)|littles|tots)\b",
    re.I,
)
""" "Four free little ones": they are called by what they pay."""
_KIDS_AND_FREE = re.compile(
    rf"(?P<kids>\b{_N} (?:kids?|child(?:ren)?)(?: \([^)]*\))?)(?P<join>,? (?:and|plus|&|\+) |, )(?P<n>{_N})"
    r"(?: (?:free|for free)(?=\W*(?:$|[.!,;?\n]))| (?:little|small|tiny) ones?(?! ?\(|,? ?(?:ages?|aged|\d|who|between)))",
    re.I,
)
""" "1 child, 2 little ones", "2 kids, 2 free": those who are not the children."""

_ROW_OF_AGES = rf"{_N}(?:(?:,? and |,? & |, | |/){_N}){{1,9}}"
_SMALLER_TOO = re.compile(
    r"(?P<before>\b(?:adults?|grown[- ]?ups|people|ppl|of us|kids?|children|boys|girls"
    rf"|grand ?kids)\b[^.!?\n]{{0,45}}?(?:,? (?:and|plus|&) |[,;] |\. ))(?:(?:the|our|my"
    r"|then) )*(?P<young>babies|toddlers|tots|infants|little ones|littles) (?:are|is|being|will be"
    rf"|=)(?: (?:ages?|aged|only|just|all))* (?P<list>{_ROW_OF_AGES}){_NO_AGE}",
    re.I,
)
""" "Kids are 6 and 8, babies are 1, 2 and 5": two rows of children."""


def by_age(text: str) -> str:
    """The text with such children as so many with an age for each."""
    text = _ARE_FREE.sub(_free, _KIDS_AND_FREE.sub(r"\g<kids>\g<join>\g<n> toddlers", text))
    text = _SMALLER_TOO.sub(_smaller, _FREE_ONES.sub(r"\g<n> toddlers", text))
    text = _PRONOUN.sub(r"(\g<age>)", text)
    text = _SETS_OF_TWINS.sub(r"4 kids (\g<one>, \g<one>, \g<other>, \g<other>)", _THERES_SO_MANY.sub(_each_aged, text))
    text = _LAUGHED.sub(r"\g<young> ", text)
    text = _BOUNDS.sub(_between, _GROWN_CHILD.sub(r"\g<whose> grown \g<who>", text))
    text = _YOUNG_ONES.sub(", ", _TEENS_AMONG.sub(r"\g<adults>", text))
    text = _TWINS.sub("two ", _TWIN.sub(_two, _LITTLEST.sub(r"\g<n> \g<young>", text)))
    text = _AND_OTHER.sub(r"\g<n> \g<young> (\g<age> and \g<other>)", text)
    text = _ALL_SO_OLD.sub(r"\g<n> \g<young> (all \g<age>)", _TURNING.sub(r"\g<n> \g<young> (all \g<age>)", text))
    text = _TWINS_TURNED.sub(r"\g<who> (\g<age>)", _RANGE_OF.sub(_of_a_range, text))
    text = _BARE.sub(_bare, _BIG_ONES.sub(r"\g<n> adults", _LIL.sub("little ", text)))
    text = _MY_OWN.sub(_own, _TOLD.sub(_each_aged, text))
    return _AND_YOUNGEST.sub(r"\g<aged>, and one \g<age> year old", text)


_OF_A_BOUND = re.compile(
    r"\b(?:under|below|over|above|(?:younger|older|less|more) than|up to|until|till?|through|turn(?:s|ing|ed)?"
    r"|ages?|aged)(?: (?:the )?(?:age|ages)(?: of)?)? *$|\d *(?:-|\u2013|to|and|or) *$",
    re.I,
)
""" "Kids under 12 are free, right?": an age up to which, and nobody counted."""


def _free(said: re.Match[str]) -> str:
    """So many who are small; beside a list of ages they are among those, and nobody's age."""
    before = said.string[: said.start("n")]
    if _OF_A_BOUND.search(before):
        return said.group()
    if _LISTED_BEFORE.search(before) or re.search(
        rf"\b{said['n']} [^.?!\n]{{0,25}}\b(?:under|younger|below)\b", before, re.I
    ):
        return ""
    if not said["of"] and not _YOUNG_SPOKEN_OF.search(said.string):
        return said.group()
    return f"{said['lead']}{said['n']} of them are toddlers"


def _smaller(said: re.Match[str]) -> str:
    ages = _ages(said["list"])
    if max(ages) >= GROWN_AT:
        return said.group()
    return f"{said['before']}{len(ages)} {said['young']} ({', '.join(map(str, ages))})"


def _ages(listed: str) -> list[int]:
    """The ages of a list in years; of a list whose last unit is of months only that one is."""
    ages = []
    for one in _EACH.finditer(listed):
        age = to_int(one["age"].lower()) or 0
        small = (one["unit"] or "").lower().startswith(("mo", "mth", "we", "wk"))
        ages.append(age // 12 if small else age)
    return ages


def _each_aged(said: re.Match[str]) -> str:
    ages = _ages(said["list"])
    if _PLAIN.fullmatch(said.group()) or len(ages) != to_int(said["n"].lower()) or max(ages) >= GROWN_AT:
        return said.group()
    more = said.groupdict().get("more") or ""
    return f"{said['n']} {more}{said['young']} ({', '.join(map(str, ages))})"


def _own(said: re.Match[str]) -> str:
    ages = _ages(said["list"])
    if len(ages) != to_int(said["n"].lower()) or max(ages) >= GROWN_AT:
        return said.group()
    return f"{said['lead']}{said['whose']} {said['n']} kids ({', '.join(map(str, ages))})"


def _two(said: re.Match[str]) -> str:
    return f"{said['whose'] or ''}2 {said['young']} ({said['age']}, {said['age']})".replace("a pair of ", "")


def _between(said: re.Match[str]) -> str:
    low, high = to_int((said["low"] or said["low2"]).lower()), to_int((said["high"] or said["high2"]).lower())
    if low is None or high is None or not low + 1 < high <= GROWN_AT:
        return said.group()
    return f"between {low + 1} and {high - 1}"


def _of_a_range(said: re.Match[str]) -> str:
    """Children of two ages, of whom there are more than two."""
    number, low, high = (to_int(said[name].lower()) or 0 for name in ("n", "low", "high"))
    if number <= len((low, high)) or not low < high < GROWN_AT:
        return said.group()
    return f"{number} {said['young']} ({low} to {high})"


def _bare(said: re.Match[str]) -> str:
    """So many ages as children, more than a pair; five digits in a row may spell a ZIP code."""
    ages = _ages(said["list"])
    spelt = len(ages) == _ZIP_DIGITS and max(ages) < GROWN_AT // 2 + 1 and "," not in said["list"]
    if spelt or len(ages) <= 2 or len(ages) != to_int(said["n"].lower()) or max(ages) >= GROWN_AT:
        return said.group()
    young = "kids" if " and " in said["young"] or " & " in said["young"] else said["young"]
    return f"{said['n']} {young} ({', '.join(map(str, ages))})"
