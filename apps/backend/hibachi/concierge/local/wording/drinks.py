"""Words about drinks: what is included, what guests bring, and who is too young."""

from typing import Any

from hibachi.concierge.local.wording.answers import facts_of
from hibachi.concierge.local.wording.formats import plain
from hibachi.concierge.local.wording.voice import Parts, Voice, must, says
from hibachi.kit import lazy_re as re

Data = dict[str, Any]


@says("topic:alcohol")
def alcohol(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    sake = next((plain(item) for item in facts["menu.included"] if "sake" in item), None)
    included = f"{sake[:1].upper() + sake[1:]} is included." if sake else "Drinks aren't included."
    if sake and _too_young(str(data.get("words", "")), sake):
        no = must(f"No, {sake} is what's included.")
        return (
            [no, must("Other drinks are welcome, just bring your own.")] if _BRINGS.search(str(data["words"])) else [no]
        )
    return [
        must(included),
        must(
            voice.pick(
                "Beer, wine and other drinks are welcome, just bring your own.",
                "You're welcome to bring your own beer, wine and other drinks.",
            )
        ),
    ]


_AGE = re.compile(
    r"\b(\d{1,2})[- ]?(?:yo\b|y/?o\b|yrs?\b|years?\b)|\b(\d{1,2})(?:st|nd|rd|th) (?:birthday|b-?day)"
    r"|(?:\b(?:is|turns?|turning|aged?|only|just|an?)|'s|[a-z]{3,}s) (\d{1,2})\b",
    re.I,
)


_BRINGS = re.compile(r"\b(?:bring|byob?|our own|my own|champagne|beers?|wine|drinks)\b", re.I)
_MINORS = re.compile(
    r"\b(?:kids?|child(?:ren)?|teens?|teenagers?|minors?|toddlers?|under ?age(?:d)?|under (?:18|21))\b", re.I
)


def _too_young(words: str, sake: str) -> bool:
    """Whether somebody younger than the owner serves is asked for."""
    if _MINORS.search(words):
        return True
    least = re.search(r"\d+", sake)
    ages = [int("".join(found)) for found in _AGE.findall(words)]
    return bool(least and ages) and max(ages) < int(least[0] if least else 0)
