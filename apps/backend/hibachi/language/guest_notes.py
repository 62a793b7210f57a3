"""What has been read of the guests of one text so far: counts, and the ages of children beside them."""

from dataclasses import replace
from typing import Literal

from hibachi.kit import lazy_re as re
from hibachi.language import guest_words as say
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.party import GROWN_AT, Ages, Correction, Headcount, Kind
from hibachi.language.spans import Quiet, Span

Operation = Literal["set", "add", "remove"]
ChildKind = Literal["children", "toddlers"]
TEEN_FROM = 13
MOST = 60  # counts read of one text; nobody says more, and a flood must not cost more
MOST_UNNAMED = 2000  # above this a number without a noun is no party: "its 94587"
OLDEST_TODDLER = 3  # of those whom people call toddlers and babies
LAST_HOUR = 12
LEAST_AMOUNT = 100  # "for 450" beside a count, or after "do it", is money
_DOING = re.compile(r"\b(?:do|take|make|offer|accept|get|grill|cook|charge|says?|said|us|me)\b[^.?!]{0,15}$")
_OLDEST = 120
OLDEST_OF_LIST = 25
_MONTHS = re.compile(r" ?-?(?:months?|mos?|mths?|weeks?|wks?)\b")
""" "One baby, 8 months": no eight-year-old."""
_OF_A_CLUB = re.compile(
    r"\b(?:we|it|club|company|firm|business|team|band|choir|church|school|shop|store|office|group|league|marriage)"
    r"(?: (?:just|will|all|is|are|be|going to|about to))* (?:turn(?:s|ed|ing)?|celebrat(?:e|es|ing)"
    r"|be) (?:already |now )*$"
)
""" "It's for my book club, we turn ten years old": no child."""


_ONE_THING = re.compile(
    r"(?:one|a|an) (?!and\b|or\b|is\b|year|yr|yo\b|month|week|the other\b|but\b|then\b|so\b|of\b)[a-z]+"
)
""" "One worry: the onions", once ages were asked."""
_SO_MANY = re.compile(rf"{NUMBER} (?:of (?:the|them|those|these|my|our|his|her|their|us)|less|fewer|more)\b")
""" "One of the kids is theirs, so 1 less": so many of those who were counted."""


