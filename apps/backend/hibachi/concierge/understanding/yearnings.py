"""Plain or playful calls for a chef ("could a chef stop by my house", "can u make it happen") and questions that want no answer. Pure.

A call is a wish for the party of which the talk is; "can I marry your chef lol" is a joke, "isn't hibachi the best" praise.
Nothing of them is looked up, and nobody is told that we know nothing of it.
"""

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

_COOK = (
    r"(?:(?:a|the|one of (?:your|the|those)|your|ur|some|any|my own|our own|an?) (?:\w+ ){0,2}(?:chefs?"
    r"|cooks?)|you|u|ya|yall|y'all|you guys|some(?:one|body)|any(?:one|body))"
)
_COMES = (
    r"(?:come|stop|swing|drop|pop|roll|pull|show|drive|fly|teleport|appear|land|head|pass|run|hop"
    r"|materiali[sz]e|be sent|get sent|beam)"
)
_OURS = (
    r"(?:my|our|the|this) (?:\w+ )?(?:house|home|place|crib|pad|back ?yard|yard|door(?:step)?|front door"
    r"|kitchen|apartment|way|condo|patio|porch|driveway|neighbou?rhood)"
)
_TO_US = (
    r"(?:(?:on )?(?:by|over|out|up|in|through|down"
    rf"|around)? ?(?:(?:to|by|at|in|into|on|for|near) )?(?:{_OURS}|us|me|here)|by|over|through"
    r"|(?:(?:over|out|by) )?(?:and |to )?(?:cook|grill|feed"
    rf"|make (?:us|me) \w+)(?: \w+){{0,2}}? (?:for )?(?:us|me))"
)
_MAY = (
    r"(?:can|could|would|will|any chance(?: that)?|(?:is there )?any way(?: that)?"
    r"|pl(?:ea)?se (?:tell me|say)(?: that)?|wish(?:ing)?|if only|when (?:can|could|will)|hope"
    r"|would love (?:it if|to have|for))"
)
_HERE = (
    r"(?=\W*(?:$|[.!?,;\n]|\b(?:please|pls|plz|pretty|lol|lmao|haha\w*|right now|rn|asap|already|today"
    r"|fam(?:ily)?|bro|or something|or what|one day|sometime|someday|maybe|for us|for me"
    r"|and (?:cook|feed|grill|make)|too|again|u think|you think)\b))"
)
_CALLS = (
    (
        rf"\b{_MAY}\b[^.?!\n]{{0,14}}?\b{_COOK}(?: (?:just|please|maybe|also|possibly|actually|would|could"
        rf"|can|magically|all))* {_COMES} {_TO_US}{_HERE}"
    ),
    (
        rf"\b{_MAY}\b[^.?!\n]{{0,14}}?\b{_COOK}(?: (?:just|please|maybe|also|possibly|actually|would|could"
        r"|can|come(?: over| out| by)?|and|to))* (?:cook|grill|feed"
        rf"|make (?:us|me) \w+)(?: \w+){{0,2}}? ?(?:for )?(?:us|me)\b(?: at {_OURS})?{_HERE}"
    ),
    (
        r"\b(?:want|need|love|wish(?:ed|ing)?(?: (?:i|we) had| for)?|craving"
        r"|like)(?: (?:to have|to get|it if))? (?:a|an|my own|our own|one of your"
        rf"|some)? ?(?:\w+ ){{0,2}}(?:chefs?|hibachi|teppanyaki)(?: \w+)? (?:at|in|on|over at"
        rf"|come to) (?:{_OURS}|my life|our life)\b"
    ),
    (
        r"\b(?:can|could|will|would) (?:you|u|ya|yall|we|i|this|it|that)(?: guys)?(?: please| pls"
        r"| possibly| somehow)* (?:make (?:it|this|that|hibachi|magic"
        r"|(?:my|our|this|her|his) (?:\w+ )?(?:dreams?|wish(?:es)?|party|birthday|night)) (?:happen|work"
        rf"|come true|a reality|go down)|(?:happen|come true)){_HERE}"
    ),
    (
        r"\b(?:can|could) (?:you|u|ya|yall)(?: guys)?(?: please)? (?:hook (?:us|me|a \w+|\w+) up"
        r"|come through|save (?:us|me|the day|my \w+)|help (?:a \w+|a brother|us|me) out"
        rf"|do (?:your|the) (?:thing|magic)){_HERE}"
    ),
    (
        rf"\b(?:you|u|ya|yall|we) (?:can|could|will) make (?:it|this|that) happen{_HERE}"
        r"|\b(?:want|need) (?:this|it|that|hibachi|you guys) (?:so bad"
        r"|in (?:my|our) (?:life|lives|belly|backyard))\b"
        r"|^\W*(?:(?:please|pls|plz|omg|come on|ok)\W+)*hook (?:us|me) up\b"
    ),
    (
        r"\bwhen (?:can|do|will) (?:i|we) (?:get|have|eat|put) (?:this|it|that|some|hibachi"
        r"|you guys)? ?(?:in (?:my|our) (?:belly|bellies|stomach|mouth|life|backyard))\b"
    ),
)
_YEARNS = re.compile("|".join(_CALLS))
_JOKES = re.compile(
    r"\b(?:can|could|may|should|do) (?:i|we|you|u|y'?all)(?: just"
    r"| please)? (?:(?:marry|hug|kiss|adopt|keep|steal|clone|kidnap|propose to) (?:you|u|y'?all|him"
    r"|her|them|(?:the|your|ur|a|that|one of (?:the|your|those)) (?:\w+ )?(?:chefs?|cooks?|guys?))\b"
    r"|move in\b)|\bwhere have (?:you|u|y'?all)(?: guys)? been all (?:my|our) li(?:fe|ves)\b"
    r"|\bis it (?:bad|wrong|weird|normal|crazy|sad|too (?:much|early|late)|illegal|ok(?:ay)?) (?:that"
    r"|if|how much)(?: i| we)? (?:i |we )?(?:already |could |would |just |really |only )*(?:want|dream"
    r"|think|eat|love|crave|need|drool|cry|am\b|m\b)\w*"
)
_PRAISES = re.compile(
    r"\bwho (?:doesn'?t|doesnt|wouldn'?t|wouldnt|does not|could(?:n'?t)? not?)\b[^.?!\n]{0,8}\b(?:love"
    r"|like|want|enjoy|adore)\b|\b(?:isn'?t|isnt|aren'?t|arent) (?:\w+ ){1,3}(?:just |simply "
    r"|literally )?(?:the best|awesome|amazing|great|so (?:good|fun|cool))\b"
    r"|\b(?:are|r) (?:you|u|y'?all)(?: guys)?(?: really| even"
    r"| actually)? (?:as (?:good|great|fun|amazing) as|for real\b)"
)
_HABIT = re.compile(
    r"\b(?:do|does|did) (?:you|u|ya|yall|the|your)\b|\bor (?:do|should|can|would) (?:we|i)\b"
    r"|\b(?:how|where|what|who|why)\b"
)
""" "Do you come to us or do we come to you?": asked."""
_OF_PLACE = frozenset({"area", "comes_to_you", "about"})


