"""Who joins a party, in the plainer words: "two more are coming, the boys from next door, they're 8 and 10"."""

from hibachi.kit import lazy_re as re
from hibachi.language.exchanged_guests import as_a_sum
from hibachi.language.numbers import to_int
from hibachi.language.openers import ASKING
from hibachi.language.party import GROWN_AT
from hibachi.language.roster.words import GROWN_RELATION
from hibachi.language.small_numbers import ONE_TO_TWELVE

_NUMBER = rf"(?:\d{{1,2}}|{ONE_TO_TWELVE})"
_AGES = rf"(?P<ages>{_NUMBER}(?:(?:,? (?:and|&) |, ?| ){_NUMBER}){{0,4}})"
_COMES = (
    r"(?: (?:is|are|will be|wants? to|would like to))?(?: (?:com(?:e|es|ing)|join(?:s|ing)?(?: us)?"
    r"|tagging along|showing up))?(?: (?:too|now|after all|as well))?"
)
_MORE = (
    rf"(?P<n>{_NUMBER}) (?:more|extra|additional"
    rf"|other)(?: (?:guests?|person|people|ones?))?{_COMES}(?:[,:–—-]+|\.{{3}}) ?"
)
_AGED = re.compile(
    rf"\b{_MORE}(?P<who>[^.!?\n\d]{{3,60}}?),? (?:and )?(?:they'?re|they are|he'?s|she'?s|he is|she is"
    r"|who'?s|who is|who are|(?:both )?aged?)(?: both"
    rf"| all)? {_AGES}\b(?! ?(?:adults?|people|guests|vegan|vegetarian|of us|am|pm)\b)",
    re.I,
)
""" They come on top, as what their ages make them."""
_LISTED = re.compile(rf"\b{_MORE}(?P<who>[^.!?\n]{{3,80}}?\(\d{{1,2}}\)(?:[^.!?\n]{{0,40}}?\(\d{{1,2}}\))*)", re.I)
""" "3 more people: my aunt, uncle and their daughter (10)"."""
_YOUNG = r"(?:kid|son|daughter|boy|girl|niece|nephew|grandson|granddaughter|grandchild|godson|goddaughter|child)"
_GROWN = rf"(?:{GROWN_RELATION})"
_WHO = re.compile(
    rf"\b(?:one|1|an) (?:more|extra|additional)(?: (?:guest|person|one))?{_COMES}(?:[,:–—-]+"
    rf"|\.{{3}}) ?(?:it'?s |that'?s )?(?:my|our|his|her) (?:\w+ )?(?:(?P<young>{_YOUNG})"
    rf"|{_GROWN})(?: (?!is\b)\w+)?(?=\s*(?:$|[.,!\n]))",
    re.I,
)
""" "One more guest, my aunt" is one, and no aunt besides."""
_IS_IN = re.compile(
    rf"\b(?P<who>(?:my|our|his|her) (?:\w+ )?(?:{_YOUNG}|{_GROWN})) (?:(?:has |have )?(?:just "
    r"|now )?(?:said|says|told (?:me|us)|texted(?: me| us)?|confirmed|decided|called)(?: that)? (?:he"
    r"|she|they)(?:'s|'re|s| is| are| will be)? ?|(?:is|'s|wants?|would like) )(?:in|down|game"
    r"|(?:up )?for it|coming)(?: too| as well| after all| now)?(?=\s*(?:$|[.,!\n]))",
    re.I,
)
""" "My brother just said he's in too"."""

_COMES_WITH = re.compile(
    r"\b(?P<who>(?:my|our|his|her) (?:(?:husband|wife|sister|brother|mom|dad|friend"
    rf"|partner)'s )?(?:\w+ )?{_GROWN}(?: in law)?(?:,? (?:and"
    rf"|&) (?:(?:my|our|his|her|their) )?(?:\w+ )?(?:{_GROWN}))?) (?:is|are|will be|'s|'re)(?: also"
    r"| now| actually| just)? (?:flying in|driving (?:up|down|in|over)|coming(?: over| up| down| in)?"
    r"|joining(?: us)?|tagging along|showing up"
    r"|visiting)(?: (?:after all|too|as well|now|instead|for it))* (?:with|and bringing"
    rf"|and will bring) (?P<whom>(?:his|her|their|my|our|the) [^.!?\n]{{2,60}}?)(?:,? (?:who is|who'?s"
    rf"|she'?s|he'?s|she is|he is) (?P<age>{_NUMBER}))?(?=[.!?\n]|$|, (?:so|what|how|can)| so\b)",
    re.I,
)
""" "My husband's brother is coming after all with his wife and their 6 year old girl"."""

