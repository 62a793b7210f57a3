"""Pure decisions on the menu: which dish a name means, what it costs, and what is known about allergens."""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

from hibachi.language import written
from hibachi.menu import names
from hibachi.menu.schemas import DietaryFact, DietaryFacts, Kind, MenuItem, MenuPage
from hibachi.policies.schemas import Dietary, PolicyBook, Profile

KIN = {
    "shellfish": ("shellfish", "crustacean", "mollusc"),
    "seafood": ("shellfish", "crustacean", "mollusc", "fish"),
    "crab": ("crustacean",),
    "prawn": ("crustacean",),
    "mollusk": ("mollusc",),
    "clam": ("mollusc",),
    "oyster": ("mollusc",),
    "mussel": ("mollusc",),
    "squid": ("mollusc",),
    "gluten": ("gluten", "wheat"),
    "celiac": ("gluten", "wheat"),
    "coeliac": ("gluten", "wheat"),
    "nut": ("nut", "peanut"),
    "almond": ("nut",),
    "cashew": ("nut",),
    "walnut": ("nut",),
    "pecan": ("nut",),
    "pistachio": ("nut",),
    "hazelnut": ("nut",),
    "groundnut": ("peanut",),
    "milk": ("dairy",),
    "lactose": ("dairy",),
    "cheese": ("dairy",),
    "butter": ("dairy",),
    "soya": ("soy",),
    "bacon": ("pork",),
    "ham": ("pork",),
    "sulfite": ("sulphite",),
    "veggie": ("vegetarian",),
    "plant": ("vegan",),
}
"""English words for what a profile may name: the asked word → the words that are looked for."""


@dataclass(frozen=True)
class Menu:
    """The dishes of a profile, found by key or by what people call them."""

    profile: Profile
    items: tuple[MenuItem, ...]

    @classmethod
    def of(cls, profile: Profile) -> "Menu":
        """The menu of a profile; read once for each, since a profile never changes."""
        known = _read.get(id(profile))
        if known is None or known.profile is not profile:
            known = _read[id(profile)] = cls._of(profile)
            while len(_read) > REMEMBERED:
                del _read[next(iter(_read))]
        return known

    @classmethod
    def _of(cls, profile: Profile) -> Self:
        menu = profile.menu
        priced: list[tuple[str, Kind, int]] = [
            *((key, "included", 0) for key in menu.included_proteins),
            *((key, "upgrade", price) for key, price in menu.upgrades_per_person.items()),
            *((key, "addon", price) for key, price in menu.addons_each.items()),
        ]
        return cls(profile, tuple(_item(profile, *entry) for entry in priced))

    @cached_property
    def by_key(self) -> dict[str, MenuItem]:
        """Every dish by its key."""
        return {item.key: item for item in self.items}

    @cached_property
    def _table(self) -> dict[str, str]:
        return names.alias_table(self.by_key, self.profile.menu.included)

    def find(self, name: str) -> MenuItem | None:
        """The dish of a key or of a name that people use, in any case and number; None when no dish is meant."""
        found = self.by_key.get(name) or self.by_key.get(self._table.get(names.folded(name), ""))
        return found

    def aliases(self, key: str) -> list[str]:
        """What people call the dish, the longest first, in singular and plural: ["filet mignon", "filets", …]."""
        phrases = [phrase for phrase, owner in self._table.items() if owner == key]
        spelled = {text for phrase in phrases for text in (phrase, names.plural(phrase))} | {
            written.label(key).casefold()
        }
        return sorted(spelled, key=lambda text: (-len(text), text))

    def label(self, key: str) -> str:
        """The dish as a person reads it."""
        return self.by_key[key].label

    def page(self, book: PolicyBook) -> MenuPage:
        """The menu as it is shown."""
        menu = self.profile.menu
        return MenuPage(
            policy_version=book.version,
            proteins_per_guest=menu.proteins_per_guest,
            items=self.items,
            extra_protein=menu.extra_protein,
            included=menu.included,
            not_included=menu.not_included,
        )


REMEMBERED = 16
_read: dict[int, Menu] = {}
"""Menus by their profile's identity: finding allergens and aliases takes milliseconds, and a turn asks often."""


def _item(profile: Profile, key: str, kind: Kind, price: int) -> MenuItem:
    return MenuItem(
        key=key,
        kind=kind,
        label=written.label(key),
        price=price,
        extra_price=None if kind == "addon" else profile.menu.extra_protein + price,
        allergens=_allergens(profile.dietary, key),
    )


def _allergens(dietary: Dietary, key: str) -> tuple[str, ...]:
    """The allergens whose list names the dish, or a food that the dish's name holds (extra fried rice: fried rice)."""
    dish = f" {names.folded(key)} "
    return tuple(
        allergen
        for allergen, foods in dietary.contains.items()
        if any(f" {names.folded(food)} " in dish for food in foods)
    )


def dietary_facts(profile: Profile, asked: list[str]) -> DietaryFacts:
    """What the profile knows of each thing that was asked for ("shellfish", "nut allergy", "vegan", "filet").

    Says what is present, what is not used and what is possible; that something is absent it never guarantees.
    """
    dietary = profile.dietary
    return DietaryFacts(
        facts=tuple(_fact(profile, text) for text in asked),
        never_promise=dietary.never_promise,
        notice_hours=dietary.notice_hours,
    )


def _fact(profile: Profile, asked: str) -> DietaryFact:
    dietary, words = profile.dietary, _words_meant(asked)

    def meant(text: str) -> bool:
        return bool(words & set(names.folded(text).split()))

    contained = {allergen: foods for allergen, foods in dietary.contains.items() if meant(allergen)}
    return DietaryFact(
        asked=asked,
        contained_in={allergen: tuple(written.label(food) for food in foods) for allergen, foods in contained.items()},
        may_be_in={allergen: where for allergen, where in dietary.may_contain.items() if meant(allergen)},
        not_used=tuple(text for text in dietary.not_used if meant(text)),
        options=tuple(text for text in dietary.options if meant(text)),
    )


def _words_meant(asked: str) -> set[str]:
    words = set(names.folded(asked).split()) - {"free", "allergy", "allergie", "allergic", "and", "or", "to", "tree"}
    return {meant for word in words for meant in KIN.get(word, (word,))}
