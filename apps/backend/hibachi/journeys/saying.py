"""A message that is about to be said: its words, the facts that they rest on, and the way by which it may leave."""

import logging
from dataclasses import dataclass
from typing import Any

from hibachi.concierge.facts import Fact
from hibachi.concierge.validator import Verdict, check
from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Purpose, Sent, Unasked, Unsent
from hibachi.customers import service as customers
from hibachi.customers.schemas import ChannelName, Customer
from hibachi.journeys import repository
from hibachi.journeys.models import JourneyRow
from hibachi.journeys.rules import MARKETING, Kind, Occasion
from hibachi.journeys.schemas import Tell
from hibachi.kit.clock import wall
from hibachi.kit.db import Tx
from hibachi.policies import service as policies

log = logging.getLogger(__name__)
REFUSED = "unasked_refused"
FIRST_CHANNEL: ChannelName = "sms"
ABOUT_AN_EVENT: frozenset[Kind] = frozenset({"deposit_reminder", "balance_reminder", "event_reminder"})
EVENT_TAG = "CONFIRMED_EVENT_UPDATE"
"""Under which Messenger takes news of somebody's own event after a day's silence."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words and what they rest on. subject: of a mail."""

    words: str
    facts: tuple[Fact, ...]
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class HandOver:
    """A person has to speak first: why, and what they should know."""

    reason: str
    summary: str


@dataclass(frozen=True, slots=True)
class Stopped:
    """It is never to be said: why."""

    reason: str


Content = Said | HandOver | Stopped


@dataclass(frozen=True, slots=True)
class Pages:
    """Where a party's own page is (None: no link is said), and whether cards are taken there."""

    site: str | None
    cards: bool


def fact(tx: Tx, number: str, tool: str, result: dict[str, Any]) -> Fact:
    """What the house knows, as the validator reads it."""
    return Fact(f"house:{number}", tool, {}, result, tx.now.isoformat())


async def judged(tx: Tx, said: Said, *, zone: str, channel: ChannelName) -> Verdict:
    """Whether words may leave, by the rules that hold for every reply."""
    return check(
        said.words,
        facts=said.facts,
        said=[],
        today=wall(tx.now, zone).date(),
        zone=zone,
        channel=channel,
        profile=(await policies.current(tx)).profile,
    )


def first_channel(person: Customer) -> ChannelName:
    """Where somebody is written to first: as they prefer."""
    return person.preferred_channel or FIRST_CHANNEL


async def tags(tx: Tx, kind: Kind) -> dict[ChannelName, str]:
    """What lets a kind leave outside Meta's window, by channel."""
    template = (await policies.current(tx)).profile.follow_ups.whatsapp_template
    found: dict[ChannelName, str] = {"facebook": EVENT_TAG} if kind in ABOUT_AN_EVENT else {}
    return found | ({"whatsapp": f"template:{template}"} if template else {})


def purpose_of(kind: Kind) -> Purpose:
    """Advertising rests on a consent of its own; all else is about somebody's own party."""
    return "marketing" if kind in MARKETING else "transactional"


class Outlet:
    """The way out of what is said unasked: through the validator and its seal, into the outbox, or not at all."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell

    async def tell(self, tx: Tx, occasion: Occasion, said: Said, *, key: str) -> Sent | Unsent | None:
        """Queue words that the validator lets pass; None, and an error in the log, for words that it refuses."""
        channel = first_channel(await customers.get(tx, customer_id=occasion.customer_id))
        verdict = await judged(tx, said, zone=occasion.zone, channel=channel)
        if verdict.checked is None:
            log.error("unasked words were refused: %s", "; ".join(problem.why for problem in verdict.errors))
            return None
        unasked = Unasked(
            customer_id=occasion.customer_id,
            channel=channel,
            purpose=purpose_of(occasion.kind),
            key=key,
            checked=verdict.checked,
            event_zone=occasion.zone if occasion.booking_id else None,
            subject=said.subject,
        )
        return await self._tell(tx, unasked=unasked, tags=await tags(tx, occasion.kind))

    async def send(self, tx: Tx, occasion: Occasion, row: JourneyRow, said: Said) -> None:
        """Queue what is due, and write down what came of it."""
        key = f"{occasion.kind}:{occasion.subject}:{occasion.step}:{occasion.day}:{row.attempts}"
        answer = await self.tell(tx, occasion, said, key=key)
        if isinstance(answer, Sent):
            queued = {"message_id": answer.message.id, "attempts": row.attempts + 1}
            await repository.save(tx, row, state="queued", reason=None, **queued)
        elif answer is None:
            await repository.save(tx, row, state="failed", reason="refused_words")
            summary = f"A message that was due ({occasion.kind.replace('_', ' ')}) was refused by the validator."
            await conversations.alert(tx, customer_id=occasion.customer_id, reason=REFUSED, summary=summary)
        else:
            await repository.save(tx, row, reason=answer.reason)
