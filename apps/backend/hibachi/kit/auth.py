"""The port of authentication: who is asking, and what they may do. `identity` fills it; deny is the default."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol
from uuid import UUID

from fastapi import Request

from hibachi.kit.errors import Forbidden, HibachiError, Unauthenticated

if TYPE_CHECKING:
    from hibachi.kit.db import Tx


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: written to the audit log beside what was done."""

    kind: Literal["anonymous", "customer", "staff", "api_key", "ai", "system"]
    id: UUID | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Principal:
    """An actor with the permissions that the authenticator found."""

    actor: Actor
    roles: frozenset[str] = field(default_factory=frozenset)
    permissions: frozenset[str] = field(default_factory=frozenset)
    refusal: type[HibachiError] = Forbidden
    """What they hear where they have no permission."""


SYSTEM = Actor("system", name="system")
AI = Actor("ai", name="concierge")
ANONYMOUS = Principal(Actor("anonymous"), refusal=Unauthenticated)


class Authenticator(Protocol):
    """Turns the headers of a request into a principal; raises Unauthenticated for a bad token or key."""

    async def __call__(self, tx: "Tx", headers: Mapping[str, str]) -> Principal: ...


class Access:
    """A route's declared access: public, or a permission. Every route has exactly one (checked at start)."""

    def __init__(self, permission: str | None) -> None:
        self.permission = permission

    async def __call__(self, request: Request) -> Principal:
        principal: Principal = getattr(request.state, "principal", ANONYMOUS)
        if self.permission is None or self.permission in principal.permissions:
            return principal
        raise principal.refusal()


public = Access(None)
"""Declares a route that anybody may call."""


def requires(permission: str) -> Access:
    """Declares a route that needs a permission, such as "bookings:write"."""
    return Access(permission)
