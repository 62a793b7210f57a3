"""Words about parties that exist: what was booked, its deposit, what is left to pay, and what was noted on it."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hibachi.bookings.rules import NO_DIETS
from hibachi.concierge.local.wording.answers import facts_of
from hibachi.concierge.local.wording.changes import menu_of
from hibachi.concierge.local.wording.formats import (
    clock,
    day,
    for_the_chef,
    hours,
    is_zero,
    listed,
    money,
    of_party,
    plain,
    plural,
    when,
)
from hibachi.concierge.local.wording.voice import Parts, Voice, may, must, says, should
from hibachi.kit.clock import instant_of

Data = dict[str, Any]
STATES = {"deposit_pending": "waiting for its deposit", "confirmed": "confirmed"}


@says("own_bookings")
def own_bookings(voice: Voice, data: Data) -> Parts:
    bookings = data["bookings"]
    if len(bookings) == 1 and data.get("right") == "told_wrong":
        return [must(f"Not quite: your party is on {when(bookings[0])} for {of_party(bookings[0])}.")]
    if len(bookings) == 1:
        bare = bool(data.get("dishes")) and not menu_of(bookings[0])
        return [
            *_one(bookings[0], plainly=voice.plain),
            *([must("There are no upgrades or add-ons on it.")] if bare else []),
        ]
    lines = [
        f"{when(one)} for {of_party(one)}, {state_of(one)}, {money(one['total'])} in total" for one in bookings[:3]
    ]
    return [must(f"You have parties with us: {'; '.join(lines)}.")]


def _one(one: Data, *, plainly: bool) -> Parts:
    name = f", under the name {one['name']}" if one.get("name") else ""
    parts = [
        must(f"You have a party with us: {when(one)} for {of_party(one)}{_place(one)}{name}."),
        must(f"It is {state_of(one)}; the total is {money(one['total'])}{_still_due(one)}."),
    ]
    dishes = menu_of(one)
    if dishes:
        parts.append(should(f"It comes with {listed(dishes)}."))
    if one.get("dietary") and one["dietary"] != [NO_DIETS]:
        parts.append(may(for_the_chef(one["dietary"], plainly=plainly)))
    return parts


def _still_due(one: Data) -> str:
    """What is left to pay, behind the total; nothing where the total itself is still open or all is paid."""
    if is_zero(one.get("deposit_paid")) or is_zero(one.get("balance")):
        return ""
    return f", and {money(one['balance'])} is still due by the day of the party"


def _place(one: Data) -> str:
    return f" in {one['zip']}" if one.get("zip") else ""


def state_of(one: Data) -> str:
    """A party's state in words."""
    return STATES.get(str(one["status"]), plain(str(one["status"])))


@says("if_unpaid")
def if_unpaid(voice: Voice, data: Data) -> Parts:
    held = hours(int(data["facts"]["booking.hold_minutes"]))
    return [
        must(f"We hold the date for {held} after booking while you pay the "
                f"{money(data['booking']['deposit'])} deposit."),
        must(voice.pick(
            "If it isn't paid by then, the date is released; just write again and we'll see what is open.",
            "Without it the hold ends and the date is released, and we would have to book again.",
        )),
    ]  # fmt: skip


@says("only_held")
def only_held(voice: Voice, data: Data) -> Parts:
    """ "No, don't book it yet", after it was: what it binds to."""
    facts = facts_of(data)
    minutes, deposit = facts["booking.hold_minutes"], money(facts["prices.deposit"])
    return [
        must(
            f"No problem: {when(data['booking'])} is only held for you, for {hours(minutes)}, and nothing is final before "
            f"the {deposit} deposit is paid."
        ),
    ]


@says("lapsed")
def lapsed(voice: Voice, data: Data) -> Parts:
    late = data["late"] and is_zero(data["booking"].get("deposit_paid"))
    why = " Its deposit wasn't recorded in time." if late else ""
    return [
        must(f"Your booking for {when(data['booking'])} is no longer active.{why}"),
        must(voice.pick("Shall I try to book it again?", "Would you like me to book it again?")),
    ]


@says("booking_balance")
def booking_balance(voice: Voice, data: Data) -> Parts:
    return [must(_of_balance(voice, one)) for one in data["bookings"][:3]]


@says("nothing_back")
def nothing_back(voice: Voice, data: Data) -> Parts:
    """What becomes of the difference, once the party costs less or more."""
    return [must(voice.pick(
        "Nothing has to be sent back or paid now: only what is left to pay is another sum.",
        "That only changes what is left to pay, so there is nothing to send back or forth now.",
    ))]  # fmt: skip


