"""The product with an admin at it, and what a request needs to be about something: parties, people, threads, drafts."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx2
from sqlalchemy import text

from hibachi.bookings import service as bookings
from hibachi.bookings.events import BookingCompleted
from hibachi.growth import service as growth
from hibachi.growth.newsletters import links as letter_links
from hibachi.growth.newsletters import subscribing
from hibachi.growth.newsletters.links import Use
from hibachi.growth.newsletters.schemas import SubscriberFilter, Subscription
from hibachi.growth.reviews import links
from hibachi.kit.clock import SettableClock
from hibachi.payments.notices.schemas import Notice
from hibachi.payments.schemas import Origin
from hibachi.payments.service import notices
from hibachi.runtime import Runtime
from tests.channels.office import QUESTION
from tests.channels.scripted import ScriptedCarrier, Shop

JSON = dict[str, Any]
HERE = {"public_url": "https://here.example"}
FIRST = date(2026, 3, 14)


def address(path: str) -> str:
    """Where a request goes: most addresses are said without their version."""
    return path if path.startswith(("/api/", "/feedback/")) else f"/api/v1{path}"


@dataclass
class Asked:
    """A request: its address, its body, and another body that asks for something else."""

    path: str
    body: JSON | None = None
    other: JSON | None = None


@dataclass
class Stage:
    """A client with an admin's headers, and parties, people and threads to do something with."""

    client: httpx2.AsyncClient
    staff: dict[str, str]
    clock: SettableClock
    runtime: Runtime
    days: int = 0
    made: list[JSON] = field(default_factory=list)

    async def post(self, path: str, body: JSON | None = None, **headers: str) -> JSON:
        """A write that must succeed."""
        answer = await self.client.post(address(path), json=body or {}, headers={**self.staff, **headers})
        assert answer.status_code < 300, (path, answer.status_code, answer.text)
        made: JSON = answer.json()
        return made

    def day(self) -> str:
        """A day that nothing else of this stage uses."""
        self.days += 1
        return (FIRST + timedelta(days=self.days)).isoformat()

    def wish(self, **said: Any) -> JSON:
        """A party of twelve, on a day of its own."""
        who = {"name": "Dana Ruiz", "phone": "+14085550123"}
        return {"date": self.day(), "time": "18:00:00", "zip": "95112", "adults": 12, **who, **said}

    async def held(self, **said: Any) -> JSON:
        """A hold with its token."""
        return await self.post("/holds", self.wish(**said))

    async def pending(self, **said: Any) -> tuple[str, str]:
        """A booked party without its deposit: id and token."""
        token = (await self.held(**said))["token"]
        return (await self.post("/bookings", {"token": token}))["id"], token

    async def shared(self) -> str:
        """The link by which the guests of a party choose."""
        party, token = await self.pending()
        link: str = (await self.post(f"/bookings/{party}/guests/link?token={token}"))["link"]
        return link

    async def chosen(self) -> tuple[str, str, str]:
        """Where the choices of a party are, its token, and the id of what a guest chose."""
        party, token = await self.pending()
        link = (await self.post(f"/bookings/{party}/guests/link?token={token}"))["link"]
        wish = {"key": "cy-" * 12, "name": "Cy", "dishes": ["lobster_tail"]}
        entry = await self.client.put(f"/api/v1/choices/{link}", json=wish)
        return f"/bookings/{party}/guests", token, entry.json()["id"]

    async def confirmed(self, **said: Any) -> str:
        """A party whose deposit is recorded."""
        party, _ = await self.pending(**said)
        await self.post(f"/admin/bookings/{party}/deposit", {"amount": "100.00", "method": "zelle"})
        return party

    async def paid(self) -> tuple[str, str]:
        """A party whose deposit is recorded: its id and that of the payment."""
        party, _ = await self.pending()
        taken = await self.post(f"/admin/bookings/{party}/payments", {"amount": "100.00", "method": "zelle"})
        return party, taken["entry"]["id"]

    async def invoiced(self) -> tuple[str, str]:
        """A party with an invoice: its id and the invoice's."""
        party, _ = await self.pending()
        return party, (await self.post(f"/admin/bookings/{party}/invoices"))["id"]

    async def ended(self, status: str) -> str:
        """A party of last month."""
        made = await self.post("/admin/bookings/import", self.wish(date="2026-02-07", status=status))
        party: str = made["id"]
        return party

    async def homeless(self) -> str:
        """A party whose deposit came when its time was gone."""
        day = self.day()
        party, _ = await self.pending(date=day)
        self.clock.advance(timedelta(hours=3))
        for _ in range(2):
            await self.confirmed(date=day)
        late = await self.client.post(
            f"/api/v1/admin/bookings/{party}/deposit", json={"amount": "100.00", "method": "zelle"}, headers=self.staff
        )
        assert late.json()["code"] == "refund_or_move"
        return party

    async def thread(self) -> JSON:
        """A conversation in which the concierge has answered."""
        return await self.post("/chat/messages", {"text": "how much for 20 adults in 95112?"})

    async def booked_by_chat(self) -> str:
        """A conversation that led to a booking: its customer is asked how it was."""
        thread: str = (await self.thread())["conversation_id"]
        wish = (
            "I'd like to book Saturday March 21 at 6pm, 12 adults, no extras, ZIP 94539. I'm Dana Ruiz, 510 555 0142."
        )
        for words in (wish, "yes please book it"):
            await self.post("/chat/messages", {"text": words, "conversation_id": thread})
        return thread

    async def taken_over(self) -> str:
        """A conversation in which staff speak."""
        thread: str = (await self.thread())["conversation_id"]
        await self.post(f"/admin/conversations/{thread}/take-over", {"reason": "asked for"})
        return thread

    async def reply_of_the_ai(self) -> JSON:
        """Where a reply of the concierge stands."""
        thread = (await self.thread())["conversation_id"]
        detail = (await self.client.get(f"/api/v1/admin/conversations/{thread}", headers=self.staff)).json()
        reply = next(message["id"] for message in detail["messages"] if message["role"] == "assistant")
        return {"conversation_id": thread, "ai_message_id": reply}

    async def proposal(self) -> str:
        """The id of a new script that waits for a yes."""
        self.days += 1
        words = {"situation": "thinking", "text": "Sleep on it, the grill is patient.", "note": f"number {self.days}"}
        found: str = (await self.post("/admin/scripts/proposals", words))["id"]
        return found

    async def released(self) -> str:
        """The id of a proposal that an owner said yes to."""
        proposal = await self.proposal()
        await self.post(f"/admin/scripts/proposals/{proposal}/release")
        return proposal

    async def script(self) -> str:
        """The key of a script in force."""
        await self.released()
        scripts = (await self.client.get("/api/v1/admin/scripts", headers=self.staff)).json()["scripts"]
        found: str = scripts[-1]["key"]
        return found

    async def person(self) -> str:
        """A customer's id."""
        people = (await self.client.get("/api/v1/admin/customers", headers=self.staff)).json()["customers"]
        if not people:
            await self.held()
            return await self.person()
        found: str = people[0]["id"]
        return found

    async def two(self) -> tuple[str, str]:
        """Two customers' ids."""
        for _ in range(2):
            self.days += 1
            await self.held(name=f"Person {self.days}", phone=f"+1408555{self.days + 1000}")
        people = (await self.client.get("/api/v1/admin/customers", headers=self.staff)).json()["customers"]
        return people[0]["id"], people[1]["id"]

    async def merged(self) -> str:
        """The id of a merge of two customers."""
        kept, gone = await self.two()
        found: str = (await self.post(f"/admin/customers/{kept}/merge", {"gone": gone, "reason": "one person"}))["id"]
        return found

    async def payment_mail(self) -> str:
        """The id of a payment e-mail that fits no party."""
        whence = Origin(
            source=uuid4().hex, issuer="venmo.com", service="venmo", proven=True, ours=True, arrived_at=self.clock.now()
        )  # fmt: skip
        said = Notice(kind="received", amount=77_00, currency="USD", payer="Lee Poe", transaction_id=uuid4().hex)
        async with self.runtime.db.transaction() as tx:
            proposal = await notices.propose(tx, origin=whence, notice=said)
        assert proposal is not None
        return str(proposal.id)

    async def draft(self) -> str:
        """The id of a reply to a mail that waits for a person."""
        order = {"channel": "email", "drafting": True, "reason": "the first fifty"}
        await self.client.put("/api/v1/admin/drafts/modes", json=order, headers=self.staff)
        shop = Shop(self.runtime, ScriptedCarrier(), self.clock)
        await shop.arrives(QUESTION, channel="email", email="dana@example.com")
        await shop.work()
        waiting = (await self.client.get("/api/admin/emails/pending", headers=self.staff)).json()["drafts"]
        found: str = waiting[0]["id"]
        return found

    async def approved(self) -> str:
        """The id of a draft that was approved."""
        draft = await self.draft()
        await self.post(f"/api/admin/emails/{draft}/approve")
        return draft

    async def gap(self) -> str:
        """The id of what a vote against a reply left to look at."""
        said = {"log_id": (await self.thread())["reply"]["id"], "feedback": "not_helpful"}
        await self.post("/ai/orchestrator/feedback", said)
        found: str = (await self.client.get("/api/v1/admin/knowledge-gaps", headers=self.staff)).json()[0]["id"]
        return found

    async def recipient(self) -> str:
        """The id of somebody who is told of hand-overs."""
        found: str = (await self.post("/admin/notices/recipients", {"kind": "slack", "address": "default"}))["id"]
        return found

    async def code(self) -> str:
        """The code of somebody who has a party."""
        party, token = await self.pending()
        found: str = (await self.post(f"/referrals/mine?booking_id={party}&token={token}"))["code"]
        return found

    async def friend(self) -> tuple[str, str, str]:
        """A code, and the party and token of somebody else who does not come with it yet."""
        self.days += 1
        code = await self.code()
        party, token = await self.pending(name="Lee Poe", phone=f"+1408555{self.days + 2000}")
        return code, party, token

    async def earned(self) -> str:
        """The id of a recommendation whose friend's party is over."""
        code, party, token = await self.friend()
        await self.post("/referrals/claims", {"code": code, "booking_id": party, "token": token})
        await self.post(f"/admin/bookings/{party}/deposit", {"amount": "100.00", "method": "zelle"})
        now = self.clock.now()
        self.clock.advance(timedelta(days=60))
        async with self.runtime.db.transaction() as tx:
            await bookings.complete(tx)
            await growth.follow_referral(tx, BookingCompleted(booking_id=UUID(party), customer_id=UUID(party)))
        self.clock.set(now)
        found = (await self.client.get("/api/v1/admin/referrals", headers=self.staff)).json()["referrals"]
        assert found[0]["state"] == "earned", found
        referral: str = found[0]["id"]
        return referral

    async def asked_to_review(self) -> str:
        """The token by which a party that is over is reviewed."""
        party = UUID(await self.ended("completed"))
        return links.token(self.runtime.settings, party, until=self.clock.now() + timedelta(days=30))

    async def review(self) -> str:
        """The id of a review."""
        await self.post("/reviews", {"token": await self.asked_to_review(), "rating": 5, "words": "What a show!"})
        found: str = (await self.client.get("/api/v1/admin/reviews", headers=self.staff)).json()["reviews"][0]["id"]
        return found

    async def reply_drafted(self) -> str:
        """The id of a review with a reply that waits."""
        review = await self.review()
        path = f"/api/v1/admin/reviews/{review}/reply"
        await self.client.put(path, json={"text": "Thank you!"}, headers=self.staff)
        return review

    async def subscriber(self, use: Use) -> str:
        """The token by which an address says yes to letters, or leaves."""
        self.days += 1
        email = f"reader{self.days}@example.com"
        async with self.runtime.db.transaction() as tx:
            await subscribing.subscribe(tx, wanted=Subscription(email=email, zip=None))
            row = await subscribing.page(tx, wanted=SubscriberFilter(limit=1))
        yes = letter_links.confirm(
            self.runtime.settings.model_copy(update=HERE), row.subscribers[0].id, now=self.clock.now()
        )
        confirm = (yes or "").split("confirm=")[1]
        if use == "confirm":
            return confirm
        await self.post("/newsletter/confirm", {"token": confirm})
        out = letter_links.leave(
            self.runtime.settings.model_copy(update=HERE), row.subscribers[0].id, row.subscribers[0].id
        )
        return (out or "").split("leave=")[1]

    async def letter(self) -> JSON:
        """A draft that would reach somebody."""
        await self.post("/newsletter/confirm", {"token": await self.subscriber("confirm")})
        return await self.post("/admin/newsletters", {"news": ["We have a second chef now"]})

    async def chef(self) -> int:
        """A chef's id."""
        found: int = (await self.client.get("/api/v1/admin/chefs", headers=self.staff)).json()[0]["id"]
        return found

    async def block(self) -> JSON:
        """What keeps a chef free for two hours."""
        day = self.day()
        return {"chef_id": await self.chef(), "start": f"{day}T18:00:00Z", "end": f"{day}T20:00:00Z"}

    async def station(self) -> int:
        """A station's id."""
        found: int = (await self.client.get("/api/v1/admin/stations", headers=self.staff)).json()[0]["id"]
        return found

    async def colleague(self) -> str:
        """A member of staff's id."""
        self.days += 1
        new = {"email": f"chef{self.days}@example.com", "name": "Chef", "roles": ["chef"]}
        found: str = (await self.post("/admin/users", new))["staff"]["id"]
        return found

    async def secured(self) -> str:
        """The id of a colleague with a second factor."""
        found = await self.colleague()
        factor = "UPDATE users SET totp_secret = 'JBSWY3DPEHPK3PXP', totp_on = true WHERE id = :id"
        async with self.runtime.db.transaction() as tx:
            await tx.session.execute(text(factor), {"id": found})
        return found
