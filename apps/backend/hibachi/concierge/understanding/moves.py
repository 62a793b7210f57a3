"""What of a party that exists is to be different, in the arguments of preview_change. Pure."""

from calendar import monthrange
from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any

from hibachi.concierge.understanding import existing, joined_ages, own_words, picking
from hibachi.concierge.understanding.own_bookings import GUEST_SLOTS
from hibachi.concierge.understanding.parties import Bands
from hibachi.concierge.understanding.schemas import Frame
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import WEEKDAYS

"""Told together, they stay together."""


def days_wanted(
    frame: Frame,
    own: list[dict[str, Any]],
    party: dict[str, Any] | None,
    talked: date | None = None,
    asked: tuple[date, ...] = (),
) -> list[date]:
    """The days that a message moves a party to; more than one when it is not clear which.

    talked: the day or month that was talked of before; a day without a month is in that month, else in the party's.
    asked: the days of which we asked to pick one: "Sunday is good" is the Sunday among them.
    """
    own_days = {str(one["date"]) for one in own}
    if _is_step(frame):
        return []
    said = frame.dates or (frame.other_dates if existing.wishes_change_words(frame.text) else ())
    if party is not None and (beside := own_words.weekday_beside(frame.text, date.fromisoformat(str(party["date"])))):
        return [beside]
    anchor = talked or (date.fromisoformat(str(party["date"])) if party is not None else None)
    said = _near(said, frame, anchor) if anchor is not None else said
    said = _in_its_month(said, anchor) if anchor is not None else said
    fresh = [day for day in dict.fromkeys(said) if day.isoformat() not in own_days]
    weekday = _bare(frame)
    picked = _picked(frame, weekday, asked)
    if picked is not None:
        return [picked]
    if party is None or weekday not in WEEKDAYS:
        return fresh
    at = talked if talked is not None and talked.day > 1 else date.fromisoformat(str(party["date"]))
    steps = (WEEKDAYS.index(weekday) - at.weekday()) % 7
    if steps == 0:
        return []
    return [at + timedelta(days=steps if steps <= 3 else steps - 7)]


def _bare(frame: Frame) -> str:
    """The day as it was said, without the signs around it."""
    said = (frame.date_said or "").lower().strip(" .,;!?")
    said = re.sub(r" (?:of )?(?:that|the same) week$", "", said)
    return said.removesuffix("s") if said.removesuffix("s") in WEEKDAYS else said


def _picked(frame: Frame, weekday: str, asked: tuple[date, ...]) -> date | None:
    """The one of the days asked about that a bare weekday or a place in their order names."""
    if frame.dates and picking.is_bare_day(frame.date_said or ""):
        numbered = [day for day in asked if day.day in {one.day for one in frame.dates}]
        if len(numbered) == 1:
            return numbered[0]
    if frame.dates and weekday not in WEEKDAYS:
        return None
    if weekday in WEEKDAYS:
        named = [day for day in asked if day.weekday() == WEEKDAYS.index(weekday)]
        return named[0] if len(named) == 1 else None
    index = (frame.choice - 1 if frame.choice > 0 else frame.choice) if frame.choice else None
    return asked[index] if index is not None and -len(asked) <= index < len(asked) else None


def _near(said: tuple[date, ...], frame: Frame, anchor: date) -> tuple[date, ...]:
    """Days without a month as those next to the day that is talked of: "the 14th" of a party on June 13 is June 14."""
    texts = [found.text for found in frame.evidence if found.slot == "date"] or [frame.date_said or ""]
    bare = [text for text in texts if picking.is_bare_day(text)]
    if not said or frame.date_said is None or not picking.is_bare_day(frame.date_said):
        return said
    weekday = picking.weekday_in(bare[-1]) if bare else None
    months = [anchor.replace(day=1), (anchor.replace(day=1) + timedelta(days=32)).replace(day=1)]
    found = []
    for number in dict.fromkeys(day.day for day in said):
        near = [one.replace(day=number) for one in months if number <= monthrange(one.year, one.month)[1]]
        near = [one for one in near if one >= min(said) and (weekday is None or one.weekday() == weekday)]
        if near:
            found.append(min(near, key=lambda one: abs((one - anchor).days)))
    return tuple(found) or said


