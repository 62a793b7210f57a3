"""Reads who comes to a party out of a message: "12 adts + 4 kids (8, 6 and a 3 yr old)", "me and 9 friends"."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from hibachi.language import guest_words as say
from hibachi.language.guest_company import GuestCompany
from hibachi.language.guest_kinds import kind_of, matched_kind, new_noun, old_noun
from hibachi.language.guest_notes import MOST_UNNAMED, TEEN_FROM, Operation
from hibachi.language.guest_spelling import plain
from hibachi.language.guest_totals import GuestTotals
from hibachi.language.numbers import HAS_NUMBER, settled, to_int
from hibachi.language.party import GROWN_AT, Ages, Correction, Kind, Party
from hibachi.language.spans import Span

LEAST_WHOLE = 8  # "6 people want lobster" are some, be nobody counted yet
Expected = Literal["guests", "children", "ages"]


def read_guests(
    text: str, *, expected: Expected | None = None, taken: Iterable[Span] = (), whole: bool = False
) -> Party:
    """The party that a text states. expected: what was just asked, so that a bare "14" or "7, 9 and 11" counts.

    taken are spans that something else has claimed (items, dates, places); nothing in them is a guest count.
    whole: nobody was counted yet, so that "12 adults want filet" are all of them, not some.
    """
    clean = plain(settled(text).hiding(taken))
    reader = _Reader(clean)
    reader.whole = whole
    reader.read(expected)
    return reader.party()


class _Reader(GuestCompany, GuestTotals):
    """Collects mentions of one text; each method reads one way of saying it and claims its characters."""

    def read(self, expected: Expected | None) -> None:
        if not HAS_NUMBER.search(self.text):
            self._company(expected=expected is not None)
            self._one_baby()
            self._one_off()
            self._exceptions()
            self._age_bounds(expected == "ages")
            return
        self._swaps()
        self._turned()
        self._aged_guests()
        self._little_ones()
        self._exceptions()
        self._one_off()
        self._rows()
        self._girls()
        self._each_of_several()
        self._company(expected=expected is not None)
        self._differences()
        self._named_ones()
        self._groups()
        self._shares()
        self._me_and_friends()
        self._some_of_them()
        self._counted_nouns()
        self._part_children()
        self._named_children()
        self._dropped()
        self._noun_first()
        self._years_old_in_a_row()
        self._years_old()
        self._age_bounds(expected == "ages")
        self._ages_alone()
        self._person_party()
        self._priced()
        self._framed()
        self._one_baby()
        self._one_child()
        self._split_of_each()
        self._spouses()
        self._part_children()
        self._plus_bare()
        self._make_it()
        if expected == "ages":
            self._bare_ages()
        elif expected is not None:
            self._bare_count("people" if expected == "guests" else "children")

    # -- ways of saying it --------------------------------------------------------------------------------------

    def _swaps(self) -> None:
        for match in say.SWAP.finditer(self.text):
            which = 1 if match["new"] else 2 if match["new2"] else 3
            suffix = "" if which == 1 else str(which)
            old, new = to_int(match[f"old{suffix}"]), to_int(match[f"new{suffix}"])
            if old is None or new is None:
                continue
            nouns = (match[f"noun{which * 2 - 1}"] or "") + " " + (match[f"noun{which * 2}"] or "")
            kind = kind_of(nouns)
            if which == 3 and kind == "unsaid" and not say.COUNT_TURNED.search(self.text[: match.start()]):
                continue  # "kids from 6 to 8", "the party is from 6 to 8": no number of guests was another before
            self.corrections.append(Correction(old, new, kind, self.clean.of(match)))
            start, end = match.span(f"old{suffix}")
            self.claimed.append((start, max(end, match.end(f"noun{old_noun(which)}"))))
            if which == 3 and kind == "unsaid":
                self.claimed.append(match.span())
            if kind == "unsaid":
                self.unsaid = new
            else:
                noun_end = match.end(f"noun{new_noun(which)}")
                self._add(
                    kind, new, new, "set", (match.start(f"new{suffix}"), max(match.end(f"new{suffix}"), noun_end))
                )
        for match in say.RETRACT_KEEP_NOUN.finditer(self.text):
            new, kind = to_int(match["new"]), kind_of(match["noun"])
            old = to_int(match["old"])
            if new is not None and old is not None and self._free(*match.span()):
                self.corrections.append(Correction(old, new, kind, self.clean.of(match)))
                self._add(kind, new, new, "set", match.span())

    def _named_ones(self) -> None:
        """ "me, him and 18 friends": everyone named counts, and the number comes on top."""
        for match in say.LISTED.finditer(self.text):
            number, named = to_int(match["low"]), len(say.PERSON.findall(match["persons"]))
            number = number * 2 if number and match["noun"].startswith("couple") else number
            if number is None or not self._free(*match.span()):
                continue
            kind = kind_of(match["noun"])
            if kind in ("children", "toddlers"):
                self._add("adults", named, named, "set", match.span("persons"))
                self._add(kind, number, number, "set", (match.start("low"), match.end()))
                self._ages_after(match.end(), number, "children" if kind == "children" else "toddlers")
            else:
                own: Kind = "adults" if kind == "adults" else "people"
                self._add(own, number + named, number + named, "set", match.span())

    def _me_and_friends(self) -> None:
        for match in say.ME_AND.finditer(self.text):
            number = to_int(match["low"])
            number = number * 2 if number and match["noun"].startswith("couple") else number
            if number is None or not self._free(*match.span()):
                continue
            me = (
                2 if match["spouse"] or match["spouse2"] or "us two" in match["me"] or "two of us" in match["me"] else 1
            )
            kind = kind_of(match["noun"])
            if kind in ("children", "toddlers"):
                self._add("adults", me, me, "set", match.span("me"))
                self._add(kind, number, number, "set", (match.start("low"), match.end()))
                self._ages_after(match.end(), number, "children" if kind == "children" else "toddlers")
            else:
                own: Kind = "adults" if kind == "adults" else "people"
                self._add(own, number + me, number + me, "set", match.span())
        for match in say.JUST_TWO.finditer(self.text):
            among = say.AMONG_BEFORE.search(self.clean.before(match.start()))
            if self._free(*match.span()) and not among and not say.PART_AFTER.match(self.clean.after(match.end())):
                self._add("adults", 2, 2, "set", match.span())
        for match in say.AND_ME.finditer(self.text):
            number = to_int(match["low"])
            if number is None or not self._free(*match.span()):
                continue
            kind = kind_of(match["noun"])
            if kind in ("children", "toddlers"):
                self._add(kind, number, number, "set", match.span())
                self._add("adults", 1, 1, "set", (match.end() - 1, match.end()))
            else:
                self._add("people", number + 1, number + 1, "set", match.span())

    def _counted_nouns(self) -> None:
        for match in say.HEADS.finditer(self.text):
            if not self._free(self._range(match)[2], match.end()):
                continue
            kind, factor = matched_kind(match)
            if match["sign"] or match["dec"]:
                self._impossible(match)
                continue
            low, high, start = self._range(match)
            if low is None or high is None or self._is_part(match) or (low == 1 and say.ONE_OF_THEM.search(match[0])):
                continue
            self._add(kind, low * factor, high * factor, self._operation(match), (start, match.end()))
            if kind == "people" and low == high and (young := say.ALL_YOUNG.match(self.text, match.end())):
                self._all_young(young, low)
            if kind in ("children", "toddlers"):
                told = len(self.ages)
                self._ages_after(match.end(), low if low == high else None, kind)
                if len(self.ages) == told and say.TEEN.search(match.group()):
                    self.ages.append(Ages("children", high, (), TEEN_FROM, GROWN_AT + 1, self.clean.of(match)))
        for match in say.CROWD.finditer(self.text):
            number = to_int(match["low"])
            if number is not None and number >= say.LEAST_CROWD and self._free(*match.span()):
                self._add("people", number, number, self._operation(match), match.span())

    def _range(self, match: re.Match[str]) -> tuple[int | None, int | None, int]:
        """Both ends of a count and where it starts; "9, 12 and two little ones" counts two, not a range."""
        low = to_int(match["low"])
        high = to_int(match["high"]) if match["high"] else low
        if low is None or high is None:
            return None, None, match.start("low")
        if match["link"] == " and " and not self.clean.before(match.start("low")).endswith("between "):
            return high, high, match.start("high")
        return min(low, high), max(low, high), match.start()

    def _some_of_them(self) -> None:
        """ "20 people, 4 of them kids": the number before was the total."""
        for match in say.OF_THEM.finditer(self.text):
            number = to_int(match["low"] or match["low2"])
            named = (
                match["children"] or match["xchildren"],
                match["toddlers"] or match["xtoddlers"],
                match["adults"] or match["xadults"],
            )
            if number is None or not any(named) or not self._free(*match.span()):
                continue
            kind: Kind = "children" if named[0] else "toddlers" if named[1] else "adults"
            self.total_said = True
            self._add(kind, number, number, "set", match.span())
            if kind != "adults":
                self._ages_after(match.end(), number, "children" if named[0] else "toddlers")

    def _dropped(self) -> None:
        """ "Two bailed", "only 12 come", "+2", "3 more are coming": bare numbers that a verb makes guests."""
        said: tuple[tuple[re.Pattern[str], Operation], ...] = (
            (say.DROPPED, "remove"),
            (say.COMING, "set"),
            (say.PLUS_ALONE, "add"),
            (say.MORE_COME, "add"),
        )
        for pattern, operation in said:
            for match in pattern.finditer(self.text):
                number, beside = to_int(match["low"]), pattern is say.PLUS_ALONE and self.heads
                if number is not None and not beside and self._free(*match.span()):
                    self._add("people", number, number, operation, match.span())

    def _impossible(self, match: re.Match[str]) -> None:
        before = self.clean.before(match.start())
        if match["sign"] and not match["dec"] and match["sign"].startswith("minus"):
            number = to_int(match["low"])
            if number is not None and (before.strip() or not self.whole):
                self._add(matched_kind(match)[0], number, number, "remove", match.span())
                return
        self.invalid.append(self.clean.of(match))
        self.claimed.append(match.span())

    def _noun_first(self) -> None:
        for match in say.NOUN_FIRST.finditer(self.text):
            low = to_int(match["low"])
            high = to_int(match["high"]) if match["high"] else low
            if low is None or high is None or not self._free(*match.span()):
                continue
            kind: Kind = "people" if match["size"] else matched_kind(match)[0]
            if kind in ("children", "toddlers") and re.search(r" (?:is|are|was|will be|would be) ", match.group()):
                continue
            self.total_said = self.total_said or match["size"] is not None
            self._add(kind, min(low, high), max(low, high), "set", match.span())
            if kind in ("children", "toddlers"):
                self._ages_of_form(match, low, kind)
        for match in say.FORM.finditer(self.text):
            number = to_int(match["low"])
            kind = matched_kind(match)[0]
            if number is None or not self._free(*match.span()):
                continue
            self._add(kind, number, number, "set", match.span())
            if kind in ("children", "toddlers"):
                self._ages_after(match.end(), number, kind)

    def _one_off(self) -> None:
        for match in say.ONE_OFF.finditer(self.text):
            kind: Kind = "toddlers" if match["toddler"] else "children" if match["child"] else "people"
            if self._free(*match.span()):
                self._add(kind, 1, 1, "remove", match.span())

    def _rows(self) -> None:
        """ "Adults 12 kids 2": each number belongs to the noun before it."""
        for row in say.FORM_ROW.finditer(self.text):
            for match in say.ONE_OF_ROW.finditer(self.text, *row.span()):
                number = to_int(match["low"])
                kind = matched_kind(match)[0]
                if number is not None and self._free(*match.span()):
                    self._add(kind, number, number, "set", match.span())
                    if kind in ("children", "toddlers"):
                        self._ages_after(match.end(), number, kind)

    def _ages_of_form(self, match: re.Match[str], count: int, kind: Literal["children", "toddlers"]) -> None:
        """ "Children (6-12): 3", "kids: 2 (8 and 11)"."""
        low, high = to_int(match["from"] or ""), to_int(match["to"] or match["upto"] or "")
        if high is not None and high < GROWN_AT:
            self.ages.append(Ages(kind, count, (), low or 0, high, self.clean.of(match)))
        else:
            self._ages_after(match.end(), count, kind)

    def _person_party(self) -> None:
        for match in say.PERSON_PARTY.finditer(self.text):
            self._count_as("people", match)

    def _framed(self) -> None:
        for match in say.FRAME.finditer(self.text):
            if not self._free(*match.span()) or match["dec"] or (to_int(match["low"]) or 0) > MOST_UNNAMED:
                continue
            if match["for"] and "ish" in match.group() and (to_int(match["low"]) or 0) <= 12:
                continue
            after = self.clean.after(match.end())
            if say.NOT_FOR.match(after) or say.EXCLUDED_AFTER.match(after):
                continue
            if match["for"] and (self._is_amount(match) or self._pays_for_nobody(match) or self._is_hour(match)):
                continue
            if match["for"] and say.PART_BEFORE.search(self.clean.before(match.start("low"))):
                continue
            if match["of"] and match["of"].startswith(("total of", "total for")):
                self.total_said = True
            if match["of"] and re.match(r" (?:adults?|kids?)", after):
                continue
            self._count_as("people", match)

    def _count_as(self, kind: Kind, match: re.Match[str]) -> None:
        low, high = to_int(match["low"]), to_int(match["high"]) if match["high"] else None
        if low is None or match["link"] == " and " or not self._free(*match.span()):
            return
        self._add(kind, min(low, high or low), max(low, high or low), "set", match.span())

    def _one_baby(self) -> None:
        for match in say.NAMED_BABY.finditer(self.text):
            self._add("toddlers", 1, 1, "set", match.span()) if self._free(*match.span()) else None
        for match in say.ARTICLE_HEADS.finditer(self.text):
            if self._free(*match.span()):
                self._add("toddlers", 1, 1, "add" if match["word"] == "another" else "set", match.span())

    def _plus_bare(self) -> None:
        """ "family of five plus 8": a bare number joined to a count of people right before it."""
        for match in say.PLUS_BARE.finditer(self.text):
            number = to_int(match["low"])
            before = [at for at, (_, end) in enumerate(self.places) if 0 <= match.start() - end <= 2]
            if number is None or not before or not self._free(*match.span()) or self.heads[before[-1]].kind != "people":
                continue
            head = self.heads[before[-1]]
            start = self.places[before[-1]][0]
            self.heads[before[-1]] = replace(
                head, low=head.low + number, high=head.high + number, span=self.clean.span(start, match.end())
            )
            self.claimed.append(match.span())

    def _make_it(self) -> None:
        for match in say.MAKE_IT.finditer(self.text):
            number = to_int(match["low"])
            if number is not None and self._free(*match.span("low")):
                self.unsaid = number
                self._add("unsaid", number, number, "set", match.span())

    def _bare_count(self, kind: Kind) -> None:
        if self.heads and not all(head.kind == "unsaid" for head in self.heads):
            return
        if self.unsaid is not None:
            self._add(kind, self.unsaid, self.unsaid, "set", (0, len(self.text)))
            return
        for match in say.BARE.finditer(self.text):
            low, high = to_int(match["low"]), to_int(match["high"]) if match["high"] else None
            after = self.clean.after(match.end())
            if low is None or low > 2000 or match["link"] == " and " or say.EXCLUDED_AFTER.match(after):
                continue
            if say.THINGS_AFTER.match(after):
                continue
            if say.POINTED_AT.search(self.clean.before(match.start())):
                continue
            if self._free(*match.span()) or self.heads:
                self._add(kind, min(low, high or low), max(low, high or low), "set", match.span())

    # -- judging ------------------------------------------------------------------------------------------------

    def _is_part(self, match: re.Match[str]) -> bool:
        """ "4 of us want lobster", "lobster for 6 of us": some of the guests, not how many there are."""
        before, after = self.clean.before(match.start("low")), self.clean.after(match.end())
        if self.whole and re.search(r"\ball (?:the |our )?$", before):
            return False
        if self.whole and not re.search(r" of (?:us|them|the|our|my)", match.group()):
            return (to_int(match["low"]) or 0) < LEAST_WHOLE and match["adults"] is None
        if say.PART_BEFORE.search(before) or (re.search(r"\b(?:per|each|every) $", before) and not self.families):
            return True
        if self._pays_for_nobody(match) or (say.STORY_BEFORE.search(before) and (not self.whole or match["people"])):
            return True
        if match.group().endswith("of us") and re.search(r"\b(?:the|all) $", before):
            return False
        if match.group().endswith(("of us", "of the", "guests")) and re.search(r" of (?:the|our|my) ", match.group()):
            return not say.FEWER.match(after)
        return bool(say.PART_AFTER.match(after)) and not say.FEWER.match(after)

    def _operation(self, match: re.Match[str]) -> Literal["set", "add", "remove"]:
        before, after = self.clean.before(match.start("low")), self.clean.after(match.end())
        if (
            say.FEWER.match(after)
            or say.REMOVE_BEFORE.search(before)
            or match["more"] in ("fewer", "less")
            or (say.TAKEN_OFF.search(before) and say.OFF_AFTER.match(after))
        ):
            return "remove"
        verb = say.MORE.search(before)
        if (
            match["more"]
            or say.ANOTHER.search(before)
            or (verb and (verb["verb"] not in ("plus", "include", "inviting", "bringing") or not self.heads))
        ):
            return "add"
        return "set"
