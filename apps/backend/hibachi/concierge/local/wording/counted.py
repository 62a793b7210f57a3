"""Words for who is counted in a price: the numbers are the quote engine's, the ages those of the price list."""

from typing import Any

from hibachi.concierge.local.wording.answers import facts_of
from hibachi.concierge.local.wording.formats import listed, money, of_party, plain
from hibachi.concierge.local.wording.voice import Part, Parts, Voice, must, says

Data = dict[str, Any]


@says("counted_so")
def counted_so(voice: Voice, data: Data) -> Parts:
    """Whether it is so, who is counted, and which age makes the difference."""
    said, agreed, grown = data["quote"], data["agreed"], data["grown"]
    who = of_party(said["party"])
    reasons = [*_grown(grown, data), *(_free(data) if data["free"] and agreed is not True else [])]
    if agreed:
        return [must(voice.pick(f"Yes, exactly: {who}.", f"Yes, that's right: {who}."))]
    if agreed is False:
        return [must(f"Not quite: so far I have {who}. Tell me if that should be different.")]
    total = said.get("total")
    whole = f", {money(total)} in total" if total is not None and said.get("travel") is not None else ""
    return [*reasons, must(f"So I counted {who}{whole}." if reasons else f"I counted {who}{whole}.")]


def _grown(ages: list[int], data: Data) -> list[Part]:
    if not ages:
        return []
    band = plain(facts_of(data)["prices.adult"]["ages"])
    whose = f"your {ages[0]}-year-old is one" if len(ages) == 1 else f"your kids of {listed([str(age) for age in dict.fromkeys(ages)])} are among them"  # fmt: skip
    return [must(f"Guests of {band} count as adults, and {whose}.")]


def _free(data: Data) -> list[Part]:
    toddler = facts_of(data)["prices.toddler"]
    return [must(f"Kids of {plain(toddler['ages'])} are free.")]
