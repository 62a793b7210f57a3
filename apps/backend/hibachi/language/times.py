"""Finds the times of day that a text names: "6pm", "half past five", "six thirty", "noon", "dinner", "the 3pm one".

A bare hour keeps both readings (morning and evening); the caller narrows them by the slots that it has.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import time
from typing import Literal

from hibachi.language import time_words as say
from hibachi.language.date_words import MONTH, MOVE, TOMORROW, WEEKDAY
from hibachi.language.numbers import settled, to_int
from hibachi.language.spans import Quiet, Span

Part = Literal["morning", "lunch", "afternoon", "evening", "night"]
Role = Literal["at", "from", "to", "not"]

_MOST = 40  # times read of one text
_PARTS: dict[Part, tuple[int, int]] = {
    "morning": (5, 11),
    "lunch": (11, 14),
    "afternoon": (12, 17),
    "evening": (16, 23),
    "night": (17, 24),
}


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time that was said. candidates: readings, the likelier first; empty when only a part of the day was named.

    part: the part of the day said with it or alone. role: "from" and "to" of a move, "not" when turned down.
    approximate: "6-ish", "around 6". until: the end of a stretch ("6 to 8pm"). zone: a time zone said with it ("PST").
    """

    candidates: tuple[time, ...]
    span: Span
    part: Part | None = None
    role: Role = "at"
    approximate: bool = False
    until: time | None = None
    zone: str | None = None

    @property
    def only(self) -> time | None:
        """The time, when there is no doubt about it."""
        return self.candidates[0] if len(self.candidates) == 1 else None

    def among(self, slots: Iterable[time]) -> tuple[time, ...]:
        """The slots that this mention can mean: equal to a reading, or within the part of the day that was named."""
        offered = tuple(slots)
        if self.candidates:
            return tuple(slot for slot in offered if slot in self.candidates)
        low, high = _PARTS[self.part] if self.part else (0, 24)
        return tuple(slot for slot in offered if low <= slot.hour < high)


@dataclass(frozen=True, slots=True)
class Times:
    """All times of a text; same: the time is to stay; any_time: the customer does not mind."""

    mentions: tuple[TimeMention, ...]
    same: bool
    any_time: bool

    @property
    def chosen(self) -> TimeMention | None:
        """What the customer settled on: the last mention neither turned down nor left behind; a clock time before a part."""
        wanted = [mention for mention in self.mentions if mention.role in ("at", "to")]
        exact = [mention for mention in wanted if mention.candidates]
        return next(reversed(exact or wanted), None)


def find_times(text: str, *, taken: Iterable[Span] = (), expected: bool = False) -> Times:
    """Every time of day in the text. expected: a time was just asked for, so that a bare "6" or "six thirty" is one.

    taken: spans that something else has claimed (dates, guests, ZIPs).
    """
    clean = settled(text).hiding(taken)
    reader = _Reader(clean)
    reader.read(expected)
    mentions = tuple(reader.mentions())
    return Times(mentions, bool(say.SAME.search(clean.text)), bool(say.ANY.search(clean.text)))


