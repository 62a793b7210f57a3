"""One HTTP exchange with a provider, and what its failure means for a message that may have been accepted."""

import unicodedata
from typing import Any, TypeVar

import httpx2
from pydantic import BaseModel, ValidationError

from hibachi.channels.carriers import CarrierBusy, CarrierUncertain

Answer = TypeVar("Answer", bound=BaseModel)
BEFORE_SENDING = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout)
"""The request never left: nothing was accepted."""

GATEWAYS = frozenset({502, 504})
"""Somebody between us and the provider answered: the provider itself may have accepted."""


async def exchange(client: httpx2.AsyncClient, method: str, path: str, **request: Any) -> httpx2.Response:
    """Send a request; an answer of any other kind than those below is given back as it is.

    Raises CarrierBusy (could not connect, 429, 5xx) and CarrierUncertain (time-out or cut after sending, 502, 504).
    """
    try:
        answer = await client.request(method, path, **request)
    except BEFORE_SENDING as problem:
        raise CarrierBusy(type(problem).__name__) from None
    except httpx2.HTTPError as problem:
        raise CarrierUncertain(type(problem).__name__) from None
    if answer.status_code in GATEWAYS:
        raise CarrierUncertain(f"http_{answer.status_code}")
    if answer.status_code == httpx2.codes.TOO_MANY_REQUESTS or answer.status_code >= 500:
        raise CarrierBusy(f"http_{answer.status_code}", retry_after(answer))
    return answer


def retry_after(answer: httpx2.Response) -> float | None:
    """The seconds that a provider asks us to wait; None where it does not say."""
    said = answer.headers.get("retry-after", "")
    return float(said) if said.replace(".", "", 1).isdigit() else None


def read_answer(model: type[Answer], answer: httpx2.Response) -> Answer:
    """What a provider's good answer says; raises CarrierUncertain where it cannot be read: it was accepted, as what?"""
    try:
        return model.model_validate_json(answer.content)
    except ValidationError:
        raise CarrierUncertain("answer_not_understood") from None


def same_words(ours: str, held: str | None) -> bool:
    """Whether a text that a provider holds is the one that we sent: it may have changed quotes, dashes and blanks."""
    return held is not None and _letters(ours) == _letters(held)


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum()) or plain
