"""What is asked of the terms of a party that stands, answered by its own day, money and reference."""

from collections.abc import Callable
from typing import Any

from hibachi.concierge.local import existing
from hibachi.concierge.local.known import ANSWERED, ASKED, Known
from hibachi.concierge.understanding.schemas import Pending, Term

MOST_PARTIES = 3
TOPIC_OF = {
    "refund": "cancellation",
    "pay": "payment",
    "due": "rest_due",
    "reference": "pay_handle",
    "carries": "reschedule",
    "menu": "menu_change",
    "tip": "gratuity",
}
"""Under which name an answer is remembered: words after it go on from it as from the topic's."""
_LATELY, MOST_TIPS = 3, 3
_TIP = "tip:"


def answer(known: Known, *, late: bool = False) -> None:
    """Answer each term that is asked for, of the parties that can be meant; late: once what was agreed to is done."""
    if late != _waits(known):
        return
    for term in known.frame.terms:
        parties = _parties(known, term)
        if not parties:
            continue
        _ANSWERS[term.kind](known, term, parties)
        if len(parties) == 1:
            known.note(booking_id=str(parties[0]["id"]))
        known.note(answered=(*known.noted("answered"), _mark(known, term), TOPIC_OF[term.kind])[-8:])
        if _asked_again(known, term):
            _offer_person(known)


def _waits(known: Known) -> bool:
    """Whether a yes of this message does something first: the terms are those of the party as it is then."""
    pending = known.dialogue.pending
    return pending is not None and pending.kind in ("change", "cancel") and known.frame.answer == "yes"


def menu_until(known: Known, parties: list[dict[str, Any]]) -> None:
    """Until when the dishes of these parties may be told and changed, counted back from their start."""
    facts = known.topic("menu_change")
    known.say("menu_until", at=ANSWERED, bookings=parties, facts=facts, now=known.turn.now, zone=known.turn.zone)


def _parties(known: Known, term: Term) -> list[dict[str, Any]]:
    live = existing.own_parties(known)
    meant = [one for one in live if str(one["id"]) in term.parties]
    return (meant or live)[:MOST_PARTIES]


def _mark(known: Known, term: Term) -> str:
    """What is remembered of an answer beside its topic; of a tip the percentage that was reckoned."""
    return f"{_TIP}{_percents(known, term)[-1]}" if term.kind == "tip" else f"term:{term.kind}"


def _asked_again(known: Known, term: Term) -> bool:
    """Whether the very same was answered in the message before, and its answer is said to have been of no use."""
    return term.insists and term.day is None and known.dialogue.answered[-2:-1] == (_mark(known, term),)


def _offer_person(known: Known) -> None:
    if known.dialogue.pending is not None and known.dialogue.pending.kind != "human":
        return
    known.say("offer_person", at=ASKED)
    known.note(pending=Pending(kind="human"), offered_human=True, expecting=("human",))


def _refund(known: Known, term: Term, parties: list[dict[str, Any]]) -> None:
    for one in parties:
        preview = known.need("preview_cancel", booking_id=str(one["id"]))
        if not preview.get("deadline"):
            continue
        on = term.day.isoformat() if term.day is not None else None
        known.say(
            "refund_until",
            at=ANSWERED,
            preview=preview,
            booking=one,
            on=on,
            today=known.today,
            several=len(parties) > 1,
        )


def _pay(known: Known, term: Term, parties: list[dict[str, Any]]) -> None:
    facts = known.topic("payment")
    told = [(one, known.need("payment_instructions", booking_id=str(one["id"]))) for one in parties]
    payable = [(one, pay) for one, pay in told if pay.get("payable")]
    if not payable:
        known.say("booking_balance", at=ANSWERED, bookings=parties)
    elif len(payable) > 1:
        known.say("how_to_pay_each", at=ANSWERED, told=[{"booking": one, "pay": pay} for one, pay in payable])
    else:
        known.say(
            "way_to_pay",
            at=ANSWERED,
            facts=facts,
            pay=payable[0][1],
            again=_asked_again(known, term),
            told=known.asked("balance", "price"),
        )


def _due(known: Known, term: Term, parties: list[dict[str, Any]]) -> None:
    known.say("money_due", at=ANSWERED, bookings=parties)


def _reference(known: Known, term: Term, parties: list[dict[str, Any]]) -> None:
    if known.said("how_to_pay", "how_to_pay_each", "way_to_pay"):  # it stands there
        return
    for one in parties:
        pay = known.need("payment_instructions", booking_id=str(one["id"]))
        known.say("own_memo", at=ANSWERED, pay=pay, booking=one, several=len(parties) > 1)


def _carries(known: Known, term: Term, parties: list[dict[str, Any]]) -> None:
    states = [{"booking": one, "paid": one.get("status") == "confirmed"} for one in parties]
    known.say("deposit_carries", at=ANSWERED, state=states[0], words=term.said)


def _menu(known: Known, term: Term, parties: list[dict[str, Any]]) -> None:
    menu_until(known, parties)


def _tip(known: Known, term: Term, parties: list[dict[str, Any]]) -> None:
    party = parties[0]
    wanted = _percents(known, term)[:MOST_TIPS]
    tips = [known.need("tip_for_party", booking_id=str(party["id"]), percent=percent) for percent in wanted]
    tips = [one for one in tips if "error" not in one]
    known.say(
        "tip_of_party",
        at=ANSWERED,
        tips=tips,
        booking=party,
        facts=known.topic("gratuity"),
        words=term.said,
        amounts=term.amounts,
    )


def _percents(known: Known, term: Term) -> tuple[int, ...]:
    """The percentages of a tip: those that were said, else the one that was reckoned last, else the usual ones."""
    before = [one.removeprefix(_TIP) for one in known.dialogue.answered[-_LATELY:] if one.startswith(_TIP)]
    said = tuple(one for one in term.percents if one > 0)
    return said or tuple(int(one) for one in before[-1:]) or tuple(known.profile.prices.gratuity_suggested_percent)


_ANSWERS: dict[str, Callable[[Known, Term, list[dict[str, Any]]], None]] = {
    "refund": _refund,
    "pay": _pay,
    "due": _due,
    "reference": _reference,
    "carries": _carries,
    "menu": _menu,
    "tip": _tip,
}
