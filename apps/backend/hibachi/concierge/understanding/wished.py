"""What a message wishes to be different about a party that exists, in the arguments of preview_change. Pure."""

from datetime import date, time
from typing import Any, Literal

from hibachi.concierge.understanding import moves, options, own_guests, shelves, starts_left, undone, which_party
from hibachi.concierge.understanding.draft import State
from hibachi.concierge.understanding.own_bookings import GUEST_SLOTS, heads_of
from hibachi.concierge.understanding.parties import counts_of, merged
from hibachi.concierge.understanding.schemas import Counts, Frame, ItemWords, Opening, PartyState
from hibachi.kit import lazy_re as re


def change(state: State) -> None:
    """What is to be different about a party that exists, in the arguments of preview_change."""
    frame, party = state.frame, _meant(state)
    change = {} if _is_of_another(state, party) else dict(state.before.change)
    if undone.ACT in frame.acts:
        state.values["change"] = dict(state.before.changed_from)
        state.changed.append("change")
        return
    if party is None and len(state.own) > 1:
        state.values["unplaced"] = state.before.unplaced or frame.text
    elif state.before.unplaced is not None:
        state.values["unplaced"] = None
    wanted = moves.days_wanted(frame, state.own, party, _talked_of(state), _asked_about(state))
    if not wanted and "date" in change and moves.stays(frame, party):
        del change["date"]
    if not wanted and frame.month is not None:
        state.set("date_month", frame.month, "month")
    if len(wanted) == 1:
        change["date"] = wanted[0].isoformat()
        state.values["dates"] = ()
    elif len(wanted) > 1:
        state.set("dates", tuple(wanted), "date")
    if len(frame.times) == 1 and (wanted or "date" in change or not _is_reference(state, frame, party)):
        change["time"] = frame.times[0].strftime("%H:%M")
    elif len(frame.times) > 1 and (starts_left.LEFT in frame.acts or _EITHER.search(frame.text)):
        state.set("time_choices", frame.times, "time")
    elif not frame.times and (at := _sided(state)) is not None:
        change |= {"date": at.date, "time": at.time}
    elif frame.choice and state.before.offered:
        index = frame.choice - 1 if frame.choice > 0 else frame.choice
        if -len(state.before.offered) <= index < len(state.before.offered):
            change |= {"date": state.before.offered[index].date, "time": state.before.offered[index].time}
    if party is not None:
        step = moves.shifted(frame, party)
        change |= step if not frame.times else {key: step[key] for key in step if key == "date"}
    told = _guest_change(state)
    dishes = _item_change(state, {**change, **told})
    if not (dishes and "how_many" in state.before.expecting):
        counted = frame.guests.stated and party is not None
        change = {key: value for key, value in change.items() if not (counted and key in GUEST_SLOTS)}
        change |= told
    change |= dishes
    if frame.zip and frame.zip not in {str(one.get("zip")) for one in state.own}:
        change["customer_zipcode"] = frame.zip
    place = ", ".join(part for part in (frame.address, frame.venue) if part)
    if place and "customer_zipcode" in change:
        change["location"] = place
    change = moves.without_what_stands(change, party)
    if change != state.before.change:
        state.values["change"] = change
        state.changed.append("change")


def _is_of_another(state: State, party: dict[str, Any] | None) -> bool:
    """ "And on the june one two more", while a change of the july party waits: nothing of that one is wished for it."""
    waits = state.before.pending.booking_id if state.before.pending is not None else None
    return party is not None and waits not in (None, str(party["id"]))


def _sided(state: State) -> Opening | None:
    """The one of the starts on the table that "the later one" names."""
    offered = state.before.offered
    days = {one.date for one in offered}
    starts = [time.fromisoformat(one.time) for one in offered]
    left = options.sided_starts(state.frame, starts, None) if len(days) == 1 else ()
    return next((one for one in offered if len(left) == 1 and time.fromisoformat(one.time) == left[0]), None)


_EITHER = re.compile(r"\bor\b", re.I)
""" "The 27th at noon or 3"."""


def _asked_about(state: State) -> tuple[date, ...]:
    """The days of which one was asked to be picked."""
    return state.before.dates if len(state.before.dates) > 1 and "date" in state.before.expecting else ()


def _talked_of(state: State) -> date | None:
    """The day, or the month, that a move was talked of before this message."""
    before = state.before
    days = [*([before.change["date"]] if "date" in before.change else []), *(one.date for one in before.offered)]
    return date.fromisoformat(str(days[0])) if days else before.date_month


def _meant(state: State) -> dict[str, Any] | None:
    """The one party that is meant, when it is clear."""
    found = which_party.meant(state.frame, state.before, state.own)
    return found[0] if len(found) == 1 else None


