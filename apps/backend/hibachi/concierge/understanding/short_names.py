"""An add-on that is more of what everybody gets, called by the dish alone once it was ordered: "skip the veggies". Pure.

Only where so many are told or it is taken off, and nobody is named for whom: "no veggies for my son" is about his plate.
"""

from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language import item_words
from hibachi.language.numbers import NUMBER
from hibachi.language.spans import fold

MORE = "extra_"
"""How the key of such an add-on begins."""
_OFF_AFTER = re.compile(r"^s? (?:off|out|away)\b")
_TAKEN = re.compile(r"\b(?:take|leave|knock|cut)(?: (?:the|those|all|all the|our|my))* $")
_SO_MANY = re.compile(rf"(?<!\$)\b(?:{NUMBER}|the|those) $")
_CHANGED = re.compile(r"\b(?:make|change|only|just|instead|fewer|less|more)\b")
_FOR_ONE = re.compile(r"^s? (?:for|on|in|with) (?:my|the|her|his|one|our|me)\b")


def nouns(key: str) -> str:
    """What people call the dish that an add-on is more of, as alternatives of a pattern."""
    dish = key.removeprefix(MORE).replace("_", " ")
    short = ("veg(?:gies?|s)?",) if dish.startswith("veg") else ()
    return "|".join((dish, dish.split()[-1], dish.rstrip("s"), *short))


def spelt_out(text: str, dialogue: Dialogue) -> str:
    """The text with such an add-on of the party under its own name."""
    for key in (key for key in dialogue.party.addons if key.startswith(MORE)):
        named = re.compile(rf"(?<!extra )(?<!more )\b(?:{nouns(key)})\b", re.I)
        for match in reversed(list(named.finditer(text))):
            before, after = fold(text[: match.start()]), fold(text[match.end() :])
            if _is_meant(before, after):
                text = f"{text[: match.start()]}{key.replace('_', ' ')}{text[match.end() :]}"
    return text


def _is_meant(before: str, after: str) -> bool:
    if _FOR_ONE.match(after):
        return False
    off = bool(_OFF_AFTER.match(after) and _TAKEN.search(before))
    fewer = bool(_SO_MANY.search(before) and _CHANGED.search(before))
    return off or fewer or bool(item_words.REMOVE.search(before))
