"""Numbers whose role is known: a count or an age of this conversation is no day of a month without a word for it. Pure."""

from hibachi.concierge.understanding import all_of_an_age, kids_again, kids_told, whens
from hibachi.concierge.understanding.schemas import Dialogue, PartyState
from hibachi.kit import lazy_re as re
from hibachi.language.date_words import MONTH
from hibachi.language.day_names import MONTH_STARTS, WEEKDAY
from hibachi.language.numbers import NUMBER
from hibachi.language.spans import Span, fold, span_of

_BARE = re.compile(r"(?<![\w$#:/.,-])(?P<n>\d{1,2})(?![\w:/%]|[.,]\d|-(?!\d))(?:-\d{1,2}\b)?")
_OF_A_DAY = re.compile(
    rf"\b(?:{MONTH}|on|on the|date|day|from|till|until|before|after|between|or|weekend|{WEEKDAY}"
    r"|(?:sat|sun|mon|tue|wed|thu|fri)) (?:is |of |the |be |would be )*$"
)
_OF_A_MONTH = re.compile(
    rf" ?(?:(?:of )?(?:{MONTH}|this month|next month)\b|or \d"
    rf"|and \d{{1,2}}(?! (?:kids?|child|children|adults?|people|guests|toddlers?|little|babies|more))"
    r"|through|thru|to \d)"
)
_ALONE = re.compile(
    r"\W*(?:(?:ok|okay|yes|the|on|maybe|how about|what about|let'?s do|is|are|we|can|do|for|it'?s|um+"
    r"|uh+|hm+|then|please|works|good|fine)\W+)*\d{1,2}(?:\W+(?:then|please|pls|works|is good|is fine"
    r"|would be great|sounds good|ok|maybe|i think))*\W*",
    re.I,
)


_NO_THING = (
    r"(?:on|in|at|of|or|and|to|for|from|pm|am|until|till|is|was|works?|would|will|should|please|pls"
    r"|sounds?|looks?|seems?|fits?|suits?|good|great|fine|ok|okay|perfect|best|better|then|instead"
    r"|maybe|if|but|because"
    r"|though|too|also|thanks?|thx|noon|lunch|dinner|evening|morning|afternoon|night|tonight|around"
    r"|about|with|we|can|could|does|how|what|when|the|our|this|next|that|both|either|whichever|today"
    r"|tomorrow|tmrw|tmr|tomorow|tommorow|tomm|any|some|every|first|second|third(?! proteins?| meats?)"
    r"|last|lol|haha|available|open|free|possible|not|yes|yeah|sorry"
    r"|actually|as|by|after|before|start|starting|party|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?"
    r"|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|mon\w*|tue\w*|wed\w*|thu\w*|fri\w*|sat\w*|sun\w*)"
)
_SPAN_OF_DAYS = (
    r"(?:(?:calendar |business |working |work )?(?:days?|weeks?|wks?|months?|mths?|years?|yrs?"
    rf"|fortnights?|weekends?)|{WEEKDAY}s?)"
)
""" "3 weeks from Saturday", "2 days after Memorial Day": what a day is counted by is no thing of its own."""
_THINGS = re.compile(
    rf"(?<![\w:/.$-])(?<!the )(?<!on )(?<![a-z]day )(?<!(?:{MONTH_STARTS}|sat|sun|mon|tue|wed|thu"
    r"|fri) )(?<!june )(?<!july )(?<!sept )(?<!(?:march"
    rf"|april) )(?<!august )(?<!ember )(?<!uary )(?<!october )\d{{1,2}} "
    rf"(?!{_NO_THING}\b)(?!{_SPAN_OF_DAYS}\b)[a-z]{{3,}}\b"
)


_OF_US = re.compile(r"(?<![\w:/.$-])(?<!the )\d{1,2} of (?:us|them|you|those|these)\b")
""" "4 of us don't even like it": people, no day."""


def things(text: str) -> list[Span]:
    """Numbers that have a noun of their own ("3 orders", "20 minutes"): no day, though the date was asked."""
    folded = fold(text)
    return [Span(*match.span(), match.group()) for one in (_THINGS, _OF_US) for match in one.finditer(folded)]


def no_days(text: str, dialogue: Dialogue) -> list[Span]:
    """Bare numbers that are no day of a month: things that are counted, and the guests and ages of this conversation said again."""
    folded = fold(text)
    again = [] if _ALONE.fullmatch(folded) else _said_again(folded, dialogue)
    aged = [span_of(text, *one.span("age")) for one in _KIDS_AGED.finditer(folded)]
    if (of_all := all_of_an_age.span(folded, dialogue)) is not None:
        aged.append(span_of(text, *of_all))  # "they are all between 9 and 11"
    return [*things(text), *kids_again.pronouns(text, dialogue), *again, *aged]


