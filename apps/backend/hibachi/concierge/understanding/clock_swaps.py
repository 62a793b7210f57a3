"""Bare numbers that are about the clock: "3 instead of 6", when both are starts of ours, and "1800" among a day and guests."""

from hibachi.concierge.understanding.schemas import Dialogue, PartyState
from hibachi.kit import lazy_re as re
from hibachi.policies.schemas import Profile

_SWAP = re.compile(
    r"(?<![\w:$./-])(?P<new>\d{1,2})(?: ?pm)?,? (?:instead of|rather than|and not"
    r"|not) (?:at )?(?P<old>\d{1,2})(?![\w:/%]|[.,]\d| ?(?:people|guests|adults|kids|ppl|of us))"
    r"|\bnot (?:at )?(?P<old3>\d{1,2})(?:,? but|,)? (?:at )?(?P<new3>\d{1,2})(?: ?pm)?(?![\w:/%]"
    r"|[.,]\d| ?(?:people|guests|adults|kids|ppl|of us))"
    r"|\bfrom (?P<old2>\d{1,2}) (?:to|till|until) (?P<new2>\d{1,2})(?![\w:/%]|[.,]\d"
    r"| ?(?:people|guests|adults|kids|ppl|of us))",
    re.I,
)


_STARTS = re.compile(
    r"\b(?:start(?:s|ing|ed)?|begin(?:s|ning)?|time|later|earlier|come over|arriv\w+|chef comes?|o'?clock|push|hour)\b",
    re.I,
)
""" "Start at 7 instead of 6": the clock, be it a start of ours or not."""


_OF_THE_START = re.compile(
    r"(?P<what>\b(?:time|start(?:ing)?(?: time)?)(?: should be| is| be)?) (?:to|at"
    r"|be) (?P<hour>\d{1,2})(?![\w:/%]|[.,]\d| ?(?:people|guests|adults|kids|ppl|of us|am|pm))",
    re.I,
)
_TOO_EARLY = re.compile(
    r"\b\d{1,2} ?(?:pm|am|p|o'?clock)?(?: is|'s| would be)? (?:\w+ ){0,2}too (?:early"
    r"|late)[^\d.?!\n]{0,25}[,.;] ?(?:[a-z']+ ){0,4}(?P<hour>\d{1,2})(?=(?: instead| please| pls"
    r"| better)*\W*$)",
    re.I,
)
_SAME_DAY = re.compile(r"\bsame (?:day|date|evening|night|afternoon)\b", re.I)
_HOUR_OF_IT = re.compile(
    r"\b(?:is|to) (?P<hour>\d{1,2})(?=[,;]? (?:still |also )?(?:open|free|available|possible|ok(?:ay)?"
    r"|taken|the same|that same|same|on the same|please|pls|instead)\b|\W*$)",
    re.I,
)
""" "Same day just later, is 9 open?": where the day stays, the number is a start."""
_FIRST = re.compile(r"(?P<lead>\W{0,2})(?P<hour>\d{1,2})[.,;!](?= [^\d]+$)")
""" "3. but do you charge extra on holidays": what was asked first is answered first."""
_ALONE = re.compile(
    r"\W*(?:(?:ok|okay|yes|yeah|um|uh|so|then|at|around|say|let'?s (?:say|do|go with)|make it"
    r"|i'?d say|maybe)[ ,.]+)*(?P<hour>\d{1,2})(?:[ ,]+(?:then|please|pls|thanks|thank you|i think))*\W*",
    re.I,
)
""" "ok 6": one number is no list of ages."""
_OPEN_AT = re.compile(
    r"\b(?:would|will|is|are|does|can|could"
    r"|wd) (?P<hour>\d{1,2})(?=(?: (?:also|still|be|too|even|maybe|then))* (?:open|free|available"
    r"|avail|taken|an option)\b)",
    re.I,
)
""" "Would 3 also be open that day?": a start, nobody's age."""
_THE_ONE = re.compile(r"\bthe (?P<hour>\d{1,2}) one\b", re.I)


