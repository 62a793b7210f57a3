"""Pure decisions: how a question's words weigh, when an answer is certain, what may enter, which version is better."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import accumulate, combinations
from math import exp, log
from typing import Any

from hibachi.kit import lazy_re as re
from hibachi.kit import money
from hibachi.language.amounts import find_amounts

STALE_AFTER = timedelta(days=30)
CERTAIN = 0.75
"""From it on a passage answers; below it we say that we do not know."""
FILLERS = frozenset(
    "whats ur pls please hi hey hello guy guys yall u r im ive id dont doesnt cant thanks thank possibl exact actual "
    "someth anyth thing need want get got would could tell let know ok okay ye yes also still realli like".split()
)
"""Words of talk that say nothing of the matter, as the index knows them."""
LARGEST_SHARE, FEW, MANY = 0.2, 20, 300
MOST_LOOKED_FOR, MOST_PAIRED, MOST_ROWS = 8, 3, 400
"""MOST_ROWS: so many passages at most, all words together, are weighed against each other by their words."""
SAME_COSINE = 0.93
"""From it on two titles ask the same."""


def weights(words: Sequence[str], frequency: Mapping[str, int], passages: int) -> dict[str, float]:
    """How much each word of a question says: the rarer the more; they add up to one. What no passage has weighs most."""
    own = [word for word in dict.fromkeys(words) if word not in FILLERS] or list(dict.fromkeys(words))
    each = {word: log(1 + (passages + 0.5) / (frequency.get(word, 0) + 0.5)) for word in own}
    whole = sum(each.values())
    return {word: value / whole for word, value in each.items()} if whole else {}


def looked_for(words: Collection[str], frequency: Mapping[str, int], passages: int) -> str:
    """The tsquery by which passages are looked up: the rare words that any passage has, else two of the rarest together.

    A word of hundreds of passages says little by itself and would cost milliseconds; in what the vectors find it counts.
    """
    known = sorted((word for word in words if word in frequency), key=lambda word: frequency[word])
    rare = [word for word in known if frequency[word] <= max(FEW, min(MANY, passages * LARGEST_SHARE))]
    if rare or len(known) < 2:
        rows = list(accumulate(frequency[word] for word in rare))
        some = [word for word, number in zip(rare, rows, strict=True) if number <= MOST_ROWS] or (rare or known)[:1]
        return " | ".join(query_of(word) for word in some[:MOST_LOOKED_FOR])
    pairs = combinations(known[:MOST_PAIRED], 2)
    return " | ".join(f"({query_of(one)} & {query_of(other)})" for one, other in pairs)


def query_of(word: str, label: str = "") -> str:
    """One word as a tsquery; label "A" finds it in titles and other ways to ask alone."""
    quoted = word.replace("\\", "\\\\").replace("'", "''")
    return f"'{quoted}'" + (f":{label}" if label else "")


OF_COSINE, OF_WORDS, OF_TOPIC, LEAST_TOPIC = 2.54, 2.01, 1.33, 0.001
INTERCEPT, OF_SHARE, OF_OVER, OF_UNSERVED = -2.09, 4.28, 3.14, -4.67
BY_WORDS_INTERCEPT, BY_WORDS, BY_WORDS_LEAD = -3.57, 3.91, 5.74
"""Fitted by evals/knowledge/fitting.py (regressions over questions): see docs/knowledge.md."""


def strength(*, cosine: float, words: float, topic: float) -> float:
    """By what passages are put in order.

    cosine: of the nearest wording; words: the share of the question's words in it; topic: how likely both are about one thing.
    """
    return OF_COSINE * cosine + OF_WORDS * words + OF_TOPIC * log(topic + LEAST_TOPIC)


ALIKE_AT, ALIKE_OVER = 0.85, 0.033


def alike(cosine: float) -> float:
    """How likely two wordings ask one thing by their cosine alone: half of those at 0.85, nearly all from 0.95 on."""
    return _logistic((cosine - ALIKE_AT) / ALIKE_OVER)


def shares(strengths: Sequence[float]) -> list[float]:
    """How likely each of several passages is the one, by their strengths; they add up to one."""
    most = max(strengths, default=0.0)
    powers = [exp(one - most) for one in strengths]
    return [power / sum(powers) for power in powers]


def certainty(*, share: float, over: float, unserved: float) -> float:
    """How likely a passage answers, 0..1.

    share: among the passages that were found; over: its nearest wording's cosine over the questions that nothing answers;
    unserved: how likely the question is about what neither it nor the policies answer.
    """
    return _logistic(INTERCEPT + OF_SHARE * share + OF_OVER * over + OF_UNSERVED * unserved)


def certainty_by_words(*, words: float, lead: float) -> float:
    """The same where no vector is there: from the share of the question's words and its lead over other passages."""
    return _logistic(BY_WORDS_INTERCEPT + BY_WORDS * words + BY_WORDS_LEAD * lead)


def _logistic(value: float) -> float:
    return 1 / (1 + exp(-value))


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
    cents = set(amounts_in(text))
    if not cents <= known.keys():
        return None
    said = set(_words(text))
    return sorted({path for one in cents for path in _meant(said, known[one])})


def still_true(amounts: Collection[int], paths: Sequence[str], document: dict[str, Any]) -> bool:
    """Whether the policies that a text was written by hold its amounts still: each path one of them, and all of them.

    That another policy happens to hold the same amount by now does not make it true.
    """
    held = [at(document, path) for path in paths]
    if not all(isinstance(value, str) and _MONEY.fullmatch(value) for value in held):
        return False
    return {money.parse(value) for value in held} == set(amounts)


def amounts_in(text: str) -> list[int]:
    """The amounts that a text names, in cents, each once."""
    return sorted({abs(amount.cents) for amount in find_amounts(text)})


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