def _is_reference(state: State, frame: Frame, party: dict[str, Any] | None) -> bool:
    """ "Our party tomorrow at 6": the time that the party has, not a new one."""
    at = frame.times[0].strftime("%H:%M")
    had = state.own if party is None else [party]
    return any(str(one.get("time")) == at for one in had) and bool(frame.other_dates or frame.dates)


_OF_THEM = re.compile(r"\b\w+ of (?:our|the|us|them|those|my|these)\b", re.I)
""" "Two of our twelve are kids": among the guests, not on top of them."""


def _guest_change(state: State) -> dict[str, Any]:
    said = state.frame.guests
    party = _meant(state)
    if party is not None and (said.stated or said.no_children):
        return own_guests.change(said, party, state.before, state.frame.text, state.bands)
    joining = moves.joining(state.frame.text, state.bands)
    if joining and said.adults is None and said.people is None:
        away = {"adults" if kind == "unsplit" else kind: more for kind, more in said.add.items() if more < 0}
        return {f"more_{slot}": more for slot, more in {**away, **joining}.items()}
    if (said.adults or said.people) and said.add:
        kept = {kind: more for kind, more in said.add.items() if kind not in ("adults", "unsplit")}
        said = said.model_copy(update={"add": kept})
    change: dict[str, Any] = {}
    counts = counts_of(merged(PartyState(), said), state.bands) if said.stated else None
    if said.adults is not None or said.people is not None:
        assert counts is not None or said.people == 0 or said.adults == 0
        if counts is not None:
            change["adults"] = counts.adults
    elif counts is not None and said.children and (party := _meant(state)) and _OF_THEM.search(state.frame.text):
        total = heads_of(party)
        change["adults"] = max(0, total - counts.children - counts.toddlers)
    if counts is not None and (said.children is not None or said.toddlers is not None or said.ages):
        change |= {"children": counts.children, "toddlers": counts.toddlers}
    if said.no_children and said.children is None and not said.add:
        change |= {"children": 0, "toddlers": said.toddlers or 0}
    for kind, more in said.add.items():
        slot = "adults" if kind == "unsplit" else kind
        if slot not in change:
            change[f"more_{slot}"] = more
    return change


def _portions_wished(state: State) -> list[ItemWords]:
    """ "For 5" after a dish of the party was wished without a number."""
    dish, guests = state.before.wanted_dish, state.frame.guests
    number = guests.people or guests.adults
    if dish is None or not number or "how_many" not in state.before.expecting:
        return []
    state.values["wanted_dish"] = None
    role: Literal["addon", "extra", "upgrade"] = (
        "addon" if dish in state.addons else "extra" if state.before.spoken_extra else "upgrade"
    )
    return [ItemWords(key=dish, role=role, count=number)]


def _item_change(state: State, anew: dict[str, Any]) -> dict[str, Any]:
    """The dishes after what was said; anew: who comes now, where that changes with them ("so 25, and filet for everyone")."""
    frame = state.frame
    said = list(frame.items) if any(item.role != "included" for item in frame.items) else _portions_wished(state)
    wish = next((key for key in frame.mentioned if key in state.upgrades or key in state.addons), None)
    if not said and wish is not None and state.before.pending is not None:
        state.values["wanted_dish"] = wish
        state.changed.append("wanted_dish")
    if not said:
        return {}
    chosen = _meant(state) or {}
    proteins = chosen.get("proteins") or {}
    stood = {
        "upgrade": proteins.get("upgrades") or {},
        "extra": proteins.get("extra_proteins") or {},
        "addon": chosen.get("addons") or {},
    }
    if "how_many" in state.before.expecting:
        stood |= {shelf: state.before.change[slot] for shelf, slot in _SLOTS.items() if slot in state.before.change}
    counts = Counts(**{slot: int(anew.get(slot, chosen.get(slot)) or 0) for slot in GUEST_SLOTS})
    if moves.takes_off(frame.text):
        said = [item.model_copy(update={"operation": "remove"}) if _is_taken_off(item) else item for item in said]
    told = {item.key for item in said if item.count is not None}
    said = [item for item in said if item.count is not None or item.key not in told]  # "gyoza!! five gyoza"
    after, open_ = shelves.ordered(stood, said, counts, frame.text)
    if open_:
        state.values["wanted_dish"] = open_[-1].key
        state.changed.append("wanted_dish")
    if open_ and after == stood:
        return {}
    touched = {item.role for item in said}
    return {slot: after[shelf] for shelf, slot in _SLOTS.items() if after[shelf] != stood[shelf] or shelf in touched}


_SLOTS = {"upgrade": "protein_selections", "extra": "extra_proteins", "addon": "addons"}


def _is_taken_off(item: ItemWords) -> bool:
    """Whether a dish stands bare beside words that take one off."""
    return item.operation == "set" and item.count is None and item.share is None and item.instead_of is None
