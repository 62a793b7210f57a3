"""Recommendations: a code, a friend, and a credit after the friend's party; nobody recommends themselves."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError

from hibachi.bookings import service as bookings
from hibachi.bookings.events import BookingEvent
from hibachi.bookings.schemas import Booking
from hibachi.customers import service as customers
from hibachi.growth import service as growth
from hibachi.growth.referrals import rules, service
from hibachi.growth.referrals.api import router, staff
from hibachi.growth.referrals.errors import NotEarned, NotNew, OwnCodeUsed, UnknownCode
from hibachi.growth.referrals.schemas import Recommendation, ReferralFilter, ReferralSums, Settlement
from hibachi.kit.db import Tx
from tests.business import client_of
from tests.parties import OLGA, Shop

SECOND = """
    INSERT INTO referrals (id, code, referrer_id, friend_id, state, claimed_at, updated_at)
    SELECT gen_random_uuid(), code, referrer_id, friend_id, 'pending', claimed_at, updated_at FROM referrals
"""
OFFICE = {"Authorization": "referrals:read referrals:write"}


@pytest.fixture
def listening(shop: Shop) -> Shop:
    for event, listener in growth.listeners():
        shop.db.bus.listen_inside(event, listener)
    return shop


async def code_of(shop: Shop, customer_id: UUID) -> str:
    return (await shop.do(service.own_code, customer_id=customer_id, site=None)).code


async def came(shop: Shop, **said: Any) -> tuple[UUID, UUID, Recommendation]:
    """A referrer, a friend and the claim of the friend."""
    referrer, friend = await shop.customer(name="Dana Ruiz"), await shop.customer(name="Lee Poe", **said)
    return referrer, friend, await shop.do(service.claim, code=await code_of(shop, referrer), friend_id=friend)


async def hear(shop: Shop, party: Booking | UUID) -> None:
    """What a party came to is heard; twice, since a job may run twice."""
    booking = party if isinstance(party, Booking) else await shop.get(party)
    for _ in range(2):
        heard = BookingEvent(booking_id=booking.id, customer_id=booking.customer_id)
        await shop.do(service.follow, event=heard)


async def over(shop: Shop, party: Booking) -> None:
    shop.later(days=60)
    await shop.do(bookings.complete)
    await hear(shop, party)


async def of(shop: Shop, referral: Recommendation) -> Recommendation:
    found = await shop.do(service.page, wanted=ReferralFilter())
    return next(Recommendation.model_validate(one.model_dump()) for one in found.referrals if one.id == referral.id)


async def booked(shop: Shop, customer_id: UUID, **said: Any) -> Booking:
    party = await shop.confirmed(customer_id, **said)
    await hear(shop, party)
    return party


async def with_token(shop: Shop) -> tuple[Booking, str]:
    """A confirmed party with the token of its page."""
    return await shop.do(bookings.with_token, booking_id=(await shop.confirmed()).id)


@pytest.mark.parametrize(
    ("said", "kept"),
    [("abcd2345", "ABCD2345"), (" abcd-2345 ", "ABCD2345"), ("ABCD234", None), ("ABCD234O", None), ("", None), ("ÄBCD2345", None)],
)  # fmt: skip
def test_a_code_is_read_however_it_is_typed(said: str, kept: str | None) -> None:
    assert rules.spelt(said) == kept


def test_codes_are_made_of_letters_that_nobody_confuses() -> None:
    codes = {rules.new_code() for _ in range(200)}
    assert len(codes) == 200 and all(rules.spelt(code) == code for code in codes)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [({"+1510"}, {"+1510", "x"}, True), ({"a@b.c"}, {"x@b.c"}, False), (set(), set(), False), ({"a"}, set(), False)],
)
def test_who_shares_an_address_is_one_person(one: set[str], other: set[str], same: bool) -> None:
    assert rules.same_person(one, other) is same


@pytest.mark.parametrize(
    ("party", "state"),
    [
        ("held", "pending"),
        ("deposit_pending", "pending"),
        ("confirmed", "converted"),
        ("completed", "earned"),
        ("cancelled", "pending"),
        ("no_show", "pending"),
    ],
)
def test_what_a_party_makes_of_a_recommendation(party: Any, state: str) -> None:
    assert rules.reached(party) == state


async def test_create_referral(shop: Shop) -> None:
    referrer, friend, referral = await came(shop)
    assert (referral.state, referral.referrer_id, referral.friend_id) == ("pending", referrer, friend)
    assert (referral.credit, referral.booking_id) == (None, None)
    again = await shop.do(service.claim, code=referral.code.lower(), friend_id=friend)
    assert again == referral and len(await shop.events("ReferralClaimed")) == 1
    own = await shop.do(service.own_code, customer_id=referrer, site="https://here.example")
    assert own.link == f"https://here.example/?ref={referral.code}"
    assert (own.credit, own.friends, own.earned) == (50_00, 0, 0)
    await over(shop, await booked(shop, friend))
    own = await shop.do(service.own_code, customer_id=referrer, site="https://here.example")
    assert (own.friends, own.earned) == (1, 50_00)


async def test_track_conversion(shop: Shop) -> None:
    _, friend, referral = await came(shop)
    party = await booked(shop, friend)
    seen = await of(shop, referral)
    assert (seen.state, seen.booking_id, seen.credit, seen.converted_at) == (
        "converted", party.id, 50_00, shop.clock.now(),
    )  # fmt: skip
    await over(shop, party)
    seen = await of(shop, referral)
    assert (seen.state, seen.earned_at) == ("earned", shop.clock.now())
    assert [event["credit"] for event in await shop.events("ReferralEarned")] == ["50.00"]


async def test_payout_calculation(shop: Shop) -> None:
    """Two parties are over, one of them at an older amount, one is to come, one credit was given."""
    owed: list[Recommendation] = []
    for credit in ("50.00", "65.00", "80.00"):
        if credit != "50.00":
            await shop.change_policy(growth={"referral": {"referrer_credit": credit}})
        _, friend, referral = await came(shop)
        party = await booked(shop, friend, day=shop.clock.now().date().replace(day=28))
        if credit != "80.00":
            await over(shop, party)
        owed.append(referral)
    paid = await shop.do(
        service.settle, actor=OLGA, referral_id=owed[0].id, done=Settlement(how="paid", note="Zelle 12")
    )
    assert (paid.state, paid.credit, paid.settled_by, paid.note) == ("paid", 50_00, "Olga Owner", "Zelle 12")
    assert await shop.do(service.sums) == ReferralSums(
        by_state={"paid": 1, "earned": 1, "converted": 1}, owed=65_00, given=50_00
    )
    assert (await shop.audits("referral_settle"))[0]["state"] == {"old": "earned", "new": "paid"}


async def test_the_amount_is_that_of_the_conversion(shop: Shop) -> None:
    _, friend, referral = await came(shop)
    party = await booked(shop, friend)
    await shop.change_policy(growth={"referral": {"referrer_credit": "10.00"}})
    await over(shop, party)
    assert (await of(shop, referral)).credit == 50_00


async def test_a_cancelled_party_earns_nothing_and_the_next_one_does(shop: Shop) -> None:
    _, friend, referral = await came(shop)
    party = await booked(shop, friend)
    await shop.do(bookings.cancel, booking_id=party.id, reason="rain")
    await hear(shop, party.id)
    seen = await of(shop, referral)
    assert (seen.state, seen.credit, seen.booking_id) == ("pending", None, None)
    second = await booked(shop, friend, day=date(2026, 3, 21))
    await over(shop, second)
    assert ((await of(shop, referral)).state, (await of(shop, referral)).booking_id) == ("earned", second.id)


async def test_nobody_there_earns_nothing_even_when_it_is_said_later(shop: Shop) -> None:
    _, friend, referral = await came(shop)
    party = await booked(shop, friend)
    await over(shop, party)
    await shop.do(bookings.set_status, actor=OLGA, booking_id=party.id, status="no_show", reason="closed gate")
    await hear(shop, party.id)
    assert (await of(shop, referral)).state == "pending"
    assert (await shop.do(service.sums)).owed == 0


async def test_a_credit_that_was_given_stays_given(shop: Shop) -> None:
    _, friend, referral = await came(shop)
    party = await booked(shop, friend)
    await over(shop, party)
    given = Settlement(how="applied", note="her next party")
    await shop.do(service.settle, referral_id=referral.id, done=given)
    with pytest.raises(NotEarned):
        await shop.do(service.settle, referral_id=referral.id, done=given)
    with pytest.raises(NotEarned):
        await shop.do(service.void, referral_id=referral.id, reason="no")
    await shop.do(bookings.set_status, actor=OLGA, booking_id=party.id, status="no_show", reason="late")
    await hear(shop, party.id)
    assert (await of(shop, referral)).state == "applied"


async def test_events_in_any_order_come_to_the_same(shop: Shop) -> None:
    _, friend, referral = await came(shop)
    party = await shop.confirmed(friend)
    shop.later(days=60)
    await shop.do(bookings.complete)
    await hear(shop, party.id)  # the confirmation was never heard
    assert (await of(shop, referral)).state == "earned"
    assert len(await shop.events("ReferralEarned")) == 1


async def test_nothing_is_earned_before_the_party(shop: Shop) -> None:
    _, friend, referral = await came(shop)
    with pytest.raises(NotEarned):
        await shop.do(service.settle, referral_id=referral.id, done=Settlement(how="paid", note="early"))
    await booked(shop, friend)
    with pytest.raises(NotEarned):
        await shop.do(service.settle, referral_id=referral.id, done=Settlement(how="paid", note="early"))


async def test_nobody_comes_with_their_own_code(shop: Shop) -> None:
    referrer = await shop.customer()
    with pytest.raises(OwnCodeUsed):
        await shop.do(service.claim, code=await code_of(shop, referrer), friend_id=referrer)


async def test_a_second_record_of_oneself_is_oneself(shop: Shop) -> None:
    """The site's form makes a new record of whoever writes; the number that they give says who they are."""
    referrer, friend, referral = await came(shop)
    number = (await shop.do(customers.get, customer_id=referrer)).phone
    await booked(shop, friend, phone=number)
    seen = await of(shop, referral)
    assert (seen.state, seen.void_reason) == ("void", "same_person")
    third = await shop.customer()
    await shop.do(customers.note_contact, customer_id=third, phone=number)
    with pytest.raises(OwnCodeUsed):
        await shop.do(service.claim, code=referral.code, friend_id=third)


