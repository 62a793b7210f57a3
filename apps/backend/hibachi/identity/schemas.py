"""What goes into and comes out of identity."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, EmailStr, Field, SecretStr

from hibachi.identity.rules import OWN_ACCOUNT, PERMISSIONS

RoleName = Literal["admin", "manager", "agent", "chef"]


def _grantable(scope: str) -> str:
    if scope not in PERMISSIONS or scope == OWN_ACCOUNT:
        raise ValueError("not a permission that a key can have")
    return scope


Name = Annotated[str, Field(min_length=1, max_length=100, pattern=r"\S")]
Password = Annotated[SecretStr, Field(max_length=1000)]
Token = Annotated[str, Field(max_length=4000)]
Scope = Annotated[str, AfterValidator(_grantable)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SignIn(_Frozen):
    """An address and its password."""

    email: str = Field(min_length=1, max_length=254)
    password: Password
    code: SecretStr | None = Field(None, max_length=100, description="Of the second factor, where the account has one.")


class Tokens(_Frozen):
    """Proof of a sign-in: the access token for a quarter of an hour (`expires_in` seconds), the refresh token for more."""

    access_token: str
    refresh_token: str
    token_type: Literal["bearer"] = "bearer"
    expires_in: int
    must_change_password: bool


class RefreshToken(_Frozen):
    """The refresh token of the last answer."""

    refresh_token: Token


class PasswordChange(_Frozen):
    """The present password, and the one that replaces it."""

    old_password: Password
    new_password: Password


class OwnPassword(_Frozen):
    """One's own password, once more: for what a stolen session must not do."""

    password: Password


class SecondFactor(_Frozen):
    """A second factor that was begun: the key, as text and as the address that an authenticator app reads (RFC 6238)."""

    secret: str
    uri: str


class FirstCode(_Frozen):
    """The first six digits that the app shows."""

    code: SecretStr = Field(max_length=100)


class RecoveryCodes(_Frozen):
    """Codes for one use each, should the device be lost; they are shown here and never again."""

    codes: list[str]


class Staff(_Frozen):
    """A member of staff, as staff see them."""

    id: UUID
    email: str
    name: str
    roles: list[str]
    active: bool
    must_change_password: bool
    second_factor: bool
    created_at: datetime
    last_sign_in_at: datetime | None


class Me(_Frozen):
    """Who is asking, and what they may do."""

    staff: Staff
    permissions: list[str]


class NewStaff(_Frozen):
    """A new member of staff; without a password one is made up, and shown once."""

    email: EmailStr
    name: Name
    roles: list[RoleName] = Field(min_length=1, max_length=4)
    password: Password | None = None


class StaffMade(_Frozen):
    """The new account, or the one with a new password; the password is shown here and never again."""

    staff: Staff
    temporary_password: str | None


class StaffChange(_Frozen):
    """What to change of an account; what is left out stays."""

    name: Name | None = None
    roles: list[RoleName] | None = Field(None, min_length=1, max_length=4)
    active: bool | None = None


class Permission(_Frozen):
    """One thing that somebody may do, in a sentence."""

    name: str
    description: str


class Role(_Frozen):
    """A role and what it allows."""

    name: RoleName
    permissions: list[str]


class Roles(_Frozen):
    """Every role, and every permission that a role or a key can have."""

    roles: list[Role]
    permissions: list[Permission]


class NewKey(_Frozen):
    """A key for another program: what it may do, and until when (None: until it is revoked)."""

    name: Name
    scopes: list[Scope] = Field(min_length=1, max_length=len(PERMISSIONS))
    expires_at: AwareDatetime | None = None


class Key(_Frozen):
    """An API key, without its secret."""

    id: UUID
    name: str
    prefix: str
    scopes: list[str]
    created_by: UUID | None
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None


class KeyMade(_Frozen):
    """The new key and its secret, which is shown here and never again."""

    key: Key
    secret: str


class FirstAdmin(_Frozen):
    """The account that a first start makes, and its password for one use."""

    email: str
    password: str
