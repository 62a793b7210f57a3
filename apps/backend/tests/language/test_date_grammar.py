"""Days put together from anchors, offsets, units and slips of the finger; the right answer is reckoned here, not read.

Every sentence is a frame around a day; the plain calendar below says which day it is. Silently wrong is forbidden
throughout: one reading without doubt must be the right one. What a person reads, the reader reads too.
"""

import random
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from hibachi.language.date_spelling import name_meant
from hibachi.language.dates import chosen, find_dates
from hibachi.language.times import find_times

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=ZoneInfo("America/Los_Angeles"))
TODAY = NOW.date()
Case = tuple[str, date]
MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
COUNTS = "zero one two three four five six seven eight nine".split()
RANKS = ("first", "second", "third", "fourth")
MONTH_SLIPS = (
    "januray janaury jan", "febuary febrary feb", "mrach marhc mar", "apirl aprill apr", "may", "jnue juen juune", "jluy jully jul",
    "augsut auguest aug", "setp septmeber spetember", "ocotber octobr oct", "novmeber noveber nov", "decmeber deecmber dec",
)  # fmt: skip
WEEKDAY_SLIPS = (
    "mondy monady", "tusday tuesaday tues", "wensday wednesady", "thusday thurdsay", "firday frieday fri", "saturady saterday sat", "sudnay sundey",
)  # fmt: skip
FRAMES = (
    "{}", "can we do {}?", "i'd like to book {} please", "hi, party on {} for 12 people", "{} at 6pm", "{} for 20 ppl", "is {} open",
    "we want {}, 6:30 pm", "thinking {} around 7", "our party is {} in san jose", "{}, 12 adults 3 kids", "need a chef {}", "{} @ 5:30",
    "quote for {} 15 people", "25 adults {} evening",
)  # fmt: skip


def ordinal(day: int) -> str:
    """ "1st", "12th", "23rd"."""
    return f"{day}{'th' if 10 <= day <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def coming(month: int, day: int) -> date:
    """The next such day of a year, today included."""
    on = date(TODAY.year, month, day)
    return on if on >= TODAY else on.replace(year=on.year + 1)