def told(frame: Frame, dialogue: Dialogue, *, own: bool) -> Frame:
    """The frame with a call for a chef as its own act, without the question that its words seemed to be. own: a party stands."""
    if dialogue.pending is not None or own or dialogue.booked is not None or _deals(frame):
        return frame
    folded = fold(frame.text)
    yearns = _YEARNS.search(folded)
    if yearns and not _HABIT.search(folded[: yearns.end()].replace(yearns.group(), "")):
        return _called(frame, yearns.group())
    kind = "jests" if _JOKES.search(folded) else "praises" if _PRAISES.search(folded) else None
    if kind is None or frame.guests.stated or frame.zip or frame.dates or frame.items:
        return frame
    return frame.model_copy(update={"acts": (*_polite(frame), kind), "topics": (), "apart": (), "unknown": (), "answer": None})  # fmt: skip


def _called(frame: Frame, call: str) -> Frame:
    unknown = tuple(one for one in frame.unknown if call.split()[-1] not in fold(one).split() and call not in fold(one))
    topics = tuple(topic for topic in frame.topics if topic not in _OF_PLACE)
    acts = (*(act for act in frame.acts if act not in ("jests", "praises")), "yearns")
    answer = None if frame.answer == "yes" else frame.answer
    return frame.model_copy(update={"acts": acts, "topics": topics, "unknown": unknown, "answer": answer})


def _polite(frame: Frame) -> tuple[str, ...]:
    return tuple(act for act in frame.acts if act in ("greeting", "thanks", "bye", "how_are_you"))


def _deals(frame: Frame) -> bool:
    """Whether a message deals with a party that stands, or names a town to which somebody should come."""
    deeds = {"cancel", "change", "own_booking", "about_own", "injection", "others_booking", "paid_claim"}
    return bool(deeds & set(frame.acts) or frame.city or frame.state or frame.foreign or frame.budget is not None)