class _Reader:
    def __init__(self, clean: Quiet) -> None:
        self.clean = clean
        self.text = clean.text
        self.found: list[tuple[tuple[int, int], TimeMention]] = []

    def read(self, expected: bool) -> None:
        self._ranges()
        self._past()
        self._clock()
        self._meridian()
        self._spelled()
        self._words()
        self._bare(expected)
        self._parts()

    def mentions(self) -> list[TimeMention]:
        self.found.sort(key=lambda item: item[0])
        return [replace(mention, role=self._role(place), zone=self._zone(place)) for place, mention in self.found]

    def _ranges(self) -> None:
        for match in say.RANGE.finditer(self.text):
            end = _clock(int(match["h2"]), int(match["m2"] or 0), match["ap"])
            half = match["apa"] or (
                match["ap"] if int(match["h1"]) % 12 <= int(match["h2"]) % 12 else ("a" if match["ap"] == "p" else "p")
            )
            start = _clock(int(match["h1"]), int(match["m1"] or 0), half)
            moved = (
                MOVE.search(self.text)
                or re.search(r"\bfrom $", self.clean.before(match.start()))
                and start
                and end
                and end <= start
            )
            if start and end and not moved and self._free(match.span()):
                self.found.append((match.span(), TimeMention((start,), self.clean.of(match), until=end)))

    def _past(self) -> None:
        for match in say.PAST.finditer(self.text):
            minutes = {"half": 30, "quarter": 15, "a quarter": 15}.get(match["m"]) or to_int(match["m"])
            hour = (
                12
                if re.fullmatch(say.NOON, match["h"])
                else 0
                if re.fullmatch(say.MIDNIGHT, match["h"])
                else _hour(match["h"])
            )
            if minutes is None or hour is None or minutes > 59 or not self._free(match.span()):
                continue
            bare = match["m"].isdigit() and match["h"].isdigit() and "min" not in match.group()
            if match["way"] == "to" and bare and not re.search(r"\bat (?:about )?$", self.clean.before(match.start())):
                continue
            if match["way"] in ("to", "till", "til", "before", "of"):
                if match["way"] == "of" and "quarter" not in match["m"]:
                    continue
                hour, minutes = (hour - 1) % 24, 60 - minutes
            said_noon = bool(re.fullmatch(f"{say.NOON}|{say.MIDNIGHT}", match["h"]))
            ap = match["ap"] or match["ap2"] or ("h" if said_noon or hour > 12 else None)
            self._put(match.span(), hour or (12 if not said_noon else 0), minutes, ap)

    def _clock(self) -> None:
        for match in say.CLOCK.finditer(self.text):
            if (
                match["sep"] == "."
                and not match["ap"]
                and not match["ap2"]
                and not re.search(rf"\b(?:at|@|around|for|by|{WEEKDAY}) $", self.clean.before(match.start()))
            ):
                continue
            ap = match["ap"] or match["ap2"]
            hour = int(match["h"])
            sure = (
                "h"
                if hour > 12
                or hour == 0
                or (match["h"].startswith("0") and len(match["h"]) == 2)
                or match["sep"] == "h"
                else None
            )
            self._put(match.span(), hour, int(match["m"]), ap or sure, approximate=bool(match["ish"]))
        for match in say.FRENCH.finditer(self.text):
            self._put(match.span(), int(match["h"]), int(match["m"] or 0), "h")

    def _meridian(self) -> None:
        for match in say.HOUR_AP.finditer(self.text):
            ap = match["ap"] or match["ap2"] or match["ap3"] or match["ap4"]
            if match["hm"]:
                self._put(match.span(), int(match["hm"][:-2]), int(match["hm"][-2:]), ap)
                continue
            said = match["h"] or match["h3"]
            alone = re.fullmatch(r"\S+ a\.?", match.group())
            hour = _hour(said)
            if hour is None or alone or (not match.group().rstrip(".").endswith("m") and said in say.HOURS):
                continue
            self._put(match.span(), hour, _minutes(match["m2"]), ap, approximate="ish" in match.group())
        for match in say.OCLOCK.finditer(self.text):
            hour = _hour(match["h"])
            if hour is not None:
                self._put(match.span(), hour, 0, match["ap"], approximate=bool(match["ish"]))

    def _spelled(self) -> None:
        for match in say.SPOKEN.finditer(self.text):
            hour, minutes = _hour(match["h"] or match["h2"]), _minutes(match["m"] or match["m2"])
            start = match.start("h") if match["h"] else match.start()
            if hour is not None and 0 < minutes < 60:
                self._put((start, match.end()), hour, minutes, None)
        for match in say.HALF_BARE.finditer(self.text):
            hour = _hour(match["h"])
            if hour is not None:
                self._put(match.span(), hour, 30, None)
        for match in say.SPACED.finditer(self.text):
            self._put((match.start("h"), match.end()), int(match["h"]), int(match["m"]), None)
        for match in say.COMPACT.finditer(self.text):
            self._put(
                match.span("hm"), int(match["hm"][:-2]), int(match["hm"][-2:]), None, approximate=bool(match["ish"])
            )

    def _words(self) -> None:
        for match in say.WORD.finditer(self.text):
            self._put(
                match.span(),
                12 if match["noon"] else 0,
                0,
                "h",
                approximate=bool(match["ish"]) or "ish" in match.group(),
            )

    def _bare(self, expected: bool) -> None:
        for pattern in (say.ISH, say.BEFORE_DAY, say.AFTER_DAY, say.BARE):
            for match in pattern.finditer(self.text):
                hour = _hour(match["h"])
                if (
                    hour is None
                    or not 1 <= hour <= (12 if pattern is say.AFTER_DAY else 24)
                    or say.NOT_HOUR_AFTER.match(self.clean.after(match.end()))
                ):
                    continue
                if pattern is say.BARE and not self._is_hour(match, expected):
                    continue
                about = pattern is say.ISH or bool(
                    re.search(r"\b(?:around|about|circa|approximately|like|ish)\b", match.group())
                )
                self._put(match.span("h"), hour, 0, "h" if hour > 12 else None, approximate=about)
        if expected and not any(mention.candidates for _, mention in self.found):
            self._expected()

    def _is_hour(self, match: re.Match[str], expected: bool) -> bool:
        cue, before = match["cue"] or "@", self.clean.before(match.start("h"))
        if cue in ("at", "@", "around", "by", "circa") or cue in ("about", "approximately") and expected:
            return (
                cue != "around"
                or expected
                or self._time_near(match)
                or not re.search(r"\b(?:for|have|be|are|of|with|we) around $", before)
            )
        if cue == "do" and re.match(r" (?:instead of|rather than) ", self.clean.after(match.end())):
            return True
        if cue in ("instead of", "not", "from", "to", "or", "and", "until", "till", "but"):
            return self._beside_time(match)
        if cue in ("is", "works", "work", "then", "make it", "say", "do", "okay", "ok", "for", "after", "before"):
            fits = re.match(
                r" (?:is|works?|would work|sounds|that day|then|it is|instead|please|fine|good|that)\b|[.!?]|$",
                self.clean.after(match.end()),
            )
            return bool(fits) and (
                expected
                or cue in ("okay", "ok")
                or (cue == "for" and self._time_near(match))
                or bool(
                    re.match(
                        r" (?:is fine|works|would work|sounds|is good|is ok|is perfect|is great)\b",
                        self.clean.after(match.end()),
                    )
                )
            )
        return False

    def _beside_time(self, match: re.Match[str]) -> bool:
        """ "6 or 7pm", "3pm instead of 6": a clock time stands right before or behind the bare hour."""
        between = [
            self.text[place[1] : match.start()] if place[1] <= match.start() else self.text[match.end() : place[0]]
            for place, mention in self.found
            if mention.candidates and (place[1] <= match.start() or place[0] >= match.end())
        ]
        return any(len(gap) <= 12 and not re.search(r"[.!?;\n\d]", gap) for gap in between)

    def _time_near(self, match: re.Match[str]) -> bool:
        near = self.text[max(0, match.start() - 25) : match.end() + 25]
        return bool(
            re.search(
                rf"\b(?:{WEEKDAY}|{TOMORROW}|tonight|evening|dinner|lunch|afternoon|morning|time|slot|{MONTH} \d)", near
            )
        )

    def _expected(self) -> None:
        match = re.search(
            rf"(?<![\w$:/.])(?P<h>\d{{1,2}}|{say.HOUR})(?: (?P<m>{say.MINUTE}|[0-5]\d))?(?![\w:/%'-]|[.,]\d)", self.text
        )
        if (
            match
            and (hour := _hour(match["h"])) is not None
            and not say.NOT_HOUR_AFTER.match(self.clean.after(match.end()))
        ):
            minutes = int(match["m"]) if match["m"] and match["m"].isdigit() else _minutes(match["m"])
            self._put(match.span(), hour, minutes, "h" if hour > 12 else None)

    def _parts(self) -> None:
        greetings = [match.span() for match in say.GREETING.finditer(self.text)]
        for match in say.PART.finditer(self.text):
            part = next(name for name in _PARTS if match[name])
            if (
                len(self.found) >= _MOST
                or any(start <= match.start() < end for start, end in greetings)
                or not self._free(match.span())
            ):
                continue
            near = self._nearest(match.span())
            if near is None:
                self.found.append((match.span(), TimeMention((), self.clean.of(match), part)))
            else:
                place, mention = self.found[near]
                self.found[near] = (place, replace(mention, part=part, candidates=_narrow(mention.candidates, part)))

    def _nearest(self, place: tuple[int, int]) -> int | None:
        """The clock time that a part of the day belongs to: in the same sentence, at most a few words away."""
        best = None
        for at, (other, mention) in enumerate(self.found):
            low, high = (place[1], other[0]) if other[0] >= place[1] else (other[1], place[0])
            between = self.text[low:high]
            if (
                mention.candidates
                and len(between) < 30
                and not re.search(r"[.!?;\n]|\bor\b", between)
                and (best is None or len(between) < best[0])
            ):
                best = (len(between), at)
        return best[1] if best else None

    def _role(self, place: tuple[int, int]) -> Role:
        before, after = self.clean.before(place[0]), self.clean.after(place[1])
        if re.search(r"\b(?:instead of|rather than|not(?: at| for)?|can'?t do|no longer)(?: at| the)?\s*$", before):
            return "not"
        if re.match(
            r"(?:'s| is| was)? ?(?:taken|full|doesn'?t work|won'?t work|not possible|gone|unavailable)\b", after
        ):
            return "not"
        if re.search(r"\bfrom(?: the| our)?\s*$", before) and re.match(r"[^.!?]{0,25}\b(?:to|until)\b", after):
            return "from"
        return "to" if re.search(r"\bto(?: be)?(?: at)?\s*$", before) else "at"

    def _zone(self, place: tuple[int, int]) -> str | None:
        match = say.ZONE.match(self.text, place[1])
        return match["zone"].upper() if match else None

    def _put(
        self, place: tuple[int, int], hour: int, minutes: int, ap: str | None, *, approximate: bool = False
    ) -> None:
        if len(self.found) >= _MOST or not self._free(place) or minutes > 59 or hour > 24:
            return
        readings = _readings(hour, minutes, ap)
        about = approximate or bool(
            re.search(r"\b(?:around|about|like|roughly|circa|approx\w*|ish)\s*$", self.clean.before(place[0]))
        )
        if readings:
            self.found.append((place, TimeMention(readings, self.clean.span(*place), approximate=about)))

    def _free(self, place: tuple[int, int]) -> bool:
        return not any(place[0] < end and start < place[1] for (start, end), _ in self.found)


