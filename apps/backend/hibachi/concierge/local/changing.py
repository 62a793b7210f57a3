"""Parties that exist already: what a change or a cancellation means is said first, and only a yes to that does it."""

from typing import Any

from hibachi.concierge.local import agreed as agreeing
from hibachi.concierge.local import (
    change_unnamed,
    doing,
    existing,
    menu_told,
    openings,
    own_deadlines,
)
from hibachi.concierge.local.agreed import booking_of
from hibachi.concierge.local.change_refused import change_refused, too_far, too_many
from hibachi.concierge.local.days import ask_which_date
from hibachi.concierge.local.known import ANSWERED, ASKED, DONE, Known
from hibachi.concierge.understanding import (
    at_offer,
    consents,
    difference_asked,
    menu_choices,
    moves,
    open_questions,
    others,
    own_words,
    put_right,
    starts_left,
    which_party,
    wish_repeated,
)
from hibachi.concierge.understanding import existing as existing_words
from hibachi.concierge.understanding.schemas import Pending
from hibachi.kit import lazy_re as re


def plan(known: Known) -> bool:
    """Bring a change or a cancellation one step further; False when this turn is not about one."""
    pending = known.dialogue.pending
    if known.does(starts_left.DAY_DOWN):
        return _asks_another_day(known)
    if pending is not None and pending.kind in ("change", "cancel"):
        return _with_preview(known, pending)
    if _of_others(known):
        known.say("privacy", at=ANSWERED, deed=known.does("change", "cancel") and not known.does("claims_staff"))
        known.note(goal=None, answered=(*known.noted("answered"), others.TOLD)[-8:])
        return True
    if known.dialogue.goal == "cancel":
        return _cancel(known)
    return known.dialogue.goal == "change" and _change(known)


def _asks_another_day(known: Known) -> bool:
    """The day that was shown is turned down: nothing was moved, and another one is asked for."""
    beside = {key: value for key, value in known.dialogue.change.items() if key not in ("date", "time")}
    known.settle(expecting=(), offered=(), change=beside)
    known.asks("date", instead=True)
    known.note(pending=None, offered=(), change=beside)
    return True


def _of_others(known: Known) -> bool:
    """Whether somebody else's party is asked about, not one that is to be planned."""
    if known.does("claims_staff"):
        return True
    if not known.does("others_booking") or known.does("about_own"):
        return False
    if known.does("change", "cancel"):
        return not _own(known)
    return not (known.frame.guests.stated or known.asked("price") or known.does("book", "wants_chef"))


def _own(known: Known) -> list[dict[str, Any]]:
    """The customer's parties that are still to come."""
    return existing.own_parties(known)


