"""What we took and nobody said is denied: "I didn't say June 7??", "what was that about 9 pm", "can you fix that please". Pure.

A day or a start that is denied, with no other told in its place, is forgotten: nobody is offered once more what they turned down.
"""

from datetime import date

from hibachi.concierge.understanding import options, other_days, relative_moves
from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

DAY, TIME, PUT_RIGHT, NONE_SUITS = "denies_day", "denies_time", "puts_right", "no_day_suits"
_NO_ONE_SUITS = re.compile(
    r"\b(?:neither|none)(?: (?:of (?:them|those|these|the (?:days|dates|two))|one|day|date|option|is|are|really|of|will|would))*"
    r" (?:works?|good|fits?|suits?|ok(?:ay)?|possible|doable|be (?:good|possible)|do(?=\W*$))\b"
    r"|\b(?:can'?t|cannot|can not|won'?t|couldn'?t) (?:do|make|manage|come) (?:(?:it )?(?:on )?)?(?:either|any|neither)\b"
    r"|\b(?:those|these|they|both)(?: (?:days|dates|two|both))? (?:(?:both )?(?:don'?t|won'?t|do not|will not) work|are (?:no good|out|bad))\b"
    r"|\b(?:don'?t|doesn'?t|won'?t) work,? (?:either of (?:them|those)|neither (?:one|of them))\b"
    r"|^\W*(?:no+\W+)?neither(?: (?:one|of (?:them|those|the two)|date|day))?(?=\W*$|[.,!;]| (?:sorry|actually|thanks?|unfortunately)\b)"
    r"|\b(?:away|busy|gone|working|out of town|booked|not here|traveling)\b[^.?!\n]{0,15}\b(?:both|either|those|on any)\b"
)
""" "Neither works for us" of days that were offered to choose from."""
_NOT = re.compile(
    r"(?:^|[.?!,;\n] *|\b(?:no|wait|but|and|so|its|it'?s|that'?s|definitely) )not (?:on |at |the |for )*$"
)
_PUT_RIGHT = re.compile(
    r"\b(?:can|could|will|would) (?:you|u) (?:please |pls |plz )?(?:fix|correct|redo|adjust|update) (?:that|this|it|the \w+|your \w+)\b"
    r"|^\W*(?:please |pls |plz )?(?:fix|correct) (?:that|this|it|the \w+|your \w+)\b|[.!,;] *(?:please |pls )?(?:fix|correct) (?:that|this|it)\b"
)
_UPDATES = re.compile(r"\b(?:update|adjust)\b")
""" "Can you update the address", of a party that stands: a change of theirs, no mistake of ours."""


def told(frame: Frame, dialogue: Dialogue, *, own: bool) -> Frame:
    """The frame with what it denies of the party that is planned. own: the customer has a party that stands, of which more is meant."""
    folded = fold(frame.text)
    right = _PUT_RIGHT.search(folded)
    ours = right is not None and dialogue.turns > 0 and not (own and _UPDATES.search(right.group()))
    acts: tuple[str, ...] = (PUT_RIGHT,) if ours else ()
    if not own:
        acts += (DAY,) if _denies_day(frame, dialogue, folded) else ()
        acts += (NONE_SUITS,) if DAY not in acts and _none_suits(frame, dialogue, folded) else ()
        acts += (TIME,) if dialogue.time and _denied(frame, "time", folded) and len(frame.times) == 1 else ()
    if not acts and right is None:
        return frame
    kept = tuple(time for time in frame.times if time != dialogue.time) if TIME in acts else frame.times
    dates = () if {DAY, NONE_SUITS} & set(acts) else frame.dates
    unknown = tuple(one for one in frame.unknown if not _PUT_RIGHT.search(fold(one)))
    return frame.model_copy(update={"acts": (*frame.acts, *acts), "dates": dates, "times": kept, "unknown": unknown})


def _denies_day(frame: Frame, dialogue: Dialogue, folded: str) -> bool:
    """Whether what is planned is denied, with no other day in its place: "not that saturday, the one before" tells one."""
    planned = set(dialogue.dates)
    other = {*frame.dates, *relative_moves.others_like(frame, dialogue.dates)} - planned
    if not planned or other or not _denied(frame, "date", folded):
        return False
    some = options.turned_down(frame, dialogue.dates) if len(planned) > 1 else set()
    return not some or some == planned  # "not the friday the 10th" of two leaves the 17th


def _none_suits(frame: Frame, dialogue: Dialogue, folded: str) -> bool:
    """Whether every day of a choice is turned down, and no other is told in its place."""
    choices = {*dialogue.dates, *(date.fromisoformat(one) for one in dialogue.choices)}
    if len(choices) < 2 or set(frame.dates) - choices:
        return False
    return bool(_NO_ONE_SUITS.search(folded)) or options.turned_down(frame, sorted(choices)) == choices


def _denied(frame: Frame, slot: str, folded: str) -> bool:
    spans = [(one.start, one.end) for one in frame.evidence if one.slot == slot]
    return any(other_days.was_never_said(*span, folded) or _NOT.search(folded[: span[0]]) for span in spans)
