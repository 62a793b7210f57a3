"""The doors from outside: what is let in, what is refused, and that a refusal changes nothing and tells nothing."""

import json
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Any

import pytest

from hibachi.kit.clock import SettableClock
from tests.channels.stage import DANA, RINGCENTRAL_DOOR, Stage, some_id, stage_on
from tests.simulators import meta, ringcentral, twilio
from tests.simulators.meta import signed
from tests.simulators.provider import Webhook

pytestmark = pytest.mark.anyio
HELLO = "how much for 12 adults in 94539?"
SMS = "/api/v1/webhooks/twilio/sms"
FILTER = "/restapi/v1.0/account/~/extension/2/message-store/instant?type=SMS"


@pytest.fixture
async def stage(database_url: str, clock: SettableClock) -> AsyncIterator[Stage]:
    async with stage_on(database_url, clock, WEBHOOK_REFUSALS_PER_MINUTE=1000) as opened:
        yield opened


def with_headers(webhook: Webhook, **headers: str | None) -> Webhook:
    """The same with other headers; None takes one away."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    kept = {name: value for name, value in webhook.headers.items() if name.lower() not in named}
    return Webhook(
        webhook.path, webhook.body, kept | {name: value for name, value in named.items() if value is not None}
    )


def with_body(webhook: Webhook, body: bytes) -> Webhook:
    return Webhook(webhook.path, body, webhook.headers)


FORGED: dict[str, Callable[[Stage], Webhook]] = {
    "twilio: no signature": lambda s: with_headers(s.twilio.text(DANA, HELLO), x_twilio_signature=None),
    "twilio: an empty one": lambda s: with_headers(s.twilio.text(DANA, HELLO), x_twilio_signature=""),
    "twilio: of another request": lambda s: with_body(s.twilio.text(DANA, HELLO), s.twilio.text(DANA, "x").body),
    "twilio: of another secret": lambda s: s.twilio.signed(SMS, {"MessageSid": "SM1", "From": DANA}, token="guessed"),
    "twilio: of another address": lambda s: s.twilio.signed(SMS, {"MessageSid": "SM1"}, url="https://evil.example.com"),
    "twilio: truncated": lambda s: with_body(s.twilio.text(DANA, HELLO), s.twilio.text(DANA, HELLO).body[:-9]),
    "twilio: one field more": lambda s: with_body(t := s.twilio.text(DANA, HELLO), t.body + b"&Body=free"),
    "twilio: the form as JSON": lambda s: with_headers(s.twilio.text(DANA, HELLO), content_type="application/json"),
    "twilio: another charset": lambda s: with_headers(
        s.twilio.text(DANA, HELLO), content_type="application/x-www-form-urlencoded; charset=utf-16"
    ),
    "twilio: no form at all": lambda s: with_body(s.twilio.text(DANA, HELLO), b"\xff\xfe\x00"),
    "twilio: a thousand fields": lambda s: s.twilio.signed(SMS, {f"F{n}": "x" for n in range(1000)}),
    "twilio: JSON under another digest": lambda s: with_body(s.twilio.signed_json(SMS, {"a": 1}), b'{"a": 2}'),
    "meta: no signature": lambda s: with_headers(meta_hello(s), x_hub_signature_256=None),
    "meta: by the old algorithm": lambda s: with_headers(meta_hello(s), x_hub_signature_256="sha1=757107ea"),
    "meta: without its name": lambda s: with_headers(
        w := meta_hello(s), x_hub_signature_256=w.headers["X-Hub-Signature-256"].removeprefix("sha256=")
    ),
    "meta: of another secret": lambda s: signed(json.loads(meta_hello(s).body), secret="guessed"),
    "meta: one byte changed": lambda s: with_body(w := meta_hello(s), w.body.replace(b"12", b"13")),
    "meta: truncated": lambda s: with_body(w := meta_hello(s), w.body[:-1]),
    "meta: as a form": lambda s: with_headers(meta_hello(s), content_type="application/x-www-form-urlencoded"),
    "meta: another charset": lambda s: with_headers(meta_hello(s), content_type="application/json; charset=utf-16"),
    "meta: an old one": lambda s: aged(s, lambda: meta_hello(s)),
    "ringcentral: no token": lambda s: with_headers(ringcentral_hello(s), verification_token=None),
    "ringcentral: a guessed one": lambda s: with_headers(ringcentral_hello(s), verification_token="guessed"),
    "ringcentral: as a form": lambda s: with_headers(ringcentral_hello(s), content_type="text/plain"),
    "ringcentral: an old one": lambda s: aged(s, lambda: ringcentral_hello(s)),
}


def meta_hello(stage: Stage) -> Webhook:
    return stage.written("instagram", HELLO)


def ringcentral_hello(stage: Stage) -> Webhook:
    return stage.ringcentral.text(RINGCENTRAL_DOOR, DANA, HELLO)


def aged(stage: Stage, make: Callable[[], Webhook]) -> Webhook:
    """A webhook that was caught three days ago."""
    webhook = make()
    stage.clock.advance(timedelta(days=3))
    return webhook


@pytest.mark.parametrize("forged", FORGED)
async def test_what_cannot_be_verified_changes_nothing_and_hears_one_sentence(stage: Stage, forged: str) -> None:
    before = await stage.digest()
    webhook = FORGED[forged](stage)
    [answer] = await stage.deliver(webhook)
    assert (answer.status_code, answer.json()["code"]) == (403, "not_verified")
    assert answer.json()["message"] == "This message cannot be verified."
    assert set(answer.json()) == {"code", "message", "next_step"}
    await stage.work()
    assert await stage.digest() == before
    assert stage.twilio.asked == stage.meta.asked == stage.ringcentral.asked == []


UNREADABLE: dict[str, Callable[[Stage], Webhook]] = {
    "no JSON": lambda s: signed(b"hello"),
    "a list": lambda s: signed(b"[]"),
    "a key twice": lambda s: signed(b'{"object": "page", "object": "instagram", "entry": []}'),
    "a key twice, deep inside": lambda s: signed(b'{"object": "page", "entry": [{"id": "1", "id": "2"}]}'),
    "not UTF-8": lambda s: signed(b'{"object": "\xff"}'),
    "not a number": lambda s: signed(b'{"object": "page", "entry": [{"time": NaN}]}'),
    "nested without end": lambda s: signed(b'{"a":' * 30_000),
    "entries that are none": lambda s: signed({"object": "page", "entry": ["x", 1]}),
    "changes that are none": lambda s: signed({"object": "page", "entry": [{"changes": [{"value": 1}]}]}),
    "a RingCentral event without an id": lambda s: s.ringcentral.event(RINGCENTRAL_DOOR, FILTER, {}, uuid=None),
    "a RingCentral event without a body": lambda s: s.ringcentral.event(RINGCENTRAL_DOOR, FILTER, [], token=ringcentral.TOKEN),  # type: ignore[arg-type]  # on purpose
}  # fmt: skip


@pytest.mark.parametrize("what", UNREADABLE)
async def test_what_is_signed_and_still_not_the_protocol(stage: Stage, what: str) -> None:
    before = await stage.digest()
    [answer] = await stage.deliver(UNREADABLE[what](stage))
    assert (answer.status_code, answer.json()["code"]) == (422, "not_understood"), answer.text
    assert "Traceback" not in answer.text
    assert await stage.digest() == before


@pytest.mark.parametrize("path", [SMS, meta.PATH, RINGCENTRAL_DOOR])
async def test_a_huge_body_is_not_even_read(stage: Stage, path: str) -> None:
    before = await stage.digest()
    answer = await stage.client.post(path, content=b"x" * (256 * 1024 + 1))
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert await stage.digest() == before


async def test_the_address_of_ringcentrals_door_cannot_be_guessed(stage: Stage) -> None:
    before = await stage.digest()
    for path in ("guess", "0" * 40, ringcentral.TOKEN, ""):
        answer = await stage.client.post(f"/api/v1/webhooks/ringcentral/{path}", headers={"Validation-Token": "x"})
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
        assert "validation-token" not in answer.headers
    assert await stage.digest() == before


async def test_a_door_without_its_secret_is_as_if_it_were_not_there(database_url: str, clock: SettableClock) -> None:
    async with stage_on(database_url, clock) as stage:
        nowhere = await stage.client.post("/api/v1/nothing-here")
    nothing = dict.fromkeys((*stage.twilio.settings(), *stage.ringcentral.settings(), *stage.meta.settings()))
    nothing.pop("PUBLIC_URL")
    bare = {name: value for name, value in nothing.items() if not name.endswith("_URL")}
    async with stage_on(database_url, clock, SMS_PROVIDER=None, **bare) as closed:
        for webhook in (stage.twilio.text(DANA, HELLO), meta_hello(stage), ringcentral_hello(stage)):
            [answer] = await closed.deliver(webhook)
            assert (answer.status_code, answer.json()) == (404, nowhere.json())
        question = {"hub.mode": "subscribe", "hub.verify_token": "", "hub.challenge": "1"}
        assert (await closed.client.get(meta.PATH, params=question)).status_code == 404
        assert await closed.rows("SELECT count(*) AS n FROM webhook_events") == [{"n": 0}]


async def test_who_hammers_hears_too_many(database_url: str, clock: SettableClock) -> None:
    """An address that is refused too often in a minute hears 429; a genuine message still comes in from there."""
    async with stage_on(database_url, clock, WEBHOOK_REFUSALS_PER_MINUTE=3) as stage:
        forged = [with_headers(meta_hello(stage), x_hub_signature_256="sha256=0") for _ in range(5)]
        statuses = [answer.status_code for answer in await stage.deliver(*forged)]
        assert statuses == [403, 403, 403, 429, 429]
        [answer] = await stage.deliver(meta_hello(stage))
        assert answer.status_code == 200
        clock.advance(timedelta(seconds=61))
        assert [answer.status_code for answer in await stage.deliver(forged[0])] == [403]


async def test_metas_question_at_set_up(stage: Stage) -> None:
    good = {"hub.mode": "subscribe", "hub.challenge": "1158201444", "hub.verify_token": meta.VERIFY_TOKEN}
    answer = await stage.client.get(meta.PATH, params=good)
    assert (answer.status_code, answer.text) == (200, "1158201444")
    assert answer.headers["content-type"].startswith("text/plain")
    for wrong in (
        {"hub.verify_token": "wrong"},
        {"hub.mode": "unsubscribe"},
        {"hub.challenge": ""},
        {"hub.challenge": "<script>"},
        {"hub.challenge": "1" * 1000},
    ):
        answer = await stage.client.get(meta.PATH, params={**good, **wrong})
        assert (answer.status_code, answer.json()["code"]) == (403, "not_verified"), wrong


async def test_ringcentrals_question_at_set_up(stage: Stage) -> None:
    before = await stage.digest()
    answer = await stage.client.post(RINGCENTRAL_DOOR, headers={"Validation-Token": "hello-world"})
    assert (answer.status_code, answer.headers["validation-token"], answer.content) == (200, "hello-world", b"")
    for token in ("", "x" * 300, "tab\there"):
        refused = await stage.client.post(RINGCENTRAL_DOOR, headers={"Validation-Token": token})
        assert refused.status_code == 403 and "validation-token" not in refused.headers
    assert await stage.digest() == before


KNOWN_AS = [
    ("https://a.example.com", "https://a.example.com:443"),
    ("https://a.example.com:8443", "https://a.example.com"),
    ("https://a.example.com:8443", "https://a.example.com:8443"),
    ("http://a.example.com", "http://a.example.com:80"),
]


async def test_twilio_signs_what_it_knows_us_by(database_url: str, clock: SettableClock) -> None:
    """With the port or without, whatever the proxy in front of us says of host and scheme."""
    for number, (public, known_as) in enumerate(KNOWN_AS):
        async with stage_on(database_url, clock, PUBLIC_URL=public) as stage:
            fields = {"MessageSid": f"SM{number}", "From": DANA, "Body": "hi", "SmsStatus": "received"}
            webhook = stage.twilio.signed(SMS, fields, url=f"{known_as}{SMS}")
            forwarded = with_headers(webhook, host="10.0.0.7:8000", x_forwarded_host="elsewhere.example.com")
            assert [answer.status_code for answer in await stage.deliver(forwarded)] == [200], (public, known_as)
            assert len(await stage.rows("SELECT 1 FROM webhook_events WHERE event_id = :id", id=f"SM{number}")) == 1


async def test_a_signed_body_that_is_no_form(stage: Stage) -> None:
    """bodySHA256 covers it: it is Twilio's, and no message of a person."""
    [answer] = await stage.deliver(stage.twilio.signed_json(SMS, {"property": "value"}))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/xml; charset=utf-8")
    assert "<Response/>" in answer.text
    assert await stage.rows("SELECT 1 FROM messages") == []


async def test_a_status_for_a_message_that_is_not_ours(stage: Stage) -> None:
    fields = {"MessageSid": "SM9", "MessageStatus": "delivered", "To": DANA, "From": twilio.NUMBER}
    [answer] = await stage.deliver(stage.twilio.signed(f"/api/v1/webhooks/twilio/status/{some_id()}", fields))
    assert answer.status_code == 204
    [event] = await stage.rows("SELECT kind, outcome FROM webhook_events")
    assert event == {"kind": "status", "outcome": "done"}


async def test_characters_that_no_database_takes(stage: Stage) -> None:
    """A NUL or half a surrogate pair in a signed message neither breaks the door nor loses the rest of the words."""
    odd: dict[str, Any] = json.loads(meta_hello(stage).body)
    item = odd["entry"][0]["messaging"][0]
    item["message"]["text"] = "for 12\0 adults \ud83d in 94539, how much?"
    [answer] = await stage.deliver(signed(odd))
    assert answer.status_code == 200
    [message] = await stage.rows("SELECT content FROM messages")
    assert message["content"] == "for 12 adults  in 94539, how much?"