_NAMED = re.compile(r"^(?!my|our|his|her|their)[a-z]+'s(?= )", re.I)
_ONE_MORE_QUESTION = re.compile(
    r"\bone more(?=[,:–—-]+ (?!(?:[^.?!\n]*\b(?:com(?:es?|ing)|join\w*|price|total|how much"
    rf"|new)\b))(?:(?:my|our|the|his|her|one)\b[^.?!\n]{{1,30}}(?:'s|'re| is| are| has| can'?t| does"
    rf"| doesn'?t) |(?:{ASKING})\b)[^.?!\n]*\?)",
    re.I,
)
""" "One more, my sister's a vegetarian, is that fine?": one more question, and no guest."""
_ALONG_WITH = re.compile(rf"\b(?:along|together) with(?= (?:an?|my|our|his|her|their|{_NUMBER}) )", re.I)
""" "Eleven adults, along with a 6-year-old": on top."""
_IF_THEY_COME = re.compile(
    r"\bif (?P<who>(?:my|our|his|her|their|[A-Za-z]+'s) (?:\w+'s )?(?:parents|folks|grandparents"
    r"|in-?laws|mom|mum|dad|mother|father|sister|brother|aunt|uncle|wife|husband|boyfriend|girlfriend"
    r"|partner|best friend|friend)) (?:also )?(?:comes?|came|joins?|joined|shows? up"
    r"|tags? along)(?: too| also| as well)?(?=\s*(?:$|[.?!,]))",
    re.I,
)
""" "And if Tess's parents come"."""


def joining_plainly(text: str) -> str:
    """The text with those who join as so many guests, each once."""
    text = as_a_sum(text)
    text = _LISTED.sub(
        _with_listed,
        _COMES_WITH.sub(_both_come, _ALONG_WITH.sub("and", _ONE_MORE_QUESTION.sub("one more question", text))),
    )
    text = _IF_THEY_COME.sub(lambda said: f"if {_NAMED.sub('her', said['who'])} are coming too", text)
    plain = _AGED.sub(_with_ages, _WHO.sub(lambda one: f"one more {'kid' if one['young'] else 'guest'}", text))
    return _IS_IN.sub(r"\g<who> is coming too", plain)


def _both_come(said: re.Match[str]) -> str:
    age = f" ({said['age']})" if said["age"] else ""
    return f"{said['who']} and {said['whom']}{age} are coming too"


def _with_ages(said: re.Match[str]) -> str:
    many = to_int(said["n"].lower()) or 0
    ages = [to_int(age) or 0 for age in re.findall(rf"\b{_NUMBER}\b", said["ages"].lower())]
    ages = ages * many if len(ages) == 1 else ages
    if len(ages) != many:
        return said.group()
    young = [str(age) for age in ages if age < GROWN_AT]
    grown = _more(many - len(young), "adult")
    kids = f"{_more(len(young), 'kid')}, aged {' and '.join(young)}" if young else ""
    return "plus " + " and ".join(filter(None, (grown, kids)))


def _with_listed(said: re.Match[str]) -> str:
    many = to_int(said["n"].lower()) or 0
    young = [age for age in re.findall(r"\((\d{1,2})\)", said["who"]) if int(age) < GROWN_AT]
    if not young or len(young) > many:
        return said.group()
    kids = f"{_more(len(young), 'kid')}, aged {' and '.join(young)}"
    return "plus " + " and ".join(filter(None, (_more(many - len(young), "adult"), kids)))


def _more(many: int, noun: str) -> str:
    return f"{many} more {noun}{'s' * (many > 1)}" if many else ""
