"""The encoder's features of many texts; kept under data/ (ignored by git), since measuring asks for the same ones again."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np

from hibachi.language.embedding import weights
from hibachi.language.embedding.model import FEATURES, HIGHEST, MEANS, Model
from hibachi.language.embedding.weights import Floats

KEPT = Path(__file__).resolve().parents[2] / "data" / "features"
AT_ONCE = 32


def of(model: Model, texts: Sequence[str]) -> Floats:
    """(texts, FEATURES), rounded to half precision, computed once for the same texts and the same encoder."""
    kept = KEPT / f"{_key(texts)}.npy"
    if kept.is_file():
        return np.asarray(np.load(kept), dtype=np.float32)
    found = np.zeros((len(texts), FEATURES), dtype=np.float16)
    order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
    for begin in range(0, len(order), AT_ONCE):
        part = order[begin : begin + AT_ONCE]
        found[part] = model.features([texts[number] for number in part])
    KEPT.mkdir(parents=True, exist_ok=True)
    np.save(kept, found)
    return found.astype(np.float32)


def _key(texts: Sequence[str]) -> str:
    total = sha256(f"{weights.SHA256} {HIGHEST} {MEANS} {FEATURES}".encode())
    for text in texts:
        total.update(text.encode() + b"\0")
    return total.hexdigest()[:32]
