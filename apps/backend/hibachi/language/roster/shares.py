"""A party told as parts of a whole, in any order: "16 persons: three are 4, five are 10, the rest adults", "half adults half kids"."""

from dataclasses import dataclass

from hibachi.language.party import GROWN_AT
from hibachi.language.roster import share_words as say
from hibachi.language.roster.families import Kind
from hibachi.language.roster.phrases import TEEN
from hibachi.language.roster.share_kinds import WhatReader
from hibachi.language.roster.words import NOUNS, YEARS

MOST = 400
LEAST_BARE = 4
"""A bare number that may be all who come: "we're 15"."""


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


class ShareReader(WhatReader):
    """Reads wholes, parts and the rest at a place of the tokens."""

    # -- wholes ---------------------------------------------------------------------------------------------------

    def whole(self, at: int) -> Whole | None:
        """ "16 persons", "a party of 12", "we're 15", "out of the 18": all who come."""
        for lead, words in say.LEADS_FROM.get(self.text(at), ()):
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
        closed = behind in (
            "",
            ",",
            ".",
            ";",
            ":",
            "-",
            "(",
            "\n",
            "but",
            "where",
            "with",
            "total",
            say.TAKEN,
            "and",
            "though",
            "so",
        )
        closed = closed or behind in ("including", "incl", "counting", "in", "on", "at", "altogether", "all") or of
        if not closed or self.starts_part(at) and not of:
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
            if self._lists_ages(at):
                number = len(self._ages_at(at))  # "the others 7, 8 and 10"
            elif self.value(at) is not None and not self._starts_age(at):
                number, at = self.value(at), at + 1
            elif single:
                return None
        else:
            return None
        at += self.text(at) in ("people", "guests", "persons", "ones")
        if self.text(at) == "of":
            at += 2 + (self.text(at + 1) in ("the", "our"))
        at = self.past_verb(at)
        what = self.what(at, number)
        if what is None:
            return None
        return Share(what.kind, number, first, what.end, what.ages, what.low, what.high, told=True, rest=True)

    def _ages_at(self, at: int) -> tuple[int, ...]:
        told = self.ages.told(at)
        return told.ages if told is not None else ()

    def _lists_ages(self, at: int) -> bool:
        several = self.value(at) is not None and self.text(at + 1) in (",", "and", "&")
        return several and len(self._ages_at(at)) > 1 and max(self._ages_at(at)) <= GROWN_AT

    def _starts_age(self, at: int) -> bool:
        return self.text(at + 1) in ("year", "yo", "-", "years")

    def _all_but(self, at: int) -> Share | None:
        """ "Everyone over 13 but my two boys", "all adults except 2 kids": the rest, with the others behind it."""
        first = at
        if (none := self._none_but(at)) is not None:
            return none
        if self.text(at) not in say.ALL:
            return None
        at += 1
        if self.text(at) == "of":
            at += 2
        if self.text(at) in say.BUT and (less := self.value(at + 1)) is not None:
            at += 2 + 2 * (self.text(at + 2) == "of")
            what = self.what(self.past_verb(at), None)
            if what is None:
                return None
            return Share(what.kind, None, first, what.end, what.ages, what.low, what.high, told=True, less=less)
        what = self.what(self.past_verb(at), None)
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

    def _none_but(self, at: int) -> Share | None:
        """ "No kids except my niece", "none of them kids but two": all others are grown."""
        first = at
        if self.text(at) not in ("none", "no", "nobody"):
            return None
        at += 1 + 2 * (self.text(at + 1) == "of")
        at += self.text(at) == "one"
        what = self.what(self.past_verb(at), None)
        if what is None or what.kind == "adults":
            return None
        end = what.end + (self.text(what.end) == ",")
        if self.text(end) not in say.BUT:
            return None
        end += 1 + (self.text(end + 1) == "for")
        return Share("adults", None, first, end, told=True, rest=True, noun="but")

    def _edge(self, at: int) -> Share | None:
        """ "The youngest is 3"."""
        first = at
        at += self.text(at) in ("the", "our", "my")
        if at == first or self.text(at) not in ("youngest", "oldest", "eldest", "littlest", "smallest"):
            return None
        at += 1 + (self.text(at + 1) in ("one", "kid", "child"))
        verb = self.past_verb(at)
        what = self.what(verb, 1) if verb > at else None
        if what is None or not what.ages:
            return None
        return Share(what.kind, 1, first, what.end, what.ages, of="kids", told=True)

    def _part(self, at: int) -> Share | None:
        """A number of whom something is said: "three of them are 4", "4 of which under 6", "half kids", "one's 5"."""
        first = at
        of, at = self._whose(at)
        part, count = None, None
        at += self.text(at) in ("a", "the", "one", "two", "another") and self.fraction(at + 1) is not None
        if (fraction := self.fraction(at)) is not None:
            part, at = fraction, at + 1
        elif (number := self.value(at)) is not None and 0 < number <= MOST:
            count, at = number, at + 1
        else:
            return None
        if count == 1 and (bare := self._one_bare(first, at)) is not None:
            return bare
        inner, at, out_of = self._of_whom(at)
        of = inner or of
        verb = self.past_verb(at)
        verbal = any(self.text(step) in say.VERBS for step in range(at, verb))
        unsaid = of == "whole" and not verbal
        what = self.what(verb, count) if self._may_tell(verb, of) and not unsaid else None
        if what is None:
            return None
        told = bool(of) or verbal or part is not None or what.low is not None
        if not told and not what.strong:
            return None
        return Share(
            what.kind,
            count,
            first,
            what.end,
            what.ages,
            what.low,
            what.high,
            of,
            told,
            part=part,
            out_of=out_of,
            noun=what.noun,
        )

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
        ours = group.kind == "toddlers" and self.text(at) in ("my", "our")  # "12 of us: my twins (9), my toddler, ..."
        if not (group.numbered or ours) or group.me or group.doubtful or group.more or group.among:
            return None
        if group.finite and (group.noun not in NOUNS or NOUNS[group.noun].kind == "people"):
            return None
        if group.kind == "people" or (group.kind == "adults" and group.relation):
            return None
        kind = group.kind
        ages, low, high = group.ages, group.low, group.high
        if ages and min(ages) > GROWN_AT or low is not None and low >= TEEN:
            kind, ages, low, high = "adults", (), None, None
        return Share(
            kind,
            group.count,
            at,
            end,
            ages,
            low,
            high,
            told=aged and (group.finite or group.noun == "bounded"),
            noun=group.noun,
        )

    def _whose(self, at: int) -> tuple[str, int]:
        """ "Of those, four ...", "of the kids 3 ...", "from them 2"."""
        first = at
        at += self.text(at) == "out"
        if self.text(at) not in ("of", "from", "among"):
            return "", first
        at += 1
        of = ""
        if self.text(at) in say.THEM:
            again = self.text(at) in ("those", "these") and None not in (self.value(at + 1), self.value(at + 2))
            again = again and self.text(at + 3) in ("are", "is", "of", "kids", "under")
            of, at = "them", at + 1 + again
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
        numbered = self.text(at + 1) in ("those", "these") and self.value(at + 2) is not None
        if self.text(at + 1) in say.THEM and not numbered:
            kids = self.text(at + 1) in ("those", "these") and self.text(at + 2) in say.KIDS
            return "kids" if kids else "them", at + 2 + kids, None
        if (whole := self.value(at + 1)) is not None and LEAST_BARE <= whole <= MOST:
            total = self.chains.total_at(at + 1)
            return ("whole", total[2], whole) if total is not None else ("", at, None)
        if self.text(at + 1) in ("the", "our", "my", "those", "these"):
            end = at + 2 + (self.value(at + 2) is not None)
            if self.text(end) in say.KIDS or self.text(end) in ("boys", "girls"):
                return "kids", end + 1, None
            if (whole := self.value(at + 2)) is not None and whole <= MOST:
                end += self.text(end) in ("people", "guests", "persons", "ppl", "heads")
                end += 2 * (self.text(end) == "of" and self.text(end + 1) == "us")
                return "whole", end, whole
        return "", at, None
