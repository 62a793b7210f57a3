"""What staff need to know when they take over: the facts so far, in three sentences at most."""

from typing import Any

from hibachi.concierge.understanding.schemas import Counts, Dialogue

MOST_SIGNS = 290


def summary_of(dialogue: Dialogue, counts: Counts | None, new: list[str]) -> str:
    """Facts of the conversation for a colleague, ending with the customer's last words."""
    told = known_so_far(dialogue, counts)
    known = f"Known so far: {told}. " if told else ""
    words = " / ".join(" ".join(text.split()) for text in new)
    return f"{known}The customer wrote: “{words[:400]}”"


def beside_party(summary: str, party: dict[str, Any] | None) -> str:
    """The summary with the party that stands named before it, at most MOST_SIGNS long."""
    if party is None:
        return summary[:MOST_SIGNS]
    guests = ", ".join(
        f"{party.get(band) or 0} {band}" for band in ("adults", "children", "toddlers") if party.get(band)
    )
    stands = f"Booked: {party['date']} {str(party['time'])[:5]}, {guests}, {str(party['status']).replace('_', ' ')}. "
    return f"{stands}{summary}"[:MOST_SIGNS]


def known_so_far(dialogue: Dialogue, counts: Counts | None) -> str:
    """What a conversation told of its party, in one line; empty where nothing was."""
    parts = (_who(dialogue), _party(counts), _when(dialogue), _where(dialogue), _food(dialogue))
    return "; ".join(part for part in parts if part)


def _who(dialogue: Dialogue) -> str:
    return ", ".join(part for part in (dialogue.name, dialogue.phone, dialogue.email) if part)


def _party(counts: Counts | None) -> str:
    if counts is None:
        return ""
    return f"{counts.adults} adults, {counts.children} children, {counts.toddlers} toddlers"


def _when(dialogue: Dialogue) -> str:
    day = dialogue.day.isoformat() if dialogue.day else ""
    return " ".join(part for part in (day, dialogue.time.strftime("%H:%M") if dialogue.time else "") if part)


def _where(dialogue: Dialogue) -> str:
    return " ".join(part for part in (dialogue.address, dialogue.city, dialogue.zip) if part)


def _food(dialogue: Dialogue) -> str:
    return "diets: " + ", ".join(dialogue.dietary) if dialogue.dietary else ""
