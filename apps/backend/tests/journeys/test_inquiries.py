"""Prices and wishes that nobody answered: followed up as the owner says, until the customer answers, books or declines."""

from datetime import date, timedelta

from hibachi.conversations import service as conversations
from hibachi.customers import service as customers
from hibachi.growth import service as growth
from hibachi.growth.schemas import NewLead
from hibachi.journeys.schemas import PlanFilter
from hibachi.journeys.service import plan
from hibachi.kit.clock import SettableClock
from tests.channels.scripted import DANA
from tests.journeys.lives import Life, known, life_on

ASK = "How much is it for 12 adults on Saturday March 28 in 95112?"


async def asked(life: Life, phone: str = DANA) -> None:
    """Somebody asks for a price by text message, and gets it."""
    await life.shop.arrives(ASK, phone=phone)
    await life.shop.work()
    assert "$660" in life.said[-1]
    life.shop.carrier.taken.clear()


async def test_a_price_is_followed_up_twice_by_name_with_its_details(database_url: str, clock: SettableClock) -> None:
    async with life_on(database_url, clock) as life:
        await asked(life)
        life.parties.later(hours=23)
        assert await life.run() == []
        life.parties.later(hours=2)
        (first,) = await life.run()
        assert first.startswith(
            "Hi Dana, you asked us about a hibachi party for 12 guests on Saturday, March 28. Our price for it is $660."
        )
        assert first.endswith("Reply STOP to hear no more of this.")
        await life.parties.change_policy(prices={"adult": {"amount": "58.00"}})
        life.parties.later(hours=49)
        (last,) = await life.run()
        assert "$" not in last, "the price is another one since"
        life.parties.later(days=30)
        assert await life.run() == []
        assert await life.states() == [
            ("quote_follow_up", "24h", "sent", None),
            ("quote_follow_up", "72h", "sent", None),
        ]


async def test_it_ends_when_they_answer_decline_or_book(database_url: str, clock: SettableClock) -> None:
    async with life_on(database_url, clock) as life:
        numbers = {name: f"+1510555040{number}" for number, name in enumerate(("answers", "declines", "books"))}
        people = {name: await known(life.shop, number, name.title()) for name, number in numbers.items()}
        for number in numbers.values():
            await asked(life, number)
        life.parties.later(hours=1)
        await life.shop.arrives("Thanks, but we went with someone else", phone=numbers["declines"])
        await life.shop.work()
        await life.parties.confirmed(people["books"], day=date(2026, 3, 28))
        life.shop.carrier.taken.clear()
        life.parties.later(hours=26)
        assert [one.split(",")[0] for one in await life.run()] == ["Hi Answers"]
        await life.shop.arrives("We are still thinking about it", phone=numbers["answers"])
        await life.shop.work()
        life.parties.later(hours=80)
        assert [one for one in await life.run() if "you asked us" in one] == []
        ended = {(row.customer_id, row.reason) for row in await life.rows(kind="quote_follow_up", state="stopped")}
        assert {(people["answers"], "answered"), (people["declines"], "declined"), (people["books"], "booked")} >= ended
        assert (people["declines"], "declined") in ended


async def test_who_answers_before_the_worker_looks_again_has_answered(database_url: str, clock: SettableClock) -> None:
    """A follow-up left, its answer came a minute later, and the worker noted only then that it had left."""
    async with life_on(database_url, clock) as life:
        await asked(life)
        life.parties.later(hours=25)
        await life.journeys().run()
        await life.shop.work()
        assert len(life.said) == 1
        life.parties.later(minutes=1)
        await life.shop.arrives("We are still thinking about it")
        await life.shop.work()
        life.parties.later(minutes=4)
        await life.journeys().run()
        life.parties.later(hours=80)
        assert [one for one in await life.run() if "you asked us" in one] == []


async def test_a_wish_that_could_not_be_met_is_followed_up_and_its_lead_knows(
    database_url: str, clock: SettableClock
) -> None:
    async with life_on(database_url, clock) as life:
        await life.parties.chefs(1)
        await life.parties.confirmed(await known(life.shop, "+15105550911", "Ken Ito"))
        await life.parties.hold(life.customer_id)
        life.parties.later(hours=26)
        (said,) = await life.run()
        assert said.startswith("Hi Dana, you asked us about a hibachi party on Saturday, March 14, and it did not")
        leads = await life.shop.rows("SELECT status, follow_ups FROM leads")
        assert leads == [{"status": "contacted", "follow_ups": 1}]
        assert await life.run() == []


COPIES = """
    INSERT INTO leads (id, source, status, wanted, contact, created_at, updated_at)
    SELECT gen_random_uuid(), 'form', 'new', '{}', number || '@example.com', now() + interval '1 day', now()
    FROM generate_series(1, 250) AS number RETURNING 1
"""


async def test_a_wish_is_followed_up_however_many_came_after_it(database_url: str, clock: SettableClock) -> None:
    """Also what is to be asked again later stands in the plan."""
    async with life_on(database_url, clock) as life:
        await life.parties.do(growth.create_lead, new=NewLead(customer_id=life.customer_id, source="conversation"))
        assert len(await life.shop.rows(COPIES)) == 250
        life.parties.later(hours=26)
        (said,) = await life.run()
        assert said.startswith("Hi Dana, you asked us about a hibachi party")
        async with life.shop.db.transaction() as tx:
            found = await plan(tx, wanted=PlanFilter(days=14))
        assert [(one.kind, one.step) for one in found.planned] == [("lead_follow_up", "2")]


async def test_who_was_here_half_a_year_ago_is_asked_back_only_with_consent(
    database_url: str, clock: SettableClock
) -> None:
    async with life_on(database_url, clock) as life:
        booking = await life.confirmed()
        await life.over(booking)
        life.at(booking.event_end + timedelta(days=181, hours=-8))
        assert await life.run() == []
        assert await life.states() == [("win_back", "", "waiting", "no_consent")]
        await life.consents()
        (said,) = await life.run()
        assert said.startswith("Hi Dana, it has been a while since your hibachi party on March 14, 2026.")
        assert said.endswith("Reply STOP to hear no more of this.")
        life.parties.later(days=20)
        assert await life.run() == []


async def test_two_who_become_one_keep_what_was_said_and_part_again(database_url: str, clock: SettableClock) -> None:
    async with life_on(database_url, clock) as life:
        other = await known(life.shop, "+15105550912", "D. Ruiz")
        await life.parties.confirmed(other)
        life.at("2026-03-07T19:00:00-08:00")
        assert len(await life.run()) == 1
        merge = await life.parties.do(customers.merge, kept=life.customer_id, gone=other, reason="one person")
        assert {row.customer_id for row in await life.rows()} == {life.customer_id}
        assert await life.run() == []
        await life.parties.do(customers.undo, merge_id=merge.id, reason="two people")
        assert {row.customer_id for row in await life.rows()} == {other}
        assert await life.parties.do(conversations.threads, customer_id=other) != []
