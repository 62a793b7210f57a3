"""Use cases of travel: measure a place, price the way, say whether we come. No transaction is needed or held."""

import logging

from hibachi.policies.schemas import Profile, TravelPolicy
from hibachi.settings import Settings
from hibachi.travel import addresses, gazetteer, rules
from hibachi.travel.errors import InvalidPlace, MapsFailed
from hibachi.travel.gateway import Maps
from hibachi.travel.schemas import AreaAnswer, Driven, Estimated, Known, TravelFee, UnknownDistance, UnknownFee

log = logging.getLogger(__name__)
LONGEST_PLACE = 300

__all__ = ["Maps", "area_of", "fee", "fee_again", "fee_to", "measure", "open_maps", "zone_of"]


def open_maps(settings: Settings) -> Maps | None:
    """The maps service of this installation, or None when no key is set. Close it at the end."""
    if settings.google_maps_api_key is None:
        return None
    return Maps(settings.google_maps_base_url, settings.google_maps_api_key)


async def measure(place: str, *, profile: Profile, maps: Maps | None) -> Known | UnknownDistance:
    """The distance from the base to a ZIP or an address with a ZIP.

    Driving distance when maps is given and answers; else the estimate, flagged with why. Raises InvalidPlace for what
    cannot be an address (empty, too long, control characters).
    """
    if not place.strip() or len(place) > LONGEST_PLACE or not place.replace("\n", " ").isprintable():
        raise InvalidPlace()
    zip_code = addresses.zip_of(place)
    if isinstance(zip_code, UnknownDistance):
        return zip_code
    estimated = rules.estimate(zip_code, profile.travel)
    if maps is None or isinstance(estimated, UnknownDistance):
        return estimated
    return await _driven(place, estimated, profile.travel, maps)


async def _driven(place: str, estimated: Estimated, travel: TravelPolicy, maps: Maps) -> Known:
    base = f"{travel.base.city}, {travel.base.state} {travel.base.zip}, USA"
    named = place.strip() if place.strip() != estimated.zip else f"{estimated.city}, {estimated.state} {estimated.zip}"
    try:
        miles = await maps.miles(base, f"{named}, USA")
    except MapsFailed as failure:
        log.warning("no driving distance, estimated instead: %s", failure.reason)
        return estimated.model_copy(update={"flagged": failure.reason})
    return Driven(miles=miles, **estimated.model_dump(include={"zip", "city", "state", "zone"}))


def fee(distance: Known | UnknownDistance, travel: TravelPolicy) -> TravelFee | UnknownFee:
    """What a distance costs by a policy; an unknown distance gives an UnknownFee, which has no amount."""
    return rules.fee(distance, travel)


def fee_again(known: TravelFee, travel: TravelPolicy) -> TravelFee | UnknownFee:
    """The fee of the same miles by another policy version."""
    return rules.fee(rules.distance_of(known), travel)


async def fee_to(place: str, *, profile: Profile, maps: Maps | None) -> TravelFee | UnknownFee:
    """Measure a place and price the way to it. Raises InvalidPlace."""
    return rules.fee(await measure(place, profile=profile, maps=maps), profile.travel)


def zone_of(zip_code: str) -> str | None:
    """The IANA zone of a ZIP; None when the ZIP or its zone is not known."""
    place = gazetteer.place_of(zip_code)
    return place.zone if place else None


def area_of(city: str, state: str | None, profile: Profile) -> AreaAnswer:
    """Whether we come to a city; without a state, the base's state is looked at first."""
    return rules.area(city, state, profile.travel)
