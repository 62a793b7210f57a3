"""The day on which somebody would cancel, beside that of the party: "what if we cancel on July 30", "so July 6 would still be ok?". Pure."""

from calendar import monthrange
from dataclasses import replace
from datetime import date

from hibachi.concierge.understanding import deadlines
from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.amounts import SPOKEN
from hibachi.language.date_mentions import DateMention
from hibachi.language.openers import OPENERS
from hibachi.language.spans import fold

TOPIC = "cancellation"
_OF_THE_RULE = frozenset({TOPIC, "deposit", "refund_when"})
_CANCELS = (
    r"(?:cancel\w*|(?:back(?:ing|ed)?|pull(?:ing|ed)?|bail(?:ing|ed)?|drop(?:ping|ped)?) out|bail"
    r"|call(?:ing|ed)? (?:it|this|the party|everything) off|chang(?:e|ing|ed) (?:my|our) minds?)"
)
_GETS_BACK = (
    rf"(?:refund\w*|(?:money|deposit|{SPOKEN}|it(?: all)?|that) back|deadline|cut ?-?off|last (?:day|date|chance|moment)"
    r"|(?:lose|forfeit|keep|kept) (?:it|the|my|our|that)\b)"
)
_SPOKEN_OF = re.compile(rf"\b(?:{_CANCELS}|{_GETS_BACK})\b")
_RIGHT_BEFORE = re.compile(rf"\b{_CANCELS}(?: (?:it|this|that|us|everything|the party|on you))?[^.?!,;\n\d]{{0,25}}$")
""" "If we book for July 10 and cancel on July 6": the day right behind it, whatever else is wished."""
_ORDERED = re.compile(
    r"(?:^|[.!?,;:\n]|\b(?:please|pls|(?:can|could|would|will) (?:you|u)|go ahead and|(?:want|need|have|like|going|wish) to|gotta|gonna"
    r"|just|yes|yep|yeah|ok(?:ay)?|and|so|then))\W*cancel (?!(?:it |this |that |on you )?(?:on|by|before|until|till)\b)[^.?!\n]*$"
)
_SUPPOSED = re.compile(r"\b(?:if|in case|suppos\w+|say (?:we|i)|let'?s say|should (?:we|i)|were to)\b")
""" "Could you cancel my party on July 11? I keep September 5": the day of the party that goes; "if we cancel July 6" is none."""
_WISHED = re.compile(
    r"\b(?:instead|rather|book|party|event|dinner|mov(?:e|ing)|switch\w*|resched\w*|chang(?:e|ing)"
    r"|available|open|opening|prefer|let'?s|make it|do it|go with|take|have it|reserve|hold|guests?|adults)\b"
    r"|\bfree\b"
)
""" "Can we do July 3 instead, is it refundable?": a day of the party."""
_ASKS = re.compile(
    r"\?|^\W*(?:and|or|so|what about|how about|what if)\b|\b(?:answer|tell me|yes or no|right|correct|still|fine|ok(?:ay)?|in time|too late|early enough|specifically)\b"
)
_SENTENCE = re.compile(r"[.?!;\n]+(?:\s|$)")


def among(days: tuple[DateMention, ...], folded: str, dialogue: Dialogue) -> tuple[DateMention, ...]:
    """Those of the named days on which the customer would cancel; they lie before the party's."""
    certain = [day for day in days if len(day.candidates) == 1 and day.kind not in ("range", "month")]
    party = dialogue.day or max((day.candidates[0] for day in certain), default=None)
    if party is None:
        return ()
    found = (_in_time_for(day, party) for day in certain if day.candidates[0] < party)
    return tuple(day for day in found if _is_one(day, folded, dialogue))


