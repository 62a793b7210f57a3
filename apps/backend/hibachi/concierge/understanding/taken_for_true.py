"""Somebody makes sure of what stands: "our party is for 12, right?", "it's at 6, correct?". Nothing is to be changed. Pure."""

from typing import Any

from hibachi.concierge.understanding import which_party
from hibachi.concierge.understanding.own_bookings import heads_of
from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import GLAD, LED, OPENERS
from hibachi.language.spans import fold

_STANDS = re.compile(
    r"^\W*(?:(?:hi|hey|hello|so|and|ok|okay"
    r"|just (?:checking|confirming|to (?:confirm|check|be sure|make sure))|quick (?:one|question)"
    r"|sorry|wait|also)\b[\s,:;-]*(?:that )?)*"
    r"(?:(?:our|my|the) (?:[\w']+ ){0,3}?(?:party|booking|reservation|dinner|event|hibachi)(?: is|'s"
    r"| was)|it(?:'s| is) (?:for|at|on)\b"
    r"|we(?:'re| are)(?: down| booked| set| on| confirmed)? (?:for|at|on)\b"
    r"|you (?:have|got) (?:us|me)\b|(?:i|we) (?:have it|booked (?:it )?(?:for|on|at)))",
    re.I,
)
_TAG = re.compile(
    r"[,\s](?:right|correct|yes|yeah|isn'?t (?:it|that right)|aren'?t we|don'?t you|true)\W*\?(?:\W*$"
    r"|\W+(?:(?:and|for|at) )*(?:it'?s |we'?re |that'?s )?(?:for |at |on )?[\w: ]{1,20}\?\W*$)",
    re.I,
)
FEW_WORDS = 5
""" "3pm right?": so short, a number with its tag is of the party that stands."""
_BARE = re.compile(
    rf"\W*(?:(?:{OPENERS}|just checking)\W+)*(?:is it|is|it'?s|its|that'?s|we'?re|are we)? ?(?:still "
    rf"|at |for )*(?P<n>{NUMBER})(?: ?(?:pm|p\.m\.|o'?clock|people|ppl|guests"
    r"|of us))?(?: is)?(?: still)?,? (?:right|correct|ok(?:ay)?|the right (?:number|time)|yes"
    r"|yeah)(?: (?:for|as) (?:us|our party|our start|the start|the (?:head ?count|number)))?\W*"
)
""" "Is 12 right": a number of which it is asked whether it stands."""
_STILL = re.compile(
    rf"{LED}(?:is (?:it|our party|the party|that)|are we|it'?s|we'?re) still (?:at |for "
    rf"|on )?(?P<n>{NUMBER})(?: ?(?:pm|p\.m\.|people|ppl|guests|of us))?(?:,? (?:right|yes"
    r"|correct))?\W*"
)
""" "Is it still 6"."""
_EITHER = re.compile(
    rf"{LED}(?:is|was) (?:it|that|our party|the party) (?:at |for )?(?P<n>{NUMBER})(?: ?pm)? or (?:at "
    rf"|for )?(?P<m>{NUMBER})(?: ?(?:pm|people|guests|of us))?(?: again)?\W*"
)
_HEADS = re.compile(rf"\b(?P<n>{NUMBER}) (?:people|ppl|guests|adults|of us|persons)\b", re.I)
_LED = rf"\W*(?:(?:{OPENERS}|{GLAD}|just (?:checking|confirming|to (?:confirm|check|be sure))|yes|yeah)\W+)*"
_COUNTED = re.compile(
    rf"{_LED}(?:that'?s|thats|that makes|we(?:'re| are|re| have)|it'?s|its|there(?:'s| are|s)"
    rf"|you (?:have|got) (?:us|me)|i have|that is)"
    rf" (?:(?:still|now|down|for|at|about|all|a total of|in total) )*(?P<n>{NUMBER})"
    r"(?: (?:people|ppl|guests|of us|heads|persons|total|in total|altogether|all together|now|on there"
    r"|coming|in all|together))*"
    r",? (?:right|correct|yeah|yes|ok(?:ay)?)(?:,? (?:not counting|without|excluding|not including"
    r"|including|counting|plus|with)\b[^.?!\n]{0,25})?\W*"
)
""" "And we're 24 now right, not counting the chef": the guests of the party that stands, where it is so many."""
_BELIEVED = re.compile(
    r"\b(?:i|he|she|they|we|(?:my|our|the) [\w' -]{2,20}?)(?: (?:still|really|always|just))* "
    r"(?:thinks?|insists?|swears?|believes?|claims?|thought|(?:is|was|'s) (?:sure|convinced|certain)"
    r"|(?:says?|said)(?= (?:that )?(?:it|we) w))"
    r"(?: that)? (?:it|we|this|(?:the|our) (?:party|dinner|booking))(?:'s|s|'re)?(?: (?:is|was|are"
    r"|were|starts?|started|begins?|booked|for|at|on|only))*"
    rf" (?:the |june |july )*(?P<n>{NUMBER})\b"
)
""" "My husband insists it was at 5": what stands is told."""
_ELSE = re.compile(
    r"\b(?:can|could|move\w*|chang\w*|now|instead|add\w*|make|if|still|too late|more|fewer|less"
    r"|refund\w*|cancel\w*)\b",
    re.I,
)


