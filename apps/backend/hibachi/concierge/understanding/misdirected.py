"""A message that was meant for somebody else: "babe can u grab milk on the way home". Nothing in it is about a party. Pure."""

from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.openers import LED

ACT = "misdirected"
_DEAR = (
    r"(?:babe|baby|bae|honey|hun|hon|mom|mommy|mum|mama|dad|daddy|bro|sis|sweetie|sweetheart|my love|love"
    r"|grandma|papi|mami|dude)"
)
_ERRAND = re.compile(
    rf"^{LED}{_DEAR}\b,? (?:can|could|will|would) (?:you|u) (?:please |pls |plz )?(?:grab|get|buy|pick"
    r"|call|feed|drop|check|take|turn|start) (?!(?:\d|\w+teen|twelve|ten|eleven|twenty))"
    rf"|\b(?:grab|pick up|get|buy|bring)\b[^.?!\n]{{0,25}}\b(?:on (?:the|your|ur) way (?:home|back"
    r"|over)|from (?:the store|costco|target|walmart|trader joe'?s|cvs|safeway)"
    r"|when (?:you|u) come home)\b|\b(?:practice|school|class|soccer|rehearsal|recital|my shift|band"
    rf"|daycare)\b[^.?!\n]{{0,12}}\b(?:ends|ended|is over|gets out|starts|lets out|is done|ran late"
    r"|runs late)\b|\b(?:pick|come get|come pick) (?:me|him|her|the (?:kids|boys|girls)) up\b"
    r"|\b(?:get|grab) me at the\b|\bcome get me\b"
    r"|\b(?:did|have) (?:you|u) (?:feed|fed|walk|walked|take out|taken out) the (?:dog|cat|trash)\b"
    r"|\b(?:leaving|left) work (?:now|in)\b|\bhome (?:by|in|around) \d+\b|\btake out the trash\b"
    r"|\bwhere(?:'?s| is|s) my (?:uber|lyft|driver|package|order|pizza|doordash|delivery)\b"
    r"|\bu(?:r|p)? (?:still )?awake\b",
    re.I,
)
_OURS = re.compile(
    r"\b(?:hibachi|part(?:y|ies)|chefs?|menu|book\w*|quote|price\w*|cost\w*|guests?|adults?|grill\w*"
    r"|deposit|cater\w*|event|availab\w*|birthday|bday|shower|wedding|graduation|allerg\w*|vegan"
    r"|vegetarian|proteins?|steak|shrimp|how much|reserv\w*|celebrat\w*|people|zip|you guys|yall"
    r"|y'all)\b",
    re.I,
)
_WISHED = re.compile(
    r"\b(?:we|we'?re|we'?d|we'?ll|our|(?:can|could|do|would|will|are) (?:you|u|ya)(?: guys)? (?:come"
    r"|do|have|start|open|cook|offer|make it|available|free|serve|cater|travel)"
    r"|do (?:you|u) (?:have|come|do)|slots?|available|openings?|works?|would work|that week|that day"
    r"|start)\b",
    re.I,
)
""" "Can you come at 8, we're only home by 7": somebody who wants something of us."""


_BROADCAST = re.compile(
    r"\b(?:forward|send|pass|text|e-?mail|blast|broadcast|post|share|announce) (?:this|the following"
    r"|it|that)(?: on| out| along)? to (?:all|every|each)(?: of)? (?:your|ur"
    r"|the) (?:\w+ )?(?:customers?|clients?|contacts?|followers?)\b",
    re.I,
)
""" "Forward this to all your customers: ...": words that we are to say to others, and nothing that is asked."""
_NOTHING: dict[str, object] = {
    "topics": (), "apart": (), "unknown": (), "dates": (), "other_dates": (), "date_said": None, "times": (), "month": None,
    "time_part": None, "guests": GuestWords(), "items": (), "mentioned": (), "asked_diets": (), "dietary": (), "city": None,
    "venue": None, "event_type": None, "answer": None, "evidence": (),
}  # fmt: skip


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame as such a message; its days, hours and food are somebody else's."""
    if _BROADCAST.search(frame.text):
        return frame.model_copy(update={**_NOTHING, "claimed": (), "acts": ("off_topic",)})
    says_ours = (
        frame.zip or frame.guests.stated or frame.name or frame.email or frame.phone or "wrong_number" in frame.acts
    )
    if says_ours or dialogue.expecting or dialogue.pending or dialogue.booked or not _ERRAND.search(frame.text):
        return frame
    if _OURS.search(frame.text) or _WISHED.search(frame.text) or "about_own" in frame.acts or frame.trouble:
        return frame
    return frame.model_copy(update={**_NOTHING, "acts": (ACT,)})
