"""Meta: the Graph API's part for messages, and the signed webhooks of Messenger, Instagram and WhatsApp."""

import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import datetime
from itertools import count
from typing import Any

from tests.simulators.provider import Answer, Asked, Provider, Webhook

APP_SECRET = "a secret of the simulated app"
VERIFY_TOKEN = "a word that we told to Meta"
PAGE, INSTAGRAM, WHATSAPP = "117172741761305", "17841400008460056", "106540352242922"
OBJECTS = {PAGE: "page", INSTAGRAM: "instagram", WHATSAPP: "whatsapp_business_account"}
ACCOUNT_OF = {"facebook": PAGE, "instagram": INSTAGRAM, "whatsapp": WHATSAPP}
PATH = "/api/v1/webhooks/meta"
Json = dict[str, Any]


class MetaSimulator(Provider):
    """One page, one Instagram account, one WhatsApp number. closed: people outside the window of 24 hours."""

    def __init__(self, clock: Callable[[], datetime] | None = None) -> None:
        super().__init__(clock)
        self.sent: list[Json] = []
        self.closed: set[str] = set()
        self.names: dict[str, str] = {}
        self.templates = {"party_update"}
        self._numbers = count(1)

    def settings(self) -> dict[str, Any]:
        """The environment of a product that is connected to these accounts."""
        return {
            "META_APP_SECRET": APP_SECRET, "META_VERIFY_TOKEN": VERIFY_TOKEN, "META_BASE_URL": f"{self.url}/v23.0",
            "FACEBOOK_PAGE_ID": PAGE, "FACEBOOK_PAGE_TOKEN": "page token",
            "INSTAGRAM_ACCOUNT_ID": INSTAGRAM, "INSTAGRAM_TOKEN": "instagram token",
            "WHATSAPP_NUMBER_ID": WHATSAPP, "WHATSAPP_TOKEN": "whatsapp token",
        }  # fmt: skip

    def respond(self, asked: Asked) -> Answer:
        _, version, account, *rest = asked.path.split("/")
        edge = rest[0] if rest else ""
        if account not in OBJECTS:
            return self._profile(account, asked)
        word = {PAGE: "page", INSTAGRAM: "instagram", WHATSAPP: "whatsapp"}[account]
        if asked.headers.get("authorization") != f"Bearer {word} token":
            return problem(190, "Invalid OAuth access token.")
        if not edge:
            return Answer(200, {"id": account})
        if edge == "conversations":
            return self._threads(account, asked)
        assert (version, edge, asked.method) == ("v23.0", "messages", "POST")
        return self._send_on_whatsapp(asked.json()) if account == WHATSAPP else self._send(account, asked.json())

    def _send(self, account: str, body: Json) -> Answer:
        to, message = body["recipient"]["id"], body["message"]
        if body["messaging_type"] == "RESPONSE" and to in self.closed:
            return problem(10, "This message is sent outside of allowed window.", 2018278)
        if not message["text"] or len(message["text"]) > (2000 if account == PAGE else 1000):
            return problem(100, "Length of param message[text] must be less than or equal to 2000")
        mid = self._mid()
        self.sent.append(
            {"account": account, "to": to, "id": mid, "at": self.made_now().isoformat(), **message, **body}
        )
        return Answer(200, {"recipient_id": to, "message_id": mid})

    def _send_on_whatsapp(self, body: Json) -> Answer:
        to = body["to"]
        if to in self.closed and body["type"] != "template":
            return problem(131047, "Re-engagement message")
        text = words_of(body)
        if body["type"] == "template" and ("\n" in text or body["template"]["name"] not in self.templates):
            return problem(132001, "Template name does not exist in the translation")
        if not 0 < len(text) <= (4096 if body["type"] == "text" else 1024):
            return problem(100, "Param text['body'] must be at most 4096 characters long.")
        wamid = f"wamid.{self._mid()}"
        sent = {"account": WHATSAPP, "to": to, "id": wamid, "at": self.made_now().isoformat(), **body, "text": text}
        self.sent.append(sent)
        contacts = [{"input": to, "wa_id": to}]
        return Answer(200, {"messaging_product": "whatsapp", "contacts": contacts, "messages": [{"id": wamid}]})

    def _profile(self, person: str, asked: Asked) -> Answer:
        if asked.headers.get("authorization") not in ("Bearer page token", "Bearer instagram token"):
            return problem(190, "Invalid OAuth access token.")
        name = self.names.get(person)
        return Answer(200, {"id": person, "name": name}) if name else problem(100, "No matching user found", 2018218)

    def _threads(self, account: str, asked: Asked) -> Answer:
        theirs = [one for one in reversed(self.sent) if one["to"] == asked.query["user_id"]]
        own = self.listed([one for one in theirs if one["account"] == account])
        held = [
            {"id": one["id"], "message": one["text"], "created_time": one["at"], "from": {"id": account}} for one in own
        ]
        return Answer(200, {"data": [{"id": "t_1", "messages": {"data": held}}] if held else []})

    def item(self, channel: str, sender: str, **content: Any) -> Json:
        """An item of Messenger or Instagram: `message=…`, `postback=…`, `read=…`."""
        account = ACCOUNT_OF[channel]
        at = int(self.now().timestamp() * 1000)
        return {"sender": {"id": sender}, "recipient": {"id": account}, "timestamp": at, **content}

    def said(self, channel: str, sender: str, text: str, **more: Any) -> Json:
        """Somebody writes to the page or the Instagram account."""
        return self.item(channel, sender, message={"mid": f"m_{self._mid()}", "text": text, **more})

    def echo(self, sent: Json, **more: Any) -> Json:
        """What Meta tells of a message that went out in our name."""
        item = self.item("facebook" if sent["account"] == PAGE else "instagram", sent["account"])
        message = {"mid": sent["id"], "text": sent["text"], "is_echo": True, **more}
        return {**item, "recipient": {"id": sent["to"]}, "message": message}

    def whatsapp(self, sender: str, text: str | None, *, name: str = "Dana Ruiz", **more: Any) -> Json:
        """A change that brings one message of somebody; more: another type than text."""
        at = str(int(self.now().timestamp()))
        content = {"type": "text", "text": {"body": text}} if text is not None else {}
        message = {"from": sender, "id": f"wamid.{self._mid()}", "timestamp": at, **content, **more}
        contacts = [{"profile": {"name": name}, "wa_id": sender}]
        return self._change({"contacts": contacts, "messages": [message]})

    def status(self, sent: Json, status: str, code: int | None = None) -> Json:
        """A change that tells what became of a message of ours on WhatsApp."""
        at = str(int(self.now().timestamp()))
        told: Json = {"id": sent["id"], "status": status, "timestamp": at, "recipient_id": sent["to"]}
        told["biz_opaque_callback_data"] = sent.get("biz_opaque_callback_data")
        if code is not None:
            told["errors"] = [{"code": code, "title": "Message undeliverable"}]
        return self._change({"statuses": [told]})

    def _change(self, value: Json) -> Json:
        metadata = {"display_phone_number": "15105550102", "phone_number_id": WHATSAPP}
        return {"field": "messages", "value": {"messaging_product": "whatsapp", "metadata": metadata, **value}}

    def webhook(self, channel: str, *items: Json, standby: bool = False) -> Webhook:
        """One signed request with several items."""
        account = ACCOUNT_OF[channel]
        kind = "changes" if channel == "whatsapp" else "standby" if standby else "messaging"
        entry = {"id": account, "time": int(self.now().timestamp() * 1000), kind: list(items)}
        return signed({"object": OBJECTS[account], "entry": [entry]})

    def _mid(self) -> str:
        return f"SIMULATED{next(self._numbers):08d}"


def words_of(body: Json) -> str:
    """What a person reads of a message on WhatsApp."""
    if body["type"] == "template":
        words: str = body["template"]["components"][0]["parameters"][0]["text"]
    elif body["type"] == "interactive":
        words = body["interactive"]["body"]["text"]
    else:
        words = body["text"]["body"]
    return words


def signed(payload: Json | bytes, secret: str = APP_SECRET) -> Webhook:
    """A body as Meta signs it: it escapes what is no ASCII, and signs that."""
    body = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
    digest = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return Webhook(PATH, body, {"content-type": "application/json", "X-Hub-Signature-256": f"sha256={digest}"})


def problem(code: int, message: str, subcode: int | None = None, *, status: int = 400) -> Answer:
    """An error as the Graph API says it."""
    error: Json = {"message": message, "type": "OAuthException", "code": code, "fbtrace_id": "simulated"}
    return Answer(status, {"error": {**error, **({"error_subcode": subcode} if subcode else {})}})
