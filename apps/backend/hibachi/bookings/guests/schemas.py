"""What a guest says, and what guests, their host and staff see of it."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from hibachi.bookings.schemas import ChangePreview, Frozen, Line, Reason
from hibachi.menu.schemas import MenuPage

Age = Literal["adult", "child", "toddler"]
GuestName = Annotated[Line, Field(max_length=40)]
Words = Annotated[Line, Field(max_length=100)]
DeviceKey = Annotated[str, StringConstraints(min_length=32, max_length=100, pattern=r"^[A-Za-z0-9_-]+$")]
"""Made by the guest's own browser: whoever has it may correct the entry."""
DishName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]


class GuestWish(BaseModel):
    """What a guest wants, as it comes in: proteins by key or name, one for each portion, upgrades among them."""

    model_config = ConfigDict(extra="forbid")
    key: DeviceKey
    name: GuestName
    age: Age = "adult"
    dishes: Annotated[list[DishName], Field(max_length=20)] = []
    diet: Words | None = None
    allergies: Words | None = None


class ChosenDish(Frozen):
    """A dish of a guest; upgrade: it costs the host. One that left the menu since is none."""

    key: str
    label: str
    upgrade: bool


class GuestChoice(Frozen):
    """What one guest chose: a dish for each portion."""

    id: UUID
    name: str
    age: Age
    dishes: list[ChosenDish]
    diet: str | None
    allergies: str | None
    changed_at: datetime


class OwnChoice(GuestChoice):
    """One's own entry, with the key that may correct it."""

    key: str


class ChoosingPage(Frozen):
    """What the link opens: whose party, which day, the menu at the party's own prices, and the device's own entries.

    Nothing of the party's money, address or contact. closed says why nothing can be chosen any more; until: the last
    instant at which it can, to be told in the zone of the party. places: how many guests may still choose.
    """

    host: str | None
    day: date
    zone: str
    until: datetime
    closed: Reason | None
    places: int
    menu: MenuPage
    mine: list[OwnChoice]


class GuestDish(ChosenDish):
    """So many portions of a dish over all guests."""

    portions: int


class Gathered(Frozen):
    """What the host sees: the link (none was made yet, or the party is over: None), and who chose what.

    guests: how many the party has. revision: what a yes to taking over has to name.
    """

    link: str | None
    until: datetime
    closed: Reason | None
    guests: int
    choices: list[GuestChoice]
    dishes: list[GuestDish]
    revision: int
    taken_at: datetime | None


class TakeOver(BaseModel):
    """Which upgrades the host does not want to pay: ids of guests' entries, whose other dishes are taken all the same."""

    model_config = ConfigDict(extra="forbid")
    declined: Annotated[list[UUID], Field(max_length=200)] = []


class TakeOverYes(TakeOver):
    """The yes to what was shown: the party's revision, and the one of the choices."""

    revision: Annotated[int, Field(ge=1, le=2**31 - 1)]
    choices: Annotated[int, Field(ge=1, le=2**31 - 1)]


class TakeOverPreview(Frozen):
    """What taking the choices over would do: to the price, to the dishes, to the notes. choices: their revision."""

    change: ChangePreview
    dishes: list[GuestDish]
    notes: list[str]
    choices: int


class SheetGuest(Frozen):
    """One guest as the chef needs it, dishes by the names that a person reads."""

    name: str
    age: Age
    dishes: list[str]
    diet: str | None
    allergies: str | None
