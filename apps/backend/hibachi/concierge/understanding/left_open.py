"""What is told and left open: guests who may come ("we may lose 2, I'll know next week"), a town where only a guest is from. Pure."""

from hibachi.concierge.understanding.schemas import Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.roster.words import RELATION
from hibachi.language.spans import fold

_MAY = re.compile(r"\b(?:may|might|maybe|perhaps|possibly|could)\b")
_LATER = re.compile(
    r"\b(?:i|we|you|she|he|they)(?:'?ll| will| should|'?d)? (?:only |just |probably )?(?:know|find out"
    r"|tell (?:you|u)|let (?:you|u) know|decide|hear|confirm|see)\b"
    r"|\b(?:not sure|don'?t know|dont know|unsure) (?:yet|until)\b"
)
_WHERE_FROM = re.compile(
    rf"\b(?:{RELATION}|friends?|buddy|buddies|guests?|folks|family|cousins?|neighbou?rs?|boss"
    r"|coworkers?|colleagues?|someone|somebody|people)\b(?: \w+)? (?:from|in|near|who lives in"
    r"|living in|(?:is |are )?(?:coming|flying|driving)(?: in| up| down| over)? from) (?:the )?$"
)


def told(frame: Frame) -> Frame:
    """The frame without guests who only may come or stay away, and without the town of a guest."""
    text = fold(frame.text)
    if frame.guests.add and not frame.guests.stated and _MAY.search(text) and _LATER.search(text):
        frame = frame.model_copy(update={"guests": GuestWords()})
    at = text.find((frame.city or "").lower()) if frame.city and not (frame.zip or frame.address) else -1
    if at > 0 and _WHERE_FROM.search(text[:at]):
        evidence = tuple(one for one in frame.evidence if one.slot != "city")
        frame = frame.model_copy(update={"city": None, "evidence": evidence})
    return frame
