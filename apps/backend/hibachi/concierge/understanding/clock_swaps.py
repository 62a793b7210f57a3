"""Two bare numbers that swap: "3 instead of 6" is about the clock when both are starts of ours and nobody counted six."""

import re

from hibachi.concierge.understanding.schemas import Dialogue, PartyState
from hibachi.policies.schemas import Profile

_SWAP = re.compile(
    r"(?<![\w:$./-])(?P<new>\d{1,2})(?: ?pm)?,? (?:instead of|rather than|and not|not) (?:at )?(?P<old>\d{1,2})(?![\w:/%]|[.,]\d| ?(?:people|guests|adults|kids|ppl|of us))"
    r"|\bfrom (?P<old2>\d{1,2}) to (?P<new2>\d{1,2})(?![\w:/%]|[.,]\d| ?(?:people|guests|adults|kids|ppl|of us))",
    re.I,
)


def as_clock(text: str, dialogue: Dialogue, profile: Profile) -> str:
    """The text, as long as it was, with such a swap said as the time that is wished ("at 3")."""
    hours = {slot.hour % 12 or 12 for slot in profile.booking.slots}

    def told(match: re.Match[str]) -> str:
        new, old = int(match["new"] or match["new2"]), int(match["old"] or match["old2"])
        if {new, old} <= hours and old not in _counts(dialogue.party):
            return f"at {new}".ljust(len(match.group()))
        return match.group()

    return _SWAP.sub(told, text)


def _counts(party: PartyState) -> set[int]:
    """The numbers of guests that were told so far."""
    told = (party.adults, party.children, party.toddlers, party.unsplit, party.low, party.high)
    return {number for number in (*told, sum(number or 0 for number in told[:4])) if number}