@says("rest_any_day")
def rest_any_day(voice: Voice, data: Data) -> Parts:
    """When somebody says on which day he pays what is left."""
    sentences = []
    for one in data["bookings"][:3]:
        if is_zero(one.get("balance")):
            sentences.append(must(f"Nothing is left to pay for your party on {when(one)}."))
            continue
        if is_zero(one.get("deposit_paid")):
            sentences.append(
                must(
                    f"First comes the deposit of {money(one['deposit'])} for your party on "
                    f"{when(one)}; it hasn't been recorded yet."
                )
            )
        sentences.append(
            must(
                voice.pick(
                    f"That's fine: the remaining {money(one['balance'])} for your party on "
                    f"{when(one)} is due on the day or before.",
                    (
                        f"Sure, the remaining {money(one['balance'])} for your party on {when(one)} can "
                        "be paid any time until the day of the party."
                    ),
                )
            )
        )
    return sentences


def _of_balance(voice: Voice, one: Data) -> str:
    total = f"The total of your party on {when(one)} is {money(one['total'])}"
    if is_zero(one.get("deposit_paid")):
        return (
            f"{total}. The deposit of {money(one['deposit'])} is still open; after it, "
            f"{money(one['balance'])} is left to pay by the day of the party."
        )
    if is_zero(one.get("balance")):
        return f"{total}, and nothing is left to pay."
    return voice.pick(
        f"{total}. With your {money(one['deposit_paid'])} deposit paid, {money(one['balance'])} is "
        "left to pay by the day of the party.",
        (
            f"{money(one['balance'])} is left to pay by the day of the party: {total[0].lower()}{total[1:]}, and your "
            f"{money(one['deposit_paid'])} deposit is in."
        ),
    )


@says("would_be_refunded")
def would_be_refunded(voice: Voice, data: Data) -> Parts:
    preview, booking = data["preview"], data["booking"]
    if is_zero(preview.get("deposit_paid")):
        said = "there would be nothing to refund, as no deposit has been paid"
    elif preview.get("refundable"):
        said = (
            f"your deposit of {money(preview['refund'])} would be refunded in full; the last day for that "
            f"is {day(preview['deadline'])}, {_ahead(preview, booking)}, later it is kept"
        )
    else:
        said = (
            f"the deposit of {money(preview['deposit_paid'])} would be kept, I'm sorry: the last day for "
            f"a refund was {day(preview['deadline'])}, {_ahead(preview, booking)}"
        )
    return [
        must(f"If you cancelled your party on {when(booking)} now, {said}."),
        should("I haven't cancelled anything."),
    ]


def _ahead(preview: Data, booking: Data) -> str:
    """How long before the party that is, as the rule has it."""
    days = (date.fromisoformat(str(booking["date"])) - date.fromisoformat(str(preview["deadline"]))).days
    return f"{plural(days, 'day')} before"


@says("arrival")
def arrival(voice: Voice, data: Data) -> Parts:
    minutes, start = data["facts"]["venue.setup_minutes"], time.fromisoformat(str(data["booking"]["time"]))
    comes = clock((datetime.combine(date.min, start) - timedelta(minutes=int(minutes))).time())
    before = f"about {plural(minutes, 'minute')} before your start at {clock(start)}"
    return [must(voice.pick(
        f"The chef comes {before} to set up, so around {comes} on {day(data['booking']['date'])}.",
        f"The chef arrives around {comes}, {before}, to set up.",
    ))]  # fmt: skip


@says("stands")
def stands(voice: Voice, data: Data) -> Parts:
    booking = data["booking"]
    sure = "Yes, " if booking["status"] == "confirmed" else ""
    return [must(f"{sure}{'your' if sure else 'Your'} party on {when(booking)} is {state_of(booking)}.")]


@says("count_until")
def count_until(voice: Voice, data: Data) -> Parts:
    """Until when the number of guests of a party may change, counted back from its start."""
    start = instant_of(
        date.fromisoformat(str(data["booking"]["date"])), time.fromisoformat(str(data["booking"]["time"])), data["zone"]
    )
    ahead = int(data["facts"]["policies.guest_count_final_hours"])
    rule = f"{ahead} hours before the party"
    if start - timedelta(hours=ahead) <= data["now"]:
        return [
            must(f"The guest count is final {rule}, so for your party on {when(data['booking'])} it is final already.")
        ]
    at = moment(start - timedelta(hours=ahead), data["zone"])
    return [must(f"You can change the number of guests until {at}, {rule}.")]


def moment(at: datetime, zone: str) -> str:
    """An instant as the customer's clock has it."""
    here = at.astimezone(ZoneInfo(zone))
    return f"{day(here.date())} at {clock(here.time())}"


@says("move_until")
def move_until(voice: Voice, data: Data) -> Parts:
    """Until when a party can be moved without a fee, counted back from its start; after that what it costs."""
    booking, facts = data["booking"], data["facts"]
    free, fee = facts["policies.reschedule_free"], money(facts["policies.reschedule_fee"])
    if int(booking.get("reschedules") or 0) >= int(free["times"]):
        return [must(f"The free move is used up for your party on {when(booking)}, so another one costs {fee}.")]
    start = instant_of(date.fromisoformat(str(booking["date"])), time.fromisoformat(str(booking["time"])), data["zone"])
    last = start - timedelta(hours=int(free["min_hours_before"]))
    rule = f"{free['min_hours_before']} hours before the party"
    if last <= data["now"]:
        return [must(f"Moving is free up to {rule}, which has passed for yours, so a move costs {fee}.")]
    at = moment(last, data["zone"])
    return [must(f"You can move it once for free until {at}, {rule}."), should(f"After that a move costs {fee}.")]


