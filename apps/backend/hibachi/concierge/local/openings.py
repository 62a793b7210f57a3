"""Why a time is not free, which ones are, and which of several is meant."""

from datetime import date, time
from typing import Any

from hibachi.concierge.local.known import ANSWERED, ASKED, DONE, Known
from hibachi.concierge.understanding.schemas import Opening
from hibachi.kit import lazy_re as re
from hibachi.language.openers import OPENERS
from hibachi.language.spans import fold

REASKED_DATE = ("past", "too_soon", "too_far_ahead", "time_does_not_exist")


def which_time(known: Known, day: date, choices: tuple[time, ...]) -> bool:
    """ "In the evening": of the starts that this can mean, those that are open; a day without any says why."""
    found = known.need("check_availability", date=day.isoformat())
    free = {one["time"] for one in found.get("openings", []) if one["date"] == found["date"]}
    kept = [at for at in choices if at.strftime("%H:%M") in free]
    if not kept:
        found = known.need("check_availability", date=day.isoformat(), time=choices[0].strftime("%H:%M"))
        say_unavailable(known, found, day, choices[0] if (found.get("reason") or {}).get("code") == "full" else None)
        return True
    if len(kept) > 1 and known.does("any_choice", "any_time"):
        known.say("proposed_time", at=ANSWERED, date=day.isoformat(), time=kept[0].strftime("%H:%M"))
        kept = kept[:1]
    if len(kept) == 1:
        known.settle(time=kept[0], time_choices=())
        return False
    known.say("which_time", at=ASKED, times=[one.strftime("%H:%M") for one in kept])
    known.note(expecting=("time",))
    return True


def on_the_day(found: dict[str, Any], choices: tuple[time, ...]) -> list[dict[str, Any]]:
    """The openings of the day that was looked up; of the starts that are meant ("in the evening") where one is free."""
    of_day = [one for one in found.get("openings", []) if one["date"] == found["date"]]
    meant = {at.strftime("%H:%M") for at in choices}
    return [one for one in of_day if one["time"] in meant] or of_day


_LATER = re.compile(r"\b(?:later|after that|further back)\b", re.I)
_EARLIER = re.compile(r"\b(?:earlier|sooner|before that)\b", re.I)


def starts_that_way(known: Known, day: str, at: str) -> bool:
    """ "Later in the day", "something earlier", where a new start was asked for: the free ones on that side."""
    later, earlier = _LATER.search(known.frame.text), _EARLIER.search(known.frame.text)
    return _sided(known, day, at, earlier=bool(earlier)) if bool(later) != bool(earlier) else False


def other_starts(known: Known, day: str, at: str) -> bool:
    """ "Can we start earlier": the free starts of that day on that side of the one that stands, else all others."""
    earlier = known.does("start_earlier")
    if not earlier and not known.does("start_later"):
        return False
    return _sided(known, day, at, earlier=earlier)


def _sided(known: Known, day: str, at: str, *, earlier: bool) -> bool:
    found = known.need("check_availability", date=day)
    free = [one for one in found.get("openings", []) if one["date"] == day and one["time"] != at]
    sided = [one for one in free if (one["time"] < at if earlier else one["time"] > at)]
    if not free:
        known.say("no_other_start", at=ASKED, date=day, time=at)
        known.note(expecting=("date",))
        return True
    if not sided:
        known.say("none_that_way", earlier=earlier, time=at)
    known.say("openings", at=ASKED, date=day, openings=sided or free, today=known.today)
    known.note(expecting=("time",), offered=tuple(Opening(date=one["date"], time=one["time"]) for one in sided or free))
    return True


def of_those_left(known: Known, day: str, own_day: str, own_start: str) -> bool:
    """Some starts of a day were turned down: those that are left are offered; False where one is, which is taken."""
    left = [at.strftime("%H:%M") for at in known.frame.times]
    if len(left) == 1 and (day, left[0]) != (own_day, own_start):
        return False
    if len(left) == 1:
        known.settle(expecting=(), offered=())
        known.say("left_as_booked", at=DONE, date=own_day, time=own_start)
        known.note(pending=None, goal=None, change={}, offered=(), expecting=(), time_choices=())
        return True
    if not left:
        known.asks("date", instead=True)
        known.note(pending=None, offered=(), expecting=("date",), time_choices=())
        return True
    known.say("which_time", at=ASKED, times=left)
    known.note(
        expecting=("time",), offered=tuple(Opening(date=day, time=at) for at in left), pending=None, time_choices=()
    )
    return True


