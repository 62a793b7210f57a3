"""Whether included proteins are asked about: "only shrimp and tofu, is that ok?", "chicken or shrimp?", "can grandpa have tofu only?"."""

from hibachi.concierge.local.known import Known
from hibachi.kit import lazy_re as re

_OF_PICKS = re.compile(
    r"\b(?:ok(?:ay)?|fine|possible|alright|works?|only|just|everyone|everybody|all|have|has|get|pick"
    r"|choose|about|or no)\b",
    re.I,
)

_FOR_SOMEBODY = re.compile(
    r"\b(?:only|twice|for both|both times|double|as both)\b"
    r"|\bfor (?:(?:my|our|his|her|the) )?(?!(?:everyone|everybody|all|us|me|how|\d)\b)[a-z]+\b(?=[^.!\n]{0,25}(?:\?|\bok(?:ay)?\b))"
    r"|\b(?:can|could|may) (?:he|she|they|grand\w+|(?:my|our|the) (?:\w+ )?\w+) (?:just |only |also )?(?:have|get|eat|do|take)\b",
    re.I,
)
""" "Can he have tofu only?", "tofu for grandpa ok?": one dish for one guest."""


def of_included(known: Known) -> bool:
    """ "The shrimp and tofu, is that ok?": several of the included proteins and nothing else of the menu are asked about."""
    named, menu = set(known.frame.mentioned), known.profile.menu
    for_one = len(named) == 1 and _FOR_SOMEBODY.search(known.frame.text) is not None
    alone = (len(named) > 1 or for_one) and named <= set(menu.included_proteins)
    asks = known.frame.question or "?" in known.frame.text
    told = known.said(
        "item_prices", "topic:choose", "topic:menu", "topic:dietary", "topic:included", "same_price", "not_on_menu"
    )
    return (
        alone
        and asks
        and not told
        and not known.frame.asked_diets
        and (for_one or _OF_PICKS.search(known.frame.text) is not None)
    )
