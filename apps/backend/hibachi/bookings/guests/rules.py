"""Pure decisions about guests' choices: what one may choose, which seat is free, and what a party becomes of them."""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from hibachi.bookings.guests.errors import InvalidChoice
from hibachi.bookings.guests.schemas import ChosenDish, GuestChoice, GuestDish, GuestWish
from hibachi.bookings.schemas import Reason
from hibachi.customers import rules as customers
from hibachi.menu.rules import Menu

LIVE = ("deposit_pending", "confirmed")
MOST_NOTES, LONGEST_NOTE = 50, 200
"""How many lines of allergies and diets a party has, and how long one is."""
LONGEST_NAME = 40
CHOICES_STALE = Reason(
    code="choices_stale",
    sentence="A guest has chosen since.",
    next_step="Look at what it comes to now and decide again.",
)


def folded(name: str) -> str:
    """A name as it is compared: "José  Ruiz" and "jose ruiz" are one."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def first_name(name: str | None) -> str | None:
    """What guests may read of their host's name."""
    first = customers.first_name(name)
    return first[:LONGEST_NAME] if first else None


def deadline(start: datetime, cutoff_hours: int) -> datetime:
    """The last instant at which a guest may choose: the owner's limit for changes of the menu."""
    return start - timedelta(hours=cutoff_hours)


def free_seat(taken: Collection[int], guests: int) -> int | None:
    """The lowest seat that no guest has, 1 to guests; None when as many chose as there are guests, on whatever seats."""
    if len(taken) >= guests:
        return None
    return next((seat for seat in range(1, guests + 1) if seat not in taken), None)


def dishes(wish: GuestWish, menu: Menu) -> list[str]:
    """The chosen proteins by key, in the menu's order. Raises InvalidChoice."""
    most = menu.profile.menu.proteins_per_guest
    if wish.age == "toddler" and wish.dishes:
        raise InvalidChoice("Little ones eat along and choose no proteins of their own.", next_step="Leave them out.")
    if len(wish.dishes) > most:
        raise InvalidChoice(f"Each guest has {most} proteins.", next_step=f"Choose at most {most}.")
    order = [item.key for item in menu.items]
    return sorted((_key(menu, name) for name in wish.dishes), key=order.index)


def _key(menu: Menu, name: str) -> str:
    dish = menu.find(name)
    if dish is None or dish.kind == "addon":
        raise InvalidChoice(f'"{name}" is not a protein of the menu.', next_step="Choose one that is on the page.")
    return dish.key


def named(key: str, menu: Menu) -> ChosenDish:
    """A dish as a person reads it; one that left the menu since has its key for a name."""
    item = menu.by_key.get(key)
    if item is None:
        return ChosenDish(key=key, label=key.replace("_", " "), upgrade=False)
    return ChosenDish(key=key, label=item.label, upgrade=item.kind == "upgrade")


def tally(choices: Iterable[GuestChoice], menu: Menu, declined: Collection[UUID] = ()) -> list[GuestDish]:
    """Portions of each dish over all guests, in the menu's order; upgrades that the host declined are left out."""
    wanted = [dish.key for one in choices for dish in one.dishes if not (dish.upgrade and one.id in declined)]
    counted = Counter(wanted)
    return [
        GuestDish(**named(item.key, menu).model_dump(), portions=counted[item.key])
        for item in menu.items
        if counted[item.key]
    ]


def notes(choices: Iterable[GuestChoice]) -> list[str]:
    """Allergies and diets as lines of the party, each with its guest's name; allergies first."""
    told = list(choices)
    said = [f"{one.name}: allergic to {one.allergies}" for one in told if one.allergies]
    return said + [f"{one.name}: {one.diet}" for one in told if one.diet]


def noted(present: Sequence[str], earlier: Collection[str], fresh: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """The party's notes with the guests' ones in place of those taken over before, and the guests' own lines of them.

    Several guests share a line where there are more than a party has lines; None when they do not fit even so.
    """
    kept = [line for line in present if line not in earlier]
    room = MOST_NOTES - len(kept)
    lines = list(fresh) if len(fresh) <= room else _packed(fresh)
    return ([*kept, *lines], lines) if len(lines) <= room else None


def _packed(lines: Iterable[str]) -> list[str]:
    packed: list[str] = []
    for line in lines:
        if packed and len(packed[-1]) + 2 + len(line) <= LONGEST_NOTE:
            packed[-1] += f"; {line}"
        else:
            packed.append(line)
    return packed
