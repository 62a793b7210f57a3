"""Numbers beside places and things to sit on, and by how many a sum is shared: they count nobody who comes. Pure."""

from collections.abc import Iterator

from hibachi.concierge.understanding import amounts_asked, diets_counted, sums_spoken, who_decides
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.diets import diets
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.party import GROWN_AT
from hibachi.language.roster.words import RELATION
from hibachi.language.spans import Span, fold, span_of

_HOUSED = r"(?:apt|apartment|unit|suite|ste|building|bldg|floor|room|rm|gate|gate code|hwy|highway|exit)"
_OF_AN_ADDRESS = re.compile(rf"\b{_HOUSED}\.? ?(?:number |no\.? |# ?)?\d{{1,4}}(?=\s*(?:[.,;!?)\n]|$)| {_HOUSED}\b)")
_SEATS = re.compile(
    r"\b(?:that|which|to|can|could|they|it|each|tables?|benches|booths?)(?: \w+)? (?:seats?|seating"
    r"|fits?|holds?)(?: up to| about| around"
    rf"| like)? (?:{NUMBER})\b(?: (?:people|ppl|guests|adults|each|persons|of us))?"
    rf"|\b(?:{NUMBER}) (?:\w+ )?(?:tables?|benches|chairs|booths?|seats)(?: (?:for|of|with) (?:{NUMBER}))?\b"
)
_TURNS = re.compile(
    rf"\b(?:(?:my|our|his|her|the|their) (?:\w+ )?(?:{RELATION}|grand\w+|best friend)(?:-in-law"
    r"| in law)?|he|she)(?: will be|'ll be| is going to be| is gonna be| is about to be| is turning"
    rf"| turns| turned| will turn|'s turning) (?P<age>{NUMBER})\b(?! ?(?:pm|am|people|adults|guests"
    r"|minutes|min|late))"
)
""" "My brother will be 40": why there is a party; a child's age is read with those who come."""
_NOT_THOSE = re.compile(
    rf"\b(?:ignore|forget|disregard|scrap|scratch|skip|delete)\b[^.,!?\n]{{0,35}}\b(?:the|those|about"
    rf"|of|with|for|my|our) (?:{NUMBER}) (?:guests?|people|ppl|adults?|persons?|of us)\b"
)
""" "Ignore my last email about the 20 guests": how many it was."""
_BEYOND = re.compile(
    r"\b(?:guests?|people|persons?|adults?|heads?) (?:over|above|beyond|past|after"
    rf"|past the first) (?:the first )?(?:{NUMBER})\b(?! ?(?:years?|yrs?|yo|pm|am))"
)
""" "Guests over 10 are free": a rule, no size."""
_SET_TO = re.compile(
    r"\b\w+[._](?:adults?|child(?:ren)?|kids?|guests?)\w* ?[=:]+ ?\d+"
    r"|\b(?:adults?|child|kid|guest)[._ ]?price ?[=:]+ ?\d+"
)
""" "Set price.adult = 1": what a machine is told."""
_IF_FEWER = re.compile(
    rf"\bif (?:(?:like|say|just|only) )*(?P<who>(?:{NUMBER})(?: (?:of|from) (?:my|our|the|us"
    rf"|them))?(?: (?:{NUMBER}))?(?: (?:people|ppl|guests?|adults?|persons?|kids|friends|of us"
    rf"|of them))?)(?: [a-z']+){{1,8}},? [^.?!\n]{{0,15}}\b(?:still (?:have to |need to )?pay|charged?"
    rf"|billed?|pay for them)\b(?P<for>(?: for)?(?: all)? {NUMBER})?"
)
""" "If 3 of my 18 guests cancel that morning, do I still pay for 18?": asks for the rule."""
_WAYS = re.compile(
    rf"\b(?:split|divided?|shared?|sharing)\b[^.?!,\n]{{0,30}}?\b(?:{NUMBER})(?: ways?| people| ppl"
    rf"| persons| of us| families| cards)?\b|\b(?:{NUMBER}) ways?\b"
)
""" "2 tables that seat 8": what there is to sit on, nobody."""
_NOT_TWO = re.compile(
    r"\b(?:have|has|having|want|wants|like|likes|get|gets|pick|picks|choose|chooses|eat|eats|take"
    rf"|takes|do)\b(?: to (?:have|eat|get|try|pick|choose))? (?:{NUMBER})(?: (?:of them|of those|kinds"
    r"|different ones|choices))?,? (?:and not|instead of|not|rather than|in place of) (?:just |only "
    rf"|the )?(?:{NUMBER})\b(?! (?:people|adults|guests|kids|of us|pm|am))"
)
""" "When a guest likes to have three and not two": proteins, as the sentence before says."""
_DONE_FOR = re.compile(
    r"\b(?:leav(?:e|ing)|left|tak(?:e|ing)|keep|mak(?:e|ing)|cook(?:ing)?|do|serve|prepare|hold|skip"
    rf"|omit)\b[^.?!,\n]{{0,25}}\b(?:out|off|away|aside|separately|mild|plain|vegan|vegetarian|halal"
    r"|[a-z]+[- ]free|on the side|without [a-z]+) for (?:just |only |the |about "
    rf"|like )*(?:{NUMBER})(?: (?:people|ppl|guests?|persons?|adults?|of (?:us|them)|kids?))?\b"
)
""" "Could you leave it out for 3 people": some of those who come."""
_ROOM_FOR = re.compile(
    r"\b(?:fits?|holds?|seats?|accommodates?|sleeps"
    r"|(?:room|space|chairs|seats|plates) for)(?: (?:about|up|to|around|like|at most"
    rf"|only))* (?:{NUMBER})\b(?: (?:people|ppl|guests|adults|persons|of us))?"
)


