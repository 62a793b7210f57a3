"""What a person need not decide: plain facts that were asked beside a matter for a person are told before the hand-over."""

from hibachi.concierge.local import answering, diets
from hibachi.concierge.local.comparisons import quote_arguments
from hibachi.concierge.local.covered import asked_of
from hibachi.concierge.local.known import ANSWERED, Known
from hibachi.concierge.local.quote_said import say_quote
from hibachi.concierge.understanding import topics
from hibachi.concierge.understanding.clauses import asks, clauses
from hibachi.kit import lazy_re as re
from hibachi.language.spans import fold

MOST_FACTS = 3
FRIENDLY = frozenset({"allergy", "guests", "corporate", "custom_menu", "discount", "indoor"})
"""Where nobody suffered anything and nobody asked for a person instead of an answer."""
PLAIN = frozenset({
    "included", "not_included", "tables", "deposit", "cancellation", "reschedule", "duration", "gratuity", "alcohol", "children", "rain",
    "hold_time", "guest_count_final", "payment", "setup_time", "tax", "choose", "menu", "chef_extra", "refund_when", "grill_size",
})  # fmt: skip
"""What holds for any party, whatever a person decides about this one."""
OF_THE_MATTER: dict[str, frozenset[str]] = {
    "corporate": frozenset({"payment", "deposit"}),
    "custom_menu": frozenset({"menu", "choose", "included"}),
    "discount": frozenset({"children"}),
    "indoor": frozenset({"rain", "grill_size"}),
}
"""What the matter itself decides is not told as a fact."""
_WISHES = re.compile(
    r"\b(?:quote|(?:price|cost|estimate|pricing) (?:please|pls|for)|let (?:me|us) know"
    r"|(?:need|want|like) (?:a|the|to know|an)\b)"
)
""" "Price please", "I'd like a quote for 14": asked without a question."""
PRICED = frozenset({"allergy", "guests", "corporate", "indoor"})
"""Where the price of the list is not what a person decides about."""


_STILL_THAT = re.compile(
    r"\b(?:is|does|would) (?:it|that|the (?:price|total|food))(?: be| stay| cost)?(?: still| then)? (?:the same|\$? ?\d{3,4})\b",
    re.I,
)
""" "10 people. Is it still 550?"."""


def tell(known: Known, kind: str) -> None:
    """Answer what was plainly asked: a fact or two, and what the party costs by the list."""
    if kind not in FRIENDLY or known.frame.trouble or known.does("injection", "claims_staff", "others_booking"):
        return
    asked = _asked(known.frame.text)
    ours = PLAIN - OF_THE_MATTER.get(kind, frozenset())
    for topic in [one for one in asked_of(known, answering.ANSWERS) if one in ours & asked][:MOST_FACTS]:
        answering.ANSWERS.get(topic, answering.of_the_profile)(known, topic)
    if kind == "allergy":
        _contents(known)
        _other_diets(known)
    if kind in PRICED and ("price" in asked or _STILL_THAT.search(known.frame.text)):
        _price(known)


def _asked(text: str) -> frozenset[str]:
    """The topics of the clauses that ask: what is only mentioned beside a grave matter is no question."""
    parts = [part for _, part in clauses(fold(text)) if asks(part) or _WISHES.search(part)]
    return frozenset(one for part in parts for found in topics.by_clause(part) for one in found)


_OF_CONTENTS = re.compile(
    r"\b(?:contain\w*|in (?:it|them|that|there|(?:the|your|ur) \w+)|made (?:with|of|from)|cooked (?:with|in)|sauces?"
    r"|teriyaki|(?:is|are) there (?:any )?|(?:have|has|use[sd]?) (?:any )?|(?:can|could) (?:he|she|they|i|we) (?:eat|have))\b"
)


def _contents(known: Known) -> None:
    """What the owner lists as containing what somebody is allergic to, where the food is asked about: a person decides the rest."""
    grave = [diet for diet in known.frame.asked_diets if diet not in diets.CHOSEN]
    if (
        grave
        and known.frame.question
        and any(_OF_CONTENTS.search(part) for _, part in clauses(fold(known.frame.text)) if asks(part))
    ):
        known.say("contents", at=ANSWERED, facts=known.need("dietary_facts", asked=grave))


def _other_diets(known: Known) -> None:
    """The ways of eating that are told beside an allergy: nobody's health hangs on them."""
    chosen = [diet for diet in known.frame.asked_diets if diet in diets.CHOSEN - {"oil", "pork"}]
    if chosen:
        facts = known.need("dietary_facts", asked=chosen)
        known.say("dietary", at=ANSWERED, asked=chosen, facts=facts, warned=True, told=True, words="")


def _price(known: Known) -> None:
    """The quote by the list; where it cannot be computed or the way is too far, a person tells it."""
    counts = known.counts
    if counts is None or not counts.adults:
        return
    quote = known.need("calculate_party_quote", **quote_arguments(known, counts))
    if "error" in quote or (quote.get("travel") or {}).get("needs_human"):
        return
    say_quote(known, quote, deposit=False)
