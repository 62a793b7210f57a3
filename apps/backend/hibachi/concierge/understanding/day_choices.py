"""Several days in one message that the customer leaves open: "june 6 or 7", "one of these: 5/2, 5/9", "wed or thu". Pure."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.kit import lazy_re as re
from hibachi.language.dates import DateMention
from hibachi.language.day_names import WEEKDAY
from hibachi.language.spans import fold

_FILL = (
    r"(?:on|the|maybe|even|possibly|perhaps|then|also|either|could be|would be|we could do|i could do|is|as|a|my|our)"
)
_OR = re.compile(
    r"(?:[ .,;?!]*(?:is |be |still |that |it )*(?:free|open|avail\w*|ok|okay|possible|good"
    r"|taken))?[ ,;.?!(:)–-]*(?:\b(?:or|and/or|maybe|possibly|perhaps|alternatively|otherwise"
    r"|(?:and |but |or )?if (?:not|that'?s? (?:not free|not available|taken|full|gone|booked)"
    r"|it'?s (?:taken|full|gone|booked)|you can'?t|that doesn'?t work)|failing that|else"
    rf"|second choice|plan b|back-?up)\b|/)[ ,(:]*(?:{_FILL} ?,? ?)*",
    re.I,
)
_GONE = r"(?:(?:is|s|'s) )?(?:not free|not available|not open|already gone|taken|full|gone|booked)"
_FALLS_BACK = re.compile(
    rf"\b(?:otherwise|if (?:not|that'?s? {_GONE}|it'?s {_GONE}|(?:the )?\w+(?: \w+)? {_GONE}"
    r"|you can'?t|that doesn'?t work)|failing that|second choice|plan b|back-?up"
    r"|(?:which|what|who)ever (?:of (?:them|the two|those) )?(?:(?:the |day "
    rf"|one )?(?:\w+ ){{0,3}}(?:is|has|'?s) (?:still )?(?:free|open|available|left)))\b",
    re.I,
)
""" "Whichever is free": the first of them that is."""
_SUITS = (
    r"(?:works?|is (?:good|fine|ok|okay|possible|open)|would (?:also )?(?:work|be (?:good|fine|ok))|suits?(?: us| me)?)"
)
_BOTH_SUIT = re.compile(rf"(?: {_SUITS})?[ ,.;]+(?:but |and |or )?(?:on |the )*", re.I)
_ALSO = re.compile(
    rf" (?:{_SUITS} )?(?:too|also|as well)\b| also {_SUITS}|,? both {_SUITS}| (?:both|either) (?:one )?{_SUITS}", re.I
)
_AND = re.compile(r"^,?\s*(?:and|&|vs\.?|versus)\s*(?:on |the |maybe )*$", re.I)
_LIKED_FIRST = re.compile(
    r"[ ,(–-]*(?:(?:is|would be|being|as|for) )?(?:my |our |the )?(?:preferred|preferabl[ey]|ideal(?:ly)?|best"
    r"|(?:first|1st|top|number one) choice|plan a)\b(?: (?:day|date|one))?[ ,;.)–-]*(?:but |and |then |with |while )?(?:the |on )*",
    re.I,
)
""" "June 13 preferred, june 14 works too": both would do."""
_COMMA = re.compile(r"\s*[,;\n]\s*(?:on |the )*", re.I)
_TORN = re.compile(
    r"\b(?:torn|decid\w+|choos\w+|debat\w+|split|stuck|undecided|pick(?:ing)?|toss[- ]?up"
    r"|hesitat\w+) between\b|\b(?:which|whichever|either) (?:one|day|date"
    r"|of (?:them|those|the two|these))?\b|\b(?:two|2) (?:dates|days|options)\b"
    r"|\bboth (?:open|free|available|days|dates|possible)\b"
    r"|\b(?:are|r)\b[^.?!\n]{0,60} (?:and|&) [^.?!\n]{0,40}\b(?:open|free|available|taken|possible"
    r"|booked(?: up)?)\b|\bare (?:you|u)(?: guys)? (?:open|free|available)\b",
    re.I,
)
"""Two days with an "and" between them are a choice."""
_LISTED = re.compile(
    r"\b(?:one of|any of|either of|some of|options?|possible|potential|preferred|candidate|dates?|days"
    r"|choices?|availab\w+|open)\b[^.?!\n]{0,40}[:\-–]?\s*(?:on |the )*$",
    re.I,
)
"""Before days with commas between them that are a list to choose from."""
_BARE_ROW = re.compile(r" ?| ?[/&+] ?|,? (?:and|n|&) (?:maybe )?", re.I)
""" "Tues wed thurs": days of the week in a row, of which one is to be had."""
_WEEK, _FORTNIGHT = 7, 14
MOST = 8
"""Days of a choice; who names more is looking for any day at all."""


def either(days: Sequence[DateMention], folded: str) -> tuple[date, ...]:
    """The days between which the message leaves the choice; none where it settles on one."""
    rows = [row for row in _rows(days, folded) if len(row) > 1]
    found = _each(rows[-1])[:MOST] if rows else _beside_each_other(days, folded)
    return _preferred(found, folded) or found


_OWN = re.compile(
    r"\b(?:(?:i|we)(?:'ve| have)? (?:already )?(?:have|had|got|booked|reserved)|cancel\w*|keep\w*|mov(?:e|ed|ing))\b[^.?!\n]*$"
)
_WISHED_TOO = re.compile(r"[^.?!\n]*\b(?:in mind|open|free|available)\b")
_MANY_SAID = re.compile(r"days\b")


def _beside_each_other(days: Sequence[DateMention], folded: str) -> tuple[date, ...]:
    """ "June 13 and 14", "july 3, 4 and 5": all days of a message; no party is on each of them. Those of parties booked are none."""
    told = [day for day in days if day.kind in ("exact", "weekday", "relative") and day.role == "on" and not day.past]
    if len(days) < 2 or len(told) != len(days):
        return ()
    if _OWN.search(folded[: told[0].span.start]) and not _WISHED_TOO.match(folded, told[-1].span.end):
        return ()
    gaps = [folded[one.span.end : two.span.start] for one, two in pairwise(told)]
    habit = all(day.kind == "weekday" and _MANY_SAID.search(day.span.text.lower()) for day in told)
    row = _AND.fullmatch(gaps[-1]) and all(_COMMA.fullmatch(gap) or _AND.fullmatch(gap) for gap in gaps)
    return _each(told)[:MOST] if row and not habit else ()


def falls_back(text: str) -> bool:
    """Whether the first day is wished and the other one only stands in for it: "may 9, if not may 10"."""
    return bool(_FALLS_BACK.search(fold(text)))


_PREFERS = re.compile(
    r"(?<![\w/:])(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:is|'s|works|would be|sounds|being) (?:way |much "
    r"|probably |a bit )?(?:better|best|preferred|ideal)\b"
)


def _preferred(found: Sequence[date], folded: str) -> tuple[date, ...]:
    """ "June 6. Or the 13th? No, 6 is better": the one of the days that is liked more."""
    told = _PREFERS.search(folded)
    return tuple(day for day in found if told and day.day == int(told["day"]))


def _rows(days: Sequence[DateMention], folded: str) -> list[list[DateMention]]:
    """The mentions in rows: those of one row are joined by an "or", or by commas where the row is a choice."""
    rows: list[list[DateMention]] = []
    chosen, stands_in = False, bool(_FALLS_BACK.search(folded))
    usable = [one for one in days if one.role != "not" and one.candidates and not one.past]
    for before, after in pairwise([None, *usable]):
        assert after is not None
        link = _link(before, after, folded) if before is not None else None
        if link is None:
            if rows and not chosen:
                rows[-1] = rows[-1][-1:]
            rows.append([after])
            chosen = False
            continue
        rows[-1].append(after)
        chosen = chosen or stands_in or link in ("or", "row") or bool(_LISTED.search(folded[: rows[-1][0].span.start]))
    if rows and not chosen:
        rows[-1] = rows[-1][-1:]
    return rows


_AT_HOUR = re.compile(
    r"^,? ?(?:at |@ ?|, )?(?:\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\.?| o'?clock)?|noon|lunch(?: ?time)?"
    r"|dinner(?: ?time)?|(?:three|six|nine|twelve)(?: ?[ap]\.?m\.?| o'?clock)?)(?: in the (?:morning"
    r"|afternoon|evening)| at night)?(?=[ ,;.(]|$)"
)
""" "May 2 at 6 or May 9 at noon": each day with its start."""
_LETTERED = re.compile(r"\(?\b(?:option |choice )?[ab12]\)|\b(?:option|choice) [ab12]\b:?")


def _link(before: DateMention, after: DateMention, folded: str) -> str | None:
    """How two neighbouring days hang together: "or", "," or not at all."""
    between = _LETTERED.sub(" ", _AT_HOUR.sub("", folded[before.span.end : after.span.start], count=1))
    if before.kind in ("month", "range") or after.kind in ("month", "range"):
        return None
    if _OR.fullmatch(between) or (_AND.fullmatch(between) and _TORN.search(folded)):
        return "or"
    if _LIKED_FIRST.fullmatch(between):
        return "or"
    if _BOTH_SUIT.fullmatch(between) and _ALSO.match(folded, after.span.end):
        return "or"
    if _BARE_ROW.fullmatch(between) and before.kind == after.kind == "weekday" and before.weekday != after.weekday:
        return "row"
    return "," if _COMMA.fullmatch(between) and before.kind == after.kind else None


def _each(row: Sequence[DateMention]) -> tuple[date, ...]:
    """All days of a row; a bare weekday beside a dated day is the one next to it ("Sat or Sun first week of May")."""
    anchor = next((one.candidates[0] for one in row if one.kind != "weekday" or one.first is not None), None)
    found: list[date] = []
    for mention in row:
        near = mention.kind == "weekday" and mention.first is None and anchor is not None
        bare = found[-1:] if _NUMBER_ALONE.fullmatch(mention.span.text) else []
        if near and anchor:
            found += [_beside(anchor, day) for day in mention.candidates[:1]]
        else:
            found += [_behind(bare[0], day) for day in mention.candidates[:1]] if bare else mention.candidates
    return tuple(dict.fromkeys(found))


_NUMBER_ALONE = re.compile(r"(?:the )?\d{1,2}(?:st|nd|rd|th)?", re.I)
""" "June 6, if not the 13th": of the same month."""


def _behind(day: date, number: date) -> date:
    """The day of that number in the month of the day told before it: "june 20 or the 13th"; in the next: "june 28 or the 3rd"."""
    month = (
        day
        if day.day - number.day <= _FORTNIGHT
        else day.replace(day=1) + timedelta(days=monthrange(day.year, day.month)[1])
    )
    last = monthrange(month.year, month.month)[1]
    return month.replace(day=number.day) if number.day <= last else number


def _beside(anchor: date, day: date) -> date:
    if abs((day - anchor).days) <= _WEEK:
        return day
    step = (day.weekday() - anchor.weekday()) % _WEEK
    return anchor + timedelta(days=step if step <= _WEEK // 2 else step - _WEEK)


def as_talked_of(days: Sequence[DateMention], dialogue: Dialogue) -> tuple[DateMention, ...]:
    """ "6pm on that Sunday": the day that was talked of last, where it is such a weekday; "Saturdays and Sundays" are none."""
    wished = dialogue.change.get("date")
    talked = [*dialogue.dates, *([date.fromisoformat(str(wished))] if wished else [])]
    many = [day for day in days if day.kind == "weekday" and _MANY.fullmatch(day.span.text.lower())]
    return tuple(_talked_of(day, talked) for day in days if len(many) < LEAST_MANY or day not in many)


LEAST_MANY = 2


_MANY = re.compile(rf"{WEEKDAY}s")


def _talked_of(day: DateMention, talked: Sequence[date]) -> DateMention:
    if day.kind != "weekday" or not day.span.text.lower().startswith(("that ", "the same ", "same ")):
        return day
    same = [one for one in talked if one.weekday() == day.weekday]
    return replace(day, candidates=(same[-1],)) if same else day
