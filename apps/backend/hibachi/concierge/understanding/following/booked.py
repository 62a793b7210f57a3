"""A follow-up about a party that is booked: the same typed change, on what the booking holds, as a change to be previewed. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hibachi.concierge.understanding import (
    own_guests,
    own_words,
    status_asked,
    told_as_booked,
    turnover,
    undone,
    which_party,
)
from hibachi.concierge.understanding.following import focus
from hibachi.concierge.understanding.following.applying import applied
from hibachi.concierge.understanding.following.reading import read
from hibachi.concierge.understanding.following.schemas import Back, Follow, Heads
from hibachi.concierge.understanding.following.turns import Followed, framed, marked
from hibachi.concierge.understanding.own_bookings import GUEST_SLOTS, heads_of
from hibachi.concierge.understanding.parties import Bands, counts_of
from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords, PartyState, Pending
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import WEEKDAY
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import ASKING, OPENERS
from hibachi.language.spans import fold
from hibachi.policies.schemas import Profile

MENU_TOLD = "menu_told"
"""The act of whoever tells included dishes beside a change."""
_SLOTS = {"upgrades": "protein_selections", "extra_proteins": "extra_proteins", "addons": "addons"}
_ELSE = frozenset(
    {"injection", "others_booking", "paid_claim", "deposit_state", "about_past", "told_right", "told_wrong"}
)
_WEEKDAY = (
    rf"(?:{WEEKDAY}|(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec))(?:'?s)?"
)
_PARTY = r"(?:part(?:y|ies)|booking|reservation|event|dinner|lunch|order|one|date)"
_ITSELF = re.compile(
    rf"\b(?:(?:to|for|on|of|at|about|from|re:?|in|onto|with) )?(?:the|our|my|this|that) (?:{_WEEKDAY} "
    r"|upcoming |first |second |last |smaller |bigger |earlier |later |hibachi "
    rf"|birthday )*{_PARTY}\b(?: (?:on|for|of|at|in))?(?: the)?(?: {_WEEKDAY})?"
    rf"|\b{_WEEKDAY} {_PARTY}\b|\b(?:for|on|in) (?:the )?{_WEEKDAY}\b"
    r"|(?:^|(?<=[.,!?\n]))\W*(?:for|on|re:?) (?:the )?\W*(?=[,.!]|we\b|there\b)"
)
_SAID = re.compile(
    r"\b(?:we|i) (?:said|booked|have|had|put|told you|signed up|are down"
    rf"|reserved)(?: down)?(?: for)? (?:about )?{NUMBER}(?: (?:adults|people|ppl|guests|persons"
    r"|of us))?\W*(?:but\b|and\b|[.,;!]|$)"
)
_DO_IT = re.compile(
    r"(?:[.,!?;\n]|(?<=\w) (?=(?:can|could|would|will) (?:you|u|we)\b)|\band\b|\bso\b|^"
    r"|\bif (?:it'?s|thats|that'?s) (?:ok|fine|possible)\b)\W*(?:(?:can|could|would|will) (?:you|u"
    r"|we)(?: guys)?(?: please| pls)? |please |pls |kindly |just )*(?:put|add|include|count|update"
    r"|change|note|book|fix|squeeze|sign"
    r"|(?:take|remove|drop|leave|cross)(?= (?:them|those|these|him|her)\b)) (?:them|it|us|that|him|her"
    r"|those|these|this|everyone|the (?:booking|order|numbers?|count|headcount))(?: all)?(?: (?:on|in"
    r"|up|down|out|off(?: (?:of )?(?:the|our|my) (?:bill|list|count|headcount|total))?|for us|too"
    r"|to (?:it|that|the list)|on (?:it|the list)))*(?: (?:please|pls|then|accordingly"
    r"|if (?:it'?s|thats|that'?s) (?:ok|fine|possible)))*(?=\W|$)"
)
_ASKS = re.compile(
    r"\b(?:(?:can|could|would|will) (?:you|u|we)(?: guys)?(?: please| pls)? (?=add|put|take|remove"
    r"|drop|change|make|swap|switch|leave|do|be\b|go\b|have\b|get\b|squeeze|update|double)"
    r"|is it (?:possible|ok|too late) (?:to|if we) |i(?:'d| would) like to |we(?:'d| would) like to "
    r"|(?:i|we) (?:need|want|have|wanted|gotta|got) to (?=add|put|take|remove|drop|change|make|swap"
    r"|switch|double|cut)|put (?=\d+ more|(?:two|three|four|five|six) more)"
    r"|(?:we|i) (?:will )?need (?=\d|one |two |three |four |five |six |a couple))"
)
_ON = re.compile(r"(?<=more) (?:on|spots?|seats?|places?|yeses|rsvps)\b|(?<=people) on\b")
_ANEW = re.compile(
    r"\b(?:our|the|my) (?:head ?count|guest (?:count|list)|numbers?|group|count)(?: is"
    r"| has)?(?: now)? (?:chang(?:ed|es)|went|is|goes|grew|dropped|now)(?: up"
    rf"| down)?(?: to)? (?={NUMBER})"
)
_PLUS_THE_KIDS = re.compile(
    r"\b(?:plus|and|with|\+) (?:the|our|both|same|those)(?: \w+)? (?:kids?|children|little ones)\b"
)
""" "Eight plus the kids": those who are counted, no more of them."""
_CORRECTS = re.compile(r"\b(?:actually|wait|sorry|no|make (?:that|it)|meant|mean|not|instead)\b")


@dataclass(frozen=True, slots=True)
class Booked:
    """A follow-up about a booked party, and the arguments of the change that it is; none where it only asks.

    keeps: the change that waits is declined ("leave it at 12"); beside: something else is asked in the same message;
    agrees: the change that waits is told again with a yes; done: one that was just made is.
    """

    follow: Follow
    change: dict[str, Any]
    keeps: bool = False
    beside: bool = False
    agrees: bool = False
    done: bool = False


_AT_HOUR = re.compile(
    r"\b(?:at|from) (?:about )?\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\b\.?)?(?! (?:people|guests|adults|of us))", re.I
)
""" "Tonight at 6": the hour is no number of portions."""


def find(frame: Frame, before: Dialogue, own: list[dict[str, Any]], profile: Profile, bands: Bands) -> Booked | None:
    """The follow-up on one of the customer's parties that a message is; None where it is about anything else."""
    party = _party(frame, before, own)
    if party is None:
        return None
    if (
        own_words.declines_price(frame.text)
        or status_asked.of_the_booked(frame.text)
        or turnover.net(fold(frame.text)) is not None
        or undone.puts_right(frame.text, before)
        or told_as_booked.is_it(frame.of_the_party, party)
    ):
        return None
    text, keys = marked(
        _AT_HOUR.sub("", _alone(frame, own)) if frame.times and frame.mentioned else _alone(frame, own), profile
    )
    if not text.strip(" .,!?") or _PLUS_THE_KIDS.search(text) or own_guests.counts_whole(text):
        return None
    if before.pending is None and not frame.question and _tells_what_was_done(text, keys, before.changed_here):
        return Booked(Follow(), {}, done=True)
    follow = read(text, keys, before.just_dish)
    beside = follow is None
    follow = follow or _beside_a_question(text, keys, before.just_dish)
    if frame.answer == "yes" and before.pending is not None and not frame.question:
        if _names_what_was_shown(text, keys, before.pending.arguments):
            return Booked(Follow(), {}, agrees=True)
        return _agreed(follow, party, before.pending.arguments, bands, frozenset(profile.menu.upgrades_per_person))
    pending = before.pending if before.pending is not None and before.pending.kind == "change" else None
    again = _so_many_rather(text, party, pending.arguments) if pending is not None else None
    if again is not None:
        follow, beside = Follow((again,)), False
    back = [one for one in follow.deltas if isinstance(one, Back)] if follow is not None else []
    if follow is None or back:
        stays = pending is not None and all(one.guests in (None, heads_of(party)) for one in back)
        return Booked(Follow(), {}, keeps=True) if follow is not None and stays else None
    if _counts_fewer(follow, frame.guests):
        return None
    if not follow.deltas:
        return Booked(follow, {}) if (pending and follow.asks) or "each" in follow.asks else None
    corrects = bool(_CORRECTS.search(fold(frame.text))) or _said_anew(follow, party, pending)
    goes_on = pending is not None and again is None and not corrects
    stands = _state_of({**party, **(pending.arguments if pending is not None and goes_on else {})})
    counts = counts_of(stands, bands)
    led = focus.in_party(follow, text, before, stands, counts.total) if counts is not None else follow
    after = applied(led, stands, (), bands, frozenset(profile.menu.upgrades_per_person))
    if after is None:
        return None
    change = _change(_state_of(party), after, bands)
    if corrects and pending is not None and _OF_ONE_DISH.search(text) and not _LEAVES_OUT.search(text):
        change = _with_the_rest(change, pending.arguments)
    return Booked(led, change, beside=beside)


