"""Every query of policies; private to the module."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Row, bindparam, case, func, null, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.sql import Select

from hibachi.kit.db import Tx
from hibachi.policies.models import PolicyVersion

Found = Row[int, datetime, str, dict[str, Any] | None]


def _found(known: Collection[str] | BindParameter[Sequence[str]]) -> Select[int, datetime, str, dict[str, Any] | None]:
    """A version's head, and its profile unless its fingerprint is known already."""
    profile = case((PolicyVersion.fingerprint.in_(known), null()), else_=PolicyVersion.profile)
    return select(PolicyVersion.version, PolicyVersion.effective_from, PolicyVersion.fingerprint, profile)


# Made once: every turn asks it.
IN_FORCE = (
    _found(bindparam("known", expanding=True))
    .where(PolicyVersion.effective_from <= bindparam("at"))
    .order_by(PolicyVersion.effective_from.desc(), PolicyVersion.version.desc())
    .limit(1)
)


async def in_force(tx: Tx, at: datetime, known: Collection[str]) -> Found | None:
    """The version in force at an instant: the latest date, then the highest number."""
    found: Found | None = (await tx.session.execute(IN_FORCE, {"known": list(known), "at": at})).one_or_none()
    return found


async def numbered(tx: Tx, version: int, known: Collection[str]) -> Found | None:
    """One version by its number."""
    wanted = _found(known).where(PolicyVersion.version == version)
    found: Found | None = (await tx.session.execute(wanted)).one_or_none()
    return found


async def scheduled_after(tx: Tx, at: datetime) -> list[datetime]:
    """The dates after an instant on which another version comes into force, in order."""
    dates = select(PolicyVersion.effective_from).where(PolicyVersion.effective_from > at)
    return list(await tx.session.scalars(dates.distinct().order_by(PolicyVersion.effective_from)))


async def lock(tx: Tx) -> int:
    """Let one transaction at a time add versions; the highest number so far."""
    await tx.session.execute(text("SELECT pg_advisory_xact_lock(hashtext('policy_versions'))"))
    return await tx.session.scalar(select(func.coalesce(func.max(PolicyVersion.version), 0))) or 0


async def add(tx: Tx, **columns: Any) -> None:
    """Add a version; a version of that number that is there already stays as it is."""
    await tx.session.execute(insert(PolicyVersion).values(**columns).on_conflict_do_nothing())


async def history(tx: Tx) -> Sequence[PolicyVersion]:
    """Every version, the newest first."""
    return (await tx.session.scalars(select(PolicyVersion).order_by(PolicyVersion.version.desc()))).all()
