"""Renews docs/openapi.json, the promise of the API: `PYTHONPATH=apps/backend .venv/bin/python scripts/openapi.py`.

Refuses when something that was promised would be gone; `--break` renews it nevertheless.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hibachi.main import create_app
from hibachi.runtime import build
from hibachi.settings import Settings

PROMISE = Path(__file__).parents[1] / "docs/openapi.json"
Schema = dict[str, Any]


def present() -> Schema:
    """The API as the code has it now."""
    settings = Settings(_env_file=None)
    nowhere = "postgresql+psycopg://nobody@127.0.0.1:1/nothing"
    schema: Schema = create_app(build(settings, nowhere)).openapi()
    return schema


def written(schema: Schema) -> str:
    """As it stands in the file."""
    return json.dumps(schema, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def broken(old: Schema, new: Schema) -> list[str]:
    """What a caller of the old API would miss in the new one, or be asked for on top."""
    return sorted(
        [f"gone: {what}" for what in set(_promises(old)) - set(_promises(new))]
        + [f"asked for: {what}" for what in set(_demands(new)) - set(_demands(old)) if _known(what, old)]
    )


def _operations(schema: Schema) -> Iterator[tuple[str, Schema]]:
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            yield f"{method.upper()} {path}", operation


def _promises(schema: Schema) -> Iterator[str]:
    """Every operation, parameter and answer, and every field of what goes in and out."""
    for name, operation in _operations(schema):
        yield name
        yield from (f"{name} ?{parameter['name']}" for parameter in operation.get("parameters", []))
        yield from (f"{name} answers {status}" for status in operation["responses"])
        for direction, part in (("takes", operation.get("requestBody", {})), ("gives", operation["responses"])):
            yield from (f"{name} {direction} {field}" for field in _fields(part, schema, ()))


def _demands(schema: Schema) -> Iterator[str]:
    """Everything without which a request is refused."""
    for name, operation in _operations(schema):
        for parameter in operation.get("parameters", []):
            if parameter.get("required"):
                yield f"{name} ?{parameter['name']}"
        for field in _fields(operation.get("requestBody", {}), schema, (), required=True):
            yield f"{name} takes {field}"


def _known(demand: str, old: Schema) -> bool:
    method, path = demand.split(" ")[:2]
    return method.lower() in old["paths"].get(path, {})


def _fields(node: Any, schema: Schema, inside: tuple[str, ...], *, required: bool = False) -> Iterator[str]:
    """The fields below a node as paths ("party.adults"); a schema that holds itself is entered once."""
    if isinstance(node, list):
        for item in node:
            yield from _fields(item, schema, inside, required=required)
    if not isinstance(node, dict):
        return
    reference = node.get("$ref", "").rpartition("/")[2]
    if reference and reference not in inside:
        yield from _fields(schema["components"]["schemas"][reference], schema, (*inside, reference), required=required)
    for field, below in node.get("properties", {}).items():
        if not required or field in node.get("required", []):
            yield field
            yield from (f"{field}.{deeper}" for deeper in _fields(below, schema, inside, required=required))
    for key, below in node.items():
        if key not in {"properties", "$ref", "required", "examples", "example"}:
            yield from _fields(below, schema, inside, required=required)


def main() -> None:
    """Write the file, or say what stands against it."""
    now = present()
    against = broken(json.loads(PROMISE.read_text()), now) if PROMISE.exists() else []
    if against and "--break" not in sys.argv:
        raise SystemExit("\n".join(["The API would break its promise:", *against]))
    PROMISE.write_text(written(now))
    print(f"{PROMISE}: {len(now['paths'])} paths")


if __name__ == "__main__":
    main()
