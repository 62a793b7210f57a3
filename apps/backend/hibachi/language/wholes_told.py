"""What all who come add up to, told without a noun or family by family, in the plainer words: "me and the girls so 12 total", "three families: 4, 5 and 3"."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import to_int
from hibachi.language.openers import GLAD, OPENERS
from hibachi.language.roster.words import GROWN_RELATION
from hibachi.language.small_numbers import ONE_TO_NINE, ONE_TO_NINETEEN, ONE_TO_TWELVE

_N = (
    rf"(?:\d{{1,3}}|(?:a |half a |two |three )?dozen|{ONE_TO_NINETEEN}"
    rf"|(?:twenty|thirty|forty|fifty)(?:[- ](?:{ONE_TO_NINE}))?)"
)
_NOUN = (
    r"(?:adults?|grown[- ]?ups|people|ppl|guests?|persons?|of us|heads|friends|kids?|children|couples?"
    r"|families|girls|boys|ladies|guys|women|men|toddlers?)"
)
_ALL = r"(?:total|in (?:total|all)|altogether|all together|all told|all up|strong|deep)"
_IN_ALL = re.compile(
    rf"(?<![\w$:/.-])(?P<n>(?![2-9]\d\d\b){_N}) (?P<all>{_ALL})\b(?! (?:of|for|is|price|cost|bill"
    rf"|dollars|bucks|minutes|hours|miles|{_NOUN})\b)",
    re.I,
)
""" "So 12 total": whoever they are."""
_COUNTED = re.compile(rf"(?<![\w$:/.-]){_N} (?:[a-z-]+ )?{_NOUN}\b", re.I)
_MONEY = re.compile(r"[$€]|\b(?:dollars|bucks|orders?|portions?|miles)\b", re.I)
_ROW_OF = re.compile(
    rf"(?P<before>(?<![\w$:/.-])(?P<all>{_N})(?: [a-z]+)? (?:split (?:over|between|across|among)|from"
    r"|across|between|over|in) )?\b(?P<times>two|three|four|five|six|2|3|4|5|6) (?P<families>families"
    r"|households|couples and families"
    rf"|groups)\b(?P<lead>[^.;:\d]{{0,20}}?)[:,;(–-]+ "
    rf"?(?P<row>(?:(?:[a-z' ]{{2,24}}? )?{_N}(?: (?:people|ppl|of (?:us|them)|persons"
    rf"|heads))?(?:, and |,? and | ?\+ ?| plus | & |, |\b(?!-))){{2,6}})(?![\w:/-]|[.,]\d"
    r"| ?(?:am|pm|adults?|kids?|children)\b)\)?",
    re.I,
)
_ONE_OF_ROW = re.compile(rf"(?<![\w-]){_N}(?![\w-])", re.I)
_EACH_FAMILY = re.compile(
    r"\b(?P<times>two|three|four|five|six|2|3|4|5|6) (?:families|households"
    r"|groups)\b(?: (?:are )?(?:coming|joining|will come|will be there|in all|total))?(?:,|:|;| -| –"
    rf"| with| of)? (?:each (?:has|have|with|of|is|brings?)? ?(?P<m2>{_N})"
    rf"|(?P<m>{_N}) (?P<noun>people|ppl|persons|of us|adults|grown[- ]?ups"
    r"|heads)(?:,? (?:each|apiece|per family|a family|in each))++)(?: (?P<noun2>people|ppl|persons"
    r"|adults|grown[- ]?ups|heads))?+\b(?! (?:adults|kids?|children|parents)"
    rf"|,? (?:\+|and|plus) (?:{_N}|an?) (?:kids?|child))",
    re.I,
)
_AND_FRIENDS = re.compile(
    rf"\b(?P<n>{_N}|just us two|us two) ?(?P<noun>people|adults|persons"
    r"|of us)?[.,;!:]+ ?(?:and )?(?:we|we'?re|we'?ll|we will|we are"
    r"|we'?d)(?: (?:also|would|will|be|are|going to|gonna|want to|plan to))* (?:come|coming|bring"
    r"|bringing|have|having|invite|inviting|join|be joined by)(?: (?:over|along|with|by|in))* (?:our "
    rf"|my |another )?(?P<more>{_N} (?:[a-z]+ )?(?:friends|couples|neighbou?rs|colleagues|co-?workers"
    r"|buddies))(?: along| over| too| with us)?\b",
    re.I,
)
""" "It's us, two people. We come with two friends"."""

_EITHER = re.compile(
    rf"\b(?P<either>either|between) (?P<n>{_N}) (?P<or>or|and) (?P<m>{_N}),? (?:of us,? "
    r"|people,? )?(?:all |only )(?P<noun>adults|grown[- ]?ups)\b",
    re.I,
)
""" "Either 16 or 20, all adults"."""
_FORGOT = re.compile(
    rf"^(?P<lead>\W*(?:(?:{OPENERS}|actually|no|shoot)\W+)*)(?:i |we )?(?:totally "
    r"|completely )?(?:forgot|missed|left out)(?: about| to count)? (?:my|our|the|his"
    rf"|her) [a-z' -]{{3,30}}?[,.;:–-]+ ?(?:so |it'?s |we'?re |we are |that'?s |that makes |make it "
    rf"|then )*(?P<n>{_N})(?: (?:then|now|total))?(?P<ends>[.!?]|$)",
    re.I,
)
""" "Wait forgot my roommates, 13": how many it is with them."""
_N_FORGOT = re.compile(
    rf"^(?P<lead>\W*(?:(?:{OPENERS}|actually|no|shoot|make (?:it|that)|we'?re"
    rf"|it'?s)\W+)*)(?P<n>{_N})(?P<then>(?: now| then| actually)?)(?:,|;|:| -| –|\.+|!"
    r"| \()+ ?(?:because |cause |bc |cuz |sorry,? )?(?:i |we )?(?:totally |completely "
    r"|just )?(?:forgot|missed|left out|didn'?t count)\b(?: about| to count)? (?:my|our|the|his"
    r"|her)\b",
    re.I,
)
""" "15, forgot my roommates": how many it is, no day."""
_SAYS = re.compile(
    rf"(?P<lead>^|[.!?\n,] ?)(?:(?:{OPENERS}|{GLAD}) )*(?:(?:my|our|the|his|her) )?(?:sister|brother"
    r"|wife|husband|hubby|mom|mum|dad|boss|friend|partner|boyfriend|girlfriend|daughter|son|host"
    r"|bride|groom|cousin|aunt|he|she|they) (?:says?|said|wants?|counts?|counted|thinks?|settled on"
    r"|decided on|went with)(?: (?:it'?s|we'?re|make it|just|only|about|like|on|it'?ll be"
    rf"|we'?ll be))* (?P<n>{_N})(?: (?:now|then|total|instead))?(?=\s*(?:$|[.!?\n]))",
    re.I,
)
""" "Back lol. sister says 18"."""
_MAKE_THAT = re.compile(
    rf"^(?P<lead>\W*(?:(?:{OPENERS}|no)\W+)*)(?:scratch that|make (?:that|it|us)|correction|i meant"
    rf"|actually)[,:.]* (?:it'?s |we'?re )?(?P<n>{_N})(?P<and>,? (?:and|plus|with) )(?=(?:an?|one|two"
    r"|three|four|[1-9]) (?:(?P<some>of (?:them|us|those))|kids?\b|child|toddler|baby"
    rf"|\d{{1,2}}[ -]?(?:year|yr|yo)|(?:{ONE_TO_TWELVE})[ -]year))",
    re.I,
)
""" "Make that 19 and one 4 year old": guests, no day."""
_NAMED_TOTAL = re.compile(
    rf"(?P<lead>^|[.:!?\n] ?)(?P<row>[^.:!?\n\d]{{5,140}}?)[,;–-] ?(?:so |that'?s |which is |we'?re "
    rf"|making |that makes )*(?P<all>{_N} {_NOUN} (?:in )?(?:total|all|altogether|all together"
    r"|all told))\b",
    re.I,
)
""" "My husband and me, my sister and hers, and my mom and dad, six adults total": who the six are."""
_RELATIVES = re.compile(
    rf"\b(?:my|our|his|her) (?:[a-z]+ )?(?:{GROWN_RELATION}|parents|friends?|neighbou?rs?|in-laws|cousins?)\b",
    re.I,
)
_COUNTS = re.compile(rf"\b(?!a\b){_N}\b", re.I)

_IN_ALL_ADULTS = re.compile(
    r"\b(?:in all|all in all|in total|altogether|all together|total),? (?:we'?re|we are|it'?s"
    rf"|there are|that'?s|we'?ll be|makes) {_N} (?:adults|grown[- ]?ups)\b",
    re.I,
)
_HUNGRY_ONES = re.compile(
    rf"\b{_N} (?=(?:(?:very|really|super|so|big|hungry|grown|growing|tall|adult|always|two"
    r"|three) )*(?:sons|daughters|boys|girls|brothers)\b(?! ?\())",
    re.I,
)
""" "Got 4 hungry sons. In all we're 12 adults": they are of the twelve."""

_GOT = re.compile(r"(?<!have )(?<!'ve )\bgot some\b", re.I)


def added_up(text: str) -> str:
    """The text with everybody as one number of people."""
    text = _EACH_FAMILY.sub(_all_families, _ROW_OF.sub(_sum, text))
    text = _AND_FRIENDS.sub(_with_friends, text)
    if _IN_ALL_ADULTS.search(text):
        text = _GOT.sub("We have some", _HUNGRY_ONES.sub("some ", text))
    text = _EITHER.sub(r"\g<either> \g<n> \g<noun> \g<or> \g<m> \g<noun>", text)
    text = _MAKE_THAT.sub(
        lambda said: f"{said['lead']}we are now {said['n']} {'people' if said['some'] else 'adults'}{said['and']}", text
    )
    text = _SAYS.sub(r"\g<lead>we are now \g<n> people", text)
    text = _N_FORGOT.sub(r"\g<lead>we are now \g<n> people, it was less without my", text)
    text = _NAMED_TOTAL.sub(_only_total, _FORGOT.sub(r"\g<lead>we are now \g<n> people\g<ends>", text))
    if _MONEY.search(text) or _COUNTED.search(text):
        return text
    return _IN_ALL.sub(r"\g<n> people \g<all>", text)


def _sum(said: re.Match[str]) -> str:
    """All of a row that has a number for each family; of guests who are counted already they are the parts."""
    numbers = [to_int(one.lower()) or 0 for one in _ONE_OF_ROW.findall(said["row"])]
    if len(numbers) != to_int(said["times"].lower()) or not all(numbers):
        return said.group()
    total = sum(numbers)
    if said["before"] and to_int(said["all"].lower()) == total:
        return f"{said['before']}{said['times']} {said['families']}"
    return f"{said['before'] or ''}{total} people"


def _all_families(said: re.Match[str]) -> str:
    times, each = to_int(said["times"].lower()) or 0, to_int((said["m"] or said["m2"]).lower()) or 0
    return f"{times * each} {said['noun'] or said['noun2'] or 'people'}"


def _with_friends(said: re.Match[str]) -> str:
    many = "2" if said["n"].lower().endswith("us two") else said["n"]
    return f"{many} adults and {said['more']}"


def _only_total(said: re.Match[str]) -> str:
    """The total of relatives who are named one by one, where none of them has a number."""
    named = len(_RELATIVES.findall(said["row"])) > 1 and not _COUNTS.search(said["row"])
    return f"{said['lead']}{said['all']}" if named else said.group()
