"""Who some of the guests are, at a place of the tokens: a word with or without ages ("kids of 7", "grown"), or ages alone ("are 4")."""

from dataclasses import dataclass, replace

from hibachi.language.party import GROWN_AT
from hibachi.language.roster import share_words as say
from hibachi.language.roster.ages import AgeReader
from hibachi.language.roster.chains import Chains
from hibachi.language.roster.families import Kind
from hibachi.language.roster.phrases import TEEN
from hibachi.language.roster.tokens import Token


@dataclass(frozen=True, slots=True)
class What:
    """Who some are; strong: words say so, not a bare number alone."""

    kind: Kind
    end: int
    ages: tuple[int, ...] = ()
    low: int | None = None
    high: int | None = None
    strong: bool = True
    noun: str = ""


class WhatReader:
    """Reads who some of the guests are."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.chains = Chains(tokens)
        self.ages = AgeReader(tokens, self.starts_part)
        self.text = self.chains.text
        self.value = self.chains.value

    def starts_part(self, at: int) -> bool:
        """Whether a number begins another part: "five are 10", "4 aged 7", "3 (8)"."""
        if self.chains.counts_guests(at):
            return True
        behind = self.text(at + 1)
        one = behind == "'" and self.text(at + 2) == "s"
        return one or behind in ("are", "is", "of", "aged", "under", "over", "between", "more", "who", "will", "'s")

    def fraction(self, at: int) -> tuple[int, int] | None:
        """A part that a word tells: "half", "third"."""
        return say.FRACTIONS.get(self.text(at))

    def past_verb(self, at: int) -> int:
        """Behind "are", "is still", "who are only"."""
        first = at
        while at - first < 6:
            if self.text(at) == "'" and self.text(at + 1) in ("s", "re", "ll"):
                at += 2
            elif self.text(at) == "like" and self.text(at - 1) in ("would", "we'd", "they'd", "i'd"):
                break
            elif self.text(at) in say.ARE and not (self.text(at) in ("a", "an") and self.fraction(at + 1)):
                at += 1
            else:
                break
        return at

    def what(self, at: int, count: int | None) -> What | None:
        """Who some are: a word of guests with or without ages, or ages alone."""
        while self.text(at) in say.ADORNED and self._goes_on(at):
            at += 1
        word = self.text(at)
        if word in say.GROWN or (word == "grown" and self.text(at + 1) not in ("kids", "children")):
            return What("adults", at + 1 + (word == "grown" and self.text(at + 1) in ("ups", "folks", "up")))
        if word in ("18", "21", "13") and self.text(at + 1) == "+":
            return What("adults", at + 2)
        if word in say.SMALL:
            return self._with_ages("toddlers", at + 1, count)
        if word in say.KIDS or (word == "little" and self.text(at + 1) in ("", ".", ",", ";", "\n")):
            return self._with_ages("children", at + 1, count)
        if word == "little" and self.text(at + 1) in ("ones", "one"):
            return replace(self._with_ages("toddlers", at + 2, count), noun="little")
        if word in say.TEENS:
            return What("adults", at + 1, noun="teens")
        if word in ("mine", "ours"):
            mine = self._with_ages("children", at + 1, count)
            return mine if mine.ages else None
        return self._over(at) or self._aged(at, count) or self._somebody(at, count)

    def _somebody(self, at: int, count: int | None) -> What | None:
        """ "One of those is my grandbaby, she's ten months": told by who it is."""
        found = self.chains.at(at) if self.text(at) in ("my", "our", "his", "her", "a", "an") else None
        if found is None or count is None or found[0].count != count or found[0].kind not in ("children", "toddlers"):
            return None
        group, end = found
        return What(group.kind, end, group.ages, group.low, group.high)

    def _goes_on(self, at: int) -> bool:
        return self.text(at) != "little" or self.text(at + 1) in (*say.KIDS, *say.SMALL)

    def _over(self, at: int) -> What | None:
        """ "Over 13", "13 and up", "18+": grown by the price list, or all over an age."""
        at += self.text(at) == "aged"
        if self.text(at) in ("over", "above") and (limit := self.value(at + 1)) is not None and limit >= TEEN - 1:
            return What("adults", self._past_unit(at + 2))
        limit = self.value(at)
        if limit is None or not TEEN <= limit <= 65:
            return None
        if self.text(at + 1) == "+":
            return What("adults", at + 2)
        if self.text(at + 1) in ("and", "or", "&") and self.text(at + 2) in ("over", "up", "older", "above"):
            return What("adults", at + 3)
        return None

    def _past_unit(self, at: int) -> int:
        at += self.text(at) in ("years", "yrs", "year", "yo")
        return at + (self.text(at) in ("old", "of")) + (self.text(at) == "of")

    def _with_ages(self, kind: Kind, at: int, count: int | None) -> What:
        """A word of young guests, with the ages that stand behind it, also as a sentence of their own ("3 are kids. 2, 7 and 12")."""
        told = self.ages.told(at, count or 16)
        if self.text(at) == "." and count is not None and count > 1:
            listed = self.ages.told(at + 1, count)
            told = listed if listed is not None and len(listed.ages) == count else told
        if told is None and self.text(at) in (",", "-", "(") and self.text(at + 1) in ("like", "about", "all"):
            told = self.ages.told(at + 1 + (self.text(at + 1) != "all"), count or 16)
        if told is not None and count is not None and 1 < len(told.ages) != count:
            told = self.ages.told(at, 1)
        if told is None or (told.ages and max(told.ages) > GROWN_AT):
            return What(kind, at)
        if count is None and len(told.ages) != 1 and told.low is None:
            return What(kind, at)
        fits = count is None or len(told.ages) == count or told.every or (told.sure and len(told.ages) < 2)
        comma = self.text(at) == "," and not told.sure
        if not fits or (comma and count != len(told.ages)):
            return What(kind, at)
        return self._of_ages(told.ages, told.low, told.high, told.end, count, kind)

    def _aged(self, at: int, count: int | None) -> What | None:
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
    ) -> What:
        if len(ages) == 1 and count is not None:
            ages = ages * count
        if count is None and ages:
            ages, low, high = (), min(ages), max(ages)
        return What("children" if ages or low is not None else kind, end, ages, low, high)
