"""A few words about the dish that was talked of just now: "how much more?", "what's the upcharge" after the lobster. Pure."""

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.openers import GLAD, OPENERS
from hibachi.language.spans import fold

_PRICE = re.compile(
    rf"\W*(?:(?:{OPENERS}|{GLAD}|yum)\W+)*(?:(?:for )?how much(?: (?:more|extra))?(?: (?:is|are|would"
    r"|does|do) (?:it|they|that|those|each|one)(?: (?:be|cost|run))?)?(?: (?:more|extra|each"
    r"|per person|a person))?|(?:what(?:'?s| is| are)? )?(?:the |your )?(?:price|cost|up ?charge"
    r"|upgrade (?:fee|cost|price)|extra(?: cost| charge)?|difference)"
    r"|what (?:do|does|would) (?:it|they|that|those) (?:cost|run|add|be)"
    r"|what(?:'?s| is) (?:it|that|those) (?:cost|run|add|extra)|price(?:s)?(?: on (?:that|those|it))?"
    r"|(?:is|are) (?:it|they|that|those) extra|any (?:extra|up ?charge)"
    r"|(?:is )?(?:that|it|this)?(?: is)? ?(?:per|for each|for every|each|a|for one) (?:person|guest"
    r"|head|plate|tail|portion)(?: or (?:for )?(?:the |in )?(?:\w+ )?(?:\w+))?)\W*",
    re.I,
)


MOST_WORDS = 12
"""Words in which the same dish as a third protein is asked for: "and if it's on top, as a third one?"."""


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame with the dish whose price such words ask for, as long as no party is counted."""
    dish = dialogue.just_dish
    counted = dialogue.quoted or dialogue.party.adults is not None or dialogue.party.unsplit is not None
    as_third = "third_protein" in frame.acts and not frame.items and len(frame.text.split()) <= MOST_WORDS
    if dish is None or frame.mentioned or counted or not (as_third or _PRICE.fullmatch(fold(frame.text))):
        return frame
    return frame.model_copy(
        update={"mentioned": (dish,), "topics": ("price",), "unknown": (), "acts": (*frame.acts, "dish_price")}
    )
