"""A diet that nobody has: "nobody avoids pork, he LOVES pork", "I never said no dairy"; and a food that is wished, not avoided. Pure."""

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.diets import diets
from hibachi.language.spans import fold

ACT = "denies_diet"
_REST = r"(?:(?!\b(?:but|just|only|except|apart|other|and)\b)[^.?!,;\n]){0,40}"
_DENIED = re.compile(
    r"\b(?:nobody|no one|noone|none(?: of (?:us|them|the \w+|our \w+))?|(?:i|we|he|she|they|my \w+|our \w+)(?: (?:never|do(?:n'?t| not)|does(?:n'?t| not)|did(?:n'?t| not)"
    r"|is(?:n'?t| not)|are(?:n'?t| not))))(?: (?:here|actually|really|even|is|are|has|have|ever|that))*"
    rf" (?:avoid\w*|allergic|mind\w*|say|said|tell|told|mention\w*|ask\w*|vegan|vegetarian|gluten|halal|kosher|an? (?:allergy|issue|problem))\b{_REST}"
)
_LOVED = re.compile(
    r"\b(?:he|she|they|we|i|my \w+|our \w+|everyone|everybody|bf|gf|husband|wife)(?:'s| is)?(?: (?:really|actually|just|totally|all))*"
    rf" (?:loves?|adores?|crazy about|big (?:fans?|lovers?) of){_REST}"
)
_EATEN = re.compile(
    r"\b(?:he|she|they|we|i|who|my \w+|our \w+|everyone|everybody)(?: (?:really|actually|still|totally|all|also))*"
    r" (?:(?:does|do|can|will) (?:still |also )?eat|eats|is (?:ok|okay|fine|good) with|are (?:ok|okay|fine|good) with)\b"
    rf"(?! (?:no|not|without|only|just|mostly|a)\b)(?![^.?!,;\n]*(?:\bfree\b|\bonly\b|-free\b)){_REST}"
)
""" "But she does eat fish", "my wife can eat shellfish": what somebody eats is not avoided."""
_WAYS = frozenset({"halal", "kosher", "vegan", "vegetarian", "pescatarian", "keto"})
"""Who loves vegan food is no less a vegan."""
_WISHED = re.compile(
    r"\b(?:do|does|can|could|is|are|any|got|have)\b[^.?!\n]{0,30}\b(?:have|serve|offer|do|cook|carry|get|there|add|order)?\b[^.?!\n]{0,15}\bpork(?: (?:belly|ribs?|chops?|loin|shoulder|buns?|gyoza))?\b"
    r"(?![^.?!\n]{0,15}\b(?:in|free|touch|near|used|allerg))"
    r"|\bpork (?:belly|ribs?|chops?|loin|shoulder|buns?)\b"
)
_AVOIDED = re.compile(r"\b(?:no|without|avoid\w*|allerg\w*|don'?t eat|doesn'?t eat|can'?t|halal|kosher|muslim)\b")


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame with the diets that it says nobody has: noted of none, and taken off where they were noted."""
    known = {name for note in dialogue.dietary for name in diets(note)} | set(dialogue.spoken_diets)
    folded = fold(frame.text)
    denied = _denied(folded)
    gone = tuple(sorted(denied & known))
    if not denied:
        return frame
    kept = tuple(note for note in frame.dietary if not set(diets(note)) & denied)
    if not gone:
        return frame.model_copy(update={"dietary": kept})
    topics = tuple(one for one in frame.topics if one != "dietary")
    left = tuple(one for one in frame.asked_diets if one not in gone)
    return frame.model_copy(update={
        "dietary": kept, "topics": topics, "asked_diets": left, "diets_gone": gone, "acts": (*frame.acts, ACT), "unknown": (),
    })  # fmt: skip


def of_booked(frame: Frame) -> Frame:
    """The frame of whoever has a party, without a note of what is eaten; what stands on a booking is our team's to take off."""
    denied = _denied(fold(frame.text))
    kept = tuple(note for note in frame.dietary if not set(diets(note)) or not set(diets(note)) <= denied)
    return frame if kept == frame.dietary else frame.model_copy(update={"dietary": kept})


def _denied(folded: str) -> set[str]:
    return _named(_DENIED, folded) | ((_named(_LOVED, folded) | _named(_EATEN, folded)) - _WAYS)


def _named(pattern: re.Pattern[str], folded: str) -> set[str]:
    """The diets of the clauses that say it; one that asks ("nobody avoids pork, right?") says nothing."""
    said = [one for one in pattern.finditer(folded) if not _ASKED.match(folded, one.end())]
    return {name for one in said for name in diets(one.group())}


_ASKED = re.compile(r"[^.?!\n]*\?")


def avoided(frame: Frame) -> tuple[str, ...]:
    """The diets that a message speaks of, without a food that is wished: "do you have pork belly?" avoids no pork."""
    folded = fold(frame.text)
    wished = _WISHED.search(folded) is not None and not _AVOIDED.search(folded)
    return tuple(one for one in frame.asked_diets if not (wished and one == "pork"))
