"""Words for a party that is only supposed: its price, and whether it is to be the plan."""

from typing import Any

from hibachi.concierge.local.wording.lines import added_up, is_food
from hibachi.concierge.local.wording.quotes import compared
from hibachi.concierge.local.wording.voice import Parts, Voice, must, says, should

Data = dict[str, Any]


@says("supposed")
def supposed(voice: Voice, data: Data) -> Parts:
    """The price of a party that is only supposed; the planned one stays."""
    parts = [must(compared(data["quote"], places=False))]
    if any(line.get("component") not in ("base", None) for line in data["quote"]["lines"] if is_food(line)):
        parts.append(should(added_up(data["quote"])))
    return [*parts, must("I haven't changed anything in your plan.")]


@says("compare_dishes")
def compare_dishes(voice: Voice, data: Data) -> Parts:
    """One sentence for each menu of one party: its sum, and of what it is made up where it has extras."""
    parts = []
    for quote in data["quotes"]:
        extras = any(line.get("component") not in ("base", None) for line in quote["lines"] if is_food(line))
        said = compared(quote, places=False)
        bare = f"With the included proteins, {said[0].lower()}{said[1:]}"
        parts.append(must(f"{said.rstrip('.')}: {added_up(quote)}" if extras else bare))
    return parts


@says("take_supposed")
def take_supposed(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("Shall I plan with that instead?", "Would you like to go with that, or leave it as it is?", "Shall I change your plan to that?"))]  # fmt: skip


@says("stays_planned")
def stays_planned(voice: Voice, data: Data) -> Parts:
    return [must(voice.pick("All right, we leave it as it was.", "No problem, your plan stays as it was."))]
