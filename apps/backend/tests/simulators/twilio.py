"""Twilio: its Messages resource, and the webhooks that it signs. Kept apart from the product's own code on purpose."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime
from itertools import count
from typing import Any
from urllib.parse import urlencode, urlsplit

from tests.simulators.provider import Answer, Asked, Provider, Webhook

ACCOUNT = "AC" + "0" * 31 + "1"
TOKEN = "a token of the simulated account"
NUMBER = "+15105550100"
FORM = {"content-type": "application/x-www-form-urlencoded; charset=utf-8"}


class TwilioSimulator(Provider):
    """One account with one number. blocked: numbers that replied STOP; slow: nothing is reported by itself."""

    def __init__(self, public_url: str, clock: Callable[[], datetime] | None = None) -> None:
        super().__init__(clock)
        self.public_url = public_url
        self.messages: list[dict[str, Any]] = []
        self.received: list[dict[str, Any]] = []
        self.callbacks: dict[str, str] = {}
        self.blocked: set[str] = set()
        self.looks_fail = False
        self.sms_url = f"{public_url}/api/v1/webhooks/twilio/sms"
        self._numbers = count(1)

    def settings(self) -> dict[str, Any]:
        """The environment of a product that is connected to this account."""
        return {
            "PUBLIC_URL": self.public_url,
            "TWILIO_ACCOUNT_SID": ACCOUNT,
            "TWILIO_AUTH_TOKEN": TOKEN,
            "TWILIO_PHONE_NUMBER": NUMBER,
            "TWILIO_BASE_URL": self.url,
        }

    def may_fail(self, asked: Asked) -> bool:
        """Not the look for what was missed, which comes by itself, unless a test is about it."""
        return "DateSent>" not in asked.query or self.looks_fail

    def respond(self, asked: Asked) -> Answer:
        expected = "Basic " + base64.b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
        if asked.headers.get("authorization") != expected:
            return problem(401, 20003, "Authenticate")
        if asked.path == f"/2010-04-01/Accounts/{ACCOUNT}/IncomingPhoneNumbers.json":
            held = [{"phone_number": NUMBER, "sms_url": self.sms_url, "capabilities": {"sms": True}}]
            return Answer(200, {"incoming_phone_numbers": held if asked.query["PhoneNumber"] == NUMBER else []})
        messages = f"/2010-04-01/Accounts/{ACCOUNT}/Messages"
        if asked.path.startswith(f"{messages}/") and asked.path.endswith("/Media.json"):
            return self._media(asked.path.split("/")[-2])
        if asked.path != f"{messages}.json":
            return problem(404, 20404, "The requested resource was not found")
        return self._list(asked) if asked.method == "GET" else self._create(asked.form())

    def _create(self, form: dict[str, str]) -> Answer:
        if not form.get("To", "").startswith("+"):
            return problem(400, 21211, f"Invalid 'To' Phone Number: {form.get('To')}")
        if form["To"] in self.blocked:
            return problem(400, 21610, "Attempt to send to unsubscribed recipient")
        if not form.get("Body") or len(form["Body"]) > 1600:
            return problem(400, 21617, "The concatenated message body exceeds the 1600 character limit")
        message = self._message(form)
        self.messages.insert(0, message)
        self.callbacks[message["sid"]] = form.get("StatusCallback", "")
        return Answer(201, message)

    def _message(self, form: dict[str, str]) -> dict[str, Any]:
        sid, at = self._sid("SM"), format_datetime(self.made_now())
        base = f"/2010-04-01/Accounts/{ACCOUNT}/Messages/{sid}"
        return {
            "sid": sid, "account_sid": ACCOUNT, "api_version": "2010-04-01", "body": form["Body"], "to": form["To"],
            "from": form.get("From"), "messaging_service_sid": form.get("MessagingServiceSid"), "status": "queued",
            "direction": "outbound-api", "date_created": at, "date_updated": at, "date_sent": None, "price": None,
            "price_unit": None, "error_code": None, "error_message": None, "num_media": "0", "num_segments": "1",
            "uri": f"{base}.json", "subresource_uris": {"media": f"{base}/Media.json"},
        }  # fmt: skip

    def _list(self, asked: Asked) -> Answer:
        """The newest first; by recipient, by the day since which they were sent, in pages."""
        to, since = asked.query.get("To"), asked.query.get("DateSent>", "")
        ours = self.listed(self.messages) if to is not None else self.messages
        both = sorted([*ours, *self.received], key=_made, reverse=True)
        found = [one for one in both if to in (None, one["to"]) and _made(one).date().isoformat() >= since]
        size, page = int(asked.query.get("PageSize", "50")), int(asked.query.get("Page", "0"))
        following = urlencode({**asked.query, "Page": page + 1, "PageToken": "PA1"})
        more = f"{asked.path}?{following}" if self.endless or len(found) > size * (page + 1) else None
        return Answer(200, {"messages": found[size * page : size * (page + 1)], "page": page, "next_page_uri": more})

    def _media(self, sid: str) -> Answer:
        [message] = [one for one in self.received if one["sid"] == sid]
        base = f"/2010-04-01/Accounts/{ACCOUNT}/Messages/{sid}/Media"
        files = [{"content_type": kind, "uri": f"{base}/ME{n}.json"} for n, kind in enumerate(message["media"])]
        return Answer(200, {"media_list": files})

    def text(self, sender: str, body: str, *, media: Sequence[str] = (), sid: str | None = None) -> Webhook:
        """Somebody texts our number; media: the types of pictures."""
        own = sid or self._sid("MM" if media else "SM")
        at = format_datetime(self.now())
        self.received.insert(0, {
            "sid": own, "account_sid": ACCOUNT, "api_version": "2010-04-01", "body": body, "to": NUMBER, "from": sender,
            "messaging_service_sid": None, "status": "received", "direction": "inbound", "date_created": at,
            "date_sent": at, "error_code": None, "num_media": str(len(media)), "media": list(media),
        })  # fmt: skip
        fields = {
            "ToCountry": "US", "ToState": "CA", "SmsMessageSid": own, "NumMedia": str(len(media)), "ToCity": "",
            "FromZip": "94539", "SmsSid": own, "FromState": "CA", "SmsStatus": "received", "FromCity": "FREMONT",
            "Body": body, "FromCountry": "US", "To": NUMBER, "ToZip": "", "NumSegments": "1", "MessageSid": own,
            "AccountSid": ACCOUNT, "From": sender, "ApiVersion": "2010-04-01",
        }  # fmt: skip
        for number, kind in enumerate(media):
            url = f"{self.url}/2010-04-01/Accounts/{ACCOUNT}/Messages/{own}/Media/ME{number}"
            fields |= {f"MediaContentType{number}": kind, f"MediaUrl{number}": url}
        return self.signed("/api/v1/webhooks/twilio/sms", fields)

    def report(self, message: dict[str, Any], status: str, error_code: str | None = None) -> Webhook:
        """A message of ours becomes sent, delivered, undelivered or failed."""
        message["status"] = status
        fields = {
            "SmsSid": message["sid"], "SmsStatus": status, "MessageStatus": status, "To": message["to"],
            "MessageSid": message["sid"], "AccountSid": ACCOUNT, "From": message["from"] or "", "ApiVersion": "2010-04-01",
        }  # fmt: skip
        fields |= {"ErrorCode": error_code} if error_code else {}
        return self.signed(urlsplit(self.callbacks[message["sid"]]).path, fields)

    def signed(self, path: str, fields: dict[str, str], *, token: str = TOKEN, url: str | None = None) -> Webhook:
        """A form as Twilio signs it."""
        signed = (url or f"{self.public_url}{path}") + "".join(name + fields[name] for name in sorted(fields))
        digest = base64.b64encode(hmac.new(token.encode(), signed.encode(), hashlib.sha1).digest()).decode()
        return Webhook(path, urlencode(fields).encode(), {**FORM, "X-Twilio-Signature": digest})

    def signed_json(self, path: str, body: dict[str, Any]) -> Webhook:
        """A JSON body as Twilio signs it: its digest stands in the address."""
        content = json.dumps(body).encode()
        path = f"{path}?bodySHA256={hashlib.sha256(content).hexdigest()}"
        url = f"{self.public_url}{path}"
        digest = base64.b64encode(hmac.new(TOKEN.encode(), url.encode(), hashlib.sha1).digest()).decode()
        return Webhook(path, content, {"content-type": "application/json", "X-Twilio-Signature": digest})

    def _sid(self, kind: str) -> str:
        return f"{kind}{next(self._numbers):032x}"


def _made(message: dict[str, Any]) -> datetime:
    return parsedate_to_datetime(message["date_sent"] or message["date_created"])


def problem(status: int, code: int, message: str) -> Answer:
    """An error as Twilio says it."""
    more = f"https://www.twilio.com/docs/errors/{code}"
    return Answer(status, {"code": code, "message": message, "more_info": more, "status": status})
