"""Pure decisions of travel: the estimate, the fee, whether a human is needed. Numbers come from the policy alone."""

from math import asin, ceil, cos, radians, sin, sqrt
from typing import Literal

from hibachi.kit import money
from hibachi.policies.schemas import TravelPolicy
from hibachi.travel import gazetteer
from hibachi.travel.schemas import (
    AreaAnswer,
    Driven,
    Estimated,
    Known,
    Place,
    Reason,
    TravelFee,
    UnknownDistance,
    UnknownFee,
)

EARTH_RADIUS_MILES = 3958.7613
WHY: dict[Reason, tuple[str, str]] = {
    "no_zip": ("The travel fee is not known without the ZIP of the event.", "Tell the five-digit ZIP of the event."),
    "unknown_zip": ("This ZIP does not exist, so the travel fee is not known.", "Check the ZIP and tell it again."),
    "foreign_address": ("This address is not in the United States.", "Tell a ZIP in the United States."),
    "zip_without_point": ("This ZIP has no place on the map, so the way is not known.", "Tell the ZIP of the street."),
}


def great_circle(start: Place, end: Place) -> float:
    """Miles between two points on the sphere, by the haversine formula."""
    lat1, lat2 = radians(start.latitude), radians(end.latitude)
    across = radians(end.longitude - start.longitude)
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(across / 2) ** 2
    return 2 * EARTH_RADIUS_MILES * asin(min(1.0, sqrt(half)))


def estimate(zip_code: str, travel: TravelPolicy) -> Estimated | UnknownDistance:
    """Miles from the base to a ZIP: great circle between their points times the road factor."""
    place, base = gazetteer.place_of(zip_code), gazetteer.place_of(travel.base.zip)
    if place is None or base is None:
        reason: Reason = "zip_without_point" if gazetteer.exists(zip_code) else "unknown_zip"
        return UnknownDistance(reason=reason, zip=zip_code)
    miles = great_circle(base, place) * float(travel.road_factor)
    return Estimated(miles=miles, zip=place.zip, city=place.city, state=place.state, zone=place.zone)


def fee(distance: Known | UnknownDistance, travel: TravelPolicy) -> TravelFee | UnknownFee:
    """The travel fee: ceil(miles - free miles), never below 0, times the rate; unknown stays unknown."""
    if isinstance(distance, UnknownDistance):
        message, next_step = WHY[distance.reason]
        return UnknownFee(reason=distance.reason, message=message, next_step=next_step, zip=distance.zip)
    billed = billed_miles(distance.miles, travel)
    return TravelFee(
        miles=distance.miles,
        free_miles=travel.free_miles,
        per_mile=travel.per_mile,
        billed_miles=billed,
        fee=billed * travel.per_mile,
        estimated=isinstance(distance, Estimated),
        needs_human=distance.miles > travel.human_review_over_miles,
        served=distance.miles <= travel.max_miles,
        how=_how(distance, travel, billed),
        zip=distance.zip,
        city=distance.city,
        state=distance.state,
        zone=distance.zone,
        flagged=distance.flagged if isinstance(distance, Estimated) else None,
    )


def billed_miles(miles: float, travel: TravelPolicy) -> int:
    """The miles to pay: each begun mile beyond the free ones, one way."""
    return max(0, ceil(miles - travel.free_miles))


def distance_of(known: TravelFee) -> Known:
    """The distance that a fee was computed from, to compute it again."""
    at = {"miles": known.miles, "zip": known.zip, "city": known.city, "state": known.state, "zone": known.zone}
    if known.estimated:
        return Estimated.model_validate({**at, "flagged": known.flagged})
    return Driven.model_validate(at)


def _how(distance: Known, travel: TravelPolicy, billed: int) -> str:
    way = (
        f"estimated as the straight line between ZIP points times {travel.road_factor}"
        if isinstance(distance, Estimated)
        else "driving distance"
    )
    miles = readable_miles(distance.miles, travel)
    start = f"{miles} miles from {travel.base.city} ({way}); the first {travel.free_miles} miles are free"
    if billed == 0:
        return f"{start}, so there is no travel fee"
    rate, total = money.spoken(travel.per_mile), money.spoken(billed * travel.per_mile)
    return f"{start}, then {billed} started miles × {rate} = {total}"


def readable_miles(miles: float, travel: TravelPolicy) -> str:
    """Miles with as few decimals as show the same fee: 30.04 is not shown as 30.0, which would cost nothing."""
    texts = (f"{miles:.{decimals}f}" for decimals in (1, 2, 3, 6))
    billed = billed_miles(miles, travel)
    return next((text for text in texts if billed_miles(float(text), travel) == billed), repr(miles))


def area(city: str, state: str | None, travel: TravelPolicy) -> AreaAnswer:
    """Whether we come to a city, from the estimated distances of all its ZIPs."""
    home = gazetteer.zips_of(city, state or travel.base.state)
    found_state = (state or travel.base.state).upper() if home else (None if state else gazetteer.state_of(city))
    zips = home or (gazetteer.zips_of(city, found_state) if found_state else ())
    distances = [known.miles for known in (estimate(code, travel) for code in zips) if isinstance(known, Estimated)]
    if not distances:
        return AreaAnswer(comes="unknown", city=city, state=state)
    return AreaAnswer(
        comes=_comes(distances, travel),
        city=city,
        state=found_state,
        zips=zips,
        nearest_miles=min(distances),
        farthest_miles=max(distances),
        free=_free(distances, travel),
    )


def _comes(distances: list[float], travel: TravelPolicy) -> Literal["always", "partly", "human", "no"]:
    if max(distances) <= travel.human_review_over_miles:
        return "always"
    if min(distances) <= travel.human_review_over_miles:
        return "partly"
    return "human" if min(distances) <= travel.max_miles else "no"


def _free(distances: list[float], travel: TravelPolicy) -> Literal["all", "some", "none"]:
    if max(distances) <= travel.free_miles:
        return "all"
    return "some" if min(distances) <= travel.free_miles else "none"
