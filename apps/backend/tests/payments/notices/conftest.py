"""The shop, for the tests of this folder."""

from tests.parties import shop

__all__ = ["shop"]
