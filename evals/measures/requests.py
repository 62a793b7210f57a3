"""Values read out of booking requests: people, day and time (MultiWOZ 2.1), dates, times, people and names (NLU++ hotels)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from evals.figures import Figure, Section
from evals.splits import Row, rows_of

from hibachi.language.contacts import find_contacts
from hibachi.language.dates import chosen, find_dates
from hibachi.language.guests import Expected, read_guests
from hibachi.language.times import find_times

MULTIWOZ = """\
What a turn states, not what it carries over ("same group, same day"); test split. The slot that the last system turn asked
for is known to the reader, as it is in the product. A reading with two values counts as right when the right one is among
them and is a question to the customer.
"""
NLUPP = """\
Hotel requests, mostly spoken: every date, time, number of people and name that a request gives, by value, all 20 folds
(nothing was trained on any). Stays (date_from, date_to, a period, rooms) are no part of a caterer's talk: their dates count,
the slots they fill do not.
"""
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ANY_DAY = datetime(2022, 3, 15, 9)
"""A Tuesday; the reference instant of NLU++. In MultiWOZ a day is a weekday's name."""
_ASKED = (("guests", r"how many|party size|number of people"), ("time", r"what time|which time"), ("date", r"what day|which day|what date"))  # fmt: skip


@dataclass(slots=True)
class Tally:
    """How often a slot was right, said and wanted."""

    right: int = 0
    said: int = 0
    wanted: int = 0

    def add(self, said: Iterable[Iterable[Any]], wanted: set[Any]) -> None:
        """One turn: said are the readings of each mention, wanted the values that are true."""
        mentions = [set(readings) for readings in said]
        self.said, self.wanted = self.said + len(mentions), self.wanted + len(wanted)
        self.right += sum(any(value in readings for readings in mentions) for value in wanted)

    @property
    def f1(self) -> float:
        """F1 by value."""
        return 2 * self.right / (self.said + self.wanted) if self.said + self.wanted else 0.0


def measure(datasets: Path) -> list[Section]:
    """Both sets, F1 per slot by value."""
    turns = rows_of(datasets / "slots_multiwoz" / "restaurant_booking_turns.jsonl")
    requests = rows_of(datasets / "nlupp_hotels" / "hotels.jsonl")
    stated, told = _multiwoz(turns), _nlupp(requests)
    reference = "BERTNLU acts F1 84.0; a good extractor exceeds 0.95"
    return [
        Section("Booking turns: values (MultiWOZ 2.1)", MULTIWOZ, [_figure(name, tally, 0.95, reference) for name, tally in stated.items()]),
        Section("Hotel requests: values (NLU++)", NLUPP, [_figure(name, tally, None, "") for name, tally in told.items()]),
    ]  # fmt: skip


def _figure(name: str, tally: Tally, target: float | None, reference: str) -> Figure:
    return Figure(f"{name} F1", tally.f1, target, tally.wanted, reference)


def _multiwoz(rows: list[Row]) -> dict[str, Tally]:
    tallies = {name: Tally() for name in ("people", "day", "time")}
    for row in rows:
        asked = {slot for slot, words in _ASKED if re.search(words, row["prev_system"].lower())}
        read = _values(row["text"], asked)
        for name, tally in tallies.items():
            tally.add(read[name], {row["slots"][name]} if name in row["stated"] else set())
    return tallies


def _values(text: str, asked: set[str]) -> dict[str, list[list[str]]]:
    """The settled value of each slot as MultiWOZ writes it, with every reading; empty where nothing was said."""
    expected: Expected | None = "guests" if "guests" in asked else None
    counted = [mention.span for mention in read_guests(text).mentions if mention.kind != "unsaid"]
    days = find_dates(text, ANY_DAY, taken=counted)
    day = chosen(days)
    at = find_times(text, taken=[*counted, *(one.span for one in days)], expected="time" in asked).chosen
    taken = [*(one.span for one in days), *([at.span] if at else [])]
    party = read_guests(text, expected=expected, taken=taken)
    people = party.total if party.total is not None else party.unsaid
    return {
        "people": [[str(people)]] if people is not None else [],
        "day": [[DAYS[on.weekday()] for on in day.candidates]] if day and day.candidates else [],
        "time": [[f"{one:%H:%M}" for one in at.candidates]] if at and at.candidates else [],
    }


def _nlupp(rows: list[Row]) -> dict[str, Tally]:
    tallies = {name: Tally() for name in ("date", "time", "people", "name")}
    for row in rows:
        text = row["text"]
        days = find_dates(text, ANY_DAY)
        times = find_times(text, taken=[day.span for day in days]).mentions
        party = read_guests(text, taken=[*(day.span for day in days), *(at.span for at in times)])
        tallies["date"].add([day.candidates for day in days if day.candidates], _gold(row, "date", _date))
        tallies["time"].add([at.candidates for at in times if at.candidates], _gold(row, "time", _time))
        counts = [[head.high] for head in party.mentions if head.kind != "unsaid"]
        tallies["people"].add(counts, _gold(row, "people|adults|kids", int))
        name = find_contacts(text).name
        tallies["name"].add([[name.lower()]] if name else [], _gold(row, "person_name", _name))
    return tallies


def _gold(row: Row, slots: str, value: Any) -> set[Any]:
    pattern = re.compile(rf"(?:{slots})(?:_from|_to)?$")
    told = [slot["value"] for name, slot in row["slots"].items() if pattern.fullmatch(name)]
    return {read for one in told if (read := value(one)) is not None}


def _date(value: dict[str, int]) -> date | None:
    try:
        return date(value["year"], value["month"], value["day"])
    except (KeyError, ValueError):
        return None  # only a month, or "for three days"


def _time(value: dict[str, int]) -> Any:
    try:
        return datetime(2000, 1, 1, value["hour"], value.get("minute", 0)).time()
    except (KeyError, ValueError):
        return None


def _name(value: str) -> str:
    return value.lower()
