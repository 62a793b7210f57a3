"""Two errands in one message about parties that stand: "cancel that one. And make July 15 adults". The second waits for the first. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from hibachi.concierge.understanding import agreed, own_bookings, which_party
from hibachi.concierge.understanding.given import Given, HeardLike
from hibachi.concierge.understanding.own_bookings import Bookings
from hibachi.concierge.understanding.schemas import Dialogue, Emotion, Later, Reading
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import MONTH_STARTS
from hibachi.language.spans import fold
from hibachi.policies.schemas import Profile

_PARTS = re.compile(
    r"[.;!\n]+\s*(?:(?:and|also|but|then|plus)\b,?\s+)?|,?\s+(?:and|also|but|then|plus)\s+(?:also |then )?|,\s+", re.I
)
_DEED = re.compile(
    r"\b(?:cancel\w*|call(?:ed|ing)? off|scrap|drop|mov(?:e|ed|ing)|push\w*|switch\w*|swap\w*"
    r"|chang\w+|mak(?:e|ing)|add(?:ing)?|remov\w+|take|bump\w*|shift\w*|resched\w*|postpon\w+"
    r"|needs? to|has to|fewer|less|more (?:people|guests|adults)|adults|people|guests|should be"
    rf"|is now|to (?:the )?(?:\d|{MONTH_STARTS}|noon))",
    re.I,
)
_KEEPS = re.compile(r"\b(?:don'?t|do not|not|keep|leave|stays?|only)\b", re.I)
_ONLY_YES = re.compile(
    r"\W*(?:(?:yes|yeah|yep|yup|sure|ok(?:ay)?|perfect|great|sounds good|go ahead|do it|please"
    r"|that'?s (?:right|fine|good))\b\W*)+",
    re.I,
)
_CANCELS = re.compile(which_party.CANCELS, re.I)
_TOO = re.compile(r"\b(?:and|also|too|as well|plus|both)\b", re.I)
""" "Yes, cancel June 5", where July 17 was shown: the one that is named is meant, not both."""
_OTHER_ONE = re.compile(r"\b(?:the )?other (?:one|party|booking|reservation|date)\b", re.I)
_ON_THE_OTHER = re.compile(
    r"\b(?:(?:on|for|with|of|at) )?(?:the )?other (?:one|party|booking|reservation|date)\b", re.I
)
_THAT_ONE = re.compile(r"\b(?:th(?:at|is) (?:one|party|booking|date)|it)\b", re.I)
_BARE_MOVE = re.compile(r"^\W*(?:the |my |our )?\w+ (?:\d{1,2}(?:st|nd|rd|th)? )?(?:party |one |booking )?to\b", re.I)


def read(
    new: list[str],
    *,
    dialogue: Dialogue,
    profile: Profile,
    now: datetime,
    zone: str,
    channel: str,
    facts: Sequence[own_bookings.FactLike] = (),
    heard: HeardLike | None = None,
    moods: Sequence[Emotion] = (),
) -> Reading:
    """What the new messages mean; what they tell of another party than the first is read by itself, and kept for later."""
    given = Given(profile, now, zone, channel, facts, moods)
    if dialogue.pending is None and dialogue.later is not None:
        dialogue = dialogue.model_copy(update={"later": None})
    own, _ = given.parties()
    first, second = parted(new[0], dialogue, own) if len(new) == 1 else ("", None)
    if second is None:
        return agreed.read(new, given, dialogue=dialogue, heard=heard)
    reading = agreed.read([first], given, dialogue=dialogue, heard=heard)
    placed = Dialogue(turns=dialogue.turns or 1, booking_id=second[1], greeted=True)
    later = _later(agreed.read([second[0]], given, dialogue=placed).dialogue, *second)
    if later is None or reading.handover is not None:
        return agreed.read(new, given, dialogue=dialogue, heard=heard)
    return reading.model_copy(update={"dialogue": reading.dialogue.model_copy(update={"later": later})})


def _later(told: Dialogue, said: str, booking_id: str) -> Later | None:
    """The second errand as it is read by itself of its party."""
    if told.goal == "cancel":
        return Later(goal="cancel", booking_id=booking_id, said=said)
    return Later(goal="change", booking_id=booking_id, change=told.change, said=said) if told.change else None


def parted(text: str, dialogue: Dialogue, own: Bookings) -> tuple[str, tuple[str, str] | None]:
    """The first errand, and the second with its party; the whole text and None where it is one errand."""
    if len(own) < 2:
        return text, None
    if (both := _of_both(text, own)) is not None:
        return both
    talked = _talked_of(dialogue, own)
    for cut in _PARTS.finditer(text):
        first, second = text[: cut.start()], text[cut.end() :]
        one, other = _party(first, talked, own), _party(second, talked, own)
        if _ONLY_YES.fullmatch(first) and dialogue.pending is not None:
            if dialogue.pending.kind == "cancel" and _CANCELS.search(second) and not _TOO.search(text[cut.start() :]):
                continue
            one = dialogue.pending.booking_id
        elif not _DEED.search(first):
            continue
        if _KEEPS.search(text):
            continue
        if one is None or other is None or one == other or not _DEED.search(second):
            continue
        verb = (
            "move "
            if _BARE_MOVE.match(second) and not re.match(r"\W*(?:make|add|cancel|move|push)", second, re.I)
            else ""
        )
        return first, (f"{verb}{_ON_THE_OTHER.sub(' ', second)}", other)
    return text, None


_BOTH_PARTIES = re.compile(
    r"\b(?:(?:on|to|for|of) )?(?:both|each"
    r"|all)(?: of)?(?: (?:the|my|our))?(?: (?:two|2))? (?:part(?:y|ies)|bookings?|reservations?"
    r"|events?|dinners?)\b"
    r"|(?<=\bcancel )both\b(?: of (?:them|those))?(?! (?:the|my|our|kids|of (?:my|our|the)))"
    r"|(?<=\bmove )both\b(?: of (?:them|those))?|\bto both(?: of (?:them|those))?(?=\W*(?:$|please|pls|thanks))",
    re.I,
)
_ARE = re.compile(r"^ are(?: now)?(?: for)?(?= \d)")
_OF_BOTH = re.compile(r"\b(?:gets?|needs?|wants?|are (?:now )?\d|\d+ now)\b", re.I)
_ASKS = re.compile(r"^\W*(?:are|is|do|does|did|how|what|when|which|where|who|why)\b|\b(?:right|correct)\W*$", re.I)


def _of_both(text: str, own: Bookings) -> tuple[str, tuple[str, str]] | None:
    """ "Both parties get 2 more": the same for the one, and then for the other."""
    said = _BOTH_PARTIES.search(text)
    if said is None or len(own) != 2 or _ASKS.search(text) or not (_DEED.search(text) or _OF_BOTH.search(text)):
        return None
    one, other = which_party.sorted_own(own)
    lead = re.match(r"(?:on|to|for|of) ", said.group(), re.I)
    first, second = (
        (
            f"{text[: said.start()]}{lead.group() if lead else ''}the party on {day:%B} "
            f"{day.day}{_ARE.sub(' is for', text[said.end() :])}"
        )
        for day in (which_party.day_of(one), which_party.day_of(other))
    )
    return first, (second, str(other["id"]))


def _talked_of(dialogue: Dialogue, own: Bookings) -> str | None:
    """The party that was talked of, where it still stands."""
    pending = dialogue.pending.booking_id if dialogue.pending is not None else None
    known = next((one for one in (pending, dialogue.booking_id, dialogue.booked) if one), None)
    return known if known in {str(one["id"]) for one in own} else None


def _party(part: str, talked: str | None, own: Bookings) -> str | None:
    """The one party that a part of a message names."""
    named = [str(one["id"]) for one in own if _names(part, one)]
    if named:
        return named[0] if len(named) == 1 else None
    if talked is None:
        return None
    if _OTHER_ONE.search(part):
        rest = [str(one["id"]) for one in own if str(one["id"]) != talked]
        return rest[0] if len(rest) == 1 else None
    return talked if _THAT_ONE.search(part) else None


def _names(part: str, one: dict[str, Any]) -> bool:
    day = which_party.day_of(one)
    text = fold(part)
    return which_party.says_month(text, one) or bool(
        re.search(rf"\b{day:%A}\b|\bthe {day.day}(?:st|nd|rd|th)\b|\b{day.month}/{day.day}\b", text, re.I)
    )
