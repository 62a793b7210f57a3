"""Words for the terms of a party that stands: its last day for a refund, how it is paid, its reference, its tip."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hibachi.concierge.local.wording.answers import facts_of
from hibachi.concierge.local.wording.existing import moment
from hibachi.concierge.local.wording.formats import day, is_zero, listed, money, plural, when
from hibachi.concierge.local.wording.paying import how, memo_of
from hibachi.concierge.local.wording.voice import Parts, Voice, must, says, should
from hibachi.kit import lazy_re as re
from hibachi.kit.clock import instant_of
from hibachi.kit.money import parse

Data = dict[str, Any]


@says("refund_until")
def refund_until(voice: Voice, data: Data) -> Parts:
    """The last day on which a party can be cancelled with its deposit back; and of a day that is asked about, yes or no."""
    preview, booking = data["preview"], data["booking"]
    last, days = day(preview["deadline"]), _days_before(preview, booking)
    deposit = money(booking["deposit"])
    paid = not is_zero(preview.get("deposit_paid"))
    if data["on"] is not None:
        return [must(_on_that_day(data, deposit, last)), should("I haven't cancelled anything.")]
    if str(data["today"]) > str(preview["deadline"]):
        return [
            must(
                f"The last day for that was {last}, {days} before your party, so the {deposit} deposit wouldn't come back now."
            )
        ]
    if data["several"]:
        once = "" if paid else ", once it is paid"
        return [
            must(
                f"For your party on {when(booking)} it's {last}, {days} before: until then the {deposit} deposit comes back in full{once}."
            )
        ]
    return [must(_until(voice, booking, deposit, last, days, paid=paid)), should("After that the deposit is kept.")]


def _until(voice: Voice, booking: Data, deposit: str, last: str, days: str, *, paid: bool) -> str:
    if paid:
        return voice.pick(
            f"Your {deposit} deposit comes back in full if you cancel by {last}, {days} before your party.",
            f"The last day to cancel your party on {when(booking)} with the {deposit} back is {last}, {days} before.",
            f"Cancel on {last} or earlier, and the {deposit} comes back in full.",
        )
    return voice.pick(
        f"Once it's paid, your {deposit} deposit comes back in full if you cancel by {last}, {days} before your party.",
        f"The last day to cancel with the {deposit} back is {last}, {days} before your party, once the deposit is paid.",
        f"Cancel on {last} or earlier, and a deposit that was paid comes back in full.",
    )


def _on_that_day(data: Data, deposit: str, last: str) -> str:
    on, deadline = str(data["on"]), str(data["preview"]["deadline"])
    if on == deadline:
        return f"Yes, {last} is the last day: if you cancel by then, the {deposit} deposit comes back in full."
    if on < deadline:
        return f"Yes, that's in time: the last day to get your {deposit} deposit back is {last}."
    return f"No, that would be too late: the last day to get your {deposit} deposit back is {last}."


def _days_before(preview: Data, booking: Data) -> str:
    days = (date.fromisoformat(str(booking["date"])) - date.fromisoformat(str(preview["deadline"]))).days
    return plural(days, "day")


_ONLINE = "cash"
"""What nobody pays online with."""


@says("way_to_pay")
def way_to_pay(voice: Voice, data: Data) -> Parts:
    """How a party is paid: by what, who sends where to, and the reference for the memo."""
    pay, methods = data["pay"], facts_of(data)["policies.payment_methods"]
    if data["again"]:
        return [
            must("I can't take the payment here myself, I'm sorry: our team sends you where to pay."),
            must(memo_of(pay)),
        ]
    if "deposit" in pay:
        online = listed([one for one in methods if one != _ONLINE], "or")
        due = f"You pay the {money(pay['deposit'])} deposit online, by {online}."
    else:
        ways = f"by {listed(methods, 'or')}, on the day of the party or before"
        due = f"You can pay it {ways}." if data["told"] else f"{money(pay['balance'])} is left to pay: {ways}."
    if where := how(pay):
        return [must(due), must(where)]
    sent = voice.pick("Our team sends you the payment instructions.", "The payment instructions come from our team.")
    return [must(due), must(sent), must(memo_of(pay))]


@says("money_due")
def money_due(voice: Voice, data: Data) -> Parts:
    """By when the deposit and the rest of a party are due."""
    return [must(_due_of(one)) for one in data["bookings"]]


def _due_of(booking: Data) -> str:
    on = day(booking["date"])
    if is_zero(booking.get("balance")):
        return f"Nothing is left to pay for your party on {on}."
    if is_zero(booking.get("deposit_paid")):
        return f"The {money(booking['deposit'])} deposit is due now; the rest, {money(booking['balance'])}, by the day of your party, {on}."
    return f"The remaining {money(booking['balance'])} is due on the day of your party, {on}, or before."


@says("own_memo")
def own_memo(voice: Voice, data: Data) -> Parts:
    """The reference itself, and what it is for."""
    pay = data["pay"]
    if not pay.get("memo"):
        return [must(f"Nothing is left to pay for your party on {when(data['booking'])}, so no reference is needed.")]
    of = f" for your party on {when(data['booking'])}" if data["several"] else ""
    lead = must(f"Your reference{of} is {pay['memo']}.")
    return [lead, should("Please write it into the memo when you pay, so our team sees which party it's for.")]


_LOSES = re.compile(
    r"\b(?:los(?:e|es|ing|t)|gone|forfeit\w*|another|new|again|second|twice)\b(?! (?:date|day|time))", re.I
)


_WHAT = re.compile(r"\b(?:what|how)\b[^.?!\n]{0,40}\bdeposit\b", re.I)
""" "What happens with the deposit?" is no question for a yes."""


@says("deposit_carries")
def deposit_carries(voice: Voice, data: Data) -> Parts:
    """What becomes of the deposit when the party moves."""
    booking, paid = data["state"]["booking"], data["state"]["paid"]
    deposit = money(booking["deposit"])
    lead = "No" if _LOSES.search(data["words"]) else "Yes"
    if paid and _WHAT.search(data["words"]):
        return [must(f"Your {deposit} deposit stays with your party when it moves, no new one is needed.")]
    if paid:
        return [must(voice.pick(
            f"{lead}, your {deposit} deposit stays with your party when it moves, no new one is needed.",
            f"{lead}, the {deposit} deposit stays with your party when that moves, and you don't pay it again.",
        ))]  # fmt: skip
    return [
        must(
            f"Your party has one {deposit} deposit, and it stays with the party when that moves; you don't pay it twice."
        )
    ]


@says("menu_until")
def menu_until(voice: Voice, data: Data) -> Parts:
    """Until when the dishes may be told and changed, counted back from the start of each party."""
    ahead = int(data["facts"]["policies.menu_change_cutoff_hours"])
    return [must(_menu_of(voice, one, ahead, data)) for one in data["bookings"]]


def _menu_of(voice: Voice, booking: Data, ahead: int, data: Data) -> str:
    start = instant_of(date.fromisoformat(str(booking["date"])), time.fromisoformat(str(booking["time"])), data["zone"])
    last, rule = start - timedelta(hours=ahead), f"{ahead} hours before the party"
    if last <= data["now"]:
        return f"Dishes can be changed up to {rule}, which has passed for your party on {when(booking)}."
    here = last.astimezone(ZoneInfo(data["zone"]))
    if here.time() == time(0):
        night = _night(here)
        return voice.pick(
            f"You can choose or change the dishes until the end of {night}, {rule}.",
            f"The dishes stay open until the end of {night}, {rule}: just send them here.",
            f"Send the choices here any time: dishes can change until the end of {night}, {rule}.",
        )
    return voice.pick(
        f"You can choose or change the dishes until {moment(last, data['zone'])}, {rule}.",
        f"The dishes stay open until {moment(last, data['zone'])}, {rule}: just send them here.",
        f"Send the choices here any time: dishes can change until {moment(last, data['zone'])}, {rule}.",
    )


def _night(midnight: datetime) -> str:
    """Midnight, told by the day that it ends."""
    return day((midnight - timedelta(days=1)).date())


_ALL = re.compile(
    r"\b(?:altogether|all together|in total|all in|total with|with (?:the|a) (?:\d+ ?%? )?tip|everything)\b", re.I
)
_BASE = re.compile(r"\b(?:deposit|balance|before|after|rest)\b|\b\d{3,4} or\b", re.I)


_ON_TOP = re.compile(r"\b(?:on top|extra|includ\w+|in (?:the|that|my|our) (?:total|price|bill)|already)\b", re.I)


@says("tip_of_party")
def tip_of_party(voice: Voice, data: Data) -> Parts:
    """What a tip of so many percent of the party's total comes to; what is given is the guests' own decision."""
    tips = data["tips"]
    if not tips:
        low, high = facts_of(data)["prices.gratuity_suggested_percent"]
        return [must(f"Tips are usually {low} to {high}%, and go to the chef on the day.")]
    right = {parse(one["tip"]) for one in tips} & set(data["amounts"])
    lead = "Yes, " if right else ""
    said = listed([f"{one['percent']}% of {money(one['total'])} is {money(one['tip'])}" for one in tips])
    parts = [must(f"{lead}{said}.")]
    if _ALL.search(data["words"]) and len(tips) == 1:
        parts.append(must(f"With the tip you'd pay {money(tips[0]['with_tip'])}."))
    if _ON_TOP.search(data["words"]):
        parts.append(must("It comes on top, the price doesn't hold it."))
    if _BASE.search(data["words"]):
        parts.append(must("That's on all of it; the deposit doesn't lower the tip."))
    return [*parts, should("What you give is up to you; it goes to the chef on the day.")]
