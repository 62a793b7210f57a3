"""Prices: the quote of the party so far, its parts, travel, objections, and at most one suggestion."""

from typing import Any

from hibachi.concierge.local import budgets, comparisons, in_writing, objections, on_file
from hibachi.concierge.local.comparisons import quote_arguments
from hibachi.concierge.local.days import ask_which_date
from hibachi.concierge.local.known import ANSWERED, ASKED, FELT, MOST_ASKED, Known
from hibachi.concierge.local.quote_said import say_quote
from hibachi.concierge.local.wording.formats import miles
from hibachi.kit import lazy_re as re
from hibachi.kit.money import parse


def price(known: Known) -> dict[str, Any] | None:
    """The quote of the party so far; None when nobody knows how many come. May hand over when the way is too far."""
    counts = known.counts
    if counts is None:
        return None
    if counts.adults == 0 and not known.dialogue.quoted:
        known.say("price_list", at=ANSWERED, prices=known.profile.prices.model_dump(mode="json"))
        known.asks("guests")
        return None
    quote = known.need("calculate_party_quote", **quote_arguments(known, counts))
    if "error" in quote:
        known.say("cannot_price", message=quote.get("message", ""))
        return None
    return quote


def too_far(known: Known, travel: dict[str, Any] | None) -> bool:
    """Hand over when the way is longer than the concierge may decide alone."""
    if not travel or not travel.get("needs_human") or known.said("handover"):
        return known.said("handover")
    from hibachi.concierge.local.talking import hand_over

    known.unsay("not_known")
    place = ", ".join(str(part) for part in (travel.get("city"), travel.get("zip")) if part)
    hand_over(
        known,
        "travel",
        (
            f"travel beyond our distance: {place or known.dialogue.zip}, "
            f"{miles(travel['miles']) if travel.get('miles') is not None else 'unknown'} miles"
        ),
    )
    return True


def _about_the_quote(known: Known) -> bool:
    """What the price just told means: for everybody or for one, and once more to pass on in writing."""
    if known.counts is None or known.changed("guests", "items", "zip"):
        return False
    if not known.does("per_or_total", "send_quote", "asks_total", "per_person"):
        return False
    if known.does("per_person") and not known.does("per_or_total", "send_quote") and _alike(known):
        return False
    quote = price(known)
    if quote is None:
        return True
    if known.does("send_quote"):
        in_writing.announce(known)
        say_quote(known, quote, kind="breakdown")
    else:
        mixed = known.does("per_person") and not _alike(known)
        known.say("for_everyone", at=ANSWERED, quote=quote, prices=known.profile.prices.model_dump(mode="json") if mixed else None)  # fmt: skip
    if not known.does("thinking"):
        next_question(known, quote)
    return True


def written(known: Known) -> bool:
    """Who asks for the quote in writing gets it, whatever else is told beside it; nothing is booked by that."""
    pending = known.dialogue.pending
    agrees = pending is not None and known.frame.answer == "yes"
    if (
        not known.does("send_quote")
        or known.counts is None
        or known.dialogue.booked
        or agrees
        or known.said("not_booked")
    ):
        return False
    if known.dialogue.goal in ("change", "cancel") or known.frame.sizes or known.frame.plans:
        return False
    quote = price(known)
    if quote is None or too_far(known, quote.get("travel")):
        return True
    in_writing.announce(known)
    say_quote(known, quote, kind="breakdown")
    if known.does("thinking", "looks_around") or pending is not None:
        known.note(pending=None, expecting=known.dialogue.expecting)
    else:
        next_question(known, quote)
    return True


def portions(known: Known) -> bool:
    """A dish was wished without a number: its price, and for how many."""
    dish = known.dialogue.wanted_dish
    if dish is None or not known.changed("wanted_dish") or known.dialogue.booked or known.changed("items", "dietary"):
        return False
    if not known.said("item_prices"):
        known.say(
            "item_prices",
            at=ANSWERED,
            keys=[*known.dialogue.wanted_too, dish],
            third=known.dialogue.spoken_extra,
            menu=known.need("get_menu")["menu"],
            words=known.frame.text,
        )
    menu, third = known.profile.menu, "third_protein" in known.frame.acts
    if known.frame.question and not third and dish not in {**menu.upgrades_per_person, **menu.addons_each}:
        return True  # "is steak extra?"
    waits = known.dialogue.expecting
    known.asks("how_many")
    known.note(expecting=("how_many", *(slot for slot in waits if slot != "how_many")))
    return True


