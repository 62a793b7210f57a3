"""Days and hours of something else than the party: when one pays or cancels, until when a date is kept, when guests arrive. Pure."""

from calendar import monthrange
from dataclasses import replace

from hibachi.concierge.understanding import cancel_days
from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.date_mentions import DateMention
from hibachi.language.day_names import WEEKDAY
from hibachi.language.openers import OPENERS
from hibachi.language.spans import fold
from hibachi.language.time_mentions import TimeMention
from hibachi.language.times import Times

_LEAD = r"(?:(?:on|by|until|till?|'til|before|around|about|from|in|next|this|the|maybe|like|or|\([a-z]\)) )*$"
_PARTY = (
    r"\b(?:for|to|book\w*|party|event|hold|reserve|secure|save|lock|get|have|want|need|guests?|adults"
    r"|people|open|free|available|come|instead|make it)\b"
)
_GAP = rf"(?:(?!{_PARTY})[^.?!,;:\n]){{0,30}}?"
_PAID = re.compile(
    r"\b(?:pay|paying|paid|pays|payable|(?<!i'm )(?<!im )(?<!i am )(?<!she's )(?<!she is )(?<!wife is "
    r")(?<!wife's )(?<!baby is )(?<!baby's )(?<!sister is )(?<!sister's )due|venmo|zelle|transfer"
    rf"|wire|send (?:it|the money|the deposit))\b{_GAP} {_LEAD}"
    rf"|\b(?:deposit|balance|rest|remainder|payment|refund|money back)\b{_GAP} (?:on|by|until|till?"
    r"|before) (?:the |this |next )?$"
    r"|\b(?:can'?t|cannot|can not|won'?t(?: be able to)?|unable to|not able to) pay\b[^?\n]{0,40}$",
    re.I,
)
""" "Can I pay the deposit on friday", "I get paid on the 15th", "I can't pay within 2 hours, is tomorrow ok?"."""
_CANCELLED = re.compile(
    r"\b(?:if|when|what if|once|suppose|say|can|could|may) (?:i|we) (?:\w+ ){0,2}?(?:cancel|back out"
    r"|pull out|call it off)(?: it| this| that)? (?:on|by|before|around|until|till|as late as) (?:the "
    r"|next |this )?$",
    re.I,
)
_OF_GUESTS = re.compile(
    r"\b(?<!you )(?<!u )(?<!chef )(?:land|lands|landing|landed|fl(?:y|ies|ying) (?:in|out|home|back)"
    r"|gets? (?:in|back|home)(?: (?:to|from) \w+)?"
    r"|(?:gets?|getting|rolls?|rolling|driv(?:e|es|ing)|com(?:e|es|ing)) (?:here|in(?:to town)?|up|down)"
    r"|arriv(?:e|es|ing)|check(?:s|ing)? in|mov(?:e|es|ing) in"
    r"|(?:visit(?:s|ing)?(?: us)?|in town|staying(?: with us)?|here) (?:from|between|until)"
    r"|flight (?:is|lands|leaves|gets in)) (?:(?:only|late|early|tonight|already) )?(?:on )?(?:the )?$",
    re.I,
)
""" "They land the 21st"."""
_UNTIL = re.compile(
    r"\b(?<!up )(?:until|till|'?til|no later than|as late as|through)(?: like| about| maybe)? (?:the |this |next )?$",
    re.I,
)
_KEPT = re.compile(
    r"\b(?:hold\w*|keep\w*|kept|save|saved|add|adding|change|changing|adjust|invite|cancel|decide"
    r"|think|pay|know|confirm|time|good|valid)\b",
    re.I,
)
""" "Can you hold it until friday", "can I add people until april 17"."""
_MADE = re.compile(
    r"\b(?:reservations?|bookings?|book|reserve|order)(?: (?:it|already|one|a|the|date|place|spot))* $", re.I
)
_FOR = re.compile(r" for (?!\d)", re.I)
""" "A reservation today for December 2028": when it is made."""
_THEN_DONE = re.compile(
    r",? (?:i|we)(?:'ll| will|'m| am|'re| are)(?: (?:be|going to|gonna|just|finally))*"
    r" (?:order|rent|buy|shop|pick|call|ask|talk|writ)\w*\b"
)
""" "Today I'll be ordering the tables": the day of an errand."""
_HOW_MUCH = re.compile(r"\bhow much\b", re.I)
_HELD = re.compile(r"\b(?:hold|keep|save|reserve)\b", re.I)
_REST = re.compile(r"\b(?:rest|balance|remainder|remaining|refund\w*|back)\b", re.I)
_MOVED = re.compile(r"\b(?:postpon\w*|push\w*|mov(?:e|ing)|delay\w*|put (?:it )?off|wait|resched\w*|date)\b", re.I)
_HABIT = re.compile(rf"(?:{WEEKDAY}s?|weekends?|weekdays?)", re.I)
_HABITS = re.compile(
    rf"\b(?:{WEEKDAY}s|week ?(?:days?|nights?)|weekends|holidays?|every|any day|on an? |during the week)\b",
    re.I,
)
_OF_US = re.compile(
    r"\b(?:do|does|is|are|r|would|will)\b(?![^.?!\n]*\b(?:free|avail\w*|openings?|spots?|slots?|any)\b)[^.?!\n]*$", re.I
)
_PRICE = re.compile(
    r"\b(?:cheaper|pricier|less(?: expensive)?(?=\W*$|\?)|more expensive|less expensive"
    r"|costs? (?:more|less|extra|the same)|the same (?:price|cost)|better price|different price)\b",
    re.I,
)
_ASKS = re.compile(r"\b(?:is|are|would|will|do|does|if)\b", re.I)
_SENTENCE = re.compile(r"[.!;\n](?=\s|$)|\?")
_BESIDE = re.compile(
    r"\b(?:(?:guests?|people|ppl|everyone|everybody|friends|family|folks|they|chefs?|cook|crew"
    r"|guys)\b(?:(?!\b(?:start|party)\b)[^.?!,;\n]){0,25}\b(?:arriv\w+|show(?:ing|s)? up"
    r"|be (?:here|there)|get(?:s|ting)? (?:here|there)"
    r"|com(?:e|es|ing)(?: over)?)\b[^.?!;\n]{0,12}(?:at|by|around|from|like)"
    r"|(?:arrive|get here|show up|set up|be here|come)\?(?: at| like| around| by)?"
    r"|(?:be|get|getting|am|are|is) up(?: again)?(?: at| by)?) $",
    re.I,
)
""" "The guests arrive at 5", "what time does the chef get here? 5:30?", "I have to be up at 6"."""
_DIGIT = re.compile(r"\d")
_TO_SET_UP = re.compile(
    r"^(?: ?[ap]\.?m\.?)? (?:to|and|for) (?:start )?(?:set(?:ting)?[ -]?up|prep\w*|unload\w*)\b", re.I
)


