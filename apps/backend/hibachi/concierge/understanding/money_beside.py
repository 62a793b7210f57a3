"""What is asked of money beside what was just answered: whether a diet costs more, whether travel is in the minimum. Pure."""

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

_COSTS = re.compile(
    r"\b(?:cost\w*|charge[ds]?|price[ds]?|pay|pricier|expensive|upcharge|surcharge|fee|extra)\b[^.?!\n]{0,20}"
    r"\b(?:anything|extra|more|something|different|less|same)\b"
    r"|\b(?:is|are)\b[^.?!\n]{0,30}\b(?:extra|more expensive|pricier)\b"
    r"|\b(?:anything|something|cost|charge) extra for\b"
    r"|^\W*(?:(?:and|so|is|are) )+[a-z -]{4,30} more\W*$"
    r"|\b(?:is|are) there (?:an? |any )?(?:extra |additional )?(?:charge|cost|fee|upcharge|surcharge)s?\b"
    r"|\b(?:any|an|no) (?:extra|additional) (?:charge|cost|fee)s?\b"
)
_ALONE = re.compile(
    r"\W*(?:(?:and|so|ok|okay|but|oh|um|cool|great|thanks|does|do|is|are|will|would|any|there|it|that"
    r"|this|those|they|for"
    r"|an|a|be|us|me|we|i|have|to|you|u|get|gonna|going) ?)*(?:extra |additional )?"
    r"(?:cost\w*|charge[ds]?|pay|extra|fee|upcharge|surcharge"
    r"|more)(?: (?:us|me|anything|extra|more|something|for|that|it|"
    r"those|them|this|different|too|then|money|charge|cost|fee))*\W*"
)
_OF_A_DISH = re.compile(
    r"\b(?:lobster|filet|scallops?|salmon|gyoza|noodles|edamame|third protein|extra protein|upgrade)\b"
)
_MINIMUM = re.compile(r"\bmin(?:imum)?\b|\$\d{3,4}\b")
_TRAVEL = re.compile(r"\b(?:travel|driv(?:e|ing)|mileage|distance|trip) ?(?:fees?|costs?|charges?|money)?\b")
_IS_IN_IT = re.compile(
    r"\b(?:part of|count\w*|includ\w*|separate\w*|on top|come out of|go(?:es)? (?:toward|into)|toward"
    r"|towards|before or after"
    r"|extra|added|within|inside|covered)\b"
)
_COUNTS = re.compile(
    r"\b(?:does|do|would|will|is) (?:that|it|this|they|those|[a-z]+)[^.?!\n]{0,12}\bcount\w* (?:to"
    r"|toward|towards|for|into|against) (?:the |your |our |that )?min(?:imum)?\b"
)
""" "If I add lobster does that count to the minimum"."""
_UNASKED = re.compile(
    r"(?:\bnot|\bnever|n'?t)(?: (?:even|really|just))? (?:asking|talking|speaking|wondering|worried|meaning"
    r"|sa(?:y|id|ying) (?:anything|nothing|a word)|ask|mention(?:ed)?|mean|complain(?:ing)?|asked)(?: (?:you|u))?"
    r" (?:about|for|of) (?:the |your |a |any )?(?P<what>tips?|gratuity|deposit|prices?|costs?|money|total"
    r"|travel(?: fee)?|menu"
    r"|minimum|taxes|tax)\b"
    r"|\b(?:forget|never ?mind|leave(?: out)?|besides|aside from|apart from|without"
    r"|setting aside) (?:about )?(?:the |your "
    r")?(?P<that>tips?|gratuity)\b"
)
_PRICE = re.compile(r"prices?|costs?|money|total")
_TOPICS = {"tip": "gratuity", "tips": "gratuity", "gratuity": "gratuity", "travel fee": "travel", "taxes": "tax"}


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame with what is asked of money, and without what is said not to be asked."""
    return _of_the_minimum(_of_a_diet(without_the_unasked(frame), dialogue))


def _of_a_diet(frame: Frame, dialogue: Dialogue) -> Frame:
    """ "Do you do gluten free? does it cost anything": what a diet adds to the price."""
    folded = fold(frame.text)
    just = dialogue.answered[-1:] == ("dietary",) and bool(dialogue.spoken_diets or dialogue.dietary)
    asks = bool(_COSTS.search(folded)) and (bool(frame.asked_diets) or (just and bool(_ALONE.fullmatch(folded))))
    if not asks or frame.guests.stated or frame.items or _OF_A_DISH.search(folded):
        return frame
    kept = tuple(
        one for one in frame.topics if one not in ("price", "balance", "extra_costs", "not_included", "included")
    )
    acts = tuple(act for act in frame.acts if act not in ("item_price", "dish_price", "own_booking", "asks_total"))
    return frame.model_copy(update={"topics": kept, "apart": (), "unknown": (), "acts": (*acts, "same_price")})


def _of_the_minimum(frame: Frame) -> Frame:
    """ "That minimum, is the travel fee part of it?"."""
    folded = fold(frame.text)
    of_travel = _MINIMUM.search(folded) and _TRAVEL.search(folded) and _IS_IN_IT.search(folded)
    if not frame.question or not (of_travel or _COUNTS.search(folded)):
        return frame
    bare = (frame.date_said or "").isdigit()  # "does the 30 travel count to the 550"
    days: dict[str, object] = {"dates": (), "date_said": None} if bare else {}
    topics = tuple(
        one for one in frame.topics if one not in ("travel", "minimum", "price", "includes_that", "included")
    )
    dishes: dict[str, object] = {} if of_travel else {"mentioned": (), "items": ()}
    return frame.model_copy(update={"topics": ("minimum", *topics), "apart": (), "unknown": (), **days, **dishes})


def without_the_unasked(frame: Frame) -> Frame:
    """ "Not asking about the tip, just what we pay you"."""
    folded = fold(frame.text)
    said = _UNASKED.search(folded)
    if said is None:
        return frame
    named = said["what"] or said["that"]
    gone = {"price", "balance"} if _PRICE.fullmatch(named) else {_TOPICS.get(named, named)}
    topics = tuple(one for one in frame.topics if one not in gone)
    apart = tuple(kept for row in frame.apart if (kept := tuple(one for one in row if one not in gone)))
    missing = ("price",) if not topics and any("price" in row for row in apart) else ()
    acts = tuple(act for act in frame.acts if not ("price" in gone and act == "price_objection"))
    return frame.model_copy(update={"topics": (*topics, *missing), "apart": apart, "acts": acts, "unknown": ()})
