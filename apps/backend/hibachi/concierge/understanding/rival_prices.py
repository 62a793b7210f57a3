"""What somebody else charges, told against our price: "sacramento guy does 6 hundred flat", "the other place is only 45 pp". Pure.

Its number counts no guests and names no day or hour, and its town is not where the party is.
"""

from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.small_numbers import ONE_TO_TWELVE
from hibachi.language.spans import fold

_RIVAL = (
    r"(?:guys?|dudes?|lady|ladies|girl|chefs?|cooks?|places?|compan(?:y|ies)|caterers?|catering|spots?|outfits?"
    r"|restaurants?|steak ?houses?|(?:food |taco )?trucks?|vendors?|ones?|people|team|service)"
)
_WHO = (
    rf"(?:\b(?:your |the |a |some )?(?:competitors?|competition|rivals?)\b"
    r"|(?<!your )(?<!ur )\b(?:another|(?:the |some |an? )?other|a different|some|this|that"
    rf"|one) (?:\w+ ){{0,2}}{_RIVAL}\b"
    r"|(?<!your )(?<!ur )\b(?:local|hibachi|teppanyaki|bay area|\w+) (?:hibachi "
    rf"|teppan\w* )?{_RIVAL}\b(?= (?:does|do|charges?|wants?|asks?|offers?|quoted|will do|would do"
    r"|is only|is just)))"
)
_DOES = (
    r"(?:does|do|did|will do|would do|'ll do|can do|charges?|charged|charging|asks?|wants?|wanted"
    r"|offers?|offered|quotes?"
    r"|quoted|is|was|are|has|goes|went)"
)
_AMOUNT = (
    r"(?:\$ ?\d[\d,.]*|\d{2,4}|(?:\d{1,2}|an?|"
    rf"{ONE_TO_TWELVE}|fifteen) hundred"
    r"|(?:a|one|two|half a) grand|\d(?:\.\d)?k)"
)
_NO_PRICE = (
    r"(?! ?(?:people|ppl|guests?|adults?|kids|of us|am|pm|miles?|days?|hours?|hrs|min\w*|weeks?|months?|years?|stars?"
    r"|reviews|proteins?|courses?|tables?|chefs?|%))(?![:/\d]|\.\d{3})"
)
_CHARGES = re.compile(
    rf"{_WHO}(?: (?:that |who )?(?:i|we) (?:know|use|used|found|talked to|saw|asked))?(?: (?:in|from"
    rf"|near|over in|out in|down in|here|nearby)(?: [a-z]+){{0,2}})?"
    rf"(?: (?:only|just|already|also|actually|usually|here|there|down the street|i found|we found))*"
    rf" {_DOES}(?: (?:it|this|that|us|me|them|everything|all|the same|the whole thing|parties|hibachi"
    r"|only|just|like|about"
    rf"|around|for|at|a|flat|party|price|of|me a))*,? {_AMOUNT}{_NO_PRICE}"
)
_OURS = re.compile(r"\b(?:on the phone|told (?:me|us)|your (?:guys?|chefs?|team|people|website|site))\b")
_OF_OUR_PRICE = frozenset({"price", "menu", "minimum", "area", "comes_to_you", "travel", "about", "total"})
_BESIDE = frozenset({"price_objection", "own_booking", "others_booking", "paid_claim", "same_price", "item_price", "dish_price", "per_person"})  # fmt: skip


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame as an objection to our price, without what the other's price looks like."""
    folded = fold(frame.text)
    said = _CHARGES.search(folded)
    if said is None or frame.claimed or _OURS.search(folded) or "discount" in frame.topics or frame.zip:
        return frame
    asks = frame.question and "?" in folded[said.end() :]
    topics = frame.topics if asks else tuple(one for one in frame.topics if one not in _OF_OUR_PRICE)
    return frame.model_copy(update={
        "acts": (*(act for act in frame.acts if act not in _BESIDE), "price_objection"), "topics": topics, "unknown": (),
        "apart": frame.apart if asks else (), "guests": GuestWords(), "sizes": (), "dates": (), "other_dates": (), "date_said": None,
        "date_problem": None, "times": (), "time_part": None, "city": None, "state": None, "answer": None, "budget": None,
    })  # fmt: skip
