"""How a party is paid for, and what came for it: told when it is booked, when it is asked, and when it is claimed."""

from decimal import Decimal
from typing import Any

from hibachi.concierge.local.known import ANSWERED, LIVE, Known
from hibachi.concierge.understanding import difference_asked, which_party
from hibachi.kit import lazy_re as re

MOST_PARTIES = 3
PAYABLE = ("deposit_pending", "confirmed", "completed")
OVER = ("cancelled", "completed", "no_show")
_MEMO = re.compile(r"\b(?:memo|note|description|comment|subject|caption|reference)\b", re.I)


def instructions(known: Known, booking_id: str) -> dict[str, Any] | None:
    """How to pay for a party; None where staff send it, since no handle is set and nobody pays by card."""
    if not any(known.profile.policies.payment_handles.values()) and known.turn.card_site is None:
        return None
    told = known.need("payment_instructions", booking_id=booking_id)
    return told if told.get("payable") else None


def of_the_difference(known: Known) -> bool:
    """Answer what becomes of the difference after a change; False where it is not asked, or nothing is left to pay."""
    if not known.does(difference_asked.ACT) or known.dialogue.goal in ("change", "cancel"):
        return False
    found = which_party.meant(known.frame, known.dialogue, _own(known))
    if len(found) != 1 or Decimal(str(found[0].get("balance") or 0)) <= 0:
        return False
    known.say("nothing_back", at=ANSWERED)
    known.say("booking_balance", at=ANSWERED, bookings=found)
    return True


def tell(known: Known) -> bool:
    """How to pay for the customer's own party; False where there is none, or nothing to pay.

    Of several, each that has something to pay: which one is meant shows by its memo.
    """
    told = [
        (one, pay)
        for one in _own(known)
        if (pay := known.need("payment_instructions", booking_id=str(one["id"]))).get("payable")
    ]
    if not told:
        return False
    if len(told) == 1:
        known.say("how_to_pay", at=ANSWERED, pay=told[0][1], memo=bool(_MEMO.search(known.frame.text)))
    else:
        known.say("how_to_pay_each", at=ANSWERED, told=[{"booking": one, "pay": pay} for one, pay in told])
    return True


def states(known: Known, parties: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What came for each party, as the ledger holds it."""
    told = (known.need("payment_status", booking_id=str(one["id"])) for one in parties[:MOST_PARTIES])
    return [state for state in told if "error" not in state]


def of_one_that_is_over(known: Known) -> dict[str, Any] | None:
    """What came for the customer's latest party that is over or not kept any more; None where nothing came for one."""
    over = [one for one in _bookings(known) if one.get("status") in OVER]
    if not over:
        return None
    came = states(known, [max(over, key=lambda one: str(one.get("date")))])
    return next((state for state in came if state["received"] != "0.00"), None)


def claimed(known: Known) -> list[dict[str, Any]]:
    """What came for the parties to come of somebody who says to have paid; nothing is asked of who has none."""
    coming = _coming(known, LIVE)
    return states(known, which_party.meant(known.frame, known.dialogue, coming)) if coming else []


def _own(known: Known) -> list[dict[str, Any]]:
    """The parties that a question about paying can be about: the conversation's, else those that the message means."""
    about = {known.dialogue.booking_id, known.dialogue.booked} - {None}
    mine = [one for one in _bookings(known) if one.get("status") in PAYABLE and str(one["id"]) in about]
    coming = [] if mine else _coming(known, PAYABLE)
    return mine[:1] or (which_party.meant(known.frame, known.dialogue, coming)[:MOST_PARTIES] if coming else [])


def _coming(known: Known, statuses: tuple[str, ...]) -> list[dict[str, Any]]:
    today = known.turn.now.date().isoformat()
    found = [one for one in _bookings(known) if one.get("status") in statuses and str(one.get("date")) >= today]
    return which_party.sorted_own(found)


def _bookings(known: Known) -> list[dict[str, Any]]:
    """The customer's parties as far as this turn knows them: of somebody who has none nothing is asked."""
    return known.bookings()
