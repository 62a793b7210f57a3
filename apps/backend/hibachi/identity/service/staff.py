"""Staff: made, changed, never deleted. Every write by an administrator leaves an audit entry."""

from collections.abc import Sequence
from uuid import UUID

from pydantic import SecretStr

from hibachi.audit import service as audit
from hibachi.identity import passwords, repository, rules
from hibachi.identity.errors import (
    EmailTaken,
    LastAdmin,
    MoreThanYours,
    NoSecondFactor,
    NoSuchUser,
    UnknownRole,
    WeakPassword,
)
from hibachi.identity.models import User
from hibachi.identity.schemas import FirstAdmin, NewStaff, Permission, Role, Roles, Staff, StaffChange, StaffMade
from hibachi.kit.auth import Principal
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id

FIRST_ADMIN = "admin@example.com"


async def ensure_roles(tx: Tx) -> None:
    """Make roles and permissions in the database equal to the table in rules; safe at every start."""
    await repository.seed(tx, rules.PERMISSIONS, rules.ROLES)


def roles() -> Roles:
    """What each role may do, by name; and every permission that can be given to a key."""
    given = {name: text for name, text in rules.PERMISSIONS.items() if name != rules.OWN_ACCOUNT}
    return Roles(
        roles=[Role(name=role, permissions=sorted(held)) for role, held in rules.ROLES.items()],
        permissions=[Permission(name=name, description=text) for name, text in given.items()],
    )


async def ensure_first_admin(tx: Tx) -> FirstAdmin | None:
    """On an installation without any staff: make the first administrator, with a password for one use."""
    await ensure_roles(tx)
    await repository.active_admins(tx)
    if await repository.users(tx):
        return None
    password = passwords.invented()
    await create_user(
        tx,
        email=FIRST_ADMIN,
        name="Administrator",
        password=password,
        roles=[rules.ADMIN],
        must_change_password=True,
    )
    return FirstAdmin(email=FIRST_ADMIN, password=password)


async def create_user(
    tx: Tx, *, email: str, name: str, password: str, roles: Sequence[str], must_change_password: bool = False
) -> Staff:
    """Make a member of staff; raises WeakPassword, EmailTaken, UnknownRole."""
    if not set(roles) <= set(rules.ROLES):
        raise UnknownRole()
    user = User(
        id=new_id(),
        email=email.strip(),
        name=name.strip(),
        password_hash=await _hash_of(password, email=email, name=name),
        must_change_password=must_change_password,
        created_at=tx.now,
    )
    if not await repository.add_user(tx, user):
        raise EmailTaken()
    await repository.set_roles(tx, user.id, roles)
    changes = {"email": (None, user.email), "name": (None, user.name), "roles": (None, sorted(roles))}
    await audit.record(tx, action="user_create", resource="user", resource_id=user.id, changes=changes)
    return await described(tx, await _user(tx, user.id))


async def invite(tx: Tx, *, by: Principal, new: NewStaff) -> StaffMade:
    """Make a member of staff who must choose a password at the first sign-in; raises MoreThanYours beside the others."""
    _must_hold(by, rules.permissions_of(new.roles))
    temporary = None if new.password else passwords.invented()
    made = await create_user(
        tx,
        email=new.email,
        name=new.name,
        password=temporary or _plain(new.password),
        roles=new.roles,
        must_change_password=True,
    )
    return StaffMade(staff=made, temporary_password=temporary)


async def change_staff(tx: Tx, *, by: Principal, user_id: UUID, change: StaffChange) -> Staff:
    """Change name, roles or whether the account is active; roles and activity end its sessions.

    Raises NoSuchUser, MoreThanYours, LastAdmin.
    """
    admins = await repository.active_admins(tx)
    user = await _user(tx, user_id)
    before = await described(tx, user)
    after = before.model_copy(update={"roles": sorted(set(change.roles or before.roles))})
    _must_hold(by, rules.permissions_of([*before.roles, *after.roles]))
    user.active = user.active if change.active is None else change.active
    user.name = (change.name or user.name).strip()
    if admins == {user_id} and not (user.active and rules.ADMIN in after.roles):
        raise LastAdmin()
    if before.roles != after.roles:
        await repository.set_roles(tx, user_id, after.roles)
    if before.roles != after.roles or before.active != user.active:
        user.token_version += 1
    return await _recorded(tx, "user_update", user, before)


