"""A day that is told by what it lies beside: "the weekend after Thanksgiving", "the saturday before christmas"."""

from dataclasses import replace
from datetime import date, timedelta

from hibachi.kit import lazy_re as re
from hibachi.language import calendar_rules as rule
from hibachi.language import date_words as say
from hibachi.language.date_mentions import DateMention
from hibachi.language.date_notes import DateNotes
from hibachi.language.holidays import holiday_in
from hibachi.language.numbers import ordinal_to_int, to_int

SHORT = 9
"""Days behind the first of a stretch in which a weekday is looked for: a week, or a third of a month."""
_LEADS_IN = re.compile(
    r",? ?(?:(?:on|in|of|at|for|during|maybe|like|say|probably|ideally|preferably|around) )*(?:(?:the|a|that) )?"
    r"(?:(?:very )?(?:end|beginning|start|middle|early|late|mid)[ -](?:part )?(?:of )?(?:the )?)*"
)


class DateBeside(DateNotes):
    """Joins a weekday, week or weekend with the day that it lies beside; of a day with two readings both."""

    def _join_beside(self) -> None:
        """ "The weekend after Thanksgiving", "the saturday before christmas", "the week of june 8"."""
        for place, mention in tuple(self.found):
            said = self.clean.before(place[0])
            match = say.BESIDE_BEFORE.search(said)
            if match is None or not (mention.candidates or mention.kind == "month") or mention.kind == "range":
                continue
            whole = (place[0] - len(said) + match.start(), place[1])
            words = [item for item in self.found if whole[0] <= item[0][0] < place[0]]
            joined = (whole, self._beside(match, mention, whole))
            self.found = [joined if item == (place, mention) else item for item in self.found if item not in words]

    def _beside(self, match: re.Match[str], mention: DateMention, whole: tuple[int, int]) -> DateMention:
        back = bool(re.search("before|prior|preceding", match["way"] or ""))
        bases, span = _edges(mention, match, back=back), self.clean.span(*whole)
        on = bases[0]
        if match["feast"]:
            each = [day for year in range(on.year - 4, on.year + 5) if (day := holiday_in(match["feast"], year))]
            rank = (ordinal_to_int(match["rank"]) if match["rank"] else 1) or 1
            closest = sorted(each, key=lambda day: abs(day - on))[rank - 1 : rank]
            return replace(mention, kind="holiday", candidates=tuple(closest), span=span, weekday=None)
        if match["near"]:
            rank = (ordinal_to_int(match["rank"]) if match["rank"] else 1) or 1
            ranked = rule.nearest(on, say.WEEKDAYS[match["near"]])[rank - 1 :][:1]
            return replace(
                mention, kind="exact", candidates=tuple(ranked), span=span, weekday=say.WEEKDAYS[match["near"]]
            )
        sign = -1 if back else 1
        count = (ordinal_to_int(match["nth"]) if match["nth"] else to_int(match["count"] or "1")) or 1
        further = timedelta(weeks=sign * (count - 1))
        if match["what"] in ("week", "wk"):
            weeks = 0 if match["way"] == "of" else sign
            begins = re.search("start|begin|commenc", match["way"])
            monday = on if begins else rule.week_of(on, 0, weeks) + further
            return self._stretch("range", whole, monday, monday + timedelta(days=6))
        if match["what"] in ("weekend", "week end", "week-end", "wknd", "wkend"):
            begins_on = [
                rule.weekend_of(base) if match["way"] == "of" else rule.weekend_beside(base, sign) + further
                for base in bases
            ]
            days = tuple(saturday + timedelta(days=off) for saturday in dict.fromkeys(begins_on) for off in (0, 1))
            return DateMention("weekend", days, span, first=min(days), last=max(days))
        weekday = say.WEEKDAYS[match["what"]]
        if mention.kind == "weekend" and match["way"] == "of":
            inside = tuple(day for day in mention.candidates if day.weekday() == weekday)
            return replace(mention, kind="exact", candidates=inside or mention.candidates, span=span, weekday=weekday)
        if match["way"] in ("nearest", "closest to", "nearest to", "of"):
            return replace(mention, kind="exact", candidates=rule.beside(on, weekday), span=span, weekday=weekday)
        itself = timedelta(days=1 if match["way"].startswith("on or") else 0)
        near = [
            rule.upcoming(base + timedelta(days=1) - itself, weekday)
            if sign > 0
            else rule.last_before(base + itself, weekday)
            for base in bases
        ]
        found = tuple(dict.fromkeys(day + further for day in near))
        return replace(mention, kind="exact", candidates=found, span=span, weekday=weekday, first=None, last=None)

    def _join_inside(self) -> None:
        """ "Thursday in the week of June 8", "late June, the Saturday": the weekday of that stretch, not of this week."""
        at = 0
        while at + 1 < len(self.found):
            (place, one), (next_place, two) = self.found[at], self.found[at + 1]
            day, stretch = (one, two) if one.kind == "weekday" else (two, one)
            near = _LEADS_IN.fullmatch(self.text[place[1] : next_place[0]])
            days = _weekdays_inside(day, stretch) if near else ()
            if days:
                whole = (place[0], next_place[1])
                joined = replace(day, kind="exact", candidates=days, span=self.clean.span(*whole))
                self.found[at : at + 2] = [(whole, joined)]
            at += 1


def _weekdays_inside(day: DateMention, stretch: DateMention) -> tuple[date, ...]:
    """The days of a short stretch that are such weekdays; none where the weekday was told with a week of its own."""
    first, last = stretch.first, stretch.last
    bare = day.kind == "weekday" and day.span.text.lower() in say.WEEKDAYS and stretch.kind in ("range", "month")
    if not bare or stretch.candidates or first is None or last is None or (last - first).days > SHORT:
        return ()
    each = (first + timedelta(days=off) for off in range((last - first).days + 1))
    return tuple(on for on in each if on.weekday() == say.WEEKDAYS[day.span.text.lower()])


def _edges(mention: DateMention, match: re.Match[str], *, back: bool) -> tuple[date, ...]:
    """The days that something beside a mention counts from, one a reading of it: after a weekend or month its last day."""
    beyond = mention.kind in ("weekend", "month") and not back and match["way"] != "of"
    if mention.kind == "month":
        day = mention.last if beyond else mention.first
        assert day is not None
        return (day,)
    if mention.kind == "weekend":
        ends: dict[date, date] = {}
        for day in mention.candidates:
            ends[rule.weekend_of(day)] = day if beyond else ends.get(rule.weekend_of(day), day)
        return tuple(ends.values())
    return mention.candidates if mention.kind in ("weekday", "relative") else mention.candidates[:1]
