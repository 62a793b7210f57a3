"""What begs rather than asks: "can you make it happen fam?", "think you can squeeze us in?", "do you have that free?". Pure.

The day, the guests or the place told beside it is what is to be answered; a plea by itself asks for the party that is
talked of, or for one. It is never said to be unknown.
"""

from hibachi.concierge.understanding import whens
from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

_YOU = (
    r"(?:you|u|ya|yall|y'all|you guys|u guys|you all|(?:any|some)(?:one|body)|your (?:team|guys|people|chefs?)|a chef)"
)
_US = r"(?:us|me|me and \w+|my (?:family|friends|crew|group|wife|husband)|our (?:family|group|crew|party))"
_IT = r"(?:it|this|that|us|me|something|everything|our (?:party|day|night)|the party)"
_CALLED = (
    r"(?:[ ,]+(?:fam|family|bro|bruh|dude|man|guys|yall|y'all|boss|chief|please|pls|plz|thanks|thx|lol"
    r"|haha|then|anyway|still|though|tho|or what|or nah|for (?:us|me|that|this|it)"
    r"|that (?:day|evening|night|time|date)|then and there|on (?:that|this) (?:day|date)"
    r"|at (?:that|this) time|in|somehow))*"
)
_CAN = (
    r"(?:(?:do you |u |you |do ya )?(?:think|reckon) "
    r"|(?:there'?s |is there )?any (?:chance|way|shot) (?:that )?)?(?:(?:can|could|would|will|may"
    rf"|might) {_YOU}|{_YOU} (?:can|could|able to)|(?:can|could) (?:we|i|this|that|it)"
    rf"|(?:are|r) {_YOU} able to)(?: (?:please|pls|still|maybe|possibly|even|somehow|just|all|guys))*"
)
_DO = (
    rf"(?:make {_IT} (?:happen|work)|(?:be )?ma(?:k|d)e? (?:to )?(?:happen|work)|happen"
    rf"|squeeze {_US}(?: in)?|squeeze {_IT} in|fit {_US}(?: in)?|get {_US} in|slot {_US} in|slide {_US} in"
    rf"|pencil {_US} in|hook {_US} up|help {_US}(?: out)?|swing (?:it|that|this|by)"
    r"|pull (?:it|this|that) off|take (?:us|me|it|that|this)(?: on)?|handle (?:that|it|this|us)"
    rf"|accommodate(?: {_US}| {_IT})?|manage (?:that|it|this)|set (?:us|me|it|this) up"
    rf"|sort (?:us|it|this) out|take care of {_IT}|have {_US}|host us"
    r"|get this (?:going|done|started|rolling)|work (?:it|that|this) out|do us"
    r"|keep (?:it|this|that) (?:an? |as an? |our )?(?:secret|surprise|quiet"
    r"|between us)(?: from (?:him|her|them|my \w+))?)"
)
_PLEA = re.compile(
    rf"(?:{_CAN} {_DO}|(?:do |have |has )?{_YOU}(?:'ve| have)? got (?:us|me)(?: covered)?"
    rf"|(?:are |r )?{_YOU} (?:in|down|game|up for (?:it|that|this))|(?:are )?(?:we|you) (?:good|cool)"
    r"|deal|sound(?:s)? like a plan|what do (?:you|u|ya|yall) say|how about it"
    rf"|(?:you|u|ya) (?:feel|with|hear) me){_CALLED}"
)
_FREE = re.compile(
    rf"(?:(?:do |would |does )?(?:{_YOU}|that|it|this)(?:'d| would)? (?:happen to )?(?:still )?(?:have"
    r"|got|be) (?:that|it|this|us|me|a chef|anyone|someone"
    r"|one)?(?: (?:day|date|time|slot|spot|one|evening|night))?(?: still)? ?(?:free|open|available"
    r"|down|left)(?: (?:then|still|for (?:us|me|that)))?"
    r"|(?:is|are) (?:that|it|this|you|they)(?: (?:day|date|time|slot|spot|one|evening"
    rf"|night))?(?: still)? (?:free|open|available|doable|possible)){_CALLED}"
)
_ELSEWHERE = re.compile(
    r"(?:can|could|may|is it (?:ok(?:ay)?|possible|fine)(?: if| to)?|what if"
    r"|would it be ok(?:ay)? (?:if|to)) ?(?:we|i|you|u)? ?(?:please |just |maybe )*(?:do|have|hold"
    r"|host|move|make|switch|change|put"
    r"|throw)(?: (?:it|this|that|the (?:party|dinner|location|address|place|venue)"
    r"|everything))?(?: (?:at|to|in|over at|over to|be))* (?:my|our|his|her|their|the"
    r"|a) [\w' ]{3,30}?(?: place| house| home| yard| backyard)?(?: instead| rather)?"
)
_MY_CONTACT = re.compile(
    r"^(?:can|could|may|should|is it ok(?:ay)? if) (?:i|we) (?:just |please )?(?:give|use|send|put"
    r"|leave|change|update|switch)\b[^?]*\b(?:e-?mail|phone|number|cell|contact)\b(?!.*\byour\b)"
)
""" "Can I give you the email instead? mia@example.com": it is given."""
_LEAD = re.compile(
    r"^(?:(?:so|and|but|hey|hi|hello|yo|oh|ok|okay|please|well|um+|uh|wait|hold on|actually|sorry|also"
    r"|just|quick question|wondering(?: if)?|i was wondering if|hm+)[ ,.!]+)+"
)


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame without questions that only beg; alone, they ask whether the planned day is free or for a party."""
    heard = tuple(one for one in frame.unknown if not whens.of_an_answer(one))  # "check back with me sunday?"
    frame = frame if heard == frame.unknown else frame.model_copy(update={"unknown": heard})
    left = tuple(one for one in frame.unknown if not _begs(one, frame))
    if left == frame.unknown:
        return frame
    frame = frame.model_copy(update={"unknown": left, "acts": (*frame.acts, "pleads")})
    tells = frame.dates or frame.guests.stated or frame.zip or frame.times or frame.month or frame.items
    if tells or frame.topics or left:
        return frame
    if dialogue.dates:
        return frame.model_copy(update={"topics": ("availability",)})
    return frame.model_copy(update={"acts": (*frame.acts, "book")}) if dialogue.pending is None else frame


def _begs(clause: str, frame: Frame) -> bool:
    bare = _LEAD.sub("", fold(clause).strip()).strip(" ?!.,")
    place = bool(frame.zip or frame.city or frame.address)
    reached = bool(frame.email or frame.phone) and bool(_MY_CONTACT.search(bare))
    return reached or bool(_PLEA.fullmatch(bare) or _FREE.fullmatch(bare) or (place and _ELSEWHERE.fullmatch(bare)))
