"""Readings of the numbers of a clock: which halves of the day "6", "6:30" or "18h" can mean."""

from datetime import time

from hibachi.kit import lazy_re as re
from hibachi.language import time_words as say
from hibachi.language.date_words import MONTH, TOMORROW, WEEKDAY
from hibachi.language.numbers import to_int
from hibachi.language.spans import Quiet, Span, fold
from hibachi.language.time_mentions import Part, Role, TimeMention


def hour_of(said: str | None) -> int | None:
    if said is None:
        return None
    return int(said) if said.isdigit() else say.HOURS.get(said)


def minutes_of(said: str | None) -> int:
    if not said:
        return 0
    return to_int(re.sub(r"^(?:o'?h?|zero|nought)[ -]", "", said)) or 0


def minutes_in(match: re.Match[str], end: str) -> int:
    """The minutes of one end of a stretch, in digits or words."""
    return int(match[f"m{end}"] or 0) or minutes_of(match[f"w{end}"])


def readings_of(hour: int, minutes: int, ap: str | None) -> tuple[time, ...]:
    """ "p" and "a" for a stated half of the day, "h" for the 24-hour clock, None where nothing was said."""
    if hour > 24 or minutes > 59:
        return ()
    hour = 0 if hour == 24 else hour
    if ap in ("a", "p") and 1 <= hour <= 12:
        return (time(hour % 12 + (12 if ap == "p" else 0), minutes),)
    if ap == "h" or hour > 12 or hour == 0:
        return (time(hour, minutes),)
    if hour == 12:
        return (time(12, minutes),)
    evening, morning = time(hour + 12, minutes), time(hour, minutes)
    return (evening, morning)


def minute_of_day(at: time) -> int:
    """Minutes since midnight."""
    return at.hour * 60 + at.minute


