"""The table audit_log, and the trigger that makes it append-only."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Connection, Index, event
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base
from hibachi.kit.ids import new_id
from hibachi.kit.persons import acted, keeps_facts

APPEND_ONLY = (
    """
    CREATE OR REPLACE FUNCTION audit_log_refuses_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'UPDATE' AND current_setting('hibachi.erasing', true) = 'on' THEN RETURN NEW; END IF;
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'audit_log refuses ' || TG_OP;
    END $$
    """,
    """
    CREATE OR REPLACE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION audit_log_refuses_change()
    """,
    *keeps_facts("audit_log", ("id", "at", "actor_kind", "actor_id", "action", "resource")),
)
"""The statements a migration executes, in this order, after it made the table."""


class AuditEntry(Base):
    """One act. `changes` is {field: {"old": …, "new": …}}; there is no update of a row, and no deletion."""

    __tablename__ = "audit_log"
    __table_args__ = (
        CheckConstraint("action <> '' AND resource <> ''", name="named"),
        Index("ix_audit_log_resource_resource_id_id", "resource", "resource_id", "id"),
        Index("ix_audit_log_actor_id_id", "actor_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    at: Mapped[datetime] = mapped_column(index=True)
    actor_kind: Mapped[str]
    actor_id: Mapped[UUID | None]
    actor_name: Mapped[str] = mapped_column(info=acted())
    action: Mapped[str]
    resource: Mapped[str]
    resource_id: Mapped[str]
    changes: Mapped[dict[str, Any]] = mapped_column(JSONB)
    reason: Mapped[str | None]


def _protect(_table: object, connection: Connection, **_options: object) -> None:
    for statement in APPEND_ONLY:
        connection.exec_driver_sql(statement)


event.listen(AuditEntry.__table__, "after_create", _protect)
