"""How identity refuses.

Unauthenticated
├── SignInFailed       401
├── SecondFactorNeeded 401
├── SecondFactorWrong  401
├── KeyNotValid        401
└── TokenInvalid       401 (tokens.py)
"""

from hibachi.kit.errors import Conflict, Forbidden, InvalidInput, NotFound, TooMany, Unauthenticated


class SignInFailed(Unauthenticated):
    """The address or the password is wrong, or the account is not active; which of them is not said."""

    code = "sign_in_failed"
    message = "The e-mail address or the password is wrong."
    next_step = "Check both, or ask an administrator for a new password."


class SecondFactorNeeded(Unauthenticated):
    """The password is right, and this account asks for a code too."""

    code = "second_factor_needed"
    message = "This account asks for a code too."
    next_step = "Send the six digits of your authenticator app, or one of your recovery codes, as `code`."


class SecondFactorWrong(Unauthenticated):
    """The code is not the one of now, was used already, or is no recovery code that is left."""

    code = "second_factor_wrong"
    message = "This code is not right, or was used already."
    next_step = (
        "Wait for the next six digits of the app, or use a recovery code. An administrator can lift the second factor."
    )


class CodeNotConfirmed(InvalidInput):
    """The first code does not fit the secret that was given out."""

    code = "second_factor_not_confirmed"
    message = "This code does not fit the key that was shown."
    next_step = "Check the clock of the device, and enter the six digits that the app shows now."


class SecondFactorOn(Conflict):
    """The account has a second factor already."""

    code = "second_factor_on"
    message = "The second factor is on already."
    next_step = "Switch it off first, to set it up on another device."


class NoSecondFactor(Conflict):
    """There is no second factor to confirm or to switch off."""

    code = "second_factor_off"
    message = "No second factor was begun on this account."
    next_step = "Begin one first."


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
