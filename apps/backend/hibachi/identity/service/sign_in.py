"""Signing in and out, refreshing, changing one's own password. Refusals are returned: what they count must stay."""

from dataclasses import replace

from hibachi.audit import service as audit
from hibachi.identity import passwords, repository, rules
from hibachi.identity.errors import (
    NoSecondFactor,
    NoSuchUser,
    SecondFactorNeeded,
    SecondFactorWrong,
    SignInFailed,
    TooManyAttempts,
)
from hibachi.identity.models import StaffSession, User
from hibachi.identity.schemas import Me, OwnPassword, PasswordChange, RecoveryCodes, SecondFactor, SignIn, Tokens
from hibachi.identity.service import second_factor
from hibachi.identity.service.staff import described, drop_second_factor, put_password
from hibachi.identity.tokens import Claims, TokenInvalid, believed, signed
from hibachi.kit.auth import Principal
from hibachi.kit.db import Tx
from hibachi.kit.ids import new_id

Refused = SignInFailed | TooManyAttempts | TokenInvalid | SecondFactorNeeded | SecondFactorWrong


async def sign_in(tx: Tx, *, proof: SignIn, secret: str) -> Tokens | Refused:
    """Tokens for an address and its password. An unknown address takes as long to refuse as a wrong password."""
    user = await repository.user_by_email(tx, proof.email.strip())
    refused = await _tried(tx, user, proof.email, proof.password.get_secret_value(), also=proof)
    if refused is not None or user is None:
        return refused or SignInFailed()
    user.last_sign_in_at = tx.now
    return await _begun(tx, user, secret)


async def refresh(tx: Tx, *, token: str, secret: str) -> Tokens | Refused:
    """Fresh tokens for a refresh token, which is then used up; a used one ends its session, for it may be stolen."""
    claims = believed(token, use="refresh", now=tx.now, secret=secret)
    await repository.lock_session(tx, claims.session_id)
    session, user = await live_session(tx, claims)
    if claims.token_id == session.refresh_id:
        _rotate(tx, session)
    elif not rules.tolerated(claims.token_id, session.previous_id, session.rotated_at, tx.now):
        session.ended_at = tx.now
        return TokenInvalid()
    return _tokens(tx, session, user, secret)


async def sign_out(tx: Tx, *, token: str, secret: str) -> None:
    """End the session of a refresh token: its access tokens end with it."""
    claims = believed(token, use="refresh", now=tx.now, secret=secret)
    session, _ = await live_session(tx, claims)
    session.ended_at = tx.now


async def change_password(tx: Tx, *, principal: Principal, change: PasswordChange, secret: str) -> Tokens | Refused:
    """Replace one's own password: other sessions end, and a new one begins. Raises WeakPassword."""
    user = await _oneself(tx, principal)
    refused = await _tried(tx, user, user.email, change.old_password.get_secret_value())
    if refused is not None:
        return refused
    await put_password(tx, user, change.new_password.get_secret_value())
    await audit.record(tx, action="password_change", resource="user", resource_id=user.id, changes={})
    return await _begun(tx, user, secret)


async def begin_second_factor(
    tx: Tx, *, principal: Principal, proof: OwnPassword, issuer: str
) -> SecondFactor | Refused:
    """A key for an authenticator app; nothing is asked for until the first code confirms it. Raises SecondFactorOn."""
    user = await _oneself(tx, principal)
    refused = await _tried(tx, user, user.email, proof.password.get_secret_value())
    return refused or second_factor.begun(user, issuer=issuer)


async def confirm_second_factor(tx: Tx, *, principal: Principal, code: str) -> RecoveryCodes:
    """Switch one's own second factor on. Raises NoSecondFactor, SecondFactorOn, CodeNotConfirmed."""
    return await second_factor.confirmed(tx, await _oneself(tx, principal), code)


async def end_second_factor(tx: Tx, *, principal: Principal, proof: OwnPassword, secret: str) -> Tokens | Refused:
    """Switch one's own second factor off: other sessions end, and a new one begins. Raises NoSecondFactor."""
    user = await _oneself(tx, principal)
    refused = await _tried(tx, user, user.email, proof.password.get_secret_value())
    if refused is not None:
        return refused
    if not user.totp_on:
        raise NoSecondFactor()
    await drop_second_factor(tx, user)
    changes = {"second_factor": (True, False)}
    await audit.record(tx, action="second_factor_off", resource="user", resource_id=user.id, changes=changes)
    return await _begun(tx, user, secret)


async def me(tx: Tx, *, principal: Principal) -> Me:
    """Who is asking, and what they may do."""
    user = await _oneself(tx, principal)
    return Me(staff=await described(tx, user), permissions=sorted(principal.permissions))


async def tidy(tx: Tx) -> None:
    """Remove what no longer matters: counts of attempts whose window is over, and sessions that expired."""
    await repository.forget_before(tx, tx.now - rules.ATTEMPTS_WINDOW, tx.now)


async def live_session(tx: Tx, claims: Claims) -> tuple[StaffSession, User]:
    """The session behind a token, and whose it is; raises TokenInvalid when either has ended."""
    found = await repository.signed_in(tx, claims.session_id)
    if found is None:
        raise TokenInvalid()
    session, user = found
    ended = session.ended_at is not None or rules.expired(session.expires_at, tx.now)
    if ended or not user.active or (user.id, user.token_version) != (claims.user_id, claims.version):
        raise TokenInvalid()
    return session, user


async def _oneself(tx: Tx, principal: Principal) -> User:
    user = await repository.user(tx, principal.actor.id) if principal.actor.id else None
    if user is None:
        raise NoSuchUser()
    return user


async def _tried(tx: Tx, user: User | None, email: str, password: str, *, also: SignIn | None = None) -> Refused | None:
    account = rules.account(email)
    attempts = await repository.count_attempt(tx, account, tx.now - rules.ATTEMPTS_WINDOW)
    if attempts > rules.ATTEMPTS:
        return TooManyAttempts()
    if not await passwords.verified(password, user.password_hash if user else None) or not (user and user.active):
        return SignInFailed()
    if also is not None:
        # Read anew and held: of two sign-ins with one code the second finds it used. Its failures count like a password's.
        held = await repository.user(tx, user.id) or user
        refused = await second_factor.refusal(tx, held, also.code.get_secret_value() if also.code else None)
        if refused is not None:
            return refused
    await repository.forget_attempts(tx, account)
    return None


async def _begun(tx: Tx, user: User, secret: str) -> Tokens:
    session = StaffSession(
        id=new_id(),
        user_id=user.id,
        refresh_id=new_id(),
        rotated_at=tx.now,
        created_at=tx.now,
        expires_at=tx.now + rules.SESSION_LASTS,
    )
    repository.add_session(tx, session)
    return _tokens(tx, session, user, secret)


def _rotate(tx: Tx, session: StaffSession) -> None:
    session.previous_id, session.refresh_id, session.rotated_at = session.refresh_id, new_id(), tx.now


def _tokens(tx: Tx, session: StaffSession, user: User, secret: str) -> Tokens:
    access_ends = min(tx.now + rules.ACCESS_LASTS, session.expires_at)
    access = Claims(user.id, session.id, user.token_version, "access", new_id(), tx.now, access_ends)
    renewing = replace(access, use="refresh", token_id=session.refresh_id, expires_at=session.expires_at)
    return Tokens(
        access_token=signed(access, secret=secret),
        refresh_token=signed(renewing, secret=secret),
        expires_in=int((access_ends - tx.now).total_seconds()),
        must_change_password=user.must_change_password,
    )
