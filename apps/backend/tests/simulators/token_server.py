"""A provider of OAuth tokens (RFC 6749), and mail servers that let in by them alone (SASL XOAUTH2, as Google writes it)."""

import base64
import json
import re
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from aiosmtpd.smtp import SMTP, AuthResult
from pymap.backend.dict import Config
from pysasl import SASLAuth
from pysasl.creds.server import ServerCredentials
from pysasl.exception import AuthenticationError
from pysasl.identity import Identity
from pysasl.mechanism import ChallengeResponse, ServerChallenge, ServerMechanism

from tests.simulators.provider import Answer, Asked, Provider

CLIENT = "client-of-the-test"
SECRET = "secret-of-the-client"
SCOPE = "https://outlook.office365.com/.default"
FIRST = re.compile(rb"user=([^\x01]*)\x01auth=Bearer ([^\x01]*)\x01\x01")
WHY = json.dumps({"status": "401", "schemes": "bearer", "scope": "https://mail.google.com/"}).encode()
Knows = Callable[[bytes], str | None]


class TokenServer(Provider):
    """Gives access tokens for a user's mailbox. rotates: a refresh token buys one time, and brings the next."""

    def __init__(self, user: str) -> None:
        super().__init__()
        self.user = user
        self.refresh = {"refresh-0"}
        self.rotates = False
        self.seconds: float = 3600
        self.given: list[str] = []
        self.good: set[str] = set()

    def settings(self, **other: Any) -> dict[str, Any]:
        """The environment of a product whose mailbox signs in by tokens."""
        return {
            "MAIL_OAUTH_TOKEN_URL": f"{self.url}/token",
            "MAIL_OAUTH_CLIENT_ID": CLIENT,
            "MAIL_OAUTH_CLIENT_SECRET": SECRET,
            "MAIL_OAUTH_REFRESH_TOKEN": "refresh-0",
            **other,
        }

    def respond(self, asked: Asked) -> Answer:
        """Give a token, or say why not."""
        form = asked.form()
        if (asked.method, asked.path) != ("POST", "/token") or form.get("client_id") != CLIENT:
            return denied("invalid_client")
        if form["grant_type"] == "client_credentials":
            right = form.get("client_secret") == SECRET and form.get("scope") == SCOPE
            return self._token({}) if right else denied("invalid_client")
        if form["grant_type"] != "refresh_token" or form.get("refresh_token") not in self.refresh:
            return denied("invalid_grant", "Token has been expired or revoked.")
        if not self.rotates:
            return self._token({})
        self.refresh = {f"refresh-{len(self.given) + 1}"}
        return self._token({"refresh_token": next(iter(self.refresh))})

    def _token(self, more: dict[str, str]) -> Answer:
        token = f"access-{len(self.given) + 1}"
        self.given.append(token)
        self.good.add(token)
        return Answer(200, {"access_token": token, "token_type": "Bearer", "expires_in": self.seconds, **more})

    def knows(self, first: bytes) -> str | None:
        """Whom a first answer of XOAUTH2 lets in; None for nobody."""
        found = FIRST.fullmatch(first)
        let_in = found is not None and found[1].decode() == self.user and found[2].decode() in self.good
        return self.user if let_in else None


def denied(error: str, description: str = "") -> Answer:
    """What a token endpoint says instead of a token."""
    return Answer(400, {"error": error, "error_description": description})


class LetIn(ServerCredentials):
    """Somebody whom their token has proven."""

    def __init__(self, user: str) -> None:
        self._user = user

    @property
    def authcid(self) -> str:
        return self._user

    @property
    def authzid(self) -> str:
        return self._user

    def verify(self, identity: Identity | None) -> bool:
        return identity is not None


class XOAuth2(ServerMechanism):
    """The server's side in IMAP: a token that is not good is answered by why, and then refused."""

    def __init__(self, knows: Knows) -> None:
        super().__init__(b"XOAUTH2")
        self._knows = knows

    def server_attempt(self, responses: Sequence[ChallengeResponse]) -> tuple[ServerCredentials, None]:
        if not responses:
            raise ServerChallenge(b"")
        user = self._knows(responses[0].response)
        if user is None:
            _refuse(responses)
        return LetIn(user), None


def _refuse(responses: Sequence[ChallengeResponse]) -> NoReturn:
    if len(responses) == 1:
        raise ServerChallenge(WHY)
    assert responses[1].response == b"", "the answer to a refusal is empty"
    raise AuthenticationError("Invalid credentials")


class TokensAlone(Config):
    """The configuration of an IMAP server that takes no password; `knows` is given once it is made."""

    knows: Knows

    @property
    def tls_auth(self) -> SASLAuth:
        return SASLAuth([XOAuth2(self.knows)])


async def smtp_xoauth2(server: SMTP, given: list[str], knows: Knows) -> AuthResult:
    """The server's side in SMTP."""
    if knows(base64.b64decode(given[1])):
        return AuthResult(success=True)
    assert await server.challenge_auth(WHY) == b"", "the answer to a refusal is empty"
    return AuthResult(success=False, handled=False, message="535 5.7.8 Username and Password not accepted")
