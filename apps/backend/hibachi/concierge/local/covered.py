"""Which of the topics that were asked are answered by themselves, and which another answer of the turn tells."""

from collections.abc import Collection

from hibachi.concierge.local.covering import COVERS, OF_THE_PROFILE, SAME_WORDS
from hibachi.concierge.local.known import Known
from hibachi.concierge.understanding import existing, own_signs, specifics
from hibachi.concierge.understanding.clauses import asks, clauses
from hibachi.kit import lazy_re as re
from hibachi.language.diets import diets
from hibachi.language.spans import fold

_HOW = re.compile(r"\bhow\b(?! (?:soon|long|much|fast|many))|\bways?\b", re.I)
_NOTICE = re.compile(r"\b(?:notice|advance|ahead|early|late|soon|far|out|last[- ]minute|short)\b", re.I)
_OF_GLASSES = re.compile(r"\b(?:cups?|glasses|glassware|mugs?)\b", re.I)
_COSTS_EXTRA = re.compile(
    r"\b(?:which|what)\b[^.?!\n]{0,30}\b(?:costs?|pay|charge)\b[^.?!\n]{0,8}\b(?:extra|more)\b", re.I
)
_WHAT_COMES = re.compile(r"\b(?:is|are) there\b|\bwhat\b[^.?!\n]{0,20}\b(?:comes?|includ\w+|do (?:we|i) get)\b", re.I)
_HOST_THINGS = re.compile(
    r"\b(?:is|are|do|does)\b[^.?!\n]{0,20}\b(?:plates?|utensils|chairs?|tables?|napkins?|silverware"
    r"|cutlery|forks?|glasses|cups)\b[^.?!\n]{0,20}\b(?:included?|part of|come|in the price)\b",
    re.I,
)
_PLATES = re.compile(
    r"\b(?:is|are|do|does|who)\b[^.?!\n]{0,20}\b(?:plates?|utensils|napkins?|silverware|cutlery"
    r"|forks?)\b[^.!\n]{0,30}\?",
    re.I,
)
""" "And are plates something that you bring?": beside the tables, asked of itself."""
_OF_KIDS = re.compile(r"\b(?:kids?|child(?:ren)?|sons?|daughters?|toddlers?|bab(?:y|ies)|years?|y/?o)\b", re.I)


def _stands_alone(known: Known, more: str, less: str) -> bool:
    """Whether a topic is asked for in a clause of its own, beside one that only shares its words."""
    return (more, less) in SAME_WORDS and any(less in topics and more not in topics for topics in known.frame.apart)


def _names_a_diet_apart(text: str) -> bool:
    """Whether a diet is asked about by itself: "is it halal, and do I have to tell you in advance"."""
    parts = [part for _, part in clauses(fold(text)) if asks(part) and diets(part)]
    return any("diet_notice" not in specifics.of_clause(part) for part in parts)


def same_price_by_diet(known: Known) -> bool:
    """ "Do the vegetarians pay the same?", of a diet that is named or was spoken of just now."""
    just = known.dialogue.spoken_diets and known.dialogue.answered[-1:] == ("dietary",)
    return known.does("same_price") and bool(
        known.frame.asked_diets or just or _EATS_NOT.search(known.frame.text) or _NO_MEAT.search(known.frame.text)
    )


_EATS_NOT = re.compile(
    r"\b(?:hates?|dislikes?|can'?t stand|loathes?|avoids?|picky|refuses?"
    r"|(?:do(?:es)?n'?t|do(?:es)? not|won'?t|wont|will not|can'?t|cant|cannot|never) (?:really |even )?(?:eat|eats|like|touch|have|care for|want|do)"
    r"|(?:only|just) (?:eats?|wants?|has|have|likes?)|eats? only)\b",
    re.I,
)
""" "Does my aunt who hates shrimp pay the same?": nobody pays less for what is not eaten."""
_NO_MEAT = re.compile(
    r"\b(?:no|without(?: any)?|nobody|no ?one|none|don'?t|doesn'?t|do not|not|skip(?:ping|s)?)\b[^.?!\n]{0,25}\b(?:meat|steak|sea ?food"
    r"|proteins?|beef|shrimp)\b|\b(?:just|only)(?: \w+)? (?:tofu|veg\w*|rice)\b",
    re.I,
)
""" "Is it cheaper if nobody eats meat?": a diet without its name."""


