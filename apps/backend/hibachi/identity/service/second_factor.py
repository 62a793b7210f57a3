"""The second factor: six digits of an authenticator app (TOTP, RFC 6238), or a recovery code, beside the password."""

import hashlib
import secrets
from urllib.parse import quote

import pyotp

from hibachi.audit import service as audit
from hibachi.identity import repository
from hibachi.identity.errors import (
    CodeNotConfirmed,
    NoSecondFactor,
    SecondFactorNeeded,
    SecondFactorOn,
    SecondFactorWrong,
)
from hibachi.identity.models import User
from hibachi.identity.schemas import RecoveryCodes, SecondFactor
from hibachi.kit.db import Tx

RECOVERY_CODES = 10
STEPS_EITHER_WAY = 1
"""A clock may be half a minute wrong (RFC 6238, section 5.2)."""


def begun(user: User, *, issuer: str) -> SecondFactor:
    """A new key for an account; it is asked for once the first code confirmed it. Raises SecondFactorOn."""
    if user.totp_on:
        raise SecondFactorOn()
    user.totp_secret = pyotp.random_base32()
    uri = pyotp.TOTP(user.totp_secret).provisioning_uri(name=quote(user.email, safe="@"), issuer_name=issuer)
    return SecondFactor(secret=user.totp_secret, uri=uri)


async def confirmed(tx: Tx, user: User, code: str) -> RecoveryCodes:
    """Switch the second factor on, with the first code of the app. Raises NoSecondFactor, SecondFactorOn, CodeNotConfirmed."""
    if user.totp_on:
        raise SecondFactorOn()
    if user.totp_secret is None:
        raise NoSecondFactor()
    if not _digits_fit(tx, user, code):
        raise CodeNotConfirmed()
    user.totp_on = True
    codes = [f"{secrets.token_hex(4)}-{secrets.token_hex(4)}" for _ in range(RECOVERY_CODES)]
    await repository.set_recovery_codes(tx, user.id, [_digest(code) for code in codes])
    changes = {"second_factor": (False, True)}
    await audit.record(tx, action="second_factor_on", resource="user", resource_id=user.id, changes=changes)
    return RecoveryCodes(codes=codes)


async def refusal(tx: Tx, user: User, code: str | None) -> SecondFactorNeeded | SecondFactorWrong | None:
    """What the second factor says to a sign-in whose password was right; None where it is content, or where there is none.

    A code is used up by it: neither the digits nor a recovery code open twice.
    """
    if not user.totp_on:
        return None
    if code is None or not code.strip():
        return SecondFactorNeeded()
    fits = _digits_fit(tx, user, code) or await repository.use_recovery_code(tx, user.id, _digest(code))
    return None if fits else SecondFactorWrong()


def _digits_fit(tx: Tx, user: User, code: str) -> bool:
    given = code.replace(" ", "").encode()
    totp = pyotp.TOTP(user.totp_secret or "")
    now = totp.timecode(tx.now)
    steps = range(max(user.totp_step + 1, now - STEPS_EITHER_WAY), now + STEPS_EITHER_WAY + 1)
    fits = (step for step in steps if secrets.compare_digest(totp.generate_otp(step).encode(), given))
    step = next(fits, None)
    if step is not None:
        user.totp_step = step
    return step is not None


def _digest(code: str) -> str:
    # A code has 64 bits of chance and ten attempts: a fast digest is enough.
    return hashlib.sha256(code.strip().lower().encode()).hexdigest()
