"""The table of roles, and the small decisions."""

from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest

from hibachi.identity import rules
from hibachi.identity.schemas import RoleName

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def test_every_role_of_the_table_can_be_given() -> None:
    assert set(get_args(RoleName)) == set(rules.ROLES)


def test_roles_hold_permissions_that_exist() -> None:
    for role, held in rules.ROLES.items():
        assert held <= set(rules.PERMISSIONS), role
        assert rules.OWN_ACCOUNT in held, role


def test_an_administrator_may_everything_and_nobody_else_makes_staff() -> None:
    assert rules.ROLES["admin"] == set(rules.PERMISSIONS)
    assert [role for role, held in rules.ROLES.items() if "users:write" in held] == ["admin"]


@pytest.mark.parametrize("permission", ["calendar:read", "bookings:write"])
def test_the_calendar_is_for_admin_and_manager(permission: str) -> None:
    """BKG-10 and BKG-11."""
    assert {role for role, held in rules.ROLES.items() if permission in held} == {"admin", "manager"}


def test_permissions_of_several_roles_add_up() -> None:
    assert rules.permissions_of(["agent", "chef"]) == rules.ROLES["agent"] | rules.ROLES["chef"]
    assert rules.permissions_of([]) == frozenset()
    with pytest.raises(KeyError):
        rules.permissions_of(["owner"])


def test_nobody_gives_more_than_they_have() -> None:
    assert rules.may_grant({"a:read", "b:read"}, {"a:read"})
    assert rules.may_grant({"a:read"}, set())
    assert not rules.may_grant({"a:read"}, {"a:read", "a:write"})


@pytest.mark.parametrize(
    ("password", "taken"),
    [
        ("a long enough password", True),
        ("x7!" * 4, False),
        ("short", False),
        ("12345678901", False),
        ("123456789012", True),
        ("p" * 300, False),
        ("anna@example.com", False),
        ("ANNA@example.COM", False),
        ("Annabella Smith", False),
        ("пароль длинный", True),
    ],
)
def test_which_passwords_are_taken(password: str, taken: bool) -> None:
    assert (rules.weakness(password, email="anna@example.com", name="annabella smith") is None) is taken


def test_ends_are_exclusive() -> None:
    assert rules.expired(NOON, NOON)
    assert not rules.expired(NOON, NOON - timedelta(microseconds=1))
    assert not rules.expired(None, NOON)


def test_a_refresh_token_of_just_before_is_taken_for_half_a_minute() -> None:
    assert rules.tolerated("a", "a", NOON, NOON + timedelta(seconds=30))
    assert not rules.tolerated("a", "a", NOON, NOON + timedelta(seconds=31))
    assert not rules.tolerated("a", "b", NOON, NOON)
    assert not rules.tolerated("a", None, NOON, NOON)
