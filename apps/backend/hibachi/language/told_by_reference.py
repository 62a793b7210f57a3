"""People and numbers told by pointing at others: "5 of his buddies, same age as him", "we invited 20 but 4 can't make it"."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.roster.words import RELATION

_AGE = re.compile(
    r"\b(?:hes?|shes?|who|son|daughter|nephew|niece|boy|girl|kid|child|grandson|granddaughter)(?:'s"
    r"|,)? (?:who )?(?:is |just )?(?:turned |turning |turns "
    r"|aged? )?\(?(?P<age>\d{1,2})\b(?!(?:, ?|,? and |,? & |/)\d{1,2}\b(?! [a-z]))(?! ?(?:adults?"
    r"|people|guests|of|kids|friends|boys|girls|more|%))"
    r"|\((?:age |aged |he'?s |she'?s )?(?P<inside>\d{1,2})\)",
    re.I,
)
_SAME = re.compile(
    r"\b(?:(?:all|about|around|roughly|are|of|they'?re"
    r"|who are) )*(?:the )?(?:same age(?:s)?(?: (?:as|like) (?:him|her|he is|she is"
    r"|my (?:son|daughter|kid|boy|girl)|the birthday (?:boy|girl|kid)))?|(?:his|her) age"
    r"|that age)\b(?! (?:limit|group|band|range|price))",
    re.I,
)
_INVITED = re.compile(
    r"\b(?P<lead>(?:(?:we|i)(?:'ve| have| had)? (?:invited|asked|expected|planned for|counted on"
    r"|counted)|there (?:were|was)|(?:(?:we|it|there) )?(?:was|were|would have been"
    rf"|had been) (?:gonna|going to|supposed to|meant to) be) )?(?P<all>{NUMBER})(?: (?:adults|people"
    r"|guests|friends|persons))?(?P<passive> (?:were |are |got )?(?:invited|asked"
    r"|expected))?(?:,? (?:but|and|though|except|only)|,)+ (?:sadly |unfortunately |only "
    rf"|about )*(?P<less>{NUMBER})(?: (?:of them|people|adults|guests|friends|couldn'?t|have|has"
    r"|already))* (?:can'?t|cannot|can not|couldn'?t|won'?t|aren'?t|are not|declined|decline|said no"
    r"|say no|cancell?ed|bailed|dropped out|backed out"
    r"|are out)(?: (?:make it|come|coming|be there|be coming|attend|join|go|show up))?",
    re.I,
)


_MONTHS_OLD = re.compile(
    r"\b(?P<months>\d{1,2}) ?(?:months?|mos?"
    r"|mths?)(?: old)?(?=(?:,|,? and| &) \d{1,2}(?:(?:,|,? and|,? &) \d{1,2})* ?(?:years?|yrs?|yo\b"
    r"|y/o))",
    re.I,
)
""" "6 months, 2 and 5 years old": a row of ages in years that begins with a baby's."""
_THEN = re.compile(
    rf"(?:,| and| but)+ (?P<more>{NUMBER})(?: (?:more|others?|new|people|friends?|guests?))* (?:joined"
    r"|joins|came|is coming|are coming|said yes|were added|was added|got added)\b",
    re.I,
)


_HONOURED = re.compile(
    r"(?P<lead>^|[.!?:;\n] ?|\b(?:for|be|is|it's|its) )(?:the |our )?(?:bride"
    rf"|groom)(?:[- ]to[- ]be)? ?(?:\+|&|and|plus|with) ?(?:(?:her|his|the|their) )?(?={NUMBER}\b)",
    re.I,
)
""" "Bride + 11 bridesmaids": twelve come, as many as of somebody with eleven."""


_GROWN_CHILDREN = re.compile(
    rf"\b(?P<n>{NUMBER}) (?:grown|grown[- ]up|adult|already grown) (?:sons|daughters|kids|children"
    r"|boys|girls|grandchildren|grandkids)\b(?! ?(?:\(|aged?|who|ages?|\d))",
    re.I,
)
""" "My two grown sons": of their parents' words only that they are grown counts."""

_OF_US_GROWN = re.compile(
    rf"\b(?P<n>{NUMBER}) of us,? \((?:all |just |only )?(?P<who>adults|grown[- ]?ups)(?: only)?\)", re.I
)
""" "10 of us (adults)": ten adults."""


