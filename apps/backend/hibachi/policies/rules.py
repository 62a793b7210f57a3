"""Pure decisions on profiles: what must hold across keys, and how a change is applied and told."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from hibachi.policies.fields import AgePrice

Json = dict[str, Any]
RETIRED = (("growth", "referral", "friend_credit"), ("growth", "newsletter"))
"""Settings that once were and did nothing; a file or a stored version may still name them."""


def check_ages(*bands: AgePrice) -> None:
    """Raise ValueError unless the bands, youngest first, cover every age from 0 once."""
    following: int | None = 0
    for band in bands:
        if band.youngest() != following:
            raise ValueError("the ages of toddler, child and adult leave a gap or overlap")
        top = band.oldest()
        following = None if top is None else top + 1
    if following is not None:
        raise ValueError("the ages of adults are open upwards, such as '13 and over'")


def check_distinct(*groups: Iterable[str]) -> None:
    """Raise ValueError when one key stands twice, in one group or in two."""
    seen: set[str] = set()
    for key in (key for group in groups for key in group):
        if key in seen:
            raise ValueError(f"the key {key} stands twice")
        seen.add(key)


def merge(document: Json, patch: Mapping[str, Any]) -> Json:
    """A JSON merge patch (RFC 7396) applied: objects merge, null removes, everything else replaces."""
    merged = dict(document)
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        elif isinstance(value, dict):
            below = merged.get(key)
            merged[key] = merge(below if isinstance(below, dict) else {}, value)
        else:
            merged[key] = value
    return merged


def without_retired(document: Any) -> Any:
    """A profile without the settings that older versions of the product knew: stored versions stay as they were written."""
    if not isinstance(document, dict):
        return document
    kept = document
    for path in RETIRED:
        kept = _without(kept, path)
    return kept


def _without(document: Json, path: Sequence[str]) -> Json:
    key, *below = path
    inner = document.get(key)
    if not below:
        return {name: value for name, value in document.items() if name != key}
    return {**document, key: _without(inner, below)} if isinstance(inner, dict) else document


def differences(old: Json, new: Json) -> dict[str, tuple[Any, Any]]:
    """What changed, by dotted path: {"prices.adult.amount": ("55.00", "58.00")}."""
    before, after = dict(_leaves(old)), dict(_leaves(new))
    return {
        path: (before.get(path), after.get(path))
        for path in sorted(before.keys() | after.keys())
        if before.get(path) != after.get(path)
    }


def _leaves(document: Json, path: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in document.items():
        if isinstance(value, dict) and value:
            yield from _leaves(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", value


def fingerprint(document: Json) -> str:
    """The sha256 of a document's canonical JSON: equal documents have equal ones."""
    canonical = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()
