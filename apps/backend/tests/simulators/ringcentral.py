"""RingCentral: its token endpoint, message store and subscriptions, and the events that it sends (unsigned)."""

import base64
import json
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from tests.simulators.provider import Answer, Asked, Provider, Webhook

CLIENT = "simulated-client"
SECRET = "simulated client's word"
JWT = "simulated.credential.of-the-extension"
NUMBER = "+15105550101"
TOKEN = "a verification token of our own"
EXTENSION = "/restapi/v1.0/account/~/extension/~"
JSON = {"content-type": "application/json; charset=UTF-8", "user-agent": "RingCentral-Webhook/8.3"}


class RingCentralSimulator(Provider):
    """One extension with one number. token_seconds: how long a token is good."""

    def __init__(self, public_url: str, clock: Callable[[], datetime] | None = None) -> None:
        super().__init__(clock)
        self.public_url = public_url
        self.store: list[dict[str, Any]] = []
        self.subscriptions: dict[str, dict[str, Any]] = {}
        self.tokens: list[str] = []
        self.revoked: set[str] = set()
        self.token_seconds = 3600
        self.number, self.features = NUMBER, ["SmsSender", "CallerId"]
        self.refused: set[str] = set()
        self._numbers = count(1001)

    def settings(self) -> dict[str, Any]:
        """The environment of a product that is connected to this extension."""
        return {
            "PUBLIC_URL": self.public_url,
            "RINGCENTRAL_CLIENT_ID": CLIENT,
            "RINGCENTRAL_CLIENT_SECRET": SECRET,
            "RINGCENTRAL_JWT": JWT,
            "RINGCENTRAL_PHONE_NUMBER": NUMBER,
            "RINGCENTRAL_WEBHOOK_TOKEN": TOKEN,
            "RINGCENTRAL_BASE_URL": self.url,
        }

    def may_fail(self, asked: Asked) -> bool:
        return asked.path != "/restapi/oauth/token"

    def respond(self, asked: Asked) -> Answer:
        if asked.path == "/restapi/oauth/token":
            return self._token(asked)
        if asked.headers.get("authorization", "").removeprefix("Bearer ") not in set(self.tokens) - self.revoked:
            return problem(401, "TokenInvalid", "Access token is expired or invalid")
        rest = asked.path.removeprefix(EXTENSION)
        if asked.method == "POST" and rest == "/sms":
            return self._send(asked.json())
        if rest == "/phone-number":
            number = {"phoneNumber": self.number, "usageType": "DirectNumber", "features": self.features}
            return Answer(200, {"records": [number], "navigation": {}, "paging": {}})
        if rest == "/message-store":
            return self._list(asked)
        if rest.startswith("/message-store/"):
            found = [message for message in self.store if str(message["id"]) == rest.rpartition("/")[2]]
            return Answer(200, found[0]) if found else problem(404, "CMN-102", "Resource is not found")
        return self._subscription(asked)

    def _token(self, asked: Asked) -> Answer:
        form, basic = asked.form(), base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if asked.headers.get("authorization") != f"Basic {basic}" or form.get("assertion") != JWT:
            return Answer(400, {"error": "invalid_grant", "error_description": "JWT is not valid"})
        assert form["grant_type"] == "urn:ietf:params:oauth:grant-type:jwt-bearer"
        self.tokens.append(f"access-{len(self.tokens) + 1}")
        return Answer(200, {"access_token": self.tokens[-1], "token_type": "bearer", "expires_in": self.token_seconds})

    def _send(self, body: dict[str, Any]) -> Answer:
        number = body["to"][0]["phoneNumber"]
        if body["from"]["phoneNumber"] != NUMBER or number in self.refused:
            return problem(400, "MSG-304", "Phone number doesn't belong to extension")
        if not 0 < len(body["text"]) <= 1000:
            return problem(400, "CMN-101", "Parameter [text] value is invalid")
        return Answer(200, self.add("Outbound", number, body["text"], "Queued"))

    def _list(self, asked: Asked) -> Answer:
        query, since = asked.query, datetime.fromisoformat(asked.query["dateFrom"])
        found = [
            message
            for message in (self.store if query.get("direction") != "Outbound" else self.listed(self.messages))
            if datetime.fromisoformat(message["creationTime"]) >= since
            and query.get("direction") in (None, message["direction"])
            and query.get("phoneNumber") in (None, message["to"][0]["phoneNumber"], message["from"]["phoneNumber"])
        ]
        size, page = int(query["perPage"]), int(query.get("page", "1"))
        more = (
            {"nextPage": {"uri": f"{self.url}{asked.path}?page={page + 1}"}}
            if self.endless or len(found) > size * page
            else {}
        )
        return Answer(200, {"records": found[size * (page - 1) : size * page], "navigation": more})

    def _subscription(self, asked: Asked) -> Answer:
        own = asked.path.split("/")[4] if asked.path.count("/") > 3 else None
        if own is None:
            return self._subscribe(asked.json())
        if own not in self.subscriptions:
            return problem(404, "SUB-512", "Subscription is not found")
        self.subscriptions[own]["expirationTime"] = (self.now() + timedelta(days=7)).isoformat()
        return Answer(200, self.subscriptions[own])

    def _subscribe(self, body: dict[str, Any]) -> Answer:
        mode = body["deliveryMode"]
        nonce = str(uuid4())
        if self._echo(mode["address"], nonce) != nonce:
            return problem(400, "SUB-525", "WebHook server response is invalid")
        own = str(uuid4())
        ends = (self.now() + timedelta(seconds=body["expiresIn"])).isoformat()
        self.subscriptions[own] = {"id": own, "status": "Active", "expirationTime": ends, **body}
        return Answer(200, self.subscriptions[own])

    def _echo(self, address: str, nonce: str) -> str | None:
        request = urllib.request.Request(address, data=b"", method="POST", headers={"Validation-Token": nonce})
        try:
            with urllib.request.urlopen(request, timeout=3) as answer:
                echoed: str | None = answer.headers.get("Validation-Token")
                return echoed
        except OSError:
            return None

    def add(self, direction: str, number: str, text: str, status: str, **more: Any) -> dict[str, Any]:
        """A message comes into the store, or goes out of it."""
        ours, theirs = {"phoneNumber": NUMBER}, {"phoneNumber": number}
        at = self.made_now().isoformat()
        message = {
            "id": next(self._numbers), "type": "SMS", "direction": direction, "subject": text, "messageStatus": status,
            "from": theirs if direction == "Inbound" else ours, "to": [ours if direction == "Inbound" else theirs],
            "creationTime": at, "lastModifiedTime": at, "readStatus": "Unread", "availability": "Alive",
            "attachments": [{"id": 1, "type": "Text", "contentType": "text/plain", "uri": "/content/1"}], **more,
        }  # fmt: skip
        with self.lock:
            self.store.insert(0, message)
        return message

    @property
    def messages(self) -> list[dict[str, Any]]:
        """What we sent, the newest first."""
        return [message for message in self.store if message["direction"] == "Outbound"]

    def text(self, path: str, sender: str, text: str, **more: Any) -> Webhook:
        """Somebody texts our number: the message is in the store, and an event hints at it."""
        message = self.add("Inbound", sender, text, "Received", **{"creationTime": self.now().isoformat(), **more})
        return self.hint(path, message)

    def hint(self, path: str, message: dict[str, Any]) -> Webhook:
        """The event of a message that came in."""
        body = {**message, "id": str(message["id"])}
        return self.event(path, f"{EXTENSION}/message-store/instant?type=SMS", body)

    def report(self, path: str, message: dict[str, Any], status: str, error_code: str | None = None) -> Webhook:
        """A message of ours becomes sent, delivered or failed; the event only says that something changed."""
        message["messageStatus"] = status
        if error_code:
            message["deliveryErrorCode"] = error_code
        changes = [{"type": "SMS", "updatedCount": 1, "newCount": 0}]
        body = {"accountId": "1", "extensionId": "2", "lastUpdated": self.now().isoformat(), "changes": changes}
        return self.event(path, f"{EXTENSION}/message-store?type=SMS", body)

    def event(self, path: str, filtered_by: str, body: dict[str, Any], *, token: str = TOKEN, **more: Any) -> Webhook:
        """An event as it is posted."""
        content = {
            "uuid": str(uuid4()), "event": filtered_by, "timestamp": self.now().isoformat(),
            "subscriptionId": "9d38419f-645f-4ee3-a053-8cf1368c21c4", "ownerId": "2", "body": body, **more,
        }  # fmt: skip
        return Webhook(urlsplit(path).path, json.dumps(content).encode(), {**JSON, "Verification-Token": token})


def problem(status: int, code: str, message: str) -> Answer:
    """An error as RingCentral says it."""
    return Answer(status, {"errorCode": code, "message": message, "errors": [{"errorCode": code, "message": message}]})
