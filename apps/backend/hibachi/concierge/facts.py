"""The evidence of a turn: every tool's result as a Fact, and what a reply may rest on, found by value and by role."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from hibachi.kit import lazy_re as re

_MONEY = re.compile(r"-?\d+\.\d{2}")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_TIME = re.compile(r"(\d\d):(\d\d)(?::\d\d)?")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)")

_ROLE_OF_KEY = {
    "food_total": "food",
    "food_subtotal": "subtotal",
    "party_minimum": "minimum",
    "fee": "travel_fee",
    "missing": "shortfall",
    "total_protein_cost": "proteins",
    "extra_protein": "extra_protein",
}
_GUESTS = {
    "adult": "adult",
    "adults": "adult",
    "child": "child",
    "children": "child",
    "toddler": "toddler",
    "toddlers": "toddler",
}
_ROLE_OF_COMPONENT = {
    "travel": ("per_mile", "travel_fee"),
    "minimum": ("shortfall", "shortfall"),
    "reschedule": ("reschedule_fee", "reschedule_fee"),
    "tax": ("tax", "tax"),
    "surcharge": ("surcharge", "surcharge"),
}
_CALENDAR = {
    "past",
    "too_soon",
    "too_far_ahead",
    "closed",
    "full",
    "not_a_slot",
    "time_does_not_exist",
    "time_happens_twice",
}
_WHOLE_DAY = {"past", "too_soon", "too_far_ahead", "closed"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One tool's result. Money in results is a decimal string with cents, dates are ISO, times "18:00"."""

    id: str
    tool: str
    arguments: dict[str, Any]
    result: dict[str, Any]
    at: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value of a fact. roles: what an amount stands for; party: the guests of the quote that it belongs to."""

    fact: Fact
    path: str
    value: Any
    roles: frozenset[str] = frozenset()
    party: tuple[int, ...] = ()
    stale: bool = False


@dataclass(slots=True)
class Evidence:
    """What the facts of a turn license, indexed. Times are local to the zone of the party."""

    facts: tuple[Fact, ...]
    amounts: dict[int, list[Leaf]] = field(default_factory=dict)
    numbers: dict[float, list[Leaf]] = field(default_factory=dict)
    days: dict[date, Leaf] = field(default_factory=dict)
    times: dict[time, Leaf] = field(default_factory=dict)
    slots: dict[time, Leaf] = field(default_factory=dict)
    moments: dict[tuple[date, time], Leaf] = field(default_factory=dict)
    expiries: dict[tuple[date, time], Leaf] = field(default_factory=dict)
    free: dict[tuple[date, time | None], tuple[bool, Leaf]] = field(default_factory=dict)
    lengths: dict[int, Leaf] = field(default_factory=dict)
    words: list[Leaf] = field(default_factory=list)
    quotes: list[Leaf] = field(default_factory=list)
    party: tuple[int, ...] = ()
    asked: bool | None = None
    addons: frozenset[str] = frozenset()

    @classmethod
    def of(cls, facts: Sequence[Fact], zone: str) -> "Evidence":
        """Index the facts in the order in which they came; later ones say what is true now."""
        evidence = cls(tuple(facts), addons=frozenset(_addons([fact.result for fact in facts])))
        newest = max((n for n, fact in enumerate(facts) if "party" in fact.result), default=-1)
        for number, fact in enumerate(facts):
            stale = "party" in fact.result and number != newest
            reader = _Reader(evidence, fact, ZoneInfo(zone), stale)
            reader.read(fact.result, ())
            evidence.party = reader.party or evidence.party
            _openings(evidence, fact)
        return evidence

    def results(self, *keys: str) -> Iterator[Fact]:
        """The facts whose result says yes to one of the keys ("booked", "held", "cancelled")."""
        return (fact for fact in self.facts if any(fact.result.get(key) is True for key in keys))

    def bookings(self) -> Iterator[tuple[Fact, dict[str, Any]]]:
        """Every booking that a fact shows, the one of a deed included."""
        for fact in self.facts:
            shown = fact.result.get("bookings") or []
            for booking in [*shown, fact.result.get("booking")]:
                if isinstance(booking, dict) and "status" in booking:
                    yield fact, booking

    def statuses(self) -> set[str]:
        return {str(booking.get("status")) for _, booking in self.bookings()}


class _Reader:
    """Walks one fact's result and files every value under what it can license."""

    def __init__(self, evidence: Evidence, fact: Fact, zone: ZoneInfo, stale: bool) -> None:
        self.evidence, self.fact, self.zone, self.stale = evidence, fact, zone, stale
        party = fact.result.get("party") or {}
        self.party = tuple(int(party.get(key) or 0) for key in ("adults", "children", "toddlers")) if party else ()

    def read(self, value: Any, path: tuple[str, ...], parent: dict[str, Any] | None = None) -> None:
        if isinstance(value, dict):
            self._moment(value, path)
            for key, item in value.items():
                self.read(item, (*path, *str(key).split(".")), value)
        elif isinstance(value, list):
            self.evidence.lengths.setdefault(len(value), self._leaf(value, path))
            for number, item in enumerate(value):
                self.read(item, (*path, str(number)), parent)
        elif isinstance(value, str):
            self._text(value, path, parent or {})
        elif isinstance(value, int | float) and not isinstance(value, bool):
            self.evidence.numbers.setdefault(float(value), []).append(self._leaf(value, path))

    def _leaf(self, value: Any, path: tuple[str, ...], roles: frozenset[str] = frozenset()) -> Leaf:
        stale = self.stale or "before" in path
        return Leaf(self.fact, ".".join(path), value, roles, self.party, stale)

    def _text(self, value: str, path: tuple[str, ...], parent: dict[str, Any]) -> None:
        if _MONEY.fullmatch(value):
            roles = _roles(path, parent, self.evidence.addons)
            cents = abs(int(value.replace(".", "")))
            self.evidence.amounts.setdefault(cents, []).append(self._leaf(value, path, roles))
        elif _INSTANT.fullmatch(value):
            self._instant(value, path)
        elif _DAY.fullmatch(value):
            self.evidence.days.setdefault(date.fromisoformat(value), self._leaf(value, path))
        elif match := _TIME.fullmatch(value):
            at = time(int(match[1]), int(match[2]))
            self.evidence.times.setdefault(at, self._leaf(value, path))
            if "slots" in path:
                self.evidence.slots.setdefault(at, self._leaf(value, path))
        elif path[-1] == "said" and self.fact.tool == "recall_words":
            self.evidence.quotes.append(self._leaf(value, path))
        elif path[-1] not in ("token", "id", "quote_id", "booking_id"):
            self.evidence.words.append(self._leaf(value, path))

    def _instant(self, value: str, path: tuple[str, ...]) -> None:
        local = datetime.fromisoformat(value).astimezone(self.zone)
        leaf = self._leaf(value, path)
        at = time(local.hour, local.minute)
        self.evidence.days.setdefault(local.date(), leaf)
        self.evidence.times.setdefault(at, leaf)
        self.evidence.moments.setdefault((local.date(), at), leaf)
        if "expire" in path[-1] or "until" in path[-1]:
            self.evidence.expiries.setdefault((local.date(), at), leaf)

    def _moment(self, value: dict[str, Any], path: tuple[str, ...]) -> None:
        if (moment := moment_of(value)) and moment[1]:
            self.evidence.moments.setdefault((moment[0], moment[1]), self._leaf(value, (*path, "date+time")))


