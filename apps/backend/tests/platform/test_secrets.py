"""No credential lies in the tree or in its history (SEC-08). Patterns are of real keys' shapes, so that names and
examples pass and a pasted key does not."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[4]
SHAPES = {
    "a Twilio account": r"\bAC[0-9a-f]{32}\b",
    "a Twilio key": r"\bSK[0-9a-f]{32}\b",
    "a Stripe key": r"\b[rs]k_(?:live|test)_[0-9a-zA-Z]{20,}",
    "a Stripe webhook secret": r"\bwhsec_[0-9a-zA-Z+/]{24,}",
    "an OpenAI or Anthropic key": r"\bsk-(?:proj-|ant-|svcacct-)?[A-Za-z0-9_-]{32,}",
    "a Google key": r"\bAIza[0-9A-Za-z_-]{35}\b",
    "an AWS key": r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b",
    "a GitHub token": r"\b(?:gh[pousr]_[0-9A-Za-z]{36}|github_pat_[0-9A-Za-z_]{50,})",
    "a Slack token": r"\bxox[abprs]-[0-9A-Za-z-]{10,}",
    "a SendGrid key": r"\bSG\.[\w-]{22}\.[\w-]{43}\b",
    "a private key": r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*[A-Za-z0-9+/=]{20}",
    "a signed token": r"\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{20,}",
    "a password in an address": r"[a-z+]{4,}://[^\s:/@{}<>$\"']+:[^\s:/@{}<>$\"'*]{6,}@[a-z0-9][\w-]*\.[\w.]+",
}
SCANNER = re.compile("|".join(f"(?P<g{number}>{shape})" for number, shape in enumerate(SHAPES.values())))
NAMES = list(SHAPES)
SIGNS = (
    "AC", "SK", "sk_", "rk_", "whsec_", "sk-", "AIza", "AKIA", "ASIA", "ghp_", "gho_", "ghu_", "ghs_", "ghr_",
    "github_pat_", "xox", "SG.", "PRIVATE KEY", "eyJ", "://",
)  # fmt: skip
"""One of these stands in each of the shapes: what holds none is not searched, and most lines of a history hold none."""
LARGEST_FILE = 2_000_000


def found_in(text: str) -> list[str]:
    """What kinds of credentials stand in a text."""
    return [NAMES[int((match.lastgroup or "g0")[1:])] for match in SCANNER.finditer(_suspect(text))]


def _suspect(text: str) -> str:
    """The lines that may hold one, each with the next, since a private key begins on the line after its head."""
    lines = text.split("\n")
    near = {at + step for at, line in enumerate(lines) if any(sign in line for sign in SIGNS) for step in (0, 1)}
    return "\n".join(line for at, line in enumerate(lines) if at in near)


def git(*arguments: str) -> str:
    done = subprocess.run(
        ["git", "-c", "safe.directory=*", "-C", str(ROOT), *arguments], capture_output=True, check=True
    )
    return done.stdout.decode(errors="replace")


def tracked() -> Iterator[Path]:
    for name in git("ls-files", "-z").split("\0"):
        file = ROOT / name
        if name and file.is_file() and file.stat().st_size < LARGEST_FILE:
            yield file


needs_history = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="no git history beside this tree")


@needs_history
def test_the_tree_holds_no_credential() -> None:
    held = {str(file): found for file in tracked() if (found := found_in(file.read_text(errors="replace")))}
    assert held == {}


@needs_history
def test_the_history_holds_no_credential() -> None:
    added = re.findall(
        r"^\+(.*)$", git("log", "--all", "-p", "--no-color", "--unified=0", "--format=commit %H"), re.MULTILINE
    )
    assert found_in("\n".join(added)) == []


@needs_history
def test_the_history_of_messages_holds_no_credential() -> None:
    assert found_in(git("log", "--all", "--format=%an %ae %B")) == []


@needs_history
def test_no_environment_file_is_tracked() -> None:
    names = {file.name for file in tracked()}
    assert not {name for name in names if name == ".env" or (name.startswith(".env.") and name != ".env.example")}


HEX, WORD = "0123456789abcdef" * 2, "aB3" * 20
PLANTED = {
    "a Twilio account": "AC" + HEX,
    "a Twilio key": "SK" + HEX,
    "a Stripe key": "sk_" + "live_" + WORD[:24],
    "a Stripe webhook secret": "whsec_" + WORD[:32],
    "an OpenAI or Anthropic key": "sk-" + "proj-" + WORD[:40],
    "a Google key": "AIza" + WORD[:35],
    "an AWS key": "AKIA" + "ABCD1234" * 2,
    "a GitHub token": "ghp_" + WORD[:36],
    "a Slack token": "xoxb-" + "1234567890-abc",
    "a SendGrid key": "SG." + WORD[:22] + "." + WORD[:43],
    "a private key": "-----BEGIN RSA " + "PRIVATE KEY-----\n" + WORD[:40],
    "a signed token": "eyJ" + WORD[:20] + "." + "eyJ" + WORD[:20] + "." + WORD[:30],
    "a password in an address": "postgresql" + "://app:" + "hunter2x" + "@db.example.com/app",
}


@pytest.mark.parametrize("kind", NAMES)
def test_the_scanner_sees_each_kind(kind: str) -> None:
    assert found_in(f'KEY = "{PLANTED[kind]}"') == [kind]


@pytest.mark.parametrize(
    "harmless",
    [
        "OPENAI_API_KEY=",
        "sk-your-key-here",
        "postgresql+psycopg://postgres@/postgres?host=/tmp/x",
        "postgresql://user:password@host/name",
        "whsec_...",
        "task-" + "a" * 40,
    ],
)
def test_names_and_examples_are_no_credentials(harmless: str) -> None:
    assert found_in(harmless) == []
