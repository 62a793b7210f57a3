"""A question of a few words after an answer ("13?" after a child's price, "and for 10?" after tables, "so?"), said whole. Pure."""

from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import GLAD, LED, OPENERS
from hibachi.policies.schemas import Profile

_LEAD = rf"\W*(?:(?:{OPENERS}|{GLAD}|or|what about|how about|what if|if)\W+)*"
_TAIL = r"(?:[\s,]+(?:then|though|tho|please|pls|too|again|now))*\W*"
_N = rf"(?P<n>{NUMBER})"
_AGE = re.compile(
    rf"{_LEAD}(?:at |a |an |for |aged? |is |if (?:he|she|they)'?s? )*{_N}(?: is| counts)?(?: an adult"
    rf"| adult| full price)?{_TAIL}"
)
_TURNS = re.compile(
    rf"{_LEAD}(?:(?:he|she|they|(?:my|our|the|his|her) \w+)(?:'s|'ll| is| are| will| just| only| has"
    r"| actually)* (?:turns?|turned|turning|be|become|becoming|about to be|about to turn)"
    r"|(?:(?:my|our|the) \w+(?: one)?,? ?)?(?:he|she)(?:'s| is)"
    r"|(?:my|our|the) \w+(?: is|'s)?) (?:just "
    rf"|only )?{_N}(?: (?:the|a|by|on|next|this|that|right|before|then|now|week|weeks|day|days|month"
    r"|months|party|soon|after|few|two|in|years?|old|though|tho|just|last|yesterday|today))*\W*"
)
OLDEST = 21
_TABLES = re.compile(
    rf"{_LEAD}(?:it'?s |its |we'?re |we (?:might|could|may) be |we'?ll be |there'?s |we are |for "
    r"|with |only |just |be |about |like "
    rf"|there are )*{_N}(?: (?:people|of us|guests|adults|ppl))?(?: (?:only|instead|come"
    rf"|show up))*{_TAIL}"
)
_SO = re.compile(
    r"\W*(?:so|and|well|soo+|sooo+|and so|so then|and|ok so|ok and|how much then|damage)\s*\?[\s?!]*"
    r"|\W*(?:ok(?:ay)? |and )?so (?:then )?now(?: (?:how much|what is it))?\W*"
)
_LATEST = re.compile(
    rf"{_LEAD}(?:(?:what(?:'?s| is)?|whats|which|when(?:'?s| is)?)(?: is)? )?(?:the "
    r"|your )*(?P<which>latest|last|earliest"
    r"|first)(?: (?:one|ones|time|slot|start|that|you do|you can do|you (?:start|come|offer|have)"
    rf"|possible|available|is that))*{_TAIL}"
)
_CAN_I = re.compile(
    rf"{_LEAD}(?:can|could|may|is|would|does"
    r"|do) (?:(?:i|we|you|u|it) )?(?:(?:do|start|be|have|get|come|make it|say|at|around|like|possible"
    rf"|we do|it be) )*(?P<n>\d{{1,2}}(?::\d\d)?"
    rf"|{NUMBER})(?: (?:ok|okay|possible|work|works|too|fine|an option|instead))*{_TAIL}"
)
_OFF = re.compile(
    rf"{_LEAD}(?:(?:how much|what)(?:'s| is)?(?: it| that| left)? )?(?:(?:if|when|once|with|after"
    r"|and) )*(?:(?:you|we|i|u) )?(?:(?:take|taking|took|minus|less|subtract|subtracting|deduct"
    r"|deducting|remove|knock|with) )(?:off )?(?:the |my |our "
    r"|that )?(?:\$?\d+ )?deposit(?: (?:taken|take|comes?|being|is|gets?))*(?: (?:off|out|away|from"
    rf"|of|it|that|already|paid|subtracted|deducted|the total|the price))*{_TAIL}"
)
_FEE = re.compile(
    rf"{_LEAD}\$?(?P<n>\d{{2,4}}) (?:just |only )?(?:to|for) (?:you (?:guys )?to )?(?:the "
    r"|a )?(?:driv\w+|come|coming|travel\w*|get|getting|trip|gas|mileage)\b[^\d]*"
)
_AHEAD = re.compile(
    rf"{_LEAD}(?:the other way(?: (?:round|around))?\W+)?(?:can|could|may"
    r"|is it (?:ok|possible)(?: to)?|do you (?:do|take)"
    rf"|would)\b[^\d.]{{0,25}}?(?:(?:a|one|two|half a|\d+|six|nine|ten|twelve|eighteen) (?:years?"
    r"|months?|weeks?)(?: and a half)?) (?:out|ahead|in advance|away|from now"
    rf"|early)(?: (?:ok|okay|possible|fine|too early))?{_TAIL}"
)
_NO_START = re.compile(r"(?:so )?(?:no|not(?: at)?) (?P<n>\d{1,2}(?::\d\d)?)(?: ?pm)?\?(?P<rest>.*)", re.S)
""" "No 7:30? My husband works till 7"."""
_NOT_YET = re.compile(
    rf"{_LEAD}(?:(?:mine|ours|he|she|(?:my|our|the|his|her) \w+)(?:'s| is| are)? )(?:still |only "
    rf"|just )*{_N}\b[^.?!\d]{{0,20}}\bturn\w*\b[^.?!]{{0,30}}\b(?:after|later)\b[^\d]*"
)
""" "Mine is five and turns six two days after the party. Lucky me?": five on the day."""
_TIMES = frozenset({"hours", "every_day", "latest_start", "earliest_start", "evening", "days_open"})


