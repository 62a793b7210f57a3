"""Words for what stands beside a price: what is not in it, when a date is sure, how far we go, how long setting up takes."""

from decimal import Decimal
from typing import Any

from hibachi.concierge.local.wording.answers import facts_of
from hibachi.concierge.local.wording.formats import listed, money, of_party, plain, plural, telephone
from hibachi.concierge.local.wording.offers import without_extras
from hibachi.concierge.local.wording.quotes import way_of
from hibachi.concierge.local.wording.voice import Parts, Voice, must, says, should
from hibachi.kit import lazy_re as re

Data = dict[str, Any]


@says("extra_costs")
def extra_costs(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    low, high = facts["prices.gratuity_suggested_percent"]
    free, mile = plural(facts["travel.free_miles"], "mile"), money(facts["travel.per_mile"])
    things = listed([plain(item) for item in facts["menu.not_included"] if "alcohol" not in item])
    return [
        must(voice.pick("No hidden fees.", "Nothing is hidden.")),
        must(f"Travel is free for {free}, then {mile} a mile, and it stands in the quote."),
        must(f"Only the tip for the chef isn't in it, usually {low} to {high}%."),
        should(f"You provide {things}."),
    ]


@says("topic:confirmed_when")
def confirmed_when(voice: Voice, data: Data) -> Parts:
    deposit = money(facts_of(data)["prices.deposit"])
    if data.get("planned"):
        return [must(voice.pick(
            f"It isn't booked yet. Once it is, the {deposit} deposit confirms it.",
            f"Not yet: nothing is booked so far. After booking, the {deposit} deposit makes it final.",
        ))]  # fmt: skip
    return [must(voice.pick(
        f"It's the {deposit} deposit that confirms a party; before it has arrived a date is only held.",
        f"The {deposit} deposit confirms a party; before that the date is only held.",
    ))]  # fmt: skip


@says("topic:diet_notice")
def diet_notice(voice: Voice, data: Data) -> Parts:
    notice = plural(facts_of(data)["dietary.notice_hours"], "hour")
    if data.get("enough"):
        return [must(f"Yes, there's enough time: we need to know {notice} before the party.")]
    return [must(voice.pick(
        f"Please tell us about allergies and diets at least {notice} before the party.",
        f"We need to know about diets and allergies {notice} before the party, or earlier.",
    ))]  # fmt: skip


@says("topic:tax")
def tax(voice: Voice, data: Data) -> Parts:
    rate = Decimal(str(facts_of(data)["tax.sales_tax_rate"])) * 100
    if not rate:
        return [must(voice.pick("No sales tax is added to the quote.", "There's no sales tax on top of the quote."))]
    return [must(f"Sales tax of {rate.normalize():f}% on the food is a line of its own in the quote.")]


_MILES = re.compile(r"\b(\d{1,3}(?:\.\d)?)[ -]?(?:miles?|mi)\b", re.I)


@says("topic:max_distance")
def max_distance(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    most, base = plural(facts["travel.max_miles"], "mile"), facts["travel.base"]["city"]
    reviewed = plural(facts["travel.human_review_over_miles"], "mile")
    told = _MILES.search(str(data.get("words", "")))
    if told and float(told[1]) > facts["travel.max_miles"]:
        return [must(f"I'm afraid that's beyond our {most} from {base}, so our team would have to approve it.")]
    if told and float(told[1]) > facts["travel.human_review_over_miles"]:
        return [must(f"Possibly: beyond {reviewed} from {base} our team has a look first, and {most} is the limit.")]
    if told:
        return [must(f"Yes, that's within our reach: we travel up to {most} from {base}.")]
    return [
        must(voice.pick(f"We travel up to {most} from {base}.", f"The limit is {most} from {base}.")),
        should(f"Beyond {reviewed} our team has a look first."),
    ]


@says("topic:setup_time")
def setup_time(voice: Voice, data: Data) -> Parts:
    minutes = plural(facts_of(data)["venue.setup_minutes"], "minute")
    return [must(voice.pick(
        f"Setting up takes about {minutes}, so the chef comes that much before the start.",
        f"The chef comes a bit before the start, as setting up takes about {minutes}.",
    ))]  # fmt: skip


@says("trust")
def trust(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    line = plain(facts["business.tagline"])
    days, deposit = plural(facts["policies.deposit_refundable_days"], "day"), money(facts["prices.deposit"])
    return [
        must(voice.pick("That's a fair question.", "I understand that you want to be sure.")),
        must(f"{facts['business.name']} is {line[:1].lower()}{line[1:]}. Our team is at "
                f"{telephone(facts['business.phone'])} and {facts['business.email']}, if you'd like to talk "
                "to somebody."),
        should(f"The {deposit} deposit comes off the bill, and you get it back when you cancel {days} or "
                "more before the party."),
    ]  # fmt: skip


@says("within_budget")
def within_budget(voice: Voice, data: Data) -> Parts:
    said = data["quote"]
    parts = [must(f"You could invite {of_party(said['party'])}; the food is {money(said['food_total'])}.")]
    if said.get("travel") is not None:
        parts += way_of(voice, said)
    return [*parts, should("Kids cost less.")]


@says("against_budget")
def against_budget(voice: Voice, data: Data) -> Parts:
    """Whether a price fits a budget; where not, the party that would, and that nothing of the menu is needed on top."""
    total, who = money(data["quote"]["total"]), of_party(data["quote"]["party"])
    if data["fits"]:
        return [
            must(
                voice.pick(
                    f"That fits: the total for {who} is {total}.", f"Yes, that works: {total} is the total for {who}."
                )
            )
        ]
    over = must(f"The total for {who} is {total}, so that's above it.")
    if data.get("plain"):
        return [over, must(f"{without_extras(data['quote'], data['plain'])}, and that fits.")]
    if data["fewer"] is None:
        least = money(data["facts"]["prices.party_minimum"])
        return [over, must(f"Our party minimum is {least} on food, and that's the least we charge for a party.")]
    fewer = data["fewer"]
    return [
        over,
        must(f"{of_party(fewer['party'])} would come to {money(fewer['total'])} in total."),
        should("Kids cost less, and upgrades are optional."),
    ]
