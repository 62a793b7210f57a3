"""The tables of text messages: until when RingCentral's events come, and until when what providers hold was looked at."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base


class SubscriptionRow(Base):
    """The subscription of one address of ours; there is one an address."""

    __tablename__ = "ringcentral_subscriptions"

    address: Mapped[str] = mapped_column(primary_key=True)
    subscription_id: Mapped[str]
    expires_at: Mapped[datetime]


class TextsLookRow(Base):
    """Until which instant the messages that a provider holds were looked at."""

    __tablename__ = "texts_looks"

    provider: Mapped[str] = mapped_column(primary_key=True)
    looked_until: Mapped[datetime]