def _in_its_month(said: tuple[date, ...], anchor: date) -> tuple[date, ...]:
    """ "Sunday the 19th", which may be in June or July, of a party in July: the one of its month, where it is that weekday."""
    numbers = {day.day for day in said}
    if len(said) < 2 or len(numbers) != 1 or max(numbers) > monthrange(anchor.year, anchor.month)[1]:
        return said
    near = anchor.replace(day=numbers.pop())
    return (near,) if near in said or near.weekday() == said[0].weekday() else said


def stays(frame: Frame, party: dict[str, Any] | None) -> bool:
    """Whether the day that the party has is named and no other: "oh, the 12th of course", after another was talked of."""
    if party is None or not frame.dates:
        return False
    return {day.isoformat() for day in frame.dates} == {str(party["date"])}


def _is_step(frame: Frame) -> bool:
    """ "30 min later" was read as a day: it is a step from where the party stands."""
    return bool(frame.date_said) and own_words.shift_of(frame.date_said or "") is not None


def shifted(frame: Frame, party: dict[str, Any]) -> dict[str, str]:
    """The day or start that "back a week", "an hour earlier" leads to from where the party stands."""
    step = own_words.shift_of(frame.text)
    own_day = f"{date.fromisoformat(str(party['date'])):%A}".lower() == _bare(frame)
    own_day = own_day or not frame.dates or frame.dates[0].isoformat() == str(party["date"])
    if step is None or not (own_day or _is_step(frame)):
        return {}
    at = datetime.fromisoformat(f"{party['date']}T{party['time']}")
    to = at + timedelta(days=step[0], minutes=step[1])
    return {"date": to.date().isoformat()} if step[0] else {"time": to.strftime("%H:%M")}


_TAKES_OFF = re.compile(
    r"\b(?:take|leave|get)\b[^.?!\n]{0,40}\b(?:off|out)\b"
    r"|\b(?:remove|drop|skip|no more|without|get rid of)\b"
    r"|\b(?:don'?t|do not|won'?t) (?:want|need|have)\b|\bno longer\b",
    re.I,
)


def takes_off(text: str) -> bool:
    """Whether a dish is to go: "take the lobster off"."""
    return bool(_TAKES_OFF.search(text)) and "instead" not in text.lower()


def joining(text: str, bands: Bands) -> dict[str, int]:
    """How many more of each band come by the ages that were told."""
    more: dict[str, int] = {}
    for age in joined_ages.told(text):
        more[bands.of(age)] = more.get(bands.of(age), 0) + 1
    return more


def without_what_stands(change: dict[str, Any], party: dict[str, Any] | None) -> dict[str, Any]:
    """A change less what the party has already: told again, nothing is different."""
    if party is None:
        return change
    kept = {key: value for key, value in change.items() if _stands(party, key) != value}
    return {
        key: value
        for key, value in change.items()
        if key in kept or (key in GUEST_SLOTS and set(GUEST_SLOTS) & set(kept))
    }


def as_it_stands(party: dict[str, Any], keys: Collection[str]) -> dict[str, Any]:
    """What a party has of what is to change, in the arguments of a change."""
    known = {key: _stands(party, key) for key in keys}
    return {key: str(value)[:5] if key == "time" else value for key, value in known.items() if value is not None}


def _stands(party: dict[str, Any], key: str) -> Any:
    proteins = party.get("proteins") or {}
    if key == "protein_selections":
        return proteins.get("upgrades") or {}
    if key == "extra_proteins":
        return proteins.get("extra_proteins") or {}
    if key == "customer_zipcode":
        return party.get("zip")
    return party.get(key)
