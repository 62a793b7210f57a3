"""Words once a party is booked: what was booked, how its deposit is paid, and what was noted on it."""

from typing import Any

from hibachi.concierge.local.wording.changes import menu_of
from hibachi.concierge.local.wording.formats import clock, dated, day, for_the_chef, hours, listed, money
from hibachi.concierge.local.wording.paying import how
from hibachi.concierge.local.wording.voice import Parts, Voice, must, rather, says, should

Data = dict[str, Any]


@says("booked")
def booked(voice: Voice, data: Data) -> Parts:
    booking, minutes = data["booking"], data.get("hold_minutes")
    when = f"{dated(booking['date'], data.get('today'))} at {clock(booking['time'])}"
    grave = data.get("grave")
    party = " 🎉" if voice.emoji and not grave else ""
    opener = "Thank you, it's taken care of." if grave else voice.pick("Done!", "Wonderful!", "Perfect!")
    dishes = f" with {listed(menu_of(booking))}" if menu_of(booking) and not voice.brief else ""
    held = f", and we hold the date for {hours(int(minutes))}" if minutes else ""
    return [
        must(f"{opener}{party} Your party on {when}{dishes} is booked{held}."),
        must(_to_pay(voice, data)),
        should(
            voice.pick(
                f"The remaining {money(booking['balance'])} is due on the day or before.",
                f"That leaves {money(booking['balance'])} for the day of the party.",
            )
        ),
        *_at_night(voice, data.get("answers")),
    ]


def _to_pay(voice: Voice, data: Data) -> str:
    """How the deposit is paid, and that it is what makes the date sure."""
    deposit = money(data["booking"]["deposit"])
    if data.get("pay"):
        return f"The {deposit} deposit makes it final. {how(data['pay'])}"
    return voice.pick(
        f"Our team will send you the details to pay the {deposit} deposit, which makes it final.",
        f"You'll get the payment details from our team; your {deposit} deposit then makes it final.",
    )


def _at_night(voice: Voice, answers: Data | None) -> Parts:
    """Who books while nobody answers hears what becomes of a hold that ends before anybody could write."""
    if not answers:
        return []
    at = f"Our team is here from {clock(answers['open'])} to {clock(answers['close'])}."
    return [
        (rather if voice.brief else must)(at),
        should(
            "If the time runs out before you hear from them, just "
            f"{'call again' if voice.spoken else 'write here'}, and I'll look at the date again."
        ),
    ]


@says("already_booked")
def already_booked(voice: Voice, data: Data) -> Parts:
    booking = next((one for one in data["bookings"] if str(one["id"]) == data["booked"]), None)
    if booking is None:
        return [must(voice.pick("It's all taken care of already.", "That's done already."))]
    when = f"{day(booking['date'])} at {clock(booking['time'])}"
    return [
        must(
            voice.pick(
                f"Your party on {when} is booked already; all that's open is the deposit of "
                f"{money(booking['deposit'])}.",
                (
                    f"That's done: {when} is booked for you, and only the {money(booking['deposit'])} "
                    "deposit is still open."
                ),
            )
        )
    ]


@says("not_booked")
def not_booked(voice: Voice, data: Data) -> Parts:
    return [
        must(voice.pick("No problem, I haven't booked anything.", "That's fine, I haven't booked anything.")),
        must(voice.pick("Just write whenever another day comes up.", "We'd love to cook for you another time!"))
        if data.get("given_up")
        else must(voice.pick("What would you like to change?", "What should be different?")),
    ]


@says("noted_diet")
def noted_diet(voice: Voice, data: Data) -> Parts:
    return [
        must(
            voice.pick(
                "Thank you, that's noted on your booking for the chef.",
                "Got it, I've added that to your booking for the chef.",
            )
        )
    ]


@says("noted_place")
def noted_place(voice: Voice, data: Data) -> Parts:
    return [
        must(
            voice.pick(
                "Thank you, that helps the chef prepare!", "Great, thank you!", "Perfect, thanks for letting us know!"
            )
        )
    ]


@says("sent_later")
def sent_later(voice: Voice, data: Data) -> Parts:
    return [
        must(voice.pick("No rush, just send it here when you have it.", "No problem, write it here whenever you know."))
    ]


@says("left_at_that")
def left_at_that(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick(
        "That's perfectly fine, nothing is booked. Write any time if you'd like to take it up again.",
        "No problem at all, nothing is booked. If you'd like to come back to it, just write here.",
    ))]  # fmt: skip


@says("is_noted")
def is_noted(voice: Voice, data: Data) -> Parts:
    """That what was told is noted, with the diets by name; new: only now."""
    lead = data["lead"]
    where = "on your booking" if data["booked"] else "with your booking"
    if not data["diets"] and not data.get("also"):
        return [must(f"{lead} What you told me for the chef is noted {where}.".strip())]
    told = for_the_chef(data["diets"], also=data.get("also") or [], plainly=voice.plain).rstrip(".")
    now = f"That's {where} now." if data["booked"] else "That goes on your booking."
    return [must(f"{lead} {told}.".strip()), must(now)]


@says("told_late")
def told_late(voice: Voice, data: Data) -> Parts:
    """What was told later than is asked for is no promise, whoever notes it."""
    facts = data["facts"]
    if data["menu"]:
        notice = f"Your party begins in less than the {facts['policies.menu_change_cutoff_hours']} hours that menu changes need"
    else:
        notice = f"Diets need {facts['dietary.notice_hours']} hours' notice, and your party begins sooner"
    return [must(f"{notice}, so I can't promise it. Shall I ask our team whether it still works?")]


@says("not_noted_yet")
def not_noted_yet(voice: Voice, data: Data) -> Parts:
    return [must("I don't see a note of that from here."), must("Tell me what the chef should know, and I'll note it.")]
