"""Mentions that count several at once: "a family of 5", "two families of four", "the Johnsons (5)", "party of 8"."""

from dataclasses import dataclass, replace
from typing import Literal

from hibachi.language.party import GROWN_AT
from hibachi.language.roster.heads import Head
from hibachi.language.roster.sides import MOST, SideReader
from hibachi.language.roster.words import NOUNS, Noun

Kind = Literal["adults", "people", "children", "toddlers"]
_CREWS = frozenset("party group crew team club squad office".split())
_SAID_OF_THEM = frozenset(
    "are is will would want wants also might may can can't cannot won't aren't join joining come coming decided cancelled canceled bailed said".split()
)
""" "My in-laws, two adults, are …": the row of guests ends there."""


@dataclass(frozen=True, slots=True)
class Group:
    """Guests of one mention. low and high: all are of ages between them. numbered: a number or an age was said.

    definite: those who were spoken of ("the kids", "both kids"). finite: a sentence about them ("my son is turning 7").
    whole: may be a total ("8 of us", "20 people"). more: comes on top of others ("two more"). own: somebody's ("our 2 kids"). start, end: characters.
    """

    kind: Kind
    count: int
    start: int
    end: int
    ages: tuple[int, ...] = ()
    low: int | None = None
    high: int | None = None
    numbered: bool = False
    relation: bool = False
    me: bool = False
    more: bool = False
    whole: bool = False
    among: bool = False
    doubtful: bool = False
    definite: bool = False
    finite: bool = False
    pronoun: bool = False
    own: bool = False
    noun: str = ""


