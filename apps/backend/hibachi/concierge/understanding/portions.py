"""A bare number right after a dish was talked of is so many of that dish: "with 2 salmon", then "make it 4". Pure.

Only where nobody is named beside it and so many portions fit the guests; "make it 14" of ten guests counts the guests.
"""

from typing import Any

from hibachi.concierge.understanding.own_bookings import heads_of
from hibachi.concierge.understanding.parties import Bands, counts_of
from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords, ItemWords
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.policies.schemas import Profile

MOST_WORDS = 8
_PEOPLE = re.compile(
    r"\b(?:adults?|people|ppl|guests?|persons?|kids?|children|of us|we|we'?re|us|party of|friends?"
    r"|grown[- ]?ups|head ?count|come|coming|join\w*|total|teens?|everyone|everybody)\b",
    re.I,
)


def told(frame: Frame, dialogue: Dialogue, own: list[dict[str, Any]], bands: Bands, profile: Profile) -> Frame:
    """The frame with a bare number as portions of the dish that the message before named."""
    frame = _as_planned(_among_included(frame, dialogue, own, profile), dialogue)
    frame = _of_the_named(frame, _guests(dialogue, own, bands))
    dish, number = dialogue.just_dish, _bare(frame.guests)
    if dish is None or number is None or frame.items or frame.mentioned or frame.dates or frame.zip:
        return frame
    if len(frame.text.split()) > MOST_WORDS or _PEOPLE.search(frame.text):
        return frame
    guests = _guests(dialogue, own, bands)
    if guests is None or number > guests:
        return frame
    menu = profile.menu
    role = "addon" if dish in menu.addons_each else "extra" if dialogue.spoken_extra else "upgrade"
    if role == "upgrade" and dish not in menu.upgrades_per_person:
        return frame
    item = ItemWords(key=dish, role=role, count=number, operation="add" if frame.guests.add else "set")
    return frame.model_copy(update={"guests": GuestWords(), "items": (item,), "mentioned": (dish,)})


_BEYOND_PLAN = re.compile(
    r"\b(?:more|another|extra|add\w*|also|too|everyone|everybody|all|each|instead|upgrade|change"
    r"|how (?:much|many)|what|no|not|without)\b",
    re.I,
)


def _as_planned(frame: Frame, dialogue: Dialogue) -> Frame:
    """ "Yes, book it with the lobster" of a plan that has lobster: nothing new is wished."""
    party = dialogue.party
    planned = {*party.upgrades, *party.addons, *party.extra_proteins}
    bare = all(item.count is None and item.share is None and item.operation == "set" for item in frame.items)
    agrees = frame.answer == "yes" or "book" in frame.acts
    if not (frame.mentioned and agrees and bare and planned.issuperset(frame.mentioned)) or _BEYOND_PLAN.search(
        frame.text
    ):
        return frame
    return frame.model_copy(update={"items": (), "mentioned": ()})


def _among_included(frame: Frame, dialogue: Dialogue, own: list[dict[str, Any]], profile: Profile) -> Frame:
    """ "Can you switch the shrimp for steak": of those that every guest chooses from, before any party is booked."""
    free = frozenset(profile.menu.included_proteins)
    swapped = [item for item in frame.items if item.instead_of in free and item.key in free]
    if (
        not swapped
        or len(swapped) < len(frame.items)
        or own
        or dialogue.booked
        or dialogue.goal in ("change", "cancel")
    ):
        return frame
    acts = tuple(act for act in frame.acts if act not in ("change", "item_price", "dish_price"))
    topics = frame.topics if "choose" in frame.topics else ("choose", *frame.topics)
    return frame.model_copy(update={"items": (), "mentioned": (), "acts": acts, "topics": topics, "unknown": ()})


_A_NUMBER = re.compile(rf"\b{NUMBER}\b")
_SIZE = re.compile(
    r"\b(?:we'?re|we are|there'?s|there are|make (?:it|that)|total|now|instead|party of|coming|come"
    r"|join\w*|left|it'?s)\b",
    re.I,
)


def _of_the_named(frame: Frame, guests: int | None) -> Frame:
    """ "Only the boys get filet, so 3": how many of the guests have the dish, whom nobody counts anew."""
    number, item = _bare(frame.guests), frame.items[0] if len(frame.items) == 1 else None
    few = number is not None and guests is not None and number < guests
    if (
        not few
        or item is None
        or item.role != "upgrade"
        or item.operation != "set"
        or item.share is not None
        or _SIZE.search(frame.text)
    ):
        return frame
    if (
        item.count not in (None, number)
        or frame.guests.add
        or not re.search(rf"\bso (?:just |only )?{number}\b", _in_digits(frame.text))
    ):
        return frame
    return frame.model_copy(update={"guests": GuestWords(), "items": (item.model_copy(update={"count": number}),)})


def _in_digits(text: str) -> str:
    return _A_NUMBER.sub(lambda one: str(to_int(one.group()) or one.group()), text.lower())


def _bare(guests: GuestWords) -> int | None:
    """The one number of a message that counts without a noun: the new number, or how many more."""
    plain = guests.model_dump(exclude_defaults=True)
    plain.pop("on_top", None)
    if set(plain) == {"people"}:
        return guests.people
    more = guests.add.get("unsplit", 0)
    return more if set(plain) == {"add"} and set(guests.add) == {"unsplit"} and more > 0 else None


def _guests(dialogue: Dialogue, own: list[dict[str, Any]], bands: Bands) -> int | None:
    """How many guests the party has that is talked of."""
    counts = counts_of(dialogue.party, bands)
    if dialogue.goal != "change" and counts is not None:
        return counts.total
    ids = (dialogue.booking_id, dialogue.booked)
    party = next((one for one in own if str(one.get("id")) in ids), own[0] if len(own) == 1 else None)
    if party is None:
        return counts.total if counts else None
    return heads_of(party)
