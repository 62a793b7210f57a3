"""Frame + dialogue → where the conversation stands now. Pure; the newest word of the customer wins."""

from collections.abc import Collection
from datetime import date
from difflib import SequenceMatcher

from hibachi.concierge.understanding import (
    counts_righted,
    diets_counted,
    diets_denied,
    existing,
    groups_told,
    kids_left_open,
    picking,
    shelves,
    told_for_chef,
    wished,
)
from hibachi.concierge.understanding.draft import State
from hibachi.concierge.understanding.own_bookings import Bookings
from hibachi.concierge.understanding.parties import Bands, counts_of, merged
from hibachi.concierge.understanding.said_whole import places
from hibachi.concierge.understanding.schemas import Dialogue, Frame, ItemWords, PartyState
from hibachi.kit import lazy_re as re
from hibachi.language.diets import diets
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import OPENERS
from hibachi.language.spans import fold

_OF_THOSE = re.compile(r"\bof (?:those|them|these|each)\b", re.I)
_SOME_OF = re.compile(r"\b(?:some|a few|several|couple|few) (?:of (?:them|us|the \w+|my \w+) )?\b", re.I)
LIKE = 0.6
"""How alike two first names are when one is the other spelled anew ("Stephen" for "Steven")."""


def advance(
    dialogue: Dialogue,
    frame: Frame,
    *,
    goal: str | None,
    bands: Bands,
    own: Bookings,
    earlier: Bookings,
    upgrades: Collection[str] = (),
    addons: Collection[str] = (),
) -> tuple[Dialogue, tuple[str, ...]]:
    """The dialogue after a message, and the names of what it changed. own: live parties; earlier: all others."""
    if goal == "booking" and dialogue.booked is not None and existing.wants_new(frame, dialogue, own):
        dialogue = _one_more(dialogue)
    state = State(dialogue, frame, bands, own, earlier, upgrades, addons)
    if goal != dialogue.goal:
        state.values["goal"] = goal
        if dialogue.goal == "change":  # one that was put off ends where something else begins
            state.values["change"] = {}
        if dialogue.goal == "change" and goal == "booking":
            _as_new(state, dialogue)
    if goal == "change":
        wished.change(state)
    elif goal != "cancel" and not {"about_own", "about_past"} & set(frame.acts):
        _party(state)
        _items(state)
        picking.days(state)
        picking.times(state)
    elif goal == "cancel":
        state.set("reason", dialogue.reason or " ".join(frame.text.split())[:200])
    _place(state)
    _person(state)
    _rest(state)
    return state.done(), tuple(state.changed)


def _as_new(state: State, dialogue: Dialogue) -> None:
    """The day that was shown as a move is the day of another party."""
    day = dialogue.change.get("date")
    state.values |= {"pending": None, "booking_id": None, "offered": ()}
    if day and not state.frame.dates:
        state.values["dates"] = (date.fromisoformat(str(day)),)


def _one_more(dialogue: Dialogue) -> Dialogue:
    """A conversation that booked a party turns to the next one: the person stays, the party is new."""
    kept = ("version", "turns", "name", "phone", "email", "greeted", "used", "zone", "answered", "dietary_asked")
    return Dialogue(**{field: getattr(dialogue, field) for field in kept})


def _party(state: State) -> None:
    party: PartyState = state.get("party")
    after = merged(_as_last_time(state, party), state.frame.guests)
    if after == party:
        return
    before_counts, after_counts = counts_of(party, state.bands), counts_of(after, state.bands)
    state.values["party"] = after
    if before_counts is None or after_counts is None or before_counts.each != after_counts.each:
        state.changed.append("guests")
    elif (after.ages, after.spread) != (party.ages, party.spread):
        state.changed.append("ages")


_LIKE_LAST = re.compile(
    r"\bsame (?:(?:party|thing|deal|set ?up|order|everything|group|people|crew|menu) )?(?:as"
    r"|like) (?:the |our )?(?:last (?:time|year|summer|party|one)|before)\b",
    re.I,
)
_LESS = re.compile(
    r"\b(?:fewer|less|minus|without|(?:not|aren'?t|isn'?t|can'?t) (?:com|mak|be)\w*|only|smaller)\b", re.I
)
""" "The same as last time but with 4 more people": four more than came then; who comes no more is asked about."""


