"""Days told by turning back to one that was told before: "june 13, actually the 14th", "the 13th, party the following saturday"."""

from dataclasses import replace
from datetime import timedelta

from hibachi.kit import lazy_re as re
from hibachi.language import calendar_rules as rule
from hibachi.language import date_words as say
from hibachi.language.date_mentions import DateMention, days_through
from hibachi.language.date_options import DateOptions
from hibachi.language.numbers import NUMBER, ORDINAL, ordinal_to_int

_ACTUALLY = re.compile(
    rf"(?P<back>[\s,.!?…-]*(?:\b(?:no|wait|sorry|actually|oops|whoops|i mean|i meant|meant|or rather|rather|make (?:it|that)|scratch that"
    rf"|correction|my bad)[\s,.…-]+){{1,4}}(?:on |it'?s |we want |i want |for )?)(?P<day>(?:the )?(?!first\b|second\b|third\b)(?:{ORDINAL}))\b(?! ?(?:of |{say.MONTH}\b)){say.NO_THING}"
)
_OWN = r"(?:my|our|his|her|their|the|\w+'s)"
_OF_A_FEAST = re.compile(
    rf"\b(?:the )?(?P<what>day|night|evening|{say.WEEKDAY}|week[ -]?end) (?:right |just )?(?P<way>after|before|following) "
    rf"(?:{_OWN} )?(?:\w+'?s? ){{0,3}}?(?:b-?day|birthday|bday|anniversary|wedding|graduation|ceremony|shower|baptism|communion|party|concert|game|recital)"
    rf"(?: party| day)?,? ?(?:\(|which is |that'?s |that is |is |it'?s |on |falls on |- ?)*(?:the )?$"
)
_BETWEEN_BEFORE = re.compile(r"\bbetween (?:the )?$")
_AND_NUMBER = re.compile(rf" (?:and|&) (?:the )?(?P<day>{ORDINAL})\b{say.NO_THING}(?! ?(?:of )?{say.MONTH}\b)")
_EVES = ("day", "night", "evening")
_COUNTED_THEN = re.compile(
    rf"\b(?:(?:the )?(?:very )?(?:next|following) day|(?P<n>{NUMBER}|an?|a couple(?: of)?|one) (?P<unit>days?|weeks?) (?:after|later|afterwards)(?: that)?)"
    r"(?=\W*$|[.,;!?)]| (?:if|please|pls|at|around|in the|for (?:us|\d+|dinner|lunch|the party)|would|works?|is (?:best|better|fine|perfect|the party))\b)"
)
""" "Graduation is June 11, party two days after": counted from the day that was told."""
_PARTY_THEN = re.compile(
    r"\b(?:party|dinner|hibachi|celebrat\w+|event|lunch)\b(?: (?:is|will be|would be|then|on|for|it|that|should be|to be))* $"
)
"""Whose deposit is due "two days after" has a party on the day that was told."""
_EVE_OF = re.compile(
    r"\b(?:the )?(?:very )?eve of (?:the |my |our |his |her |their )?(?:(?:birthday|anniversary|wedding|big day)s?,? )?$"
)
_EVE_BEHIND = re.compile(r"(?:'s)? eve\b")


