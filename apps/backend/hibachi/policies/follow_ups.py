"""The part of a profile that says what is said unasked, when, and what is switched off."""

from typing import Annotated, Self

from pydantic import Field, ValidationInfo, model_validator

from hibachi.policies.fields import Key, Part, Positive, QuietHours, Text, is_stored

Switch = Annotated[bool, Field(strict=True)]


class AfterHours(Part):
    """A follow-up, in hours after what it follows."""

    after_hours: Positive


class AfterEvent(Part):
    """What is asked after a party, within which hours."""

    between_hours: tuple[Positive, Positive]
    asks: Key
    skips_if: Text

    @model_validator(mode="after")
    def _consistent(self, info: ValidationInfo) -> Self:
        first, last = self.between_hours
        if first >= last and not is_stored(info):
            raise ValueError("the hours after a party are said in their order, such as [24, 72]")
        return self


class DepositReminder(Part):
    """When an unpaid deposit is brought to mind."""

    after_minutes: Positive
    transactional: bool


class BalanceReminder(Part):
    """When what is still to be paid of a party is brought to mind."""

    before_hours: Positive = 72


class EventReminder(Part):
    """A reminder, in days or hours before the party."""

    before_days: Positive | None = None
    before_hours: Positive | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if (self.before_days is None) == (self.before_hours is None):
            raise ValueError("a reminder has either before_days or before_hours")
        return self


class ImportantDates(Part):
    """How far ahead a customer's own dates are looked at."""

    look_ahead_days: Positive


class WinBack(Part):
    """How long after their last party somebody is asked back."""

    after_days: Positive = 180


class Switches(Part):
    """Which kinds of messages are said at all."""

    deposit_reminder: Switch = True
    balance_reminder: Switch = True
    event_reminder: Switch = True
    quote_follow_up: Switch = True
    lead_follow_up: Switch = True
    after_event: Switch = True
    important_date: Switch = True
    win_back: Switch = True


class FollowUps(Part):
    """What is said unasked, and when it is not. whatsapp_template: the approved one that carries it there after a day."""

    quote_without_booking: tuple[AfterHours, ...]
    after_event: AfterEvent
    deposit_reminder: DepositReminder
    balance_reminder: BalanceReminder = BalanceReminder()
    event_reminders: tuple[EventReminder, ...]
    important_dates: ImportantDates
    win_back: WinBack = WinBack()
    says: Switches = Switches()
    whatsapp_template: Key | None = None
    quiet_hours: QuietHours
    still_awake_hours: Positive = 2
    never_after: Text
