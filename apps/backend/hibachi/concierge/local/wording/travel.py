"""Words for the way: what it costs, how that is computed, and whether we come."""

from typing import Any

from hibachi.concierge.local.wording.formats import (
    is_zero,
    listed,
    miles,
    money,
    plain,
)
from hibachi.concierge.local.wording.voice import Parts, Voice, may, must, says
from hibachi.kit import lazy_re as re
from hibachi.language.openers import ASKING_VERBS

Data = dict[str, Any]


_COMES = re.compile(
    rf"\b(?:{ASKING_VERBS}|r|if)\b[^.?!\n]{{0,25}}\b(?:you|u|ya|yall|y'all|chefs?|they|it|that|this|i"
    rf"|we|\d{{5}}|somebody|someone)\b[^.?!\n]{{0,25}}\b(?:come|cook|go|travel|serve|service|cover"
    r"|deliver|available|drive|cater|work|do (?:parties|events|hibachi)|in|within|area)\b",
    re.I,
)
""" "Do you cook in Alamo, 94507?": yes comes first."""


@says("travel")
def travel(voice: Voice, data: Data) -> Parts:
    fee, place = data["fee"], data.get("city")
    if "fee" not in fee:
        return [
            must(voice.pick("I can't find that ZIP code.", "That ZIP code doesn't come up for me.")),
            must("Which ZIP code is the party in?"),
        ]
    name = fee.get("city") or place or "your place"
    comes = bool(_COMES.search(str(data.get("words", ""))))
    if is_zero(fee["fee"]) and comes:
        return [must(f"Yes, we come to {name}, and travel is free: you're within {fee['free_miles']} miles.")]
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
    lead = [must(f"Yes, we come to {name}.")] if comes else []
    way = (
        f"{about}{miles(fee['miles'])} miles, of which the first {fee['free_miles']} are free, then "
        f"{money(fee['per_mile'])} a mile"
    )
    return [
        *lead,
        must(
            voice.pick(
                f"Travel to {name} is {money(fee['fee'])}: {way}.",
                f"For {name} there's a travel fee of {money(fee['fee'])}. It's {way}.",
            )
        ),
    ]


@says("no_travel_fee")
def no_travel_fee(voice: Voice, data: Data) -> Parts:
    """Of a party that stands within the free miles."""
    fee = data["fee"]
    place = fee.get("city") or "your place"
    return [must(voice.pick(
        f"There's no travel fee for your party: {place} is within the first {fee['free_miles']} miles.",
        f"Travel is free for your party, as {place} is within the first {fee['free_miles']} miles.",
    ))]  # fmt: skip


@says("travel_formula")
def travel_formula(voice: Voice, data: Data) -> Parts:
    fee = data["fee"]
    if "fee" not in fee:
        return travel(voice, data)
    about = "about " if fee.get("estimated") else ""
    scripted = voice.script("objection_travel") if data.get("objected") else []
    parts = [*scripted, must(voice.pick(
        f"It's simply the distance: {about}{miles(fee['miles'])} miles one way. The first "
                f"{fee['free_miles']} miles are free, and the other {fee['billed_miles']} are billed at "
                f"{money(fee['per_mile'])} a mile, so travel is {money(fee['fee'])}.",
        (f"{about.capitalize()}{miles(fee['miles'])} miles one way, less {fee['free_miles']} free "
                f"miles, leaves {fee['billed_miles']} billed miles at {money(fee['per_mile'])} a mile: a "
                f"travel fee of {money(fee['fee'])}."),
    ))]  # fmt: skip
    if fee.get("estimated"):
        parts.append(may("The distance is an estimate from your ZIP code."))
    return parts


@says("travel_rule")
def travel_rule(voice: Voice, data: Data) -> Parts:
    facts = data["facts"]
    return [must(voice.pick(
        f"The first {facts['travel.free_miles']} miles from {_base(facts)} are free, after that it's "
                f"{money(facts['travel.per_mile'])} a mile, one way.",
        (f"Travel is free for the first {facts['travel.free_miles']} miles from {_base(facts)}, then "
                f"{money(facts['travel.per_mile'])} for each further mile, one way."),
    ))]  # fmt: skip


def _base(facts: Data) -> str:
    return str(facts["travel.base"]["city"])


@says("foreign")
def foreign(voice: Voice, data: Data) -> Parts:
    areas = listed([plain(item) for item in data["facts"]["travel.areas"]])
    return [
        must(
            voice.pick(
                f"I'm sorry, that's beyond where our chefs travel; we serve {areas}.",
                f"That's too far for our chefs, I'm afraid. We serve {areas}.",
            )
        )
    ]


@says("short_zip")
def short_zip(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("That ZIP code doesn't look complete.", "Hmm, that ZIP code seems to miss a digit."))]


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