_BARE = re.compile(r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?")


def _in_time_for(day: DateMention, party: date) -> DateMention:
    """ "On the 6th" of a party on July 10: the last one before it, not the next in the calendar."""
    bare = _BARE.fullmatch(day.span.text.strip().lower())
    number = int(bare["day"]) if bare else 0
    if not bare or not 1 <= number < party.day or number > monthrange(party.year, party.month)[1]:
        return day
    return replace(day, candidates=(party.replace(day=number),))


def _is_one(day: DateMention, folded: str, dialogue: Dialogue) -> bool:
    before, sentence = folded[: day.span.start], _sentence(day.span.start, folded)
    if _ORDERED.search(before) and not _SUPPOSED.search(sentence):
        return False
    if _RIGHT_BEFORE.search(before):
        return True
    if _WISHED.search(sentence):
        return False
    if _SPOKEN_OF.search(sentence) or dialogue.cancel_day == day.candidates[0]:
        return True
    goes_on = dialogue.day is not None and not _OF_THE_RULE.isdisjoint(dialogue.answered[-1:])
    return goes_on and bool(_ASKS.search(sentence)) and day.candidates[0] not in dialogue.earlier_days


def _sentence(at: int, folded: str) -> str:
    """The sentence that stands there, with its mark."""
    ends = [end.end() for end in _SENTENCE.finditer(folded)]
    first = max((end for end in ends if end <= at), default=0)
    return folded[first : min((end for end in ends if end > at), default=len(folded))]


def named(days: tuple[DateMention, ...], folded: str, dialogue: Dialogue) -> tuple[date, ...]:
    """The days on which the customer would cancel."""
    return tuple(day.candidates[0] for day in among(days, folded, dialogue))


_ASKS_THE_RULE = re.compile(
    rf"\b(?:how (?:late|long|early|close)|(?:until|till|up to|by) (?:when|what)|what (?:happens )?if|if|when|in case|once|should|suppose"
    rf"|can|could|may|do|would|will)\b[^.?!\n]{{0,25}}\b(?:i|we|he|she|they|something|someone|somebody)\b[^.?!\n]{{0,30}}\b{_CANCELS}\b"
)
""" "How late can I cancel": nothing is called off by it."""

_CALLS_OFF = re.compile(
    rf"\W*(?:(?:{OPENERS}|please|pls|no|nah|just|then|sorry)\W+)*cancel"
    r"(?: (?:it|that|this|everything|(?:the|my) (?:booking|party|order|whole thing)))?(?: (?:then|please|pls|now|all|thanks))*\W*"
)
""" "Cancel it", while nothing is booked: the plan is dropped, and no rule is asked for."""


_CLAIMED = re.compile(
    r"\b(?:have to|need to|must|want to|going to|please) (?:call off|cancel) (?:our|my) (?:party|booking|event|dinner)\b"
)
""" "We have to call off our party on August 22": a party that stands, under whatever contact."""


def told(frame: Frame, *, own: bool) -> Frame:
    """The frame of somebody without a party who names such a day: what is kept then is asked, no party is looked up."""
    if own or _CLAIMED.search(fold(frame.text)):
        return frame
    frame = deadlines.before_booking(frame, own=own)
    if not frame.cancel_days and TOPIC in frame.topics and _ASKS_THE_RULE.search(fold(frame.text)):
        acts = tuple(act for act in frame.acts if act not in ("cancel", "gives_up", "own_booking", "about_own"))
        return frame.model_copy(update={"acts": acts, "question": True})
    if not frame.cancel_days:
        return frame
    others = tuple(
        topic for topic in frame.topics if topic not in (*_OF_THE_RULE, "availability", "hold_time", "same_every_day")
    )
    without = (
        "own_booking",
        "about_own",
        "cancel",
        "change",
        "gives_up",
        "deposit_state",
        "status",
        "price_objection",
        "ways_down",
    )
    acts = tuple(act for act in frame.acts if act not in without)
    return frame.model_copy(
        update={"topics": (TOPIC, *others), "acts": acts, "unknown": (), "answer": None, "question": True}
    )


def called_off(frame: Frame) -> Frame:
    """The frame of who drops a plan in so many words: the rule for cancelling is not asked for."""
    if "?" in frame.text or not _CALLS_OFF.fullmatch(fold(frame.text)):
        return frame
    topics = tuple(topic for topic in frame.topics if topic != TOPIC)
    return frame.model_copy(update={"topics": topics, "question": False})
