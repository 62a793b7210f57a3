"""Whether a person has to take over, and why: a matter that is theirs, anger, a party too large, or nothing understood. Pure."""

from hibachi.concierge.understanding import matters, tone
from hibachi.concierge.understanding.figures import is_a_reason, said_lightly, without_figures
from hibachi.concierge.understanding.limits import Limits, is_attack
from hibachi.concierge.understanding.mishaps import wonders
from hibachi.concierge.understanding.schemas import Counts, Dialogue, Frame, HandoverNeed
from hibachi.concierge.understanding.summary import summary_of

_LONGEST_SUMMARY = 290
_LONGEST_QUOTE = 160
_SAYS_NOTHING = frozenset({"only_emoji", "item_price", "dish_price", "wants_more", "puzzled"})

_OF_HARM = frozenset({"complaint", "injury", "legal"})


def find(
    text: str,
    frame: Frame,
    dialogue: Dialogue,
    counts: Counts | None,
    changed: tuple[str, ...],
    limits: Limits,
    *,
    angry: bool,
    heard: HandoverNeed | None,
    harmless: frozenset[str],
) -> HandoverNeed | None:
    """Why a person has to take over; None where none has to. heard, harmless: what the heads say of the same words."""
    need = (
        _said(text, frame, limits.kinds - harmless)
        or _felt(frame, angry)
        or _heard(text, frame, heard, changed, limits)
        or _too_large(frame, dialogue, counts, changed, limits.guests)
        or _lost(frame, dialogue, changed, limits.clarifying)
    )
    if need is None:
        return None
    return need.model_copy(update={"summary": summary_of(dialogue, counts, [text])[:_LONGEST_SUMMARY]})


def _said(text: str, frame: Frame, kinds: frozenset[str]) -> HandoverNeed | None:
    """A matter that is a person's in so many words."""
    for matter, said in matters.find(without_figures(text)):
        attack = is_attack(matter.kind, frame.acts)
        hours = matter.kind == "person" and "office_hours" in frame.topics
        complaint = matter.kind == "complaint"
        idle = _only_wonders(frame) if complaint else is_a_reason(text, matter.kind, frame.acts)
        idle = idle or (matter.kind in _OF_HARM and wonders(text))
        if matter.kind in kinds and not (attack or hours or idle):
            return HandoverNeed(kind=matter.kind, reason=matter.reason.format(said=said[:_LONGEST_QUOTE]), summary="")
    return None


def _only_wonders(frame: Frame) -> bool:
    """Whether the price is doubted, or what comes back on a day when one would cancel is asked."""
    return tone.only_doubts(frame) or bool(frame.cancel_days)


def _felt(frame: Frame, angry: bool) -> HandoverNeed | None:
    if not angry or tone.only_doubts(frame):
        return None
    return HandoverNeed(kind="complaint", reason="customer is very angry: complaint", summary="")


def _heard(
    text: str, frame: Frame, heard: HandoverNeed | None, changed: tuple[str, ...], limits: Limits
) -> HandoverNeed | None:
    """The matter that a head hears, unless it is said lightly or something plain was understood beside it."""
    if heard is None or heard.kind not in limits.kinds or said_lightly(text, heard.kind):
        return None
    doubts = heard.kind == "complaint" and _only_wonders(frame)
    doubts = doubts or (heard.kind in _OF_HARM and wonders(text))
    plain = bool(changed) and heard.kind in ("person", "discount")
    return None if doubts or plain else heard


def _too_large(
    frame: Frame, dialogue: Dialogue, counts: Counts | None, changed: tuple[str, ...], most: int | None
) -> HandoverNeed | None:
    people = max(
        counts.total if counts else 0,
        *(dialogue.change.get(slot) or 0 for slot in ("adults", "children")),
        frame.guests.high or 0,
    )
    if most is None or people <= most or not {"guests", "change"} & set(changed):
        return None
    return HandoverNeed(kind="guests", reason=f"large party: {people} guests, more than {most}", summary="")


def _lost(frame: Frame, dialogue: Dialogue, changed: tuple[str, ...], most: int | None) -> HandoverNeed | None:
    """Nothing can be answered, after so many questions of ours that were to clear it."""
    if most is None or dialogue.clarified < most or changed or _understood(frame):
        return None
    return HandoverNeed(kind="unsure", reason=f"unsure after {most} clarifying questions", summary="")


def _understood(frame: Frame) -> bool:
    """Whether a message said anything that can be answered, be it that its question is beyond what we know."""
    return bool(frame.topics or frame.unknown or frame.trouble or set(frame.acts) - _SAYS_NOTHING or frame.answer)
