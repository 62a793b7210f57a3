"""The embedder: off the event loop, together, from any loop, and it remembers."""

import asyncio
import threading

import numpy as np
import pytest

from hibachi.language.embedding.embedder import MOST_AT_ONCE, Embedder
from hibachi.language.embedding.model import FEATURES, Model


class Slow:
    """A model that waits at a gate and notes what it was asked; its features are the text's length."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.asked: list[list[str]] = []
        self.threads: set[str] = set()

    def features(self, texts: list[str]) -> np.ndarray:
        self.asked.append(list(texts))
        self.threads.add(threading.current_thread().name)
        self.gate.wait(10)
        if "broken" in texts:
            raise ValueError("broken")
        return np.array([[len(text)] * 3 for text in texts], dtype=np.float32)


def with_model(model: object, **options: int) -> Embedder:
    embedder = Embedder(**options)
    embedder.__dict__["model"] = model
    return embedder


async def test_a_text_has_the_features_of_the_model() -> None:
    embedder = Embedder()
    embedder.warm()
    features = await embedder.features("how much for 20 people")
    assert features.shape == (FEATURES,)
    assert np.allclose(features, Model.read().features(["how much for 20 people"])[0], atol=1e-6)
    assert np.array_equal(await embedder.vector("how much for 20 people"), features[-384:])
    embedder.close()


async def test_the_loop_goes_on_while_the_model_thinks() -> None:
    model = Slow()
    embedder = with_model(model)
    asked = asyncio.create_task(embedder.features("hello"))
    for _ in range(200):
        await asyncio.sleep(0.001)
        if model.asked:
            break
    assert model.asked == [["hello"]] and not asked.done()
    assert threading.current_thread().name not in model.threads
    model.gate.set()
    assert (await asked).tolist() == [5, 5, 5]


async def test_texts_that_wait_share_a_pass() -> None:
    model = Slow()
    embedder = with_model(model)
    first = asyncio.create_task(embedder.features("first"))
    while not model.asked:
        await asyncio.sleep(0.001)
    texts = [f"text {number}" for number in range(MOST_AT_ONCE + 3)]
    others = [asyncio.create_task(embedder.features(text)) for text in texts]
    await asyncio.sleep(0.01)
    model.gate.set()
    assert [float(one[0]) for one in await asyncio.gather(first, *others)] == [5.0, *map(float, map(len, texts))]
    assert [len(asked) for asked in model.asked] == [1, MOST_AT_ONCE, 3]


async def test_a_repeat_is_not_computed_again_and_the_oldest_goes() -> None:
    model = Slow()
    model.gate.set()
    embedder = with_model(model, kept=2)
    for text in ("a", "bb", "a", "ccc", "a", "bb"):
        assert (await embedder.features(text))[0] == len(text)
    assert model.asked == [["a"], ["bb"], ["ccc"], ["bb"]]


async def test_a_failure_reaches_who_asked_and_nobody_else() -> None:
    model = Slow()
    model.gate.set()
    embedder = with_model(model)
    with pytest.raises(ValueError, match="broken"):
        await embedder.features("broken")
    assert (await embedder.features("whole"))[0] == 5


async def test_who_gives_up_waiting_disturbs_nobody() -> None:
    model = Slow()
    embedder = with_model(model)
    blocking = asyncio.create_task(embedder.features("first"))
    while not model.asked:
        await asyncio.sleep(0.001)
    gone, staying = (asyncio.create_task(embedder.features(text)) for text in ("gone", "stay"))
    await asyncio.sleep(0.01)
    gone.cancel()
    await asyncio.sleep(0)
    model.gate.set()
    assert (await staying)[0] == 4 and (await blocking)[0] == 5
    assert model.asked[1:] == [["stay"]]


def test_many_threads_with_loops_of_their_own_get_their_own_answers() -> None:
    model = Slow()
    model.gate.set()
    embedder, wrong = with_model(model, kept=3), []

    def ask(start: int) -> None:
        async def all_of_them() -> None:
            for number in range(start, start + 60):
                text = "x" * (1 + number % 17)
                if (await embedder.features(text))[0] != len(text):
                    wrong.append(text)

        asyncio.run(all_of_them())

    threads = [threading.Thread(target=ask, args=(number * 7,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
