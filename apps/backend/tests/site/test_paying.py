"""A visitor pays the deposit and the rest by card: the page says what the books say, and nothing before them."""

from collections.abc import Iterator

import httpx2
import pytest
from playwright.sync_api import Page, expect

from hibachi.kit.clock import SettableClock
from hibachi.runtime import build
from tests.admin.conftest import remember
from tests.concierge.world import settings
from tests.served import ADMIN, aside, served
from tests.simulators.provider import on_a_port
from tests.simulators.stripe import KEY, SECRET, StripeSimulator
from tests.site.conftest import answer

PARTY: dict[str, object] = {"date": "2026-03-14", "time": "18:00", "zip": "94110", "adults": 14}


@pytest.fixture
def stripe(clock: SettableClock) -> Iterator[StripeSimulator]:
    with on_a_port(StripeSimulator(clock.now)) as simulator:
        yield simulator


@pytest.fixture
def site(database_url: str, clock: SettableClock, stripe: StripeSimulator) -> Iterator[str]:
    """The product with its site and an account for cards."""
    with served(database_url, clock, **keys(stripe)) as url:
        yield url


def keys(stripe: StripeSimulator) -> dict[str, str]:
    return {"STRIPE_SECRET_KEY": KEY, "STRIPE_WEBHOOK_SECRET": SECRET, "STRIPE_BASE_URL": stripe.url}


def booked(site: str) -> str:
    """Somebody said yes; the address of their party's page."""
    held = answer(site, "/api/v1/holds", PARTY | {"name": "Ann Lee", "email": "ann@example.com"})
    party = answer(site, "/api/v1/bookings", {"token": held["token"]})
    return f"{site}/party/?id={party['id']}&token={held['token']}"


def told(site: str, stripe: StripeSimulator, database_url: str, clock: SettableClock) -> None:
    """Every webhook comes, and the worker does what follows."""
    for webhook in stripe.webhooks():
        httpx2.post(f"{site}{webhook.path}", content=webhook.body, headers=webhook.headers).raise_for_status()

    async def work() -> None:
        runtime = build(settings(**keys(stripe)), database_url, clock=clock)
        await runtime.open()
        await runtime.jobs.drain()
        await runtime.close()

    aside(work)


def test_deposit_and_rest_are_paid_by_card(
    page: Page, site: str, stripe: StripeSimulator, database_url: str, clock: SettableClock
) -> None:
    party = booked(site)
    page.goto(party)
    page.get_by_role("button", name="Pay the deposit by card").click()
    expect(page.get_by_text("$100.00")).to_be_visible()
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_test_id("status")).to_have_text("Booked, waiting for the deposit")
    page.get_by_role("button", name="Pay the deposit by card").click()
    page.get_by_role("button", name="Pay").click()
    expect(page.get_by_text("We are waiting for the bank.")).to_be_visible()
    expect(page.get_by_test_id("status")).to_have_text("Booked, waiting for the deposit")
    told(site, stripe, database_url, clock)
    expect(page.get_by_test_id("status")).to_have_text("Confirmed")
    expect(page.get_by_text("Your deposit is here. Thank you!")).to_be_visible()
    page.get_by_role("button", name="Pay the rest by card").click()
    page.get_by_role("button", name="Pay").click()
    expect(page.get_by_text("We are waiting for the bank.")).to_be_visible()
    told(site, stripe, database_url, clock)
    expect(page.get_by_text("Your payment is here. Thank you!")).to_be_visible()
    expect(page.get_by_role("button", name="Pay the rest by card")).to_have_count(0)
    assert [session["status"] for session in stripe.sessions.values()] == ["complete", "complete"]
    _staff_give_back(page, site, stripe, clock, party)


def _staff_give_back(page: Page, site: str, stripe: StripeSimulator, clock: SettableClock, party: str) -> None:
    """A part of the deposit goes back to the card by the panel, and the account says so."""
    page.add_init_script(remember(site, ADMIN, clock))
    page.goto(f"{site}/admin/bookings/?id={party.split('id=')[1].split('&')[0]}")
    page.get_by_role("button", name="Refund the deposit of $100").click()
    page.get_by_label("Amount in dollars").fill("40")
    page.get_by_label("Reason").fill("fewer guests")
    page.get_by_role("button", name="Refund to the card").click()
    expect(page.get_by_text("$40 to pay")).to_be_visible()
    assert [refund["amount"] for refund in stripe.refunds.values()] == [40_00]
    page.get_by_role("button", name="Link to pay by card").click()
    expect(page.get_by_text("For the deposit of $40")).to_be_visible()
    newest = list(stripe.sessions.values())[-1]
    assert page.get_by_label("Send this to whoever pays").input_value() == newest["url"]
