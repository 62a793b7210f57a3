"""All passages of a profile, each key once, each with every way to ask for it."""

from collections.abc import Mapping
from dataclasses import replace

from hibachi.knowledge.rendering.food import diets, menu
from hibachi.knowledge.rendering.party import about, booking, place
from hibachi.knowledge.rendering.passages import Passage
from hibachi.knowledge.rendering.prices import distance, paying, plans, prices
from hibachi.knowledge.rendering.ways import ways
from hibachi.policies.schemas import Profile

_PARTS = (prices, paying, distance, plans, booking, place, about, menu, diets)


def rendered(profile: Profile) -> dict[str, Passage]:
    """The passages that the profile in force makes, by key; pure."""
    return {f"profile:{one.key}": _asked(one, profile.knowledge.ways) for part in _PARTS for one in part(profile)}


def _asked(one: Passage, owners: Mapping[str, tuple[str, ...]]) -> Passage:
    asks = (*one.asks, *owners.get(one.key, ()), *ways().get(one.key, ()))
    return replace(one, asks=tuple(dict.fromkeys(asks)))
