"""A party that is only supposed ("what if we were 20?"): it is priced beside the planned one, until it is taken. Pure."""

from collections.abc import Collection

from hibachi.concierge.understanding.parties import Bands, counts_of, merged
from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords, PartyState
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.spans import fold

SLOTS = frozenset({"guests", "ages", "items", "wanted_dish"})
MOST_KEPT = 4
_IF = r"(?:if|with|without|w/o|minus|less)"
_WOULD = r"(?:would|wd|wld|will|is|does|do|should)"
_SUPPOSES = re.compile(
    rf"\bwhat if\b|\b(?:suppose|supposing|hypothetically|theoretically|for comparison|just curious|out of curiosity)\b"
    rf"|\b(?:(?:let'?s|lets) )?say (?:we|it|there)\b[^.?!\n]*\b(?:would|wd|wld|if|were|was|had)\b"
    r"|\bhow much (?:(?:would|wd|will|is|does) )?(?:(?:it|that|the total|the price|we) )?(?:(?:be"
    rf"|cost|come to|pay|save) )?{_IF}\b"
    rf"|\bwhat (?:would|will|is|'s)[^.?!\n]{{0,25}} {_IF}\b"
    rf"|\b{_WOULD} (?:it|that|the (?:price|total|bill)|we|i)\b[^.?!\n]{{0,25}}\b(?:cheaper|less|more"
    rf"|save|go (?:down|up)|change|different|drop)\b[^.?!\n]{{0,12}}\b{_IF}\b"
    rf"|\b(?:cheaper|less expensive|lower) {_IF}\b"
    r"|\bif (?:we|it|there|they|i) (?:were|was|had|only had|ended up|ends? up|turns? out)\b"
    rf"|\bif (?:only |just )?(?:{NUMBER}|a few|a couple|some"
    r"|another)(?: (?:more|extra|other))?(?: \w+)? (?:show|come|join|drop|cancel"
    r"|bail|pop|turn|tag|can'?t|cannot)\w*\b",
    re.I,
)
_HAPPENED = re.compile(
    rf"\b(?:{NUMBER}|my|our|some) (?:\w+ ){{0,3}}(?:(?:just|have|has|already|sadly|unfortunately|all"
    r"|both) )*(?:dropped out|cancell?ed|bailed|backed out|can'?t (?:come|make it)"
    r"|cannot (?:come|make it)|aren'?t coming|isn'?t coming|won'?t (?:come|make it)"
    r"|said (?:no|yes))\b"
)
""" "3 cousins just dropped out. What is it with nine adults?": nothing is supposed."""
_SETTLES = re.compile(
    r"\b(?:make it|change it|update|put (?:us|me) down|actually|sorry|i mean|correction|we are now|we'?re now)\b", re.I
)
_SIZE = re.compile(
    rf"\b(?:with|only|just|were|for|say|if) (?:like |about |only |just )*(?P<n>{NUMBER})(?: of us)?\W*$"
    r"|\bif (?:it|we|they|there) (?:ends?|ended|turns?|turned) (?:up"
    rf"|out)(?: (?:being|at|with|to be))? (?P<m>{NUMBER})\b(?! (?:more|kids|children))",
    re.I,
)
_TAKES = re.compile(
    r"\b(?:let'?s|lets|we'?ll|i'?ll|we will|we can|we'?d|i'?d|please|ok(?:ay)?|yes|yeah|sure"
    r"|then)? ?(?:do|go (?:with|for)|take|want|plan (?:with|for|on)|prefer|use|like|choose"
    r"|pick) (?:that|this|it|so|the (?:last|second|new|latest|cheaper|other) (?:one|version|option))\b"
    r"|\b(?:add|include|count|put|invite) (?:them|him|her|those|these)(?: in)?\b"
    r"|\b(?:they|both|she|he)(?:'?re| are|'s| is)?(?: (?:all|both|now|definitely|do|will))* (?:come|comes|coming|in|joining|confirmed"
    r"|said yes|make it)\b(?! (?:late|later|at|early|from))"
    r"|\b(?:that (?:one|works|version|option)|sounds (?:good|great|better|perfect)|make it so"
    r"|that then|the (?:last|new|latest) one)\b",
    re.I,
)
_VERSION = re.compile(
    r"\b(?:version|variant|option|one|quote|price|plan|setup"
    r"|total) (?:you (?:gave|told|quoted) (?:me |us )?)?(?P<how>with(?:out)?|w/o|w)\b",
    re.I,
)
_KIDS = re.compile(r"\b(?:kids?|children|little ones|toddlers)\b", re.I)