class FamilyReader(SideReader):
    """Reads families, couples and crews at a place of the tokens."""

    def group(self, kind: Kind, count: int, first: int, end: int) -> Group:
        return Group(kind, count, self.tokens[first].start, self.tokens[end - 1].end)

    def side(self, at: int, *, behind_another: bool = False) -> tuple[Group, int] | None:
        """ "My side 9", "7 from his side"."""
        found = self.side_at(at, behind_another=behind_another)
        if found is None:
            return None
        group = self.group("people", found[0], at, found[1])
        return replace(group, numbered=True, relation=True, noun="family"), found[1]

    def somebody(self, at: int) -> tuple[Group, int] | None:
        """ "The foreman and his two sons": whoever has a family is one who comes."""
        end = at + 4 + (self.value(at + 4) is not None)
        theirs = NOUNS.get(self.text(end))
        known = self.text(at + 1) in NOUNS or not self.text(at + 1).isalpha() or self.value(at + 1) is not None
        joined = self.text(at + 2) in ("and", "&") and self.text(at + 3) in ("his", "her")
        if self.text(at) != "the" or known or not joined or theirs is None or not theirs.relation:
            return None
        return replace(self.group("adults", 1, at, at + 2), relation=True, noun="somebody"), at + 2

    def in_brackets(self, noun: Noun, end: int) -> tuple[int, int] | None:
        """ "The neighbors (2)": how many they are."""
        number = self.value(end + 1)
        if not noun.plural or self.text(end) != "(" or number is None or number >= GROWN_AT:
            return None
        at = end + 2
        while self.text(at) in ("people", "of", "them", "adults", "total"):
            at += 1
        return (number, at + 1) if self.text(at) == ")" else None

    def crew(self, at: int) -> tuple[Group, int] | None:
        """ "Party of 8", "table of 10": a number that may be a total; "the wedding party is 12 and then ..."."""
        first = at
        at += self.text(at) in ("a", "the", "our")
        number = self.value(at + 2)
        if (
            number
            and self.text(at) in _CREWS
            and self.text(at + 1) in ("is", "are")
            and self.text(at + 3) in ("and", "plus", "+")
        ):
            return replace(self.group("people", number, first, at + 3), numbered=True, noun="crew"), at + 3
        if self.text(at) not in ("party", "group", "table", "crew") or self.text(at + 1) != "of" or not number:
            return None
        if self.counts_guests(at + 2) or number > MOST:
            return None
        return replace(self.group("people", number, first, at + 3), numbered=True, whole=True, noun="us"), at + 3

    def clan(self, at: int) -> tuple[Group, int] | None:
        """ "The Johnsons (5)", "the Garcias, who are four": a family by its name."""
        name = self.text(at + 1)
        if self.text(at) != "the" or not name.endswith("s") or name in NOUNS or not self.tokens[at + 1].capital:
            return None
        end = at + 2
        bracket = self.text(end) == "("
        end += bracket or self.text(end) == ","
        told = end
        while self.text(end) in (
            "who",
            "are",
            "all",
            "which",
            "is",
            "they're",
            "there",
            "they",
            "there's",
            "that's",
            "of",
            "family",
            "a",
            "make",
        ):
            end += 1
        number = self.value(end)
        if number is None or not (bracket or end > told or self._closes(end)):
            return None
        end += 1
        end += 2 * (self.text(end) == "of" and self.text(end + 1) in ("them", "us"))
        grown = self.text(end) == "adults"
        end += self.text(end) in ("people", "total", "adults")
        goes_on = self.text(end) in (",", ":", ";", "with", "w/", "incl", "including")
        if bracket and self.text(end) != ")" and not goes_on:
            return None
        end += bracket and not goes_on
        kind: Kind = "adults" if grown else "people"
        noun = "adults" if grown else "clan"
        return replace(self.group(kind, number, at, end), numbered=True, relation=True, noun=noun), end

    def _closes(self, at: int) -> bool:
        """ "The Bakers 5, ...": a number that counts nothing behind it."""
        behind = self.text(at + 1)
        closed = behind in ("", ",", ".", ";", "\n", "(", "and", "&", "plus", "+", "with", "incl", "including")
        return closed and not self.counts_guests(at)

    def appositive(self, head: Head, noun: Noun, first: int, end: int) -> tuple[Group, int] | None:
        """ "The neighbors, a family of 5": those just named."""
        if not noun.plural or head.numbered or not head.own:
            return None
        if noun.relation and (counted := self._counted_behind(noun, first, end)) is not None:
            return counted
        at = end + (self.text(end) in (",", "(", "-"))
        while self.text(at) in ("who", "are", "also", "is"):
            at += 1
        at += self.text(at) in ("a", "the")
        if at > end + 1 and self.text(at) == "couple":
            group = self.group("people", 2, first, at + 1)
            return replace(group, numbered=True, relation=True, noun="couple"), at + 1
        if at == end or self.text(at) != "family":
            return None
        found = self.family(Head(at, article=True), NOUNS["family"], first, at + 1)
        if found is None:
            return None
        group, end_of = found
        return (group, end_of + (self.text(end) == "(" and self.text(end_of) == ")"))

    def _counted_behind(self, noun: Noun, first: int, end: int) -> tuple[Group, int] | None:
        """ "My in-laws, two adults, are coming", "my cousins (3 adults)": how many those just named are, no others."""
        opened, number, told = self.text(end), self.value(end + 1), NOUNS.get(self.text(end + 2))
        if opened not in (",", "(", "-") or not number or told is None or told.relation or not told.plural:
            return None
        if noun.heads > 1 and number != noun.heads or told.kind not in ("adults", "people"):
            return None
        behind = self.text(end + 3)
        closed = (
            behind == ")"
            if opened == "("
            else behind in _SAID_OF_THEM or (behind in (",", "-") and self.text(end + 4) in _SAID_OF_THEM)
        )
        if not closed:
            return None
        kind: Kind = "adults" if "adults" in (told.kind, noun.kind) else "people"
        last = end + 3 + (behind == ")")
        group = self.group(kind, number, first, last)
        return replace(group, numbered=True, relation=True, noun=self.text(end - 1)), last + (behind in (",", "-"))

    def family(self, head: Head, noun: Noun, first: int, end: int) -> tuple[Group, int] | None:
        """ "A family of 5", "two families of four", "my brother's family (4)"."""
        if self.text(end - 1) == "side" and not head.own:
            return None
        if noun.plural and head.number and (sizes := self._sizes(end, head.number)) is not None:
            group = self.group("people", sum(sizes[0]), first, sizes[1])
            return replace(group, numbered=True, relation=True, more=head.more, noun="family"), sizes[1]
        if head.own and not head.article and self.text(first) in ("my", "our") and first + 1 == end - 1:
            mine = True
        else:
            mine = False
        bracket = self.text(end) in ("(", ",")
        at = end + (bracket or self.text(end) in ("of", "with", "are", "is"))
        at += self.text(at) in ("about", "like", "all")
        each = self.value(at)
        if each is None or at == end or self._counts_others(at):
            return None
        at += 1
        while self.text(at) in ("people", "of", "them", "each", "us", "persons", "members", "apiece"):
            at += 1
        if bracket and self.text(end) == "(":
            if self.text(at) != ")":
                return None
            at += 1
        times = head.number if noun.plural else 1
        if times is None or (noun.plural and not head.numbered):
            return None
        group = self.group("people", times * each, first, at)
        return replace(group, numbered=True, relation=True, more=head.more, me=mine, noun="family"), at

    def _sizes(self, at: int, times: int) -> tuple[list[int], int] | None:
        """ "3 families: 4, 5 and 3 people": the size of each."""
        at += self.text(at) in ("of", "with", ":", "-")
        sizes: list[int] = []
        while times > 1 and (size := self.value(at)) is not None:
            sizes.append(size)
            at += 1
            if len(sizes) == times:
                return sizes, at + (self.text(at) in ("people", "persons", "members"))
            at += self.text(at) == ","
            at += self.text(at) in ("and", "&")
        return None

    def _counts_others(self, at: int) -> bool:
        """ "A family with 2 kids": the number is of the kids alone."""
        end = at + 1
        return self.counts_guests(at) and self.text(end) not in ("people", "persons", "members", "of")
