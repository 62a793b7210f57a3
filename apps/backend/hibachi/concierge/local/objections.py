"""Objections: answered once by the owner's own facts, never argued about, never with a discount."""

from hibachi.concierge.local import cheaper, existing
from hibachi.concierge.local.comparisons import quote_arguments
from hibachi.concierge.local.covered import same_price_by_diet
from hibachi.concierge.local.known import ANSWERED, GRAVE, Known
from hibachi.concierge.understanding import money_left
from hibachi.concierge.understanding.budgets import INTO
from hibachi.concierge.understanding.whens import CHECK_BACK, when_back
from hibachi.kit import lazy_re as re

_EACH = re.compile(r"\d[^.?!\n]{0,12}\b(?:a|per|each) ?(?:head|person|adult|guest)?\b", re.I)
"""A price for one is named: which one it really is, is said."""
MY_BUDGET = re.compile(
    r"\bbudget\b[^.?!\n\d]{0,25}\$? ?(?P<a>\d{3,5})\b"
    r"|\b(?:only|just) (?:have|got) (?:about "
    r"|around )?\$? ?(?P<b>\d{3,5})\b(?! (?:people|guests|adults))"
    r"|\b(?:can'?t|cannot|can not|don'?t want to|rather not|not) (?:spend|pay|go|do)(?: over| above"
    r"| more than| past| beyond| any more than)+ \$? ?(?P<c>\d{3,5})\b"
    r"|\$? ?\b(?P<d>\d{3,5})(?: dollars| bucks)? (?:is|would be|max)\b ?(?:my |our "
    r"|the )?(?:max(?:imum)?|limit|budget|cap|most (?:i|we))?\b(?=\W*$"
    r"|[^.?!\n]{0,10}\b(?:max|limit|budget|cap|can))"
    rf"|{INTO}",
    re.I,
)
""" "My budget is 700": what a party may cost."""
_ELSEWHERE = re.compile(
    r"\b(?:yelp|google|elsewhere|somewhere else|online|other|others|another|benihana|steak ?house"
    r"|(?:going|go|eat(?:ing)?|dine|dining) out|restaurants?|compan(?:y|ies)|places?|guys?"
    r"|(?:taco|food|bbq) (?:trucks?|stands?)|trucks?|cater\w*|buffets?|take ?out|pizzas?|tacos|saw one"
    r"|found one|know (?:a|one|some\w+))\b",
    re.I,
)
"""Something cheaper is somebody else's, no day or start of ours."""
KINDS = ("ways_down", "objection_minimum", "objection_price", "objection_travel", "objection_again", "thinking")


def answer(known: Known) -> None:
    """Answer an objection to the price, the minimum or the way, and the wish to think about it."""
    if (
        known.changed("variant")
        or known.said("handover", "kept", "farewell")
        or known.frame.trouble in GRAVE
        or known.asked("same_every_day", "why_you", "children")
        or same_price_by_diet(known)
    ):
        return
    if _fills(known) or _of_no_price(known) or _declines_a_deed(known) or cheaper.plan(known) or _wants_less(known):
        return
    kind = None if known.said("travel_formula") else _kind(known)
    if kind is None:
        return
    if kind in known.dialogue.objected:
        known.say("objection_again", at=ANSWERED, menu=known.profile.menu.model_dump(mode="json"))
    else:
        _first(known, kind)
    known.note(objected=(*known.dialogue.objected, kind)[-6:])


_A_LOT = re.compile(r"\bthat'?s (?:a lot|crazy|wild|insane)\b", re.I)
_MONEY = re.compile(r"\$|\b(?:price|pricey|cost\w*|pay|paid|money|expensive|bucks|dollars|cheaper)\b", re.I)


def _of_no_price(known: Known) -> bool:
    """ "That's a lot lol", of somebody whose party is booked and who was told no price in this talk."""
    told = known.dialogue.quoted or known.dialogue.pending is not None or "price" in known.dialogue.answered
    words = known.frame.text
    return not told and bool(_A_LOT.search(words)) and not _MONEY.search(words) and bool(existing.own_parties(known))


def _declines_a_deed(known: Known) -> bool:
    """ "Oof, no": a change or a cancellation is declined, and nothing of a price is to be defended."""
    pending = known.dialogue.pending
    declined = known.frame.answer in ("no", "later") or known.does("keep")
    return pending is not None and pending.kind in ("change", "cancel") and (declined or not known.frame.question)


def _wants_less(known: Known) -> bool:
    """ "Too rich for us, only four lobsters then": the new price answers it."""
    return (
        known.dialogue.quoted
        and known.changed("items", "guests", "date", "time")
        and not known.does("minimum_objection")
    )