def asked_of(known: Known, answers: Collection[str]) -> list[str]:
    """The topics to answer, without those that another answer or another plan of this turn tells."""
    asked = known.frame.topics
    if known.said("not_on_menu"):
        named = ("menu", "availability", "about", *(() if known.frame.asked_diets else ("dietary",)))
        asked = tuple(topic for topic in asked if topic not in named)
    if known.said("same_price") and _EATS_NOT.search(known.frame.text):
        asked = tuple(topic for topic in asked if topic not in ("choose", "menu", "children", "price", "included"))
    covered = {less for more, less in COVERS if more in asked and not _stands_alone(known, more, less)}
    covered |= (
        {"payment"}
        if "hold_time" in asked
        and not _HOW.search(known.frame.text)
        and not _stands_alone(known, "hold_time", "payment")
        else set()
    )
    counts = known.counts
    covered |= {"children"} if known.changed("guests") and counts is not None and not counts.toddlers else set()
    covered |= {"hours"} if len(known.frame.dates) == 1 else set()
    covered |= (
        {"hours"} if known.dialogue.goal == "booking" and known.dialogue.day and not known.dialogue.time else set()
    )
    covered |= {"hours"} if known.frame.times and known.dialogue.day and not known.dialogue.booked else set()
    covered |= {"deposit"} if known.dialogue.goal == "cancel" else set()
    declines = known.frame.answer == "no" and known.dialogue.pending is not None and known.frame.question
    covered |= {"cancellation", "about", "rain"} if known.dialogue.goal == "cancel" and not declines else set()
    covered |= {"reschedule"} if known.dialogue.goal == "change" and not declines else set()
    moves = known.dialogue.goal == "change" and known.frame.times and not _NOTICE.search(known.frame.text)
    covered |= {"booking_window"} if moves else set()
    covered |= {"hours", "duration", "availability"} if known.does("status", "deposit_state") else set()
    covered |= {"earliest_start", "latest_start"} if known.does("soonest") else set()
    covered |= {"minimum"} if known.said("objection_minimum") else set()
    covered |= {"most_guests"} if "minimum" in asked or known.said("objection_minimum") else set()
    drinks = any("alcohol" in topics and "not_included" not in topics for topics in known.frame.apart)
    of_glasses = _OF_GLASSES.search(known.frame.text) and "not_included" in asked and not drinks
    covered |= {"alcohol"} if of_glasses else set()
    covered -= {"menu"} if _COSTS_EXTRA.search(known.frame.text) else set()
    covered -= {"dietary"} if _names_a_diet_apart(known.frame.text) else set()
    covered -= {"not_included"} if _OF_GLASSES.search(known.frame.text) else set()
    covered |= {"booking_window"} if len(known.frame.dates) == 1 and not _NOTICE.search(known.frame.text) else set()
    covered |= {"children"} if same_price_by_diet(known) and not _OF_KIDS.search(known.frame.text) else set()  # fmt: skip
    covered |= {"choose", "menu"} if known.said("same_price") else set()
    waits = known.dialogue.pending is not None and known.dialogue.pending.kind == "change"
    own_deadline = known.does("about_own") and own_signs.asks_cancel_by(known.frame.text) and not waits
    covered |= {"cancellation", "deposit", "refund_when"} if own_deadline else set()
    covered |= {"most_guests"} if known.does("status", "about_own") else set()
    covered |= {"contact", "about"} if known.does("asks_address", "new_contact") else set()
    covered |= {"contact"} if known.does("send_quote") else set()
    covered |= {"minimum"} if _quoted_with_minimum(known) else set()
    covered |= {"deposit", "payment", "hold_time"} if known.does("deposit_state") else set()
    covered |= {"included", "menu"} if known.does("about_own") and known.frame.asked_diets else set()
    alone = any("included" in topics and "not_included" not in topics for topics in known.frame.apart)
    covered |= (
        {"included"} if "not_included" in asked and not alone and _HOST_THINGS.search(known.frame.text) else set()
    )
    things = alone and _HOST_THINGS.search(known.frame.text) is not None
    covered -= {"not_included"} if "included" in covered or things else set()
    covered |= {"balance", "rest_due", "payment"} if known.said("rest_shared") else set()
    covered |= (
        {"minimum", "balance", "explain", "suggest", "rest_due", "most_guests"} if known.said("fill_minimum") else set()
    )
    covered -= {"not_included"} if alone and _HOST_THINGS.search(known.frame.text) else set()
    covered -= {"not_included"} if _PLATES.search(known.frame.text) else set()
    covered |= {"included"} if known.said("item_prices") and not _WHAT_COMES.search(known.frame.text) else set()
    covered |= {"max_distance", "area"} if known.said("travel_formula") else set()
    covered |= {"menu", "choose"} if known.said("item_prices") and known.does("third_protein") else set()
    covered |= (
        {"venue", "hours", "setup_time"} if known.does("about_own") and existing.asks_arrival(known.frame) else set()
    )
    covered |= (
        {"hold_time", "deposit", "payment"}
        if known.does("about_own") and existing.asks_if_unpaid(known.frame)
        else set()
    )
    covered |= {"balance", "deposit", "explain"} if known.does("about_own") and {"balance"} & set(asked) else set()
    return [topic for topic in asked if topic not in covered and (topic in answers or topic in OF_THE_PROFILE)]


def _quoted_with_minimum(known: Known) -> bool:
    """Whether the price that this message gets tells of the minimum itself, with what there is to fill it."""
    counts, prices = known.counts, known.profile.prices
    if counts is None or not known.changed("guests") or known.does("minimum_objection", "about_own"):
        return False
    return counts.adults * prices.adult.amount + counts.children * prices.child.amount < prices.party_minimum