def moment_of(value: dict[str, Any]) -> tuple[date, time | None] | None:
    """The (date, time) that a dictionary names under "date" and "time"; the time may be open."""
    day, at = value.get("date"), value.get("time")
    if not isinstance(day, str) or not _DAY.fullmatch(day):
        return None
    match = _TIME.fullmatch(at) if isinstance(at, str) else None
    return date.fromisoformat(day), time(int(match[1]), int(match[2])) if match else None


def _openings(evidence: Evidence, fact: Fact) -> None:
    """What the fact says of free and taken times; a later fact stands above an earlier one."""
    result = fact.result
    for key in ("alternatives", "openings"):
        for number, item in enumerate(result.get(key) or []):
            if isinstance(item, dict) and (moment := moment_of(item)):
                _say_free(evidence, moment, True, Leaf(fact, f"{key}.{number}", item))
    verdict = next(
        (key for key in ("available", "held", "booked", "changed", "allowed") if isinstance(result.get(key), bool)),
        None,
    )
    if verdict is None:
        return
    leaf = Leaf(fact, verdict, result[verdict])
    asked = _asked(evidence, fact)
    for day, at in asked:
        evidence.days.setdefault(day, leaf)
        if at is not None:
            evidence.moments.setdefault((day, at), leaf)
            evidence.times.setdefault(at, leaf)
    places = [place for place in (result, result.get("after"), result.get("booking")) if isinstance(place, dict)]
    for moment in dict.fromkeys([*(moment_of(place) for place in places), *asked]):
        if moment and (result[verdict] or _is_about_the_time(result)):
            _say_free(evidence, moment, bool(result[verdict]), leaf)
            evidence.asked = bool(result[verdict])
            if _code(result) in _WHOLE_DAY and not evidence.free.get((moment[0], None), (False,))[0]:
                evidence.free[(moment[0], None)] = (False, leaf)


