"""Words for questions that the owner's facts answer; the numbers and phrases are theirs."""

import re
from typing import Any

from hibachi.concierge.local.wording.formats import clock, hours, label, listed, money, number, plain, plural, sentence
from hibachi.concierge.local.wording.voice import Parts, Voice, may, must, says, should

Data = dict[str, Any]


def _facts(data: Data) -> Data:
    facts: Data = data["facts"]
    return facts


@says("topic:included")
def included(voice: Voice, data: Data) -> Parts:
    facts = _facts(data)
    things = listed([plain(item) for item in facts["menu.included"]])
    own = facts["menu.proteins_per_guest"]
    if voice.brief:
        return [
            must(
                voice.pick(
                    f"Included are {own} proteins a guest, {things}.", f"You get {own} proteins a guest, {things}."
                )
            ),
            should(_yours(voice, facts)),
        ]
    proteins = listed([label(item) for item in facts["menu.included_proteins"]], "or")
    return [
        must(
            voice.pick(
                f"The price includes {own} proteins a guest ({proteins}) with {things}.",
                f"Everyone gets {own} proteins ({proteins}), plus {things}.",
            )
        ),
        must(_yours(voice, facts)),
    ]


@says("topic:not_included")
def not_included(voice: Voice, data: Data) -> Parts:
    things = [plain(item) for item in _facts(data)["menu.not_included"] if "alcohol" not in item]
    return [must(voice.pick(
        f"Please have {listed(things)} ready; we bring the grill and all the food.",
        f"We bring the grill and the food; {listed(things)} come from you.",
        f"You provide {listed(things)}; we bring the grill and everything to eat.",
    ))]  # fmt: skip


def _yours(voice: Voice, facts: Data) -> str:
    things = listed([plain(item) for item in facts["menu.not_included"]])
    return voice.pick(f"Not included are {things}; those you provide.", f"You provide {things}; they aren't included.")


@says("topic:alcohol")
def alcohol(voice: Voice, data: Data) -> Parts:
    facts = _facts(data)
    sake = next((plain(item) for item in facts["menu.included"] if "sake" in item), None)
    included = f"{sake[:1].upper() + sake[1:]} is included." if sake else "Drinks aren't included."
    return [
        must(included),
        must(
            voice.pick(
                "Beer, wine and other drinks are welcome, just bring your own.",
                "You're welcome to bring your own beer, wine and other drinks.",
            )
        ),
    ]


@says("topic:rain")
def rain(voice: Voice, data: Data) -> Parts:
    clauses = [part.strip() for part in re.split(r"[;,]", plain(_facts(data)["policies.rain"]))]
    rule = "; ".join(part for part in clauses if "refund" not in part)
    return [
        must(
            voice.pick("Rain is no problem under cover:", "Our rule for rain:")
            + f" {rule.replace('the customer provides', 'you provide')}."
        ),
        should(
            voice.pick(
                "A canopy, a tent or a covered patio works well.", "A tent, a canopy or a patio roof does the job."
            )
        ),
    ]


@says("topic:space")
def space(voice: Voice, data: Data) -> Parts:
    facts = _facts(data)
    wide, deep = facts["venue.space_feet"]
    grill = facts["venue.grill_inches"]
    needs = listed([plain(item) for item in facts["venue.needs"]])
    return [
        must(
            voice.pick(
                f"The chef needs about {wide} by {deep} feet.", f"A space of about {wide} by {deep} feet is enough."
            )
        ),
        must(f"It takes {needs}."),
        may(f"The grill is {number(grill['length'])} inches long and {number(grill['width'])} wide."),
        may(f"Please keep {facts['venue.clearance_feet']} feet from anything flammable."),
    ]


@says("topic:venue")
def venue(voice: Voice, data: Data) -> Parts:
    facts = _facts(data)["venue"]
    wide, deep = facts["space_feet"]
    return [
        must(
            voice.pick(
                f"The chef needs about {wide} by {deep} feet: {listed([plain(item) for item in facts['needs']])}.",
                f"A spot of {wide} by {deep} feet with {listed([plain(item) for item in facts['needs']])} works.",
            )
        ),
        should(f"Setting up takes about {plural(facts['setup_minutes'], 'minute')}."),
        may(sentence(facts["tables"])),
    ]


@says("topic:payment")
def payment(voice: Voice, data: Data) -> Parts:
    facts = _facts(data)
    ways = listed([plain(item) for item in facts["policies.payment_methods"]], "or")
    return [
        must(voice.pick(f"You can pay by {ways}.", f"We take {ways}.")),
        should(f"The {money(facts['prices.deposit'])} deposit is paid online, the rest on the day or before."),
    ]