def happened(text: str) -> bool:
    """Whether a text tells who dropped out or comes after all, before it asks for the price."""
    return bool(_HAPPENED.search(fold(text))) and not _ONLY_IF.search(fold(text))


_ONLY_IF = re.compile(r"\b(?:if|suppose|supposing|hypothetically|say)\b")


def set_aside(
    before: Dialogue, after: Dialogue, changed: tuple[str, ...], frame: Frame, bands: Bands, most: int | None
) -> tuple[Dialogue, tuple[str, ...]]:
    """The dialogue with what was only supposed beside the party, or with what was supposed before taken for the party.

    most: guests that we may speak of alone; a larger supposed party stays a stated one, for a person.
    """
    planned = counts_of(before.party, bands) or (before.variants if "variant" in before.expecting else None)
    if not planned or before.booked is not None or after.goal in ("change", "cancel") or frame.sizes:
        return after, changed
    if _supposes(before, frame):
        return _supposed(before, after, changed, frame, bands, most)
    back = _taken(before, changed, frame, bands)
    if back is None:
        return _kept(before, after, changed)
    rest = tuple(slot for slot in changed if slot not in SLOTS)
    declined = after.extras_declined or (len(before.variants) > 1 and not _dishes(back))
    new = after.model_copy(update={"party": back, "wanted_dish": None, "extras_declined": declined})
    return new, (*rest, *(_differences(before.party, back, bands) or ("items",)))


_BY_THE_WAY = frozenset({"booking_window", "most_guests"})
_OF_THE_DEPOSIT = frozenset({"cancellation", "deposit", "reschedule", "refund_when"})
_IF_ABSENT = re.compile(
    r"\bif\b[^.?!\n]{0,30}\b(?:can'?t|cannot|cant|doesn'?t|won'?t|isn'?t|not) (?:make it|come|be there|go|able)\b"
)


def told(frame: Frame, before: Dialogue) -> Frame:
    """The frame of who supposes other guests: "if 2 more show up last minute" asks for no notice, "refundable if she can't come" for no count."""
    if before.pending is None and not before.quoted:
        return frame
    if _OF_THE_DEPOSIT & set(frame.topics) and _IF_ABSENT.search(fold(frame.text)) and frame.guests.add:
        return frame.model_copy(update={"guests": GuestWords()})
    if (
        not _BY_THE_WAY & set(frame.topics)
        or not _supposes(before, frame)
        or not (frame.guests.add or _SIZE.search(fold(frame.text).rstrip(" ?.!")))
    ):
        return frame
    topics = tuple(topic for topic in frame.topics if topic not in _BY_THE_WAY)
    return frame.model_copy(update={"topics": topics, "unknown": ()})


def _supposes(before: Dialogue, frame: Frame) -> bool:
    if "supposes" in frame.acts:
        return before.quoted
    folded = fold(frame.text)
    asks = frame.question or bool(re.match(r"\W*(?:and |ok |but |so )*(?:what if|how much|would)\b", folded))
    return before.quoted and asks and bool(_SUPPOSES.search(folded)) and not _SETTLES.search(folded)


