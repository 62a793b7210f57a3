"""The forward pass of all-MiniLM-L6-v2 (six layers, 384 wide, twelve heads) in NumPy.

Sentences of one call are laid end to end, not padded: only attention is computed a sentence at a time. Architecture: Devlin
et al. 2019 (BERT), Reimers and Gurevych 2019 (mean of the last states, length one).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hibachi.language.embedding import weights
from hibachi.language.embedding.weights import Floats

LAYERS, WIDTH, HEADS = 6, 384, 12
EACH = WIDTH // HEADS
TINY = np.float32(1e-12)
ROWS = 8
"""Products of a multiple of so many rows are the quickest: 16 rows take a tenth less time than 14."""
# erf(x) = x P(x²)/Q(x²) for |x| <= 3.83, below one unit in the last place of a float32 (the rational form of Eigen and XLA)
_ERF_TOP = [
    -2.72614225801306e-10, 2.77068142495902e-08, -2.10102402082508e-06, -5.69250639462346e-05, -7.34990630326855e-04,
    -2.95459980854025e-03, -1.60960333262415e-02,
]  # fmt: skip
_ERF_BOTTOM = [
    -1.45660718464996e-05, -2.13374055278905e-04, -1.68282697438203e-03, -7.37332916720468e-03, -1.42647390514189e-02,
]  # fmt: skip
_ERF_END = np.float32(3.832507)


@dataclass(frozen=True, slots=True)
class Norm:
    """A layer normalisation: (WIDTH,) each."""

    scale: Floats
    shift: Floats

    def of(self, x: Floats) -> Floats:
        """Each row with mean 0 and variance 1, scaled and shifted."""
        centred: Floats = x - x.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", centred, centred)[:, None] / np.float32(x.shape[1])
        centred /= np.sqrt(variance + TINY)
        centred *= self.scale
        centred += self.shift
        return centred


@dataclass(frozen=True, slots=True)
class Linear:
    """x W + b with W as (in, out), contiguous: about a tenth faster than the (out, in) of the file."""

    weight: Floats
    bias: Floats

    def of(self, x: Floats) -> Floats:
        """(n, in) → (n, out)."""
        y: Floats = x @ self.weight
        y += self.bias
        return y


@dataclass(frozen=True, slots=True)
class Layer:
    """One transformer layer; query (scaled), key and value are one product."""

    attention: Linear
    attended: Linear
    attended_norm: Norm
    inner: Linear
    outer: Linear
    norm: Norm

    def of(self, x: Floats, bounds: Sequence[tuple[int, int]]) -> Floats:
        """(tokens, WIDTH) → the same shape; bounds are each sentence's first and last-but-one row."""
        mixed = self.attention.of(x)
        context = np.zeros_like(x)
        for begin, end in bounds:
            context[begin:end] = _attend(mixed[begin:end])
        attended = self.attended.of(context)
        attended += x
        attended = self.attended_norm.of(attended)
        widened = self.outer.of(gelu(self.inner.of(attended)))
        widened += attended
        return self.norm.of(widened)


class Encoder:
    """The whole model; immutable once read, so any thread may use it."""

    def __init__(self, tensors: dict[str, Floats]) -> None:
        get = tensors.__getitem__
        self._words = get("embeddings.word_embeddings.weight")
        kind = get("embeddings.token_type_embeddings.weight")[0]
        self._places = get("embeddings.position_embeddings.weight") + kind
        self._norm = _norm(tensors, "embeddings.LayerNorm")
        self.layers = tuple(layer_of(tensors, f"encoder.layer.{number}") for number in range(LAYERS))

    @classmethod
    def read(cls) -> "Encoder":
        """The published weights. Raises ModelMissing."""
        return cls(weights.tensors())

    def states(self, sentences: Sequence[Sequence[int]], *, keep: Sequence[int] = (LAYERS,)) -> list[Floats]:
        """The (rows, WIDTH) states after the layers that are named (0: before the first), in their order.

        A sentence's rows are those of `bounds_of`; rows after the last sentence's mean nothing.
        """
        ids = [one for sentence in sentences for one in sentence]
        places = np.concatenate([np.arange(len(sentence)) for sentence in sentences])
        x = np.zeros((-(-len(ids) // ROWS) * ROWS, WIDTH), dtype=np.float32)
        x[: len(ids)] = self._norm.of(self._words[ids] + self._places[places])
        limits, found = bounds_of(sentences), {0: x}
        for number, layer in enumerate(self.layers[: max(keep)], start=1):
            x = found[number] = layer.of(x, limits)
        return [found[number] for number in keep]


def bounds_of(sentences: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Where each sentence begins and ends when all are laid end to end."""
    ends = np.cumsum([len(sentence) for sentence in sentences]).tolist()
    return list(zip([0, *ends[:-1]], ends, strict=True))


def gelu(x: Floats) -> Floats:
    """x Φ(x), exact to float32; x is overwritten."""
    half = x * np.float32(0.5)
    x *= np.float32(1 / np.sqrt(2))
    np.clip(x, -_ERF_END, _ERF_END, out=x)
    square = x * x
    top = _polynomial(_ERF_TOP, square)
    top *= x
    top /= _polynomial(_ERF_BOTTOM, square)
    top += 1
    top *= half
    return top


def _polynomial(coefficients: list[float], x: Floats) -> Floats:
    y = x * np.float32(coefficients[0])
    for coefficient in coefficients[1:-1]:
        y += np.float32(coefficient)
        y *= x
    y += np.float32(coefficients[-1])
    return y


def _attend(mixed: Floats) -> Floats:
    """Scaled dot-product attention of one sentence: (tokens, 3 WIDTH) → (tokens, WIDTH)."""
    query, key, value = mixed.reshape(-1, 3, HEADS, EACH).transpose(1, 2, 0, 3)
    scores: Floats = query @ key.transpose(0, 2, 1)
    scores -= scores.max(axis=2, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=2, keepdims=True)
    context: Floats = (scores @ value).transpose(1, 0, 2).reshape(-1, WIDTH)
    return context


def layer_of(tensors: dict[str, Floats], name: str) -> Layer:
    """A layer from the file's tensors; the scale of the scores is in the query already."""
    scale = np.float32(1 / np.sqrt(EACH))
    parts = [(kind, scale if kind == "query" else np.float32(1)) for kind in ("query", "key", "value")]
    read = f"{name}.attention.self"
    weight = np.concatenate([tensors[f"{read}.{kind}.weight"].T * by for kind, by in parts], axis=1)
    bias = np.concatenate([tensors[f"{read}.{kind}.bias"] * by for kind, by in parts])
    return Layer(
        attention=Linear(np.ascontiguousarray(weight), bias),
        attended=_linear(tensors, f"{name}.attention.output.dense"),
        attended_norm=_norm(tensors, f"{name}.attention.output.LayerNorm"),
        inner=_linear(tensors, f"{name}.intermediate.dense"),
        outer=_linear(tensors, f"{name}.output.dense"),
        norm=_norm(tensors, f"{name}.output.LayerNorm"),
    )


def _linear(tensors: dict[str, Floats], name: str) -> Linear:
    return Linear(np.ascontiguousarray(tensors[f"{name}.weight"].T), np.array(tensors[f"{name}.bias"]))


def _norm(tensors: dict[str, Floats], name: str) -> Norm:
    return Norm(np.array(tensors[f"{name}.weight"]), np.array(tensors[f"{name}.bias"]))
