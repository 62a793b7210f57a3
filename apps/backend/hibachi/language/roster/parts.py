"""What is said of some of those in a row: "two of them under 5", "(2 toddlers)", "half of them kids", "the youngest is 3", "all adults"."""

from dataclasses import dataclass, replace

from hibachi.language.party import GROWN_AT
from hibachi.language.roster.chains import Chains
from hibachi.language.roster.families import Group, Kind
from hibachi.language.roster.phrases import TEEN

_THEM = frozenset(("them", "us", "those", "whom", "which", "these"))
_ARE = frozenset("are is r being 're will be who just only actually all turned turning turns already now".split())
_KIDS = frozenset("kids children kid child kiddos little".split())
_SMALL = frozenset("toddlers toddler babies baby infants infant".split())
_TEENS = frozenset("teens teen teenagers teenager".split())
_GROWN = frozenset("adults adult grown-ups grownups grown".split())
_ONES = frozenset("kids children boys girls ones nephews nieces grandkids little".split())
_EDGE = frozenset("youngest oldest eldest littlest smallest".split())
_JOINS = frozenset((",", "(", "-", ";", "and", "with", "but", "including", "incl", "where", ".", "though"))


@dataclass(frozen=True, slots=True)
class Told:
    """The groups once their parts are known; end: the token behind them."""

    groups: tuple[Group, ...]
    end: int
    told: bool
    all_adults: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    count: int
    what: str
    ages: tuple[int, ...]
    low: int | None
    high: int | None
    of: str
    end: int


class Parts:
    """Reads what stands behind a row of guests."""

    def __init__(self, chains: Chains, groups: tuple[Group, ...]) -> None:
        self.chains = chains
        self.groups = groups
        self.text = chains.text
        self.value = chains.value

    def read(self, at: int) -> Told | None:
        """The groups with their parts; None where a part fits nobody."""
        told, grown = False, False
        for _ in range(4):
            behind = self._past_joint(at)
            if behind is None:
                break
            if (end := self._all_grown(behind)) is not None:
                at, told, grown = end, True, True
                continue
            part = self._part(behind)
            if part is None:
                break
            groups = self._split(part)
            if groups is None:
                return None
            self.groups, at, told = groups, part.end, True
            at += self.text(at) == ")"
        return Told(self.groups, at, told, grown)

    def _past_joint(self, at: int) -> int | None:
        first = at
        while self.text(at) in _JOINS and at - first < 3:
            at += 1
        return at if at > first else None

    def _all_grown(self, at: int) -> int | None:
        """ "All adults", "everyone is over 21", "nobody under 13", "no kids"."""
        words = [self.text(at + step) for step in range(5)]
        if words[0] in ("all", "only", "just") and words[1] in _GROWN:
            return at + 2
        if words[0] in ("everyone", "everybody", "all", "we're", "they're"):
            step = 1
            while words[step] in ("is", "are", "of", "us", "them", "all") and step < 4:
                step += 1
            limit = self.value(at + step + 1)
            if words[step] in ("over", "above") and limit is not None and limit >= TEEN - 1:
                return at + step + 2
            return at + step + 1 if words[step] in _GROWN else None
        if words[0] in ("nobody", "none", "no"):
            step = 2 if words[1] in ("one", "of") else 1
            step += words[step] in ("us", "them", "is", "are")
            limit = self.value(at + step + 1)
            if words[step] in ("under", "below", "younger") and limit is not None and limit >= TEEN - 1:
                return at + step + 2
            return at + 2 if words[0] == "no" and words[1] in _KIDS else None
        return None

    def _part(self, at: int) -> _Part | None:
        count, of, end = self._some(at)
        if count is None:
            return None
        are = 0
        while self.text(end) in _ARE:
            are, end = are + 1, end + 1
        end += self.text(end) in ("a", "an")
        word = self.text(end)
        if word in (*_KIDS, *_SMALL, *_TEENS, *_GROWN) and (of or are):
            what = "kids" if word in _KIDS else "small" if word in _SMALL else "teens" if word in _TEENS else "grown"
            end += 1 + (word in ("little", "grown") and self.text(end + 1) in ("kids", "ones", "children", "ups"))
            told = self.chains.ages.told(end)
            listed = told is not None and (told.sure or len(told.ages) == count)
            if what == "kids" and told is not None and listed and (len(told.ages) in (0, count) or told.every):
                ages = told.ages * count if len(told.ages) == 1 else told.ages
                return _Part(count, what, ages, told.low, told.high, of, told.end)
            return _Part(count, what, (), None, None, of, end)
        told = self.chains.ages.told(end)
        limit = told is not None and told.low is not None and told.sure
        if told is None or not (of or are or limit) or (told.ages and max(told.ages) > GROWN_AT):
            return None
        if told.ages and len(told.ages) not in (1, count):
            return None
        ages = told.ages * count if len(told.ages) == 1 else told.ages
        return _Part(count, "ages", ages, told.low, told.high, of, told.end)

    def _some(self, at: int) -> tuple[int | None, str, int]:
        """How many of whom: "two of them", "one", "the youngest", "half of us", "3 of the kids"."""
        edge = at + (self.text(at) in ("the", "our", "my"))
        if self.text(edge) in _EDGE:
            return 1, "kids", edge + 1 + (self.text(edge + 1) in ("one", "kid", "child"))
        share = {"half": 2}.get(self.text(at))
        if share is not None:
            whole = self._of_all()
            end = at + 1
            end += 2 * (self.text(end) == "of" and self.text(end + 1) in _THEM)
            even = whole is not None and whole % share == 0
            return (whole // share if whole is not None and even else None), "all", end
        number = self.value(at)
        if number is None:
            return None, "", at
        if self.text(at + 1) != "of":
            return number, "", at + 1
        if self.text(at + 2) in _THEM:
            return number, "them", at + 3
        if self.text(at + 2) in ("the", "those", "our", "my", "these"):
            end = at + 3 + (self.value(at + 3) is not None)
            return (number, "kids", end + 1) if self.text(end) in _ONES else (None, "", at)
        return None, "", at

    def _of_all(self) -> int | None:
        whole = [group.count for group in self.groups if group.kind in ("people", "adults")]
        return whole[0] if len(self.groups) == 1 and whole else None

    # -- who they are of ----------------------------------------------------------------------------------------

    def _split(self, part: _Part) -> tuple[Group, ...] | None:
        """The groups with the part taken out of the one that it is of: unaged children first, else people without an age."""
        if part.what == "grown":
            return None
        kids = self._last("children", part.count)
        if part.what == "kids":
            kids = None
        source = kids if kids is not None else self._last("people", part.count)
        if source is None and not any(group.kind in ("children", "toddlers") for group in self.groups):
            adults = self._last("adults", part.count) if part.of in ("them", "all") else None
            source = adults
        if source is None:
            return None
        whole = self.groups[source]
        kind: Kind = "toddlers" if part.what == "small" else "children"
        ages = (TEEN,) * part.count if part.what == "teens" else part.ages
        some = replace(
            whole, kind=kind, count=part.count, ages=ages, low=part.low, high=part.high, whole=False, doubtful=False
        )  # fmt: skip
        rest = (replace(whole, count=whole.count - part.count),) if whole.count > part.count else ()
        return (*self.groups[:source], *rest, some, *self.groups[source + 1 :])

    def _last(self, kind: str, least: int) -> int | None:
        places = [
            at
            for at, group in enumerate(self.groups)
            if group.kind == kind and not group.ages and group.low is None and group.count >= least
        ]
        return places[-1] if places else None
