"""How many each side of a family is: "my side 9, husband side 7", "9 from my side and 7 from his", "her side has 12, mine 8"."""

from hibachi.language.roster.heads import HeadReader
from hibachi.language.roster.words import NOUNS

MOST = 400
_WHOSE = frozenset("my our his her their your".split())
_SIDES = frozenset("side family fam household half".split())
_CALLED = frozenset("mine ours his hers theirs".split())
"""The other side by its owner alone, behind a side that was counted."""
_COMES_TO = frozenset(
    "is are has have brings bring makes make was will be would about like around probably : - =".split()
)
_PEOPLE = frozenset("people ppl persons guests heads adults".split())
_CROWDS = frozenset(
    "in-laws inlaws neighbors neighbours friends relatives coworkers colleagues buddies roommates".split()
)
_LARGE = 40
_FROM = frozenset("from on of".split())
_JOINED = frozenset(
    ("", ",", ".", ";", "\n", "!", "?", ")", "and", "&", "+", "plus", "n", "with", "while", "but", "so")
)


class SideReader(HeadReader):
    """Reads a side of the family with its number."""

    def side_at(self, at: int, *, behind_another: bool = False) -> tuple[int, int] | None:
        """How many a side is that begins at a token, and the token behind it. behind_another: its owner alone may name it."""
        told = self._named_first(at, behind_another) or self._counted_first(at, behind_another)
        return told or (self._crowd(at) if behind_another else self._ourselves(at))

    def _ourselves(self, at: int) -> tuple[int, int] | None:
        """ "We are 6 and the in-laws are 5": ourselves, where another side follows."""
        end = at + 1 + (self.text(at + 1) in ("are", "r"))
        number = self.value(end)
        if self.text(at) not in ("we", "we're") or number is None or self.text(end + 1) not in _JOINED:
            return None
        behind = end + 1
        while self.text(behind) in _JOINED and behind < end + 3:
            behind += 1
        return (number, end + 1) if self.side_at(behind, behind_another=True) else None

    def _crowd(self, at: int) -> tuple[int, int] | None:
        """ "The in-laws are 5"; so many years old nobody says of a crowd."""
        end = at + (self.text(at) in (*_WHOSE, "the"))
        number = self.value(end + 2)
        told = end > at and self.text(end) in _CROWDS and self.text(end + 1) in ("are", "r", "make", "bring", "have")
        if not told or number is None or number > _LARGE or self.text(end + 3) not in _JOINED:
            return None
        return number, end + 3

    def _named_first(self, at: int, behind_another: bool) -> tuple[int, int] | None:
        """ "My side is 9", "husband side 7"; "mine 8" behind another."""
        at += self.text(at) in ("from", "on") and self.value(at - 1) is None
        side = self._past_side(at)
        if side is None and behind_another:
            whose = self._past_owner(at)
            side = at + 1 if self.text(at) in _CALLED else whose if self.text((whose or 0) - 1).endswith("'s") else None
        if side is None:
            return None
        end = side
        while self.text(end) in _COMES_TO and self.value(end) is None:
            end += 1
        number = self.value(end)
        end += 1
        if number is None or not 0 < number <= MOST:
            return None
        if self.text(end) == "of" and self.text(end + 1) in ("us", "them"):
            return number, end + 2
        if self.text(end) in _PEOPLE:
            return number, end + 1
        return (number, end) if self.text(end) in _JOINED else None

    def _counted_first(self, at: int, behind_another: bool) -> tuple[int, int] | None:
        """ "9 people from my side", "7 on my husband's side"; "7 from his" behind another."""
        number, end = self.value(at), at + 1
        if number is None or not 0 < number <= MOST:
            return None
        end += self.text(end) in _PEOPLE
        if self.text(end) not in _FROM:
            return None
        side = self._past_side(end + 1)
        if side is None and behind_another and self.text(end) != "of":
            whose = self._past_owner(end + 1)
            side = whose if whose is not None and self.text(whose) in _JOINED else None
            side = end + 2 if side is None and self.text(end + 1) in _CALLED else side
        return None if side is None else (number, side)

    def _past_side(self, at: int) -> int | None:
        whose = self._past_owner(at)
        return whose + 1 if whose is not None and self.text(whose) in _SIDES else None

    def _past_owner(self, at: int) -> int | None:
        """Behind whose side it is: "my", "the bride's", "my husbands", "husband"; a thing of no owner is no side."""
        end = at + (self.text(at) in (*_WHOSE, "the"))
        if self.text(end) == "other" and self.text(end + 1) in _SIDES:
            return end + 1
        while self._is_owner(end):
            end += 1
        return end if end > at + (self.text(at) == "the") else None

    def _is_owner(self, at: int) -> bool:
        word = self.text(at)
        noun = NOUNS.get(word) or NOUNS.get(word.removesuffix("s"))
        relation = noun is not None and noun.relation and (self.text(at + 1) in _SIDES or word.endswith("s"))
        return relation or (word.endswith("'s") and len(word) > len("it's"))