_BACK = re.compile(
    r"\b(?:(?:my|our|his|her|their|the) (?:\w+ ){1,3}?|he |she |they |i |we )(?:only |just "
    r"|also )?(?:(?:comes?|coming|gets?|getting|is|are|am|'s|will be|be|returns?|returning|flies"
    r"|fly)(?: not)? back(?: (?:home|in town|to work|here|from [a-z ]{3,15}))?|returns?|gets? paid"
    r"|gets? off|decides?|votes?|(?:gets?|picks? up) (?:the |our |my |his |her )?(?:keys|results"
    r"|paycheck|money|approval|bonus|check|tickets))(?: (?:only|not until))? (?:on |this |next |the "
    r"|by |until )*$"
)
""" "My boss comes back Monday"."""
_FEAST = re.compile(
    r"\b(?:graduation|commencement|wedding|ceremony|birthday|b-?day|anniversary|baptism|communion"
    r"|shower|prom|funeral|\d{2}th)(?: (?:is|are|was|will be|falls)|'s)(?: actually"
    r"| only)? (?:on )?(?:the |this |next )*$"
)
_MOVES = re.compile(r"\b(?:actually|instead|rather|mov\w*|chang\w*|switch\w*|so|then|sorry|meant|not)\b")
""" "Graduation is the 19th" of a party on the 20th; "it's actually the 22nd" is another day."""
_EVENT = re.compile(
    r"\b(?:semis?|semi-?finals?|quarter-?finals?|finals?|game|match|tournament|playoffs?|recital"
    r"|concert|exams?|test|interview|surgery|appointment|flight|meeting|vote|hearing|deadline|payday"
    r"|inspection|checkup|due date)(?: (?:is|are|was|will be|starts?|ends?|falls?)|'s)?(?: only"
    r"| not until)? (?:on |the |this |next )*$"
)
""" "The semi is on the 24th"."""
_PAPER = r"(?:it|this|that|these|them|everything|(?:the|your|our) (?:quote|prices?|numbers?|estimate|proposal|total|offer|idea|plan|details))"
_BODY = (
    r"(?:the|my|our|his|her|their|a) (?:(?!party\b|event\b|dinner\b|lunch\b|birthday\b|reunion\b|celebration\b|guests?\b)[a-z']+ )"
    r"{1,3}?"
)
_SHOWN_TO = re.compile(
    rf"\b(?:bring|take|show|present|run|pitch|put|discuss|send|forward|submit|share|hand|go over|review|clear|raise)\w*"
    rf" {_PAPER} (?:to|by|with|past|before|at|in front of|up at|up to|over with) (?:{_BODY}|(?:them|everyone|everybody|him|her) )"
    r"(?:on |this |next |by |the )*$"
    rf"|\b(?:present|discuss|pitch|review)\w* {_PAPER} (?:on |this |next |by |the )*$"
    rf"|\b(?:talk|speak|meet|check|ask|sit down|discuss)(?:ing)?(?: (?:it|this))?(?: (?:to|with|at))? {_BODY}(?:on |this |next |the )*$"
    r"|\b(?:committee|board|council|pta|hoa|treasurer|vestry|club|class|office|staff)(?: members)?"
    r" (?:(?:only|next) )?(?:meets?|is meeting|votes?|decides?|signs off|approves?|gets together|looks at it|sees it)(?: again| next)?"
    r" (?:on |this |next |the )*$"
)
""" "I bring it to the committee on the 28th", "the board meets on the 28th": the day when others decide."""
_IS_ANOTHER = re.compile(
    r"(?:'s| is| was| would be)(?: (?:only|just|actually|when|the day|of|for|that))*(?: (?:the|my|our|a|an|his|her|their|i|we|they))?"
    r"(?: (?!party\b|dinner\b)[a-z']+){0,2}?"
    r" (?:meetings?|meets?|votes?|voting|deadline|appointment|interview|exams?|surgery|flight|hearing|inspection|payday|decide|due date)\b"
)
""" "The 28th is the committee meeting"."""
_NOT_SAID_BEFORE = re.compile(
    r"\b(?:(?:i|we|nobody|no one|she|he)(?: (?:never|didn'?t|did not|haven'?t|don'?t think i))?(?: even| ever)?"
    r"(?<!\bi)(?<!\bwe)(?<!\bshe)(?<!\bhe)"
    r"|who|when did (?:i|we)|did (?:i|we)(?: ever)?) (?:g[ai]ven?|say|said|tell|told|mention\w*|pick\w*|ask(?:ed)?(?: for)?|want(?:ed)?|choose|chose)"
    r"(?: (?:you|anything|about|a|the|that|it was|it'?s|it|for|on|at|word))* $"
    r"|\bwhere (?:did|does|do|is|are|was)(?: (?:you|u))?(?: (?:get|got|take|find))?(?: (?:the|that|this))? $"
    r"|\bwhat(?:'s| is| was| were)(?: (?:that|this|it|the thing))? (?:about|with) (?:the )?$"
    r"|\b(?:why|how come) (?:did you (?:say|put|write|take|pick)|are you (?:saying|offering|at)|do you (?:say|have|write)|is it|does it say)(?: (?:the|on|at))? $"
)
""" "I didn't say June 7", "where does 9 pm come from"."""
_SEEN = re.compile(
    r"\b(?:saw|met|watched|spotted|noticed|tasted|tried) (?:you|u|ya|your|ur|the|it|them|y'?all"
    r"|one)\b(?:(?!\b(?:open\w*|free|avail\w*|slots?|spots?|dates?|calendar"
    r"|that)\b)[^.?!;\n]){0,45} (?:on |last |this past )(?:the )?$"
)
""" "Saw you at my neighbors on saturday"."""
_BUSY_TILL = re.compile(
    r"\b(?:school|classes|class|camp|exams|finals|practice|rehearsals?|vacation|trip|away|gone|busy"
    r"|travel\w*|out of town|hospital|deployed|work(?:s|ing)?)\b[^.?!\n]{0,15}\b(?:till?|until|through"
    r"|thru|'til) (?:the |this |next )?$"
)
""" "The kids have school till the 11th"."""
_NEVER_SAID = re.compile(
    rf"\W{{0,4}}\s?(?:(?:{OPENERS}|what|no)\W+)*(?:i|we) (?:never|didn'?t|did not"
    r"|haven'?t) (?:even )?(?:g[ai]ven?|sa(?:id|y)|told|tell|mention\w*|pick\w*|ask\w*|chose|choose"
    r"|want\w*)\b"
)
""" "June 5?? I never gave a date"."""
_IN_TOWN = re.compile(r"\b(?:can|could|would|will|do) (?:you|u|we)\b|\bthen\b|\bthat (?:day|weekend)\b")


