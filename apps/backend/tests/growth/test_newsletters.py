"""Letters in the product: asked for twice, drafted from what is true, approved by a person, sent within the law."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

import httpx2
from sqlalchemy import text

from hibachi.channels import delivery
from hibachi.growth.newsletters import subscribing
from hibachi.growth.newsletters.schemas import Subscription
from hibachi.kit import persons
from hibachi.kit.clock import SettableClock
from hibachi.main import create_app
from tests.channels.scripted import Shop, shop_on
from tests.web import client_of, headers_of, member

PUBLIC = "https://here.example"
LETTERS = "/api/v1/admin/newsletters"
Client = httpx2.AsyncClient
DEARER = {"changes": {"menu": {"upgrades_per_person": {"salmon": "7.00", "scallops": "7.00", "filet_mignon": "7.00"}, "addons_each": {"yakisoba_noodles": "7.00", "extra_fried_rice": "7.00", "extra_vegetables": "7.00", "edamame": "7.00"}}}, "note": "dearer"}  # fmt: skip


@asynccontextmanager
async def world(database_url: str, clock: SettableClock) -> AsyncIterator[tuple[Shop, Client, dict[str, str]]]:
    """The product with a mailbox and its own address, and a manager at it."""
    clock.set(datetime.fromisoformat("2026-03-04T12:00:00-08:00"))
    async with shop_on(database_url, clock, PUBLIC_URL=PUBLIC) as shop, client_of(create_app(shop.runtime)) as client:
        await member(shop.db, "manager", email="m@example.com")
        yield shop, client, await headers_of(client, "m@example.com")


def token(words: str, use: str) -> str:
    return words.split(f"{PUBLIC}/newsletter/?{use}=")[1].split()[0]


async def subscribe(shop: Shop, client: Client, email: str, **said: str) -> None:
    """Ask for letters and say yes to the mail."""
    asked = await client.post("/api/v1/newsletter/subscribe", json={"email": email, **said})
    assert asked.status_code == 202, asked.text
    await shop.work()
    yes = {"token": token(shop.carrier.taken[-1].text, "confirm")}
    assert (await client.post("/api/v1/newsletter/confirm", json=yes)).json() == {"done": True}


async def drafted(client: Client, staff: dict[str, str], **said: Any) -> dict[str, Any]:
    answer = await client.post(LETTERS, json=said, headers=staff)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def approved(client: Client, staff: dict[str, str], letter: dict[str, Any]) -> dict[str, Any]:
    said = {"digest": letter["digest"]}
    answer = await client.post(f"{LETTERS}/{letter['id']}/approve", json=said, headers=staff)
    assert answer.status_code == 200, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def sent(shop: Shop) -> None:
    """The worker's minute, and what follows."""
    await shop.runtime.jobs._periodic["growth.send_letters"]()
    await shop.work()


