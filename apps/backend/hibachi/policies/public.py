"""What a customer may know of the profile: a list of what is shown, so that a new key is hidden until it is listed."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict

from hibachi.policies.fields import Text, WallTime, Zone
from hibachi.policies.schemas import (
    Dietary,
    GuestLimits,
    Hours,
    MenuPolicy,
    Policies,
    PolicyBook,
    Prices,
    PricingRule,
    Tax,
    TravelPolicy,
    Venue,
)


class Shown(BaseModel):
    """Base of what is shown: taken from the profile by name."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


class PublicBusiness(Shown):
    """Who the business is and how it is reached."""

    name: Text
    tagline: Text
    timezone: Zone
    currency: str
    languages: tuple[str, ...]
    phone: str
    email: str
    website: str
    hours: Hours


class PublicBooking(Shown):
    """When a party may start, and how long a slot is held."""

    slots: tuple[WallTime, ...]
    duration_minutes: int
    min_notice_hours: int
    max_months_ahead: int
    guests: GuestLimits
    hold_minutes: int


class PublicPolicies(Shown):
    """Prices, menu, slots and policies of one version; nothing of costs, staff or how the concierge sells."""

    version: int
    business: PublicBusiness
    prices: Prices
    menu: MenuPolicy
    travel: TravelPolicy
    booking: PublicBooking
    policies: Policies
    venue: Venue
    dietary: Dietary
    tax: Tax
    pricing_rules: tuple[PricingRule, ...]

    @classmethod
    def of(cls, book: PolicyBook) -> Self:
        """The public part of a version."""
        profile = book.profile
        shown: dict[str, Any] = {name: getattr(profile, name) for name in cls.model_fields if name != "version"}
        return cls(version=book.version, **shown)
