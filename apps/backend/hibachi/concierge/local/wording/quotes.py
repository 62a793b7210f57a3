"""Words for prices: quotes, their parts, travel, objections, suggestions. Every amount is a field of a fact."""

from typing import Any

from hibachi.concierge.local.wording.formats import (
    guests,
    is_zero,
    label,
    listed,
    miles,
    money,
    of_party,
    plain,
    plural,
)
from hibachi.concierge.local.wording.voice import Part, Parts, Voice, may, must, says, should

Data = dict[str, Any]


@says("quote")
def quote(voice: Voice, data: Data) -> Parts:
    said, counts = data["quote"], data["counts"]
    if voice.plain:
        lines = [must(f"{one}.") for one in said["sentences"] if not one.startswith(("Travel:", "Deposit"))]
        travel = said.get("travel_fee")
        return lines if is_zero(travel) else [*lines, must(f"Travel is {money(travel)}.")]
    parts = [*_food(voice, data), *_travel(voice, said)]
    if (
        said.get("total") is not None
        and said.get("travel") is not None
        and not (is_zero(said.get("travel_fee")) and not _extras(said))
    ):
        parts.append(must(_total(voice, said, first=data["first"])))
    if data["first"]:
        parts.append(should(_deposit(voice, said)))
    if data["tell_assumed"]:
        parts += _assumed(voice, counts)
    return parts


def _food(voice: Voice, data: Data) -> Parts:
    said = data["quote"]
    who, food = of_party(said["party"]), money(said["food_total"])
    total = said.get("total")
    if said.get("minimum_applied"):
        return _minimum(voice, data, who)
    extras = _extras(said)
    if extras:
        lines = listed([line_of(line) for line in said["lines"] if is_food(line) and not is_zero(line["amount"])])
        free = _toddlers(said)
        return [must(f"{lines}{free}."), *_sum(voice, said, food)]
    if total is not None and said.get("travel") is not None and is_zero(said.get("travel_fee")):
        return [
            must(
                voice.pick(
                    f"For {who} the total is {money(total)}.",
                    f"{money(total)} is the total for {who}.",
                    f"That comes to {money(total)} in total for {who}.",
                    f"With {who} you're at {money(total)} in total.",
                )
            )
        ]
    return [
        must(
            voice.pick(
                f"For {who} the food comes to {food}.",
                f"{food} covers the food for {who}.",
                f"The food for {who} is {food}.",
                f"With {who} the food is {food}.",
            )
        )
    ]


def _minimum(voice: Voice, data: Data, who: str) -> Parts:
    said = data["quote"]
    food, least = money(said["food_subtotal"]), money(said["food_total"])
    if not data["explain_minimum"]:
        return [
            must(
                voice.pick(
                    f"For {who} the party minimum of {least} still applies.",
                    f"The minimum of {least} covers {who}.",
                    f"With {who} it stays at our minimum, {least}.",
                )
            )
        ]
    warm = voice.pick(
        "Small parties are great fun, and we'd love to cook for you!",
        "A cozy group is always special, and you're very welcome!",
        "Happy to cook for an intimate group!",
    )
    ideas = _ideas(voice, data["menu"])
    return [
        must(warm),
        must(
            voice.pick(
                f"The menu price for {who} is {food}; our party minimum is {least}, so the food is {least}.",
                f"{who.capitalize() if who[0].isalpha() else who} would be {food}, and our party minimum is {least}, so that's the food price.",
            )
        ),
        must(
            voice.pick(
                f"You could use the difference for {ideas}, or add a few guests.",
                f"That leaves room to add {ideas}, or a few more guests, before anything goes up.",
            )
        ),
    ]


def _ideas(voice: Voice, menu: Data) -> str:
    upgrades = sorted(menu["upgrades_per_person"], key=lambda key: -float(menu["upgrades_per_person"][key]))
    addons = sorted(menu["addons_each"], key=lambda key: -float(menu["addons_each"][key]))
    return listed([label(key) for key in (*upgrades[:2], *addons[:1])], "or")


def _extras(said: Data) -> bool:
    party = said.get("party", {})
    kinds = sum(bool(party.get(key)) for key in ("adults", "children"))
    return bool(party.get("upgrades") or party.get("extra_proteins") or party.get("addons")) or kinds > 1


def _sum(voice: Voice, said: Data, food: str) -> Parts:
    """The sum of the food, unless the total that follows is the same number."""
    if said.get("total") is not None and said.get("travel") is not None and is_zero(said.get("travel_fee")):
        return []
    return [
        must(
            voice.pick(
                f"Together the food is {food}.", f"That makes {food} for the food.", f"The food adds up to {food}."
            )
        )
    ]


