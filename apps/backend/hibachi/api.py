"""Joins every module's routes under /api/v1; no logic."""

from fastapi import APIRouter

from hibachi.audit.api import router as audit
from hibachi.bookings.api import router as bookings
from hibachi.calendar.api import router as calendar
from hibachi.channels.meta.api import router as meta
from hibachi.channels.sms.ringcentral.api import router as ringcentral
from hibachi.channels.sms.twilio.api import router as twilio
from hibachi.channels.unsubscribe.api import router as unsubscribe
from hibachi.channels.webchat.api import router as webchat
from hibachi.concierge.metrics_api import router as concierge_metrics
from hibachi.conversations.api import router as conversations
from hibachi.crew.api import router as crew
from hibachi.customers.api import router as customers
from hibachi.growth.api import router as growth
from hibachi.identity.api import router as identity
from hibachi.menu.api import router as menu
from hibachi.policies.api import router as policies
from hibachi.quotes.api import router as quotes
from hibachi.travel.api import router as travel

router = APIRouter(prefix="/api/v1")
for module in (
    identity, policies, menu, travel, crew, customers, quotes, calendar, bookings, conversations, growth,
    concierge_metrics, audit, webchat, unsubscribe, twilio, ringcentral, meta,
):  # fmt: skip
    router.include_router(module)