_ALL_GROWN = re.compile(
    rf"(?<![\w$:/-])(?P<n>{NUMBER}) (?:(?:(?!(?:and|or|but|plus|are|is|of|with"
    r"|then)\b)[a-z]+ )?(?!(?:other|famil|household|couple|table|order|hour|minute|mile|year|day|week"
    rf"|month|kid|side|portion|option)\w*\b)[a-z]{{2,}}s|of us(?: [a-z]+s)?)"
    r"(?P<sign> ?[,(:;–—-]+ ?| )(?:(?:we'?re|they'?re|we are|they are|all|everyone(?:'s| is)"
    r"|everybody(?:'s| is)|each|of us|of them|are|is)[ ,]+)*(?:(?:age[sd]? |over |at least )*(?:18"
    r"|21) ?(?:\+|and (?:up|over|above|older)|or (?:over|older))|(?:over|above) (?:18|21)"
    r"|21s)(?! ?(?:and|&|,) ?\d)(?P<end>\)?)",
    re.I,
)
""" "13 of us girls (all 21+)": whatever they are called, they are grown."""


_KIDS = r"(?:kids|children|kiddos|boys|girls|sons|daughters|grandkids|grandchildren)"
_AGES = rf"{NUMBER}(?:(?:,? and |, ?| ?& ?){NUMBER})*"
_MINE = re.compile(
    rf"(?:\b(?:the |our )?{_KIDS} ?[:,;–—-]+ ?)?\b(?P<whose>mine|ours|my (?:two|three|four|2|3|4)"
    r"|our (?:two|three|four|2|3|4))(?: are| will be|:"
    rf"|,)? ?\(?(?P<ages>{NUMBER}(?:(?:,? and |, ?| ?& ?){NUMBER})+)\)?(?! ?(?:am|pm|adults?|people"
    r"|guests|friends|of |kids|st|nd|rd|th))",
    re.I,
)
""" "The kids: mine are 8 and 10"."""
_AND_THEIRS = re.compile(
    rf"\b(?P<kids>(?:(?:my|our|the) )?{_KIDS}) (?P<are>are(?: all)?) (?P<ages>{_AGES})(?:,? (?:and"
    r"|plus|&) |, ?)(?:(?:my|our|his|her|the) )?(?:[a-z]+(?: [a-z]+)?'s? )(?:little |baby "
    r"|own )?(?:girl|boy|son|daughter|kid|child|little one|baby)(?: is|'s|,? (?:he|she|who)(?:'s| is)"
    rf"|,| \()? ?(?P<age>{NUMBER})\)?(?! ?(?:months|mos|weeks|am|pm|adults|people|guests|friends"
    r"|and \d|, ?\d))",
    re.I,
)
""" "My kids are 8 and 10 and my brother's girl is 6": one row of ages."""


_AND_TWINS = re.compile(
    rf"\b(?P<kids>(?:(?:my|our|the) )?{_KIDS}) (?P<are>are(?: all)?) (?P<ages>{_AGES})(?:[,.;]? (?:and|plus|&)|[,.;]) "
    r"(?:then )?(?:my|our|his|her|the|their) (?:[a-z]+ ){1,3}?(?:has|have|brings?|is bringing|got|with)(?: also| got)? (?:(?:the|his|her|their|a set of) )?"
    rf"(?P<many>twins|triplets),? ?\(?(?:who are |who're |aged? |both |all |they'?re )*(?P<age>{NUMBER})\)?(?: years? old| yo)?(?! ?(?:months|mos|weeks|am|pm|adults|people))",
    re.I,
)
""" "My kids are 14, 9 and 4, and my brother has twins who are 7": one row of ages."""

_SCHOOL = (
    (re.compile(r"\b(?:high[- ]?school(?:ers| kids| students)|hs kids)\b", re.I), "teens"),
    (re.compile(r"\b(?:college|university|uni|grad) (?:kids|students|boys|girls)\b", re.I), "adults"),
    (
        re.compile(
            r"\b(?:middle|grade|elementary)[- ]?school(?:ers| kids| students)\b"
            r"|\bkindergart(?:e?ners|en kids)\b"
            r"|\b(?:first|second|third|fourth|fifth|sixth|1st|2nd|3rd|4th|5th|6th) graders\b"
            r"|\b(?:girl|boy|cub|brownie) scouts\b",
            re.I,
        ),
        "kids",
    ),
)
""" "2 high schoolers": guests by the school that they go to."""
_TURNS = re.compile(
    r"\b(?P<now>\d{1,2})(?: going on \d{1,2})?(?: now)?,? (?:(?:and|but|he|she|who|they) )*(?:turns"
    r"|turning|will turn|will be|'ll be"
    r"|is turning)(?: \w+)? (?P<then>\d{1,2})\b(?= (?:\w+ ){0,5}(?:before|by|on|at) (?:then"
    r"|the (?:party|event|day|dinner)|that|it)\b)",
    re.I,
)
""" "12, turns 13 the week before the party": the age on the day."""
_TAKEN_OFF = re.compile(
    rf"\b{NUMBER} (?P<who>adults|people|ppl|guests|of us|friends) ?(?:minus|less|-"
    rf"|–) ?(?:the )?{NUMBER}(?: (?:(?:who|that) )?[a-z' ]{{3,30}}?)?,? ?(?:=|is|makes|so|leaves"
    rf"|equals)(?: (?:it|us|that'?s|now|just|only|at|with))* (?P<left>{NUMBER})\b",
    re.I,
)
""" "15 adults minus 3 who cancelled = 12"."""


