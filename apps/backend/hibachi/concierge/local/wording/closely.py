"""Words for what belongs to no broad rule: wind, children near the grill, cash, paying by phone, raw food, one deposit for all."""

from typing import Any

from hibachi.concierge.local.wording.answers import facts_of
from hibachi.concierge.local.wording.formats import label, listed, money, plain
from hibachi.concierge.local.wording.specifics import paid_when
from hibachi.concierge.local.wording.voice import Parts, Voice, must, says, should
from hibachi.kit import lazy_re as re

Data = dict[str, Any]
_ASK = 'just say "ask the team" and a person answers'


@says("topic:wind")
def wind(voice: Voice, data: Data) -> Parts:
    feet = facts_of(data)["venue.clearance_feet"]
    return [
        must(
            voice.pick(
                "How windy it gets I can't foresee, and whether strong gusts are safe is for our team to decide.",
                "Whether strong gusts are safe is for our team to decide; I can't foresee the wind.",
            )
        ),
        must(f"A sheltered, level spot helps, {feet} feet from anything flammable."),
    ]


@says("topic:slope")
def slope(voice: Voice, data: Data) -> Parts:
    wide, deep = facts_of(data)["venue.space_feet"]
    return [
        must(f"The grill needs level ground: a flat patch of about {wide} by {deep} feet is the safest."),
        must(f"Whether a slight slope is still flat enough I can't judge from here; {_ASK}."),
    ]


@says("topic:near_fire")
def near_fire(voice: Voice, data: Data) -> Parts:
    return [
        must(
            voice.pick(
                "Please keep little ones a few steps back from the grill, with a grown-up beside them: it's hot.",
                "The grill gets hot, so little ones should watch from a few steps back with a grown-up beside them.",
            )
        ),
        must(f"I have nothing on record about how close or how old they may be; {_ASK}."),
    ]


@says("topic:cash_needed")
def cash_needed(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    ways = facts["policies.payment_methods"]
    if len(ways) == 1:
        return [must(f"You can pay by {plain(ways[0])}.")]
    return [
        must(f"No, cash isn't a must: you can pay by {listed([plain(way) for way in ways], 'or')}."),
        should(paid_when(facts)),
    ]


@says("topic:pay_by_phone")
def pay_by_phone(voice: Voice, data: Data) -> Parts:
    return [
        must(
            "Whether a card can be taken by phone I can't promise: the deposit is paid online, and our team sends you how."
        )
    ]


@says("topic:raw_food")
def raw_food(voice: Voice, data: Data) -> Parts:
    return [
        must(
            "The chef cooks on the grill in front of you. "
            f"About raw food and how done a dish has to be for somebody I won't guess; {_ASK}."
        )
    ]


@says("topic:cooked_with_alcohol")
def cooked_with_alcohol(voice: Voice, data: Data) -> Parts:
    return [
        must(f"Whether a sauce or the cooking has alcohol in it I can't promise myself; {_ASK}."),
    ]


@says("topic:one_deposit")
def one_deposit(voice: Voice, data: Data) -> Parts:
    deposit = money(facts_of(data)["prices.deposit"])
    return [
        must(f"Just one: the deposit is {deposit} for the whole party, and it comes off the bill."),
        should("Who pays it is up to you."),
    ]


_TWICE = re.compile(
    r"[^.?!\n]*\b(?:twice|two times|2 times|double|both|2 ?x|x ?2|two portions|two helpings)\b[^.?!\n]*", re.I
)


@says("topic:same_twice")
def same_twice(voice: Voice, data: Data) -> Parts:
    """Whether both proteins of a guest may be the same: no rule says so, and none forbids it."""
    facts = facts_of(data)
    number, asked = facts["menu.proteins_per_guest"], " ".join(_TWICE.findall(str(data.get("words", "")))).lower()
    dishes = [key for key in facts["menu.included_proteins"] if key.split("_")[-1] in asked]
    both = f"both can be {label(dishes[0])}" if len(dishes) == 1 else "both can be the same"
    return [
        must(f"Every guest picks {number} proteins of their own."),
        must(f"Whether {both} is not in my rules; {_ASK}."),
    ]
