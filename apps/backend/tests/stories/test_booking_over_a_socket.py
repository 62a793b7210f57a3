"""A whole party over the web chat's socket: with a reload in the middle, and a colleague who takes over and hands back."""

import httpx2
import psycopg
from psycopg.rows import dict_row

from hibachi.kit.clock import SettableClock
from tests.channels.webchat.browser import browser
from tests.served import admin_token, served

PARTY = """
    SELECT status, event_date::text AS day, adults, name, total_amount FROM bookings
"""


def test_a_party_over_a_socket(database_url: str, clock: SettableClock) -> None:
    with served(database_url, clock) as url:
        with browser(url) as tab:
            assert "$1,100" in tab.ask("how much for 20 adults on saturday march 14 2026 at 6pm in 95112?")
            tab.say("Great, let's book it. I'm Dana Ruiz, 408-555-0123, dana@example.com")
            tab.of_type("accepted")
            thread, seen = tab.conversation_id, tab.last
        with browser(url) as tab:  # the page was reloaded while the concierge was thinking
            tab.send(type="hello", conversation_id=thread, after=seen)
            held = tab.reply()
            assert held["role"] == "ai"
            staff = httpx2.Client(
                base_url=f"{url}/api/v1/admin", headers={"Authorization": f"Bearer {admin_token(url)}"}
            )
            with staff:
                staff.post(f"/conversations/{thread}/take-over", json={"reason": "to say hello"}).raise_for_status()
                staff.post(f"/conversations/{thread}/reply", json={"text": "Olga here: we look forward to it!"})
                assert tab.reply()["role"] == "human"
                staff.post(f"/conversations/{thread}/hand-back").raise_for_status()
            tab.until(lambda frame: frame == {"type": "speaker", "speaker": "ai"})
            tab.ask("yes, please book it")
        with browser(url) as tab:
            tab.send(type="hello", conversation_id=thread)
            tab.until(lambda frame: frame["type"] == "message" and frame["text"] == "yes, please book it")
            tab.reply()
            roles = [frame["role"] for frame in tab.messages]
            assert roles == ["customer", "ai", "customer", "ai", "human", "customer", "ai"]
    with psycopg.connect(database_url.replace("+psycopg", ""), row_factory=dict_row) as connection:
        [party] = connection.execute(PARTY).fetchall()
    assert (party["status"], party["day"], party["adults"], party["name"], party["total_amount"]) == (
        "deposit_pending", "2026-03-14", 20, "Dana Ruiz", 110_000,
    )  # fmt: skip
