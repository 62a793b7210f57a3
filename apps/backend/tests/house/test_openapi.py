"""ARC-13: what the API promised stays. docs/openapi.json is the promise; scripts/openapi.py renews it."""

import copy
import importlib.util
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.house.source import ROOT

PROMISE = ROOT / "docs/openapi.json"


def loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("openapi_script", ROOT / "scripts/openapi.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCRIPT = loaded()
Schema = dict[str, Any]
OLD: Schema = {
    "paths": {
        "/parties": {
            "get": {
                "parameters": [{"name": "zip", "in": "query", "required": False}],
                "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Party"}}}}},
            },
            "post": {
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/New"}}}},
                "responses": {"201": {}, "409": {}},
            },
        }
    },
    "components": {
        "schemas": {
            "Party": {"properties": {"id": {}, "guests": {"$ref": "#/components/schemas/Guests"}}},
            "Guests": {"properties": {"adults": {}, "children": {}, "party": {"$ref": "#/components/schemas/Party"}}},
            "New": {"properties": {"adults": {}, "note": {}}, "required": ["adults"]},
        }
    },
}  # fmt: skip


def without_path(schema: Schema) -> None:
    del schema["paths"]["/parties"]


def without_method(schema: Schema) -> None:
    del schema["paths"]["/parties"]["post"]


def without_parameter(schema: Schema) -> None:
    schema["paths"]["/parties"]["get"]["parameters"] = []


def without_field(schema: Schema) -> None:
    del schema["components"]["schemas"]["Guests"]["properties"]["children"]


def with_a_demand(schema: Schema) -> None:
    schema["components"]["schemas"]["New"]["required"].append("note")


def with_a_demanded_parameter(schema: Schema) -> None:
    schema["paths"]["/parties"]["get"]["parameters"][0]["required"] = True


def with_more(schema: Schema) -> None:
    schema["paths"]["/chefs"] = {"get": {"responses": {"200": {}}, "parameters": [{"name": "q", "required": True}]}}
    schema["components"]["schemas"]["Guests"]["properties"]["toddlers"] = {}
    schema["components"]["schemas"]["New"]["required"] = []
    schema["paths"]["/parties"]["get"]["parameters"].append({"name": "day", "required": False})


@pytest.mark.parametrize(
    ("change", "missed"),
    [
        (without_path, "gone: GET /parties"),
        (without_method, "gone: POST /parties"),
        (without_parameter, "gone: GET /parties ?zip"),
        (without_field, "gone: GET /parties gives guests.children"),
        (with_a_demand, "asked for: POST /parties takes note"),
        (with_a_demanded_parameter, "asked for: GET /parties ?zip"),
        (with_more, None),
    ],
)
def test_what_breaks_a_caller_is_seen(change: Callable[[Schema], None], missed: str | None) -> None:
    new = copy.deepcopy(OLD)
    change(new)
    found = SCRIPT.broken(OLD, new)
    assert (missed in found) if missed else found == []


def test_nothing_that_was_promised_is_gone() -> None:
    assert SCRIPT.broken(json.loads(PROMISE.read_text()), SCRIPT.present()) == []


def test_the_promise_is_up_to_date() -> None:
    assert SCRIPT.written(SCRIPT.present()) == PROMISE.read_text(), "renew it: scripts/openapi.py"


def test_every_operation_says_what_it_takes_and_gives() -> None:
    silent = []
    for name, operation in SCRIPT._operations(SCRIPT.present()):
        good = [answer for status, answer in operation["responses"].items() if status.startswith("2")]
        empty = [
            answer for answer in good if not answer.get("content") or "schema" in str(answer) and "{}" in str(answer)
        ]
        if (empty and "204" not in operation["responses"]) or not operation.get("description"):
            silent.append(name)
    assert silent == []


ERROR = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}


def _is_page(operation: dict[str, Any]) -> bool:
    """Whether people open it in a browser: it may refuse with a page too."""
    return "text/html" in operation["responses"].get("200", {}).get("content", {})


def test_every_refusal_has_the_one_shape() -> None:
    for name, operation in SCRIPT._operations(SCRIPT.present()):
        refusals = {status for status in operation["responses"] if status.startswith(("4", "5"))}
        assert refusals >= {"401", "413", "422", "503"}, name
        pages = {"text/html": {}} if _is_page(operation) else {}
        for status in refusals:
            content = operation["responses"][status]["content"]
            assert content.items() <= (ERROR | pages).items() and ERROR.items() <= content.items(), f"{name} {status}"
        assert ("403" in refusals) == ("/admin/" in name or name.split(" ")[1] in OF_ONESELF | NAMED), name
        assert ("400" in refusals) == ("requestBody" in operation), name


OF_ONESELF = {
    *("/api/v1/auth/me", "/api/v1/auth/password"),
    *("/api/v1/auth/second-factor", "/api/v1/auth/second-factor/confirm", "/api/v1/auth/second-factor/off"),
}
NAMED = {"/api/v1/ai/feedback/stats", "/api/v1/ai/feedback/learning"}
"""Addresses that the requirements name and that are for staff though they do not say so."""


def test_the_clients_know_the_promise_as_it_is(tmp_path: Path) -> None:
    """The web apps' client is generated from the written promise; renew it: npm run generate."""
    generated = ROOT / "packages" / "api-client" / "src" / "schema.d.ts"
    program = ROOT / "node_modules" / ".bin" / "openapi-typescript"
    fresh = tmp_path / "schema.d.ts"
    subprocess.run([program, PROMISE, "-o", fresh, "--alphabetize"], cwd=ROOT, check=True, capture_output=True)
    assert fresh.read_text() == generated.read_text()
