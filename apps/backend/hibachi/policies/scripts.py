"""Scripts: the owner's own words for a situation. Every number in one is filled in from the profile; none is written."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, ValidationInfo

from hibachi.kit import lazy_re as re
from hibachi.kit import money
from hibachi.language.amounts import find_amounts
from hibachi.language.numbers import find_numbers
from hibachi.language.written import label, listed
from hibachi.policies.fields import Key, Part, is_stored
from hibachi.policies.growth import Switch

if TYPE_CHECKING:
    from hibachi.policies.schemas import Profile

Situation = Literal[
    "objection_price",
    "objection_minimum",
    "objection_travel",
    "objection_again",
    "thinking",
    "upsell",
    "greeting",
    "thanks",
    "farewell",
]
SITUATIONS: dict[Situation, str] = {
    "objection_price": "The customer finds the price too high",
    "objection_minimum": "The customer finds the party minimum unfair",
    "objection_travel": "The customer finds the travel fee too high",
    "objection_again": "The customer objects to the same thing once more",
    "thinking": "The customer wants to think about it",
    "upsell": "One suggestion, after a price",
    "greeting": "The first hello",
    "thanks": "The customer says thank you",
    "farewell": "The customer says goodbye",
}
"""Where the concierge uses scripts, in words for a person."""
LONGEST = 600
_BRACES = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_DIGIT = re.compile(r"\d|[$€£¥%]")
_DIET = re.compile(
    r"\b(?:allerg\w*|anaphyla\w*|c(?:o)?eliac|gluten|dairy|lactose|(?:pea|tree[ -]?)?nuts?|sesame"
    r"|shellfish|vegan|vegetarian|halal|kosher|keto|intoleran\w*|dietary|epi-?pens?)\b"
    r"|\b\w+-free\b|\bsafe (?:for|to eat)\b"
    r"|\b(?:contains?|without|free of|free from|no) (?:any )?(?:soy|egg|eggs|wheat|fish|milk|butter"
    r"|pork|meat)\b",
    re.I,
)
_PROMISE = re.compile(
    r"\b(?:refund\w*|money[- ]back|guarantee\w*|discounts?|(?:no|without(?: a| any)?|zero) deposit)\b"
    r"|\b(?:tips?|gratuit(?:y|ies))\b[^.!?]{0,30}\b(?:included|covered|in the price)\b",
    re.I,
)
_ONCE = re.compile(r"\bone\b", re.I)


def problem_of(text: str) -> str | None:
    """Why a text is no script, in a sentence; None where it may be one. Whether its names are known is asked of a profile."""
    bare = _BRACES.sub(" ", text)
    if set("{}") & set(bare) or any(not _NAME.fullmatch(name) for name in names_in(text)):
        return "what is filled in stands in braces, such as {party_minimum}"
    numbers = [one for one in find_numbers(bare) if not _ONCE.fullmatch(one.span.text)]
    if _DIGIT.search(bare) or numbers or find_amounts(bare):
        return "a number is never written: name the fact that holds it, such as {party_minimum}, and it is filled in"
    if said := _DIET.search(bare):
        return f"a script says nothing of diets or allergens (“{said[0]}”): the dietary facts answer those"
    if said := _PROMISE.search(bare):
        return (
            f"a script promises nothing about refunds, deposits, tips or discounts (“{said[0]}”): the "
            "facts answer those"
        )
    return None


def names_in(text: str) -> list[str]:
    """What a script names in braces, in its order."""
    return _BRACES.findall(text)


def _script(text: str, info: ValidationInfo) -> str:
    problem = None if is_stored(info) else problem_of(text)
    if problem:
        raise ValueError(problem)
    return text


Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=3, max_length=LONGEST, pattern=r"^[^\x00]*$"),
    AfterValidator(_script),
]
"""A script's text: sentences with names of facts in braces."""


class Script(Part):
    """The owner's words for a situation; one that is not active is kept and not said."""

    situation: Situation
    text: Words
    active: Switch = True


Scripts = Annotated[dict[Key, Script], Field(max_length=100)]


def facts_of(profile: "Profile") -> dict[str, str]:
    """What may be filled in, as a customer reads it: prices, ages, dishes, the way. A dish has its price under its own name."""
    symbol, menu, prices = money.symbol(profile.business.currency), profile.menu, profile.prices
    extras = {**menu.upgrades_per_person, **menu.addons_each}
    facts = {
        "business": profile.business.name,
        "city": profile.travel.base.city,
        "adult_price": money.spoken(prices.adult.amount, symbol),
        "adult_ages": prices.adult.ages,
        "child_price": money.spoken(prices.child.amount, symbol),
        "child_ages": prices.child.ages,
        "toddler_ages": prices.toddler.ages,
        "party_minimum": money.spoken(prices.party_minimum, symbol),
        "deposit": money.spoken(prices.deposit, symbol),
        "extra_protein": money.spoken(menu.extra_protein, symbol),
        "proteins_per_guest": str(menu.proteins_per_guest),
        "proteins": listed([label(key) for key in menu.included_proteins]),
        "included": listed(list(menu.included)),
        "free_miles": str(profile.travel.free_miles),
        "per_mile": money.spoken(profile.travel.per_mile, symbol),
        **{f"price_of_{key}": money.spoken(amount, symbol) for key, amount in extras.items()},
    }
    dearest = max(menu.upgrades_per_person, key=lambda key: menu.upgrades_per_person[key], default=None)
    if dearest is not None:
        facts |= {"upgrade": label(dearest), "upgrade_price": facts[f"price_of_{dearest}"]}
    return facts


def filled(text: str, facts: dict[str, str]) -> str:
    """A script as a customer reads it. facts: of facts_of, with every name of the text."""
    return _BRACES.sub(lambda found: facts[found[1]], text)


def check_names(profile: "Profile") -> None:
    """Raise ValueError where a script names what the profile does not hold."""
    if not profile.sales.scripts:
        return
    known = facts_of(profile)
    for key, script in profile.sales.scripts.items():
        unknown = [name for name in names_in(script.text) if name not in known]
        if unknown:
            raise ValueError(f"the script {key} names {{{unknown[0]}}}, which nothing fills in")


def in_force(profile: "Profile") -> Iterator[tuple[Situation, str]]:
    """The active scripts as they are said now, by their keys' order. One whose facts are gone is left out."""
    active = [(key, one) for key, one in sorted(profile.sales.scripts.items()) if one.active]
    facts = facts_of(profile) if active else {}
    for _, one in active:
        if all(name in facts for name in names_in(one.text)):
            yield one.situation, filled(one.text, facts)
