"""Two numbers of guests of which one comes for the other: "sorry 14 not 12". Pure."""

from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.date_words import MONTH
from hibachi.language.guests import read_guests
from hibachi.language.spans import Span

_OF_A_MONTH = re.compile(rf"\b{MONTH}\.? (?:the )?$", re.I)


def swapped(text: str, taken: list[Span], dialogue: Dialogue) -> list[Span]:
    """ "Sorry 14 not 12" once guests were counted: two numbers of guests, no day of a month."""
    party = dialogue.party
    counted = any((party.adults, party.unsplit, party.children))
    if not counted:
        return []
    spans = [correction.span for correction in read_guests(text, taken=taken).corrections]
    return [span for span in spans if not _OF_A_MONTH.search(text[: span.start])]
