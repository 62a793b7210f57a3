"""What our house keeps to itself: what we pay, earn and spend. Asked for, it is no question about a price or a party. Pure."""

from hibachi.concierge.understanding import specifics
from hibachi.concierge.understanding.clauses import clauses
from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re

ACT = "inner_costs"
_YOU = r"(?:you|u|ya|yall|y'all|you guys|they|(?:your|the|ur) (?:company|boss|owner|business))"
_CREW = r"(?:(?:your|the|ur|each|one|a|those) )?(?:chefs?|cooks?|staff|employees|workers|drivers?|servers?|crew)"
_ASKED = re.compile(
    r"\b(?:profits?|profit margins?|margins?|mark[- ]?ups?|overhead|payroll|break[- ]?even"
    r"|food costs?|gross (?:profits?|margins?|income|revenue|sales|earnings)|net income|turnover"
    r"|revenue)\b(?! (?:of error|call))"
    rf"|\b(?:how much|what|wat|whats|what'?s)\b[^.?!\n]{{0,25}}\b{_YOU}\b[^.?!\n]{{0,14}}\bpay(?:s"
    rf"|ing)?\b[^.?!\n]{{0,8}}\b{_CREW}\b"
    rf"|\bhow much (?:money )?(?:do|does|did|will|would|are|is|can)? ?(?:{_YOU}"
    rf"|{_CREW})\b[^.?!\n]{{0,14}}\b(?:make|makes|making|earn|earns|take home|pocket|clear|get paid"
    r"|gets paid|paid)\b(?! (?:it|us|for us|the))"
    r"|\b(?:chef|cook|staff|employee|owner|server)(?:'?s?)? (?:pay|salar(?:y|ies)|wages?|hourly|cut"
    r"|income|earnings|share)\b(?! (?:for|attention))"
    r"|\b(?:salar(?:y|ies)|wages?) (?:of|for) (?:your|the)\b"
    rf"|\b(?:what|how much)\b[^.?!\n]{{0,20}}\b(?:cost|costs|costing) (?:you|u|yall)\b"
    r"|\b(?:your|ur) (?:own|internal|real|actual|ingredient|labor|labour) costs?\b"
    r"|\b(?:your|ur) (?:expenses|income|earnings|salary)\b",
    re.I,
)
_NO_NOUN = re.compile(
    r"\b(?:will|would|wd|does|do|did|can|could|might|should)\b[^.?!\n]{0,20}\bfood cost\b(?! (?:you|u|yall|y'all)\b)"
    r"|\bfood costs? (?=more|less|the same|extra|anything|a lot|different|us|me|per|for|\$)"
    r"|\b(?:can|could|will|would|may|might|should|do|does|did|let|have|to)(?: (?:the|your|our|a|ur))? (?:chefs?|cooks?|staff|servers?) (?:cut|share)\b"
)
""" "Will the food cost more", "can the chef cut the cake": verbs, no costs and no share of ours."""
_OF_THE_PARTY = frozenset({"price", "included", "gratuity", "explain", "rest_due", "payment", "deposit", "about", "minimum", "why_you", "daytime"})  # fmt: skip


_SHORT = 12
"""Words: more than these are another question."""


def _asks(text: str) -> bool:
    return bool(_ASKED.search(_NO_NOUN.sub(" ", text)))


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame with that act; a size named as an example is no party, and no price was asked in the same clause."""
    folded = frame.text.lower()
    if dialogue.answered[-1:] == (ACT,) and frame.unknown and len(folded.split()) <= _SHORT:
        return frame.model_copy(update={"acts": (*frame.acts, ACT), "unknown": ()})  # "is it more than 25 percent?"
    if not _asks(folded) or "tax" in frame.topics:
        return frame
    parts = [part for _, part in clauses(folded) if not _asks(part)]
    beside = {topic for part in parts for topic in specifics.of_clause(part)}
    topics = tuple(topic for topic in frame.topics if topic not in _OF_THE_PARTY or topic in beside)
    update: dict[str, object] = {"acts": (*frame.acts, ACT), "topics": topics, "unknown": ()}
    if not (frame.zip or frame.dates):
        update |= {"guests": GuestWords(), "city": None, "state": None, "sizes": (), "times": (), "time_part": None}
    return frame.model_copy(update=update)
