"""The party that a follow-up leads to: the quoted one ± what was said. Pure."""

from collections import Counter
from dataclasses import replace

from hibachi.concierge.understanding.following.schemas import (
    Back,
    Delta,
    Dish,
    Follow,
    Heads,
    NoChildren,
    Recast,
    Times,
)
from hibachi.concierge.understanding.parties import Bands, counts_of, merged
from hibachi.concierge.understanding.schemas import GuestWords, PartyState

Shelf = dict[str, int]


def applied(
    follow: Follow, party: PartyState, versions: tuple[PartyState, ...], bands: Bands, upgrades: frozenset[str]
) -> PartyState | None:
    """The party after all that a follow-up says; None where one of it does not fit this party."""
    after: PartyState | None = party
    for delta in follow.deltas:
        if after is None:
            return None
        after = _after(delta, after, versions, bands, upgrades)
    return _no_more_dishes_than_guests(after, bands) if after is not None else None


def _after(
    delta: Delta, party: PartyState, versions: tuple[PartyState, ...], bands: Bands, upgrades: frozenset[str]
) -> PartyState | None:
    if isinstance(delta, Back):
        return _back(delta, party, versions, bands)
    if isinstance(delta, Times):
        return _times(delta, party, bands, upgrades)
    if isinstance(delta, NoChildren):
        young = bool(party.children or party.toddlers or party.ages)
        return merged(party, GuestWords(no_children=True)) if young else None
    if isinstance(delta, Recast):
        return _recast(delta, party)
    if isinstance(delta, Heads):
        return _heads(delta, party, bands)
    return _dish(delta, party, bands, upgrades)


def _back(delta: Back, party: PartyState, versions: tuple[PartyState, ...], bands: Bands) -> PartyState | None:
    if delta.dish is not None:
        return next((one for one in reversed(versions) if delta.dish in {**one.upgrades, **one.addons}), None)
    if delta.guests is None:
        return (versions[0] if delta.first else versions[-1]) if versions else None
    counted = [(one, counts) for one in (*versions, party) if (counts := counts_of(one, bands)) is not None]
    earlier = (one for one, counts in reversed(counted) if delta.guests in (counts.total, counts.adults))
    return next(earlier, None) or merged(party, GuestWords(people=delta.guests))


def _scaled(number: int, by: Times) -> int | None:
    whole, rest = divmod(number * by.number, by.of)
    return whole if whole and not rest else None


def _times(delta: Times, party: PartyState, bands: Bands, upgrades: frozenset[str]) -> PartyState | None:
    """So many times as many of a dish that is there, or of the guests where no children are among them."""
    if delta.key is not None:
        shelf = "upgrades" if delta.key in upgrades else "addons"
        number = _scaled(getattr(party, shelf).get(delta.key, 0), delta)
        return party.model_copy(update={shelf: {**getattr(party, shelf), delta.key: number}}) if number else None
    counts = counts_of(party, bands)
    if counts is None or counts.children or counts.toddlers or party.ages:
        return None
    number = _scaled(counts.total, delta)
    return merged(party, GuestWords(people=number)) if number else None


def _grown(party: PartyState, step: int) -> PartyState | None:
    """The party with so many grown-ups (or people not told apart) more or fewer."""
    slot = "adults" if party.adults is not None and (step > 0 or party.adults + step >= 0) else "unsplit"
    before = getattr(party, slot)
    if before is None or before + step < 0:
        return None
    return party.model_copy(update={slot: before + step, "low": None, "high": None})


def _young(party: PartyState) -> int:
    return max((party.children or 0) + (party.toddlers or 0), len(party.ages)) - (party.toddlers or 0)


def _with_young(party: PartyState, number: int, ages: tuple[int, ...]) -> PartyState:
    return party.model_copy(
        update={"children": _young(party) + number, "ages": (*party.ages, *ages), "all_adults": False}
    )


def _recast(delta: Recast, party: PartyState) -> PartyState | None:
    unaged = _young(party) + (party.toddlers or 0) - len(party.ages)
    rest = None if unaged else _grown(party, -delta.number)
    return _with_young(rest, delta.number, delta.ages) if rest is not None else None


def _of_an_age(party: PartyState, bands: Bands) -> tuple[int, ...]:
    """The ages of the one group of young guests that "the same age" can mean: several of one price."""
    priced = {band: tuple(age for age in party.ages if bands.of(age) == band) for band in ("children", "adults")}
    several = [ages for ages in priced.values() if len(ages) > 1]
    return several[0] if len(several) == 1 else ()


