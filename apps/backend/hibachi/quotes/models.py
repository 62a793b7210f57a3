"""The table of quotes: written once; the database refuses sums that do not add up, and every change."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Connection, ForeignKey, event
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base


class StoredQuote(Base):
    """One price as it was told: the inputs, the priced lines, and the components in cents."""

    __tablename__ = "quotes"
    __table_args__ = (
        CheckConstraint(
            "total_amount = base_revenue + protein_upgrade_cost + addon_cost + tax + reschedule_fee"
            " + coalesce(travel_fee, 0)",
            name="components_add_up",
        ),
        CheckConstraint("(unpriced IS NULL) = (total_amount IS NOT NULL)", name="no_total_has_a_reason"),
        CheckConstraint("unpriced IS NULL OR travel_fee IS NULL", name="unknown_travel_is_never_added"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    policy_version: Mapped[int] = mapped_column(ForeignKey("policy_versions.version"))
    event_date: Mapped[date | None]
    zip: Mapped[str | None]
    reschedule_fees: Mapped[int]
    priced: Mapped[dict[str, Any]] = mapped_column(JSONB)
    base_revenue: Mapped[int] = mapped_column(BigInteger)
    protein_upgrade_cost: Mapped[int] = mapped_column(BigInteger)
    addon_cost: Mapped[int] = mapped_column(BigInteger)
    tax: Mapped[int] = mapped_column(BigInteger)
    reschedule_fee: Mapped[int] = mapped_column(BigInteger)
    travel_fee: Mapped[int | None] = mapped_column(BigInteger)
    total_amount: Mapped[int | None] = mapped_column(BigInteger)
    unpriced: Mapped[str | None]
    certificate: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(index=True)


IMMUTABLE_SQL = (
    """
CREATE OR REPLACE FUNCTION quotes_are_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'quotes are immutable: make a new one' USING ERRCODE = 'restrict_violation';
END $$
""",
    """
CREATE OR REPLACE TRIGGER quotes_immutable BEFORE UPDATE ON quotes
FOR EACH ROW EXECUTE FUNCTION quotes_are_immutable()
""",
)
"""What a migration runs after creating the table."""

NOT_IMMUTABLE_SQL = (
    "DROP TRIGGER IF EXISTS quotes_immutable ON quotes",
    "DROP FUNCTION IF EXISTS quotes_are_immutable()",
)
"""What the downgrade runs before it drops the table."""


def _protect(_table: object, connection: Connection, **_options: object) -> None:
    for statement in IMMUTABLE_SQL:
        connection.exec_driver_sql(statement)


event.listen(StoredQuote.__table__, "after_create", _protect)