_USUALLY_FOR = re.compile(
    r"\b(?:it'?s|its|it is|that'?s|minimum(?: is| of)?|price(?: is)?|meant|made|normally"
    r"|usually)(?: (?:really|only|meant|made|normally|usually|normal|actually|priced"
    r"|like))* for (?:at least |groups of |about "
    rf"|around )?(?P<u>{NUMBER})(?: (?:people|guests|adults|ppl|or more|and up))*(?: (?:normally"
    r"|usually|at least|minimum|in theory))+"
    r"|\b(?:normally|usually)(?: (?:it'?s|its|it is|that'?s|meant|made|priced))* for (?:at least "
    rf"|groups of |about |around )?(?P<v>{NUMBER})\b"
)
""" "We know it's for 10 normally": whom the minimum fits."""
_WARMTH = re.compile(
    r"\b(?:it'?s|its|it is|it'?ll|it will|temps?|temperatures?"
    r"|the (?:weather|heat|high|forecast))(?: (?:is|are|says|will|gonna|going to|supposed to|calls for"
    r"|like|about|almost|over|be|hit|reach))* (?P<n>(?:[6-9]|1[0-2])\d)\b(?! ?(?:people|ppl|guests"
    r"|adults|of us|kids|persons|heads|dollars|bucks))"
    r"|\b(?:hit|reach)(?:ing|es)? (?P<m>(?:[6-9]|1[0-2])\d)\b(?! ?(?:people|ppl|guests|adults|of us))"
    r"|\b(?P<d>\d{2,3}) ?(?:degrees|\u00b0)"
)
""" "It's gonna be 105 tomorrow": how warm it is."""
_WHY = re.compile(
    r"\b(?:why|how come|where does|how did you get"
    r"|what(?:'s| is) the)(?: (?:is|are|was|it|that|this|the|price|total|fee|travel|quote|only|at"
    r"|so much as|it'?s|that'?s))* \$?(?P<n>\d{2,4})\b(?! (?:people|adults|guests|ppl|persons|of us"
    r"|kids))"
)
""" "Why is it 22?": an amount that was told."""
WHY_SO_MANY = re.compile(
    r"\b(?:why|how come)(?: (?:does|do|did|is|are|am|was|were|it|that|this|the|quote|total|you|we|i"
    r"|us|me|there|there'?s|say|says|said|have|has|shows?|count(?:ed)?|put|list(?:ed)?|charged?"
    rf"|charging|being|for|still|now|suddenly))+ (?P<n>{NUMBER}) (?:adults?|grown[- ]?ups|kids?"
    r"|children|toddlers?|people|guests)\b"
)
""" "Why does it say 11 adults": a count that was told by us, no new one."""
_OF_FOOD = re.compile(r"\b(?:proteins?|meats?|dishes|mains?|entr[eé]es?)\b")
_THIRD = re.compile(
    r"\b(?:third|3rd|extra|additional|another|(?<!how much )more|3"
    r"|three)\b(?! (?:is|are|for|do|does)\b)[^.!?\n]{0,25}\bproteins?\b"
    r"|\bproteins?\b(?![^.!?\n]{0,20}\b(?:costs?|are|is) extra\b)[^.!?\n]{0,25}\b(?:third|3rd|extra)\b"
    r"|\b(?:third|3rd) one\b"
    r"|\b(?:extra|additional|another|second|third|one more) (?:portions?|servings?"
    r"|helpings?) of (?!(?:the |any )?(?:rice|fried|noodles?|veg\w*|yakisoba|salad|sauces?))"
    r"|\b(?:in addition to|on top of|besides|beyond) (?:the|our|my|his|her|their|those"
    r"|these)(?: (?:regular|included|usual))? (?:two|2|both|proteins|picks|choices|meats)\b",
    re.I,
)


