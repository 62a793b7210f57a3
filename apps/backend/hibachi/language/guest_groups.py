"""Guests counted as groups and sums: "three families of 4 each", "us two plus both sets of grandparents"."""

import re
from dataclasses import replace

from hibachi.language import guest_group_words as say
from hibachi.language.guest_notes import MOST_UNNAMED, TEEN_FROM, GuestNotes
from hibachi.language.numbers import to_int
from hibachi.language.party import GROWN_AT, Ages, Kind

SPLIT_NEAR = 40  # characters between a family and how it is made up
FRACTIONS = {
    "half": (1, 2), "a third": (1, 3), "a quarter": (1, 4), "a fifth": (1, 5), "two thirds": (2, 3), "three quarters": (3, 4),
}  # fmt: skip
MOST_IN_GROUPS = 400  # "twelve families of 900" is a slip, no party


class GuestGroups(GuestNotes):
    """Ways of saying a number by its parts; each claims what it reads before the plainer patterns run."""

    def _of_a_range(self) -> None:
        """ "Between 12 and 15, call it 14": 14."""
        for match in say.SETTLED_RANGE.finditer(self.text):
            low, high, number = (to_int(match[name]) for name in ("low", "high", "settled"))
            if low and high and number and low <= number <= high and self._free(*match.span()):
                kind: Kind = "adults" if re.match(r" ?adults\b", self.clean.after(match.end())) else "people"
                self._add(kind, number, number, "set", match.span())

    def _set_anew(self) -> None:
        """ "Change the kids to 6"."""
        kinds: tuple[Kind, ...] = ("adults", "children", "toddlers", "people")
        for match in say.SET_ANEW.finditer(self.text):
            number = to_int(match["n"])
            kind = next(kind for kind in kinds if match[kind])
            if number is not None and number <= MOST_IN_GROUPS and self._free(*match.span()):
                self._add(kind, number, number, "set", match.span())

    def _groups(self) -> None:
        """Chains of terms joined by "and" or "plus": their sum, when a number and more than that number is in it."""
        self._of_a_range()
        self._set_anew()
        for chain in say.CHAIN.finditer(self.text):
            terms = list(say.TERM.finditer(self.text, *chain.span()))
            total = 0
            for term in terms:
                value = _worth(term, total)
                if value is None:
                    break
                total += value
            else:
                counted = [term for term in terms if not (term["self"] or term["person"] or term["pairs"])]
                grown = bool(counted) and all(term["adults"] or term["two"] for term in counted)
                alone = len(terms) == 1 and not terms[0]["each"]
                place = self._without_link(chain)
                of_them = terms[:1] == counted and say.DOES.match(self.clean.after(terms[-1].end()))
                if of_them and len(terms) > 1 and all(term["person"] for term in terms[1:]):
                    continue
                if counted and not alone and 0 < total <= MOST_IN_GROUPS and self._free(*place):
                    if len(terms) == 1:
                        self.families.append((total // (to_int(terms[0]["each"]) or 1), len(self.heads)))
                    kind: Kind = "adults" if grown and any(term["adults"] for term in counted) else "people"
                    self._add(kind, total, total, "set", place)

    def _girls(self) -> None:
        """ "7 girls + 7 grown ups": beside adults they are children."""
        for match in say.GIRLS_BESIDE.finditer(self.text):
            at = "1" if match["girls1"] else "2"
            girls, grown = to_int(match[f"girls{at}"]), to_int(match[f"grown{at}"])
            if girls and grown and self._free(*match.span()):
                self._add("adults", grown, grown, "set", match.span(f"grown{at}"))
                self._add("children", girls, girls, "set", match.span(f"girls{at}"))
                self._ages_after(match.end(), girls, "children")

    def _split_of_each(self) -> None:
        """ "Three families of 4 each: 2 adults and 2 kids": the split is of one family, and there are three."""
        for times, at in self.families:
            each, end = self.heads[at].high // times, self.places[at][1]
            inside = [
                other
                for other, (start, _) in enumerate(self.places)
                if 0 <= start - end <= SPLIT_NEAR and self.heads[other].kind in ("adults", "children", "toddlers")
            ]
            if not inside or sum(self.heads[other].high for other in inside if self.heads[other].counted) != each:
                continue
            for other in inside:
                if self.heads[other].counted:
                    head = self.heads[other]
                    self.heads[other] = replace(head, low=head.low * times, high=head.high * times)
            self.total_said = True

    def _without_link(self, chain: re.Match[str]) -> tuple[int, int]:
        remark = say.REMARK.search(chain.group())
        said = chain.group()[: remark.start()] if remark else chain.group()
        return chain.start(), chain.start() + len(said.rstrip(" ,"))

    def _differences(self) -> None:
        """ "Two dozen minus twelve", "20 people less 3": what is left."""
        for match in say.MINUS.finditer(self.text):
            whole, less = to_int(match["whole"]), to_int(match["less"])
            if whole is not None and less is not None and 0 < less < whole and self._free(*match.span()):
                self._add("people", whole - less, whole - less, "set", match.span())

    def _shares(self) -> None:
        """ "20 (6 of them kids)", "20 total, 5 are under 10": a bare number that is the whole of what follows it."""
        for match in say.WHOLE_BEFORE.finditer(self.text):
            group = "whole" if match["whole"] else "whole2"
            whole, part = to_int(match[group]), to_int(match["part"] or match["part2"])
            if whole is not None and part is not None and part <= whole and self._is_count(*match.span(group)):
                self.total_said = True
                self._add("people", whole, whole, "set", match.span(group))
        for match in say.WITH_CHILDREN.finditer(self.text):
            number = to_int(match["low"])
            if number is not None and self._is_count(*match.span()):
                self.total_said = True
                self._add("people", number, number, "set", match.span())
        for match in say.BESIDE_CHILDREN.finditer(self.text):
            number = to_int(match["low"])
            if number is not None and self._is_count(*match.span("low")):
                self._add("people", number, number, "set", match.span("low"))
        for match in say.UNDER.finditer(self.text):
            count, limit = to_int(match["count"]), to_int(match["limit"])
            if count is None or limit is None or not 1 <= limit <= GROWN_AT or not self._free(*match.span()):
                continue
            self.total_said = self.total_said or bool(self.heads)
            oldest = limit if match["and"] else limit - 1
            self.ages.append(Ages("children", count, (), 0, max(oldest, 0), self.clean.of(match)))
            self._add("children", count, count, "set", match.span())

    def _is_count(self, start: int, end: int) -> bool:
        """A free number that is neither the day of a month nor an hour."""
        return self._free(start, end) and not say.NOT_A_NUMBER_BEFORE.search(self.clean.before(start))

    def _priced(self) -> None:
        """ "Whats 17 look like": the size whose price is asked."""
        for match in say.PRICED.finditer(self.text):
            number = to_int(match["low"])
            if number is not None and 1 < number <= MOST_UNNAMED and self._free(*match.span("low")):
                self._add("people", number, number, "set", match.span("low"))

    def _part_children(self) -> None:
        """ "20 people, half of them kids": that share of the one number that was said, where it comes out even."""
        match = say.SHARE_CHILDREN.search(self.text)
        people = [head for head in self.heads if head.kind == "people" and head.operation == "set"]
        if match is None or len(people) != 1 or not self._free(*match.span()):
            return
        part, whole = FRACTIONS[match["share"].replace("one ", "a ")]
        if people[0].low * part % whole == 0:
            number = people[0].low * part // whole
            self.total_said = True
            self._add("children", number, number, "set", match.span())
            if "teen" in match.group():
                self.ages.append(Ages("children", number, (TEEN_FROM,) * number, None, None, self.clean.of(match)))
            else:
                self._ages_after(match.end(), number, "children")

    def _spouses(self) -> None:
        """ "Half a dozen of us and their spouses": everybody counted right before it brings one more."""
        for match in say.SPOUSES.finditer(self.text):
            before = [at for at, (_, end) in enumerate(self.places) if 0 <= match.start() - end <= 1]
            if not before or self.heads[before[-1]].kind not in ("people", "adults"):
                continue
            at = before[-1]
            head, place = self.heads[at], (self.places[at][0], match.end())
            self.heads[at] = replace(head, low=head.low * 2, high=head.high * 2, span=self.clean.span(*place))
            self.places[at] = place
            self.claimed.append(match.span())

    def _one_child(self) -> None:
        """ "8 adults and a kid": one, when others were counted before it."""
        for match in say.ONE_MORE.finditer(self.text):
            if not self.heads or not self._free(*match.span()):
                continue
            kind: Kind = "toddlers" if match["toddler"] else "children" if match["child"] else "adults"
            operation = self.heads[-1].operation
            self._add(kind, 1, 1, operation if operation != "remove" else "set", match.span("one"))
            if match["child"] and match["child"].startswith("teen"):
                self.ages.append(Ages("children", 1, (), TEEN_FROM, GROWN_AT + 1, self.clean.of(match)))


def _worth(term: re.Match[str], before: int) -> int | None:
    """How many guests a term adds to those before it; None when it is no number."""
    if term["each"]:
        times = to_int(term["times"]) or {"both": 2}.get(term["times"]) or (2 if "couple" in term["times"] else None)
        each = to_int(term["each"])
        return times * each if times and each else None
    if term["spouses"]:
        return before
    if term["sets"]:
        return 4
    if term["two"] or term["pairs"]:
        return 2
    if term["self"] or term["person"]:
        return 1
    number = to_int(term["size"] or term["count"] or term["bare"])
    return number * 2 if number and term["couples"] else number
