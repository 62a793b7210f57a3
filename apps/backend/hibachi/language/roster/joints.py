"""What joins two mentions of guests in one row: signs, words, and the name of the family whose members follow ("Us: ...")."""

from hibachi.language.roster.phrases import Phrases
from hibachi.language.roster.words import NOUNS

_SIGNS = frozenset((",", ";", "&", "+", "/", "and", "plus", "with", "w", "w/", "also", "n", "then", "\n"))
_PHRASES = (
    ("as", "well", "as"),
    ("along", "with"),
    ("together", "with"),
    ("in", "addition", "to"),
    ("on", "top", "of", "that"),
)
_FILLERS = frozenset(
    "maybe about like oh around roughly probably approximately of course possibly another say just even".split()
)
_DOUBTS = frozenset(("maybe", "probably"))
_LONGEST = 8
_OURSELVES = frozenset("us we ours theirs mine".split())
_CLANS = frozenset("family household side fam crew clan".split())


class Joints(Phrases):
    """Reads what stands between two mentions."""

    def joint(self, at: int, *, opened: bool = False) -> tuple[frozenset[str], int] | None:
        """What joins two mentions, and where it ends. opened: the row began in a bracket behind a label."""
        names: set[str] = set()
        at += opened and self.text(at) == ")"
        first = at
        while at - first < _LONGEST:
            step = self._phrase(at) or self._sign(at)
            labelled = self.label(at + (self.text(at) == "."))
            if labelled is not None and (names or self.text(at) == "."):
                names.add(",")
                at = labelled
            elif step:
                names.add("and" if step > 1 else self.text(at))
                at += step
            elif names and self.text(at) in _FILLERS and self.at(at) is None:
                names |= {self.text(at)} & _DOUBTS
                at += 1
            else:
                break
        return (frozenset(names), at) if names else None

    def _phrase(self, at: int) -> int:
        """How long a joint of several words is."""
        return next((len(one) for one in _PHRASES if all(self.text(at + n) == word for n, word in enumerate(one))), 0)

    def _sign(self, at: int) -> int:
        return int(self.text(at) in _SIGNS or (self.text(at) == "-" and self.text(at + 1) in ("and", "plus")))

    def label(self, at: int) -> int | None:
        """Behind the name of those who are counted next: "us, 2 ...", "Jones family: 3 ...", "the Parks, 2 ..."."""
        end = at + (self.text(at) in ("the", "our", "my"))
        end += end > at and self.text(end).endswith("'s")
        word = self.text(end)
        ours = word in _OURSELVES
        named = word.isalpha() and bool(word) and word not in NOUNS and self.tokens[end].capital
        if not (ours or named or word in _CLANS):
            return None
        end += 1
        clan = word in _CLANS or self.text(end) in _CLANS
        end += word not in _CLANS and self.text(end) in _CLANS
        plural = named and end == at + 2 and word.endswith("s")
        told = self.text(end) in (":", "(") or (self.text(end) == "," and (ours or plural))
        if not told or not (ours or clan or plural) or not self.counts_guests(end + 1):
            return None
        return end + 1

    def labelled(self) -> bool:
        """Whether families are told one behind the other, each by its name."""
        return any(self.label(at) is not None for at in range(len(self.tokens)))