async def test_a_friend_comes_once_by_whatever_address(shop: Shop) -> None:
    referrer, friend, referral = await came(shop)
    await booked(shop, friend, email="lee@example.com")
    again = await shop.customer(name="L. Poe")
    second = await shop.do(service.claim, code=await code_of(shop, referrer), friend_id=again)
    await booked(shop, again, day=date(2026, 3, 21), email="lee@example.com")
    assert (await of(shop, referral)).state == "converted"
    assert ((await of(shop, second)).state, (await of(shop, second)).void_reason) == ("void", "referred_before")


async def test_one_friend_has_one_referrer(shop: Shop) -> None:
    _, friend, _ = await came(shop)
    other = await shop.customer()
    with pytest.raises(NotNew):
        await shop.do(service.claim, code=await code_of(shop, other), friend_id=friend)


async def test_no_credit_stays_no_credit_when_the_friend_says_it_again(shop: Shop) -> None:
    """What staff said holds for this friend, whoever's code they come with."""
    referrer, friend, referral = await came(shop)
    party = await shop.held(friend)
    await shop.do(service.void, actor=OLGA, referral_id=referral.id, reason="a colleague")
    for code in (referral.code, await code_of(shop, await shop.customer())):
        with pytest.raises(NotNew):
            await shop.do(service.claim_by_token, code=code, booking_id=party.booking.id, token=party.token)
    await over(shop, await booked(shop, friend, day=date(2026, 3, 21)))
    assert (await of(shop, referral)).state == "void" and await shop.number("referrals") == 1
    assert (await shop.do(service.own_code, customer_id=referrer, site=None)).earned == 0