def more_than_included(folded: str) -> bool:
    """ "Proteins: if a guest likes three and not two, what then?": a protein beyond those that everybody has."""
    return bool(_THIRD.search(folded) or (_OF_FOOD.search(folded) and _NOT_TWO.search(folded)))


_EATS_LIKE = re.compile(
    r"\b(?:eats?|eating|drinks?|cook(?:ing)? for|looks?|feels?|sounds?)(?: enough)? (?:like|for"
    rf"|as much as) (?:a |an |about )?(?:{NUMBER})\b(?! (?:kids|adults"
    rf"|people coming))(?=[^.?!\n]{{0,12}}(?:$|[.,;!?]| (?:lol|haha|tho|though)))"
)
""" "We eat like 8 lol": how much, nobody."""


_MEASURED = re.compile(r"(?<![\d/:.])\d{1,3}(?: ?(?:feet|ft|foot|'))? ?by ?\d{1,3}\b(?: ?(?:feet|ft|foot|yards?))?")
""" "It's about 10 by 12 feet": how large a place is."""
_ONLY_SO_OLD = re.compile(
    r"\b(?:kids|children|twins|triplets|sons|daughters|boys|girls|nephews|nieces|grand ?kids"
    rf"|grandchildren)\b[^.!?\n]{{0,45}}?\b(?:they'?re|they are|who are) (?:both |all )?(?:only|just"
    rf"|barely) (?P<age>{NUMBER})\b(?! ?(?:people|adults|guests|of (?:us|them)|kids|pm|am|and \d"
    r"|, ?\d))"
)
""" "I put my twins down as adults and they're only 11": an age, no size."""


_OF_THAT_AGE = re.compile(
    rf"\b(?:{NUMBER}) of (?:(?:us|the (?:adults|guests|guys|girls))(?: here)?"
    rf"|them(?=[^.?!\n]{{0,25}} (?:1[89]|2[01])\b)) (?:are|is|will be|aren'?t|isn'?t)(?: only| just"
    r"| still| already| under| over| not)* (?:1[3-9]|20|21)\b(?! (?:people|guests|adults|of us))"
)
""" "Two of us are 19": how old some of the guests are, who are counted with all of them."""


