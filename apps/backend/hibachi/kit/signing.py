"""Signed links: what somebody may do who holds one. Each use has a key of its own, made of the installation's secret."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import jwt
from jwt.types import Options

ALGORITHM = "HS256"
RESERVED = frozenset({"aud", "sub", "exp"})
OPTIONS: Options = {"require": ["sub", "aud"], "verify_exp": False, "verify_iat": False, "verify_nbf": False}
"""The library's own check of time asks the machine's clock: expiry is checked here, against the caller's."""


@dataclass(frozen=True, slots=True)
class Signed:
    """What a link is about: whose or which, and what else was signed with it."""

    subject: UUID
    more: Mapping[str, Any]


class Signer:
    """Signs and reads the links of one module (its name makes the key); audience: the one use of a link."""

    def __init__(self, module: str, secret: str) -> None:
        self._key = hashlib.sha256(f"{module}:{secret}".encode()).hexdigest()

    def sign(self, audience: str, subject: UUID, *, until: datetime | None = None, **more: str) -> str:
        """A token; until: good before this instant (None: it never ends)."""
        ends = {} if until is None else {"exp": int(until.timestamp())}
        return jwt.encode({"aud": audience, "sub": str(subject), **more, **ends}, self._key, algorithm=ALGORITHM)

    def read(self, audience: str, token: str, *, now: datetime, ends: bool = True) -> Signed | None:
        """What a token is about; None for one that is forged, broken, of another use or too old.

        ends: whether links of this use end at all; then one without an end is broken.
        """
        try:
            said = jwt.decode(token, self._key, algorithms=[ALGORITHM], audience=audience, options=OPTIONS)
            if ends and float(said["exp"]) <= now.timestamp():
                return None
            return Signed(UUID(said["sub"]), {name: value for name, value in said.items() if name not in RESERVED})
        except (jwt.InvalidTokenError, KeyError, ValueError, TypeError, AttributeError, OverflowError):
            return None
