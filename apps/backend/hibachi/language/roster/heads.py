"""What stands before a noun of guests: whose they are, how many, what they are like, and how old: "my two little 7yo ..."."""

from dataclasses import dataclass

from hibachi.language.roster.ages import AgeReader
from hibachi.language.roster.tokens import Token
from hibachi.language.roster.words import ADJECTIVES, ARTICLES, MORE, NOUNS, OWN, SMALL, TEENAGE, Noun

THEM = frozenset(("them", "those", "whom", "which", "these"))
LITTLE = frozenset(("little", "wee", "tiny"))
_NO_ADJECTIVE = frozenset(
    (
        "of and or plus with without for from to in on at by per the a an my our his her their your is "
        "are was were be who that which"
        " if not no but so also then free paying pay want wants have has need needs bring brings bringing "
        "including incl counting under over about like"
    ).split()
)
_NOBODYS = frozenset(("it's", "that's", "who's", "there's", "he's", "she's", "let's", "what's"))


@dataclass(slots=True)
class Head:
    """What stands before a noun."""

    at: int
    first: int = 0
    own: bool = False
    article: bool = False
    number: int | None = None
    numbered: bool = False
    more: bool = False
    among: bool = False
    teenage: bool = False
    small: bool = False
    grown: bool = False
    twin: bool = False
    young: bool = False
    aged: tuple[int, ...] = ()


class HeadReader:
    """Reads heads and nouns at a place of the tokens."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.ages = AgeReader(tokens, self.counts_guests)

    def text(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def value(self, at: int) -> int | None:
        return self.tokens[at].value if 0 <= at < len(self.tokens) else None

    def counts_guests(self, at: int) -> bool:
        """Whether the number at a place counts the noun behind it: "4 adults", "3 of us", "two little boys"."""
        if self.value(at) is None:
            return False
        at += 1
        if self.text(at) == "of" and self.text(at + 1) in (*OWN, "us", *THEM):
            return True
        if self.text(at) in ("total", "altogether") or (
            self.text(at) == "in" and self.text(at + 1) in ("all", "total")
        ):
            return True
        while self.text(at) in ADJECTIVES and self.text(at) not in NOUNS:
            at += 1
        aged = self.ages.before_noun(at)
        return aged is not None or self.text(at) in NOUNS or self.text(at) in ADJECTIVES or self.little_ones(at)

    def little_ones(self, at: int) -> bool:
        """Whether a word is the noun of "two little ones"."""
        return self.text(at) in ("ones", "one") and self.text(at - 1) in LITTLE

    def head(self, at: int) -> Head | None:
        head = Head(at, at)
        if self.text(at) in ("both", "all"):
            number = 2 if self.text(at) == "both" else self.value(at + 1)
            if number is None or self.text(at + 1) in THEM:
                return None
            head.number, head.own, head.numbered = number, True, True
            at += 1 + (self.text(at) == "all")
            at += self.text(at) == "of"
        if self.text(at) in OWN:
            head.own = True
            at += 1 + (self.text(at + 1) == "own" and self.value(at + 2) is not None)
        while self.text(at).endswith("'s") and len(self.text(at)) > 3 and self.text(at) not in _NOBODYS:
            head.own = True
            at += 1
        if self.text(at) in ARTICLES and self.value(at) is None:
            head.article, head.number = True, 1
            head.more = self.text(at) == "another"
            at += 1
            if self.text(at) == "couple" and (self.text(at + 1) == "of" or self._starts_plural(at + 1)):
                head.number, head.numbered = 2, True
                at += 1 + (self.text(at + 1) == "of")
        aged = self.ages.before_noun(at)
        if aged is None and (number := self.value(at)) is not None:
            head.number, head.numbered = number, True
            at += 1
            if self.text(at) == "of" and (self.text(at + 1) in OWN or self.text(at + 1) == "us"):
                head.own = self.text(at + 1) in OWN
                head.among = self.text(at + 1) not in ("my", "our", "his", "her", "their")
                at += 2 if head.own else 1
                while self.text(at).endswith("'s"):
                    at += 1
        at = self._adjectives(head, at)
        aged = self.ages.before_noun(at)
        if aged is not None:
            head.aged, at = aged
            at = self._adjectives(head, at)
        head.at = at
        return head

    def _starts_plural(self, at: int) -> bool:
        while self.text(at) in ADJECTIVES and self.text(at) not in NOUNS:
            at += 1
        noun = NOUNS.get(self.text(at))
        return noun is not None and noun.plural

    def _adjectives(self, head: Head, at: int) -> int:
        while (self.text(at) in ADJECTIVES and self.goes_on(at + 1)) or self._describes(head, at):
            word = self.text(at)
            head.more = head.more or word in MORE
            head.teenage = head.teenage or word in TEENAGE
            head.small = head.small or word in SMALL
            head.grown = head.grown or word in ("adult", "grown", "college", "uni", "married")
            head.twin = head.twin or word == "twin"
            head.young = head.young or word in ("little", "small", "young", "tiny", "wee")
            at += 1
        return at

    def _describes(self, head: Head, at: int) -> bool:
        """ "Two lap babies", "5 college kids": a word of no other meaning between a number and its children."""
        word, noun = self.text(at), NOUNS.get(self.text(at + 1))
        young = noun is not None and noun.plural and noun.kind in ("children", "toddlers") and not noun.relation
        return head.numbered and young and word.isalpha() and word not in NOUNS and word not in _NO_ADJECTIVE

    def goes_on(self, at: int) -> bool:
        noun = self.text(at) in NOUNS or self.little_ones(at)
        return noun or self.text(at) in ADJECTIVES or self.ages.before_noun(at) is not None

    def noun(self, at: int) -> tuple[Noun | None, int]:
        law = self.text(at + 1) == "in" and self.text(at + 2) in ("law", "laws")
        noun = NOUNS.get(self.text(at))
        if self.little_ones(at):
            return NOUNS["littles" if self.text(at) == "ones" else "toddler"], at + 1
        if noun is not None and self.text(at) == "family" and self.text(at + 1) in ("members", "friends"):
            return NOUNS["friends"], at + 2
        if self.text(at) == "in" and self.text(at + 1) == "laws":
            return NOUNS["in-laws"], at + 2
        if noun is None:
            return None, at
        if self.text(at) == "grown" and self.text(at + 1) in ("ups", "up", "folks", "-"):
            return noun, at + 2 + (self.text(at + 1) == "-")
        if law:
            return NOUNS["mother-in-law"], at + 3
        return noun, at + 1
