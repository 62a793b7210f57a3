"""What staff need to know when they take over: the facts so far, in three sentences at most."""

from hibachi.concierge.understanding.schemas import Counts, Dialogue


def summary_of(dialogue: Dialogue, counts: Counts | None, new: list[str]) -> str:
    """Facts of the conversation for a colleague, ending with the customer's last words."""
    told = known_so_far(dialogue, counts)
    known = f"Known so far: {told}. " if told else ""
    words = " / ".join(" ".join(text.split()) for text in new)
    return f"{known}The customer wrote: “{words[:400]}”"


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
