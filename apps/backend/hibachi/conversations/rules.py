"""Pure decisions: what a message may hold, whether a reply may go out, which step a status allows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Literal
from uuid import UUID

from hibachi.conversations.errors import MessageEmpty, MessageTooLong, MessageUnreadable
from hibachi.conversations.schemas import (
    DeliveryState,
    OutboxKind,
    OutboxState,
    Purpose,
    Speaker,
    Status,
    WithheldReason,
)
from hibachi.customers.schemas import ChannelName
from hibachi.kit import lazy_re as re
from hibachi.kit.clock import wall

LONGEST_MESSAGE = 4000
"""Characters; more than any channel carries in one message."""

CONTINUES_FOR = timedelta(days=30)
"""After this long without a message a new one starts a new thread: what was said before is history, not context."""

STEPS: dict[Status, frozenset[Status]] = {
    "ai": frozenset({"escalated", "closed"}),
    "escalated": frozenset({"ai", "closed"}),
    "closed": frozenset(),
}
"""From a status to those that may follow it."""


@dataclass(frozen=True, slots=True)
class Microphone:
    """All that decides whether a machine's text goes out, read in the transaction that sends it.

    answered, unanswered: the customer's messages of the conversation, by whether they have their reply.
    """

    status: Status
    turn_owner: UUID | None
    opted_out: bool
    answered: Collection[UUID]
    unanswered: Collection[UUID]
    disclosed: bool = False


def readable(text: str) -> str:
    """The text without blanks around it; raises MessageEmpty, MessageTooLong, MessageUnreadable."""
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise MessageUnreadable()
    plain = text.strip()
    if not plain:
        raise MessageEmpty()
    if len(plain) > LONGEST_MESSAGE:
        raise MessageTooLong(longest=LONGEST_MESSAGE)
    return plain


def may_follow(status: Status, wanted: Status) -> bool:
    """Whether a conversation may go from one status to another."""
    return wanted in STEPS[status]


def why_withheld(
    microphone: Microphone, *, owner: UUID, answers: Collection[UUID], discloses: bool
) -> WithheldReason | None:
    """Why an AI's reply to these messages does not go out; None when it does.

    discloses: it says that a machine answers, which somebody who was not told yet (or since a human spoke) must hear.
    """
    if microphone.status != "ai":
        return "human_speaks" if microphone.status == "escalated" else "closed"
    if microphone.opted_out:
        return "opted_out"
    if stale := why_stale(microphone, answers=answers):
        return stale
    if microphone.turn_owner != owner:
        return "lease_lost"
    return None if microphone.disclosed or discloses else "undisclosed"


def why_stale(microphone: Microphone, *, answers: Collection[UUID]) -> WithheldReason | None:
    """Why a reply to these messages is not (or no longer) the one to give: each message is answered once, and all."""
    if set(answers) & set(microphone.answered):
        return "already_answered"
    if not set(answers) <= set(microphone.unanswered):
        return "unknown_message"
    return "newer_message" if set(microphone.unanswered) - set(answers) else None


def speaker(status: Status) -> Speaker:
    """Who answers a message in a conversation of this status."""
    return "human" if status == "escalated" else "ai"


MOST_ATTEMPTS = 8
FIRST_WAIT, LONGEST_WAIT = 5.0, 900.0
"""Seconds between two attempts to send: doubled each time."""

MACHINES: frozenset[OutboxKind] = frozenset({"reply", "handover", "unasked"})
"""Words of a machine: withheld from the first second of a human."""
STOPPED_BY_STOP: frozenset[OutboxKind] = frozenset({"reply", "handover", "unasked", "staff"})
"""What a STOP withholds: all but the service's own lines, of which its confirmation is one."""

KeptBack = Literal["opted_out", "no_consent", "closed", "human_speaks"]

FORWARD: dict[OutboxState, int] = {"queued": 0, "sending": 1, "uncertain": 2, "sent": 3, "delivered": 4, "read": 5}
"""How far a message came; a report never takes it back."""


@dataclass(frozen=True, slots=True)
class Departure:
    """All that decides whether a queued part leaves, read in the transaction that claims it."""

    kind: OutboxKind
    status: Status
    taken_over: bool
    opted_out: bool
    consented: bool = True


def why_kept_back(departure: Departure) -> KeptBack | None:
    """Why a queued part does not leave any more; None when it does.

    A fixed line of the service (the confirmation of STOP) is owed whoever speaks. The hand-over line goes after the
    escalation, until a human speaks.
    """
    if departure.kind == "system":
        return None
    if departure.opted_out:
        return "opted_out"
    if not departure.consented:
        return "no_consent"
    if departure.kind == "staff" or departure.status == "ai":
        return None
    if departure.kind == "handover" and departure.status == "escalated" and not departure.taken_over:
        return None
    return "closed" if departure.status == "closed" else "human_speaks"


