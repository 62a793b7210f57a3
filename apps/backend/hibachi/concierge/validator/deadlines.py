"""The last moment for something, counted back from a party's start: "until Friday, June 12 at 6 PM, 24 hours before the party"."""

from datetime import time, timedelta
from zoneinfo import ZoneInfo

from hibachi.concierge.validator.days import find_days
from hibachi.concierge.validator.ground import Ground
from hibachi.concierge.validator.hours import find_clocks
from hibachi.kit import lazy_re as re
from hibachi.kit.clock import instant_of

_UNTIL = re.compile(
    r"\buntil (?P<day>[a-z]+day, [a-z]+ \d{1,2}(?:, \d{4})?) at (?P<clock>[\d: apm]+|noon|midnight),"
    r" (?P<hours>\d{1,3}) hours before the party\b"
)

_BY = re.compile(r"\bby (?P<day>[a-z]+day, [a-z]+ \d{1,2}(?:, \d{4})?), (?P<days>\d{1,3}) days? before the party\b")


_END_OF = re.compile(
    r"\buntil the end of (?P<day>[a-z]+day, [a-z]+ \d{1,2}(?:, \d{4})?), (?P<hours>\d{1,3}) hours before the party\b"
)
"""A deadline at midnight, told by the day that ends with it."""


def check_deadlines(ground: Ground) -> None:
    """Accept the day and the hour of a deadline that is right for a party of the facts; any other is checked like every day."""
    for found in _END_OF.finditer(ground.folded):
        said, ahead = find_days(found["day"], ground.today), timedelta(hours=int(found["hours"]))
        for (on, at), leaf in ground.evidence.moments.items():
            last = (instant_of(on, at, ground.zone) - ahead).astimezone(ZoneInfo(ground.zone))
            ends = last.date() - timedelta(days=1)
            if len(said) == 1 and last.time() == time(0) and said[0].matches(ends):
                ground.take(*found.span("day"))
                ground.accept(*found.span("day"), leaf)
                break
    for found in _UNTIL.finditer(ground.folded):
        said, clocks = find_days(found["day"], ground.today), find_clocks(found["clock"])
        if len(said) != 1 or len(clocks) != 1:
            continue
        ahead = timedelta(hours=int(found["hours"]))
        for (on, at), leaf in ground.evidence.moments.items():
            last = (instant_of(on, at, ground.zone) - ahead).astimezone(ZoneInfo(ground.zone))
            if said[0].matches(last.date()) and last.time() in clocks[0].options:
                for part in ("day", "clock"):
                    ground.take(*found.span(part))
                    ground.accept(*found.span(part), leaf)
                break
    for found in _BY.finditer(ground.folded):
        said, days_ahead = find_days(found["day"], ground.today), timedelta(days=int(found["days"]))
        right = (
            leaf for on, leaf in ground.evidence.days.items() if len(said) == 1 and said[0].matches(on - days_ahead)
        )
        if (day_leaf := next(right, None)) is not None:
            ground.take(*found.span("day"))
            ground.accept(*found.span("day"), day_leaf)
