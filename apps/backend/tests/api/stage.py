"""Every write route of the product with a request that does something: what tests of all routes are driven by."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import httpx2

from hibachi.kit.clock import SettableClock

JSON = dict[str, Any]
FIRST = date(2026, 3, 14)


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
    days: int = 0
    made: list[JSON] = field(default_factory=list)

    async def post(self, path: str, body: JSON | None = None, **headers: str) -> JSON:
        """A write that must succeed."""
        answer = await self.client.post(f"/api/v1{path}", json=body or {}, headers={**self.staff, **headers})
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

    async def confirmed(self, **said: Any) -> str:
        """A party whose deposit is recorded."""
        party, _ = await self.pending(**said)
        await self.post(f"/admin/bookings/{party}/deposit", {"amount": "100.00", "method": "zelle"})
        return party

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

    async def taken_over(self) -> str:
        """A conversation in which staff speak."""
        thread: str = (await self.thread())["conversation_id"]
        await self.post(f"/admin/conversations/{thread}/take-over", {"reason": "asked for"})
        return thread

    async def reply_of_the_ai(self) -> str:
        """The address of a reply of the concierge."""
        thread = (await self.thread())["conversation_id"]
        detail = (await self.client.get(f"/api/v1/admin/conversations/{thread}", headers=self.staff)).json()
        reply = next(message["id"] for message in detail["messages"] if message["role"] == "assistant")
        return f"/admin/conversations/{thread}/messages/{reply}"

    async def person(self) -> str:
        """A customer's id."""
        people = (await self.client.get("/api/v1/admin/customers", headers=self.staff)).json()["customers"]
        if not people:
            await self.held()
            return await self.person()
        found: str = people[0]["id"]
        return found

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


Make = Callable[[Stage], Awaitable[Asked]]


def of(path: str, made: Callable[[Stage], Awaitable[Any]], body: JSON | None = None, other: JSON | None = None) -> Make:
    """A request about something made for it: {} in the path is its id, or its id and token."""

    async def asked(stage: Stage) -> Asked:
        thing = await made(stage)
        parts = thing if isinstance(thing, tuple) else (thing,)
        return Asked(path.format(*parts), body, other)

    return asked


def plain(path: str, body: JSON, other: JSON) -> Make:
    """A request about nothing that is there already."""

    async def asked(stage: Stage) -> Asked:
        return Asked(path, body, other)

    return asked


async def new_hold(stage: Stage) -> Asked:
    return Asked("/holds", stage.wish(), stage.wish())


async def new_booking(stage: Stage) -> Asked:
    return Asked("/bookings", {"token": (await stage.held())["token"]}, {"token": (await stage.held())["token"]})


async def new_import(stage: Stage) -> Asked:
    return Asked("/admin/bookings/import", stage.wish(status="confirmed"), stage.wish(status="confirmed"))


async def new_placement(stage: Stage) -> Asked:
    party = await stage.homeless()
    return Asked(
        f"/admin/bookings/{party}/place",
        {"date": stage.day(), "time": "15:00:00"},
        {"date": stage.day(), "time": "15:00:00"},
    )


async def new_block(stage: Stage) -> Asked:
    return Asked("/admin/blocks", await stage.block(), await stage.block())


async def lifted_block(stage: Stage) -> Asked:
    return Asked(f"/admin/blocks/{(await stage.post('/admin/blocks', await stage.block()))['id']}")


async def new_chef(stage: Stage) -> Asked:
    station = await stage.station()
    return Asked("/admin/chefs", {"station_id": station, "name": "Kenji"}, {"station_id": station, "name": "Aiko"})


async def lead(stage: Stage) -> str:
    found: str = (await stage.post("/admin/leads", {"name": "Lee", "phone": "(408) 555-0188"}))["id"]
    return found


async def key(stage: Stage) -> str:
    found: str = (await stage.post("/admin/api-keys", {"name": "till", "scopes": ["crew:read"]}))["key"]["id"]
    return found


async def handed(stage: Stage) -> str:
    return str((await stage.thread())["conversation_id"])


