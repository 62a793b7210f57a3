"""What the counts of one text come to: sums, restatements, totals, children with and without a count."""

from collections.abc import Sequence
from dataclasses import replace

from hibachi.kit import lazy_re as re
from hibachi.language import guest_words as say
from hibachi.language.guest_groups import GuestGroups
from hibachi.language.guest_kinds import changes, last
from hibachi.language.guest_notes import TEEN_FROM
from hibachi.language.numbers import find_numbers, to_int
from hibachi.language.party import Headcount, Kind, Party

MOST_BESIDE_TEENS = 100
RESTATED = re.compile(
    r"^\s*[,;(-]?\s*(?:so|thus|meaning|i\.?e\.?|that'?s|that is|which is|makes|that makes|=|all"
    r"|in total)\b[\s\w']{0,12}$"
)
_FAMILIES_OF = re.compile(r".{0,12}\b(?:families|households|groups|couples) of\b")
_ADDED = re.compile(r"\b(?:and|plus|with)\b|[+&]")
_AGAIN = re.compile(r"(?:[,;:(=/-]|\b(?:so|aka|as|all|just|i\.?e\.?|that'?s|that is|we'?re|which is|in)\b|\s)+$")
""" "10 adults (5 couples)", "12 adults - 6 couples": how many, told once more in pairs."""


_SUMS_UP = re.compile(
    r"\b(?:so|that'?s|thats|that makes|which makes|altogether"
    r"|still)(?: (?:it'?s|its|we'?re|we are|that'?s|still|now|just|a total of))* $"
)
""" "2 kids and the baby, so 12 people still": everybody."""


