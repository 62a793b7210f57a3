"""The types of the tools' arguments: strict, bounded, described for a model."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

MOST_PEOPLE = 1000

FIRST_YEAR, LAST_YEAR = 2000, 2199
"""Dates beyond these are slips of a model, and the calendar's arithmetic ends somewhere."""


def readable(text: str) -> str:
    """The text; raises ValueError for what no database keeps: null bytes and halves of letters."""
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ValueError("null bytes and lone surrogates are no text")
    return text


def _iso_day(written: str) -> str:
    day = date.fromisoformat(written)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"a day between {FIRST_YEAR} and {LAST_YEAR}")
    return day.isoformat()


Count = Annotated[int, Field(ge=0, le=MOST_PEOPLE, strict=True)]
Selections = dict[Annotated[str, Field(min_length=1, max_length=60), AfterValidator(readable)], Count]
Place = Annotated[str, Field(min_length=1, max_length=300), AfterValidator(readable)]
Line = Annotated[str, Field(max_length=300), AfterValidator(readable)]
Summary = Annotated[str, Field(max_length=4000), AfterValidator(readable)]
Percent = Annotated[int, Field(ge=1, le=100, strict=True)]
BookingId = Annotated[str, Field(min_length=36, max_length=36), AfterValidator(readable)]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_iso_day)]
WallTime = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
