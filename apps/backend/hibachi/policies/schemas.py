"""The profile of the business, key for key as the owner writes it, and the dated versions that carry it."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo, model_validator

from hibachi.policies import follow_ups as unasked
from hibachi.policies.fields import (
    AgePrice,
    Amount,
    ConciergePolicy,
    Count,
    Emoji,
    Key,
    KnowledgePolicy,
    MemoryPolicy,
    Part,
    PaymentNoticePolicy,
    Percent,
    Positive,
    Price,
    Share,
    Text,
    WallTime,
    Zip,
    Zone,
    is_stored,
)
from hibachi.policies.growth import LeadPolicy, LetterPolicy, ReviewPolicy
from hibachi.policies.privacy import PrivacyPolicy, as_shipped
from hibachi.policies.rules import check_ages, check_distinct
from hibachi.policies.scripts import Scripts, check_names

EventReminder = unasked.EventReminder
FollowUps = unasked.FollowUps


class Hours(Part):
    """When people answer."""

    days: Text
    open: WallTime
    close: WallTime


class BrandVoice(Part):
    """How the business sounds, by channel."""

    tone: Text
    emoji: dict[Key, Emoji]
    sms_max_chars: Positive
    phone_max_seconds: Positive


class Business(Part):
    """Who the business is."""

    name: Text
    tagline: Text
    timezone: Zone
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    languages: Annotated[tuple[Text, ...], Field(min_length=1)]
    phone: Annotated[str, StringConstraints(pattern=r"^\+[1-9][0-9]{7,14}$")]
    email: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    website: Annotated[str, StringConstraints(pattern=r"^https://\S+$")]
    hours: Hours
    brand_voice: BrandVoice


class Prices(Part):
    """What a guest pays by age, the minimum of a party's food, and the deposit; cents."""

    adult: AgePrice
    child: AgePrice
    toddler: AgePrice
    party_minimum: Price
    deposit: Price
    gratuity_suggested_percent: tuple[Percent, Percent]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        check_ages(self.toddler, self.child, self.adult)
        if self.deposit > self.party_minimum:
            raise ValueError("the deposit is not more than the party minimum, since it is taken off the bill")
        return self


class MenuPolicy(Part):
    """The dishes: included proteins, upgrades for one person, portions on top, add-ons; cents each."""

    proteins_per_guest: Positive
    included_proteins: Annotated[tuple[Key, ...], Field(min_length=1)]
    upgrades_per_person: dict[Key, Price]
    extra_protein: Price
    addons_each: dict[Key, Price]
    included: tuple[Text, ...]
    not_included: tuple[Text, ...]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        check_distinct(self.included_proteins, self.upgrades_per_person, self.addons_each)
        return self


class Base(Part):
    """Where chefs start from."""

    city: Text
    state: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    zip: Zip


class TravelPolicy(Part):
    """The travel fee: miles are whole, per_mile is cents for each mile beyond the free ones, one way."""

    base: Base
    free_miles: Count
    per_mile: Price
    human_review_over_miles: Count
    max_miles: Count
    areas: tuple[Text, ...]
    road_factor: Annotated[Decimal, Field(ge=1, le=3)]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if not self.free_miles <= self.human_review_over_miles <= self.max_miles:
            raise ValueError("free_miles, human_review_over_miles and max_miles do not grow in this order")
        return self


class GuestLimits(Part):
    """The smallest and the largest party, all ages counted."""

    min: Positive
    max: Positive

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.min > self.max:
            raise ValueError("the smallest party is larger than the largest")
        return self


BookingStatus = Literal["held", "deposit_pending", "confirmed", "completed", "cancelled", "no_show"]


class BookingPolicy(Part):
    """When a party may start, how long it takes, and how far ahead it is booked."""

    slots: Annotated[tuple[WallTime, ...], Field(min_length=1)]
    duration_minutes: Positive
    travel_buffer_minutes: Count
    min_notice_hours: Count
    max_months_ahead: Annotated[Positive, Field(le=120)]
    guests: GuestLimits
    hold_minutes: Positive
    chefs_initial: Positive
    statuses: tuple[BookingStatus, ...]

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if list(self.slots) != sorted(set(self.slots)):
            raise ValueError("slots are in order and each only once")
        last = timedelta(hours=self.slots[-1].hour, minutes=self.slots[-1].minute + self.duration_minutes)
        if last > timedelta(days=1):
            raise ValueError("the last slot with its duration ends after midnight")
        return self


class RescheduleFree(Part):
    """How often, and until when, a party is moved without a fee."""

    times: Count
    min_hours_before: Count


