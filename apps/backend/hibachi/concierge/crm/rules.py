"""Pure decisions about a note: what it is written of, where the person stands, and what is to be done next."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from hibachi.bookings.schemas import Booking
from hibachi.concierge.crm.schemas import Occasion, Standing
from hibachi.concierge.understanding.schemas import Counts, Dialogue
from hibachi.conversations.schemas import Conversation, Message
from hibachi.customers.schemas import Customer
from hibachi.language.declining import turns_down
from hibachi.quotes.schemas import Quote

LIVE = ("deposit_pending", "confirmed")
MADE = (*LIVE, "completed")


@dataclass(frozen=True, slots=True)
class Known:
    """All that a note is written of. made: the parties that this conversation made or changed, as they are now.

    own: every party of the person but bare holds. drafted: a reply waits for a person's yes. zone: of the party.
    """

    thread: Conversation
    person: Customer
    messages: Sequence[Message]
    dialogue: Dialogue
    counts: Counts | None
    quote: Quote | None
    made: Sequence[Booking]
    own: Sequence[Booking]
    opted_out: bool
    drafted: bool
    zone: str
    now: datetime
    today: date
    lead_due: datetime | None = None
    answered: Sequence[str] = field(default_factory=tuple)

    @property
    def heard(self) -> list[Message]:
        """What the customer wrote, oldest first."""
        return [one for one in self.messages if one.role == "user"]

    @property
    def replies(self) -> list[Message]:
        """What we answered: machine or staff, not the lines of the service."""
        return [one for one in self.messages if one.role == "assistant"]

    @property
    def party(self) -> Booking | None:
        """The newest party of this conversation that takes place."""
        return next((one for one in reversed(self.made) if one.status in MADE), None)


def state_of(known: Known) -> str:
    """A digest of what a note rests on: the same state is never noted twice, another one always anew."""
    thread = known.thread
    last = known.messages[-1].sequence if known.messages else 0
    parties = [[str(one.id), one.status, one.revision, one.paid] for one in known.made]
    stamps = [moment.isoformat() if moment else None for moment in (thread.escalated_at, thread.closed_at)]
    quote = str(known.quote.id) if known.quote else None
    plain = json.dumps([last, thread.status, *stamps, parties, quote, known.opted_out], separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def occasion_of(known: Known) -> Occasion:
    """Why the note is written now: the furthest thing that happened."""
    if known.thread.status == "escalated":
        return "handed_over"
    if known.thread.status == "closed":
        return "closed"
    return "booked" if known.party else "quiet"


def wishes(known: Known) -> bool:
    """Whether the conversation is about a party that somebody would like: a price, a booking, or the facts of one."""
    told = known.dialogue
    facts = sum(1 for said in (known.counts, told.dates, told.zip or told.city, told.event_type) if said)
    return known.quote is not None or told.goal == "booking" or (told.goal == "quote" and facts > 0) or facts > 1


def standing_of(known: Known) -> Standing | None:
    """Where the person stands, never further than the database shows; None where no party was wished for."""
    if known.party is not None:
        return "won"
    if not wishes(known) or any(one.status in LIVE for one in known.own) or _is_over(known):
        return None
    if known.heard and turns_down(known.heard[-1].content):
        return "lost"
    if known.quote is not None:
        return "quoted"
    return "contacted" if known.replies else "new"


def _is_over(known: Known) -> bool:
    """Whether the party of the conversation was called off, and no price was asked for since."""
    ended = [one.updated_at for one in known.made]
    return bool(ended) and (known.quote is None or known.quote.created_at <= max(ended))


def due_at(known: Known, standing: Standing | None) -> datetime | None:
    """Until when the next step is to be done; None where nothing is."""
    if known.thread.status == "escalated":
        return known.thread.escalated_at
    if known.drafted:
        return known.now
    if known.party is not None:
        return known.party.hold_expires_at if known.party.status == "deposit_pending" else known.party.event_start
    return known.lead_due if standing in ("new", "contacted", "quoted") and not known.opted_out else None
