"""What is to be done is proposed, never done: the party that is meant, what the deed would do, and the request that does it.

The effects come from the services' own previews, in a transaction that is always taken back; a person confirms by the
existing route, which checks everything again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from hibachi.bookings import service as bookings
from hibachi.bookings.schemas import Booking, BookingFilter, Change
from hibachi.concierge.assistant.reports.parties import booked, chef_names
from hibachi.concierge.assistant.reports.reading import PAGE
from hibachi.concierge.assistant.rules import money, told
from hibachi.concierge.assistant.schemas import Answer, ProposedDeed
from hibachi.concierge.assistant.understanding import chef_in
from hibachi.kit import lazy_re as re
from hibachi.kit.db import Tx
from hibachi.kit.money import text
from hibachi.language.amounts import find_amounts
from hibachi.language.periods import find_period

Deed = Literal["cancel_party", "assign_chef", "record_deposit", "remind"]
NEEDS = "bookings:write"
MOST_TOLD = 5

_DEEDS: tuple[tuple[re.Pattern[str], Deed], ...] = (
    (re.compile(r"^(?:please |can you |could you |let'?s )*(?:remind|nudge|chase)\b"), "remind"),
    (re.compile(r"^(?:please |can you |could you |let'?s )*(?:cancel|call off)\b"), "cancel_party"),
    (re.compile(r"^(?:please |can you |could you |let'?s )*(?:assign|give|put|let|send|move)\b.*"), "assign_chef"),
    (
        re.compile(
            r"^(?:please |can you |could you |let'?s )*(?:record|note|enter|book in|mark)\b.*\b(?:deposit|paid"
            r"|payment)\b"
        ),
        "record_deposit",
    ),
    (
        re.compile(
            r"\b(?:paid|sent|transferred)\b.*\bdeposit\b(?!.*\?)"
            r"|\bdeposit\b.*\b(?:came|arrived|is in|is here|was paid)\b(?!.*\?)"
        ),
        "record_deposit",
    ),
)
_METHODS = {"zelle": "zelle", "venmo": "venmo", "cash app": "cash_app", "cashapp": "cash_app", "paypal": "paypal", "check": "check", "cash": "cash", "bank": "bank", "card": "card"}  # fmt: skip
_ASKS = re.compile(r"^(?:who|which|what|when|how|is|are|did|does|do|has|have|was|were|why|where)\b|\?\s*$")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A deed that staff ask for, in their words."""

    deed: Deed
    words: str


def deed_in(question: str, chefs: Mapping[int, str]) -> Wanted | None:
    """The deed that a question asks for; None for what only wants to know. A chef is assigned only where one is named."""
    low = question.lower().replace("’", "'").strip()
    if _ASKS.search(low) and not low.startswith(("can you", "could you")):
        return None
    for pattern, deed in _DEEDS:
        if pattern.search(low) and (deed != "assign_chef" or chef_in(low, chefs) is not None):
            return Wanted(deed, question)
    return None


async def proposed(tx: Tx, wanted: Wanted, today: date, allowed: frozenset[str]) -> Answer:
    """What a deed would do, to be confirmed; or why nothing is proposed. Writes nothing that stays."""
    if wanted.deed == "remind":
        said = "I cannot send that. Reminders of deposits leave by themselves; Journeys shows when, and what they say."
        return Answer(understood=True, said=said)
    if NEEDS not in allowed:
        return Answer(
            understood=True, said="Your role may not change parties. Ask an administrator for the permission."
        )
    parties = await _meant(tx, wanted.words, today)
    if len(parties) != 1:
        return Answer(understood=True, said=_which(parties))
    async with tx.trial():
        return await _PROPOSERS[wanted.deed](tx, parties[0], wanted.words)


async def _meant(tx: Tx, words: str, today: date) -> list[Booking]:
    """The parties to come that the words name, by the host's name and, where one is said, by the day."""
    found = await booked(tx, BookingFilter(sort="soonest", first=today, limit=PAGE))
    live = [one for one in found if one.status in ("deposit_pending", "confirmed") and one.event_start > tx.now]
    period = find_period(words, today, lean="ahead")
    if period is not None:
        live = [one for one in live if period.first <= one.event_date <= period.last]
    said = {part.removesuffix("'s") for part in re.findall(r"[^\W\d_][\w'-]*", words.lower().replace("’", "'"))}
    named = [(_shared(one.name, said), one) for one in live]
    most = max((number for number, _ in named), default=0)
    if most:
        return [one for number, one in named if number == most]
    return live if period is not None else []


