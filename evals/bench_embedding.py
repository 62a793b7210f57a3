"""The embedding of a short sentence beside the bare forward pass, in one run and by turns: a part of `make bench`."""

import asyncio
import statistics
import time
from collections.abc import Callable

from hibachi.language.embedding.embedder import Embedder

SENTENCE = "hi, how much would it be for {n} people on a saturday"
ROUNDS, WARMING = 120, 10
TIMES_THE_PASS = 1.5
Say = Callable[..., None]


def bench_embedding(say: Say) -> None:
    """Tokenizer, thread, pass and features as the product asks for them, against the pass alone on the same tokens."""
    bare, whole = asyncio.run(_by_turns())
    least, middle = statistics.median(bare), statistics.median(whole)
    say("embedding: the bare forward pass, p50", f"{least:.1f} ms")
    target = f"at most {TIMES_THE_PASS * least:.1f} ms = {TIMES_THE_PASS} x the bare pass; {middle / least:.2f} x"
    say("embedding: a short sentence, p50", f"{middle:.1f} ms", target, good=middle <= TIMES_THE_PASS * least)


async def _by_turns() -> tuple[list[float], list[float]]:
    embedder = Embedder()
    model, bare, whole = embedder.model, [], []
    for number in range(ROUNDS + WARMING):
        text = SENTENCE.format(n=number)
        ids = [model.words.ids(text)]
        started = time.perf_counter()
        model.encoder.states(ids)
        passed = time.perf_counter()
        await embedder.features(text)
        ended = time.perf_counter()
        if number >= WARMING:
            bare.append((passed - started) * 1000)
            whole.append((ended - passed) * 1000)
    embedder.close()
    return bare, whole
