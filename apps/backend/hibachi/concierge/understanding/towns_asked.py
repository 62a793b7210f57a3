"""Whether we come to a town that a message names: "u guys do tahoe??", "so is tahoe a yes or wut", "tahoe. yes or no". Pure."""

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

_COMES_BEFORE = re.compile(
    r"\b(?:do|does|serve|service|cover|come|comes|coming|go|goes|going|travel|drive|work|cook|cater|deliver|make it|get)"
    r"(?: (?:to|in|out|up|down|over|all|the|way|as|far|around|near|also|even|south|north|lake))*\W*$"
)
_ASKS = re.compile(
    r"\?|\b(?:do|does|can|could|would|will|is|are) (?:you|u|ya|yall|y'all|it|that|the)\b|\byes or (?:no|na|nah|wut|what|not)\b"
)
_IS_BEFORE = re.compile(
    r"\b(?:is|so is|what about|how about|and|even|does|would|will)(?: (?:the|lake|south|north))*\W*$"
)
_YES_BEHIND = re.compile(
    r"^\W*(?:is |be |count )?(?:an? )?(?:(?:yes|no|go)\b|yes or|ok(?:ay)?\b|possible|too far|doable|in (?:your|ur|the) (?:area|range)|covered|far\b|works?\b|included|\?)"
)

_WHY_THE_TEAM = re.compile(
    r"\b(?:what do (?:you|u) mean|wdym|meaning|what does that mean|why|how come|so|decides? what)\b[^.!\n]{0,30}\b(?:team|humans?|person|people|they)\b"
    r"[^.!\n]{0,15}\b(?:decid\w*|approv\w*|look\w*|review\w*|say\w*|check\w*)\b"
)
""" "What do you mean the team decides?": how far is far."""


def told(frame: Frame, dialogue: Dialogue, *, own: bool) -> Frame:
    """The frame with that question in its topics; a ZIP tells more than the name, and is priced."""
    if not own and dialogue.city is not None and not frame.topics and _WHY_THE_TEAM.search(fold(frame.text)):
        return frame.model_copy(update={"topics": ("max_distance",), "unknown": (), "question": True})
    if own or frame.city is None or frame.zip or frame.name or {"area", "travel", "setting"} & set(frame.topics):
        return frame
    place = next((one for one in frame.evidence if one.slot == "city"), None)
    if place is None or not _is_asked(fold(frame.text), place.start, place.end):
        return frame
    unknown = tuple(one for one in frame.unknown if place.text.lower() not in one.lower())
    return frame.model_copy(update={"topics": ("area", *frame.topics), "unknown": unknown, "question": True})


def _is_asked(folded: str, start: int, end: int) -> bool:
    before, after = folded[:start], folded[end:]
    comes = _COMES_BEFORE.search(before) and _ASKS.search(folded)
    return bool(
        comes
        or (_IS_BEFORE.search(before) and _YES_BEHIND.match(after))
        or re.match(r"\W*yes or (?:no|na|nah|wut|what|not)\b", after)
    )
