"""Use cases of recommendations: a code, a friend who claims it, and what their party makes of it."""

from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.audit.schemas import Changes
from hibachi.bookings import service as bookings
from hibachi.bookings.events import BookingEvent
from hibachi.bookings.schemas import Booking
from hibachi.customers import service as customers
from hibachi.growth.referrals import repository, rules
from hibachi.growth.referrals.errors import NotEarned, NotNew, OwnCodeUsed, UnknownCode, UnknownReferral
from hibachi.growth.referrals.events import ReferralClaimed, ReferralEarned
from hibachi.growth.referrals.models import ReferralRow
from hibachi.growth.referrals.schemas import (
    OwnCode,
    Recommendation,
    ReferralFilter,
    ReferralLine,
    ReferralPage,
    ReferralSums,
    Settlement,
)
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id
from hibachi.policies import service as policies


async def own_code(tx: Tx, *, customer_id: UUID, site: str | None) -> OwnCode:
    """A customer's code, made when they have none, with the link for their friends. Raises NotFound."""
    person = await customers.hold_still(tx, customer_id=customer_id)
    code = await repository.code_of(tx, person)
    while code is None:
        await repository.add_code(tx, person, rules.new_code())
        code = await repository.code_of(tx, person)
    profile = (await policies.current(tx)).profile
    brought = await repository.by_referrer(tx, person)
    return OwnCode(
        code=code,
        link=f"{(site or profile.business.website).rstrip('/')}/?{urlencode({'ref': code})}",
        credit=profile.growth.referral.referrer_credit,
        friends=sum(row.state not in ("pending", "void") for row in brought),
        earned=sum(row.credit or 0 for row in brought if row.state in ("earned", *rules.SETTLED)),
    )


async def own_code_for(tx: Tx, *, customer_id: UUID, site: str | None) -> OwnCode:
    """The same asked for by staff. Audited; raises NotFound."""
    own = await own_code(tx, customer_id=customer_id, site=site)
    await audit.record(tx, action="referral_code", resource="customer", resource_id=customer_id, changes={})
    return own


async def claim(tx: Tx, *, code: str, friend_id: UUID, party: Booking | None = None) -> Recommendation:
    """Remember that somebody came with a code; the same again changes nothing.

    party: the one that they make now, which is none of before; one that was already brought nobody. Raises UnknownCode,
    OwnCodeUsed, NotNew.
    """
    spelt = rules.spelt(code)
    owner = await repository.owner_of(tx, spelt) if spelt else None
    if owner is None or spelt is None:
        raise UnknownCode()
    friend, referrer = await _hold(tx, friend_id, owner)
    before = await repository.of_friend(tx, friend)
    earlier = [row for row in before if row.state != "void"]
    if earlier:
        if earlier[0].referrer_id == referrer:
            return Recommendation.model_validate(earlier[0])
        raise NotNew()
    if any(row.void_reason not in rules.BY_MERGE for row in before):  # who said so is not undone by coming again
        raise NotNew()
    theirs = await _addresses(tx, friend, party)
    if friend == referrer or rules.same_person(theirs, await _addresses(tx, referrer)):
        raise OwnCodeUsed()
    if await _came_before(tx, friend, theirs, None, party) or (party and party.event_start <= tx.now):
        raise NotNew()
    row = ReferralRow(
        id=new_id(), code=spelt, referrer_id=referrer, friend_id=friend, state="pending", claimed_at=tx.now, updated_at=tx.now
    )  # fmt: skip
    if not await repository.add(tx, row):
        raise NotNew()
    await tx.publish(ReferralClaimed(referral_id=row.id, referrer_id=referrer, friend_id=friend))
    return await _read(tx, row.id)


async def claim_by_token(tx: Tx, *, code: str, booking_id: UUID, token: str) -> Recommendation:
    """The same for whoever holds the token of a party or a hold; one that is confirmed already counts at once."""
    party = await bookings.by_token(tx, booking_id=booking_id, token=token)
    referral = await claim(tx, code=code, friend_id=party.customer_id, party=party)
    await _follow(tx, party.id, party.customer_id)
    return await _read(tx, referral.id)


async def follow(tx: Tx, event: BookingEvent) -> None:
    """Listener, as a job: a friend's party was confirmed, is over, was cancelled, or nobody was there.

    What counts is the party as it is now, so that the order in which events are heard does not matter.
    """
    await _follow(tx, event.booking_id, event.customer_id)


async def settle(tx: Tx, *, referral_id: UUID, done: Settlement) -> Recommendation:
    """Note that a credit was given, once. Audited. Raises UnknownReferral, NotEarned."""
    row = await _held(tx, referral_id)
    if row.state != "earned":
        raise NotEarned()
    given = {"state": done.how, "settled_at": tx.now, "settled_by": tx.actor.name, "note": done.note}
    await repository.write(tx, row.id, **given)
    changes = {"state": ("earned", done.how), "credit_cents": (None, row.credit)}
    await _record(tx, "referral_settle", row.id, changes, done.note)
    return await _read(tx, row.id)


async def void(tx: Tx, *, referral_id: UUID, reason: str) -> Recommendation:
    """Staff see that there is no credit. Audited. Raises UnknownReferral, NotEarned (it was given, or is void)."""
    row = await _held(tx, referral_id)
    if row.state in rules.SETTLED or row.state == "void":
        raise NotEarned()
    was = row.state
    await _void(tx, row, reason)
    await _record(tx, "referral_void", row.id, {"state": (was, "void")}, reason)
    return await _read(tx, row.id)


