"""A party told as parts of a whole, in any order: "16 persons: three are 4, five are 10, the rest adults", "half adults half kids"."""

from dataclasses import dataclass, replace

from hibachi.language.roster import share_words as say
from hibachi.language.roster.ages import AgeReader
from hibachi.language.roster.chains import Chains
from hibachi.language.roster.families import Kind
from hibachi.language.roster.phrases import GROWN_AT, TEEN
from hibachi.language.roster.tokens import Token
from hibachi.language.roster.words import YEARS

MOST = 400
LEAST_BARE = 4
"""A bare number that may be all who come: "we're 15"."""
_RECENT = 3
_LONGEST_GAP = 10


@dataclass(frozen=True, slots=True)
class Share:
    """Some of the guests. count None: the rest; parts: "a third" of the whole. of: whose part they are said to be; joint: what joins them to those before.

    told: whether words say that they are a part ("three are", "of them"). less: all but so many. out_of: the whole that is named with it.
    """

    kind: Kind
    count: int | None
    first: int
    end: int
    ages: tuple[int, ...] = ()
    low: int | None = None
    high: int | None = None
    of: str = ""
    told: bool = False
    rest: bool = False
    part: tuple[int, int] | None = None
    joint: frozenset[str] = frozenset()
    noun: str = ""
    out_of: int | None = None
    less: int | None = None

    @property
    def aged(self) -> bool:
        return bool(self.ages) or self.low is not None or self.kind == "toddlers"


@dataclass(frozen=True, slots=True)
class Whole:
    """All who come; of: the part behind it is of them ("of the 18, 4 are ..."); bare: without a noun of guests."""

    count: int
    first: int
    end: int
    of: bool = False
    bare: bool = False
    includes: bool = False


@dataclass(frozen=True, slots=True)
class _What:
    kind: Kind
    end: int
    ages: tuple[int, ...] = ()
    low: int | None = None
    high: int | None = None
    strong: bool = True


