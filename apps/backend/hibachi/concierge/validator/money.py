"""Every amount of money in a reply is an amount of the facts, and of the role that the sentence gives it."""

import re
from collections.abc import Iterator

from hibachi.concierge.facts import Leaf
from hibachi.concierge.validator.binding import Bound, Around, bind
from hibachi.concierge.validator.ground import Ground
from hibachi.concierge.validator.roles import Mention, fits, mentions
from hibachi.concierge.validator.text import Part
from hibachi.kit import money
from hibachi.language.amounts import Amount, find_amounts

_OLD_BEFORE = re.compile(
    r"(?:\bfrom|\binstead of|\bwas|\bwere|\bpreviously|\boriginally|\brather than|\bcompared (?:to|with)|\bversus|\bvs\.?|\bold total(?: of| was)?|\b(?:first|earlier|old) quote(?: of| was)?"
    r"|\bwithout (?:the |any |them|it|that)?[a-z ]*(?:it's|it was|it would be|the total (?:is|was)|:|is|was)?)\s*(?:the |a |just )?$"
)
_OLD_AFTER = re.compile(
    r"\s*(?:before\b(?! (?:travel|the|we|your))|earlier|originally|previously|without (?:the|any|them|it|upgrades))"
)
_GLUED = re.compile(r"(?<=\d) (?=\$ ?\d)")
_PARTIES = re.compile(r"\b\d{1,3}\b(?= (?:adults|people|guests|kids|children|of you))")


def check_amounts(ground: Ground) -> None:
    """Refuse amounts that no fact holds, and those whose fact is of another role than the sentence says."""
    items = (*ground.profile.menu.upgrades_per_person, *ground.profile.menu.addons_each)
    found = [amount for amount in find_amounts(_GLUED.sub(";", ground.folded)) if not _is_zip(ground, amount)]
    for amount in found:
        ground.take(amount.span.start, amount.span.end)
    for part in ground.sentences:
        inside = [amount for amount in found if part.start <= amount.span.start < part.end]
        if inside:
            _check_sentence(ground, part, inside, mentions(part.text, items))


def _is_zip(ground: Ground, amount: Amount) -> bool:
    return not amount.marked and bool(re.fullmatch(r"\d{5}", ground.folded[amount.span.start : amount.span.end]))


def _check_sentence(ground: Ground, part: Part, amounts: list[Amount], named: list[Mention]) -> None:
    last: Bound | None = None
    for number, amount in enumerate(amounts):
        previous = amounts[number - 1].span.end - part.start if number else 0
        following = amounts[number + 1].span.start - part.start if number + 1 < len(amounts) else len(part.text)
        around = Around(
            part.text, named, amount.span.start - part.start, amount.span.end - part.start, previous, following, last
        )
        last = bind(around)
        _check(ground, part, amount, last)


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
    current = [leaf for leaf in fitting if not leaf.stale or compared or _is_of_its_party(part, leaf)]
    if compared and any(leaf.stale for leaf in fitting):
        current = [leaf for leaf in fitting if leaf.stale]
    elif compared and _has_older(ground, bound):
        current = []
    if current:
        ground.accept(start, end, current[-1])
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


def _is_of_its_party(part: Part, leaf: Leaf) -> bool:
    """An amount of an older quote may be said beside the guests of that quote."""
    counts = {int(number) for number in _PARTIES.findall(part.text)}
    return bool(leaf.party) and bool(counts & {leaf.party[0], sum(leaf.party), sum(leaf.party[:2])})
