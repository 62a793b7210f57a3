"""The forward pass against vectors of the reference implementation (golden.json says how they were made)."""

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from hibachi.language.embedding import weights
from hibachi.language.embedding.encoder import WIDTH, gelu
from hibachi.language.embedding.model import FEATURES, Model
from hibachi.language.embedding.weights import ModelMissing

HERE = Path(__file__).parent
TEXTS = [case["text"] * case["times"] for case in json.loads((HERE / "golden.json").read_text())["cases"]]
NEAR = 5e-7
"""float32 sums in another order."""


@pytest.fixture(scope="module")
def model() -> Model:
    return Model.read()


def test_the_file_is_the_published_one() -> None:
    found = hashlib.sha256((weights.folder() / "model.safetensors").read_bytes()).hexdigest()
    assert found == weights.SHA256


def test_vectors_equal_the_reference(model: Model) -> None:
    with np.load(HERE / "golden.npz") as stored:
        wanted = stored["vectors"]
    alone = np.concatenate([model.vectors([text]) for text in TEXTS])
    assert np.abs(alone - wanted).max() < NEAR


def test_company_changes_nothing(model: Model) -> None:
    """A text has the same vector alone, in a batch, and beside a very long one."""
    together, alone = model.vectors(TEXTS), np.concatenate([model.vectors([text]) for text in TEXTS])
    assert np.abs(together - alone).max() < NEAR
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-6)


def test_what_means_the_same_is_near(model: Model) -> None:
    how_much, cost, weather = model.vectors(["how much is it", "what does it cost", "it is raining in the mountains"])
    assert how_much @ cost > 0.6 and how_much @ weather < 0.3


def test_features_end_with_the_vector(model: Model) -> None:
    features = model.features(TEXTS[:4])
    assert features.shape == (4, FEATURES)
    assert np.array_equal(features[:, -WIDTH:], model.vectors(TEXTS[:4]))
    assert model.features([]).shape == (0, FEATURES)


def test_gelu_is_exact_to_float32() -> None:
    from math import erf

    x = np.linspace(-9, 9, 4001, dtype=np.float32)
    wanted = np.array([value * 0.5 * (1 + erf(value / 2**0.5)) for value in x.tolist()])
    assert np.allclose(gelu(x.copy()), wanted, rtol=1e-6, atol=1e-6)


def test_another_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"something else")
    monkeypatch.setattr(weights, "folder", lambda: tmp_path)
    with pytest.raises(ModelMissing, match="install"):
        Model.read()