def plan(known: Known) -> bool:
    """Answer about money as far as it is known, and ask for what is missing."""
    if known.frame.guests.invalid or known.frame.guests.unclear:
        known.say("invalid_guests" if known.frame.guests.invalid else "unclear_guests")
        known.asks("guests")
        return True
    if comparisons.plan(known) or budgets.plan(known) or _about_the_quote(known):
        return True
    if _quotable(known):
        return _quote(known)
    if known.said(*objections.KINDS):
        return True
    if known.said("balance", "breakdown", "travel_formula", "travel"):
        return _after_an_answer(known)
    if known.frame.mentioned and known.silent and not known.changed("items", "guests"):
        item_prices(known)
        return True
    each = known.does("per_person") and known.counts is None
    apart = each or any("price" in topics and "minimum" not in topics for topics in known.frame.apart)
    if (each or known.asked("price")) and not known.said(
        *(() if apart else ("topic:minimum",)),
        *(() if _ASKS_AMOUNT.search(known.frame.text) else ("topic:choose", "fill_minimum")),
        "topic:children",
        "topic:deposit",
        "menu",
        "item_prices",
        "same_price",
    ):
        _list_prices(known)
        return True
    if known.dialogue.goal == "quote" and known.silent and not known.does("thanks", "bye"):
        ask_for_party(known)
        return True
    return False


def _quotable(known: Known) -> bool:
    if known.counts is None or known.said("balance", "breakdown", "travel_formula"):
        return False
    if known.said("fill_minimum") and not known.changed("items", "guests"):
        return False
    if known.said("item_prices") and not known.changed("guests", "zip"):
        return False
    if known.asked("tables", "space", "parking") and not known.asked("price"):
        return False
    in_english = known.does("in_english") and not known.dialogue.quoted
    told = known.does("asks_total") or in_english or (known.does("per_person") and known.dialogue.quoted)
    bare = known.changed("no_extras") and known.silent
    return told or bare or known.asked("price") or known.changed("guests", "items", "zip")


def asks_item_price(known: Known) -> bool:
    """Whether the price of dishes was asked, not the price of a party."""
    named = bool(known.frame.mentioned) or known.does("third_protein")
    new = known.changed("guests", "items", "zip")
    if known.counts is not None and known.changed("items") and not known.frame.items:
        return False  # an earlier menu is wished again by its dish
    asked = known.asked("price") or known.does("dish_price")
    if (
        known.counts is not None
        and known.changed("items", "guests")
        and any(item.count or (item.share and item.role != "included") for item in known.frame.items)
    ):
        return False
    return (
        named and asked and (known.counts is None or known.does("dish_price") or (not new and known.does("item_price")))
    )


def item_prices(known: Known) -> None:
    """What a dish costs by the menu, alone or as a portion on top."""
    menu, costs = known.need("get_menu")["menu"], _cost_of_upgrades(known)
    known.say("item_prices", at=ANSWERED, keys=known.frame.mentioned, third=known.does("third_protein"), menu=menu, costs=costs, words=known.frame.text)  # fmt: skip


def _cost_of_upgrades(known: Known) -> dict[str, Any] | None:
    """What so many of one upgrade cost ("for 6"), where nobody counted the guests yet; None where that is not asked or are more than we serve."""
    items = [item for item in known.frame.items if item.role == "upgrade" and item.count]
    if known.counts is not None or len(items) != 1 or len(known.frame.items) > 1:
        return None
    count, key = items[0].count, items[0].key
    costs = known.need("calculate_protein_costs", guest_count=count, protein_selections={key: count})
    return None if "error" in costs else {"key": key, **costs}


def _after_an_answer(known: Known) -> bool:
    """An answer about money was given; the party goes on where it stood."""
    if known.counts is None:
        ask_for_party(known)
    elif not known.dialogue.dates:
        known.asks("date")
    return True


