"""Questions that the owner's facts answer; each is answered in the message that asks it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hibachi.concierge.local import (
    children,
    covered,
    diets,
    existing,
    openings,
    own_deadlines,
    passages,
    paying,
    picks_asked,
    reaching,
    recalled,
    selling,
)
from hibachi.concierge.local.covered import asked_of
from hibachi.concierge.local.covering import SOURCE
from hibachi.concierge.local.known import ANSWERED, Known
from hibachi.concierge.local.own_travel import explain, travel
from hibachi.concierge.local.starts_asked import soonest, start_at, weekday
from hibachi.concierge.understanding import inner_matters, matters, questions, shown_asked, subjects, tastes
from hibachi.concierge.understanding.limits import limits_of
from hibachi.concierge.understanding.schemas import Pending
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

MOST_ANSWERS = 5
TOLD = "told"
"""Stands among what was answered for a message that only told something: a few words after it go on from no older answer."""


def answer(known: Known) -> None:
    """Answer what was asked, the first questions first, five at most."""
    if known.does("paid_claim") or known.does("mark_confirmed"):
        known.say("paid_claim", at=ANSWERED, states=paying.claimed(known), told=known.does("paid_claim"))
    if known.does(inner_matters.ACT):
        known.say("costs_private", at=ANSWERED)
    if (
        known.does("deposit_waived")
        and (known.does("mark_confirmed") or not known.does("about_own"))
        and not known.does("paid_claim")
    ):
        known.say("deposit_stands", at=ANSWERED, deposit=known.profile.prices.model_dump(mode="json")["deposit"])
    if known.does("card_told"):
        known.say("card_private", at=ANSWERED)
    if known.does("told_to_pay"):
        known.say("pay_doubt", at=ANSWERED)
        return
    if known.does("claims_staff") or (known.does("others_booking") and not known.does("own_booking")):
        return
    if selling.asks_item_price(known) and not known.does("status"):
        selling.item_prices(known)
    if known.does("other_name") and known.frame.question and not known.does("about_own"):
        known.say("other_name", at=ANSWERED, named=known.frame.name)
    reaching.place_alone(known)
    recalled.answer(known)
    _recall(known)
    weekday(known)
    _off_menu(known)
    if covered.same_price_by_diet(known):
        known.say("same_price", at=ANSWERED, prices=known.profile.prices.model_dump(mode="json"))
    if known.said("objection_minimum"):
        _minimum(known, "minimum")
    for topic in asked_of(known, ANSWERS)[:MOST_ANSWERS]:
        ANSWERS.get(topic, of_the_profile)(known, topic)
    if known.said("travel"):
        known.unsay("topic:chef_extra")  # no "no, it's all included" behind a fee for the way
    start_at(known)
    if not known.said("same_price"):
        _dish(known)
    if known.does("soonest"):
        soonest(known)
    elif (
        known.frame.unknown
        and not known.said("recalled", "weekday", "rest_shared")
        and not openings.asks_why(known)
        and not known.does("injection", "off_topic", "card_told")
    ):
        _not_known(known)
    just = known.frame.topics or ((TOLD,) if known.reading.changed else ())
    just = (shown_asked.CHECKED,) if known.does("paid_claim", "deposit_state") else just
    just = (inner_matters.ACT,) if known.does(inner_matters.ACT) else just
    known.note(answered=(*known.noted("answered"), *just)[-8:])


def _dish(known: Known) -> None:
    """ "The noodles, what are they?", "are they included?" in the middle of something else: what the menu says of the dish."""
    if picks_asked.of_included(known):
        selling.item_prices(known)
        return
    if not known.frame.mentioned or known.frame.items or not _WHAT_IS.search(known.frame.text):
        return
    if known.changed("items"):
        return
    if known.silent and not known.frame.asked_diets:
        selling.item_prices(known)


_WHAT_IS = re.compile(
    r"\b(?:what(?:'?s| is| are| r)|tell me (?:more )?about|explain) (?:they|it|that|those|these|the"
    r"|your|in (?:it|them|the))\b"
    r"|\b(?:do|does|is|are|will|would)\b[^.?!\n]{0,40}\b(?:includ\w*|comes? with|part of|in the price)\b",
    re.I,
)
""" "What are noodles?", "does it come with noodles?"."""


def _recall(known: Known) -> None:
    """ "What date did I say?": all that was told of the party that is planned."""
    dialogue = known.dialogue
    if not known.does("recalls") or known.does("about_own") or dialogue.booked is not None:
        return
    counts = known.counts
    if counts is None and dialogue.zip is None and dialogue.day is None:
        return
    quote = selling.price(known) if counts is not None else None
    day = dialogue.day.isoformat() if dialogue.day else None
    at = dialogue.time.isoformat() if dialogue.time else None
    known.say("recalled", at=ANSWERED, counts=counts, quote=quote, zip=dialogue.zip, date=day, time=at, name=dialogue.name, today=known.today)  # fmt: skip


def _off_menu(known: Known) -> None:
    """ "Do you have pork belly?": no, and what there is."""
    dish = matters.off_menu(known.frame.text)
    if dish is not None and not known.frame.mentioned and dish not in known.frame.asked_diets:
        known.say("not_on_menu", at=ANSWERED, dish=dish, menu=known.need("get_menu")["menu"])


def _not_known(known: Known) -> None:
    """What no fact of ours answers is said to be so, by its name, and a person offered.

    As a question only when nothing else is open; beside an answer it names the part that stays open.
    """
    if known.does("asks_language"):
        known.say("other_language", at=ANSWERED, language="")
        known.note(offered_human=True)
        if len(known.frame.unknown) < 2:
            return
    for name in (subjects.subject_of(clause.lower()) for clause in known.frame.unknown):
        if name in subjects.BESIDE and not known.said("topic:space", "topic:setting"):
            of_the_profile(known, subjects.BESIDE[name])
    beside = not known.silent or known.reading.agreed is not None
    open_ = [clause for clause in known.frame.unknown if not (beside and _is_told(known, clause))]
    open_ = [clause for clause in open_ if not (known.said("not_on_menu") and matters.off_menu(clause))]
    if known.changed("date", "time", "guests", "zip", "items"):
        open_ = [clause for clause in open_ if not questions.points_back(clause)]
    open_ = passages.from_passages(known, open_)
    beside = not known.silent or known.reading.agreed is not None
    if not open_:
        return
    told = known.reading.changed and known.next_party is None
    planning = known.dialogue.pending is not None or known.dialogue.goal is not None or told
    named = tuple(dict.fromkeys(name for clause in open_ if (name := subjects.subject_of(clause.lower()))))
    known.say("not_known", at=ANSWERED, asks=not planning, more=len(open_) > 1, subjects=named, clauses=tuple(open_), beside=beside)  # fmt: skip
    known.note(offered_human=True)
    if not planning:
        known.note(pending=Pending(kind="human"), expecting=("human",))


def _is_told(known: Known, clause: str) -> bool:
    """Whether a clause that no rule knows goes on about what this message answers already."""
    return subjects.subject_of(clause.lower()) is None and questions.follows(clause.lower())


_WOULD_CANCEL = re.compile(r"\b(?:cancel\w*|call (?:it|this|the party) off|back out)\b", re.I)


def of_the_profile(known: Known, topic: str) -> None:
    """What the owner's facts say of a topic."""
    if topic == "reschedule":
        own_deadlines.say_moves(known)
        return
    party = own_deadlines.stands(known) if topic == "hold_time" else None
    if party is not None:
        known.say("deposit_state", at=ANSWERED, states=paying.states(known, [party]))
        return
    facts = known.topic(SOURCE.get(topic, topic))
    data: dict[str, Any] = {"without": _turned_down(known)} if topic == "choose" else {}
    if topic == "tables" and known.counts is not None:
        data["people"] = known.counts.total
    if topic == "setting":
        frame = known.frame
        data["elsewhere"] = bool(frame.city or frame.state or frame.foreign or frame.zip)
    if topic == "hours":
        data["times"] = [at.isoformat() for at in known.frame.times]
    known.say(f"topic:{topic}", at=ANSWERED, facts=facts, words=known.frame.text, asks=known.does("includes_that"), **data)  # fmt: skip


