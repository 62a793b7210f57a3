"""Compiled patterns, kept between two starts as Python keeps its bytecode.

`re` compiles in Python: five seconds of a processor for the product's 3,900 expressions, in every process anew. What it
makes is a list of numbers, from which the C part builds the pattern in some microseconds; these numbers are kept beside the
bytecode. They hold for one build of Python alone; with another one, or without the file, everything is compiled as ever.
"""

import marshal
import os
import re
import sys
from array import array
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, cast
from zlib import crc32

_compiler: Any = import_module("re._compiler")
_parser: Any = import_module("re._parser")
_sre: Any = import_module("_sre")

_SUM = 4
"""Bytes of the check sum before the data."""

Key = tuple[str, int]
"""An expression and its flags."""


class Kept(NamedTuple):
    """All that the C part asks for beside the expression."""

    flags: int
    code: bytes
    groups: int
    names: dict[str, int]


def folder_of(module: str) -> Path:
    """Where Python keeps the bytecode of a module's file."""
    return Path(module).parent / "__pycache__"


class KeptPatterns:
    """The patterns of one file; a file that is not there, is another Python's or is damaged counts as empty."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / f"patterns.{sys.implementation.cache_tag}.bin"
        self._read: dict[Key, Kept] | None = None
        self._used: dict[Key, Kept] = {}
        self._has_new = False
        self._was_saved = False

    def compile(self, source: str, flags: int) -> re.Pattern[str]:
        """What `re.compile` gives, from the file where it holds it. Raises `re.error` for a wrong expression."""
        key = (source, int(flags))
        if self._read is None:
            self._read = self._load()
        kept = self._read.get(key)
        if kept is None:
            kept, self._has_new = _made(*key), True
        self._used[key] = kept
        return _built(source, kept)

    def save(self) -> None:
        """Keep what this process used, when it had to compile any of it, and forget the numbers: they take 26 MB.

        The first time whatever else the file held goes: it is of an older code. Where nothing may be written, nothing is.
        """
        if self._has_new and not sys.dont_write_bytecode:
            _write(self.path, self._used | (self._load() if self._was_saved else {}))
        self._read, self._used = {}, {}
        self._has_new, self._was_saved = False, True

    def _load(self) -> dict[Key, Kept]:
        with suppress(OSError, ValueError, EOFError, TypeError):
            data = self.path.read_bytes()
            if int.from_bytes(data[:_SUM]) == crc32(data[_SUM:]):
                build, patterns = marshal.loads(data[_SUM:])
                return {key: Kept(*kept) for key, kept in patterns.items()} if build == _build_of_python() else {}
        return {}


def _made(source: str, flags: int) -> Kept:
    """The steps of `re._compiler.compile` up to the C part, which keeps the numbers to itself."""
    parsed = _parser.parse(source, flags)
    state = parsed.state
    code = array("I", _compiler._code(parsed, flags))
    return Kept(flags | state.flags, code.tobytes(), state.groups, dict(state.groupdict))


def _built(source: str, kept: Kept) -> re.Pattern[str]:
    """The last step of `re._compiler.compile`; the C part checks the numbers before it believes them."""
    numbers: dict[int, str] = {number: name for name, number in kept.names.items()}
    names = tuple(numbers.get(at) for at in range(kept.groups))
    code = array("I", kept.code).tolist()
    return cast("re.Pattern[str]", _sre.compile(source, kept.flags, code, kept.groups - 1, kept.names, names))


def _build_of_python() -> tuple[str, int, int]:
    return sys.version, _sre.MAGIC, array("I").itemsize


def _write(path: Path, patterns: dict[Key, Kept]) -> None:
    """Another process reads the old file or the new one, never half of one; what could not be finished is taken away."""
    data = marshal.dumps((_build_of_python(), {key: tuple(kept) for key, kept in patterns.items()}))
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(exist_ok=True)
        unfinished.write_bytes(crc32(data).to_bytes(_SUM) + data)
        unfinished.replace(path)
    except OSError:
        with suppress(OSError):
            unfinished.unlink()
