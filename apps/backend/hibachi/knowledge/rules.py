"""Pure decisions: how a question's words weigh, when an answer is certain, what may enter, which version is better."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from math import exp, log
from typing import Any

from hibachi.kit import lazy_re as re
from hibachi.kit import money
from hibachi.language.amounts import find_amounts

STALE_AFTER = timedelta(days=30)
CERTAIN = 0.7
"""From it on a passage answers; below it we say that we do not know."""
FILLERS = frozenset(
    "whats ur pls please hi hey hello guy guys yall u r im ive id dont doesnt cant thanks thank possibl exact actual "
    "someth anyth thing need want get got would could tell let know ok okay ye yes also still realli like".split()
)
"""Words of talk that say nothing of the matter, as the index knows them."""
LARGEST_SHARE = 0.2
MOST_LOOKED_FOR = 8
SAME_COSINE = 0.93
"""From it on two titles ask the same."""


def weights(words: Sequence[str], frequency: Mapping[str, int], passages: int) -> dict[str, float]:
    """How much each word of a question says: the rarer the more; they add up to one. What no passage has weighs most."""
    own = [word for word in dict.fromkeys(words) if word not in FILLERS] or list(dict.fromkeys(words))
    each = {word: log(1 + (passages + 0.5) / (frequency.get(word, 0) + 0.5)) for word in own}
    whole = sum(each.values())
    return {word: value / whole for word, value in each.items()} if whole else {}


def looked_for(words: Collection[str], frequency: Mapping[str, int], passages: int) -> list[str]:
    """The words by which passages are looked up: the rare ones that any passage has; else the rarest of all."""
    known = sorted((word for word in words if word in frequency), key=lambda word: frequency[word])
    rare = [word for word in known if frequency[word] <= max(20, passages * LARGEST_SHARE)]
    return (rare or known[:1])[:MOST_LOOKED_FOR]


def query_of(word: str, label: str = "") -> str:
    """One word as a tsquery; label "A" finds it in titles and other ways to ask alone."""
    quoted = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{quoted}'" + (f":{label}" if label else "")


INTERCEPT, OF_COSINE, OF_WORDS, OF_LEAD = -4.58, 5.02, 4.04, 5.45
"""Fitted by evals/knowledge (a logistic regression on its tuning half): see docs/knowledge.md."""


def certainty(*, cosine: float, words: float, lead: float) -> float:
    """How likely a passage answers, 0..1, from its nearest wording, the question's words in it, and its lead in cosine."""
    return 1 / (1 + exp(-(INTERCEPT + OF_COSINE * cosine + OF_WORDS * words + OF_LEAD * lead)))


def is_stale(*, source: str, confirmed_at: datetime, now: datetime) -> bool:
    """Whether a person should look at a passage again; those made from the owner's numbers are confirmed by them."""
    return source != "profile" and now - confirmed_at > STALE_AFTER


def holds_on(day: date, first: date | None, last: date | None) -> bool:
    """Whether a passage holds on a day of the business; both its days count."""
    return (first is None or first <= day) and (last is None or day <= last)


MASKED = re.compile(r"\[[A-Z]+\]")
"""What stands where personal data was taken out."""


def right(asked: Mapping[str, str | None], told: Mapping[str, str | None], new: Collection[str] = ()) -> set[str]:
    """The questions that were answered from their passage, or rightly not at all.

    new: the keys of passages that a version adds; what nothing answered may be answered by one of them.
    """
    return {
        question
        for question, key in asked.items()
        if told.get(question) == key or (key is None and told.get(question) in new)
    }


HIDDEN = ("costs",)
"""Parts of the profile that no customer is told."""


def amounts_of(document: Mapping[str, Any], path: str = "") -> dict[int, list[str]]:
    """Every amount of a profile in plain JSON that a customer may be told, in cents, with where it stands."""
    found: dict[int, list[str]] = {}
    for key, value in document.items():
        here = f"{path}{key}"
        if here in HIDDEN:
            continue
        inside = _by_key(value) if isinstance(value, list) else value
        below = amounts_of(inside, f"{here}.") if isinstance(inside, dict) else {}
        if isinstance(value, str) and _MONEY.fullmatch(value):
            below = {money.parse(value): [here]}
        for cents, paths in below.items():
            found.setdefault(cents, []).extend(paths)
    return found


_MONEY = re.compile(r"\d+\.\d{2}")


def at(document: dict[str, Any], path: str) -> Any:
    """The value under a dotted path of a profile in plain JSON, in a list by its key; None where there is none."""
    value: Any = document
    for key in path.split("."):
        inside = _by_key(value) if isinstance(value, list) else value
        value = inside.get(key) if isinstance(inside, dict) else None
    return value


def facts_of(document: dict[str, Any], paths: Sequence[str]) -> dict[str, Any]:
    """The owner's values under these paths, by path."""
    return {path: found for path in paths if (found := at(document, path)) is not None}


def _by_key(items: list[Any]) -> dict[str, Any]:
    return {str(item["key"]): item for item in items if isinstance(item, dict) and "key" in item}


def paths_of(text: str, known: Mapping[int, Sequence[str]]) -> list[str] | None:
    """Where the amounts of a text stand in the policies; None when one of them stands nowhere.

    Where several policies hold an amount, those count whose name is said best; where none is said, all.
    """
    cents = _cents(text)
    if not cents <= known.keys():
        return None
    said = set(_words(text))
    return sorted({path for one in cents for path in _meant(said, known[one])})


def still_true(text: str, paths: Sequence[str], document: dict[str, Any]) -> bool:
    """Whether the policies that a text was written by hold its amounts still: each path one of them, and all of them.

    That another policy happens to hold the same amount by now does not make it true.
    """
    held = [at(document, path) for path in paths]
    if not all(isinstance(value, str) and _MONEY.fullmatch(value) for value in held):
        return False
    return {money.parse(value) for value in held} == _cents(text)


def _cents(text: str) -> set[int]:
    return {abs(amount.cents) for amount in find_amounts(text)}


def _meant(said: Collection[str], paths: Sequence[str]) -> list[str]:
    named = {path: sum(word in said for word in set(_words(_name(path)))) for path in paths}
    return [path for path in paths if named[path] == max(named.values())]


def _name(path: str) -> str:
    """The last part of a path that says what it is: "prices.adult.amount" → "adult"."""
    return path.removesuffix(".amount").rpartition(".")[2]


def _words(text: str) -> list[str]:
    return [word.removesuffix("s") for word in re.findall(r"[a-z]+", text.casefold())]


def nested(facts: dict[str, Any]) -> dict[str, Any]:
    """The same values as the profile nests them: {"prices.deposit": x} → {"prices": {"deposit": x}}."""
    whole: dict[str, Any] = {}
    for path, value in facts.items():
        *above, last = path.split(".")
        place = whole
        for key in above:
            place = place.setdefault(key, {})
        place[last] = value
    return whole
