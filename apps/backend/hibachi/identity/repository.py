"""Every query of identity."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import case, delete, func, select, tuple_, update
from sqlalchemy.dialects.postgresql import insert

from hibachi.identity.models import (
    ApiKey,
    Permission,
    RecoveryCode,
    Role,
    RolePermission,
    SignInAttempts,
    StaffSession,
    User,
    UserRole,
)
from hibachi.identity.rules import ADMIN
from hibachi.kit.db import Tx


async def seed(tx: Tx, permissions: Mapping[str, str], roles: Mapping[str, Iterable[str]]) -> None:
    """Make the tables of roles and permissions equal to these; a role that somebody has stays."""
    pairs = [(role, permission) for role, held in roles.items() for permission in held]
    described = insert(Permission).values([{"name": name, "description": text} for name, text in permissions.items()])
    renewed = {"description": described.excluded.description}
    await tx.session.execute(described.on_conflict_do_update(index_elements=["name"], set_=renewed))
    await tx.session.execute(insert(Role).values([{"name": name} for name in roles]).on_conflict_do_nothing())
    held = insert(RolePermission).values([{"role": role, "permission": permission} for role, permission in pairs])
    await tx.session.execute(held.on_conflict_do_nothing())
    pair = tuple_(RolePermission.role, RolePermission.permission)
    await tx.session.execute(delete(RolePermission).where(pair.not_in(pairs)))
    await tx.session.execute(delete(Permission).where(Permission.name.not_in(list(permissions))))


async def add_user(tx: Tx, user: User) -> bool:
    """Write a new user; False when the address is taken."""
    values = {name: getattr(user, name) for name in ("id", "email", "name", "password_hash", "created_at")}
    values |= {"active": True, "token_version": 1, "must_change_password": user.must_change_password}
    values |= {"totp_on": False, "totp_step": 0}
    written = await tx.session.execute(insert(User).values(values).on_conflict_do_nothing().returning(User.id))
    return written.scalar() is not None


async def user(tx: Tx, user_id: UUID) -> User | None:
    """The user of an id as it is now, locked until the transaction ends."""
    held = select(User).where(User.id == user_id).with_for_update().execution_options(populate_existing=True)
    return (await tx.session.scalars(held)).one_or_none()


async def user_by_email(tx: Tx, email: str) -> User | None:
    """The user of an address, in whatever case of letters."""
    return (await tx.session.scalars(select(User).where(func.lower(User.email) == func.lower(email)))).one_or_none()


async def users(tx: Tx) -> Sequence[User]:
    """Everybody, in the order of their making."""
    return (await tx.session.scalars(select(User).order_by(User.id))).all()


async def roles(tx: Tx, user_ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    """The roles of each user, sorted."""
    rows = await tx.session.execute(select(UserRole).where(UserRole.user_id.in_(user_ids)).order_by(UserRole.role))
    found: dict[UUID, list[str]] = {user_id: [] for user_id in user_ids}
    for row in rows.scalars():
        found[row.user_id].append(row.role)
    return found


async def set_roles(tx: Tx, user_id: UUID, wanted: Iterable[str]) -> None:
    """Give a user exactly these roles."""
    await tx.session.execute(delete(UserRole).where(UserRole.user_id == user_id, UserRole.role.not_in(list(wanted))))
    given = insert(UserRole).values([{"user_id": user_id, "role": role} for role in wanted])
    await tx.session.execute(given.on_conflict_do_nothing())


async def permissions(tx: Tx, user_id: UUID) -> frozenset[str]:
    """Everything that a user's roles allow."""
    granted = select(RolePermission.permission).join(UserRole, UserRole.role == RolePermission.role)
    return frozenset(await tx.session.scalars(granted.where(UserRole.user_id == user_id)))


