"""The shop and the shipped profile, for the tests of this folder."""

from tests.business import profile
from tests.parties import shop

__all__ = ["profile", "shop"]
