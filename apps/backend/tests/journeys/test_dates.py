"""FUP-06 to FUP-08: birthdays and anniversaries, brought to mind two weeks before, once a year, in words that are so."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from hibachi.bookings.schemas import Booking
from hibachi.journeys import rules, wording
from hibachi.journeys.wording import YearlyDay
from hibachi.kit.clock import SettableClock, wall
from hibachi.memory import service as memory
from hibachi.memory.schemas import NewMemory
from tests.journeys.lives import Life, known, life_on
from tests.journeys.samples import LA, PROFILE, SOMEBODY
from tests.journeys.test_wording import fact, refusals
from tests.parties import OLGA

DAY = date(2026, 7, 15)
LINK = "https://party.example/book/?date=2026-07-15"
MIA = YearlyDay(
    type="birthday", day=DAY, name="Dana", whose="Mia", is_told=True, last_year=True, link=LINK,
    proteins=("chicken", "shrimp"),
)  # fmt: skip


@pytest.mark.parametrize(("days_before", "due"), [(0, False), (1, True), (13, True), (14, True), (15, False)])
@pytest.mark.parametrize("hour", ["00:00", "12:00", "23:59"])
def test_today_is_before_the_day_and_at_most_two_weeks(days_before: int, due: bool, hour: str) -> None:
    one = rules.of_date(PROFILE.follow_ups, customer_id=SOMEBODY, type="birthday", day=DAY, zone=LA)
    today = DAY - timedelta(days=days_before)
    now = wall(datetime.fromisoformat(f"{today}T{hour}:00-07:00"), LA)
    assert (one.due <= now < one.until) is due


def test_a_year_has_its_own_and_a_midnight_that_is_skipped_is_no_error() -> None:
    def of(day: date, zone: str) -> rules.Occasion:
        return rules.of_date(PROFILE.follow_ups, customer_id=SOMEBODY, type="birthday", day=day, zone=zone)

    assert of(DAY, LA).key != of(date(2027, 7, 15), LA).key
    assert of(date(2026, 3, 8), "America/Havana").until.tzinfo is UTC


def test_the_letter() -> None:
    """FUP-07: subject, greeting, the day, what was last year, the way to book, and what they like."""
    assert wording.date_subject(MIA) == "Mia's Birthday is Coming Up!"
    assert wording.date_reminder(MIA).split("\n\n") == [
        "Hi Dana,",
        "Mia's birthday is coming up on Wednesday, July 15.",
        "Last year you booked our hibachi chef.",
        f"Book now for Wednesday, July 15: {LINK}",
        "P.S. Chicken and shrimp were what you liked best.",
        "Reply STOP to hear no more of this.",
    ]


@pytest.mark.parametrize(
    ("changed", "subject", "absent"),
    [
        ({"proteins": ()}, "Mia's Birthday is Coming Up!", "P.S."),
        ({"last_year": False}, "Mia's Birthday is Coming Up!", "Last year"),
        ({"whose": None}, "A Birthday is Coming Up!", "Mia"),
        ({"type": "anniversary", "whose": None}, "An Anniversary is Coming Up!", "birthday"),
        ({"whose": None, "is_told": False}, "A Birthday is Coming Up!", "Mia"),
        ({"link": None}, "Mia's Birthday is Coming Up!", "https"),
    ],
)
def test_the_letter_says_nothing_that_is_not_known(changed: dict[str, Any], subject: str, absent: str) -> None:
    one = YearlyDay(**{name: getattr(MIA, name) for name in YearlyDay.__slots__} | changed)
    words = wording.date_reminder(one)
    assert wording.date_subject(one) == subject and absent not in words
    now = datetime.fromisoformat("2026-07-02T10:00:00-07:00")
    read = {"date": one.day.isoformat(), "link": one.link, "name": one.whose, "proteins": list(one.proteins)}
    assert refusals(words, [fact(read, "read_memory")], now, "email") == []


async def remembers(life: Life, day: date) -> None:
    """Staff know of Mia's birthday."""
    new = NewMemory(kind="important_date", text="Mia", type="birthday", date=day)
    await life.parties.do(memory.add, actor=OLGA, customer_id=life.customer_id, new=new)


async def letters(life: Life, at: str) -> list[tuple[str, str | None, str]]:
    """What leaves at an instant, looked at twice."""
    life.at(at)
    before = len(life.taken)
    await life.run()
    await life.run()
    return [(one.channel, one.subject, one.text) for one in life.taken[before:] if "coming up" in one.text]


async def test_a_birthday_of_last_year_is_brought_to_mind_every_year_with_consent_alone(
    database_url: str, clock: SettableClock
) -> None:
    async with life_on(database_url, clock) as life:
        life.customer_id = await known(life.shop, "dana@example.com", "Dana Ruiz", "email")
        party = await life.confirmed()
        assert isinstance(party, Booking)
        await life.over(party)
        await life.shop.work()
        await remembers(life, date(2025, 7, 15))
        assert await letters(life, "2026-06-30T23:00:00-07:00") == []
        assert await letters(life, "2026-07-01T10:00:00-07:00") == []
        assert ("important_date", "birthday", "waiting", "no_consent") in await life.states()
        await life.consents(channel="email")
        (letter,) = await letters(life, "2026-07-04T10:00:00-07:00")
        assert letter[:2] == ("email", "Mia's Birthday is Coming Up!")
        assert "Last year" not in letter[2], "their party was this year"
        assert "Book now for Wednesday, July 15: https://party.example/book/?date=2026-07-15" in letter[2]
        assert await letters(life, "2026-07-10T10:00:00-07:00") == []
        (next_year,) = await letters(life, "2027-07-05T10:00:00-07:00")
        assert "Thursday, July 15" in next_year[2] and "Last year you booked our hibachi chef." in next_year[2]
