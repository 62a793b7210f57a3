"""Stations and chefs as others see them."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100, pattern=r"^[^\x00]+$")]


class Station(BaseModel):
    """A place that chefs start from."""

    model_config = ConfigDict(frozen=True, from_attributes=True)
    id: int
    name: str
    zip: str


class Chef(BaseModel):
    """One chef of one station."""

    model_config = ConfigDict(frozen=True, from_attributes=True)
    id: int
    station_id: int
    name: str
    active: bool


class NewStation(BaseModel):
    """What makes a station: a name of its own and the ZIP that its chefs start from."""

    model_config = ConfigDict(extra="forbid")
    name: Name
    zip: str = Field(pattern=r"^\d{5}$")


class NewChef(BaseModel):
    """What makes a chef."""

    model_config = ConfigDict(extra="forbid")
    station_id: int = Field(ge=1, le=2**62)
    name: Name


class ChefChange(BaseModel):
    """What staff may change of a chef: the name, and whether new parties come to them."""

    model_config = ConfigDict(extra="forbid")
    name: Name | None = None
    active: bool | None = None
