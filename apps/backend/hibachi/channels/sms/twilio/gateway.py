"""Twilio's REST API: sends a message, and finds one whose sending had no answer."""

import logging
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import quote

import httpx2
from pydantic import BaseModel, SecretStr, ValidationError

from hibachi.channels.carriers import Accepted, CarrierBusy, CarrierRefused, CarrierUncertain, Outgoing
from hibachi.channels.gateway import exchange, read_answer, retry_after, same_words
from hibachi.channels.sms.twilio import rules
from hibachi.customers.schemas import ChannelName
from hibachi.kit.ids import made_at

VERSION = "/2010-04-01"
PAGE = 100
CLOCKS_DIFFER = timedelta(seconds=60)

# The client writes each whole address at INFO, and telephone numbers stand in ours.
logging.getLogger("httpx2").setLevel(logging.WARNING)


class _Message(BaseModel):
    sid: str
    body: str | None = None
    date_created: str | None = None


class _Page(BaseModel):
    messages: list[_Message]


class _Problem(BaseModel):
    code: int | None = None
    message: str = ""


class Twilio:
    """Carries text messages by Twilio.

    sender: a number of the account, or the SID of a messaging service. callback: where Twilio reports what became of a
    message; the id of ours follows it, so that a report also tells of a sending that had no answer.
    """

    name = "twilio"
    channels: frozenset[ChannelName] = frozenset({"sms"})
    safe_to_repeat = False

    def __init__(
        self,
        base_url: str,
        account: str,
        token: SecretStr,
        *,
        sender: str,
        callback: str | None,
        timeout_seconds: float = 10.0,
    ) -> None:
        auth = (account, token.get_secret_value())
        self._client = httpx2.AsyncClient(base_url=base_url, auth=auth, timeout=timeout_seconds)
        self._messages = f"{VERSION}/Accounts/{quote(account, safe='')}/Messages.json"
        self._sender = sender
        self._callback = callback

    async def send(self, outgoing: Outgoing) -> Accepted:
        """Hand one message over; raises CarrierBusy, CarrierRefused, CarrierUncertain."""
        fields = {"To": outgoing.to, "Body": outgoing.text, **_from(outgoing.sender or self._sender)}
        if self._callback is not None:
            fields["StatusCallback"] = f"{self._callback}/{outgoing.id}"
        answer = await exchange(self._client, "POST", self._messages, data=fields)
        if answer.is_success:
            return Accepted(self.name, read_answer(_Message, answer).sid)
        problem = _problem(answer)
        if str(problem.code) in rules.RATE_LIMITED:
            raise CarrierBusy(f"twilio_{problem.code}", retry_after(answer))
        raise CarrierRefused(str(problem.code or answer.status_code), problem.message or "Twilio refuses the message.")

    async def find(self, outgoing: Outgoing) -> Accepted | None:
        """The message with this text that Twilio sent to this number since ours was written: the oldest of several.

        None: it holds none. Raises CarrierBusy and CarrierUncertain when it cannot be asked.
        """
        since = made_at(outgoing.id) - CLOCKS_DIFFER
        # Not by DateSent: what is still queued has none, and would seem not to be there.
        query = {"To": outgoing.to, "PageSize": str(PAGE)}
        answer = await exchange(self._client, "GET", self._messages, params=query)
        if not answer.is_success:
            raise CarrierUncertain(f"http_{answer.status_code}")
        held = [one for one in read_answer(_Page, answer).messages if same_words(outgoing.text, one.body)]
        ours = [message for message in held if _created(message, since) >= since]
        return Accepted(self.name, ours[-1].sid) if ours else None

    async def close(self) -> None:
        """Close the client's connections."""
        await self._client.aclose()


def _from(sender: str) -> dict[str, str]:
    return {"MessagingServiceSid": sender} if sender.startswith("MG") else {"From": sender}


def _created(message: _Message, otherwise: datetime) -> datetime:
    return parsedate_to_datetime(message.date_created) if message.date_created else otherwise


def _problem(answer: httpx2.Response) -> _Problem:
    try:
        return _Problem.model_validate_json(answer.content)
    except ValidationError:
        return _Problem()
