"""All passages of a profile, each key once."""

from hibachi.knowledge.rendering.food import diets, menu
from hibachi.knowledge.rendering.party import about, booking, place
from hibachi.knowledge.rendering.passages import Passage
from hibachi.knowledge.rendering.prices import distance, paying, plans, prices
from hibachi.policies.schemas import Profile

_PARTS = (prices, paying, distance, plans, booking, place, about, menu, diets)


def rendered(profile: Profile) -> dict[str, Passage]:
    """The passages that the profile in force makes, by key; pure."""
    return {f"profile:{one.key}": one for part in _PARTS for one in part(profile)}