def _turned_down(known: Known) -> tuple[str, ...]:
    """The proteins that somebody does not like: they are not offered to him."""
    text, contains = known.frame.text, known.profile.dietary.contains
    another = tastes.wants_another(fold(text))
    of_sea = tastes.refuses_sea(text) or (another and not SEA_FOODS.isdisjoint(known.dialogue.spoken_diets))
    sea = [key for kind in diets.SEA for key in contains.get(kind, ())] if of_sea else []
    return (*(known.frame.mentioned if another or tastes.refuses(text) else ()), *sea)


SEA_FOODS = frozenset({"fish", "shellfish", "seafood"})


def _payment(known: Known, topic: str) -> None:
    """By what one can pay; of a party that is booked also how, and that alone where only the handle is asked for."""
    if known.dialogue.cancelled_here is not None and known.counts is None:
        of_the_profile(known, "refund_when")  # "can you send it to my sister's venmo?" of what goes back
        return
    if not (topic == "pay_handle" and paying.tell(known)):
        of_the_profile(known, topic)
        if topic == "payment":
            paying.tell(known)


_BOTH_SHELVES = re.compile(
    r"\b(?:come[s]? with|included?|standard|regular|normal|base|basic|part of|free"
    r"|without (?:paying |any )?(?:extra|upcharges?)|no (?:extra|upcharge)"
    r"|(?:which|what) (?:meats?|proteins?) (?:can|could|do|may) (?:we|i|you|people|they|guests))\b",
    re.I,
)
"""What is included is asked for beside what costs extra."""


