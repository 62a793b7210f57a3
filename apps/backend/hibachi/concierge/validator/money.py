"""Every amount of money in a reply is an amount of the facts, and of the role that the sentence gives it."""

from collections.abc import Iterator
from itertools import pairwise

from hibachi.concierge.facts import Fact, Leaf
from hibachi.concierge.validator.around import Around, Bound
from hibachi.concierge.validator.bare import find_bare
from hibachi.concierge.validator.binding import TIP, bind
from hibachi.concierge.validator.ground import Ground
from hibachi.concierge.validator.roles import ACCEPTS, Mention, aliases, fits, mentions
from hibachi.concierge.validator.text import Part
from hibachi.kit import lazy_re as re
from hibachi.kit import money
from hibachi.language.amounts import Amount, find_amounts
from hibachi.language.numbers import WORDS, to_int

_OLD_BEFORE = re.compile(
    r"(?:\bon top of|\bfrom|\binstead of|\bwas|\bwere|\bpreviously|\boriginally|\brather than"
    r"|\bcompared (?:to|with)|\bversus|\bvs\.?|\bold total(?: of| was)?"
    r"|\b(?:first|earlier|old) quote(?: of| was)?"
    r"|\bwithout (?:the |any |them|it|that)?[a-z ]*(?:it's|it was|it would be|the total (?:is|was)|:"
    r"|is|was)?)\s*(?:the |a |just )?$"
)
_OLD_AFTER = re.compile(
    r"\s*(?:before\b(?! (?:travel|the|we|your))|earlier|originally|previously|without (?:the|any|them|it|upgrades))"
)
_GLUED = re.compile(r"(?<=\d) (?=\$ ?\d)")
_PARTIES = re.compile(r"\b\d{1,3}\b(?= (?:adults|people|guests|kids|children|of you))")


def check_amounts(ground: Ground) -> None:
    """Refuse amounts that no fact holds, and those whose fact is of another role than the sentence says."""
    menu = ground.profile.menu
    items = (*menu.upgrades_per_person, *menu.addons_each)
    found = [amount for amount in find_amounts(_GLUED.sub(";", ground.folded)) if not _is_zip(ground, amount)]
    found = sorted([*found, *find_bare(ground, found, items)], key=lambda amount: amount.span.start)
    for amount in found:
        ground.take(amount.span.start, amount.span.end)
    asked, known = _asked(ground, items), _known(ground) if found else frozenset()
    for part in ground.sentences:
        inside = [amount for amount in found if part.start <= amount.span.start < part.end]
        if inside:
            _check_sentence(
                ground, part, inside, asked, known, mentions(part.text, items, tuple(menu.included_proteins))
            )


def _known(ground: Ground) -> frozenset[str]:
    """Which lines and sums the facts have: "lobster_tail+line", "proteins", "difference"."""
    roles = {leaf.roles for leaves in ground.evidence.amounts.values() for leaf in leaves}
    lines = {f"{role.removeprefix('item:')}+line" for some in roles if "line" in some for role in some}
    if re.search(r"\bmiles?\b", ground.folded):
        lines.add("miles")
    return frozenset(lines | {role for some in roles for role in some & {"proteins", "difference", "total"}})


_ASKS_ALL = re.compile(
    r"\b(?:total|altogether|all in|quote|how much (?:for|is it for|would)|price for|cost for|adults"
    r"|people|guests|kids|of us)\b"
)


def _asked(ground: Ground, items: tuple[str, ...]) -> tuple[str, ...]:
    """What alone the last message asks the price of: "and the deposit?"."""
    last = ground.heard[len(ground.said) - 1] if ground.said else ""
    if _ASKS_ALL.search(last):
        return ()
    return tuple(
        {
            mention.role
            for mention in mentions(last, items)
            if not mention.aside
            and (mention.role in ACCEPTS or mention.role.startswith("item:"))
            and mention.role != "total"
        }
    )


def _is_zip(ground: Ground, amount: Amount) -> bool:
    return not amount.marked and bool(re.fullmatch(r"\d{5}", ground.folded[amount.span.start : amount.span.end]))


def _check_sentence(
    ground: Ground,
    part: Part,
    amounts: list[Amount],
    asked: tuple[str, ...],
    known: frozenset[str],
    named: list[Mention],
) -> None:
    premium = frozenset((*ground.profile.menu.upgrades_per_person, *ground.profile.menu.included_proteins))
    last: Bound | None = None
    _check_sums(ground, part, amounts)
    for number, amount in enumerate(amounts):
        previous = amounts[number - 1].span.end - part.start if number else 0
        following = amounts[number + 1].span.start - part.start if number + 1 < len(amounts) else len(part.text)
        start, end = amount.span.start - part.start, amount.span.end - part.start
        last = bind(
            Around(
                part.text,
                named,
                start,
                end,
                previous,
                following,
                last,
                known,
                premium,
                frozenset(ground.profile.menu.included_proteins),
                asked,
            )
        )
        _check(ground, part, amount, last)
        if number and (tip := TIP.search(part.text[:start])) and tip["percent"]:
            _check_tip(ground, int(tip["percent"]), amounts[number - 1], amount)
        if last.product:
            _check_product(ground, part, amounts[number - 1], amount)


