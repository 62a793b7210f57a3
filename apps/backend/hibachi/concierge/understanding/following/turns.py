"""A follow-up in its conversation: when one may be read, on which party it leans, and what the frame keeps of it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from hibachi.concierge.understanding import dishes, options
from hibachi.concierge.understanding.following import focus
from hibachi.concierge.understanding.following.applying import applied
from hibachi.concierge.understanding.following.reading import read
from hibachi.concierge.understanding.following.schemas import Back, Dish, Follow, Heads, Recast
from hibachi.concierge.understanding.parties import Bands, counts_of
from hibachi.concierge.understanding.schemas import Dialogue, Frame, GuestWords, PartyState
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import NUMBER, to_int
from hibachi.language.openers import OPENERS
from hibachi.language.spans import fold
from hibachi.policies.schemas import Profile

MOST_KEPT = 6
SHORT = 5
"""Words of an answer that only says for whom."""
SUPPOSES, OF_SUPPOSED, BOTH = "supposes", "of_supposed", "with_and_without"
_OTHERWISE = frozenset({"own_booking", "about_own", "about_past", "injection", "others_booking", "book", "hold"})
"""Acts that make a message more than a follow-up."""
_PART_TOPICS = {
    "balance": "balance", "each_left": "balance", "deposit": "deposit", "total": "price", "travel": "travel", "lines": "explain",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Followed:
    """A follow-up and the party that it leads to; party is None where only a part of the quote was asked; pair: two versions to compare."""

    follow: Follow
    party: PartyState | None
    pair: tuple[PartyState, PartyState] | None = None


def _puts_ages_right(frame: Frame, before: Dialogue) -> bool:
    """ "One of them is 6", of children whose ages are known: an age for each, nobody new."""
    said, known = frame.guests, before.party
    return bool(known.ages) and len(said.ages) == len(known.ages) and said.children == known.children


def find(frame: Frame, before: Dialogue, profile: Profile, bands: Bands, *, own: bool) -> Followed | None:
    """The follow-up that a message is, on a quote that was told and not booked."""
    if not before.quoted or before.booked is not None or before.goal in ("change", "cancel") or own:
        return None
    counts = counts_of(before.party, bands)
    if before.booking_id is not None or counts is None or set(frame.acts) & _OTHERWISE:
        return None
    if (before.choices or before.offered or before.time_choices) and options.sided(frame.text):
        return None  # "the later one" of two days
    if frame.zip or frame.phone or frame.email or frame.name or frame.address or _puts_ages_right(frame, before):
        return None
    text, keys = marked(frame.text, profile)
    if len(keys) > 1 and _OF_OTHERS.search(text):
        return None  # "lobster for my dad and filet for everyone else": who has which is told of both
    if (but := _all_but(before, text, profile)) is not None:
        text, keys = f"@0 for everyone but {but}", [before.just_dish]
    if dish_asked := _dish_that_waits(before, text, keys, profile):
        text, keys = f"{text.rstrip(' .!?')} @{len(keys)}", [*keys, dish_asked]
    if not keys and before.spoken_extra and "how_many" in before.expecting:
        return None  # "only six of us": who has the further protein
    follow = read(text, keys, focus.dish(before))
    follow = focus.led(follow, text, before, counts, profile)
    most = profile.booking.guests.max  # a greater number is money
    if (
        follow is None
        or _of_an_extra(follow, before, text, keys)
        or _answers_what_was_asked(follow, before, frame)
        or (but is None and _counts_otherwise(follow, before, frame, most))
    ):
        return None
    if follow.shared is not None and follow.shared != counts.total:
        return None
    if frame.times and not follow.deltas and "time" in before.expecting:
        return None  # "1800" is a start, no amount
    if frame.times and not frame.guests.stated and before.just_time and _is_a_bare_number(follow):
        return None  # "ok stick with 3", right after another start
    if "both" in follow.asks:
        pair = _pair(before, bands)
        return Followed(follow, None, pair) if pair is not None else None
    if not follow.deltas:
        return Followed(follow, None)
    upgrades = frozenset(profile.menu.upgrades_per_person)
    party = applied(follow, _leans_on(follow, before), before.versions, bands, upgrades)
    if party is None and "variant" in before.expecting and before.variants:
        plain = follow.deltas == (Dish(None, "off"),)  # "skip the salmon", "back to plain" right after it was supposed
        party = before.party if plain else applied(follow, before.variants[-1], before.versions, bands, upgrades)
    return Followed(follow, party) if party is not None else None


def _is_a_bare_number(follow: Follow) -> bool:
    """Whether nothing but a number without its noun was taken for guests."""
    bare = [
        not one.named if isinstance(one, Heads) else isinstance(one, Back) and one.guests is not None
        for one in follow.deltas
    ]
    return bool(bare) and all(bare)


_ON_TOP = re.compile(r"\b(?:more|plus|add\w*|extra|another|additional|also|too|as well|along|joining)\b|\+")


_OF_US = re.compile(r"\d (?:people |guests |adults )?(?:of (?:us|them|the|my|our)|people|guests|adults|friends)\b")


def _counts_otherwise(follow: Follow, before: Dialogue, frame: Frame, most: int) -> bool:
    """ "Make it 16, and 4 take salmon", "actually 12, my cousins are coming": the guests that are counted anew are not
    lost beside a dish, and are no more of them."""
    people, deltas = frame.guests.people or frame.guests.adults, follow.deltas
    if people is None or people > most or not deltas or any(isinstance(one, Recast) for one in deltas):
        return False
    heads = [one for one in deltas if isinstance(one, Heads)]
    if heads:
        adds = any(one.op != "set" and one.number == people and one.who != "children" for one in heads)
        return adds and not (_ON_TOP.search(fold(frame.text)) or _OF_US.search(fold(frame.text)))
    party = before.party
    dishes_of = {*party.upgrades.values(), *party.addons.values(), *party.extra_proteins.values()}
    return people not in dishes_of | {one.number for one in deltas if isinstance(one, Dish)}


def marked(text: str, profile: Profile) -> tuple[str, Sequence[str | None]]:
    """The folded text with each dish as @0, @1, …, and their keys; included proteins are none that cost."""
    folded, keys, premium = fold(text), [], dishes.premium(profile)
    named = dishes.named(text, profile)
    for at, (span, key) in reversed(list(enumerate(named))):
        folded = f"{folded[: span.start]}@{at}{folded[span.end :]}"
        keys.append(key if key in premium else None)
    return folded, keys[::-1]


def _of_an_extra(follow: Follow, before: Dialogue, text: str, keys: Sequence[str | None]) -> bool:
    """ "Add 4 of those" after a third protein was talked of: portions beside the included ones, which no follow-up tells."""
    portions = any(isinstance(one, Dish) for one in follow.deltas) or bool(_OF_IT.search(text))
    return before.spoken_extra and not keys and portions


_OF_IT = re.compile(r"\b(?:of (?:those|these|them|it)|orders?|portions?|servings?)\b")


_OF_OTHERS = re.compile(
    r"\b(?:(?:every ?one|every ?body) else|the (?:rest|others?)|all (?:the )?others|everyone|everybody"
    r"|all)\b[^.?!\n]*@|@\d+s? (?:for |to )?(?:(?:every ?one|every ?body) else|the (?:rest|others?)"
    r"|all (?:the )?others)\b|\b(?:except|but|besides|other than|excluding)\b[^.?!\n]*@"
)
_ALL_BUT = re.compile(
    rf"\W*(?:(?:{OPENERS}|actually|maybe|make (?:it|that)|what if|what about|how about"
    r"|for)\W+)*(?:(?:for )?(?:everyone|everybody|every one|all(?: of us)?)\W+)?(?:but"
    r"|except(?: for)?|minus|not|without|besides|other than|excluding|just not)\W+(?:the |my |our "
    rf"|for )*(?P<n>{NUMBER})(?: (?:of (?:us|them)|people|ppl|guests|persons?|adults|vegetarians"
    r"|vegans|kids))*(?: (?:then|please|pls|though|instead))*\W*"
)


def _all_but(before: Dialogue, text: str, profile: Profile) -> int | None:
    """ "Everyone but two", right after a dish for everybody: how many do not have it."""
    dish, told = before.just_dish, _ALL_BUT.fullmatch(text)
    if told is None or dish is None or dish not in profile.menu.upgrades_per_person or "@" in text:
        return None
    party = before.variants[-1] if "variant" in before.expecting and before.variants else before.party
    return to_int(told["n"]) if party.upgrades.get(dish) else None


_OF_THEM = re.compile(r"\bof (?:them|us|those|these)\b")


def _dish_that_waits(before: Dialogue, text: str, keys: Sequence[str | None], profile: Profile) -> str | None:
    """The dish that an answer without a dish is for: "for how many?" was asked, or "3 of them" follows its price."""
    if keys or before.wanted_too or before.spoken_extra:
        return None
    if "how_many" in before.expecting:
        return before.wanted_dish
    talked_of = before.just_dish if before.just_dish in dishes.premium(profile) else None
    return talked_of if _OF_THEM.search(text) and len(text.split()) <= SHORT else None


def _answers_what_was_asked(follow: Follow, before: Dialogue, frame: Frame) -> bool:
    """Whether another reading comes first: an age, a number of portions or a day that was asked for."""
    portions = any(isinstance(one, Heads) and not one.named for one in follow.deltas)
    if portions and (before.just_dish or before.wanted_dish or "how_many" in before.expecting):
        return True
    if follow.bare and "?" not in frame.text and not (before.just_guests or "variant" in before.expecting):
        return True
    if follow.bare and (before.dates or before.date_month or before.offered or "time" in before.expecting):
        return True
    bare = all(isinstance(one, Recast) for one in follow.deltas) and bool(follow.deltas)
    unaged = (before.party.children or 0) + (before.party.toddlers or 0) > len(before.party.ages)
    return bare and unaged and "ages" in before.expecting


def _pair(before: Dialogue, bands: Bands) -> tuple[PartyState, PartyState] | None:
    """The two versions that "with and without" means: with what was supposed, changed or taken last, and without."""
    party = before.party
    bare = party.model_copy(update={"upgrades": {}, "extra_proteins": {}, "addons": {}})
    others = [*(before.variants[-1:] if "variant" in before.expecting else ()), bare, *before.versions[-1:]]
    other = next((one for one in others if one != party and counts_of(one, bands) is not None), None)
    return (party, other) if other is not None else None


def _leans_on(follow: Follow, before: Dialogue) -> PartyState:
    """What was supposed last, when a follow-up goes on from it in another way; else the planned party."""
    if "variant" not in before.expecting or not before.variants:
        return before.party
    last, planned = before.variants[-1], before.party
    dishes_differ = (last.upgrades, last.addons) != (planned.upgrades, planned.addons)
    of_dishes = all(isinstance(one, Dish) for one in follow.deltas)
    goes_on = any(isinstance(one, Recast) for one in follow.deltas) or of_dishes != dishes_differ
    return last if goes_on and not any(isinstance(one, Back) for one in follow.deltas) else planned


def framed(frame: Frame, followed: Followed | None, before: Dialogue) -> Frame:
    """The frame of a follow-up: what its words seemed to say beside it is gone."""
    if followed is None:
        return frame
    follow = followed.follow
    topics = tuple(dict.fromkeys(_PART_TOPICS[part] for part in follow.asks if part in _PART_TOPICS))
    acts = tuple(act for act in frame.acts if act in _KEPT)
    acts += ("per_person",) if "each" in follow.asks else ()
    acts += ("asks_total",) if "total" in follow.asks else ()
    acts += ("each_left",) if "each_left" in follow.asks else ()
    acts += (BOTH,) if followed.pair is not None else ()
    if follow.deltas:
        topics = tuple(dict.fromkeys((*topics, "price")))
        acts += (SUPPOSES,) if follow.supposes or SUPPOSES in frame.acts else ()
    elif "variant" in before.expecting and before.variants:
        acts += (OF_SUPPOSED,)
    named = tuple(one.key for one in follow.deltas if isinstance(one, Dish) and one.key and one.op != "off")
    nothing = dict.fromkeys(_WHENS, ())
    return frame.model_copy(
        update={
            **nothing, "topics": topics, "apart": (topics,) if topics else (), "acts": acts, "unknown": (), "answer": None, "strength": None,
            "conditional": False, "choice": None, "guests": GuestWords(), "ages_asked": (), "sizes": (), "plans": (), "items": (), "mentioned": named,
            "no_extras": False, "same_party": False, "same_as_before": False, "date_problem": None, "date_said": None, "month": None,
            "month_last": None, "time_part": None, "trouble": None, "zip_invalid": None, "checked": follow.checks, "question": frame.question or follow.asks_price,
        }
    )  # fmt: skip


_WHENS = ("dates", "other_dates", "times")
_KEPT = frozenset({"thanks", "greeting", "compliment", "laughs", "how_are_you"})


def told(
    followed: Followed | None, before: Dialogue, after: Dialogue, changed: tuple[str, ...], bands: Bands
) -> tuple[Dialogue, tuple[str, ...]]:
    """The dialogue with the party that a follow-up leads to, and what that changed."""
    if followed is not None and followed.pair is not None:
        return after.model_copy(update={"variants": (*before.variants, *followed.pair)[-MOST_KEPT:]}), changed
    if followed is None or followed.party is None:
        return _kept(before, after, bands), changed
    party = followed.party
    one, other = counts_of(before.party, bands), counts_of(party, bands)
    dish = (before.party.upgrades, before.party.extra_proteins, before.party.addons) != (
        party.upgrades,
        party.extra_proteins,
        party.addons,
    )
    new = (*(("guests",) if one != other else ()), *(("items",) if dish else ()))
    versions = _versions(before)
    kept = tuple(slot for slot in changed if slot not in ("guests", "ages", "items", "wanted_dish"))
    return after.model_copy(update={"party": party, "wanted_dish": None, "wanted_too": (), "versions": versions}), (
        *kept,
        *new,
    )


def _versions(before: Dialogue) -> tuple[PartyState, ...]:
    return before.versions if before.party in before.versions else (*before.versions, before.party)[-MOST_KEPT:]


def _kept(before: Dialogue, after: Dialogue, bands: Bands) -> Dialogue:
    """The dialogue with the quoted party among the versions, where another reader changed it."""
    changed = before.quoted and after.party != before.party and counts_of(before.party, bands) is not None
    return after.model_copy(update={"versions": _versions(before)}) if changed else after
