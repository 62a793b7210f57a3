"""Use cases of policies: the version in force, any version by number, a change as a new dated version."""

from collections import OrderedDict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from hibachi.audit import service as audit
from hibachi.kit.db import Tx
from hibachi.policies import repository, rules
from hibachi.policies.errors import DatedInThePast, InvalidPolicy, NoPolicyInForce, NothingChanged, UnknownVersion
from hibachi.policies.events import PoliciesChanged
from hibachi.policies.fields import STORED
from hibachi.policies.schemas import PolicyBook, PolicyVersionInfo, Profile
from hibachi.policies.trials import PolicyTrial

DEFAULT_PATH = Path(__file__).with_name("default_profile.yaml")
ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)
"""The first version has been in force for as long as any clock can say."""
REMEMBERED = 64
_NOTE = "policies.current"
_profiles: OrderedDict[str, Profile] = OrderedDict()
"""Parsed profiles by fingerprint: equal for every database, so that no world can read another one's numbers."""


async def current(tx: Tx) -> PolicyBook:
    """The version in force at tx.now, with at most one query in a transaction.

    Raises NoPolicyInForce when nothing was loaded.
    """
    noted: PolicyBook | None = tx.notes.get(_NOTE)
    if noted is None:
        noted = await _in_force(tx, tx.now)
        tx.notes[_NOTE] = noted
    return noted


async def at(tx: Tx, *, instant: datetime) -> PolicyBook:
    """The version that was in force at an instant. Raises NoPolicyInForce."""
    return await _in_force(tx, instant)


async def at_version(tx: Tx, *, version: int) -> PolicyBook:
    """One version by number, whether in force or not. Raises UnknownVersion."""
    known = dict(_profiles)
    found = await repository.numbered(tx, version, known)
    if found is None:
        raise UnknownVersion()
    return _book(found, known)


async def history(tx: Tx) -> list[PolicyVersionInfo]:
    """Every version without its profile, the newest first."""
    versions = await repository.history(tx)
    return [PolicyVersionInfo.model_validate(version, from_attributes=True) for version in versions]


async def load_default(tx: Tx, path: Path | None = None) -> PolicyBook:
    """Store the shipped profile (or the file at path) as version 1 unless there is one; the version in force.

    Raises InvalidPolicy, naming the fields, when the file does not hold a valid profile.
    """
    if await repository.numbered(tx, 1, []) is None:
        profile = read_profile(path or DEFAULT_PATH)
        await _store(tx, 1, ALWAYS, profile, f"the profile of the business, loaded from {(path or DEFAULT_PATH).name}")
    return await current(tx)


def read_profile(path: Path) -> Profile:
    """The profile of a YAML file, validated whole. Raises InvalidPolicy."""
    quickest = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # seven times as fast; a wheel without libyaml lacks it
    return _validated(rules.without_retired(yaml.load(path.read_text(encoding="utf-8"), quickest)))


async def change(tx: Tx, *, changes: dict[str, Any], effective_from: datetime | None, note: str) -> PolicyBook:
    """Apply a JSON merge patch to the profile in force at a date (None: now) as a new version, and audit it.

    A version that is already scheduled for later gets a successor of its own date with the same patch, so that the
    change does not end when the scheduled one begins. Raises InvalidPolicy, NothingChanged, DatedInThePast.
    """
    start = effective_from or tx.now
    if start.tzinfo is None or start < tx.now:
        raise DatedInThePast()
    last = await repository.lock(tx)
    book = await _successor(tx, last + 1, start, changes, note)
    if book is None:
        raise NothingChanged()
    newest = book.version
    for date in await repository.scheduled_after(tx, start):
        later = await _successor(tx, newest + 1, date, changes, note)
        newest += later is not None
    tx.notes.pop(_NOTE, None)
    await tx.publish(PoliciesChanged(version=book.version, effective_from=book.effective_from))
    return book


async def hold(tx: Tx) -> None:
    """Keep every other change out until the transaction ends; what is read from here on is the newest."""
    await repository.lock(tx)
    tx.notes.pop(_NOTE, None)


async def from_then_on(tx: Tx, *, instant: datetime) -> list[PolicyBook]:
    """The version in force at an instant, and those that are scheduled for later, in their order."""
    dates = [instant, *await repository.scheduled_after(tx, instant)]
    return [await _in_force(tx, date) for date in dates]


async def preview(tx: Tx, *, changes: dict[str, Any], effective_from: datetime | None) -> PolicyTrial:
    """What a merge patch would make of the profile in force at a date (None: now); nothing is written.

    Raises InvalidPolicy, DatedInThePast.
    """
    start = effective_from or tx.now
    if start.tzinfo is None or start < tx.now:
        raise DatedInThePast()
    before = await _in_force(tx, start)
    old = before.profile.model_dump(mode="json")
    after = _validated(rules.merge(old, changes))
    told = rules.differences(old, after.model_dump(mode="json"))
    return PolicyTrial(before=before, after=after, differences=told)


async def _successor(tx: Tx, version: int, date: datetime, changes: dict[str, Any], note: str) -> PolicyBook | None:
    """The version that puts the changes over what is in force at the date; None when they change nothing there."""
    old = (await _in_force(tx, date)).profile.model_dump(mode="json")
    profile = _validated(rules.merge(old, changes))
    difference = rules.differences(old, profile.model_dump(mode="json"))
    if not difference:
        return None
    await _store(tx, version, date, profile, note)
    await audit.record(
        tx, action="policies.change", resource="policy_version", resource_id=version, changes=difference, reason=note
    )
    return PolicyBook(version=version, effective_from=date, profile=profile)


async def _in_force(tx: Tx, at: datetime) -> PolicyBook:
    known = dict(_profiles)
    found = await repository.in_force(tx, at, known)
    if found is None:
        raise NoPolicyInForce()
    return _book(found, known)


def _book(found: repository.Found, known: dict[str, Profile]) -> PolicyBook:
    version, effective_from, fingerprint, document = found
    profile = known.get(fingerprint) or _remember(
        fingerprint, Profile.model_validate(rules.without_retired(document), context=STORED)
    )
    return PolicyBook(version=version, effective_from=effective_from, profile=profile)


def _remember(fingerprint: str, profile: Profile) -> Profile:
    _profiles[fingerprint] = profile
    if len(_profiles) > REMEMBERED:
        _profiles.popitem(last=False)
    return profile


async def _store(tx: Tx, version: int, date: datetime, profile: Profile, note: str) -> None:
    document = profile.model_dump(mode="json")
    await repository.add(
        tx,
        version=version,
        effective_from=date,
        profile=document,
        fingerprint=rules.fingerprint(document),
        note=note,
        created_by=f"{tx.actor.kind}:{tx.actor.id or tx.actor.name}",
        created_at=tx.now,
    )


def _validated(document: Any) -> Profile:
    try:
        return Profile.model_validate(document)
    except ValidationError as error:
        fields = [{"field": ".".join(map(str, row["loc"])), "problem": row["msg"]} for row in error.errors()]
        raise InvalidPolicy(fields=fields) from None
