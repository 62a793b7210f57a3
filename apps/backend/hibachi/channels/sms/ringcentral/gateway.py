"""RingCentral's REST API: one token for as long as it is valid, messages sent and read back, one subscription kept."""

import asyncio
import logging
import time
from collections.abc import Collection
from datetime import datetime, timedelta
from itertools import count
from typing import Any, TypeVar

import httpx2
from pydantic import BaseModel, SecretStr, ValidationError

from hibachi.channels.carriers import Accepted, CarrierBusy, CarrierRefused, CarrierUncertain, Outgoing
from hibachi.channels.gateway import exchange, read_answer, same_words
from hibachi.channels.sms.ringcentral.rules import FILTERS, SUBSCRIBED_FOR
from hibachi.channels.sms.ringcentral.schemas import (
    MessageList,
    NumberList,
    Problem,
    SentMessage,
    StoredMessage,
    Subscription,
    Token,
)
from hibachi.customers.schemas import ChannelName
from hibachi.kit.ids import made_at

TOKEN = "/restapi/oauth/token"
SUBSCRIPTION = "/restapi/v1.0/subscription"
EXTENSION = "/restapi/v1.0/account/~/extension/~"
JWT_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
RENEWED_BEFORE_SECONDS = 60
CLOCKS_DIFFER = timedelta(seconds=60)
SENDS = "SmsSender"
PAGE = 1000
"""As many as a page may hold: a long absence is few requests."""
Answer = TypeVar("Answer", bound=BaseModel)

# The client writes each whole address at INFO, and telephone numbers stand in ours.
logging.getLogger("httpx2").setLevel(logging.WARNING)


class RingCentral:
    """Carries text messages by RingCentral, and reads back what its events hint at.

    jwt: the credential of the extension whose number `sender` is. Times in seconds.
    """

    name = "ringcentral"
    channels: frozenset[ChannelName] = frozenset({"sms"})
    safe_to_repeat = False

    def __init__(
        self,
        base_url: str,
        client_id: str,
        client_secret: SecretStr,
        jwt: SecretStr,
        *,
        sender: str,
        timeout_seconds: float = 10.0,
    ) -> None:
        self._client = httpx2.AsyncClient(base_url=base_url, timeout=timeout_seconds)
        self._auth = (client_id, client_secret.get_secret_value())
        self._jwt = jwt
        self._sender = sender
        self._token = ""
        self._token_until = 0.0
        self._one_at_a_time = asyncio.Lock()

    async def send(self, outgoing: Outgoing) -> Accepted:
        """Hand one message over; raises CarrierBusy, CarrierRefused, CarrierUncertain."""
        body = {
            "from": {"phoneNumber": outgoing.sender or self._sender},
            "to": [{"phoneNumber": outgoing.to}],
            "text": outgoing.text,
        }
        sent = await self._ask(SentMessage, "POST", f"{EXTENSION}/sms", json=body)
        return Accepted(self.name, str(sent.id))

    async def find(self, outgoing: Outgoing, *, others: Collection[str] = ()) -> Accepted | None:
        """The message with this text sent to this number since ours was written: the oldest of several.

        None: there is none. Raises CarrierBusy, CarrierRefused, CarrierUncertain when it cannot be asked.
        """
        since = made_at(outgoing.id) - CLOCKS_DIFFER
        held = await self.messages(since=since, direction="Outbound", number=outgoing.to)
        own = [one for one in held if same_words(outgoing.text, one.subject) and str(one.id) not in others]
        ours = [one for one in own if one.created >= since]
        return Accepted(self.name, str(ours[-1].id)) if ours else None

    async def message(self, message_id: str) -> StoredMessage:
        """A message as the message store holds it; raises as `find` does."""
        return await self._ask(StoredMessage, "GET", f"{EXTENSION}/message-store/{message_id}")

    async def messages(
        self, *, since: datetime, direction: str | None = None, number: str | None = None
    ) -> list[StoredMessage]:
        """The text messages of the store since an instant, the newest first; raises as `find` does."""
        query = {"messageType": "SMS", "dateFrom": since.isoformat(), "perPage": str(PAGE)}
        query |= {"direction": direction} if direction else {}
        query |= {"phoneNumber": number} if number else {}
        found: list[StoredMessage] = []
        for page in count(1):
            params = {**query, "page": str(page)}
            answer = await self._ask(MessageList, "GET", f"{EXTENSION}/message-store", params=params)
            found += answer.records
            if answer.navigation.next_page is None or not answer.records:
                break
        return found

    async def check(self) -> str:
        """Whether the extension lets us in, and its number may send text messages. Raises as `find` does."""
        numbers = (await self._ask(NumberList, "GET", f"{EXTENSION}/phone-number")).records
        own = [one for one in numbers if one.phone_number == self._sender]
        if not own or SENDS not in own[0].features:
            raise CarrierRefused("no_such_number", f"the extension has no number {self._sender} that sends texts")
        return f"signed in, {self._sender} sends texts"

    async def subscribe(self, address: str, token: str) -> Subscription:
        """Have events sent to an address, each with a token; RingCentral asks the address at once to echo another."""
        body = {
            "eventFilters": list(FILTERS),
            "deliveryMode": {"transportType": "WebHook", "address": address, "verificationToken": token},
            "expiresIn": int(SUBSCRIBED_FOR.total_seconds()),
        }
        return await self._ask(Subscription, "POST", SUBSCRIPTION, json=body)

    async def renew(self, subscription_id: str) -> Subscription:
        """Let a subscription begin its time anew; raises CarrierRefused where it is gone."""
        return await self._ask(Subscription, "POST", f"{SUBSCRIPTION}/{subscription_id}/renew")

    async def close(self) -> None:
        """Close the client's connections."""
        await self._client.aclose()

    async def _ask(self, model: type[Answer], method: str, path: str, **request: Any) -> Answer:
        answer = await self._authorised(method, path, request)
        if answer.status_code == httpx2.codes.UNAUTHORIZED:
            self._token_until = 0.0
            answer = await self._authorised(method, path, request)
        if not answer.is_success:
            raise _refusal(answer)
        return read_answer(model, answer)

    async def _authorised(self, method: str, path: str, request: dict[str, Any]) -> httpx2.Response:
        headers = {"Authorization": f"Bearer {await self._access()}"}
        return await exchange(self._client, method, path, headers=headers, **request)

    async def _access(self) -> str:
        """The access token, asked for anew shortly before it ends; by one of several who need it."""
        async with self._one_at_a_time:
            if time.monotonic() >= self._token_until:
                token = await self._new_token()
                self._token = token.access_token
                self._token_until = time.monotonic() + max(1, token.expires_in - RENEWED_BEFORE_SECONDS)
            return self._token

    async def _new_token(self) -> Token:
        form = {"grant_type": JWT_GRANT, "assertion": self._jwt.get_secret_value()}
        try:
            answer = await exchange(self._client, "POST", TOKEN, data=form, auth=self._auth)
        except CarrierUncertain as problem:
            raise CarrierBusy(f"no token: {problem}") from None
        if not answer.is_success:
            raise _refusal(answer)
        try:
            return read_answer(Token, answer)
        except CarrierUncertain as problem:
            raise CarrierBusy(f"no token: {problem}") from None


def _refusal(answer: httpx2.Response) -> CarrierRefused:
    try:
        problem = Problem.model_validate_json(answer.content)
    except ValidationError:
        problem = Problem()
    return CarrierRefused(problem.code or str(answer.status_code), problem.message or "RingCentral refuses.")
