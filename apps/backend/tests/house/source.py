"""The product's source as syntax trees, for the tests that watch the architecture."""

import ast
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[4]
PACKAGE = ROOT / "apps/backend/hibachi"
TESTS = ROOT / "apps/backend/tests"
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Source:
    """One file: its path inside the package, its text, its tree."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """Such as "bookings/service/hold.py"."""
        return self.path.as_posix()

    @property
    def module(self) -> str:
        """Such as "bookings", or "main" for a file at the top."""
        return self.path.parts[0].removesuffix(".py")

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the tree: walked once, since each rule looks at all of them."""
        return tuple(ast.walk(self.tree))

    @cached_property
    def calls(self) -> tuple[tuple[str, ast.Call], ...]:
        """Every call, with what is called as it is written: "datetime.now", "session.commit", "float"."""
        return tuple((dotted(node.func), node) for node in self.nodes if isinstance(node, ast.Call))

    @cached_property
    def functions(self) -> tuple[ast.FunctionDef | ast.AsyncFunctionDef, ...]:
        """Every function and method."""
        return tuple(node for node in self.nodes if isinstance(node, FUNCTIONS))

    def at(self, node: ast.AST) -> str:
        """Where a node stands, for a person who has to change it."""
        return f"{self.name}:{getattr(node, 'lineno', 0)}"


def parsed(text: str, name: str = "planted.py") -> Source:
    """A source out of a text: what a test plants."""
    return Source(Path(name), text, ast.parse(text))


@cache
def sources() -> tuple[Source, ...]:
    """Every file of the product."""
    files = sorted(PACKAGE.rglob("*.py"))
    return tuple(parsed(file.read_text(), file.relative_to(PACKAGE).as_posix()) for file in files)


def dotted(node: ast.AST) -> str:
    """An expression of names and attributes as it is written; what is not one begins with "?"."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function, without its docstring."""
    lines = (function.end_lineno or 0) - function.lineno + 1
    first = function.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        lines -= (first.end_lineno or 0) - first.lineno + 1
    return lines
