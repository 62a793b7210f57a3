"""kill -9 between any two steps from the wish to pay by card to the refund: Stripe, the ledger and the party agree."""

import asyncio
import copy
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from hibachi.kit.clock import SettableClock
from hibachi.kit.postgres import EmbeddedPostgres
from hibachi.policies import service as policies
from tests.channels.scripted import shop_on
from tests.faults import card_child
from tests.faults.card_child import BACK, TOLD, Party
from tests.faults.sending_child import NOW, taken
from tests.faults.test_kill import PROCESSES, copy_of, query
from tests.parties import DEPOSIT, Shop
from tests.simulators.provider import Answer, Asked, on_a_port
from tests.simulators.stripe import StripeSimulator

PROCESSES.set_forkserver_preload(["tests.faults.child", "tests.faults.sending_child", "tests.faults.card_child"])
DEAD = "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 day'"
KEPT = ("sessions", "intents", "refunds", "disputes", "events", "_keys", "_count")
SAME = (
    "SELECT state FROM stripe_payments",
    "SELECT state FROM stripe_refunds",
    "SELECT name FROM events WHERE name IN ('BookingConfirmed', 'DepositPaid') ORDER BY name",
    "SELECT action FROM audit_log WHERE action LIKE '%refund%' OR action = 'payment_record' ORDER BY action",
    "SELECT kind, total FROM invoices",
    "SELECT left(body, 50), state FROM outbox WHERE kind = 'unasked' ORDER BY sequence",
)
"""What may not depend on where the process died: each thing is there once."""


class Telling(StripeSimulator):
    """Stripe in this process, that a product in another one can ask for what it would tell."""

    def respond(self, asked: Asked) -> Answer:
        if asked.path == TOLD:
            told = [(event["id"], self.signed(event)) for event in self.events]
            said = [
                {"id": key, "path": one.path, "body": one.body.decode(), "headers": one.headers} for key, one in told
            ]
            return Answer(200, {"events": said})
        if asked.path.startswith(TOLD):
            self.events = [event for event in self.events if event["id"] != asked.path.rpartition("/")[2]]
            return Answer(200)
        return super().respond(asked)

    @contextmanager
    def as_it_was(self) -> Iterator[None]:
        """What the block does at Stripe is undone."""
        kept = copy.deepcopy({name: getattr(self, name) for name in KEPT})
        yield
        for name, value in kept.items():
            setattr(self, name, value)


@pytest.fixture
def stripe() -> Iterator[Telling]:
    with on_a_port(Telling(SettableClock(NOW).now)) as simulator:
        yield simulator


def a_party_waits(url: str) -> tuple[str, str]:
    """Somebody wrote to us and said yes; the deposit is awaited. The party and its token."""

    async def prepare() -> tuple[str, str]:
        async with shop_on(url, SettableClock(NOW)) as shop:
            received = await shop.arrives("hello")
            await shop.work()
            async with shop.db.transaction() as tx:
                book = await policies.current(tx)
            booking = await Shop(shop.db, shop.clock, book).pending(received.conversation.customer_id)
            await shop.work()
            return str(booking.id), str((await shop.rows("SELECT hold_token FROM bookings"))[0]["hold_token"])

    return asyncio.run(prepare())


def lives(party: Party, kill_before: int = 0) -> tuple[int | None, int]:
    """How the process ended, and how many steps it began."""
    seen = PROCESSES.Value("i", 0)
    process = PROCESSES.Process(target=card_child.live, args=(party, kill_before, seen))
    process.start()
    process.join(60)
    return process.exitcode, seen.value


def recovers(party: Party) -> int | None:
    """Another process goes on."""
    query(party.database, DEAD)
    process = PROCESSES.Process(target=card_child.recover, args=(party,))
    process.start()
    process.join(60)
    return process.exitcode


@pytest.mark.parametrize("every", [67, pytest.param(1, marks=pytest.mark.proof)])
def test_killed_between_the_wish_to_pay_and_the_refund(
    cluster: EmbeddedPostgres, database_url: str, stripe: Telling, tmp_path: Path, every: int
) -> None:
    booking, token = a_party_waits(database_url)
    with copy_of(cluster, database_url) as world, stripe.as_it_was():
        whole = Party(world, stripe.url, tmp_path / "whole", booking, token)
        code, steps = lives(whole)
        assert code == 0
        right = check(whole, stripe)
    assert steps > 150
    for step in range(1, steps + 1, every):
        with copy_of(cluster, database_url) as world, stripe.as_it_was():
            party = Party(world, stripe.url, tmp_path / str(step), booking, token)
            assert lives(party, kill_before=step)[0] == -signal.SIGKILL, f"step {step} of {steps}"
            assert recovers(party) == 0, f"after step {step}"
            assert check(party, stripe) == right, f"after step {step} of {steps}"


def check(party: Party, stripe: Telling) -> list[list[tuple[Any, ...]]]:
    """Stripe, the ledger and the party say the same, to the cent; what a process that was not killed left too."""
    [deposit, refund] = query(party.database, "SELECT kind, amount, provider_id FROM ledger ORDER BY id")
    [paid] = [one for one in stripe.intents.values() if one["amount_received"]]
    [back] = stripe.refunds.values()
    assert deposit == ("deposit", DEPOSIT, paid["id"]) and paid["amount_received"] == DEPOSIT
    assert refund == ("refund", BACK, back["id"]) and back["amount"] == BACK
    assert [one["status"] for one in stripe.sessions.values() if one["status"] != "expired"] == ["complete"]
    assert query(party.database, "SELECT status, paid FROM bookings") == [("confirmed", DEPOSIT - BACK)]
    assert query(party.database, "SELECT paid - refunded, total - paid + refunded - owed FROM receivables") == [
        (DEPOSIT - BACK, 0)
    ]
    assert query(party.database, "SELECT count(*) FROM stripe_events WHERE handled_at IS NULL") == [(0,)]
    said = query(party.database, "SELECT id::text FROM outbox WHERE kind = 'unasked' ORDER BY sequence")
    assert [(one,) for one in taken(party.carrier)] == said and len(said) == 2, "a receipt of each, once"
    return [query(party.database, statement) for statement in SAME]
