"""A guest chooses by the party's link: what they eat, and what the chef must know."""

from collections.abc import Collection
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from hibachi.bookings import rules
from hibachi.bookings.events import GuestChose
from hibachi.bookings.guests import repository
from hibachi.bookings.guests import rules as guests
from hibachi.bookings.guests.errors import ChoosingClosed, EveryPlaceTaken, NameTaken, UnknownGuestLink
from hibachi.bookings.guests.models import GuestChoiceRow, GuestLinkRow
from hibachi.bookings.guests.schemas import ChoosingPage, GuestChoice, GuestWish, OwnChoice
from hibachi.bookings.models import BookingRow
from hibachi.bookings.schemas import Reason
from hibachi.bookings.service import reading
from hibachi.kit.db import Tx
from hibachi.menu.rules import Menu
from hibachi.policies import service as policies
from hibachi.policies.schemas import PolicyBook


async def choosing_page(tx: Tx, *, link: str, keys: Collection[str]) -> ChoosingPage:
    """What a link shows; keys: those of the device, whose own entries are shown with it. Raises UnknownGuestLink."""
    row, _ = await _opened(tx, link)
    book = await policies.at_version(tx, version=row.policy_version)
    menu = Menu.of(book.profile)
    entries = await repository.choices(tx, row.id)
    key_of = {digest(key): key for key in keys}
    return ChoosingPage(
        host=guests.first_name(row.name),
        day=row.event_date,
        zone=row.zone,
        until=until(row, book),
        closed=closed(row, book, tx.now),
        places=max(0, guests_of(row) - len(entries)),
        menu=menu.page(book),
        mine=[_own(one, menu, key_of[one.key_digest]) for one in entries if one.key_digest in key_of],
    )


async def choose(tx: Tx, *, link: str, wish: GuestWish) -> OwnChoice:
    """Write a guest's entry, or correct the one that the device's key made; the same again changes nothing.

    Raises UnknownGuestLink, ChoosingClosed, InvalidChoice, NameTaken, EveryPlaceTaken.
    """
    row, shared = await _opened(tx, link, locked=True)
    book = await policies.at_version(tx, version=row.policy_version)
    menu, late = Menu.of(book.profile), closed(row, book, tx.now)
    if late is not None:
        raise ChoosingClosed(late.sentence)
    fields = {"dishes": guests.dishes(wish, menu), **wish.model_dump(include={"name", "age", "diet", "allergies"})}
    fields["folded_name"] = guests.folded(wish.name)
    entries = await repository.choices(tx, row.id)
    mine = next((one for one in entries if one.key_digest == digest(wish.key)), None)
    if any(one.folded_name == fields["folded_name"] for one in entries if one is not mine):
        raise NameTaken()
    if mine is not None and not rules.changed({name: getattr(mine, name) for name in fields}, fields):
        return _own(mine, menu, wish.key)
    if mine is None:
        seat = guests.free_seat({one.seat for one in entries}, guests_of(row))
        if seat is None:
            raise EveryPlaceTaken()
        mine = GuestChoiceRow(
            booking_id=row.id, seat=seat, key_digest=digest(wish.key), made_at=tx.now, changed_at=tx.now, **fields
        )
        await repository.add(tx, mine)
    for name, value in fields.items():
        setattr(mine, name, value)
    mine.changed_at = tx.now
    shared.revision += 1
    await repository.save(tx)
    await tx.publish(GuestChose(booking_id=row.id, customer_id=row.customer_id, choice_id=mine.id))
    return _own(mine, menu, wish.key)


def is_live(row: BookingRow, now: datetime) -> bool:
    """Whether guests may have a link: the party is booked, and has not begun."""
    status, _ = rules.effective(row.status, row.hold_expires_at, now)
    return status in guests.LIVE and row.event_start > now


def closed(row: BookingRow, book: PolicyBook, now: datetime) -> Reason | None:
    """Why it is too late for choices: what makes it too late for the host to change the menu."""
    wish = rules.Wish(moved=False, guests=False, menu=True, place=False, start=row.event_start)
    return rules.too_late(wish, book.profile.policies, now)


def until(row: BookingRow, book: PolicyBook) -> datetime:
    """The last instant at which guests may choose."""
    return guests.deadline(row.event_start, book.profile.policies.menu_change_cutoff_hours)


def shown(entry: GuestChoiceRow, menu: Menu) -> GuestChoice:
    """An entry as others see it."""
    plain = {name: getattr(entry, name) for name in GuestChoice.model_fields if name != "dishes"}
    return GuestChoice(**plain, dishes=[guests.named(key, menu) for key in entry.dishes])


def digest(key: str) -> str:
    """What is kept of a device's key."""
    return sha256(key.encode()).hexdigest()


def _own(entry: GuestChoiceRow, menu: Menu, key: str) -> OwnChoice:
    return OwnChoice(**dict(shown(entry, menu)), key=key)


def guests_of(row: BookingRow) -> int:
    """How many eat at a party, little ones too."""
    return row.adults + row.children + row.toddlers


async def _opened(tx: Tx, link: str, *, locked: bool = False) -> tuple[BookingRow, GuestLinkRow]:
    """The party of a link; locked: nobody else chooses, renews the link or changes the party meanwhile."""
    booking_id: UUID | None = await repository.party_of(tx, link)
    if booking_id is None:
        raise UnknownGuestLink()
    row = await (reading.locked(tx, booking_id) if locked else reading.row(tx, booking_id))
    shared = await repository.link_of(tx, booking_id)
    if shared is None or shared.token != link or not is_live(row, tx.now):
        raise UnknownGuestLink()
    return row, shared
