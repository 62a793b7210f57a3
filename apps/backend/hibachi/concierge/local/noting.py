"""What was told is taken note of, and no message goes out empty."""

from hibachi.concierge.local import selling
from hibachi.concierge.local.known import FELT, Known
from hibachi.kit import lazy_re as re


def acknowledge(known: Known) -> None:
    """What was told is taken note of in words, when nothing else answers it."""
    guests = known.frame.guests
    again = guests.stated or known.frame.same_party
    told = known.reading.changed or guests.no_children or guests.all_adults or again
    if known.only_asks and told and not _stays(known) and not _SIGHS.match(known.frame.text):
        known.say("noted", at=FELT)


_SIGHS = re.compile(r"\W*(?:ugh+|argh+|sigh|damn|dang|grr+|oh no|oof|sh[i*]t|crap|bummer)\b", re.I)
""" "Ugh. next saturday": no "lovely, thanks!" to it."""


def _stays(known: Known) -> bool:
    """Who comes was told once more, or more exactly, and costs the same: the price that stands is said once more."""
    guests, dialogue = known.frame.guests, known.dialogue
    again = (guests.stated or known.frame.same_party) and not known.changed("guests")
    told = guests.no_children or guests.all_adults or guests.ages or again
    if not told or not dialogue.quoted or known.counts is None or dialogue.booked or dialogue.pending:
        return False
    quote = selling.price(known)
    if quote is None or quote.get("total") is None:
        return False
    known.say("stays_at", at=FELT, quote=quote)
    return True


def speak_up(known: Known) -> None:
    """A message is never empty: where nothing is left to say or to ask, we are there."""
    if known.mute and known.reading.changed and known.dialogue.booked is None:
        known.say("noted_for_now") if known.counts is not None else selling.ask_for_party(known)
    elif known.mute:
        known.say("here_for_you")