def wait_after(attempts: int, retry_after: float | None) -> float | None:
    """Seconds until a busy provider is asked again, never sooner than it said; None when it was asked often enough."""
    if attempts >= MOST_ATTEMPTS:
        return None
    return max(retry_after or 0.0, min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** (attempts - 1)))


def moves_on(state: OutboxState, reported: DeliveryState) -> bool:
    """Whether a provider's report says more than is known; what was delivered did not fail."""
    if reported == "failed":
        return state in ("sent", "uncertain", "sending")
    return state in FORWARD and FORWARD[reported] > FORWARD[state]


def same_words(text: str, bodies: Collection[str]) -> bool:
    """Whether parts, one after the other, are a text: blanks aside, no letter more or less."""
    return "".join("".join(bodies).split()) == "".join(text.split())


META_CHANNELS: frozenset[ChannelName] = frozenset({"instagram", "facebook", "whatsapp"})
META_WINDOW = timedelta(hours=24)
"""After the customer's last message Meta takes ours without a tag. developers.facebook.com, messaging policy."""
HUMAN_AGENT = "HUMAN_AGENT"
HUMAN_AGENT_WINDOW = timedelta(days=7)
"""So long a person may answer on Messenger and Instagram."""
EVENT_TAGS = frozenset({"CONFIRMED_EVENT_UPDATE", "POST_PURCHASE_UPDATE", "ACCOUNT_UPDATE"})
"""What Messenger lets us say outside the window: never advertising."""
TEMPLATE = re.compile(r"template:[a-z0-9_]{1,50}")
"""How an approved template of WhatsApp is named as a tag."""


def meta_tag(
    channel: ChannelName, kind: OutboxKind, purpose: Purpose | None, silent_for: timedelta | None, wanted: str | None
) -> str | None | Literal[False]:
    """Under which tag a message leaves on a channel of Meta; None inside the window, False when it may not leave.

    silent_for: the time since the customer's last message there; None when they never wrote.
    """
    if silent_for is not None and silent_for <= META_WINDOW:
        return None
    if kind == "staff" and channel != "whatsapp":
        return HUMAN_AGENT if silent_for is not None and silent_for <= HUMAN_AGENT_WINDOW else False
    if kind != "unasked" or wanted is None:
        return False
    if channel == "whatsapp":
        return wanted if TEMPLATE.fullmatch(wanted) else False
    return wanted if channel == "facebook" and purpose == "transactional" and wanted in EVENT_TAGS else False


def is_quiet(at: time, quiet_from: time, quiet_to: time) -> bool:
    """Whether a wall time lies in the quiet hours, which may go over midnight."""
    if quiet_from <= quiet_to:
        return quiet_from <= at < quiet_to
    return at >= quiet_from or at < quiet_to


def quiet_until(now: datetime, zones: Sequence[str], quiet_from: time, quiet_to: time) -> datetime | None:
    """When the quiet hours are over in every zone in which somebody may be; None when it is quiet in none of them."""
    moment = now
    for _ in range(len(zones) + 1):
        ends = [
            _end_of_quiet(moment, zone, quiet_to) for zone in zones if _quiet_in(moment, zone, quiet_from, quiet_to)
        ]
        if not ends:
            return moment if moment > now else None
        moment = max(ends)
    return moment


def _quiet_in(moment: datetime, zone: str, quiet_from: time, quiet_to: time) -> bool:
    return is_quiet(wall(moment, zone).time(), quiet_from, quiet_to)


def _end_of_quiet(moment: datetime, zone: str, quiet_to: time) -> datetime:
    local = wall(moment, zone)
    day = local.date() if local.time() < quiet_to else local.date() + timedelta(days=1)
    return datetime.combine(day, quiet_to, local.tzinfo).astimezone(UTC)


def says_how_to_stop(text: str) -> bool:
    """Whether an advertisement by text message names the way out, as carriers demand."""
    return re.search(r"\bSTOP\b", text) is not None


def rate(part: int, whole: int) -> float | None:
    """A share, 0..1; None of nothing."""
    return round(part / whole, 4) if whole else None


def percentile(ordered: Sequence[float], percent: int) -> float | None:
    """The value below which so many percent of these lie, by the nearest rank; None of nothing."""
    return round(ordered[max(0, -(-len(ordered) * percent // 100) - 1)], 1) if ordered else None