@says("what_memo")
def what_memo(voice: Voice, data: Data) -> Parts:
    return [must("That's the reference of your booking: please write it into the memo when you pay, so our team "
            "sees which party the payment is for.")]  # fmt: skip


@says("refund_then")
def refund_then(voice: Voice, data: Data) -> Parts:
    """What cancelling on another day would mean."""
    preview = data["preview"]
    last = day(preview["deadline"])
    if is_zero(preview.get("deposit_paid")):
        return [must("Then there would be nothing to refund, as no deposit has been paid.")]
    if str(data["on"]) <= str(preview["deadline"]):
        return [
            must(f"Yes, then too: the last day to get your {money(preview['deposit_paid'])} deposit back is {last}.")
        ]
    return [
        must(
            f"No, then the {money(preview['deposit_paid'])} deposit would be kept: the last day for a refund is {last}."
        )
    ]


@says("noted_on")
def noted_on(voice: Voice, data: Data) -> Parts:
    place = (data.get("noted") or {}).get("location")
    if voice.spoken and place:
        return [must(f"Let me read that back: {place}. It's on your booking for the chef.")]
    told = for_the_chef(data.get("diets") or [], also=data.get("also") or [], plainly=voice.plain)
    if (data.get("diets") or data.get("also")) and ":" in told:
        return [must(told), must("That's on your booking now.")]
    return [must(voice.pick(
        "Thank you, that's noted on your booking for the chef.",
        "Got it, thanks! I've added that to your booking for the chef.",
        "Thanks for telling me, that's on your booking now.",
    ))]  # fmt: skip


@says("noted_wish")
def noted_wish(voice: Voice, data: Data) -> Parts:
    """A wish that nobody here can promise, which our team reads with the booking."""
    return [must(f"{_WISHED[data['wish']]} I've put it on your booking for our team.")]


_WISHED = {
    "chef": "Glad you liked our chef! I can't promise who it will be.",
    "festive": "What a nice idea! The show is part of it; particular tricks I can't promise.",
}


@says("kept_for_booking")
def kept_for_booking(voice: Voice, data: Data) -> Parts:
    """What is told for the chef before there is a booking."""
    wish = [must(_WISHED[data["wish"]])] if data["wish"] else []
    if data.get("also"):
        return [*wish, must(for_the_chef([], also=data["also"])), must("That goes on your booking.")]
    return [*wish, must(voice.pick("I'll keep that with your booking.", "I'll put that on the booking for our team."))]


@says("offer_note")
def offer_note(voice: Voice, data: Data) -> Parts:
    return [
        must(
            voice.pick(
                "Shall I note that on your booking for the chef?", "Would you like me to add it to your booking?"
            )
        )
    ]


@says("as_booked")
def as_booked(voice: Voice, data: Data) -> Parts:
    if data.get("differs"):
        return [
            must(f"Your party is booked for {when(data['booking'])}."),
            should("Tell me if you would like to move it."),
        ]
    stands = when(data["booking"])
    if data.get("party"):
        dishes = menu_of(data["booking"])
        stands += f", {of_party(data['booking'])}{' with ' + listed(dishes) if dishes else ''}"
    told = (f"Yes, that's how I have it: {stands}.", f"Thank you! That's just as it is booked: {stands}.")
    return [must(voice.pick(*(told[:1] if data.get("asked") else told)))]


@says("own_address")
def own_address(voice: Voice, data: Data) -> Parts:
    """What we have of where the party is; the street is asked for where only the ZIP is known."""
    if data["street"]:
        return [must(f"I have this for your party: {data['street']}{', ' + data['zip'] if data['zip'] else ''}.")]
    if data["zip"]:
        lead = f"So far I only have the ZIP code {data['zip']}, no street address."
        return [
            must(lead),
            should("What's the street address?" if data["booked"] else "The street can follow once you have booked."),
        ]
    return [
        must(voice.pick("I don't have an address of yours yet.", "So far you haven't told me an address.")),
        should("Which ZIP code would the party be in?"),
    ]


@says("new_contact")
def new_contact(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick(
        "Thank you, I've taken that down as your contact for this conversation.",
        "Thanks, that's the contact I have for you now.",
    )), should("If you have a party booked under another number, our team can change it there; just say so.")]  # fmt: skip


@says("team_changes")
def team_changes(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick(
        "Our team takes care of names and contacts on a booking. Shall I pass it on to them?",
        "For names and contacts on a booking I ask our team. Would you like me to hand it to them?",
    ))]  # fmt: skip


@says("glad")
def glad(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick(
        "Thank you so much, that's wonderful to hear! We loved cooking for you.",
        "How lovely, thank you! It was our pleasure to cook for you.",
        "That makes us happy, thank you for telling us!",
    ))]  # fmt: skip
