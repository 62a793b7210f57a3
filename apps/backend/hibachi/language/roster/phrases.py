"""One mention of guests out of tokens: "my 13yo twins", "niece (6)", "the neighbors, a family of 5", "Mia (7)", "4 couples"."""

from dataclasses import replace

from hibachi.language.date_words import MONTHS, WEEKDAYS
from hibachi.language.party import GROWN_AT
from hibachi.language.roster.ages import Told
from hibachi.language.roster.families import FamilyReader, Group, Kind
from hibachi.language.roster.heads import Head
from hibachi.language.roster.sides import MOST
from hibachi.language.roster.words import (
    CALLED,
    HAD_BY_SOMEBODY,
    NOUNS,
    SELF,
    YEARS,
    Noun,
)
from hibachi.language.tagging import known_names

OLDEST_SON = 30
TEEN = 13
MOST_AGES = 16
_OURS = 10
""" "Us 4": a family that speaks of itself."""
_NO_GUEST = frozenset(
    (
        "menu menus meal meals price prices pricing portion portions plate plates party parties shower "
        "birthday bday b-day table tables chair"
        " chairs seat seats food protein proteins bash celebration anniversary show event graduation "
        "wedding reunion package options option"
        " table's area size style special"
    ).split()
)
_ORIGINS = frozenset(
    (
        "class school kindergarten preschool daycare team work church college office soccer club grade "
        "troop neighborhood group university job"
    ).split()
)
_NO_NAME = frozenset(
    (
        "zip guests adults kids total june ages age party table around at on for about unit apt suite "
        "saturday may will april august"
    ).split()
)


