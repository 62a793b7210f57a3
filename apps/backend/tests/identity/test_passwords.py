"""The real hash: its cost, and that it does not hold up anything else."""

import asyncio
from collections.abc import Iterator

import pytest

from hibachi.identity import passwords
from tests.hashes import OF_THE_PRODUCT


@pytest.fixture(autouse=True)
def real_hashes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(passwords, "HASHER", OF_THE_PRODUCT)
    passwords._nobodys.cache_clear()
    yield
    passwords._nobodys.cache_clear()


async def test_a_hash_costs_what_owasp_asks() -> None:
    hashed = await passwords.hashed("a long enough password")
    _, kind, _, parameters, _, _ = hashed.split("$")
    costs = dict(part.split("=") for part in parameters.split(","))
    assert kind == "argon2id"
    assert int(costs["m"]) >= 19 * 1024 and int(costs["t"]) >= 2


async def test_the_same_password_hashes_differently_and_both_fit() -> None:
    first, second = await passwords.hashed("a long enough password"), await passwords.hashed("a long enough password")
    assert first != second
    assert await passwords.verified("a long enough password", first)
    assert await passwords.verified("a long enough password", second)
    assert not await passwords.verified("a long enough passwore", first)


async def test_nobodys_password_never_fits_and_costs_the_same() -> None:
    assert not await passwords.verified("", None)
    assert passwords._nobodys().split("$")[:4] == (await passwords.hashed("x")).split("$")[:4]


async def test_hashing_does_not_hold_the_event_loop() -> None:
    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0.001)

    counting = asyncio.create_task(count())
    await asyncio.gather(*(passwords.hashed("a long enough password") for _ in range(4)))
    counting.cancel()
    assert turns > 20


def test_invented_passwords_are_long_and_never_the_same() -> None:
    made = {passwords.invented() for _ in range(200)}
    assert len(made) == 200
    assert all(len(password) == 20 and password.isprintable() for password in made)
