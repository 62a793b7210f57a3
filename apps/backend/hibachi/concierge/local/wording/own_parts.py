"""Words for one part of the party that stands: who comes, when, under which name, how it stands."""

from typing import Any

from hibachi.bookings.rules import NO_DIETS
from hibachi.concierge.local.wording.changes import menu_of
from hibachi.concierge.local.wording.existing import state_of
from hibachi.concierge.local.wording.formats import (
    clock,
    day,
    for_the_chef,
    is_zero,
    listed,
    money,
    of_party,
    telephone,
    when,
)
from hibachi.concierge.local.wording.voice import Parts, Voice, must, says, should
from hibachi.kit import lazy_re as re

Data = dict[str, Any]


@says("own_guests")
def own_guests(voice: Voice, data: Data) -> Parts:
    party = data["booking"]
    return [must(voice.pick(
        f"Your party on {day(party['date'])} is booked for {of_party(party)}.",
        f"I have {of_party(party)} for your party on {day(party['date'])}.",
    ))]  # fmt: skip


@says("own_when")
def own_when(voice: Voice, data: Data) -> Parts:
    party = data["booking"]
    return [must(voice.pick(
        f"Your party is on {day(party['date'])} and starts at {clock(party['time'])}.",
        f"It's on {day(party['date'])}, starting at {clock(party['time'])}.",
    ))]  # fmt: skip


@says("own_name")
def own_name(voice: Voice, data: Data) -> Parts:
    name, on = data["booking"].get("name"), day(data["booking"]["date"])
    if not name:
        return [must(f"There's no name on your party on {on} yet."), should("Which name shall I pass on?")]
    return [must(f"Your party on {on} is under the name {name}.")]


@says("own_phone")
def own_phone(voice: Voice, data: Data) -> Parts:
    return _reached("number", telephone(data["booking"]["phone"]) if data["booking"].get("phone") else None)


@says("own_email")
def own_email(voice: Voice, data: Data) -> Parts:
    return _reached("e-mail address", data["booking"].get("email"))


def _reached(what: str, kept: str | None) -> Parts:
    if kept:
        return [must(f"On your booking I have the {what} {kept}.")]
    return [must(f"There's no {what} on your booking yet."), should("If you tell me one, our team can add it.")]


@says("own_state")
def own_state(voice: Voice, data: Data) -> Parts:
    party = data["booking"]
    if party["status"] != "confirmed":
        return [must(f"Your party on {when(party)} is booked and {state_of(party)}: once the "
                f"{money(party['deposit'])} is in, it's confirmed.")]  # fmt: skip
    parts = [f"your party on {when(party)} is confirmed"]
    if _OF_ALL.search(data["words"]) and not is_zero(party.get("deposit_paid")):
        parts.append(f"your {money(party['deposit_paid'])} deposit is in")
        if _ALL_SET.search(data["words"]) and not is_zero(party.get("balance")):
            parts.append(f"{money(party['balance'])} is left to pay")
    said = listed(parts)
    return [must(voice.pick(f"Yes, {said}.", f"Yes, all is in order: {said}."))]


_OF_ALL = re.compile(r"\b(?:through|thru|set|good|ok(?:ay)?|fine|order|everything|all)\b", re.I)
_ALL_SET = re.compile(r"\b(?:all set|everything|all good|anything)\b", re.I)
""" "Did it go through", "all set": the deposit is meant as much as the date."""


@says("own_total")
def own_total(voice: Voice, data: Data) -> Parts:
    party = data["booking"]
    return [must(f"The total of {money(party['total'])} is for all of your party on {day(party['date'])}: "
            f"{of_party(party)}.")]  # fmt: skip


@says("own_dishes")
def own_dishes(voice: Voice, data: Data) -> Parts:
    dishes = menu_of(data["booking"])
    if dishes:
        return [must(f"On your booking I have {listed(dishes)}.")]
    return [
        must(voice.pick("There are no upgrades or add-ons on it.", "On your booking there are no upgrades or add-ons."))
    ]


@says("own_diets")
def own_diets(voice: Voice, data: Data) -> Parts:
    told = data["booking"].get("dietary") or []
    if not told:
        return [must("No allergies or diets are noted on your booking so far.")]
    if told == [NO_DIETS]:
        return [must("I have it noted that nobody has an allergy or a diet.")]
    return [must(for_the_chef(told, plainly=voice.plain))]


@says("ask_diets")
def ask_diets(voice: Voice, data: Data) -> Parts:
    return [should(voice.pick("Is there one to note?", "What should the chef know?"))]


@says("papers")
def papers(voice: Voice, data: Data) -> Parts:
    return [must("Invoices, receipts and confirmations on paper come from our team, I can't send them from here."), must(voice.pick("Shall I ask them for one?", "Would you like me to ask them?"))]  # fmt: skip
