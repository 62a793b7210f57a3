"""A change of the guests that was shown and not agreed to is put right: what is told now comes in its place, not on top. Pure."""

from typing import Any

from hibachi.concierge.understanding.own_bookings import GUEST_SLOTS, heads_of
from hibachi.concierge.understanding.parties import Bands
from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import LED
from hibachi.language.spans import fold

_RIGHT = re.compile(
    rf"^{LED}(?:no+|nope|nah|wait|hold on|hang on|oops|whoops|scratch that|correction|not|actually"
    r"|(?:so )?sorry(?!.*\bmore\b)|i (?:mean|meant)|make (?:it|that)"
    rf"|(?:it'?s|its|that'?s|thats|those are|they'?re|they are)(?: just| only| really)* (?:an?|{NUMBER}) [a-z]{{3,}}"
    rf"(?! (?:more|fewer|less)\b)(?<! and)(?<! more)(?<! less)(?<! fewer))\b|\b(?:i|we) (?:mean|meant)\b|\binstead\W*$"
    r"|\bif (?:it'?s|it is|it were|we'?re)\b",
    re.I,
)
_FROM_BOOKED = re.compile(r"\b(?:as|like) (?:we |i |it'?s |it is |already )?(?:booked|reserved)\b", re.I)
""" "18 as booked, plus my brother": counted from what is booked."""
_ON_TOP = re.compile(r"\b(?:another|also|as well|too|on top|besides|plus|one more|and add|to that)\b", re.I)
""" "Wait, also one more": beside what was shown."""
_AGES_OF_SOME = re.compile(
    rf"\b(?:one|both|{NUMBER})(?: of (?:them|those|the kids))? (?:is|are|was|turn(?:s|ed)|just turned"
    rf"|will be|isn't)(?: (?:actually|really|only|already|just|under|over))* {NUMBER}\b",
    re.I,
)
""" "Actually one is 13", of the kids that were shown: so many join as before."""
_SUMMED = re.compile(
    r"\b(?:so|that'?s|which is|makes(?: it)?"
    rf"|i mean)\W+(?:(?:it'?s|that'?s|that is)\W+)?(?P<n>{NUMBER}) (?:more|extra|additional|less"
    rf"|fewer)\b|\b(?P<m>{NUMBER}) (?:more|extra|less|fewer)(?: (?:people|guests|ppl))? (?:altogether"
    r"|in total|total|in all|all together)\b",
    re.I,
)
""" "So that's 4 more", once four more were shown: the same four."""


def shown(dialogue: Dialogue) -> dict[str, Any]:
    """The numbers of guests in the change that waits for a yes."""
    waits = dialogue.pending if dialogue.pending is not None and dialogue.pending.kind == "change" else None
    return {slot: waits.arguments[slot] for slot in GUEST_SLOTS if slot in waits.arguments} if waits is not None else {}


def steps(party: dict[str, Any], dialogue: Dialogue) -> int:
    """By how many guests the change that waits differs from what is booked."""
    told = shown(dialogue)
    return (
        sum(int(told.get(slot, party.get(slot) or 0)) - int(party.get(slot) or 0) for slot in GUEST_SLOTS)
        if told
        else 0
    )


def replaces(text: str, party: dict[str, Any], dialogue: Dialogue) -> bool:
    """Whether a message tells the change that waits for its yes anew, from what is booked."""
    step = steps(party, dialogue)
    if not shown(dialogue):
        return False
    if _young_of_those(text, step) or _ages_of_those(text, step) or _FROM_BOOKED.search(text):
        return True
    if _AGES_OF_SOME.search(text):
        return False
    summed = _SUMMED.search(fold(text))
    if summed is not None and to_int(summed["n"] or summed["m"]) == abs(step):
        return True
    return bool(_RIGHT.search(text)) and not _ON_TOP.search(text)


_OF_THOSE = re.compile(
    rf"\b(?P<n>one|both|{NUMBER})(?: of (?:them|those|the (?:two|three|four|five|\d)))?(?:'?s| is| are)"
    r"(?: (?:actually|just|only|really|a|my|her|his|their))* (?:little )?(?:kids?|child(?:ren)?|boys?|girls?)\b"
)
""" "One of them is a kid", of two who were taken off: a grown-up and a child stay away."""


def _young_of_those(text: str, step: int) -> int:
    """How many of those who join or stay away are said to be children; 0 where nothing says so."""
    some = _OF_THOSE.search(fold(text))
    young = 0 if some is None else abs(step) if some["n"] == "both" else to_int(some["n"]) or 0
    return young if young <= abs(step) else 0


_AGED = re.compile(
    rf"\b(?:they|those|both|the (?:two|three|four))(?:'?re| are)(?: (?:aged?|only|just|just turned))? (?P<ages>{NUMBER}(?:(?:, ?|,? and | & ){NUMBER})+)"
    r"(?: (?:years? old|yrs?|yo))?\W*$"
)


def _ages_of_those(text: str, step: int) -> tuple[int, ...]:
    """ "They are 4 and 7", of two more who were shown: the ages of exactly those; none where they are told otherwise."""
    said = _AGED.search(fold(text))
    ages = tuple(to_int(one) or 0 for one in re.split(r", ?|,? and | & ", said["ages"])) if said else ()
    return ages if len(ages) == step and all(0 < age < GROWN for age in ages) else ()


GROWN = 21


def who_comes_or_goes(guests: GuestWords, text: str, party: dict[str, Any], dialogue: Dialogue) -> GuestWords | None:
    """ "Oh wait, it's one grown-up and her daughter", once two more or two fewer were shown: who those two are, not a party of two.

    None where a message says something else.
    """
    step = steps(party, dialogue)
    if step == 0 or guests.add:
        return None
    if step > 0 and (ages := _ages_of_those(text, step)):
        return GuestWords(children=len(ages), ages=ages)
    young = _young_of_those(text, step)
    if young:
        return GuestWords(adults=abs(step) - young, children=young)
    told = (
        (guests.adults or 0)
        + (guests.people or 0)
        + max(guests.children or 0, len(guests.ages))
        + (guests.toddlers or 0)
    )
    return guests if 0 < told * 2 < heads_of(party) and replaces(text, party, dialogue) else None


def restates(frame: Frame, dialogue: Dialogue) -> bool:
    """ "No hold on, 4 more, she and the three kids", which is what was shown: no refusal of it."""
    same = dialogue.pending is not None and dialogue.change == dialogue.pending.arguments
    return same and bool(frame.guests.stated or frame.guests.add) and bool(_RIGHT.search(frame.text))


def with_known_ages(guests: GuestWords, party: dict[str, Any], dialogue: Dialogue, bands: Bands) -> GuestWords:
    """The children who join by the bands that were shown, where they are told once more without their ages."""
    told = shown(dialogue)
    more = {slot: int(told.get(slot, party.get(slot) or 0)) - int(party.get(slot) or 0) for slot in GUEST_SLOTS}
    young = guests.add.get("children", 0)
    if (
        guests.add_ages
        or guests.add.get("toddlers")
        or young != more["children"] + more["toddlers"]
        or min(more.values()) < 0
    ):
        return guests
    add = {**guests.add, "children": more["children"], "toddlers": more["toddlers"]}
    return guests.model_copy(update={"add": {slot: count for slot, count in add.items() if count}})