@says("topic:gratuity")
def gratuity(voice: Voice, data: Data) -> Parts:
    low, high = _facts(data)["prices.gratuity_suggested_percent"]
    return [
        must(
            voice.pick(
                f"Most guests tip the chef {low} to {high}% on the day.",
                f"Tips are usually {low} to {high}%, and go to the chef on the day.",
            )
        ),
        may("It's up to you and never part of the quote."),
    ]


@says("topic:deposit")
def deposit(voice: Voice, data: Data) -> Parts:
    facts = _facts(data)
    amount = money(facts["prices.deposit"])
    return [
        must(
            voice.pick(
                f"The deposit is {amount} and comes off the final bill.",
                f"We take a {amount} deposit, which is taken off your bill.",
            )
        ),
        should(
            f"It's refundable when you cancel {plural(facts['policies.deposit_refundable_days'], 'day')} or more before the party."
        ),
        may(f"You have {hours(facts['booking.hold_minutes'])} to pay it once you book."),
    ]


@says("topic:hold_time")
def hold_time(voice: Voice, data: Data) -> Parts:
    facts = _facts(data)
    return [
        must(
            voice.pick(
                f"We hold it for {hours(facts['booking.hold_minutes'])} while you pay the deposit.",
                f"You have {hours(facts['booking.hold_minutes'])} to pay the deposit, that long the date is yours.",
            )
        ),
        should("After that it opens up again for others."),
    ]


@says("topic:cancellation")
def cancellation(voice: Voice, data: Data) -> Parts:
    facts = _facts(data)
    days, amount = plural(facts["policies.deposit_refundable_days"], "day"), money(facts["prices.deposit"])
    return [must(voice.pick(
        f"If you cancel {days} or more before the party, you get the {amount} deposit back in full. Later than that the deposit is kept.",
        f"Cancel {days} or more ahead and you get the {amount} deposit back in full; after that it is kept.",
    ))]  # fmt: skip


@says("topic:reschedule")
def reschedule(voice: Voice, data: Data) -> Parts:
    facts = _facts(data)
    free = facts["policies.reschedule_free"]
    times = "once" if free["times"] == 1 else f"{free['times']} times"
    fee = money(facts["policies.reschedule_fee"])
    return [must(voice.pick(
        f"You can move the date {times} for free, up to {free['min_hours_before']} hours before the party. Further or later moves have a reschedule fee of {fee}.",
        f"The date can be moved {times} for free, up to {free['min_hours_before']} hours before the party. After that there is a {fee} reschedule fee.",
    ))]  # fmt: skip


@says("topic:recording")
def recording(voice: Voice, data: Data) -> Parts:
    return [
        must(
            voice.pick("Yes, just so you know: ", "Thanks for asking: ")
            + plain(_facts(data)["policies.recording_notice"])
            + "."
        )
    ]


@says("topic:hours")
def start_times(voice: Voice, data: Data) -> Parts:
    slots = listed([clock(str(slot)[:5]) for slot in _facts(data)["booking.slots"]], "or")
    return [must(voice.pick(f"Parties start at {slots}, any day.", f"Our start times are {slots}, every day."))]


@says("topic:duration")
def duration(voice: Voice, data: Data) -> Parts:
    facts = _facts(data)
    low, high = facts["venue.show_minutes"]
    return [
        must(
            voice.pick(
                f"The cooking and show take about {low} to {high} minutes.",
                f"Plan about {low} to {high} minutes for the show and dinner.",
            )
        ),
        should(f"Setting up takes about {plural(facts['venue.setup_minutes'], 'minute')} before that."),
    ]


@says("topic:show")
def show(voice: Voice, data: Data) -> Parts:
    low, high = _facts(data)["venue.show_minutes"]
    return [
        must(
            voice.pick(
                "A real chef comes to you, cooks everything and performs the show right in front of your guests.",
                "Your own chef does all the cooking and entertains everyone at the grill; you just enjoy it.",
            )
        ),
        may(f"It lasts about {low} to {high} minutes."),
    ]


@says("topic:area")
def area(voice: Voice, data: Data) -> Parts:
    facts = _facts(data)
    areas = listed([plain(item) for item in facts["travel.areas"]])
    return [
        must(voice.pick(f"We come to you: {areas}.", f"We serve {areas}.")),
        should(voice.pick("Which ZIP code would it be?", "What's the ZIP code?")),
    ]


