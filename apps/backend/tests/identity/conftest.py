"""Identity's tests sign in hundreds of times: they do it with an Argon2 that costs next to nothing."""

from collections.abc import Iterator

import pytest
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from hibachi.identity import passwords


@pytest.fixture(scope="package", autouse=True)
def cheap_hashes() -> Iterator[None]:
    known, passwords.HASHER = passwords.HASHER, PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))
    passwords._nobodys.cache_clear()
    yield
    passwords.HASHER = known
    passwords._nobodys.cache_clear()
