"""The money that is left up to the minimum: "how much is left over if we're 9", "use the leftover 135 for mom", "I meant money not food". Pure.

After a price is told, what is left is money unless food is spoken of: neither leftovers of the meal nor the balance after the deposit.
"""

from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

ACT = "asks_left"
_LEFT = r"(?:left ?-?over|left(?! (?:side|of the (?!\$? ?\d{2,3}\b)|hand|out|to pay|on the (?:bill|balance)))|remaining|to spare|unused|unspent|still open)"
_MONEY = r"(?:money|cash|dollars|bucks|amount|budget|credit|room|balance|difference|part|bit|\$? ?\d{1,3}(?:\.\d\d)?)"
_PATTERNS = (
    rf"\b(?:how much|what(?:'?s|s| is| do we have| would be| will be)?|anything|something)\b[^.?!\n]{{0,25}}\b{_LEFT}\b(?: to (?:spend|use|play with|work with|fill))?",
    rf"(?<!\d)\$? ?\d{{2,3}} (?:dollars |bucks )?(?:left ?-?over|unused|unspent|to spare|{_LEFT} to (?:use|spend|play with|fill|burn))\b",
    r"\bhow much of (?:the|that|our|those|this) (?:\$ ?)?\d{2,3}\b[^.?!\n]{0,25}\b(?:gone|used|left|spent|taken|eaten|open|remain\w*|covered|done)\b",
    r"\b(?:of|in|from) (?:the|that|our) (?:\$ ?)?\d{2,3} (?:room|difference|gap|extra|cushion)\b",
    rf"\b(?:use|spend|take|put|blow|burn|fill)\w*(?: up)? (?:the |that |this |our |my |those |what'?s )?(?:\w+ )?{_LEFT}(?: {_MONEY})?\b",
    rf"\b(?:the|that|our|my) {_LEFT} {_MONEY}",
    r"\b(?:i )?(?:meant|mean|talking about|asking about|asked about)(?: the)? (?:money|dollars|cash|price|amount|\$)(?:'?s| that'?s)?(?: left(?: ?over)?)?\b",
    r"\b(?:money|dollars)(?: left(?: ?over)?)?,? (?:and )?not (?:the )?food\b|\bnot (?:the )?food,? (?:the )?money\b",
    r"\b(?:cheapest|best|easiest|smartest|good|nice|any) ways? to (?:actually |really |just )*(?:use|spend|fill|eat|hit|reach|get to|make use of)(?: up)? (?:the |that |our )?(?:\$ ?)?(?:\d{3}|minimum|min)\b",
)
_ASKS = tuple(re.compile(one) for one in _PATTERNS)
_FOOD = re.compile(
    r"\b(?:food|eat|eaten|meat|rice|doggy|doggie|take ?(?:home|away)|to[- ]go|box(?:es)?|containers?|pack|fridge|keep|throw|wrap|seats?|spots?|slots?|dates?"
    r"|times?|days?|people|guests|pay|owe|due|bill|deposit|after the)\b"
)
_NOT_FOOD = re.compile(r"\bnot (?:the |about )*food\b|\bmoney\b|\bdollars\b")
_OBJECTS = frozenset({"minimum_objection", "price_objection", "fills_minimum"})


def told(frame: Frame, dialogue: Dialogue) -> Frame:
    """The frame of who asks what is left to spend of the price that was told."""
    folded = fold(frame.text)
    if not dialogue.quoted or dialogue.booked is not None or not _is_money(folded):
        return frame
    topics = tuple(one for one in frame.topics if one not in ("leftovers", "balance", "minimum", "rest_due", "price"))
    acts = tuple(one for one in frame.acts if one not in _OBJECTS)
    unknown = tuple(one for one in frame.unknown if not _is_money(fold(one)))
    return frame.model_copy(update={"topics": topics, "acts": (*acts, "fills_minimum", ACT), "unknown": unknown})


def _is_money(folded: str) -> bool:
    found = next((match for pattern in _ASKS if (match := pattern.search(folded))), None)
    if found is None:
        return False
    ends = [at for end in ".?!\n" if (at := folded.find(end, found.end())) >= 0]
    sentence = folded[max(folded.rfind(end, 0, found.start()) for end in ".?!\n") + 1 : min(ends, default=len(folded))]
    return bool(_NOT_FOOD.search(sentence)) or not _FOOD.search(sentence)
