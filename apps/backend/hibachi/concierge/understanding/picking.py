"""Which day and start are meant now: new ones, one of those that were offered, one of those talked of before. Pure."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import TypeVar

from hibachi.concierge.understanding import denied, options, relative_moves
from hibachi.concierge.understanding.draft import State
from hibachi.concierge.understanding.picked_weeks import (
    NTH,
    SOON,
    WEEKDAY,
    WEEKDAYS,
    last_of_month,
    of_month,
    of_that_week,
    row_of_that_week,
)
from hibachi.concierge.understanding.schemas import Frame, Opening
from hibachi.kit import lazy_re as re
from hibachi.language.date_words import MONTHS
from hibachi.language.day_names import MONTH_STARTS, WEEKDAY_STARTS
from hibachi.language.spans import fold

T = TypeVar("T")
_WEEKDAY_SHORT = re.compile(rf"(?:the )?({WEEKDAY_STARTS})", re.I)
_BARE_DAY = re.compile(
    rf"(?:(?:{WEEKDAY_STARTS})[a-z]*,? )?(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?"
    r"|(?:twenty|thirty)?[ -]?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth"
    r"|eleventh|twelfth|\w+teenth|twentieth|thirtieth)(?: of (?:the|that) month)?"
)


_FIRST_AGAIN = re.compile(
    r"\b(?:first|original|initial|old) (?:date|day|one|plan)\b"
    r"|\b(?:original|initial)ly\b[^.?!\n]{0,20}\b(?:said|had|planned)\b",
    re.I,
)
_BACK_TO = re.compile(r"\b(?:go|going|switch|change|back) (?:back )?to\b|\bback to\b", re.I)
_WEEK_AFTER = re.compile(
    r"\b(?:the (?:week|weekend) after(?! (?:next|that is))|(?:a|one) week (?:later|after)"
    r"|the following (?:week|weekend)|(?:a|one) week after(?: that)?|the week after that)\b"
)
""" "How about the week after": of the day that is talked of, not of today."""
_BACK = re.compile(
    r"\b(?:go|going|switch|change|move|let'?s go|back) (?:it )?back\b"
    r"|\bback to (?:the |that )?(?:other|previous|earlier|last|one before|what (?:we|i) had)\b"
    r"|\b(?:previous|other|earlier) (?:date|day)\b",
    re.I,
)
MOST_DAYS_KEPT = 6


def days(state: State) -> None:
    """Take over the day that the message wishes."""
    frame, before = state.frame, state.before
    if denied.DAY in frame.acts:
        _take(state, before.earlier_days[-1:])
        state.values |= {"earlier_days": before.earlier_days[:-1], "pending": None, "choices": (), "offered": ()}
        return
    if denied.NONE_SUITS in frame.acts and frame.month is None:
        _take(state, ())
        kept = (*before.earlier_days, *before.dates)[-MOST_DAYS_KEPT:]
        state.values |= {"pending": None, "choices": (), "offered": (), "earlier_days": kept}
        return
    if others := relative_moves.others_like(frame, before.dates):
        _take(state, others)
        state.values |= {"date_problem": None, "date_said": frame.date_said, "date_month": None, "choices": ()}
        return
    if frame.date_problem == "past" and (last := last_of_month(state)):
        _take(state, last)
        state.values |= {"date_problem": None, "date_said": frame.date_said, "date_month": None, "choices": ()}
        return
    if frame.date_problem:
        state.values["date_problem"] = frame.date_problem
        state.values["date_said"] = frame.date_said
        state.changed.append("date_problem")
        if not frame.dates:
            state.values["dates"] = ()
            return
    if frame.month is not None and not frame.dates and (named := _weekday_of_month(state)):
        _take(state, named)
        state.values |= {"date_problem": None, "date_said": frame.date_said, "date_month": None, "choices": ()}
        return
    if before.day is not None and relative_moves.of_something_else(frame):
        return
    if before.day is not None and (moved := relative_moves.day_from(frame, before.day)):
        _take(state, (moved,))
        state.values |= {"date_problem": None, "date_said": frame.date_said, "date_month": None, "choices": ()}
        return
    if frame.date_said and before.day is not None and _WEEK_AFTER.search(fold(frame.text)):
        _take(state, (before.day + SOON,))
        return
    if before.time is not None and frame.dates and relative_moves.start_from(frame, before.time):
        return
    said = _near_what_is_talked_of(state, _in_month_talked_of(state, _without_own(state, frame)))
    if before.choices and (left := _left_of_choices(state, said)):
        _take(state, left)
        state.values |= {"date_problem": None, "date_said": frame.date_said, "date_month": None, "choices": ()}
    elif before.choices and (among := _among_choices(state, said)):
        _take(state, (among,))
        state.values |= {"date_problem": None, "date_said": frame.date_said, "date_month": None, "choices": ()}
    elif said:
        _take(state, _narrowed(said, before.choices, frame.date_said or ""))
        state.values |= {"date_problem": None, "date_said": frame.date_said, "date_month": None, "choices": ()}
    elif again := _day_again(state):
        _take(state, (again,))
    elif frame.month is not None:
        if not _inside(before.day, frame.month, frame.month_last):
            state.set("date_month", frame.month, "month")
            state.values |= {"dates": (), "date_said": frame.date_said, "date_last": frame.month_last}
    elif before.choices and (frame.choice or "any_choice" in frame.acts):
        chosen = _nth(before.choices, frame.choice or 1)
        if chosen is not None:
            _take(state, (date.fromisoformat(chosen),))
            state.values["choices"] = ()
    elif not before.dates and frame.answer == "yes" and "time" in before.expecting:
        _only_offered(state)


def _only_offered(state: State) -> None:
    """ "OK that one" to the starts of a single day: that day, its start is asked for."""
    offered = {one.date for one in state.before.offered}
    if len(offered) == 1:
        _take(state, (date.fromisoformat(offered.pop()),))


def _left_of_choices(state: State, said: tuple[date, ...]) -> tuple[date, ...]:
    """What is left of the days that were asked between once some are turned down: "can't be on the 10th"."""
    choices = [date.fromisoformat(one) for one in state.before.choices]
    down = options.turned_down(state.frame, choices)
    numbers = {day.day for day in choices}
    if not down or _names_month(state.frame) or any(day.day not in numbers for day in said):
        return ()
    return tuple(day for day in choices if day not in down)


def _among_choices(state: State, said: tuple[date, ...]) -> date | None:
    """Of the days that were asked between, the one that a message names, unless it wishes another day."""
    choices = [date.fromisoformat(one) for one in state.before.choices]
    if (
        _BEYOND.search(state.frame.date_said or "")
        or len(set(said) & set(choices)) > 1
        or (said and not set(said) & set(choices) and _names_month(state.frame))
    ):
        return None
    return options.named_day(state.frame, choices)


def _names_month(frame: Frame) -> bool:
    return bool(_MONTH_SAID.search(frame.date_said or ""))


_MONTH_SAID = re.compile(rf"{MONTH_STARTS}|[/-]\d|today|tomorrow|week|month|\bin\b", re.I)


def _weekday_of_month(state: State) -> tuple[date, ...]:
    """ "Any Friday in April": those of that month."""
    named = WEEKDAY.search(state.frame.text)
    assert state.frame.month is not None
    if named is None:
        return ()
    weekday = next(number for number, name in enumerate(WEEKDAYS) if name.startswith(named[1].lower()))
    month = state.frame.month
    if state.frame.date_said is None and state.before.date_month is not None:
        month = state.before.date_month
    return of_month(state, month, weekday, month)


def _take(state: State, chosen: tuple[date, ...]) -> None:
    day = state.before.day
    if day is not None and chosen != (day,):
        kept = [one for one in state.before.earlier_days if one != day]
        state.values["earlier_days"] = (*kept, day)[-MOST_DAYS_KEPT:]
    state.set("dates", chosen, "date")


def _day_again(state: State) -> date | None:
    """A day that was talked of before: "no, go back to the first date"."""
    known = [one for one in state.before.earlier_days if one != state.before.day]
    among = state.frame.choice and (state.before.choices or state.before.offered)
    if not known or state.frame.times or (among and not _BACK_TO.search(state.frame.text)):
        return None
    if _FIRST_AGAIN.search(state.frame.text):
        return known[0]
    return known[-1] if _BACK.search(state.frame.text) else None


def _nth(options: Sequence[T], choice: int) -> T | None:
    """The option that "the second one" (2) or "the last" (-1) names."""
    index = choice - 1 if choice > 0 else choice
    return options[index] if -len(options) <= index < len(options) else None


def _near_what_is_talked_of(state: State, said: tuple[date, ...]) -> tuple[date, ...]:
    """ "The Sunday" while June 6 or 7 is talked of: June 7, not the next Sunday of the calendar."""
    if said and (of_that := of_that_week(state) or row_of_that_week(state)):
        return of_that
    word = (state.frame.date_said or "").strip(" .,!?").lower().rstrip("s")
    weekday = next((number for number, name in enumerate(WEEKDAYS) if word in (name, name[:3])), None)
    if weekday is None or not said:
        return said
    before = state.before
    month = state.frame.month or before.date_month
    if month is None and before.day is not None and NTH.search(state.frame.text):
        return of_month(state, before.day.replace(day=1), weekday, said[0])
    if month is not None and not before.dates:
        return of_month(state, month, weekday, said[0])
    if len({day.weekday() for day in said}) != 1:
        return said
    named = [date.fromisoformat(one) for one in before.choices] + [
        date.fromisoformat(one.date) for one in before.offered
    ]
    among = [one for one in named if one.weekday() == weekday]
    if len(set(among)) == 1:
        return (among[0],)
    talked = next((one for one in before.dates if one - said[0] > SOON), None)
    if talked is None:
        return said
    step = (weekday - talked.weekday()) % 7
    return (talked + timedelta(days=step if step <= 3 else step - 7),)


def _months_of_no_day(state: State, said: tuple[date, ...]) -> tuple[date, ...]:
    """ "February 29, 2027", "the 28th then": the month of the day that the calendar does not have, in its year or the next."""
    told = (state.before.date_said or "").lower() if state.before.date_problem == "impossible" else ""
    month = next((MONTHS[word] for word in re.findall(r"[a-z]+", told) if word in MONTHS), None)
    if month is None:
        return ()
    years = [int(year) for year in re.findall(r"\b20\d\d\b", told)] or [min(said).year, min(said).year + 1]
    return tuple(date(year, month, 1) for year in years)


def _in_month_talked_of(state: State, said: tuple[date, ...]) -> tuple[date, ...]:
    """ "The 12th" while December 12 or a day of December is talked of: December, not the next 12th of the calendar."""
    texts = [found.text for found in state.frame.evidence if found.slot == "date"] or [state.frame.date_said or ""]
    bare = all(_BARE_DAY.fullmatch(text.strip().lower()) for text in texts)
    alone = state.frame.other_dates or len(state.frame.dates) == 1
    if state.frame.date_said and alone and is_bare_day(state.frame.date_said):
        texts = [state.frame.date_said]  # "the ninth of may, no sorry the sixteenth"
    if not said or not all(_BARE_DAY.fullmatch(text.strip().lower()) for text in texts):
        return said
    offered = [date.fromisoformat(opening.date) for opening in state.before.offered]
    talked = (
        *(() if bare or not options.names_a_month(state.frame.text) else state.frame.other_dates),
        *state.before.dates,
        *offered,
        *([state.before.date_month] if state.before.date_month else []),
        *_months_of_no_day(state, said),
    )
    weekday = weekday_in(texts[0]) if len(texts) == 1 else None
    for one in talked:
        last = monthrange(one.year, one.month)[1]
        moved = tuple(dict.fromkeys(one.replace(day=day.day) for day in said if day.day <= last))
        fits = weekday is None or any(day.weekday() == weekday for day in moved)
        if moved and min(moved) >= min(said) and fits:
            return moved
    return said


def is_bare_day(said: str) -> bool:
    """Whether a day is told without its month: "the 14th", "Saturday the 23rd"."""
    return bool(_BARE_DAY.fullmatch(said.strip().lower()))


def weekday_in(said: str) -> int | None:
    named = _WEEKDAY_SHORT.match(said.strip())
    return None if named is None else next(n for n, name in enumerate(WEEKDAYS) if name.startswith(named[1].lower()))


def _without_own(state: State, frame: Frame) -> tuple[date, ...]:
    """The days that are wished: not those by which a party that exists is named ("my May 2 booking")."""
    if not {"own_booking", "paid_claim", "mark_confirmed", "status"} & set(frame.acts):
        return frame.dates
    own = {str(one.get("date")) for one in state.own}
    return tuple(day for day in frame.dates if day.isoformat() not in own)


def _inside(day: date | None, first: date, last: date | None) -> bool:
    return day is not None and first <= day <= (last or first)


_BEYOND = re.compile(r"\b(?:next|following)\b", re.I)


def _narrowed(said: tuple[date, ...], choices: tuple[str, ...], words: str) -> tuple[date, ...]:
    """Of several readings, the one that was among the choices just offered; of "next" the one beyond them."""
    if len(said) > 1 and choices:
        beyond = bool(_BEYOND.search(words))
        kept = tuple(day for day in said if (day.isoformat() in choices) != beyond)
        return kept if len(kept) == 1 else said
    return said


def times(state: State) -> None:
    """Take over the start that the message wishes."""
    frame, before = state.frame, state.before
    if denied.TIME in frame.acts and not frame.times:
        state.set("time", None)
        state.values |= {"time_choices": (), "pending": None}
        return
    if before.time is not None and (moved := relative_moves.start_from(frame, before.time)):
        state.set("time", moved, "time")
        return
    awaited = bool(before.offered) and "time" in before.expecting
    choice = None if _day_again(state) else frame.choice  # "go back to the first date" is no first start
    nth = options.nth(frame.text) if awaited and len(before.offered) > 1 and not _day_again(state) else None
    sided = _sided(state) if awaited and not frame.times and "soonest" not in frame.acts else ()
    if before.time_choices and not frame.times and not before.choices:
        sided = options.sided_starts(frame, before.time_choices, None) or sided
    if nth and before.time_choices and not before.choices:
        state.set("time", _nth(sorted(before.time_choices), nth), "time")
        state.values["time_choices"] = ()
    elif nth and (opening := _nth(_as_shown(before.offered), nth)) is not None:
        _take(state, (date.fromisoformat(opening.date),))
        state.set("time", time.fromisoformat(opening.time), "time")
        state.values["time_choices"] = ()
    elif sided:
        state.set("time", sided[0] if len(sided) == 1 else None, "time")
        state.set("time_choices", sided if len(sided) > 1 else (), "time")
    elif len(frame.times) == 1:
        state.set("time", frame.times[0], "time")
        state.values["time_choices"] = ()
        _with_its_day(state, frame.times[0])
    elif frame.times:
        offered = {opening.time for opening in before.offered}
        kept = [one for one in frame.times if one.strftime("%H:%M") in offered]
        if len(kept) == 1:
            state.set("time", kept[0], "time")
        elif set(frame.times) == set(before.time_choices):
            state.set("time", min(frame.times), "time")
            state.values["time_choices"] = ()
        elif before.time is None or "time" in before.expecting:
            state.set("time_choices", frame.times, "time")
            state.values["time"] = None
    elif before.time in frame.times_not and not before.booked:
        state.values["time"] = None
    elif before.time is None and before.refused.get("time") and not before.booked and _keeps_start(state):
        state.set("time", time.fromisoformat(before.refused["time"]), "time")
    elif before.time_choices and not before.choices and (choice or "any_choice" in frame.acts):
        state.set("time", _nth(sorted(before.time_choices), choice or 1), "time")
        state.values["time_choices"] = ()
    elif awaited and (choice or _accepts_any(state)):
        opening = _nth(_as_shown(before.offered) if choice else before.offered, choice or 1)
        if opening is not None:
            _take(state, (date.fromisoformat(opening.date),))
            state.set("time", time.fromisoformat(opening.time), "time")


OTHER_START = ("not_a_slot", "time_does_not_exist")
"""A start that was refused for one of these reasons is refused on any day."""


def _keeps_start(state: State) -> bool:
    """Whether the start that one day had not is wished on another: "the same time on sunday", or a mere "sunday then"."""
    if "same_time" in state.frame.acts:
        return True
    day, refused = state.get("dates")[:1], state.before.refused
    offered = {opening.date for opening in state.before.offered}
    anew = "date" in state.changed and len(state.get("dates")) == 1 and day[0].isoformat() not in offered
    plain = not state.frame.choice and not {"any_time", "any_choice", "soonest"} & set(state.frame.acts)
    return anew and plain and refused.get("code", OTHER_START[0]) not in OTHER_START


def _as_shown(offered: Sequence[Opening]) -> list[Opening]:
    """Starts of one day in the order in which the customer read them: by the clock, not by how near they are."""
    one_day = len({opening.date for opening in offered}) == 1
    return sorted(offered, key=lambda opening: opening.time) if one_day else list(offered)


def _with_its_day(state: State, at: time) -> None:
    """ "9pm then?" of starts that were offered on a day: that day, where no other one is talked of."""
    days = {opening.date for opening in state.before.offered if opening.time == at.strftime("%H:%M")}
    if not state.get("dates") and len(days) == 1 and not state.frame.month:
        _take(state, (date.fromisoformat(days.pop()),))


def _sided(state: State) -> tuple[time, ...]:
    """Of the starts that were offered, those that "the earlier one" leaves."""
    refused = state.before.refused.get("time")
    days = {opening.date for opening in state.before.offered}
    offered = [time.fromisoformat(opening.time) for opening in state.before.offered]
    if len(days) != 1 or state.frame.dates:
        return ()
    found = options.sided_starts(state.frame, offered, time.fromisoformat(refused) if refused else None)
    if found and state.before.day is None:
        _take(state, (date.fromisoformat(days.pop()),))
    return found


def _accepts_any(state: State) -> bool:
    """Whether what was offered is taken as it is: no preference, or a yes to the only one."""
    only = len(state.before.offered) == 1 and state.frame.answer == "yes" and state.frame.strength != "weak"
    return only or bool({"any_time", "any_choice"} & set(state.frame.acts))
