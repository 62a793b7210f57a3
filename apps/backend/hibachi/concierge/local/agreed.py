"""A yes to a change or a cancellation that was shown: whether it is one, and to exactly that."""

from datetime import date
from typing import Any

from hibachi.concierge.local import existing
from hibachi.concierge.local.known import Known
from hibachi.concierge.understanding import open_questions, own_words, picking, wish_repeated
from hibachi.concierge.understanding.schemas import Pending
from hibachi.kit import lazy_re as re

DONT = re.compile(
    r"\b(?:let'?s|lets|rather|i'?d rather|maybe) not\b"
    r"|^\W*(?:no+|wait|stop|hold on)\b[^.?!\n]{0,12}\b(?:don'?t|do not|wait|no|stop)\b",
    re.I,
)
_SAME_YES = re.compile(
    r"\W*(?:(?:the )?same (?:time|everything|start|place|people)[ ,.!&]*(?:and )?)+(?:yes|yep|yeah|yup"
    r"|correct|please|go ahead|do it|move it"
    r"|sure)(?:[ ,.!]+(?:please|pls|thanks|thank you|go ahead|do it|move it))*\W*",
    re.I,
)
""" "Same time, yes": agreed to a move of the day alone."""
_NODS = (
    r"(?:(?:ok(?:ay)?|cool|great|perfect|thanks?|thank you|thx|alright|all right|awesome|good|nice|got it"
    r"|oh|and|so|well|sounds good|right|understood|fine)\b\W*)*?"
)
LEADS_YES = re.compile(rf"\W*{_NODS}(?:yes|yeah|yep|yup|sure|ok(?:ay)?,? go ahead)\b(?!,? but\b)", re.I)
""" "Yes, go ahead. We'll come back to you in summer": nothing is declined by what comes later."""


UNSURE = re.compile(r"\b(?:maybe|perhaps|i guess|i think|probably|might)\b", re.I)
SAVES = re.compile(r"\b(?:sav(?:e|ing|ings)|cheaper|less|lower|difference|drop|same)\b", re.I)
""" "So no savings at all?": the preview says what changes, and why."""
_DOUBTS = re.compile(r"\b(?:maybe|perhaps|guess|think|probably|might|suppose|not|don'?t|no|wait|but|later)\b", re.I)


_ASKED_TO_DO = re.compile(
    r"\W*(?:(?:so|ok(?:ay)?|and|then|great|good|perfect|well)\W+)*(?:can|could|would|will) (?:you"
    r"|u)(?: guys)? (?:please |pls |just |then |go ahead and )*(?:move|change|update|switch|reschedule"
    r"|do|make|book|add)(?: (?:it|that|this|us|them|the (?:party|booking|change)))(?: (?:then|now"
    r"|please|pls|for (?:me|us)|there))*\W*",
    re.I,
)
""" "So can you move it?", after what it means was shown: asked to be done."""
_ASKED_FIRST = re.compile(r"^\W*(?:no|oh|really|ok(?:ay)?|not yet|it didn'?t|is that so)\W*\?\W*", re.I)
""" "No? Then please move it": the question is none to us."""


def booking_of(known: Known, booking_id: str | None) -> dict[str, Any] | None:
    """The party to come that has this id."""
    return next((one for one in existing.own_parties(known) if str(one["id"]) == booking_id), None)


def is_given(known: Known, pending: Pending, asks_money: bool) -> bool:
    """Whether a message agrees to a deed that was shown: the one place that says so; words that leave it open never do."""
    frame = known.frame
    if frame.doubted:
        return False
    if _is_plain(known, pending):
        return True
    if pending.kind == "cancel" and wish_repeated.cancels(frame.text):
        return not (frame.question and asks_money) or bool(_preview(known, pending).get("refundable"))
    return False


def is_told_again(known: Known, pending: Pending) -> bool:
    """Whether what was shown is wished once more, without a doubt and without a question."""
    frame = known.frame
    if frame.doubted or frame.answer == "no":
        return False
    open_ = frame.question or open_questions.may_ask(frame.text) or bool(UNSURE.search(frame.text))
    other = "cancel" if pending.kind == "change" else "change"
    same = frame.answer is None and not open_ and known.does(pending.kind) and not known.does(other)
    return same or (pending.kind == "change" and _wished_again(known))


def _preview(known: Known, pending: Pending) -> dict[str, Any]:
    """What the cancellation means: who asks after the deposit beside the wish is told what they hope for."""
    return known.need("preview_cancel", booking_id=pending.booking_id)


