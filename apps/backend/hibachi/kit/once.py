"""Pure readings of one text, made once while somebody thinks about it: nothing outlives the block, nothing grows.

    with once.meanwhile():
        diets("no nuts")    # computed
        diets("no nuts")    # remembered

Outside a block a function marked `@once.only` computes as ever. The block is the running task's own (a context variable),
so two turns at once, in tasks or threads, never share what they remember.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")
_BY_VALUE = (str, int, float, type(None))
_MISSING = object()
_remembered: ContextVar[dict[Any, tuple[Any, Any]] | None] = ContextVar("remembered_meanwhile", default=None)


@contextmanager
def meanwhile() -> Iterator[None]:
    """Remember what marked functions return until the block ends; inside another block, until that one ends."""
    if _remembered.get() is not None:
        yield
        return
    token = _remembered.set({})
    try:
        yield
    finally:
        _remembered.reset(token)


def only(read: Callable[P, R]) -> Callable[P, R]:
    """Mark a pure function whose result nobody changes. Words and numbers are told apart by value, all else by identity:
    it is kept alive while it is remembered, and must not change meanwhile."""

    @wraps(read)
    def once(*given: P.args, **named: P.kwargs) -> R:
        remembered = _remembered.get()
        if remembered is None:
            return read(*given, **named)
        key = (read, *map(_key, given), *((name, _key(value)) for name, value in named.items()))
        _, result = remembered.get(key, (None, _MISSING))
        if result is _MISSING:
            result = read(*given, **named)
            remembered[key] = (given, named), result
        return cast("R", result)

    return once


def _key(value: object) -> object:
    return (type(value), value) if isinstance(value, _BY_VALUE) else ("identity", id(value))