def _fills(known: Known) -> bool:
    """ "How can we get more out of the minimum?": what counts towards it."""
    left = known.does(money_left.ACT)
    if not known.does("fills_minimum") or known.counts is None or (known.changed("items") and not left):
        return False
    quote = known.need("calculate_party_quote", **quote_arguments(known, known.counts))
    if not quote.get("minimum_applied"):
        if left and "error" not in quote:
            known.say("minimum_reached", at=ANSWERED, facts=known.topic("guests"))
        return left
    known.say("fill_minimum", at=ANSWERED, quote=quote, facts=known.topic("guests"), menu=known.profile.menu.model_dump(mode="json"), words=known.frame.text)  # fmt: skip
    known.note(minimum_explained=True, answered=(*known.noted("answered"), "fill_minimum")[-8:])
    return True


def _kind(known: Known) -> str | None:
    if known.does("ways_down") and known.counts is not None:
        return "minimum"
    below = known.does("price_objection") and (known.asked("minimum") or _is_below_minimum(known))
    minimum = (known.does("minimum_objection") and not known.asked("travel")) or below
    if minimum and known.does("minimum_objection", "price_objection"):
        return "minimum"
    if MY_BUDGET.search(known.frame.text) and known.counts is not None and known.dialogue.booked is None:
        return None
    choosing = bool({"date", "time"} & set(known.dialogue.expecting)) and not known.frame.question
    picks = choosing and known.does("any_choice", "cheaper_choice") and not _ELSEWHERE.search(known.frame.text)
    of_a_dish = bool(known.frame.mentioned) and "worth" in known.frame.text.lower()
    if not known.does("price_objection") or picks or of_a_dish:
        return None
    if "travel" in known.frame.topics and known.dialogue.zip:
        return None if known.said("travel", "travel_formula") else "travel"
    return "price"


def _is_below_minimum(known: Known) -> bool:
    """Whether what was quoted is the minimum, and so what is found too much."""
    counts, prices = known.counts, known.profile.prices
    if counts is None or not known.dialogue.quoted:
        return False
    return counts.adults * prices.adult.amount + counts.children * prices.child.amount < prices.party_minimum


def _first(known: Known, kind: str) -> None:
    if kind == "minimum":
        menu = known.profile.menu.model_dump(mode="json")
        known.say("objection_minimum", at=ANSWERED, facts=known.topic("guests"), menu=menu)
        known.note(minimum_explained=True)
    elif kind == "travel":
        fee = known.need("calculate_travel_fee", customer_zipcode=known.dialogue.zip)
        known.say("travel_formula", at=ANSWERED, fee=fee, objected=True)
    else:
        prices = known.profile.prices.model_dump(mode="json") if _EACH.search(known.frame.text) else None
        known.say("objection_price", at=ANSWERED, facts=known.topic("included"), prices=prices)
        _say_way(known)


_WHY = re.compile(r"\b(?:why|how come|what makes)\b", re.I)


def _say_way(known: Known) -> None:
    """ "Why so much?", of a price with a fee for the way in it: where that comes from."""
    place = known.dialogue.zip
    if place is None or not _WHY.search(known.frame.text):
        return
    fee = known.need("calculate_travel_fee", customer_zipcode=place)
    if fee.get("fee") not in (None, "0.00"):
        known.say("travel_formula", at=ANSWERED, fee=fee, objected=True)


def thinking(known: Known) -> bool:
    """Who wants to think about it gets time, and an offer to hold the date or to send the quote; nothing is pushed."""
    pending = known.dialogue.pending
    held = pending is not None and pending.kind == "book"
    if (
        held
        or not known.does("thinking")
        or known.does("send_quote")
        or known.dialogue.booked
        or known.dialogue.goal in ("change", "cancel")
    ):
        return False
    if known.changed("date", "time", "guests", "zip", "items") or known.counts is None:
        return False
    if known.does("send_quote"):
        return False
    if known.does("asks_total"):
        quote = known.need("calculate_party_quote", **quote_arguments(known, known.counts))
        if "error" not in quote:
            known.say("for_everyone", at=ANSWERED, quote=quote, prices=None)
    answered = bool(when_back(known.frame.text, known.dialogue))
    known.say("thinking", at=ANSWERED, quoted=known.dialogue.quoted, day=known.dialogue.day, words=known.frame.text, answered=answered)  # fmt: skip
    awaited = tuple(one for one in known.dialogue.expecting if one != CHECK_BACK)
    known.note(expecting=awaited if answered else (*awaited, CHECK_BACK))
    return True