def _counts_fewer(follow: Follow, guests: GuestWords) -> bool:
    """ "If my sister comes with her 2 kids": a follow-up that hears the kids alone misses her."""
    heads = [one for one in follow.deltas if isinstance(one, Heads)]
    adds = bool(heads) and len(heads) == len(follow.deltas) and all(one.op == "add" for one in heads)
    return adds and sum(one.number for one in heads) < sum(max(0, more) for more in guests.add.values())


_OF_ONE_DISH = re.compile(r"\bmake (?:it|that)\b")
_LEAVES_OUT = re.compile(r"\b(?:only|just|no|not|without|instead|nothing)\b")


def _with_the_rest(change: dict[str, Any], shown: dict[str, Any]) -> dict[str, Any]:
    """ "Make it 10 noodles" of a change that was shown with lobster beside them: the lobster stays in it."""
    told = {(slot, key) for slot, dishes in change.items() if isinstance(dishes, dict) for key in dishes}
    waits = {(slot, key) for slot, dishes in shown.items() if isinstance(dishes, dict) for key in dishes}
    if not told or not told <= waits or any(not isinstance(dishes, dict) for dishes in change.values()):
        return change
    return {
        slot: {**value, **change.get(slot, {})} if isinstance(value, dict) else value for slot, value in shown.items()
    }


