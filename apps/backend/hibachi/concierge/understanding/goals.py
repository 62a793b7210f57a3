"""What the customer is after: a price, a booking, a change or a cancellation; and which intents the message shows."""

from hibachi.concierge.understanding import (
    beside_own,
    consents,
    existing,
    options,
    own_days,
    own_signs,
    own_words,
    starts_left,
    undone,
)
from hibachi.concierge.understanding.own_bookings import Bookings
from hibachi.concierge.understanding.schemas import Dialogue, Frame, Goal
from hibachi.kit import lazy_re as re

_HYPOTHETICAL = re.compile(
    r"\b(?:move|push|reschedul\w*|postpone|change|switch)\b[^.!?\n]{0,50}\b(?:if|in case|should it)\b"
    r"|\b(?:last day|latest|by when|until when|how late|still get)\b[^.!?\n]{0,40}\b(?:cancel|back out"
    r"|move|change)|\bcancel\w*\b[^.!?\n]{0,40}\b(?:still get|and get)\b"
    r"|\b(?:if|in case|what happens (?:if|when)|policy|suppos(?:e|ing)|(?<!to )(?<!must )(?<!i )say"
    r"|ever|just in case|theoretically|before i book)\b[^.!?\n]{0,60}\b(?:cancel|cancle|called off"
    r"|call(?:ed)? (?:it|this|the party|everything) off|call off|move|change|reschedul\w*|postpone"
    r"|back out)",
    re.I,
)
_TAKES_BACK = re.compile(
    r"\bcancel\w*\b[^?]{0,40}\b(?:actually|wait|never ?mind|nvm|on second thought|scratch that"
    r"|no,? no)\b[^?\n]{0,30}\b(?:keep|don'?t|do not|leave)\b",
    re.I,
)
""" "Cancel it. Actually no wait, keep it"."""
_IN_CASE = re.compile(
    r"\W*(?:(?:and|but|so|ok(?:ay)?|also)\W+)*(?:what )?if\b(?!.*\b(?:mov|resched|postpon|chang)\w*)", re.I | re.S
)
""" "If he's still sick on the 10th, do I get the deposit back": no move to the 10th."""
_COUNT_CHANGE = re.compile(
    r"\b(?:now|instead|more|less|fewer|bailed|add|update|upgrade|switch|swap|moved|change|only|dropped"
    r"|coming|extra|additional|remove|down to|up to)\b",
    re.I,
)
_KINDS = {
    "person": "human", "complaint": "complaint", "injury": "complaint", "legal": "complaint", "allergy": "dietary",
    "discount": "objection", "corporate": "policy", "custom_menu": "menu", "indoor": "policy", "enquiry": "policy",
    "guests": "booking", "unsure": "unclear",
}  # fmt: skip
TOPIC_INTENTS = {
    "price": "pricing", "explain": "pricing", "balance": "pricing", "minimum": "pricing", "travel": "travel",
    "availability": "availability", "menu": "menu", "dietary": "dietary", "area": "travel",
}  # fmt: skip


