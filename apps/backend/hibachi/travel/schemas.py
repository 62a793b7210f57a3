"""Distances and fees. An unknown distance is a type of its own: it has no miles, so that nothing can add it up."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from hibachi.kit.money import Money


class Frozen(BaseModel):
    """Base of what travel says."""

    model_config = ConfigDict(frozen=True)


class Place(Frozen):
    """A ZIP with its point; zone is its IANA zone, None where the data has none."""

    zip: str
    city: str
    state: str
    zone: str | None
    latitude: float
    longitude: float


class Estimated(Frozen):
    """Miles from ZIP points: great circle times the road factor. `flagged` says why no driving distance was had."""

    kind: Literal["estimated"] = "estimated"
    miles: float
    zip: str
    city: str
    state: str
    zone: str | None
    flagged: str | None = None


class Driven(Frozen):
    """Miles of road, as a maps service answered."""

    kind: Literal["driven"] = "driven"
    miles: float
    zip: str
    city: str
    state: str
    zone: str | None


Reason = Literal["no_zip", "unknown_zip", "foreign_address", "zip_without_point"]


class UnknownDistance(Frozen):
    """No distance can be told, and why; zip where one was read."""

    kind: Literal["unknown"] = "unknown"
    reason: Reason
    zip: str | None = None


Known = Estimated | Driven
Distance = Annotated[Estimated | Driven | UnknownDistance, Field(discriminator="kind")]


class TravelFee(Frozen):
    """What the way costs: fee = per_mile × billed_miles, cents. `how` is the computation for a person to read."""

    kind: Literal["fee"] = "fee"
    miles: float
    free_miles: int
    per_mile: Money
    billed_miles: int
    fee: Money
    estimated: bool
    needs_human: bool
    served: bool
    how: str
    zip: str
    city: str
    state: str
    zone: str | None
    flagged: str | None = None


class UnknownFee(Frozen):
    """No fee can be told: it has no amount, on purpose. `message` says why, `next_step` what would help."""

    kind: Literal["unknown"] = "unknown"
    reason: Reason
    message: str
    next_step: str
    zip: str | None = None


Fee = Annotated[TravelFee | UnknownFee, Field(discriminator="kind")]


class AreaAnswer(Frozen):
    """Whether we come to a city, from the distances of its ZIPs: never a fee, that needs the ZIP.

    comes: always (every ZIP), partly (some ZIPs only with a human, or not at all), human (a human decides), no,
    unknown (no such city in the data). nearest and farthest are estimated miles, for a sentence like "about 40 to 55".
    """

    comes: Literal["always", "partly", "human", "no", "unknown"]
    city: str
    state: str | None
    zips: tuple[str, ...] = ()
    nearest_miles: float | None = None
    farthest_miles: float | None = None
    free: Literal["all", "some", "none"] | None = None
