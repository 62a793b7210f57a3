"""Conversations: what other modules may ask of them, a file a verb."""

from hibachi.conversations.service.consent import is_opted_out, opt_in, opt_out
from hibachi.conversations.service.merging import on_customers_merged
from hibachi.conversations.service.moods import feelings, note_feeling, unfelt, without_feeling
from hibachi.conversations.service.outcomes import edit_message, note_booking, rate
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
from hibachi.conversations.service.sending import send_reply, send_system_line, staff_reply
from hibachi.conversations.service.speaking import close, escalate, hand_back, take_over
from hibachi.conversations.service.turns import end_turn, renew_turn, take_turn
from hibachi.conversations.service.waiting import reply_to, waiting

__all__ = [
    "close",
    "customer_history",
    "detail",
    "edit_message",
    "end_turn",
    "escalate",
    "feelings",
    "find_message",
    "get",
    "get_context",
    "hand_back",
    "history",
    "is_opted_out",
    "note_booking",
    "note_feeling",
    "numbers",
    "on_customers_merged",
    "opt_in",
    "opt_out",
    "page",
    "rate",
    "receive",
    "renew_turn",
    "reply_to",
    "send_reply",
    "send_system_line",
    "speaker",
    "staff_reply",
    "take_over",
    "take_turn",
    "threads",
    "unanswered",
    "unfelt",
    "waiting",
    "without_feeling",
]
