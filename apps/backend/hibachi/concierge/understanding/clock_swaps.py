"""Bare numbers that are about the clock: "3 instead of 6", when both are starts of ours, and "1800" among a day and guests."""

from hibachi.concierge.understanding.schemas import Dialogue, PartyState
from hibachi.kit import lazy_re as re
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

    text = _SWAP.sub(told, text)
    plans = "time" in dialogue.expecting or dialogue.goal == "booking" or bool(_PLANS.search(text))
    return _OF_24_HOURS.sub(_of_24_hours, text) if plans else text


_OF_24_HOURS = re.compile(
    r"(?P<before>^\W*|[,;.\n]\s*|\b(?:at|around|start|for|time|by) |@ ?)(?P<hour>0[6-9]|1\d|2[0-3])00(?=\s*(?:[,;.\n]|$|hrs\b|hours\b|h\b|please|pls|works|for \d))",
    re.I,
)
_PLANS = re.compile(
    r"\b(?:book|reserve|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun)[a-z]*\b|\b\d{1,2}/\d{1,2}\b",
    re.I,
)


def _of_24_hours(match: re.Match[str]) -> str:
    """ "1800" as "6pm ", as long as it was."""
    hour = int(match["hour"])
    said = "noon" if hour == NOON else f"{hour % NOON or NOON}{'pm' if hour > NOON else 'am'}"
    return match["before"] + said.ljust(4)


NOON = 12


def _counts(party: PartyState) -> set[int]:
    """The numbers of guests that were told so far."""
    told = (party.adults, party.children, party.toddlers, party.unsplit, party.low, party.high)
    return {number for number in (*told, sum(number or 0 for number in told[:4])) if number}


_HOUR = re.compile(
    r"\W*(?:(?:no|ok|okay|hm+|actually|then|so|yes|wait|um+|uh+|can we|could we|let'?s|(?:what|how) (?:about|if)|and)\W+)*(?:(?:do|at|try|start(?:ing)?(?: at)?|say|go with|prefer|rather|maybe|around|about)\s+)*(?P<hour>\d{1,2})(?:\W+(?:is|works?|sounds|would be|it is|instead|please|then|ok|okay|fine|good|great|perfect|pm))*\W*",
    re.I,
)


def bare_hour(text: str, dialogue: Dialogue) -> bool:
    """ "Can we do 6 instead", "3 is fine" while the day is known and nothing else that is a number is open."""
    match = _HOUR.fullmatch(text)
    open_numbers = {"guests", "zip", "ages", "how_many", "date"} & set(dialogue.expecting)
    if match and "date" in dialogue.change and not open_numbers:
        return True
    return bool(match) and dialogue.day is not None and not open_numbers and dialogue.booked is None
