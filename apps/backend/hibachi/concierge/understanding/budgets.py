"""So much money, and how many guests it is for: "got 800 in the kitty, how many adults can we be". Pure."""

from hibachi.concierge.understanding.schemas import Frame, GuestWords
from hibachi.kit import lazy_re as re
from hibachi.language.openers import LED
from hibachi.language.spans import fold

_SUM = re.compile(
    r"(?<![\d.,/:#-])\$? ?(?P<n>\d{3,4}|\d{1,2},\d{3}"
    r"|\d(?:\.\d)?k)(?:\.\d\d)?(?![\d/:-])(?! ?(?:people|ppl|guests|adults|persons|of us|kids|st\b"
    r"|street|ave|am\b|pm\b))"
)
_HOW_MANY = re.compile(
    r"\bhow (?:many|big|large)\b(?! (?:proteins?|courses?|dishes|hours|miles|chefs|grills))"
    r"|\b(?:the )?(?:most|max(?:imum)?(?: number of)?) (?:people|ppl|guests|adults|heads)\b"
    r"|\bhow much people\b|\b(?:people|guest|head ?count)s?[- ]?wise\b"
)
_SPENDS = re.compile(
    r"\b(?:budget|spend|kitty|max|limit|afford|have|got|i'?ve|we'?ve|collected|saved|raised|for|under"
    r"|within|with|get(?:s)?(?: me| us)?|feeds?|covers?|buys?|pays? for|stay)\b|\$"
    r"|\b(?:bucks|dollars)\b"
)
_OF_A_MINIMUM = re.compile(r"\bminimum\b|\bdeposit\b|\bper (?:person|head)\b|\beach\b")
INTO = (
    r"\b(?:fit|get|keep|stay|squeeze|bring|come|land|end up"
    r"|make it)\b(?: (?:it|this|that|us|everything|all|the \w+|fit))* (?:in|into|under|within|below"
    r"|down to|at under|in at|to under) \$? ?(?P<e>\d{3,5})\b(?! (?:people|guests|adults|miles|ft|feet"
    r"|sq))"
)
""" "Can we make it fit into 700?": what the party that was counted may cost."""
_INTO = re.compile(INTO)
_ALONE = re.compile(
    rf"{LED}(?:what|how much) (?:(?:can|could|do|would|will) (?:we|i|you (?:do|get)"
    r"|u (?:do|get)))(?: (?:get|have|do|buy|afford))?(?: us| me)? (?:for|with|on|under) (?:like "
    rf"|about |around )?\$? ?\d[\d,]{{2,4}}(?: (?:bucks|dollars|total))?\W*"
)


def told(frame: Frame) -> Frame:
    """The frame with a budget for which a number of guests is asked; the sum counts nobody and is no day."""
    folded = fold(frame.text)
    frame = frame.model_copy(update={"unknown": ()}) if _INTO.search(folded) else frame
    sums = [match["n"] for match in _SUM.finditer(folded) if match["n"].replace(",", "") != (frame.zip or "")]
    asked = bool(_HOW_MANY.search(folded) and _SPENDS.search(folded)) or bool(_ALONE.fullmatch(folded))
    if len(sums) != 1 or not asked or _OF_A_MINIMUM.search(folded) or "about_own" in frame.acts:
        return frame
    acts = tuple(act for act in frame.acts if act not in ("price_objection", "minimum_objection", "dish_price"))
    nothing = {"dates": (), "other_dates": (), "times": (), "unknown": (), "month": None, "date_said": None}
    return frame.model_copy(
        update={
            **nothing,
            "guests": GuestWords(),
            "budget": _dollars(sums[0]),
            "acts": acts,
            "topics": ("price",),
            "apart": (),
        }
    )


def _dollars(told: str) -> int:
    plain = told.replace(",", "")
    return round(float(plain[:-1]) * 1000) if plain.endswith("k") else int(plain)
