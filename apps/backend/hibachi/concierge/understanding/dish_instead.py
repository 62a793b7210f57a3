"""One dish for those who were to have another: "ouch ok. the filet then for those 5" takes the lobster's place. Pure."""

from hibachi.concierge.understanding import dishes
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.policies.schemas import Profile

_FOR_THEM = re.compile(
    rf"\b(?:for|to) (?:(?:those|these|the same|the|all|only|just) )*(?:(?P<n>{NUMBER})\b|them\b"
    r"|those\b|both\b|(?:people|guests|ones)\b)",
    re.I,
)
_THEN = re.compile(r"\b(?:then|instead|rather|in that case|better)\b", re.I)
_MORE = re.compile(r"\b(?:also|too|as well|add|plus|another|more|both|besides|other|rest)\b", re.I)


def named(text: str, dialogue: Dialogue, profile: Profile) -> str:
    """The text with the dish that goes named, where the guests of the only one that was wished get another."""
    had = dialogue.party.upgrades
    if len(had) != 1 or not _THEN.search(text) or _MORE.search(text):
        return text
    ((old, number),) = had.items()
    said = {key for _, key in dishes.named(text, profile)}
    who = _FOR_THEM.search(text)
    if who is None or old in said or len(said & set(profile.menu.upgrades_per_person)) != 1:
        return text
    same = who["n"] is None or to_int(who["n"].lower()) == number
    return (
        f"{number} of us get {_dish(text, profile)} instead of the {old.replace('_', ' ')}" if same and number else text
    )


def _dish(text: str, profile: Profile) -> str:
    return next(span.text for span, key in dishes.named(text, profile) if key in profile.menu.upgrades_per_person)
