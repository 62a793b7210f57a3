"""Passwords as Argon2id hashes. A hash takes about a tenth of a second and 64 MB: never on the event loop."""

import asyncio
import secrets
from functools import cache

from pwdlib import PasswordHash

HASHER = PasswordHash.recommended()


async def hashed(password: str) -> str:
    """The Argon2id hash of a password, salt and parameters included."""
    return await asyncio.to_thread(HASHER.hash, password)


async def verified(password: str, known: str | None) -> bool:
    """Whether a password fits a hash; without one (nobody has this address) it takes as long and says no."""
    fits = await asyncio.to_thread(lambda: HASHER.verify(password, known or _nobodys()))
    return fits and known is not None


def invented() -> str:
    """A password for one use: 20 random characters that can be read from a screen."""
    return secrets.token_urlsafe(15)


@cache
def _nobodys() -> str:
    return HASHER.hash(secrets.token_urlsafe(16))
