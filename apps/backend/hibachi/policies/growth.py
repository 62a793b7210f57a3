"""The part of a profile that says how leads are judged, which reviews call a person, and how letters are sent."""

from typing import Annotated

from pydantic import Field

from hibachi.policies.fields import Count, Key, Part, Positive

Stars = Annotated[int, Field(strict=True, ge=1, le=5)]
Switch = Annotated[bool, Field(strict=True)]

SOURCES = {"refused_booking": 30, "quote": 25, "form": 25, "conversation": 15, "staff": 15}


class LeadPoints(Part):
    """What each thing that is known of a lead adds to its score, from 0 to 100.

    source: by where it came from. soon: the party is within soon_days; large: at least large_from paying guests;
    again: each further attempt, three at most.
    """

    source: dict[Key, Count] = Field(default_factory=lambda: dict(SOURCES))
    phone: Count = 10
    email: Count = 5
    date: Count = 15
    soon: Count = 15
    soon_days: Positive = 30
    place: Count = 10
    guests: Count = 5
    large: Count = 15
    large_from: Positive = 15
    again: Count = 5


class LeadPolicy(Part):
    """How leads are scored, and from which score on one is shown as hot."""

    points: LeadPoints = LeadPoints()
    hot_from: Positive = 60


class ReviewPolicy(Part):
    """low: at so many stars or fewer a person hears of it; link_days: how long the link to say it is good."""

    low: Stars = 3
    link_days: Positive = 60


class LetterPolicy(Part):
    """How letters leave: so many in a round of the worker; count_clicks: whether clicks are counted, together, never by person."""

    batch: Positive = 50
    count_clicks: Switch = False