def _as_last_time(state: State, party: PartyState) -> PartyState:
    """ "Exactly the same again": the guests and dishes of the newest party that the customer had, where nobody was counted yet, nor is now."""
    anew = state.frame.guests.adults is not None or state.frame.guests.people is not None
    same = state.frame.same_party or (_LIKE_LAST.search(state.frame.text) and not _LESS.search(state.frame.text))
    if not same or party != PartyState() or anew:
        return party
    had = max(state.earlier + state.own, key=lambda one: str(one.get("date")), default=None)
    if had is None or not had.get("adults"):
        return party
    proteins = had.get("proteins") or {}
    return PartyState(
        adults=int(had["adults"]), children=int(had.get("children") or 0), toddlers=int(had.get("toddlers") or 0),
        upgrades=dict(proteins.get("upgrades") or {}), extra_proteins=dict(proteins.get("extra_proteins") or {}),
        addons=dict(had.get("addons") or {}),
    )  # fmt: skip


def _items(state: State) -> None:
    frame, party = state.frame, state.get("party")
    if frame.no_extras and not frame.items and frame.answer == "yes" and state.before.pending is not None:
        return
    if frame.no_extras and not frame.items:
        bare = party.model_copy(update={"upgrades": {}, "extra_proteins": {}, "addons": {}})
        _set_items(state, bare if _clears(frame) else party)
        state.set("extras_declined", True, "no_extras")
        return
    counts = counts_of(party, state.bands)
    stood = {"upgrade": party.upgrades, "extra": party.extra_proteins, "addon": party.addons}
    after, open_ = shelves.ordered(stood, frame.items, counts, frame.text)
    party = party.model_copy(update={slot: after[shelf] for shelf, slot in _SLOTS.items()})
    for item in (one for one in open_ if not _was_shown(state, one)):
        _also_wanted(state, item)
    _orders(state)
    dish = state.before.wanted_dish
    of_those = ("how_many" in state.before.expecting and not _is_party(state)) or _OF_THOSE.search(frame.text)
    if dish and not frame.items and of_those:
        every = counts.adults + counts.children if counts and _ALL_OF_US.fullmatch(frame.text) else None
        number = frame.guests.people or frame.guests.adults or every
        if number:
            party = state.before.party
            for key in (*state.before.wanted_too, dish):
                party = _put(party, _shelf_of(state, key), key, number)
            state.values |= {"party": party, "wanted_dish": None, "wanted_too": ()}
            state.changed = [slot for slot in state.changed if slot != "guests"]
    wish = next((key for key in frame.mentioned if key in state.upgrades), None)
    if wish and not frame.items and _SOME_OF.search(frame.text):
        state.values["wanted_dish"] = wish
        state.changed.append("wanted_dish")
    _set_items(state, party)
    if frame.no_extras:
        state.set("extras_declined", True, "no_extras")


def _was_shown(state: State, item: ItemWords) -> bool:
    """ "Yes, book it with the lobster", of which the summary told so many: nothing new is wished."""
    pending, party = state.before.pending, state.before.party
    shown = pending is not None and pending.kind == "book" and item.operation != "add"
    return shown and any(item.key in had for had in (party.upgrades, party.extra_proteins, party.addons))


_ALL_OF_US = re.compile(
    rf"\W*(?:(?:{OPENERS}|yes|for|just)\W+)*(?:all(?: of (?:us|them))?|everyone|everybody"
    r"|each(?: (?:of us|person|guest))?|the whole (?:group|party))\W*",
    re.I,
)
""" "For all of us", once it was asked for how many."""
_SLOTS = {"upgrade": "upgrades", "extra": "extra_proteins", "addon": "addons"}


def _is_party(state: State) -> bool:
    """Whether a number after "how many portions?" counts the guests: told with children or a place, or nobody was counted."""
    guests = state.frame.guests
    young = guests.children is not None or guests.toddlers is not None or bool(guests.ages)
    uncounted = counts_of(state.before.party, state.bands) is None
    return young or (guests.adults is not None and (uncounted or state.frame.zip is not None))


_ORDERS = re.compile(
    rf"\b(?P<n>{NUMBER}) (?:more )?(?:orders?|portions?|servings?|of (?:it|that|those))\b(?! of \w+s?\b)", re.I
)


