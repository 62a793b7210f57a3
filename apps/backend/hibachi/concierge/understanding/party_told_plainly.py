"""Who come, told in ways that count somebody twice or as somebody else, in the plainer words that are read everywhere. Pure.

"7 adults including the 17 year old" are 7; "a family of nine: six adults, kids 11, 8 and 3" are told once, by their parts;
"she has 6 people, i have 7" are 13; "four married children" are four couples; "nobody under thirteen" leaves no kids.
"""

from functools import partial

from hibachi.concierge.understanding.parties import Bands
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.party import MOST_GUESTS
from hibachi.language.roster.words import RELATION

_N = rf"(?:{NUMBER})"
_GROWN = r"(?:adults?|grown[- ]?ups?|grown (?:people|folks|ones)|grownups)"
_PEOPLE = r"(?:people|ppl|persons|guests|heads|of us)"
_KIDS = r"(?:kids|children|kiddos|little ones|boys|girls|grand ?(?:kids|children))"
_AGE = r"(?!\d{3})(?:\d{1,2}|[a-z]+teen|twelve|eleven|ten|nine|eight|seven|six|five|four|three|two|one)"
_OLD = r"[- ]?(?:years?|yrs?|yr)?[- ]?(?:olds?|yo|y/o)"
_INCLUDING = (
    r"(?:including|includes?|incl\.?|counting|with|(?:and )?(?:that|which) (?:includes|counts)"
    r"|(?:among|between) (?:them|those))"
)
_GROWN_AMONG = re.compile(
    rf"\b(?P<n>{_N}) (?P<noun>{_GROWN}),? ?\(?{_INCLUDING} (?:already )?(?:the |our |my |his |her |their |a |an )?"
    rf"(?:[a-z]+'s )?(?:(?P<age>{_AGE})(?:,? (?:and|&) (?:(?:the|a|an|my|our) )?(?P<other>{_AGE}))?{_OLD}"
    rf"(?: (?:son|daughter|kid|boy|girl|nephew|niece|one|teen|grandson|granddaughter|cousin)s?)?"
    r"|(?:(?:two|three|four|2|3|4) )?(?:teens?|teenagers?)(?: (?:son|daughter|kid|boy|girl)s?)?)\b\)?",
    re.I,
)
""" "7 adults including the 17 year old"."""
_GROWN_PEOPLE = re.compile(rf"\b(?P<n>{_N}) grown (?:people|folks|ones|persons)\b", re.I)
_NOBODY_YOUNG = re.compile(
    r"\b(?:nobody|no[- ]?one|none(?: of (?:them|us|those|the (?:kids|children|grandchildren)))?|not one(?: of (?:them|us))?"
    r"|no (?:kids|children|guests?|people)|there(?:'s| is| are) (?:nobody|no one|none))"
    rf"(?: (?:is|are|being|of (?:them|us) (?:is|are)))? (?:under|below|younger than|less than) (?:the age of )?(?P<age>{_N})"
    r"(?: years?(?: old)?)?\b",
    re.I,
)
_COUNT_OF_GROWN = re.compile(rf"\b(?:{_N}) {_GROWN}", re.I)
_GRAND_OF_AGE = re.compile(
    rf"\b(?P<n>{_N}) (?:grand ?(?:children|kids)|great[- ]grandchildren|kids|children|cousins|nephews|nieces"
    r"|nieces and nephews|nephews and nieces)"
    rf"(?:[,;:.-]+ ?| \(| )(?:and )?(?:(?:with )?the youngest(?: (?:one|of (?:them|whom|those)))?(?:'s| is| being| has turned"
    rf"| just turned| turned| at)? (?P<young>{_AGE})|(?:all )?(?:of them )?(?P<from>{_AGE})"
    r"(?: years?(?: old)?)?(?:,? (?:and|or|&) (?:up|over|older|above)|\+| plus))\b\)?",
    re.I,
)
""" "Eleven grandchildren, the youngest is thirteen", "eleven grandchildren, thirteen and up"."""
_MARRIED = re.compile(
    rf"\b(?P<n>{_N}) (?:(?:married (?:children|kids|sons|daughters))|(?:children|kids|sons|daughters)(?:,| who are| \()* ?"
    r"(?:they(?:'re| are) )?(?:all|both) (?:of them )?married\b\)?)(?: (?:with|and) (?:their )?(?:spouses|partners))?",
    re.I,
)
_WITH_THEIRS = re.compile(
    rf"\b(?:(?:my|our|the) )?(?:{_N}) (?:children|kids|sons|daughters|brothers|sisters|siblings|cousins|(?:grown-up )?friends|adults)\b"
    r"[^.!?\n\d]{0,50}?\bwith their (?:husbands and wives|wives and husbands|husbands|wives|spouses|partners|other halves"
    rf"|better halves|girlfriends|boyfriends)[, ]*(?:and )?(?:that|which|it|so|they)?(?:'?s| is| makes| make| are|'re| comes to)"
    rf"(?: them)? (?P<all>{_N})\b",
    re.I,
)
""" "My four children are in their forties, with their husbands and wives that makes eight"."""
_US_TWO_AND_THEM = re.compile(
    r"[.,;]* (?:so )?(?:(?:that|it)(?:'?s| is| makes| would be)|and|plus) (?P<us>us two|the two of us|the pair of us|me and my"
    rf" (?:{RELATION}))(?: and (?:all of )?(?:them|those|they all))\b",
    re.I,
)
_SENTENCES_OF_GROUPS = re.compile(
    rf"\b(?P<one>(?:{_N}) (?:adults|couples))[.;] (?P<two>(?:{_N}) adults\b)(?P<end>,? and (?:the two of us|us two))?",
    re.I,
)
_PERSON = rf"(?:{RELATION}|friends?|co-?worker|colleague|neighbou?rs?|roommate|boss)"
_GROUP = rf"(?:(?:(?:my|our|his|her|their|the other|the) )(?:{_PERSON}(?:'?s)? )?(?:family|fam|side|team|crew|group|household)|mine|ours|hers|theirs|we|they)"
_HAS = r"(?:'s got|'ve got|'ve|'m bringing|'re bringing| has| have| got| brings?| is bringing| are bringing| invites?| invited| am bringing)"
_SO_MANY = (
    rf"(?: (?:got|about|around|like|another|only|just))* (?P<n>{_N})(?: (?:people|ppl|persons|guests|heads|of (?:us|them)|friends|more|others))*"
    rf"(?![\w:/%$-]|[.,]\d| (?!and\b|&|plus|do\b|can\b|how\b|what\b|in\b|total|so\b|for\b|at\b|on\b|we\b|i\b|hibachi|\d{{5}}|while|n\b|my\b|is that)[a-z])"
)
_ONE_SIDE = re.compile(
    rf"\b(?:(?:i|we|s?he|they|(?:my|our|his|her|their|the) {_PERSON}){_HAS}|{_GROUP}(?: is| are|'re| makes| will be|'s){_HAS}?){_SO_MANY}",
    re.I,
)
""" "She has 6 people, i have 7": a side of the party with its number."""
_BETWEEN_SIDES = re.compile(r"^\W*(?:(?:and|&|n|plus|while|then|but) )?$", re.I)
_OF_US_AND_THEM = re.compile(
    rf"\b(?P<n>{_N}) of us,? (?:and|plus|\+|&) (?:my|our|his|her|the) (?:{_PERSON})'?s? (?:fam|family|crew|household)"
    rf"(?:,? (?:which|that) is|,? who are| of|,? they'?re| are| is|:|,)? (?:a family of )?(?P<m>{_N})\b(?! (?:kids|children))",
    re.I,
)
_FAMILIES_EACH = re.compile(
    rf"\b(?P<n>{_N}) families of (?P<all>{_N}),? (?:each|all|both)(?: of (?:them|which))? (?:with|has|have|having|of (?:them|which) has) (?P<k>{_N}) (?:kids|children)\b",
    re.I,
)
_US_WITH_OURS = re.compile(
    rf"\b(?:we|us) (?P<n>{_N}) (?:kids|children|siblings|brothers|sisters|cousins|friends) (?:with|and|plus) our {{M}}\b".replace(
        "{M}", r"(?:partners|spouses|husbands|wives|boyfriends|girlfriends|dates|other halves)"
    ),
    re.I,
)
_NO_PARTY = re.compile(r"\b(?:years?|yrs?|yo|old|dollars|bucks|hours?|miles|kids|children|tables?|chairs?)\b|[$]", re.I)
_SMALL = r"(?:pre-?schoolers|(?:in|at) pre-?school(?: age)?|(?:of )?pre-?school[- ]aged?(?: kids| children)?|pre-?school (?:kids|children|friends))"
_PRESCHOOLERS = re.compile(rf"\b(?P<n>{_N}|all|the|some|few|mostly|are|just) (?:other )?{_SMALL}\b", re.I)
_KIDS_IN_PRESCHOOL = re.compile(
    rf"\b(?P<n>{_N}) (?:other )?{_KIDS},? (?:\(|(?:who|they|which)(?:'re| are)? |are )?(?:(?:all|both|still)(?: of them)?(?: are)? )*{_SMALL}\b\)?",
    re.I,
)
_MATES = r"(?:boyfriends|girlfriends|husbands|wives|partners|spouses|dates|fianc[eé]e?s)"
_US_AND_OURS = re.compile(
    rf"\b(?:(?:my )?(?:{RELATION}|bestie|best friend|friend|roommate|bff) ?(?:and|\+|&|n) ?(?:me|i|myself)"
    rf"|(?:me|myself|i) ?(?:and|\+|&|n) ?(?:my )?(?:{RELATION}|bestie|best friend|friend|roommate|bff)),? ?(?:and|\+|&|plus|with) ?(?:both )?our {_MATES}\b",
    re.I,
)
_AND_SOME = re.compile(
    rf"\b(?P<n>{_N}) (?P<noun>people|adults|of us),? (?:and|\+|&|plus)(?: (?:then|also|like|about|maybe|around))* (?P<low>{_N}) ?(?:or|to|-) ?(?P<high>{_N})"
    r"(?: (?:more|others|other))?(?: (?:people|friends|guests|colleagues|co-?workers|guys|girls))?(?P<from> from [a-z]+)?(?! (?:kids|children|toddlers|pm|am))\b",
    re.I,
)
_HIS_FAMILY = re.compile(
    rf"\b(?P<who>(?:my|our|his|her) {RELATION})(?:'s|s'?) family ?(?:-|–|—|:|,|\() ?(?:him|her|he|she|himself|herself)(?P<rest>,[^–—()-]{{3,60}}?) ?(?:[-–—)]+ ?)?(?=,|and\b|\.|$)",
    re.I,
)
_WHOLE = re.compile(
    rf"\b(?P<lead>(?:(?:(?:a|an|our|the) )?(?:family|household|group|party|crowd|clan|crew|gang|bunch|total) of)|(?:we(?:'re| are|'ll be| will be)"
    rf"|there(?:'s| are| will be|'ll be)|it'?s|us|it'?ll be|i'?m counting|i count|i get|total is|that'?s|making)) (?P<n>{_N})(?P<noun> {_PEOPLE})?"
    r"(?P<all> (?:in (?:all|total)|altogether|all together|total|all told))?\b(?! (?:adults?|kids?|children|toddlers?|families))"
    rf"(?:,? not (?:the )?{_N}\b)?",
    re.I,
)
_ADULTS = re.compile(rf"\b(?P<n>{_N}) (?:of (?:us|them|whom|those)(?: are)? )?{_GROWN}\b", re.I)
_KIDS_COUNTED = re.compile(rf"\b(?P<n>{_N}) (?P<kind>{_KIDS}|kid|child|toddlers?|bab(?:y|ies)|infants?)\b", re.I)
_KIDS_AGED = re.compile(
    rf"\b(?:the |our |my )?(?:{_KIDS}|ages)(?: (?:are|r|is|being|of|aged?))?:? ?\(?(?:aged? )?"
    rf"(?P<ages>{_AGE}(?:(?:,? and |, ?| ?& ?){_AGE})+)\b(?! ?(?:pm|am|adults|people|guests))",
    re.I,
)


