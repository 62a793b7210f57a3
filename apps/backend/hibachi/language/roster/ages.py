"""Ages beside a noun: "(6, 8 and 11)", "who are 4", "all under 5", "6-10", "3 months old". Works on tokens, knows no nouns of its own."""

from collections.abc import Callable
from dataclasses import dataclass

from hibachi.language.roster.tokens import Token
from hibachi.language.roster.words import ARTICLES, MONTHS, OLD, YEARS

OLDEST = 110
GROWN = 19
"""The upper end of "over 12"."""
MOST = 16
"""Ages of one list."""
_CUES = frozenset(
    (
        "who that which also they they're theyre he she he's she's hes shes who's whos is are r age ages "
        "aged all both each of them just at"
        " only now turning turns turned turn about to gonna going already 's being will be still he'll "
        "she'll they'll almost nearly barely"
    ).split()
)
_STRONG = frozenset(
    (
        "who which also they're theyre he's she's who's whos is are age ages aged all both each turning "
        "turns turned turn gonna being of"
    ).split()
)
_FINITE = frozenset("is are r 's turning turns turned will gonna going".split())
_RELATIVE = frozenset("who that which who's whos".split())
_ALMOST = frozenset(("almost", "nearly"))
_THEN = frozenset(
    "by then now on the that day party time at date when it happens soon old today right currently come of".split()
)
_BECOMES = frozenset(
    (
        "he she they it he'll she'll they'll he's she's who who'll will be is turns turning turn turned "
        "'s 'll gonna going to have should by the then party"
    ).split()
)
_TOLD_BEHIND = frozenset(("age", "ages", "aged"))
_ALL = frozenset(("all", "both", "each", "aged", "age"))
_SINGLE = frozenset(("who", "which", "that", "are", "of", "at", "turning"))
""" "4 friends who are 5": all of them, where one age is told."""
_EVERY = frozenset(("all", "both", "each"))
""" "All 6" is one age, and who comes behind it is somebody else."""
_JOINS = frozenset((",", "and", "&", "/", "n", ";"))
_UNDER = frozenset(("under", "below", "younger"))


@dataclass(frozen=True, slots=True)
class Told:
    """Ages one by one, or the lowest and highest of all; every: one age for all; sure: words, units or brackets say that these are ages.

    worded: brackets, or words such as "who are". listed: several behind a sign or "at" ("kids: 6, 8"). finite: a sentence of its own ("my son is turning 7").
    """

    ages: tuple[int, ...]
    low: int | None
    high: int | None
    every: bool
    sure: bool
    end: int
    worded: bool = False
    finite: bool = False
    listed: bool = False


