"""The table of raw events: what came in through a verified door, once."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, String, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import personal


class WebhookEventRow(Base):
    """One event of one provider. `outcome` is "done", or the code of the error that it was refused with."""

    __tablename__ = "webhook_events"
    __table_args__ = (
        UniqueConstraint("provider", "event_id", name="uq_webhook_events_provider"),
        CheckConstraint("(handled_at IS NULL) = (outcome IS NULL)", name="handled"),
        Index("ix_webhook_events_waiting", "received_at", postgresql_where="handled_at IS NULL"),
        Index("ix_webhook_events_received_at", "received_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    provider: Mapped[str] = mapped_column(String(20))
    event_id: Mapped[str]
    kind: Mapped[str] = mapped_column(String(40))
    payload: Mapped[dict[str, Any]] = mapped_column(JSONB, info=personal({}, whole=True))
    received_at: Mapped[datetime]
    handled_at: Mapped[datetime | None]
    outcome: Mapped[str | None]
