"""Google's Distance Matrix API: driving miles between two places. One client; failures are MapsFailed."""

import logging
import time
from collections import OrderedDict
from typing import Annotated

import httpx2
from pydantic import BaseModel, Field, SecretStr, ValidationError

from hibachi.travel.errors import MapsFailed

METRES_PER_MILE = 1609.344
PATH = "/maps/api/distancematrix/json"
REMEMBERED = 4096

# The client writes each whole address at INFO, and the key stands in ours.
logging.getLogger("httpx2").setLevel(logging.WARNING)


class _Metres(BaseModel):
    value: Annotated[int, Field(ge=0, le=20_000_000)]


class _Element(BaseModel):
    status: str
    distance: _Metres | None = None


class _Row(BaseModel):
    elements: Annotated[list[_Element], Field(min_length=1)]


class _Matrix(BaseModel):
    status: str
    rows: list[_Row] = []


class Maps:
    """Asks for one distance at a time and remembers it; after a failure of the service it rests for a while.

    base_url without the path, key of the installation; times in seconds.
    """

    def __init__(
        self, base_url: str, key: SecretStr, *, timeout_seconds: float = 3.0, rest_seconds: float = 30.0
    ) -> None:
        self._client = httpx2.AsyncClient(base_url=base_url, timeout=timeout_seconds)
        self._key = key
        self._rest_seconds = rest_seconds
        self._resting_until = 0.0
        self._miles: OrderedDict[tuple[str, str], float] = OrderedDict()

    async def miles(self, origin: str, destination: str) -> float:
        """Driving miles between two addresses. Raises MapsFailed with a short code, within the time-out."""
        known = self._miles.get((origin, destination))
        if known is not None:
            return known
        if time.monotonic() < self._resting_until:
            raise MapsFailed("resting_after_failure")
        miles = _miles_of(await self._ask(origin, destination))
        self._miles[origin, destination] = miles
        if len(self._miles) > REMEMBERED:
            self._miles.popitem(last=False)
        return miles

    async def close(self) -> None:
        """Close the client's connections."""
        await self._client.aclose()

    async def _ask(self, origin: str, destination: str) -> _Matrix:
        wanted = {"origins": origin, "destinations": destination, "mode": "driving", "units": "imperial"}
        try:
            answer = await self._client.get(PATH, params={**wanted, "key": self._key.get_secret_value()})
        except httpx2.TimeoutException:
            raise self._rest("timeout") from None
        except httpx2.HTTPError:
            raise self._rest("unreachable") from None
        if answer.status_code != httpx2.codes.OK:
            raise self._rest(f"http_{answer.status_code}")
        try:
            return _Matrix.model_validate_json(answer.content)
        except ValidationError:
            raise self._rest("not_understood") from None

    def _rest(self, reason: str) -> MapsFailed:
        self._resting_until = time.monotonic() + self._rest_seconds
        return MapsFailed(reason)


def _miles_of(matrix: _Matrix) -> float:
    if matrix.status != "OK" or not matrix.rows:
        raise MapsFailed(matrix.status.lower() if matrix.status != "OK" else "no_route")
    element = matrix.rows[0].elements[0]
    if element.status != "OK" or element.distance is None:
        raise MapsFailed("no_route")
    return element.distance.value / METRES_PER_MILE
