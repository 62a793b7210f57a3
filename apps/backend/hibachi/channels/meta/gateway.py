"""Meta's Graph API: sends on Messenger, Instagram and WhatsApp, and finds what was sent without an answer."""

import logging
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

import httpx2
from pydantic import Field, SecretStr, ValidationError

from hibachi.channels.carriers import Accepted, CarrierBusy, CarrierRefused, CarrierUncertain, Outgoing
from hibachi.channels.gateway import exchange, read_answer, retry_after, same_words
from hibachi.channels.meta import rules
from hibachi.channels.meta.schemas import Loose, Problem, Reference
from hibachi.channels.webhooks.rules import instant
from hibachi.customers.schemas import ChannelName
from hibachi.kit.ids import made_at

CLOCKS_DIFFER = timedelta(seconds=60)
LONGEST_TITLE = 20
MOST_QUICK_REPLIES = 13
MOST_BUTTONS = 3
LONGEST_BODY_WITH_BUTTONS = 1024
TEMPLATE = "template:"
"""How the law below the AI names an approved template in a tag."""


# The client writes each whole address at INFO, and the ids of people stand in ours.
logging.getLogger("httpx2").setLevel(logging.WARNING)


class _Sent(Loose):
    message_id: str


class _SentOnWhatsApp(Loose):
    messages: list[Reference] = Field(min_length=1)


class _Profile(Loose):
    name: str = ""


class _Refusal(Loose):
    error: Problem = Problem()


class _Held(Loose):
    id: str
    message: str = ""
    created_time: str = ""
    sender: Reference = Field(Reference(), alias="from")


class _Messages(Loose):
    data: list[_Held] = Field(default_factory=list)


class _Thread(Loose):
    messages: _Messages = _Messages()


class _Threads(Loose):
    data: list[_Thread] = Field(default_factory=list)


class Graph:
    """One account's part of the Graph API."""

    def __init__(self, base_url: str, account: str, token: SecretStr, *, timeout_seconds: float) -> None:
        headers = {"Authorization": f"Bearer {token.get_secret_value()}"}
        self._client = httpx2.AsyncClient(base_url=base_url, headers=headers, timeout=timeout_seconds)
        self.account = account

    async def ask(self, model: type[Any], method: str, path: str, **request: Any) -> Any:
        """One exchange about an account of ours, or about a person; raises CarrierBusy, CarrierRefused, CarrierUncertain."""
        answer = await exchange(self._client, method, path, **request)
        if answer.is_success:
            return read_answer(model, answer)
        problem = _problem(answer)
        if problem.is_transient or problem.code in rules.RATE_LIMITED:
            raise CarrierBusy(f"meta_{problem.code}", retry_after(answer))
        raise CarrierRefused(problem.code or str(answer.status_code), problem.message or "Meta refuses the message.")

    async def check(self) -> str:
        """Whether the token opens the account; raises as `ask` does."""
        await self.ask(_Profile, "GET", f"/{self.account}", params={"fields": "id"})
        return f"the token opens account {self.account}"

    async def close(self) -> None:
        """Close the client's connections."""
        await self._client.aclose()


class Messenger:
    """Carries messages on Facebook Messenger or Instagram: one API, with an account each."""

    safe_to_repeat = False

    def __init__(
        self, channel: ChannelName, base_url: str, account: str, token: SecretStr, *, timeout_seconds: float = 10.0
    ) -> None:
        self.name: str = channel
        self.channels = frozenset({channel})
        self._graph = Graph(base_url, account, token, timeout_seconds=timeout_seconds)

    async def send(self, outgoing: Outgoing) -> Accepted:
        """Hand one message over; raises CarrierBusy, CarrierRefused, CarrierUncertain."""
        body = {"recipient": {"id": outgoing.to}, "message": self._message(outgoing), **_type_of(outgoing)}
        sent: _Sent = await self._graph.ask(_Sent, "POST", f"/{self._graph.account}/messages", json=body)
        return Accepted(self.name, rules.short(sent.message_id))

    async def find(self, outgoing: Outgoing, *, others: Collection[str] = ()) -> Accepted | None:
        """Our message with this text in the thread with this person, written since ours was: the oldest of several.

        None: the thread holds none. Raises CarrierBusy, CarrierRefused, CarrierUncertain when it cannot be asked.
        """
        since = made_at(outgoing.id) - CLOCKS_DIFFER
        platform = "instagram" if self.name == "instagram" else "messenger"
        fields = "messages.limit(50){id,message,created_time,from}"
        query = {"platform": platform, "user_id": outgoing.to, "fields": fields}
        threads: _Threads = await self._graph.ask(
            _Threads, "GET", f"/{self._graph.account}/conversations", params=query
        )
        held = [one for thread in threads.data for one in thread.messages.data]
        own = [one for one in held if same_words(outgoing.text, one.message) and one.sender.id == self._graph.account]
        ours = [one for one in own if _created(one, since) >= since and rules.short(one.id) not in others]
        return Accepted(self.name, rules.short(ours[-1].id)) if ours else None

    async def name_of(self, person: str) -> str | None:
        """What somebody calls themselves there; None where Meta does not say. Raises as `find` does, when it is busy."""
        try:
            profile: _Profile = await self._graph.ask(_Profile, "GET", f"/{person}", params={"fields": "name"})
        except CarrierRefused:
            return None
        return profile.name or None

    async def check(self) -> str:
        """Whether Meta lets us in; raises as `find` does."""
        return await self._graph.check()

    async def close(self) -> None:
        """Close the client's connections."""
        await self._graph.close()

    def _message(self, outgoing: Outgoing) -> dict[str, Any]:
        message: dict[str, Any] = {"text": outgoing.text}
        if self.name == "facebook":
            message["metadata"] = str(outgoing.id)
        if fits(outgoing.quick_replies, most=MOST_QUICK_REPLIES):
            titles = outgoing.quick_replies
            message["quick_replies"] = [{"content_type": "text", "title": title, "payload": title} for title in titles]
        return message


