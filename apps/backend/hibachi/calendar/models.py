"""The table claims. The exclusion constraint is the proof that no chef has two parties at once."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, func, literal_column, text
from sqlalchemy.dialects.postgresql import TSTZRANGE, ExcludeConstraint, Range
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id

LIVE = text("released_at IS NULL")


class Claim(Base):
    """One chef's time from start to the end of the way home, for a party (reference) or a block by staff.

    A claim is live until it is released. One past its expires_at counts as gone: whoever next claims the time
    releases it in the same transaction, so nothing depends on a sweeper.
    """

    __tablename__ = "claims"
    __table_args__ = (
        ExcludeConstraint(
            (func.int8range(literal_column("chef_id"), literal_column("chef_id"), literal_column("'[]'")), "&&"),
            (literal_column("during"), "&&"),
            name="one_party_a_chef",
            using="gist",
            where=LIVE,
        ),
        Index("uq_claims_live_reference", "reference", unique=True, postgresql_where=LIVE),
        CheckConstraint("state IN ('held', 'firm', 'blocked')", name="state"),
        CheckConstraint("NOT isempty(during) AND NOT lower_inf(during) AND NOT upper_inf(during)", name="during"),
        CheckConstraint("(state = 'held') = (expires_at IS NOT NULL)", name="held_expires"),
        CheckConstraint("(state = 'blocked') = (reference IS NULL)", name="party_or_block"),
    )
    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    chef_id: Mapped[int] = mapped_column(ForeignKey("chefs.id"))
    during: Mapped[Range[datetime]] = mapped_column(TSTZRANGE)
    state: Mapped[str]
    expires_at: Mapped[datetime | None]
    reference: Mapped[UUID | None]
    note: Mapped[str | None]
    created_at: Mapped[datetime]
    released_at: Mapped[datetime | None]
