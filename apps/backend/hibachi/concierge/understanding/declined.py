"""Is a no to a summary the end of the plan ("forget it, maybe in fall"), not of a part of it: then nothing more is asked. Pure."""

from hibachi.concierge.understanding.schemas import Frame
from hibachi.kit import lazy_re as re

_ENDS = re.compile(
    r"\b(?:forget (?:it|about it|the whole thing)|never ?mind|nvm"
    r"|(?:do not|don'?t|dont) (?:book|reserve|want) (?:it|this|that|anything|any)"
    r"|(?:went|go|going) with (?:someone|somebody|another|other)"
    r"|(?:maybe|perhaps) (?:in|next|some|another)|(?:an|some )other time"
    r"|not (?:this (?:year|time)|anymore|interested)|changed (?:my|our) minds?)\b",
    re.I,
)


def ends(frame: Frame) -> bool:
    """Whether the whole plan is let go of, with no question and no other wish beside it."""
    otherwise = frame.question or frame.dates or frame.times or frame.guests.stated or frame.items
    return bool({"gives_up", "bye"} & set(frame.acts) or _ENDS.search(frame.text)) and not otherwise