def _is_plain(known: Known, pending: Pending) -> bool:
    """Whether a message agrees to what was shown in words that can mean nothing else."""
    frame = known.frame
    if own_words.unmistakable(frame) or ("time" not in pending.arguments and _SAME_YES.fullmatch(frame.text)):
        return True
    if pending.kind == "change":
        return own_words.wants_it_done(frame.text)
    return pending.kind == "cancel" and _cancels_this_alone(known, pending)


def declines(text: str) -> bool:
    """Whether a text turns down what was shown: "let's not", "wait, don't"."""
    return bool(DONT.search(text))


def _wished_again(known: Known) -> bool:
    """ "Okay good, change it to 17": what was shown is wished once more, without doubt and without a question."""
    frame = known.frame
    if _ASKED_TO_DO.fullmatch(frame.text):
        return True
    rest = _ASKED_FIRST.sub("", frame.text)
    asks = "?" in rest if rest != frame.text else frame.question
    plain = frame.answer == "yes" and not frame.conditional and not asks and not _DOUBTS.search(rest)
    return plain and known.does("change") and bool(frame.guests.stated or frame.dates or frame.times)


def _cancels_this_alone(known: Known, pending: Pending) -> bool:
    """ "Yes cancel June 13, keep July": what is kept is another party."""
    text, going = own_words.without_kept(known.frame.text, existing.own_parties(known))
    kept = len(going) < len(existing.own_parties(known)) and pending.booking_id in {str(one["id"]) for one in going}
    rest = _HANGS.sub("", text)
    agrees = LEADS_YES.match(rest) and ("cancel" in known.frame.acts or _ONLY_YES.fullmatch(rest))
    return kept and bool(agrees) and not own_words.objects(rest)


_HANGS = re.compile(r"[\s,.!;]*(?:\b(?:but|and|only|just|though|please|thx|thanks)\b[\s,.!;]*)*$", re.I)
_ONLY_YES = re.compile(
    rf"\W*{_NODS}(?:(?:yes|yeah|yep|yup|sure|ok(?:ay)?|please|pls|go ahead|do it|do that|thanks?"
    r"|cancel (?:it|that))\b\W*)+",
    re.I,
)
""" "Sure go ahead, but July stays as is": a yes, once what stays is taken out."""


def keeps_it(known: Known, pending: Pending) -> bool:
    """ "Hmm actually keep June too": the party whose cancellation waits is said to stay."""
    own = existing.own_parties(known)
    going = own_words.without_kept(known.frame.text, own)[1]
    return len(own) > 1 and len(going) < len(own) and pending.booking_id not in {str(one["id"]) for one in going}


def names_another(known: Known, pending: Pending) -> bool:
    """Whether the yes names a party, or to a move a day or a start, that is not the one that was shown."""
    booking = booking_of(known, pending.booking_id)
    if pending.kind == "cancel":
        return _of_another_party(known, pending)
    if pending.kind != "change" or booking is None:
        return False
    shown = {**booking, **pending.arguments}
    named = {_as_shown(day, str(shown["date"]), known.frame.date_said or "") for day in known.frame.dates}
    kept = (
        {str(one["date"]) for one in existing.own_parties(known)}
        if _says_shown(known, str(shown["date"]))
        else {str(booking["date"])}
    )
    days = named - kept
    starts = {at.strftime("%H:%M") for at in known.frame.times} - {str(booking["time"])[:5]}
    moves = "date" in pending.arguments
    named_own = moves and named == {str(booking["date"])}
    return bool(days - {str(shown["date"])}) or bool(starts - {str(shown["time"])[:5]}) or named_own


def _of_another_party(known: Known, pending: Pending) -> bool:
    """ "Yes, just July 11, cancel it" while September 5 waits: what goes is another of theirs, be it gone already."""
    named = {day.isoformat() for day in (*known.frame.dates, *known.frame.other_dates)}
    going = own_words.without_kept(known.frame.text, known.bookings())[1]
    of_named = {str(one["id"]) for one in going if str(one["date"]) in named}
    return bool(of_named) and pending.booking_id not in of_named


def _says_shown(known: Known, day: str) -> bool:
    """Whether the day that was shown is named too: "yes, June 6 goes to June 20, leave May 9 alone"."""
    return day in {one.isoformat() for one in (*known.frame.dates, *known.frame.other_dates)}


def _as_shown(day: date, shown: str, said: str) -> str:
    """ "The 14th", while a move to November 14 waits for its yes, is that day."""
    return shown if picking.is_bare_day(said) and f"{day.day:02}" == shown[-2:] else day.isoformat()
