"""What a customer may know of the profile: a list of what is shown, so that a new key is hidden until it is listed."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict

from hibachi.language import written
from hibachi.policies import privacy
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
    Profile,
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


class PublicPrivacy(Shown):
    """The sections of the privacy page, with the facts filled in."""

    sections: tuple[privacy.PrivacySection, ...]

    @classmethod
    def of(cls, profile: Profile) -> Self:
        """What a version says of visitors' data."""
        facts = _facts(profile)
        sections = profile.privacy.sections
        return cls(sections=tuple(one.model_copy(update={"text": privacy.filled(one.text, facts)}) for one in sections))


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
    privacy: PublicPrivacy

    @classmethod
    def of(cls, book: PolicyBook) -> Self:
        """The public part of a version."""
        profile = book.profile
        shown: dict[str, Any] = {
            name: getattr(profile, name) for name in cls.model_fields.keys() - {"version", "privacy"}
        }
        return cls(version=book.version, privacy=PublicPrivacy.of(profile), **shown)


def _facts(profile: Profile) -> dict[str, str]:
    """What fills the braces of a section (privacy.PLACEHOLDERS)."""
    business, base, quiet = profile.business, profile.travel.base, profile.follow_ups.quiet_hours
    said = profile.policies.recording_notice
    return {
        "business": business.name,
        "place": f"{base.city}, {base.state}",
        "phone": written.telephone(business.phone),
        "email": business.email,
        "website": business.website,
        "parties_for": privacy.lasting(profile.memory.parties_for_days),
        "words_for": privacy.lasting(profile.memory.words_for_days),
        "recording_notice": said[:1].upper() + said[1:].removesuffix("."),
        "payment_methods": written.listed(profile.policies.payment_methods, "or"),
        "quiet_from": written.clock(quiet["from"]),
        "quiet_to": written.clock(quiet["to"]),
    }
