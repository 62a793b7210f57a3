"""Conversations: what other modules may ask of them, a file a verb."""

from hibachi.conversations.drafts.rules import priority
from hibachi.conversations.escalations.rules import urgency
from hibachi.conversations.service.consent import (
    consent_in_force,
    consents,
    is_opted_out,
    note_consent,
    opt_in,
    opt_out,
)
from hibachi.conversations.service.departing import (
    accepted,
    claim,
    overdue,
    provider_ids,
    put_off,
    refused,
    report,
    report_until,
    unknown,
)
from hibachi.conversations.service.drafting import autonomy, is_drafted, set_mode
from hibachi.conversations.service.finding import after, conversations_of, newest
from hibachi.conversations.service.inbox import inbox, lately, undelivered, waiting_for_staff
from hibachi.conversations.service.measuring import (
    escalated_in,
    find_reply,
    message,
    multi_channel,
    note_feedback,
    question_of,
    row_counts,
    spoken_in,
    texts,
)
from hibachi.conversations.service.merging import on_customers_merged, on_customers_parted
from hibachi.conversations.service.moods import note_mood, recent_moods, unfelt, without_feeling
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
    packet,
    page,
    speaker,
    threads,
    unanswered,
)
from hibachi.conversations.service.receiving import receive
from hibachi.conversations.service.resending import resend
from hibachi.conversations.service.reviewing import (
    approve,
    draft,
    draft_facts,
    drafts,
    edit,
    open_draft,
    pending_draft,
    reject,
)
from hibachi.conversations.service.sending import send_reply, send_system_line, staff_reply
from hibachi.conversations.service.sms_metrics import sms_conversation, track_sms_metrics
from hibachi.conversations.service.speaking import close, escalate, hand_back, hand_over, take_over
from hibachi.conversations.service.turns import end_turn, renew_turn, take_turn
from hibachi.conversations.service.unasked import queue_unasked
from hibachi.conversations.service.waiting import reply_to, waiting

__all__ = [
    "accepted",
    "after",
    "approve",
    "autonomy",
    "claim",
    "close",
    "consent_in_force",
    "consents",
    "conversations_of",
    "customer_history",
    "detail",
    "draft",
    "draft_facts",
    "drafts",
    "edit",
    "edit_message",
    "end_turn",
    "escalate",
    "escalated_in",
    "find_message",
    "find_reply",
    "get",
    "get_context",
    "hand_back",
    "hand_over",
    "history",
    "inbox",
    "is_drafted",
    "is_opted_out",
    "lately",
    "letter",
    "message",
    "multi_channel",
    "newest",
    "note_booking",
    "note_consent",
    "note_feedback",
    "note_mood",
    "numbers",
    "on_customers_merged",
    "on_customers_parted",
    "open_draft",
    "opt_in",
    "opt_out",
    "overdue",
    "packet",
    "page",
    "parcels",
    "pending_draft",
    "post",
    "post_answered",
    "post_lost",
    "priority",
    "provider_ids",
    "put_off",
    "question_of",
    "queue_unasked",
    "rate",
    "receive",
    "recent_moods",
    "refused",
    "reject",
    "renew_turn",
    "reply_to",
    "report",
    "report_until",
    "resend",
    "row_counts",
    "send_reply",
    "send_system_line",
    "set_mode",
    "sms_conversation",
    "speaker",
    "spoken_in",
    "staff_reply",
    "take_over",
    "take_turn",
    "texts",
    "threads",
    "track_sms_metrics",
    "unanswered",
    "undelivered",
    "unfelt",
    "unknown",
    "urgency",
    "waiting",
    "waiting_for_staff",
    "without_feeling",
]