def as_clock(text: str, dialogue: Dialogue, profile: Profile) -> str:
    """The text, as long as it was, with such a swap said as the time that is wished ("at 3")."""
    hours = {slot.hour % 12 or 12 for slot in profile.booking.slots}
    if (about := _start_about(text, dialogue, hours)) is not None:
        return about

    def told(match: re.Match[str]) -> str:
        clause = max(text.rfind(stop, 0, match.start()) for stop in ".!?;\n") + 1
        if _STARTS.search(text, clause, match.end()):
            return f"at {_number(match, 'new')}".ljust(len(match.group()))
        new, old = _number(match, "new"), _number(match, "old")
        if {new, old} <= hours and old not in _counts(dialogue.party):
            return f"at {new}".ljust(len(match.group()))
        return match.group()

    text = _THE_ONE.sub(
        lambda one: f"at {one['hour']}".ljust(len(one.group())) if int(one["hour"]) in hours else one.group(), text
    )

    def start(match: re.Match[str]) -> str:
        what = f"{match['what']} at" if "what" in match.groupdict() else "at"
        return f"{what} {match['hour']}".ljust(len(match.group())) if int(match["hour"]) in hours else match.group()

    days = {day.day for day in dialogue.dates} | {int(day[-2:]) for day in dialogue.choices}
    text = _OPEN_AT.sub(lambda one: one.group() if int(one["hour"]) in days else start(one), text)
    if _SAME_DAY.search(text):
        text = _HOUR_OF_IT.sub(start, text)
    text = _TOO_EARLY.sub(start, _OF_THE_START.sub(start, text))
    text = _SWAP.sub(told, text)
    plans = "time" in dialogue.expecting or dialogue.goal == "booking" or bool(_PLANS.search(text))
    return _OF_24_HOURS.sub(_of_24_hours, text) if plans else text


def _number(match: re.Match[str], name: str) -> int:
    return next(int(value) for key, value in match.groupdict().items() if key.startswith(name) and value)


def first_hour(text: str, dialogue: Dialogue, profile: Profile) -> bool:
    """Whether a message begins with a start of ours, where the start was asked first and ages after it.

    One number alone is the start too, where several children have no age yet.
    """
    first = _FIRST.match(text) if dialogue.expecting[:1] == ("time",) else None
    if first is None and "time" in dialogue.expecting:
        several = (dialogue.party.children or 0) - len(dialogue.party.ages) > 1
        first = _ALONE.fullmatch(text) if several else None
    return first is not None and int(first["hour"]) in {slot.hour % NOON or NOON for slot in profile.booking.slots}


_OF_24_HOURS = re.compile(
    r"(?P<before>^\W*|[,;.\n]\s*|\b(?:at|around|start|for|time|by) |@ ?)(?P<hour>0[6-9]|1\d"
    r"|2[0-3])00(?=\s*(?:[,;.\n]|$|hrs\b|hours\b|h\b|please|pls|works|for \d))",
    re.I,
)
_PLANS = re.compile(
    r"\b(?:book|reserve|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri"
    r"|sat|sun)[a-z]*\b|\b\d{1,2}/\d{1,2}\b",
    re.I,
)


def _of_24_hours(match: re.Match[str]) -> str:
    """ "1800" as "6pm ", as long as it was."""
    hour = int(match["hour"])
    said = "noon" if hour == NOON else f"{hour % NOON or NOON}{'pm' if hour > NOON else 'am'}"
    return match["before"] + said.ljust(4)


NOON = 12


def _counts(party: PartyState) -> set[int]:
    """The numbers of guests that were told so far."""
    told = (party.adults, party.children, party.toddlers, party.unsplit, party.low, party.high)
    return {number for number in (*told, sum(number or 0 for number in told[:4])) if number}