_ADDONS = re.compile(r"\b(?:app(?:et|i|s)\w*|starters?|add[- ]?ons?)\b", re.I)
_PROTEINS = re.compile(r"\b(?:menu|proteins?|meats?|upgrades?|food|dishes|everything)\b", re.I)


def _menu(known: Known, topic: str) -> None:
    if not known.said("menu"):
        known.say(
            "menu",
            at=ANSWERED,
            menu=known.need("get_menu")["menu"],
            addons_only=bool(_ADDONS.search(known.frame.text)) and not _PROTEINS.search(known.frame.text),
            upgrades_only=known.does("wants_more") and not _BOTH_SHELVES.search(known.frame.text),
        )


def _balance(known: Known, topic: str) -> None:
    selling.balance(known)


def _rest_due(known: Known, topic: str) -> None:
    """When the rest is to be paid; how much it is where the party has a price."""
    if known.counts is not None:
        selling.balance(known)
    known.say("rest_due", at=ANSWERED, facts=known.topic("payment"), words=known.frame.text)


def _same_every_day(known: Known, topic: str) -> None:
    prices = known.profile.prices.model_dump(mode="json")
    known.say("same_every_day", at=ANSWERED, prices=prices, rules=bool(known.profile.pricing_rules), words=known.frame.text)  # fmt: skip


def _needs(known: Known, topic: str) -> None:
    venue, ours = known.topic("venue")["venue"], known.topic("not_included")["menu.not_included"]
    known.say("needs", at=ANSWERED, venue=venue, not_included=ours)


def _why_us(known: Known, topic: str) -> None:
    known.say("why_us", at=ANSWERED, facts=known.topic("included"))


_LIKES_SEA = re.compile(r"\b(?:sea ?food|fish|shell ?fish|ocean)\b", re.I)


def _recommend(known: Known, topic: str) -> None:
    """One thing from the menu; where seafood is loved, one that the owner lists as such."""
    contains = known.profile.dietary.contains
    named = [key for key in known.frame.mentioned if key in known.profile.menu.upgrades_per_person]
    sea = (
        {key for kind in diets.SEA for key in contains.get(kind, ())} if _LIKES_SEA.search(known.frame.text) else set()
    )
    known.say("recommend", at=ANSWERED, menu=known.need("get_menu")["menu"], keys=named or sorted(sea))
    known.note(upsold=("quote",))


def _how_to_book(known: Known, topic: str) -> None:
    """What is needed to book; what is still open of a party that is planned is asked for instead."""
    if (party := known.next_party) is not None and known.dialogue.goal is None:
        known.say("next_for_party", at=ANSWERED, booking=party)
        return
    if known.changed("guests", "zip", "items"):
        return  # "we're doing it in Napa instead, what now": the new price is asked, and leads on by itself
    if known.counts is not None and known.dialogue.booked is None and known.silent:
        known.say("next_step", at=ANSWERED, facts=known.topic("deposit"), day=known.dialogue.day is not None)
    fresh = known.counts is None and known.dialogue.day is None and known.dialogue.zip is None
    if known.counts is None and (known.dialogue.goal is None or fresh):
        known.say("how_to_book", at=ANSWERED, facts=known.topic("deposit"))


_HOW_MANY = re.compile(
    r"\bhow many\b|\bwhat (?:could|can|would|will|do|does|might) (?:we|i|you|that|it"
    r"|this)(?: all)? (?:get|buy|have|include|cover|be|order|make)\b",
    re.I,
)
""" "What could we get for that": how many adults reach the minimum."""