async def page(tx: Tx, *, wanted: ReferralFilter) -> ReferralPage:
    """Recommendations with the names of both sides, newest first, a page at a time."""
    rows = await repository.page(tx, wanted)
    shown = rows[: wanted.limit]
    named = await customers.names(tx, customer_ids={one for row in shown for one in (row.referrer_id, row.friend_id)})
    lines = [
        ReferralLine(
            **Recommendation.model_validate(row).model_dump(),
            referrer_name=named.get(row.referrer_id),
            friend_name=named.get(row.friend_id),
        )
        for row in shown
    ]
    return ReferralPage(referrals=lines, next=lines[-1].id if len(rows) > wanted.limit else None)


async def sums(tx: Tx) -> ReferralSums:
    """What is owed, and what was given."""
    counted = await repository.sums(tx)
    return ReferralSums.model_validate(
        {
            "by_state": {state: number for state, number, _ in counted},
            "owed": sum(cents for state, _, cents in counted if state == "earned"),
            "given": sum(cents for state, _, cents in counted if state in rules.SETTLED),
        }
    )


async def _follow(tx: Tx, booking_id: UUID, host: UUID) -> None:
    friend = await customers.hold_still(tx, customer_id=host)
    party = await bookings.get(tx, booking_id=booking_id)
    rows = [row for row in await repository.of_friend(tx, friend) if row.state != "void"]
    if not rows or rows[0].state in rules.SETTLED or rows[0].booking_id not in (None, party.id):
        return
    row, reached = rows[0], rules.reached(party.status)
    if reached == "pending":
        await _back(tx, row)
        return
    if row.booking_id is None and not await _convert(tx, row, party):
        return
    if reached == row.state:
        return
    await repository.write(tx, row.id, state=reached, earned_at=tx.now if reached == "earned" else None)
    if reached == "earned" and row.credit is not None:
        await tx.publish(ReferralEarned(referral_id=row.id, referrer_id=row.referrer_id, credit=row.credit))


async def _convert(tx: Tx, row: ReferralRow, party: Booking) -> bool:
    """Fix the credit by the numbers in force; False when it is void: one person, or somebody who came before."""
    theirs = await _addresses(tx, row.friend_id, party)
    if rules.same_person(theirs, await _addresses(tx, row.referrer_id)):
        await _void(tx, row, rules.SAME_PERSON)
        return False
    if not await repository.note_addresses(tx, row.id, [rules.digest(one) for one in theirs]):
        await _void(tx, row, rules.REFERRED_BEFORE)
        return False
    if await _came_before(tx, row.friend_id, theirs, row.claimed_at, party):
        await _void(tx, row, rules.NOT_NEW)
        return False
    book = await policies.current(tx)
    await repository.write(
        tx,
        row.id,
        state="converted",
        booking_id=party.id,
        credit=book.profile.growth.referral.referrer_credit,
        policy_version=book.version,
        converted_at=tx.now,
    )
    return True


async def _back(tx: Tx, row: ReferralRow) -> None:
    """The party will not be, or nobody was there: the friend may still have another one."""
    if row.booking_id is None:
        return
    empty = ("booking_id", "credit", "policy_version", "converted_at", "earned_at")
    await repository.write(tx, row.id, state="pending", **dict.fromkeys(empty))


async def _void(tx: Tx, row: ReferralRow, reason: str) -> None:
    await repository.write(tx, row.id, state="void", void_reason=reason)
    await repository.forget_addresses(tx, row.id)


async def _came_before(tx: Tx, friend: UUID, theirs: set[str], since: datetime | None, party: Booking | None) -> bool:
    """Whether a friend was no new customer (before an instant), beside the party that they come with."""
    but = party.id if party else None
    return await bookings.had_before(tx, customer_id=friend, addresses=theirs, since=since, but=but)


async def _addresses(tx: Tx, customer_id: UUID, party: Booking | None = None) -> set[str]:
    """Every address that somebody proved or said to be theirs, also for their party."""
    person = await customers.detail(tx, customer_id=customer_id)
    said = [person.phone, person.email, *(one.value for one in person.identities)]
    return {one for one in (*said, party and party.phone, party and party.email) if one}


async def _hold(tx: Tx, *people: UUID) -> tuple[UUID, ...]:
    """Whom these ids stand for; each stays who they are until the transaction ends. Everybody takes them in one order."""
    known = {one: (await customers.get(tx, customer_id=one)).id for one in people}
    held = {one: await customers.hold_still(tx, customer_id=one) for one in sorted(set(known.values()))}
    return tuple(held[known[one]] for one in people)


async def _held(tx: Tx, referral_id: UUID) -> ReferralRow:
    """A recommendation, locked; both of its people before it, as merging takes them. Raises UnknownReferral."""
    seen = await repository.get(tx, referral_id)
    if seen is None:
        raise UnknownReferral()
    await _hold(tx, seen.referrer_id, seen.friend_id)
    return await _locked(tx, referral_id)


async def _locked(tx: Tx, referral_id: UUID) -> ReferralRow:
    row = await repository.locked(tx, referral_id)
    if row is None:
        raise UnknownReferral()
    return row


async def _read(tx: Tx, referral_id: UUID) -> Recommendation:
    return Recommendation.model_validate(await _locked(tx, referral_id))


async def _record(tx: Tx, action: str, row_id: UUID, changes: Changes, reason: str) -> None:
    await audit.record(tx, action=action, resource="referral", resource_id=row_id, changes=changes, reason=reason)
