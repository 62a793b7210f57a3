"""What is told of the children that were counted, beside who joins: "2 of the kids are 5 actually, and her parents are coming". Pure.

Either alone is read as ever; in one message each is read without the other.
"""

from collections.abc import Callable

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER

_OF_THE_KIDS = re.compile(
    rf"(?:,? ?\b(?:and|but|also|oh)\W+)?\b(?:{NUMBER}) of (?:the|our|my|their|those|these) (?:kids|children|kiddos"
    r"|little ones|boys|girls) (?:are|is|r|will be|turned)\b(?: (?:only|actually|really|just|under|over|in fact"
    rf"|already|still|about))* (?:{NUMBER})(?:(?:,? and |, ?| or | ?- ?)(?:{NUMBER}))*"
    r"(?: ?(?:years? old|yrs?(?: old)?|yo|and under|or (?:under|younger)))?(?: (?:actually|really|in fact|now"
    r"|already))*",
    re.I,
)


def told(frame: Frame, dialogue: Dialogue, framed: Callable[[str], Frame]) -> Frame:
    """The frame with both. framed: how a text alone is read in this talk."""
    said = _OF_THE_KIDS.search(frame.text) if dialogue.party.children else None
    if said is None:
        return frame
    rest = f"{frame.text[: said.start()]} {frame.text[said.end() :]}".strip(" ,.;")
    young, others = framed(said[0].strip(" ,")).guests, framed(rest).guests if rest else frame.guests
    apart = not (young.adults or young.people or young.add) and young.stated
    if not apart or not (others.adults or others.add) or others.children or others.toddlers or others.ages:
        return frame
    both = {"adults": others.adults, "add": others.add, "add_ages": others.add_ages, "on_top": False}
    return frame.model_copy(update={"guests": young.model_copy(update=both)})