async def test_a_claim_that_a_merge_made_void_may_be_said_again(listening: Shop) -> None:
    _, friend, referral = await came(listening)
    second = await listening.customer()
    other = await listening.do(service.claim, code=referral.code, friend_id=second)
    await listening.do(customers.merge, actor=OLGA, kept=friend, gone=second, reason="one person")
    assert (await of(listening, other)).void_reason == "referred_before"
    assert (await listening.do(service.claim, code=referral.code, friend_id=friend)).id == referral.id
    await listening.rows("UPDATE referrals SET state = 'void', void_reason = 'same_person' RETURNING id")
    assert (await listening.do(service.claim, code=referral.code, friend_id=friend)).state == "pending"


async def test_who_had_a_party_before_is_no_new_friend(shop: Shop) -> None:
    referrer, old = await shop.customer(), await shop.customer()
    await shop.confirmed(old)
    with pytest.raises(NotNew):
        await shop.do(service.claim, code=await code_of(shop, referrer), friend_id=old)


async def test_a_party_that_was_brought_nobody(shop: Shop) -> None:
    """Whoever holds the token of a party that is over, or is on, cannot make a friend of its host any more."""
    code, (party, token) = await code_of(shop, await shop.customer()), await with_token(shop)
    shop.clock.advance(party.event_start - shop.clock.now())
    for _ in range(2):
        with pytest.raises(NotNew):
            await shop.do(service.claim_by_token, code=code, booking_id=party.id, token=token)
        await over(shop, party)
    assert (await shop.get(party.id)).status == "completed" and await shop.number("referrals") == 0


