"""The tables of people and of the addresses that they are known by."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Identity, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import FORGOTTEN_ROWS, GONE, acted, personal


class CustomerRow(Base):
    """One person. `phone` and `email` are where to reach them, not who they are: that is `customer_identities`."""

    __tablename__ = "customers"
    __table_args__ = (CheckConstraint("merged_into <> id", name="not_merged_into_itself"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str | None] = mapped_column(info=personal())
    first_name: Mapped[str | None] = mapped_column(info=personal())
    phone: Mapped[str | None] = mapped_column(index=True, info=personal())
    email: Mapped[str | None] = mapped_column(index=True, info=personal())
    preferred_channel: Mapped[str | None]
    merged_into: Mapped[UUID | None] = mapped_column(ForeignKey("customers.id"), index=True)
    forgotten_at: Mapped[datetime | None]
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
        {"info": FORGOTTEN_ROWS},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"), index=True)
    kind: Mapped[str]
    value: Mapped[str]
    proven: Mapped[bool]
    created_at: Mapped[datetime]


class MergeRow(Base):
    """One merge: who stayed, who was gone, by what proof or whose hand, and who undid it. `fields`: before and after."""

    __tablename__ = "customer_merges"
    __table_args__ = (
        CheckConstraint("kept <> gone", name="two_people"),
        CheckConstraint("how IN ('proof', 'staff')", name="how"),
        CheckConstraint("(undone_at IS NULL) = (undone_reason IS NULL)", name="undone"),
        Index("uq_customer_merges_standing", "gone", unique=True, postgresql_where="undone_at IS NULL"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    sequence: Mapped[int] = mapped_column(BigInteger, Identity(always=True), unique=True)
    kept: Mapped[UUID] = mapped_column(ForeignKey("customers.id"), index=True)
    gone: Mapped[UUID] = mapped_column(ForeignKey("customers.id"), index=True)
    how: Mapped[str]
    reason: Mapped[str] = mapped_column(info=personal(GONE))
    by_kind: Mapped[str]
    by_id: Mapped[UUID | None]
    by_name: Mapped[str] = mapped_column(info=acted())
    fields: Mapped[dict[str, Any]] = mapped_column(JSONB, info=personal({}))
    at: Mapped[datetime]
    undone_at: Mapped[datetime | None]
    undone_by_id: Mapped[UUID | None]
    undone_by_name: Mapped[str | None] = mapped_column(info=acted())
    undone_reason: Mapped[str | None] = mapped_column(info=personal(GONE))


class MergeMoveRow(Base):
    """One row that a merge moved or changed, in whatever module. before: what an undo needs, None where only whose."""

    __tablename__ = "customer_merge_moves"

    merge_id: Mapped[UUID] = mapped_column(ForeignKey("customer_merges.id"), primary_key=True)
    noun: Mapped[str] = mapped_column(primary_key=True)
    row_id: Mapped[UUID] = mapped_column(primary_key=True)
    before: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True), info=personal())
    not_restored: Mapped[str | None] = mapped_column(info=personal(GONE))
