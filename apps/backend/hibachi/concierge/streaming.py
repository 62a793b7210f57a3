"""The chat as a stream: what is being done, then the checked reply in pieces. A model's raw text never streams."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from hibachi.concierge.schemas import ChatAnswer
from hibachi.kit import lazy_re as re
from hibachi.kit.errors import HibachiError

PIECE = re.compile(r"\S+\s*")
WORDS_A_PIECE = 6
STATUS = {
    "calculate_party_quote": "checking the price",
    "calculate_travel_fee": "measuring the way",
    "calculate_protein_costs": "checking the price",
    "check_availability": "looking at the calendar",
    "hold_date": "holding the date",
    "book_party": "booking",
    "customer_bookings": "looking at your party",
    "preview_change": "working out the change",
    "change_booking": "changing your party",
    "preview_cancel": "working out the cancellation",
    "cancel_booking": "cancelling your party",
    "hand_over_to_human": "calling a colleague",
}
Deciding = Callable[[Callable[[str], None]], Awaitable[ChatAnswer]]


async def events(decide: Deciding) -> AsyncIterator[str]:
    """Server-sent events: `status` while it works, `piece` for the parts of the decided reply, `done` or `error`."""
    heard: asyncio.Queue[str | None] = asyncio.Queue()
    deciding = asyncio.ensure_future(_decide(decide, heard))
    yield _event("status", {"status": "reading"})
    last = ""
    while (tool := await heard.get()) is not None:
        status = status_of(tool)
        if status != last:
            yield _event("status", {"status": status})
        last = status
    for event in _ending(await deciding):
        yield event


async def _decide(decide: Deciding, heard: "asyncio.Queue[str | None]") -> ChatAnswer | HibachiError:
    try:
        return await decide(heard.put_nowait)
    except HibachiError as refusal:
        return refusal
    finally:
        heard.put_nowait(None)


def _ending(decided: ChatAnswer | HibachiError) -> list[str]:
    if isinstance(decided, HibachiError):
        return [_event("error", decided.body())]
    said = pieces(decided.reply.text) if decided.reply else []
    done = _event("done", decided.model_dump(mode="json"))
    return [*(_event("piece", {"text": piece}) for piece in said), done]


def pieces(text: str) -> list[str]:
    """A checked reply in pieces of some words; together they are the reply."""
    words = PIECE.findall(text)
    return ["".join(words[at : at + WORDS_A_PIECE]) for at in range(0, len(words), WORDS_A_PIECE)]


def status_of(tool: str) -> str:
    """What a tool is doing, as a customer may hear it."""
    return STATUS.get(tool, "looking it up")


def _event(name: str, data: dict[str, Any]) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
