"""Two bare numbers that are the grown-ups and the children of a party that is known: "make it 13 and 2", "then its 10 and 5". Pure."""

from hibachi.kit import lazy_re as re

_PAIR = re.compile(
    r"(?:^|(?<=[.,;!?] )|(?<=[.,;!?])|\b(?=(?:so|then|now|and|ok|okay) ))(?:(?:so|then|now|and|ok|okay) )*(?:make (?:it|that|us)"
    r"|(?:then |now |so )?(?:that'?s|that makes|it'?s|its|we'?re|we are|that'?d be|it'?d be|so|then))(?: (?:now|then|just|only|at))* "
    r"(?P<a>\d{1,2})(?: adults?)? (?:and|&|\+|plus) (?P<b>\d{1,2})(?: kids?| children)?"
    r"(?=\s*(?:$|[.,;!?]|(?:then|now|please|pls|how much|what)\b))",
    re.I,
)
_GROWN_UP = re.compile(r"\b(?:an adult|adult price|grown|counts? as|turn(?:s|ed|ing)?|is (?:now )?1[3-9])\b", re.I)
""" "So he's an adult. Then its 13 and 2": why there are so many now."""
_HOW_MUCH = re.compile(
    r"[\s.,;!?]*(?:(?:so|and|then|now) )*(?:how much|what(?:'?s| is| would be) (?:the |my |our )?(?:new )?(?:total|price))"
    r"(?: (?:is|would|will|be|it|that|this|then|now|cost))*\W*$",
    re.I,
)
FAR = 6
"""Guests more or fewer: two numbers further from those of before may be anything."""


def plainly(text: str, counts: tuple[int, int]) -> str:
    """The text with such a pair as the new guests of a booked party, which is priced as a change of it; else as it was."""
    grown, young = counts
    pair = _PAIR.search(text)
    if pair is None or not young:
        return text
    now, small = int(pair["a"]), int(pair["b"])
    if abs(now - grown) > FAR or abs(small - young) > FAR or now < small:
        return text
    before = "" if _GROWN_UP.search(text[: pair.start()]) else text[: pair.start()]
    return f"{before}make it {now} adults and {small} kids{_HOW_MUCH.sub('', text[pair.end() :])}"