async def test_who_was_here_under_another_record_is_no_new_friend(shop: Shop) -> None:
    """The form makes a new record of whoever writes: an address that a party was made under says that they were here."""
    code = await code_of(shop, await shop.customer())
    await over(shop, await shop.confirmed(email="lee@example.com"))
    again = await shop.customer(email="lee@example.com")
    with pytest.raises(NotNew):
        await shop.do(service.claim, code=code, friend_id=again)
    claimed = await shop.do(service.claim, code=code, friend_id=await shop.customer())
    shop.later(hours=1)
    await booked(shop, claimed.friend_id, day=date(2026, 5, 23), email="lee@example.com")
    assert ((await of(shop, claimed)).state, (await of(shop, claimed)).void_reason) == ("void", "not_new")


async def test_a_party_after_the_claim_is_not_one_before_it(shop: Shop) -> None:
    """Two parties after the claim: the second one, paid first, is still a new customer's."""
    _, friend, referral = await came(shop)
    await shop.pending(friend)
    await booked(shop, friend, day=date(2026, 3, 21))
    assert (await of(shop, referral)).state == "converted"


async def test_a_code_of_nobody_is_refused(shop: Shop) -> None:
    friend = await shop.customer()
    for code in ("ABCD2345", "nonsense!"):
        with pytest.raises(UnknownCode):
            await shop.do(service.claim, code=code, friend_id=friend)


BROKEN = (
    "UPDATE referrals SET friend_id = referrer_id",
    "UPDATE referrals SET state = 'earned'",
    "UPDATE referrals SET state = 'paid'",
    "UPDATE referrals SET credit = 5000",
    SECOND,
)


async def test_the_database_refuses_what_must_never_be(shop: Shop) -> None:
    await came(shop)
    for broken in BROKEN:
        with pytest.raises(IntegrityError):
            await shop.rows(broken)


async def test_two_who_turn_out_to_be_one_recommended_nobody(listening: Shop) -> None:
    referrer, friend, referral = await came(listening)
    merge = await listening.do(customers.merge, actor=OLGA, kept=referrer, gone=friend, reason="one person")
    seen = await of(listening, referral)
    assert (seen.state, seen.void_reason) == ("void", "same_person")
    await listening.do(customers.undo, actor=OLGA, merge_id=merge.id, reason="two people")
    seen = await of(listening, referral)
    assert (seen.state, seen.referrer_id, seen.friend_id) == ("pending", referrer, friend)


