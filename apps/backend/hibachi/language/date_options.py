"""Days among which a customer chooses: "either 17 or 18 of april", "june 6 (or 13)", "june 3 or the week after"."""

from dataclasses import replace
from datetime import date, timedelta

from hibachi.kit import lazy_re as re
from hibachi.language import calendar_rules as rule
from hibachi.language import date_words as say
from hibachi.language.date_joining import DateJoining
from hibachi.language.date_mentions import DateMention, Kind
from hibachi.language.date_notes import Read
from hibachi.language.numbers import ORDINAL, ordinal_to_int, to_int
from hibachi.language.small_numbers import ONE_TO_NINE

_D = (
    rf"(?:the )?(?:{ORDINAL}|[1-3]?\d)\b(?!'){say.COUNTED}(?! ?(?:of (?:us|them)|more|to \d|- ?\d"
    r"|or (?:so|more)|one\b|in the (?:morning|afternoon|evening)|at night|noon\b))"
)
_LINK = r"(?:,? ?(?:or|/|vs\.?) ?|, )"
_ROW = re.compile(rf"(?<![\w$/.:-])(?P<days>{_D}(?:{_LINK}(?:on |maybe |even )?{_D}){{1,4}})")
"""Several bare days in a row; the last two are joined by an "or"."""
_ONE_MORE = re.compile(
    r"(?:\b(?:or|maybe|possibly|alternatively|otherwise|instead|else"
    r"|(?:and |but )?if (?:not|that'?s? (?:taken|full|gone)|it'?s (?:taken|full|gone))|failing that"
    r"|second choice|back-?up|plan b)[, (:]*(?:then )?(?:on |is |would be |it'?s "
    rf"|even )*)(?P<day>{_D})(?! ?{say.MONTH}\b)"
)
_OR = re.compile(r"\bor\b|/|\bvs\b")
_EITHER = re.compile(r"\beither (?:on )?(?:the )?$")
_COUNTS_BEFORE = re.compile(
    r"\b(?:for|of|are|be|have|at|around|about|by|with|from|expecting|we're|they're|between|until|till"
    r"|past|@)(?: like| maybe| either)? (?:the )?$"
)
_TURNED_DOWN = re.compile(
    r"\b(?:can'?t|cannot|not|out|won'?t|doesn'?t|anything but|except|no good|no go|taken|full|gone"
    r"|booked|unavailable)\b"
)
_HOURS_BEFORE = re.compile(r"\b(?:time|start(?:ing|s)?)(?: is| at)? $")
_SUITS = re.compile(
    r" (?:would |could |both |either |also )*(?:works?|work|is (?:good|fine|ok|okay)"
    r"|are (?:good|fine|ok|okay)|be (?:good|fine|great))\b"
)
_ORDINAL_IN = re.compile(rf"\b{ORDINAL}")
_NO_DAY = re.compile(
    rf"\d|\b(?:at|for|be|are|of|with|have|around|by|{ONE_TO_NINE}|ten|twelve|noon|midday|lunch|dinner"
    r"|morning|evening|afternoon)\b"
)
"""Between a day and a bare number behind an "or": a count of guests or an hour is being corrected."""
_BARE = re.compile(rf"(?:the )?{ORDINAL}")
_NUMBER = re.compile(rf"{ORDINAL}|\d{{1,2}}")
_SENTENCE_END = re.compile(r"(?:[!?\n]|\.(?= |$))(?! (?:or|maybe|otherwise|if not)\b)")
_ALSO_THEN = re.compile(
    r"(?:,? (?:or|and|maybe|or maybe|or else|if not|otherwise)(?: even| maybe"
    r"| possibly)?,? (?:on )?)(?P<what>(?:the )?(?:(?P<unit>day|week"
    r"|weekend)(?: (?:right )?(?P<way>after|before))(?: that)?"
    r"|(?:next|following) (?P<unit2>day|week|weekend)"
    r"|(?P<n>an?|one|two|2) (?P<unit3>day|week)s? (?P<way3>later|earlier|after"
    r"|before)))\b(?! (?:tomorrow|next|the|my|our|[a-z]+(?:day|mas|giving|ween|eve)\b))"
)


_THEN_INSTEAD = re.compile(
    r"(?P<what>\bthe (?:next |following )?(?P<unit>day|week|weekend|night|evening"
    rf"|{say.WEEKDAY}) (?:right |just )?(?P<way>after|before))(?= (?:that|it|at|around|for|with|in"
    r"|instead|please|pls|if|works?|would|is|and|we|i|noon|lunch|dinner|evening|maybe|\d)\b"
    r"|\s*(?:$|[.,;!?)\n]))"
)
""" "The sunday after" of a day that was named before it in the sentence."""