def plainly(text: str, bands: Bands) -> str:
    """The text with such guests in plain words."""
    text = _GROWN_PEOPLE.sub(r"\g<n> adults", text)
    text = _GROWN_AMONG.sub(partial(_grown_ones, bands), text)
    text = _WITH_THEIRS.sub(r"\g<all> adults", text)
    text = _couples(_GRAND_OF_AGE.sub(partial(_grown_group, bands), text))
    if _COUNT_OF_GROWN.search(text):
        text = _NOBODY_YOUNG.sub(partial(_no_kids, bands), text)
    text = _sides(_OF_US_AND_THEM.sub(_both, _HIS_FAMILY.sub(r"\g<who>\g<rest> ", text)))
    text = _US_WITH_OURS.sub(
        lambda said: f"{2 * (to_int(said['n'].lower()) or 0)} adults", _FAMILIES_EACH.sub(_each_alike, text)
    )
    text = _AND_SOME.sub(_in_all, _US_AND_OURS.sub("4 people", text))
    text = _PRESCHOOLERS.sub(r"\g<n> toddlers", _KIDS_IN_PRESCHOOL.sub(r"\g<n> toddlers", text))
    return _by_parts(text)


def _grown_ones(bands: Bands, said: re.Match[str]) -> str:
    """The adults, where those who are among them are old enough."""
    ages = [to_int(said[part].lower()) or 0 for part in ("age", "other") if said[part]]
    return said.group() if any(bands.of(age) != "adults" for age in ages) else f"{said['n']} {said['noun']}"


