"""API keys: shown once, kept as a digest, scoped, and revoked for good."""

import hashlib
import hmac
import secrets
from uuid import UUID

from hibachi.audit import service as audit
from hibachi.identity import repository, rules
from hibachi.identity.errors import KeyNotValid, MoreThanYours, NoSuchKey
from hibachi.identity.models import ApiKey
from hibachi.identity.schemas import Key, KeyMade, NewKey
from hibachi.kit.auth import Actor, Principal
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id

PREFIX_LENGTH = 12


async def create_key(tx: Tx, *, by: Principal, new: NewKey) -> KeyMade:
    """Make a key; its secret is in the answer and nowhere else. Raises MoreThanYours."""
    if not rules.may_grant(by.permissions, new.scopes):
        raise MoreThanYours()
    secret = f"hib_{secrets.token_hex(4)}_{secrets.token_urlsafe(32)}"
    row = ApiKey(
        id=new_id(),
        name=new.name.strip(),
        prefix=secret[:PREFIX_LENGTH],
        digest=_digest(secret),
        scopes=sorted(set(new.scopes)),
        created_by=by.actor.id if by.actor.kind == "staff" else None,
        created_at=tx.now,
        expires_at=new.expires_at,
    )
    repository.add_key(tx, row)
    changes = {"name": (None, row.name), "scopes": (None, row.scopes), "expires_at": (None, row.expires_at)}
    await audit.record(tx, action="api_key_create", resource="api_key", resource_id=row.id, changes=changes)
    return KeyMade(key=_key(row), secret=secret)


async def keys(tx: Tx) -> list[Key]:
    """Every key without its secret, the newest first; the revoked too."""
    return [_key(row) for row in await repository.keys(tx)]


async def revoke_key(tx: Tx, *, key_id: UUID) -> Key:
    """End a key; revoking it again changes nothing. Raises NoSuchKey."""
    row = await repository.key(tx, key_id)
    if row is None:
        raise NoSuchKey()
    if row.revoked_at is None:
        row.revoked_at = tx.now
        changes = {"revoked_at": (None, tx.now)}
        await audit.record(tx, action="api_key_revoke", resource="api_key", resource_id=row.id, changes=changes)
    return _key(row)


async def principal_of_key(tx: Tx, secret: str) -> Principal:
    """Who is behind a key; raises KeyNotValid."""
    row = await repository.key_by_prefix(tx, secret[:PREFIX_LENGTH]) if secret.isprintable() else None
    fits = hmac.compare_digest(row.digest if row else _digest(""), _digest(secret))
    if row is None or not fits or row.revoked_at is not None or rules.expired(row.expires_at, tx.now):
        raise KeyNotValid()
    scopes = frozenset(row.scopes) & frozenset(rules.PERMISSIONS)
    return Principal(Actor("api_key", row.id, row.name), permissions=scopes)


def _digest(secret: str) -> str:
    # The secret has 256 bits of chance, so a fast digest is enough: there is nothing to guess.
    return hashlib.sha256(secret.encode()).hexdigest()


def _key(row: ApiKey) -> Key:
    return Key(
        id=row.id,
        name=row.name,
        prefix=row.prefix,
        scopes=row.scopes,
        created_by=row.created_by,
        created_at=row.created_at,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
    )
