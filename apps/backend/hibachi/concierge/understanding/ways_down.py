"""After a price was told: how the party could cost less is asked for, by what the host may change; no discount is asked for. Pure.

"What could we do to make it cheaper", "any way to get it lower", "how can we save some money here".
"""

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

_LESS = (
    r"(?:cheap\w*|lower\w*|less\b(?! than)|down\b|sav(?:e|ing)\w*|cut\w*|reduc\w+|affordable|afford"
    r"|trim\w*|shav\w+|economi\w+|budget|within|under \$?\d)"
)
_IT = r"(?:it|this|that|things|the (?:\w+ )?(?:price|cost|total|bill|number|quote|thing))"
_ASKS = re.compile(
    rf"\bwhat (?:can|could|should|would|might|do) (?:we|i|you suggest we)\b[^.?!\n]{{0,40}}\b{_LESS}"
    r"|\bwhat (?:can|could|should|would|might) (?:we|i) (?:cut|drop|skip|leave out|take off|do without"
    r"|change|remove|scale back)\b(?! (?:the|to) (?:date|day|time))"
    rf"|\bhow (?:can|could|do|might|would|should) (?:we|i|one)\b[^.?!\n]{{0,30}}\b{_LESS}"
    r"|\b(?:any|some|another|other|is there an?|are there|a) (?:\w+ )?(?:ways?|options?|possibilit\w+"
    rf"|ideas?|tips?|suggestions?|tricks?)\b[^.?!\n]{{0,30}}\b{_LESS}"
    rf"|\bwhat (?:would|could|can|will|might|makes?|brings?)\b[^.?!\n]{{0,15}}\b(?:make|bring|get|take"
    rf"|keep|cut|lower|knock)?\b ?{_IT} (?:\w+ )?(?:cheaper|lower|less expensive|down"
    r"|more affordable)\b"
    r"|\b(?:cheaper|less expensive|more affordable|lower[- ]cost|budget) (?:way|option|version|menu"
    r"|alternative|choice|set ?up|route|variant|plan|package)s?\b(?! (?:than|else|near))"
    rf"|\b(?:trim|shave|scale|cut|tone|dial|whittle|bring|get|knock|pare) {_IT} (?:\w+ ){{0,2}}(?:back"
    r"|down|off)\b|\b(?:cut|save|trim) (?:on )?(?:the |our |some "
    r"|a (?:bit|little)(?: of)? )?(?:costs?|money|expenses|cash)\b",
    re.I,
)
_OF_US = re.compile(
    r"\b(?:can|could|will|would) (?:you|u|ya|yall)(?: guys)?(?: \w+)? (?:do|go|make|give|lower|bring"
    r"|get|cut|knock|drop|come)\b(?! me (?:an idea|some))|\bdiscount"
    r"|\b(?:weekday|week ?days?|season|lunch|noon|another day|other day|date|day of the week)\b",
    re.I,
)
""" "Could you lower it": that is a discount; a cheaper day is a question of its own."""


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame with the question how a priced party could cost less, and without what its words seemed to ask."""
    if not dialogue.quoted or dialogue.booked is not None or "about_own" in frame.acts:
        return frame
    told_else = frame.guests.stated or frame.items or frame.zip or frame.dates or frame.budget is not None
    if told_else or not asks(frame.text):
        return frame
    acts = tuple(act for act in frame.acts if act not in ("price_objection", "cheaper_choice", "any_choice", "wants_chef", "dish_price", "item_price"))  # fmt: skip
    topics = tuple(topic for topic in frame.topics if topic not in ("price", "menu", "minimum", "suggest", "included"))
    return frame.model_copy(
        update={"acts": (*acts, "ways_down"), "topics": topics, "apart": (), "unknown": (), "answer": None}
    )


def asks(text: str) -> bool:
    """Whether the words ask what the host could do to pay less."""
    folded = fold(text)
    return bool(_ASKS.search(folded)) and not _OF_US.search(folded)
