"""A question about a part of the quote on the table: per head, what is left, the deposit, the total. Pure.

A sentence asks for a part where it names the part and every other word of it only asks.
"""

from hibachi.concierge.understanding.following.schemas import Part
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import LED

MOST_WORDS = 18
_WITHIN = re.compile(r"\binclud\w*\b|\bon that\b")
_HUNDRED = r"(?:\$ ?100|(?:one )?hundred(?: dollars| bucks)?|(?<![\d$])100(?!\d)(?! (?:people|guests|of|adults)))"
_DOWN = rf"(?:deposit|down ?payment|{_HUNDRED}(?: (?:down|deposit))?)"
_AFTER = (
    r"(?:after|minus|less|once|not counting)(?: (?:i|we)(?:'ve| have)?)?(?: (?:pay|paid"
    rf"|put down))?(?: (?:the|my|our|that|your))? {_DOWN}"
)
_KEYS: tuple[tuple[Part, str], ...] = (
    (
        "balance",
        (
            rf"{_AFTER}|(?:rest|balance|remainder|remaining|outstanding)\b|\bleft over|\bleft\b"
            r"|(?:on|at) the (?:day|party|night|end|event)\b|\b(?:that|the) (?:night|evening)\b|\blater\b"
            r"|\bdue\b"
        ),
    ),
    (
        "deposit",
        (
            rf"\b{_DOWN}|\bup ?front\b|\bdown\b(?! (?:to|from|by)\b)"
            r"|\bto (?:book|hold|reserve|lock)(?: (?:it|that|the date|this))?(?: in)?\b|\bin advance\b"
            r"|\b(?:pay|owe|put)\b(?=.*\b(?:now|today|first)\b)"
        ),
    ),
    (
        "each",
        (
            r"(?:per|an?|each|every|for each|for every) (?:person|head|guest|adult|plate|pp|capita|one of us"
            r"|of us)\b|\beach\b|\bapiece\b|\bp\.?p\b|\ba pop\b"
            r"|\b(?:everyone|everybody|every person|one of us) (?:is |be |end up )?(?:paying|pay|pays|owes?)\b"
            r"|\b(?:split|splits|splitting|divided?|dividing|chips?(?: in)?|chipping(?: in)?"
            r"|go(?:ing)? dutch)\b|\b(?:my|our|whose|(?:every|each) ?(?:one|body|person)?'?s?"
            r"|(?:each|every) (?:person|guest)'?s?) (?:share|part|portion)\b"
            r"|\b(?:everyone|everybody|each(?: of us)?|we) (?:chips?|throws?|puts?) in\b"
        ),
    ),
    ("travel", r"\btravel(?:ing)?(?: (?:fee|cost|charge|costs))?\b"),
    (
        "total",
        (
            r"\b(?:would|will|does|is) (?:everything|it all|all of it|the whole thing)\b"
            r"|\bno (?:other|extra|hidden|additional) fees?\b|\ball[- ]?in\b|\bgrand total\b"
            r"|\bwhat am i paying\b|\btotal\b|\bbottom line\b|\bfinal (?:price|number|amount)\b"
            r"|\ball together\b|\baltogether\b|\b(?:that'?s|thats|is that|with) everything\b"
            r"|\beverything included\b"
        ),
    ),
)
_MONEY = (
    r"\$ ?\d[\d,]*(?:\.\d\d)?|(?<![\d$])(?:\d{3,4}"
    r"|\d,\d{3})(?:\.\d\d)?(?! ?(?:people|ppl|guests|adults|persons|of us|kids))(?: (?:dollars|bucks"
    r"|flat))?"
)
_ASKING = frozenset(
    """how much what whats what's wats about which is are was were 's s be being would will wd do does did should have has having had it its it's that
    that's thats this these the a an my our your we we're we'd i i'm i'd me us of to at as in out for on by with and so ok okay k kk hm hmm oh but wait then
    just yes yeah yep cool great nice thanks thank you sorry ha haha lol also alright right btw no not now again please pls correct though tho too well case
    way still instead exactly roughly approximately come comes came end ends up pay pays paying owe owing owed put need needs cost costs make makes work
    works run there amount amounts each person everyone everybody persons going gonna get leave leaves leaving day party stay stays same unchanged change changes
    changed go goes going different before affected fixed flat depend depends number size guests people if between among evenly equally all rest remind tell
    whole group thing know fees fee extra hidden other travel included including everything even today first later price quote bill figure ya u got
    given guys him her them one only actually new full sum money down front final when's chef event night they're theyre grown adults bring hand cash owe owed later since
    bucks dollars usd basically total's am paying costing gets comes out around we'll i'll would'd day-of dutch ways way math math's im we've far add more include includes pp""".split()
)  # fmt: skip
_NO_AMOUNT = re.compile(
    r"\b(?:i|we)(?:'ve)?(?: only| just)? (?:have|got|can (?:spend|afford|do))(?: only| just| about"
    r"| like)* \$?\d|\bhow (?:do|can|should|could|would) (?:i|we)\b|\bfor\W*$"
    r"|\bwhat (?:does|do|will) (?:each|every|everyone|everybody)\b.*\bget\b"
)
_WHEN = re.compile(rf"{LED}(?:by |until |till )?(?:when|how soon|what day)\b")
""" "When's the deposit due?": a day is asked for, no amount."""
_SMALL = (
    r"(?:\$ ?)?(?<![\d$.,])\d{2,3}(?:\.\d\d)?(?: ?(?:bucks|dollars|usd))?(?= ?(?:each|per\b"
    r"|an? (?:head|person|pop|piece)|apiece|pp\b|p\.p|for each))|(?<=pays )\$?\d{2,3}|(?<=pay )\$?\d{2,3}"
    r"|(?<![\d$.,])\d{2,3} (?:bucks|dollars|usd)\b"
)
_TESTED = re.compile(rf"{_MONEY}|{_SMALL}")
_AMOUNT = re.compile(r"\d[\d,]*(?:\.\d\d)?")
_SPLIT = re.compile(r"\b(?:split|divid|shar|between|ways\b)")
_PARTED = re.compile(
    rf"\b(?:(?:by|between|among|amongst|in|into|for) )?(?:the |all )?(?P<n>{NUMBER}) (?:ways?|of us"
    r"|people|ppl|adults|guests|persons)\b"
    rf"|\b(?:by|between|among|amongst|into) (?:the |all )?(?P<m>{NUMBER})\b"
)


