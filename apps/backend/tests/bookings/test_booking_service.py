"""The service of parties: create, update, cancel, price, time, deposit; what a customer and the database see."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from hibachi.bookings import service
from hibachi.bookings.errors import TravelMissing, UnknownBooking, UnknownHold
from hibachi.bookings.events import BookingRequested
from hibachi.bookings.schemas import Booking, BookingFilter, Change, ChangePreview, Held, Refused
from hibachi.customers.errors import InvalidEmail, InvalidPhone
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.payments.errors import NotPositive
from hibachi.quotes import service as quotes
from hibachi.quotes.errors import InvalidParty
from hibachi.quotes.schemas import Party
from tests.parties import DEPOSIT, LA, OLGA, SATURDAY, SIX, Shop, Statements

SUNDAY = date(2026, 3, 15)
START = datetime.fromisoformat("2026-03-14T18:00:00-07:00")
FEE = 200_00


async def preview(shop: Shop, booking_id: UUID, **change: Any) -> ChangePreview:
    return await shop.do(service.preview_change, booking_id=booking_id, change=Change(**change))


async def change(shop: Shop, booking_id: UUID, **wanted: Any) -> Booking | Refused:
    return await shop.do(service.change, booking_id=booking_id, change=Change(**wanted))


async def changed(shop: Shop, booking_id: UUID, **wanted: Any) -> Booking:
    booking = await change(shop, booking_id, **wanted)
    assert isinstance(booking, Booking), booking
    return booking


async def cancelled(shop: Shop, booking_id: UUID) -> Booking:
    booking = await shop.do(service.cancel, booking_id=booking_id, reason="ill")
    assert isinstance(booking, Booking), booking
    return booking


def code(answer: object) -> str:
    assert isinstance(answer, Refused), answer
    return answer.reason.code


def at(shop: Shop, **before: float) -> None:
    """Put the clock so long before the party of Saturday at six."""
    shop.clock.set(START - timedelta(**before))


# creating


async def test_create_booking(shop: Shop) -> None:
    held = await shop.held(dietary=["peanut allergy"], phone="(510) 555-0142", email="Dana@Example.com")
    assert held.booking.status == "held" and held.expires_at == shop.clock.now() + timedelta(hours=2)
    shop.later(minutes=30)
    booking = await shop.do(service.accept, token=held.token)
    assert isinstance(booking, Booking)
    assert (booking.status, booking.event_date, booking.event_time, booking.zone) == (
        "deposit_pending", SATURDAY, SIX, LA,
    )  # fmt: skip
    assert booking.hold_expires_at == shop.clock.now() + timedelta(hours=2)
    assert (booking.phone, booking.email, booking.dietary) == ("+15105550142", "dana@example.com", ["peanut allergy"])
    assert await shop.get(booking.id) == booking
    assert await shop.problems() == []


async def test_every_field_of_a_booking_comes_back_from_the_database(shop: Shop) -> None:
    party = Party(
        adults=10,
        children=2,
        toddlers=1,
        proteins={"chicken": 12},
        upgrades={"lobster_tail": 4},
        extra_proteins={"salmon": 2},
        addons={"gyoza": 2},
    )
    said: dict[str, Any] = {
        "event_type": "birthday",
        "location": "12 Oak Street",
        "notes": "gate 4",
        "dietary": ["no egg"],
    }
    booking = await shop.pending(party=party, zip="94102", **said)
    row = (await shop.rows("SELECT * FROM bookings"))[0]._mapping
    assert (row["adults"], row["children"], row["toddlers"], row["zip_code"]) == (10, 2, 1, "94102")
    assert row["proteins"] == {
        "proteins": {"chicken": 12}, "upgrades": {"lobster_tail": 4}, "extra_proteins": {"salmon": 2},
    }  # fmt: skip
    assert {field: row[field] for field in said} == said and row["addons"] == {"gyoza": 2}
    assert row["policy_version"] == 1 and row["customer_id"] == booking.customer_id
    assert booking.party == party
    assert booking.event_end - booking.event_start == timedelta(hours=2)


async def test_a_second_yes_changes_nothing(shop: Shop) -> None:
    held = await shop.held()
    first = await shop.do(service.accept, token=held.token)
    shop.later(minutes=10)
    assert await shop.do(service.accept, token=held.token) == first
    assert len(await shop.events("BookingRequested")) == 1 and await shop.number("bookings") == 1


async def test_a_booking_needs_a_name(shop: Shop) -> None:
    held = await shop.held(name=None)
    assert code(await shop.do(service.accept, token=held.token)) == "name_missing"
    assert (await shop.get(held.booking.id)).status == "held"
    named = await shop.do(service.accept, token=held.token, name="Dana Ruiz")
    assert isinstance(named, Booking) and named.name == "Dana Ruiz"


async def test_a_form_needs_a_way_to_reach_the_person(shop: Shop) -> None:
    held = await shop.held()
    assert code(await shop.do(service.accept, token=held.token, by_form=True)) == "contact_missing"
    booked = await shop.do(service.accept, token=held.token, by_form=True, email="dana@example.com")
    assert isinstance(booked, Booking) and booked.email == "dana@example.com"


@pytest.mark.parametrize("token", ["", "nonsense", "x" * 4000])
async def test_a_token_that_was_never_given_books_nothing(shop: Shop, token: str) -> None:
    with pytest.raises(UnknownHold):
        await shop.do(service.accept, token=token)
    assert await shop.number("bookings") == 0


async def test_tokens_cannot_be_guessed(shop: Shop) -> None:
    tokens = {(await shop.held(at=slot)).token for slot in (time(12), time(15), SIX)}
    assert len(tokens) == 3 and all(len(token) >= 32 for token in tokens)


async def test_a_hold_that_was_given_up_stays_given_up(shop: Shop) -> None:
    held = await shop.held()
    await cancelled(shop, held.booking.id)
    assert code(await shop.do(service.accept, token=held.token)) == "hold_ended"
    assert isinstance(await shop.hold(), Held)


async def test_a_late_yes_still_books_a_time_that_is_free(shop: Shop) -> None:
    held = await shop.held()
    shop.later(hours=5)
    booking = await shop.do(service.accept, token=held.token)
    assert isinstance(booking, Booking) and booking.status == "deposit_pending"
    assert await shop.problems() == []


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"party": Party(adults=0)}, InvalidParty),
        ({"party": Party(adults=4, upgrades={"caviar": 1})}, InvalidParty),
        ({"phone": "12"}, InvalidPhone),
        ({"email": "nobody"}, InvalidEmail),
    ],
)
async def test_a_party_that_makes_no_sense_leaves_nothing_behind(shop: Shop, said: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        await shop.hold(**said)
    assert [await shop.number(table) for table in ("bookings", "claims", "events", "quotes")] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("said", "sentence"), [({"party": Party(adults=101)}, "100 guests"), ({"zip": "96101"}, "miles")]
)
async def test_what_only_people_decide_is_handed_to_them(shop: Shop, said: Any, sentence: str) -> None:
    refused = await shop.hold(**said)
    assert code(refused) == "needs_human" and isinstance(refused, Refused) and sentence in refused.reason.sentence
    assert await shop.number("claims") == 0 and len(await shop.events("BookingRefused")) == 1


# one customer, one hold


async def test_the_same_wish_twice_is_the_same_hold(shop: Shop) -> None:
    customer = await shop.customer()
    first = await shop.held(customer)
    shop.later(minutes=60)
    again = await shop.held(customer)
    assert (again.token, again.expires_at, again.quote.id) == (first.token, first.expires_at, first.quote.id)
    assert await shop.number("bookings") == 1 and await shop.number("claims") == 1


async def test_more_guests_at_the_same_time_is_the_same_hold_with_a_new_price(shop: Shop) -> None:
    customer = await shop.customer()
    first = await shop.held(customer)
    again = await shop.held(customer, party=Party(adults=14))
    assert (again.token, again.expires_at) == (first.token, first.expires_at)
    assert (first.quote.total, again.quote.total, again.booking.total_amount) == (660_00, 770_00, 770_00)


async def test_another_time_moves_the_hold_and_frees_the_first(shop: Shop) -> None:
    await shop.chefs(1)
    customer = await shop.customer()
    first = await shop.held(customer)
    shop.later(minutes=90)
    moved = await shop.held(customer, day=SUNDAY)
    assert moved.token == first.token and moved.booking.event_date == SUNDAY
    assert moved.expires_at == shop.clock.now() + timedelta(hours=2)
    assert isinstance(await shop.hold(), Held)
    assert await shop.problems() == []


async def test_a_refused_move_of_a_hold_keeps_the_hold(shop: Shop) -> None:
    await shop.chefs(1)
    await shop.confirmed(day=SUNDAY)
    customer = await shop.customer()
    first = await shop.held(customer)
    assert code(await shop.hold(customer, day=SUNDAY)) == "full"
    assert await shop.get(first.booking.id) == first.booking


async def test_after_its_end_a_hold_is_a_new_one_for_the_same_customer(shop: Shop) -> None:
    customer = await shop.customer()
    first = await shop.held(customer)
    shop.later(hours=2)
    again = await shop.held(customer)
    assert again.token != first.token and again.booking.id != first.booking.id
    assert (await shop.get(first.booking.id)).cancelled_reason == "hold_expired"
    assert [event["was"] for event in await shop.events("HoldExpired")] == ["held"]


async def test_wanting_what_one_has_booked_is_the_same_booking(shop: Shop) -> None:
    await shop.chefs(1)
    customer = await shop.customer()
    booking = await shop.pending(customer)
    again = await shop.held(customer)
    assert again.booking == booking
    assert code(await shop.hold(customer, party=Party(adults=20))) == "already_booked"
    await shop.pay(booking.id)
    assert code(await shop.hold(customer)) == "already_booked"
    assert await shop.number("bookings") == 1


async def test_a_second_party_on_another_day_is_a_second_party(shop: Shop) -> None:
    customer = await shop.customer()
    await shop.confirmed(customer)
    await shop.confirmed(customer, day=SUNDAY)
    mine = await shop.do(service.of_customer, customer_id=customer)
    assert [party.event_date for party in mine] == [SATURDAY, SUNDAY]


# time


async def test_availability_check(shop: Shop) -> None:
    await shop.chefs(1)
    refused = None
    for slot, expected in [(SIX, "ok"), (time(21), "ok"), (SIX, "full"), (time(17), "not_a_slot")]:
        answer = await shop.hold(at=slot)
        assert ("ok" if isinstance(answer, Held) else code(answer)) == expected
        refused = answer
    assert isinstance(refused, Refused) and [other.time for other in refused.alternatives[:1]] == [time(15)]
    assert code(await shop.hold(day=date(2026, 3, 5))) == "too_soon"
    assert code(await shop.hold(day=date(2026, 3, 1))) == "past"
    assert code(await shop.hold(day=date(2028, 3, 1))) == "too_far_ahead"


async def test_conflict_detection(shop: Shop) -> None:
    await shop.confirmed()
    await shop.pending()
    refused = await shop.hold()
    assert isinstance(refused, Refused) and refused.reason.code == "full"
    assert refused.reason.sentence == "Every chef is already booked at that time."
    other = refused.alternatives[0]
    assert isinstance(await shop.hold(day=other.date, at=other.time), Held)
    assert await shop.problems() == []


async def test_a_refusal_is_an_event_with_what_was_wanted(shop: Shop) -> None:
    await shop.chefs(0)
    customer = await shop.customer()
    await shop.hold(customer, event_type="wedding", party=Party(adults=12, children=3))
    refused = (await shop.events("BookingRefused"))[0]
    assert refused["customer_id"] == str(customer) and refused["code"] == "closed"
    assert (refused["event_date"], refused["event_time"], refused["zip"]) == ("2026-03-14", "18:00", "95112")
    assert (refused["adults"], refused["children"], refused["event_type"]) == (12, 3, "wedding")


# price


async def test_pricing_calculation(shop: Shop) -> None:
    party = Party(
        adults=10, children=2, upgrades={"lobster_tail": 4}, extra_proteins={"lobster_tail": 1}, addons={"gyoza": 2}
    )
    booking = await shop.pending(party=party, zip="94102")
    assert (booking.base_revenue, booking.protein_upgrade_cost, booking.addon_cost) == (610_00, 85_00, 20_00)
    parts = (
        booking.base_revenue, booking.protein_upgrade_cost, booking.addon_cost,
        booking.travel_fee, booking.reschedule_fee, booking.tax,
    )  # fmt: skip
    assert booking.total_amount == sum(parts)
    assert booking.balance == booking.total_amount and booking.deposit == DEPOSIT
    quote = await shop.do(quotes.get, quote_id=booking.quote_id)
    assert quote.total == booking.total_amount and quote.policy_version == booking.policy_version
    assert await shop.do(quotes.recompute, quote_id=booking.quote_id)


async def test_the_minimum_is_part_of_the_base(shop: Shop) -> None:
    booking = await shop.pending(party=Party(adults=4, addons={"gyoza": 1}))
    assert (booking.total_amount, booking.addon_cost, booking.base_revenue) == (550_00, 10_00, 540_00)


async def test_travel_fee_integration(shop: Shop) -> None:
    way = await shop.way("94102")
    booking = await shop.pending(zip="94102")
    assert booking.travel_fee == way.fee > 0
    assert booking.total_amount == 660_00 + way.fee
    near = await shop.pending(zip="94539", at=time(12))
    assert near.travel_fee == 0 and near.total_amount == 660_00


async def test_the_database_refuses_parts_that_do_not_add_up(shop: Shop) -> None:
    booking = await shop.pending()
    with pytest.raises(IntegrityError, match="ck_bookings_total"):
        await shop.rows("UPDATE bookings SET total_amount = total_amount - 1 WHERE id = :id RETURNING 1", id=booking.id)


async def test_a_held_price_outlives_a_change_of_prices(shop: Shop) -> None:
    held = await shop.held()
    await shop.change_policy(prices={"adult": {"amount": "60.00"}})
    booking = await shop.do(service.accept, token=held.token)
    assert isinstance(booking, Booking) and (booking.total_amount, booking.policy_version) == (660_00, 1)


# the deposit


async def test_the_deposit_confirms(shop: Shop) -> None:
    booking = await shop.confirmed()
    assert (booking.status, booking.deposit_paid, booking.balance) == ("confirmed", DEPOSIT, 560_00)
    assert booking.hold_expires_at is None
    shop.later(days=3)
    assert (await shop.get(booking.id)).status == "confirmed"
    assert await shop.events("DepositPaid") == [
        {
            "booking_id": str(booking.id), "customer_id": str(booking.customer_id),
            "amount": "100.00", "method": "zelle", "placed": True,
        }
    ]  # fmt: skip
    assert len(await shop.events("BookingConfirmed")) == 1
    assert (await shop.audits("deposit_record"))[0]["deposit_paid"] == {"old": "0.00", "new": "100.00"}


async def test_part_of_a_deposit_does_not_confirm_yet(shop: Shop) -> None:
    booking = await shop.pending()
    part = await shop.pay(booking.id, 40_00)
    assert isinstance(part, Booking) and (part.status, part.deposit_paid) == ("deposit_pending", 40_00)
    rest = await shop.pay(booking.id, 60_00)
    assert isinstance(rest, Booking) and rest.status == "confirmed"


async def test_a_deposit_is_not_taken_twice(shop: Shop) -> None:
    booking = await shop.confirmed()
    assert code(await shop.pay(booking.id)) == "already_paid"
    assert (await shop.get(booking.id)).deposit_paid == DEPOSIT and len(await shop.events("DepositPaid")) == 1


@pytest.mark.parametrize("amount", [0, -1, -100_00])
async def test_a_deposit_is_more_than_nothing(shop: Shop, amount: int) -> None:
    booking = await shop.pending()
    with pytest.raises(NotPositive):
        await shop.pay(booking.id, amount)
    assert (await shop.get(booking.id)).deposit_paid == 0


async def test_a_late_deposit_confirms_when_the_time_is_still_free(shop: Shop) -> None:
    booking = await shop.pending()
    shop.later(hours=3)
    assert (await shop.get(booking.id)).status == "cancelled"
    late = await shop.pay(booking.id)
    assert isinstance(late, Booking) and late.status == "confirmed"
    assert await shop.problems() == []


async def test_a_deposit_for_a_taken_time_is_kept_in_the_books_and_answered_with_refund_or_move(shop: Shop) -> None:
    await shop.chefs(1)
    late = await shop.pending()
    shop.later(hours=2)
    await shop.confirmed()
    refused = await shop.pay(late.id)
    assert code(refused) == "refund_or_move" and isinstance(refused, Refused) and refused.alternatives
    assert refused.booking and (refused.booking.status, refused.booking.deposit_paid) == ("cancelled", DEPOSIT)
    paid = await shop.events("DepositPaid")
    assert [event["placed"] for event in paid if event["booking_id"] == str(late.id)] == [False]
    assert code(await shop.pay(late.id)) == "already_paid"


async def test_a_deposit_for_a_cancelled_party_brings_it_not_back(shop: Shop) -> None:
    booking = await shop.pending()
    await cancelled(shop, booking.id)
    assert code(await shop.pay(booking.id)) == "refund_or_move"
    assert (await shop.get(booking.id)).status == "cancelled" and await shop.problems() == []


# changing


async def test_update_booking(shop: Shop) -> None:
    booking = await shop.confirmed()
    seen = await preview(shop, booking.id, adults=15, children=2, addons={"gyoza": 2})
    assert seen.allowed and seen.difference == 245_00 and seen.reschedule_fee == 0
    assert await shop.get(booking.id) == booking, "a preview changes nothing"
    after = await changed(shop, booking.id, adults=15, children=2, addons={"gyoza": 2})
    assert (after.adults, after.children, after.addons) == (15, 2, {"gyoza": 2})
    assert seen.after and after.total_amount == seen.after.total == 905_00
    assert after.revision == booking.revision + 1 and after.deposit_paid == DEPOSIT
    told = (await shop.events("BookingChanged"))[0]["changes"]
    assert told["adults"] == [12, 15] and told["total_amount"] == ["660.00", "905.00"]
    assert "hold_token" not in str(await shop.audits("booking_update"))


async def test_fewer_guests_fall_to_the_minimum_and_it_is_said(shop: Shop) -> None:
    booking = await shop.confirmed()
    seen = await preview(shop, booking.id, adults=8)
    assert seen.consequences == [
        "The total changes from $660 to $550.",
        "The party minimum applies.",
        "The deposit of $100 that you paid carries over.",
    ]
    assert (await changed(shop, booking.id, adults=8)).total_amount == 550_00


async def test_date_and_guests_change_at_once(shop: Shop) -> None:
    booking = await shop.confirmed()
    after = await changed(shop, booking.id, day=SUNDAY, at=time(15), adults=14)
    assert (after.event_date, after.event_time, after.adults, after.total_amount) == (SUNDAY, time(15), 14, 770_00)
    assert after.reschedules == 1 and await shop.problems() == []


async def test_a_change_that_changes_nothing_leaves_no_trace(shop: Shop) -> None:
    booking = await shop.confirmed()
    assert await changed(shop, booking.id, adults=12, day=SATURDAY) == booking
    assert await shop.events("BookingChanged") == [] and await shop.audits("booking_update") == []


async def test_the_first_move_is_free_and_the_second_costs(shop: Shop) -> None:
    booking = await shop.confirmed()
    assert (await preview(shop, booking.id, day=SUNDAY)).consequences[0] == "Moving the party is free."
    first = await changed(shop, booking.id, day=SUNDAY)
    assert (first.reschedule_fee, first.total_amount) == (0, 660_00)
    seen = await preview(shop, booking.id, day=SATURDAY)
    assert (seen.reschedule_fee, seen.difference) == (FEE, FEE)
    assert seen.consequences[0] == "Moving the party costs $200."
    second = await changed(shop, booking.id, day=SATURDAY)
    assert (second.reschedule_fee, second.total_amount) == (FEE, 860_00)
    third = await changed(shop, booking.id, day=SUNDAY)
    assert (third.reschedule_fee, third.total_amount) == (2 * FEE, 1060_00)
    more = await changed(shop, booking.id, adults=14)
    assert (more.reschedule_fee, more.total_amount) == (2 * FEE, 1170_00), "fees stay in the total"
    assert await shop.do(quotes.recompute, quote_id=more.quote_id)


@pytest.mark.parametrize(("hours", "fee"), [(24, 0), (24 - 1 / 3600, FEE), (22, FEE)])
async def test_a_move_within_a_day_costs(shop: Shop, hours: float, fee: int) -> None:
    booking = await shop.confirmed()
    at(shop, hours=hours)
    assert (await preview(shop, booking.id, day=date(2026, 3, 21))).reschedule_fee == fee
    moved = await changed(shop, booking.id, day=date(2026, 3, 21))
    assert moved.reschedule_fee == fee and moved.event_date == date(2026, 3, 21)


async def test_a_new_date_needs_the_notice_too(shop: Shop) -> None:
    booking = await shop.confirmed()
    at(shop, hours=30)
    refused = await preview(shop, booking.id, day=SUNDAY, at=time(9))
    assert not refused.allowed and refused.reason and refused.reason.code == "too_soon" and refused.alternatives
    assert code(await change(shop, booking.id, day=SUNDAY, at=time(9))) == "too_soon"
    assert (await shop.get(booking.id)).event_date == SATURDAY


async def test_a_move_before_the_deposit_is_free_and_does_not_count(shop: Shop) -> None:
    booking = await shop.pending()
    moved = await changed(shop, booking.id, day=SUNDAY)
    assert (moved.reschedules, moved.reschedule_fee, moved.hold_expires_at) == (0, 0, booking.hold_expires_at)
    assert await shop.problems() == []


@pytest.mark.parametrize(
    ("hours", "wanted", "expected"),
    [
        (24, {"adults": 15}, None),
        (23.99, {"adults": 15}, "guests_final"),
        (23.99, {"children": 1}, "guests_final"),
        (23.99, {"addons": {"gyoza": 1}}, None),
        (12, {"upgrades": {"salmon": 2}}, None),
        (11.99, {"upgrades": {"salmon": 2}}, "menu_final"),
        (11.99, {"dietary": ["no egg"]}, "menu_final"),
        (11.99, {"location": "12 Oak Street"}, None),
        (-0.01, {"location": "12 Oak Street"}, "party_begun"),
    ],
)
async def test_what_is_final_when(shop: Shop, hours: float, wanted: Any, expected: str | None) -> None:
    booking = await shop.confirmed()
    at(shop, hours=hours)
    seen = await preview(shop, booking.id, **wanted)
    answer = await change(shop, booking.id, **wanted)
    if expected is None:
        assert seen.allowed and isinstance(answer, Booking) and answer.revision == booking.revision + 1
        return
    assert seen.reason and seen.reason.code == expected == code(answer)
    assert await shop.get(booking.id) == booking


async def test_staff_are_not_bound_by_deadlines_and_may_waive_the_fee(shop: Shop) -> None:
    booking = await shop.confirmed()
    at(shop, hours=2)
    wanted = Change(adults=15, at=time(20, 30))
    moved = await shop.do(service.change, actor=OLGA, booking_id=booking.id, change=wanted, by_staff=True)
    assert isinstance(moved, Booking) and (moved.adults, moved.event_time) == (15, time(20, 30))
    assert moved.reschedule_fee == FEE
    back = Change(at=time(21))
    waived = await shop.do(
        service.change, actor=OLGA, booking_id=booking.id, change=back, by_staff=True, waive_fee=True, reason="rain"
    )
    assert isinstance(waived, Booking) and waived.reschedule_fee == FEE and await shop.problems() == []


async def test_only_staff_may_waive_the_fee(shop: Shop) -> None:
    booking = await shop.confirmed()
    await changed(shop, booking.id, day=SUNDAY)
    again = await shop.do(service.change, booking_id=booking.id, change=Change(day=SATURDAY), waive_fee=True)
    assert isinstance(again, Booking) and again.reschedule_fee == FEE


async def test_changes_are_priced_at_the_version_of_the_booking(shop: Shop) -> None:
    booking = await shop.confirmed()
    await shop.change_policy(prices={"adult": {"amount": "99.00"}}, policies={"reschedule_fee": "500.00"})
    after = await changed(shop, booking.id, adults=14)
    assert (after.total_amount, after.policy_version) == (770_00, 1)
    await changed(shop, booking.id, day=SUNDAY)
    assert (await changed(shop, booking.id, day=SATURDAY)).reschedule_fee == FEE
    assert (await shop.pending(at=time(12))).total_amount == 12 * 99_00


async def test_a_new_address_brings_its_travel_fee_and_zone(shop: Shop) -> None:
    booking = await shop.confirmed()
    with pytest.raises(TravelMissing):
        await change(shop, booking.id, zip="94102")
    way = await shop.way("94102")
    after = await changed(shop, booking.id, zip="94102", travel=way, location="1 Market Street")
    assert (after.zip_code, after.travel_fee, after.location) == ("94102", way.fee, "1 Market Street")
    assert after.total_amount == 660_00 + way.fee and after.reschedules == 0


async def test_the_way_is_priced_at_the_version_of_the_booking_too(shop: Shop) -> None:
    booking = await shop.confirmed()
    old = await shop.way("94102")
    await shop.change_policy(travel={"per_mile": "9.00"})
    new = await shop.way("94102")
    assert new.fee > old.fee
    assert (await changed(shop, booking.id, zip="94102", travel=new)).travel_fee == old.fee


@pytest.mark.parametrize(("wanted", "expected"), [({"adults": 101}, "needs_human"), ({"zip": "96101"}, "needs_human")])
async def test_a_change_does_not_get_past_people(shop: Shop, wanted: Any, expected: str) -> None:
    booking = await shop.confirmed()
    if "zip" in wanted:
        wanted = wanted | {"travel": await shop.way(wanted["zip"])}
    assert code(await change(shop, booking.id, **wanted)) == expected
    assert await shop.get(booking.id) == booking


async def test_a_stale_link_leads_to_the_present_state(shop: Shop) -> None:
    booking = await shop.confirmed()
    await changed(shop, booking.id, day=SUNDAY)
    wanted: dict[str, Any] = {"booking_id": booking.id, "revision": booking.revision}
    stale = await shop.do(service.change, change=Change(day=date(2026, 3, 21)), **wanted)
    assert code(stale) == "stale" and isinstance(stale, Refused) and stale.booking
    assert stale.booking.event_date == SUNDAY
    assert code(await shop.do(service.cancel, reason="ill", **wanted)) == "stale"
    assert await shop.number("bookings") == 1 and (await shop.get(booking.id)).status == "confirmed"


# cancelling


async def test_cancel_booking(shop: Shop) -> None:
    await shop.chefs(1)
    booking = await shop.confirmed()
    seen = await shop.do(service.preview_cancel, booking_id=booking.id)
    assert (seen.allowed, seen.refundable, seen.refund, seen.deadline) == (True, True, DEPOSIT, date(2026, 3, 10))
    assert (await shop.get(booking.id)).status == "confirmed", "a preview changes nothing"
    gone = await cancelled(shop, booking.id)
    assert (gone.status, gone.cancelled_reason) == ("cancelled", "ill")
    assert (await shop.events("BookingCancelled"))[0]["refund"] == "100.00"
    assert (await shop.audits("booking_cancel"))[0]["status"] == {"old": "confirmed", "new": "cancelled"}
    assert isinstance(await shop.hold(), Held), "the time is free at once"


@pytest.mark.parametrize(
    ("now", "days", "refund"),
    [
        ("2026-03-10T00:00:00-07:00", 4, DEPOSIT),
        ("2026-03-10T23:59:59-07:00", 4, DEPOSIT),
        ("2026-03-11T00:00:00-07:00", 3, 0),
        ("2026-03-14T17:59:59-07:00", 0, 0),
    ],
)
async def test_exactly_four_dates_before_still_counts(shop: Shop, now: str, days: int, refund: int) -> None:
    booking = await shop.confirmed()
    shop.clock.set(datetime.fromisoformat(now))
    seen = await shop.do(service.preview_cancel, booking_id=booking.id)
    assert (seen.days_before, seen.refund) == (days, refund)
    await cancelled(shop, booking.id)
    assert (await shop.events("BookingCancelled"))[0]["refund"] == ("100.00" if refund else "0.00")


async def test_without_a_deposit_nothing_is_owed(shop: Shop) -> None:
    booking = await shop.pending()
    seen = await shop.do(service.preview_cancel, booking_id=booking.id)
    assert seen.refund == 0 and seen.sentence == "No deposit was paid, so nothing is owed."


async def test_cancelling_twice_is_cancelling_once(shop: Shop) -> None:
    booking = await shop.confirmed()
    first = await cancelled(shop, booking.id)
    assert await cancelled(shop, booking.id) == first
    assert len(await shop.events("BookingCancelled")) == 1


async def test_what_is_over_is_neither_changed_nor_cancelled(shop: Shop) -> None:
    booking = await shop.confirmed()
    shop.clock.set(booking.event_end)
    await shop.do(service.complete)
    assert code(await change(shop, booking.id, adults=20)) == "party_completed"
    assert code(await shop.do(service.cancel, booking_id=booking.id, reason="late")) == "party_completed"
    seen = await shop.do(service.preview_cancel, booking_id=booking.id)
    assert not seen.allowed and (await preview(shop, booking.id, adults=20)).allowed is False


async def test_a_party_that_has_begun_cannot_be_cancelled(shop: Shop) -> None:
    booking = await shop.confirmed()
    shop.clock.set(booking.event_start)
    assert code(await shop.do(service.cancel, booking_id=booking.id, reason="late")) == "party_begun"


# looking up, importing, ending


async def test_nobody_finds_a_party_that_is_not_there(shop: Shop) -> None:
    calls: list[tuple[Any, dict[str, Any]]] = [
        (service.get, {}), (service.preview_cancel, {}), (service.cancel, {"reason": "x"}),
        (service.change, {"change": Change()}), (service.preview_change, {"change": Change()}),
        (service.set_status, {"status": "no_show"}), (service.place, {"day": SATURDAY, "at": SIX}),
        (service.record_deposit, {"amount": 1, "method": "cash"}), (service.by_token, {"token": "x"}),
    ]  # fmt: skip
    for verb, arguments in calls:
        with pytest.raises(UnknownBooking):
            await shop.do(verb, booking_id=new_id(), **arguments)


async def test_a_customer_sees_requests_and_parties_but_no_mere_holds(shop: Shop) -> None:
    customer = await shop.customer()
    held = await shop.held(customer)
    assert await shop.do(service.of_customer, customer_id=customer) == []
    assert await shop.do(service.held_of, customer_id=customer) == held.booking
    shop.later(hours=2)
    assert await shop.do(service.held_of, customer_id=customer) is None
    assert await shop.do(service.of_customer, customer_id=customer) == []


async def test_lapsed_reads_as_cancelled_before_anything_tidied_it(shop: Shop) -> None:
    booking = await shop.pending()
    shop.later(hours=2)
    seen = await shop.get(booking.id)
    assert (seen.status, seen.cancelled_reason) == ("cancelled", "deposit_expired")
    assert (await shop.rows("SELECT status FROM bookings"))[0][0] == "deposit_pending"


@pytest.mark.parametrize(
    ("status", "day", "claims"),
    [
        ("confirmed", SATURDAY, 1), ("deposit_pending", SATURDAY, 1), ("completed", date(2026, 2, 14), 0),
        ("no_show", date(2026, 2, 14), 0), ("cancelled", SATURDAY, 0), ("confirmed", date(2026, 2, 14), 0),
    ],
)  # fmt: skip
async def test_parties_from_before_are_brought_in(shop: Shop, status: str, day: date, claims: int) -> None:
    booking = await shop.imported(status=status, day=day)
    assert isinstance(booking, Booking)
    expected = "completed" if (status, day.month) == ("confirmed", 2) else status
    assert booking.status == expected and booking.total_amount == 660_00
    assert booking.deposit_paid == (0 if status in ("deposit_pending", "cancelled") else DEPOSIT)
    assert await shop.number("claims") == claims and await shop.problems() == []
    assert (await shop.audits("booking_import"))[0]["status"]["new"] == expected


async def test_staff_may_bring_in_what_customers_may_not_book(shop: Shop) -> None:
    far = await shop.imported(zip="93720", day=date(2026, 3, 5), at=time(16, 45), party=Party(adults=60))
    assert isinstance(far, Booking) and far.travel_fee > 0 and await shop.problems() == []


async def test_a_place_without_a_price_is_not_brought_in(shop: Shop) -> None:
    refused = await shop.imported(zip="96101")
    assert code(refused) == "needs_human"
    assert await shop.number("bookings") == 0 and await shop.number("claims") == 0
    booking = await shop.confirmed()
    moving = Change(zip="96101", travel=await shop.way("96101"), at=time(21))
    seen = await shop.do(service.preview_change, booking_id=booking.id, change=moving, by_staff=True)
    assert not seen.allowed and seen.reason and seen.reason.code == "needs_human"
    assert code(await shop.do(service.change, booking_id=booking.id, change=moving, by_staff=True)) == "needs_human"
    assert await shop.get(booking.id) == booking and await shop.problems() == []


async def test_staff_say_how_a_party_ended(shop: Shop) -> None:
    booking = await shop.confirmed()
    ending: dict[str, Any] = {"booking_id": booking.id, "actor": OLGA}
    assert code(await shop.do(service.set_status, status="no_show", **ending)) == "not_ended"
    shop.clock.set(booking.event_start)
    gone = await shop.do(service.set_status, status="no_show", reason="nobody opened", **ending)
    assert isinstance(gone, Booking) and gone.status == "no_show"
    assert len(await shop.events("BookingNoShow")) == 1 and len(await shop.audits("booking_no_show")) == 1
    back = await shop.do(service.set_status, status="completed", **ending)
    assert isinstance(back, Booking) and back.status == "completed"


async def test_the_list_is_paged_and_filtered(shop: Shop) -> None:
    made = [await shop.confirmed(day=SATURDAY + timedelta(days=number)) for number in range(3)]
    first = await shop.do(service.page, wanted=BookingFilter(limit=2))
    assert [row.id for row in first.bookings] == [made[2].id, made[1].id]
    rest = await shop.do(service.page, wanted=BookingFilter(limit=2, before=first.next))
    assert [row.id for row in rest.bookings] == [made[0].id] and rest.next is None
    some = await shop.do(service.page, wanted=BookingFilter(first=SUNDAY, last=SUNDAY, status="confirmed"))
    assert [row.id for row in some.bookings] == [made[1].id]
    assert (await shop.do(service.page, wanted=BookingFilter(customer_id=made[0].customer_id))).bookings == [made[0]]


# side effects


async def test_holding_and_accepting_costs_few_statements(shop: Shop) -> None:
    wish = await shop.wish()
    counted = Statements(shop.db)
    async with shop.db.transaction() as tx:
        held = await service.hold(tx, request=wish)
        assert isinstance(held, Held)
        await service.accept(tx, token=held.token)
    assert len(counted.seen) <= 15, counted.seen


async def test_a_booking_stands_although_its_follow_up_cannot_be_scheduled(shop: Shop) -> None:
    shop.db.bus.listen(BookingRequested, "follow_up", nothing)
    await shop.pending(at=time(12))
    assert await shop.number("procrastinate_jobs") == 1
    async with shop.db.transaction() as tx:
        await tx.session.execute(text("ALTER TABLE procrastinate_jobs RENAME TO broken"))
    booking = await shop.pending()
    assert (await shop.get(booking.id)).status == "deposit_pending" and await shop.problems() == []
    assert await shop.number("broken") == 1


async def nothing(_tx: Tx, _event: object) -> None:
    """A listener whose job is never run here."""


async def test_a_rolled_back_party_leaves_nothing(shop: Shop) -> None:
    wish = await shop.wish()
    with pytest.raises(ZeroDivisionError):
        async with shop.db.transaction() as tx:
            await service.hold(tx, request=wish)
            raise ZeroDivisionError
    assert [await shop.number(table) for table in ("bookings", "claims", "quotes", "events")] == [0, 0, 0, 0]
