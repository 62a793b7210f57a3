"""What a customer can tap instead of typing: only words that the checked text says itself, or a plain yes and no."""

from hibachi.customers.schemas import ChannelName
from hibachi.kit import lazy_re as re

MOST = {"facebook": 13, "instagram": 13, "whatsapp": 3, "web_chat": 8}
LONGEST = 20
"""Titles of quick replies and buttons; developers.facebook.com."""
_CLOCK = re.compile(r"\b\d{1,2}(?::\d\d)? ?[AaPp]\.?[Mm]\b\.?")
_QUESTION = re.compile(r"[^.!?\n]*\?")
_YES_OR_NO = re.compile(
    r"^\W*(?:(?:so|and|great|perfect|ok(?:ay)?)\W+)?(?:shall|should|would|do|does|did|is|are|was|can"
    r"|could|will|may|want|ready|sound)\b",
    re.IGNORECASE,
)
_EITHER = re.compile(r"\bor\b", re.IGNORECASE)


def quick_replies(text: str, channel: ChannelName) -> tuple[str, ...]:
    """The answers that the text's last question allows, where the channel has buttons; none where it is open."""
    most = MOST.get(channel, 0)
    questions = _QUESTION.findall(text)
    if not most or not questions or not text.rstrip().endswith("?"):
        return ()
    question = questions[-1].strip()
    times = tuple(dict.fromkeys(match.group() for match in _CLOCK.finditer(question)))
    if len(times) > 1:
        return times if len(times) <= most else ()
    return ("Yes", "No") if _YES_OR_NO.match(question) and not _EITHER.search(question) else ()
