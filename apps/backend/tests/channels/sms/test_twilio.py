"""Twilio beyond single messages: its published contract, and its signatures against an own reckoning."""

import gzip
import json
import uuid
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.channels.sms.twilio import rules
from hibachi.channels.sms.twilio.gateway import Twilio
from hibachi.channels.sms.twilio.schemas import Message, Page
from hibachi.kit.ids import made_at, new_id
from tests.channels.outgoing import PUBLIC, carrier_of, connected, outgoing
from tests.simulators.provider import on_a_port
from tests.simulators.twilio import NUMBER, TOKEN, TwilioSimulator

pytestmark = pytest.mark.anyio
CONTRACT = Path(__file__).parents[6] / "shared/datasets/openapi/twilio_messages_calls.json.gz"
MESSAGES = "/2010-04-01/Accounts/{AccountSid}/Messages.json"
published = pytest.mark.skipif(not CONTRACT.exists(), reason="the published contract is not beside this checkout")


def schema(name: str) -> dict[str, Any]:
    """A schema of Twilio's published contract, with all that it refers to; OpenAPI's nullable as JSON Schema says it."""
    document = json.loads(gzip.decompress(CONTRACT.read_bytes()))
    post = document["paths"][MESSAGES]["post"]
    found = {
        "request": post["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"],
        "message": document["components"]["schemas"]["api.v2010.account.message"],
    }[name]
    whole: dict[str, Any] = nullable({**found, "components": document["components"]})
    return whole


def nullable(part: Any) -> Any:
    if isinstance(part, list):
        return [nullable(one) for one in part]
    if not isinstance(part, dict):
        return part
    changed = {name: nullable(value) for name, value in part.items() if name != "nullable"}
    if part.get("nullable") and isinstance(part.get("type"), str):
        changed["type"] = [part["type"], "null"]
    if part.get("nullable") and "enum" in part:
        changed["enum"] = [*part["enum"], None]
    return changed


@published
async def test_what_we_send_is_what_twilio_published() -> None:
    """The request validates, and no field of it is unknown; the simulator answers as the contract says it would."""
    async with connected("twilio") as (simulator, carrier):
        await carrier.send(outgoing("twilio", "See you Saturday! 🔥"))
        [asked] = [one for one in simulator.asked if one.method == "POST"]
        [message] = simulator.messages
    request = schema("request")
    jsonschema_rs.validate(request, asked.form())
    assert set(asked.form()) <= set(request["properties"]), "every field is one that Twilio knows"
    assert asked.headers["content-type"] == "application/x-www-form-urlencoded"
    jsonschema_rs.validate(schema("message"), {**message, "account_sid": "AC" + "a" * 32})


@published
async def test_twilios_own_examples_are_understood() -> None:
    document = json.loads(gzip.decompress(CONTRACT.read_bytes()))
    created = document["paths"][MESSAGES]["post"]["responses"]["201"]["content"]["application/json"]["examples"]
    listed = document["paths"][MESSAGES]["get"]["responses"]["200"]["content"]["application/json"]["examples"]
    assert created and listed
    for example in created.values():
        assert Message.model_validate(example["value"]).sid
    for example in listed.values():
        Page.model_validate(example["value"])


async def test_a_service_sends_where_there_is_one() -> None:
    with on_a_port(TwilioSimulator(PUBLIC)) as simulator:
        carrier = carrier_of("twilio", {**simulator.settings(), "TWILIO_MESSAGING_SERVICE_SID": "MG" + "1" * 32})
        assert isinstance(carrier, Twilio)
        await carrier.send(outgoing("twilio"))
        await carrier.send(outgoing("twilio", sender=NUMBER))
        await carrier.close()
        newest, first = simulator.messages
    assert (first["from"], first["messaging_service_sid"]) == (None, "MG" + "1" * 32)
    assert (newest["from"], newest["messaging_service_sid"]) == (NUMBER, None), "a reply leaves from where it was asked"


async def test_a_report_is_asked_for_with_our_own_id() -> None:
    async with connected("twilio") as (simulator, carrier):
        mine = outgoing("twilio")
        await carrier.send(mine)
        [sid] = simulator.callbacks
        assert simulator.callbacks[sid] == f"{PUBLIC}/api/v1/webhooks/twilio/status/{mine.id}"


@given(st.lists(st.tuples(st.text(min_size=1, max_size=8), st.text(max_size=12)), max_size=8, unique_by=lambda f: f[0]))
def test_a_signature_is_what_twilio_reckons_and_no_field_may_differ(fields: list[tuple[str, str]]) -> None:
    url = f"{PUBLIC}/api/v1/webhooks/twilio/sms"
    theirs = TwilioSimulator(PUBLIC).signed("/api/v1/webhooks/twilio/sms", dict(fields)).headers["X-Twilio-Signature"]
    assert rules.signed(TOKEN, url, fields, theirs)
    assert not rules.signed(TOKEN, url, [*fields, ("One more", "field")], theirs)
    assert not rules.signed(TOKEN + "x", url, fields, theirs)
    assert not rules.signed(TOKEN, url + "?a=1", fields, theirs)


@pytest.mark.parametrize(
    ("url", "both"),
    [
        ("https://a.example/x?y=1", ("https://a.example:443/x?y=1", "https://a.example/x?y=1")),
        ("http://a.example:8080/x", ("http://a.example:8080/x", "http://a.example/x")),
        ("https://user:word@a.example/x", ("https://user:word@a.example:443/x", "https://user:word@a.example/x")),
        ("https://[::1]/x", ("https://[::1]:443/x", "https://[::1]/x")),
    ],
)
def test_an_address_with_its_port_and_without(url: str, both: tuple[str, str]) -> None:
    assert rules.addresses(url) == both


def test_an_id_tells_when_it_was_made() -> None:
    first, second = new_id(), new_id()
    assert made_at(first) <= made_at(second)
    assert made_at(uuid.UUID("01980000-0000-7000-8000-000000000000")).year == 2025
