"""Who of the guests gets a dish, and which dish goes for it."""

from hibachi.concierge.understanding.following.lexing import Token
from hibachi.concierge.understanding.following.schemas import Dish, Who
from hibachi.kit import lazy_re as re

ALL_GROWN = re.compile(r"of (?:the|those|these) (?:adults|grown[- ]?ups)")


def sharers(kinds: str, lexed: tuple[Token, ...]) -> Who | None:
    """Which part of the guests has the dish: half of them, the adults, the children or everybody; None where no part is told."""
    if "h" in kinds:
        return "half" if not set("yeap") & set(kinds) else None
    whole = {"adults", "adult", "grown ups", "grown-ups", "grownups", "grown up", "grownup", "adlts", "each adult", "every adult"}  # fmt: skip
    grown = [token for token in lexed if token.kind in "aJ" or ALL_GROWN.fullmatch(token.text)]
    if grown and not set("ype") & set(kinds):
        return "adults" if all(token.kind in "Jo" or token.text in whole for token in grown) else None
    if "y" in kinds and not set("aepJ") & set(kinds):
        kids = {"kids", "children", "kiddos", "little ones", "littles"}
        return "children" if all(token.text in kids for token in lexed if token.kind == "y") else None
    return "everybody" if "e" in kinds and not set("ya") & set(kinds) else None


def swap(lexed: tuple[Token, ...], kinds: str, named: list[str | None]) -> Dish | None:
    """ "Instead of lobster scallops", "not lobster, scallops", "scallops rather than lobster"."""
    if None in named or not set("iw") & set(kinds) or set("n-xgaypehf") & set(kinds):
        return None
    first_goes = kinds.index("i" if "i" in kinds else "w") < kinds.index("D")
    gone, comes = (named[0], named[1]) if first_goes else (named[1], named[0])
    return Dish(comes, "swap", instead=str(gone))
