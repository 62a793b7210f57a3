"""Every route, walked as nobody, as each role, and with a key: who gets in stands in one table, and nowhere else.

A new route fails here until it has a line in the table; a line is a decision.
"""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import uuid4

import httpx2
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from hibachi.identity.rules import PERMISSIONS
from hibachi.kit.db import Database
from hibachi.kit.http import access_of, routes_of
from hibachi.runtime import Runtime
from tests.web import client_of, headers_of, member

ROLES = ("admin", "manager", "agent", "chef")
EVERYBODY = ("nobody", *ROLES)
OFFICE = ("admin", "manager", "agent")
LEADERS = ("admin", "manager")

TABLE: dict[tuple[str, ...], str] = {
    EVERYBODY: """
        GET /api/health
        GET /api/v1/health/ai
        POST /api/v1/chat/messages
        POST /api/v1/chat/stream
        POST /api/v1/webhooks/twilio/sms
        POST /api/v1/webhooks/twilio/status/{outbox_id}
        POST /api/v1/webhooks/ringcentral/{secret}
        GET /api/v1/webhooks/meta
        POST /api/v1/webhooks/meta
        POST /api/v1/ai/feedback
        POST /api/v1/ai/orchestrator/feedback
        POST /api/v1/ai/feedback/survey
        GET /feedback/{token}
        POST /feedback/{token}
        GET /thank-you-for-feedback
        POST /api/v1/auth/token
        POST /api/v1/auth/refresh
        POST /api/v1/auth/logout
        GET /api/v1/policies/public
        GET /api/v1/policies/processors
        GET /api/v1/menu
        GET /api/v1/travel-fee
        POST /api/v1/quotes
        GET /api/v1/quotes/{quote_id}
        GET /api/v1/openings
        POST /api/v1/holds
        POST /api/v1/bookings
        GET /api/v1/bookings/{booking_id}
        POST /api/v1/bookings/{booking_id}/change-preview
        POST /api/v1/bookings/{booking_id}/change
        POST /api/v1/bookings/{booking_id}/cancel-preview
        POST /api/v1/bookings/{booking_id}/cancel
        GET /api/v1/bookings/{booking_id}/documents
        GET /api/v1/bookings/{booking_id}/documents/{document_id}.pdf
        GET /api/v1/choices/{link}
        PUT /api/v1/choices/{link}
        GET /api/v1/bookings/{booking_id}/guests
        POST /api/v1/bookings/{booking_id}/guests/link
        DELETE /api/v1/bookings/{booking_id}/guests/{choice_id}
        POST /api/v1/bookings/{booking_id}/guests/take-over-preview
        POST /api/v1/bookings/{booking_id}/guests/take-over
        GET /api/v1/stripe/config
        POST /api/v1/stripe/checkout
        POST /api/v1/stripe/webhook
        GET /api/v1/unsubscribe/{token}
        POST /api/v1/unsubscribe/{token}
        POST /api/v1/leads
        POST /api/v1/referrals/mine
        POST /api/v1/referrals/claims
        GET /api/v1/reviews
        GET /api/v1/reviews/asked
        POST /api/v1/reviews
        POST /api/v1/newsletter/subscribe
        POST /api/v1/newsletter/confirm
        POST /api/v1/newsletter/leave
        GET /api/v1/newsletter/go/{token}
    """,
    ROLES: """
        GET /api/v1/auth/me
        POST /api/v1/admin/assistant/ask
        GET /api/v1/admin/assistant/reports/{tool}.csv
        POST /api/v1/auth/password
        POST /api/v1/auth/second-factor
        POST /api/v1/auth/second-factor/confirm
        POST /api/v1/auth/second-factor/off
    """,
    OFFICE: """
        GET /api/v1/admin/policies
        GET /api/v1/admin/policies/versions
        GET /api/v1/admin/policies/versions/{version}
        GET /api/v1/admin/customers
        GET /api/v1/admin/customers/{customer_id}
        PATCH /api/v1/admin/customers/{customer_id}
        GET /api/v1/admin/customers/duplicates
        GET /api/v1/admin/customers/{customer_id}/merges
        GET /api/v1/admin/customers/memory-findings
        GET /api/v1/admin/customers/{customer_id}/memory
        GET /api/v1/admin/customers/{customer_id}/recall
        POST /api/v1/admin/customers/{customer_id}/memory
        POST /api/v1/admin/customers/{customer_id}/memory/{memory_id}/confirm
        DELETE /api/v1/admin/customers/{customer_id}/memory/{memory_id}
        GET /api/v1/admin/conversations/multi-channel
        GET /api/v1/admin/conversations/inbox
        GET /api/v1/admin/conversations/waiting
        GET /api/v1/admin/conversations/undelivered
        GET /api/v1/admin/conversations/sms-metrics
        GET /api/v1/admin/conversations/{conversation_id}/sms-metrics
        GET /api/v1/admin/feedback
        GET /api/v1/admin/knowledge-gaps
        POST /api/v1/admin/knowledge-gaps/{gap_id}/close
        GET /api/v1/admin/knowledge
        GET /api/v1/admin/knowledge/search
        GET /api/v1/admin/knowledge/versions
        GET /api/v1/admin/knowledge/versions/{number}
        GET /api/v1/admin/knowledge/candidates
        GET /api/v1/admin/notices
        GET /api/v1/admin/notices/recipients
        GET /api/v1/admin/bookings
        GET /api/v1/admin/quotes
        GET /api/v1/admin/bookings/{booking_id}
        GET /api/v1/admin/bookings/{booking_id}/guests
        GET /api/v1/admin/bookings/{booking_id}/payments
        GET /api/v1/admin/bookings/{booking_id}/documents
        GET /api/v1/admin/bookings/{booking_id}/documents/{document_id}.pdf
        GET /api/v1/admin/findings
        GET /api/v1/admin/payments/cards/{receivable_id}
        GET /api/v1/admin/payments/notices
        GET /api/v1/admin/payments/instructions
        POST /api/v1/admin/payments/instructions/{booking_id}/sent
        GET /api/v1/admin/payments
        GET /api/v1/admin/payments/accounts
        GET /api/v1/admin/customers/{customer_id}/consent
        POST /api/v1/admin/customers/{customer_id}/opt-outs
        GET /api/v1/admin/conversations
        GET /api/v1/admin/conversations/{conversation_id}
        POST /api/v1/admin/conversations/{conversation_id}/take-over
        POST /api/v1/admin/conversations/{conversation_id}/reply
        POST /api/v1/admin/conversations/{conversation_id}/hand-back
        POST /api/v1/admin/conversations/{conversation_id}/close
        POST /api/v1/admin/conversations/{conversation_id}/satisfaction
        PATCH /api/v1/admin/conversations/{conversation_id}/messages/{message_id}
        GET /api/v1/admin/human-feedback/needing-review
        GET /api/v1/admin/human-feedback/messages/{ai_message_id}
        GET /api/v1/admin/human-feedback/corpus
        POST /api/v1/admin/human-feedback
        GET /api/v1/admin/scripts
        GET /api/v1/admin/scripts/proposals
        POST /api/v1/admin/scripts/proposals
        POST /api/v1/admin/scripts/{key}/removal
        GET /api/v1/admin/conversations/{conversation_id}/notes
        GET /api/v1/admin/customers/{customer_id}/notes
        PATCH /api/v1/admin/crm-notes/{note_id}
        GET /api/v1/admin/leads
        POST /api/v1/admin/leads
        GET /api/v1/admin/journeys
        GET /api/v1/admin/journeys/plan
        GET /api/v1/admin/journeys/words
        GET /api/v1/admin/leads/conversion
        GET /api/v1/admin/leads/{lead_id}
        POST /api/v1/admin/leads/{lead_id}/follow-up
        POST /api/v1/admin/leads/{lead_id}/lost
        GET /api/v1/admin/referrals
        GET /api/v1/admin/referrals/sums
        GET /api/v1/admin/reviews
        GET /api/v1/admin/reviews/sums
        GET /api/v1/admin/newsletters
        POST /api/v1/admin/newsletters
        GET /api/v1/admin/newsletters/subscribers
        GET /api/v1/admin/newsletters/{newsletter_id}
        PUT /api/v1/admin/newsletters/{newsletter_id}
        POST /api/v1/admin/reviews/{review_id}/publish
        POST /api/v1/admin/reviews/{review_id}/decline
        PUT /api/v1/admin/reviews/{review_id}/reply
    """,
    ("admin", "manager", "chef"): """
        GET /api/v1/admin/stations
        GET /api/v1/admin/chefs
    """,
    LEADERS: """
        POST /api/v1/admin/stations
        POST /api/v1/admin/chefs
        PATCH /api/v1/admin/chefs/{chef_id}
        GET /api/v1/admin/blocks
        POST /api/v1/admin/blocks
        DELETE /api/v1/admin/blocks/{block_id}
        GET /api/v1/admin/weekly
        GET /api/v1/admin/calendar
        GET /api/v1/admin/run-sheet
        GET /api/v1/admin/health
        PATCH /api/v1/admin/{booking_id:uuid}
        POST /api/v1/admin/bookings/import
        POST /api/v1/admin/bookings/{booking_id}/change-preview
        POST /api/v1/admin/bookings/{booking_id}/deposit
        POST /api/v1/admin/bookings/{booking_id}/payments/checkout
        POST /api/v1/admin/payments/card-refunds
        POST /api/v1/admin/bookings/{booking_id}/place
        POST /api/v1/admin/bookings/{booking_id}/cancel-preview
        POST /api/v1/admin/bookings/{booking_id}/cancel
        POST /api/v1/admin/bookings/{booking_id}/no-show
        POST /api/v1/admin/bookings/{booking_id}/complete
        POST /api/v1/admin/bookings/{booking_id}/payments
        POST /api/v1/admin/bookings/{booking_id}/invoices
        POST /api/v1/admin/bookings/{booking_id}/invoices/{invoice_id}/void
        POST /api/v1/admin/bookings/{booking_id}/payments/{entry_id}/refunds
        GET /api/v1/admin/payments/export.csv
        POST /api/v1/admin/payments/notices/{notice_id}/accept
        POST /api/v1/admin/payments/notices/{notice_id}/dismiss
        GET /api/v1/admin/concierge/agents
        POST /api/v1/admin/knowledge
        PUT /api/v1/admin/knowledge/{entry_id}
        POST /api/v1/admin/knowledge/{entry_id}/confirm
        DELETE /api/v1/admin/knowledge/{entry_id}
        POST /api/v1/admin/knowledge/versions
        POST /api/v1/admin/knowledge/versions/{number}/approve
        POST /api/v1/admin/knowledge/versions/{number}/reject
        POST /api/v1/admin/knowledge/versions/{number}/roll-back
        POST /api/v1/admin/knowledge/candidates
        POST /api/v1/admin/knowledge/candidates/{candidate_id}/accept
        POST /api/v1/admin/knowledge/candidates/{candidate_id}/dismiss
        POST /api/v1/admin/knowledge-gaps/{gap_id}/answer
        GET /api/v1/admin/customers/{customer_id}/export
        POST /api/v1/admin/customers/{customer_id}/forget
        POST /api/v1/admin/customers/{customer_id}/merge-preview
        POST /api/v1/admin/customers/merges/{merge_id}/undo-preview
        POST /api/v1/admin/customers/{customer_id}/merge
        POST /api/v1/admin/customers/merges/{merge_id}/undo
        GET /api/v1/ai/feedback/stats
        GET /api/v1/ai/feedback/learning
        GET /api/v1/admin/drafts/modes
        GET /api/admin/emails/pending
        GET /api/admin/emails/{draft_id}
        POST /api/admin/emails/{draft_id}/open
        POST /api/admin/emails/{draft_id}/approve
        PUT /api/admin/emails/{draft_id}/edit
        POST /api/admin/emails/{draft_id}/reject
        POST /api/v1/admin/feedback/approvals/{draft_id}
        POST /api/v1/admin/referrals/codes
        POST /api/v1/admin/referrals/{referral_id}/settle
        POST /api/v1/admin/referrals/{referral_id}/void
        POST /api/v1/admin/reviews/{review_id}/reply/approve
        POST /api/v1/admin/newsletters/{newsletter_id}/approve
        POST /api/v1/admin/newsletters/{newsletter_id}/stop
    """,
    ("admin",): """
        PATCH /api/v1/admin/policies
        POST /api/v1/admin/policies/preview
        POST /api/v1/admin/scripts/proposals/{proposal_id}/release
        POST /api/v1/admin/scripts/proposals/{proposal_id}/reject
        POST /api/v1/admin/scripts/proposals/{proposal_id}/undo
        PUT /api/v1/admin/drafts/modes
        POST /api/v1/admin/notices/recipients
        DELETE /api/v1/admin/notices/recipients/{recipient_id}
        GET /api/v1/admin/roles
        GET /api/v1/admin/users
        POST /api/v1/admin/users
        PATCH /api/v1/admin/users/{user_id}
        POST /api/v1/admin/users/{user_id}/password
        DELETE /api/v1/admin/users/{user_id}/second-factor
        GET /api/v1/admin/api-keys
        POST /api/v1/admin/api-keys
        DELETE /api/v1/admin/api-keys/{key_id}
        GET /api/v1/admin/audit
    """,
}
WHO = {line.strip(): who for who, lines in TABLE.items() for line in lines.strip().splitlines()}

