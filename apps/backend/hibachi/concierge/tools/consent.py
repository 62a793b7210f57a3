"""Code disposes: nothing is booked, changed or cancelled before the customer saw what it means and then said yes.

Whatever a model proposes, the deed needs two things that no model can make up: a hold or preview of exactly this deed
from an earlier turn (its reply showed it), and words of the customer in this turn that agree.
"""

from typing import Any, Literal

from hibachi.concierge import repository
from hibachi.concierge.turn import Turn
from hibachi.kit.db import Tx
from hibachi.kit.errors import Conflict

Deed = Literal["book", "change", "cancel"]
SHOWS: dict[Deed, str] = {"book": "hold_date", "change": "preview_change", "cancel": "preview_cancel"}
NOTES = {"booking_id", "dietary", "location", "notes"}
"""What a change may note without asking: it costs nothing and takes nothing away."""


class NotAgreed(Conflict):
    """The customer has not agreed to exactly this deed."""

    code = "not_agreed"
    message = "The customer has not yet said yes to the summary of exactly this."
    next_step = "Show what it means, ask for the yes, and act when the customer's next message agrees."


async def check_agreed(tx: Tx, turn: Turn, deed: Deed, shown: dict[str, Any]) -> None:
    """Raise NotAgreed unless the customer agrees now to what an earlier turn showed.

    shown: the arguments of the preview, or {"token": …} of the hold. A hold or preview of this turn's own is not shown
    yet; one that replaced the shown one in this turn takes the yes back to the question.
    """
    agreed = turn.reading.agreed is not None and turn.reading.agreed.kind == deed
    frame = turn.reading.frame
    agrees = agreed or (not frame.doubted and (frame.answer == "yes" or deed in frame.acts))
    if not agrees or _renewed(turn, deed, shown):
        raise NotAgreed()
    earlier = await repository.calls_before(tx, turn.conversation_id, SHOWS[deed], turn.answers)
    if not any(_same(deed, row.arguments, row.result, shown) for row in earlier):
        raise NotAgreed()


def only_notes(arguments: dict[str, Any]) -> bool:
    """Whether a change only notes a diet, the address, or what the chef should know."""
    return set(arguments) <= NOTES


def _renewed(turn: Turn, deed: Deed, shown: dict[str, Any]) -> bool:
    if deed != "book":
        return False
    return any(fact.result.get("token") == shown["token"] for fact in turn.called("hold_date"))


def _same(deed: Deed, arguments: dict[str, Any], result: dict[str, Any], shown: dict[str, Any]) -> bool:
    if deed == "book":
        return bool(result.get("token") == shown["token"])
    return arguments == shown