def after(day: date, weekday: int) -> date:
    """The first such weekday later than a day."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def before(day: date, weekday: int) -> date:
    """The last such weekday earlier than a day."""
    return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)


def months_on(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def workdays(day: date, count: int) -> date:
    while count:
        day += timedelta(days=1 if count > 0 else -1)
        if day.weekday() < 5:
            count -= 1 if count > 0 else -1
    return day


def month_name(rng: random.Random, month: int) -> str:
    return rng.choice([MONTHS[month - 1], MONTHS[month - 1].title(), *MONTH_SLIPS[month - 1].split()])


def weekday_name(rng: random.Random, weekday: int) -> str:
    return rng.choice([WEEKDAYS[weekday], WEEKDAYS[weekday].title(), *WEEKDAY_SLIPS[weekday].split()])


def anchor(rng: random.Random) -> Case:
    """A day by its month and number in some order, with or without its weekday or year."""
    month = rng.randint(1, 12)
    on = coming(month, rng.randint(1, 28))
    d, name, weekday = on.day, month_name(rng, month), weekday_name(rng, on.weekday())
    th = ordinal(d)
    plain = [f"{name} {d}", f"{name} {th}", f"{name} the {th}", f"the {th} of {name}", f"{th} {name}", f"{d} {name}", f"{name}{d}", f"{d}{name}", f"{th}{name}", f"{d} of {name}", f"{name} on the {th}"]  # fmt: skip
    named = [f"{weekday} {name} {d}", f"{weekday}, {name} {th}", f"{name} {d} ({weekday})", f"{weekday} the {th} of {name}", f"{weekday} {d} {name}", f"{name} {th} which is a {weekday}", f"{weekday} {month}/{d}"]  # fmt: skip
    y = on.year
    dated = [f"{month}/{d}/{y}", f"{month}-{d}-{y}", f"{y}-{month:02}-{d:02}", f"{y}/{month:02}/{d:02}", f"{y}{month:02}{d:02}", f"{name} {d}, {y}", f"{d}-{name}-{y}", f"{name} {d} '{y % 100}", f"{th} of {name} {y}", f"{month} / {d} / {y}"]  # fmt: skip
    return rng.choice(rng.choice([plain, named, dated])), on


def holiday(rng: random.Random) -> Case:
    day = {"christmas": (12, 25), "halloween": (10, 31), "new year's eve": (12, 31), "the 4th of july": (7, 4)}
    name = rng.choice(sorted(day))
    return name, coming(*day[name])


def offset(rng: random.Random) -> Iterator[Case]:
    """So many units, a weekday or a weekend before and after an anchor."""
    text, on = rng.choice([anchor, holiday])(rng)
    count, weekday = rng.randint(2, 9), rng.randint(0, 6)
    said, name = rng.choice([str(count), COUNTS[count]]), weekday_name(rng, weekday)
    yield f"{said} days {rng.choice(['after', 'from', 'past'])} {text}", on + timedelta(days=count)
    yield (
        f"{rng.choice(['the day', 'day', 'the day right', 'one day', 'the evening'])} after {text}",
        on + timedelta(days=1),
    )
    yield f"{rng.choice(['a week', '1 week', 'exactly a week'])} after {text}", on + timedelta(days=7)
    yield f"a week later than {text}", on + timedelta(days=7)
    yield f"{rng.choice(['the', 'the first', 'on the', 'the next'])} {name} after {text}", after(on, weekday)
    yield f"the {name} right after {text}", after(on, weekday)
    yield f"the second {name} after {text}", after(on, weekday) + timedelta(days=7)
    if on.weekday() < 5:
        yield f"the weekend after {text}", on + timedelta(days=5 - on.weekday())
    if on - TODAY > timedelta(days=80):
        yield f"{said} weeks {rng.choice(['before', 'prior to', 'ahead of'])} {text}", on - timedelta(weeks=count)
        yield f"{rng.choice(['the day', 'the night', 'the evening', 'one day'])} before {text}", on - timedelta(days=1)
        yield f"{rng.choice(['the', 'the last'])} {name} {rng.choice(['before', 'prior to'])} {text}", before(on, weekday)  # fmt: skip
        yield f"{said} business days before {text}", workdays(on, -count)


def from_now(rng: random.Random) -> Iterator[Case]:
    """Units and weekdays counted from today."""
    count, weekday = rng.randint(2, 9), rng.choice([0, 1, 3, 4, 5, 6])
    said, name = rng.choice([str(count), COUNTS[count]]), weekday_name(rng, weekday)
    near = after(TODAY, weekday)
    units = {"day": TODAY + timedelta(count), "week": TODAY + timedelta(weeks=count), "month": months_on(TODAY, count)}
    for unit, on in units.items():
        yield rng.choice([f"in {said} {unit}s", f"{said} {unit}s from now", f"{said} {unit}s out", f"exactly {said} {unit}s from today", f"today in {said} {unit}s"]), on  # fmt: skip
    yield f"tomorrow in {said} weeks", TODAY + timedelta(days=1, weeks=count)
    yield f"{rng.choice(['in', 'within exactly'])} {said} business days", workdays(TODAY, count)
    yield f"this coming {name}", near
    yield (
        rng.choice([f"{name} of next week", f"next week on {name}", f"{name}, next week"]),
        TODAY + timedelta(days=7 + weekday - TODAY.weekday()),
    )
    yield rng.choice([f"the {name} after next", f"the {name} after this one", f"not this {name} but the next one", f"not this {name}, the one after"]), near + timedelta(days=7)  # fmt: skip
    yield (
        rng.choice([f"a week from {name}", f"week from {name}", f"a week after this {name}"]),
        near + timedelta(days=7),
    )
    yield f"{said} weeks from this {name}", near + timedelta(weeks=count)
    yield f"{said} {WEEKDAYS[weekday]}s from now", near + timedelta(weeks=count - 1)


def counted(rng: random.Random) -> Iterator[Case]:
    """The nth weekday, the last day and the working days of a month, in either order."""
    month, weekday, nth = rng.choice([1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12]), rng.randint(0, 6), rng.randint(1, 4)
    first = coming(month, 1)
    last = first.replace(day=monthrange(first.year, month)[1])
    rank, name, day = rng.choice([ordinal(nth), RANKS[nth - 1]]), month_name(rng, month), weekday_name(rng, weekday)
    on = after(first - timedelta(days=1), weekday) + timedelta(weeks=nth - 1)
    yield rng.choice([f"the {rank} {day} in {name}", f"{rank} {day} of {name} {first.year}", f"{name}'s {rank} {day}", f"{name}, the {rank} {day}", f"the {rank} {day} in the month of {name}"]), on  # fmt: skip
    final = before(last + timedelta(days=1), weekday)
    yield f"the {rng.choice(['last', 'final', 'very last'])} {day} {rng.choice(['of', 'in'])} {name}", final
    yield rng.choice([f"the last day of {name}", f"{name}'s last day"]), last
    work = rng.choice(["business day", "working day", "weekday"])
    yield f"the last {work} of {name}", workdays(last + timedelta(days=1), -1)
    yield f"the first {work} in {name}", workdays(first - timedelta(days=1), 1)


def judged(text: str, on: date) -> str:
    """right, asked with the right choice, or what else the reader made of it."""
    mention = chosen(find_dates(text, NOW))
    if mention is None or not mention.candidates:
        return "unread"
    certain = mention.certainty == "certain"
    if on in mention.candidates:
        return "right" if certain else "asked"
    return "silently wrong" if certain else "asked wrongly"


def failures(seed: int, rounds: int) -> list[tuple[str, str, date]]:
    rng = random.Random(seed)
    bad = []
    for _ in range(rounds):
        for text, on in (anchor(rng), *offset(rng), *from_now(rng), *counted(rng)):
            whole = rng.choice(FRAMES).format(text)
            if (verdict := judged(whole, on)) not in ("right", "asked"):
                bad.append((verdict, whole, on))
    return bad


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_is_put_together_is_read_or_asked(seed: int) -> None:
    assert failures(seed, 12) == []


@pytest.mark.proof
def test_many_thousand_sentences_put_together() -> None:
    assert failures(20261128, 400) == []


@pytest.mark.parametrize("name", [*MONTHS, *WEEKDAYS])
def test_two_letters_that_changed_places_are_put_right(name: str) -> None:
    for at in range(1, len(name) - 1):
        slip = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
        if len(name) > 3 and slip != name:
            assert name_meant(slip) in (name, None)
            day = chosen(find_dates(f"{slip} 20" if name in MONTHS else f"this coming {slip}", NOW))
            assert day is not None and day.candidates, slip


WORDS = (
    "marc mary match marsh march may money monkey remember member others jane during august mother friends thirsty fried maybe novel"
    " weekday midday payday sundae frida decent novice marriage august janet juliet setup stuff three there first someday"
).split()


@pytest.mark.parametrize("word", WORDS)
def test_words_of_their_own_are_no_slips(word: str) -> None:
    assert name_meant(word) is None
    if word not in ("march", "may", "august"):
        assert find_dates(f"{word} 20 people", NOW) == ()


@pytest.mark.parametrize("text", ["20", "20 people", "we are 14", "14 or 15 of us", "it is 8 adults and 7 kids", "12"])
def test_a_bare_number_is_a_day_only_where_a_day_was_asked(text: str) -> None:
    assert find_dates(text, NOW) == ()
    if text in ("20", "12"):
        assert find_dates(text, NOW, expected=True)[0].candidates[0].day == int(text)


@pytest.mark.parametrize("slip", ["satruday", "thurdsay", "jnue 20"])
def test_a_slip_does_not_move_the_place_of_what_was_said(slip: str) -> None:
    text = f"Hi! {slip.title()} at 6pm for 12"
    assert find_dates(text, NOW)[0].span.text == slip.title()
    told = find_times(text).chosen
    assert told is not None and told.span.text == "6pm"


@pytest.mark.parametrize("weekday", range(7))
@pytest.mark.parametrize(
    "frame", ["any {} in {}", "a {} in {} please", "{}s in {}", "some {} in the month of {}", "one {} of {}"]
)
def test_a_weekday_in_a_month_is_asked_with_every_such_day(frame: str, weekday: int) -> None:
    for month in (4, 6, 7, 9, 12):
        mention = chosen(find_dates(frame.format(WEEKDAYS[weekday], MONTHS[month - 1]), NOW))
        days = [date(2026, month, day) for day in range(1, monthrange(2026, month)[1] + 1)]
        assert mention is not None and list(mention.candidates) == [on for on in days if on.weekday() == weekday]
        assert mention.certainty == "ambiguous"


@pytest.mark.parametrize("link", ["or", "or the", ", or the", "and", "&"])
@pytest.mark.parametrize("month", [4, 8, 11])
def test_one_month_belongs_to_both_days(link: str, month: int) -> None:
    said = f"either the 8th{'' if link.startswith(',') else ' '}{link} 15th of {MONTHS[month - 1]} works"
    days = [mention.candidates for mention in find_dates(said, NOW)]
    assert days == [(date(2026, month, 8),), (date(2026, month, 15),)]


@pytest.mark.parametrize("said", ["june 20ish", "june 20-ish", "around the time of june 20 ish"])
def test_a_day_with_ish_is_vague_and_no_hour(said: str) -> None:
    mention = chosen(find_dates(said, NOW))
    assert mention is not None and mention.candidates == (date(2026, 6, 20),) and mention.certainty == "vague"
    assert find_times(said).mentions == ()


@pytest.mark.parametrize("guests", [6, 8, 10, 12])
@pytest.mark.parametrize("said", ["saturday at 6pm for {}", "6:30 pm on june 20 for {}", "at 5:30 for {}, saturday", "sat 7pm for {} please"])  # fmt: skip
def test_who_comes_is_no_hour_beside_an_hour(said: str, guests: int) -> None:
    hours = [at for mention in find_times(said.format(guests)).mentions for at in mention.candidates]
    assert hours and all(at.hour % 12 in (5, 6, 7) and at.minute in (0, 30) for at in hours)
    assert len({at.hour % 12 for at in hours}) == 1