ILL, MOVED = {"reason": "ill"}, {"reason": "moved"}
MORE, FEWER = {"adults": 14}, {"adults": 13}
WRITES: dict[str, Make] = {
    "POST /api/v1/quotes": plain("/quotes", {"adults": 12}, {"adults": 13}),
    "POST /api/v1/holds": new_hold,
    "POST /api/v1/bookings": new_booking,
    "POST /api/v1/bookings/{booking_id}/change-preview": of(
        "/bookings/{0}/change-preview?token={1}", Stage.pending, MORE, FEWER
    ),
    "POST /api/v1/bookings/{booking_id}/change": of("/bookings/{0}/change?token={1}", Stage.pending, MORE, FEWER),
    "POST /api/v1/bookings/{booking_id}/cancel-preview": of("/bookings/{0}/cancel-preview?token={1}", Stage.pending),
    "POST /api/v1/bookings/{booking_id}/cancel": of("/bookings/{0}/cancel?token={1}", Stage.pending, ILL, MOVED),
    "PATCH /api/v1/admin/customers/{customer_id}": of(
        "/admin/customers/{0}", Stage.person, {"name": "Dana R"}, {"name": "Dana S"}
    ),
    "POST /api/v1/admin/conversations/{conversation_id}/take-over": of(
        "/admin/conversations/{0}/take-over", handed, {"reason": "asked for"}, MOVED
    ),
    "POST /api/v1/admin/conversations/{conversation_id}/reply": of(
        "/admin/conversations/{0}/reply", Stage.taken_over, {"text": "Hello, this is Olga."}, {"text": "Hello!"}
    ),
    "POST /api/v1/admin/conversations/{conversation_id}/hand-back": of(
        "/admin/conversations/{0}/hand-back", Stage.taken_over
    ),
    "POST /api/v1/admin/conversations/{conversation_id}/close": of(
        "/admin/conversations/{0}/close", Stage.taken_over, {"successful": True}, {"successful": False}
    ),
    "POST /api/v1/admin/conversations/{conversation_id}/satisfaction": of(
        "/admin/conversations/{0}/satisfaction", handed, {"score": 5}, {"score": 1}
    ),
    "PATCH /api/v1/admin/conversations/{conversation_id}/messages/{message_id}": of(
        "{0}", Stage.reply_of_the_ai, {"content": "Better so.", "reason": "tone"}, {"content": "So.", "reason": "tone"}
    ),
    "POST /api/v1/admin/leads": plain("/admin/leads", {"phone": "(408) 555-0199"}, {"phone": "(408) 555-0198"}),
    "POST /api/v1/admin/leads/{lead_id}/follow-up": of(
        "/admin/leads/{0}/follow-up", lead, {"notes": "called"}, {"notes": "wrote"}
    ),
    "POST /api/v1/admin/leads/{lead_id}/lost": of("/admin/leads/{0}/lost", lead, ILL, MOVED),
    "POST /api/v1/admin/stations": plain(
        "/admin/stations", {"name": "South", "zip": "95112"}, {"name": "East", "zip": "95112"}
    ),
    "POST /api/v1/admin/chefs": new_chef,
    "PATCH /api/v1/admin/chefs/{chef_id}": of("/admin/chefs/{0}", Stage.chef, {"name": "Ken"}, {"name": "Ren"}),
    "POST /api/v1/admin/blocks": new_block,
    "DELETE /api/v1/admin/blocks/{block_id}": lifted_block,
    "PATCH /api/v1/admin/{booking_id:uuid}": of("/admin/{0}", Stage.confirmed, MORE, FEWER),
    "POST /api/v1/admin/bookings/import": new_import,
    "POST /api/v1/admin/bookings/{booking_id}/change-preview": of(
        "/admin/bookings/{0}/change-preview", Stage.confirmed, MORE, FEWER
    ),
    "POST /api/v1/admin/bookings/{booking_id}/deposit": of(
        "/admin/bookings/{0}/deposit",
        Stage.pending,
        {"amount": "100.00", "method": "zelle"},
        {"amount": "100.00", "method": "cash"},
    ),
    "POST /api/v1/admin/bookings/{booking_id}/place": new_placement,
    "POST /api/v1/admin/bookings/{booking_id}/cancel-preview": of(
        "/admin/bookings/{0}/cancel-preview", Stage.confirmed
    ),
    "POST /api/v1/admin/bookings/{booking_id}/cancel": of("/admin/bookings/{0}/cancel", Stage.confirmed, ILL, MOVED),
    "POST /api/v1/admin/bookings/{booking_id}/no-show": of(
        "/admin/bookings/{0}/no-show", lambda stage: stage.ended("completed"), ILL, MOVED
    ),
    "POST /api/v1/admin/bookings/{booking_id}/complete": of(
        "/admin/bookings/{0}/complete", lambda stage: stage.ended("no_show"), ILL, MOVED
    ),
    "PATCH /api/v1/admin/policies": plain(
        "/admin/policies",
        {"changes": {"business": {"phone": "+14085550100"}}, "note": "moved"},
        {"changes": {"business": {"phone": "+14085550101"}}, "note": "moved"},
    ),
    "PATCH /api/v1/admin/users/{user_id}": of("/admin/users/{0}", Stage.colleague, {"name": "Ken"}, {"name": "Ren"}),
    "DELETE /api/v1/admin/api-keys/{key_id}": of("/admin/api-keys/{0}", key),
}
SHOWN_ONCE: dict[str, Make] = {
    "POST /api/v1/admin/users": plain(
        "/admin/users",
        {"email": "new@example.com", "name": "New", "roles": ["chef"]},
        {"email": "old@example.com", "name": "Old", "roles": ["chef"]},
    ),
    "POST /api/v1/admin/users/{user_id}/password": of("/admin/users/{0}/password", Stage.colleague),
    "POST /api/v1/admin/api-keys": plain(
        "/admin/api-keys", {"name": "one", "scopes": ["crew:read"]}, {"name": "two", "scopes": ["crew:read"]}
    ),
}
"""Writes whose answer holds a secret: kept nowhere, so a second time is told that it was done."""
TURNS = {"POST /api/v1/chat/messages", "POST /api/v1/chat/stream"}
"""A turn of the concierge is several transactions; its key is the message's own id."""
TOKENS = {"POST /api/v1/auth/token", "POST /api/v1/auth/refresh", "POST /api/v1/auth/logout", "POST /api/v1/auth/password"}  # fmt: skip
"""Signing in and out: answers that are never kept."""