_ERRAND = re.compile(
    r"\b(?:pay|call|text|e-?mail|remind|confirm|decide|know|tell|cancel|set ?up|drop|deliver|arrive"
    r"|fly|flying|drive|driving|check in|prep\w*|reach|let (?:you|me|us))\b"
)
_EVE = ("night", "evening")
_OF_A_FEAST = re.compile(
    r"\b(?:wedding|married|ceremony|rehearsal|graduat\w+|commencement|baptism|christening|bar mitzvah"
    r"|bat mitzvah|reception)\b"
)
""" "We marry on Aug 29, the rehearsal dinner is the night before": the eve of a feast is a day of its own, "can we pay the night before" is none."""


class DateOptions(DateJoining):
    """Reads the further days of a choice by the month of the day that stands beside them."""

    def _slashed(self, match: re.Match[str]) -> Read:
        """ "June 12/13": both days."""
        days = [int(match["d1"]), int(match["d2"])]
        if days[0] < days[1] <= 31:
            for at, day in enumerate(days):
                place = (match.start() if at == 0 else match.start("d2"), match.end(f"d{at + 1}"))
                yield self._dated(place, None, say.MONTHS[match["month"]], day)

    def _dashed(self, match: re.Match[str]) -> Read:
        """ "Would 3-27 work": the month before the day."""
        yield self._dated((match.start("a"), match.end("b")), None, int(match["a"]), int(match["b"]))

    def _of_its_month(self) -> None:
        """ "Wednesday the 8th or the 15th of december": a day without a month is of the month that the sentence names."""
        if say.MOVE.search(self.text):
            return
        for at, (place, mention) in enumerate(self.found):
            if mention.kind != "relative" or not _BARE.fullmatch(mention.span.text.lower()):
                continue
            anchor = self._anchor(place)
            number = ordinal_to_int(mention.span.text.lower().removeprefix("the ")) or 0
            on = rule.make_date(anchor.candidates[0].year, anchor.candidates[0].month, number) if anchor else None
            if on is not None and on >= self.today:
                self.found[at] = (place, replace(mention, kind="exact", candidates=(on,)))

    def _options(self, expected: bool) -> None:
        self._of_its_month()
        for match in _ROW.finditer(self.text):
            days = match["days"]
            anchor = self._anchor(match.span())
            if (
                _OR.search(days)
                and (expected or self._tells_days(match))
                and not _HOURS_BEFORE.search(self.text, 0, match.start())
            ):
                self._take_each(days, match.start("days"), anchor)
        for match in _ONE_MORE.finditer(self.text):
            anchor = self._anchor(match.span(), behind=False)
            if anchor and (
                _ORDINAL_IN.search(match["day"]) or not _NO_DAY.search(self._between(anchor, match.start()))
            ):
                self._take_each(match["day"], match.start("day"), anchor)

    def _between(self, anchor: DateMention, end: int) -> str:
        """What stands between a day that was read and a place behind it."""
        start = next(place[1] for place, mention in self.found if mention is anchor)
        return self.text[start:end]

    def _tells_days(self, match: re.Match[str]) -> bool:
        """Whether a row of numbers is one of days, and neither of guests nor of hours."""
        said = [ordinal_to_int(one.group()) or to_int(one.group()) or 0 for one in _NUMBER.finditer(match["days"])]
        within = [
            item[0]
            for item in self.found
            if item[1].kind == "exact" and match.start() < item[0][1] and item[0][0] < match.end()
        ]
        if within:  # "2 or 3 december", "june 6, 13 or 20"; "june 13, 3 or 6" are hours
            return within[0][0] > match.start() or said == sorted(said)
        if _COUNTS_BEFORE.search(self.clean.before(match.start())):
            return False
        if _ORDINAL_IN.search(match["days"]) or _EITHER.search(self.clean.before(match.start())):
            return True
        sentence = max((end.end() for end in _SENTENCE_END.finditer(self.text, 0, match.start())), default=0)
        return self._anchor(match.span(), behind=False) is not None and bool(
            _TURNED_DOWN.search(self.text, sentence, match.start()) or _SUITS.match(self.text, match.end())
        )

    def _anchor(self, place: tuple[int, int], *, behind: bool = True) -> DateMention | None:
        """The dated day of the same sentence: the one within the place, the nearest before it, or else behind it."""
        dated = [item for item in self.found if item[1].kind == "exact" and item[1].candidates]
        within = [item for item in dated if item[0][0] < place[1] and place[0] < item[0][1]]
        before = [item for item in dated if item[0][1] <= place[0] and not self._parted(item[0][1], place[0])]
        after = [item for item in dated if item[0][0] >= place[1] and not self._parted(place[1], item[0][0])]
        chosen = within[-1:] or before[-1:] or (after[:1] if behind else [])
        return chosen[0][1] if chosen else None

    def _parted(self, start: int, end: int) -> bool:
        return bool(_SENTENCE_END.search(self.text, start, end))

    def _take_each(self, days: str, start: int, anchor: DateMention | None) -> None:
        for said in _NUMBER.finditer(days):
            place = (start + said.start(), start + said.end())
            number = ordinal_to_int(said.group()) or to_int(said.group())
            if number is None or not 1 <= number <= 31 or not self._free(place):
                continue
            if anchor is not None:
                on = anchor.candidates[0]
                found = rule.make_date(on.year, on.month, number)
                options: tuple[date, ...] = (found,) if found and found >= self.today else ()
            else:
                options = rule.day_of_coming_month(self.today, number, None)
            if options:
                kind: Kind = "exact" if anchor is not None else "relative"
                self.found.append((place, DateMention(kind, options, self.clean.span(*place))))

    def _further(self) -> None:
        """ "June 3 or the week after", "tomorrow or the day after": counted from the day before it."""
        for place, mention in tuple(self.found):
            told = _ALSO_THEN.match(self.text, place[1])
            if told is None or not mention.candidates or mention.kind in ("month", "range"):
                continue
            unit = told["unit"] or told["unit2"] or told["unit3"]
            back = (told["way"] or told["way3"] or "") in ("before", "earlier")
            count = 2 if told["n"] in ("two", "2") else 1
            step = timedelta(days=count * (1 if unit == "day" else 7) * (-1 if back else 1))
            moved = tuple(on + step for on in mention.candidates)
            inside = (told.start("what"), told.end("what"))
            self.found = [item for item in self.found if not (item[0][0] < inside[1] and inside[0] < item[0][1])]
            self.found.append((inside, replace(mention, candidates=moved, span=self.clean.span(*inside))))
        for told in _THEN_INSTEAD.finditer(self.text):
            anchor = self._anchor(told.span("what"), behind=False) or self._feast(told)
            if told["unit"] in _EVE and not self._is_of_a_feast(told):
                continue
            counted = any(at == told.span("what") and one.kind != "relative" for at, one in self.found)
            if anchor is not None and not counted:
                self._take_instead(told, anchor)
        self.found.sort(key=lambda item: item[0])

    def _feast(self, told: re.Match[str]) -> DateMention | None:
        """ "The wedding is Sept 12. We'd like it the night before": the only day that is told, of the sentence before."""
        dated = [one for at, one in self.found if one.kind == "exact" and at[1] <= told.start()]
        of_feast = told["unit"] in ("day", *_EVE) and self._is_of_a_feast(told)
        return dated[0] if len(dated) == 1 and of_feast else None

    def _is_of_a_feast(self, told: re.Match[str]) -> bool:
        """Whether a feast is named, and nothing is to be done on its eve but the party."""
        said = self.text[: told.start()]
        sentence = said[max((end.end() for end in _SENTENCE_END.finditer(said)), default=0) :]
        return bool(_OF_A_FEAST.search(self.text)) and not _ERRAND.search(sentence)

    def _take_instead(self, told: re.Match[str], anchor: DateMention) -> None:
        """ "June 6 is her wedding so not that weekend, but the weekend after": counted from the day that is none."""
        on, back = anchor.candidates[0], told["way"] == "before"
        if told["unit"] in say.WEEKDAYS:
            weekday = say.WEEKDAYS[told["unit"]]
            moved = (rule.last_before(on, weekday) if back else rule.upcoming(on + timedelta(days=1), weekday),)
        else:
            moved = (on + timedelta(days=(1 if told["unit"] in ("day", *_EVE) else 7) * (-1 if back else 1)),)
        place = told.span("what")
        inside = [item for item in self.found if item[0][0] < place[1] and place[0] < item[0][1]]
        kept = [
            (at, replace(one, role="not") if one is anchor else one)
            for at, one in self.found
            if (at, one) not in inside
        ]
        self.found = [*kept, (place, replace(anchor, candidates=moved, role="on", span=self.clean.span(*place)))]
