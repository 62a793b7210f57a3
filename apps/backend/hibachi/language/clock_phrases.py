"""Numbers that belong to the clock and to no calendar: "Saturday, 12 noon", "June 6, 20 minutes past seven"."""

from collections.abc import Iterator

from hibachi.kit import lazy_re as re
from hibachi.language.date_words import MONTH, WEEKDAY
from hibachi.language.numbers import ORDINAL
from hibachi.language.spans import Span
from hibachi.language.time_words import HOUR, MIDNIGHT, NOON

_NOON = re.compile(
    rf"(?<![\d:.])(?<!\bthe )(?:(?P<month>(?<!of )(?<!\b\d )(?<!\b\d\d )(?<![snrt][tdh] )\b{MONTH}\.? "
    r"))?(?P<hour>\b(?:12(?::00)?|twelve))(?= ?(?:o'? ?clock )?(?:noon|midday)\b)",
    re.I,
)
""" "Saturday, 12 noon": an hour, never the 12th."""
_HALF_OF_DAY = r"(?: ?[ap](?:\.? ?m\b|\b)| ?o'? ?clock\b| (?:in the (?:morning|afternoon|evening)|at night|tonight)\b)"
_FROM_AN_HOUR = re.compile(
    r"(?<![\w$/.:-])(?P<n>(?:5|[1-5][05]|\d{1,2}(?= ?min)|five|ten|fifteen"
    r"|twenty(?:[ -]five)?)(?P<minutes> ?min(?:ute)?s?)?"
    rf" (?:(?P<sure>past)|till?|to|after|before|of) (?:(?P<word>{HOUR}|{NOON}|{MIDNIGHT})\b|1[0-2]"
    r"|[1-9]))(?![\d:/]|[.,]\d)"
    rf"(?P<half>{_HALF_OF_DAY})?",
    re.I,
)
_DAY_OF_MONTH = re.compile(rf"\b(?:{MONTH}|{WEEKDAY})\.?,? (?:the )?$", re.I)
_DAY_BEFORE_MONTH = re.compile(rf"(?:\d(?:st|nd|rd|th)?|\b{ORDINAL})[ -]?(?:of )?(?:{MONTH})\.?,? (?:the )?$", re.I)


def hours_of_clock(text: str) -> Iterator[Span]:
    """The spans of a text whose numbers tell an hour or its minutes, so that no day is read in them.

    "June 20 after 5 pm" is the 20th; "June 6, 20 after 5 pm" and "the 6th of June 20 after 5 pm" are the 6th.
    """
    for noon in _NOON.finditer(text):
        if not noon["month"]:
            yield Span(*noon.span("hour"), noon["hour"])
    for said in _FROM_AN_HOUR.finditer(text):
        before = text[max(0, said.start() - 40) : said.start()]
        told = said["minutes"] or (said["sure"] and (said["word"] or said["half"])) or said["half"]
        told = told or (said["word"] and _DAY_BEFORE_MONTH.search(before))  # "the 19th of September, 20 to nine"
        if told and (said["minutes"] or not _is_day(before)):
            yield Span(*said.span("n"), said["n"])


def _is_day(before: str) -> bool:
    """Whether a number may be the day of the month or the week in front of it, which has no other day."""
    return bool(_DAY_OF_MONTH.search(before)) and not _DAY_BEFORE_MONTH.search(before)