def _toddlers(said: Data) -> str:
    young = [line for line in said["lines"] if is_food(line) and is_zero(line["amount"])]
    return "".join(f", {_name(line)} free" for line in young)


def is_food(line: Data) -> bool:
    return line.get("component") not in ("travel", "minimum")


def _name(line: Data) -> str:
    """ "14 adults (13 and over)" → "14 adults"; upgrades in the plural."""
    name, many = str(line["label"]).split(" (")[0], int(line["quantity"])
    return f"{many} {name + 's' if name.endswith(' upgrade') and many > 1 else name}"


def line_of(line: Data) -> str:
    if line.get("component") == "extra_proteins":
        return f"{_name(line)} × {money(line['unit'])} = {money(line['amount'])}"
    return f"{_name(line)} {money(line['amount'])}"


def _travel(voice: Voice, said: Data) -> Parts:
    travel = said.get("travel")
    if travel is None:
        return [
            should(
                voice.pick(
                    "Travel depends on the distance and comes on top where it applies.",
                    "Travel isn't in there yet, since it depends on where you are.",
                )
            )
        ]
    if "fee" not in travel:
        return [
            must(
                voice.pick(
                    "I couldn't place that ZIP code yet, so travel isn't in there.",
                    "Travel is still open because I can't find that ZIP code.",
                )
            )
        ]
    if is_zero(travel["fee"]):
        return [
            should(
                voice.pick(
                    "Travel is free for you.", "There's no travel fee at your place.", "Travel is included, no fee."
                )
            )
        ]
    return [must(_fee(voice, travel))]


def _fee(voice: Voice, travel: Data) -> str:
    about = "about " if travel.get("estimated") else ""
    way = f"{about}{miles(travel['miles'])} miles, the first {travel['free_miles']} free, then {money(travel['per_mile'])} a mile"
    return voice.pick(
        f"Travel is {money(travel['fee'])} ({way}).",
        f"Travel adds {money(travel['fee'])}: {way}.",
        f"The travel fee is {money(travel['fee'])}: {way}.",
    )


def _total(voice: Voice, said: Data, *, first: bool = False) -> str:
    total = money(said["total"])
    if not first:
        return voice.pick(
            f"Your new total is {total}.",
            f"That makes {total} in total.",
            f"All together it's {total}.",
            f"So the total is {total}.",
        )
    return voice.pick(
        f"So your total is {total}.",
        f"In total that's {total}.",
        f"All together: {total}.",
        f"That makes {total} in total.",
    )


def _deposit(voice: Voice, said: Data) -> str:
    deposit = money(said["deposit"])
    return voice.pick(
        f"A {deposit} deposit, taken off the bill, holds the date.",
        f"The deposit is {deposit} and comes off the final bill.",
    )


def _assumed(voice: Voice, counts: Any) -> Parts:
    parts: list[Part] = []
    if counts.assumed:
        parts.append(
            should(
                voice.pick(
                    "I counted everyone as an adult; kids cost less, so tell me if there are any.",
                    "That counts everybody as adults. If kids are coming, tell me, they cost less.",
                )
            )
        )
    if counts.unaged:
        parts.append(
            should(
                voice.pick(
                    "I used the child price for the kids for now.",
                    "The kids are in at the child price until I know their ages.",
                )
            )
        )
    return parts


@says("breakdown")
def breakdown(voice: Voice, data: Data) -> Parts:
    said = data["quote"]
    lines = [
        f"{_name(line)} × {money(line['unit'])} = {money(line['amount'])}" for line in said["lines"] if is_food(line)
    ]
    parts = [must(voice.pick("Here's how it adds up:", "Line by line:", "Sure, in detail:") + f" {listed(lines)}.")]
    if said.get("minimum_applied"):
        parts.append(must(f"Because the party minimum applies, the food is {money(said['food_total'])}."))
    parts += _travel(voice, said)
    if said.get("total") is not None:
        parts.append(must(_total(voice, said)))
    return parts


@says("travel")
def travel(voice: Voice, data: Data) -> Parts:
    fee, place = data["fee"], data.get("city")
    if "fee" not in fee:
        return [
            must(voice.pick("I can't find that ZIP code.", "That ZIP code doesn't come up for me.")),
            must("Which ZIP code is the party in?"),
        ]
    name = fee.get("city") or place or "your place"
    if is_zero(fee["fee"]):
        return [
            must(
                voice.pick(
                    f"Good news: {name} is within our first {fee['free_miles']} miles, so travel is free.",
                    f"Travel to {name} is free, you're within {fee['free_miles']} miles.",
                )
            )
        ]
    about = "about " if fee.get("estimated") else ""
    way = f"{about}{miles(fee['miles'])} miles, of which the first {fee['free_miles']} are free, then {money(fee['per_mile'])} a mile"
    return [
        must(
            voice.pick(
                f"Travel to {name} is {money(fee['fee'])}: {way}.",
                f"Yes, for {name} there's a travel fee of {money(fee['fee'])}. It's {way}.",
            )
        )
    ]


