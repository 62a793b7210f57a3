"""What happened to recommendations."""

from uuid import UUID

from hibachi.kit.events import Event
from hibachi.kit.money import Money


class ReferralClaimed(Event):
    """Somebody came with a friend's code."""

    referral_id: UUID
    referrer_id: UUID
    friend_id: UUID


class ReferralEarned(Event):
    """The friend's party is over: the credit is due."""

    referral_id: UUID
    referrer_id: UUID
    credit: Money