def _hour(said: str | None) -> int | None:
    if said is None:
        return None
    return int(said) if said.isdigit() else say.HOURS.get(said)


def _minutes(said: str | None) -> int:
    if not said:
        return 0
    return to_int(re.sub(r"^o'?h?[ -]", "", said)) or 0


def _clock(hour: int, minutes: int, ap: str | None) -> time | None:
    readings = _readings(hour, minutes, ap)
    return readings[0] if readings else None


def _readings(hour: int, minutes: int, ap: str | None) -> tuple[time, ...]:
    """ "p" and "a" for a stated half of the day, "h" for the 24-hour clock, None where nothing was said."""
    hour = 0 if hour == 24 else hour
    if ap in ("a", "p") and 1 <= hour <= 12:
        return (time(hour % 12 + (12 if ap == "p" else 0), minutes),)
    if ap == "h" or hour > 12 or hour == 0:
        return (time(hour, minutes),)
    if hour == 12:
        return (time(12, minutes),)
    evening, morning = time(hour + 12, minutes), time(hour, minutes)
    return (evening, morning)


def _narrow(candidates: tuple[time, ...], part: Part) -> tuple[time, ...]:
    """The readings that lie in the part of the day; all of them when none does."""
    if part == "night" and candidates and candidates[0].hour == 12:
        return (time(0, candidates[0].minute),)
    if part == "morning":
        fits = tuple(at for at in candidates if at.hour < 12)
    elif part in ("evening", "night"):
        fits = tuple(at for at in candidates if at.hour >= 15 or (part == "night" and at.hour == 0))
    else:
        fits = tuple(at for at in candidates if 11 <= at.hour < 19)
    return fits or candidates