def _grown_group(bands: Bands, said: re.Match[str]) -> str:
    """So many adults, where the youngest of them pays as one."""
    age = to_int((said["young"] or said["from"]).lower()) or 0
    return f"{said['n']} adults" if bands.of(age) == "adults" else said.group()


def _couples(text: str) -> str:
    """Married children as two each, and groups of adults in one row where they stand in sentences of their own."""
    text = _MARRIED.sub(lambda said: f"{2 * (to_int(said['n'].lower()) or 0)} adults", text)
    text = _SENTENCES_OF_GROUPS.sub(lambda said: f"{said['one']} and {said['two']}{said['end'] or ''}", text)
    return _US_TWO_AND_THEM.sub(r", and \g<us>", text) if _COUNT_OF_GROWN.search(text) else text


def _no_kids(bands: Bands, said: re.Match[str]) -> str:
    """ "21 adults, nobody under thirteen": no kids."""
    age = to_int(said["age"].lower()) or 0
    return "no kids" if bands.of(age) == "adults" else said.group()


def _both(said: re.Match[str]) -> str:
    """What two families come to."""
    return f"we are {(to_int(said['n'].lower()) or 0) + (to_int(said['m'].lower()) or 0)} people"


def _sides(text: str) -> str:
    """The sides of a party, each with its number, as all who come."""
    rows = [*_ONE_SIDE.finditer(text)]
    first = next(
        (at for at, one in enumerate(rows[:-1]) if _BETWEEN_SIDES.match(text[one.end() : rows[at + 1].start()])), None
    )
    if first is None:
        return text
    row = [rows[first]]
    for one in rows[first + 1 :]:
        if not _BETWEEN_SIDES.match(text[row[-1].end() : one.start()]):
            break
        row.append(one)
    total = sum(to_int(one["n"].lower()) or 0 for one in row)
    begins, ends = row[0].start(), row[-1].end()
    if not 1 < total <= MOST_GUESTS or _NO_PARTY.search(text[:ends]):
        return text
    return f"{text[:begins]}we are {total} people{text[ends:]}"