BODIES = {
    "POST /api/v1/admin/users": {"email": "new@example.com", "name": "New", "roles": ["chef"]},
    "POST /api/v1/admin/api-keys": {"name": "till", "scopes": ["crew:read"]},
    "PATCH /api/v1/admin/policies": {"changes": {"business": {"phone": "+14085550100"}}, "note": "moved"},
    "POST /api/v1/admin/stations": {"name": "South", "zip": "95112"},
    "POST /api/v1/admin/blocks": {"chef_id": 1, "start": "2026-04-01T18:00:00Z", "end": "2026-04-01T20:00:00Z"},
    "PUT /api/v1/admin/drafts/modes": {"channel": "email", "drafting": True, "reason": "the first fifty"},
    "POST /api/v1/admin/leads": {"name": "New", "phone": "(408) 555-0199"},
    "POST /api/v1/admin/scripts/proposals": {"situation": "upsell", "text": "Treat them to more.", "note": "more"},
    "POST /api/v1/admin/knowledge": {"title": "Is there a dress code?", "text": "Come as you like."},
}
"""Requests that would change something, if they were let in."""


def address(path: str) -> str:
    """The path with an id that nothing has."""
    numbered = re.sub(r"\{(chef_id|version|number)[^}]*\}", "999999", path)
    return re.sub(r"\{[^}]*\}", str(uuid4()), numbered)