def _code(result: dict[str, Any]) -> str | None:
    reason = result.get("reason") or result.get("refusal")
    return str(reason.get("code")) if isinstance(reason, dict) else None


_ASKS = ("check_availability", "hold_date", "preview_change", "change_booking")


def _asked(evidence: Evidence, fact: Fact) -> list[tuple[date, time | None]]:
    """The date and time that a tool was asked about: its answer is about them, though a refusal may not repeat them.

    A change of the date alone keeps the hour of the customer's party, a change of the hour alone its date.
    """
    wanted = {**fact.arguments, **(fact.arguments.get("wanted") or {}), **(fact.arguments.get("change") or {})}
    if fact.tool not in _ASKS or not (wanted.get("date") or wanted.get("time")):
        return []
    if fact.tool in ("check_availability", "hold_date"):
        return [moment] if (moment := moment_of(wanted)) else []
    own = [booking for _, booking in evidence.bookings()] or [{}]
    moments = [
        moment_of({"date": wanted.get("date") or party.get("date"), "time": wanted.get("time") or party.get("time")})
        for party in own
    ]
    return [moment for moment in moments if moment]


def _is_about_the_time(result: dict[str, Any]) -> bool:
    """Whether a refusal is one of the calendar, and not one of the guests or the menu."""
    return "available" in result or _code(result) in _CALENDAR


def _say_free(evidence: Evidence, moment: tuple[date, time | None], free: bool, leaf: Leaf) -> None:
    evidence.free[moment] = (free, leaf)
    if free and moment[1] is not None:
        evidence.free[(moment[0], None)] = (free, leaf)


def _addons(value: Any) -> Iterator[str]:
    """The keys of all add-ons, so that "extra_fried_rice" is not taken for an extra protein."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from (item if key in ("addons", "addons_each") and isinstance(item, dict) else _addons(item))
    elif isinstance(value, list):
        for item in value:
            yield from _addons(item)


def _roles(path: tuple[str, ...], parent: dict[str, Any], addons: frozenset[str]) -> frozenset[str]:
    """What an amount stands for, from where it stands: prices.deposit is a deposit, lines.0.unit an adult's price."""
    key = path[-1]
    if "key" in parent and key in ("unit", "amount"):
        return _roles_of_line(str(parent["key"]), str(parent.get("component", "")), key == "unit", addons)
    if key == "amount" and len(path) > 1:
        return frozenset({"unit", _GUESTS.get(path[-2], path[-2])})
    if len(path) > 1 and path[-2] in ("upgrades_per_person", "addons_each", "upgrades", "addons"):
        return frozenset({"unit", *_roles_of_item(key, addons)})
    if (
        key == "balance"
        and parent.get("total") == parent.get("balance")
        and parent.get("deposit") not in (None, "0.00")
    ):
        return frozenset({"open"})  # the deposit is in it: not what remains beside the deposit
    role = _ROLE_OF_KEY.get(key, key)
    if role == "extra_protein":
        return frozenset({role, "unit", "plain"})
    return frozenset({role, "unit"} if role == "per_mile" else {role})


def _roles_of_line(key: str, component: str, unit: bool, addons: frozenset[str]) -> frozenset[str]:
    """A line's price each or its amount; the lines of the way, the minimum, a move and the tax have roles of their own."""
    if component in _ROLE_OF_COMPONENT:
        each, amount = _ROLE_OF_COMPONENT[component]
        return frozenset({each, "unit"} if unit else {amount})
    own = {"extra_protein", f"item:{key}"} if component == "extra_proteins" else _roles_of_item(key, addons)
    return frozenset({"unit" if unit else "line", *own})


def _roles_of_item(key: str, addons: frozenset[str]) -> set[str]:
    if key in _GUESTS:
        return {_GUESTS[key]}
    if key.startswith("extra_protein"):
        return {"extra_protein"} | (
            {f"item:{rest}"} if (rest := key.removeprefix("extra_protein").strip("s_:.")) else set()
        )
    if key.startswith("extra_") and key not in addons:
        return {"extra_protein", f"item:{key.removeprefix('extra_')}"}
    return {f"item:{key}"}