_KIDS_AGED = re.compile(
    rf"\b{NUMBER} (?:kids?|kiddos?|child(?:ren)?|boys?|girls?|nieces?|nephews?),? (?P<age>[1-9]|1[0-2])(?=\s*(?:$|[.!?;\n]))"
)
""" "And 4 kids, 8": an age, though the day was asked for."""


_MANY = re.compile(r"(?<![\d:/$.])(?:1[3-9]|2[0-9]|3\d)(?![\d:/]| ?(?:pm|am|h\b|:))")
_AT = re.compile(r"\b(?:at|um|start\w*|time)(?: (?:is|at|be))? $|@ ?$", re.I)
""" "14 or 15, depends on my uncle": so many without a colon are no hour of the clock once guests were counted."""
_OF_THINGS = re.compile(
    r"(?<![\w$:/.,-])\d{1,2} (?!\w+ (?:this|is|was|has|as|its|plus|does|yes|works|sounds"
    r"|suits)\b)(?!(?:noon|midnight|sharp|works|sounds|seems|looks|suits|is|was|has|its|yes|as|this"
    r"|plus|thanks|does|\w+days?|hours|oclock|pls|ours|us|on|at|for|in|with|to|and|or|pm|am|then|if"
    r"|but|from|until|till)\b)(?:\w+ )?[a-z]{2,}[a-rt-z]s\b(?! (?:work|good|fine|ok|best)\b)"
)
""" "And 2 dogs", "parking for 2 cars": things and beings, no hour."""
_LITTLE_ONES = re.compile(
    rf"\b{NUMBER} (?:(?:free|little|small|tiny|big|young|younger|older|more|other|extra|grown|whole|hungry) )+[a-z]+s\b"
)
""" "Four free little ones"."""


_MEASURED = re.compile(r"(?<![\w$:/.,-])\d{1,3} ?(?:feet|foot|ft|inch(?:es)?|yards?)\b", re.I)
""" "Oh 10 feet": a measure, no hour."""


def no_hours(text: str, dialogue: Dialogue) -> list[Span]:
    """Bare numbers that are no hour: what is counted, and guests where those were asked."""
    crowd = [Span(*match.span(), match.group()) for match in _MANY.finditer(text)]
    asked = "guests" in dialogue.expecting
    crowd = [span for span in crowd if asked or (_counts(dialogue) and not _AT.search(text[: span.start]))]
    things = [Span(*match.span(), match.group()) for match in _OF_THINGS.finditer(fold(text))]
    things += [Span(*match.span(), match.group()) for match in _LITTLE_ONES.finditer(fold(text))]
    things += kids_told.spans_of_ages(text)
    things += [Span(*match.span(), match.group()) for match in _MEASURED.finditer(text)]
    supposed = _said_again(fold(text), dialogue) if "variant" in dialogue.expecting else []
    return [*things, *supposed, *crowd]


def _said_again(folded: str, dialogue: Dialogue) -> list[Span]:
    known = _counts(dialogue) - _days(dialogue)
    return [
        Span(*match.span(), match.group())
        for match in _BARE.finditer(folded)
        if known & {int(one) for one in match.group().split("-")}
        and not _OF_A_DAY.search(folded[: match.start()])
        and not _OF_A_MONTH.match(folded[match.end() :])
    ]


def _counts(dialogue: Dialogue) -> set[int]:
    """How many guests of each kind and in all were counted, and how old they are."""
    each = (dialogue.party, *(dialogue.variants if "variant" in dialogue.expecting else ()))
    return {number for party in each for number in _heads(party)} - {0}


def _heads(party: PartyState) -> set[int]:
    told = [party.adults, party.children, party.toddlers, party.unsplit]
    heads = [number for number in told if number]
    return {*heads, sum(heads), *party.ages}


def _days(dialogue: Dialogue) -> set[int]:
    """The days of the month that are talked of or on offer."""
    days = {day.day for day in (*dialogue.dates, *dialogue.earlier_days)}
    return days | {int(day[-2:]) for day in dialogue.choices} | {int(one.date[-2:]) for one in dialogue.offered}


