"""Identity's use cases: staff, sign-in, API keys, and who is behind a request."""

from hibachi.identity.service.authentication import Authenticator
from hibachi.identity.service.keys import create_key, keys, revoke_key
from hibachi.identity.service.sign_in import change_password, me, refresh, sign_in, sign_out, tidy
from hibachi.identity.service.staff import (
    change_staff,
    create_user,
    ensure_first_admin,
    ensure_roles,
    invite,
    reset_password,
    roles,
    staff,
)

__all__ = [
    "Authenticator",
    "change_password",
    "change_staff",
    "create_key",
    "create_user",
    "ensure_first_admin",
    "ensure_roles",
    "invite",
    "keys",
    "me",
    "refresh",
    "reset_password",
    "revoke_key",
    "roles",
    "sign_in",
    "sign_out",
    "staff",
    "tidy",
]