def _orders(state: State) -> None:
    """ "Add 3 orders" once one dish was talked of: so many of that; and which dish was talked of last."""
    frame = state.frame
    told = _ORDERS.search(fold(frame.text))
    dish = state.before.spoken_dish
    if told and dish and not frame.mentioned and not frame.items and (number := to_int(told["n"])):
        state.values["party"] = _put(state.get("party"), _shelf_of(state, dish), dish, number)
        state.changed.append("items")
    if len(frame.mentioned) == 1 and (frame.mentioned[0] in state.addons or frame.mentioned[0] in state.upgrades):
        state.values["spoken_dish"] = frame.mentioned[0]


def _shelf_of(state: State, dish: str) -> str:
    """Where portions of a dish stand that was named before: beside the included proteins, or in place of one."""
    if dish in state.addons:
        return "addons"
    return "extra_proteins" if state.before.spoken_extra or dish not in state.upgrades else "upgrades"


def _clears(frame: Frame) -> bool:
    """ "No extras at all" takes them off; "nothing else" leaves what was chosen."""
    return "else" not in frame.text.lower() and "on top" not in frame.text.lower()


def _set_items(state: State, party: PartyState) -> None:
    known: PartyState = state.before.party
    same = (party.upgrades, party.extra_proteins, party.addons) == (known.upgrades, known.extra_proteins, known.addons)
    if not same:
        state.changed.append("items")
        state.values["party"] = state.get("party").model_copy(
            update={"upgrades": party.upgrades, "extra_proteins": party.extra_proteins, "addons": party.addons}
        )


def _also_wanted(state: State, item: ItemWords) -> None:
    """A dish without a number; of several in one message ("add gyoza and edamame") each waits for it."""
    others: tuple[str, ...] = ()
    if "wanted_dish" in state.changed:
        others = (*state.get("wanted_too"), str(state.get("wanted_dish")))
    state.values |= {"wanted_dish": item.key, "wanted_too": others}
    state.changed.append("wanted_dish")


def _put(party: PartyState, shelf: str, key: str, count: int) -> PartyState:
    items = {**getattr(party, shelf), key: count}
    return party.model_copy(update={shelf: {name: number for name, number in items.items() if number > 0}})


def _place(state: State) -> None:
    frame = state.frame
    if codes := frame.zips or ((frame.zip,) if frame.zip else ()):
        state.values["places"] = places.told(fold(frame.text), codes, state.before.places)
    if frame.zip:
        if state.before.zip and frame.zip != state.before.zip and state.before.city and not frame.city:
            state.set("city", None)
        state.set("zip", frame.zip)
    elif frame.same_as_before and state.get("zip") is None:
        last = max(state.earlier + state.own, key=lambda one: str(one.get("date")), default=None)
        if last and last.get("zip"):
            state.set("zip", str(last["zip"]))
    if frame.city:
        if state.before.zip and not frame.zip and state.before.city and frame.city != state.before.city:
            state.set("zip", None)
        state.set("city", frame.city)
        state.set("state", frame.state)
        if frame.zip:
            state.values["zips"] = {**state.before.zips, frame.city: frame.zip}
        elif frame.city in state.before.zips and not frame.address:
            state.set("zip", state.before.zips[frame.city])
    if frame.address:
        state.set("address", frame.address)


def _person(state: State) -> None:
    frame = state.frame
    if "name_wrong" in frame.acts and frame.name is None and state.before.booked is None:
        state.set("name", None)
    for name in ("name", "phone", "email", "event_type", "venue"):
        value = getattr(frame, name)
        value = _known_name(_whole_name(value, state.before.name), state) if name == "name" and value else value
        if name == "name" and _signs(frame, state.before.name):
            continue
        if value and not (
            name == "venue"
            and state.before.booked is None
            and "venue" not in state.before.expecting
            and state.before.venue
        ):
            state.set(name, value)
    if state.get("name") is None and (frame.same_as_before or "again" in frame.acts):
        last = max(state.earlier + state.own, key=lambda one: str(one.get("date")), default=None)
        if last and last.get("name"):
            state.set("name", str(last["name"]))


def _signs(frame: Frame, known: str | None) -> bool:
    """ "Yes. As I said. / Tom" under Thomas Beck: who signs with his first name is not renamed."""
    lines = [line.strip(" -–—~,.") for line in frame.text.strip().splitlines() if line.strip()]
    return len(lines) > 1 and " " in (known or "") and " " not in lines[-1] and lines[-1] == frame.name