_OF_SLOT = {"adults": "adults", "people": "adults", "kids": "children", "children": "children", "toddlers": "toddlers"}


def _said_anew(follow: Follow, party: dict[str, Any], pending: Pending | None) -> bool:
    """ "Then 5 adults more and one kid more" after six more adults were shown: those are told again, not added."""
    if pending is None or len(follow.deltas) < LEAST_PARTS:
        return False
    joining = [one for one in follow.deltas if isinstance(one, Heads) and one.op == "add"]
    shown = {slot for slot in GUEST_SLOTS if int(pending.arguments.get(slot) or 0) > int(party.get(slot) or 0)}
    told = {_OF_SLOT.get(one.who) for one in joining}
    return len(joining) == len(follow.deltas) and bool(shown & told)


LEAST_PARTS = 2
"""So many groups tell anew who joins; one may come on top."""
_ANY_NUMBER = re.compile(rf"(?<!@)\b(?:{NUMBER})\b")
_TAKES_BACK = re.compile(
    r"\b(?:no|not|without|instead|rather|but|only|remove|drop|less|more|off|also|too|plus|another)\b"
)


def _names_what_was_shown(text: str, keys: Sequence[str | None], shown: dict[str, Any]) -> bool:
    """ "Yes, please add the gyoza": the dishes of the change that waits, without another number."""
    dishes = {key: count for slot in _SLOTS.values() for key, count in (shown.get(slot) or {}).items()}
    said = {to_int(match.group()) for match in _ANY_NUMBER.finditer(text)} - {None}
    if not keys or not set(keys) <= set(dishes) or _TAKES_BACK.search(text):
        return False
    return said <= {int(dishes[key]) for key in keys if key is not None}


_CHANGES_AGAIN = re.compile(
    r"\b(?:no|not|without|instead|rather|but|remove|drop|less|fewer|more|off|also|too|plus|another"
    r"|extra|additional|again)\b"
)


def _tells_what_was_done(text: str, keys: Sequence[str | None], done: dict[str, Any]) -> bool:
    """ "Just the 4 gyoza", right after four were added: the same number of the same dish, nothing on top."""
    dishes = {key: count for slot in _SLOTS.values() for key, count in (done.get(slot) or {}).items()}
    said = {to_int(match.group()) for match in _ANY_NUMBER.finditer(text)} - {None}
    same = bool(keys) and set(keys) <= set(dishes) and not _CHANGES_AGAIN.search(text)
    return same and bool(said) and said <= {int(dishes[key]) for key in keys if key is not None}


def _agreed(
    follow: Follow | None, party: dict[str, Any], shown: dict[str, Any], bands: Bands, upgrades: frozenset[str]
) -> Booked | None:
    """ "Yes, add the 2 adults": what was shown is told again, and changes nothing of it."""
    stands = _state_of(party)
    after = applied(follow, stands, (), bands, upgrades) if follow is not None and follow.deltas else None
    same = after is not None and _change(stands, after, bands).items() <= shown.items()
    return Booked(Follow(), {}, agrees=True) if same else None


_RATHER = re.compile(
    r"\W*(?:(?:(?:no|wait|actually|sorry|ok|make (?:it|that)|only|just|i mean|i meant|meant|it'?s"
    rf"|rather)\W+)+(?P<n>{NUMBER})|(?P<m>{NUMBER}),? (?:actually|rather|i mean|sorry))(?: (?:people"
    r"|adults|more|guests|of them))?(?:[,.;–-]+ ?(?:because |since |cause )?(?:my "
    r"|our )?[a-z'-]+(?: [a-z'-]+)?(?:'s| is) (?:also )?(?:bringing|coming"
    rf"|joining)\b[^.!?\d]*)?(?:,? (?:not|instead of|rather than) (?:{NUMBER}))?(?: (?:then|instead"
    r"|please|pls))?\W*"
)