_COUNT_BEFORE = re.compile(rf"(?<![$\w.,])(?:\d{{1,3}}|{WORDS})\b(?![.,]?\d)")
_TIMES_AFTER = re.compile(r" ?(?:x|×) ?(\d{1,3})\b")


def _check_product(ground: Ground, part: Part, unit: Amount, product: Amount) -> None:
    """ "4 lobster tails at $15 each are $60" must be right as arithmetic too."""
    after = _TIMES_AFTER.match(part.text[unit.span.end - part.start :])
    before = list(
        _COUNT_BEFORE.finditer(part.text[max(0, unit.span.start - part.start - 48) : unit.span.start - part.start])
    )
    found = [after[1]] if after else [match.group() for match in before[-1:]]
    if _is_travel(ground, product) and not any(
        "per_mile" in leaf.roles for leaf in ground.evidence.amounts.get(unit.cents, [])
    ):
        ground.refuse("amount_role", unit.span.start, unit.span.end, "this is not the price of a mile")
    counts = [count for words in found if (count := to_int(words))]
    if counts and all(unit.cents * count != product.cents for count in counts):
        right = money.spoken(unit.cents * counts[0])
        ground.refuse(
            "arithmetic", unit.span.start, product.span.end, f"{counts[0]} times {money.spoken(unit.cents)} is {right}"
        )


def _check_tip(ground: Ground, percent: int, whole: Amount, tip: Amount) -> None:
    """ "20% of $1,440 is $288" must be right as arithmetic too."""
    right = (whole.cents * percent + 50) // 100
    if right != tip.cents:
        ground.refuse("arithmetic", whole.span.start, tip.span.end, f"{percent}% of it is {money.spoken(right)}")


def _is_travel(ground: Ground, amount: Amount) -> bool:
    leaves = ground.evidence.amounts.get(amount.cents, [])
    return bool(leaves) and all("travel_fee" in leaf.roles for leaf in leaves)


_PLUS = re.compile(r"^[^+$=]{0,24}(?:\+|\bplus\b)[^+$=]{0,16}$")
_MAKES = re.compile(r"^[^+$=]{0,24}(?:=|\bmakes?\b|\bfor a total of\b)[^+$=]{0,8}$")
_SUM_OF = re.compile(r"^[^.$=]{0,12}[:(] *$")


def _check_sums(ground: Ground, part: Part, amounts: list[Amount]) -> None:
    """ "$1,396: $1,320 + $60 + $16", "$670 + $108 = $778": what is added up must add up."""
    links = [part.text[one.span.end - part.start : two.span.start - part.start] for one, two in pairwise(amounts)]
    first = 0
    while first < len(links):
        last = first
        while last < len(links) and _PLUS.match(links[last]):
            last += 1
        if last > first:
            _check_sum(ground, part, amounts, links, first, last)
        first = max(last, first + 1)


def _check_sum(ground: Ground, part: Part, amounts: list[Amount], links: list[str], first: int, last: int) -> None:
    parts = amounts[first : last + 1]
    if re.search(r"\beach\b", part.text[parts[-1].span.end - part.start :]):
        return
    total = amounts[last + 1] if last < len(links) and _MAKES.match(links[last]) else None
    if total is None and first and _SUM_OF.match(links[first - 1]):
        total = amounts[first - 1]
    if total is not None and sum(amount.cents for amount in parts) != total.cents:
        right = money.spoken(sum(amount.cents for amount in parts))
        ground.refuse("arithmetic", parts[0].span.start, parts[-1].span.end, f"these add up to {right}")


def _check(ground: Ground, part: Part, amount: Amount, bound: Bound) -> None:
    start, end = amount.span.start, amount.span.end
    leaves = [leaf for leaf in ground.evidence.amounts.get(amount.cents, []) if amount.currency == "USD"]
    leaves += _premium_extras(ground, amount.cents)
    said = money.spoken(amount.cents)
    if not leaves:
        ground.refuse(
            "amount", start, end, f"{said}: no fact of this turn holds this amount; use the tools' results alone"
        )
        return
    fitting = [leaf for leaf in leaves if fits(leaf.roles, bound.wanted)]
    compared = _is_compared(part, start - part.start, end - part.start)
    current = [leaf for leaf in fitting if not leaf.stale or compared or _is_of_its_party(ground, part, leaf)]
    if compared and any(leaf.stale for leaf in fitting):
        current = [leaf for leaf in fitting if leaf.stale]
    elif compared and _has_older(ground, bound):
        current = []
    elif not compared and (named := _menus_named(ground, part)):
        current = [leaf for leaf in current if not leaf.party or leaf.fact in named]
    if current:
        own = [leaf for leaf in current if leaf.party and _is_of_its_menu(ground, part, leaf)]
        ground.accept(start, end, (own or current)[-1])
        return
    is_what = " or ".join(sorted({"/".join(sorted(leaf.roles)) for leaf in leaves}))
    should = " or ".join(sorted({"/".join(sorted(roles)) for roles in bound.wanted}))
    old = " of an older quote" if fitting else ""
    ground.refuse(
        "amount_role", start, end, f"the facts give {said} as {is_what}{old}, but the sentence says it is {should}"
    )