def goal_of(dialogue: Dialogue, frame: Frame, own: Bookings) -> Goal | None:
    """The goal after a message; it stays until it is reached or another one is named."""
    if dialogue.pending is not None and dialogue.pending.kind in ("change", "cancel"):
        return _while_pending(dialogue, frame, own)
    acts = frame.acts
    if own and {"paid_claim", "mark_confirmed"} & set(acts) and not _changes_beside(frame, own):
        return None
    if "about_past" in acts:
        return None
    if beside_own.ONE_MORE in acts:
        return "booking"
    to_where = own_days.tells_other_when(frame, own) or own_words.shift_of(frame.text) is not None
    if own and own_words.asks_of_moving(frame.text) and not to_where and frame.month is None:
        return None
    if own and existing.asks_for_refund(frame) and _IN_CASE.match(frame.text) and "change" not in acts:
        return None
    if "pays_rest" in acts:
        return dialogue.goal
    if {starts_left.DAY_DOWN, undone.ACT} & set(acts):
        return "change"
    if own and "keep" in acts and dialogue.changed_here and own_days.tells_other_when(frame, own):
        return "change"
    if (
        "about_own" in acts
        and "keep" in acts
        and not {"cancel", "change"} & set(acts)
        and dialogue.goal not in ("change", "cancel")
    ):
        return None
    if "keep" in acts and _TAKES_BACK.search(frame.text) and dialogue.goal not in ("change", "cancel"):
        return None
    if dialogue.booked is not None and existing.wants_new(frame, dialogue, own) and _touches(frame):
        return "booking"
    if dialogue.booked is not None and not own and "change" in acts:
        return "change"
    refers = "own_booking" in acts
    gives_up = "gives_up" in acts and bool(own) and "about_own" in acts and not frame.question
    surely = not _HYPOTHETICAL.search(frame.text) or own_words.must_cancel(frame.text)
    meant = ("cancel" in acts or gives_up) and surely
    waits = dialogue.pending is not None and dialogue.pending.kind != "human"
    if own and own_signs.rather_moved(frame.text):
        return "change"
    if meant and (own or refers or dialogue.booked) and not waits:
        return "cancel"
    if _wants_change(dialogue, frame, own) or existing.wishes_change(frame, dialogue, own):
        return "change"
    if dialogue.goal in ("change", "cancel") and "which_booking" in dialogue.expecting:
        return dialogue.goal
    if {"status", "deposit_state"} & set(acts):
        return dialogue.goal if dialogue.goal in ("quote", "booking") else None
    if dialogue.goal == "change" and (dialogue.change or dialogue.date_month) and own_signs.asks_if_open(frame.text):
        return "change"
    if dialogue.goal == "change" and (frame.dates or frame.times or frame.choice or frame.guests.stated or frame.items):
        return "change"
    if dialogue.goal == "change" and dialogue.offered and options.sided(frame.text):
        return "change"
    if dialogue.goal == "change" and own and _goes_on(dialogue, frame):
        return "change"
    if dialogue.goal == "cancel" and dialogue.expecting:
        return "cancel"
    if dialogue.booked is not None and own and _touches(frame) and not _ANOTHER.search(frame.text):
        return "change"
    if dialogue.booked is not None and not (frame.dates or frame.month):
        return None
    if "about_own" in acts:
        return dialogue.goal if dialogue.goal in ("quote", "booking") else None
    if "book" in acts or "hold" in acts:
        return "booking"
    if "wants_chef" in acts and (frame.dates or frame.times or frame.month or dialogue.dates):
        return "booking"
    if dialogue.goal == "booking":
        return "booking"
    offered = dialogue.expecting[:1] == ("booking",)
    named = bool(frame.name) and "name" in dialogue.expecting and dialogue.day is not None and dialogue.time is not None
    if named and dialogue.booked is None:
        return "booking"
    if offered and (frame.answer == "yes" or frame.name or frame.phone or frame.email):
        return "booking"
    if "availability" in frame.topics and (frame.dates or dialogue.dates):
        return "booking"
    if frame.dates and "date" in dialogue.expecting and dialogue.goal == "quote":
        return "booking"
    if _wants_quote(frame):
        return "quote"
    return dialogue.goal if dialogue.goal in ("quote", "booking") else None


def _changes_beside(frame: Frame, own: Bookings) -> bool:
    """ "Switch it to 14 adults, we paid already": a change is wished beside the money."""
    days = {day.isoformat() for day in frame.dates} - {str(one["date"]) for one in own}
    return "change" in frame.acts and (frame.guests.stated or bool(days))


def _goes_on(dialogue: Dialogue, frame: Frame) -> bool:
    """Whether the answer to what was asked about a change leaves it open, or takes up one that was put off."""
    asked = bool({"date", "time", "guests"} & set(dialogue.asked_last))
    leaves_open = asked and not (frame.topics or frame.answer == "no" or "keep" in frame.acts)
    return leaves_open or (bool(dialogue.change) and frame.answer == "yes" and not frame.topics)


_ANOTHER = re.compile(r"\b(?:another|second|new|other|different) (?:party|booking|event|date|one)\b", re.I)


def _touches(frame: Frame) -> bool:
    """Whether a message is about what was booked: its guests, its dishes, its day."""
    dishes = any(item.role != "included" for item in frame.items)
    return frame.guests.stated or dishes or bool(frame.dates or frame.times)


_IS_ANOTHER = re.compile(
    r"\b(?:it'?s|its|that'?s|thats|this is|i mean(?:t)?|that was|i'?m asking|asking|i want|we want"
    r"|no,?) (?:for |about )?(?:an?other|a second|a new|a different|a separate|an additional"
    r"|one more) (?:\w+ )?(?:party|event|booking|one|date|dinner)\b",
    re.I,
)
""" "It's for another party", once a move of the one that stands was shown."""