_WHO_SAYS = re.compile(
    r"^\W*(?:my |our )?[a-z]+ (?:says|said|thinks)\W+(?:it'?s )?(?=\w+,? (?:not|instead of|rather than)\b)"
)
""" "Mom says 4, not 5": who corrects it is no part of the number."""


def _so_many_rather(text: str, party: dict[str, Any], shown: dict[str, Any]) -> Heads | None:
    """ "No wait, only 2" after three more were shown: so many join, as a party of two is none of them."""
    told = _RATHER.fullmatch(_WHO_SAYS.sub("it's ", text))
    number = to_int(told["n"] or told["m"]) if told else None
    joins = int(shown.get("adults", party["adults"])) - int(party["adults"])
    return Heads("add", number) if number and joins > 0 and number * 2 < heads_of(party) else None


_SENTENCES = re.compile(rf"(?<=[.!?;\n])\s+|,? (?:and|also|but) (?=(?:{ASKING})\b)")
_QUESTION = re.compile(rf"\?|^\W*(?:(?:{OPENERS}|ps|p\.s\.)\W+)*(?:{ASKING})\b")


def _beside_a_question(text: str, keys: Sequence[str | None], dish: str | None) -> Follow | None:
    """The change in one sentence of a message whose others only ask something else: "make it 14. do you bring tables?"."""
    parts = [part for part in _SENTENCES.split(text) if part.strip(" .,!?")]
    found = [(part, read(part, keys, dish)) for part in parts]
    changes = [follow for _, follow in found if follow is not None and follow.deltas]
    others = [part for part, follow in found if follow is None]
    asked = others and all(_QUESTION.search(part) or _tells_included(part, keys) for part in others)
    return changes[0] if len(changes) == 1 and asked else None


_MARK = re.compile(r"@(\d+)")


def _tells_included(part: str, keys: Sequence[str | None]) -> bool:
    """ "The rest chicken and shrimp", beside "my husband wants lobster": dishes that cost nothing."""
    named = [int(mark) for mark in _MARK.findall(part)]
    return bool(named) and all(at < len(keys) and keys[at] is None for at in named)