def say_day(known: Known, day: str) -> None:
    """Which starts a day has, beside what is proposed for it."""
    found = known.need("check_availability", date=day)
    if free := [one for one in found.get("openings", []) if one["date"] == day]:
        known.say("openings", at=ANSWERED, date=day, openings=free, today=known.today, told=True)
        known.note(offered=openings_of(found))


_WHY = re.compile(
    rf"^\W*(?:(?:{OPENERS}|really|what|no)\W+)*(?:why(?: (?:not|is that|on earth|exactly"
    r"|can'?t (?:you|u|we|i)|is it not|isn'?t it|won'?t (?:it|that) work"
    r"|doesn'?t (?:it|that) work)(?: (?:possible|then|come|do (?:it|that)|free|available|open))?)?"
    r"|how come|what'?s the (?:reason|problem|issue)|for what reason)\W*$",
    re.I,
)


def asks_why(known: Known) -> bool:
    """Whether "why not?" is asked of a start that was just refused."""
    return bool(known.dialogue.refused) and not known.reading.changed and bool(_WHY.match(fold(known.frame.text)))


def why_not(known: Known) -> bool:
    """ "Why not?" of a start that was just refused: the reason in other words, and what is free."""
    if not asks_why(known):
        return False
    refused = known.dialogue.refused
    day, at = refused["date"], refused["time"] or None
    found = known.need("check_availability", date=day, time=at)
    if found.get("available"):
        return False
    say_unavailable(known, found, date.fromisoformat(day), time.fromisoformat(at) if at else None)
    return True


def is_too_far(known: Known) -> bool:
    """A month was named: whether it can be booked at all, and the day is asked for."""
    month = known.dialogue.date_month
    assert month is not None
    found = known.need("check_availability", date=month.isoformat())
    if not found.get("available") and (found.get("reason") or {}).get("code") == "too_far_ahead":
        known.unsay("topic:booking_window")
        known.say("too_far_ahead", reason=found["reason"], facts=known.topic("booking_window"))
        known.note(expecting=("date",))
        return True
    return False


def say_unavailable(known: Known, found: dict[str, Any], day: date | None, at: time | None) -> None:
    """Why a time is not free and which ones are; the time is asked for again, the date only when it cannot be."""
    reason = found.get("reason") or {}
    code = reason.get("code", "")
    same_day = [one for one in found.get("openings", []) if one["date"] == found.get("date")]
    offered = same_day or found.get("alternatives", [])
    if code == "not_a_slot" and found.get("alternatives"):
        offered = found["alternatives"]
    window = known.topic("booking_window") if code in REASKED_DATE else {}
    if code in REASKED_DATE:
        known.unsay("topic:booking_window")  # why this day is none says the rule
    known.say(
        "unavailable",
        at=ASKED,
        date=day.isoformat() if day else None,
        time=at.strftime("%H:%M") if at else None,
        reason=reason,
        offered=offered,
        window=window,
        today=known.today,
    )
    openings = tuple(Opening(date=one["date"], time=one["time"]) for one in offered[:4])
    start = {"time": at.strftime("%H:%M") if at else "", "code": str(code)}
    known.note(refused={"date": day.isoformat(), **start} if day else {})
    on_day = bool(offered) and all(one["date"] == found.get("date") for one in offered)
    known.note(time=None, offered=openings, expecting=("time",) if on_day else ("date", "time"))
    if not on_day:
        known.note(dates=())


def openings_of(found: dict[str, Any]) -> tuple[Opening, ...]:
    """The free starts of a day as they were told, so that "the last one" names one of them."""
    free = [one for one in found["openings"] if one["date"] == found["date"]]
    return tuple(Opening(date=one["date"], time=str(one["time"])[:5]) for one in free)
