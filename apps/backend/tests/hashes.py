"""Argon2id as in production, but light: its tenth of a second was most of the set-up of each test that signs in."""

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from hibachi.identity import passwords

OF_THE_PRODUCT = passwords.HASHER


def lighten() -> None:
    """From now on in this process a hash costs next to nothing."""
    passwords.HASHER = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))