def told(frame: Frame, dialogue: Dialogue, own: list[dict[str, Any]]) -> Frame:
    """The frame as a question for what is booked, marked with whether it is so; as it was where nothing is made sure of."""
    if not own or (dialogue.pending is not None and dialogue.pending.kind != "human"):
        return frame
    folded = fold(frame.text).strip()
    if (still := _STILL.fullmatch(folded)) is not None and not _waits(dialogue):
        return _of_a_number(frame, [to_int(still["n"])], own)
    counted = _COUNTED.fullmatch(folded)
    if counted is not None and any(to_int(counted["n"]) == heads_of(one) for one in own):
        return _of_a_number(frame, [to_int(counted["n"])], own)
    if _ELSE.search(frame.text):
        return frame
    if (believed := _BELIEVED.search(folded)) is not None:
        return _of_a_number(frame, [to_int(believed["n"])], own, others=True)
    if (bare := _BARE.fullmatch(folded)) is not None and not _waits(dialogue):
        return _of_a_number(frame, [to_int(bare["n"])], own)
    if (either := _EITHER.fullmatch(folded)) is not None and not _waits(dialogue):
        return _of_a_number(frame, [to_int(either["n"]), to_int(either["m"])], own)
    if not (_STANDS.match(folded) or len(folded.split()) <= FEW_WORDS) or not _TAG.search(folded):
        return frame
    days = {*frame.dates, *frame.other_dates}
    heads = _HEADS.search(folded)
    told = frame.guests.people or frame.guests.adults or (to_int(heads["n"]) if heads else None)
    if not (days or frame.times or told):
        return frame
    right = any(_is_so(one, frame, told) for one in own)
    acts = ("status", "about_own", "own_booking", "told_right" if right else "told_wrong")
    kept = tuple(act for act in frame.acts if act not in (*acts, "change", "keep"))
    cleared = {"guests": GuestWords(), "times": (), "unknown": (), "topics": (), "answer": None, "time_part": None}
    own_days = tuple(day for day in frame.dates if any(which_party.day_of(one) == day for one in own))
    return frame.model_copy(update={**cleared, "dates": own_days, "other_dates": (), "acts": (*kept, *acts)})


def _waits(dialogue: Dialogue) -> bool:
    """Whether a bare number would answer what was asked."""
    return bool(set(dialogue.expecting) - {"human", "yes"})


def _of_a_number(frame: Frame, said: list[int | None], own: list[dict[str, Any]], *, others: bool = False) -> Frame:
    """ "Is 12 right?", "is it 12 or 14": the guests or the hour of a party, whichever it is; others: as somebody else has it."""
    heads = any({heads_of(one), int(one.get("adults") or 0)} & {*said} for one in own)
    hour = any(_hour(one) in said for one in own)
    if others:
        marks: tuple[str, ...] = ("told_wrong",) if not (heads or hour) else ()
    elif len(said) == 1:
        marks = ("told_right",) if heads or hour else ("told_wrong",)
    else:
        marks = (*(("part:guests",) if heads or not hour else ()), *(("part:when",) if hour or not heads else ()))
    acts = tuple(act for act in frame.acts if act not in ("change", "keep"))
    cleared = {"guests": GuestWords(), "times": (), "dates": (), "unknown": (), "topics": (), "answer": None}
    told = ("status", "about_own", "own_booking", *marks)
    return frame.model_copy(update={**cleared, "acts": tuple(dict.fromkeys((*acts, *told)))})


def _hour(party: dict[str, Any]) -> int:
    return int(str(party["time"])[:2]) % 12 or 12


def _is_so(party: dict[str, Any], frame: Frame, counted: int | None) -> bool:
    days = {*frame.dates, *frame.other_dates}
    if days and which_party.day_of(party) not in days:
        return False
    if frame.times and str(party["time"])[:5] not in {f"{at:%H:%M}" for at in frame.times}:
        return False
    return counted is None or counted in (heads_of(party), int(party.get("adults") or 0))