async def set_recovery_codes(tx: Tx, user_id: UUID, digests: Iterable[str]) -> None:
    """Write the recovery codes of a user in the place of older ones."""
    await forget_recovery_codes(tx, user_id)
    rows = [{"user_id": user_id, "digest": digest} for digest in digests]
    await tx.session.execute(insert(RecoveryCode).values(rows))


async def use_recovery_code(tx: Tx, user_id: UUID, digest: str) -> bool:
    """Use a code up; False where there is none such left."""
    mine = (RecoveryCode.user_id == user_id, RecoveryCode.digest == digest, RecoveryCode.used_at.is_(None))
    used = update(RecoveryCode).where(*mine).values(used_at=tx.now).returning(RecoveryCode.digest)
    return (await tx.session.execute(used)).scalar() is not None


async def forget_recovery_codes(tx: Tx, user_id: UUID) -> None:
    """Remove every recovery code of a user."""
    await tx.session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user_id))


async def active_admins(tx: Tx) -> frozenset[UUID]:
    """The active administrators. The role's row stays locked, so that two of them cannot remove each other at once."""
    await tx.session.execute(select(Role).where(Role.name == ADMIN).with_for_update())
    admins = select(User.id).join(UserRole, UserRole.user_id == User.id)
    return frozenset(await tx.session.scalars(admins.where(UserRole.role == ADMIN, User.active)))


async def signed_in(tx: Tx, session_id: UUID) -> tuple[StaffSession, User] | None:
    """A session and whose it is."""
    found = select(StaffSession, User).join(User, User.id == StaffSession.user_id).where(StaffSession.id == session_id)
    row = (await tx.session.execute(found)).one_or_none()
    return None if row is None else (row[0], row[1])


async def lock_session(tx: Tx, session_id: UUID) -> None:
    """Let nobody else refresh this session until the transaction ends."""
    await tx.session.execute(select(StaffSession.id).where(StaffSession.id == session_id).with_for_update())


def add_session(tx: Tx, session: StaffSession) -> None:
    """Write a new session with the rest of the transaction."""
    tx.session.add(session)


async def count_attempt(tx: Tx, account: str, window_began: datetime) -> int:
    """Count an attempt before it is tried, and say how many there are since the window began; serialises an account."""
    attempt = insert(SignInAttempts).values(account=account, failures=1, since=tx.now)
    stale = SignInAttempts.since <= window_began
    counted = attempt.on_conflict_do_update(
        index_elements=["account"],
        set_={
            "failures": case((stale, 1), else_=SignInAttempts.failures + 1),
            "since": case((stale, tx.now), else_=SignInAttempts.since),
        },
    )
    return (await tx.session.execute(counted.returning(SignInAttempts.failures))).scalar_one()


async def forget_attempts(tx: Tx, account: str) -> None:
    """An account's failures no longer count."""
    await tx.session.execute(delete(SignInAttempts).where(SignInAttempts.account == account))


async def forget_before(tx: Tx, window_began: datetime, ended: datetime) -> None:
    """Remove counts whose window is over, and sessions that expired before an instant."""
    await tx.session.execute(delete(SignInAttempts).where(SignInAttempts.since <= window_began))
    await tx.session.execute(delete(StaffSession).where(StaffSession.expires_at <= ended))


def add_key(tx: Tx, key: ApiKey) -> None:
    """Write a new key with the rest of the transaction."""
    tx.session.add(key)


async def key_by_prefix(tx: Tx, prefix: str) -> ApiKey | None:
    """The key that begins like this."""
    return (await tx.session.scalars(select(ApiKey).where(ApiKey.prefix == prefix))).one_or_none()


async def key(tx: Tx, key_id: UUID) -> ApiKey | None:
    """The key of an id, locked until the transaction ends."""
    return (await tx.session.scalars(select(ApiKey).where(ApiKey.id == key_id).with_for_update())).one_or_none()


async def keys(tx: Tx) -> Sequence[ApiKey]:
    """Every key, the newest first."""
    return (await tx.session.scalars(select(ApiKey).order_by(ApiKey.id.desc()))).all()
