"""What each role may do, and the numbers of security: how long, how often."""

from collections.abc import Iterable
from datetime import datetime, timedelta

OWN_ACCOUNT = "account:own"
"""Held by everyone who signed in: read oneself, change one's password, sign out."""

PERMISSIONS = {
    OWN_ACCOUNT: "Read oneself, change one's password, sign out",
    "audit:read": "Read who did what",
    "bookings:read": "Read parties",
    "bookings:write": "Make, change and cancel parties, record deposits",
    "calendar:read": "See the week",
    "calendar:write": "Block and unblock times",
    "conversations:read": "Read conversations",
    "conversations:write": "Answer, take over, hand back and close conversations",
    "crew:read": "See stations and chefs",
    "crew:write": "Change stations and chefs",
    "customers:forget": "Forget a customer for good, and export all that is kept of them",
    "customers:merge": "Say that two customers are one person, and part them again",
    "customers:read": "See customers",
    "customers:write": "Correct customers",
    "drafts:review": "Approve, edit and reject replies that wait",
    "knowledge:read": "See what the concierge knows",
    "knowledge:write": "Change and approve what the concierge knows",
    "leads:read": "See leads",
    "leads:write": "Work on leads",
    "metrics:read": "See the health and the numbers of the system",
    "payments:export": "Export the ledger of money",
    "payments:read": "See what was paid",
    "payments:write": "Record payments and refunds",
    "policies:read": "See the owner's numbers",
    "policies:write": "Change the owner's numbers",
    "referrals:read": "See who came through whom, and what is owed for it",
    "referrals:write": "Make codes, note that a credit was given, say that there is none",
    "reviews:read": "Read reviews, published or not",
    "reviews:write": "Publish and decline reviews, write what we would answer",
    "users:read": "See staff and keys",
    "users:write": "Make staff and keys, give and take roles",
}

_OFFICE = {
    OWN_ACCOUNT,
    "bookings:read",
    "conversations:read",
    "conversations:write",
    "customers:read",
    "customers:write",
    "knowledge:read",
    "leads:read",
    "leads:write",
    "payments:read",
    "policies:read",
    "referrals:read",
    "reviews:read",
    "reviews:write",
}

ADMIN = "admin"
ROLES: dict[str, frozenset[str]] = {
    ADMIN: frozenset(PERMISSIONS),
    "manager": frozenset(PERMISSIONS) - {"audit:read", "policies:write", "users:read", "users:write"},
    "agent": frozenset(_OFFICE),
    "chef": frozenset({OWN_ACCOUNT, "crew:read"}),
}
"""Role → its permissions. The database is made equal to this at every start."""

ACCESS_LASTS = timedelta(minutes=15)
SESSION_LASTS = timedelta(days=14)
REFRESH_GRACE = timedelta(seconds=30)
ATTEMPTS = 10
ATTEMPTS_WINDOW = timedelta(minutes=15)
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 200


def account(email: str) -> str:
    """Under which name attempts to sign in are counted."""
    return email.strip().lower()


def may_grant(held: Iterable[str], wanted: Iterable[str]) -> bool:
    """Whether somebody may give or touch these permissions: never more than they hold themselves."""
    return set(wanted) <= set(held)


def permissions_of(roles: Iterable[str]) -> frozenset[str]:
    """Everything that the roles allow together."""
    return frozenset().union(*(ROLES[role] for role in roles))


def weakness(password: str, *, email: str, name: str) -> str | None:
    """Why a password is not taken, or None: length counts, not the kinds of characters."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        return f"A password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters."
    if len(set(password)) < 5:
        return "A password needs at least five different characters."
    plain = password.casefold()
    if plain in {email.casefold(), name.casefold()}:
        return "A password is not one's own name or address."
    return None


def expired(at: datetime | None, now: datetime) -> bool:
    """Whether something that ends at an instant (None: never) has ended."""
    return at is not None and at <= now


def tolerated(presented: object, previous: object, rotated_at: datetime, now: datetime) -> bool:
    """Whether the refresh token of just before is taken once more: two tabs refresh at the same moment."""
    return presented == previous and now - rotated_at <= REFRESH_GRACE