class GuestTotals(GuestGroups):
    """Puts the mentions of one text together."""

    def party(self) -> Party:
        order = self._not_taken_back(sorted(range(len(self.heads)), key=lambda at: self.places[at][0]))
        order = self._final(self._conclude(self._left(order)))
        mentions = tuple(self.heads[at] for at in order)
        order = self._without_pairs(order)
        heads = [self.heads[at] for at in order]
        places = [self.places[at] for at in order]
        settled_heads = [head for head in heads if head.operation == "set" and head.kind != "unsaid"]
        adults = self._together(heads, places, "adults")
        people = self._together(heads, places, "people")
        if adults and people and self._restates(people, adults):
            people = None
        toddlers = last(settled_heads, "toddlers")
        children = self._children(settled_heads)
        no_children = bool(say.NO_CHILDREN.search(self.text)) and not children
        return Party(
            adults=adults.high if adults else None,
            children=children,
            toddlers=toddlers.high if toddlers else None,
            people=people.high if people else None,
            people_is_total=self.total_said if people is None else self._is_total(people, heads, places),
            ages=tuple(self.ages),
            no_children=no_children,
            all_adults=bool(say.ALL_ADULTS.search(self.text)) and not children and not self.excepted,
            unsaid=self.unsaid,
            changes=changes(heads),
            ranges=tuple(head for head in (adults, people) if head and head.is_range),
            corrections=tuple(self.corrections),
            invalid=tuple(self.invalid),
            mentions=mentions,
        )

    def _conclude(self, order: list[int]) -> list[int]:
        """ "6 of us and 8 neighbors, so 14 adults": the sum stands instead of its parts; with children in it, it is the whole."""
        last_sum = max(say.CONCLUDED.finditer(self.text), key=re.Match.start, default=None)
        total = to_int(last_sum["low"]) if last_sum is not None else None
        if last_sum is None or total is None:
            return order
        place = last_sum.start("low")
        if told := self._told_again(order, place):
            return told
        before = [at for at in order if self.places[at][1] <= place and self.heads[at].operation == "set"]
        grown = [at for at in before if self.heads[at].kind in ("adults", "people")]
        if not grown or total <= max(self.heads[at].high for at in grown):
            return order
        summed = next((at for at in order if self.places[at][0] <= place < self.places[at][1]), None)
        kind = self.heads[summed].kind if summed is not None else "people"
        if (
            kind not in ("adults", "people")
            or kind == "people"
            and any(self.heads[at].kind in ("children", "toddlers") for at in before)
        ):
            return order
        if summed is None and total != sum(
            one.value for one in find_numbers(self.text[: last_sum.start()]) if one.kind == "whole"
        ):
            return order
        if summed is None:
            self._add("people", total, total, "set", last_sum.span("low"))
            order = sorted([*order, len(self.heads) - 1], key=lambda at: self.places[at][0])
        return [at for at in order if at not in grown or at == summed]

    def _told_again(self, order: list[int], place: int) -> list[int]:
        """ "6 friends, all 12 too, so 7 girls and 7 grown-ups": the whole party is told anew after "so"."""
        after = [at for at in order if self.places[at][0] >= place and self.heads[at].operation == "set"]
        kinds = {self.heads[at].kind for at in after if self.heads[at].counted}
        whole = "adults" in kinds and "children" in kinds and (len(after) < len(order) or bool(self.ages))
        if whole:
            told = self.clean.span(place, place + 1).start
            self.ages = [one for one in self.ages if one.span.start > told or not one.each or min(one.each) < TEEN_FROM]
        return [at for at in order if at in after or not self.heads[at].counted] if whole else []

    def _left(self, order: list[int]) -> list[int]:
        """ "20 adults, no sorry the in laws cancelled today so 18": the number that is left stands for the one before."""
        grown = [
            at for at in order if self.heads[at].kind in ("adults", "people") and self.heads[at].operation == "set"
        ]
        grown, told = self._of_what_is_left(grown)
        match = say.SO_MANY.search(self.text, self.places[grown[-1]][1]) if grown else None
        number = to_int(match["low"]) if match else None
        if told is not None and match is not None and number == self.heads[told].high:
            away = say.STAYS_AWAY.search(self.text, self.places[grown[-1]][1], match.start("low"))
            return [at for at in order if at not in grown] if away and number < self.heads[grown[-1]].high else order
        if match is None or not number or number >= self.heads[grown[-1]].high or not self._free(*match.span("low")):
            return order
        if not say.STAYS_AWAY.search(self.text, self.places[grown[-1]][1], match.start("low")):
            return order
        self.heads[grown[-1]] = replace(self.heads[grown[-1]], low=number, high=number)
        self._add("people", number, number, "set", match.span("low"))
        return [at for at in order if at not in grown[:-1]]

    def _of_what_is_left(self, grown: list[int]) -> tuple[list[int], int | None]:
        """The counts before the one that a frame of its own told ("so it'll be 17"), and that one."""
        if len(grown) < 2:
            return grown, None
        first, last = self.places[grown[-2]], self.places[grown[-1]]
        match = say.SO_MANY.search(self.text, first[1])
        within = match is not None and last[0] <= match.start("low") < last[1]
        return (grown[:-1], grown[-1]) if within else (grown, None)

    def _final(self, order: list[int]) -> list[int]:
        """ "After a lot of back and forth the final list is 16 adults and 2 kids": what was counted before is a story."""
        starts = [at for at in order if say.FINAL.search(self.clean.before(self.places[at][0]))]
        if not starts or self.heads[starts[-1]].operation != "set":
            return order
        return order[order.index(starts[-1]) :]

    def _not_taken_back(self, order: list[int]) -> list[int]:
        """Without the counts that the writer took back or put beside another: "18, no sorry, 17 adults"."""
        kept: list[int] = []
        grown = ("adults", "people", "unsaid")
        for at in order:
            head, place = self.heads[at], self.places[at]
            if head.operation == "set" and head.kind in grown and kept:
                last_grown = next((one for one in reversed(kept) if self.heads[one].kind in grown), kept[-1])
                between = self.text[self.places[last_grown][1] : place[0]]
                if say.TAKEN_BACK.search(between):
                    kept = [one for one in kept if self.heads[one].kind not in grown]
            kept.append(at)
        return kept

    def _restates(self, people: Headcount, adults: Headcount) -> bool:
        """ "Half a dozen couples, so twelve adults": one party said twice."""
        between = self.clean.source[people.span.end : adults.span.start].lower()
        return people.high == adults.high and bool(RESTATED.match(between))

    def _without_pairs(self, order: list[int]) -> list[int]:
        """ "10 adults (5 couples)", "12 of us, so 6 couples", "14 people (5 couples and 4 singles)": told once more in pairs."""
        return [
            order[place]
            for place in range(len(order))
            if not place or not self._pairs_of(*order[place - 1 : place + 1])
        ]

    def _pairs_of(self, first: int, second: int) -> bool:
        whole, pairs = self.heads[first], self.heads[second]
        joint = self.text[self.places[first][1] : self.places[second][0]]
        grown = whole.kind in ("adults", "people") and whole.operation == pairs.operation == "set"
        if not grown or "couple" not in pairs.span.text.lower() or "couple" in whole.span.text.lower():
            return False
        inside = joint.strip() == "(" and pairs.high < whole.high
        return inside or (pairs.high == whole.high and bool(_AGAIN.match(joint)))

    def _together(self, heads: list[Headcount], places: list[tuple[int, int]], kind: Kind) -> Headcount | None:
        """The last count of a kind; several in one list add up ("5 guys and 6 girls"), unless the first was their sum."""
        run: list[Headcount] = []
        for at, head in enumerate(heads):
            if head.operation != "set" or head.kind != kind:
                continue
            between = self.text[places[at - 1][1] : places[at][0]] if at else ""
            joined = bool(run) and heads[at - 1] is run[-1] and re.fullmatch(r" ?(?:,|and|&|\+|plus|, and) ?", between)
            run = [*run, head] if joined and not head.is_range else [head]
        if len(run) < 2 or run[0].high == sum(head.high for head in run[1:]):
            return run[0] if run else None
        return replace(run[-1], low=sum(head.low for head in run), high=sum(head.high for head in run))

    def _children(self, heads: Sequence[Headcount]) -> int | None:
        counted = [head for head in heads if head.counted and head.kind == "children"]
        teens = [head for head in counted if say.TEEN.search(head.span.text.lower())]
        others = [head for head in counted if head not in teens]
        said = last(counted, "children")
        if teens and others and others[-1].high < MOST_BESIDE_TEENS and not say.AMONG_TEENS.search(self.text):
            said = replace(others[-1], high=others[-1].high + teens[-1].high)
        loose = [head for head in heads if head.kind == "children" and not head.counted]
        if said is None:
            return sum(head.high for head in loose) if loose else None
        outside = [head for head in loose if "more" in self.text or head.span.start < said.span.start]
        inside = sum(head.high for head in loose)
        return said.high if inside <= said.high else said.high + sum(head.high for head in outside)

    def _is_total(self, people: Headcount, heads: Sequence[Headcount], places: Sequence[tuple[int, int]]) -> bool:
        others = [
            (head, place)
            for head, place in zip(heads, places, strict=True)
            if head.kind not in ("people", "unsaid") and head.operation == "set"
        ]
        if not others:
            return self.total_said
        parts = sum(head.high for head, _ in others if head.counted)
        summed = re.search(r"\b(?:couples?|me|my|our|famil\w+|plus)\b|\+", people.span.text.lower())
        if self.total_said or (parts == people.high and not summed):
            return True
        place = next((place for head, place in zip(heads, places, strict=True) if head is people), None)
        if place and parts == people.high and _FAMILIES_OF.match(people.span.text.lower()):
            joint = self.text[place[1] : min(other[0] for _, other in others)]
            return not _ADDED.search(joint)
        if place is None:  # a sum of several counts
            return False
        if re.match(r" ?(?:in )?(?:total|altogether|all together|all in all)", self.clean.after(place[1])):
            return True
        if all(other[1] <= place[0] for _, other in others) and _SUMS_UP.search(self.clean.before(place[0])):
            return True
        young = all(head.kind in ("children", "toddlers") for head, _ in others)
        if young and say.FAMILY_ALONE.fullmatch(self.text[place[0] : place[1]]) and parts < people.high:
            joint = self.text[place[1] : min(other[0] for _, other in others)]
            return not re.search(r"\bplus\b|\band\b|\+|&", joint)
        later = [place_other for _, place_other in others if place_other[0] >= place[1]]
        if not later:
            return False
        between = self.text[place[1] : later[0][0]]
        return bool(say.INCLUDES.match(between)) or bool(re.match(r",? (?:of (?:them|us)|\()", between))