@says("topic:booking_window")
def booking_window(voice: Voice, data: Data) -> Parts:
    facts = _facts(data)
    return [must(voice.pick(
        f"Please book at least {facts['booking.min_notice_hours']} hours in advance; we plan up to {facts['booking.max_months_ahead']} months ahead.",
        f"You can book from {facts['booking.min_notice_hours']} hours to {facts['booking.max_months_ahead']} months ahead.",
    ))]  # fmt: skip


@says("topic:leftovers")
def leftovers(voice: Voice, data: Data) -> Parts:
    refund = plain(_facts(data)["policies.leftover_food_refund"])
    return [
        must(
            "Any leftovers are yours, they don't change the price."
            if refund.lower() in ("none", "no")
            else f"About leftover food: {refund}."
        )
    ]


@says("topic:guest_count_final")
def guest_count_final(voice: Voice, data: Data) -> Parts:
    return [
        must(
            voice.pick(
                f"The guest count is final {_facts(data)['policies.guest_count_final_hours']} hours before the party; until then you can change it.",
                f"You can change the number of guests until {_facts(data)['policies.guest_count_final_hours']} hours before.",
            )
        )
    ]


@says("topic:menu_change")
def menu_change(voice: Voice, data: Data) -> Parts:
    return [
        must(
            voice.pick(
                f"You can change the menu until {_facts(data)['policies.menu_change_cutoff_hours']} hours before the party.",
                f"Menu changes are fine up to {_facts(data)['policies.menu_change_cutoff_hours']} hours before.",
            )
        )
    ]


@says("topic:contact")
def contact(voice: Voice, data: Data) -> Parts:
    facts = _facts(data)
    return [
        must(f"You can reach us at {facts['business.phone']} or {facts['business.email']}."),
        may(f"Our website is {facts['business.website']}."),
    ]


@says("topic:about")
def about(voice: Voice, data: Data) -> Parts:
    facts = _facts(data)
    line = plain(facts["business.tagline"])
    return [
        must(f"{facts['business.name']} is {line[:1].lower() + line[1:]}."),
        should("You pick the date and the menu, we bring the grill and the food, cook and perform."),
    ]


@says("topic:bot")
def bot(voice: Voice, data: Data) -> Parts:
    name = _facts(data)["business.name"]
    return [
        must(
            voice.pick(
                f"I'm the AI concierge of {name}; the chef is very human, and so is our team if you'd like to talk to someone.",
                f"I'm a virtual concierge for {name}. Real people are behind me whenever you want one.",
            )
        )
    ]


@says("topic:referral")
def referral(voice: Voice, data: Data) -> Parts:
    facts = _facts(data)["growth.referral"]
    return [
        must(
            f"If a friend books with us, you get {money(facts['referrer_credit'])} credit once their party is completed."
        )
    ]


@says("topic:minimum")
def minimum(voice: Voice, data: Data) -> Parts:
    least = money(_facts(data)["prices.party_minimum"])
    return [
        must(
            voice.pick(
                f"There's a minimum of {least} on food, travel comes on top. Smaller groups are very welcome, they just pay the minimum.",
                f"The party minimum is {least} on food; a smaller party is welcome too and simply pays that.",
            )
        )
    ]


@says("topic:office_hours")
def office_hours(voice: Voice, data: Data) -> Parts:
    facts = _facts(data)
    open_ = facts["business.hours"]
    days = "every day" if open_["days"] == "mon-sun" else plain(open_["days"])
    return [
        must(
            f"Our team answers from {clock(open_['open'])} to {clock(open_['close'])}, {days}, at {facts['business.phone']}."
        ),
        should("Here you can write at any hour."),
    ]


@says("topic:tables")
def tables(voice: Voice, data: Data) -> Parts:
    return [must(sentence(_facts(data)["venue"]["tables"])), may("Tables and chairs are yours, we bring the grill.")]


@says("topic:parking")
def parking(voice: Voice, data: Data) -> Parts:
    needs = [plain(item) for item in _facts(data)["venue"]["needs"] if "parking" in item]
    return [must(f"The chef needs {listed(needs)}." if needs else "No special parking is needed.")]


@says("same_price")
def same_price(voice: Voice, data: Data) -> Parts:
    adult, child = data["prices"]["adult"], data["prices"]["child"]
    return [
        must(
            f"The price is the same with any diet: {money(adult['amount'])} per adult and {money(child['amount'])} per child."
        )
    ]