def _quote(known: Known) -> bool:
    quote = price(known)
    if quote is None:
        return known.said("cannot_price", "price_list")
    if too_far(known, quote.get("travel")):
        return True
    if _asks_share(known, quote):
        known.say("per_person", at=ANSWERED, quote=quote)
        next_question(known, quote)
        return True
    say_quote(known, quote)
    if known.does("per_person") and _alike(known) and quote.get("per_person") is not None:
        known.say("each", quote=quote)
    if known.dialogue.city and not known.dialogue.zip and known.changed("city") and not known.said("area"):
        known.say("area", area=known.need("check_service_area", city=known.dialogue.city, state=known.dialogue.state))
    next_question(known, quote)
    return True


def _asks_share(known: Known, quote: dict[str, Any]) -> bool:
    """ "So what is that per person?" of a price that was told; only where everybody pays the same."""
    told = known.dialogue.quoted and not known.changed("guests", "zip", "items")
    return _alike(known) and told and known.does("per_person") and quote.get("per_person") is not None


def _alike(known: Known) -> bool:
    """Whether everybody pays the same."""
    return known.counts is not None and not known.counts.children and not known.counts.toddlers


def _ask_for_the_rest(known: Known, dish: str) -> None:
    """ "12 gyoza and edamame": the dish that has no number yet is asked about."""
    keys = [*known.dialogue.wanted_too, dish]
    known.say("item_prices", at=ANSWERED, keys=keys, third=False, menu=known.need("get_menu")["menu"])
    known.asks("how_many")


def next_question(known: Known, quote: dict[str, Any] | None = None) -> None:
    """One thing that brings the party further: the ZIP first, then the children's ages, then the date."""
    dialogue, counts, quote = known.dialogue, known.counts, quote or {}
    if dialogue.wanted_dish and known.changed("wanted_dish") and known.changed("items"):
        _ask_for_the_rest(known, dialogue.wanted_dish)
    elif kids_open(known):
        known.asks("kids")
    elif dialogue.zip is None:
        known.asks("zip", "date") if dialogue.day is None and known.turn.channel != "phone" else known.asks("zip")
    elif ages_open(known):
        known.asks("ages")
    elif len(dialogue.dates) > 1 and ask_which_date(known):
        return
    elif counts is None:
        known.asks("guests")
    elif not dialogue.dates:
        if not _suggest(known, quote):
            known.asks("date")
    elif len(dialogue.dates) == 1 and dialogue.time is None:
        known.asks("time")
    else:
        named = bool(dialogue.name or known.turn.contact.name or on_file.name(known))
        lacks = "name" if not named else "" if on_file.is_reachable(known) else "contact"
        known.say("offer_booking", at=ASKED, lacks=lacks)
        known.note(expecting=("booking", lacks) if lacks else ("booking",))


def kids_open(known: Known) -> bool:
    """Whether children come whose number nobody told, though it was asked for twice at most."""
    return known.dialogue.kids_open and known.dialogue.asked_times.get("kids", 0) < MOST_ASKED


def ages_open(known: Known) -> bool:
    """Whether the children's ages are worth a question: they were not told, and not asked for before."""
    counts = known.counts
    told = known.dialogue.party.spread is not None or "ages" in known.dialogue.answered
    return counts is not None and counts.unaged > 0 and not told


def _suggest(known: Known, quote: dict[str, Any]) -> bool:
    """At most one suggestion a stage, only after a quote, only from the menu, never after a no."""
    dialogue, party = known.dialogue, known.dialogue.party
    taken = bool(party.upgrades or party.addons or party.extra_proteins)
    if (
        "date_open" in known.noted("answered")
        or dialogue.extras_declined
        or any(item.operation == "remove" for item in known.frame.items)
        or dialogue.upsold
        or taken
        or quote.get("minimum_applied")
        or (quote.get("travel") or {}).get("fee") is None
        or _HURRIES.search(known.frame.text)
        or known.turn.channel == "sms"
    ):
        return False
    known.say("suggestion", at=ASKED, menu=known.profile.menu.model_dump(mode="json"))
    known.note(upsold=("quote",), expecting=("date", "extras"))
    known.note_asked("date")
    return True


