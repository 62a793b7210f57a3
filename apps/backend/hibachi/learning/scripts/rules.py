"""Pure decisions on scripts: their keys, and a reply's text as words that hold for everybody."""

from collections.abc import Collection, Mapping

from hibachi.kit import lazy_re as re
from hibachi.policies.scripts import LONGEST, Situation, problem_of

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_MASKED = re.compile(r"\[[A-Z]+\]")
_AMOUNT = re.compile(r"\$\d[\d,]*(?:\.\d\d)?")
NAMED = ("adult_price", "child_price", "party_minimum", "deposit", "extra_protein", "per_mile")
"""Facts by whose amount a reply's amount is known again; a dish's price is too often another one's."""


def free_key(situation: Situation, taken: Collection[str]) -> str:
    """A key for a new script of a situation: "objection_price", then "objection_price_2"."""
    number = next(number for number in range(1, len(taken) + 2) if _numbered(situation, number) not in taken)
    return _numbered(situation, number)


def _numbered(situation: Situation, number: int) -> str:
    return situation if number == 1 else f"{situation}_{number}"


def template_of(text: str, facts: Mapping[str, str]) -> str | None:
    """A reply, personal data masked, as a script: amounts of the policies become their names; sentences that hold any
    other number, a diet or a masked word were meant for one customer and are left out. None where nothing is left.
    """
    known = {facts[name]: f"{{{name}}}" for name in reversed(NAMED)}
    kept: list[str] = []
    for sentence in _SENTENCE.split(text.strip()):
        words = _AMOUNT.sub(lambda found: known.get(_plain(found[0]), found[0]), sentence.strip())
        if words and not _MASKED.search(words) and problem_of(words) is None:
            kept.append(words)
    while kept and len(" ".join(kept)) > LONGEST:
        kept.pop()
    written = " ".join(kept)
    return written if len(written.split()) >= 3 else None


def _plain(amount: str) -> str:
    """ "$55.00" → "$55", as amounts of facts are written."""
    return amount.removesuffix(".00")