_LEAD = (
    r"\W*(?:(?:no|nah|nope|yeah|ok|okay|hm+|actually|then|so|yes|wait|um+|uh+|can we|could we|can you"
    r"|could you|please|pls|let'?s|(?:what|how) (?:about|if)|and|sorry|or|rather|better)\W+)*"
)
_TAIL = (
    r"(?:\W+(?:is|works?|sounds|would be|it is|instead|please|pls|then|ok|okay|fine|good|great|better"
    r"|perfect|pm|possible|for us))*\W*"
)
_HOUR = re.compile(
    rf"{_LEAD}(?:(?:do|at|try|start(?:ing)?(?: at)?|say|go(?:ing)? (?:back )?(?:with|to|for)|back to"
    r"|(?:stick|stay)(?:ing)? (?:with|at|to)|keep(?:ing)?(?: it(?: at)?)?|leave it at|take|i'?ll"
    rf"|we'?ll|prefer|rather|maybe|around|about)\s+)*(?P<hour>\d{{1,2}}){_TAIL}",
    re.I,
)
_THE_PARTY = (
    r"(?: (?:it|that|this|the (?:time|start|party|dinner|event)|our (?:time|party|dinner)|my party|everything))?"
)
_TURNED = re.compile(
    rf"{_LEAD}(?:make{_THE_PARTY}|(?:change|switch|set|update){_THE_PARTY} to"
    rf"|(?:change|switch){_THE_PARTY} (?:back )?to) (?:be )?(?P<hour>\d{{1,2}}){_TAIL}",
    re.I,
)
""" "Make it 6", "change it to 6": guests, a dish or the clock, by what was talked of just before."""
_PUSHED = re.compile(
    rf"{_LEAD}(?:push|bring|move|shift|bump|delay"
    rf"|start){_THE_PARTY}(?: (?:back|forward|up|out|earlier|later|at|over|down))* (?:to |at |until "
    rf"|till )?(?P<hour>\d{{1,2}}){_TAIL}",
    re.I,
)
""" "Move it up to 3", "push it to 9": a start, since no guests are pushed."""


_THEN_NAME = re.compile(r"(?<=[a-z])[.,;!]+ (?=[^\d]*$).*", re.I | re.S)
""" What follows the start once a name was asked for, without any number."""


def bare_hour(text: str, dialogue: Dialogue, profile: Profile) -> bool:
    """Whether the one number of a message is a start: "can we do 6 instead", "3 is fine", "change it to 6" after the time was talked of."""
    starts = {slot.hour % NOON or NOON for slot in profile.booking.slots}
    if {"guests", "zip", "ages", "how_many", "date"} & set(dialogue.expecting):
        return False
    turned, pushed = _TURNED.fullmatch(text), _PUSHED.fullmatch(text)
    if turned and int(turned["hour"]) in starts:
        counted = max(_counts(dialogue.party), default=0)
        few = counted > 0 and int(turned["hour"]) <= counted // 2
        if dialogue.just_guests and counted < int(turned["hour"]) <= counted + NEAR:
            return False  # "make it 12" of ten whose day, start and number were told in one breath
        return dialogue.just_time or (few and dialogue.day is not None and dialogue.just_dish is None)
    if pushed:
        return int(pushed["hour"]) in starts
    if "name" in dialogue.expecting and dialogue.day is not None:
        text = _THEN_NAME.sub("", text)  # "3 works. Name's Colleen Park"
    hour = _HOUR.fullmatch(text)
    if hour is None or _is_another_size(int(hour["hour"]), starts, dialogue):
        return False
    return "date" in dialogue.change or dialogue.just_time or (dialogue.day is not None and dialogue.booked is None)


NEAR = 3
"""Guests: a number that is no start of ours and so close to how many were counted is another count."""


def _is_another_size(number: int, starts: set[int], dialogue: Dialogue) -> bool:
    """ "Ok let's do 11" at the summary of a party of 10: guests, since nothing starts at 11."""
    counted = max(_counts(dialogue.party), default=0)
    return dialogue.time is not None and number not in starts and 0 < abs(number - counted) <= NEAR


_ABOUT = re.compile(
    rf"{_LEAD}(?:(?:at )?(?:about|around|like|roughly|approx\.?)\s+(?P<hour>\d{{1,2}})"
    rf"|(?:at )?(?P<ish>\d{{1,2}}) ?-?ish){_TAIL}",
    re.I,
)


def _start_about(text: str, dialogue: Dialogue, starts: set[int]) -> str | None:
    """ "6ish" while two days are on the table and the guests are counted: a start, if it is none of the days."""
    about = _ABOUT.fullmatch(text)
    days = {day.day for day in dialogue.dates} | {int(day[-2:]) for day in dialogue.choices}
    if about is None or len(days) < 2 or dialogue.time is not None or not _counts(dialogue.party):
        return None
    hour = int(about["hour"] or about["ish"])
    return f"{hour}pm".ljust(len(text)) if hour in starts and hour not in days else None
