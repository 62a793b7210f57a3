"""The small types that a profile is made of: wall times, shares, ZIPs, age bands, keys."""

from datetime import time
from decimal import Decimal
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, available_timezones

import zipcodes
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    ValidationInfo,
)

from hibachi.kit import lazy_re as re
from hibachi.kit.money import Money

LARGEST_COUNT = 1_000_000


class Part(BaseModel):
    """Base of every part of a profile: frozen, and an unknown key is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


STORED = {"stored": True}
"""The context in which a version is read that was stored: what must hold of new ones since then is not asked of it."""


def is_stored(info: ValidationInfo) -> bool:
    """Whether a version is read that was stored."""
    return info.context == STORED


def _wall_time(value: Any) -> time:
    match = re.fullmatch(r"([01][0-9]|2[0-3]):([0-5][0-9])(?::00)?", str(value))
    if match is None:
        raise ValueError('a time of day is written "HH:MM", from "00:00" to "23:59"')
    return time(int(match[1]), int(match[2]))


def _known_zone(zone: str) -> str:
    if zone not in available_timezones():
        raise ValueError("this is no IANA time zone, such as America/Los_Angeles")
    return ZoneInfo(zone).key


def _known_zip(zip_code: str) -> str:
    if not zipcodes.matching(zip_code):  # type: ignore[no-untyped-call]  # the package has no types
        raise ValueError("this ZIP does not exist")
    return zip_code


def _written(amount: Any) -> Any:
    if not isinstance(amount, str):
        raise ValueError("money is written as a decimal string such as '55.00'")
    return amount


def _yes_or_no(value: Any) -> Any:
    """YAML reads a bare yes or no as a truth value."""
    return {True: "yes", False: "none"}[value] if isinstance(value, bool) else value


Emoji = Annotated[Literal["none", "few", "yes"], BeforeValidator(_yes_or_no)]
"""How much a voice likes emojis."""

WallTime = Annotated[
    time,
    BeforeValidator(_wall_time),
    PlainSerializer(lambda at: at.strftime("%H:%M"), return_type=str, when_used="json"),
]
"""A time of day in the zone of the party: "18:00" at the edges."""

QuietHours = Annotated[dict[Literal["from", "to"], WallTime], Field(min_length=2)]
"""When nobody is written to unasked, from evening to morning, in the recipient's zone."""

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
"""How a dish or rule is named in data: "lobster_tail"."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Count = Annotated[int, Field(strict=True, ge=0, le=LARGEST_COUNT)]
"""A whole number from zero."""
Positive = Annotated[int, Field(strict=True, ge=1, le=LARGEST_COUNT)]
Amount = Annotated[Money, BeforeValidator(_written)]
"""Money as an owner writes it: "55.00"; a bare 55 is refused, since it could be dollars or cents."""
Price = Annotated[Amount, Field(ge=0)]
"""An amount that is never negative."""
Share = Annotated[Decimal, Field(ge=0, le=1)]
"""A fraction of one: "0.35"."""
Zone = Annotated[str, AfterValidator(_known_zone)]
Zip = Annotated[str, StringConstraints(pattern=r"^[0-9]{5}$"), AfterValidator(_known_zip)]
Percent = Annotated[int, Field(strict=True, ge=0, le=100)]

_AGES = re.compile(r"(?P<low>[0-9]{1,3}) (?:to (?P<high>[0-9]{1,3})|and over)|(?P<top>[0-9]{1,3}) and under")


def _age_band(ages: str) -> str:
    if _AGES.fullmatch(ages) is None:
        raise ValueError('ages are written "13 and over", "6 to 12" or "5 and under"')
    return ages


class AgePrice(Part):
    """What a guest of an age band pays; ages are written "13 and over", "6 to 12" or "5 and under"."""

    amount: Price
    ages: Annotated[str, AfterValidator(_age_band)]
    note: Text | None = None

    def youngest(self) -> int:
        """The lowest age of the band, in years."""
        match = _AGES.fullmatch(self.ages)
        return int(match["low"] or 0) if match else 0

    def oldest(self) -> int | None:
        """The highest age of the band, in years; None when it is open."""
        match = _AGES.fullmatch(self.ages)
        top = (match["high"] or match["top"]) if match else None
        return int(top) if top else None


def _named_once(disclosure: str) -> str:
    if set(re.findall(r"[{}]", disclosure.replace("{business}", ""))):
        raise ValueError("the only thing that is filled in is {business}")
    return disclosure


class Ceiling(Part):
    """At most so many messages in so many minutes."""

    messages: Positive
    minutes: Positive


class LimitsPolicy(Part):
    """How much may come in before answers wait: from one person, and to one of our numbers or pages.

    person_daily: beyond it no person writes, and a human looks; the machine is silent.
    """

    person: Ceiling = Ceiling(messages=20, minutes=10)
    person_daily: Ceiling = Ceiling(messages=80, minutes=1440)
    number: Ceiling = Ceiling(messages=600, minutes=10)


class ConciergePolicy(Part):
    """How sure the concierge must be: router_confidence to choose an agent by the intent, anger_intensity to hand over.

    debounce_seconds: by channel, how long the customer must be quiet before several messages get their one reply.
    limits: how much may come in before answers wait.
    disclosure: how it says that a machine answers, at the start and after so many hours without a word of it.
    note_after_minutes: how long a conversation must be silent before its note for the staff is written.
    """

    router_confidence: Share = Decimal("0.55")
    anger_intensity: Share = Decimal("0.7")
    debounce_seconds: dict[Key, Count] = Field(
        default_factory=lambda: {"sms": 6, "whatsapp": 6, "instagram": 6, "facebook": 6, "email": 30}
    )
    limits: LimitsPolicy = LimitsPolicy()
    disclosure: Annotated[Text, AfterValidator(_named_once)] = "I'm {business}'s automated assistant."
    disclose_again_after_hours: Positive = 24
    note_after_minutes: Positive = 30


Domain = Annotated[str, StringConstraints(pattern=r"^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$")]
Service = Literal["venmo", "zelle", "cash_app", "paypal", "stripe"]


SENDERS: dict[Service, tuple[Domain, ...]] = {
    "venmo": ("venmo.com",),
    "zelle": ("zellepay.com", "chase.com", "bankofamerica.com", "wellsfargo.com", "capitalone.com", "usbank.com"),
    "cash_app": ("square.com", "squareup.com", "cash.app"),
    "paypal": ("paypal.com",),
    "stripe": ("stripe.com",),
}
"""What an owner who names no senders has."""


class MemoryPolicy(Part):
    """How long it is remembered what a customer did, and what they said of themselves."""

    parties_for_days: Positive = 1826
    words_for_days: Positive = 1096


class KnowledgePolicy(Part):
    """What passages are found by. ways: by a passage's key, how customers ask for it with the names of this business."""

    ways: dict[Key, Annotated[tuple[Text, ...], Field(max_length=50)]] = Field(default_factory=dict)


class PaymentNoticePolicy(Part):
    """Which mails may tell of payments, and how sure a match must be to be recorded without a person.

    senders: by service, the domains that it writes from; those below them count too. zelle: the banks, and Zelle itself.
    certainty: from it on one clear match is recorded; 1 lets a person decide about each.
    """

    senders: dict[Service, tuple[Domain, ...]] = Field(default_factory=lambda: dict(SENDERS))
    certainty: Share = Decimal("0.9")