def _heads(delta: Heads, party: PartyState, bands: Bands) -> PartyState | None:
    if delta.who == "alike":
        ages = _of_an_age(party, bands)
        return _with_young(party, delta.number, (ages[0],) * delta.number) if ages else None
    if delta.op == "set" and delta.who == "adults" and party.adults is not None:
        return party.model_copy(update={"adults": delta.number, "unsplit": None, "low": None, "high": None})
    if delta.op == "set":
        return merged(party, GuestWords(people=delta.number))
    step = delta.number if delta.op == "add" else -delta.number
    if delta.who != "children":
        return _grown(party, step)
    if step > 0:
        return _with_young(party, step, delta.ages)
    return _fewer_young(party, delta)


def _fewer_young(party: PartyState, delta: Heads) -> PartyState | None:
    """Without so many children; whose age is not told, only where it makes no difference who."""
    ages, young = list(party.ages), _young(party)
    if delta.number > young or Counter(delta.ages) - Counter(ages):
        return None
    for age in delta.ages:
        ages.remove(age)
    kept = ages if delta.ages else ages[: max(0, young - delta.number)]
    return party.model_copy(update={"children": young - delta.number, "ages": tuple(kept)})


def _number(delta: Dish, party: PartyState, bands: Bands) -> int | None:
    counts = counts_of(party, bands)
    if delta.number is not None or counts is None or delta.share is None:
        return delta.number
    grown, young = counts.adults, counts.children + counts.toddlers
    if delta.share == "half":
        return counts.total // 2 if counts.total % 2 == 0 else None
    whole = {"adults": grown, "children": young, "everybody": counts.total}.get(delta.share)
    return whole - delta.but if whole is not None and whole > delta.but else None


def _dish(delta: Dish, party: PartyState, bands: Bands, upgrades: frozenset[str]) -> PartyState | None:
    if delta.op == "off":
        return _off(delta.key, party, upgrades)
    if delta.key is None:
        return _only(delta.number, party)
    shelf = "upgrades" if delta.key in upgrades else "addons"
    items: Shelf = dict(getattr(party, shelf))
    if delta.op in ("swap", "part"):
        return _swapped(delta, party, bands, upgrades)
    number = _number(delta, party, bands)
    if not number:
        return None
    step = {"set": 0, "add": items.get(delta.key, 0), "remove": items.get(delta.key, 0)}[delta.op]
    if delta.op == "remove" and number > step:
        return None
    items[delta.key] = step - number if delta.op == "remove" else step + number
    return party.model_copy(update={shelf: {key: count for key, count in items.items() if count}})


def _only(number: int | None, party: PartyState) -> PartyState | None:
    """The one upgrade that there is stays with so many: "everyone but me switches to shrimp"."""
    if len(party.upgrades) != 1 or not number:
        return None
    key, had = next(iter(party.upgrades.items()))
    return party.model_copy(update={"upgrades": {key: min(had, number)}})


def _swapped(delta: Dish, party: PartyState, bands: Bands, upgrades: frozenset[str]) -> PartyState | None:
    """One dish in another's place, for all who had it or for so many of them."""
    comes = "upgrades" if delta.key in upgrades else "addons"
    shelves: dict[str, Shelf] = {"upgrades": dict(party.upgrades), "addons": dict(party.addons)}
    others = [key for key in shelves[comes] if key != delta.key]
    gone = delta.instead or (others[0] if len(others) == 1 else "")
    goes = "upgrades" if gone in upgrades else "addons"
    had = shelves[goes].get(gone, 0)
    number = _number(delta, party, bands) or had
    assert delta.key is not None
    if not had and delta.op == "part" and not delta.instead and not others:
        return _dish(replace(delta, op="set"), party, bands, upgrades)
    if not had or (delta.same and number != had) or (delta.op == "part" and number > had):
        return None
    left = had - number if delta.op == "part" else 0
    shelves[goes][gone] = left
    shelves[comes][delta.key] = shelves[comes].get(delta.key, 0) + number
    return party.model_copy(
        update={shelf: {key: count for key, count in items.items() if count} for shelf, items in shelves.items()}
    )


def _off(key: str | None, party: PartyState, upgrades: frozenset[str]) -> PartyState | None:
    if key is None:
        has = party.upgrades or party.addons or party.extra_proteins
        return party.model_copy(update={"upgrades": {}, "extra_proteins": {}, "addons": {}}) if has else None
    if key not in {**party.upgrades, **party.addons, **party.extra_proteins}:
        return None
    left = {
        shelf: {name: n for name, n in getattr(party, shelf).items() if name != key}
        for shelf in ("upgrades", "addons", "extra_proteins")
    }
    return party.model_copy(update=left)


def _no_more_dishes_than_guests(party: PartyState, bands: Bands) -> PartyState | None:
    counts = counts_of(party, bands)
    if counts is None or counts.adults == 0:
        return None
    fits = {key: min(count, counts.total) for key, count in party.upgrades.items()}
    return party.model_copy(update={"upgrades": fits})
