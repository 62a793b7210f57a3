"""Several menus of one party compared in one message: "filet for everyone vs chicken", "with and without lobster". Pure.

Each is priced by itself, and none of them is taken until the customer picks one.
"""

from collections.abc import Callable, Mapping
from itertools import pairwise

from hibachi.concierge.understanding.dishes import Found, Role
from hibachi.concierge.understanding.schemas import ItemWords
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER
from hibachi.language.openers import OPENERS

MOST = 3
Plan = tuple[ItemWords, ...]
_SAME = (
    rf"(?:(?:for )?(?:{NUMBER}|the same|same|all of us"
    r"|everyone)(?: (?:adults|people|ppl|guests|of us|persons|party|group|number))? )?"
)
_LINK = re.compile(
    rf"(?:\s*[,;/.?]\s*|\s+)(?:(?:{OPENERS}|or) )*(?:(?:vs\.?|versus|against|as opposed to"
    r"|compared (?:to|with))\s+|or\s+|(?=(?:what(?:'s| is| are)? |what (?:about|if)|how about"
    rf"|how much |if ))|(?P<plain>(?<=and ){_SAME}(?=(?:with|without|w/o)\b)))",
    re.I,
)
_EITHER_KIND = re.compile(
    r"\b(?:third|3rd|extra|additional|another) (?:\w+ )?proteins?,? ?\([^()]{0,40}\bor\b[^()]{0,40}\)", re.I
)
""" "A third protein (chicken or shrimp)": one order, whichever it will be."""
_LAID_SIDE_BY_SIDE = re.compile(
    r"\b(?:compare[sd]?|difference|cheaper|options?|versions?|two prices|both prices)\b", re.I
)
""" "Compare it with filet and with lobster": else a plain "and ... with" goes on with the same order."""
_BOTH_WAYS = re.compile(r"\bwith(?:out)?(?: it)?,? (?:and|or|vs\.?|versus|&|/) with(?:out)?\b", re.I)
_ASKS = re.compile(
    r"\?|\b(?:how much|come to|price[sd]?|costs?|total|quote|run|compare[sd]?|difference|vs|versus"
    r"|cheaper|options?|versions?)\b",
    re.I,
)
_PLAIN = re.compile(
    r"\b(?:without|w/o|no (?:upgrades?|extras?)|nothing extra|plain|basic|standard|regular"
    r"|(?<!are )(?<!is )(?<!what's )(?<!whats )included|the normal)\b",
    re.I,
)
_ALL = re.compile(
    r"\b(?:every ?(?:one|body)|(?<!it )(?<!that )all(?! ?together\b| in\b| told\b| come)(?: of us"
    r"| \d+)?|the whole (?:group|party)|we all)\b",
    re.I,
)
_HALF = re.compile(r"\bhalf\b", re.I)
_SETTLES = re.compile(r"\b(?:sorry|actually|i mean|scratch|instead|oops|rather|please add|add)\b", re.I)


def find(text: str, read: Callable[[str], Found], premium: Mapping[str, Role]) -> tuple[Plan, ...]:
    """The menus that a text compares, in order; empty where it tells of one alone. read: the dishes of a text; premium: those that cost extra, and how."""
    if not _ASKS.search(text) or _SETTLES.search(text) or _EITHER_KIND.search(text):
        return ()
    both = _BOTH_WAYS.search(text)
    if both is not None:
        wished = _wished(read(f"{text[: both.start()]}with{text[both.end() :]}"), premium)
        return (wished, ()) if wished else ()
    parts, sure = _parts(text, read, premium), False
    plans: list[Plan] = []
    for part in parts:
        found = read(part)
        plan = _wished(found, premium)
        told = any(item.count is not None or item.share or item.part for item in found.items if item.role != "included")
        sure = sure or told
        if plan and not _takes_off(found):
            plans.append(plan)
        elif found.mentioned or _PLAIN.search(part):
            sure = sure or bool(_PLAIN.search(part))
            plans.append(_left(plans[-1] if plans else (), found))
        elif plans and plans[-1] and (_ALL.search(part) or _HALF.search(part)) and _LED.match(part):
            share = "half" if _HALF.search(part) else "all"
            plans.append(tuple(item.model_copy(update={"share": share, "count": None}) for item in plans[-1]))
            sure = True
    distinct = list(dict.fromkeys(plans))
    return tuple(distinct) if sure and 1 < len(distinct) == len(plans) <= MOST else ()


_LED = re.compile(r"\W*(?:(?:and|or|what|how|about|if|then|it|for)\W+)+", re.I)


def _parts(text: str, read: Callable[[str], Found], premium: Mapping[str, Role]) -> list[str]:
    """The text cut where the next menu begins."""
    links = list(_LINK.finditer(text))
    starts, ends = [0, *(one.end() for one in links)], [*(one.end() for one in links), len(text)]
    cuts = [0]
    for at, link in enumerate(links):
        before, behind = read(text[starts[at] : link.start()]), read(text[starts[at + 1] : ends[at + 1]])
        if link["plain"] is None or _is_another(text, link.end(), before, behind, premium):
            cuts.append(link.end())
    return [text[start:end] for start, end in pairwise([*cuts, len(text)]) if text[start:end].strip()]


def _is_another(text: str, at: int, before: Found, behind: Found, premium: Mapping[str, Role]) -> bool:
    """Whether a plain "and ... with" begins another menu: of the same dish "without", or compared in so many words; a share of the guests on either side is one order."""
    if any(_is_of_some(found, text) for found in (before, behind)):
        return False
    if _LAID_SIDE_BY_SIDE.search(text):
        return True
    dear = [{key for key in found.mentioned if key in premium} for found in (before, behind)]
    return _WITHOUT.match(text, at) is not None and bool(dear[0]) and dear[1] <= dear[0]


_WITHOUT = re.compile(r"(?:without|w/o)\b", re.I)


def _is_of_some(found: Found, text: str) -> bool:
    """Whether a dish is told for some of the guests alone; "12 adults with filet" is told for all of them."""
    return any(
        item.part or item.share not in (None, "all") or (item.count is not None and not _is_all(item.count, text))
        for item in found.items
    )


def _is_all(count: int, text: str) -> bool:
    return re.search(rf"\b{count} (?:adults|people|ppl|guests|of us|persons)\b", text.lower()) is not None


def _wished(found: Found, premium: Mapping[str, Role]) -> Plan:
    """What costs extra in a part: each dish for as many as it says, for everybody where it says nothing."""
    items = [item for item in found.items if item.role != "included" and item.operation != "remove"]
    wished = tuple(
        item.model_copy(
            update={"share": item.share or (None if item.count or item.part else "all"), "operation": "set"}
        )
        for item in items
    )
    named = [key for key in found.mentioned if key in premium and key not in {item.key for item in found.items}]
    return (*wished, *(ItemWords(key=key, role=premium[key], share="all") for key in named))


def _left(before: Plan, found: Found) -> Plan:
    """ "... how much without the filet?" of lobster and filet: the lobster; nothing of a menu that had no such dish."""
    gone = {item.key for item in found.items if item.operation == "remove"}
    return tuple(item for item in before if item.key not in gone) if gone & {item.key for item in before} else ()


def _takes_off(found: Found) -> bool:
    return any(item.operation == "remove" for item in found.items)