_ASKS_AMOUNT = re.compile(r"\b(?:how much|price[sd]?|pricing|costs?|rates?|charge)\b", re.I)
_HURRIES = re.compile(
    r"\b(?:no|not much|don'?t have|haven'?t got|short on|out of|low on) (?:any |much |the "
    r"|a lot of )?time\b|\b(?:in a|no) (?:rush|hurry)\b"
    r"|\b(?:hurry|rushing|real quick|quickly|asap|quick (?:question|price|quote|number|one)|super busy"
    r"|essay|keep it short|be (?:brief|quick)|short answer|make it (?:quick|short)"
    r"|just (?:the|a|give me (?:the|a)|tell me the) (?:number|price|total|amount|cost|quote)|no extras"
    r"|driving|at work|no (?:upsell\w*|extras|upgrades|add-?ons))\b",
    re.I,
)
"""Who has no time wants the number, and is offered nothing on top of it."""


def _list_prices(known: Known) -> None:
    """Prices without a party: those of a guest."""
    list_prices(known)
    ask_for_party(known)


def list_prices(known: Known) -> None:
    """What each guest pays, once a message."""
    if known.said("price_list"):
        return
    known.say(
        "price_list",
        at=ANSWERED,
        prices=known.profile.prices.model_dump(mode="json"),
        minimum_told=known.said("topic:minimum"),
    )


def ask_for_party(known: Known) -> None:
    """Ask how many come and where, or what comes next."""
    if known.counts is not None and known.dialogue.zip is not None:
        next_question(known)
        return
    known.asks(
        *(slot for slot, missing in (("guests", known.counts is None), ("zip", known.dialogue.zip is None)) if missing)
    )


def travel(known: Known) -> None:
    """The fee for the way, computed; without a ZIP the rule, and whether we come to the city."""
    dialogue = known.dialogue
    if known.said("travel", "travel_rule", "travel_formula", "handover"):
        return
    if dialogue.zip:
        fee = known.need("calculate_travel_fee", customer_zipcode=dialogue.zip)
        if not too_far(known, fee):
            known.say("travel", at=ANSWERED, fee=fee, city=dialogue.city, words=known.frame.text)
            known.note(travel_told=dialogue.zip)
        return
    if dialogue.city:
        known.unsay("area")
        known.say("area", at=ANSWERED, area=known.need("check_service_area", city=dialogue.city, state=dialogue.state))
    known.say("travel_rule", at=ANSWERED, facts=known.topic("area"))
    known.asks("zip")


def explain(known: Known) -> None:
    """How a number came about: the travel fee when that was the talk, else the whole quote line by line."""
    if known.said("travel_formula") and not known.asked("price"):
        return
    last = [topic for topic in known.dialogue.answered if topic in ("travel", "price")][-1:]
    if known.dialogue.zip and (last == ["travel"] or known.counts is None):
        fee = known.need("calculate_travel_fee", customer_zipcode=known.dialogue.zip)
        known.say("travel_formula", at=ANSWERED, fee=fee)
        return
    quote = price(known)
    if quote is not None and _names_the_way(known, quote):
        known.say("travel_formula", at=ANSWERED, fee=quote["travel"])
        return
    if quote is not None:
        say_quote(known, quote, kind="breakdown")
        return
    known.say("price_list", at=ANSWERED, prices=known.profile.prices.model_dump(mode="json"))


def _names_the_way(known: Known, quote: dict[str, Any]) -> bool:
    """ "What's the 108 for?": the number that is asked about is what travel costs."""
    fee, said = quote.get("travel_fee"), re.findall(r"(?<!\d)\d{1,5}(?:\.\d\d)?(?![\d.]*\d)", known.frame.text)
    return bool(quote.get("travel")) and fee is not None and parse(str(fee)) > 0 and parse(str(fee)) in map(parse, said)


def balance(known: Known) -> None:
    """What is left after the deposit; the total first, where it was not said yet."""
    quote = price(known)
    if quote is not None and quote.get("balance") is not None:
        if not known.dialogue.quoted or (known.asked("price") and known.changed("guests", "zip", "items")):
            say_quote(known, quote)
        known.say("balance", at=ANSWERED, quote=quote)
    elif "deposit" in known.dialogue.answered:
        known.say("rest_due", at=ANSWERED, facts=known.topic("payment"), words=known.frame.text)  # told just now
    else:
        known.say("topic:deposit", at=ANSWERED, facts=known.topic("deposit"))


def sorry(known: Known) -> None:
    known.say("sympathy", at=FELT)