class Policies(Part):
    """What happens when plans change, and how one pays."""

    deposit_refundable_days: Count
    reschedule_free: RescheduleFree
    reschedule_fee: Price
    changes_priced_at: Text
    menu_change_cutoff_hours: Count
    guest_count_final_hours: Count
    payment_methods: Annotated[tuple[Text, ...], Field(min_length=1)]
    payment_handles: dict[Key, Text | None]
    leftover_food_refund: Text
    rain: Text
    indoor: Text
    recording_notice: Text


class GrillInches(Part):
    """The size of the grill."""

    length: Annotated[float, Field(gt=0, le=1000)]
    width: Annotated[float, Field(gt=0, le=1000)]
    height: Annotated[float, Field(gt=0, le=1000)]


class Venue(Part):
    """What the place must offer."""

    space_feet: tuple[Positive, Positive]
    grill_inches: GrillInches
    clearance_feet: Positive
    needs: tuple[Text, ...]
    tables: Text
    setup_minutes: Count
    show_minutes: tuple[Positive, Positive]


class Dietary(Part):
    """What is known to be in the food; absence is never guaranteed."""

    not_used: tuple[Text, ...]
    contains: dict[Key, tuple[Text, ...]]
    may_contain: dict[Key, Text]
    options: tuple[Text, ...]
    notice_hours: Count
    never_promise: Text


class Sales(Part):
    """How the concierge sells: notes on objections and upsells, and scripts, the very words for a situation."""

    objections: dict[Key, Text]
    upsell: Text
    scripts: Scripts = Field(default_factory=dict)


class Referral(Part):
    """What a recommendation earns; cents."""

    referrer_credit: Price
    paid_after: Text


class Growth(Part):
    """Referrals, reviews, newsletters, leads."""

    referral: Referral
    review_request_link: bool
    leads: LeadPolicy = LeadPolicy()
    reviews: ReviewPolicy = ReviewPolicy()
    letters: LetterPolicy = LetterPolicy()


class Costs(Part):
    """For the owner's profitability alone: never told to a customer."""

    chef_base: Price
    protein_upgrade_share: Share
    travel_share: Share
    equipment: Price
    addon_share: Share
    overhead_share: Share
    low_margin_below: Share


class Tax(Part):
    """The sales tax on food; travel and gratuity are untaxed."""

    sales_tax_rate: Share


class PricingRule(Part):
    """A surcharge on parties whose date lies from `first` to `last`: a percent of the food, or cents per adult."""

    key: Key
    label: Text
    first: date
    last: date
    percent: Annotated[Percent, Field(ge=1)] | None = None
    per_adult: Annotated[Amount, Field(ge=1)] | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.first > self.last:
            raise ValueError("the rule ends before it begins")
        if (self.percent is None) == (self.per_adult is None):
            raise ValueError("a rule has either percent or per_adult")
        return self


class Profile(Part):
    """Everything that the business says of itself; one version of it is one row."""

    business: Business
    prices: Prices
    menu: MenuPolicy
    travel: TravelPolicy
    booking: BookingPolicy
    policies: Policies
    venue: Venue
    dietary: Dietary
    escalate_to_human: tuple[Text, ...]
    sales: Sales
    follow_ups: FollowUps
    growth: Growth
    costs: Costs
    tax: Tax
    pricing_rules: tuple[PricingRule, ...] = ()
    concierge: ConciergePolicy = ConciergePolicy()
    memory: MemoryPolicy = MemoryPolicy()
    knowledge: KnowledgePolicy = KnowledgePolicy()
    payment_notices: PaymentNoticePolicy = PaymentNoticePolicy()
    privacy: PrivacyPolicy = Field(default_factory=as_shipped)

    @model_validator(mode="after")
    def _consistent(self, info: ValidationInfo) -> Self:
        check_distinct([rule.key for rule in self.pricing_rules])
        if not is_stored(info) and self.follow_ups.deposit_reminder.after_minutes >= self.booking.hold_minutes:
            raise ValueError("a deposit is brought to mind before its hold ends")
        if not is_stored(info):
            check_names(self)
        return self


class PolicyBook(BaseModel):
    """One dated version of the profile. Versions never change; a change is a new one."""

    model_config = ConfigDict(frozen=True)

    version: int
    effective_from: datetime
    profile: Profile


class PolicyVersionInfo(BaseModel):
    """A version without its profile: who made it, when, why."""

    model_config = ConfigDict(frozen=True)

    version: int
    effective_from: datetime
    note: str
    created_by: str
    created_at: datetime


class PolicyChange(BaseModel):
    """A request to change the owner's numbers: a JSON merge patch over the profile in force at its date."""

    model_config = ConfigDict(extra="forbid")

    changes: dict[str, Any]
    effective_from: AwareDatetime | None = None
    note: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