_ONES = {"parents": 2, "grandparents": 2, "in-laws": 2, "inlaws": 2}
_APPOSED = re.compile(
    rf"\b(?P<n>{NUMBER}) (?P<who>adults|people|of us|persons|guests)(?:,|:| -| –| —|,? so"
    r"|,? just) (?P<me>me|myself|us two)(?P<rest>(?:(?:,? and|,| &|,? plus) (?:my "
    rf"|our )?(?:{RELATION}|parents|grandparents|in-?laws|{NUMBER} (?:of (?:my|our) )?[a-z]+s))+)\b",
    re.I,
)
""" "3 adults, me and my parents": who the three are."""

_JOINT = re.compile(r"(?:,? and|,| &|,? plus) (?:my |our )?")


def _heads_of(named: str) -> int:
    """ "parents" are two, "10 friends" ten, anybody else one."""
    return _ONES.get(named) or to_int(named.split()[0]) or 1


def _who_they_are(match: re.Match[str]) -> str:
    named = [one for one in _JOINT.split(match["rest"].lower()) if one]
    heads = (2 if match["me"].lower() == "us two" else 1) + sum(_heads_of(one) for one in named)
    return f"{match['n']} {match['who']}" if heads == to_int(match["n"].lower()) else match.group()


def _own_and_others(text: str) -> str:
    text = _MINE.sub(lambda mine: f"my kids are {mine['ages']}", text)
    text = _AND_TWINS.sub(_with_twins, text)
    return _AND_THEIRS.sub(lambda row: f"{row['kids']} {row['are']} {row['ages']} and {row['age']}", text)


def _with_twins(said: re.Match[str]) -> str:
    more = [said["age"]] * (3 if said["many"].lower() == "triplets" else 2)
    ages = [*re.findall(NUMBER, said["ages"], re.I), *more]
    return f"{said['kids']} {said['are']} {', '.join(ages[:-1])} and {ages[-1]}"


def pointed_out(text: str) -> str:
    """The text with what it points at told: the one child's age for those of the same age, who comes of those invited."""
    text = _APPOSED.sub(_who_they_are, text)
    text = _GROWN_CHILDREN.sub(lambda some: f"{some['n']} grown-up friends", text)
    text = _ALL_GROWN.sub(lambda all_of: f"{all_of['n']} adults{'' if '(' in all_of['sign'] else all_of['end']}", text)
    for school, who in _SCHOOL:
        text = school.sub(who, text)
    text = _TURNS.sub(lambda age: age["then"] if int(age["then"]) == int(age["now"]) + 1 else age.group(), text)
    text = _TAKEN_OFF.sub(lambda sum_of: f"{sum_of['left']} {sum_of['who']}", _own_and_others(text))
    text = _OF_US_GROWN.sub(lambda all_: f"{all_['n']} {all_['who']}", text)
    text = _HONOURED.sub(lambda one: f"{one['lead']}me and ", text)
    return _less(_same_age(_MONTHS_OLD.sub(lambda baby: str(max(1, int(baby["months"]) // 12)), text)))


def _same_age(text: str) -> str:
    ages = {match["age"] or match["inside"] for match in _AGE.finditer(text)}
    if len(ages) != 1:
        return text
    age = ages.pop()
    return _SAME.sub(lambda same: f"(all {age})" if _COUNTS_ON.match(text, same.end()) else f"all {age}", text)


_COUNTS_ON = re.compile(rf",? (?:and|plus|&) (?:{NUMBER}) (?:adults?|grown[- ]?ups|people|of us)\b", re.I)
""" "9 kids his age and 12 adults": what follows counts others."""


def _less(text: str) -> str:
    match = _INVITED.search(text)
    if match is None or not (match["lead"] or match["passive"]):
        return text
    invited, less = to_int(match["all"]), to_int(match["less"])
    if invited is None or less is None or less >= invited:
        return text
    rest = text[match.end() :]
    joined = _THEN.match(rest)
    more = to_int(joined["more"]) or 0 if joined else 0
    who = "adults" if " adults" in match.group().lower() else "people"
    return f"{text[: match.start()]}we are {invited - less + more} {who}{rest[joined.end() if joined else 0 :]}"
