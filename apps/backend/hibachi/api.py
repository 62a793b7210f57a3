"""Joins every module's routes; no logic."""

from fastapi import APIRouter

from hibachi.audit.api import router as audit
from hibachi.bookings.api import router as bookings
from hibachi.calendar.api import router as calendar
from hibachi.channels.feedback.api import router as feedback
from hibachi.channels.feedback.api import staff as feedback_for_staff
from hibachi.channels.feedback.api import web as feedback_pages
from hibachi.channels.live.api import router as live
from hibachi.channels.meta.api import router as meta
from hibachi.channels.notices.api import router as notices
from hibachi.channels.reviews.api import modes as draft_modes
from hibachi.channels.reviews.api import router as reviews
from hibachi.channels.sms.ringcentral.api import router as ringcentral
from hibachi.channels.sms.twilio.api import router as twilio
from hibachi.channels.unsubscribe.api import router as unsubscribe
from hibachi.channels.webchat.api import router as webchat
from hibachi.concierge.assistant.api import router as assistant
from hibachi.concierge.crm.api import router as crm_notes
from hibachi.concierge.metrics_api import router as concierge_metrics
from hibachi.concierge.quotes_api import router as told_quotes
from hibachi.conversations.api import router as conversations
from hibachi.conversations.consent_api import router as consent
from hibachi.crew.api import router as crew
from hibachi.customers.api import router as customers
from hibachi.growth.api import router as growth
from hibachi.growth.api import visitors as leads_of_visitors
from hibachi.growth.newsletters.api import router as newsletter
from hibachi.growth.newsletters.api import staff as newsletters_for_staff
from hibachi.growth.referrals.api import router as referrals
from hibachi.growth.referrals.api import staff as referrals_for_staff
from hibachi.growth.reviews.api import router as reviews_of_parties
from hibachi.growth.reviews.api import staff as reviews_for_staff
from hibachi.identity.api import router as identity
from hibachi.journeys.api import router as journeys
from hibachi.knowledge.api import router as knowledge
from hibachi.learning.human_feedback.api import in_threads as improved_in_threads
from hibachi.learning.human_feedback.api import router as human_feedback
from hibachi.learning.scripts.api import router as scripts
from hibachi.memory.api import router as memory
from hibachi.menu.api import router as menu
from hibachi.payments.api import router as payments
from hibachi.payments.cards.api import router as cards
from hibachi.payments.instructions.api import router as payment_instructions
from hibachi.payments.notices.api import router as payment_notices
from hibachi.policies.api import router as policies
from hibachi.quotes.api import router as quotes
from hibachi.travel.api import router as travel

router = APIRouter()
for part in (
    identity, policies, menu, travel, crew, memory, customers, quotes, calendar, payments, payment_notices, payment_instructions, cards,
    bookings, conversations, consent, growth, journeys, knowledge, leads_of_visitors, referrals, referrals_for_staff,
    newsletter, newsletters_for_staff, reviews_of_parties, reviews_for_staff, concierge_metrics, assistant, crm_notes, told_quotes, feedback, feedback_for_staff, draft_modes, notices, audit,
    human_feedback, improved_in_threads, scripts, webchat, live, unsubscribe, twilio, ringcentral, meta, reviews, feedback_pages,
):  # fmt: skip
    router.routes.extend(part.routes)  # as they are, with their whole paths: to include them would make each once more
