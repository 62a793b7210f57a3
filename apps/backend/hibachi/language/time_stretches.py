"""Times that are the two ends of one stretch: "1430-1630", "half past two to half past four", "noon to 2"."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time

from hibachi.kit import lazy_re as re
from hibachi.language import time_words as say
from hibachi.language.spans import Quiet
from hibachi.language.time_mentions import TimeMention
from hibachi.language.time_rules import half_before, minute_of_day, readings_of

Placed = tuple[tuple[int, int], TimeMention]
_LINK = re.compile(
    r"(?: in the (?:morning|afternoon|evening))? ?(?:-|to|thru|through|until|untill|till|til"
    r"|and no later than|but before) ?(?:about |around )?"
)
SMALL_HOURS = 5
"""An end before this hour is one of the night that follows: "8pm to 1am"."""
_UP_TO = re.compile(r"(?:\b(?:until|untill|till|til|to|thru|through|by)|[a-z\d] ?-) ?$")
_AND = re.compile(r",? (?:and|&) ")
_BETWEEN = re.compile(r"\bbetween (?:about |around )?$")


def compact_stretches(clean: Quiet) -> Iterator[Placed]:
    """ "1430-1630", "from 0730 to 0930", "630-930pm": four digits that a cue or a half of the day makes hours."""
    for match in say.COMPACT_STRETCH.finditer(clean.text):
        half = match["ap"] or ("h" if match["h"] else None)
        if not (match["cue"] or half) or (match["link"] == " and ") != (match["cue"] or "").startswith("between"):
            continue
        if not half and match["h1"] in ("19", "20") and match["h2"] in ("19", "20"):
            continue  # "from 2016 to 2018" are years
        first, last = int(match["h1"]), int(match["h2"])
        sure = (
            "h" if half == "h" or len(match["h1"]) == 2 and (first == 0 or last > 12 or match["h1"][0] == "0") else None
        )
        starts = readings_of(first, int(match["m1"]), half_before(first, last, half) if match["ap"] else sure)
        ends = readings_of(last, int(match["m2"]), match["ap"] or sure)
        place = (match.start("h1"), match.end())
        if starts and ends:
            yield place, TimeMention(starts, clean.span(*place), until=_end(starts[0], ends))


def joined(clean: Quiet, found: list[Placed]) -> list[Placed]:
    """Two clock times with "to" between them as one mention that begins at the first; found is sorted by place."""
    whole: list[Placed] = []
    for place, mention in found:
        stretch = _stretch(clean, whole[-1], (place, mention)) if whole else None
        if stretch:
            whole[-1] = stretch
        else:
            whole.append((place, mention))
    return [item for item in whole if not _is_late_end(clean, *item)]


def _is_late_end(clean: Quiet, place: tuple[int, int], mention: TimeMention) -> bool:
    """ "Until midnight" says when a party ends: midnight behind such a word is no start."""
    end = mention.candidates == (time(0),) and mention.until is None
    return end and bool(_UP_TO.search(clean.before(place[0])))


def _stretch(clean: Quiet, one: Placed, two: Placed) -> Placed | None:
    (place, first), (next_place, second) = one, two
    gap = clean.text[place[1] : next_place[0]]
    linked = _LINK.fullmatch(gap) or (_AND.fullmatch(gap) and _BETWEEN.search(clean.before(place[0])))
    if not linked or first.until or second.until or not first.candidates or not second.candidates:
        return None
    fits = [at for at in first.candidates if any(0 < _length(at, end) <= 12 * 60 for end in second.candidates)]
    if len(second.candidates) == 1 and len(fits) > 1:
        fits = fits[:1]  # "two thirty to four thirty pm" begins in the same half of the day
    if not fits:
        return None
    end = _end(fits[0], second.candidates)
    span = (place[0], next_place[1])
    return span, replace(first, candidates=tuple(fits), until=end, span=clean.span(*span))


def _end(start: time, ends: tuple[time, ...]) -> time:
    """The first end after the start; after midnight where there is none."""
    return next((end for end in sorted(ends) if end > start), min(ends))


def _length(start: time, end: time) -> int:
    """Minutes between the two; an end in the small hours is one of the night that follows."""
    minutes = minute_of_day(end) - minute_of_day(start)
    return minutes + 24 * 60 if minutes <= 0 and end.hour < SMALL_HOURS else minutes