def _minimum(known: Known, topic: str) -> None:
    """The minimum; where it is asked, how many adults reach it, priced by the quote engine."""
    prices, reach = known.profile.prices, None
    if _HOW_MANY.search(known.frame.text) and known.counts is None:
        reach = known.need("calculate_party_quote", adults=-(-prices.party_minimum // prices.adult.amount), children=0, toddlers=0)  # fmt: skip
    if reach is not None and not known.bookings():
        known.asks("guests", "zip")
    if known.said("objection_minimum") and reach is None:
        return
    known.say("topic:minimum", at=ANSWERED, facts=known.topic("guests"), words=known.frame.text, reach=reach, told=known.said("objection_minimum"))  # fmt: skip


def _trust(known: Known, topic: str) -> None:
    """ "How do I know you're real?": who we are, how one reaches us, and what the deposit is."""
    known.say("trust", at=ANSWERED, facts=known.topic("about") | known.topic("contact") | known.topic("deposit"))


def _days_ahead(known: Known) -> int | None:
    """How many days it is to the party that is planned; None where its day is not known."""
    day = known.dialogue.day
    return (day - date.fromisoformat(known.today)).days if day is not None and known.dialogue.booked is None else None


def _diet_notice(known: Known, topic: str) -> None:
    """Until when a diet is told, and whether there is time for it where the day is known."""
    ahead, notice = _days_ahead(known), known.profile.dietary.notice_hours
    facts = known.topic(SOURCE[topic])
    known.say(
        "topic:diet_notice",
        at=ANSWERED,
        facts=facts,
        enough=ahead is not None and ahead * 24 > notice + 24,
        words=known.frame.text,
    )


def _confirmed_when(known: Known, topic: str) -> None:
    """What confirms a party; of one that is only planned, that it is not booked yet."""
    planned = known.dialogue.booked is None and known.dialogue.day is not None and not existing.own_parties(known)
    known.say("topic:confirmed_when", at=ANSWERED, facts=known.topic(SOURCE[topic]), planned=planned)


def _deposit(known: Known, topic: str) -> None:
    """The deposit; of a party that is too near for it to come back, that it would not; of one's own, what would come back now."""
    party = own_deadlines.stands(known)
    if party is not None and _WOULD_CANCEL.search(known.frame.text):
        existing.refund(known, [party])
        return
    ahead, back = _days_ahead(known), known.profile.policies.deposit_refundable_days
    known.say(
        "topic:deposit",
        at=ANSWERED,
        facts=known.topic(topic),
        words=known.frame.text,
        late=ahead is not None and ahead < back,
        paid=party is not None,
    )


def _heat(known: Known, topic: str) -> None:
    """ "Is noon too hot in September?": the weather is nobody's fact; what helps is said."""
    known.say("heat", at=ANSWERED, words=known.frame.text)


def _extra_costs(known: Known, topic: str) -> None:
    """What a quote does not hold: the way beyond the free miles, the tip, and what the host provides."""
    way, tip, ours = known.topic("area"), known.topic("gratuity"), known.topic("not_included")
    known.say("extra_costs", at=ANSWERED, facts=way | tip | ours)


def _third_protein(known: Known, topic: str) -> None:
    keys = [key for key in known.frame.mentioned if key in known.profile.menu.upgrades_per_person]
    if known.said("item_prices"):
        return
    known.say("item_prices", at=ANSWERED, keys=keys, third=True, menu=known.need("get_menu")["menu"])


def _most_guests(known: Known, topic: str) -> None:
    alone = limits_of(known.profile).guests
    known.say("topic:most_guests", at=ANSWERED, facts=known.topic("guests"), alone=alone)


ANSWERS: dict[str, Callable[[Known, str], None]] = {
    "payment": _payment,
    "pay_handle": _payment,
    "area": reaching.area,
    "menu": _menu,
    "dietary": diets.answer,
    "travel": travel,
    "explain": explain,
    "balance": _balance,
    "rest_due": _rest_due,
    "children": children.answer,
    "same_every_day": _same_every_day,
    "needs": _needs,
    "confirmed_when": _confirmed_when,
    "why_you": _why_us,
    "suggest": _recommend,
    "whats_next": _how_to_book,
    "most_guests": _most_guests,
    "third_protein": _third_protein,
    "extra_costs": _extra_costs,
    "trust": _trust,
    "minimum": _minimum,
    "heat": _heat,
    "diet_notice": _diet_notice,
    "deposit": _deposit,
    "cancellation": own_deadlines.say_cancellation,
}
