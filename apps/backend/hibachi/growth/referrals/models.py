"""The tables of recommendations: whose code, who came with it, and which addresses have come already."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import FORGOTTEN_ROWS, GONE, personal

UNSETTLED = text("state IN ('pending', 'converted', 'earned')")


class ReferralCodeRow(Base):
    """The code of a customer; it stays theirs when they turn out to be somebody who is known."""

    __tablename__ = "referral_codes"

    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"), primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]


class ReferralRow(Base):
    """One friend who came with a code. credit: cents, fixed when the friend's party was confirmed.

    pending: nothing booked yet. converted: a party is confirmed. earned: it is over. paid, applied: the credit was given.
    void: no credit, and why.
    """

    __tablename__ = "referrals"
    __table_args__ = (
        CheckConstraint("state IN ('pending', 'converted', 'earned', 'paid', 'applied', 'void')", name="state"),
        CheckConstraint("referrer_id <> friend_id OR state = 'void'", name="two_people"),
        CheckConstraint("state = 'void' OR (state = 'pending') = (booking_id IS NULL)", name="converted_by_a_party"),
        CheckConstraint(
            "(booking_id IS NULL) = (credit IS NULL) AND (credit IS NULL) = (policy_version IS NULL)",
            name="credit_of_a_party",
        ),
        CheckConstraint("credit >= 0", name="amounts"),
        CheckConstraint("(state IN ('paid', 'applied')) = (settled_at IS NOT NULL)", name="settled"),
        CheckConstraint("(settled_at IS NULL) = (settled_by IS NULL)", name="settled_by"),
        CheckConstraint("state NOT IN ('earned', 'paid', 'applied') OR earned_at IS NOT NULL", name="earned"),
        CheckConstraint("(state = 'void') = (void_reason IS NOT NULL)", name="void"),
        Index("uq_referrals_friend", "friend_id", unique=True, postgresql_where=UNSETTLED),
        Index("uq_referrals_booking", "booking_id", unique=True, postgresql_where=text("state <> 'void'")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    code: Mapped[str]
    referrer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"), index=True)
    friend_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"), index=True)
    state: Mapped[str]
    booking_id: Mapped[UUID | None] = mapped_column(ForeignKey("bookings.id"))
    credit: Mapped[int | None] = mapped_column(BigInteger)
    policy_version: Mapped[int | None] = mapped_column(ForeignKey("policy_versions.version"))
    void_reason: Mapped[str | None] = mapped_column(info=personal(GONE))
    note: Mapped[str | None] = mapped_column(info=personal(GONE))
    claimed_at: Mapped[datetime]
    converted_at: Mapped[datetime | None]
    earned_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[str | None]
    updated_at: Mapped[datetime]


class ReferralAddressRow(Base):
    """An address with which a friend came: it earns once, whoever says that it is theirs. digest: sha256, no address."""

    __tablename__ = "referral_addresses"
    __table_args__ = ({"info": FORGOTTEN_ROWS},)

    digest: Mapped[str] = mapped_column(primary_key=True)
    referral_id: Mapped[UUID] = mapped_column(ForeignKey("referrals.id", ondelete="CASCADE"), index=True)
