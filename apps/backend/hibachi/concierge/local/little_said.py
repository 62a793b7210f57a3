"""What is said where little was told, or nothing that could be read."""

from hibachi.concierge.local import objections, passages, selling
from hibachi.concierge.local.days import ask_which_date
from hibachi.concierge.local.known import FELT, Known
from hibachi.concierge.understanding.schemas import Pending

LEAST_WORDS = 5


def small_answer(known: Known) -> None:
    """ "ok", "lol", a thumb: an answer to what was asked, else nothing more than being there."""
    if len(known.dialogue.dates) > 1 and ask_which_date(known):
        return
    if known.dialogue.expecting and (known.frame.answer == "yes" or known.does("laughs")):
        known.say("smile" if known.does("laughs") else "onward", at=FELT)
        known.asks(*known.dialogue.expecting)
        return
    told = known.reading.changed or known.frame.zip or known.frame.event_type
    if told and known.counts is None and known.dialogue.booked is None and not _has_party(known):
        selling.ask_for_party(known)
        return
    known.say("here_for_you")


def lead_on(known: Known) -> None:
    """The offer to plan a party, where nothing is open and nothing grave or private was said."""
    if known.said(
        "privacy",
        "handover",
        "paid_claim",
        "card_private",
        "pay_doubt",
        "trust",
        "asks_address",
        "new_contact",
        "foreign",
        "not_known",
        "sympathy",
        "other_language",
        *objections.KINDS,
    ):
        return
    if known.dialogue.expecting or known.asked_anything or known.dialogue.cancelled_here is not None:
        return
    if known.does("about_own", "about_past", "status", "deposit_state") or _has_party(known):
        return
    if not known.dialogue.quoted and known.dialogue.booked is None and known.reading.intent != "thanks":
        known.say("lead_on", at=4)


def _has_party(known: Known) -> bool:
    """Whether the customer has a party to come and plans no other one: there is nothing to sell."""
    return known.next_party is not None and known.counts is None and known.dialogue.goal is None


def unclear(known: Known) -> None:
    """What was not understood: a question is answered from what the house knows or left to a person, the rest is asked again."""
    long = len(known.frame.text.split()) >= LEAST_WORDS
    if known.frame.question and long and not set(known.reading.changed) - {"name"}:
        if not passages.from_passages(known, [known.frame.text]):
            return
        known.say("not_sure")
        known.note(
            clarified=known.dialogue.clarified + 1,
            offered_human=True,
            pending=Pending(kind="human"),
            expecting=("human",),
        )
        return
    told = long and not (known.reading.changed or known.dialogue.expecting)
    if told and not known.frame.question and not passages.from_passages(known, [known.frame.text]):
        return
    if "human" in known.dialogue.expecting and known.does("unsure"):
        known.say("team_looks")
        known.note(pending=Pending(kind="human"), offered_human=True, expecting=("human",))
        return
    if (long and not known.frame.question and known.does("about_own")) or (told and _has_party(known)):
        known.say("heard")
        return
    if known.dialogue.expecting:
        if not known.said("sympathy"):
            known.say("not_caught", at=FELT)
        known.asks(*known.dialogue.expecting[:2])
        known.note(clarified=known.dialogue.clarified + 1)
        return
    known.say("unclear", party=known.next_party)
    known.note(clarified=known.dialogue.clarified + 1)


def names_own(known: Known) -> bool:
    """ "Cancel the birthday": which of the parties that are booked is meant, and no news."""
    own = (known.turn.latest("customer_bookings") or {}).get("bookings", [])
    return any(str(one.get("event_type") or "").lower() == str(known.dialogue.event_type).lower() for one in own)