@says("travel_formula")
def travel_formula(voice: Voice, data: Data) -> Parts:
    fee = data["fee"]
    if "fee" not in fee:
        return travel(voice, data)
    about = "about " if fee.get("estimated") else ""
    parts = [must(voice.pick(
        f"It's simply the distance: {about}{miles(fee['miles'])} miles one way. The first {fee['free_miles']} miles are free, and the other {fee['billed_miles']} are billed at {money(fee['per_mile'])} a mile, so travel is {money(fee['fee'])}.",
        f"{about.capitalize()}{miles(fee['miles'])} miles one way, less {fee['free_miles']} free miles, leaves {fee['billed_miles']} billed miles at {money(fee['per_mile'])} a mile: a travel fee of {money(fee['fee'])}.",
    ))]  # fmt: skip
    if fee.get("estimated"):
        parts.append(may("The distance is an estimate from your ZIP code."))
    return parts


@says("travel_rule")
def travel_rule(voice: Voice, data: Data) -> Parts:
    facts = data["facts"]
    return [must(voice.pick(
        f"The first {facts['travel.free_miles']} miles from {_base(facts)} are free, after that it's {money(facts['travel.per_mile'])} a mile, one way.",
        f"Travel is free for the first {facts['travel.free_miles']} miles from {_base(facts)}, then {money(facts['travel.per_mile'])} for each further mile, one way.",
    ))]  # fmt: skip


def _base(facts: Data) -> str:
    return str(facts["travel.base"]["city"])


@says("area")
def area(voice: Voice, data: Data) -> Parts:
    found = data["area"]
    city = found.get("city") or "there"
    comes = found.get("comes") or found.get("served")
    if comes in ("always", "yes"):
        return [
            must(
                voice.pick(
                    f"Yes, we absolutely come to {city}!", f"We sure do come to {city}!", f"Yes, {city} is in our area."
                )
            )
        ]
    if comes == "partly":
        return [
            must(
                voice.pick(
                    f"Yes, we come to {city}; for some parts of it a colleague has a look first.",
                    f"Yes, most of {city} is in our area.",
                )
            )
        ]
    if comes == "human":
        return [must(f"{city} is quite a drive for us, so our team decides about it.")]
    if comes == "no":
        return [
            must(f"I'm sorry, {city} is beyond the area that we serve on our own; our team would have to approve it.")
        ]
    return [must(voice.pick(f"I'd have to check {city} by its ZIP code.", f"Let me look up {city} by ZIP code."))]


@says("balance")
def balance(voice: Voice, data: Data) -> Parts:
    said = data["quote"]
    left, deposit, total = money(said["balance"]), money(said["deposit"]), money(said["total"])
    return [
        must(
            voice.pick(
                f"After the {deposit} deposit there'd be {left} left of your {total}.",
                f"{left} is left: {total} less the {deposit} deposit.",
            )
        )
    ]


@says("cannot_price")
def cannot_price(voice: Voice, data: Data) -> Parts:
    return [
        must(plain(data["message"]) + "." if data["message"] else "I can't price that yet."),
        must("How many guests should I count?"),
    ]


@says("invalid_guests")
def invalid_guests(voice: Voice, data: Data) -> Parts:
    return [
        must(
            voice.pick(
                "I can only price whole guests, at least one.",
                "That number of guests doesn't work, it has to be a whole number.",
            )
        )
    ]


@says("price_list")
def price_list(voice: Voice, data: Data) -> Parts:
    prices = data["prices"]
    adult, child, toddler = prices["adult"], prices["child"], prices["toddler"]
    free = "free" if is_zero(toddler["amount"]) else money(toddler["amount"])
    return [
        must(voice.pick(
            f"It's {money(adult['amount'])} for guests {adult['ages']}, {money(child['amount'])} for kids {child['ages']}, and {free} for {toddler['ages']}.",
            f"Adults ({adult['ages']}) are {money(adult['amount'])}, kids ({child['ages']}) {money(child['amount'])}, and {toddler['ages']} {free}.",
        )),
        should(voice.pick(f"The party minimum is {money(prices['party_minimum'])} on food.", f"Food has a minimum of {money(prices['party_minimum'])} a party.")),
    ]  # fmt: skip