class GuestNotes:
    """Mentions of one text with the characters that each has claimed."""

    def __init__(self, clean: Quiet) -> None:
        self.clean = clean
        self.text = clean.text
        self.heads: list[Headcount] = []
        self.places: list[tuple[int, int]] = []
        self.ages: list[Ages] = []
        self.corrections: list[Correction] = []
        self.invalid: list[Span] = []
        self.claimed: list[tuple[int, int]] = []
        self.unsaid: int | None = None
        self.total_said = False
        self.whole = False
        self.excepted = False
        self.families: list[tuple[int, int]] = []  # how many groups of one size, and which head says so

    def _years_old_in_a_row(self) -> None:
        """ "3, 5, 7 and 13 years old"."""
        for match in say.YEARS_IN_A_ROW.finditer(self.text):
            ages = tuple(to_int(age) for age in re.findall(NUMBER, match["list"]))
            known = tuple(age for age in ages if age is not None and age < GROWN_AT)
            if len(known) == len(ages) and self._free(*match.span()):
                self.ages.append(Ages("children", len(known), known, None, None, self.clean.of(match)))
                self._add("children", len(known), len(known), "set", match.span(), counted=False)

    def _exceptions(self) -> None:
        """ "All adults except our son, he's 11": one of them is a child."""
        for match in say.EXCEPT.finditer(self.text):
            ages = tuple(age for age in map(to_int, re.findall(NUMBER, match["ages"] or "")) if age is not None)
            count = to_int(match["count"] or "") or len(ages) or 1
            if any(age >= GROWN_AT for age in ages) or not self._free(*match.span()):
                continue
            if ages:
                each = ages * count if len(ages) == 1 else ages
                self.ages.append(Ages("children", count, each, None, None, self.clean.of(match)))
            self.total_said = self.excepted = True
            self._add("children", count, count, "set", match.span())

    def _named_children(self) -> None:
        """ "10 adults + Mia 8 + Leo 6": names with ages, right behind a count."""
        ends = {end for (_, end), head in zip(self.places, self.heads, strict=True) if head.operation == "set"}
        for end in sorted(ends):
            row = say.NAMED_AGES.match(self.text, end)
            if row is None or not self._free(*row.span()):
                continue
            told = list(say.NAME_AND_AGE.finditer(row.group()))
            names = [self.clean.span(end + one.start("name"), end + one.end("name")).text for one in told]
            ages = tuple(int(one["age"]) for one in told)
            bracketed = "(" in row.group()
            if all(name[0].isupper() for name in names) and max(ages) < GROWN_AT and (len(told) > 1 or bracketed):
                self.ages.append(Ages("children", len(ages), ages, None, None, self.clean.of(row)))
                self._add("children", len(ages), len(ages), "set", row.span(), counted=False)

    def _aged_guests(self) -> None:
        """ "One little guest of 4"."""
        for match in say.AGED_GUEST.finditer(self.text):
            age, count = to_int(match["age"]), to_int(match["count"] or "one") or 1
            if age is not None and age < GROWN_AT and count <= MOST and self._free(*match.span()):
                self.ages.append(Ages("children", count, (age,) * count, None, None, self.clean.of(match)))
                self._add("children", count, count, "set", match.span(), counted=False)

    def _all_young(self, match: re.Match[str], count: int) -> None:
        """ "8 friends all 15 or 16", "her three girls, all 10": those just counted are children of that age."""
        ages = [age for age in (to_int(match["age"]), to_int(match["or"] or "")) if age is not None]
        if max(ages) >= GROWN_AT or not self._free(*match.span()):
            return
        self.heads[-1] = replace(self.heads[-1], kind="children")
        self._ages_within(min(ages), max(ages), match, count)

    def _little_ones(self) -> None:
        """ "And little Theodore, who is seven", "their babies (8 and 10 months)", "one is 6 and one is 12"."""
        for match in say.LITTLE_ONE.finditer(self.text):
            age = to_int(match["age"])
            if age is not None and age < GROWN_AT and self._free(*match.span()):
                self.ages.append(Ages("children", 1, (age,), None, None, self.clean.of(match)))
                self._add("children", 1, 1, "set", match.span(), counted=False)
        for match in say.THEIR_BABIES.finditer(self.text):
            count = len(re.findall(NUMBER, match["list"]))
            if self._free(*match.span()):
                self.ages.append(Ages("toddlers", count, (0,) * count, None, None, self.clean.of(match)))
                self._add("toddlers", count, count, "set", match.span())
        for match in say.TWINS_ARE.finditer(self.text):
            age, count = to_int(match["age"]), 2 if match["many"] == "twins" else 3
            other = to_int(match["other"] or "")
            if age is None or not max(age, other or 0) < GROWN_AT or not self._free(*match.span()):
                continue
            each = (age,) * count if other is None or count > 2 else (age, other)  # two who are called twins
            self.ages.append(Ages("children", count, each, None, None, self.clean.of(match)))
            self._add("children", count, count, "set", match.span(), counted=False)
        for match in say.ONE_IS.finditer(self.text):
            ages = tuple(age for age in (to_int(match["first"]), to_int(match["second"])) if age is not None)
            if len(ages) == len([age for age in ages if age < GROWN_AT]) == 2 and self._free(*match.span()):
                self.ages.append(Ages("children", 2, ages, None, None, self.clean.of(match)))
                self._add("children", 2, 2, "set", match.span(), counted=False)

    def _years_old(self) -> None:
        for match in say.YEARS_OLD.finditer(self.text):
            age = to_int(match["age"])
            if age is None or not self._free(*match.span()) or _OF_A_CLUB.search(self.clean.before(match.start())):
                continue
            age = 0 if match["small"] else age
            count = to_int(match["count"] or "one") or 1
            if age > _OLDEST or count > 30 or age >= GROWN_AT:
                continue
            self.ages.append(Ages("children", count, (age,) * count, None, None, self.clean.of(match)))
            self._add("children", count, count, "set", match.span(), counted=False)

    def _turned(self) -> None:
        """ "Two of those kids are already 13": ages of some of the children that are known, no guests on top."""
        for match in say.TURNED.finditer(self.text):
            count = {"both": 2}.get(match["count"] or "one", to_int(match["count"] or "one") or 0)
            if (
                not count
                or count > MOST
                or (match["count"] and not self._among(match))
                or not self._free(*match.span())
            ):
                continue
            ages = tuple(age for age in (to_int(match["age"] or ""), to_int(match["age2"] or "")) if age is not None)
            limit = to_int(match["limit"] or "")
            ages = (TEEN_FROM,) if match["teens"] else (1,) if match["small"] else ages
            ages = (max(limit - 1, 0),) if limit is not None else ages
            if not ages or max(ages) >= GROWN_AT + 2 or len(ages) not in (1, count):
                continue
            each = ages if len(ages) == count else ages * count
            self.ages.append(Ages("children", count, each, None, None, self.clean.of(match)))
            self.claimed.append(match.span())

    def _among(self, match: re.Match[str]) -> bool:
        """Whether "two are 13" speaks of some of the children: they are named, or stand right before it."""
        named = match["who"] or re.match(r"\S+ of ", match.group())
        return bool(named or "'s " in match.group()[:6] or say.CHILD_BEFORE.search(self.clean.before(match.start())))

    def _age_bounds(self, expected: bool) -> None:
        """ "All under 5", "none over 12", "all 4", and "under 5" by itself when ages were asked."""
        for match in say.AGE_BOUND.finditer(self.text):
            limit = to_int(match["limit"] or match["limit2"] or match["to"] or "")
            if limit is None or limit >= GROWN_AT or not (match["who"] or expected) or not self._free(*match.span()):
                continue
            if match["above"] or match["up"]:
                low, high = limit + (match["above"] not in (None, "at least")), GROWN_AT + 1
            else:
                low, high = to_int(match["from"] or "") or 0, limit - 1 if match["below"] else limit
            self._ages_within(low, high, match)
        for match in say.ALL_OF_AN_AGE.finditer(self.text):
            age = to_int(match["age"] or "")
            if not expected or not self._free(*match.span()) or (age or 0) >= GROWN_AT:
                continue
            teens = match["teens"] or match["teens2"]
            low, high = (TEEN_FROM, GROWN_AT + 1) if teens else (age, age) if age is not None else (0, OLDEST_TODDLER)
            self._ages_within(low, high, match)

    def _ages_within(self, low: int, high: int, match: re.Match[str], count: int | None = None) -> None:
        """All children (None: however many there are) are between these ages."""
        self.ages.append(Ages("children", count, (), low, max(low, high), self.clean.of(match)))
        self.claimed.append(match.span())

    def _ages_alone(self) -> None:
        for match in say.AGES_ALONE.finditer(self.text):
            if not self._free(*match.span()):
                self._before_one_told(match)
                continue
            if match["from"]:
                low, high = to_int(match["from"]), to_int(match["to"])
                if low is not None and high is not None and low < high < GROWN_AT:
                    self.ages.append(Ages("children", None, (), low, high, self.clean.of(match)))
                    self.claimed.append(match.span())
                continue
            self._listed(match, None)

    def _before_one_told(self, match: re.Match[str]) -> None:
        """ "Kids are 6, 8 and 11, and a 2 year old": the last one is counted already, those before it are not."""
        start = match.start("list") if match["list"] else match.end()
        end = min((one for one, _ in self.claimed if start < one < match.end()), default=start)
        ages, length = _age_list(self.text[start:end])
        if len(ages) > 1 and self._free(match.start(), start + length):
            place = (match.start(), start + length)
            self.ages.append(Ages("children", len(ages), ages, None, None, self.clean.span(*place)))
            self._add("children", len(ages), len(ages), "set", place, counted=False)

    def _listed(self, match: re.Match[str], count: int | None, kind: ChildKind = "children") -> bool:
        ages, length = _age_list(match["list"])
        if not ages:
            return False
        if len(ages) == 2 and count not in (None, 2) and " or " in match["list"]:
            self._ages_within(min(ages), max(ages), match, count)
            return True
        if kind == "toddlers" and _MONTHS.match(self.text, match.end()):
            ages = (0,) * len(ages)
        place = (match.start(), match.start("list") + length if length < len(match["list"]) else match.end())
        if count is not None and len(ages) == 1 and count > 1 and "each" not in self.text:
            ages = ages * count if re.search(r"\b(?:all|both|aged?)\b", match.group()) else ages
        self.ages.append(Ages(kind, len(ages), ages, None, None, self.clean.span(*place)))
        if count is None:
            self._add(kind, len(ages), len(ages), "set", place, counted=False)
        else:
            self.claimed.append(place)
        return True

    def _ages_after(self, end: int, count: int | None, kind: ChildKind) -> None:
        match = say.AGES_AFTER.match(self.text, end)
        if match is None and count and count > 1 and (own := say.AGES_NEXT.match(self.text, end)):
            ages, _ = _age_list(own["list"])
            if len(ages) == count and self._free(*own.span()):
                self._listed(own, count, kind)
            return
        if match is None or not self._free(match.start("cue"), match.end()):
            return
        cue = match["cue"].strip(" :")
        sure = match["open"] == "(" or "age" in cue or bool(re.search(r"\b(?:are|is|r|all|both)\b|'re|'s|\bre\b", cue))
        if match["under"] or match["below"]:
            limit = to_int(match["limit"] or match["below"])
            if limit is not None and limit <= GROWN_AT:
                oldest = limit - 1 if match["under"] and match["under"] != "up to" else limit
                self.ages.append(Ages(kind, count, (), 0, oldest, self.clean.of(match)))
                self.claimed.append(match.span())
        elif self._follows_noun(match):
            self._listed_before_noun(match, count, kind)
        elif match["range"] and (sure or match["open"] or count or match["range"].startswith(("between", "from"))):
            low, high = to_int(match["from"]), to_int(match["to"])
            if low is not None and high is not None and low <= high < GROWN_AT + 2:
                self.ages.append(Ages(kind, count, (), low, high, self.clean.of(match)))
                self.claimed.append(match.span())
        elif match["list"]:
            ages, _ = _age_list(match["list"])
            bare_list = bool(ages) and (len(ages) == count if count is not None else len(ages) > 1)
            if ages and (sure or bare_list) and (match["open"] != ";" or "age" in cue):
                self._listed(match, count, kind)

    def _listed_before_noun(self, match: re.Match[str], count: int | None, kind: ChildKind) -> None:
        """ "2 kids, 7 and 9, and 10 adults": the last number is that of the adults, those before it are an age for each."""
        said = list(say.ONE_AGE.finditer(match["list"] or ""))[:-1]
        ages, _ = _age_list(match["list"][: said[-1].end()]) if said else ((), 0)
        place = (match.start(), match.start("list") + said[-1].end()) if said else match.span()
        if ages and len(ages) == count and max(ages) < GROWN_AT and self._free(*place):
            self.ages.append(Ages(kind, count, ages, None, None, self.clean.span(*place)))
            self.claimed.append(place)

    def _follows_noun(self, match: re.Match[str]) -> bool:
        """True where the last number of the list counts something else: "4 kids, 7 adults"."""
        tail = self.clean.after(match.end())
        return bool(
            re.match(
                rf" ?(?:{say.ADULTS}|{say.CHILDREN}|{say.PEOPLE}|{say.TODDLERS}|am\b|pm\b|orders?"
                r"|portions?)\b|\d|[:/]\d",
                tail,
            )
        )

    def _bare_ages(self) -> None:
        if self.ages:
            return
        match = say.AGES_AFTER.match(" " + self.text)
        found = [
            to_int(age["low"])
            for age in say.BARE.finditer(self.text)
            if (age["high"] is None or age["link"] in (" and ", "/"))
            and self._free(*age.span("low"))
            and not (_ONE_THING.match(self.text, age.start("low")) or _SO_MANY.match(self.text, age.start("low")))
        ]
        both = [
            to_int(age["high"])
            for age in say.BARE.finditer(self.text)
            if age["link"] in (" and ", "/") and self._free(*age.span("high"))
        ]
        ranged = [age for age in say.BARE.finditer(self.text) if age["high"] and age["link"] not in (" and ", "/")]
        ages = tuple(age for age in [*found, *both] if age is not None and age < GROWN_AT)
        if ranged and not ages:
            low, high = to_int(ranged[0]["low"]), to_int(ranged[0]["high"])
            if low is not None and high is not None:
                self.ages.append(Ages("children", None, (), low, high, self.clean.of(ranged[0])))
        elif ages and (match is None or len(ages) <= 30):
            self.ages.append(Ages("children", len(ages), ages, None, None, self.clean.span(0, len(self.text))))

    def _pays_for_nobody(self, match: re.Match[str]) -> bool:
        """ "Paying for 3 people who aren't even there"."""
        before, after = self.clean.before(match.start("low")), self.clean.after(match.end())
        return bool(say.PAID_FOR_BEFORE.search(before) and say.NOBODY_AFTER.match(after))

    def _is_amount(self, match: re.Match[str]) -> bool:
        """ "Would you do it for 450": a price, when so many were never called people."""
        doing = _DOING.search(self.clean.before(match.start()))
        return (to_int(match["low"]) or 0) >= LEAST_AMOUNT and bool(doing or self.heads)

    def _is_hour(self, match: re.Match[str]) -> bool:
        """ "Put us down for 6, there are 11 adults": a start, for no total is less than its part."""
        low = to_int(match["low"]) or 0
        most = max((head.low for head in self.heads if head.kind == "adults"), default=0)
        return low <= LAST_HOUR and low < most and not match["high"]

    def _free(self, start: int, end: int) -> bool:
        if len(self.claimed) > MOST * 2:
            return False
        return not any(start < taken_end and taken_start < end for taken_start, taken_end in self.claimed)

    def _add(
        self,
        kind: Kind,
        low: int,
        high: int,
        operation: Literal["set", "add", "remove"],
        place: tuple[int, int],
        *,
        counted: bool = True,
    ) -> None:
        if len(self.heads) >= MOST:
            return
        self.heads.append(Headcount(kind, low, high, operation, self.clean.span(*place), counted))
        self.places.append(place)
        self.claimed.append(place)


def _age_list(said: str) -> tuple[tuple[int, ...], int]:
    """The ages of a list and how many of its characters hold them; a number that is no age ends it."""
    ages: list[int] = []
    end = 0
    for match in say.ONE_AGE.finditer(said):
        age = to_int(match["age"])
        if age is None or (age > OLDEST_OF_LIST and not match["months"]):
            break
        ages.append(0 if match["months"] else age)
        end = match.end()
    return tuple(ages), end