def part_asked(sentence: str) -> Part | None:
    """The part of the quote that a folded sentence asks about; None where it asks or tells anything else."""
    words = sentence.split()
    if not words or len(words) > MOST_WORDS or _NO_AMOUNT.search(sentence) or _WHEN.match(sentence):
        return None
    found: list[Part] = []
    rest = re.sub(_SMALL, " ", _PARTED.sub(" ", sentence) if _SPLIT.search(sentence) else sentence)
    for name, key in _KEYS:
        if re.search(key, rest):
            found.append(name)
            rest = re.sub(key, " ", rest)
    without = _TESTED.sub(" ", rest)
    money = without != rest or bool(_TESTED.search(sentence))
    if set(re.findall(r"[a-z']+", without)) - _ASKING or re.search(r"\d", without):
        return None
    if found == ["travel"] and (money or not _WITHIN.search(sentence)):
        return None
    if {"balance", "each"} <= set(found):
        return "each_left"
    if found:
        return next((part for part in found if part != "travel"), "travel")
    return "total" if money and len(words) <= 8 and not re.search(r"\bwh?at", sentence) else None


def amounts_tested(sentence: str) -> tuple[int, ...]:
    """The amounts, in cents, that a sentence about a part names to be told whether they are right."""
    told = [_AMOUNT.search(match.group()) for match in _TESTED.finditer(sentence)]
    return tuple(round(float(one.group().replace(",", "")) * 100) for one in told if one)


def shared_by(sentence: str) -> int | None:
    """Between how many an amount is shared; None where that is not told."""
    told = _PARTED.search(sentence) if _SPLIT.search(sentence) else None
    return to_int(told["n"] or told["m"]) if told else None


_BOTH = re.compile(
    r"\W*(?:(?:ok(?:ay)?|hm+|and|so|can (?:you|u|i)|could (?:you|i)|give me|tell me|show me|please|pls"
    r"|quote|get|see|have|do|send|how much|what(?:'?s| is)"
    r"|(?:the )?(?:price|total|cost|quote|number)s?|it|is|for|i'?d like|i want|me|the|both"
    r"|prices?)\W+)*"
    r"(?:with and without|w and w/?o|with or without"
    r"|both(?= (?:ways|versions|options|prices|totals|numbers|of them))(?: ways| versions| options"
    r"| of them| prices| totals| numbers)?)(?: (?:the|our|my))?(?: (?:upgrades?|add-?ons?|extras|@\d"
    r"|it|them|that|kids|children|little ones))?(?:[\s,]+(?:please|pls|then|thanks?|compared"
    r"|side by side))*\W*"
)
_DISH_PART = re.compile(
    r"\W*(?:(?:so|and|ok|but)\W+)*(?:how much|what)(?:'s"
    r"|s)?(?: of (?:that|it|this|the total))?(?: (?:is|are|does|did|do|was|were|for|just|of|the|my|our"
    r"|all))* ?@\d+s? ?(?:tails?|upgrades?)?(?: (?:part|portion|alone|by itself|of (?:that|it)|adds?"
    r"|come to|cost us|make up|add (?:to|up to) (?:it|that))| part of (?:that|it))\W*"
    r"|\W*(?:(?:so|and|ok|but)\W+)*how much of (?:that|it|this|the total) is (?:the |from the |for the )?@\d+s?\W*"
)
""" "How much of that is lobster": the lines of the quote."""


def asks_both(folded: str) -> bool:
    """Whether a text asks for the price both ways: "with and without the lobster"."""
    return bool(_BOTH.fullmatch(folded))


def asks_lines(folded: str) -> bool:
    """Whether a text asks how much of the price a dish is."""
    return bool(_DISH_PART.fullmatch(folded))
