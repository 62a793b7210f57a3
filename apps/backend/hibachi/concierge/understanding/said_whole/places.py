"""Two places whose price was told, and a word about them: "and at my parents?", "so which is cheaper". Pure."""

from collections.abc import Iterable

from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.openers import LED

MOST_KEPT = 4
_WHOSE = re.compile(r"\b(?:my|our|the) (?P<who>[a-z]+)(?:'s|')?(?: (?:place|house|home))?\b")
_HOME = frozenset(("place", "home", "house", "flat", "apartment", "apt", "condo", "yard", "backyard"))
_CHEAPER = re.compile(
    rf"{LED}(?:which|what|where)(?:'?s| is| one| of them| place| would| comes? out| works out| ends up"
    r"| be| it| one's)*(?: the)? (?:cheaper|cheapest|less|better price|lower|better value"
    r"|least expensive)(?: (?:then|for us|option|one|place))*\W*"
)
_AT = re.compile(
    r"\W*(?:(?:ok(?:ay)?|so|and|n|or|but|then|what about|how about|how much|what'?s it|is it"
    r"|what would it be|what if we do it)\W+)*(?:at|for) (?:my|our|the) (?P<who>[a-z]+)(?:'s"
    r"|')?(?: (?:place|house|home))?(?: then| instead)?\W*"
)


def whole(folded: str, dialogue: Dialogue) -> str | None:
    """The question with the ZIP codes that it is about."""
    known = dialogue.places
    if _CHEAPER.fullmatch(folded) and len(known) > 1:
        return f"what would it cost at {' or at '.join(list(known)[-2:])}?"
    told = _AT.fullmatch(folded)
    if told is None:
        return None
    code = next((code for code, who in known.items() if who == _plain(told["who"])), None)
    if told["who"] in ("other", "second") and dialogue.zip in known:
        code = next((one for one in known if one != dialogue.zip), None)
    return f"what would it cost at {code}?" if code else None


def told(folded: str, codes: Iterable[str], known: dict[str, str]) -> dict[str, str]:
    """The places of a talk, each by its ZIP with whose it is, those of a message added."""
    found, start = dict(known), 0
    for code in codes:
        at = folded.find(code)
        whose = list(_WHOSE.finditer(folded, start, at)) if at >= 0 else []
        found[code] = _plain(whose[-1]["who"]) if whose else found.get(code, "")
        start = max(at, start)
    return dict(list(found.items())[-MOST_KEPT:])


def _plain(who: str) -> str:
    return "home" if who in _HOME else who.removesuffix("s")