def _supposed(
    before: Dialogue, after: Dialogue, changed: tuple[str, ...], frame: Frame, bands: Bands, most: int | None
) -> tuple[Dialogue, tuple[str, ...]]:
    party = after.party
    size = _SIZE.search(fold(frame.text).rstrip(" ?.!"))
    said = (size["n"] or size["m"]) if size else None
    number = to_int(said) if said else None
    if said and number and not (SLOTS - {"ages"}) & set(changed) and _is_no_day(frame, said):
        party = merged(before.party, GuestWords(people=number))
        kept = {name: getattr(before, name) for name in ("dates", "earlier_days", "time", "date_said", "goal")}
        after = after.model_copy(update=kept)
        changed = tuple(slot for slot in changed if slot not in ("date", "time"))
    counts = counts_of(party, bands)
    if counts is None or counts.total == 0 or (most is not None and counts.total > most):
        return after, changed
    if not _differences(before.party, party, bands):
        return after, changed
    rest = tuple(slot for slot in changed if slot not in SLOTS)
    variants = (*before.variants, party)[-MOST_KEPT:]
    return after.model_copy(update={"party": before.party, "variants": variants, "wanted_dish": None}), (
        *rest,
        "variant",
    )


def _is_no_day(frame: Frame, number: str) -> bool:
    """Whether the number at the end counts guests, also where it was read as a day or a start that is waited for."""
    bare = (frame.date_said or number).strip().lower() == number.lower()
    return bare and not (frame.times and frame.dates)


def _differences(one: PartyState, other: PartyState, bands: Bands) -> tuple[str, ...]:
    before, after = counts_of(one, bands), counts_of(other, bands)
    same = before is not None and after is not None and before.each == after.each
    dishes = (one.upgrades, one.extra_proteins, one.addons) != (other.upgrades, other.extra_proteins, other.addons)
    return (*(() if same else ("guests",)), *(("items",) if dishes else ()))


def _taken(before: Dialogue, changed: tuple[str, ...], frame: Frame, bands: Bands) -> PartyState | None:
    """The supposed party that is wished now: the last one by a yes to it, an earlier one by what was special in it."""
    if not before.variants or {"guests", "ages"} & set(changed):
        return None
    told = _VERSION.search(fold(frame.text))
    if told is not None:
        return _version(before.variants, frame, without=told["how"].lower() in ("without", "w/o"))
    if "variant" in before.expecting and (picked := _picked(before, frame)) is not None:
        return picked
    if (dished := _of_that_dish(before, frame)) is not None:
        return dished
    if "variant" not in before.expecting or "items" in changed or frame.answer in ("no", "later"):
        return None
    if (sized := _of_that_size(before, frame, bands)) is not None:
        return sized
    if frame.guests.stated:
        return None
    if _goes_on_with_dishes(before, changed, frame):
        return before.variants[-1]
    agrees = frame.answer == "yes" or "book" in frame.acts or _TAKES.search(fold(frame.text))
    return before.variants[-1] if agrees and not frame.conditional else None


_GOES_ON = frozenset({"date", "time", "name"})


def _goes_on_with_dishes(before: Dialogue, changed: tuple[str, ...], frame: Frame) -> bool:
    """ "Could we have Sunday at 3?" right after the price with three lobsters: who goes on to book means the party with them."""
    last, planned = before.variants[-1], before.party
    bare: dict[str, dict[str, int]] = {"upgrades": {}, "addons": {}, "extra_proteins": {}}
    same = last.model_copy(update=bare) == planned.model_copy(update=bare) and not _dishes(planned) - _dishes(last)
    one = before.variants[:-1] in ((), (planned,))
    return one and same and bool(_GOES_ON & set(changed)) and not (frame.no_extras or frame.items or frame.mentioned)


_THAT_DISH = re.compile(
    r"\bit is\b|\bback to\b|\b(?:go|going|do|stick|settle|stay|take|keep)(?:ing)?(?: it)?(?: with| for"
    r"| on| to)?(?: the| just)?(?: \w+)? \w+|\bthen\b|\b(?:is|was) (?:better|fine|enough)\b"
    r"|\bafter all\b"
)
""" "Ok filet it is", "back to the filet", "let's stick with salmon"."""


def _of_that_dish(before: Dialogue, frame: Frame) -> PartyState | None:
    """An earlier version of the party, wished again by the one dish that it has and the present one has not."""
    keys = set(frame.mentioned)
    if len(keys) != 1 or frame.items or not _THAT_DISH.search(fold(frame.text)) or frame.answer == "no":
        return None
    if keys & _dishes(before.party):
        return None
    known = (one for one in reversed((*before.versions, *before.variants)) if keys == _dishes(one))
    back = next(known, None)
    return None if back is None or _counts_anew(frame.text, back) else back