def whole(folded: str, dialogue: Dialogue, profile: Profile) -> str | None:
    """The question that such words put."""
    last = dialogue.answered[-1] if dialogue.answered else ""
    counted = dialogue.party.adults is not None or dialogue.party.unsplit is not None
    if not counted and (last == "children" or (last == "price" and dialogue.party.ages)) and (asked := _age(folded)):
        return asked
    if last == "tables" and (told := _TABLES.fullmatch(folded)):
        return f"how many tables for {told['n']} people?"
    if _TIMES & set(dialogue.answered[-2:]) and (asked := _start(folded, counted=counted)):
        return asked
    if (short := _of_a_fact(folded, dialogue, last)) is not None:
        return short
    if last == "booking_window" and _AHEAD.fullmatch(folded):
        return "how far ahead can we book?"
    return _of_the_price(folded, dialogue) if dialogue.quoted else None


_DISTANCES = frozenset({"max_distance", "travel", "area"})
_FAR = re.compile(rf"{_LEAD}(?:is |for |at |like )*(?P<n>\d{{2,3}})(?: miles?)?(?: (?:ok|okay|too far|away))*{_TAIL}")
LEAST_MILES = 40
"""A smaller bare number after the way ("how much for 10") counts guests."""
_FAR_COST = re.compile(
    rf"{_LEAD}how much (?:would|is|does|for|at|will"
    rf"|are)(?: it be for)? {_N}(?: miles?)?(?: (?:be|cost|run|come to|away))*{_TAIL}"
)
_EXTRA = re.compile(rf"{_LEAD}(?:how much )?(?:is (?:that|it) )?extra(?: (?:is that|for that|is it|cost))?{_TAIL}")
_DAYS_BEFORE = re.compile(
    rf"{_LEAD}(?:(?:i|we) (?:tell|let|cancel|call|say|do it|give)[^\d?]{{0,25}}? )?(?:at |with |for "
    rf"|only |on )*{_N}(?: days?)?(?: (?:before|ahead|out|prior|notice))*{_TAIL}"
)
_SET_UP = re.compile(rf"{_LEAD}(?:the |for )*set ?-?up{_TAIL}")
_HOW_EARLY = re.compile(
    rf"{_LEAD}how (?:far ahead|early|soon|far in advance|much notice"
    r"|long before)(?: (?:for (?:that|it|those)"
    rf"|do (?:you|i|we) (?:need|have)(?: to (?:know|tell you|ask))?))*{_TAIL}"
)


def _of_a_fact(folded: str, dialogue: Dialogue, last: str) -> str | None:
    """ "And 120" after the miles, "and 5?" after the days before a party, "and setup" after how long it takes."""
    counted = dialogue.party.adults is not None
    if last in ("", "area") and dialogue.city and not dialogue.zip and _EXTRA.fullmatch(folded):
        return "how much is the travel fee?"
    cost = _FAR_COST.fullmatch(folded) if last in _DISTANCES and not counted else None
    if cost and ("mile" in folded or (to_int(cost["n"]) >= LEAST_MILES and "guests" not in dialogue.expecting)):
        return f"how much is the travel fee for {cost['n']} miles?"
    if last in _DISTANCES and not counted and (far := _FAR.fullmatch(folded)):
        return f"do you travel {far['n']} miles?"
    asked = "?" in folded or " days" in folded
    days = _DAYS_BEFORE.fullmatch(folded) if last in ("cancellation", "refund_when") and asked else None
    if days is not None and (not counted or " days" in folded) and "which_booking" not in dialogue.expecting:
        return f"and {days['n']} days before?"
    if last in ("duration", "show") and _SET_UP.fullmatch(folded):
        return "what is the setup time?"
    return "how early do you need to know about diets?" if last == "dietary" and _HOW_EARLY.fullmatch(folded) else None


def _age(folded: str) -> str | None:
    """ "13?", "she turns 13 the week before the party though": what such a child costs."""
    turned = _NOT_YET.fullmatch(folded) or _TURNS.fullmatch(folded)
    told = turned or (_AGE.fullmatch(folded) if "?" in folded or folded.startswith(("and ", "what about")) else None)
    age = to_int(told["n"]) if told else None
    return f"and a {age} year old?" if age is not None and age <= OLDEST else None


def _start(folded: str, *, counted: bool) -> str | None:
    """ "What's the latest one", "can i do 7" after the start times."""
    if told := _LATEST.fullmatch(folded):
        return f"what's the {'latest' if told['which'] in ('latest', 'last') else 'earliest'} start time?"
    told = _NO_START.fullmatch(folded) or _CAN_I.fullmatch(folded)
    hour = (to_int(told["n"]) if told["n"].isalpha() else int(told["n"].partition(":")[0])) if told else None
    if told is None or hour is None or not 1 <= hour <= HALF_A_DAY:
        return None
    minutes = told["n"].partition(":")[2]
    rest = told.groupdict().get("rest") or ""
    return f"can we start at {hour}{':' + minutes if minutes else ''}pm?{rest}"


HALF_A_DAY = 12


_HOW_FAR = re.compile(
    rf"{LED}how far (?:away |out )?(?:is|are) (?:that|it|this|we|you|u)(?: from (?:you|u|us|here))?\W*"
)


def _of_the_price(folded: str, dialogue: Dialogue) -> str | None:
    if dialogue.zip and _HOW_FAR.fullmatch(folded):
        return "how much is the travel fee?"
    if _SO.fullmatch(folded):
        return "so how much is it?"
    if _OFF.fullmatch(folded):
        return "what's left after the deposit?"
    told = _FEE.fullmatch(folded)
    return f"why is the travel fee {told['n']}?" if told and dialogue.travel_told else None
