"""Parties for the panel's tests, made as staff make them."""

from typing import Any

from tests.admin.conftest import Office

SATURDAY = "2026-03-14"


def party(office: Office, name: str, time: str = "18:00", date: str = SATURDAY, **said: Any) -> dict[str, Any]:
    """A party of twelve adults in San José that staff bring in; confirmed unless said otherwise."""
    body: dict[str, Any] = {
        "date": date,
        "time": time,
        "zip": "95112",
        "adults": 12,
        "status": "confirmed",
        "name": name,
    }
    made: dict[str, Any] = office.ask("POST", "/api/v1/admin/bookings/import", **body | said)
    return made


def now_of(office: Office, made: dict[str, Any]) -> dict[str, Any]:
    """A party as the API tells it now."""
    found: dict[str, Any] = office.ask("GET", f"/api/v1/admin/bookings/{made['id']}")
    return found
