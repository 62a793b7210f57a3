"""What makes a party one that can be priced: names become keys, counts are checked, portions fit the guests. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping

from hibachi.menu.rules import Menu
from hibachi.menu.schemas import Kind, MenuItem
from hibachi.policies.schemas import Profile
from hibachi.quotes.errors import InvalidParty
from hibachi.quotes.schemas import LARGEST_COUNT, Bands, Party

ANY = "any"
"""An extra portion of an included protein that nobody has chosen yet."""


def bands(ages: Iterable[int], profile: Profile) -> Bands:
    """People counted by the profile's age bands, from their ages in whole years. Raises InvalidParty below zero."""
    counts: Counter[str] = Counter()
    for age in ages:
        if age < 0:
            raise InvalidParty("An age cannot be negative.")
        counts[_band(age, profile)] += 1
    return Bands(adults=counts["adult"], children=counts["child"], toddlers=counts["toddler"])


def _band(age: int, profile: Profile) -> str:
    for name, band in (("toddler", profile.prices.toddler), ("child", profile.prices.child)):
        oldest = band.oldest()
        if oldest is not None and age <= oldest:
            return name
    return "adult"


def settled(party: Party, profile: Profile) -> Party:
    """The party with every dish by its key and in its place, without zeros, checked against the profile.

    Raises InvalidParty with a sentence that names what is wrong and what exists.
    """
    _check_guests(party, profile)
    menu = Menu.of(profile)
    chosen = _by_key(menu, (*party.proteins.items(), *party.upgrades.items()), ("included", "upgrade"))
    proteins, upgrades = _of_kind(menu, chosen, "included"), _of_kind(menu, chosen, "upgrade")
    check_portions(sum(chosen.values()), party.paying, profile)
    return party.model_copy(
        update={
            "proteins": proteins,
            "upgrades": upgrades,
            "extra_proteins": extras(party.extra_proteins, menu),
            "addons": _by_key(menu, party.addons.items(), ("addon",)),
        }
    )


def selections(chosen: Mapping[str, int], menu: Menu) -> dict[str, int]:
    """Proteins that guests chose, by key. Raises InvalidParty."""
    return _by_key(menu, chosen.items(), ("included", "upgrade"))


def extras(wanted: Mapping[str, int], menu: Menu) -> dict[str, int]:
    """Extra portions by key; "any" stands for an included protein not chosen yet. Raises InvalidParty."""
    named = [(name, count) for name, count in wanted.items() if name != ANY]
    unchosen = _counted(ANY, wanted.get(ANY, 0))
    return {**({ANY: unchosen} if unchosen else {}), **_by_key(menu, named, ("included", "upgrade"))}


def check_portions(portions: int, paying: int, profile: Profile) -> None:
    """Each guest has so many proteins, and a choice or upgrade takes the place of one. Raises InvalidParty."""
    most = profile.menu.proteins_per_guest * paying
    if portions > most:
        raise InvalidParty(
            f"{paying} paying guests have {most} protein portions ({profile.menu.proteins_per_guest} each), "
            f"but {portions} were chosen.",
            next_step="Choose fewer, or name the portions beyond that as extra proteins.",
        )


def _check_guests(party: Party, profile: Profile) -> None:
    counts = (party.adults, party.children, party.toddlers)
    limits = profile.booking.guests
    if min(counts) < 0:
        raise InvalidParty("A number of guests cannot be negative.")
    if party.paying < limits.min:
        raise InvalidParty(f"A party has at least {limits.min} paying guest{'s' if limits.min > 1 else ''}.")
    if party.guests > limits.max:
        raise InvalidParty(
            f"{party.guests} guests are more than the {limits.max} that we serve at one party.",
            next_step="Ask for a person of our team about a party of this size.",
        )
    if party.toddlers and not party.adults:
        raise InvalidParty("Toddlers eat free with a paying adult, so there must be an adult.")


def _by_key(menu: Menu, named: Iterable[tuple[str, int]], kinds: tuple[Kind, ...]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for name, count in named:
        counts[_dish(menu, name, kinds).key] += _counted(name, count)
    order = [item.key for item in menu.items]
    return {key: _counted(key, counts[key]) for key in sorted(counts, key=order.index) if counts[key]}


def _dish(menu: Menu, name: str, kinds: tuple[Kind, ...]) -> MenuItem:
    dish = menu.find(name)
    if dish is None or dish.kind not in kinds:
        what = "an add-on" if kinds == ("addon",) else "a protein"
        known = ", ".join(item.label for item in menu.items if item.kind in kinds)
        raise InvalidParty(
            f'"{name[:80]}" is not {what} of the menu.', next_step=f"Choose among: {known}.", unknown=name[:80]
        )
    return dish


def _counted(name: str, count: int) -> int:
    if not 0 <= count <= LARGEST_COUNT:
        raise InvalidParty(f'The number of "{name[:80]}" is a whole number from 0 to {LARGEST_COUNT}.')
    return count


def _of_kind(menu: Menu, counts: Mapping[str, int], kind: Kind) -> dict[str, int]:
    return {key: count for key, count in counts.items() if menu.by_key[key].kind == kind}
