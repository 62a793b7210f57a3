"""The tokenizer and the encoder together: texts → vectors. Synchronous; `embedder` keeps it off the event loop."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # ships no types

from hibachi.language.embedding import weights
from hibachi.language.embedding.encoder import LAYERS, TINY, WIDTH, Encoder, bounds_of
from hibachi.language.embedding.weights import Floats
from hibachi.language.embedding.wordpiece import WordPiece

HIGHEST, MEANS = (4, 5, LAYERS), (3, 4, 5, LAYERS)
"""The layers whose highest and whose mean states the heads see: the lower ones know more of words, the last most of meaning."""
FEATURES = WIDTH * (len(HIGHEST) + len(MEANS))


@dataclass(frozen=True, slots=True)
class Model:
    """Immutable; any thread may use it."""

    words: WordPiece
    encoder: Encoder

    @classmethod
    def read(cls) -> "Model":
        """The published model. From here on BLAS uses one thread: on two shared cores a second one only waits for the first.

        Raises ModelMissing.
        """
        threadpool_limits(limits=1, user_api="blas")
        encoder = Encoder.read()
        return cls(WordPiece.read(weights.folder() / "vocab.txt"), encoder)

    def vectors(self, texts: Sequence[str]) -> Floats:
        """(texts, WIDTH), each with length one: what sentence-transformers gives for all-MiniLM-L6-v2."""
        return self.features(texts)[:, -WIDTH:]

    def features(self, texts: Sequence[str]) -> Floats:
        """(texts, FEATURES): highest states after the layers of HIGHEST, mean states after those of MEANS, each length one.

        The last WIDTH are the sentence's vector, so that one pass serves every head and the search.
        """
        if not texts:
            return np.zeros((0, FEATURES), dtype=np.float32)
        sentences = [self.words.ids(text) for text in texts]
        states, bounds = self.encoder.states(sentences, keep=MEANS), bounds_of(sentences)
        after = dict(zip(MEANS, states, strict=True))
        parts = [_unit([after[layer][first:last].max(axis=0) for first, last in bounds]) for layer in HIGHEST]
        parts += [_unit([after[layer][first:last].mean(axis=0) for first, last in bounds]) for layer in MEANS]
        return np.concatenate(parts, axis=1)


def _unit(rows: Sequence[Floats]) -> Floats:
    stacked = np.stack(rows)
    stacked /= np.sqrt(np.einsum("ij,ij->i", stacked, stacked) + TINY)[:, None]
    return stacked
