"""What customers ask and no policy answers: what is nearer to such a question than to a passage is not known.

An entry of the owner that answers one of them is not measured against it any more.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

QUESTIONS = Path(__file__).with_name("unanswered.txt")
ANSWERED = 0.6
"""From this cosine on an entry answers such a question."""
_read: "list[tuple[tuple[str, ...], np.ndarray]]" = []
"""The questions with their vectors, once a process: they are the same for every database."""


async def read(vector: Callable[[str], Awaitable["Sequence[float] | np.ndarray"]]) -> None:
    """Read the questions once; about a second. Raises what `vector` raises."""
    if not _read:
        import numpy as np

        said = [line for line in QUESTIONS.read_text().splitlines() if line and not line.startswith("#")]
        vectors = await asyncio.gather(*(vector(one) for one in said))
        _read[:] = [(tuple(said), np.asarray(vectors, dtype=np.float32))]


def nearest(vector: Sequence[float], *, but: Collection[str] = ()) -> float:
    """The cosine of the nearest such question; `but` are those that an entry answers."""
    if not _read:
        return 0.0
    said, vectors = _read[0]
    near = vectors @ _row(vector)
    if not but:
        return float(near.max())
    return max((float(cosine) for one, cosine in zip(said, near, strict=True) if one not in but), default=0.0)


def answered_by(wordings: Sequence[Sequence[float]]) -> list[str]:
    """Which of the questions an entry answers, by the vectors of its wordings."""
    if not _read:
        return []
    said, vectors = _read[0]
    near = max_over(vectors, wordings)
    return [one for one, cosine in zip(said, near, strict=True) if cosine >= ANSWERED]


def max_over(vectors: "np.ndarray", wordings: Sequence[Sequence[float]]) -> "np.ndarray":
    """For each vector the cosine of the nearest wording."""
    import numpy as np

    near: np.ndarray = (vectors @ np.asarray(wordings, dtype=np.float32).T).max(axis=1)
    return near


def _row(vector: Sequence[float]) -> "np.ndarray":
    import numpy as np

    return np.asarray(vector, dtype=np.float32)
