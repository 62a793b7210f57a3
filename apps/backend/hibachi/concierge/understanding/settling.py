"""Where a conversation stands after another model spoke: read from what its tools did, not from its words."""

from collections.abc import Callable, Sequence
from datetime import date, time
from typing import Any, Protocol

from hibachi.concierge.understanding.own_bookings import GUEST_SLOTS
from hibachi.concierge.understanding.parties import Bands, counts_of
from hibachi.concierge.understanding.schemas import Dialogue, PartyState, Pending

_MATERIAL = ("date", "time", *GUEST_SLOTS, "protein_selections", "extra_proteins", "addons", "customer_zipcode")


class _FactLike(Protocol):
    @property
    def tool(self) -> str: ...
    @property
    def arguments(self) -> dict[str, Any]: ...
    @property
    def result(self) -> dict[str, Any]: ...


def settle(dialogue: Dialogue, facts: Sequence[_FactLike], bands: Bands) -> Dialogue:
    """The dialogue after a turn of another model: what it held or previewed waits for the yes, what it did is done.

    So the next model, the built-in one too, takes up exactly the hold that the customer was shown.
    """
    settled = dialogue.model_copy(update={"turns": dialogue.turns + 1, "greeted": True, "expecting": ()})
    for fact in facts:
        reader = _READERS.get(fact.tool)
        if reader is not None:
            settled = settled.model_copy(update=reader(settled, fact, bands))
    return settled


def _held(dialogue: Dialogue, fact: _FactLike, bands: Bands) -> dict[str, Any]:
    held, asked = fact.result, fact.arguments
    if not held.get("held"):
        return {}
    shown = {"date": held["date"], "time": held["time"], "total": held["quote"]["total"]}
    arguments = {key: asked.get(key) for key in _MATERIAL}
    for key in ("protein_selections", "extra_proteins", "addons"):
        arguments[key] = arguments[key] or {}
    return {
        "dates": (date.fromisoformat(held["date"]),),
        "time": time.fromisoformat(held["time"]),
        "zip": asked.get("customer_zipcode"),
        "name": asked.get("name") or dialogue.name,
        "party": _party(dialogue.party, arguments, bands),
        "goal": "booking",
        "quoted": True,
        "expecting": ("yes",),
        "pending": Pending(
            kind="book", token=held["token"], booking_id=held.get("booking_id"), arguments=arguments, shown=shown
        ),
    }


def _party(known: PartyState, asked: dict[str, Any], bands: Bands) -> PartyState:
    """The party that was held; the one that was understood, when it is the same."""
    counts = counts_of(known, bands)
    said = tuple(int(asked.get(key) or 0) for key in GUEST_SLOTS)
    dishes = {
        "upgrades": asked["protein_selections"], "extra_proteins": asked["extra_proteins"], "addons": asked["addons"],
    }  # fmt: skip
    if counts is not None and (counts.adults, counts.children, counts.toddlers) == said:
        return known.model_copy(update=dishes)
    return PartyState(adults=said[0], children=said[1], toddlers=said[2], all_adults=not said[1] + said[2], **dishes)


def _booked(dialogue: Dialogue, fact: _FactLike, bands: Bands) -> dict[str, Any]:
    if not fact.result.get("booked"):
        return {}
    found = str(fact.result["booking"]["id"])
    return {"pending": None, "goal": None, "booked": found, "booking_id": found, "expecting": ()}


def _change_shown(dialogue: Dialogue, fact: _FactLike, bands: Bands) -> dict[str, Any]:
    if not fact.result.get("allowed"):
        return {}
    wanted = {key: value for key, value in fact.arguments.items() if key != "booking_id" and value is not None}
    return _shown("change", str(fact.arguments["booking_id"]), wanted)


def _cancel_shown(dialogue: Dialogue, fact: _FactLike, bands: Bands) -> dict[str, Any]:
    return _shown("cancel", str(fact.arguments["booking_id"]), {}) if fact.result.get("allowed", True) else {}


def _shown(kind: str, booking_id: str, wanted: dict[str, Any]) -> dict[str, Any]:
    pending = Pending.model_validate({"kind": kind, "booking_id": booking_id, "arguments": wanted})
    return {"pending": pending, "goal": kind, "change": wanted, "booking_id": booking_id, "expecting": ("yes",)}


def _done(dialogue: Dialogue, fact: _FactLike, bands: Bands) -> dict[str, Any]:
    if not (fact.result.get("changed") or fact.result.get("cancelled")):
        return {}
    return {"pending": None, "goal": None, "change": {}, "expecting": ()}


def _quoted(dialogue: Dialogue, fact: _FactLike, bands: Bands) -> dict[str, Any]:
    return {"quoted": True} if "food_total" in fact.result else {}


_READERS: dict[str, Callable[[Dialogue, _FactLike, Bands], dict[str, Any]]] = {
    "hold_date": _held,
    "book_party": _booked,
    "preview_change": _change_shown,
    "preview_cancel": _cancel_shown,
    "change_booking": _done,
    "cancel_booking": _done,
    "calculate_party_quote": _quoted,
}