class ShareReader:
    """Reads wholes, parts and the rest at a place of the tokens."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.chains = Chains(tokens)
        self.ages = AgeReader(tokens, self._starts)
        self.text = self.chains.text
        self.value = self.chains.value

    def _starts(self, at: int) -> bool:
        """Whether a number begins another part: "five are 10", "4 aged 7", "3 (8)"."""
        if self.chains.counts_guests(at):
            return True
        behind = self.text(at + 1)
        one = behind == "'" and self.text(at + 2) == "s"
        return one or behind in ("are", "is", "of", "aged", "under", "over", "between", "more", "who", "will", "'s")

    # -- wholes ---------------------------------------------------------------------------------------------------

    def whole(self, at: int) -> Whole | None:
        """ "16 persons", "a party of 12", "we're 15", "out of the 18": all who come."""
        for lead in say.WHOLE_LEADS:
            words = lead.split()
            if all(self.text(at + step) == word for step, word in enumerate(words)):
                found = self._of_number(at, at + len(words), lead)
                if found is not None:
                    return found
        total = self.chains.total_at(at)
        if total is not None and 0 < total[0] <= MOST:
            return Whole(total[0], at, total[2], includes=self._includes(total[2]))
        number = self.value(at)
        if number is not None and number >= LEAST_BARE and self._includes(at + 1):
            return Whole(number, at, at + 1, bare=True, includes=True)
        with_kids = self.text(at + 1) == "with" and self.text(at + 2) in ("the", "all", "our", "my")
        if number is not None and with_kids and self.text(at + 3) in say.KIDS:
            return Whole(number, at, at + 4, bare=True)
        return None

    def _includes(self, at: int) -> bool:
        at += self.text(at) in (",", "(")
        return self.text(at) in ("including", "incl", "counting", "includes")

    def _of_number(self, first: int, at: int, lead: str) -> Whole | None:
        for filler in ("exactly", "about", "like", "around", "just", "only", "all", "a", "group", "of", "total"):
            at += self.text(at) == filler
        of = "of" in lead.split()[:2] and lead not in ("total of", "group of", "party of", "made up of")
        total = self.chains.total_at(at)
        if total is not None and 0 < total[0] <= MOST:
            return Whole(total[0], first, total[2], of=of, includes=self._includes(total[2]))
        number = self.value(at)
        if number is None or not LEAST_BARE <= number <= MOST:
            return None
        behind = self.text(at + 1)
        closed = behind in ("", ",", ".", ";", ":", "-", "(", "\n", "but", "where", "with", "total", say.TAKEN, "and", "though", "so")
        closed = closed or behind in ("including", "incl", "counting", "in", "on", "at", "altogether", "all") or of
        if not closed or self._starts(at) and not of:
            return None
        return Whole(number, first, at + 1, of=of, bare=True, includes=self._includes(at + 1))

    # -- parts ----------------------------------------------------------------------------------------------------

    def share(self, at: int) -> Share | None:
        """A part at a token: "three are 4", "half of them kids", "2 babies", "the rest are adults"."""
        return self.rest(at) or self._all_but(at) or self._edge(at) or self._part(at) or self._named(at)

    def rest(self, at: int) -> Share | None:
        """ "The rest adults", "the remaining eight are kids", "everyone else is grown"."""
        first = at
        at += self.text(at) in ("the", "all")
        at += self.text(at) in ("the", "all")
        number: int | None = None
        if self.text(at) in say.ALL and self.text(at + 1) == "else":
            at += 2
        elif self.text(at) in say.OTHERS:
            single = self.text(at) == "other"
            at += 1
            if self.value(at) is not None and not self._starts_age(at):
                number, at = self.value(at), at + 1
            elif single:
                return None
        else:
            return None
        at += self.text(at) in ("people", "guests", "persons", "ones")
        if self.text(at) == "of":
            at += 2 + (self.text(at + 1) in ("the", "our"))
        at = self._past_verb(at)
        what = self.what(at, number)
        if what is None:
            return None
        return Share(what.kind, number, first, what.end, what.ages, what.low, what.high, told=True, rest=True)

    def _starts_age(self, at: int) -> bool:
        return self.text(at + 1) in ("year", "yo", "-", "years")

    def _all_but(self, at: int) -> Share | None:
        """ "Everyone over 13 but my two boys", "all adults except 2 kids": the rest, with the others behind it."""
        first = at
        if self.text(at) not in say.ALL:
            return None
        at += 1
        if self.text(at) == "of":
            at += 2
        if self.text(at) in say.BUT and (less := self.value(at + 1)) is not None:
            at += 2 + 2 * (self.text(at + 2) == "of")
            what = self.what(self._past_verb(at), None)
            return what and Share(what.kind, None, first, what.end, what.ages, what.low, what.high, told=True, less=less)
        what = self.what(self._past_verb(at), None)
        if what is None or what.kind != "adults":
            return None
        end = what.end + (self.text(what.end) == ",")
        apart = self.text(end) in ("apart", "aside") and self.text(end + 1) == "from"
        other = self.text(end) in ("other", "rather") and self.text(end + 1) == "than"
        if self.text(end) not in say.BUT and not (apart or other):
            return None
        end += 2 if apart or other else 1
        end += self.text(end) in ("for", "from")
        return Share("adults", None, first, end, told=True, rest=True, noun="but")

    def _edge(self, at: int) -> Share | None:
        """ "The youngest is 3"."""
        first = at
        at += self.text(at) in ("the", "our", "my")
        if at == first or self.text(at) not in ("youngest", "oldest", "eldest", "littlest", "smallest"):
            return None
        at += 1 + (self.text(at + 1) in ("one", "kid", "child"))
        verb = self._past_verb(at)
        what = self.what(verb, 1) if verb > at else None
        if what is None or not what.ages:
            return None
        return Share(what.kind, 1, first, what.end, what.ages, of="kids", told=True)

    def _part(self, at: int) -> Share | None:
        """A number of whom something is said: "three of them are 4", "4 of which under 6", "half kids", "one's 5"."""
        first = at
        of, at = self._whose(at)
        part, count = None, None
        at += self.text(at) in ("a", "the", "one", "two", "another") and self._fraction(at + 1) is not None
        if (fraction := self._fraction(at)) is not None:
            part, at = fraction, at + 1
        elif (number := self.value(at)) is not None and 0 < number <= MOST:
            count, at = number, at + 1
        else:
            return None
        if count == 1 and (bare := self._one_bare(first, at)) is not None:
            return bare
        inner, at, out_of = self._of_whom(at)
        of = inner or of
        verb = self._past_verb(at)
        verbal = any(self.text(step) in say.VERBS for step in range(at, verb))
        unsaid = of == "whole" and not verbal
        what = self.what(verb, count) if self._may_tell(verb, of) and not unsaid else None
        if what is None:
            return None
        told = bool(of) or verbal or part is not None
        if not told and not what.strong:
            return None
        return Share(what.kind, count, first, what.end, what.ages, what.low, what.high, of, told, part=part, out_of=out_of)

    def _one_bare(self, first: int, at: int) -> Share | None:
        """ "One 5, one 11": a child by its age, a few words of whom tell no more."""
        age = self.value(at)
        closed = self.text(at + 1) in ("", ",", ")", ".", "and", "&", ";", "\n")
        if age is None or age > GROWN_AT or not closed or self.text(first) != "one":
            return None
        return Share("children", 1, first, at + 1, (age,), told=True)

    def _may_tell(self, at: int, of: str) -> bool:
        """Whether who they are may stand at a token: behind a sign stands somebody else, in brackets only ages with their unit."""
        if self.text(at) == "(":
            told = self.ages.told(at)
            return told is not None and (bool(of) or any(self.text(step) in YEARS for step in range(at, told.end)))
        return self.text(at) not in (",", ":", "-", ";", ".")

    def _named(self, at: int) -> Share | None:
        """Guests counted with a noun: "4 kids of 7", "my two boys", "12 adults"."""
        found = self.chains.at(at)
        if found is None:
            return None
        group, end = found
        aged = bool(group.ages) or group.low is not None
        if not group.numbered or group.me or group.doubtful or group.more or group.finite or group.among:
            return None
        if group.kind == "people" or (group.kind == "adults" and group.relation):
            return None
        kind = group.kind
        ages, low, high = group.ages, group.low, group.high
        if ages and min(ages) > GROWN_AT or low is not None and low >= TEEN:
            kind, ages, low, high = "adults", (), None, None
        return Share(kind, group.count, at, end, ages, low, high, told=group.noun == "bounded" and aged, noun=group.noun)

    def _fraction(self, at: int) -> tuple[int, int] | None:
        return say.FRACTIONS.get(self.text(at))

    def _whose(self, at: int) -> tuple[str, int]:
        """ "Of those, four ...", "of the kids 3 ...", "from them 2"."""
        first = at
        at += self.text(at) == "out"
        if self.text(at) not in ("of", "from", "among"):
            return "", first
        at += 1
        of = ""
        if self.text(at) in say.THEM:
            of, at = "them", at + 1
        elif self.text(at) in ("the", "those", "these", "our", "my"):
            at += 1
            at += self.value(at) is not None
            if self.text(at) in say.KIDS:
                of, at = "kids", at + 1
        at += self.text(at) in (",", ":")
        return (of, at) if of else ("", first)

    def _of_whom(self, at: int) -> tuple[str, int, int | None]:
        """ "... of them", "... of the kids", "... out of the 18"."""
        at += self.text(at) == "out" and self.text(at + 1) == "of"
        if self.text(at) != "of":
            return "", at, None
        if self.text(at + 1) in say.THEM:
            kids = self.text(at + 1) in ("those", "these") and self.text(at + 2) in say.KIDS
            return "kids" if kids else "them", at + 2 + kids, None
        if (whole := self.value(at + 1)) is not None and LEAST_BARE <= whole <= MOST:
            end = self.chains.total_at(at + 1)
            return ("whole", end[2], whole) if end is not None else ("", at, None)
        if self.text(at + 1) in ("the", "our", "my", "those", "these"):
            end = at + 2 + (self.value(at + 2) is not None)
            if self.text(end) in say.KIDS or self.text(end) in ("boys", "girls"):
                return "kids", end + 1, None
            if (whole := self.value(at + 2)) is not None and whole <= MOST:
                end += self.text(end) in ("people", "guests", "persons", "ppl", "heads")
                end += 2 * (self.text(end) == "of" and self.text(end + 1) == "us")
                return "whole", end, whole
        return "", at, None

    def _past_verb(self, at: int) -> int:
        first = at
        while at - first < 6:
            if self.text(at) == "'" and self.text(at + 1) in ("s", "re", "ll"):
                at += 2
            elif self.text(at) in say.ARE and not (self.text(at) in ("a", "an") and self._fraction(at + 1)):
                at += 1
            else:
                break
        return at

    # -- what they are --------------------------------------------------------------------------------------------

    def what(self, at: int, count: int | None) -> _What | None:
        """Who some are: a word of guests with or without ages, or ages alone."""
        while self.text(at) in ("paying", "full", "little", "small", "young", "younger", "of", "legal") and self._goes_on(at):
            at += 1
        word = self.text(at)
        if word in say.GROWN or (word == "grown" and self.text(at + 1) not in ("kids", "children")):
            return _What("adults", at + 1 + (word == "grown" and self.text(at + 1) in ("ups", "folks", "up")))
        if word in ("18", "21", "13") and self.text(at + 1) == "+":
            return _What("adults", at + 2)
        if word in say.SMALL:
            return self._with_ages("toddlers", at + 1, count)
        if word in say.KIDS or (word == "little" and self.text(at + 1) in ("", ".", ",", ";", "\n")):
            return self._with_ages("children", at + 1, count)
        if word == "little" and self.text(at + 1) in ("ones", "one"):
            return self._with_ages("toddlers", at + 2, count)
        if word in say.TEENS:
            return _What("adults", at + 1)
        return self._over(at) or self._aged(at, count)

    def _goes_on(self, at: int) -> bool:
        return self.text(at) != "little" or self.text(at + 1) in (*say.KIDS, *say.SMALL)

    def _over(self, at: int) -> _What | None:
        """ "Over 13", "13 and up", "18+": grown by the price list, or all over an age."""
        at += self.text(at) == "aged"
        if self.text(at) in ("over", "above") and (limit := self.value(at + 1)) is not None and limit >= TEEN - 1:
            return _What("adults", self._past_unit(at + 2))
        limit = self.value(at)
        if limit is None or not TEEN <= limit <= 65:
            return None
        if self.text(at + 1) == "+":
            return _What("adults", at + 2)
        if self.text(at + 1) in ("and", "or", "&") and self.text(at + 2) in ("over", "up", "older", "above"):
            return _What("adults", at + 3)
        return None

    def _past_unit(self, at: int) -> int:
        at += self.text(at) in ("years", "yrs", "year", "yo")
        return at + (self.text(at) in ("old", "of")) + (self.text(at) == "of")

    def _with_ages(self, kind: Kind, at: int, count: int | None) -> _What:
        """A word of young guests, with the ages that stand behind it."""
        told = self.ages.told(at, count or 16)
        if told is None and self.text(at) in (",", "-", "(") and self.text(at + 1) in ("like", "about", "all"):
            told = self.ages.told(at + 1 + (self.text(at + 1) != "all"), count or 16)
        if told is not None and count is not None and 1 < len(told.ages) != count:
            told = self.ages.told(at, 1)
        if told is None or (told.ages and max(told.ages) > GROWN_AT):
            return _What(kind, at)
        if count is None and len(told.ages) != 1 and told.low is None:
            return _What(kind, at)
        fits = count is None or len(told.ages) == count or told.every or (told.sure and len(told.ages) < 2)
        comma = self.text(at) == "," and not told.sure
        if not fits or (comma and count != len(told.ages)):
            return _What(kind, at)
        return self._of_ages(told.ages, told.low, told.high, told.end, count, kind)

    def _aged(self, at: int, count: int | None) -> _What | None:
        """Ages alone: "4", "4 and 7" of two, "four-year-olds", "under 5", "between 6 and 12"."""
        if (ages := self.ages.before_noun(at)) is not None:
            found, end = ages
            end += self.text(end) in say.KIDS or self.text(end) in ("boys", "girls")
            return self._of_ages(found, None, None, end, count, "children") if max(found) <= GROWN_AT else None
        told = self.ages.told(at, count or 1)
        if told is not None and told.low is None and len(told.ages) not in (1, count):
            told = self.ages.told(at, 1)
        if told is None or (told.ages and max(told.ages) > GROWN_AT):
            return None
        strong = told.sure or told.low is not None
        found_ages = self._of_ages(told.ages, told.low, told.high, told.end, count, "children")
        return replace(found_ages, strong=strong)

    def _of_ages(
        self, ages: tuple[int, ...], low: int | None, high: int | None, end: int, count: int | None, kind: Kind
    ) -> _What:
        if len(ages) == 1 and count is not None:
            ages = ages * count
        if count is None and ages:
            ages, low, high = (), min(ages), max(ages)
        return _What("children" if ages or low is not None else kind, end, ages, low, high)
