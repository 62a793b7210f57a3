"""How identity refuses.

Unauthenticated
├── SignInFailed       401
├── KeyNotValid        401
└── TokenInvalid       401 (tokens.py)
"""

from hibachi.kit.errors import Conflict, Forbidden, InvalidInput, NotFound, TooMany, Unauthenticated


class SignInFailed(Unauthenticated):
    """The address or the password is wrong, or the account is not active; which of them is not said."""

    code = "sign_in_failed"
    message = "The e-mail address or the password is wrong."
    next_step = "Check both, or ask an administrator for a new password."


class TooManyAttempts(TooMany):
    """Signing in to this account failed too often."""

    code = "too_many_attempts"
    message = "Too many attempts to sign in to this account."
    next_step = "Wait a quarter of an hour, or ask an administrator for a new password."


class KeyNotValid(Unauthenticated):
    """An API key that does not exist, has expired or was revoked."""

    code = "api_key_invalid"
    message = "This API key is not valid."
    next_step = "Ask an administrator for a new key."


class TwoProofs(Unauthenticated):
    """A token and a key in one request: whose it is would be a guess."""

    code = "two_proofs"
    message = "Send a token or an API key, not both."
    next_step = "Leave out one of the headers Authorization and X-API-Key."


class PasswordMustChange(Forbidden):
    """Signed in with a password that somebody else has seen."""

    code = "password_must_change"
    message = "Choose a password of your own first."
    next_step = "POST the old and a new password to /api/v1/auth/password, then sign in with the new one."


class WeakPassword(InvalidInput):
    """The new password is not taken."""

    code = "password_weak"
    message = "This password is not taken."
    next_step = "Choose a longer one that is not your name."


class UnknownRole(InvalidInput):
    """A role that the table of roles does not hold."""

    code = "role_unknown"
    message = "There is no such role."
    next_step = "Use admin, manager, agent or chef."


class EmailTaken(Conflict):
    """A member of staff has this address, in whatever case of letters."""

    code = "email_taken"
    message = "Somebody has this e-mail address already."
    next_step = "Use another address, or change the account that has it."


class LastAdmin(Conflict):
    """Nobody would be left who can give roles."""

    code = "last_admin"
    message = "This is the last active administrator."
    next_step = "Make another administrator first."


class MoreThanYours(Forbidden):
    """Giving, or touching somebody who has, more than one may do oneself."""

    code = "more_than_yours"
    message = "You cannot give or change permissions that you do not have."
    next_step = "Ask an administrator."


class NoSuchUser(NotFound):
    """No member of staff has this id."""

    code = "user_not_found"
    message = "There is no such member of staff."


class NoSuchKey(NotFound):
    """No API key has this id."""

    code = "api_key_not_found"
    message = "There is no such API key."
