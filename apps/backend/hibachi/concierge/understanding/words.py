"""A message with all that the language modules found in it; what the frame is made from."""

from dataclasses import dataclass, field

from hibachi.concierge.understanding import dishes
from hibachi.concierge.understanding.ages_corrected import Corrected
from hibachi.concierge.understanding.kids_again import Again
from hibachi.concierge.understanding.kids_joining import Joining
from hibachi.concierge.understanding.schemas import GuestWords
from hibachi.language.contacts import Contacts
from hibachi.language.dates import DateMention
from hibachi.language.party import Party
from hibachi.language.places import Places
from hibachi.language.replies import Reply
from hibachi.language.roster.reading import Roster
from hibachi.language.times import Times


@dataclass(frozen=True, slots=True)
class Words:
    """A message with all that the language modules found in it."""

    text: str
    reply: Reply
    contacts: Contacts
    places: Places
    dishes: dishes.Found
    days: tuple[DateMention, ...]
    times: Times
    guests: Party
    recounted: GuestWords | None = None
    named_ages: tuple[int, ...] = ()
    listed_ages: tuple[int, ...] = ()
    joining: Joining = field(default_factory=Joining)
    again: Again = field(default_factory=Again)
    roster: Roster | None = None
    corrected: Corrected = field(default_factory=Corrected)
    first_ages: tuple[int, ...] = ()


def without_places(text: str, words: Words) -> str:
    """The text with towns and streets blanked: Walnut Creek is no nut."""
    for span in (*(one.span for one in words.places.cities), *(one.span for one in words.places.addresses)):
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text
