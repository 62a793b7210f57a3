"""The guests of a message read beside those of the party that exists: "+2 adults", "a baby too", "14 of us now". Pure.

A party that is planned in the conversation has its guests in the dialogue; one that is booked has them in the booking, and
whoever changes it speaks the same way.
"""

from collections.abc import Callable
from typing import Any

from hibachi.concierge.understanding import (
    ages_one_by_one,
    comers_told,
    comings,
    existing,
    own_signs,
    own_words,
    put_right,
    told_as_booked,
    turnover,
    undone,
    which_party,
)
from hibachi.concierge.understanding.own_bookings import GUEST_SLOTS
from hibachi.concierge.understanding.parties import Bands, counts_of, merged
from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords, PartyState
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.spans import fold


def told(
    frame: Frame, dialogue: Dialogue, own: list[dict[str, Any]], read: Callable[[Dialogue], Frame], bands: Bands
) -> Frame:
    """The frame with its guests as they are said of the one party that it can be about; read is the message in a dialogue."""
    party = _party(frame, dialogue, own)
    if party is None:
        return frame
    dialogue = _of_this(party, dialogue)
    if (net := turnover.net(fold(frame.of_the_party))) is not None:
        return frame.model_copy(update={"guests": net})
    stands = _base(party, dialogue, frame.of_the_party)
    who = None if own_signs.is_why_it_moves(frame) else comers_told.told(fold(frame.of_the_party), stands, bands)
    if who is not None and told_as_booked.is_it(frame.of_the_party, party):
        return frame.model_copy(update={"guests": GuestWords()})
    if who is not None:
        told_again = put_right.with_known_ages(who, party, dialogue, bands)
        who = told_again if stands != state_of(party, dialogue) else who
        days = () if (frame.date_said or "").lower() in _NOW else frame.dates
        acts = tuple(act for act in frame.acts if act != "gives_up")
        return frame.model_copy(update={"guests": who, "dates": days, "other_dates": (), "acts": acts})
    few = put_right.who_comes_or_goes(frame.guests, frame.of_the_party, party, dialogue)
    if few is not None:
        return frame.model_copy(update={"guests": _beside(few, bands, away=put_right.steps(party, dialogue) < 0)})
    if (aged := _aged_anew(frame, state_of(party, dialogue), bands)) is not None:
        return frame.model_copy(update={"guests": aged})
    if (whole := _of_a_kind(fold(frame.of_the_party))) is not None:
        return frame.model_copy(update={"guests": whole})
    if (split := _kids_of_those(frame.guests, fold(frame.of_the_party))) is not None:
        return frame.model_copy(update={"guests": split})
    counted = dialogue.model_copy(update={"party": stands, "dates": (which_party.day_of(party),)})
    beside = read(counted).guests
    if (split := _kids_of_those(beside, fold(frame.of_the_party))) is not None:
        return frame.model_copy(update={"guests": split})
    guests = _besides(_on_top(beside, stands, fold(frame.of_the_party), bands), stands, fold(frame.of_the_party))
    if dialogue.just_dish is not None and guests.ages_alone and _PORTIONS.fullmatch(fold(frame.of_the_party)):
        return frame
    if _joins_as_asked(guests, stands, dialogue):
        return frame.model_copy(update={"guests": _beside(guests, bands)})
    if _is_doubtful(guests, stands, fold(frame.of_the_party)):
        return frame.model_copy(update={"guests": GuestWords()})
    if _is_all(frame.guests, guests, fold(frame.of_the_party)):
        return frame
    guests = _counted_once(_one_whole(guests, stands), stands)
    if not (guests.stated or guests.no_children) or counts_of(merged(stands, guests), bands) is None:
        return frame
    return frame.model_copy(update={"guests": guests})


_TURNS = re.compile(
    rf"\b(?P<n>one|both|two|three) of (?:them|those|the (?:\w+ )?(?:kids|children|girls|boys|babies|toddlers))"
    rf" (?:turns|turned|is turning|will be|will turn|just turned|is gonna be|is going to be|has turned) (?P<age>{NUMBER})\b"
)
_THEY_ARE = re.compile(
    r"\b(?:they'?re|they are|theyre|(?:the|my|our) (?:kids|children) are|both are) (?:only |just |aged? )?\d"
)
_JOIN = re.compile(r"\b(?:add\w*|extra|additional|more|plus|also|join\w*|bring\w*|coming|invit\w+|come)\b")


