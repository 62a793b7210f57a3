"""Conversations: what other modules may ask of them, a file a verb."""

from hibachi.conversations.service.consent import (
    consent_in_force,
    consents,
    is_opted_out,
    note_consent,
    opt_in,
    opt_out,
)
from hibachi.conversations.service.departing import accepted, claim, overdue, put_off, refused, report, unknown
from hibachi.conversations.service.finding import after, conversations_of, newest
from hibachi.conversations.service.merging import on_customers_merged
from hibachi.conversations.service.moods import moods, note_mood, unfelt, without_feeling
from hibachi.conversations.service.outcomes import edit_message, note_booking, rate
from hibachi.conversations.service.posting import letter, parcels, post, post_answered, post_lost
from hibachi.conversations.service.reading import (
    customer_history,
    detail,
    find_message,
    get,
    get_context,
    history,
    numbers,
    page,
    speaker,
    threads,
    unanswered,
)
from hibachi.conversations.service.receiving import receive
from hibachi.conversations.service.resending import resend
from hibachi.conversations.service.sending import send_reply, send_system_line, staff_reply
from hibachi.conversations.service.speaking import close, escalate, hand_back, take_over
from hibachi.conversations.service.turns import end_turn, renew_turn, take_turn
from hibachi.conversations.service.unasked import queue_unasked
from hibachi.conversations.service.waiting import reply_to, waiting

__all__ = [
    "accepted",
    "after",
    "claim",
    "close",
    "consent_in_force",
    "consents",
    "conversations_of",
    "customer_history",
    "detail",
    "edit_message",
    "end_turn",
    "escalate",
    "find_message",
    "get",
    "get_context",
    "hand_back",
    "history",
    "is_opted_out",
    "letter",
    "moods",
    "newest",
    "note_booking",
    "note_consent",
    "note_mood",
    "numbers",
    "on_customers_merged",
    "opt_in",
    "opt_out",
    "overdue",
    "page",
    "parcels",
    "post",
    "post_answered",
    "post_lost",
    "put_off",
    "queue_unasked",
    "rate",
    "receive",
    "refused",
    "renew_turn",
    "reply_to",
    "report",
    "resend",
    "send_reply",
    "send_system_line",
    "speaker",
    "staff_reply",
    "take_over",
    "take_turn",
    "threads",
    "unanswered",
    "unfelt",
    "unknown",
    "waiting",
    "without_feeling",
]
