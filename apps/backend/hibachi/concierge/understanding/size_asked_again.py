"""Another size asked for by its number alone, right after a price: "oh so the same! and at 11?" is no day. Pure."""

from hibachi.concierge.understanding import dishes
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.policies.schemas import Profile

_AND_AT = re.compile(
    r"(?P<before>^|[.!?,;\n] ?|\b(?:and|or|so|then) )(?:what )?(?P<at>at|with"
    rf"|for) (?P<n>{NUMBER})(?: then| instead| though)?\W*$",
    re.I,
)
_HOURS = 12
_BARE = re.compile(
    r"\W*(?:(?:ok|okay|oh|well|lol|haha|hm+|so|then|just|make it|let'?s say|say|uh|um|sorry|fine"
    rf"|alright)\W+)+(?P<n>{NUMBER})(?:\W+(?:then|i guess|please|pls|total|for now|lol))*\W*"
    rf"|\W*(?P<m>{NUMBER}) (?:then|i guess|please|pls)\W*",
    re.I,
)
""" "Ok 10 then", once it was asked how many come."""


def as_guests(text: str, dialogue: Dialogue, profile: Profile) -> str:
    """The text with so many people, where guests were priced just before and no start of ours has that hour."""
    told = _BARE.fullmatch(text) if "guests" in dialogue.expecting[:1] else None
    if told is not None:
        return f"{to_int((told['n'] or told['m']).lower())} people"
    said = _AND_AT.search(text)
    if said is None or not (dialogue.quoted and dialogue.just_guests) or dialogue.dates or dialogue.just_dish:
        return text
    if said["at"].lower() == "for" and (dish := _dish_before(text[: said.start()], profile)):
        return f"{dish} for {said['n']}"
    number = to_int(said["n"].lower())
    starts = {slot.hour % _HOURS or _HOURS for slot in profile.booking.slots}
    if not number or (said["at"].lower() == "at" and number in starts):
        return text
    return f"{text[: said.start()]}{said['before']}what about {number} people?"


def _dish_before(text: str, profile: Profile) -> str | None:
    """ "Lobster?? for 4": the text, where it ends with a dish; so many have it."""
    told = text.rstrip(" ?!.,;")
    named = dishes.named(told, profile)
    return told if named and named[-1][0].end == len(told) else None
