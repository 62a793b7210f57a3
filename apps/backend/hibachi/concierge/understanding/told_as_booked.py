"""The guests of a booked party told once more as they are booked: "I have 12 people coming", "22 ppl on the 13th". Pure.

They are no new guests and no new party; who adds, takes away or compares speaks of a change.
"""

from typing import Any

from hibachi.concierge.understanding.own_bookings import heads_of
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.spans import fold

_PEOPLE = r"(?:people|ppl|guests|persons|heads|of us)"
_GROWN = r"(?:adults?|grown[- ]?ups?)"
_YOUNG = r"(?:kids?|children|child|little ones|toddlers?|bab(?:y|ies))"
_COUNT = re.compile(rf"\b(?P<n>{NUMBER}) (?:(?P<people>{_PEOPLE})|(?P<grown>{_GROWN})|(?P<young>{_YOUNG}))\b")
_CHANGES = re.compile(
    r"\b(?:more|extra|additional|another|plus|add\w*|other|else|besides|on top|too|also|fewer|less"
    r"|instead|rather than|in place of|not|now|so|was|were|become\w*|from)\b|\+"
)


def is_it(text: str, party: dict[str, Any]) -> bool:
    """Whether a text counts the guests of this party, as they are booked, and nobody else."""
    folded = fold(text)
    if _CHANGES.search(folded):
        return False
    told: dict[str, set[int | None]] = {"people": set(), "grown": set(), "young": set()}
    for one in _COUNT.finditer(folded):
        told[next(kind for kind in told if one[kind])].add(to_int(one["n"]))
    grown, everybody = int(party.get("adults") or 0), heads_of(party)
    if told["young"] and told["young"] != {everybody - grown}:
        return False
    if told["grown"]:
        return told["grown"] == {grown} and told["people"] <= {everybody}
    return told["people"] == {everybody} and (not told["young"] or everybody != grown)
