"""The host shares the link, sees who chose what, strikes an entry, and takes the choices over into the party."""

from collections.abc import Collection
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.bookings.guests import repository
from hibachi.bookings.guests import rules as guests
from hibachi.bookings.guests.errors import NoChoices, NotesTooLong, PartyNotLive, UnknownChoice
from hibachi.bookings.guests.models import GuestChoiceRow, GuestLinkRow
from hibachi.bookings.guests.schemas import Gathered, GuestChoice, GuestDish, SheetGuest, TakeOverPreview
from hibachi.bookings.models import BookingRow
from hibachi.bookings.schemas import Booking, Change, Refused
from hibachi.bookings.service import changing, choosing, reading, writing
from hibachi.kit.db import Tx
from hibachi.menu.rules import Menu
from hibachi.policies import service as policies


async def gathered(tx: Tx, *, booking_id: UUID) -> Gathered:
    """The link of a party and what its guests chose; raises UnknownBooking."""
    row = await reading.row(tx, booking_id)
    book = await policies.at_version(tx, version=row.policy_version)
    shared = await repository.link_of(tx, booking_id)
    choices = await _choices(tx, row)
    return Gathered(
        link=shared.token if shared and choosing.is_live(row, tx.now) else None,
        until=choosing.until(row, book),
        closed=choosing.closed(row, book, tx.now),
        guests=choosing.guests_of(row),
        choices=choices,
        dishes=guests.tally(choices, Menu.of(book.profile)),
        revision=shared.revision if shared else 1,
        taken_at=shared.taken_at if shared else None,
    )


async def share(tx: Tx, *, booking_id: UUID) -> Gathered:
    """Make the link of a party, or another one in its place: the old one opens nothing any more, entries stay.

    Raises UnknownBooking, PartyNotLive.
    """
    row = await reading.locked(tx, booking_id)
    if not choosing.is_live(row, tx.now):
        raise PartyNotLive()
    shared, token = await repository.link_of(tx, booking_id), writing.new_token()
    if shared is None:
        shared = GuestLinkRow(booking_id=row.id, token=token, revision=1, notes=[], made_at=tx.now, taken_at=None)
        await repository.add_link(tx, shared)
    else:
        shared.token, shared.made_at = token, tx.now
        await repository.save(tx)
    await audit.record(tx, action="guest_link", resource="booking", resource_id=row.id, changes={})
    return await gathered(tx, booking_id=booking_id)


async def strike(tx: Tx, *, booking_id: UUID, choice_id: UUID) -> Gathered:
    """Take a guest's entry out; the place is free again. Raises UnknownBooking, UnknownChoice."""
    row = await reading.locked(tx, booking_id)
    name = next((one.name for one in await repository.choices(tx, row.id) if one.id == choice_id), None)
    shared = await repository.link_of(tx, row.id)
    if shared is None or name is None:
        raise UnknownChoice()
    await repository.strike(tx, row.id, choice_id)
    shared.revision += 1
    await repository.save(tx)
    changes = {"name": (name, None)}
    await audit.record(tx, action="guest_strike", resource="booking", resource_id=row.id, changes=changes)
    return await gathered(tx, booking_id=booking_id)


async def preview_take_over(tx: Tx, *, booking_id: UUID, declined: Collection[UUID]) -> TakeOverPreview:
    """What taking the choices over would cost and mean; nothing is changed.

    Raises UnknownBooking, NoChoices, NotesTooLong, InvalidParty.
    """
    row = await reading.locked(tx, booking_id)
    shared, wanted, dishes, notes = await _change(tx, row, declined)
    preview = await changing.preview_change(tx, booking_id=booking_id, change=wanted)
    return TakeOverPreview(change=preview, dishes=dishes, notes=notes, choices=shared.revision)


async def take_over(
    tx: Tx, *, booking_id: UUID, declined: Collection[UUID], revision: int, choices: int
) -> Booking | Refused:
    """Put the choices into the party, as the preview said: in place of its proteins and upgrades until now.

    revision, choices: what the host saw of the party and of the choices. Raises as the preview does.
    """
    row = await reading.locked(tx, booking_id)
    shared, wanted, _, notes = await _change(tx, row, declined)
    if shared.revision != choices:
        return writing.refused(tx, row, guests.CHOICES_STALE)
    done = await changing.change(
        tx, booking_id=booking_id, change=wanted, revision=revision, reason="the guests' choices, by the host"
    )
    if not isinstance(done, Refused):
        shared.notes, shared.taken_at = notes, tx.now
        await repository.decline(tx, row.id, declined)
        await repository.save(tx)
    return done


async def choice_of(tx: Tx, *, booking_id: UUID, choice_id: UUID) -> GuestChoice | None:
    """A guest's entry as it is now; None when it was struck."""
    row = await reading.row(tx, booking_id)
    return next((one for one in await _choices(tx, row) if one.id == choice_id), None)


async def on_the_sheet(tx: Tx, row: BookingRow, menu: Menu) -> list[SheetGuest]:
    """The guests of a party as its chef needs them: without the upgrades that the host declined."""
    return [_on_the_sheet(entry, menu) for entry in await repository.choices(tx, row.id)]


def _on_the_sheet(entry: GuestChoiceRow, menu: Menu) -> SheetGuest:
    shown = choosing.shown(entry, menu)
    served = [dish.label for dish in shown.dishes if not (dish.upgrade and entry.declined)]
    return SheetGuest(**shown.model_dump(include={"name", "age", "diet", "allergies"}), dishes=served)


async def _choices(tx: Tx, row: BookingRow) -> list[GuestChoice]:
    menu = Menu.of((await policies.at_version(tx, version=row.policy_version)).profile)
    return [choosing.shown(entry, menu) for entry in await repository.choices(tx, row.id)]


async def _change(
    tx: Tx, row: BookingRow, declined: Collection[UUID]
) -> tuple[GuestLinkRow, Change, list[GuestDish], list[str]]:
    """The change of the party that the choices come to, with the guests' own lines of its notes."""
    shared, choices = await repository.link_of(tx, row.id), await _choices(tx, row)
    if shared is None or not choices:
        raise NoChoices()
    menu = Menu.of((await policies.at_version(tx, version=row.policy_version)).profile)
    dishes = guests.tally(choices, menu, declined)
    noted = guests.noted(row.dietary, shared.notes, guests.notes(choices))
    if noted is None:
        raise NotesTooLong()
    portions = {kind: {dish.key: dish.portions for dish in dishes if dish.upgrade is kind} for kind in (True, False)}
    return shared, Change(upgrades=portions[True], proteins=portions[False], dietary=noted[0]), dishes, noted[1]
