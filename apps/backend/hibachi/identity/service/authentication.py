"""Who is behind a request: a member of staff with a token, or another program with a key."""

from collections.abc import Mapping

from hibachi.identity import repository, rules
from hibachi.identity.errors import PasswordMustChange, TwoProofs
from hibachi.identity.service.keys import principal_of_key
from hibachi.identity.service.sign_in import live_session
from hibachi.identity.tokens import TokenInvalid, believed
from hibachi.kit.auth import Actor, Principal
from hibachi.kit.db import Tx
from hibachi.settings import Settings


class Authenticator:
    """Fills the port of kit.auth from `Authorization: Bearer <token>` or `X-API-Key: <key>`."""

    def __init__(self, settings: Settings) -> None:
        self.secret = settings.secret_key.get_secret_value()

    async def __call__(self, tx: Tx, headers: Mapping[str, str]) -> Principal:
        """The principal of the headers; raises TokenInvalid, KeyNotValid or TwoProofs."""
        authorization, key = headers.get("authorization"), headers.get("x-api-key")
        if authorization is not None and key is not None:
            raise TwoProofs()
        if key is not None:
            return await principal_of_key(tx, key)
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.lower() != "bearer":
            raise TokenInvalid()
        return await self._staff(tx, token.strip())

    async def _staff(self, tx: Tx, token: str) -> Principal:
        claims = believed(token, use="access", now=tx.now, secret=self.secret)
        _, user = await live_session(tx, claims)
        actor = Actor("staff", user.id, user.name)
        if user.must_change_password:
            return Principal(actor, permissions=frozenset({rules.OWN_ACCOUNT}), refusal=PasswordMustChange)
        roles = (await repository.roles(tx, [user.id]))[user.id]
        return Principal(actor, frozenset(roles), await repository.permissions(tx, user.id))
