"""Access tokens for a mailbox whose provider takes no password: asked for, kept until they end, renewed (RFC 6749).

Gmail and Microsoft 365 take such a token by SASL's XOAUTH2, for IMAP and for SMTP alike.
"""

import asyncio
import hashlib
import json
import logging
import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import httpx2
from pydantic import BaseModel, Field, SecretStr, ValidationError

from hibachi.channels.mail.errors import MailboxLost, MailboxRefused

log = logging.getLogger(__name__)
SECONDS = 10.0
EARLY = 120.0
"""Seconds before its end from which on a token is renewed: a session begins with one that lasts."""
AGAIN = (
    "connect the mailbox again and set MAIL_OAUTH_REFRESH_TOKEN anew (docs/running.md, A mailbox without a password)"
)


class Granted(BaseModel):
    """What a token endpoint gives. expires_in: seconds. refresh_token: a new one in the place of the old, where it says."""

    access_token: str = Field(min_length=1)
    expires_in: float = 3600.0
    refresh_token: str | None = None


class Denied(BaseModel):
    """Why it gives none (RFC 6749, 5.2)."""

    error: str = "no reason"
    error_description: str = ""


@dataclass(frozen=True, slots=True)
class Client:
    """Who asks where, and by which right: a person's consent (refresh_token), or the application's own (secret, scope)."""

    token_url: str
    client_id: str
    client_secret: SecretStr | None = None
    refresh_token: SecretStr | None = None
    scope: str | None = None


class Tokens:
    """The access token of one mailbox. kept: the file that holds a refresh token which the provider gave in exchange."""

    def __init__(self, client: Client, *, kept: Path | None = None, now: Callable[[], float] = time.monotonic) -> None:
        self._client = client
        self._kept = kept
        self._now = now
        self._token = ""
        self._until = 0.0
        self._asking = asyncio.Lock()

    async def token(self) -> str:
        """A token that is good for now. Raises MailboxRefused (the provider gives none), MailboxLost (no answer)."""
        async with self._asking:
            if not self._token or self._now() >= self._until:
                granted = await self._ask()
                self._token, self._until = granted.access_token, self._now() + granted.expires_in - EARLY
                self._keep(granted.refresh_token)
            return self._token

    def forget(self) -> None:
        """The server refused this token: the next one is asked for anew."""
        self._token = ""

    async def _ask(self) -> Granted:
        try:
            async with httpx2.AsyncClient(timeout=SECONDS) as http:
                answer = await http.post(self._client.token_url, data=self._request())
        except httpx2.HTTPError as problem:
            raise MailboxLost(f"{self._client.token_url}: {type(problem).__name__}") from None
        if answer.status_code >= 500 or answer.status_code == httpx2.codes.TOO_MANY_REQUESTS:
            raise MailboxLost(f"{self._client.token_url}: http_{answer.status_code}")
        if answer.status_code != httpx2.codes.OK:
            raise MailboxRefused(f"{self._client.token_url} gives no token: {_why(answer.content)}")
        try:
            return Granted.model_validate_json(answer.content)
        except ValidationError:
            raise MailboxLost(f"{self._client.token_url}: an answer without a token") from None

    def _request(self) -> dict[str, str]:
        client, refresh = self._client, self._refresh_token()
        asked = {"client_id": client.client_id, "grant_type": "refresh_token" if refresh else "client_credentials"}
        if refresh:
            asked["refresh_token"] = refresh
        if client.client_secret is not None:
            asked["client_secret"] = client.client_secret.get_secret_value()
        if client.scope:
            asked["scope"] = client.scope
        return asked

    def _refresh_token(self) -> str:
        """The newest: what the provider gave last for the one of the settings, or that one."""
        given = self._client.refresh_token.get_secret_value() if self._client.refresh_token else ""
        if given and self._kept is not None:
            with suppress(OSError, ValueError, KeyError, TypeError):
                held = json.loads(self._kept.read_text())
                if held["instead_of"] == _mark(given):
                    return str(held["refresh_token"])
        return given

    def _keep(self, refresh_token: str | None) -> None:
        """Keep a new refresh token beside the installation's secret: the old one ends some day (at Microsoft after 90)."""
        given = self._client.refresh_token
        if not refresh_token or self._kept is None or given is None or refresh_token == self._refresh_token():
            return
        held = json.dumps({"instead_of": _mark(given.get_secret_value()), "refresh_token": refresh_token})
        beside = self._kept.with_name(f"{self._kept.name}.{os.getpid()}")
        try:
            self._kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside.touch(mode=0o600)
            beside.write_text(held)
            beside.replace(self._kept)
        except OSError as problem:
            log.warning("the new refresh token of the mailbox could not be kept in %s: %s", self._kept, problem)


def xoauth2(user: str, token: str) -> bytes:
    """What SASL's XOAUTH2 says first, before base64."""
    return f"user={user}\x01auth=Bearer {token}\x01\x01".encode()


def _mark(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _why(body: bytes) -> str:
    """The provider's reason in one line, and what to do where the consent is over."""
    try:
        denied = Denied.model_validate_json(body)
    except ValidationError:
        denied = Denied()
    said = " ".join(f"{denied.error} {denied.error_description}".split())[:300]
    return f"{said}; {AGAIN}" if denied.error == "invalid_grant" else said