async def figures(client: Client, staff: dict[str, str], letter: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = (await client.get(f"{LETTERS}/{letter['id']}", headers=staff)).json()
    return found


async def test_manage_subscribers(database_url: str, clock: SettableClock) -> None:
    """Asked once by mail, a yes proves the address, leaving ends letters and nothing else."""
    async with world(database_url, clock) as (shop, client, staff):
        await subscribe(shop, client, "Dana@Example.com", zip="95112")
        [question] = shop.carrier.taken
        assert (question.to, question.subject) == ("dana@example.com", "Letters from My Hibachi Chef: is it you?")
        named = await client.post("/api/v1/newsletter/subscribe", json={"email": "a@example.com", "name": "Dana"})
        assert named.status_code == 422, "what nobody uses is not asked for"
        again = await client.post("/api/v1/newsletter/subscribe", json={"email": "dana@example.com"})
        assert again.status_code == 202
        await shop.work()
        assert len(shop.carrier.taken) == 1, "who agreed is not asked again, and nobody is told that they did"
        [row] = (await client.get(f"{LETTERS}/subscribers", headers=staff)).json()["subscribers"]
        assert (row["state"], row["email"], row["zip"]) == ("confirmed", "dana@example.com", "95112")
        ledger = await shop.rows("SELECT purpose, granted, basis FROM consents")
        assert ledger == [{"purpose": "marketing", "granted": True, "basis": "form"}]
        proven = await shop.rows("SELECT proven FROM customer_identities WHERE value = 'dana@example.com'")
        assert proven == [{"proven": True}]
        for said in ("x", token(question.text, "confirm") + "x"):
            lost = await client.post("/api/v1/newsletter/confirm", json={"token": said})
            assert (lost.status_code, lost.json()["code"]) == (404, "newsletter_link_lost")


async def test_the_same_address_at_one_instant_is_one_subscriber_and_one_question(
    database_url: str, clock: SettableClock
) -> None:
    async with world(database_url, clock) as (shop, client, _staff):

        async def ask(said: str) -> None:
            async with shop.db.transaction() as tx:
                await subscribing.subscribe(tx, wanted=Subscription(email=said))

        await asyncio.gather(*(ask(said) for said in ("dana@example.com", "Dana@Example.com") * 2))
        await shop.work()
        people = await shop.rows("SELECT customer_id FROM newsletter_subscribers")
        assert len(people) == 1 and len(shop.carrier.taken) == 1
        assert len(await shop.rows("SELECT id FROM customers WHERE email = 'dana@example.com'")) == 1
        clock.advance(timedelta(minutes=5))
        again = await client.post("/api/v1/newsletter/subscribe", json={"email": "dana@example.com"})
        assert again.status_code == 202
        await shop.work()
        assert len(shop.carrier.taken) == 2, "whoever lost the first mail may ask for another one"


async def test_send_newsletter(database_url: str, clock: SettableClock) -> None:
    """The whole way: draft, yes, the wire with its one-click way out, figures, leaving, the next letter."""
    async with world(database_url, clock) as (shop, client, staff):
        for email in ("ann@example.com", "ben@example.com"):
            await subscribe(shop, client, email)
        await client.post("/api/v1/newsletter/subscribe", json={"email": "never@example.com"})
        await shop.work()
        shop.carrier.taken.clear()
        letter = await drafted(client, staff, news=["We have a second chef now"])
        assert (letter["reaches"], letter["problems"], letter["state"]) == (2, [], "draft")
        await sent(shop)
        assert shop.carrier.taken == [], "nothing leaves without a yes"
        stale = await client.post(f"{LETTERS}/{letter['id']}/approve", json={"digest": "other"}, headers=staff)
        assert (stale.status_code, stale.json()["code"]) == (409, "newsletter_changed")
        await approved(client, staff, letter)
        for _ in range(2):
            await sent(shop)
        assert sorted(mail.to for mail in shop.carrier.taken) == ["ann@example.com", "ben@example.com"]
        mail = shop.carrier.taken[0]
        assert mail.subject == "News from My Hibachi Chef" and mail.in_reply_to is None
        assert mail.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert "We have a second chef now." in mail.text and "/newsletter/?leave=" in mail.text
        assert "<img" not in (mail.html or ""), "no pixel"
        seen = await figures(client, staff, letter)
        assert (seen["state"], seen["figures"]["sent"], seen["figures"]["clicks"]) == ("sent", 2, None)
        gone = await client.post("/api/v1/newsletter/leave", json={"token": token(mail.text, "leave")})
        assert gone.json() == {"done": True}
        assert (await figures(client, staff, letter))["figures"]["left"] == 1
        one_click = next(one for one in shop.carrier.taken if one.to != mail.to).headers["List-Unsubscribe"]
        await client.post(one_click.split("<")[1].split(">")[0].removeprefix(PUBLIC))
        await shop.work()
        states = (await client.get(LETTERS, headers=staff)).json()["subscribers"]
        assert states == {"left": 2, "pending": 1}
        second = await drafted(client, staff)
        nobody = await client.post(
            f"{LETTERS}/{second['id']}/approve", json={"digest": second["digest"]}, headers=staff
        )
        assert (nobody.status_code, nobody.json()["code"]) == (409, "newsletter_nobody")


async def test_a_letter_says_nothing_that_no_fact_holds(database_url: str, clock: SettableClock) -> None:
    """An amount that is nobody's is named and refused; one that was true and is not any more stops the letter."""
    async with world(database_url, clock) as (shop, client, staff):
        await subscribe(shop, client, "ann@example.com")
        shop.carrier.taken.clear()
        letter = await drafted(client, staff, news=["Everything is $3 this week"])
        assert letter["problems"]
        refused = await client.post(
            f"{LETTERS}/{letter['id']}/approve", json={"digest": letter["digest"]}, headers=staff
        )
        assert (refused.status_code, refused.json()["code"]) == (422, "newsletter_unfounded")
        right = {
            "subject": "Salmon",
            "body": "Salmon is an upgrade for $5 per person.",
            "segment": {"who": "everybody"},
        }
        edited = await client.put(f"{LETTERS}/{letter['id']}", json=right, headers=staff)
        assert edited.json()["problems"] == [], edited.text
        await approved(client, staff, edited.json())
        await _as_admin(shop, client, DEARER)
        await sent(shop)
        assert shop.carrier.taken == []
        seen = await figures(client, staff, letter)
        assert seen["state"] == "stopped" and "facts changed" in seen["stopped_reason"]


async def test_a_subject_says_nothing_that_no_fact_holds(database_url: str, clock: SettableClock) -> None:
    """What a subject says passes the same gate: before the yes, and again before each letter leaves."""
    async with world(database_url, clock) as (shop, client, staff):
        await subscribe(shop, client, "ann@example.com")
        shop.carrier.taken.clear()
        letter = await drafted(client, staff, subject="Hibachi at home for $29")
        assert letter["problems"]
        said = {"digest": letter["digest"]}
        refused = await client.post(f"{LETTERS}/{letter['id']}/approve", json=said, headers=staff)
        assert (refused.status_code, refused.json()["code"]) == (422, "newsletter_unfounded")
        words = {
            "subject": "Salmon for $5 per person",
            "body": "Hello, our menu is new.",
            "segment": {"who": "everybody"},
        }
        edited = await client.put(f"{LETTERS}/{letter['id']}", json=words, headers=staff)
        assert edited.json()["problems"] == [], edited.text
        await approved(client, staff, edited.json())
        await _as_admin(shop, client, DEARER)
        await sent(shop)
        assert shop.carrier.taken == []
        seen = await figures(client, staff, letter)
        assert seen["state"] == "stopped" and "facts changed" in seen["stopped_reason"]


async def _as_admin(shop: Shop, client: Client, change: dict[str, Any]) -> None:
    await member(shop.db, "admin", email="a@example.com")
    admin = await headers_of(client, "a@example.com")
    answer = await client.patch("/api/v1/admin/policies", json=change, headers=admin)
    assert answer.status_code == 200, answer.text


async def test_what_is_told_of_a_reader_is_of_no_other_one(database_url: str, clock: SettableClock) -> None:
    """One letter went to two readers: the rows that are a person's are those of their own letters."""
    async with world(database_url, clock) as (shop, client, staff):
        for email in ("ann@example.com", "ben@example.com"):
            await subscribe(shop, client, email)
        await approved(client, staff, await drafted(client, staff))
        await sent(shop)
        [ann, ben] = await shop.rows("SELECT id, customer_id FROM newsletter_subscribers ORDER BY email")
        for mine in (ann, ben):
            async with shop.db.transaction() as tx:
                told = await persons.export(tx, await persons.rows_of(tx, mine["customer_id"]))
            assert [one["subscriber_id"] for one in told["newsletter_letters"]] == [str(mine["id"])]


async def test_letters_wait_for_the_morning_and_go_in_rounds(database_url: str, clock: SettableClock) -> None:
    async with world(database_url, clock) as (shop, client, staff):
        for email in ("ann@example.com", "ben@example.com"):
            await subscribe(shop, client, email)
        shop.carrier.taken.clear()
        await _as_admin(shop, client, {"changes": {"growth": {"letters": {"batch": 1}}}, "note": "slowly"})
        letter = await drafted(client, staff)
        await approved(client, staff, letter)
        clock.set(datetime.fromisoformat("2026-03-04T22:00:00-08:00"))
        await sent(shop)
        waiting = await shop.rows("SELECT state, not_before FROM newsletter_letters ORDER BY not_before NULLS LAST")
        morning = datetime.fromisoformat("2026-03-05T09:00:00-08:00")
        assert shop.carrier.taken == [] and [row["state"] for row in waiting] == ["waiting", "waiting"]
        assert waiting[0]["not_before"] == morning
        clock.set(datetime.fromisoformat("2026-03-05T10:00:00-08:00"))
        await sent(shop)
        assert len(shop.carrier.taken) == 1, "one a round, as the owner says"
        await sent(shop)
        assert len(shop.carrier.taken) == 2
        assert await shop.rows("SELECT state FROM newsletters") == [{"state": "sent"}]


async def test_a_bounce_ends_a_subscription_and_calls_nobody(database_url: str, clock: SettableClock) -> None:
    async with world(database_url, clock) as (shop, client, staff):
        await subscribe(shop, client, "ann@example.com")
        letter = await drafted(client, staff)
        await approved(client, staff, letter)
        await sent(shop)
        mail = shop.carrier.taken[-1]
        async with shop.db.transaction() as tx:
            await delivery.report(
                tx, provider="scripted", provider_message_id=f"SM-{mail.id}", state="failed", code="5.1.1"
            )
        await shop.work()
        seen = await figures(client, staff, letter)
        assert (seen["figures"]["bounced"], seen["figures"]["sent"]) == (1, 1)
        assert (await client.get(LETTERS, headers=staff)).json()["subscribers"] == {"bounced": 1}
        assert await shop.rows("SELECT id FROM conversations WHERE status = 'escalated'") == []


async def test_clicks_are_counted_together_where_the_owner_wants_it(database_url: str, clock: SettableClock) -> None:
    async with world(database_url, clock) as (shop, client, staff):
        await subscribe(shop, client, "ann@example.com")
        await _as_admin(shop, client, {"changes": {"growth": {"letters": {"count_clicks": True}}}, "note": "count"})
        letter = await drafted(client, staff)
        await approved(client, staff, letter)
        await sent(shop)
        link = next(word for word in shop.carrier.taken[-1].text.split() if "/newsletter/go/" in word)
        for _ in range(3):
            led = await client.get(link.removeprefix(PUBLIC), follow_redirects=False)
            assert (led.status_code, led.headers["location"]) == (302, f"{PUBLIC}/quote/")
        assert (await figures(client, staff, letter))["figures"]["clicks"] == 3
        assert (await client.get("/api/v1/newsletter/go/x")).status_code == 404
        columns = await shop.rows(
            "SELECT column_name FROM information_schema.columns WHERE table_name = 'newsletter_clicks'"
        )
        assert {row["column_name"] for row in columns} == {"newsletter_id", "clicks"}, "nobody's name stands beside it"


async def test_who_said_stop_to_mails_is_not_even_asked(database_url: str, clock: SettableClock) -> None:
    async with world(database_url, clock) as (shop, client, _staff):
        await shop.arrives("STOP", channel="email", email="dana@example.com")
        await shop.work()
        shop.carrier.taken.clear()
        clock.advance(timedelta(hours=1))
        asked = await client.post("/api/v1/newsletter/subscribe", json={"email": "dana@example.com"})
        assert asked.status_code == 202, "and whoever asks is told nothing of it"
        await shop.work()
        assert shop.carrier.taken == []
        async with shop.db.transaction() as tx:
            states = (await tx.session.execute(text("SELECT state FROM newsletter_subscribers"))).scalars().all()
        assert states == ["pending"]
