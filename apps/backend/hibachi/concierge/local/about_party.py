"""Whether a first message speaks of a party at all."""

from hibachi.concierge.local.known import Known
from hibachi.kit import lazy_re as re

FEW_WORDS = 4
_PARTY = re.compile(
    r"\b(?:can|could) (?:you|u|ya|yall)(?: guys)? (?:do|come|make it|cook)\b"
    r"|\b(?:part(?:y|ies)|hibachi|chefs?|dates?|events?|dinner|lunch|cater\w*|avail\w*|open|free"
    r"|slots?|celebrat\w*|do (?:you|u|ya|yall)(?: guys)? (?:do|have|work|cook|come))\b",
    re.I,
)


def about_a_party(known: Known) -> bool:
    """Whether a first message with a day in it speaks of a party: "u coming to practice tmrw" is for somebody else."""
    frame = known.frame
    told = (
        frame.guests.stated or frame.zip or frame.city or frame.event_type or frame.venue or frame.times or frame.items
    )
    acts = set(frame.acts) - {"greeting", "thanks", "laughs", "bye"}
    alone = len(frame.text.split()) <= FEW_WORDS
    return bool(told or frame.topics or acts or alone or _PARTY.search(frame.text))