def _while_pending(dialogue: Dialogue, frame: Frame, own: Bookings) -> Goal | None:
    """A yes that tells other guests, days or starts than the party has is no yes to its cancellation."""
    assert dialogue.pending is not None
    if dialogue.pending.kind == "change" and _IS_ANOTHER.search(frame.text):
        return "booking"
    if dialogue.pending.kind == "change":
        gives_up = "cancel" in frame.acts and "change" not in frame.acts and frame.answer != "yes"
        return "cancel" if gives_up and not consents.only_asks(frame.text) else "change"
    days = {day.isoformat() for day in frame.dates} - {str(one["date"]) for one in own}
    starts = {f"{at:%H:%M}" for at in frame.times} - {str(one["time"])[:5] for one in own}
    other = "change" in frame.acts or frame.guests.stated or bool(frame.guests.add or days or starts)
    named = (frame.dates or frame.month or frame.times) and frame.answer != "yes"
    return "change" if (other or named) and not {"cancel", "keep"} & set(frame.acts) else "cancel"


def _wants_change(dialogue: Dialogue, frame: Frame, own: Bookings) -> bool:
    if _HYPOTHETICAL.search(frame.text) and not own:
        return False
    if not own and dialogue.booked is None and frame.topics == ("reschedule",) and not frame.dates:
        return False
    if own and _only_tells_street(frame, own):
        return False
    drafting = (
        dialogue.goal == "booking"
        and dialogue.booked is None
        and (dialogue.day is not None or dialogue.pending is not None)
    )
    if drafting:
        return False
    refers = "own_booking" in frame.acts
    said = bool(frame.dates or frame.times or frame.guests.stated or frame.items or frame.zip or frame.month)
    if "change" in frame.acts and (refers or (own and (said or dialogue.booking_id))):
        return not (_HYPOTHETICAL.search(frame.text) and not said)
    if own and refers and (frame.guests.stated or frame.items or frame.zip) and _COUNT_CHANGE.search(frame.text):
        return True
    acted = dialogue.booking_id is not None and bool(own)
    return (
        acted
        and bool(frame.dates or frame.times or frame.guests.add or frame.items)
        and ("instead" in frame.text.lower() or "change" in frame.acts)
    )


def _only_tells_street(frame: Frame, own: Bookings) -> bool:
    """ "Can you update the address to 2240 Quimby Rd, same zip": noted for the chef, since nothing else changes."""
    other = own_days.tells_other_when(frame, own) or frame.guests.stated or frame.items or frame.month
    place = frame.city or frame.zip not in (None, *(str(one.get("zip")) for one in own))
    return frame.address is not None and not (other or place)


def _wants_quote(frame: Frame) -> bool:
    if {"injection", "off_topic"}.intersection(frame.acts) and not frame.guests.stated:
        return False
    if frame.trouble in ("grief", "illness", "called_off") and "price" not in frame.topics and not frame.guests.stated:
        return False
    if frame.sizes or frame.zips:
        return True
    party = frame.guests.stated and (frame.guests.adults is not None or frame.guests.people is not None)
    return (
        "price" in frame.topics
        or party
        or bool(
            re.search(r"\bparty\b|\bhibachi\b", frame.text, re.I)
            and not {"bye", "compliment", "has_questions"} & set(frame.acts)
            and not frame.topics
        )
    )


def intents_of(
    frame: Frame, dialogue: Dialogue, goal: str | None, changed: tuple[str, ...], matter: str | None
) -> tuple[tuple[str, float], ...]:
    """What the message shows, the surest first; evidence adds up, nothing is certain."""
    scores: dict[str, float] = {}

    def see(name: str, score: float) -> None:
        scores[name] = max(scores.get(name, 0.0), score)

    if matter is not None:
        see(_KINDS.get(matter, "human"), 0.97)
    for topic in frame.topics:
        see(TOPIC_INTENTS.get(topic, "policy"), 0.86)
    if goal in ("change", "cancel") and (changed or goal in frame.acts or frame.answer):
        see(goal, 0.92)
    if goal == "booking" and ({"book", "hold"} & set(frame.acts) or changed or frame.answer):
        see("booking", 0.9 if "price" not in frame.topics else 0.84)
    if goal in ("quote", None) and {"guests", "items", "zip", "city", "date", "time"} & set(changed):
        see("pricing" if {"guests", "items", "zip"} & set(changed) else "availability", 0.8)
    if {"price_objection", "minimum_objection", "thinking"} & set(frame.acts):
        see("objection", 0.83)
    for act, intent, score in (
        ("status", "status", 0.85), ("others_booking", "status", 0.7), ("paid_claim", "status", 0.8), ("thanks", "thanks", 0.7),
        ("greeting", "greeting", 0.6), ("bye", "smalltalk", 0.6), ("compliment", "smalltalk", 0.56), ("off_topic", "off_topic", 0.75),
        ("injection", "off_topic", 0.8),
    ):  # fmt: skip
        if act in frame.acts:
            see(intent, score)
    if not scores:
        see("unclear", 0.3)
    return tuple(sorted(scores.items(), key=lambda item: -item[1]))
