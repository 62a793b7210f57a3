"""Identity's use cases: staff, sign-in, API keys, and who is behind a request."""

from hibachi.identity.service.authentication import Authenticator
from hibachi.identity.service.keys import create_key, keys, revoke_key
from hibachi.identity.service.sign_in import (
    begin_second_factor,
    change_password,
    confirm_second_factor,
    end_second_factor,
    me,
    refresh,
    sign_in,
    sign_out,
    tidy,
)
from hibachi.identity.service.staff import (
    change_staff,
    create_user,
    ensure_first_admin,
    ensure_roles,
    invite,
    lift_second_factor,
    reset_password,
    roles,
    staff,
)

__all__ = [
    "Authenticator",
    "begin_second_factor",
    "change_password",
    "change_staff",
    "confirm_second_factor",
    "create_key",
    "create_user",
    "end_second_factor",
    "ensure_first_admin",
    "ensure_roles",
    "invite",
    "keys",
    "lift_second_factor",
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
