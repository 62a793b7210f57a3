"""The table of policy versions: rows are added, never changed."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Connection, Integer, event
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base


class PolicyVersion(Base):
    """One dated version of the profile, immutable by a trigger."""

    __tablename__ = "policy_versions"
    __table_args__ = (CheckConstraint("version >= 1", name="version_positive"),)

    version: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    effective_from: Mapped[datetime] = mapped_column(index=True)
    profile: Mapped[dict[str, Any]] = mapped_column(JSONB)
    fingerprint: Mapped[str]
    note: Mapped[str]
    created_by: Mapped[str]
    created_at: Mapped[datetime]


IMMUTABLE_SQL = (
    """
CREATE OR REPLACE FUNCTION policy_versions_are_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'policy versions are immutable: add a new one' USING ERRCODE = 'restrict_violation';
END $$
""",
    """
CREATE OR REPLACE TRIGGER policy_versions_immutable BEFORE UPDATE OR DELETE ON policy_versions
FOR EACH ROW EXECUTE FUNCTION policy_versions_are_immutable()
""",
)
"""What a migration runs after creating the table."""

_IN_FORCE = (
    "(SELECT * FROM policy_versions WHERE effective_from <= now() ORDER BY effective_from DESC, version DESC LIMIT 1)"
)

VIEWS_SQL = (
    f"""
CREATE VIEW proteins AS
SELECT book.version, dish.key, dish.included, dish.price
FROM {_IN_FORCE} AS book, LATERAL (
    SELECT key, true AS included, 0.00::numeric(12, 2) AS price
    FROM jsonb_array_elements_text(book.profile #> '{{menu,included_proteins}}') AS key
    UNION ALL
    SELECT key, false, value::numeric(12, 2)
    FROM jsonb_each_text(book.profile #> '{{menu,upgrades_per_person}}')
) AS dish
""",
    f"""
CREATE VIEW addons AS
SELECT book.version, addon.key, addon.value::numeric(12, 2) AS price
FROM {_IN_FORCE} AS book, LATERAL jsonb_each_text(book.profile #> '{{menu,addons_each}}') AS addon
""",
    f"""
CREATE VIEW pricing_rules AS
SELECT book.version, rule ->> 'key' AS key, rule ->> 'label' AS label,
       (rule ->> 'first')::date AS first, (rule ->> 'last')::date AS last,
       (rule ->> 'percent')::integer AS percent, (rule ->> 'per_adult')::numeric(12, 2) AS per_adult
FROM {_IN_FORCE} AS book, LATERAL jsonb_array_elements(book.profile -> 'pricing_rules') AS rule
""",
)
"""Read-only views of the version in force by the database's clock, for reports; the product reads the version itself."""

NOT_IMMUTABLE_SQL = (
    "DROP VIEW IF EXISTS proteins, addons, pricing_rules",
    "DROP TRIGGER IF EXISTS policy_versions_immutable ON policy_versions",
    "DROP FUNCTION IF EXISTS policy_versions_are_immutable()",
)
"""What the downgrade runs before it drops the table."""


def _protect(_table: object, connection: Connection, **_options: object) -> None:
    for statement in (*IMMUTABLE_SQL, *VIEWS_SQL):
        connection.exec_driver_sql(statement)


event.listen(PolicyVersion.__table__, "after_create", _protect)
