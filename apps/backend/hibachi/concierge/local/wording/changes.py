"""Words for parties that exist: what a change or a cancellation means, done or refused, and whose parties we speak of."""

from typing import Any

from hibachi.concierge.local.wording.formats import (
    clock,
    counted,
    day,
    is_zero,
    label,
    listed,
    money,
    of_party,
    sentence,
    when,
)
from hibachi.concierge.local.wording.quotes import way_of
from hibachi.concierge.local.wording.voice import Parts, Voice, must, says, should, vital
from hibachi.kit import lazy_re as re

Data = dict[str, Any]


def menu_of(booking: Data) -> list[str]:
    """The upgrades, extra portions and add-ons of a party, counted."""
    proteins = booking.get("proteins") or {}
    shelves = (proteins.get("upgrades"), proteins.get("extra_proteins"), booking.get("addons"))
    return [counted(count, key) for shelf in shelves for key, count in (shelf or {}).items() if count]


@says("cancel_preview")
def cancel_preview(voice: Voice, data: Data) -> Parts:
    preview, booking = data["preview"], data["booking"]
    parts = [must(voice.pick(f"I can cancel your party on {when(booking)}.", f"That's your party on {when(booking)}."))]
    if data.get("other_day"):
        parts = [
            vital(f"I can't find a booking of yours on {day(data['other_day'])}."),
            must(f"The one I see is on {when(booking)}."),
        ]
    return [*parts, vital(deposit_then(voice, preview, booking, done=False)), *_what_stays(data)]


_LOSES = re.compile(r"\b(?:lose|losing|lost|cost|costs|charge\w*|pay|owe|fee)\b", re.I)
_BACK = re.compile(r"\b(?:back|refund\w*|return\w*|get|keep)\b", re.I)


@says("cancel_again")
def cancel_again(voice: Voice, data: Data) -> Parts:
    """ "Do I get the deposit back?", "what do I lose?" of a cancellation that was shown: the answer, not the offer once more."""
    preview, words = data["preview"], str(data["words"])
    then = deposit_then(voice, preview, data["booking"])
    if not preview.get("refundable") or is_zero(preview.get("deposit_paid")):
        return [vital(then)]
    lead = "Nothing: " if _LOSES.search(words) else "Yes, " if _BACK.search(words) else ""
    return [vital(f"{lead}your{then.removeprefix('Your')}" if lead else then)]


@says("cancelled_already")
def cancelled_already(voice: Voice, data: Data) -> Parts:
    """ "Yes, just July 11", said once more of the party that is gone: nothing else goes."""
    return [vital(f"Your party on {when(data['booking'])} is cancelled."), *_what_stays(data)]


def _what_stays(data: Data) -> Parts:
    """The other parties of who has more than one: it is said that they stay."""
    others = listed([when(one) for one in data.get("others") or []])
    return (
        [
            should(
                f"Your part{'ies' if len(data['others']) > 1 else 'y'} on {others} "
                f"{'stay' if len(data['others']) > 1 else 'stays'} as booked."
            )
        ]
        if others
        else []
    )


def deposit_then(voice: Voice, preview: Data, booking: Data, *, done: bool = False) -> str:
    """What becomes of the deposit of a party that is cancelled."""
    if is_zero(preview.get("deposit_paid")):
        return "No deposit has been paid, so there is nothing to refund."
    if preview.get("refundable"):
        refund = money(preview["refund"])
        return (
            f"Your deposit of {refund} will be refunded in full."
            if done
            else f"Your deposit of {refund} would be refunded in full, since it's early enough."
        )
    kept = money(preview["deposit_paid"])
    return (
        f"As it is so close to the date, the deposit of {kept} is kept."
        if done
        else (
            f"I'm sorry, as it's after {day(preview['deadline'])}, the last day for a refund, the {kept} "
            "deposit would be kept."
        )
    )


_ANOTHER_TIME = ("We'd love to cook for you another time.", "We hope to cook for you another time.")


@says("cancelled")
def cancelled(voice: Voice, data: Data) -> Parts:
    done = data["done"]
    booking = done["booking"]
    return [
        must(
            voice.pick(
                f"Your party on {when(booking)} is cancelled.", f"Done, the party on {when(booking)} is cancelled."
            )
        ),
        vital(deposit_then(voice, done, booking, done=True)),
        *_what_stays(data),
        *([] if data.get("grieves") else [should(voice.pick(*_ANOTHER_TIME))]),
    ]


@says("then_other")
def then_other(voice: Voice, data: Data) -> Parts:
    """The other party of who wishes something of two."""
    return [should(voice.pick(f"After that I'll take care of your party on {when(data['booking'])}.", f"Your party on {when(data['booking'])} comes right after."))]  # fmt: skip