def _of_something_else(before: str, folded: str, dialogue: Dialogue) -> bool:
    """Whether the day that follows is one of somebody's return, of another event, or one when we were seen."""
    if _BACK.search(before) or _SEEN.search(before) or _BUSY_TILL.search(before) or _SHOWN_TO.search(before):
        return True
    return bool(_EVENT.search(before)) and not (dialogue.day is None and _IN_TOWN.search(folded[len(before) :]))


def without(
    days: tuple[DateMention, ...], times: Times, text: str, dialogue: Dialogue
) -> tuple[tuple[DateMention, ...], Times]:
    """The days and times of a message that can be the party's own."""
    folded = fold(text)
    cancelling = {day.span for day in cancel_days.among(days, folded, dialogue)}
    kept = tuple(day for day in days if day.span not in cancelling and not _is_other(day, folded, dialogue))
    feasts = [day for day in kept if _FEAST.search(folded[: day.span.start])]
    if len(feasts) < len(kept) or (dialogue.day is not None and not _MOVES.search(folded)):
        kept = tuple(day for day in kept if day not in feasts)
    kept = tuple(day for day in kept if not _of_the_eve(day, dialogue))
    kept = tuple(_in_month_of(day, feasts) for day in kept)
    compared = [day for day in kept if is_compared(day.span.start, folded)]
    if compared and (dialogue.day is not None or len(compared) < len(kept)):
        kept = tuple(day for day in kept if day not in compared)
    return kept, replace(times, mentions=tuple(one for one in times.mentions if not _is_beside(one, folded, dialogue)))


