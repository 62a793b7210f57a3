"""Every amount of money in a reply is an amount of the facts, and of the role that the sentence gives it."""

import re
from collections.abc import Iterator

from hibachi.concierge.facts import Leaf
from hibachi.concierge.validator.ground import Ground
from hibachi.concierge.validator.roles import ACCEPTS, PER_HEAD, Mention, Wanted, any_of, fits, item_roles, mentions
from hibachi.concierge.validator.text import Part
from hibachi.kit import money
from hibachi.language.amounts import Amount, find_amounts

_EACH_AFTER = re.compile(
    r"\s*(?:dollars?|bucks|usd)?\s*(?:extra |more |additional )?"
    r"(?:(?P<mile>(?:per|a|an|each|every|/|for each|for every) ?(?:\w+ )?mile)|(?P<adult>(?:per|an?|each|every|/|for each|for every|for an?) ?(?:adult|grown-?up))"
    r"|(?P<child>(?:per|an?|each|every|/|for each|for every|for a) ?(?:child|kid))|(?P<toddler>(?:per|a|each|/) ?toddler)"
    r"|(?P<each>(?:per|an?|each|every|/|for each|for every) ?(?:person|guest|head|portion|plate|order|upgrade|serving|tail|piece|one|of them)\b|each\b|apiece\b|p\.?p\b))"
)
_NOUN_AFTER = re.compile(
    r"\s*(?:dollars?|bucks|usd)?[ -](?:(?:refundable|fixed|flat|non-refundable|remaining|food|party|required|small|one-time|kids?'?|regular|standard|suggested|usual) ?,? ?){0,2}"
    r"(?:(?P<deposit>deposit|down payment)|(?P<minimum>(?:party |food )?minimum)|(?P<reschedule>resched\w+ (?:fee|charge)|(?:date[- ]change|change) fee)"
    r"|(?P<travel>(?:for )?(?:the )?travel(?: fee| cost| charge)?\b|travel|mileage)|(?P<refund>refund|back\b)"
    r"|(?P<balance>balance|left\b|(?:is |would be |will be |are )?(?:still )?(?:left|remaining|due on the day|due (?:on|by|before) the (?:day|party)|outstanding)|remains|remaining|(?:is |to be )?(?:paid|due) on the day)"
    r"|(?P<total>(?:in )?total\b|all[- ]in\b|altogether|in all\b|overall)|(?P<food>(?:for )?(?:the )?food\b|sub-?total|before travel|plus travel)"
    r"|(?P<hold>(?:to |will |would |is all it takes to |and (?:it|that) )?(?:hold|secure|lock|reserve|save|confirm|keep)s?\b)"
    r"|(?P<adult>adults?\b(?! deposit))|(?P<child>(?:child|kid)(?:ren|s)?\b))"
)
_ITEM_AFTER = re.compile(r"\s*(?:dollars?|bucks)?\s*(?:\(|for (?:the |a |an |each )?|upgrade to |\b)")
_LINK = re.compile(
    r"^(?:\s*(?:fee|charge|price|cost|upgrades?|amount|s|due|total|paid)?\s*(?:\([^()]{0,40}\))?\s*(?::|=|-|is|are|of|was|at|comes to|would be|will be|'s|runs|costs?|"
    r"stays at|to)?\s*(?:just|only|still|about|around|exactly|now|a|an|the|then|back|up to|roughly)?\s*(?:\()?)$"
)
_COMPARES = re.compile(
    r"\b(?:was|were|before|previous(?:ly)?|earlier|first quote|old|original(?:ly)?|instead of|up from|down from|from \$|without|rather than|compared|used to|versus|vs|currently|now)\b"
)
_FOOD_CUE = re.compile(r"\b(?:travel|mileage|food|minimum|before|without|guests|zip|plus)\b")
_HOLDS = re.compile(
    r"\b(?:to|will|would|it|that|which) (?:hold|secure|lock|reserve|save|confirm|keep)s?\b|\b(?:holds|secures|locks|reserves) (?:it|your|the|that)\b"
)
_OLD_SPREAD = 1


def check_amounts(ground: Ground) -> None:
    """Refuse amounts that no fact holds, and those whose fact is of another role than the sentence says."""
    items = _items(ground)
    found = list(find_amounts(ground.folded))
    for amount in found:
        ground.take(amount.span.start, amount.span.end)
    for part in ground.sentences:
        inside = [amount for amount in found if part.start <= amount.span.start < part.end]
        named = mentions(part.text, items) if inside else []
        for number, amount in enumerate(inside):
            previous = inside[number - 1].span.end if number else part.start
            following = inside[number + 1].span.start if number + 1 < len(inside) else part.end
            _check(ground, part, named, amount, previous, following)


