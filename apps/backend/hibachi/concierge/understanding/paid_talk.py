"""A few words that go on about money of the party that stands: "not yet?", "ok sent", "by zelle", "including the deposit?". Pure."""

from typing import Any

from hibachi.concierge.understanding import existing
from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.concierge.understanding.shown_asked import CHECKED
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import WEEKDAY
from hibachi.language.openers import GLAD, OPENERS

HOW_PAID = "tells_how_paid"
OF_MONEY = frozenset({"rest_due", "balance", "payment", "pay_handle", CHECKED, "deposit", "confirmed_when"})
LEADS = rf"^\W*(?:(?:{OPENERS}|{GLAD}|really|seriously)\W+)*"
_STILL_NOT = re.compile(
    rf"{LEADS}(?:not yet|still not(?: there| in)?|nothing(?: yet)?|still nothing"
    r"|what(?:'?s| does| is)? (?:it|that) says?|is it (?:in|there)(?: yet| now)?|anything yet"
    r"|any (?:news|update)s?(?: on (?:it|that))?)\W*$",
    re.I,
)
_SENT = re.compile(
    rf"{LEADS}(?:(?:i |we )?(?:just |already )*(?:sent|paid|done|did)(?: it| that| the deposit"
    r"| the money)?(?: now| just now| already)?|payment sent|all paid|it'?s sent)\W*$",
    re.I,
)
_WAITS = re.compile(
    rf"{LEADS}(?:(?:i|we)(?:'?ll| will| can) (?:just )?wait|no (?:rush|hurry))(?: then| for it| a bit)*\W*$", re.I
)
_HOW_PAID = re.compile(
    rf"{LEADS}(?:(?:it was |i (?:paid|sent|did) (?:it )?)?(?:by|via|with|through|using|thru) (?:my "
    rf"|a )?(?:zelle|venmo|card|credit card|debit card|cash app|check|paypal|bank)\b.{{0,25}}"
    r"|(?:it (?:was|came|is) |sent )?(?:from|under|off) (?:my )?\w+(?:'s|s)? (?:account|card|name"
    rf"|phone|zelle|venmo)\b.{{0,20}}|on {WEEKDAY}|yesterday|this morning|last night)\W*$",
    re.I,
)
_CONFIRMED = re.compile(
    rf"{LEADS}(?:(?:is it|are we|is everything|is that|am i) )?(?:all )?confirmed(?: now| yet| then"
    r"| already)*\W*\?*\W*$",
    re.I,
)
_SUM = re.compile(
    rf"{LEADS}(?:(?:is (?:that|it) |that'?s |thats )?(?:including|with|before|after|without|minus"
    r"|not counting|counting|incl) (?:the |my |our )?(?:\$?100 )?deposit"
    rf"|(?:it'?s |its |that'?s )?\$?\d{{3,4}} (?:minus|less|-) (?:the )?\$?\d{{2,3}}(?: deposit)?"
    r"|did (?:that|it|you) (?:include|take off|count) (?:the |my )?deposit)\W*$",
    re.I,
)
_LOSES = re.compile(
    r"\b(?:lose|losing|give away|release)\b[^.?!\n]{0,12}\b(?:the|my|our) (?:date|spot|slot|day|booking|reservation)\b",
    re.I,
)


_IF_PAID_THEN = re.compile(
    r"\b(?:what (?:happens )?if|if|can|could|is it ok(?:ay)? if) (?:i|we) (?:just |only )?(?:pay|send"
    r"|do) (?:it |that |the deposit )?(?:tomorrow|tonight|later|next week|on \w+day|late|after"
    r"|in a (?:few|couple)|when i get paid)\b",
    re.I,
)


def told(frame: Frame, dialogue: Dialogue, own: list[dict[str, Any]]) -> Frame:
    """The frame of such words, as what they ask or tell of the party's money."""
    text, just = frame.text, dialogue.answered[-1] if dialogue.answered else ""
    waiting = any(one.get("status") == "deposit_pending" for one in own)
    if dialogue.pending is not None and dialogue.pending.kind != "human":
        return frame
    if just == CHECKED and _STILL_NOT.match(text):
        return _as(frame, "deposit_state")
    if just == CHECKED and _WAITS.match(text):
        return _as(frame).model_copy(update={"answer": "yes", "question": False})
    if just == CHECKED and _HOW_PAID.match(text):
        return _as(frame, HOW_PAID).model_copy(update={"question": False})
    if just in OF_MONEY and _SENT.match(text):
        return _as(frame, "paid_claim").model_copy(update={"question": False})
    if just in OF_MONEY and _SUM.match(text):
        return _as(frame, topics=("balance",))
    if _CONFIRMED.match(text) and "?" in text:
        return _as(frame, "status", "part:state")
    if waiting and existing.asks_if_unpaid(frame) and not frame.guests.stated:
        return _as(frame)
    if waiting and (_IF_PAID_THEN.search(text) or _LOSES.search(text)):
        return _as(frame, topics=("hold_time",))
    return frame


def _as(frame: Frame, *acts: str, topics: tuple[str, ...] = ()) -> Frame:
    nothing: dict[str, Any] = {
        "guests": GuestWords(),
        "dates": (),
        "times": (),
        "unknown": (),
        "answer": None,
        "items": (),
    }
    said = {**nothing, "topics": topics, "acts": ("about_own", "own_booking", *acts), "question": True}
    return frame.model_copy(update=said)