def _counts_anew(text: str, back: PartyState) -> bool:
    """ "9 gyoza, how much is it then": another number than the earlier version's."""
    told = {to_int(one) for one in re.findall(rf"\b{NUMBER}\b", fold(text))} - {1, None}
    return bool(
        told
        - {*back.upgrades.values(), *back.addons.values(), *back.extra_proteins.values(), back.adults, back.unsplit}
    )


_THAT_MANY = re.compile(
    rf"\b(?P<a>{NUMBER}) (?:it is|it'?ll be|it will be|then|works|sounds good|is good|is fine"
    r"|please)\b|\b(?:go|going|do|plan|stick|settle|book)(?: it)? (?:with|for"
    rf"|on)? ?(?:the )?(?P<b>{NUMBER})\b(?! ?(?:pm|am|o'?clock|th|st|nd|rd))"
)
""" "15 it is then", "let's go with 15"."""


def takes_size(before: Dialogue, frame: Frame, bands: Bands) -> bool:
    """ "We invite my neighbor, ten it is": the supposed size is taken, nobody else joins."""
    return "variant" in before.expecting and _of_that_size(before, frame, bands) is not None


def _of_that_size(before: Dialogue, frame: Frame, bands: Bands) -> PartyState | None:
    """The supposed party whose size is named by nothing but its number."""
    said = _THAT_MANY.search(fold(frame.text))
    number = to_int(said["a"] or said["b"]) if said else None
    for party in reversed(before.variants):
        counts = counts_of(party, bands)
        if counts is not None and counts.total == number:
            return party
    return None


_WITHOUT = re.compile(r"\b(?:without|no|not|w/o|plain|basic|standard|cheaper|cheapest)\b", re.I)


def _picked(before: Dialogue, frame: Frame) -> PartyState | None:
    """Of several menus, the one that is named by its dish, its absence or its place: "the filet one", "the first"."""
    if frame.answer in ("no", "later") or len(before.variants) < 2 or frame.question:
        return None
    wanted = set(frame.mentioned) | {item.key for item in frame.items}
    if wanted or _WITHOUT.search(fold(frame.text)):
        fits = [one for one in before.variants if _has(one, wanted)]
        if wanted and not _WITHOUT.search(fold(frame.text)) and len(fits) == 1:
            return fits[0]
        bare = [one for one in before.variants if (one not in fits if wanted else not _dishes(one))]
        return bare[0] if len(bare) == 1 else None
    choice = frame.choice
    if choice is not None and abs(choice) <= len(before.variants) and choice != 0:
        return before.variants[choice - 1 if choice > 0 else choice]
    return None


def _dishes(party: PartyState) -> set[str]:
    return {*party.upgrades, *party.addons, *party.extra_proteins}


def _has(party: PartyState, wanted: set[str]) -> bool:
    return bool(wanted) and wanted <= _dishes(party)


def _version(variants: Collection[PartyState], frame: Frame, *, without: bool) -> PartyState | None:
    wanted = set(frame.mentioned) | {item.key for item in frame.items}
    for party in reversed(tuple(variants)):
        has = {*party.upgrades, *party.addons, *party.extra_proteins}
        young = bool(party.children or party.toddlers or party.ages)
        if wanted and (not wanted & has if without else wanted <= has):
            return party
        if not wanted and _KIDS.search(frame.text) and young != without:
            return party
    return None


def _kept(before: Dialogue, after: Dialogue, changed: tuple[str, ...]) -> tuple[Dialogue, tuple[str, ...]]:
    """Dishes that a message changed: what was quoted with the ones before can be gone back to."""
    if "items" in changed and "guests" not in changed and before.quoted and before.party not in before.variants:
        return after.model_copy(update={"variants": (*before.variants, before.party)[-MOST_KEPT:]}), changed
    return after, changed