class AgeReader:
    """Reads ages at a place of the tokens; counts_guests tells whether a number there counts the noun behind it."""

    def __init__(self, tokens: tuple[Token, ...], counts_guests: Callable[[int], bool]) -> None:
        self.tokens = tokens
        self.counts_guests = counts_guests

    def text(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def value(self, at: int) -> int | None:
        return self.tokens[at].value if 0 <= at < len(self.tokens) else None

    def before_noun(self, at: int) -> tuple[tuple[int, ...], int] | None:
        """ "13yo", "8-year-old", "4 and 7 year old", "10 month old": the ages and where they end."""
        ages: list[int] = []
        less = self.text(at) in _ALMOST and self.value(at + 1) is not None
        at += less
        while (age := self.value(at)) is not None and len(ages) < MOST:
            ages.append(max(0, age - less))
            at += 1
            if (unit := self._unit(at)) is not None:
                at, months = unit
                if months and len(ages) == 1:
                    return (ages[0] // 12 if months == "months" else 0,), at
                return (tuple(ages), at) if not months and max(ages) <= OLDEST else None
            if self.text(at) in _JOINS and self.value(at + 1) is not None:
                at += 1
            elif self.text(at) in _JOINS and self.text(at + 1) in _JOINS:
                at += 2
            else:
                break
        return None

    def _unit(self, at: int) -> tuple[int, str] | None:
        """Where "-year-old", "yo" or "month old" ends, and "months" or "weeks" for those who are no year old."""
        at += self.text(at) == "-"
        word = self.text(at)
        if word not in YEARS and word not in MONTHS:
            return None
        small = "" if word in YEARS else "months" if word.startswith(("mo", "mth")) else "weeks"
        compact = "old" in word or word in ("yo", "y/o", "y.o", "y.o.", "yos")
        at += 1
        if self.text(at) == "-" and self.text(at + 1) in OLD:
            at += 1
        if self.text(at) in OLD:
            return at + 1, small
        return (at, small) if compact else None

    def told(self, at: int, most: int = MOST) -> Told | None:
        """Ages behind a noun, in brackets, behind words such as "who are", behind a comma, or bare."""
        stop = self.text(at) == "." and self.text(at + 1) in _TOLD_BEHIND  # "7 kids. Ages 1, 3 ..."
        bracket, comma = self.text(at) == "(", self.text(at) in (",", ":", "-", ";") or stop
        colon = self.text(at) == ":"
        at += bracket or comma
        cues = set()
        while self.text(at) in _CUES:
            cues.add(self.text(at))
            at += 1
        at += self.text(at) == ":" and bool(cues or bracket)
        somebody = comma and not cues and self.text(at) in ARTICLES
        found = None if somebody else self._within(at) or self._list(at, 1 if cues & _EVERY and not bracket else most)
        if found is None:
            return None
        ages, low, high, end, unit = found
        if len(ages) == 1:
            later = self._later(end, ages[0])
            ages, end = later or ((max(0, ages[0] - bool(cues & _ALMOST)),), end)
        if bracket:
            end = self._past_then(end)
            if self.text(end) != ")":
                return None
            end += 1
        if cues & _STRONG:
            end += 2 * (self.text(end) == "as" and self.text(end + 1) == "well")
            end += self.text(end) in ("too", "also")
        sure = bracket or bool(cues & _STRONG) or unit or (low is not None and not comma)
        worded = bracket or bool(cues & _STRONG)
        finite = not (bracket or comma) and bool(cues & _FINITE) and not cues & _RELATIVE
        listed = len(ages) > 1 and (colon or "at" in cues)
        every = bool(cues & (_ALL | _SINGLE)) if len(ages) == 1 else bool(cues & _ALL)
        return Told(ages, low, high, every, sure, end, worded, finite, listed)

    def _later(self, at: int, age: int) -> tuple[tuple[int, ...], int] | None:
        """ "5 now but 6 by the party", "she's 12 but will be 13 on the day": the age at the party."""
        end = self._past_then(at)
        end += self.text(end) in (",", "(", "-", ";")
        joined = end
        end += self.text(end) in ("but", "and", "though", "then")
        led = joined < end
        while self.text(end) in _BECOMES:
            led, end = led or self.text(end) in ("turns", "turning", "he'll", "she'll"), end + 1
        if not led or self.value(end) != age + 1 or self.counts_guests(end):
            return None
        end = self._past_then(end + 1)
        return (age + 1,), end

    def _past_then(self, at: int) -> int:
        """Behind "by then", "now", "on the day of the party"."""
        first = at
        while self.text(at) in _THEN and at - first < 7:
            at += 1
        return (
            at
            if at == first or self.text(at - 1) not in ("on", "the", "at", "by", "of", "when", "it", "that", "come")
            else first
        )

    def _within(self, at: int) -> tuple[tuple[int, ...], int | None, int | None, int, bool] | None:
        """All within two ages: "under 5", "5 and under", "between 6 and 10", "6-10", "8 or 9"."""
        word, value = self.text(at), self.value(at)
        at_than = at + 1 + (word == "younger" and self.text(at + 1) == "than")
        limit = self.value(at_than)
        if word in _UNDER and limit is not None and limit <= GROWN:
            return (), 0, max(limit - 1, 0), self._after_unit(at_than + 1), True
        if word == "up" and self.text(at + 1) == "to" and (most := self.value(at + 2)) is not None:
            return (), 0, most, self._after_unit(at + 3), True
        if word in ("over", "above") and limit is not None and limit < GROWN:
            return (), limit + 1, GROWN, self._after_unit(at + 2), True
        opened = word in ("between", "from")
        at += opened
        value = self.value(at)
        if value is None or value > GROWN:
            return None
        if self.text(at + 1) in ("and", "or", "&") and self.text(at + 2) in (*_UNDER, "over", "up", "older"):
            young = self.text(at + 2) in _UNDER
            return (), 0 if young else value, value if young else GROWN, at + 3, True
        link, high = self.text(at + 1), self.value(at + 2)
        linked = link in ("-", "to", "thru", "through", "or") or (opened and link == "and")
        if not linked or high is None or not value <= high <= GROWN or self.counts_guests(at + 2):
            return None
        return (), value, high, self._after_unit(at + 3), opened

    def _after_unit(self, at: int) -> int:
        if (unit := self._unit(at)) is not None:
            return unit[0]
        return at + (self.text(at) in YEARS)

    def _list(self, at: int, most: int) -> tuple[tuple[int, ...], int | None, int | None, int, bool] | None:
        ages: list[int] = []
        unit = False
        end = at
        while len(ages) < most:
            at += self.text(at) in ARTICLES and self.value(at + 1) is not None
            age = self.value(at)
            if age is None or age > OLDEST or self.counts_guests(at):
                break
            ended = self._unit(at + 1)
            small = ended[1] if ended else self._small_unit(at + 1)
            ages.append(age // 12 if small == "months" else 0 if small else age)
            unit = unit or bool(ended or small)
            end = ended[0] if ended else at + 1 + (bool(small) or self.text(at + 1) in YEARS)
            at = end
            added = self.text(at) == "+" and (self.value(at + 1) or GROWN) < GROWN and not self.counts_guests(at + 1)
            if self.text(at) not in _JOINS and not added:
                if (self.value(at) or GROWN) < GROWN and self.value(at - 1) is not None:
                    continue
                break
            at += 1 + (self.text(at + 1) in _JOINS)
        return (tuple(ages), None, None, end, unit) if ages else None

    def _small_unit(self, at: int) -> str:
        return (
            "months"
            if self.text(at) in ("months", "month", "mo", "mos")
            else "weeks"
            if self.text(at) in ("weeks", "week", "days")
            else ""
        )