def _aged_anew(frame: Frame, stands: PartyState, bands: Bands) -> GuestWords | None:
    """ "One of them turns 6 before the party", "they're 6 and 8": how old those are who are counted; nobody comes on top."""
    text = fold(frame.of_the_party)
    if (told := _TURNS.search(text)) is not None:
        count, age = (2 if told["n"] == "both" else to_int(told["n"]) or 1), to_int(told["age"]) or 0
        return _in_another_band(count, bands.of(age), stands)
    ages, young = frame.guests.ages, (stands.children or 0) + (stands.toddlers or 0)
    alone = frame.guests.ages_alone and not (frame.guests.adults or frame.guests.people or frame.guests.add)
    those = alone and len(ages) == young and _THEY_ARE.search(text) and not _JOIN.search(text)
    return GuestWords(children=young, ages=ages) if those else None


def _in_another_band(count: int, band: str, stands: PartyState) -> GuestWords:
    """The same guests with so many of the young in the band of their new age; nothing where they are in it already."""
    counts = {"adults": stands.adults or 0, "children": stands.children or 0, "toddlers": stands.toddlers or 0}
    younger = {"adults": "children", "children": "toddlers", "toddlers": "children"}[band]
    moved = min(count, counts[younger])
    if not moved:
        return GuestWords()
    return GuestWords(**{**counts, younger: counts[younger] - moved, band: counts[band] + moved})


_WHOLE_WITH = re.compile(
    rf"\b(?P<n>{NUMBER}) (?:(?P<young>kids|children)|(?P<grown>adults|grown[- ]?ups))(?: now| then| total| in total)?,? (?:with|including|incl\.?|counting|and that includes)"
    r" (?:my|our|his|her|the|him|them|me) ?(?!(?:\w+ )?(?:kids|children|same|ages?)\b)"
)
""" "6 children with my niece", "18 adults counting my in-laws": all of that kind, those who join among them."""


def counts_whole(text: str) -> bool:
    """Whether a folded text counts all guests of one kind, whoever joins among them."""
    return bool(_WHOLE_WITH.search(text)) and not _MORE_OF_THEM.search(text)


_MORE_OF_THEM = re.compile(r"\b(?:more|extra|additional|add|adding|bring\w*|also|too)\b")


def _of_a_kind(text: str) -> GuestWords | None:
    """The guests of a kind that are counted as a whole."""
    if not counts_whole(text):
        return None
    told = {("children" if one["young"] else "adults"): to_int(one["n"]) for one in _WHOLE_WITH.finditer(text)}
    return GuestWords.model_validate(told)


_THE_KIDS_ARE = re.compile(r"\b(?:the )?(?:kids|children) are (?:ages? |aged )?\d")


def _kids_of_those(guests: GuestWords, text: str) -> GuestWords | None:
    """ "4 more. Kids are 4, 7 and 9": the children are among those who join, not beside them."""
    more, young = guests.add.get("unsplit", 0), len(guests.ages)
    if set(guests.add) != {"unsplit"} or not 0 < young <= more or not guests.ages_alone or guests.adults:
        return None
    if not _THE_KIDS_ARE.search(text):
        return None
    add = {"unsplit": more - young, "children": young}
    return GuestWords(add={slot: count for slot, count in add.items() if count}, add_ages=guests.ages)


_PORTIONS = re.compile(r"\W*(?:(?:just|only|for|her|him|me|mom|dad|one|two|three|a|please|yes|ok)\W*)+")
""" "Just for her, one", right after a dish: portions, no age."""