@says("confirm_deed")
def confirm_deed(voice: Voice, data: Data) -> Parts:
    if data["deed"] == "cancel":
        return [
            must(
                voice.pick("Shall I cancel it?", "Would you like me to cancel it?", "Should I go ahead and cancel it?")
            )
        ]
    return [
        must(
            voice.pick(
                "Shall I make that change?", "Would you like me to change it?", "Should I go ahead and change it?"
            )
        )
    ]


@says("change_preview")
def change_preview(voice: Voice, data: Data) -> Parts:
    preview, booking, wanted = data["preview"], data["booking"], data["arguments"]
    after, before = preview["quote"], preview.get("before") or {}
    parts = [must(what_would_change(voice, booking, wanted, after))]
    fee = preview.get("reschedule_fee")
    if "date" in wanted or "time" in wanted:
        parts.append(must(_fee(voice, fee)) if is_zero(fee) else vital(_fee(voice, fee)))
    if after.get("minimum_applied"):
        parts.append(must(f"The party minimum applies, so the food is {money(after['food_total'])}."))
    if "customer_zipcode" in wanted and after.get("travel"):
        parts += [must(part.text) for part in way_of(voice, after)]
    if after["total"] != before.get("total"):
        parts.append(vital(f"The new total would be {money(after['total'])}{_difference(preview)}."))
    else:
        parts.append(should(f"The total stays {money(after['total'])}."))
    return parts


@says("change_again")
def change_again(voice: Voice, data: Data) -> Parts:
    """ "How much is it now?", "and same time?" of a change that was shown: what was asked, not the whole change once more."""
    preview, booking, wanted = data["preview"], data["booking"], data["arguments"]
    after, before, fee = preview["quote"], preview.get("before") or {}, preview.get("reschedule_fee")
    parts = []
    if data.get("same_time") and str(wanted.get("time") or booking["time"])[:5] == str(booking["time"])[:5]:
        return [must(f"Yes, at the same time, {clock(booking['time'])}.")]
    if not is_zero(fee):
        parts.append(vital(_fee(voice, fee)))
    if after["total"] == before.get("total"):
        return [*parts, must(f"The total stays {money(after['total'])}.")]
    than = f" than the {money(before['total'])} it is now" if before.get("total") else " than before"
    difference = _difference(preview).replace(" than before", than)
    return [*parts, vital(f"The new total would be {money(after['total'])}{difference}.")]


@says("deposit_moves")
def deposit_moves(voice: Voice, data: Data) -> Parts:
    """ "What happens with the deposit?" of a move that was shown."""
    deposit = money(data["preview"]["quote"]["deposit"])
    return [must(f"The {deposit} deposit stays on your party and comes off the final bill as before.")]


def _fee(voice: Voice, fee: Any) -> str:
    if is_zero(fee):
        return voice.pick("There's no fee for the move.", "Moving it is free.")
    return voice.pick(
        f"There is a reschedule fee of {money(fee)} for it.",
        f"Please note that there's a reschedule fee of {money(fee)} for this move.",
    )


def what_would_change(voice: Voice, booking: Data, wanted: Data, after: Data) -> str:
    """What would be different, as a sentence."""
    changes = []
    if "time" in wanted and wanted.get("date", str(booking["date"])) == str(booking["date"]):
        changes.append(f"would start at {clock(wanted['time'])} instead")
    elif "date" in wanted or "time" in wanted:
        changes.append(
            f"would move to {day(wanted.get('date') or booking['date'])} at "
            f"{clock(wanted.get('time') or booking['time'])}"
        )
    if any(key in wanted for key in ("adults", "children", "toddlers")):
        changes.append(f"would be for {of_party(after['party'])}")
    changes += _dishes(booking, wanted)
    if "customer_zipcode" in wanted:
        changes.append(f"would move to {wanted['customer_zipcode']}")
    return f"Your party on {when(booking)} {listed(changes)}."


def _dishes(booking: Data, wanted: Data) -> list[str]:
    """What the menu would have then, shelf by shelf."""
    proteins = booking.get("proteins") or {}
    before = {
        "protein_selections": proteins.get("upgrades") or {},
        "extra_proteins": proteins.get("extra_proteins") or {},
        "addons": booking.get("addons") or {},
    }
    said = []
    for shelf, had in before.items():
        if shelf not in wanted:
            continue
        extra = " extra" if shelf == "extra_proteins" else ""
        now = [counted(count, key) for key, count in wanted[shelf].items() if had.get(key) != count]
        gone = [f"no {label(key)}" for key in had if not wanted[shelf].get(key)]
        if now or gone:
            said += [f"{one}{extra}" for one in (*now, *gone)]
    return [f"would come with {listed(said)}"] if said else []


def _difference(preview: Data) -> str:
    """How much more or less that is, when the total moves."""
    difference = str(preview.get("difference") or "0")
    if is_zero(difference):
        return ""
    return f", {money(difference.lstrip('-'))} {'less' if difference.startswith('-') else 'more'} than before"


