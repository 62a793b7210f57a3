"""After a price: who takes time to decide, asks others first or doubts the number tells no day, no start and no guests by it. Pure.

"I'd rather decide next week, I still have to ask two people", "can you give me until Monday", "let me talk to my husband tonight".
"""

from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import WEEKDAY
from hibachi.language.spans import fold

_WHO = (
    r"(?:(?:my|the|our|his|her|a few|some|two|three|four|a couple(?: of)?|all(?: of)?|both"
    r"|\d) )?(?:\w+ )?(?:husband|wife|hubby|spouse|partner|girlfriend|boyfriend|fianc\w+|famil(?:y|ies)"
    r"|parents?|mom|dad|in-laws|sisters?|brothers?|kids|friends?|people|persons|others?|guys|girls|group"
    r"|neighbou?rs?|roommates?|boss|committee|team|everyone|everybody|them|him|her|cousins?|siblings"
    r"|coworkers?|colleagues?)"
)
_BODY = r"(?:my|our|the|his|her) (?!chefs?\b|team\b|manager\b|owner\b|cook\b|person\b|staff\b)[a-z]{3,}"
_DECIDES = (
    r"(?:decid\w+|think(?: about)?|figure(?: (?:it|this|that|things))? out|make up (?:my|our) minds?"
    r"|let you know|get back|come back|answer|confirm|sort it out|talk|discuss|ask|check|sleep)"
)
_HESITATES = re.compile(
    r"\b(?:talk|speak|chat|check|ask|consult|discuss|poll|survey|convince|run (?:it|this|that) by"
    r"|clear it with|hear (?:back )?from|see what|wait (?:for|on)"
    rf"|sit down with)\b(?: (?:it|this|that|to|with|over|about))* {_WHO}\b"
    rf"|\b(?:i|we)(?:'ll| will|'m going to| am going to|'d| would| have to| need to| must| should| gotta| want to| better)(?: first| just| then)*"
    rf" (?:talk to|speak (?:to|with)|talk with|check with|ask|consult|discuss (?:it |this )?with|bring (?:it|this) to|show (?:it|this) to) {_BODY}\b"
    r"|\b(?:come|get|circle|be|write) back to (?:you|u|ya)\b"
    r"|\b(?:give|gimme|need|take|have|want|like"
    r"|get)\b(?: (?:me|us|some|a|an|another|few|bit|more|little|couple(?: of)?|time|until|till|days?"
    r"|hours?|week|weekend|on|the|this|next|mon\w*|tues\w*|wednes\w*|thurs\w*|fri\w*|satur\w*|sun\w*"
    rf"|tomorrow|tonight|\d))* (?:to|so (?:we|i) can) {_DECIDES}\b"
    r"|\b(?:rather|prefer to|will|'ll|gonna|going to|have to|need to|can only|want to|let me|lemme"
    rf"|to)(?: \w+)? {_DECIDES}\b(?: (?:you|it|this|that|to you|on it|then|later))* (?:by|on|next|this"
    r"|tomorrow|tonight|in|over|after|until|once|when|before|later|first)\b"
    r"|\b(?:give|gimme) (?:me|us) (?:until|till)\b",
    re.I,
)
_WHEN = re.compile(
    r"(?:(?:by|on|until|till|this|next|the|over the|in|later|a|one|two|a few|couple of) )*(?:today|tonight|tomorrow"
    rf"|week|weekend|evening|month|{WEEKDAY}"
    r"|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|days?))s?(?: or (?:so|two))?",
    re.I,
)
""" "Next week", "monday": said of the errand; a day of a month is one of the party."""
_ASKED = re.compile(
    r"\b(?:ask|talk to|check with|hear from|wait for|speak (?:to|with)|convince"
    rf"|tell)\b[^.?!\n]{{0,12}}\b{_WHO}\b",
    re.I,
)
_OF_DAYS = re.compile(r"\b(?:available|open|free|slots?|openings?|book|reserve|hold)\b", re.I)
_COUNT_OPEN = re.compile(
    r"\b(?:not|n't|un)\s?(?:yet |totally |100% |really |quite |completely )?(?:sure|certain|clear"
    r"|know)\b[^.?!\n]{0,20}\b(?:we'?ll|we will|(?:we|it|there)(?:'s| is| will)? ?(?:gonna|going to)?"
    r"|how many|who(?:'s| is| all)?|if all|everyone|everybody|all of them)\b[^.?!\n]{0,20}\b(?:be|come"
    r"|coming|makes?|show|\d+)\b"
    r"|\b(?:maybe|might be|could be|probably|possibly) (?:a (?:few|couple) )?(?:fewer|less"
    r"|more)\b(?! (?:food|meat|time|info|expensive|than i|than we|money))"
    r"|\b(?:number|count|head ?count)\b[^.?!\n]{0,15}\b(?:might|may|could"
    r"|will probably) (?:still )?change\b",
    re.I,
)


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame as hesitation; what it says of when and whom it asks is no party."""
    if not dialogue.quoted or dialogue.booked is not None or "about_own" in frame.acts:
        return frame
    folded = fold(frame.text)
    if _COUNT_OPEN.search(folded) and "guest_count_final" not in frame.topics:
        frame = _count_open(frame)
    if not _HESITATES.search(folded) or _OF_DAYS.search(folded) or frame.zip or frame.items:
        return frame
    none = no_day(frame)
    if _ASKED.search(folded) and not (frame.guests.adults or frame.guests.children or frame.guests.add):
        none |= {"guests": GuestWords(), "sizes": ()}
    acts = tuple(act for act in frame.acts if act not in ("thinking", "unsure", "laughs"))
    return frame.model_copy(update={**none, "acts": (*acts, "thinking"), "answer": "later"})


def no_day(frame: Frame) -> dict[str, object]:
    """What empties the day of a frame that says only when somebody decides."""
    if not _WHEN.fullmatch((frame.date_said or "tonight").strip(" .,!")):
        return {}
    return {"dates": (), "other_dates": (), "date_said": None, "date_problem": None, "month": None, "month_last": None, "times": (), "time_part": None}  # fmt: skip


def _count_open(frame: Frame) -> Frame:
    """ "Not sure we'll be 12, maybe fewer": until when the number may change is told."""
    acts = tuple(act for act in frame.acts if act != "unsure")
    return frame.model_copy(
        update={"topics": (*frame.topics, "guest_count_final"), "acts": acts, "guests": GuestWords(), "unknown": ()}
    )
