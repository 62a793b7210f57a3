"""How much of an item was said: a number, a share of the guests, so many for every so many."""

from dataclasses import dataclass, replace
from typing import Literal

from hibachi.kit import lazy_re as re
from hibachi.language import eaters
from hibachi.language import item_words as say
from hibachi.language.numbers import to_int

Share = Literal["all", "half", "rest", "adults", "children"]


@dataclass(frozen=True, slots=True)
class Amount:
    """How much of an item: a number, a share, a part; among: the guests among whom so many are; alone: people told one by one."""

    quantity: int | None = None
    share: Share | None = None
    part: tuple[int, int] | None = None
    but: int = 0
    among: int | None = None
    alone: bool = False

    @property
    def told(self) -> bool:
        """Whether anything was said."""
        return self.quantity is not None or self.share is not None or self.part is not None


def amount_of(match: re.Match[str]) -> Amount:
    """What a matched quantity comes to."""
    for share in ("rest", "half", "adults", "children"):
        if match[share]:
            return Amount(share=share)
    if match["all"]:
        return less(Amount(share="all"), match)
    if match["part"]:
        times, of = match["part"].split()[:2]
        return Amount(part=(to_int(times) or 1, say.PARTS[of.rstrip("s")]))
    if match["who"]:
        return Amount(eaters.how_many(match["who"]), alone=True)
    said = match["n"]
    number = 2 if "couple" in said and "dozen" not in said else to_int(said)
    return Amount(number, among=to_int(match["of"] or ""))


def less(everyone: Amount, match: re.Match[str]) -> Amount:
    """ "Everyone except two", "all but grandma", "everyone but the kids": those who are left out."""
    if match["but_kids"]:
        return replace(everyone, share="adults")
    left = eaters.how_many(match["but_who"]) if match["but_who"] else to_int(match["but"] or "") or 0
    return replace(everyone, but=left)