class DateTurns(DateOptions):
    """Reads the days that count from, or stand in the place of, one that was told before them."""

    def _turns(self) -> None:
        self._actually()
        self._between_numbers()
        self._followed()
        self._counted_then()
        self._eves()
        self._beside_feasts()
        self.found.sort(key=lambda item: item[0])

    def _actually(self) -> None:
        """ "June 13.. actually 14th": the same month, another day."""
        for place, mention in tuple(self.found):
            told = _ACTUALLY.match(self.text, place[1]) if mention.kind in ("exact", "relative") else None
            if told is None or len(mention.candidates) != 1:
                continue
            inside = told.span("day")
            on, number = mention.candidates[0], ordinal_to_int(told["day"].removeprefix("the ")) or 0
            meant = rule.make_date(on.year, on.month, number)
            if meant is None or meant < self.today:
                continue
            self.found = [item for item in self.found if not (item[0][0] < inside[1] and inside[0] < item[0][1])]
            self.found.append(
                (inside, replace(mention, candidates=(meant,), span=self.clean.span(*inside), weekday=None))
            )

    def _between_numbers(self) -> None:
        """ "Between the 12th and 14th": every day from the one to the other."""
        for at, (place, mention) in enumerate(self.found):
            told = _AND_NUMBER.match(self.text, place[1])
            if told is None or not _BETWEEN_BEFORE.search(self.text, 0, place[0]) or len(mention.candidates) != 1:
                continue
            first = mention.candidates[0]
            last = rule.make_date(first.year, first.month, ordinal_to_int(told["day"]) or 0)
            if mention.kind == "relative" and last and last > first and self._free(told.span("day")):
                whole = (place[0], told.end())
                self.found[at] = (whole, days_through(replace(mention, span=self.clean.span(*whole)), last))

    def _followed(self) -> None:
        """ "Birthday is the 13th, party the following saturday": counted from the day that was told."""
        for at, (place, mention) in enumerate(self.found):
            said = mention.span.text.lower().removeprefix("the ")
            weekday = mention.weekday if mention.kind == "weekday" and said.startswith("following ") else None
            if weekday is None and said != "day after":
                continue
            before = [
                one.candidates[0]
                for where, one in self.found
                if where[1] <= place[0] and one.kind in ("exact", "holiday", "relative") and len(one.candidates) == 1
            ]
            if before and not self._parted(self.found[at - 1][0][1], place[0]):
                next_day = before[-1] + timedelta(days=1)
                on = next_day if weekday is None else rule.upcoming(next_day, weekday)
                self.found[at] = (place, replace(mention, kind="exact", candidates=(on,)))

    def _counted_then(self) -> None:
        """ "June 11 is graduation, party the next day", "… two days after"."""
        for place, mention in tuple(self.found):
            told = _COUNTED_THEN.search(self.text, place[1])
            sure = mention.kind in ("exact", "holiday") and len(mention.candidates) == 1
            if told is None or not sure or self._parted(place[1], told.start()):
                continue
            alone = [item for item in self.found if item[0] == told.span()]  # "the next day", of nothing so far
            of_party = _PARTY_THEN.search(self.text, place[1], told.start())
            if of_party is None or not (alone or self._free(told.span())):
                continue
            count = rule.how_many(told["n"]) if told["n"] else (1.0, True)
            unit = "day" if not told["n"] or told["unit"].startswith("day") else "week"
            on = rule.shift(mention.candidates[0], count[0], unit) if count else None
            whole = (of_party.start(), told.end())
            if on is not None:
                counted = replace(mention, kind="exact", candidates=(on,), span=self.clean.span(*whole), weekday=None)
                self.found = [item for item in self.found if item not in alone] + [(whole, counted)]

    def _eves(self) -> None:
        """ "The eve of Labor Day", "Veterans Day eve": the day before it."""
        for at, (place, mention) in enumerate(self.found):
            before, behind = _EVE_OF.search(self.text, 0, place[0]), _EVE_BEHIND.match(self.text, place[1])
            if len(mention.candidates) != 1 or mention.kind not in ("exact", "holiday") or not (before or behind):
                continue
            whole = (before.start() if before else place[0], behind.end() if behind else place[1])
            eve = (mention.candidates[0] - timedelta(days=1),)
            self.found[at] = (whole, replace(mention, kind="exact", candidates=eve, span=self.clean.span(*whole)))

    def _beside_feasts(self) -> None:
        """ "The day after my birthday (june 13)", "saturday after our anniversary, june 10": the date is that of the feast."""
        for place, mention in tuple(self.found):
            told = _OF_A_FEAST.search(self.text, 0, place[0])
            if (
                told is None
                or told.end() != place[0]
                or mention.kind not in ("exact", "relative")
                or not mention.candidates
            ):
                continue
            whole = (told.start(), place[1])
            self.found = [item for item in self.found if not (whole[0] <= item[0][0] < place[0])]
            at = self.found.index((place, mention))
            self.found[at] = (whole, self._counted_from(told, mention, whole))

    def _counted_from(self, told: re.Match[str], mention: DateMention, whole: tuple[int, int]) -> DateMention:
        on, sign = mention.candidates[0], -1 if told["way"] == "before" else 1
        span = self.clean.span(*whole)
        if told["what"] in _EVES:  # "the day after my birthday, june 14" may name either day
            return replace(mention, kind="exact", candidates=(on + timedelta(days=sign), on), span=span)
        if told["what"] in say.WEEKDAYS:
            weekday = say.WEEKDAYS[told["what"]]
            near = rule.upcoming(on + timedelta(days=1), weekday) if sign > 0 else rule.last_before(on, weekday)
            days = (on, near) if on.weekday() == weekday else (near,)
            return replace(mention, kind="exact", candidates=days, span=span, weekday=weekday)
        saturday = rule.weekend_beside(on, sign)
        days = (saturday, saturday + timedelta(days=1))
        return DateMention("weekend", days, span, first=days[0], last=days[1])