def _party(frame: Frame, before: Dialogue, own: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The one party that a message can be about; none while another is planned, or something else is asked for."""
    plans = before.pending is not None and before.pending.kind in ("book", "cancel", "hold")
    plans = plans or (before.goal in ("quote", "booking", "cancel") and before.booked is None)
    if not own or plans or set(frame.acts) & _ELSE or {"how_many", "which_booking", "ages"} & set(before.expecting):
        return None
    if frame.times and frame.guests.stated:  # "we are now 15 and start at 3": both are read as they stand
        return None
    if frame.zip or frame.phone or frame.email or frame.address or frame.dietary or frame.asked_diets:
        return None
    days = {day.isoformat() for day in (*frame.dates, *frame.other_dates)}
    told = {str(one["date"]) for one in own}
    if days - told and any(evidence.slot == "date" and not evidence.text.isdigit() for evidence in frame.evidence):
        return None
    found = which_party.meant(frame, before, own)
    return found[0] if len(found) == 1 else None


def _alone(frame: Frame, own: list[dict[str, Any]]) -> str:
    """The message without what only names the party and asks for the deed."""
    text = fold(frame.text)
    told = {str(one["date"]) for one in own}
    if {day.isoformat() for day in (*frame.dates, *frame.other_dates)} & told:
        for evidence in frame.evidence:
            ends = ". " if evidence.text.endswith((".", "!", "?")) else " "
            text = text.replace(fold(evidence.text), ends) if evidence.slot == "date" else text
    text = _without_start(_HELLO.sub(" ", text), frame, own)
    if frame.name:
        text = re.sub(
            rf"\b(?:it'?s |this is |i'?m |i am |my name is )?{re.escape(fold(frame.name))}\b(?: here"
            r"| speaking| calling)?",
            " ",
            text,
        )
    for pattern, instead in (
        (_SAID, ". "),
        (_ITSELF, " "),
        (_DO_IT, ". "),
        (_ANEW, "ends up "),
        (_ON, " "),
        (_ASKS, " "),
    ):
        text = pattern.sub(instead, text)
    return re.sub(r"[ \t]+", " ", re.sub(r"(?<!\w)'s\b", " ", text)).strip(" ,.-:")


_HELLO = re.compile(
    r"^\W*(?:(?:hi|hello|hey|good (?:morning|afternoon|evening|day))(?: there| again)?\b\W*)+"
    r"|\b(?:a+h+|o+h+|u+gh+|omg+|(?:i'?m )?so+ sorry|i'?m sorry)\b"
)
""" "Ahhh", "good morning": said around a change."""


def _without_start(text: str, frame: Frame, own: list[dict[str, Any]]) -> str:
    """The text without the start that the party has: "our party's tonight at six and four people called in sick"."""
    if not frame.times or {f"{at:%H:%M}" for at in frame.times} - {str(one["time"])[:5] for one in own}:
        return text
    for evidence in frame.evidence:
        if evidence.slot == "time":
            text = re.sub(rf"(?:\b(?:at|from) )?{re.escape(fold(evidence.text))}", " ", text)
    return text


def _state_of(booking: dict[str, Any]) -> PartyState:
    proteins = booking.get("proteins") or {}
    upgrades = booking.get("protein_selections", proteins.get("upgrades") or {})
    extra = booking.get("extra_proteins", proteins.get("extra_proteins") or {})
    counted = {slot: int(booking.get(slot) or 0) for slot in GUEST_SLOTS}
    return PartyState(
        **counted, upgrades=dict(upgrades), extra_proteins=dict(extra), addons=dict(booking.get("addons") or {})
    )


def _change(before: PartyState, after: PartyState, bands: Bands) -> dict[str, Any]:
    """What is different, in the arguments of preview_change."""
    one, other = counts_of(before, bands), counts_of(after, bands)
    assert other is not None
    guests = {slot: getattr(other, slot) for slot in GUEST_SLOTS}
    stood = {slot: getattr(one, slot) for slot in guests} if one is not None else {}
    changed: dict[str, Any] = {slot: number for slot, number in guests.items() if stood.get(slot) != number}
    shelves = {
        _SLOTS[shelf]: getattr(after, shelf) for shelf in _SLOTS if getattr(before, shelf) != getattr(after, shelf)
    }
    return changed | shelves


def of_own(frame: Frame, found: Booked | None, before: Dialogue) -> Frame:
    """The frame of such a follow-up: about the own party, and a change where it changes something."""
    if found is None:
        return frame
    if found.done:
        done = ("about_own", "own_booking", "as_done")
        return frame.model_copy(update={"items": (), "mentioned": (), "acts": done, "topics": (), "unknown": ()})
    if found.agrees:
        acts = tuple(
            act for act in frame.acts if act not in ("dish_price", "item_price", "wants_more", "third_protein")
        )
        return frame.model_copy(update={"guests": GuestWords(), "items": (), "mentioned": (), "acts": acts})
    plain = framed(frame, Followed(found.follow, None), before)
    acts = (*(act for act in plain.acts if act not in ("supposes", "of_supposed")), "about_own", "own_booking")
    acts += ("change",) if found.follow.deltas else ("keep",) if found.keeps else ()
    if found.beside:
        asked = {"topics": frame.topics, "apart": frame.apart, "unknown": () if frame.topics else frame.unknown}
        kept = tuple(act for act in frame.acts if act not in acts and act not in ("cancel", "keep", "book"))
        named = tuple(dict.fromkeys((*frame.mentioned, *plain.mentioned))) if MENU_TOLD in kept else plain.mentioned
        asks = frame.question or MENU_TOLD not in kept
        return plain.model_copy(update={**asked, "acts": (*kept, *acts), "question": asks, "mentioned": named})
    down = "deposit" if "?" not in frame.text and "deposit" not in frame.text.lower() else None
    without = {"price", down} if found.change else set()  # "3 backed out so we're down" asks for no deposit
    return plain.model_copy(
        update={"acts": acts, "topics": tuple(topic for topic in plain.topics if topic not in without)}
    )


def told(
    found: Booked | None, before: Dialogue, after: Dialogue, changed: tuple[str, ...]
) -> tuple[Dialogue, tuple[str, ...]]:
    """The dialogue with the change of the booked party."""
    if found is None or not found.follow.deltas:
        return after, changed
    kept = {
        key: value for key, value in before.change.items() if key in ("date", "time", "customer_zipcode", "location")
    }
    slots = tuple(slot for slot in changed if slot not in ("guests", "items", "ages", "wanted_dish", "change"))
    change = {**kept, **found.change}
    return after.model_copy(update={"change": change, "wanted_dish": None, "unplaced": None}), (*slots, "change")
