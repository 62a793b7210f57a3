"""What a message does besides its facts: the acts of a frame."""

from hibachi.concierge.understanding import (
    asides,
    cues,
    dish_price_asked,
    kids_again,
    money_asked,
    no_heads,
    recalling,
    stories,
    whens,
)
from hibachi.concierge.understanding.clauses import asks, clauses
from hibachi.concierge.understanding.words import Words
from hibachi.kit import lazy_re as re

_ITEM_PRICE = re.compile(
    r"\bhow much (?:is|are|for|does|do|would) (?:it (?:if|for)|the|a|an|one|extra|adding|add)?\b"
    r"|\bprice (?:of|for) (?:the |an? )?|\bwhat(?:'s| is| does)[^.!?\n]{0,20}\bcost\b",
    re.I,
)
_WANTS_MORE = re.compile(
    r"\bwhat (?:could|can|should|else)\b[^.!?\n]{0,20}\badd\b|\bupgrades?\b|\badd-?ons?\b|\bextras?\b|\bup ?charges?\b",
    re.I,
)
DEEDS = frozenset({"book", "hold", "cancel", "change"})
"""What a message with instructions for a machine in it never asks for."""
FEW_WORDS = 14
"""A question of so few words in which guests are added asks for the price with them."""


def acts_of(folded: str, words: Words) -> tuple[str, ...]:
    """The names of all that a message does, in the order in which it is answered; a message of instructions does no deed."""
    extra = (
        ("recalls", recalling.asks(folded)),
        ("asks_weekday", recalling.asks_weekday(folded)),
        ("third_protein", no_heads.more_than_included(folded)),
        ("item_price", bool(_ITEM_PRICE.search(folded))),
        ("wants_more", bool(_WANTS_MORE.search(folded))),
        ("dish_price", dish_price_asked.asked(folded, words)),
        ("only_emoji", words.reply.only_emoji),
        ("laughs", words.reply.laughs),
        ("same_time", words.times.same),
        ("any_time", words.times.any_time),
        ("thinking", bool(whens.of_an_answer(folded))),
    )
    shown = money_asked.of_price(cues.found(cues.ACTS, money_asked.without_named_payment(folded)), folded)
    if cues.SUPPOSED.search(folded):
        shown = tuple(act for act in shown if act not in ("book", "wants_chef", "cancel", "hold"))
    beside = asides.acts(folded)
    if "injection" in beside:
        shown = tuple(act for act in shown if act not in DEEDS)
    paying = tuple(act for act in money_asked.acts(folded) if act not in shown)
    found = (*shown, *paying, *(name for name, there in extra if there), *beside)
    keeps = ("keep",) if words.reply.keep and "keep" not in found else ()
    return (*found, *keeps)


def only_told(acts: tuple[str, ...], folded: str) -> tuple[str, ...]:
    """ "Saw your chef at my friend's party, he was amazing!" asks nothing about the friend."""
    told = "?" not in folded and not any(asks(part) for _, part in clauses(folded))
    praise = ("compliment" in acts and told) or stories.recommends(folded)
    return tuple(act for act in acts if act != "others_booking") if praise or kids_again.for_own_child(folded) else acts