@says("menu_told")
def menu_told(voice: Voice, data: Data) -> Parts:
    """Dishes that are included, told for a party that stands."""
    named = listed([label(key) for key in data["keys"]])
    lead = f"{named[:1].upper()}{named[1:]} {'is' if len(data['keys']) == 1 else 'are'} included"
    if data.get("noted"):
        return [must(f"{lead}, so the price stays the same. Your choice is noted on your booking for the chef.")]
    if data["beside"]:
        return [must(f"{lead}, and our team sees that choice too.")]
    return [must(voice.pick(f"{lead}, so the price stays the same, and our team sees your choice here.", f"{lead}: that changes nothing in the price, and our team reads it here too."))]  # fmt: skip


@says("changed")
def changed(voice: Voice, data: Data) -> Parts:
    booking = data["booking"]
    if set(data["arguments"]) <= {"dietary", "location", "notes"}:
        return [must(voice.pick("Done, it's on your booking for the chef.", "That's noted on your booking now."))]
    place = f" in {booking['zip']}" if "customer_zipcode" in data["arguments"] and booking.get("zip") else ""
    dishes = menu_of(booking) if {"protein_selections", "extra_proteins", "addons"} & set(data["arguments"]) else []
    with_dishes = f" with {listed(dishes)}" if dishes else ""
    return [must(voice.pick(
        f"Done! Your party is now on {when(booking)} for {of_party(booking)}{with_dishes}{place}. The "
                f"total is {money(booking['total'])}.",
        f"All set: {when(booking)}, {of_party(booking)}{with_dishes}{place}, {money(booking['total'])} in total.",
    ))]  # fmt: skip


@says("change_refused")
def change_refused(voice: Voice, data: Data) -> Parts:
    return [
        must(sentence(data["reason"].get("sentence") or "I'm sorry, that isn't possible")),
        must(
            voice.pick(
                "Nothing was changed. Would you like a person from our team to look at it?",
                "I've left the booking as it is. Shall I ask our team to have a look?",
            )
        ),
    ]


@says("kept")
def kept(voice: Voice, data: Data) -> Parts:
    booking = data.get("booking")
    if booking is None:
        return [must(voice.pick("No problem, everything stays as it is.", "All right, nothing changes."))]
    return [
        must(
            voice.pick(
                f"No problem, nothing changes: your party stays on {when(booking)}.",
                f"All right, everything stays as it was, {when(booking)}.",
            )
        )
    ]


@says("no_booking")
def no_booking(voice: Voice, data: Data) -> Parts:
    return [
        must(
            voice.pick(
                "I can't find a booking of yours from here.",
                "I don't see a booking under the contact that you're writing from.",
            )
        ),
        must(
            voice.pick(
                "To protect everyone's privacy I only see parties that belong to the number or address you write from.",
                "For privacy I only see parties of the number or address that you write from.",
            )
        ),
        must(
            voice.pick(
                "Was it booked with another number or e-mail? Shall I ask a person from our team to check?",
                (
                    "If it was booked with another number or e-mail, tell me which. Would you like a "
                    "person from our team to look into it?"
                ),
            )
        ),
    ]


@says("card_private")
def card_private(voice: Voice, data: Data) -> Parts:
    """A card that was written into the conversation: nothing was taken from it."""
    return [
        must(voice.pick("Please don't send card details here, I can't take a payment from them.", "Please keep card details out of this chat. I can't charge a card, so nothing is paid by it.")),
        should("How to pay comes from our team."),
    ]  # fmt: skip


@says("pay_doubt")
def pay_doubt(voice: Voice, data: Data) -> Parts:
    """An account that somebody else named: confirmed by nobody here, and what to do."""
    return [
        must(voice.pick("I can't confirm that account, so please don't send anything there.", "Please don't send anything to that account, I can't confirm it.")),
        must(voice.pick("Payment instructions come from our team alone. If you'd like a person to look into it, just "
                "say \"ask the team\".", ("Only our team sends the payment instructions. Say \"ask the team\" and a person "
                        "looks into "
                "it with you."))),
    ]  # fmt: skip


@says("privacy")
def privacy(voice: Voice, data: Data) -> Parts:
    if data.get("deed"):
        return [
            must("I'm sorry, I can't share or change anything of other people's parties, not even say "
                    "whether there is one."),
            should("Changes are made by whoever booked, from the number or e-mail of the booking."),
        ]  # fmt: skip
    return [must(voice.pick(
        "I'm sorry, I can't share anything about other people's parties, not even whether there is one.",
        "For privacy I can't say anything about other people, whoever asks. I hope you understand.",
        "I really can't share details about other people or their parties, I'm sorry.",
    )), should(voice.pick("I'm happy to help with a party of your own, though.", "If you'd like to plan a party yourself, I'm here."))]  # fmt: skip


@says("which_booking")
def which_booking(voice: Voice, data: Data) -> Parts:
    dates = listed([when(one) for one in data["bookings"][:4]], "or")
    return [
        must(voice.pick(f"Which party do you mean: {dates}?", f"You have more than one party with us. Is it {dates}?"))
    ]
