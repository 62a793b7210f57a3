"""Whether several of the included proteins are asked about: "only shrimp and tofu, is that ok?", "chicken or shrimp?"."""

from hibachi.concierge.local.known import Known
from hibachi.kit import lazy_re as re

_OF_PICKS = re.compile(
    r"\b(?:ok(?:ay)?|fine|possible|alright|works?|only|just|everyone|everybody|all|have|has|get|pick"
    r"|choose|about|or no)\b",
    re.I,
)


def of_included(known: Known) -> bool:
    """ "The shrimp and tofu, is that ok?": several of the included proteins and nothing else of the menu are asked about."""
    named, menu = set(known.frame.mentioned), known.profile.menu
    alone = len(named) > 1 and named <= set(menu.included_proteins)
    asks = known.frame.question or "?" in known.frame.text
    told = known.said(
        "item_prices", "topic:choose", "topic:menu", "topic:dietary", "topic:included", "same_price", "not_on_menu"
    )
    return (
        alone and asks and not told and not known.frame.asked_diets and _OF_PICKS.search(known.frame.text) is not None
    )