async def reset_password(tx: Tx, *, by: Principal, user_id: UUID) -> StaffMade:
    """Give somebody a password for one use, and end their sessions; raises NoSuchUser, MoreThanYours."""
    user = await _user(tx, user_id)
    before = await described(tx, user)
    _must_hold(by, rules.permissions_of(before.roles))
    temporary = passwords.invented()
    await put_password(tx, user, temporary)
    user.must_change_password = True
    return StaffMade(staff=await _recorded(tx, "user_password_reset", user, before), temporary_password=temporary)


async def lift_second_factor(tx: Tx, *, by: Principal, user_id: UUID) -> Staff:
    """Switch off the second factor of somebody who lost their device; raises NoSuchUser, MoreThanYours, NoSecondFactor."""
    user = await _user(tx, user_id)
    before = await described(tx, user)
    _must_hold(by, rules.permissions_of(before.roles))
    if not user.totp_on:
        raise NoSecondFactor()
    await drop_second_factor(tx, user)
    return await _recorded(tx, "user_second_factor_lift", user, before)


async def drop_second_factor(tx: Tx, user: User) -> None:
    """Forget the key and the recovery codes; every session ends, for one of them may be a thief's."""
    user.totp_secret, user.totp_on, user.totp_step = None, False, 0
    user.token_version += 1
    await repository.forget_recovery_codes(tx, user.id)


async def staff(tx: Tx) -> list[Staff]:
    """Everybody, the inactive too."""
    users = await repository.users(tx)
    roles = await repository.roles(tx, [user.id for user in users])
    return [_staff(user, roles[user.id]) for user in users]


async def put_password(tx: Tx, user: User, password: str) -> None:
    """Replace a password: every session ends, and failed attempts no longer count."""
    user.password_hash = await _hash_of(password, email=user.email, name=user.name)
    user.must_change_password = False
    user.token_version += 1
    await repository.forget_attempts(tx, rules.account(user.email))


async def described(tx: Tx, user: User) -> Staff:
    """A user with their roles."""
    return _staff(user, (await repository.roles(tx, [user.id]))[user.id])


async def _recorded(tx: Tx, action: str, user: User, before: Staff) -> Staff:
    await tx.session.flush()
    after = await described(tx, user)
    changes = {
        field: (getattr(before, field), getattr(after, field)) for field in ("name", "roles", "active", "second_factor")
    }
    await audit.record(tx, action=action, resource="user", resource_id=user.id, changes=changes)
    return after


async def _user(tx: Tx, user_id: UUID) -> User:
    user = await repository.user(tx, user_id)
    if user is None:
        raise NoSuchUser()
    return user


async def _hash_of(password: str, *, email: str, name: str) -> str:
    reason = rules.weakness(password, email=email, name=name)
    if reason is not None:
        raise WeakPassword(reason)
    return await passwords.hashed(password)


def _must_hold(by: Principal, permissions: frozenset[str]) -> None:
    if not rules.may_grant(by.permissions, permissions - {rules.OWN_ACCOUNT}):
        raise MoreThanYours()


def _plain(password: SecretStr | None) -> str:
    return password.get_secret_value() if password else ""


def _staff(user: User, roles: list[str]) -> Staff:
    return Staff(
        id=user.id,
        email=user.email,
        name=user.name,
        roles=roles,
        active=user.active,
        must_change_password=user.must_change_password,
        second_factor=user.totp_on,
        created_at=user.created_at,
        last_sign_in_at=user.last_sign_in_at,
    )
