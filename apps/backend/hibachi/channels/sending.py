"""The job that sends: claims the next part of a thread, hands it to its carrier, and keeps what became of it.

A part is claimed in a committed transaction before its provider hears of it. So a process that dies, or a provider that
does not answer, leaves a row that says "sending": it is sent again where that is safe, looked up where it can be, and
else a human is told. It never reaches its customer twice.
"""

import asyncio
import logging
import math
from datetime import timedelta
from typing import Literal
from uuid import UUID

from hibachi.channels.carriers import (
    Accepted,
    Carrier,
    CarrierBusy,
    CarrierRefused,
    CarrierUncertain,
    Outgoing,
)
from hibachi.channels.outgoing import SEND
from hibachi.channels.registry import Carriers
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Claim, Later, Parcel
from hibachi.conversations.service import IsTrue
from hibachi.kit.db import Database

log = logging.getLogger(__name__)
SEND_SECONDS = 30.0
LEASE_SECONDS = 60.0
"""Longer than a provider may take, or two workers would hand over the same part."""
NOT_HELD: Literal["not held"] = "not held"
LOOKS = (15.0, 60.0)
"""Seconds until a provider is asked again what became of a part: what it took over may show up late."""
MOST_UNHEARD = 3
"""Looks that a provider does not answer, until nobody waits for its word any more."""


class Sender:
    """Sends what is queued, a thread at a time."""

    def __init__(self, db: Database, carriers: Carriers, is_true: IsTrue | None = None) -> None:
        """is_true: whether an unasked message would still be said like this, asked in the claim."""
        self._db = db
        self._carriers = carriers
        self._is_true = is_true

    async def send(self, conversation_id: UUID) -> None:
        """Send every part of a thread that may leave now; what must wait has a job for its time."""
        while claim := await self._claim(conversation_id):
            await self._carry(claim)

    async def send_overdue(self) -> None:
        """Find the threads whose job was lost (a sweep; nothing depends on it in the usual case)."""
        async with self._db.transaction() as tx:
            late = await conversations.overdue(tx, seconds=LEASE_SECONDS)
        for conversation_id in late:
            await self.send(conversation_id)

    async def _claim(self, conversation_id: UUID) -> Claim | None:
        async with self._db.transaction() as tx:
            claim = await conversations.claim(
                tx, conversation_id=conversation_id, seconds=LEASE_SECONDS, is_true=self._is_true
            )
            if isinstance(claim, Later):
                wait = timedelta(seconds=math.ceil(claim.seconds))
                await tx.defer(SEND, conversation_id=str(conversation_id), schedule_in=wait)
                return None
            return claim

    async def _carry(self, claim: Claim) -> None:
        carrier = self._carriers.of(claim.parcel.channel)
        if carrier is None:
            await self._refused(claim, "channel_not_connected", "Nothing carries messages on this channel.")
        elif claim.interrupted and not carrier.safe_to_repeat:
            await self._look(carrier, claim, "The sender was lost, and nobody knows what it did.")
        else:
            await self._hand_over(carrier, claim)

    async def _hand_over(self, carrier: Carrier, claim: Claim) -> None:
        try:
            async with asyncio.timeout(SEND_SECONDS):
                taken = await carrier.send(outgoing(claim.parcel))
        except CarrierBusy as busy:
            await self._put_off(claim, str(busy), busy.retry_after)
        except CarrierRefused as refusal:
            await self._refused(claim, refusal.code, str(refusal))
        except Exception as unclear:  # a carrier that breaks may have handed the message over all the same (0050)
            if not isinstance(unclear, CarrierUncertain | TimeoutError):
                log.exception("outbox %s: the carrier broke", claim.parcel.id)
            why = str(unclear) or "The provider did not answer in time."
            await (self._put_off(claim, why, None) if carrier.safe_to_repeat else self._look(carrier, claim, why))
        else:
            await self._accepted(claim, taken)

    async def _look(self, carrier: Carrier, claim: Claim, why: str) -> None:
        """Ask what became of a part. What a provider says that it does not hold, asked again and again, it never got;
        where it cannot say, nobody knows. A look without an answer says nothing: it counts for neither."""
        taken = await self._found(carrier, claim.parcel)
        denials, unheard = claim.parcel.denials, claim.parcel.looks - claim.parcel.denials
        if isinstance(taken, Accepted):
            await self._accepted(claim, taken)
        elif taken is NOT_HELD and denials == len(LOOKS):
            await self._put_off(claim, "The provider never got it.", None)
        elif taken is NOT_HELD:
            await self._unknown(claim, why, LOOKS[denials], denied=True)
        else:
            await self._unknown(claim, why, LOOKS[min(unheard, 1)] if unheard + 1 < MOST_UNHEARD else None)

    async def _found(self, carrier: Carrier, parcel: Parcel) -> Accepted | Literal["not held", "cannot say"]:
        """What the provider knows of a part. What is known to be another message of ours is not this one."""
        async with self._db.transaction() as tx:
            others = await conversations.provider_ids(tx, provider=carrier.name, recipient=parcel.recipient or "")
        try:
            async with asyncio.timeout(SEND_SECONDS):
                return await carrier.find(outgoing(parcel), others=others) or NOT_HELD
        except (CarrierBusy, CarrierRefused, CarrierUncertain, TimeoutError) as problem:
            log.warning("outbox %s: %s could not be asked: %s", parcel.id, carrier.name, problem)
            return "cannot say"

    async def _unknown(self, claim: Claim, why: str, look_again: float | None, *, denied: bool = False) -> None:
        async with self._db.transaction() as tx:
            await conversations.unknown(tx, claim=claim, error=why, look_again=look_again, denied=denied)

    async def _accepted(self, claim: Claim, taken: Accepted) -> None:
        async with self._db.transaction() as tx:
            await conversations.accepted(
                tx,
                outbox_id=claim.parcel.id,
                provider=taken.provider,
                provider_message_id=taken.provider_message_id,
            )

    async def _put_off(self, claim: Claim, error: str, retry_after: float | None) -> None:
        async with self._db.transaction() as tx:
            await conversations.put_off(tx, claim=claim, error=error, retry_after=retry_after)

    async def _refused(self, claim: Claim, code: str, error: str) -> None:
        async with self._db.transaction() as tx:
            await conversations.refused(tx, claim=claim, code=code, error=error)


def outgoing(parcel: Parcel) -> Outgoing:
    """A row of the outbox as its carrier takes it."""
    envelope = parcel.envelope
    assert parcel.recipient is not None, "a part without an address is never queued"
    return Outgoing(
        id=parcel.id,
        channel=parcel.channel,
        to=parcel.recipient,
        text="\n\n".join([parcel.body, envelope["footer"]]) if envelope.get("footer") else parcel.body,
        sender=envelope.get("sender"),
        subject=envelope.get("subject"),
        html=envelope.get("html"),
        in_reply_to=envelope.get("in_reply_to"),
        references=tuple(envelope.get("references", ())),
        quick_replies=tuple(envelope.get("quick_replies", ())),
        tag=parcel.tag,
        headers=envelope.get("headers", {}),
    )
