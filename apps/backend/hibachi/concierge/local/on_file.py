"""Under which name, and by which ways, a customer is known who has or had a party with us: asked of nobody twice."""

from typing import Any

from hibachi.concierge.local.known import Known


def name(known: Known) -> str | None:
    """The name of the newest party; only parties that the channel proves to be theirs are read here."""
    return _newest(known).get("name")


def phone(known: Known) -> str | None:
    return _newest(known).get("phone")


def email(known: Known) -> str | None:
    return _newest(known).get("email")


def is_reachable(known: Known) -> bool:
    """A phone number or an e-mail address; a handle is enough for who had a party with us, or once we have asked."""
    dialogue, contact = known.dialogue, known.turn.contact
    if dialogue.phone or dialogue.email or contact.phone or contact.email or phone(known) or email(known):
        return True
    return bool(contact.handle and contact.proven) and ("contact" in dialogue.answered or bool(_newest(known)))


def _newest(known: Known) -> dict[str, Any]:
    found = known.bookings()
    return max(found, key=lambda one: str(one.get("date")), default={})
