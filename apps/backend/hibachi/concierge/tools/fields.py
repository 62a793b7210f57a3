"""The types of the tools' arguments: strict, bounded, described for a model."""

from datetime import date
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field

MOST_PEOPLE = 1000

Count = Annotated[int, Field(ge=0, le=MOST_PEOPLE, strict=True)]
Selections = dict[Annotated[str, Field(min_length=1, max_length=60)], Count]
Place = Annotated[str, Field(min_length=1, max_length=300)]
Line = Annotated[str, Field(max_length=300)]
BookingId = Annotated[str, Field(min_length=36, max_length=36)]


def _iso_day(written: str) -> str:
    return date.fromisoformat(written).isoformat()


Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_iso_day)]
WallTime = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


def known_zone(name: str | None, default: str) -> str:
    """An IANA zone that exists, else the default."""
    return ZoneInfo(name).key if name else default
