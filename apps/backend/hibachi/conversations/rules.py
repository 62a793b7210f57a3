"""Pure decisions: what a message may hold, whether a reply may go out, which step a status allows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from hibachi.conversations.errors import MessageEmpty, MessageTooLong, MessageUnreadable
from hibachi.conversations.schemas import DeliveryState, OutboxKind, OutboxState, Speaker, Status, WithheldReason

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


def why_withheld(microphone: Microphone, *, owner: UUID, answers: Collection[UUID]) -> WithheldReason | None:
    """Why an AI's reply to these messages does not go out; None when it does."""
    if microphone.status != "ai":
        return "human_speaks" if microphone.status == "escalated" else "closed"
    if microphone.opted_out:
        return "opted_out"
    return why_stale(microphone, answers=answers) or ("lease_lost" if microphone.turn_owner != owner else None)


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
"""Words of a machine: they wait for nobody once a human speaks, or once the customer said STOP."""

FORWARD: dict[OutboxState, int] = {"queued": 0, "sending": 1, "uncertain": 2, "sent": 3, "delivered": 4, "read": 5}
"""How far a message came; a report never takes it back."""


@dataclass(frozen=True, slots=True)
class Departure:
    """All that decides whether a queued part leaves, read in the transaction that claims it."""

    kind: OutboxKind
    status: Status
    taken_over: bool
    opted_out: bool


def why_kept_back(departure: Departure) -> WithheldReason | None:
    """Why a queued part does not leave any more; None when it does.

    A fixed line of the service (the confirmation of STOP) is owed whoever speaks. The hand-over line goes after the
    escalation, until a human speaks.
    """
    if departure.kind == "system":
        return None
    if departure.opted_out:
        return "opted_out"
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


def rate(part: int, whole: int) -> float | None:
    """A share, 0..1; None of nothing."""
    return round(part / whole, 4) if whole else None


def percentile(ordered: Sequence[float], percent: int) -> float | None:
    """The value below which so many percent of these lie, by the nearest rank; None of nothing."""
    return round(ordered[max(0, -(-len(ordered) * percent // 100) - 1)], 1) if ordered else None