def _items(ground: Ground) -> tuple[str, ...]:
    menu = ground.profile.menu
    return (*menu.upgrades_per_person, *menu.addons_each)


def _check(ground: Ground, part: Part, named: list[Mention], amount: Amount, previous: int, following: int) -> None:
    start, end = amount.span.start, amount.span.end
    leaves = [leaf for leaf in ground.evidence.amounts.get(amount.cents, []) if amount.currency == "USD"]
    leaves += _premium_extras(ground, amount.cents)
    said = money.spoken(amount.cents)
    if not leaves:
        known = "no fact of this turn holds this amount; use the amounts of the tools' results alone"
        ground.refuse("amount", start, end, f"{said}: {known}")
        return
    wanted = wanted_roles(
        part, named, start - part.start, end - part.start, previous - part.start, following - part.start
    )
    fitting = [leaf for leaf in leaves if fits(leaf.roles, wanted)]
    current = [leaf for leaf in fitting if not leaf.stale or _may_be_old(part, leaf)]
    if current:
        ground.accept(start, end, current[-1])
        return
    is_what = " or ".join(sorted({"/".join(sorted(leaf.roles)) for leaf in leaves}))
    should = " or ".join(sorted({"/".join(sorted(roles)) for roles in wanted}))
    old = " of an older quote" if fitting else ""
    ground.refuse(
        "amount_role", start, end, f"the facts give {said} as {is_what}{old}, but the sentence says it is {should}"
    )


def _premium_extras(ground: Ground, cents: int) -> Iterator[Leaf]:
    """An extra portion of a premium protein costs the extra protein and its upgrade: known from the price list."""
    menu = ground.profile.menu
    for key, upgrade in menu.upgrades_per_person.items():
        if menu.extra_protein + upgrade == cents:
            base = ground.evidence.amounts.get(menu.extra_protein) or []
            for leaf in base[:1]:
                yield Leaf(leaf.fact, leaf.path, leaf.value, frozenset({"premium_extra", f"item:{key}"}))


def _may_be_old(part: Part, leaf: Leaf) -> bool:
    """An amount of an older quote may be said in a comparison, or beside the guests of that quote."""
    if _COMPARES.search(part.text):
        return True
    counts = {
        int(number)
        for number in re.findall(r"\b\d{1,3}\b(?= (?:adults|people|guests|kids|children|of you))", part.text)
    }
    return bool(leaf.party) and bool(counts & {leaf.party[0], sum(leaf.party), sum(leaf.party[:2])})


def wanted_roles(part: Part, named: list[Mention], start: int, end: int, previous: int, following: int) -> Wanted:
    """The roles that the words around an amount give it; positions are within the sentence."""
    text = part.text
    after, before = text[end:following], text[previous:start]
    earlier = [mention for mention in named if previous <= mention.start and mention.end <= start]
    each = _EACH_AFTER.match(after)
    if each:
        return _each(str(each.lastgroup), text, named, start, end, following)
    if re.search(r":\s*$", before) and (label := _label(named, text, start)):
        return _of(label, before, after)
    direct = earlier[-1] if earlier and _LINK.match(text[earlier[-1].end : start]) else None
    noun = _NOUN_AFTER.match(after)
    by_noun = _noun(str(noun.lastgroup)) if noun else None
    if direct and not (direct.aside and direct.counted and not re.search(r"[:=]\s*$", before)):
        by_direct = _of(direct, before, after)
        spaced = not text[direct.end : start].strip()
        return (*by_direct, *by_noun) if by_noun and spaced else by_direct
    if by_noun:
        return by_noun
    if item := _item_after(named, text, end, following):
        return item
    if _HOLDS.search(after) or re.search(r"\b(?:to|that) (?:hold|secure|lock|reserve)s?\b[^,;]*$", before):
        return ACCEPTS["deposit"]
    return _by_sentence(text, named, earlier, before, after)


def _label(named: list[Mention], text: str, start: int) -> Mention | None:
    """The first role of "Travel (83.4 miles, 54 billed at $2 each): $108"; a bracket may hold amounts, a comma not."""
    line = re.split(r"\)?[;,] (?![^(]*\))|\. ", text[:start])[-1]
    first = start - len(line)
    return next((mention for mention in named if first <= mention.start < start), None)


