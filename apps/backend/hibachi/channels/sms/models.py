"""The table of RingCentral's subscription: until when its events come."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base


class SubscriptionRow(Base):
    """The subscription of one address of ours; there is one an address."""

    __tablename__ = "ringcentral_subscriptions"

    address: Mapped[str] = mapped_column(primary_key=True)
    subscription_id: Mapped[str]
    expires_at: Mapped[datetime]