def _with_preview(known: Known, pending: Pending) -> bool:
    frame = known.frame
    asks_money = existing_words.asks_for_refund(frame) or known.asked("deposit")
    agreed = agreeing.is_given(known, pending, asks_money)
    if pending.kind == "cancel" and _turned(known, pending):
        goal = "change" if own_words.asks_to_move(frame.text) else known.dialogue.goal
        known.settle(pending=None, goal=goal)
        known.note(pending=None)
        return _cancel(known) if known.dialogue.goal == "cancel" else _change(known)
    if pending.kind == "change" and at_offer.cancels_instead(frame.text):
        known.settle(pending=None, goal="cancel", change={})
        known.note(pending=None, goal="cancel", change={})
        return _cancel(known)
    if known.does(starts_left.LEFT):
        return _change(known)
    if pending.kind == "change" and known.changed("wanted_dish") and not (_is_shown(known, pending) and agreed):
        return _tells_of_dish(known) if _is_shown(known, pending) else _ask_portions(known)
    told_else = bool(known.dialogue.change) or not known.does("keep")
    if pending.kind == "change" and known.changed("change") and told_else and frame.answer != "yes":
        return _change(known)
    of_deposit = pending.kind == "cancel" and frame.question and asks_money
    puts_off = (
        frame.answer == "later" and (frame.doubted or not agreeing.LEADS_YES.match(frame.text)) and not of_deposit
    )
    if pending.kind == "change" and frame.answer in ("no", "later") and put_right.restates(frame, known.dialogue):
        return _change(known)
    declined = frame.answer == "no" or puts_off or known.does("keep") or agreeing.declines(frame.text)
    declined = declined or (pending.kind == "cancel" and agreeing.keeps_it(known, pending))
    declined = declined and not (pending.kind == "change" and consents.only_asks(frame.text))
    if declined and not agreed:
        stays = booking_of(known, pending.booking_id)
        known.say("kept", at=DONE, booking=stays)
        if stays is not None and existing_words.asks_arrival(frame):
            known.say("arrival", at=ANSWERED, booking=stays, facts=known.topic("duration"))
        if known.dialogue.later is not None:
            return _then(known)
        if puts_off and pending.kind == "change":
            known.note(pending=None)  # who asks somebody first comes back to it
        else:
            known.note(pending=None, goal=None, change={})
        return True
    if pending.kind == "change" and not agreed and _other_part(known, pending):
        return _change(known)
    if pending.kind == "change" and known.dialogue.change != pending.arguments:
        return _change(known)
    if pending.kind == "cancel" and not agreed and asks_money:
        return _cancel(known)
    if (
        (known.asked("price", "balance", "explain") or known.does("same_time", "per_person") or _asks_fee(known))
        and pending.kind == "change"
        and frame.answer != "yes"
        and not agreed
    ):
        return _change(known)
    if pending.kind == "change" and not agreed and frame.unknown and agreeing.SAVES.search(frame.text):
        known.unsay("not_known")
        return _change(known)
    if (agreed or agreeing.is_told_again(known, pending)) and not agreeing.names_another(known, pending):
        return _do(known, pending)
    if known.does(menu_choices.ACT):
        menu_told.say(known, beside=True)
    if pending.kind == "change" and known.does(difference_asked.ACT):
        known.say("nothing_back", at=ANSWERED)
        _say_deposit_stays(known, pending)
    of_move = asks_money and {"date", "time"} & set(pending.arguments) and not _OF_CANCELLING.search(frame.text)
    if of_move or (pending.kind == "change" and known.silent and open_questions.is_of_deposit(frame.text)):
        _say_deposit_stays(known, pending)
    if _asks_of_shown(known, pending):
        known.unsay("not_known")
        return _change(known) if pending.kind == "change" else _cancel(known)
    if known.silent and (frame.question or open_questions.is_asked(frame.text)):
        clause = frame.text.strip().rstrip("?!. ")
        known.say("not_known", at=ANSWERED, asks=False, more=False, subjects=(), clauses=(clause,), beside=False)
    known.say("confirm_deed", at=ASKED, deed=pending.kind)
    known.note(expecting=("yes",))
    return True


def _asks_of_shown(known: Known, pending: Pending) -> bool:
    """ "Which day is that", "can I move it again": what showing it once more answers."""
    text = known.frame.text
    alone = known.silent or (known.said("not_known") and not known.frame.topics)
    if not alone or not (known.frame.question or open_questions.may_ask(text)):
        return False
    if open_questions.is_of_shown(text):
        return True
    return pending.kind == "change" and known.asked("reschedule") and bool(_AGAIN.search(text))


_OF_CANCELLING = re.compile(r"\b(?:cancel\w*|call(?:ed|ing)? (?:it|this|the party) off|back out)\b", re.I)


def _say_deposit_stays(known: Known, pending: Pending) -> None:
    """ "What happens with the deposit?" of a move: it isn't a cancellation, and the rule for those is no answer."""
    for kind in ("topic:cancellation", "topic:deposit"):
        known.unsay(kind)
    preview = known.need("preview_change", booking_id=str(pending.booking_id), **pending.arguments)
    known.say("deposit_moves", at=ANSWERED, preview=preview)


def _other_part(known: Known, pending: Pending) -> bool:
    """ "Noon is hot, evening is better": the start that was shown is another one; the party's own where it fits."""
    stood = booking_of(known, pending.booking_id) or {}
    starts = [f"{at:%H:%M}" for at in known.frame.times]
    shown = str(pending.arguments.get("time") or stood.get("time"))[:5]
    if known.frame.time_part is None or not starts or shown in starts:
        return False
    own = str(stood.get("time"))[:5]
    known.settle(change={**pending.arguments, "time": own if own in starts else starts[0]})
    return True


def _asks_fee(known: Known) -> bool:
    """ "Is there a charge for that?": the preview says what the move costs."""
    return known.asked("reschedule") and known.frame.question and not known.does("change")


def _is_shown(known: Known, pending: Pending) -> bool:
    """Whether the dish that is spoken of is one of the change that waits, with its number."""
    shelves = (pending.arguments.get(slot) or {} for slot in ("protein_selections", "extra_proteins", "addons"))
    return known.dialogue.wanted_dish in {key for shelf in shelves for key in shelf}