def _premium_extras(ground: Ground, cents: int) -> Iterator[Leaf]:
    """An extra portion of a premium protein costs the extra protein and its upgrade: known from the price list."""
    menu = ground.profile.menu
    for key, upgrade in menu.upgrades_per_person.items():
        if menu.extra_protein + upgrade == cents:
            for leaf in (ground.evidence.amounts.get(menu.extra_protein) or [])[:1]:
                yield Leaf(leaf.fact, leaf.path, leaf.value, frozenset({"premium_extra", f"item:{key}"}))


def _is_compared(part: Part, start: int, end: int) -> bool:
    """Whether the amount is the old one of a comparison: "from $660", "instead of $1,100", "before it was $660"."""
    return bool(_OLD_BEFORE.search(part.text[:start]) or _OLD_AFTER.match(part.text[end:]))


def _has_older(ground: Ground, bound: Bound) -> bool:
    older = (leaf for leaves in ground.evidence.amounts.values() for leaf in leaves if leaf.stale)
    return any(fits(leaf.roles, bound.wanted) for leaf in older)


def _is_of_its_party(ground: Ground, part: Part, leaf: Leaf) -> bool:
    """An amount of an older quote may be said beside the guests, or the ZIP code, of that quote."""
    place = str(leaf.fact.arguments.get("customer_zipcode") or "")
    if leaf.party and place and place in part.text and place != _place(ground):
        return True
    if leaf.party and leaf.party == _party_of(part) != ground.evidence.party:
        return True
    counts = {int(number) for number in _PARTIES.findall(part.text)} - _sizes(ground.evidence.party)
    return bool(leaf.party) and bool(counts & _sizes(leaf.party) or _is_of_its_menu(ground, part, leaf))


_GUESTS_OF = tuple(
    re.compile(rf"\b(\d{{1,3}}) {who}\b") for who in ("adults?", "(?:child|children|kids?)", "toddlers?")
)


def _party_of(part: Part) -> tuple[int, ...]:
    """The adults, children and toddlers that a sentence counts."""
    found = [pattern.search(part.text) for pattern in _GUESTS_OF]
    return tuple(int(match[1]) if match else 0 for match in found)


_BARE_MENU = re.compile(r"\b(?:included proteins|no upgrades|without (?:any )?(?:upgrades|extras))\b")


def _is_of_its_menu(ground: Ground, part: Part, leaf: Leaf) -> bool:
    """Of several menus of one party, the sentence names the dishes of that quote with their numbers, or that it has none."""
    newest = _newest(ground)
    menu = _menu(leaf.fact)
    if newest is None or menu == _menu(newest):
        return False
    return _names(part, menu) if menu else bool(_BARE_MENU.search(part.text))


def _menus_named(ground: Ground, part: Part) -> list[Fact]:
    """Where several menus of one party were quoted, the quotes whose dishes a sentence names: its amounts are theirs."""
    newest = _newest(ground)
    quotes = [fact for fact in ground.evidence.facts if newest and _guests_of(fact) == _guests_of(newest)]
    if len({tuple(sorted(_menu(fact).items())) for fact in quotes}) < SEVERAL:
        return []
    return [fact for fact in quotes if _menu(fact) and _names(part, _menu(fact))]


SEVERAL = 2


def _guests_of(fact: Fact) -> tuple[int, ...] | None:
    party = fact.result.get("party")
    return (
        tuple(int(party.get(who) or 0) for who in ("adults", "children", "toddlers"))
        if isinstance(party, dict)
        else None
    )


def _names(part: Part, menu: dict[str, int]) -> bool:
    return all(re.search(rf"\b{number} (?:extra )?(?:{aliases(key)})", part.text) for key, number in menu.items())


def _menu(fact: Fact) -> dict[str, int]:
    """What a quote was asked for beside the guests, each dish with its number."""
    shelves = (fact.arguments.get(name) or {} for name in ("protein_selections", "extra_proteins", "addons"))
    return {key: int(number) for shelf in shelves for key, number in shelf.items()}


def _place(ground: Ground) -> str:
    """The ZIP code of the newest quote."""
    newest = _newest(ground)
    return str(newest.arguments.get("customer_zipcode") or "") if newest else ""


def _newest(ground: Ground) -> Fact | None:
    return next((fact for fact in reversed(ground.evidence.facts) if "party" in fact.result), None)


def _sizes(party: tuple[int, ...]) -> set[int]:
    return {party[0], sum(party), sum(party[:2])} if party else set()
