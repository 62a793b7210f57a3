"""What is asked beside a party that stands and is no change of it: tables for so many, whether the chef is there by then, a receipt. Pure."""

from typing import Any

from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.concierge.understanding.which_party import day_of
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER

PAPERS = "asks_papers"
_THERE_BY = re.compile(
    r"\b(?:will|does|do|is|are|should|would)\b (?:the )?(?:chefs?|he|she|they|you|u|guys?|someone|team|crew)\b[^.?!\n]{0,15}\b(?:be (?:there|here)|come|coming|arrive|get (?:there|here)|show(?:ing)? up|here)\b[^.?!\n]{0,15}\b(?:by|before|at|around|about|like)\b (?:about |around |like )?\d"
)
_BE_HOME = re.compile(
    r"\b(?:need|have|has|got|should) (?:to )?(?:be|stay) (?:home|there|here|present|around|at the house)\b"
)
_SO_MANY_TABLES = re.compile(
    rf"\b(?:{NUMBER}|a couple of|enough)\b(?: \w+)?? tables?\b[^.?!\n]{{0,30}}\b(?:enough|ok(?:ay)?|fine|work|good|too (?:few|many|much)|do)\b|\b(?:is|are|would|will)\b[^.?!\n]{{0,10}}\b{NUMBER}\b(?: \w+)?? tables?\b[^.?!\n]{{0,12}}\b(?:enough|ok(?:ay)?|fine|work|good|do)?\W*$"
)
_OF_TABLES = re.compile(r"\btables?\b")
_SO_MANY = re.compile(
    rf"\b(?:so|then|need|is it|do we need|get|be)\b[^.?!\n]{{0,12}}\b(?:{NUMBER})\b(?: \w+)? or (?:{NUMBER})\b|^\W*(?:so )?(?:{NUMBER}) or (?:{NUMBER})\W*$"
)
_PAPER = re.compile(
    r"\b(?:send|see|get|have|need|want|email|e-?mail|text|where(?:'?s| is)|is there|forward|resend|download|print)\b[^.?!\n]{0,25}\b(?:invoices?|receipts?|contracts?|paperwork|confirmation (?:e-?mail|letter|text|number)|(?:written|e-?mail|a) confirmation|itemi[sz]ed bill)\b"
)
_WHOM_TO_PAY = re.compile(
    r"\b(?:pay|give|hand)\b[^.?!\n]{0,20}\b(?:him|her|them|the chef|you|u|you guys|online)\b[^.?!\n]{0,10}\bor\b[^.?!\n]{0,15}\b(?:him|her|them|the chef|you|u|you guys|online)\b"
)


def told(frame: Frame, dialogue: Dialogue, own: list[dict[str, Any]]) -> Frame:
    """The frame of somebody who has a party, where such words ask of it and change nothing."""
    text = frame.text.lower()
    if not own or dialogue.goal in ("quote", "booking") or {"others_booking", "cancel"} & set(frame.acts):
        return frame
    if _of_tables(text, frame, dialogue):
        people = frame.guests.people or frame.guests.adults or (_guests(own[0]) if len(own) == 1 else None)
        return _asks(frame, ("tables",), text=f"{frame.text} ({people} people)" if people else None)
    if _BE_HOME.search(text):
        return frame.model_copy(update={"topics": tuple(one for one in frame.topics if one != "setup_time"), "unknown": (frame.text,), "acts": tuple(one for one in frame.acts if one != "about_own")})  # fmt: skip
    if _THERE_BY.search(text) and not frame.dates:
        return _asks(frame, ("setup_time",), "arrives_by")
    if _of_the_bill(text, frame, dialogue):
        return _asks(frame, ("balance",))
    if _on_own_day(frame, own):
        return frame.model_copy(update={"dates": (), "acts": (*frame.acts, "about_own", "own_booking")})
    if _WHOM_TO_PAY.search(text):
        return _asks(frame, ("payment",))
    if _PAPER.search(text) and "paid_claim" not in frame.acts:
        return _asks(frame, (), PAPERS)
    return frame


_BILL = re.compile(
    r"^\W*(?:(?:so|and|ok(?:ay)?|wait|sorry|but|hm+|um|hold on|again|remind me)\W+)*(?:how much(?: (?:is|was|will|does))?(?: (?:it|that|this|everything|the party))?(?: (?:be|cost|come to))?(?: (?:again|total|in total|all together|altogether|now))*"
    r"|(?:the|my|our) (?:grand |final |whole )?total (?:is|was|comes to|=) ?(?:still )?\$?\d{3,4}(?:\.\d\d)?(?:,? (?:right|correct|yes|still))?|(?:it'?s|its|that'?s|thats|is it|we pay|i pay) (?:still )?\$?\d{3,4}(?:\.\d\d)?(?: (?:total|all together|altogether|in total|for everything))?,? (?:right|correct|total|all together|yes))\W*$"
)
""" "Wait how much", "so the total is 660 right": of the party that stands, where none is planned."""


def _of_the_bill(text: str, frame: Frame, dialogue: Dialogue) -> bool:
    told = frame.guests.stated or frame.zip or frame.dates or frame.items or frame.mentioned
    waits = dialogue.goal is not None or dialogue.pending is not None
    return not (told or waits or dialogue.quoted) and dialogue.just_dish is None and bool(_BILL.match(text))


_WEEKDAY = re.compile(
    r"(?:on |this |by |before )*(?:the )?(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?", re.I
)
_OF_A_NEW = frozenset({"book", "hold", "wants_chef", "change", "cancel"})
_OPEN_DAYS = frozenset({"availability", "price", "booking_window", "every_day", "hours"})


def _on_own_day(frame: Frame, own: list[dict[str, Any]]) -> bool:
    """ "What do i need to do before saturday", of whose party is on one: the day of theirs, wherever the next one is."""
    said = bool(frame.date_said and _WEEKDAY.fullmatch(frame.date_said.strip()))
    other = frame.guests.stated or frame.zip or frame.city or frame.times or _OF_A_NEW & set(frame.acts)
    other = other or _OPEN_DAYS & set(frame.topics) or not (frame.topics or frame.unknown)
    return said and not other and any(day_of(one).weekday() == frame.dates[0].weekday() for one in own if frame.dates)


def _guests(party: dict[str, Any]) -> int:
    return sum(int(party.get(slot) or 0) for slot in ("adults", "children", "toddlers"))


def _of_tables(text: str, frame: Frame, dialogue: Dialogue) -> bool:
    """Whether so many people are only those for whom tables are counted: "how many tables for 14", "we're 14, so two or three?"."""
    if "tables" in frame.topics and frame.question:
        return True
    if _OF_TABLES.search(text) and _SO_MANY_TABLES.search(text):
        return True
    return dialogue.answered[-1:] == ("tables",) and bool(_SO_MANY.search(text))


def _asks(frame: Frame, topics: tuple[str, ...], *acts: str, text: str | None = None) -> Frame:
    kept = tuple(one for one in frame.acts if one in ("greeting", "thanks"))
    nothing: dict[str, Any] = {"guests": GuestWords(), "times": (), "unknown": (), "answer": None, "items": ()}
    said = {**nothing, "topics": topics, "acts": (*kept, "about_own", "own_booking", *acts), "question": True}
    return frame.model_copy(update={**said, **({"text": text} if text else {})})
