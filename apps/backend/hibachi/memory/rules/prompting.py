"""What a model is told of a returning customer: a block behind its prompt. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from hibachi.memory.rules.row import comes_round
from hibachi.memory.schemas import CustomerMemory, KnownDate

AHEAD = timedelta(days=30)
"""So far ahead an important date is mentioned."""
HOW = """How to use it:
- Greet them warmly by name, once.
- Refer naturally to their last booking.
- Suggest their favorite proteins when dishes are talked about.
- Offer their typical party size as a question ("the usual {guests} guests?"); they say how many come.
- Mention an important date only when it is within 30 days.
- What is remembered is no fact of the new party: ask before you use it, about allergies always. Never read it out as a list."""


def enhance_prompt_with_memory(base_prompt: str, memory: CustomerMemory | None, *, today: date) -> str:
    """The prompt with what is remembered of this customer behind it; as it is where nothing is."""
    if memory is None:
        return base_prompt
    lines = "\n".join(_block(memory, today))
    return f"{base_prompt}\n\n{lines}\n{HOW.format(guests=memory.history.typical_party_size or 'same number of')}\n"


def upcoming(memory: CustomerMemory, today: date) -> list[tuple[date, KnownDate]]:
    """The important dates that come round within 30 days, with their next day."""
    found = [(day, one) for one in memory.important_dates for day in comes_round(one, today, today + AHEAD)]
    return sorted(found, key=lambda one: one[0])


def _block(memory: CustomerMemory, today: date) -> Iterator[str]:
    history, likes = memory.history, memory.preferences
    yield "RETURNING CUSTOMER DETECTED"
    yield f"- Name: {memory.name or 'not known'}"
    yield f"- Bookings so far: {history.total_bookings}"
    if history.last_booking:
        yield f"- Last booking: {history.last_booking:%B} {history.last_booking.day}, {history.last_booking.year}"
    if history.typical_party_size:
        yield f"- Typical party: {history.typical_party_size} guests"
    for label, items in (("Favorite proteins", likes.proteins), ("Favorite add-ons", likes.addons)):
        if items:
            yield f"- {label}: {', '.join(items)}"
    if likes.dietary:
        yield f"- Told us before about: {', '.join(likes.dietary)}"
    for day, known in upcoming(memory, today):
        whose = f" of {known.name}" if known.name else ""
        yield f"- Coming up: {known.type}{whose} on {day:%B} {day.day}"