_BARE = re.compile(rf"(?:{WEEKDAY},? )?(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)", re.I)


def _of_the_eve(day: DateMention, dialogue: Dialogue) -> bool:
    """ "9 would be nice for new years!" of a party on the eve: that day, not the next."""
    eve = dialogue.day is not None and (dialogue.day.month, dialogue.day.day) == (12, 31)
    return eve and re.fullmatch(r"new year'?s?", fold(day.span.text).strip()) is not None


def _in_month_of(day: DateMention, feasts: list[DateMention]) -> DateMention:
    """ "His birthday is Aug 14. Saturday the 15th": of the month in which the feast is."""
    bare = _BARE.fullmatch(day.span.text.strip())
    if bare is None or not feasts or day in feasts or not feasts[0].candidates:
        return day
    feast = feasts[0].candidates[0]
    number = int(bare["day"])
    if not 1 <= number <= monthrange(feast.year, feast.month)[1]:
        return day
    return replace(day, candidates=(feast.replace(day=number),))


def told(frame: Frame) -> Frame:
    """What the message asks by such a day: "is the 19th cheaper?" whether days differ in price, "can i pay on friday?" how long is time."""
    folded = fold(frame.text)
    days = [one.start for one in frame.evidence if one.slot == "date"]
    if any(is_compared(at, folded) for at in days):
        acts = tuple(act for act in frame.acts if act not in ("price_objection", "cheaper_choice"))
        return _asking(frame.model_copy(update={"acts": acts}), "same_every_day", ("price", "hours"))
    asks = (frame.question or "?" in frame.text) and "off_topic" not in frame.acts
    if asks and any(_asks_for_time(folded[:at]) for at in days) and not _HOW_MUCH.search(folded):
        return _asking(frame, "hold_time", ("deposit", "payment", "availability"))
    hours = [one for one in frame.evidence if one.slot == "time"]
    if not frame.times and not frame.topics and any(_TO_SET_UP.match(folded[one.end :]) for one in hours):
        return _asking(frame, "setup_time", ())
    return frame