def _party(frame: Frame, dialogue: Dialogue, own: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The party, where one alone can be meant and none is planned beside it."""
    if not own or existing.drafts(dialogue) or existing.wants_new(frame, dialogue, own):
        return None
    if {"how_many", "ages"} & set(dialogue.expecting):
        return None
    if existing.swaps(frame) or comings.stays_the_same(frame.text):
        return None
    withdrawn = own_words.withdraws(frame.text) and comers_told.away(fold(frame.text)) is None
    if "cancel" in frame.acts or "cancellation" in frame.topics or withdrawn:
        return None
    found = which_party.meant(frame, dialogue, own)
    return found[0] if len(found) == 1 else None


def _is_all(alone: GuestWords, beside: GuestWords, text: str) -> bool:
    """ "Change to the 18th and 15 people": a count that no word adds to those who are booked."""
    joins = _JOINS.search(text) or "+" in text
    return sum(beside.add.values()) in (alone.people or 0, alone.adults or 0) and bool(beside.add) and not joins


def _one_whole(guests: GuestWords, stands: PartyState) -> GuestWords:
    """ "Three less, so instead of twelve it will be nine": of two numbers, the one that is booked or by which it changes is no guest.

    They are no two groups of which one comes on top of the other.
    """
    grown, others = guests.adults, guests.people
    if not grown or not others or guests.people_is_total or guests.add:
        return guests
    young = (guests.children or 0) + (guests.toddlers or 0)
    booked = (stands.adults or 0) + (stands.children or 0) + (stands.toddlers or 0)
    if grown + young == booked or others in (booked, abs(booked - grown - young)):
        kept = {"adults": others + 0, "people": None} if grown == booked else {"people": None}
        return guests.model_copy(update=kept)
    if grown == booked or grown == abs(booked - others):
        return guests.model_copy(update={"adults": None})
    return guests


def _counted_once(guests: GuestWords, stands: PartyState) -> GuestWords:
    """ "We're 17, not 20, 3 guys bailed": the whole and the change that leads to it are one change, not two."""
    told, step = guests.people or guests.adults, sum(guests.add.values())
    if not told or not step or guests.children or guests.ages:
        return guests
    booked = (stands.adults or 0) + (stands.children or 0) + (stands.toddlers or 0)
    if told in (booked, stands.adults):
        return guests.model_copy(update={"people": None, "adults": None})
    return guests.model_copy(update={"add": {}}) if told == booked + step or step < 0 else guests


_ANEW = re.compile(
    r"\b(?:only|just|total|altogether|left|now|instead|change|update|reduce|cut|make|we'?re|we are"
    r"|we'?ll be|we will be|will be|would be|there are|head ?count|count|numbers?|final|same|actually"
    r"|party of|show up|come|coming)\b"
)


def _joins_as_asked(guests: GuestWords, stands: PartyState, dialogue: Dialogue) -> bool:
    """ "3 of them", once it was asked how many they are: so few join, they are no new size of the party."""
    told = (guests.people or guests.adults or 0) + max(guests.children or 0, len(guests.ages))
    booked = (stands.adults or 0) + (stands.children or 0) + (stands.toddlers or 0)
    asked = dialogue.goal == "change" and dialogue.pending is None and dialogue.expecting[:1] == ("guests",)
    return asked and not guests.add and 0 < told * 2 <= booked


def _is_doubtful(guests: GuestWords, stands: PartyState, text: str) -> bool:
    """ "Four people called in sick" of sixteen: few who are named for something else are not all who come."""
    told = guests.people or guests.adults or 0
    booked = (stands.adults or 0) + (stands.children or 0) + (stands.toddlers or 0)
    return not guests.add and 0 < told * 2 <= booked and not _ANEW.search(text)


_THE_MORE = re.compile(
    rf"\b(?:do|take|add|have|yes|to|with|for) (?:the|those|these) (?:{NUMBER}) (?:more )?(?:adults"
    r"|grown[- ]?ups|people|guests)\b"
)


def _besides(guests: GuestWords, stands: PartyState, text: str) -> GuestWords:
    """ "Do the 2 adults but take off one kid": the two who were shown just now, and no new size."""
    told = guests.people or guests.adults or 0
    booked = (stands.adults or 0) + (stands.children or 0) + (stands.toddlers or 0)
    few = guests.add and 0 < told * 2 <= booked and _THE_MORE.search(text)
    return guests.model_copy(update={"people": None, "adults": None}) if few else guests


_YOUNG = r"(?:kids?|kiddos?|child(?:ren)?|little ones|boys?|girls?|nephews?|nieces?|grandkids|grandchildren)"
_MORE_KIDS = re.compile(
    rf"\b(?P<n>{NUMBER}) (?:more|extra|additional|other|new) (?:\w+ )?{_YOUNG}\b"
    rf"|\badd(?:ing)? (?P<m>{NUMBER}) {_YOUNG}\b"
)
_WITH_THE_KIDS = re.compile(
    rf"\b(?P<n>{NUMBER})(?: (?:adults|of us|grown[- ]?ups|people))? (?:plus|and|with|\+) (?:the|our"
    rf"|both|same|those)(?: (?:same|{NUMBER}))? {_YOUNG}\b"
)
""" "Eight plus the kids": the grown-ups are eight, the children are those who are booked."""
_ASKS = re.compile(
    r"[,.]? (?:is|are|would|will|can|could|does|do|how|what|if) (?:that|this|it|you|we|much|i|there)\b.*"
)
_JOINS = re.compile(
    r"\b(?:add\w*|extra|additional|more|plus|also|too|as well|along|join\w*|bring\w*|coming"
    r"|(?:can|will|wants? to) come|attending|invit\w+|decided to come)\b"
)
_ALL = re.compile(
    r"\b(?:only|just|total|altogether|down to|left|now we|instead|change (?:it|that|us) to|make (?:it|that|us))\b"
)


def _on_top(guests: GuestWords, stands: PartyState, text: str, bands: Bands) -> GuestWords:
    """Those who are said to join come beside those who are booked: no party of twelve becomes one of two by its joiners."""
    if (told := _WITH_THE_KIDS.search(text)) and (number := to_int(told["n"])):
        return GuestWords(adults=number)
    if (aged := _aged_kids(guests, text)) is not None:
        return _beside(GuestWords(children=len(aged), ages=aged), bands)
    grown = (guests.adults or 0) + (guests.people or 0)
    young = max((guests.children or 0) + (guests.toddlers or 0), len(guests.ages))
    booked = (stands.adults or 0) + (stands.children or 0) + (stands.toddlers or 0)
    joins = _JOINS.search(text) and not _ALL.search(text)
    if guests.add or guests.on_top or not joins or not 0 < (grown + young) * 2 <= booked:
        return guests
    return _beside(guests, bands)


def _aged_kids(guests: GuestWords, text: str) -> tuple[int, ...] | None:
    """The ages of so many more children that are told one by one behind them."""
    more = _MORE_KIDS.search(text)
    number = to_int(more["n"] or more["m"]) if more is not None else None
    if more is None or not number or guests.adults or guests.people or guests.add.get("unsplit"):
        return None
    told = ages_one_by_one.told(_ASKS.sub("", text[more.end() :]).strip(" ,.:"), number)
    return told or None


def _beside(guests: GuestWords, bands: Bands, *, away: bool = False) -> GuestWords:
    """The same guests as so many more, or as so many who stay away, by the bands of their ages."""
    add = {"unsplit": (guests.adults or 0) + (guests.people or 0), "children": 0, "toddlers": guests.toddlers or 0}
    grown = sum(bands.of(age) == "adults" for age in guests.ages)
    ages = tuple(age for age in guests.ages if bands.of(age) != "adults")
    add["children"] = max((guests.children or 0) - grown, len(ages) - add["toddlers"])
    add["unsplit"] += grown
    told = {slot: -more if away else more for slot, more in add.items() if more}
    return GuestWords(add=told, add_ages=() if away else ages)


def state_of(party: dict[str, Any], dialogue: Dialogue) -> PartyState:
    """Who comes as it is booked, or as the change that waits for a yes would have it."""
    dialogue = _of_this(party, dialogue)
    waits = dialogue.pending is not None and dialogue.pending.kind == "change"
    counted = {**party, **(dialogue.change if waits else {})}
    adults, children, toddlers = (int(counted.get(slot) or 0) for slot in GUEST_SLOTS)
    return PartyState(adults=adults, children=children, toddlers=toddlers)


def _of_this(party: dict[str, Any], dialogue: Dialogue) -> Dialogue:
    """The dialogue as this party stands in it: what waits for a yes of another one counts nobody here."""
    pending = dialogue.pending
    other = pending is not None and pending.booking_id not in (None, str(party.get("id")))
    return dialogue.model_copy(update={"pending": None, "change": {}}) if other else dialogue


_NOW = ("now", "right now", "today")
""" "He can't come now": no day."""


def _base(party: dict[str, Any], dialogue: Dialogue, text: str) -> PartyState:
    """From where a message counts: the change that waits for a yes is left out where it is told anew."""
    party = undone.stood(party, text, dialogue)
    anew = put_right.replaces(text, party, dialogue)
    return state_of(party, dialogue.model_copy(update={"pending": None}) if anew else dialogue)


def counted(dialogue: Dialogue, own: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """Adults and younger guests of each party that a new count can be told of: the planned one, else those that are booked."""
    planned = [dialogue.party] if dialogue.party.adults or dialogue.party.unsplit else []
    parties = planned or [state_of(party, dialogue) for party in own]
    return [
        ((party.adults or 0) + (party.unsplit or 0), (party.children or 0) + (party.toddlers or 0)) for party in parties
    ]


def change(guests: GuestWords, party: dict[str, Any], dialogue: Dialogue, text: str, bands: Bands) -> dict[str, int]:
    """The numbers of guests after what was said, where they differ from the booked ones; children and toddlers together."""
    dialogue = _of_this(party, dialogue)
    stands = _base(party, dialogue, text)
    if guests.adults and guests.children and not guests.add and len(guests.ages) == guests.children:
        stands = PartyState(adults=stands.adults)  # all are told anew, each child with an age: none of before is left
    elif guests.toddlers == 0 and (stands.children or 0) + (stands.toddlers or 0) == int(party.get("children") or 0):
        stands = stands.model_copy(update={"children": int(party["children"])})  # who is booked is no toddler
    after = counts_of(merged(stands, guests), bands)
    if after is None:
        return {}
    differs = {slot for slot in GUEST_SLOTS if int(party.get(slot) or 0) != getattr(after, slot)}
    told = GUEST_SLOTS if differs - {"adults"} else ("adults",) if differs else ()
    return {slot: getattr(after, slot) for slot in told}
