"""Words for what stands beside a price: what is not in it, when a date is sure, how far we go, how long setting up takes."""

from typing import Any

from hibachi.concierge.local.wording.answers import facts_of
from hibachi.concierge.local.wording.formats import listed, money, plain, plural
from hibachi.concierge.local.wording.voice import Parts, Voice, must, says, should

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
    return [must(voice.pick(
        f"A party is confirmed once its {deposit} deposit is paid; until then the date is only held.",
        f"The {deposit} deposit confirms a party; before that the date is only held.",
    ))]  # fmt: skip


@says("topic:max_distance")
def max_distance(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    most, base = plural(facts["travel.max_miles"], "mile"), facts["travel.base"]["city"]
    reviewed = plural(facts["travel.human_review_over_miles"], "mile")
    return [
        must(voice.pick(f"We travel up to {most} from {base}.", f"The farthest we go is {most} from {base}.")),
        should(f"Beyond {reviewed} our team has a look first."),
    ]


@says("topic:setup_time")
def setup_time(voice: Voice, data: Data) -> Parts:
    minutes = plural(facts_of(data)["venue.setup_minutes"], "minute")
    return [must(voice.pick(
        f"Setting up takes about {minutes}, so the chef comes that much before the start.",
        f"The chef comes a bit before the start, as setting up takes about {minutes}.",
    ))]  # fmt: skip
