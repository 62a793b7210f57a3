"""Two customers were proven to be one: they have one open lead, and nothing of the other is lost."""

from uuid import UUID

import pytest

from hibachi.customers import service as customers
from hibachi.growth import rules, service
from hibachi.growth.schemas import FollowUp, Lead, NewLead
from tests.parties import OLGA, Shop


@pytest.fixture
def listening(shop: Shop) -> Shop:
    """The shop with growth listening, as the process composes it."""
    for event, listener in service.listeners():
        shop.db.bus.listen_inside(event, listener)
    return shop


async def lead(shop: Shop, customer_id: UUID, **said: object) -> Lead:
    return await shop.do(service.create_lead, actor=OLGA, new=NewLead(customer_id=customer_id, **said))


async def merge(shop: Shop, first: UUID, second: UUID) -> UUID:
    """Both turn out to have one e-mail address."""
    for person in (first, second):
        kept = await shop.do(
            customers.attach_identity, customer_id=person, kind="email", value="dana@example.com", proven=True
        )
    return kept.id


async def test_the_leads_of_both_become_one(listening: Shop) -> None:
    first, second = await listening.customer(), await listening.customer()
    earlier = await lead(listening, first, name="Dana", wanted={"adults": 12, "zip": "95112"}, notes="likes tofu")
    done = FollowUp(status="qualified", notes="called")
    await listening.do(service.follow_up, actor=OLGA, lead_id=earlier.id, done=done)
    listening.later(hours=1)
    later = await lead(listening, second, email="dana@example.com", wanted={"adults": 20, "zip": None}, notes="moved")
    assert await merge(listening, first, second) == first
    (one,) = await listening.do(service.of_customer, customer_id=first)
    assert (one.id, one.status, one.attempts, one.follow_ups) == (earlier.id, "qualified", 2, 1)
    assert (one.name, one.email, one.notes) == ("Dana", "dana@example.com", "called\nmoved")
    assert one.wanted == {"adults": 20, "zip": "95112"}, "the newest wish; what it left out stays"
    assert one.follow_up_at == later.follow_up_at, "whoever is due first is asked first"
    (trace,) = await listening.audits("lead_merge")
    assert trace["wanted"]["old"] == {"adults": 20, "zip": None}
    assert trace["into"]["new"] == str(earlier.id)
    assert await listening.number("leads") == 1


async def test_one_lead_is_only_handed_over(listening: Shop) -> None:
    first, second = await listening.customer(), await listening.customer()
    theirs = await lead(listening, second, wanted={"adults": 20})
    await merge(listening, first, second)
    assert await listening.do(service.of_customer, customer_id=first) == [
        theirs.model_copy(update={"customer_id": first})
    ]
    assert await listening.audits("lead_merge") == []


async def test_closed_leads_stay_what_they_were(listening: Shop) -> None:
    first, second = await listening.customer(), await listening.customer()
    lost = await lead(listening, second)
    await listening.do(service.mark_lost, actor=OLGA, lead_id=lost.id, reason="too dear")
    open_one, other = await lead(listening, first), await lead(listening, second)
    await merge(listening, first, second)
    found = {one.id: one for one in await listening.do(service.of_customer, customer_id=first)}
    assert (found[lost.id].status, found[lost.id].lost_reason) == ("lost", "too dear")
    assert set(found) == {lost.id, open_one.id} and other.id not in found


async def test_a_party_of_the_person_closes_the_lead_of_both(listening: Shop) -> None:
    first, second = await listening.customer(), await listening.customer()
    await lead(listening, second)
    await merge(listening, first, second)
    party = await listening.pending(first)
    (one,) = await listening.do(service.of_customer, customer_id=first)
    assert (one.status, one.booking_id) == ("converted", party.id)


async def test_a_lead_made_under_the_old_id_is_the_persons(listening: Shop) -> None:
    first, second = await listening.customer(), await listening.customer()
    await merge(listening, first, second)
    assert (await lead(listening, second)).customer_id == first


def test_folding_asks_nothing_of_the_order_of_writing() -> None:
    """An earlier lead that was written to last has the newest wish."""
    blank = {"name": None, "phone": None, "email": None, "reason": None, "notes": None, "last_contact_at": None}
    old = {
        **blank,
        "wanted": {"adults": 30},
        "status": "new",
        "attempts": 3,
        "follow_ups": 1,
        "follow_up_at": None,
        "score": 0,
    }
    new = {**old, "wanted": {"adults": 12}, "attempts": 1, "reason": "full"}
    folded = rules.folded(old | {"updated_at": 2}, new | {"updated_at": 1})
    assert (folded["wanted"], folded["attempts"], folded["follow_ups"]) == ({"adults": 30}, 4, 2)
    assert (folded["reason"], folded["follow_up_at"], folded["notes"]) == ("full", None, None)
