"""Pure decisions about notices: who is told, and in which words."""

from hibachi.channels.notices.schemas import Alarm, NoticeKind
from hibachi.conversations.schemas import Urgency

RANK: dict[Urgency, int] = {"low": 0, "normal": 1, "high": 2, "urgent": 3}
MOST_ATTEMPTS = 8
LONGEST_SMS = 160
MATTERS = {
    "validation_failure": "a reply could not be checked",
    "no_model_answered": "no model answered",
    "turn_failed": "answering broke",
    "delivery_failed": "a message did not reach the customer",
    "card_disputed": "a bank asks for a card payment back; answer in Stripe's dashboard before its deadline",
    "card_refund_failed": "a refund to a card did not arrive; give it back another way",
    "complaint_in_review": "a customer gave their party few stars; speak with them",
    "angry_review": "a customer's review is angry; speak with them",
    "refund_or_move": "a deposit arrived for a time that is taken; offer another one, or refund it",
}


def is_told(from_urgency: Urgency, urgency: Urgency) -> bool:
    """Whether somebody who is told from an urgency on is told of this one."""
    return RANK[urgency] >= RANK[from_urgency]


def subject(alarm: Alarm) -> str:
    """The line above a notice."""
    return f"[{alarm.urgency}] A customer needs you on {alarm.channel.replace('_', ' ')}"


def wording(alarm: Alarm, kind: NoticeKind, *, link: str | None) -> str:
    """What a notice says: how urgent, where, and what kind of matter. Never the customer's words, name or address."""
    matter = MATTERS.get(alarm.reason, "the concierge asked for a person")
    where = link or f"conversation {alarm.conversation_id}"
    if kind == "sms":
        return f"{subject(alarm)}: {matter}. {where}"[:LONGEST_SMS]
    return f"{subject(alarm)}.\nWhy: {matter}.\nSince: {alarm.at:%Y-%m-%d %H:%M} UTC\nAnswer here: {where}"