def _each_alike(said: re.Match[str]) -> str:
    """ "2 families of five, each with 3 kids"."""
    times, size, kids = (to_int(said[part].lower()) or 0 for part in ("n", "all", "k"))
    return f"{times * (size - kids)} adults and {times * kids} kids" if 0 < kids < size else said.group()


def _in_all(said: re.Match[str]) -> str:
    """ "4 people and 7 or 8 from work": everybody, as a range."""
    known, low, high = (to_int(said[part].lower()) or 0 for part in ("n", "low", "high"))
    return f"{known + low} or {known + high} {said['noun']}" if 0 < low < high <= MOST_GUESTS else said.group()


def _by_parts(text: str) -> str:
    """The text without the sum of the adults and children that it tells beside it."""
    whole, grown = _WHOLE.search(text), [*_ADULTS.finditer(text)]
    if whole is None or len(grown) != 1 or grown[0].start() < whole.end():
        return text
    adults = to_int(grown[0]["n"].lower()) or 0
    counted = sum(to_int(one["n"].lower()) or 0 for one in _KIDS_COUNTED.finditer(text))
    aged = _KIDS_AGED.search(text)
    listed = len(re.findall(rf"\b{_AGE}\b", aged["ages"], re.I)) if aged else 0
    if not counted and not listed or adults + max(counted, listed) != to_int(whole["n"].lower()):
        return text
    said = "a family" if whole["lead"].lower().endswith("of") else "we are coming"
    left = f"{text[: whole.start()]}{said}{text[whole.end() :]}"
    return _KIDS_AGED.sub(lambda row: f"{listed} kids ({row['ages']})", left) if listed and not counted else left
