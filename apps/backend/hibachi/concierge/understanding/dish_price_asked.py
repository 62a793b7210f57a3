"""Whether somebody asks what a dish costs. Pure."""

from hibachi.concierge.understanding import cues
from hibachi.concierge.understanding.clauses import clauses
from hibachi.concierge.understanding.words import Words
from hibachi.kit import lazy_re as re

_OF_THOSE = re.compile(
    r"\b(?:what|how much)\b[^.?!\n]{0,20}\b(?:those|these|they|that|it|each|either|the two"
    r"|both)\b[^.?!\n]{0,16}\b(?:add|adds|extra|more|cost|costs|run|set (?:me|us) back|go for|each"
    r"|on top|charge|upcharge)\b"
)
_IS_EXTRA = re.compile(
    r"^\W*(?:and |so |ok |but )*(?:the )?\w+(?: \w+)? (?:is|are|costs?) (?:extra|more)\b(?=[^.!\n]*\?)"
    r"|\b(?:is|are|does|do|would|will)\b[^.?!\n]{0,20}\b(?:extra|cost more|more expensive"
    r"|an? (?:upcharge|extra charge|additional (?:cost|charge))"
    r"|an upgrade)\b(?! (?:orders?|portions?|proteins?|rice|veg))"
)
""" "Shrimp and steak for everyone, is that extra?"."""


def asked(folded: str, words: Words) -> bool:
    """Whether one clause asks what a dish costs, whatever else the message asks; "what do those each add" names it before."""
    if words.dishes.spans and any(_OF_THOSE.search(part) for _, part in clauses(folded)):
        return True
    if words.dishes.mentioned and any(_IS_EXTRA.search(part) for _, part in clauses(folded)):
        return True
    if words.dishes.mentioned and not words.dishes.items and _is_to_be_had(folded, words):
        return True
    if words.dishes.spans and _UPCHARGE.search(folded):
        return True
    if words.dishes.mentioned and any(
        _IS_IN_IT.search(part) and not _GIVEN.search(part) for _, part in clauses(folded)
    ):
        return True
    if words.dishes.items and all(item.operation == "remove" for item in words.dishes.items):
        return False
    return any(
        bool(cues.TOPICS["price"].search(part))
        and any(at <= span.start < at + len(part) for span in words.dishes.spans)
        for at, part in clauses(folded)
    )


_TO_BE_HAD = re.compile(
    r"\b(?:can|could|may) (?:we|i|you|they|he|she|one|people|guests|everyone|somebody|someone"
    r"|my \w+)(?: guys)?(?: also| even| still)? (?:have|get|pick|choose|order|do|add|bring|make"
    r"|take)\b"
    r"|\b(?:do|does|would|will) (?:you|u|ya|yall|it|they|the chef)(?: guys)?(?: also| even"
    r"| still)? (?:have|do|serve|offer|carry|cook|make|bring|got)\b"
    r"|\b(?:is|are)\b[^.?!\n]{0,25}\b(?:available|an option|possible|on the menu"
    r"|something you (?:do|have))\b|\b(?:is|are) there\b"
)


def _is_to_be_had(folded: str, words: Words) -> bool:
    """ "Can we pick salmon and shrimp? 12 adults": whether a dish is to be had, told with what it costs."""
    return any(
        _TO_BE_HAD.search(part) and any(at <= span.start < at + len(part) for span in words.dishes.spans)
        for at, part in clauses(folded)
    )


_UPCHARGE = re.compile(
    r"\b(?:what(?:'?s| is| are| would)?|whats"
    r"|how (?:much|big)(?: is| are)?)\b[^.?!\n]{0,15}\b(?:upcharges?|up-charges?|surcharges?"
    r"|extra (?:charge|cost)s?|additional (?:charge|cost)s?)\b"
)
_IS_IN_IT = re.compile(
    r"\b(?:is|are|does|do)\b[^.?!\n]{0,25}\b(?:included|part of (?:it|the (?:price|deal|menu))"
    r"|come[s]? with (?:it|that)|in the (?:price|\$?\d\d))\b"
)
_GIVEN = re.compile(r"\b(?:rice|salad|veg\w*|sauces?|sake|sides|drinks|soup|everything)\b")
""" "Are noodles included": by the menu's price; what everybody gets is told with the rest of it."""
