"""Pure: the words of what is said unasked. The validator judges them like any other reply, by the facts beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from hibachi.kit.money import Cents, spoken
from hibachi.language.written import listed

STOP = "Reply STOP to hear no more of this."
ASKS_REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Party:
    """A party as words need it. now, until: wall times at its place; link: its own page; cards: whether they are taken."""

    day: date
    at: time
    now: datetime
    name: str | None = None
    guests: int = 0
    deposit: Cents = 0
    is_begun: bool = False
    balance: Cents = 0
    until: datetime | None = None
    link: str | None = None
    cards: bool = False


def deposit_reminder(party: Party) -> str:
    """One reminder before the hold ends."""
    assert party.until is not None, "a party that waits for its deposit is held until an instant"
    today = party.until.date() == party.now.date()
    until = clock(party.until) if today else f"{clock(party.until)} on {party.until:%B} {party.until.day}"
    what = "The rest of the deposit" if party.is_begun else f"The {spoken(party.deposit)} deposit"
    return _with_link(
        party, f"A reminder: we hold {when(party)} for you until {until}. {what} confirms your party.", "You can pay it"
    )


def came_late(party: Party) -> str:
    """A deposit arrived for a time that is taken."""
    return (
        f"Thank you, your deposit arrived, but {when(party)} is no longer free. "
        "A colleague from our team will get back to you with another time, or give the deposit back."
    )


def balance_reminder(party: Party, methods: Sequence[str]) -> str:
    """What is still to be paid, before the party."""
    owed = f"{_hello(party.name)}, a reminder: the balance for your party on {when(party)} is {spoken(party.balance)}."
    return _with_link(party, f"{owed} We take {listed(methods, 'or')}.", "You can pay it")


def event_reminder(party: Party, rain: str) -> str:
    """The party is near: what we know of it, the question about food, the rule about rain in the owner's words."""
    people = f"{party.guests} guests" if party.guests != 1 else "one guest"
    return (
        f"{_hello(party.name)}, your hibachi party is on {when(party)}, for {people}. "
        "Is there any allergy or dietary need that we do not know yet? Just reply here. "
        f"About rain: {rain.rstrip('.')}."
    )


def thanks(party: Party) -> str:
    """After a party that went well, as far as we know."""
    return f"{_thanks(party)} How was it for you and your guests? Just reply here."


def thanks_and_review(party: Party, link: str | None) -> str:
    """The same, with a wish."""
    said = _thanks(party)
    review = "Would you write us a short review? It helps other families to find us"
    return f"{said} {review}: {link}" if link else f"{said} {review}."


def _thanks(party: Party) -> str:
    return f"{_hello(party.name)}, thank you for having us on {day_of(party.day)}!"


def care(party: Party) -> str:
    """After a party whose host did not sound happy: nothing is asked for but what was wrong."""
    return (
        f"{_hello(party.name)}, thank you for having us on {day_of(party.day)}. "
        "We would like to hear how it was for you, and what we could have done better. Just reply here."
    )


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asked us for. total: only while the price still holds."""

    name: str | None
    guests: int = 0
    day: date | None = None
    total: Cents | None = None


def quote_follow_up(wish: Wish, *, is_last: bool) -> str:
    """A price that nobody answered."""
    what = f" for {wish.guests} guests" if wish.guests > 1 else ""
    day = f" on {day_of(wish.day)}" if wish.day else ""
    price = f" Our price for it is {spoken(wish.total)}." if wish.total is not None else ""
    ask = "Is there still anything that we can answer?" if is_last else "Do you have any questions about it?"
    return f"{_hello(wish.name)}, you asked us about a hibachi party{what}{day}.{price} {ask} Just reply here. {STOP}"


def lead_follow_up(wish: Wish) -> str:
    """A wish that could not be met."""
    day = f" on {day_of(wish.day)}" if wish.day else ""
    return (
        f"{_hello(wish.name)}, you asked us about a hibachi party{day}, and it did not come about. "
        f"Would another day or time suit you? Just reply here. {STOP}"
    )


@dataclass(frozen=True, slots=True)
class YearlyDay:
    """A day of every year. whose: as it was said; is_told: the customer named it, else a party was held for one.

    last_year: they had a party with us then; link: where that day is booked; proteins: what they like best.
    """

    type: str
    day: date
    name: str | None
    whose: str | None
    is_told: bool
    last_year: bool
    link: str | None
    proteins: tuple[str, ...] = ()


def date_subject(one: YearlyDay) -> str:
    """ "Mia's Birthday is Coming Up!", and no name where none was said."""
    named = f"{one.whose}'s {one.type.title()}" if one.whose else f"{_an(one.type).title()}"
    return f"{named} is Coming Up!"


def date_reminder(one: YearlyDay) -> str:
    """A letter about a day of every year: nothing in it that is not so."""
    what = f"{one.whose}'s {one.type}" if one.whose else _an(one.type)
    if not one.is_told:
        what = f"{_an(one.type)} that you celebrated with us around this day"
    paragraphs = [f"{_hello(one.name)},", f"{what[0].upper()}{what[1:]} is coming up on {day_of(one.day)}."]
    if one.last_year:
        paragraphs.append("Last year you booked our hibachi chef.")
    book = f"Book now for {day_of(one.day)}"
    paragraphs.append(f"{book}: {one.link}" if one.link else "Would you like a chef for it? Just reply here.")
    if one.proteins:
        liked = " and ".join(one.proteins)
        paragraphs.append(
            f"P.S. {liked[0].upper()}{liked[1:]} {'were' if len(one.proteins) > 1 else 'was'} what you liked best."
        )
    return "\n\n".join([*paragraphs, STOP])


def _an(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def win_back(party: Party) -> str:
    """Somebody's last party is long ago."""
    day = f"{party.day:%B} {party.day.day}, {party.day.year}"
    return (
        f"{_hello(party.name)}, it has been a while since your hibachi party on {day}. "
        f"Is there something to celebrate again? Just reply with a day and the number of guests. {STOP}"
    )


def when(party: Party) -> str:
    """Day and time of a party: "Saturday, March 14 at 6 PM"."""
    return f"{day_of(party.day)} at {clock(party.at)}"


def day_of(day: date) -> str:
    """ "Saturday, March 14"."""
    return f"{day:%A, %B} {day.day}"


def clock(at: datetime | time) -> str:
    """ "6 PM", "6:30 PM"."""
    return f"{at:%I:%M %p}".lstrip("0").replace(":00 ", " ")


def _hello(name: str | None) -> str:
    return f"Hi {name}" if name else "Hello"


def _with_link(party: Party, said: str, pay: str) -> str:
    if party.link is None:
        return said
    return f"{said} {f'{pay} here' if party.cards else 'Your page'}: {party.link}"