def _shared(name: str | None, said: set[str]) -> int:
    """How many words of a name are said; "the Wongs" are the Wong family."""
    parts = {part for part in re.findall(r"[^\W\d_]{2,}", (name or "").lower())}
    return sum(1 for part in parts if part in said or f"{part}s" in said)


def _which(parties: Sequence[Booking]) -> str:
    if not parties:
        return "I found no party to come that this could be. Name the host, or the day."
    listed = "; ".join(f"{one.name or 'no name'}, {told(one.event_date)}" for one in parties[:MOST_TOLD])
    return f"Which party? {listed}. Say the name and the day."


async def _cancelling(tx: Tx, party: Booking, words: str) -> Answer:
    preview = await bookings.preview_cancel(tx, booking_id=party.id)
    if not preview.allowed:
        return Answer(understood=True, said=preview.sentence)
    because = re.search(r"\bbecause (.{1,150})", words)
    proposal = ProposedDeed(
        kind="cancel_party",
        title=f"Cancel {_named(party)}",
        effects=[
            preview.sentence,
            f"{money(preview.refund)} of the deposit goes back.",
            "The time is free for others at once.",
        ],
        needs=NEEDS,
        method="POST",
        path=f"/api/v1/admin/bookings/{party.id}/cancel",
        body={"reason": because[1] if because else "Cancelled by staff", "revision": preview.revision},
        booking_id=party.id,
    )
    return _to_confirm(proposal)


async def _assigning(tx: Tx, party: Booking, words: str) -> Answer:
    names = await chef_names(tx)
    chef_id = chef_in(words.lower(), names)
    assert chef_id is not None, "a deed of a chef names one"
    if chef_id == party.chef_id:
        return Answer(understood=True, said=f"{names[chef_id]} cooks at {_named(party)} already.")
    preview = await bookings.preview_change(tx, booking_id=party.id, change=Change(chef_id=chef_id), by_staff=True)
    if not preview.allowed:
        return Answer(understood=True, said=" ".join(preview.consequences))
    now = names.get(party.chef_id, "nobody") if party.chef_id else "nobody"
    proposal = ProposedDeed(
        kind="assign_chef",
        title=f"{names[chef_id]} cooks at {_named(party)}",
        effects=[f"{names[chef_id]} instead of {now}.", *preview.consequences],
        needs=NEEDS,
        method="PATCH",
        path=f"/api/v1/admin/{party.id}",
        body={"chef_id": chef_id, "revision": preview.revision},
        booking_id=party.id,
    )
    return _to_confirm(proposal)


async def _recording(tx: Tx, party: Booking, words: str) -> Answer:
    low = words.lower()
    method = next((code for said, code in _METHODS.items() if re.search(rf"\b{said}\b", low)), None)
    missing = party.deposit - party.deposit_paid
    if missing <= 0:
        return Answer(understood=True, said=f"The deposit of {_named(party)} is paid.")
    if method is None:
        return Answer(
            understood=True, said="By which way did it come? Say it with Zelle, Venmo, Cash App, PayPal, check or cash."
        )
    named = [one.cents for one in find_amounts(words) if one.currency == "USD"]
    amount = named[0] if named else missing
    rest = "The party is confirmed." if amount >= missing else f"{money(missing - amount)} of the deposit stays open."
    proposal = ProposedDeed(
        kind="record_deposit",
        title=f"Record {money(amount)} by {method.replace('_', ' ')} for {_named(party)}",
        effects=[f"{money(amount)} stands in the ledger.", rest],
        needs=NEEDS,
        method="POST",
        path=f"/api/v1/admin/bookings/{party.id}/deposit",
        body={"amount": text(amount), "method": method},
        booking_id=party.id,
    )
    return _to_confirm(proposal)


def _to_confirm(proposal: ProposedDeed) -> Answer:
    return Answer(understood=True, said=f"{proposal.title}? Nothing is done until you confirm it.", proposal=proposal)


def _named(party: Booking) -> str:
    return f"the party of {party.name or 'no name'} on {told(party.event_date)}"


_PROPOSERS = {"cancel_party": _cancelling, "assign_chef": _assigning, "record_deposit": _recording}
