"""The menu as it is shown, and what is known about allergens and diets."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from hibachi.kit.money import Money

Kind = Literal["included", "upgrade", "addon"]


class Frozen(BaseModel):
    """Base of what menu says."""

    model_config = ConfigDict(frozen=True)


class MenuItem(Frozen):
    """A dish: price is cents for one person (upgrade) or one piece (add-on), 0 when included.

    extra_price is what a portion beyond the guest's own proteins costs; None for an add-on.
    """

    key: str
    kind: Kind
    label: str
    price: Money
    extra_price: Money | None
    allergens: tuple[str, ...]


class MenuPage(Frozen):
    """The whole menu of one policy version, as a customer reads it."""

    policy_version: int
    proteins_per_guest: int
    items: tuple[MenuItem, ...]
    extra_protein: Money
    included: tuple[str, ...]
    not_included: tuple[str, ...]


class DietaryFact(Frozen):
    """What is known for one thing that was asked for; `known` is false when the profile says nothing of it."""

    asked: str
    contained_in: dict[str, tuple[str, ...]]
    may_be_in: dict[str, str]
    not_used: tuple[str, ...]
    options: tuple[str, ...]

    @property
    def known(self) -> bool:
        """Whether the profile says anything about it."""
        return bool(self.contained_in or self.may_be_in or self.not_used or self.options)


class DietaryFacts(Frozen):
    """What is known to be present, not used, or possible on request. Absence is never guaranteed."""

    facts: tuple[DietaryFact, ...]
    guaranteed: Literal[False] = False
    never_promise: str
    notice_hours: int
