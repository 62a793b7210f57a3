"""Finds the times of day that a text names: "6pm", "half past five", "six thirty", "noon", "dinner", "the 3pm one".

A bare hour keeps both readings (morning and evening); the caller narrows them by the slots that it has.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import time

from hibachi.kit import lazy_re as re
from hibachi.language import time_words as say
from hibachi.language.date_spelling import respelt
from hibachi.language.date_words import MONTH, MOVE, WEEKDAY
from hibachi.language.numbers import settled, to_int
from hibachi.language.spans import Quiet, Span
from hibachi.language.time_mentions import PARTS, Role, TimeMention, Times
from hibachi.language.time_rules import (
    half_before,
    has_date,
    hour_of,
    is_day_number,
    later,
    meal_elsewhere,
    minutes_in,
    minutes_of,
    minutes_to,
    narrowed,
    readings_of,
    role_of,
    tells_minutes,
    time_near,
)
from hibachi.language.time_stretches import SMALL_HOURS, compact_stretches, joined

__all__ = ["TimeMention", "Times", "find_times"]

_MOST = 40  # times read of one text


def find_times(text: str, *, taken: Iterable[Span] = (), days: Iterable[Span] = (), expected: bool = False) -> Times:
    """Every time of day in the text. expected: a time was just asked for, so that a bare "6" or "six thirty" is one.

    taken: spans that something else has claimed (guests, ZIPs). days: spans of the days that were read: their numbers are no
    hours, while "tonight" and "saturday" go on telling which half of the day is meant.
    """
    clean = respelt(settled(text)).hiding(taken)
    clean = clean.hiding((day for day in days if has_date(day)), say.DAY_MARK)
    reader = _Reader(clean)
    reader.read(expected)
    return Times(tuple(reader.mentions()), bool(say.SAME.search(clean.text)), bool(say.ANY.search(clean.text)))


class _Reader:
    def __init__(self, clean: Quiet) -> None:
        self.clean = clean
        self.text = clean.text
        self.found: list[tuple[tuple[int, int], TimeMention]] = []

    def read(self, expected: bool) -> None:
        self._ranges(expected)
        self.found += [item for item in compact_stretches(self.clean) if self._free(item[0])]
        self._past()
        self._hours_off()
        self._clock()
        self._meridian()
        self._spelled()
        self._words()
        self._bare(expected)
        self._parts()

    def mentions(self) -> list[TimeMention]:
        self.found.sort(key=lambda item: item[0])
        if not MOVE.search(self.text):  # "from 6pm to 8pm" may move a party
            self.found = joined(self.clean, self.found)
        return [replace(mention, role=self._role(place), zone=self._zone(place)) for place, mention in self.found]

    def _ranges(self, expected: bool) -> None:
        for match in say.RANGE.finditer(self.text):
            first, last = hour_of(match["h1"]), hour_of(match["h2"])
            if first is None or last is None or not self._is_stretch(match, expected) or not self._free(match.span()):
                continue
            if is_day_number(self.clean.before(match.start("h1"))):
                continue  # "june 13 to 5pm" ends that day
            half = match["ap"] or match["ap2"]
            end = readings_of(last, minutes_in(match, "2"), half or ("h" if last > 12 else None))
            starts = readings_of(first, minutes_in(match, "1"), match["apa"] or half_before(first, last, half))
            until = next((on for on in sorted(end) if starts and on > starts[0]), end[0] if end else None)
            if starts and until and not self._is_move(match, starts[0], until):
                starts = (*starts, *minutes_to(match, last, half))
                self.found.append((match.span(), TimeMention(starts, self.clean.of(match), until=until)))

    def _is_stretch(self, match: re.Match[str], expected: bool) -> bool:
        """Whether hours are meant: a half of the day or minutes were said, or the words around tell."""
        after = self.clean.after(match.end())
        if (hour_of(match["h1"]) or 0) > 12 and (match["ap"] or match["ap2"]) and not match["m1"]:
            return False  # "20 to 3pm" is twenty minutes before three
        if say.AT_BEFORE.search(self.clean.before(match.start())) and minutes_to(match, 1, None):
            return False  # "at 10 to four"
        if (match["link"] == " and ") != (match["cue"] == "between ") or say.NOT_HOUR_AFTER.match(after):
            return False
        if (
            match["ap"]
            or match["ap2"]
            or match["apa"]
            or ((match["m1"] or match["w1"]) and (match["m2"] or match["w2"]))
        ):
            return True
        if match["h2"] in ("noon", "midnight"):  # "5 to noon" is 11:55
            return match["link"].strip() != "and" and bool(match["cue"] or (hour_of(match["h1"]) or 0) % 5)
        if (
            not (match["h1"].isdigit() or match["cue"])
            or max(hour_of(match["h1"]) or 0, hour_of(match["h2"]) or 0) > 12
        ):
            return False
        told = say.HOURS_BEFORE.search(self.clean.before(match.start())) or say.HOURS_AFTER.match(after)
        return bool(told) or (expected and bool(match["cue"]) or bool(expected and "-" in match["link"]))

    def _is_move(self, match: re.Match[str], start: time, end: time) -> bool:
        """ "From 6pm to 3pm" moves a party; "from 6 to 9pm", "from 8pm to 1am" are its length."""
        return bool(MOVE.search(self.text)) or (match["cue"] == "from " and end <= start and end.hour >= SMALL_HOURS)

    def _past(self) -> None:
        for match in say.PAST.finditer(self.text):
            said = re.sub("^an? ", "", match["m"])
            minutes = 45 if "quarters" in said else {"half": 30, "quarter": 15}.get(said) or to_int(said)
            hour = (
                12
                if re.fullmatch(say.NOON, match["h"])
                else 0
                if re.fullmatch(say.MIDNIGHT, match["h"])
                else hour_of(match["h"])
            )
            if minutes is None or hour is None or minutes > 59 or not self._free(match.span()):
                continue
            if "min" not in match.group() and is_day_number(self.clean.before(match.start())):
                continue
            bare = match["m"].isdigit() and match["h"].isdigit() and "min" not in match.group()
            if bare and minutes % 5 and match["way"] in ("till", "til", "'til", "until"):
                continue  # "6 till 9" is a stretch of hours
            if match["way"] == "to" and bare and not tells_minutes(match, minutes, self.clean):
                continue
            if match["way"] in ("to", "till", "til", "'til", "until", "before", "of"):
                said_at = say.AT_BEFORE.search(self.clean.before(match.start()))
                if match["way"] == "of" and "quarter" not in said and not (match["ap"] or match["ap2"] or said_at):
                    continue
                hour, minutes = (hour - 1) % 24, 60 - minutes
            said_noon = bool(re.fullmatch(f"{say.NOON}|{say.MIDNIGHT}", match["h"]))
            ap = match["ap"] or match["ap2"] or ("h" if said_noon or hour > 12 else None)
            if hour == 11 and minutes > 30 and ap in ("a", "p"):
                ap = {"a": "p", "p": "a"}[ap]  # ten to 12 pm is ten to noon
            self._put(match.span(), hour or (12 if not said_noon else 0), minutes, ap)

    def _hours_off(self) -> None:
        """ "An hour before noon", "half an hour after 6pm"."""
        for match in say.HOURS_OFF.finditer(self.text):
            hour = 12 if match["noon"] else 0 if match["midnight"] else hour_of(match["h"])
            sure = "h" if match["noon"] or match["midnight"] else match["ap"] or match["ap2"]
            minutes = 30 if "half" in match["n"] else 60 * (1 if match["n"] in ("a", "an") else to_int(match["n"]) or 1)
            readings = readings_of(hour or 0, int(match["m"] or 0), sure) if self._free(match.span()) else ()
            if moved := tuple(later(at, minutes if match["way"] in ("after", "past") else -minutes) for at in readings):
                self.found.append((match.span(), TimeMention(moved, self.clean.of(match))))

    def _clock(self) -> None:
        for match in say.CLOCK.finditer(self.text):
            if match["sep"] == " " and is_day_number(self.clean.before(match.start())):
                continue
            if (
                match["sep"] == "."
                and not match["ap"]
                and not match["ap2"]
                and not re.search(rf"\b(?:at|@|around|for|by|{WEEKDAY}) $", self.clean.before(match.start()))
                and not re.match(
                    r",? (?:tonight|today|tomorrow|in the (?:morning|evening|afternoon))\b",
                    self.clean.after(match.end()),
                )
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
        for match in say.MILITARY.finditer(self.text):
            self._put(match.span(), int(match["h"] or match["h2"]), int(match["m"] or match["m2"]), "h")
        for match in say.HUNDRED.finditer(self.text):
            self._put(match.span(), to_int(match["h"]) or 0, 0, "h")
        for match in say.FRENCH.finditer(self.text):
            self._put(match.span(), int(match["h"]), int(match["m"] or 0), "h")

    def _meridian(self) -> None:
        for match in say.EITHER_HALF.finditer(self.text):
            self._put(match.span(), int(match["h"]), int(match["m"] or 0), None)
        for match in say.HOUR_AP.finditer(self.text):
            if match["m2"] and is_day_number(self.clean.before(match.start())):  # "june 13 eleven a.m."
                match = say.HOUR_AP.match(self.text, match.start("m2")) or match
            ap = match["ap"] or match["ap2"] or match["ap3"] or match["ap4"] or match["ap5"]
            if match["hm"]:
                self._put(match.span(), int(match["hm"][:-2]), int(match["hm"][-2:]), ap)
                continue
            said = match["h"] or match["h3"]
            alone = re.fullmatch(r"\S+ a\.?", match.group())
            hour = hour_of(said)
            if hour is None or alone or (not match.group().rstrip(".").endswith("m") and said in say.HOURS):
                continue
            self._put(match.span(), hour, minutes_of(match["m2"]), ap, approximate="ish" in match.group())
        for match in say.OCLOCK.finditer(self.text):
            hour = hour_of(match["h"])
            if hour is not None:
                self._put(match.span(), hour, 0, match["ap"], approximate=bool(match["ish"]))

    def _spelled(self) -> None:
        for match in say.SPOKEN.finditer(self.text):
            hour, minutes = hour_of(match["h"] or match["h2"]), minutes_of(match["m"] or match["m2"])
            start = match.start("h") if match["h"] else match.start()
            if hour is not None and 0 < minutes < 60:
                self._put((start, match.end()), hour, minutes, None)
        for match in (*say.HYPHENED.finditer(self.text), *say.SPOKEN_BEFORE_DAY.finditer(self.text)):
            self._put((match.start(), match.end("m")), hour_of(match["h"]) or 0, minutes_of(match["m"]), None)
        for match in say.HALF_BARE.finditer(self.text):
            hour = hour_of(match["h"] or match["h2"])
            if hour is not None:
                self._put(match.span(), hour, 30, None)
        for match in say.SPACED.finditer(self.text):
            if is_day_number(self.clean.before(match.start("h"))):
                continue
            self._put((match.start("h"), match.end("m")), int(match["h"]), int(match["m"]), None)
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
        for match in say.MID_PART.finditer(self.text):
            readings = (time(10),) if match["part"] == "morning" else (time(15), time(14))
            if self._free(match.span()):
                self.found.append((match.span(), TimeMention(readings, self.clean.of(match), approximate=True)))

    def _bare(self, expected: bool) -> None:
        for pattern in (say.ISH, say.BEFORE_DAY, say.AFTER_DAY, say.BARE):
            for match in pattern.finditer(self.text):
                hour = hour_of(match["h"])
                if (
                    hour is None
                    or not 1 <= hour <= (12 if pattern is say.AFTER_DAY else 24)
                    or say.NOT_HOUR_AFTER.match(self.clean.after(match.end()))
                ):
                    continue
                if pattern is say.ISH and re.search(rf"\b{MONTH}\.? $", self.clean.before(match.start("h"))):
                    continue  # "june 20ish" is a day
                if pattern is say.BARE and not self._is_hour(match, expected):
                    continue
                about = (pattern is say.ISH and "ish" in match.group()) or bool(
                    re.search(r"\b(?:around|about|circa|approximately|like|ish)\b", match.group())
                )
                self._put(match.span("h"), hour, 0, "h" if hour > 12 else None, approximate=about)
        self._put_right()
        denied = [at for at, mention in self.found if mention.candidates and self._role(at) == "not"]
        if not any(mention.candidates and at not in denied for at, mention in self.found):
            if expected:
                self._expected()
            elif denied:
                self._expected(denied[0])

    def _put_right(self) -> None:
        """ "At 6pm, actually 5": an hour in the place of the one before it, in the same half of the day."""
        for place, mention in tuple(self.found):
            match = say.PUT_RIGHT.match(self.text, place[1]) if mention.candidates else None
            if match and not say.NOT_HOUR_AFTER.match(self.clean.after(match.end())):
                late = mention.candidates[0].hour >= 12 and mention.only is not None
                self._put(match.span("h"), hour_of(match["h"]) or 0, 0, "p" if late else None)

    def _is_hour(self, match: re.Match[str], expected: bool) -> bool:
        cue, before = match["cue"] or "@", self.clean.before(match.start("h"))
        if cue == "for" and any(mention.candidates for _, mention in self.found):
            return False  # "at 6pm for 12" counts people
        if cue in ("at", "@", "around", "by", "circa") or cue in ("about", "approximately") and expected:
            return (
                cue != "around"
                or expected
                or time_near(self.text, match)
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
                or (cue == "for" and time_near(self.text, match))
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

    def _stands_for(self, place: tuple[int, int], denied: tuple[int, int]) -> bool:
        between = self.text[denied[1] : place[0]] if denied[1] <= place[0] else self.text[place[1] : denied[0]]
        return bool(say.BETWEEN.fullmatch(between))

    def _expected(self, near: tuple[int, int] | None = None) -> None:
        """The bare hour that was asked for. near: where another one is turned down, so that this one stands for it ("not noon. 3")."""
        for match in say.BARE_HOUR.finditer(self.text):
            hour = hour_of(match["h"])
            if hour is None or say.NOT_HOUR_AFTER.match(self.clean.after(match.end())):
                if near is None:
                    return
                continue
            if near is None and meal_elsewhere(self.text, match.span()):
                return
            if near is not None and (hour > 12 or not self._stands_for(match.span(), near)):
                continue
            minutes = int(match["m"]) if match["m"] and match["m"].isdigit() else minutes_of(match["m"])
            self._put(match.span(), hour, minutes, "h" if hour > 12 else None)
            if self._role(match.span()) != "not":
                return

    def _parts(self) -> None:
        greetings = [match.span() for match in say.GREETING.finditer(self.text)]
        for match in say.PART.finditer(self.text):
            part = next(name for name in PARTS if match[name])
            deep = bool(match["night"]) and self.clean.before(match.start()).endswith((" in the ", " middle of the "))
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
                self.found[near] = (place, replace(mention, part=part, candidates=narrowed(mention, part, deep=deep)))

    def _nearest(self, place: tuple[int, int]) -> int | None:
        """The clock time that a part of the day belongs to: in the same sentence, at most a few words away."""
        best = None
        for at, (other, mention) in enumerate(self.found):
            low, high = (place[1], other[0]) if other[0] >= place[1] else (other[1], place[0])
            between = self.text[low:high]
            if (
                mention.candidates
                and self._role(other) != "not"
                and len(between) < 30
                and not (other[0] >= place[1] and re.match(r" (?:to|until|till|-) ", between))
                and not re.search(r"[.!?;\n]|\bor\b", between)
                and (best is None or len(between) < best[0])
            ):
                best = (len(between), at)
        return best[1] if best else None

    def _role(self, place: tuple[int, int]) -> Role:
        return role_of(self.clean.before(place[0]), self.clean.after(place[1]))

    def _zone(self, place: tuple[int, int]) -> str | None:
        match = (say.ISO_ZONE if self.clean.before(place[0]).endswith("t") else say.ZONE).match(self.text, place[1])
        return match["zone"].upper() if match else None

    def _put(
        self, place: tuple[int, int], hour: int, minutes: int, ap: str | None, *, approximate: bool = False
    ) -> None:
        if len(self.found) >= _MOST or not self._free(place) or minutes > 59 or hour > 24:
            return
        readings = readings_of(hour, minutes, ap)
        about = approximate or bool(
            re.search(r"\b(?:around|about|like|roughly|circa|approx\w*|ish)\s*$", self.clean.before(place[0]))
        )
        if readings:
            self.found.append((place, TimeMention(readings, self.clean.span(*place), approximate=about)))

    def _free(self, place: tuple[int, int]) -> bool:
        return not any(place[0] < end and start < place[1] for (start, end), _ in self.found)
