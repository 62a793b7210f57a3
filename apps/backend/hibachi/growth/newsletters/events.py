"""What happened to subscriptions."""

from uuid import UUID

from hibachi.kit.events import Event


class SubscriptionAsked(Event):
    """Somebody gave an address for letters; its owner is asked there."""

    subscriber_id: UUID
