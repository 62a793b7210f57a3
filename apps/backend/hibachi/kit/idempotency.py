"""The header Idempotency-Key: the same write sent twice happens once and gets the first answer again."""

import hashlib
from datetime import datetime
from typing import Any

from fastapi import Request, Response
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.orm import Mapped, mapped_column

from hibachi.kit.db import Base, Tx
from hibachi.kit.errors import Conflict, InvalidInput

LONGEST_KEY = 200
WRITES = {"POST", "PUT", "PATCH", "DELETE"}
KEPT_HEADERS = ("content-type", "location")
"""What a caller does with an answer: a page is no JSON, and a form is answered with where to go."""


class IdempotencyRecord(Base):
    """One key of one caller, the fingerprint of its request, and the answer that it got."""

    __tablename__ = "idempotency_keys"
    caller: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    status: Mapped[int | None]
    body: Mapped[Any | None] = mapped_column(JSONB)
    at: Mapped[datetime] = mapped_column(index=True)


class KeyReused(InvalidInput):
    """The key was used for another request."""

    code = "idempotency_key_reused"
    message = "This Idempotency-Key was already used for another request."
    next_step = "Send the same request again, or use a new key."


class KeyInvalid(InvalidInput):
    """The key is empty or too long."""

    code = "idempotency_key_invalid"
    message = f"An Idempotency-Key has 1 to {LONGEST_KEY} printable characters."
    next_step = "Send a shorter key, such as a UUID."


class AnsweredOnce(Conflict):
    """The first answer held a secret that is shown once and kept nowhere."""

    code = "answered_once"
    message = "This was done already, and its answer held a secret that is shown only once."
    next_step = "Read the present state, or ask again under a new key."


async def remembered(tx: Tx, request: Request, caller: str) -> Response | None:
    """The first answer to this key, or None when this request is the first; a second one waits for the first."""
    key = request.headers.get("Idempotency-Key")
    if key is None or request.method not in WRITES:
        return None
    if not 0 < len(key) <= LONGEST_KEY or not key.isprintable():
        raise KeyInvalid()
    fingerprint = await _fingerprint(request)
    claim = insert(IdempotencyRecord).values(caller=caller, key=key, fingerprint=fingerprint, at=tx.now)
    claimed = await tx.session.execute(claim.on_conflict_do_nothing().returning(IdempotencyRecord.key))
    if claimed.scalar() is not None:
        return None
    record = await _record(tx, caller, key)
    if record.fingerprint != fingerprint:
        raise KeyReused()
    if record.status is None:
        raise AnsweredOnce()
    kept = record.body or {"text": "", "headers": {}}
    return Response(kept["text"], status_code=record.status, headers=kept["headers"])


async def remember(tx: Tx, request: Request, caller: str, response: Response) -> None:
    """Keep the answer beside its key, in the transaction of the write itself; never one marked "no-store"."""
    key = request.headers.get("Idempotency-Key")
    if key is None or request.method not in WRITES or response.headers.get("Cache-Control") == "no-store":
        return
    record = await _record(tx, caller, key)
    record.status = response.status_code
    headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
    record.body = {"text": bytes(response.body).decode(), "headers": headers}


async def _record(tx: Tx, caller: str, key: str) -> IdempotencyRecord:
    wanted = select(IdempotencyRecord).where(IdempotencyRecord.caller == caller, IdempotencyRecord.key == key)
    return (await tx.session.execute(wanted)).scalar_one()


async def _fingerprint(request: Request) -> str:
    digest = hashlib.sha256()
    for part in (request.method.encode(), f"{request.url.path}?{request.url.query}".encode(), await request.body()):
        digest.update(part + b"\0")
    return digest.hexdigest()