def _each(kind: str, text: str, named: list[Mention], start: int, end: int, following: int) -> Wanted:
    if kind == "mile" or (kind == "each" and re.search(r"\bmiles?\b[^$]{0,30}$|\bbilled\b[^$]{0,12}$", text[:start])):
        return ACCEPTS["per_mile"]
    if kind in ("adult", "child", "toddler"):
        return ACCEPTS[kind]
    dishes = [
        mention
        for mention in named
        if mention.role.startswith("item:") or mention.role in ("extra_protein", "child", "adult", "toddler")
    ]
    near = [mention for mention in dishes if mention.end <= start][-1:] or [
        mention for mention in dishes if end <= mention.start < following
    ][:1]
    if not near:
        return PER_HEAD
    if near[0].role == "adult":
        return (*ACCEPTS["adult"], *any_of("per_person"))
    return _unit(near[0], text[:start])


def _unit(mention: Mention, before: str) -> Wanted:
    if mention.role.startswith("item:") and re.search(r"\bextra\b", before[max(0, mention.start - 24) :]):
        return (frozenset({mention.role, "unit"}), frozenset({mention.role, "premium_extra"}))
    return item_roles(mention.role, False, True)


def _noun(kind: str) -> Wanted:
    if kind == "hold":
        return ACCEPTS["deposit"]
    if kind == "food":
        return any_of("food", "subtotal", "total")
    return ACCEPTS[kind]


def _of(mention: Mention, before: str, after: str) -> Wanted:
    """The roles of an amount that a mention introduces directly: "adults: $1,100", "deposit is $100"."""
    role = mention.role
    priced = role.startswith("item:") or role in ("adult", "child", "toddler", "extra_protein")
    if not priced:
        return (*ACCEPTS[role], *ACCEPTS["food"]) if role == "total" and _FOOD_CUE.search(after) else ACCEPTS[role]
    if re.match(r"\s*(?:=|x|×|\*)", after) or re.search(r"(?:x|×|at|@)\s*$", before):
        return item_roles(role, False, True)
    if mention.counted and role in ("adult", "child", "toddler"):
        return (
            frozenset({role, "line"}),
            *any_of("total"),
            *(ACCEPTS["food"] if _FOOD_CUE.search(before + after) else ()),
        )
    extra = (frozenset({role, "premium_extra"}),) if re.search(r"\bextra\b", before) else ()
    return (*item_roles(role, mention.counted, False), *extra)


def _item_after(named: list[Mention], text: str, end: int, following: int) -> Wanted | None:
    """ "$15 lobster upgrade", "$5 (salmon)", "$60 for the lobster"."""
    for mention in named:
        if end <= mention.start < following and (
            mention.role.startswith("item:") or mention.role in ("extra_protein", "adult", "child")
        ):
            between = text[end : mention.start]
            if re.fullmatch(
                r"\s*(?:dollars?|bucks)?\s*(?:\(|for (?:the |a |an |each |all )?(?:\d+ )?|upgrade to |extra for )?",
                between,
            ):
                if mention.role in ("adult", "child") and mention.counted:
                    return (
                        *any_of(f"{mention.role}+line", "total"),
                        *(ACCEPTS["food"] if _FOOD_CUE.search(text) else ()),
                    )
                return _of(mention, text[:end], text[mention.end :])
    return None


def _by_sentence(text: str, named: list[Mention], earlier: list[Mention], before: str, after: str) -> Wanted:
    """No word stands right beside the amount: the nearest that is no aside, else what a bare amount means."""
    if re.search(r"(?:x|×|@|\bat)\s*$", before):
        return any_of("unit")
    if re.search(r"\+\s*$", before) or re.match(r"\s*\+", after):
        return any_of("line", "travel_fee", "food", "subtotal", "reschedule_fee")
    if re.search(r"=\s*$", before):
        return any_of("line", "total", "food", "subtotal", "travel_fee")
    if re.match(r"\s*(?:x|×)", after):
        return any_of("unit")
    main = [mention for mention in earlier if not mention.aside and not mention.counted]
    strong = [
        mention
        for mention in main
        if not mention.role.startswith("item:") and mention.role not in ("adult", "child", "toddler")
    ]
    if chosen := (strong or main):
        mention = chosen[-1]
        return _of(mention, before, after)
    if any(mention.role.startswith("item:") or mention.role == "extra_protein" for mention in earlier):
        mention = next(m for m in reversed(earlier) if m.role.startswith("item:") or m.role == "extra_protein")
        return (*_of(mention, before, after), *any_of("total", "difference"))
    if re.match(r"\s*(?:more|extra|less|additional)\b", after):
        return (*any_of("difference"), *any_of("line", "travel_fee", "reschedule_fee"))
    extra = ACCEPTS["food"] if _FOOD_CUE.search(text) else ()
    return (*any_of("total", "proteins"), *extra)
