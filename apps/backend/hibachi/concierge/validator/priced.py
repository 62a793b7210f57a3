"""Amounts of guests and dishes: a price each, the line of so many, an extra portion."""

from hibachi.concierge.validator.around import Around
from hibachi.concierge.validator.roles import ACCEPTS, Mention, Wanted, any_of, item_roles
from hibachi.kit import lazy_re as re

DOLLARS = r"\s*(?:dollars?|bucks|usd)?"

FOOD_CUE = re.compile(r"\b(?:travel|mileage|food|minimum|before|without|guests|zip|plus)\b")

TIMES = re.compile(
    r"(?:x|×|@)\s*$|(?<!looking )(?<!you )(?<!you're )(?<!be )(?<!in )(?<!stays )(?<!is )(?<!stay )\bat\s*$"
)

PRICED = ("adult", "child", "toddler", "extra_protein")


def is_priced(mention: Mention) -> bool:
    return mention.role.startswith("item:") or mention.role in PRICED


def is_beside(a: Around, mention: Mention) -> bool:
    """ "$5 each (salmon)", "$5 each for filet": named right behind the price."""
    return a.end <= mention.start < a.following and bool(
        re.search(r"[(:]\s*$|\bfor (?:the |a )?$", a.text[a.end : mention.start][-14:])
    )


def is_extra(a: Around, mention: Mention) -> bool:
    """ "extra lobster", "2 extra chicken": a portion on top, which costs the extra protein too."""
    return bool(
        re.match(r"extra\b|additional\b", a.text[mention.start :])
        or re.search(r"\b(?:extra|additional) (?:portions? of )?$", a.text[: mention.start])
    )


def _plain(a: Around, role: str) -> Wanted:
    """An extra portion of an included protein costs what any extra protein costs."""
    return ACCEPTS["extra_protein"] if role[5:] in a.included else ()


def of_mention(a: Around, mention: Mention) -> Wanted:
    """The roles of an amount that a mention introduces: "adults: $1,100", "deposit is $100"."""
    role = mention.role
    adds = any_of("difference") if re.search(r"\badds?(?: on)?\s*$", a.before) else ()
    if not is_priced(mention):
        food = ACCEPTS["food"] if role == "total" and FOOD_CUE.search(a.after) else ()
        return (*ACCEPTS[role], *food, *adds)
    if re.match(r"\s*(?:x|×|\*)", a.after) or TIMES.search(a.before):
        return unit_roles(a, mention)
    if mention.counted and role in ("adult", "child", "toddler"):
        return adds or _of_guests(a, role)
    if role.startswith("item:"):
        return (*_of_item(a, mention), *adds)
    single = a.text[mention.start : mention.end] in ("adult", "child", "kid", "toddler")
    return (*item_roles(role, mention.counted, single and not mention.counted), *adds)


def _of_guests(a: Around, role: str) -> Wanted:
    """ "20 adults: $1,100" is a line or, for adults, the total; "10 adults + 4 kids = $670" a sum."""
    guests = {other.role for other in a.earlier if other.role in ("adult", "child", "toddler")}
    if len(guests) > 1:
        line = () if a.before.rstrip().endswith("=") else (frozenset({role, "line"}),)
        cue = a.before.rstrip().endswith("=") or FOOD_CUE.search(a.before + a.after)
        return (*line, *any_of("total"), *(ACCEPTS["food"] if cue else ()))
    food = ACCEPTS["food"] if FOOD_CUE.search(a.before + a.after) or a.before.rstrip().endswith("=") else ()
    return (frozenset({role, "line"}), *((*any_of("total"), *food) if role == "adult" else ()))


def _of_item(a: Around, mention: Mention) -> Wanted:
    """An item's price each, or its line: the line where the sentence counts it or breaks a sum down."""
    role = mention.role
    if role[5:] in a.premium and (is_extra(a, mention) or _is_third(a, mention)):
        each = (frozenset({role, "premium_extra"}), frozenset({role, "extra_protein"}), *_plain(a, role))
        return (frozenset({role, "extra_protein", "line"}),) if mention.counted else each
    with_guests = mention.end <= a.start and any(
        other.counted and other.role in ("adult", "child") for other in a.earlier
    )
    group = re.search(r"\bfor (?:\d+|all|the) (?:of |guests|people|adults|persons)", a.text[mention.end : a.start])
    broken = (
        a.last is not None
        and not re.search(r"\b(?:each|per|apiece|a head)\b", a.text)
        and re.search(r"[:(=]|\bof which\b|\binclud", a.text[: a.start])
        and f"{role[5:]}+line" in a.known
    )
    line = item_roles(role, mention.counted or bool(group) or bool(broken), False)
    return any_of("total") if with_guests else line


def _is_third(a: Around, mention: Mention) -> bool:
    """ "If the third one is lobster, it's $25": the extra protein and the upgrade, but for a part of that sum."""
    part_of = a.last is not None and any("premium_extra" in roles for roles in a.last.wanted)
    around = a.text[max(0, mention.start - 40) : mention.end + 14]
    return bool(re.search(r"\b(?:third|3rd)\b", around)) and not part_of


def unit_roles(a: Around, mention: Mention) -> Wanted:
    if mention.role[5:] in a.premium and is_extra(a, mention):
        return (
            frozenset({mention.role, "premium_extra"}),
            frozenset({mention.role, "extra_protein", "unit"}),
            *_plain(a, mention.role),
        )
    return item_roles(mention.role, False, True)


def item_after(a: Around) -> Mention | None:
    """ "$15 lobster upgrade", "$5 (salmon)", "$60 for the lobster"."""
    for mention in a.named:
        if a.end <= mention.start < a.following and is_priced(mention):
            between = a.text[a.end : mention.start]
            if re.fullmatch(
                DOLLARS + r"\s*(?:\(|(?:for|in) (?:the |a |an |each |all )?(?:\w+ )?|upgrade to |extra for )?", between
            ):
                return mention
    return None


def is_for_all(a: Around, item: Mention) -> bool:
    """ "$550 for the adults", and "$60 for the lobster" where the sentence has counted the lobster."""
    if not re.search(r"\bfor (?:the |all )", a.text[a.end : item.start]):
        return False
    counted = any(mention.counted for mention in a.named if mention.role == item.role)
    listed = f"{item.role[5:]}+line" in a.known and not re.search(r"\b(?:each|per|apiece|a head)\b", a.text)
    return item.role in ("adult", "child", "toddler") or counted or listed
