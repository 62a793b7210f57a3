"""Another start of the same day: "can we start earlier", "could we do 7 instead" of a party at 6. Pure."""

from collections.abc import Collection
from datetime import time
from typing import Any

from hibachi.concierge.understanding import other_days
from hibachi.concierge.understanding.own_bookings import heads_of
from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords, PartyState
from hibachi.kit import lazy_re as re
from hibachi.language.openers import OPENERS
from hibachi.language.spans import fold

_BEGINS = (
    r"(?:start\w*|begin\w*|come|arriv\w*|time|slot|do (?:it|this|the party)|have (?:it|the party)"
    r"|mov\w*(?: (?:it|the party|our party|us|things|the time))?|push(?: it)?|make it|party"
    r"|be(?: a bit| a little)?|anything|something)"
)
_HOW = r"(?:(?:a|an|any|bit|little|some|much|what|it|one|at|to|is|be|us|up|for|possible|somewhat|slightly|even) )*"
_OTHER = re.compile(
    rf"\b{_BEGINS} {_HOW}(?P<how>earlier|sooner|later)\b|\b(?P<how2>earlier|later) (?:start\w*|time|slot|begin\w*)\b",
    re.I,
)
_STEP = re.compile(r"\b(?:hours?|hrs?|min\w*|days?|weeks?|months?|date|saturdays?|sundays?|fridays?)\b|\bthan \d", re.I)
_NO_WISH = re.compile(
    r"\b(?:decide|tell you|let you know|get back|talk|call|write|pay|confirm|send)\b[^.?!\n]{0,20}\blater\b", re.I
)
_HOUR = re.compile(
    r"\b(?:do|start(?: it)?(?: at)?|begin(?: at)?|have it at|come at"
    r"|(?:it|that) be(?: at)?) (?P<hour>1[0-2]|[1-9])(?: ?o'?clock)?(?: instead| rather)?\W*$",
    re.I,
)
_HOURS = re.compile(r"\bnot (?:at )?(?P<was>1[0-2]|[1-9])(?:,| but|, but)+ (?:at )?(?P<now>1[0-2]|[1-9])\W*$")
""" "Not 6 but 9" of a party at 6."""
_FROM_TO = re.compile(
    r"\bfrom (?P<was>1[0-2]|[1-9]) to (?P<now>1[0-2]|[1-9])\b(?! ?(?:adults?|people|guests|kids|am|pm|:|/))"
)
""" "Switch us from 6 to 9": what stands tells whether it is the start or the guests."""
_IS_OPEN = re.compile(
    rf"\W*(?:(?:{OPENERS}|or|actually)\W+)*(?:(?:how|what) about|is|would|can (?:we|you) do"
    r"|could (?:we|you) do|do you have|maybe) (?P<hour>1[0-2]"
    r"|[1-9])(?: ?o'?clock)?(?: (?:still |also |be )*(?:possible|free|open|available|doable"
    r"|an option)(?: (?:on )?(?:that|the same) day)?| (?:on )?(?:that|the same) day)(?: then| instead"
    r"| too)*\W*",
    re.I,
)
""" "How about 6 that day", "is 6 free?" at a summary: another start."""
_SPELLED = "three|six|nine|twelve|noon"
_PICKS_HOUR = re.compile(
    r"(?:^|[.!?,;\n]\s*|(?<=[a-z\d]) (?=(?:so|then) ))(?:(?:and|so|but|ok|okay|no|hm+|well|actually|sorry|wait)[ ,]+)*(?:(?:let'?s"
    r"|lets|we'?ll|i'?ll|can we"
    r"|(?P<said>make it|make that|i said|i meant|i wrote|change it to|put us (?:in )?at)|rather|we can) ?(?:do|go (?:with|for)|say|take|have it at)?"
    rf"|then) ?(?:at )?(?P<hour>1[0-2]|[1-9]|{_SPELLED})"
    r"(?: ?o'?clock|[.,]? ?p\.?m\.?)?(?: (?:actually|instead|then|tho|though|rather|please|pls|it is))*(?=\s*(?:[.,!?;\n]|$))"
    r"|^\W*(?P<hour2>1[0-2]|[1-9])(?: ?o'?clock)? (?:then|it is|actually|instead|tho|though)(?=\s*(?:[.,!?;\n]|$))"
)
""" "Lets do 6 actually. Nico", "i said 6 tho": one of our starts, where another one or none is on the table."""
_EATS = re.compile(r"\b(?:eat\w*|dinner (?:is )?served|food (?:is |be |to be )?ready|dine|served)\b[^.?!\n]{0,15}$")
NOON = 12