def without_arrivals(frame: Frame) -> Frame:
    """The frame of whoever has a party without the hour when the guests arrive: "guests come at 5" moves nothing."""
    folded = fold(frame.text)
    told = [_DIGIT.search(folded, one.start) for one in frame.evidence if one.slot == "time"]
    hours = [one.start() for one in told if one is not None]
    beside = hours and all(_BESIDE.search(folded[max(0, at - 70) : at]) for at in hours)
    return frame.model_copy(update={"times": (), "time_part": None}) if beside else frame


def of_one_day(frame: Frame) -> Frame:
    """The frame of whoever asks for a certain day: that we cook on every day of the week is no answer to it."""
    if "every_day" not in frame.topics or not frame.dates or _HABITS.search(fold(frame.text)):
        return frame
    topics = tuple("availability" if one == "every_day" else one for one in frame.topics)
    return frame.model_copy(update={"topics": tuple(dict.fromkeys(topics))})


def _asking(frame: Frame, topic: str, instead_of: tuple[str, ...]) -> Frame:
    topics = (*(one for one in frame.topics if one not in (*instead_of, topic)), topic)
    return frame.model_copy(update={"topics": topics, "unknown": ()})


def _asks_for_time(before: str) -> bool:
    """Whether more time for the deposit is asked for: that it is kept, or paid, until a day."""
    kept = _UNTIL.search(before) and _HELD.search(before) and not _MOVED.search(before)
    return bool(kept or (_PAID.search(before) and not _REST.search(before)))


def is_compared(at: int, folded: str) -> bool:
    """Whether the price of the day that stands there is asked beside that of another: "is the 19th cheaper?"."""
    sentence = _sentence(at, folded)
    return bool(_PRICE.search(sentence) and _ASKS.search(sentence))


def _sentence(at: int, folded: str) -> str:
    ends = [end.end() for end in _SENTENCE.finditer(folded)]
    first = max((end for end in ends if end <= at), default=0)
    return folded[first : min((end for end in ends if end > at), default=len(folded))]


def _is_other(day: DateMention, folded: str, dialogue: Dialogue) -> bool:
    before = folded[: day.span.start]
    if day.kind == "range" or day.kind == "month":
        return False
    if _of_something_else(before, folded, dialogue) or was_never_said(day.span.start, day.span.end, folded):
        return True
    if _IS_ANOTHER.match(folded, day.span.end):
        return True
    kept = _UNTIL.search(before) and _KEPT.search(before) and not _MOVED.search(before)
    paid = _PAID.search(before) and not _HOW_MUCH.search(before)
    made = day.span.text == "today" and _MADE.search(before) and _FOR.match(folded[day.span.end :])
    if day.span.text.lower() in ("today", "tonight", "tomorrow") and _THEN_DONE.match(folded, day.span.end):
        return True
    if kept or paid or made or _CANCELLED.search(before) or _OF_GUESTS.search(before):
        return True
    habit = _HABIT.fullmatch(day.span.text) and day.span.text.lower().endswith("s")
    return bool(habit and folded[day.span.end :].count("?") and _OF_US.search(before))


def was_never_said(start: int, end: int, folded: str) -> bool:
    """Whether a day or an hour that stands there is one that the customer denies to have told."""
    return bool(_NEVER_SAID.match(folded, end) or _NOT_SAID_BEFORE.search(folded[:start]))


def _is_beside(one: TimeMention, folded: str, dialogue: Dialogue) -> bool:
    """Whether a time is when somebody arrives or gets up, while the start of the party is known."""
    span = one.span
    beside = _BESIDE.search(folded[max(0, span.start - 70) : span.start]) or _TO_SET_UP.match(folded[span.end :])
    return dialogue.time is not None and bool(beside)
