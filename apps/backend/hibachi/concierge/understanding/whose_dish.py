"""Whose dish it is, told by who they are or beside another size, in the words that its readers know. Pure.

Once the guests were counted "my sister and 2 friends want lobster" is "3 of us want lobster", "for 10 people with lobster
for all" is "for 10 people with 10 lobster", and "2 more come and we all have salmon" tells both numbers.
"""

from hibachi.concierge.understanding import dishes
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import OPENERS
from hibachi.language.roster.words import RELATION
from hibachi.language.small_numbers import ONE_TO_NINE
from hibachi.policies.schemas import Profile

_SMALL = rf"(?:{ONE_TO_NINE}|ten|\d{{1,2}})"
_OWN = r"(?:my|our|his|her|their|the|both)"
_KIND = r"(?:best |older |younger |little |big |old |two |oldest |youngest |college |work |other )?"
_PAIR = r"(?:parents|grandparents|folks|in-?laws|newlyweds)"
_SEVERAL = (
    r"(?:sisters|brothers|friends|cousins|aunts|aunties|uncles|sons|daughters|nephews|nieces|colleagues"
    r"|co-?workers|neighbou?rs|buddies|girlfriends|siblings|kids|children|boys|girls|ladies|guys|adults"
    r"|guests)"
)
_PERSON = (
    rf"(?:(?:{_OWN} |{_SMALL} of {_OWN} )?(?:(?P<n>{_SMALL}) (?:of {_OWN} )?{_KIND}{_SEVERAL}"
    rf"|(?P<pair>{_PAIR}))|(?:{_OWN} |an? |one )?{_KIND}(?:{RELATION})(?:[- ]in[- ]law)?|me|myself|i)"
)
_PLAIN = re.sub(r"\?P<\w+>", "?:", _PERSON)
_AND = r"(?:,? (?:and|&|plus|n) |, |& )"
_WISH = (
    r"(?:(?:would|will|'d|'ll|all|both|also|really|might|do|does) )*(?:want(?:s|ed)?|like|likes|love|loves"
    r"|take|takes|have|has|get|gets|prefer|prefers|go(?:es)? (?:for|with)|would like|need|needs"
    r"|ask(?:s|ed)? for|order|orders|choose|chooses|eat|eats)(?: to (?:have|get|try|eat))?"
)
_DISH = r"(?:the |some |a |an |one )?@"
_IT = r"(?:it|that|this|one|those|them|the same)"
_ROW = re.compile(
    rf"^(?P<lead>\W*(?:(?:{OPENERS}|actually|yes)\W+)*)(?P<row>{_PLAIN}(?:{_AND}{_PLAIN}){{1,5}}"
    rf"|(?:{_OWN} )?{_SMALL} (?:of {_OWN} )?{_KIND}{_SEVERAL}) (?P<wish>{_WISH} (?:{_DISH}"
    rf"|{_IT}))(?=\W|$)",
    re.I,
)
_ONE_OF_ROW = re.compile(_PERSON, re.I)
_ALL = (
    r"(?:all(?: of (?:us|them))?|everyone|everybody|each(?: (?:one|person|guest))?"
    r"|every(?:one)? of (?:us|them)|the whole (?:group|party))"
)
_SIZE = re.compile(
    rf"(?P<n>(?:{NUMBER}))(?P<who> (?:people|ppl|guests?|persons?|adults?"
    rf"|of us))?(?P<with>,? (?:(?P<all>{_ALL}) )?(?:(?:with|w/|having|gets?|getting|and|taking"
    rf"|on) )?(?:the |a )?)@(?P<for>s?(?: tails?)?,? (?:for |to )?{_ALL})?",
    re.I,
)
_MORE = (
    r"(?:(?:we |you |i )?(?:add|invite|bring"
    rf"|have) (?P<added>{_SMALL} more(?: (?:people|adults|guests|friends))?"
    rf"|{_PLAIN}(?:{_AND}{_PLAIN}){{0,4}})"
    rf"|(?P<comers>{_SMALL} more(?: (?:people|adults|guests|friends))?"
    rf"|{_PLAIN}(?:{_AND}{_PLAIN}){{0,4}}) (?:also )?(?:come|comes|came|join|joins|joined|are coming"
    r"|is coming|are in|show up))(?: (?:too|also|as well|along|us))*"
)
_HAVE = (
    rf"(?:we all|{_ALL}) (?:gets?|ha(?:ve|s)|had|takes?|took|wants?|go(?:es)? (?:for|with)|does|do"
    r"|upgrades? to|eats?|ordered|orders?) (?:the |a |some )?@s?(?: tails?)?"
)
_BOTH = re.compile(
    rf"(?:{_MORE}(?:,? and |, |,? plus )(?:then )?{_HAVE}"
    rf"|{_HAVE}(?:,? and |, |,? plus ){_MORE.replace('added', 'added2').replace('comers', 'comers2')})",
    re.I,
)

_COUNTS = re.compile(
    r"(?:^\W*|\b(?:for|about|if|be|with|we'?re|we are|it'?s|make it|say|and|or|only|just|at|party of) )$", re.I
)
""" "What about 10 with lobster for all": a bare number that counts; that of "June 10 with lobster for all" does not."""
_TOO = re.compile(r"\W*(?:too|as well|also)\b", re.I)


_THEY_EACH = re.compile(
    rf"\b{_OWN} (?P<n>{_SMALL}) {_KIND}{_SEVERAL}\b(?:(?! (?:is|are|turns?"
    rf"|aged?)\b)[^.?!\n\d]){{0,45}}?,? (?:so |and |who |because )?(?:they |they'd )?(?:all |each "
    r"|both )(?P<wish>(?:would )?(?:wants?|likes?|gets?|needs?|takes?|have|has))(?= (?:a |an |the "
    r"|one |two |some |extra )*(?:@|third|3rd|extra|lobster|filet|salmon|scallops?|\w+ protein))",
    re.I,
)
""" "My 4 uncles eat like horses so they each want a third protein": four of us."""