_OF_CLOCK = re.compile(
    r"\b(?:[ap]\.?m|o'?clock|noon|cool(?:er)?|hot(?:ter)?|heat|warm(?:er)?|sun\w*|dark|shade|late[rn]?|early|earlier|bed ?times?|to bed|nights?|evening|lunch|daylight"
    r"|start\w*|(?:the|that) time)\b"
)
_OF_START = frozenset({"heat", "hours", "latest_start", "earliest_start", "evening", "daytime"})
""" "Make it 9 then, cooler", "I said nine. PM.": the clock is spoken of, or was just before."""

_OF_COMERS = re.compile(
    r"\b(?:people|ppl|guests?|adults?|kids?|of us|heads|come|coming|cancel\w*|drop\w*|bail\w*|flak\w*|fewer|less|only|just|out)\b"
)
""" "Make it 3, they nap" of sixteen is a start; "make it 6, half dropped out" counts who comes."""


def _hour_said(word: str) -> int:
    return int(word) if word.isdigit() else {"three": 3, "six": 6, "nine": 9}.get(word, NOON)


def picked_hour(frame: Frame, dialogue: Dialogue, slots: Collection[time]) -> Frame:
    """The frame with a start of ours that is picked by its bare hour, of a party whose guests are known."""
    said = _PICKS_HOUR.search(fold(frame.text))
    if said is None or dialogue.booked is not None or not dialogue.dates or dialogue.party == PartyState():
        return frame
    number = _hour_said(said["hour"] or said["hour2"])
    at = time(number % NOON + NOON)
    counts = (dialogue.party.adults, dialogue.party.unsplit, dialogue.party.children)
    clock = bool(_OF_CLOCK.search(fold(frame.text))) or not _OF_START.isdisjoint(dialogue.answered[-1:])
    few = bool(said["said"]) and number <= sum(filter(None, counts)) // 2 and not _OF_COMERS.search(fold(frame.text))
    clock = clock or few
    if dialogue.time is not None and not clock and (number in counts or said["said"]):
        return frame  # as well so many guests
    others = [one for one in frame.times if one not in (at, dialogue.time) and not _eats_at(frame, one)]
    if at not in slots or others or frame.dates or frame.items or dialogue.time == at and frame.times in ((), (at,)):
        return frame
    guests = GuestWords() if number in (frame.guests.adults, frame.guests.people) else frame.guests
    return frame.model_copy(update={"times": (at,), "guests": guests, "choice": None, "time_part": None})


def _eats_at(frame: Frame, at: time) -> bool:
    """ "And we eat at 7 basically": no start."""
    hour = str(at.hour - NOON if at.hour > NOON else at.hour)
    return any(_EATS.search(fold(frame.text)[: one.start()]) for one in re.finditer(rf"\b{hour}\b", fold(frame.text)))