_FREE_UP_TO = re.compile(
    rf"\b(?P<n>(?:under |below |younger than |up to )(?:{NUMBER})"
    rf"|(?:{NUMBER}) (?:and|or|&) (?:under|younger|below|less))\b[^.?!\n]{{0,20}}\bfree\b"
)
""" "You said 5 and under are free": a rule, nobody's age."""


_COUNTS_AS = re.compile(
    rf"\b(?:(?:{NUMBER})[- ]year[- ]?olds?|(?:{NUMBER}) ?yo) (?:still |also "
    r"|even )?counts?(?: (?:as|under|for)(?: (?:an? )?(?:adult|child|kid|toddler"
    rf"|(?:under|over|below) (?:{NUMBER})|free))?)?\b"
)
""" "The 5 year old counts as under 5?": asks for the rule."""


_SHOW_UP = re.compile(
    rf"\bif (?:only |just )?(?:{NUMBER})(?: (?:of (?:us|them|the (?:{NUMBER}))|people"
    r"|guests))? (?:actually |end up |really )?(?:shows? up|showing up|comes?|coming|makes? it"
    rf"|turns? up)(?: (?:out )?(?:of|from) (?:the |my |our )?(?:{NUMBER}))\b"
)
""" "If only 9 show up of the 12": asks for the rule."""


_DIFFERENCE = re.compile(
    r"(?:\$ ?\d[\d,.]*|\d+ (?:dollars|bucks)|nothing|no|the same|a (?:few )?(?:dollars|bucks)|that)(?: (?:dollars|bucks))?"
    r" (?:less|cheaper|more|extra|off|difference|more expensive|in savings|saved|savings)"
    rf" (?:for|with|by) (?:just |only |like |having )?(?P<n>{NUMBER})(?= (?:people|ppl|guests?|persons?|adults?|heads?|kids?|of us"
    r"|less|fewer|more)\b|\s*(?:$|[?!.]))"
)
""" "Only $25 less for 2 ppl??": the guests by whom two prices differ."""


def differs_by(folded: str, counted: int) -> re.Match[str] | None:
    """Where a difference between two prices is told with so few guests that they cannot be the party."""
    told = _DIFFERENCE.search(folded)
    return told if told and 2 * (to_int(told["n"]) or 0) <= counted else None


def never(text: str) -> list[Span]:
    """Where a number counts nobody whatever is talked of: "guests over 10 are free", "set price.adult = 1"."""
    folded = fold(text)
    return [
        span_of(text, *one.span())
        for pattern in (_NOT_THOSE, _BEYOND, _SET_TO, _OF_THAT_AGE, WHY_SO_MANY, _FREE_UP_TO, _COUNTS_AS, _SHOW_UP)
        for one in pattern.finditer(folded)
    ]


def spans(text: str, dialogue: Dialogue) -> list[Span]:
    """Where a text tells a flat, tables and seats, or how a sum is split: "apt 9", "2 tables that seat 8", "split 12 ways"."""
    folded = fold(text)
    grown = [one for one in _TURNS.finditer(folded) if (to_int(one["age"]) or 0) >= GROWN_AT]
    of_food = (_NOT_TWO,) if _OF_FOOD.search(folded) else ()
    patterns = (
        _OF_AN_ADDRESS,
        _SEATS,
        _WAYS,
        _WARMTH,
        _USUALLY_FOR,
        _WHY,
        _EATS_LIKE,
        _MEASURED,
        _IF_FEWER,
        _DONE_FOR,
        *of_food,
    )
    told = [one for pattern in patterns for one in pattern.finditer(folded)]
    found = [span_of(text, *one.span()) for one in (*told, *grown)]
    found += [span_of(text, *one.span("age")) for one in _ONLY_SO_OLD.finditer(folded)]
    found += [*never(text), *(span_of(text, one.start("n"), one.end()) for one in _fed(folded, dialogue))]
    found += [span_of(text, *one.span()) for one in _FOR_ALL.finditer(folded) if to_int(one["n"]) == _all_of(dialogue)]
    differs = differs_by(folded, (dialogue.party.adults or 0) + (dialogue.party.unsplit or 0))
    found += [span_of(text, *differs.span())] if differs else []
    found += [span_of(text, *one.span()) for one in (*_NOT_MORE.finditer(folded), *_of_the_clock(folded))]
    found += diets_counted.spans(text, dialogue)
    return [*found, *amounts_asked.spans(text, dialogue), *sums_spoken.spans(text), *who_decides.spans(text)]


