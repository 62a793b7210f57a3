"""The table invoices, and the triggers that keep it true: numbered without a gap, adding up, never changed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Connection, ForeignKey, Index, UniqueConstraint, event
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import GONE, acted, keeps_facts, personal

SOUND = (
    """
    CREATE OR REPLACE FUNCTION invoices_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'UPDATE' AND current_setting('hibachi.erasing', true) = 'on' THEN RETURN NEW; END IF;
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'invoices refuse ' || TG_OP;
    END $$
    """,
    """
    CREATE OR REPLACE TRIGGER invoices_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON invoices
    FOR EACH STATEMENT EXECUTE FUNCTION invoices_refuse_change()
    """,
    """
    CREATE OR REPLACE FUNCTION invoices_are_sound() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        source record;
        wrong text;
    BEGIN
        PERFORM 1 FROM receivables WHERE id = NEW.receivable_id FOR UPDATE;
        IF NEW.sequence <> 1 + (SELECT coalesce(max(sequence), 0) FROM invoices WHERE year = NEW.year) THEN
            wrong := 'a number is left out';
        ELSIF NEW.total <> (SELECT coalesce(sum((line ->> 'amount')::bigint), 0)
                            FROM jsonb_array_elements(NEW.lines) AS line) THEN
            wrong := 'the lines do not add up';
        ELSIF NEW.kind = 'credit' THEN
            SELECT * INTO source FROM invoices WHERE id = NEW.credits;
            IF (source.kind, source.receivable_id, source.total) IS DISTINCT FROM
               ('invoice'::text, NEW.receivable_id, NEW.total) THEN
                wrong := 'a credit note is for one whole invoice of its party';
            END IF;
        ELSIF EXISTS (SELECT 1 FROM invoices one WHERE one.receivable_id = NEW.receivable_id AND one.kind = 'invoice'
                      AND NOT EXISTS (SELECT 1 FROM invoices credit WHERE credit.credits = one.id)) THEN
            wrong := 'a second invoice stands';
        END IF;
        IF wrong IS NOT NULL THEN
            RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'invoices: ' || wrong;
        END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE OR REPLACE TRIGGER invoices_sound BEFORE INSERT ON invoices
    FOR EACH ROW EXECUTE FUNCTION invoices_are_sound()
    """,
    *keeps_facts(
        "invoices",
        (
            "id",
            "year",
            "sequence",
            "kind",
            "receivable_id",
            "credits",
            "lines",
            "terms",
            "total",
            "paid",
            "currency",
            "actor_kind",
            "issued_at",
        ),
    ),
)
"""The statements that run after the table is made, in this order."""


class InvoiceRow(Base):
    """One invoice or credit note, as it was printed. Amounts are cents; a credit note takes back its invoice whole.

    paid: what had come and stayed at that moment. There is no update of a row, and no deletion.
    """

    __tablename__ = "invoices"
    __table_args__ = (
        CheckConstraint("kind IN ('invoice', 'credit')", name="kind"),
        CheckConstraint("(kind = 'credit') = (credits IS NOT NULL)", name="credits"),
        CheckConstraint("(kind = 'credit') = (reason IS NOT NULL)", name="reason"),
        CheckConstraint("total > 0 AND sequence > 0", name="amounts"),
        UniqueConstraint("year", "sequence"),
        UniqueConstraint("credits"),
        Index("ix_invoices_receivable_id", "receivable_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    year: Mapped[int]
    sequence: Mapped[int]
    kind: Mapped[str]
    receivable_id: Mapped[UUID] = mapped_column(ForeignKey("receivables.id"))
    credits: Mapped[UUID | None] = mapped_column(ForeignKey("invoices.id"))
    seller: Mapped[list[str]] = mapped_column(JSONB)
    buyer: Mapped[list[str]] = mapped_column(JSONB, info=personal([GONE]))
    about: Mapped[list[str]] = mapped_column(JSONB, info=personal([GONE]))
    lines: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    terms: Mapped[str]
    total: Mapped[int] = mapped_column(BigInteger)
    paid: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str]
    reason: Mapped[str | None] = mapped_column(info=personal(GONE))
    actor_kind: Mapped[str]
    actor_name: Mapped[str] = mapped_column(info=acted())
    issued_at: Mapped[datetime]


def _protect(_table: object, connection: Connection, **_options: object) -> None:
    for statement in SOUND:
        connection.exec_driver_sql(statement)


event.listen(InvoiceRow.__table__, "after_create", _protect)
