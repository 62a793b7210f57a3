"""The tables receivables and ledger, and the triggers that keep them true.

The database itself adds the ledger up: nothing else may write the sums of a receivable, and no entry is ever changed.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Computed, Connection, ForeignKey, Index, UniqueConstraint, event
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import GONE, acted, keeps_facts, personal, refers_to

ADDS_UP = (
    """
    CREATE OR REPLACE FUNCTION ledger_refuses_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'UPDATE' AND current_setting('hibachi.erasing', true) = 'on' THEN RETURN NEW; END IF;
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'ledger refuses ' || TG_OP;
    END $$
    """,
    """
    CREATE OR REPLACE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuses_change()
    """,
    """
    CREATE OR REPLACE FUNCTION ledger_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        source record;
        purpose text := NEW.kind;
        signed bigint := NEW.amount;
        back bigint;
    BEGIN
        PERFORM 1 FROM receivables WHERE id = NEW.receivable_id FOR UPDATE;
        IF NEW.kind = 'refund' THEN
            SELECT * INTO source FROM ledger WHERE id = NEW.refund_of;
            SELECT sum(amount) INTO back FROM ledger WHERE refund_of = NEW.refund_of;
            IF source.receivable_id <> NEW.receivable_id OR source.kind = 'refund' OR back > source.amount THEN
                RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'ledger: a refund above its payment';
            END IF;
            purpose := source.kind;
            signed := -NEW.amount;
        END IF;
        UPDATE receivables SET
            paid = paid + CASE WHEN purpose <> 'tip' AND signed > 0 THEN signed ELSE 0 END,
            refunded = refunded + CASE WHEN purpose <> 'tip' AND signed < 0 THEN -signed ELSE 0 END,
            deposit_paid = deposit_paid + CASE WHEN purpose = 'deposit' THEN signed ELSE 0 END
        WHERE id = NEW.receivable_id;
        RETURN NULL;
    END $$
    """,
    """
    CREATE OR REPLACE TRIGGER ledger_adds_up AFTER INSERT ON ledger
    FOR EACH ROW EXECUTE FUNCTION ledger_adds_up()
    """,
    """
    CREATE OR REPLACE TRIGGER receivables_sums_are_the_ledgers BEFORE UPDATE ON receivables
    FOR EACH ROW WHEN (pg_trigger_depth() = 0 AND (OLD.paid <> NEW.paid OR OLD.refunded <> NEW.refunded
    OR OLD.deposit_paid <> NEW.deposit_paid)) EXECUTE FUNCTION ledger_refuses_change()
    """,
    *keeps_facts("ledger", ("id", "receivable_id", "kind", "amount", "provider", "refund_of", "actor_kind", "at")),
)
"""The statements that run after both tables are made, in this order."""


class ReceivableRow(Base):
    """What is owed for one thing, here a party: the id is the party's. Amounts are cents.

    total: the current price (of a cancelled party: what is kept). owed: what is still to come; negative is to go back.
    """

    __tablename__ = "receivables"
    __table_args__ = (
        CheckConstraint("total >= 0 AND deposit >= 0", name="amounts"),
        CheckConstraint("0 <= refunded AND refunded <= paid", name="refunded"),
        CheckConstraint("0 <= deposit_paid AND deposit_paid <= paid - refunded", name="deposit_paid"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, info=refers_to("bookings"))
    reference: Mapped[str] = mapped_column(unique=True)
    payer: Mapped[str | None] = mapped_column(info=personal())
    phone: Mapped[str | None] = mapped_column(info=personal())
    email: Mapped[str | None] = mapped_column(info=personal())
    total: Mapped[int] = mapped_column(BigInteger)
    deposit: Mapped[int] = mapped_column(BigInteger)
    paid: Mapped[int] = mapped_column(BigInteger, server_default="0")
    refunded: Mapped[int] = mapped_column(BigInteger, server_default="0")
    deposit_paid: Mapped[int] = mapped_column(BigInteger, server_default="0")
    owed: Mapped[int] = mapped_column(BigInteger, Computed("total - paid + refunded", persisted=True))
    created_at: Mapped[datetime]


class LedgerRow(Base):
    """Money that came or went, once: one row per object of a provider. There is no update of a row, and no deletion.

    payer: who owed at that moment, as its receipt says it; None in entries that were written before there was the column.
    """

    __tablename__ = "ledger"
    __table_args__ = (
        CheckConstraint("kind IN ('deposit', 'balance', 'tip', 'refund')", name="kind"),
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint("(kind = 'refund') = (refund_of IS NOT NULL)", name="refund_of"),
        CheckConstraint("kind <> 'refund' OR reason IS NOT NULL", name="refund_reason"),
        UniqueConstraint("provider", "provider_id"),
        Index("ix_ledger_receivable_id_id", "receivable_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    receivable_id: Mapped[UUID] = mapped_column(ForeignKey("receivables.id"))
    kind: Mapped[str]
    amount: Mapped[int] = mapped_column(BigInteger)
    method: Mapped[str]
    provider: Mapped[str]
    provider_id: Mapped[str]
    refund_of: Mapped[UUID | None] = mapped_column(ForeignKey("ledger.id"), index=True)
    reason: Mapped[str | None] = mapped_column(info=personal(GONE))
    note: Mapped[str | None] = mapped_column(info=personal())
    payer: Mapped[list[str] | None] = mapped_column(JSONB, info=personal([GONE]))
    actor_kind: Mapped[str]
    actor_name: Mapped[str] = mapped_column(info=acted())
    at: Mapped[datetime] = mapped_column(index=True)


def _protect(_table: object, connection: Connection, **_options: object) -> None:
    for statement in ADDS_UP:
        connection.exec_driver_sql(statement)


event.listen(LedgerRow.__table__, "after_create", _protect)