def later(at: time, minutes: int) -> time:
    """The time on the clock that many minutes later, or earlier for a negative number."""
    total = (minute_of_day(at) + minutes) % (24 * 60)
    return time(total // 60, total % 60)


def half_before(first: int, last: int, half: str | None) -> str | None:
    """The half of the day in which "4 to 6pm" begins, given where it ends."""
    if half is None or first > 12:
        return "h" if first > 12 else None
    same = first % 12 <= last % 12
    return half if same else ("a" if half == "p" else "p")


def narrowed(mention: TimeMention, part: Part, *, deep: bool = False) -> tuple[time, ...]:
    """The readings that lie in the part of the day; all of them when none does. Noon is noon, also for night nurses.

    deep: "3 in the night" is long after the evening.
    """
    candidates = mention.candidates
    if re.search(r"noon|mid-?day", mention.span.text, re.I):
        return candidates
    if part != "lunch" and part != "afternoon" and candidates and candidates[0].hour == 12:
        return (time(0, candidates[0].minute), *(candidates if part != "night" else ()))
    if deep:
        fits = tuple(at for at in candidates if not 6 <= at.hour < 18)
    elif part == "morning":
        fits = tuple(at for at in candidates if at.hour < 12)
    elif part in ("evening", "night"):
        fits = tuple(at for at in candidates if at.hour >= 15 or (part == "night" and at.hour == 0))
    else:
        fits = tuple(at for at in candidates if (11 if part == "lunch" else 12) <= at.hour < 19)
    return fits or candidates


def has_date(day: Span) -> bool:
    """Whether a day's words hold numbers of a date; "saturday 6" and "sunday 11-1" may be hours as well."""
    said = fold(day.text)
    return bool(say.DATED.search(said)) and not say.DAY_OR_HOUR.fullmatch(said)


def is_day_number(before: str) -> bool:
    """ "June 13 after 5pm": the number behind a month or inside a date is a day, neither hour nor minutes."""
    return bool(re.search(rf"(?:\b{MONTH}\.?,? (?:the )?|\d[/.-])$", before))


def tells_minutes(match: re.Match[str], minutes: int, clean: Quiet) -> bool:
    """Whether "20 to 7" is twenty minutes before seven and no count of people or hours."""
    before = clean.before(match.start())
    if re.search(r"\bat (?:about )?$", before):
        return True
    late = (hour_of(match["h"]) or 0) > 12 or match.group().endswith("h")
    told = late or match["ap"] or match["ap2"] or say.PART_BEHIND.match(clean.after(match.end()))
    return minutes > 12 and bool(told or say.AT_BEFORE.search(before))


_TURNED_DOWN = re.compile(
    r"\b(?:instead of|rather than|not(?: at| for)?|can'?t do|no longer"
    r"|(?:do not|don'?t|dont|didn'?t|didnt|never) (?:want|say|said|mean|meant|need|like|ask for|pick|choose)"
    r"|(?:any(?:thing|time| time| of them)?|every(?:thing)?|all|but|other|whatever)"
    r" (?:but|except(?: for)?|besides|not|other than|than))(?: at| the)?\s*$"
)
""" "NOT noon", "anything but noon", "I don't want noon": a start that is turned down."""


def role_of(before: str, after: str) -> Role:
    """Whether a time is wished, left behind, moved to or turned down, by what stands before and behind it."""
    if _TURNED_DOWN.search(before):
        return "not"
    if re.match(
        r"(?:'s| is| was)? ?(?:taken|full|(?:(?:does|do|will|would|can)(?: not|n'?t)|won'?t) (?:really |quite )?(?:work|do|suit)"
        r"|not possible|gone"
        r"|unavailable)\b|(?:'s| is| would be| might be"
        r"|,)?(?: (?:just|way|a bit|a little|kinda|still))* too (?:early|late|soon|hot|dark|cold"
        r"|sunny)\b(?! to (?:book|reserve|order|ask|schedule|plan|get|hire))"
        r"|(?:'s| is| would be| gets)(?: (?:really|pretty|very|kinda|quite))? (?:hot|dark|cold"
        r"|early for|late for)\b",
        after,
    ):
        return "not"
    if re.search(r"\bfrom(?: the| our)?\s*$", before) and re.match(r"[^.!?]{0,25}\b(?:to|until|till)\b", after):
        return "from"
    return "to" if re.search(r"\b(?:to|till|until)(?: be)?(?: at)?\s*$", before) else "at"


def minutes_to(match: re.Match[str], hour: int, half: str | None) -> tuple[time, ...]:
    """ "Ten to eight pm" is a stretch of hours or ten minutes before eight: both are readings."""
    digits = {"5": 5, "10": 10} if match["h2"] in say.HOURS else {}
    minutes = {"five": 5, "ten": 10, **digits}.get(match["h1"], 0)
    alone = "to" in match["link"] and not any(match[name] for name in ("cue", "apa", "m1", "w1", "m2", "w2"))
    return readings_of((hour - 1) % 24, 60 - minutes, half) if minutes and alone else ()


def time_near(text: str, match: re.Match[str]) -> bool:
    """Whether a day, a meal or a part of the day stands near a bare hour."""
    near = text[max(0, match.start() - 25) : match.end() + 25]
    return bool(
        re.search(
            rf"\b(?:{WEEKDAY}|{TOMORROW}|tonight|evening|dinner|lunch|afternoon|morning|time|slot|{MONTH} \d)", near
        )
    )


def meal_elsewhere(text: str, place: tuple[int, int]) -> bool:
    """ "9 and 7 is 16 adults. Sunday lunch": another sentence tells the part of the day, so that a bare number is no hour."""
    meals = [match for match in say.PART.finditer(text) if match["lunch"] or match.group().startswith("dinner")]
    between = (text[min(place[1], meal.end()) : max(place[0], meal.start())] for meal in meals)
    return bool(meals) and all(re.search(r"[.!?;\n]", gap) for gap in between)
