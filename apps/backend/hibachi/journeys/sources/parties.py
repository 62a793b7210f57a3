"""Occasions that parties give: deposits, balances, the day itself, what comes after it, and a year later."""

from datetime import datetime, timedelta
from urllib.parse import urlencode

from hibachi.bookings import service as bookings
from hibachi.bookings.schemas import Booking
from hibachi.conversations import service as conversations
from hibachi.customers import service as customers
from hibachi.journeys import rules, wording
from hibachi.journeys.rules import Occasion
from hibachi.journeys.saying import Content, HandOver, Pages, Said, fact
from hibachi.journeys.wording import Party
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.kit.money import text
from hibachi.policies import service as policies
from hibachi.policies.schemas import Profile

ANGRY = "angry_after_party"


async def planned(tx: Tx, *, until: datetime) -> list[Occasion]:
    """Every occasion of a party that is due until an instant and was not over long ago."""
    profile = (await policies.current(tx)).profile
    first = tx.now - rules.LOOKED_BACK
    near = await bookings.starting(tx, start=first, end=until + _reach(profile))
    waiting = [booking for booking, _ in await bookings.awaiting_deposit(tx)]
    parties = {booking.id: booking for booking in [*near, *waiting]}
    found = [occasion for booking in parties.values() for occasion in rules.of_party(booking, profile)]
    return [*found, *await _long_ago(tx, profile, until)]


def _reach(profile: Profile) -> timedelta:
    """How long before a party its first message may be due."""
    steps = [step.before_days or 0 for step in profile.follow_ups.event_reminders]
    hours = [step.before_hours or 0 for step in profile.follow_ups.event_reminders]
    most = max([profile.follow_ups.balance_reminder.before_hours, *hours, *(24 * days for days in steps)])
    return (most + 24) * rules.HOUR


async def _long_ago(tx: Tx, profile: Profile, until: datetime) -> list[Occasion]:
    """The last parties of people who may be asked back."""
    after = profile.follow_ups.win_back.after_days * rules.DAY
    start = tx.now - after - rules.WIN_BACK_LATE - rules.DAY
    past = await bookings.starting(tx, start=start, end=until - after)
    found = [await _win_back(tx, booking, profile) for booking in past if booking.status == "completed"]
    return [one for one in found if one is not None]


async def _win_back(tx: Tx, booking: Booking, profile: Profile) -> Occasion | None:
    others = await bookings.of_customer(tx, customer_id=booking.customer_id)
    return rules.win_back(booking, others, profile.follow_ups)


async def again(tx: Tx, occasion: Occasion) -> Occasion | None:
    """The same occasion from the party as it is now; None when it is none any more."""
    assert occasion.booking_id is not None, "it is a party's"
    booking = await bookings.get(tx, booking_id=occasion.booking_id)
    profile = (await policies.current(tx)).profile
    found = rules.of_party(booking, profile)
    if occasion.kind == "win_back":
        one = await _win_back(tx, booking, profile)
        found = [one] if one else []
    return next((one for one in found if one.key == occasion.key), None)


async def content(tx: Tx, occasion: Occasion, pages: Pages) -> Content:
    """What is said on an occasion, from the party as it is now."""
    assert occasion.booking_id is not None, "it is a party's"
    booking, token = await bookings.with_token(tx, booking_id=occasion.booking_id)
    profile = (await policies.current(tx)).profile
    party = await party_of(tx, booking, token, pages)
    match occasion.kind:
        case "deposit_reminder":
            words = wording.deposit_reminder(party)
        case "balance_reminder":
            words = wording.balance_reminder(party, profile.policies.payment_methods)
        case "event_reminder":
            words = wording.event_reminder(party, profile.policies.rain)
        case "after_event":
            return await _afterwards(tx, booking, party, profile)
        case _:
            words = wording.win_back(party)
    read = {"booking": as_read(booking), "link": party.link}
    return Said(words, (fact(tx, "party", "read_booking", read),))


async def _afterwards(tx: Tx, booking: Booking, party: Party, profile: Profile) -> Content:
    """Thanks for a party that went well, care after one that did not, a person where somebody is angry."""
    mood = await conversations.last_mood(tx, customer_id=booking.customer_id, since=booking.created_at)
    if rules.is_angry(mood, float(profile.concierge.anger_intensity)):
        what = f"{booking.name or 'The host'} of {booking.event_date:%Y-%m-%d} sounded angry when they wrote last."
        return HandOver(ANGRY, f"{what} Nothing was sent after the party: speak with them first ({booking.id}).")
    facts = (fact(tx, "party", "read_booking", {"booking": as_read(booking)}),)
    if rules.is_unhappy(mood):
        return Said(wording.care(party), facts)
    return Said(wording.thanks(party, profile.follow_ups.after_event.asks, None), facts)


async def party_of(tx: Tx, booking: Booking, token: str | None, pages: Pages) -> Party:
    """A party as words need it."""
    person = await customers.get(tx, customer_id=booking.customer_id)
    query = urlencode({"id": str(booking.id), "token": token or ""})
    until = booking.hold_expires_at
    return Party(
        day=booking.event_date,
        at=booking.event_time,
        now=wall(tx.now, booking.zone),
        name=person.first_name or (booking.name or "").split(" ")[0] or None,
        guests=booking.adults + booking.children + booking.toddlers,
        deposit=booking.deposit,
        is_begun=booking.deposit_paid > 0,
        balance=booking.balance,
        until=wall(until, booking.zone) if until else None,
        link=f"{pages.site}/party/?{query}" if pages.site and token else None,
        cards=pages.cards,
    )


def as_read(booking: Booking) -> dict[str, object]:
    """A party as the validator reads one: what its words may say."""
    said: dict[str, object] = {
        "status": booking.status,
        "date": booking.event_date.isoformat(),
        "time": f"{booking.event_time:%H:%M}",
        "adults": booking.adults,
        "children": booking.children,
        "toddlers": booking.toddlers,
        "deposit": text(booking.deposit),
        "total": text(booking.total_amount),
        "balance": text(booking.balance),
    }
    if booking.hold_expires_at is not None:
        said["hold_expires_at"] = booking.hold_expires_at.isoformat()
    return said
