"""What is told for the chef beside diets and the address: how to get in, what he should leave out of the show. Pure."""

from hibachi.concierge.understanding.schemas import Frame, GuestWords
from hibachi.kit import lazy_re as re

ACT = "for_chef"
LONGEST = 200
_ENTRY = re.compile(
    r"\b(?:(?:gate|door|garage|call ?box|entry|access|building|lobby|community|key ?pad|lock ?box) ?(?:code|pin|number)(?: is|'s|:| to get in is| =)+ ?[#*]?\d[\d#*-]*|(?:gate|door|call ?box|key ?pad|lock ?box)(?: is|'s|:) ?(?:[#*]\d+|\d{4,}[#*]?|\d+[#*])|(?:code|pin) (?:for|to|at|of) the (?:front |side |main )?(?:gate|door|garage|building|lobby|call ?box)\b[^.?!\n]{0,12}\d+[#*]?"
    r"|(?:ring|use|press|buzz|hit) (?:the )?(?:door ?bell|bell|buzzer|call ?box|intercom|unit \w+|apt \w+|side (?:gate|door))|(?:come|go|enter|walk) (?:in |around |up )?(?:through|thru|by|via|around|to|in) the (?:side|back|garage|rear|alley)(?: (?:gate|door|yard|entrance))?"
    r"|(?:(?:he|she|they|you|the chef) (?:can|should|may|has to|needs to)|please|pls)[^.?!\n]{0,12} park (?:in|on|at|by|behind|next to|across)\b[^.?!\n]{0,40}|(?:beware of|mind|watch out for) (?:the|our) dogs?\b)",
    re.I,
)
_SHOW = r"(?:(?:food|shrimp|veggies|vegetables|eggs?|rice|anything|stuff|things) (?:to be )?(?:thrown|tossed|flung|flipped|squirted)|(?:throw|toss|fling|flip|squirt)(?:ing)?\b|(?:food|egg|shrimp|sake) (?:toss\w*|throw\w*|squirt\w*|bombs?)|(?:onion )?volcano(?:es)?|(?:big |huge |high )?(?:flames?|fire ?balls?)|fire (?:show|tricks?|stuff)|(?:knife|fire) tricks|(?:dirty|adult|crude|sexual) (?:jokes|humou?r)|loud (?:noises?|music|jokes|bangs?)|squirt (?:gun|bottle)s?|sake (?:squirt\w*|shots?)|the (?:whole )?show|tricks|jokes|singing)"
_LEAVE_OUT = re.compile(
    rf"\b(?:(?:i|we)(?:'d| would)? (?:really |just |both )?(?:don'?t|do not|rather not|prefer not|not) (?:want|like|need|have|care for|to have)?(?: (?:any|him|her|them|you|the chef|anyone|anybody))*(?: to| any)*|(?:please |pls |kindly )(?:no|don'?t|do not|skip|leave out|without|avoid|keep away)(?: (?:the|any|all|do|with|have|him))*|(?:tell|ask|let) (?:the chef|him|her|them|you guys)(?: (?:to|please|that|not|know))* (?:not to|no|don'?t|skip|leave out|without)(?: (?:the|any|do))*|(?:no|skip the|without the|leave out the|without any))[^.?!,\n]{{0,18}}\b{_SHOW}\b",
    re.I,
)
_ASKS = re.compile(r"\?|^\W*(?:is|are|do|does|can|could|will|would|what|how|why|when|where)\b", re.I)
_SENTENCE = re.compile(r"[^.?!\n]+[.?!\n]*")
_LEAD = re.compile(
    r"^(?:(?:oh|also|and|btw|by the way|ok(?:ay)?|hi|hey|so|one more thing|fyi|just|please note(?: that)?|ps|note)\b[\s,:;.!-]*)+",
    re.I,
)
_TRAIL = re.compile(r"(?:[\s,]+(?:please|pls|thanks?|thank you|thx|btw|ok))+\W*$", re.I)


_ASKED_TO = re.compile(
    r"^\W*(?:(?:and|also|btw|hi|hey|ok)\W+)*(?:can|could|would|will) (?:you|u|he|she|they|the chef)\b[^.?!\n]{0,40}\b(?:not|skip|leave out|without|no|avoid)\b",
    re.I,
)
""" "Can you tell the chef not to throw food": a wish, whatever its form."""


def of(text: str) -> str | None:
    """What is told for the chef, in the customer's own words; None where nothing is."""
    kept, _ = _parted(text)
    told = "; ".join(_TRAIL.sub("", _LEAD.sub("", one)).strip(" .!,?") for one in kept)
    return told[:LONGEST] or None


def _parted(text: str) -> tuple[list[str], str]:
    """The sentences for the chef, and the rest of the text."""
    sentences = [sentence.strip() for sentence in _SENTENCE.findall(text)]
    kept = [one for one in sentences if _tells(one)]
    return kept, " ".join(one for one in sentences if one not in kept)


def _tells(sentence: str) -> bool:
    if _ENTRY.search(sentence):
        return "?" not in sentence
    return bool(_LEAVE_OUT.search(sentence)) and (not _ASKS.search(sentence) or bool(_ASKED_TO.match(sentence)))


_WORD = re.compile(r"\w+")
_COURTESIES = 3
"""Words beside a note that ask and tell nothing: "hi there", "thanks so much"."""


def told(frame: Frame) -> Frame:
    """The frame of a message that tells something for the chef: its numbers are no guests, no day and no start."""
    kept, rest = _parted(frame.text)
    if not kept or "injection" in frame.acts:
        return frame
    if len(_WORD.findall(rest)) > _COURTESIES:
        return frame.model_copy(update={"acts": (*frame.acts, ACT), "venue": None})
    acts = tuple(act for act in frame.acts if act in ("about_own", "own_booking", "thanks", "greeting"))
    nothing: dict[str, object] = {
        "dates": (),
        "date_problem": None,
        "times": (),
        "zip": None,
        "topics": (),
        "unknown": (),
        "items": (),
    }
    said = {**nothing, "guests": GuestWords(), "venue": None, "answer": None, "question": False, "no_extras": False}
    return frame.model_copy(update={**said, "acts": (ACT, *acts)})