def told(frame: Frame, dialogue: Dialogue, own: list[dict[str, Any]]) -> Frame:
    """The frame with another start in it, where a party stands or its summary is on the table; else as it was."""
    if own and (arrive := other_days.without_arrivals(frame)) is not frame:
        return arrive
    pending = dialogue.pending
    stands = dialogue.booked is not None or (pending is not None and pending.kind == "book")
    if not (stands or (own and "about_own" in frame.acts)) or frame.dates or frame.guests.add:
        return frame
    folded = fold(frame.text).strip()
    swapped = _HOURS.search(folded)
    if swapped is not None and any(_hour_of(one) == int(swapped["was"]) for one in own):
        at = time(int(swapped["now"]) % NOON + NOON)
        acts = (*frame.acts, "change")
        return frame.model_copy(update={"guests": GuestWords(), "times": (at,), "unknown": (), "acts": acts})
    told = _from_to(frame, folded, own)
    if told is not None:
        return told
    hour = _HOUR.search(folded.rstrip(" ?.!"))
    if hour is not None:
        number = int(hour["hour"])
        if any(_stands_at(one, number) for one in own) and not frame.times:
            return frame.model_copy(update={"guests": GuestWords(people=number), "unknown": ()})
        at = time(number if number == NOON else number + NOON)
        acts = (*frame.acts, "change") if own else frame.acts
        return frame.model_copy(
            update={
                "guests": GuestWords() if number in (frame.guests.adults, frame.guests.people) else frame.guests,
                "times": frame.times or (at,),
                "unknown": (),
                "acts": acts,
            }
        )
    other = _OTHER.search(folded)
    asked = _IS_OPEN.fullmatch(folded)
    if asked is not None and not frame.times and dialogue.pending is not None:
        at = time(int(asked["hour"]) % NOON + NOON)
        kept = tuple(topic for topic in frame.topics if topic not in ("every_day", "reschedule", "hours"))
        return frame.model_copy(update={"times": (at,), "unknown": (), "topics": kept})
    if other is None or frame.times or _STEP.search(folded) or _NO_WISH.search(folded):
        return frame
    way = "later" if (other["how"] or other["how2"]).lower() == "later" else "earlier"
    acts = (*frame.acts, f"start_{way}", *(("change",) if own else ()))
    return frame.model_copy(update={"acts": acts, "unknown": ()})


def _from_to(frame: Frame, folded: str, own: list[dict[str, Any]]) -> Frame | None:
    """The frame with the start or the guests that such words change; None where both, or neither, stand so."""
    said = _FROM_TO.search(folded)
    if said is None:
        return None
    was, now = int(said["was"]), int(said["now"])
    hours, heads = any(_hour_of(one) == was for one in own), any(heads_of(one) == was for one in own)
    if hours == heads:
        return None
    acts = (*frame.acts, "change")
    if heads:
        return frame.model_copy(update={"guests": GuestWords(people=now), "times": (), "unknown": (), "acts": acts})
    at = time(now % NOON + NOON)
    return frame.model_copy(update={"guests": GuestWords(), "times": (at,), "unknown": (), "acts": acts})


def _stands_at(party: dict[str, Any], number: int) -> bool:
    """ "Could it be 6 instead" of a party at 6 PM for 12: the hour stands already, so the guests are meant."""
    return _hour_of(party) == number != heads_of(party)


def _hour_of(party: dict[str, Any]) -> int:
    hour = int(str(party["time"])[:2])
    return hour - NOON if hour > NOON else hour


_ASKS_START = re.compile(
    r"\b(?:can|could|may|might|would|what if|is it (?:ok|possible)"
    r"|any chance)\b[^.?!\n]{0,20}\b(?:make it|start\w*|begin|come|have it|do (?:it )?|push it"
    r"|shift it)\b"
    r"|\b(?:is|would|are) (?:it )?\w+ ?(?:am|pm)?(?: possible| available| open| free| doable| ok(?:ay)?)\b",
    re.I,
)


def asks_start(frame: Frame) -> bool:
    """Whether another start is asked for by itself: "can you make it 9pm", "can we start earlier"."""
    if frame.dates or frame.guests.stated or frame.month or frame.zip or frame.topics:
        return False
    folded = fold(frame.text).strip()
    sooner = bool(_OTHER.search(folded)) and not _STEP.search(folded) and not _NO_WISH.search(folded)
    return sooner or bool(frame.times and frame.question and _ASKS_START.search(folded))
