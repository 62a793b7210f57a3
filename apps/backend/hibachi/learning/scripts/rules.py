"""Pure decisions on scripts: their keys, and a reply's text as words that hold for everybody."""

from collections.abc import Callable, Collection, Mapping
from re import Match

from hibachi.kit import lazy_re as re
from hibachi.policies.scripts import LONGEST, Situation, problem_of

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_MASKED = re.compile(r"\[[A-Z]+\]")
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d\d)?"
_SIGN = re.compile(r"\D*")
NAMED = {
    "adult_price": re.compile(r"\b(?:adults?|guests?|persons?|people|head|each)\b", re.I),
    "child_price": re.compile(r"\b(?:kids?|child(?:ren)?)\b", re.I),
    "party_minimum": re.compile(r"\bminimum\b", re.I),
    "deposit": re.compile(r"\bdeposit\b", re.I),
    "extra_protein": re.compile(r"\bproteins?\b", re.I),
    "per_mile": re.compile(r"\bmiles?\b", re.I),
}
"""Facts by whose amount a reply's amount is known again, in a sentence that speaks of them; a dish's price is too often
another one's."""


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
    sign = _SIGN.match(facts["deposit"])
    amount = re.compile(f"{re.escape(sign[0] if sign else '')}{_DIGITS}")
    kept: list[str] = []
    for sentence in _SENTENCE.split(text.strip()):
        known = {facts[name]: f"{{{name}}}" for name, of_it in reversed(NAMED.items()) if of_it.search(sentence)}
        words = amount.sub(_naming(known), sentence.strip())
        if words and not _MASKED.search(words) and problem_of(words) is None:
            kept.append(words)
    while kept and len(" ".join(kept)) > LONGEST:
        kept.pop()
    written = " ".join(kept)
    return written if len(written.split()) >= 3 else None


def _naming(known: Mapping[str, str]) -> Callable[[Match[str]], str]:
    return lambda found: known.get(_plain(found[0]), found[0])


def _plain(amount: str) -> str:
    """ "$55.00" → "$55", as amounts of facts are written."""
    return amount.removesuffix(".00")
