"""Texts → what the encoder says of them, off the event loop: one thread, several waiting texts in one pass, repeats kept.

NumPy and the weights are loaded in that thread, so that importing this module costs nothing.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, cached_property
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hibachi.language.embedding.model import Model
    from hibachi.language.embedding.weights import Floats

KEPT = 512
"""Texts whose features are kept; 11 kB each."""
MOST_AT_ONCE = 16
"""Texts of one pass: a long row would make the first wait for the last."""


_reading = Lock()


@cache
def _read() -> "Model":
    from hibachi.language.embedding.model import Model

    return Model.read()


class Embedder:
    """Thread-safe; any event loop may ask."""

    def __init__(self, *, kept: int = KEPT) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="embedding")
        self._lock = Lock()
        self._waiting: list[tuple[str, Future[Floats]]] = []
        self._known: OrderedDict[str, Floats] = OrderedDict()
        self._kept = kept
        self.passes = 0

    def warm(self, *, also: Callable[[], object] = lambda: None) -> None:
        """Begin to load in the thread, without waiting for it; `also` is called there afterwards."""
        self._thread.submit(lambda: (self.model, also()))

    def close(self) -> None:
        """Let the thread end; what waits is answered first."""
        self._thread.shutdown(wait=False)

    @cached_property
    def model(self) -> "Model":
        """The tokenizer and the encoder, read once a process. Raises ModelMissing."""
        with _reading:
            return _read()

    async def features(self, text: str) -> "Floats":
        """(FEATURES,): what the heads see of a text (`Model.features`); the last WIDTH are the sentence's vector."""
        return await asyncio.wrap_future(self._asked(text))

    async def vector(self, text: str) -> "Floats":
        """(WIDTH,): the sentence's vector as all-MiniLM-L6-v2 gives it, with length one."""
        from hibachi.language.embedding.encoder import WIDTH

        return (await self.features(text))[-WIDTH:]

    def expect(self, text: str) -> None:
        """Begin with a text that will be asked about soon."""
        self._asked(text)

    def _asked(self, text: str) -> "Future[Floats]":
        answer: Future[Floats] = Future()
        with self._lock:
            known = self._known.get(text)
            if known is None:
                self._waiting.append((text, answer))
            else:
                self._known.move_to_end(text)
        if known is not None:
            answer.set_result(known)
        else:
            self._thread.submit(self._work)
        return answer

    def _work(self) -> None:
        """Answer what waits; each asker started one of these, so the later ones often find nothing left."""
        with self._lock:
            taken, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
        taken = [(text, answer) for text, answer in taken if answer.set_running_or_notify_cancel()]
        if not taken:
            return
        try:
            found = self._computed([text for text, _ in taken])
        except BaseException as problem:  # noqa: BLE001 - whoever waits must hear of it, whatever it is
            for _, answer in taken:
                answer.set_exception(problem)
            return
        for text, answer in taken:
            answer.set_result(found[text])

    def _computed(self, texts: Sequence[str]) -> "dict[str, Floats]":
        with self._lock:
            found = {text: self._known[text] for text in texts if text in self._known}
        new = list(dict.fromkeys(text for text in texts if text not in found))
        if new:
            found |= dict(zip(new, self.model.features(new), strict=True))
            self.passes += 1
        with self._lock:
            self._known |= found
            while len(self._known) > self._kept:
                self._known.popitem(last=False)
        return found
