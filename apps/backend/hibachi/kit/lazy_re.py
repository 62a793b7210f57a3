"""The standard `re`, but what `compile` gives is compiled at its first use: `from hibachi.kit import lazy_re as re`.

The product reads text with some 3,900 expressions. Python compiles them in Python, for five seconds, and a process needs
few of them, or none, before it can answer. So an import costs nothing, `compile_all` does the rest in the background, and
what was compiled is kept for the next start (`kit.kept_patterns`).
"""

from re import (
    DOTALL,
    IGNORECASE,
    MULTILINE,
    I,
    M,
    Match,
    Pattern,
    RegexFlag,
    S,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from threading import Lock
from typing import Any, cast
from weakref import WeakSet

from hibachi.kit.kept_patterns import KeptPatterns, folder_of

__all__ = [
    "DOTALL", "IGNORECASE", "MULTILINE", "I", "M", "Match", "Pattern", "S", "compile", "compile_all", "escape", "findall",
    "finditer", "fullmatch", "match", "search", "split", "sub",
]  # fmt: skip
_USES = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Lazy:
    """Stands for a compiled pattern until the first use; from then on its methods are the pattern's own."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags
        _uncompiled.add(self)

    def __getattr__(self, name: str) -> Any:
        """Reached for what is not there yet: compile, and keep the methods where the next use finds them at once."""
        if name not in _USES and not hasattr(Pattern, name):
            raise AttributeError(name)
        with _compiling:
            if "search" not in self.__dict__:
                compiled = _kept.compile(self.pattern, self._flags)
                self.__dict__.update({use: getattr(compiled, use) for use in (*_USES, "flags", "groups", "groupindex")})
                _uncompiled.discard(self)
        return self.__dict__[name]


_uncompiled: WeakSet[_Lazy] = WeakSet()
_compiling = Lock()
_kept = KeptPatterns(folder_of(__file__))


def compile(source: str, flags: int | RegexFlag = 0) -> Pattern[str]:
    """A pattern that is compiled at its first use; `re.error` comes then, and `compile_all` in a test finds it."""
    return cast("Pattern[str]", _Lazy(source, int(flags)))


def compile_all() -> int:
    """Compile what is not yet, one after another; other threads go on between two. How many there were.

    What all of them are made of is kept for the next process.
    """
    waiting = list(_uncompiled)
    for pattern in waiting:
        pattern.search("")
    with _compiling:
        _kept.save()
    return len(waiting)