def said_anew(text: str, dialogue: Dialogue, profile: Profile) -> str:
    """The text with so many of those counted before, and so many of a dish, in numbers."""
    text = _in_one_breath(text, profile)
    party = dialogue.party
    text = _THEY_EACH.sub(r"\g<n> of us \g<wish>", text)
    grown = (party.adults or 0) + (party.unsplit or 0)
    named = [span for span, key in dishes.named(text, profile) if key in dishes.premium(profile)]
    if not grown or len(named) > 1:
        return text
    marked = f"{text[: named[0].start]}@{text[named[0].end :]}" if named else text
    young = bool(party.children or party.toddlers or party.ages)
    said = _by_row(marked, grown, dialogue)
    if named and said == marked:
        said = _more_and_all(marked, grown) if not young else marked
    if named and said == marked:
        said = _of_a_size(marked, grown)
    return text if said == marked else said.replace("@", named[0].text) if named else said


_COUNTED_HERE = re.compile(rf"\b(?:{NUMBER}) (?:adults?|people|ppl|guests|of us|grown[- ]?ups)\b", re.I)
_AND_THEY = re.compile(
    rf"\b(?:(?:my|our|the|his|her) (?P<n>{_SMALL}) {_KIND}{_SEVERAL}"
    rf"|(?P<m>{_SMALL}) of (?:us|them|(?:my|our|the|his|her"
    rf"|those) (?:[a-z']+ )?[a-z]+s))\b(?:(?! (?:and|plus|are coming|come)\b)[^.?!\n]{{0,45}}?\b(?:so"
    r"|and|,) they| who)?(?: (?:each|all|both))? (?P<wish>(?:would |'d |will |do )?(?:want|like"
    rf"|prefer|take|have|get|need))s? (?P<dish>[^.?!\n]{{2,45}})",
    re.I,
)
""" "My 4 uncles eat a lot so they each want a third protein, shrimp"."""


_ONE_EACH = re.compile(r"\b(?:one|1|an?)\b[^.?!\n]* each\b", re.I)
""" "Three of us want one lobster each": so many as there are of them."""


def _in_one_breath(text: str, profile: Profile) -> str:
    """So many of those whom the same message counts with a dish, as "4 of us want"."""
    text = _of_a_row(text, profile)
    told = _AND_THEY.search(text)
    if told is None or not _COUNTED_HERE.search(text[: told.start()]) or not dishes.named(told["dish"], profile):
        return text
    if _ONE_EACH.search(told["dish"]):
        return text
    dish = re.compile(r" (?:each|for every(?:body|one))\b").sub("", told["dish"])
    return f"{text[: told.start()]}{told['n'] or told['m']} of us {told['wish']} {dish}{text[told.end() :]}"


_KIN = rf"(?:(?:{_OWN} )?{_KIND}(?:{RELATION})(?:[- ]in[- ]law)?|me|myself|i)"
_ROW_WISHES = re.compile(
    rf"\b(?P<row>{_KIN}(?:{_AND}{_KIN}){{1,4}}) (?:should |must )?(?P<wish>{_WISH})(?= (?P<dish>[^.?!,\n]{{2,25}}))",
    re.I,
)


def _of_a_row(text: str, profile: Profile) -> str:
    """ "14 adults, and Mom and Dad should both get the lobster": two of us want it."""
    told = _ROW_WISHES.search(text)
    if told is None or not _COUNTED_HERE.search(text[: told.start()]) or not dishes.named(told["dish"], profile):
        return text
    return f"{text[: told.start()]}{_heads(told['row'])} of us want{text[told.end() :]}"


def _heads(row: str) -> int:
    """How many a row of people counts."""
    return sum(
        (to_int(one["n"].lower()) or 0) if one["n"] else 2 if one["pair"] else 1 for one in _ONE_OF_ROW.finditer(row)
    )


def _by_row(marked: str, grown: int, dialogue: Dialogue) -> str:
    told, dish = _ROW.match(marked), dialogue.just_dish
    if told is None or ("@" not in told["wish"] and not dish):
        return marked
    number = _heads(told["row"])
    if not 0 < number < grown:
        return marked
    had = {**dialogue.party.upgrades, **dialogue.party.addons}
    if dish is not None and dish in had and "@" not in told["wish"] and _TOO.match(marked[told.end() :]):
        return f"{told['lead']}add {number} more {dish.replace('_', ' ')}"
    return f"{told['lead']}{number} of us {told['wish']}{marked[told.end() :]}"


def _more_and_all(marked: str, grown: int) -> str:
    told = _BOTH.search(marked)
    if told is None:
        return marked
    comers = next(one for one in (told["added"], told["comers"], told["added2"], told["comers2"]) if one)
    counted = re.match(rf"({_SMALL}) more", comers, re.I)
    number = grown + ((to_int(counted[1].lower()) or 0) if counted else _heads(comers))
    return f"{marked[: told.start()]}we are {number} adults with {number} @{marked[told.end() :]}"


def _of_a_size(marked: str, grown: int) -> str:
    """ "For 10 people with lobster for all": another size than the one before, and the dish for each of them."""
    told = _SIZE.search(marked)
    number = to_int(told["n"].lower()) if told else None
    if told is None or not number or number == grown or not (told["all"] or told["for"]):
        return marked
    if told["who"] is None and not _COUNTS.search(marked[: told.start()]):
        return marked
    who = told["who"] or " people"
    return f"{marked[: told.start()]}{told['n']}{who} with {number} @{marked[told.end() :]}"