def _tells_of_dish(known: Known) -> bool:
    """What is asked about a dish of the change that waits: its number is told, so that only the yes is asked for again."""
    dish = known.dialogue.wanted_dish
    known.say("item_prices", at=ANSWERED, keys=[dish], third=False, menu=known.need("get_menu")["menu"])
    known.say("confirm_deed", at=ASKED, deed="change")
    known.settle(wanted_dish=None)
    known.note(expecting=("yes",), wanted_dish=None)
    return True


def _ask_portions(known: Known) -> bool:
    """A dish was wished for the party that exists, without a number: its price, and for how many."""
    dish, third = known.dialogue.wanted_dish, known.dialogue.spoken_extra
    known.say("item_prices", at=ANSWERED, keys=[dish], third=third, menu=known.need("get_menu")["menu"])
    known.asks("how_many")
    return True


def _turned(known: Known, pending: Pending) -> bool:
    """Whether, while a cancellation waits for its yes, another party is named or a change is wished instead."""
    if agreeing.keeps_it(known, pending):
        return False
    meant = which_party.meant(known.frame, known.dialogue, _own(known))
    other = len(meant) == 1 and str(meant[0]["id"]) != pending.booking_id
    return other or known.dialogue.goal == "change" or own_words.asks_to_move(known.frame.text)


def _do(known: Known, pending: Pending) -> bool:
    return _then(known) if doing.say_done(known, pending) else True


def _then(known: Known) -> bool:
    """Nothing waits any more; what was told beside it of another party is shown at once."""
    known.note(pending=None, goal=None, change={}, offered=())
    later = known.dialogue.later
    chosen = booking_of(known, later.booking_id) if later is not None else None
    if later is None or chosen is None:
        return True
    told = {"goal": later.goal, "booking_id": later.booking_id, "reason": later.said, "later": None}
    known.settle(change=later.change, pending=None, **told)
    known.note(**told)
    return _show_cancel(known, chosen) if later.goal == "cancel" else _show_change(known, chosen)


def _choose(known: Known) -> dict[str, Any] | None:
    """The party that is meant: by its id, by a date that was said, or the only one. Else it is asked for."""
    chosen = existing.meant(known)
    if len(chosen) == 1:
        return chosen[0]
    if not chosen:
        existing.not_found(known)
        return None
    known.say("which_booking", at=ASKED, bookings=chosen)
    known.note(expecting=("which_booking",))
    return None


def _cancel(known: Known) -> bool:
    day = _other_day(known)
    gone = [one for one in known.bookings() if one["status"] == "cancelled" and str(one["date"]) == day]
    if gone and str(gone[0]["id"]) == known.dialogue.cancelled_here:
        known.say("cancelled_already", at=DONE, booking=gone[0], others=doing.other_parties(known, str(gone[0]["id"])))
        known.note(goal=None, pending=None)
        return True
    chosen = _choose(known)
    if chosen is None:
        return True
    return _show_cancel(known, chosen)


def _show_cancel(known: Known, chosen: dict[str, Any]) -> bool:
    told = Pending(kind="cancel", booking_id=str(chosen["id"]))
    if known.dialogue.terms_told == told.booking_id and wish_repeated.cancels(known.frame.text):
        return _do(known, told)
    preview = known.need("preview_cancel", booking_id=str(chosen["id"]))
    if not preview.get("allowed", True) or "error" in preview:
        return doing.could_not(known, preview)
    if known.dialogue.pending == told:
        known.say("cancel_again", preview=preview, booking=chosen, words=known.frame.text)
    else:
        others, other_day = doing.other_parties(known, told.booking_id), _other_day(known)
        known.say("cancel_preview", preview=preview, booking=chosen, others=others, other_day=other_day)
    _say_later(known)
    known.say("confirm_deed", at=ASKED, deed="cancel")
    known.note(pending=told, expecting=("yes",))
    return True


_NEAR = re.compile(r"(?:today|tonight|tomorrow|tmrw|now)(?: \w+)?", re.I)


def _other_day(known: Known) -> str | None:
    """ "Cancel my october 10 party" of who has none that day: said, before another one is offered to be cancelled."""
    named = known.frame.dates
    if len(named) != 1 or known.dialogue.pending is not None or _NEAR.fullmatch(known.frame.date_said or ""):
        return None
    return None if named[0].isoformat() in {str(one["date"]) for one in _own(known)} else named[0].isoformat()