class Phrases(FamilyReader):
    """Mentions of guests in one text."""

    def at(self, place: int) -> tuple[Group, int] | None:
        """The mention that begins at a token, and the token behind it."""
        told = self.side(place) or self.somebody(place) or self._me(place) or self._named(place) or self.crew(place)
        return told or self.clan(place) or self._guests(place)

    def _me(self, at: int) -> tuple[Group, int] | None:
        first = at
        at += self.text(at) in ("just", "only") and self.text(at + 1) in SELF
        if self.text(at) in SELF and not (self.text(at) == "i" and self.text(at + 1) in ("am", "was", "'m")):
            end = self._past_age(at + 1)
            return replace(self.group("adults", 1, first, end), me=True, relation=True, numbered=end > at + 1), end
        hers = self.text(at + 1) in HAD_BY_SOMEBODY or self.goes_on(at + 1)
        if self.text(at) in ("him", "her") and not hers and self.value(at + 1) is None:
            return replace(self.group("people", 1, first, at + 1), relation=True, pronoun=True), at + 1
        parents = self.text(at + 1) in ("parents", "grandparents")
        if self.text(at) == "us" and (parents or (self.value(at + 1) == 2 and not self.counts_guests(at + 1))):
            return replace(self.group("adults", 2, first, at + 2), me=True, relation=True), at + 2
        number = self.value(at + 1)
        if self.text(at) == "us" and number is not None and 2 < number <= _OURS and not self.counts_guests(at + 1):
            closed = self.text(at + 2) in ("", ",", ".", "(", "and", "&", "plus", "+", "\n")
            ours = replace(
                self.group("people", number, first, at + 2), me=True, relation=True, numbered=True, noun="family"
            )
            return (ours, at + 2) if closed else None
        both = self.text(at) == "both" or (self.text(at) == "the" and self.value(at + 1) == 2)
        at += 1 + (self.text(at) == "the")
        if both and self.text(at) == "of" and self.text(at + 1) == "us":
            return replace(self.group("adults", 2, first, at + 2), me=True, relation=True), at + 2
        return None

    def _past_age(self, at: int) -> int:
        """Behind the age of somebody grown, where one stands: "me 40", "my wife, 38", "dad (61)"."""
        end = at + (self.text(at) in ("(", ","))
        age = self.value(end)
        if age is None or not GROWN_AT <= age < 110 or self.counts_guests(end):
            return at
        if self.text(at) == "(":
            return end + 2 if self.text(end + 1) == ")" else at
        behind = self.text(end + 1)
        return (
            end + 1 if end + 1 >= len(self.tokens) or behind in (",", ".", ";", "and", "&", "+", "\n", "plus") else at
        )

    def _named(self, at: int) -> tuple[Group, int] | None:
        """ "Mia (7)", "Leo 4", "Zoe, 9", "Max is 12": a child by name."""
        first = at
        at += self.text(at) in ("baby", "little")
        name, bracket = self.text(at), self.text(at + 1) == "("
        capital = name.isalpha() and bool(name) and self.tokens[at].capital
        known = name in known_names() or (capital and (bracket or self.text(first - 1) in (",", ";", "and", "&", ":")))
        if not known or name in NOUNS or name in MONTHS or name in WEEKDAYS or name in _NO_NAME:
            return None
        if self.text(first - 1) == "the" and name.endswith("s"):
            return None  # "the Jones (4)"
        told = self.ages.told(at + 1)
        if told is None or len(told.ages) != 1 and not (told.ages and self.text(at + 1) in (",", "(")):
            told = self._one_age(at + 1)
        if told is None or not told.ages or not (bracket or self.tokens[at].capital):
            return None
        if len(told.ages) > 1:
            told = self._one_age(at + 1)
        grown = bracket or (
            name in known_names() and self.text(told.end) in (",", "and", "&", ".", ";", "\n") if told else False
        )
        if told is None or told.ages[0] > (99 if grown else GROWN_AT):
            return None
        age = told.ages[0]
        kind: Kind = "adults" if age >= GROWN_AT else "children"
        group = self.group(kind, 1, first, told.end)
        return replace(group, ages=(age,) if kind == "children" else (), numbered=True, noun="name"), told.end

    def bare_name(self, at: int, *, listed: bool = False) -> tuple[Group, int] | None:
        """ "Tom" among those who come, by nothing but the name; in a list of names also one that few people have."""
        name = self.text(at)
        known = (
            (name in known_names() or (listed and name.isalpha())) and at < len(self.tokens) and self.tokens[at].capital
        )
        if not known or name in NOUNS or name in MONTHS or name in WEEKDAYS or name in _NO_NAME:
            return None
        return replace(self.group("people", 1, at, at + 1), relation=True, noun="called"), at + 1

    def _one_age(self, at: int) -> Told | None:
        """One bare age: the list behind it goes on with another name."""
        end = at + (self.text(at) == ",")
        while self.text(end) in ("is", "who", "who's", "age", "aged", "turning", "turned", "just"):
            end += 1
        age = self.value(end)
        if age is None or self.counts_guests(end):
            return None
        return Told((age,), None, None, False, end > at + 1, end + 1)

    # -- nouns with what stands around them ---------------------------------------------------------------------

    def _guests(self, at: int) -> tuple[Group, int] | None:
        first = at
        head = self.head(at)
        if head is None:
            return None
        at = head.at
        if self.text(at) == "us" and head.among:
            number = head.number or 0
            group = self.group("people", number, first, at + 1)
            return (replace(group, numbered=True, whole=True, noun="us"), at + 1) if number else None
        noun, end = self.noun(at)
        if noun is None:
            return self._of_an_age(head, first) or self._number_of_an_age(head, first)
        if noun.kind == "family":
            return self.family(head, noun, first, end)
        if self.text(end) in _NO_GUEST or self.text(end) == "'s":
            return None
        return self._counted(head, noun, first, end)

    def _of_an_age(self, head: Head, first: int) -> tuple[Group, int] | None:
        """ "My 8 year old", "two 7 year olds", "my 4 and 7 year olds": children told by nothing but their age."""
        if not head.aged or not (head.own or head.article or head.number):
            return None
        if self.text(head.at) in _NO_GUEST or max(head.aged) >= GROWN_AT:
            return None
        number = head.number or len(head.aged)
        if len(head.aged) not in (1, number):
            return None
        ages = head.aged * number if len(head.aged) == 1 else head.aged
        group = self.group("children", number, first, head.at)
        return replace(group, ages=ages, numbered=True, more=head.more, among=head.among), head.at

    def _number_of_an_age(self, head: Head, first: int) -> tuple[Group, int] | None:
        """ "+ 2 (8yrs)": so many of that age."""
        if not head.number or head.own or head.more:
            return None
        if (bounds := self._bounded(head, first)) is not None:
            return bounds
        told = self.ages.told(head.at) if self.text(head.at) == "(" else None
        units = told is not None and any(self.text(at) in YEARS for at in range(head.at, told.end))
        if told is None or not units or not head.number or len(told.ages) not in (1, head.number):
            return None
        if max(told.ages) >= GROWN_AT or head.number > MOST_AGES:
            return None
        ages = told.ages * head.number if len(told.ages) == 1 else told.ages
        return replace(self.group("children", head.number, first, told.end), ages=ages, numbered=True), told.end

    def _bounded(self, head: Head, first: int) -> tuple[Group, int] | None:
        """ "11 over 13, 3 between 6 and 12, 2 under 5"."""
        at = head.at + (self.text(head.at) == "aged")
        if self.text(at) not in ("over", "under", "below", "between") or not head.number:
            return None
        told = self.ages.told(at)
        if told is None or told.low is None or told.high is None or head.number > MOST:
            return None
        grown = told.low >= TEEN - 1 and told.high >= GROWN_AT
        group = self.group("adults" if grown else "children", head.number, first, told.end)
        bounds = (None, None) if grown else (told.low, told.high)
        return replace(group, low=bounds[0], high=bounds[1], numbered=True, noun="bounded"), told.end

    def _counted(self, head: Head, noun: Noun, first: int, end: int) -> tuple[Group, int] | None:
        word = self.text(end - 1)
        end = self._past_origin(self._past_name(noun, self._past_pair(head, noun, end)))
        appositive = self.appositive(head, noun, first, end)
        if appositive is not None:
            return appositive
        many = self.in_brackets(noun, end) if noun.kind in ("adults", "people") else None
        if many is not None:
            return replace(self.group("people", many[0], first, many[1]), numbered=True, relation=True), many[1]
        if noun.kind == "adults" and not noun.plural and (behind := self._past_age(end)) > end:
            one = replace(self.group("adults", 1, first, behind), numbered=True, relation=True, noun=word)
            return (one, behind) if head.own or word in CALLED or head.article else None
        told = self._told(head, noun, end)
        count = self._number(head, noun, told, first)
        if count is None or not 0 < count <= MOST:
            return None
        told = told if told is not None and self._fits(told, count, noun, head) else None
        if told is not None:
            end = told.end
        if noun.kind == "children" and (behind := self._past_grown(end)) > end and not head.aged:
            grown = self.group("adults", count, first, behind)
            return replace(grown, numbered=head.numbered, relation=noun.relation, more=head.more, noun=word), behind
        ages, low, high = self._ages_of(head, noun, told, count)
        kind, doubtful = self._kind(head, noun, ages, low)
        if kind in ("adults", "people"):
            ages, low, high = (), None, None
        return (
            Group(
                kind, count, self.tokens[first].start, self.tokens[end - 1].end, ages, low, high,
                numbered=head.numbered or bool(ages) or low is not None or noun.heads > 1 or head.twin, relation=noun.relation, more=head.more,
                whole=noun.whole and not head.more, among=head.among, doubtful=doubtful, own=head.own, definite=self._definite(head, noun, first) and (noun.plural or not ages), finite=told is not None and told.finite,
                noun=word,
            ),
            end,
        )  # fmt: skip

    def _past_pair(self, head: Head, noun: Noun, end: int) -> int:
        """ "5 aunts and uncles", "3 nieces and nephews": so many of both."""
        other = NOUNS.get(self.text(end + 1))
        both = head.numbered and noun.plural and self.text(end) in ("and", "&", "/") and other is not None
        return end + 2 if both and other is not None and other.plural and other.kind == noun.kind else end

    def _past_grown(self, end: int) -> int:
        """Behind "all grown", "who are adults now", "(all grown up)" of somebody's children."""
        at = end
        bracket = self.text(at) == "("
        while self.text(at) in (",", "(", "all", "who", "are", "both", "now", "already"):
            at += 1
        if at == end or self.text(at) not in ("grown", "adults", "grown-ups", "grownups"):
            return end
        at += 1 + (self.text(at + 1) in ("up", "ups", "now"))
        return at + bracket if not bracket or self.text(at) == ")" else end

    def _definite(self, head: Head, noun: Noun, first: int) -> bool:
        """ "The kids", "both kids", "our children": those who were spoken of, not new ones."""
        those = self.text(first) in ("the", "both", "these", "those") or (head.own and not head.numbered)
        return those and noun.kind in ("children", "girls") and not noun.relation

    def _past_name(self, noun: Noun, end: int) -> int:
        """ "Uncle Bob", "my son Leo"."""
        named = noun.relation and not noun.plural and end < len(self.tokens) and self.tokens[end].capital
        return (
            end + 1 if named and self.text(end).isalpha() and self.text(end) not in (*SELF, *MONTHS, *WEEKDAYS) else end
        )

    def _past_origin(self, end: int) -> int:
        """ "Six kids from his kindergarten class": where they are from says nothing of how old or how many."""
        if self.text(end) != "from":
            return end
        for at in range(end + 1, min(end + 6, len(self.tokens))):
            if self.text(at) in _ORIGINS and self.text(at + 1) not in _ORIGINS:
                return at + 1
            if not self.text(at).isalpha() and not self.text(at).endswith("'s"):
                return end
        return end

    def _told(self, head: Head, noun: Noun, end: int) -> Told | None:
        one = not noun.plural and noun.heads == 1 and head.number in (None, 1)
        numbered = head.number * noun.heads if head.number is not None and noun.alone is None else None
        alike = noun.kind == "children" and noun.heads > 1 and self.text(end) != "("
        told = self.ages.told(end, 1) if one or alike else self.ages.told(end, numbered or MOST_AGES)
        if alike and self.text(end) == "are" and self._ends_as_pair(each := self.ages.told(end, 2)):
            told = each  # "the twins are 5 and 6": two who are called so
        if told is None or noun.kind == "family":
            return None
        young = told.ages and max(told.ages) < GROWN_AT and noun.kind == "people" and one
        little = young and (noun.relation or (head.young and self.text(end) in ("of", "aged")))
        if noun.kind in ("adults", "people") and not (told.worded or little or self._are_within(head, told, end)):
            return None
        grown = bool(told.ages) and max(told.ages) >= GROWN_AT
        sons = noun.kind == "children" and noun.relation and noun.plural and len(told.ages) > 1
        sons = sons and max(told.ages) <= OLDEST_SON and head.own  # "their sons 16 and 19"
        bracket = self.text(end) == "(" or sons
        return None if grown and noun.kind in ("children", "toddlers") and not bracket else told

    def _ends_as_pair(self, told: Told | None) -> bool:
        closed = told is not None and self.text(told.end) in ("", ".", ",", "!", "?", ";", "\n")
        return told is not None and len(told.ages) == 2 and closed

    def _are_within(self, head: Head, told: Told, end: int) -> bool:
        """ "2 people under 3", "12 cousins over 18"."""
        return head.numbered and told.low is not None and self.text(end) in ("under", "below", "over", "above", "aged")

    def _number(self, head: Head, noun: Noun, told: Told | None, first: int) -> int | None:
        """How many: told by a number, by what the noun is ("my parents"), or by so many ages."""
        if head.numbered and head.number is not None:
            if noun.heads > 1 and noun.alone is not None:
                return head.number if head.number == noun.heads else head.number * noun.heads
            return head.number * noun.heads
        if noun.alone is not None and (head.own or noun.heads > 1):
            return noun.alone
        if head.twin and noun.plural:
            return 2
        if noun.plural:
            by_age = told is not None and told.sure and (head.own or len(told.ages) > 1)
            bare = told is not None and len(told.ages) > 1 and (head.own or told.listed or self._in_row(first, told))
            several = len(head.aged) if len(head.aged) > 1 else None
            return len(told.ages) or None if told is not None and (by_age or bare) else several
        if len(head.aged) > 1:
            return len(head.aged)
        known = head.own or head.article or bool(head.aged)
        aged = told is not None and told.sure and len(told.ages) == 1
        bare = noun.kind == "toddlers" and self.text(first - 1) in ("+", "and", "&", "plus", ",")
        named = self.text(head.at) in CALLED or (
            noun.relation and (self._is_listed(head.at) or self._has_name(head.at))
        )
        return noun.heads if known or aged or bare or named else None

    def _is_listed(self, at: int) -> bool:
        """ "My mom, brother and aunt": whose they are was said of the first one."""
        if self.text(at - 1) not in (",", "and", "&", "+", "plus"):
            return False
        at -= 1 + (self.text(at - 2) == ",")
        at -= 2 * (self.text(at - 1) in ("law", "laws") and self.text(at - 2) == "in")
        while self.value(at - 1) is not None or self.text(at - 1) in ("(", ")"):
            at -= 1
        before = NOUNS.get(self.text(at - 1))
        return self.text(at - 1) in SELF or (before is not None and before.relation)

    def _has_name(self, at: int) -> bool:
        """ "Aunt Kim"."""
        name = at + 1
        return name < len(self.tokens) and self.tokens[name].capital and self._past_name(NOUNS["aunt"], name) > name

    def _in_row(self, first: int, told: Told) -> bool:
        """Whether others stand beside them, or so many ages are no count: "me, my wife, kids 6, 8 and 10"."""
        joins = (",", "and", "&", "+", "plus", "with", "w/", "(")
        return self.text(first - 1) in joins or self.text(told.end) in joins or len(told.ages) > 2

    def _fits(self, told: Told, count: int, noun: Noun, head: Head) -> bool:
        """Whether what stands behind a noun are the ages of those who were counted."""
        if head.aged or (told.ages and len(told.ages) > count):
            return False
        if told.low is not None:
            return told.sure or count > 1
        if told.sure:
            return len(told.ages) == count or told.every or len(told.ages) == 1 or len(told.ages) < count
        same = len(told.ages) == count
        return same or ((noun.heads > 1 or head.twin) and len(told.ages) == 1)

    def _ages_of(
        self, head: Head, noun: Noun, told: Told | None, count: int
    ) -> tuple[tuple[int, ...], int | None, int | None]:
        ages = told.ages if told is not None else head.aged
        low, high = (told.low, told.high) if told is not None else (None, None)
        everyone = noun.heads > 1 or head.twin or head.aged or (told is not None and told.every) or len(ages) == count
        if len(ages) == 1 and count > 1 and everyone:
            ages = ages * count
        if not ages and low is None and (noun.age is not None or head.teenage):
            ages = (TEEN,) * count
        return ages, low, high

    def _kind(self, head: Head, noun: Noun, ages: tuple[int, ...], low: int | None) -> tuple[Kind, bool]:
        """The kind, and whether it may be another: girls without an age are guests like others, or children."""
        young = (bool(ages) and max(ages) < GROWN_AT) or (low is not None and low < TEEN)
        grown = bool(ages) and min(ages) >= GROWN_AT
        if noun.kind in ("adults", "people"):
            if noun.kind == "people" and head.small and self.text(head.first) in ("their", "his", "her") and not ages:
                return "toddlers", False  # "my niece 10 and her baby sister"
            if noun.kind == "people" and not head.grown:
                return ("children" if young else "people"), bool(ages) and not (young or grown)
            return "adults", young and noun.plural
        if grown or head.grown:
            return "adults", False
        mixed = bool(ages) and max(ages) >= GROWN_AT
        if noun.kind == "girls":
            return "children", mixed or not (young or head.own)
        small = (noun.kind == "toddlers" or head.small) and not young
        return ("toddlers" if small else "children"), mixed and not noun.relation