def _known_name(said: str, state: State) -> str:
    """A first name by itself as the whole name of the person whose earlier party has it: "it's Monique" of Monique Batiste."""
    if " " in said:
        return said
    known = {str(one["name"]) for one in state.own + state.earlier if one.get("name")}
    whole = {name for name in known if " " in name and name.split()[0].lower() == said.lower()}
    return whole.pop() if len(whole) == 1 else said


def _whole_name(said: str, known: str | None) -> str:
    """ "It's Stephen with a p h" corrects the first name of Steven Miller, and keeps Miller; "Ito without the h" the last one."""
    first, _, rest = (known or "").partition(" ")
    if known and _is_initialled(said, known):
        return known
    if " " in said or not rest:
        return said
    if said.lower() == rest.lower():
        return known or said
    as_first, as_last = (SequenceMatcher(None, said.lower(), one.lower()).ratio() for one in (first, rest))
    if as_last >= LIKE and as_last > as_first:
        return f"{first} {said}"
    return f"{said} {rest}" if as_first >= LIKE else said


def _is_initialled(said: str, known: str) -> bool:
    """Whether a mail is signed "E. Whitcombe" by Eleanor Whitcombe, whose name is known in full."""
    short, whole = said.lower().replace(".", "").split(), known.lower().split()
    signed = 1 < len(short) <= len(whole) and len(short[0]) == 1
    return signed and whole[0].startswith(short[0]) and short[-1] == whole[-1]


_OF_THE_CLOCK = re.compile(
    r"\bwhat time\b|\bstart(?:s|ing)? (?:time|at)\b|\bhow (?:late|early)\b|\btime slots?\b"
    r"|\b(?:the|our|my) (?:start|time)\b"
    r"|\bwhen (?:does|do|is|are|will)\b[^.?!\n]{0,30}\b(?:start|begin|party|come|arrive)\b",
    re.I,
)


MOST_NOTES = 8


def _take_off_diets(state: State) -> None:
    """ "Nobody avoids pork": what was noted of it goes."""
    gone = set(state.frame.diets_gone)
    state.values["dietary"] = tuple(note for note in state.before.dietary if not set(diets(note)) & gone)
    state.values["spoken_diets"] = tuple(one for one in state.before.spoken_diets if one not in gone)


def _rest(state: State) -> None:
    frame = state.frame
    state.values |= {"cancel_day": frame.cancel_days[-1]} if frame.cancel_days else {}
    again = state.before.spoken_ages if state.before.answered[-1:] == ("children",) else ()
    state.values |= {"spoken_ages": (*again, *frame.ages_asked)} if frame.ages_asked else {}
    state.values["just_dishes"] = frame.mentioned
    if frame.mentioned:
        roles = {item.role for item in frame.items if item.operation != "remove"}
        state.values["spoken_extra"] = "extra" in roles if roles else "third_protein" in frame.acts
    groups = groups_told.find(frame.text) if frame.guests.stated else {}
    state.values |= {"groups": {**state.before.groups, **groups}} if groups else {}
    state.values["just_dish"] = frame.mentioned[0] if len(frame.mentioned) == 1 else None
    state.values["just_guests"] = frame.guests.stated
    state.values["kids_open"] = kids_left_open.is_open(state.before, state.get("party"), frame.acts)
    state.values["doubted"] = counts_righted.doubted(frame.text)
    state.values["just_time"] = bool(frame.times) or bool(_OF_THE_CLOCK.search(frame.text))
    state.values |= {"kids": {**state.before.kids, **frame.kids}} if frame.kids else {}
    avoided = diets_denied.avoided(frame)
    state.values |= {"spoken_diets": avoided} if avoided else {}
    if frame.diets_gone:
        _take_off_diets(state)
    if frame.dietary:
        known = state.get("dietary")
        new = tuple(note for note in frame.dietary if note.lower() not in {one.lower() for one in known})
        if new:
            state.set("dietary", (*diets_counted.without_older(known, new), *new)[-8:])
    if frame.notes:
        before = told_for_chef.without_older_picks(state.get("notes"), frame.notes)
        state.set("notes", (*before, *(note for note in frame.notes if note not in before))[-MOST_NOTES:])
    if frame.no_dietary:
        state.values |= {"dietary_asked": True, "no_dietary": True}
