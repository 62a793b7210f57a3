"""Parties of one's own, called by a holiday, a month or what was said beside their day, in the plain words. Pure; before anything is framed.

"The halloween one" is the October 31 party, "the july one is cancelled, can you take it out" and "the 40th is off" ask to cancel.
"""

from datetime import date

from hibachi.concierge.understanding import which_party
from hibachi.concierge.understanding.own_bookings import Bookings
from hibachi.kit import lazy_re as re
from hibachi.language.date_words import MONTH
from hibachi.language.day_names import WEEKDAY
from hibachi.language.holidays import HOLIDAY, holiday_in
from hibachi.language.spans import fold

NEAR = 1
"""A party on the eve of a holiday is called by it too."""
_ONE = r"(?:one|party|parties|booking|reservation|dinner|event|date)"
_OF_HOLIDAY = re.compile(rf"\b(?:the|my|our) (?P<name>{HOLIDAY}) {_ONE}\b", re.I)
_IS_OFF = (
    r"(?:(?:is|'?s|was|got|has been|has got|will be) (?:now |sadly |unfortunately |also )?(?:off(?! (?:the|to|by|limits))|cancel+ed|called off|dead"
    r"|not happening|a no[- ]?go)|(?:fell|has fallen) through|isn'?t happening|won'?t happen)"
)
_MONTH_OFF = re.compile(
    rf"\b(?:the|my|our) (?P<when>(?:{MONTH}|{WEEKDAY})(?: \d{{1,2}}(?:st|nd|rd|th)?)?)(?:'s)?(?: {_ONE})? {_IS_OFF}",
    re.I,
)
_NAMED_OFF = re.compile(rf"\b(?:the|my|our|his|her) (?P<what>[\w']+)(?: {_ONE})? {_IS_OFF}", re.I)
_TAKE_OUT = re.compile(
    r"\W*\b(?:(?:can|could|would|will) (?:you|u)|please|pls|so)(?: please| just)* (?:take|cross|strike|remove|get|delete|drop) (?:it|that|that one)"
    r"(?: (?:out|off)(?: (?:of )?(?:the|your) \w+)?)?\W*$",
    re.I,
)
_WHAT_TIMES = re.compile(
    r"\b(?:what|which|when)(?:'?s)?(?: (?:times?|days?|dates?))?(?: again)? (?:were|are|was|is|r) (?:they|those|them|it|that)(?: two| both)?(?: for)?"
    r" again\b",
    re.I,
)
""" "I have two parties with you, what times were they again?"."""


def plainly(text: str, own: Bookings) -> str:
    """The text with each own party called by its day."""
    text = _OF_HOLIDAY.sub(lambda one: _by_day(one, own), text)
    text = _WHAT_TIMES.sub("when are my parties" if len(own) > 1 else "when is my party", text)
    return _as_cancelling(text, own)


def _by_day(told: re.Match[str], own: Bookings) -> str:
    days = [which_party.day_of(one) for one in own]
    near = [day for day in days if _is_near(fold(told["name"]), day)]
    return f"the {near[0]:%B} {near[0].day} party" if len(near) == 1 else told.group()


def _is_near(name: str, day: date) -> bool:
    on = holiday_in(name, day.year)
    return on is not None and abs((on - day).days) <= NEAR


def _as_cancelling(text: str, own: Bookings) -> str:
    """The wish to cancel the one party of whose end a statement tells."""
    if "?" in _TAKE_OUT.sub("", text):
        return text
    of_month = _MONTH_OFF.search(text)
    if of_month is not None:
        when = of_month["when"]
        meant = [
            one
            for one in own
            if which_party.says_month(when, one) or re.search(rf"\b{which_party.day_of(one):%A}\b", when, re.I)
        ]
        return f"please cancel my {when} party" if len(meant) == 1 else text
    named = _NAMED_OFF.search(text)
    return text if named is None else _by_neighbour(text, named, own)


def _by_neighbour(text: str, named: re.Match[str], own: Bookings) -> str:
    """ "A graduation on June 27 and my wife's 40th july 25. The 40th is off": the day that stands beside the name."""
    beside = re.compile(
        rf"\b{re.escape(named['what'])}\b(?: party)?,? (?:is |on |in |for |the )*(?P<day>{MONTH} \d{{1,2}})", re.I
    )
    told = beside.search(text[: named.start()])
    if told is None:
        return text
    month, number = told["day"].split()
    meant = [one for one in own if which_party.says_month(month, one) and which_party.day_of(one).day == int(number)]
    return f"please cancel my {told['day']} party" if len(meant) == 1 else text
