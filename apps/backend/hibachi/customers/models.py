"""The tables of people and of the addresses that they are known by."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id


class CustomerRow(Base):
    """One person. `phone` and `email` are where to reach them, not who they are: that is `customer_identities`."""

    __tablename__ = "customers"
    __table_args__ = (CheckConstraint("merged_into <> id", name="not_merged_into_itself"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str | None]
    first_name: Mapped[str | None]
    phone: Mapped[str | None] = mapped_column(index=True)
    email: Mapped[str | None] = mapped_column(index=True)
    preferred_channel: Mapped[str | None]
    merged_into: Mapped[UUID | None] = mapped_column(ForeignKey("customers.id"), index=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class IdentityRow(Base):
    """One address of a person. A proven one belongs to exactly one person; a claim may be made by anybody."""

    __tablename__ = "customer_identities"
    __table_args__ = (
        CheckConstraint("kind IN ('phone', 'email', 'instagram', 'facebook', 'whatsapp', 'web')", name="kind"),
        Index("uq_customer_identities_proven", "kind", "value", unique=True, postgresql_where="proven"),
        Index(
            "uq_customer_identities_claim", "customer_id", "kind", "value", unique=True, postgresql_where="NOT proven"
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"), index=True)
    kind: Mapped[str]
    value: Mapped[str]
    proven: Mapped[bool]
    created_at: Mapped[datetime]
