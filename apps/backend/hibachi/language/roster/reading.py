"""Who comes, read as a row of people rather than number by number: each group counts once, totals and parts are no guests.

Nothing is told where a text is not plainly such a row; then the plainer patterns of guests.py speak.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from hibachi.kit import lazy_re as re
from hibachi.language.guest_spelling import plain
from hibachi.language.numbers import settled
from hibachi.language.party import GROWN_AT
from hibachi.language.roster import uncounted
from hibachi.language.roster.families import Group
from hibachi.language.roster.rows import Operation, Row, Rows
from hibachi.language.roster.tokens import Token, tokens_of
from hibachi.language.roster.wholes import Shared, read_shares, told_apart
from hibachi.language.roster.words import NOUNS
from hibachi.language.spans import Quiet, Span

_CLOSE = 5
"""Signs between a noun and its number: "of", "are"."""
_FEW_WORDS = re.compile(r"(?: [a-z]+){0,3} ")
_ALL = frozenset("adult adults grownups grown people ppl guests persons us".split())
_SENTENCE_END = re.compile(r"[.?!\n]")
_JOINED_BEHIND = re.compile(r"(?:,|;|&|\+|\band|\bplus|\bwith) *$")
_JOINED_BEFORE = re.compile(r" *(?:,|;|&|\+|and\b|plus\b|with\b)")
_OTHER_SIZE = re.compile(r"\b(?:if|what about|how about|how much|or|vs|versus|price|cost|then)\b")
"""Between two rows: the second is another size of the party."""


@dataclass(frozen=True, slots=True)
class Roster:
    """The guests of a text in groups that do not overlap. operation: all of them, those who join, or those who stay away.

    sure: several groups, parts or a total; a single group is read by plainer patterns as well.
    parted: told as parts of a whole, each with all that is said of it.
    """

    groups: tuple[Group, ...]
    spans: tuple[Span, ...]
    sure: bool
    operation: Operation = "set"
    all_adults: bool = False
    parted: bool = False

    @property
    def total(self) -> int:
        return sum(group.count for group in self.groups)


def read_roster(text: str, *, taken: Iterable[Span] = (), counted: int | None = None) -> Roster | None:
    """The row of guests that a text tells, None where it tells none plainly. counted: all who come, where only parts of them are told."""
    clean = plain(settled(text).hiding(taken), settled=True)
    if (shared := read_shares(tokens_of(clean), counted)) is not None:
        return _of_shares(shared, clean)
    reader = Rows(clean)
    rows = reader.all()
    if not rows or any(row.unsure for row in rows):
        return None
    told = _without_asides(rows)
    first, *others = _without_repeated(told)
    between = clean.text[first.place[1] : others[-1].place[0]] if others else ""
    if _OTHER_SIZE.search(between):
        return None
    joining = "remove" if first.operation == "remove" else "add"
    if any(row.operation != joining for row in others) and not _are_grown_and_young(told):
        return None
    if _unread(clean, [row.place for row in (first, *others)]):
        return None
    return Roster(
        tuple(group for row in (first, *others) for group in row.groups),
        tuple(clean.span(*place) for place in (*reader.spoken, *(row.place for row in told))),
        any(row.sure for row in (first, *others)) or bool(others),
        first.operation,
        any(row.all_adults for row in (first, *others)),
    )


def _are_grown_and_young(rows: list[Row]) -> bool:
    """ "7 kids, ages 1, 3 ... Me, hubby and my parents": the children in one row and their elders in another."""
    young = [row for row in rows if all(one.kind in ("children", "toddlers") for one in row.groups)]
    grown = [row for row in rows if row not in young]
    elders = all(one.kind in ("adults", "people") and (one.relation or one.me) for row in grown for one in row.groups)
    return len(young) == len(grown) == 1 and elders and all(row.operation == "set" for row in rows)


def leaves_open(text: str, *, taken: Iterable[Span] = ()) -> bool:
    """Whether a row names guests of whom nobody says how many: "my mom, my sister and the neighbors"."""
    return uncounted.are_told(tokens_of(plain(settled(text).hiding(taken), settled=True)))


def parts_of(text: str, *, taken: Iterable[Span] = ()) -> tuple[int, frozenset[int]]:
    """How many children a text at least tells as a part of all, and the numbers that it says all are."""
    return told_apart(tokens_of(plain(settled(text).hiding(taken), settled=True)))


def _of_shares(shared: Shared, clean: Quiet) -> Roster | None:
    """The guests told as parts of a whole, where nobody is counted beside them."""
    if not shared.groups or _unread(clean, list(shared.places)):
        return None
    return Roster(shared.groups, tuple(clean.span(*place) for place in shared.places), sure=True, parted=True)


def _unread(clean: Quiet, places: list[tuple[int, int]]) -> bool:
    """Whether a number beside a noun of people is left over between the rows, or is joined to the first or the last."""
    text, tokens = clean.text, tokens_of(clean)
    before = _SENTENCE_END.split(text[: places[0][0]])[-1]
    start = places[0][0] - len(before) * bool(_JOINED_BEHIND.search(before))
    after = _SENTENCE_END.split(text[places[-1][1] :])[0]
    end = places[-1][1] + len(after) * bool(_JOINED_BEFORE.match(after))
    free = [one for one in tokens if start <= one.start < end and not any(at <= one.start < to for at, to in places)]
    return any(
        one.text in NOUNS and NOUNS[one.text].kind != "family" and any(_near(one, other, text) for other in free)
        for one in free
    )


def _near(noun: Token, number: Token, text: str) -> bool:
    """Whether a number stands right before a noun, or an age right behind it; of children, with a few words between."""
    ahead = noun.start - number.end
    between = text[min(noun.end, number.end) : max(noun.start, number.start)]
    young = NOUNS[noun.text].kind == "children" and NOUNS[noun.text].plural
    if young and number.value is not None and number.value < GROWN_AT and _FEW_WORDS.fullmatch(between):
        return True
    return number.value is not None and (0 <= ahead <= _CLOSE or 0 <= number.start - noun.end <= _CLOSE)


def _without_repeated(rows: list[Row]) -> list[Row]:
    """The rows without one that a later row tells once more: "fourteen adults, wait ... fourteen adults and one grandchild"."""
    kept = [
        row
        for at, row in enumerate(rows)
        if not any(later.operation == row.operation == "set" and _repeats(later, row) for later in rows[at + 1 :])
    ]
    return kept or rows


def _repeats(later: Row, row: Row) -> bool:
    told = [(group.kind, group.count) for group in row.groups]
    again = [(group.kind, group.count) for group in later.groups]
    return again[: len(told)] == told


def _without_asides(rows: list[Row]) -> list[Row]:
    """The rows without people who are only named before the guests are counted, or once they are."""
    counted = next((at for at, row in enumerate(rows) if row.operation == "set"), 0)
    rows = rows[counted:] if all(row.nobody for row in rows[:counted]) else rows
    if not any(one.numbered and one.noun in _ALL for one in rows[0].groups):
        return rows
    return rows[:1] + [row for row in rows[1:] if row.operation != "set" or any(one.numbered for one in row.groups)]
