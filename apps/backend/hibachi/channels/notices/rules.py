"""Pure decisions about notices: who is told, and in which words."""

from hibachi.channels.notices.schemas import Alarm, NoticeKind, Waiting
from hibachi.conversations.schemas import Urgency

RANK: dict[Urgency, int] = {"low": 0, "normal": 1, "high": 2, "urgent": 3}
MOST_ATTEMPTS = 8
LONGEST_SMS = 160
DAILY = "What waits for you today"
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


def summary(waiting: Waiting, site: str | None) -> str:
    """What waits, a line each, with where it is. Never a name, an address or an amount."""
    urgent = f", {waiting.urgent} of them urgent" if waiting.urgent else ""
    lines = (
        (waiting.findings, f"things that the nightly proof found: {waiting.findings}{urgent}", "/admin/health/"),
        (waiting.mails, f"payment e-mails that wait for a decision: {waiting.mails}", "/admin/payments/?view=mails"),
        (waiting.untold, f"parties to be told how to pay: {waiting.untold}", "/admin/payments/?view=untold"),
    )
    said = [f"{what[0].upper()}{what[1:]}. {site}{path}" if site else f"{what[0].upper()}{what[1:]}." for number, what, path in lines if number]  # fmt: skip
    return "\n".join((f"{DAILY}.", *said))


def fitted(words: str, kind: NoticeKind) -> str:
    """The words of a day as a recipient's way carries them."""
    return words[:LONGEST_SMS] if kind == "sms" else words