def _change(known: Known) -> bool:
    chosen = _choose(known)
    if chosen is None:
        return True
    if len(known.dialogue.dates) > 1 and known.changed("date"):
        if ask_which_date(known):
            return True
        known.settle(change={**known.dialogue.change, "date": known.dialogue.dates[0].isoformat()}, dates=())
    wanted = known.dialogue.change
    if (
        known.does(starts_left.LEFT) or (len(known.frame.times) > 1 and known.changed("time"))
    ) and openings.of_those_left(
        known, str(wanted.get("date") or chosen["date"]), str(chosen["date"]), str(chosen["time"])[:5]
    ):
        return True
    if not wanted and known.does("keep"):
        known.settle(expecting=(), offered=())
        known.say("kept", at=DONE, booking=chosen)
        known.note(pending=None, goal=None, change={}, offered=(), expecting=())
        return True
    if known.changed("wanted_dish") and known.dialogue.wanted_dish:
        return _ask_portions(known)
    return _show_change(known, chosen) if wanted else change_unnamed.ask(known, chosen)


_AGAIN = re.compile(
    r"\b(?:again|(?:an?other|second|2nd|more) (?:time|move|change)|twice|more than once|unlimited|how (?:many|often))\b",
    re.I,
)
""" "And what if I have to move it again later?": what a second move costs."""


def _show_change(known: Known, chosen: dict[str, Any]) -> bool:
    wanted = known.dialogue.change
    arguments = moves.without_what_stands(_against(chosen, wanted), chosen)
    if not arguments:
        return change_unnamed.ask(known, chosen)
    if too_many(known, chosen, arguments) or too_far(known, arguments):
        return True
    preview = known.need("preview_change", booking_id=str(chosen["id"]), **arguments)
    if not preview.get("allowed"):
        return change_refused(known, preview, chosen, arguments)
    if known.asked("availability") and "date" in arguments and not known.frame.times:
        openings.say_day(known, str(arguments["date"]))
    if known.asked("reschedule") and (known.does(consents.MAY_MOVE) or _AGAIN.search(known.frame.text)):
        own_deadlines.say_moves(known)
    elif known.asked("reschedule") and own_words.asks_until(known.frame.text):
        own_deadlines.say_move(known, chosen)
    if known.does(menu_choices.ACT):
        menu_told.say(known, beside=True)
    known.unsay("item_prices")  # the new total says what it costs
    told = Pending(kind="change", booking_id=str(chosen["id"]), arguments=arguments)
    retold = bool(known.frame.guests.stated or known.frame.guests.add or known.frame.dates)
    retold = retold or open_questions.is_of_shown(known.frame.text) or known.does(starts_left.LEFT)
    again = known.dialogue.pending == told and not known.changed("change") and not retold
    same_time = known.does("same_time")
    kind = "change_again" if again else "change_preview"
    known.say(kind, preview=preview, booking=chosen, arguments=arguments, same_time=same_time)
    if known.asked("balance"):
        known.say("balance", quote=preview["quote"])
    if known.does("per_person"):
        _say_each(known, preview["quote"])
    _say_later(known)
    known.say("confirm_deed", at=ASKED, deed="change")
    known.note(pending=told, change=arguments, expecting=("yes",))
    return True


def _say_later(known: Known) -> None:
    """The party whose errand comes after this one."""
    later = known.dialogue.later
    other = booking_of(known, later.booking_id) if later is not None else None
    if other is not None:
        known.say("then_other", booking=other)


def _say_each(known: Known, quote: dict[str, Any]) -> None:
    """What one pays of a changed party: the share where all pay the same, else the prices of the list."""
    party = quote["party"]
    if quote.get("per_person") is not None and not party.get("children") and not party.get("toddlers"):
        known.say("each", quote=quote)
    else:
        known.say("price_list", prices=known.profile.prices.model_dump(mode="json"))


def _against(booking: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    """A change in absolute numbers: "three more" on top of what the party has."""
    absolute = {key: value for key, value in wanted.items() if not key.startswith("more_")}
    for key, value in wanted.items():
        if key.startswith("more_"):
            slot = key.removeprefix("more_")
            absolute[slot] = max(0, int(absolute.get(slot, booking.get(slot) or 0)) + int(value))
    return absolute