@dataclass
class Walk:
    """A client, and with which headers each caller comes."""

    client: httpx2.AsyncClient
    callers: dict[str, dict[str, str]]

    async def ask(self, route: str, headers: dict[str, str]) -> httpx2.Response:
        method, path = route.split(" ")
        body = None if method == "GET" else BODIES.get(route, {})
        return await self.client.request(method, address(path), json=body, headers=headers)

    async def key(self, *scopes: str) -> dict[str, str]:
        body = {"name": " ".join(scopes), "scopes": list(scopes)}
        made = await self.client.post("/api/v1/admin/api-keys", json=body, headers=self.callers["admin"])
        return {"X-API-Key": made.json()["secret"]}


@pytest.fixture
async def walk(app: FastAPI, runtime: Runtime) -> AsyncIterator[Walk]:
    async with client_of(app) as client:
        callers: dict[str, dict[str, str]] = {"nobody": {}}
        for role in ROLES:
            await member(runtime.db, role, email=f"{role}@staff.example.com")
            callers[role] = await headers_of(client, f"{role}@staff.example.com")
        yield Walk(client, callers)


async def world(db: Database) -> dict[str, str]:
    """A digest of every table."""
    async with db.transaction() as tx:
        tables = (
            await tx.session.execute(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
        ).scalars()
        found = {}
        for table in tables.all():
            digest = text(f"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {table} t")
            found[table] = str((await tx.session.execute(digest)).scalar())
        return found


async def test_the_table_names_every_route_and_no_other(app: FastAPI) -> None:
    declared = {f"{method} {route.path}" for route in routes_of(app) for method in route.methods or ()}
    assert declared - set(WHO) == set(), "routes that nobody decided about"
    assert set(WHO) - declared == set(), "lines without a route"
    assert len(WHO) == sum(len(lines.strip().splitlines()) for lines in TABLE.values()), "a line stands twice"


async def test_every_permission_that_a_route_asks_for_exists(app: FastAPI) -> None:
    asked = {access.permission for route in routes_of(app) for access in access_of(route)} - {None}
    assert asked <= set(PERMISSIONS)


async def test_who_may_gets_in_and_nothing_breaks(walk: Walk) -> None:
    wrong = []
    for route, who in WHO.items():
        for caller in who:
            answer = await walk.ask(route, walk.callers[caller])
            if answer.status_code in (401, 403) or answer.status_code >= 500:
                wrong.append(f"{caller}: {route} {answer.status_code} {answer.text[:200]}")
    assert wrong == []


async def test_who_may_not_is_refused_and_changes_nothing(walk: Walk, runtime: Runtime) -> None:
    before, wrong = await world(runtime.db), []
    for route, who in WHO.items():
        for caller in set(EVERYBODY) - set(who):
            answer = await walk.ask(route, walk.callers[caller])
            expected = (401, "unauthenticated") if caller == "nobody" else (403, "forbidden")
            if (answer.status_code, answer.json()["code"]) != expected:
                wrong.append(f"{caller}: {route} {answer.status_code}")
    assert wrong == []
    assert await world(runtime.db) == before


async def test_a_key_opens_what_its_scope_says(walk: Walk, app: FastAPI, runtime: Runtime) -> None:
    permission = {
        f"{method} {route.path}": access_of(route)[0].permission
        for route in routes_of(app)
        for method in route.methods or ()
    }
    keys = {scope: await walk.key(scope) for scope in PERMISSIONS if scope != "account:own"}
    before, wrong = await world(runtime.db), []
    for route in sorted(WHO):
        needed = permission[route]
        refused = [scope for scope in keys if scope != needed][:: len(keys) // 4]
        for scope in refused if needed else []:
            answer = await walk.ask(route, keys[scope])
            if (answer.status_code, answer.json()["code"]) != (403, "forbidden"):
                wrong.append(f"{scope}: {route} {answer.status_code}")
    assert wrong == []
    assert await world(runtime.db) == before
    for route, needed in permission.items():
        if needed in keys and (await walk.ask(route, keys[needed])).status_code in (401, 403):
            wrong.append(f"{needed}: {route}")
    # A key gives no more than it has: alone, users:write makes neither a chef nor a key.
    assert wrong == ["users:write: POST /api/v1/admin/users", "users:write: POST /api/v1/admin/api-keys"]


async def test_a_bad_token_is_nobody_everywhere(walk: Walk, runtime: Runtime, app: FastAPI) -> None:
    asked = [route for route, who in WHO.items() if "nobody" not in who]
    for route in asked:
        assert (await walk.ask(route, {"Authorization": "Bearer forged"})).status_code == 401, route
        assert (await walk.ask(route, {"X-API-Key": "hib_forged"})).status_code == 401, route


@pytest.mark.parametrize("route", BODIES)
async def test_every_write_of_staff_leaves_its_trace(walk: Walk, runtime: Runtime, route: str) -> None:
    """SEC-03: who, in the same transaction; and the same request without the right leaves none."""
    assert (await walk.ask(route, walk.callers["nobody"])).status_code == 401
    assert await traces(runtime.db) == []
    answer = await walk.ask(route, walk.callers["admin"])
    assert answer.status_code in (200, 201), answer.text
    [actor] = await traces(runtime.db)
    assert actor == "admin@staff.example.com"


async def test_looking_at_the_week_is_logged(walk: Walk, runtime: Runtime) -> None:
    """BKG-10 and SEC-03."""
    for caller, status in (("nobody", 401), ("agent", 403), ("chef", 403), ("manager", 200), ("admin", 200)):
        answer = await walk.ask("GET /api/v1/admin/weekly", walk.callers[caller])
        assert answer.status_code == status, caller
    assert await traces(runtime.db) == ["manager@staff.example.com", "admin@staff.example.com"]


async def traces(db: Database) -> list[str]:
    """Who left audit entries as a member of staff, in order."""
    async with db.transaction() as tx:
        query = text("SELECT actor_name FROM audit_log WHERE actor_kind = 'staff' ORDER BY id")
        return list((await tx.session.execute(query)).scalars())
