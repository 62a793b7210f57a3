"""What somebody with a diet would eat: a question without its name ("is there anything for her besides rice?"). Pure."""

from hibachi.kit import lazy_re as re
from hibachi.language.openers import ASKING_VERBS

_WHO = (
    r"(?:he|she|they|them|him|her|me|us|i|we|it"
    r"|(?:my|our|the|a|an|that|those|these|any) [\w-]+(?: [\w-]+)?|vegans?|vegetarians?|someone|somebody"
    r"|people|everyone|everybody)"
)
_FOOD = (
    r"(?:rice|noodles|sauces?|food|salad|veg(?:gie|etable)?s|soup|tofu|menu|dish(?:es)?|any of (?:it|that|them|those))"
)
_SOMETHING = re.compile(
    r"\b(?:any|some)thing\b[^.?!\n]{0,25}\b(?:besides|beside|other than|apart from|aside from|except"
    r"|beyond|more than|but|else)\b"
    r"|\b(?:is|are|would|will) there (?:be )?(?:enough|plenty|stuff|food|much|a lot|something"
    rf"|anything|options?|choices|dishes|things)\b[^.?!\n]{{0,12}}\b(?:for {_WHO}|to eat"
    rf"|{_WHO} (?:can|could|would|will))\b"
    rf"|\b(?:any|some)thing (?:else )?(?:good |decent |nice |there |on the menu |that )*(?:for {_WHO}"
    rf"|(?:{_WHO} )?(?:can|could|would|to|will)(?: {_WHO})?(?: still| even| also)? (?:eat|have|get"
    r"|order|enjoy))\b"
    rf"|\b(?:can|could|would|will|does|do) {_WHO}(?: still| even| also)? (?:eat|have|get"
    rf"|order)\b[^.?!\n]{{0,12}}\b(?:any|some)thing\b"
)
"""Whether there is something: a yes with what it is."""
_WHAT = re.compile(
    rf"\bwhat\b[^.?!\n]{{0,15}}\b(?:{ASKING_VERBS}"
    rf"|there)\b[^.?!\n]{{0,6}}\b(?:for )?{_WHO}(?: actually| even| still| then"
    r"| usually)?(?: (?:eat|have|get|order|be eating|be having|getting|having))?\b"
)
_ONLY = re.compile(
    rf"\b(?:{ASKING_VERBS}) {_WHO} (?:be )?(?:just|only|stuck with"
    rf"|limited to)\b[^.?!\n]{{0,20}}\b{_FOOD}\b"
    rf"|\b(?:just|only) (?:get|eat|have|getting|eating|having|about)\b[^.?!\n]{{0,12}}\b{_FOOD}\b"
)
""" "Does she just get vegetables?": no, where there is more."""
_SUITS = re.compile(
    r"\b(?:is|are|would|will|be) (?:the |your |that |this |any "
    rf"|all )*(?:\w+ )?{_FOOD}\b[^.?!\n]{{0,12}}\b(?:ok(?:ay)?|fine|safe|good|alright|suitable"
    r"|a problem) (?:for|with)\b"
)


def asks_for_food(clause: str) -> bool:
    """Whether a folded clause asks what the one with the diet eats."""
    return bool(asks_if_any(clause) or asks_if_only(clause) or _WHAT.search(clause) or _SUITS.search(clause))


def asks_if_any(words: str) -> bool:
    return bool(_SOMETHING.search(words))


def asks_if_only(words: str) -> bool:
    return bool(_ONLY.search(words))