@says("item_prices")
def item_prices(voice: Voice, data: Data) -> Parts:
    menu, parts = data["menu"], []
    if data["third"]:
        parts.append(
            must(
                f"Each guest has {menu['proteins_per_guest']} proteins included; an extra protein costs {money(menu['extra_protein'])} a portion."
            )
        )
    for key in data["keys"]:
        parts += _item(menu, key, third=data["third"])
    return parts


def _item(menu: Data, key: str, *, third: bool) -> Parts:
    name = label(key)
    if key in menu["upgrades_per_person"]:
        upgrade = menu["upgrades_per_person"][key]
        if not third:
            return [
                must(
                    f"{name[:1].upper() + name[1:]} is {money(upgrade)} more per person, in place of one of the included proteins."
                )
            ]
        both = _extra_price(menu, upgrade)
        return [must(f"Extra {name} is {both} a portion.")]
    if key in menu["addons_each"]:
        return [must(f"{name[:1].upper() + name[1:]} is {money(menu['addons_each'][key])} each.")]
    return [] if third else [must(f"{name[:1].upper() + name[1:]} is one of the included proteins.")]


def _extra_price(menu: Data, upgrade: str) -> str:
    from decimal import Decimal

    return money(Decimal(menu["extra_protein"]) + Decimal(upgrade))


@says("suggestion")
def suggestion(voice: Voice, data: Data) -> Parts:
    menu = data["menu"]
    best = max(menu["upgrades_per_person"], key=lambda key: float(menu["upgrades_per_person"][key]), default=None)
    date = voice.pick("What date do you have in mind?", "Which date are you thinking of?")
    if best is None:
        return [must(date)]
    return [
        should(voice.pick(
            f"A favorite upgrade is {label(best)} at {money(menu['upgrades_per_person'][best])} a person, if you'd like a treat.",
            f"If you want something special, {label(best)} is {money(menu['upgrades_per_person'][best])} more a person.",
        )),
        must(date),
    ]  # fmt: skip


@says("objection_price")
def objection_price(voice: Voice, data: Data) -> Parts:
    included = listed([plain(item) for item in data["facts"].get("menu.included", [])])
    return [
        must(voice.pick("I hear you, it's a real question.", "That's fair to ask!", "I understand, it should feel worth it.")),
        must(voice.pick(
            f"It's a private show rather than a table for everyone: your own chef comes to your home with the grill and equipment, sets up, cooks and performs for your guests. The price includes two proteins each, {included}.",
            f"The price brings the whole evening to you: a private chef who comes to your home, brings the grill, sets up, cooks and entertains, and {included} are included.",
        )),
    ] if not voice.brief else [
        must(voice.pick("I hear you.", "Fair question!")),
        must("The price includes a private chef who comes to your home with the grill, cooks and performs the show, plus all the food: " + listed([plain(item) for item in data["facts"].get("menu.included", [])][:4]) + "."),
    ]  # fmt: skip


@says("objection_minimum")
def objection_minimum(voice: Voice, data: Data) -> Parts:
    least = money(data["facts"]["prices.party_minimum"])
    return [
        must(voice.pick("I understand, that's fair to ask.", "Totally understand.")),
        must(f"The minimum of {least} is on the food, so that a private chef can come to any party, however small."),
        must(
            voice.pick(
                f"You can fill it with {_ideas(voice, data['menu'])}, or with more guests, and simply get more for it.",
                f"Upgrades such as {_ideas(voice, data['menu'])} count towards it, and so do extra guests.",
            )
        ),
    ]


@says("thinking")
def thinking(voice: Voice, data: Data) -> Parts:
    parts = [must(voice.pick("Of course, take your time!", "No rush at all!", "Sure, no pressure!"))]
    parts.append(
        must(
            voice.pick(
                "I can hold a date for you or send you the quote in writing whenever you like.",
                "If it helps, I can hold your date or send the quote in writing.",
            )
        )
    )
    parts.append(should(voice.pick("When should I check back with you?", "When would be a good time to follow up?")))
    return parts


@says("thinking_held")
def thinking_held(voice: Voice, data: Data) -> Parts:
    return [
        must(voice.pick("Of course, take your time!", "No pressure at all!")),
        must(
            voice.pick(
                "Nothing is booked until you say yes; just tell me here when you're ready.",
                "I haven't booked anything; I'm here when you're ready.",
            )
        ),
    ]


@says("guests_line")
def guests_line(voice: Voice, data: Data) -> Parts:
    return [must(guests(data["adults"], data["children"], data["toddlers"])), may(plural(data["adults"], "adult"))]
