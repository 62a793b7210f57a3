"""The published vectors and payloads of ../shared/datasets/webhooks: conformance, so 100 % or red."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from pydantic import SecretStr

from hibachi.channels.meta import reading
from hibachi.channels.meta import rules as meta
from hibachi.channels.meta.schemas import Accounts, Messaging
from hibachi.channels.meta.service import happened as meta_happened
from hibachi.channels.schemas import Arrived
from hibachi.channels.sms.ringcentral import rules as ringcentral
from hibachi.channels.sms.twilio import rules as twilio
from hibachi.channels.sms.twilio.service import happened as twilio_happened
from hibachi.channels.sms.twilio.service import message_event
from hibachi.channels.webhooks.errors import Unverified
from hibachi.channels.webhooks.schemas import NewEvent, RawRequest, StoredEvent
from hibachi.kit.ids import new_id

FOLDER = Path(__file__).parents[6] / "shared/datasets/webhooks"
Row = dict[str, Any]
FORM = "application/x-www-form-urlencoded"


def rows(file: str, *providers: str) -> list[Row]:
    """The rows of some providers; none where the data is not beside this checkout."""
    if not FOLDER.exists():
        return []
    read = [json.loads(line) for line in (FOLDER / file).read_text().splitlines()]
    return [row for row in read if row["provider"] in providers]


def accepts(check: Callable[[], object]) -> bool:
    """Whether a check lets a request in."""
    try:
        check()
    except Unverified:
        return False
    return True


def twilio_check(row: Row) -> Callable[[], object]:
    pairs = [
        (name, one) for name, value in row["params"].items() for one in ([value] if isinstance(value, str) else value)
    ]
    body = row.get("body", urlencode(pairs)).encode()
    kind = "application/json" if "body" in row else FORM
    headers = {"x-twilio-signature": row["signature"], "content-type": kind}
    return lambda: twilio.verified(row["secret"], RawRequest(row["request_url"], headers, body, ""))


def meta_check(row: Row) -> Callable[[], object]:
    if "query" in row:
        asked = row["query"]
        return lambda: meta.challenge(
            row["configured_token"],
            mode=asked["hub.mode"],
            given=asked["hub.verify_token"],
            wanted=asked["hub.challenge"],
        )
    return lambda: signed_or_refused(row["secret"], row["body"].encode(), row["header"])


def signed_or_refused(secret: str, body: bytes, header: str) -> None:
    if not meta.same(header, meta.signature(secret, body)):
        raise Unverified()


def ringcentral_check(row: Row) -> Callable[[], object]:
    return lambda: ringcentral.printable_token(row["headers"]["validation-token"])


CHECKS = {"twilio": twilio_check, "meta": meta_check, "ringcentral": ringcentral_check}


@pytest.mark.parametrize("row", rows("signature_vectors.jsonl", *CHECKS), ids=lambda row: row["id"])
def test_signature_vectors(row: Row) -> None:
    assert accepts(CHECKS[row["provider"]](row)) is row["valid"], row["note"]


def kept(event: NewEvent) -> StoredEvent:
    return StoredEvent(
        id=new_id(),
        provider=event.provider,
        event_id=event.event_id,
        kind=event.kind,
        payload=event.payload,
        received_at=datetime(2026, 3, 4, tzinfo=UTC),
    )


@pytest.mark.parametrize("row", rows("payloads.jsonl", "instagram", "messenger"), ids=lambda row: f"{row['id']}-{row['event']}")  # fmt: skip
def test_metas_payloads(row: Row) -> None:
    expected = row.get("expect", {})
    [event] = [kept(one) for one in meta.events(row["payload"])]
    account = reading.account_of(event)
    [*told] = meta_happened(event, Accounts(account, account, account))
    arrived = next((one for one in told if isinstance(one, Arrived)), None)
    if expected.get("must_not_be_answered"):
        assert arrived is None
    if "sender" in expected:
        assert arrived is not None and arrived.contact.handle == expected["sender"]
    if "mid" in expected and not expected.get("deleted"):
        assert arrived is not None and arrived.provider_message_id == expected["mid"]
    if "text" in expected and event.kind in ("message", "postback"):
        assert arrived is not None and arrived.text == expected["text"]
    if "quick_reply" in expected:
        assert arrived is not None and arrived.metadata["quick_reply"] == expected["quick_reply"]
    if "postback" in expected:
        assert arrived is not None and arrived.metadata["postback"] == expected["postback"]
    if expected.get("story_reply"):
        assert arrived is not None and "story" in str(arrived.metadata["reply_to"])
    kinds = {"deleted": "deleted", "unsupported": "unsupported", "is_echo": "echo", "comment": "comment"}
    for mark, kind in kinds.items():
        assert not expected.get(mark) or event.kind == kind
    if expected.get("channel") == "standby":
        assert event.kind == "standby" and arrived is None
    _check_parts(expected, event, arrived)


def _check_parts(expected: Row, event: StoredEvent, arrived: Arrived | None) -> None:
    if "attachment_type" in expected:
        item = reading.item_of(event, Messaging)
        assert item.message is not None
        assert [one.type for one in item.message.attachments] == [expected["attachment_type"]]
        assert arrived is None or f"[{expected['attachment_type']}]" in arrived.text
    if expected.get("referral"):
        referred = event.payload["item"]
        assert "referral" in json.dumps(referred)
    if event.kind in ("standby", "comment") and "text" in expected:
        assert expected["text"] in json.dumps(event.payload), "what was written is kept with the event"


@pytest.mark.parametrize("row", rows("payloads.jsonl", "twilio"), ids=lambda row: f"{row['id']}-{row['event']}")
def test_twilios_payloads(row: Row) -> None:
    """Each signed here, since the samples carry no signature."""
    url, payload, expected = "https://a.example/api/v1/webhooks/twilio/sms", row["payload"], row["expect"]
    signature = twilio.signature("secret", url, list(payload.items()))
    headers = {"x-twilio-signature": signature, "content-type": row["content_type"]}
    request = RawRequest(url, headers, urlencode(payload).encode(), "")
    events = message_event(SecretStr("secret"), request)
    if "text" not in expected:
        assert events == [], "a call is no message"
        return
    [arrived] = twilio_happened(kept(events[0]))
    assert isinstance(arrived, Arrived)
    assert arrived.text == expected["text"]
    assert expected.get("from") in (None, arrived.contact.phone)
    assert expected.get("from_zip") in (None, arrived.metadata.get("from_zip"))


@pytest.mark.parametrize("row", rows("payloads.jsonl", "ringcentral"), ids=lambda row: f"{row['id']}-{row['event']}")
def test_ringcentrals_payloads(row: Row) -> None:
    """None breaks the door; only those of our two filters are kept, and they name a message or a change of texts."""
    headers = {"verification-token": "ours", "content-type": "application/json; charset=UTF-8"}
    request = RawRequest("https://a.example/x", headers, json.dumps(row["payload"]).encode(), "")
    events = ringcentral.verified("ours", request)
    about = {event.kind for event in events}
    assert about <= {"message", "changes"}
    if row["event"] == "instant-message":
        assert about == {"message"} and ringcentral.message_id(row["payload"]) == "606090030016"
    if row["event"] == "message":
        assert about == {"changes"} and ringcentral.concerns_texts(row["payload"])


def test_the_data_is_whole_where_it_is() -> None:
    """So that a renamed file does not turn these tests into none."""
    if FOLDER.exists():
        assert len(rows("signature_vectors.jsonl", *CHECKS)) == 18
        assert len(rows("payloads.jsonl", "instagram", "messenger", "twilio", "ringcentral")) == 87