class WhatsApp:
    """Carries messages on WhatsApp. The Cloud API lists none that was sent, so an unknown outcome stays unknown."""

    name = "whatsapp"
    channels: frozenset[ChannelName] = frozenset({"whatsapp"})
    safe_to_repeat = False

    def __init__(
        self, base_url: str, account: str, token: SecretStr, *, language: str, timeout_seconds: float = 10.0
    ) -> None:
        self._graph = Graph(base_url, account, token, timeout_seconds=timeout_seconds)
        self._language = language

    async def send(self, outgoing: Outgoing) -> Accepted:
        """Hand one message over; raises CarrierBusy, CarrierRefused, CarrierUncertain."""
        body = {
            "messaging_product": "whatsapp",
            "recipient_type": "individual",
            "to": outgoing.to.removeprefix("+"),
            "biz_opaque_callback_data": str(outgoing.id),
            **self._content(outgoing),
        }
        sent: _SentOnWhatsApp = await self._graph.ask(
            _SentOnWhatsApp, "POST", f"/{self._graph.account}/messages", json=body
        )
        return Accepted(self.name, rules.short(sent.messages[0].id))

    async def find(self, outgoing: Outgoing, *, others: Collection[str] = ()) -> Accepted | None:
        """Nobody can say: raises CarrierUncertain."""
        raise CarrierUncertain("WhatsApp lists no message that was sent")

    def _content(self, outgoing: Outgoing) -> dict[str, Any]:
        text, titles = outgoing.text, outgoing.quick_replies
        if outgoing.tag is not None:
            return template(outgoing.tag.removeprefix(TEMPLATE), text, language=self._language)
        if fits(titles, most=MOST_BUTTONS) and len(text) <= LONGEST_BODY_WITH_BUTTONS:
            return with_buttons(text, titles)
        return {"type": "text", "text": {"preview_url": False, "body": text}}

    async def check(self) -> str:
        """Whether Meta lets us in; raises as `find` does."""
        return await self._graph.check()

    async def close(self) -> None:
        """Close the client's connections."""
        await self._graph.close()


def template(name: str, text: str, *, language: str) -> dict[str, Any]:
    """An approved template whose one parameter is our text; Meta takes no line break in a parameter."""
    words = [{"type": "text", "text": " ".join(text.split())}]
    named = {"name": name, "language": {"code": language}, "components": [{"type": "body", "parameters": words}]}
    return {"type": "template", "template": named}


def with_buttons(text: str, titles: tuple[str, ...]) -> dict[str, Any]:
    """A text with what can be tapped."""
    buttons = [{"type": "reply", "reply": {"id": title, "title": title}} for title in titles]
    interactive = {"type": "button", "body": {"text": text}, "action": {"buttons": buttons}}
    return {"type": "interactive", "interactive": interactive}


def fits(titles: tuple[str, ...], *, most: int) -> bool:
    """Whether choices can be shown as buttons, all of them: the text names them in any case."""
    return 0 < len(titles) <= most and all(0 < len(title) <= LONGEST_TITLE for title in titles)


def _type_of(outgoing: Outgoing) -> dict[str, str]:
    return {"messaging_type": "MESSAGE_TAG", "tag": outgoing.tag} if outgoing.tag else {"messaging_type": "RESPONSE"}


def _created(held: _Held, otherwise: datetime) -> datetime:
    return instant(held.created_time) or otherwise


def _problem(answer: httpx2.Response) -> Problem:
    try:
        return _Refusal.model_validate_json(answer.content).error
    except ValidationError:
        return Problem()
