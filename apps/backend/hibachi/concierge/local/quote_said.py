"""A price as it is told: whole the first time, and afterwards what is new of it."""

from typing import Any

from hibachi.concierge.local.comparisons import quote_arguments
from hibachi.concierge.local.known import FELT, Known
from hibachi.concierge.understanding import few_enough
from hibachi.concierge.understanding.schemas import Counts
from hibachi.kit import lazy_re as re


def say_quote(known: Known, quote: dict[str, Any], *, kind: str = "quote", deposit: bool = True) -> None:
    """The price by its lines; the deposit beside it, unless a person decides first."""
    counts = known.counts
    assert counts is not None
    first = not known.dialogue.quoted
    known.say(
        kind,
        quote=quote,
        words=known.frame.text,
        counts=counts,
        first=first,
        city=known.dialogue.city,
        menu=known.profile.menu.model_dump(mode="json"),
        kids_open=known.dialogue.kids_open,
        tell_assumed=not (known.dialogue.assumption_told or _only_adults(known)),
        span=_span(known, counts),
        low=_of_the_fewest(known, counts),
        way_new=kind == "quote" and _only_the_way_is_new(known),
        halved=counts.total % 2 == 1 and any(item.share == "half" for item in known.frame.items),
        few=few_enough.answer(known.frame.text) if few_enough.asks(known.frame.text) else "",
        explain_minimum=bool(quote.get("minimum_applied")) and not known.dialogue.minimum_explained,
        invalid_zip=known.frame.zip_invalid,
        told=kind == "quote" and (known.said("travel", "travel_formula") or _same_way(known)),
        way_said=kind == "quote" and known.said("travel", "travel_formula"),
        deposit=deposit and not known.said("topic:deposit"),
    )
    if _asks_what_it_adds(known):
        known.say("adds_nothing", at=FELT)
    known.note(travel_told=known.dialogue.zip)
    known.note(assumption_told=known.dialogue.assumption_told or counts.assumed > 0)
    known.note(quoted=True, minimum_explained=known.dialogue.minimum_explained or bool(quote.get("minimum_applied")))


_GROWN = re.compile(
    r"\b(?:bachelor\w*|bridal|office|offices|staff|employees|cowork\w*|colleagues|corporate|company"
    r"|work (?:team|party|lunch|dinner)"
    r"|nurses|teachers|firm|clients|girls'? night|ladies|retire\w*|fraternity|sorority|adults? only|no kids)\b",
    re.I,
)


def _only_adults(known: Known) -> bool:
    """An office, a bachelorette: nobody would think of children."""
    return bool(_GROWN.search(f"{known.frame.text} {known.dialogue.event_type or ''}"))


_MORE = re.compile(
    r"\b(?:how much|what)\b[^.?!]{0,15}\b(?:more|extra|add|adds|change|changes|difference)\b"
    r"|\b(?:does|will|would|is) (?:that|it|this|the price)\b[^.?!]{0,15}\b(?:more|extra|change|go up"
    r"|cost)\b",
    re.I,
)


def _asks_what_it_adds(known: Known) -> bool:
    """ "I forgot the twins, they're 3, how much more is that?": nothing, where only those joined who eat free."""
    guests = known.frame.guests
    young = guests.ages and all(known.bands.of(age) == "toddlers" for age in guests.ages)
    only = young or (guests.toddlers and not guests.children) or set(guests.add) == {"toddlers"}
    free = known.profile.prices.toddler.amount == 0
    return bool(known.dialogue.quoted and only and free and not guests.adults and not guests.people and _MORE.search(known.frame.text))  # fmt: skip


def _only_the_way_is_new(known: Known) -> bool:
    """Whether the lines of a price were told and only the place came after them: then the way and the sum are news."""
    told = (
        known.dialogue.quoted and known.changed("zip") and not known.changed("guests", "items", "no_extras", "variant")
    )
    return told and known.dialogue.party.low is None and not known.does("per_person")


def _of_the_fewest(known: Known, counts: Counts) -> dict[str, Any] | None:
    """ "20 to 25 people": the price for the lower end, too."""
    span = _span(known, counts)
    fewest = counts.adults - (span[1] - span[0]) if span else 0
    if fewest < 1:
        return None
    quote = known.need("calculate_party_quote", **quote_arguments(known, counts.model_copy(update={"adults": fewest})))
    return None if "error" in quote else quote


def _same_way(known: Known) -> bool:
    return known.dialogue.zip is not None and known.dialogue.travel_told == known.dialogue.zip


def _span(known: Known, counts: Counts) -> tuple[int, int] | None:
    """The ends of "15 to 18 people", when the price is for the upper one."""
    low, high = known.dialogue.party.low, known.dialogue.party.high
    return (low, high) if low and high and low < high and high in (counts.adults, counts.total) else None