_SUM = re.compile(r"(?<![\w/.-])\$?\d{1,3} ?(?:x|×|\*|times|\+|=) ?\$?\d[\d,.]*(?: ?= ?\$?\d[\d,.]*)?(?![\w/])")
_SUMMED_UP = re.compile(
    r"\b(?:that|which|it|this|so)(?:'?s)? (?:makes|comes to|adds up to|would make"
    rf"|makes it) (?P<n>{NUMBER})\b(?! ?(?:pm|am|:))"
)
""" "2 lobster and 3 filet, that makes 5"."""
_WITH_THEM = re.compile(
    rf"\b(?:plus|and|with) (?:(?:my|our|the) )?[a-z]+,? (?:so )?(?:that'?s|makes) (?P<when>{NUMBER})\b(?! ?(?:pm|am|:))"
)
""" "9 of us plus Diego, that's 10": what they come to."""
_OF_A_MOOD = re.compile(
    r"\b(?:it'?s|its|it is|(?:the )?(?:weather|traffic|work|school)(?: is|'s)?|i'?m|im|i am|we'?re"
    r"|(?:the |my )?(?:kids?|bab(?:y|ies)|boss|dog|day)(?: is| are|'s|'re| was| were)?)(?: (?:so"
    r"|really|super|very|pretty|kinda|just|been|too|all|a bit|soo+))* (?:hot|cold|raining|rainy|windy"
    r"|snowing|freezing|humid|gorgeous|insane|crazy|nuts|hectic|busy|tired|exhausted|sick|swamped"
    r"|slammed|stressed|terrible|awful|bad|slow|horrible|wild|off|a lot|beautiful"
    r"|nice)(?: (?:out|outside|here|at work|rn))* (?P<when>today|tonight"
    r"|this (?:morning|afternoon|evening|week))\b"
)
""" "Its hot today": small talk, no day of a party."""
_OF_ME = re.compile(
    r"\b(?:i'?m|i am|i was|i'?ve been|i feel|feeling|been"
    r"|my (?:brain|head|mind)(?:'s| is)?)\b(?:(?!\b(?:free|open|available|off|home|book\w*"
    r"|com(?:e|ing)|party|cook\w*|dinner|looking|hop\w+|want\w*|need\w*|plan\w*|think\w*|host\w*"
    r"|having|hungry)\b)[^.?!,\n]){2,30}\b(?P<when>today|tonight)\b"
)
""" "Sorry, I'm all over the place today": how somebody is, no day of a party."""
_DONE = re.compile(
    r"\b(?:i|we|he|she|they|my \w+|our \w+)(?:'ve| have| has)?(?: just| already)? (?:paid|sent"
    r"|transferred|venmo'?e?d|zelled|called|e-?mailed|texted|mailed|talked|spoke|wrote|asked|heard|got"
    r"|saw|tried)\b[^.?!,\n]{0,30}\b(?P<when>today|tonight|this (?:morning|afternoon|evening|week))\b"
)
""" "I paid $560 today": the day of what was done."""
_EFFECTIVE = re.compile(
    r"\b(?:effective|as of|valid(?: from)?|in force|in effect)(?: from"
    r"| as of)? (?P<when>[a-z]+(?: \d{1,2}(?:st|nd|rd|th)?)?)\b"
)
""" "Effective today": the day of a rule, none of a party."""
_AGES = re.compile(
    r"\b(?:they'?re|they are|they will be|who are|(?:kids?|team|girls|boys|class|friends|them)\W+all"
    r"|all(?= \d{1,2} (?:and|or|to) \d{1,2} ?(?:$|[.,;!?]|year|yr|yo))|ages?|aged|years old:?|kids are"
    r"|turning) (?:like |about |now )?(?P<ages>\d{1,2}(?:(?:,? ?(?:and|&|n) ?|, ?"
    r"| )\d{1,2})+)(?![\w:/]| ?(?:am|pm|adults?|people|guests|kids))"
)


_COUNTED_AS = re.compile(rf"\bcounts? (?:as|under) (?:under |over |below )?(?P<age>{NUMBER})\b")
""" "Counts as under 5": an age."""
_BEFOREHAND = re.compile(
    r"\b(?:cancel\w*|back(?:ing)? out|call(?:ed)? it off|refund\w*|money back"
    rf"|deposit back)\b[^.?!\n]{{0,20}}\b(?P<when>(?:an?|{NUMBER}|the) (?:full )?(?:days?|weeks?"
    r"|months?) (?:out|ahead|before|prior|in advance|beforehand))\b"
)
""" "If it's cancelled a week out": how long before, no day."""
_FROM_NOW = re.compile(
    r"\b(?:new|all|every|any) (?:\w+ )?(?:bookings?|customers?|parties|orders?"
    r"|guests?)\b[^.?!\n]{0,12}\bfrom (?P<when>today|now|tomorrow)\b"
)


def other_days(text: str) -> list[Span]:
    """Numbers and words that are no day to book though a day was asked for: sums, ages, small talk, the day of an answer."""
    folded = fold(text)
    found = [Span(*match.span(), match.group()) for match in _SUM.finditer(folded)]
    found += [Span(*match.span("n"), match["n"]) for match in _SUMMED_UP.finditer(folded)]
    found += [Span(*match.span("ages"), match["ages"]) for match in _AGES.finditer(folded)]
    found += [
        Span(*match.span("when"), match["when"])
        for one in (_WITH_THEM, _EFFECTIVE, _OF_A_MOOD, _OF_ME, _DONE, _BEFOREHAND, _FROM_NOW)
        for match in one.finditer(folded)
    ]
    found += [Span(*match.span("age"), match["age"]) for match in _COUNTED_AS.finditer(folded)]
    found += kids_told.spans_of_ages(text)
    return [*found, *whens.days_of_the_party(text), *whens.of_an_answer(text)]
