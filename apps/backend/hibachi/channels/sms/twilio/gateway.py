"""Twilio's REST API: sends a message, finds one whose sending had no answer, and lists what no webhook brought."""

import logging
from collections.abc import Collection
from datetime import datetime, timedelta
from urllib.parse import quote, urlsplit

import httpx2
from pydantic import SecretStr, ValidationError

from hibachi.channels.carriers import Accepted, CarrierBusy, CarrierRefused, CarrierUncertain, Outgoing
from hibachi.channels.gateway import exchange, read_answer, retry_after, same_words
from hibachi.channels.sms.twilio import rules
from hibachi.channels.sms.twilio.schemas import Media, MediaPage, Message, NumberPage, Page, Problem
from hibachi.customers.schemas import ChannelName
from hibachi.kit.ids import made_at

VERSION = "/2010-04-01"
FEW = 100
PAGE = 1000
"""As many as a page may hold: a long absence is few requests."""
CLOCKS_DIFFER = timedelta(seconds=60)

# The client writes each whole address at INFO, and telephone numbers stand in ours.
logging.getLogger("httpx2").setLevel(logging.WARNING)


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
            return Accepted(self.name, read_answer(Message, answer).sid)
        problem = _problem(answer)
        if str(problem.code) in rules.RATE_LIMITED:
            raise CarrierBusy(f"twilio_{problem.code}", retry_after(answer))
        raise CarrierRefused(str(problem.code or answer.status_code), problem.message or "Twilio refuses the message.")

    async def find(self, outgoing: Outgoing, *, others: Collection[str] = ()) -> Accepted | None:
        """The message with this text that Twilio sent to this number since ours was written: the oldest of several.

        None: it holds none. Raises CarrierBusy and CarrierUncertain when it cannot be asked.
        """
        since = made_at(outgoing.id) - CLOCKS_DIFFER
        # Not by DateSent: what is still queued has none, and would seem not to be there.
        query = {"To": outgoing.to, "PageSize": str(FEW)}
        answer = await exchange(self._client, "GET", self._messages, params=query)
        if not answer.is_success:
            raise CarrierUncertain(f"http_{answer.status_code}")
        held = [one for one in read_answer(Page, answer).messages if same_words(outgoing.text, one.body)]
        ours = [one for one in held if (one.date_created or since) >= since and one.sid not in others]
        return Accepted(self.name, ours[-1].sid) if ours else None

    async def sent_since(self, since: datetime) -> list[Message]:
        """The account's messages of both directions since an instant, the newest first; raises as `find` does.

        Twilio filters by day alone; what is older is left out here.
        """
        path, query = self._messages, {"DateSent>": since.date().isoformat(), "PageSize": str(PAGE)}
        found: list[Message] = []
        while page := await self._page(path, query):
            found += page.messages
            if page.next_page_uri is None or not page.messages:
                break
            # Only its path: our credentials go to no other server, whatever an answer says.
            following = urlsplit(page.next_page_uri)
            path, query = f"{following.path}?{following.query}", {}
        return [message for message in found if (message.at or since) >= since]

    async def check(self) -> str:
        """Whether the account lets us in, and its number sends text messages here. Raises the three."""
        if self._sender.startswith("MG"):
            await self._page(self._messages, {"PageSize": "1"})
            return f"signed in, sends by the service {self._sender}"
        path = self._messages.replace("/Messages.json", "/IncomingPhoneNumbers.json")
        answer = await exchange(self._client, "GET", path, params={"PhoneNumber": self._sender})
        if not answer.is_success:
            problem = _problem(answer)
            raise CarrierRefused(str(problem.code or answer.status_code), problem.message or "Twilio refuses.")
        numbers = read_answer(NumberPage, answer).incoming_phone_numbers
        if not numbers:
            raise CarrierRefused("no_such_number", f"the account has no number {self._sender}")
        if self._callback is not None and numbers[0].sms_url != (wanted := rules.door(self._callback)):
            raise CarrierRefused("another_address", f"its number sends messages to {numbers[0].sms_url}, not {wanted}")
        return f"signed in, messages to {self._sender} come here" if self._callback else "signed in; no PUBLIC_URL"

    async def media(self, sid: str) -> list[Media]:
        """The files of a message; raises as `find` does."""
        answer = await exchange(self._client, "GET", f"{self._messages.removesuffix('.json')}/{sid}/Media.json")
        if not answer.is_success:
            raise CarrierUncertain(f"http_{answer.status_code}")
        return read_answer(MediaPage, answer).media_list

    def is_ours(self, message: Message) -> bool:
        """Whether a message belongs to our number or messaging service: an account may have others."""
        number = message.to if message.direction == "inbound" else message.sender
        return self._sender in (number, message.messaging_service_sid)

    async def _page(self, path: str, query: dict[str, str]) -> Page:
        answer = await exchange(self._client, "GET", path, params=query or None)
        if not answer.is_success:
            raise CarrierUncertain(f"http_{answer.status_code}")
        return read_answer(Page, answer)

    async def close(self) -> None:
        """Close the client's connections."""
        await self._client.aclose()


def _from(sender: str) -> dict[str, str]:
    return {"MessagingServiceSid": sender} if sender.startswith("MG") else {"From": sender}


def _problem(answer: httpx2.Response) -> Problem:
    try:
        return Problem.model_validate_json(answer.content)
    except ValidationError:
        return Problem()
