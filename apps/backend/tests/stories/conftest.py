"""The stage of the API's tests: the product, founded, and an admin's key."""

from tests.api.conftest import stage

__all__ = ["stage"]