async def test_two_friends_who_are_one_came_once(listening: Shop) -> None:
    _, first, earlier = await came(listening)
    _, second, later = await came(listening)
    await booked(listening, second)
    merge = await listening.do(customers.merge, actor=OLGA, kept=first, gone=second, reason="one person")
    assert ((await of(listening, earlier)).state, (await of(listening, later)).state) == ("void", "converted")
    assert (await of(listening, later)).friend_id == first
    await listening.do(customers.undo, actor=OLGA, merge_id=merge.id, reason="two people")
    assert ((await of(listening, earlier)).state, (await of(listening, later)).friend_id) == ("pending", second)


async def test_what_a_merge_made_void_keeps_no_address(listening: Shop) -> None:
    """The recommendation that stays may lose its party and find another one, under the addresses of both."""
    _, first, kept = await came(listening)
    _, second, other = await came(listening)
    party = await booked(listening, first, email="lee@example.com")
    await booked(listening, second, day=date(2026, 3, 21), email="poe@example.com")
    merge = await listening.do(customers.merge, actor=OLGA, kept=first, gone=second, reason="one person")
    assert ((await of(listening, kept)).state, (await of(listening, other)).state) == ("converted", "void")
    for one in await listening.do(bookings.of_customer, customer_id=first):
        await listening.do(bookings.cancel, booking_id=one.id, reason="rain")
    await hear(listening, party.id)
    await booked(listening, first, day=date(2026, 3, 28), email="poe@example.com")
    assert ((await of(listening, kept)).state, (await of(listening, other)).state) == ("converted", "void")
    parted = await listening.do(customers.undo, actor=OLGA, merge_id=merge.id, reason="two people")
    assert [one.row_id for one in parted.not_restored] == [other.id], "its address earned with the other one meanwhile"
    assert (await of(listening, other)).state == "void"


async def test_an_undo_gives_the_addresses_back(listening: Shop) -> None:
    _, first, _ = await came(listening)
    referrer, second, later = await came(listening)
    await booked(listening, second, email="poe@example.com")
    await booked(listening, first, day=date(2026, 3, 21))
    merge = await listening.do(customers.merge, actor=OLGA, kept=first, gone=second, reason="one person")
    assert (await of(listening, later)).state == "void"
    await listening.do(customers.undo, actor=OLGA, merge_id=merge.id, reason="two people")
    assert (await of(listening, later)).state == "converted"
    again = await listening.customer()
    third = await listening.do(service.claim, code=await code_of(listening, referrer), friend_id=again)
    await booked(listening, again, day=date(2026, 3, 28), email="poe@example.com")
    assert (await of(listening, third)).void_reason == "referred_before"


async def test_a_friend_on_the_site_and_staff_over_http(shop: Shop) -> None:
    async def allowed(tx: Tx, **_: object) -> bool:
        return True

    referrer = await shop.customer(name="Dana Ruiz")
    owner, held = await shop.held(referrer), await shop.held(day=date(2026, 3, 21))
    async with client_of(shop.db, router, staff, allowed=allowed, public_url="https://here.example") as client:
        mine = f"/api/v1/referrals/mine?booking_id={owner.booking.id}&token={owner.token}"
        own = (await client.post(mine)).json()
        assert own.keys() == {"code", "link", "credit", "friends", "earned"}, "nothing is promised to the friend"
        code = own["code"]
        said = {"code": code, "booking_id": str(held.booking.id), "token": held.token}
        for _ in range(2):
            assert (await client.post("/api/v1/referrals/claims", json=said)).status_code == 201
        forged = await client.post("/api/v1/referrals/claims", json=said | {"token": "no"})
        assert forged.status_code == 404
        assert (await client.post("/api/v1/referrals/claims", json={"code": code})).status_code == 422
        page = (await client.get("/api/v1/admin/referrals", headers=OFFICE)).json()["referrals"]
        assert [(one["referrer_name"], one["state"]) for one in page] == [("Dana Ruiz", "pending")]
        gone = await client.post(
            f"/api/v1/admin/referrals/{page[0]['id']}/void", json={"reason": "a colleague"}, headers=OFFICE
        )
        assert (gone.json()["state"], gone.json()["void_reason"]) == ("void", "a colleague")
        sums = (await client.get("/api/v1/admin/referrals/sums", headers=OFFICE)).json()
        assert sums == {"by_state": {"void": 1}, "owed": "0.00", "given": "0.00"}
