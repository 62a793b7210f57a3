"""A message that agrees to what was shown and says something else is read twice: its yes is taken, the rest is read alone."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from hibachi.concierge.understanding import (
    at_offer,
    consents,
    offer_parts,
    own_words,
    reader,
    which_party,
    wish_repeated,
)
from hibachi.concierge.understanding.given import Given, HeardLike
from hibachi.concierge.understanding.schemas import Dialogue, Frame, Pending, Reading
from hibachi.kit import lazy_re as re
from hibachi.language.tidy import tidy

COURTESY_WORDS = 2
WITHOUT_IT = "like that"
"""Says nothing: read in place of a message that only turned down a part."""
ASKS_TO_MOVE = "can the date be moved later?"


def read(new: list[str], given: Given, *, dialogue: Dialogue, heard: HeardLike | None = None) -> Reading:
    """What reader.read says of the messages; of a yes with more beside it, the reading of the rest, `agreed` set."""
    new = at_offer.heard(new, dialogue.pending)
    text = _text(new, given.channel)
    in_part = _in_part(text, given, dialogue, heard)
    if in_part is not None:
        return in_part
    asks = consents.only_supposes(text, dialogue)
    if asks is not None:
        return _with_question(asks, given, dialogue, heard)
    later = consents.of_later(text)
    if later is not None:
        return _with_later(*later, given, dialogue)
    whole = reader.read(new, given, dialogue=dialogue, heard=heard)
    if dialogue.pending is not None and dialogue.pending.kind == "book":
        return _booked_beside(text, whole, given, dialogue, heard)
    consent = consents.parted(_without_its_day(text, whole, given, dialogue), dialogue.pending, given.parties()[0])
    if consent is None or dialogue.pending is None:
        return whole
    if own_words.unmistakable(whole.frame) and not consent.rest and not _only_of_the_spot(whole, dialogue.pending):
        return whole
    if not consent.rest:
        return reader.read([consents.ALONE], given, dialogue=dialogue, heard=heard)
    rest = reader.read([consent.rest], given, dialogue=consents.done(dialogue), heard=heard)
    if rest.handover is not None and rest.handover.kind == "person" and not consents.names_deed(text):
        return whole
    if _says_nothing(rest):
        return reader.read([consents.ALONE], given, dialogue=dialogue, heard=heard)
    again = _said_again(rest.frame, dialogue.pending, given)
    if again is not None:
        return reader.read([consents.ALONE], given, dialogue=dialogue, heard=heard) if again else whole
    return (
        rest.model_copy(update={"agreed": dialogue.pending})
        if consents.stands(dialogue.pending, rest, given.parties()[0])
        else whole
    )


def _says_nothing(rest: Reading) -> bool:
    """ "Yes, jazakallah": a word of courtesy that nobody listed, and no question."""
    frame = rest.frame
    told = (
        frame.topics or frame.unknown or frame.question or frame.answer or rest.changed or frame.trouble or frame.items
    )
    idle = not (set(frame.acts) - {"about_own", "own_booking"})
    return idle and not told and rest.handover is None and len(frame.text.split()) <= COURTESY_WORDS


def _party_shown(given: Given, dialogue: Dialogue) -> dict[str, Any] | None:
    """The party of the change that waits for its yes."""
    shown = dialogue.pending.booking_id if dialogue.pending is not None else None
    return next((one for one in given.parties()[0] if str(one["id"]) == shown), None)


def _in_part(text: str, given: Given, dialogue: Dialogue, heard: HeardLike | None) -> Reading | None:
    """The reading of a message that turns down parts of the change that was shown; None where it does not."""
    party = _party_shown(given, dialogue)
    step = offer_parts.so_many_more(text, dialogue.pending, party)
    if step is not None and step[0]:
        return reader.read([consents.ALONE], given, dialogue=dialogue, heard=heard)
    if step is not None:
        return reader.read([step[1]], given, dialogue=consents.done(dialogue, made=False))
    parted = offer_parts.portions(text, dialogue.pending, party, given.profile)
    parted = parted or offer_parts.told(text, dialogue.pending, given.profile)
    if parted is None:
        return None
    if parted.agrees:
        return reader.read([consents.ALONE], given, dialogue=dialogue, heard=heard)
    if parted.change:
        left = dialogue.model_copy(update={"change": parted.change})
        rest = reader.read([parted.rest or WITHOUT_IT], given, dialogue=left, heard=heard if parted.rest else None)
        acts = tuple(act for act in rest.frame.acts if act not in ("keep", "cancel"))
        return rest.model_copy(update={"frame": rest.frame.model_copy(update={"answer": None, "acts": acts})})
    if not parted.rest:
        return None
    rest = reader.read([parted.rest], given, dialogue=consents.done(dialogue, made=False), heard=heard)
    return rest if rest.dialogue.goal == "change" and rest.dialogue.change else None


def _only_of_the_spot(whole: Reading, pending: Pending) -> bool:
    """ "The driveway is fine, so yes please": where it stands is told beside the yes, and the change itself is as it was shown."""
    told = whole.dialogue.change
    differs = {key for key in {*told, *pending.arguments} if told.get(key) != pending.arguments.get(key)}
    return differs == {"location"}


def _said_again(rest: Frame, pending: Pending, given: Given) -> bool | None:
    """ "Yes please, cancel the July 11 one": the cancellation that was agreed to, once more; False where it is of a day that no party has."""
    if pending.kind != "cancel" or "cancel" not in rest.acts:
        return None
    own, _ = given.parties()
    named = {day.isoformat() for day in (*rest.dates, *rest.other_dates)}
    if named and not named & {str(one["date"]) for one in own}:
        return False
    meant = which_party.meant(rest, Dialogue(), own)
    same = len(meant) == 1 and str(meant[0]["id"]) == pending.booking_id
    return True if same and wish_repeated.cancels(rest.text) else None


def _without_its_day(text: str, whole: Reading, given: Given, dialogue: Dialogue) -> str:
    """ "Yes, cancel November 14. And for xmas ...": the day of the cancelling that was shown is it."""
    pending = dialogue.pending
    if pending is None or pending.kind != "cancel":
        return text
    shown = next(
        (date.fromisoformat(str(one["date"])) for one in given.parties()[0] if str(one["id"]) == pending.booking_id),
        None,
    )
    told = [one.text for one in whole.frame.evidence if one.slot == "date"]
    its = [said for said in told if shown is not None and _is_day(said, shown)]
    for said in its:
        text = re.sub(rf"\bcancel (?:the |my |our )?(?:party )?(?:on |of )?(?:the )?{re.escape(said)}(?: party| one)?", "cancel it", text, flags=re.I)  # fmt: skip
    return text


def _is_day(said: str, day: date) -> bool:
    return f"{day:%b}".lower() in said.lower() and re.findall(r"\d+", said) == [str(day.day)]


def _with_later(first: str, asks: str, given: Given, dialogue: Dialogue) -> Reading:
    """What is wished now, beside the rules of a move that is asked about for later; no day of it is taken."""
    topics = consents.topics_supposed(asks) or ("reschedule",)
    plain = reader.read([first or ASKS_TO_MOVE], given, dialogue=dialogue)
    acts = (*plain.frame.acts, consents.MAY_MOVE)
    beside = plain.frame.topics if first else ()
    told = {"topics": tuple(dict.fromkeys((*beside, *topics))), "acts": acts, "unknown": ()}
    return plain.model_copy(update={"frame": plain.frame.model_copy(update=told)})


def _with_question(asks: str, given: Given, dialogue: Dialogue, heard: HeardLike | None) -> Reading:
    """A yes to a booking, and the topics of what is only asked beside it."""
    yes = reader.read([consents.ALONE], given, dialogue=dialogue, heard=heard)
    asked = reader.read([asks], given, dialogue=consents.done(dialogue), heard=heard).frame
    told = {"topics": consents.topics_supposed(asks) or asked.topics, "apart": asked.apart, "unknown": asked.unknown}
    return yes.model_copy(update={"frame": yes.frame.model_copy(update=told)})


_MATERIAL = {
    "date",
    "time",
    "guests",
    "items",
    "zip",
    "month",
    "date_problem",
    "name",
    "phone",
    "email",
    "ages",
    "city",
}
"""What makes another summary, or completes the one that was shown: such a message is heard whole."""


def _booked_beside(text: str, whole: Reading, given: Given, dialogue: Dialogue, heard: HeardLike | None) -> Reading:
    """A yes to a booking with a question or a remark beside it: the yes is taken, and the rest is read alone."""
    number = consents.with_shown_number(text, dialogue.pending)
    if number is not None:
        shown = dialogue.model_copy(update={"expecting": ("yes",)})  # what was only supposed meanwhile is not taken
        return reader.read([number], given, dialogue=shown, heard=heard)
    frame = whole.frame
    taken = frame.answer == "yes" and frame.strength != "weak" and not (frame.doubted or frame.conditional)
    consent = None if taken or _MATERIAL & set(whole.changed) else consents.beside_booking(text, dialogue.pending)
    if consent is None:
        return whole
    rest = reader.read([consent.rest], given, dialogue=dialogue, heard=heard)
    if _MATERIAL & set(rest.changed) or not consents.leaves_summary(rest.frame):
        return whole
    agreed = {"answer": "yes", "strength": "plain", "conditional": False, "doubted": False}
    said = rest.frame.model_copy(update=agreed)
    return rest.model_copy(
        update={"frame": said, "agreed": dialogue.pending, "handover": rest.handover or whole.handover}
    )


def _text(new: Sequence[str], channel: str) -> str:
    return "\n".join(tidy(text, email=channel == "email") for text in new)