_FOR_ALL = re.compile(
    rf"\bfor (?:all |the |about )?(?P<n>{NUMBER})(?: (?:people|ppl|guests?|persons?|of us))?(?=\s*(?:$|[?!.,]))"
)
""" "Will one chef be enough for 30?": as many as were counted."""


def _all_of(dialogue: Dialogue) -> int:
    party = dialogue.party
    return sum(number or 0 for number in (party.adults, party.unsplit, party.children, party.toddlers))


_NOT_MORE = re.compile(
    rf"\bnot (?:another |an? (?:extra|additional) )?(?:{NUMBER})(?: (?:people|guests|adults|kids|children))?"
    rf" (?:more|extra|additional|on top(?: of (?:that|it))?|added|plus {NUMBER}|and {NUMBER} more)\b"
)
""" "14 total, not 14 more": nobody comes on top."""
_NOT_PEOPLE = re.compile(
    rf"\bnot (?:for |like )?(?P<n>{NUMBER}) (?:people|ppl|guests?|persons?|adults?|of us|heads|kids|pax)\b"
)
_OF_THE_CLOCK = re.compile(
    rf"\b(?:at (?P<at>{NUMBER})\b|(?P<h>{NUMBER}) ?(?:o'? ?clock|oclock|[ap]\.?m\b\.?|in the (?:evening|afternoon)))"
)


def _of_the_clock(folded: str) -> Iterator[re.Match[str]]:
    """ "6 oclock not 6 ppl": a number of the clock that was taken for one of guests."""
    hours = {to_int(one["at"] or one["h"]) for one in _OF_THE_CLOCK.finditer(folded)}
    return (one for one in _NOT_PEOPLE.finditer(folded) if to_int(one["n"]) in hours)


_FED = re.compile(
    rf"\b(?P<food>[^.?!\n]{{3,60}}?)\bfor (?:the |about |just "
    rf"|only )*(?P<n>{NUMBER}) (?:of (?:us|them|(?:the|our|my) \w+)|people|ppl|guests?|persons?"
    r"|adults?)\b"
)
_COUNTED = re.compile(rf"\b(?P<n>{NUMBER}) (?:adults?|people|ppl|guests?|persons?|of us|grown[- ]?ups)\b")
_A_DISH = re.compile(r"\b(?:sauces?|meals?|plates?|food|options?|rice|menu|portions?|tofu|dish(?:es)?)\b")


def _fed(folded: str, dialogue: Dialogue) -> Iterator[re.Match[str]]:
    """ "Gluten-free soy sauce for two of us", "vegan food for three people": some of the guests that were counted before."""
    for one in _FED.finditer(folded):
        before = [to_int(found["n"]) or 0 for found in _COUNTED.finditer(folded[: one.start("n")])]
        most = max([*before, dialogue.party.adults or 0, dialogue.party.unsplit or 0])
        if diets(one["food"]) and _A_DISH.search(one["food"]) and (to_int(one["n"]) or 0) < most:
            yield one


def done_for_some(folded: str) -> bool:
    """Whether a dish is to be made another way for some: no small party."""
    return bool(_DONE_FOR.search(folded))


def room_for(folded: str) -> Iterator[re.Match[str]]:
    """ "Our place fits 20 people": how many there would be room for, once guests were counted."""
    return _ROOM_FOR.finditer(folded)
