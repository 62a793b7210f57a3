"""Pure: what is wrong with a party, and what to do about it. No finding names a customer's words or address."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from hibachi.bookings.proof.schemas import Code, Seen, Wrong
from hibachi.kit.clock import wall
from hibachi.kit.money import spoken
from hibachi.payments.cards.schemas import Difference

STANDS = ("deposit_pending", "confirmed", "completed", "no_show")
INVOICED = ("confirmed", "completed", "no_show")
STRIPE: dict[str, str] = {
    "not_in_ledger": "Look at it in Stripe's dashboard, and record it on its party's page.",
    "not_at_stripe": "Look for it in Stripe's dashboard: another account, or test keys, may have been in use.",
    "amount_differs": "Compare it with Stripe's dashboard, and record what is missing or give back what is too much.",
    "not_ours": (
        "Record it on its party's page, by card and with this transaction id; or give it back in Stripe's dashboard."
    ),
}


def wrongs(party: Seen, *, now: datetime, final: timedelta) -> list[Wrong]:
    """Everything that is wrong with a party. final: how long before it nothing may be open any more."""
    is_near = party.start - now <= final
    return [*_books(party), *(_ready(party, is_near) if _is_coming(party, now) else ()), *_money(party, now)]


def difference(found: Difference) -> Wrong:
    """A payment or refund of which Stripe and the ledger do not say the same."""
    there, here = (spoken(one) if one is not None else "nothing" for one in (found.there, found.here))
    what = f"Stripe says {there} for {found.provider_id}, the ledger {here}."
    if found.code == "not_ours":
        what = f"{there} came at Stripe by a page that was not made here ({found.provider_id})."
    return Wrong(found.code, found.provider_id, found.receivable_id, what, STRIPE[found.code], is_urgent=True)


def _is_coming(party: Seen, now: datetime) -> bool:
    return party.status == "confirmed" and party.end > now


def _ready(party: Seen, is_near: bool) -> Iterator[Wrong]:
    """What the day of a confirmed party needs."""
    if party.deposit_paid < party.deposit:
        missing = spoken(party.deposit - party.deposit_paid)
        to_do = "Ask for it, or record it if it came another way."
        yield _wrong(party, "deposit_missing", f"It is confirmed, and {missing} of its deposit is not there.", to_do)
    if not party.has_chef:
        yield _wrong(
            party,
            "chef_missing",
            "No chef's time is kept for it.",
            "Move it, or give it a chef, in the calendar.",
            True,
        )
    if not (party.location or "").strip():
        yield _wrong(party, "address_missing", "It has no street address.", "Ask for it, and write it down.", is_near)
    if party.zip_zone is not None and party.zip_zone != party.zone:
        what = f"Its time is kept in {party.zone}, and its ZIP lies in {party.zip_zone}."
        yield _wrong(party, "zone_differs", what, "Agree on the hour with the customer, and move it to that.", True)
    if not party.served:
        what = "Its place is beyond where we go without an approval."
        yield _wrong(party, "place_unserved", what, "Ask the owner, and agree on the travel fee.", is_near)
    if not party.dietary:
        what = "Nobody knows whether there are allergies."
        to_do = "Ask, and write the answer down, also a none."
        yield _wrong(party, "allergies_unanswered", what, to_do, is_near)


def _books(party: Seen) -> Iterator[Wrong]:
    """What the database and the code keep; a finding here is a fault of ours or somebody's hand in the database."""
    told = (party.paid, party.deposit_paid) == (party.net, party.ledger_deposit)
    priced = party.status not in STANDS or party.billed == party.total
    if party.billed is not None and not (told and priced and party.adds_up) or (party.billed is None and party.paid):
        what = (
            f"The party says {spoken(party.paid)} of {spoken(party.total)}, the ledger "
            f"{spoken(party.net)} of {spoken(party.billed or 0)}."
        )
        yield _wrong(party, "books_differ", what, "Have the developer look, before any more money is recorded.", True)
    if party.invoiced is not None and party.invoiced != party.billed:
        what = f"Its invoice says {spoken(party.invoiced)}, its account {spoken(party.billed or 0)}."
        yield _wrong(party, "invoice_differs", what, "Void the invoice on the party's page, and issue it anew.")
    if party.invoiced is None and party.status in INVOICED and party.billed and not party.bookkept:
        to_do = "Issue it on the party's page; if it cannot be, have the developer look."
        yield _wrong(party, "invoice_missing", f"It has no invoice over {spoken(party.billed)}.", to_do)


def _money(party: Seen, now: datetime) -> Iterator[Wrong]:
    """Money without a party, and a party without its money."""
    if party.owed < 0:
        what = f"{spoken(-party.owed)} is there that the party does not cost."
        to_do = "Give it back on the party's page, or offer the party another time."
        yield _wrong(party, "money_owed_back", what, to_do, party.status == "cancelled")
    elif party.owed > 0 and party.status in ("completed", "no_show") and party.end <= now:
        what = f"It is over, and {spoken(party.owed)} is not paid."
        yield _wrong(party, "party_unpaid", what, "Record what was paid on the day, or ask for it.")


def _wrong(party: Seen, code: Code, what: str, to_do: str, is_urgent: bool = False) -> Wrong:
    at = wall(party.start, party.zone)
    about = f"Party of {at:%B} {at.day}, {at.year}, {party.name or 'no name'}"
    return Wrong(code, str(party.id), party.id, f"{about}: {what}", to_do, is_urgent)
