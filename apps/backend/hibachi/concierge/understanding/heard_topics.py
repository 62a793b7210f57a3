"""What a trained head says each question is about, beside the rules: where it is sure and they say otherwise, it is heard. Pure.

Rules read words, and many words stand in questions about something else ("how late can I still move it for free" is about
no last start). The head only chooses which of the owner's facts answer, or that none does; it states nothing itself.
"""

from collections.abc import Sequence

from hibachi.concierge.understanding import cues, occasions, questions, specifics, status_asked
from hibachi.concierge.understanding.schemas import Dialogue, Frame
from hibachi.kit import lazy_re as re
from hibachi.language.diets import diets
from hibachi.language.heads.schemas import Chances
from hibachi.language.openers import OPENERS
from hibachi.language.small_numbers import TWO_TO_TWELVE

SURE = 0.8
"""So likely a topic is right in nearly every question that the head had not seen."""
SURE_OF_ALL = 0.9
"""So likely, nothing else that the words of one plain question seem to name is asked."""
NOTHING = "unanswered/"
SURE_OF_NOTHING = 0.85
ANSWERED_BY: dict[str, tuple[str, ...]] = {
    "party_minimum": ("minimum",), "gratuity": ("gratuity",), "deposit_amount": ("deposit", "hold_time", "balance"), "deposit_credited": ("deposit", "balance"),
    "cancellation": ("cancellation", "deposit", "reschedule", "rain", "refund_when"), "reschedule": ("reschedule",), "reschedule_fee": ("reschedule",),
    "menu_change": ("menu_change",), "final_count": ("guest_count_final",), "max_ahead": ("booking_window",), "min_notice": ("booking_window", "hours"),
    "hold_time": ("hold_time",), "balance_due": ("rest_due", "balance", "refund_when"), "payment_methods": ("payment", "pay_handle"),
    "travel_fee": ("travel", "area", "explain"), "area": ("area", "travel", "comes_to_you"), "duration": ("duration", "evening"), "show_length": ("duration", "show"),
    "office_hours": ("office_hours", "every_day"), "contact": ("contact", "office_hours"), "machine": ("bot",), "recording": ("recording",), "referral": ("referral",),
    "rain": ("rain", "setting"), "space": ("space", "venue", "setting", "needs", "grill_size", "clearance"), "ground": ("space", "setting", "venue", "needs"),
    "grill_size": ("grill_size", "space"), "clearance": ("clearance", "space", "setting"), "parking": ("parking",), "table_layout": ("tables", "seated"),
    "tables": ("not_included", "tables", "needs"), "not_included": ("not_included", "included", "needs"), "extra_protein": ("third_protein",),
    "alcohol": ("alcohol", "setting"), "sake": ("alcohol",), "chef_show": ("show", "evening"), "leftovers": ("leftovers",), "guest_limits": ("most_guests", "minimum", "choose"),
    "how_to_book": ("whats_next", "deposit", "booking_window", "zip_enough"), "open_days": ("every_day", "hours", "same_every_day", "office_hours"),
    "payment_handles": ("pay_handle",), "confirmation": ("confirmed_when",), "dietary_notice": ("diet_notice",), "tax": ("tax",), "max_distance": ("max_distance",), "setup_time": ("setup_time",),
    "unanswered/explained": ("explain",),
}  # fmt: skip
"""Topics of the head by the rules' topics that answer them, the best one first."""
LIKELY = 0.45
"""So likely a topic is taken where no rule reads the clause and nothing says that it is beyond our facts: else it would not be known."""
LIKELY_BESIDE_A_PARTY = 0.6
NEAREST: dict[str, tuple[str, ...]] = ANSWERED_BY | {
    "price_child": ("children",), "price_toddler": ("children",), "proteins": ("choose",),
}  # fmt: skip
"""By topics of the head what answers a question that no rule reads at all."""
OF_OWN = "unanswered/my_booking"
"""The topic of who asks about the party that he booked."""
LIKELY_UNMARKED = 0.75
OF_COST = frozenset(
    {"reschedule_fee", "reschedule", "cancellation", "deposit_amount", "deposit_credited", "gratuity", "tax"}
)
"""Topics of the head that ask what something else than the party costs."""
_SUPPOSED_DEEDS = frozenset({"change", "cancel", "book"})
"""What somebody without a party only supposes."""
_DOES = frozenset(
    (
        "book hold cancel change keep thinking price_objection minimum_objection paid_claim "
        "others_booking off_topic compliment bye"
        " own_booking about_own status deposit_state about_past claims_staff decline_extras thanks pays_rest"
    ).split()
)
"""Acts by which the rules know what a message is after."""
BY_PASSAGE = frozenset({"price_changes", "base"})
"""Topics that no rule answers but a passage does: the question is looked up."""
_TOLD_OF_OWN = frozenset({"status", "deposit_state"})
"""Acts by which what stands of the own party is told."""
_POLICY = re.compile(
    r"\b(?:cost|costs|fee|fees|free|charge\w*|penalt\w+|how (?:late|close|soon|far|many times|often)"
    r"|until|till|latest|last|deadline|polic\w+|rules?|if|ever|later|allowed|twice|again|second|third"
    r"|lose|back)\b"
)
""" "How late can we still move it": asks for the rule, moves nothing."""
_NUMBER = re.compile(rf"\d|\b(?:{TWO_TO_TWELVE}|\w+teen|twenty|dozen)\b")
"""Where a party is told, a question of its own has no number: "best way to put the tables so everyone sees the chef?"."""
_SEVERAL = re.compile(r"\b(?:and|or|plus|n|but)\b|[,&+/]")
_DEEDS = frozenset({"change", "cancel", "own_booking", "status"})
_ERRAND = re.compile(
    r"\b(?:move|moving|reschedul\w*|postpone|push|shift|switch|change|bump|swap|cancel\w*"
    r"|call (?:it )?off|add|bring|take off|drop|remove|make it|put|update)\b"
)
"""What somebody wants done with a party that is booked."""


def heard(
    frame: Frame,
    asked: Sequence[tuple[str, Chances]],
    dialogue: Dialogue,
    *,
    own: bool,
    own_day: bool = False,
    whole: Chances = (),
) -> tuple[Frame, bool]:
    """The frame with the topics of those questions put right about which the head is sure, and whether any was.

    own_day: a day of the own party is named; whole: what the message as a whole is about: the only question of a message with the reason before it, or the question
    of a message in which none is marked as one.
    """
    if (
        _answers(frame, dialogue)
        or {"injection", "others_booking", "off_topic"}.intersection(frame.acts)
        or (dialogue.pending is not None and frame.choice is not None)
    ):
        return frame, False
    after = _of_own(frame, (*(chances for _, chances in asked), whole), own=own, own_day=own_day)
    if after is not frame:
        return after, True
    asked = _with_its_reason(frame, asked, whole)
    ruled = [frozenset((*cues.found(cues.TOPICS, clause), *specifics.of_clause(clause))) for clause, _ in asked]
    for at, (clause, chances) in enumerate(asked):
        others = frozenset().union(*(topics for place, topics in enumerate(ruled) if place != at))
        if (
            chances
            and not _leans(clause, at)
            and not (own and {"price", "balance"} & ruled[at] and not _POLICY.search(clause))
            and not (frame.guests.stated and _SUPPOSES.match(clause))
            and not (own and (_is_errand(frame, clause) or _asks_what_stands(frame, clause)))
        ):
            after = _put_right(after, clause, ruled[at] - others, chances[0], own=own)
    if after is frame and not asked and whole and not (own and _is_errand(frame, frame.text.lower())):
        after = _unmarked(frame, whole[0], own=own)
    return after, after is not frame


def _answers(frame: Frame, dialogue: Dialogue) -> bool:
    """Whether a yes or no stands in the message that is more than the "ok" before the next question."""
    nods = frame.strength == "weak" and frame.answer == "yes" and frame.question and not dialogue.expecting
    return frame.answer is not None and not (nods and dialogue.pending is None)


def _with_its_reason(
    frame: Frame, asked: Sequence[tuple[str, Chances]], whole: Chances
) -> Sequence[tuple[str, Chances]]:
    """The only question of a message, as the head hears it with what stands before it, where that makes it surer."""
    if len(asked) != 1 or not whole or _tells_a_party(frame):
        return asked
    clause, alone = asked[0]
    return ((clause, whole),) if not alone or whole[0][1] > alone[0][1] else asked


def _of_own(frame: Frame, heard: Sequence[Chances], *, own: bool, own_day: bool) -> Frame:
    """ "I can't remember what time it was": of the party that the customer has, where no rule reads anything else.

    Its own day, named beside the question, is no day that is wished.
    """
    asks = any(chances and chances[0][0] == OF_OWN and chances[0][1] >= LIKELY for chances in heard)
    does = _DOES.intersection(frame.acts) - (_ONLY_NAMES if frame.question else frozenset())
    silent = bool(frame.unknown) or not (frame.topics or does or frame.event_type)
    day = own_day and not (frame.guests.stated or frame.zip or frame.items or frame.times or len(frame.dates) > 1)
    if not (own and asks and silent) or (_tells_a_party(frame) and not day):
        return frame
    acts = (*frame.acts, *(act for act in ("about_own", "own_booking", "status") if act not in frame.acts))
    return frame.model_copy(update={"acts": acts, "unknown": (), "question": True})


_ONLY_NAMES = frozenset({"own_booking", "about_own", "thanks", "compliment"})
"""Acts by which a message only names the party that it asks about."""


def _unmarked(frame: Frame, likeliest: tuple[str, float], *, own: bool) -> Frame:
    """A message without a word that asks, of which no rule understands anything: about what the head says.

    "Say we book and have to change the day, does that cost anything": that it asks for a cost is no understanding yet.
    """
    name, chance = likeliest
    costs = frozenset({"price"}) if chance >= SURE and name in OF_COST else frozenset()
    does = _DOES.intersection(frame.acts) - (frozenset() if own else _SUPPOSED_DEEDS)
    said = (
        set(frame.topics) - costs
        or does
        or frame.trouble
        or frame.event_type
        or _says_who(frame)
        or frame.guests.no_children
    )
    chosen = frame.times or frame.choice is not None or any(one.slot in ("date", "time") for one in frame.evidence)
    if chance < LIKELY_UNMARKED or name not in NEAREST or said or _tells_a_party(frame) or chosen:
        return frame
    return _about(frame, frame.text.lower(), NEAREST[name][0], costs, own=own)


def _says_who(frame: Frame) -> bool:
    """Whether a message tells a name or how somebody is reached: "phone is 510 555 0142"."""
    return bool(frame.name or frame.phone or frame.email)


def _put_right(frame: Frame, clause: str, named: frozenset[str], likeliest: tuple[str, float], *, own: bool) -> Frame:
    """named: the topics that the rules read in this clause and in no other one."""
    name, chance = likeliest
    of_a_dish = bool(frame.mentioned) and name == "grill_size" and "grill" not in clause
    if (
        of_a_dish
        or SURELY_RULED & named
        or ("about" in named and _REACHED.search(clause))
        or questions.is_beyond(clause)
        or questions.asks_the_price(clause)
        or ("asks_weekday" in frame.acts and name == "open_days")
        or (name == "contact" and (frame.phone or frame.email) and not _YOURS.search(clause))
    ):
        return frame
    ruled = named.intersection(frame.topics)
    least = LIKELY_BESIDE_A_PARTY if _tells_a_party(frame) else LIKELY
    if name in NEAREST and least <= chance < SURE_OF_ALL and not ruled and _is_unread(frame, clause):
        return _about(frame, clause, NEAREST[name][0], ruled, own=own)
    if _tells_a_party(frame):
        plain = chance >= SURE_OF_ALL and not ruled and name in ANSWERED_BY and not _NUMBER.search(clause)
        return _about(frame, clause, ANSWERED_BY[name][0], ruled, own=own) if plain else frame
    if name == OF_OWN and own and _TOLD_OF_OWN.intersection(frame.acts):
        return frame.model_copy(update={"unknown": _without(frame.unknown, clause)})
    if name == OF_OWN and own and "balance" in named:
        return frame
    if name.startswith(NOTHING) and name not in ANSWERED_BY:
        return _unanswered(frame, clause, ruled) if chance >= SURE_OF_NOTHING and not diets(clause) else frame
    if chance < SURE or (name not in ANSWERED_BY and occasions.speaks_of_diet(clause)):
        return frame
    fitting = ANSWERED_BY.get(name, ())
    agreed = next((topic for topic in fitting if topic in ruled), None)
    alone = chance >= SURE_OF_ALL and not _SEVERAL.search(clause)
    if fitting and (alone or not set(fitting).intersection(frame.topics)):
        return _about(frame, clause, agreed or fitting[0], ruled, own=own)
    if name in BY_PASSAGE:
        return _unanswered(frame, clause, ruled)
    return frame


SURELY_RULED = frozenset({"occasions", "comes_to_you"})
"""Topics whose words ask nothing else, whatever the head makes of them."""
_REACHED = re.compile(r"\b(?:is (?:this|that)|am i (?:calling|speaking|talking)|(?:did|have) i reach(?:ed)?)\b")
""" "Is this the hibachi guy?"."""
_SUPPOSES = re.compile(
    rf"^(?:(?:{OPENERS}|or|what) )*if (?!.*\b(?:do|does|can|could|when|how|what|is|are|would|will"
    r"|until|by|late|last|final)\b)"
)
""" "And if my sister brings her two?": another size, of which the price is asked."""
_WHEN_ALONE = re.compile(r"\b(?:before|after|during|first|later|first or later|person|guest|adult|one)\b")


def _leans(clause: str, at: int) -> bool:
    """ "Is it before or after?" behind another question: heard alone, it would be about anything."""
    return (
        at > 0
        and _WHEN_ALONE.search(clause) is not None
        and questions.says_nothing_of_its_own(_WHEN_ALONE.sub(" ", clause))
    )


_YOURS = re.compile(r"\b(?:your|ur|office|website|call you|reach you|text you)\b")
""" "Can I give you my email instead? mia@example.com" asks for none of ours."""


def _is_unread(frame: Frame, clause: str) -> bool:
    """Whether no rule knows a clause, and no diet is spoken of in it."""
    return any(_same(one, clause) for one in frame.unknown) and not occasions.speaks_of_diet(clause)


def _is_errand(frame: Frame, clause: str) -> bool:
    """Whether the rules take a clause for something to be done with the own party, not for a question of how that works."""
    told = frame.dates or frame.other_dates or frame.times or frame.guests.add or frame.items or frame.zip
    done = bool(told or {"change", "cancel"}.intersection(frame.acts))
    return done and bool(_ERRAND.search(clause)) and not _POLICY.search(clause)


def _asks_what_stands(frame: Frame, clause: str) -> bool:
    """Whether a clause is the one for which the party that is booked is told."""
    return "status" in frame.acts and status_asked.asked_in(clause)


def _tells_a_party(frame: Frame) -> bool:
    """Whether the message tells of a party: then its words are slots before they are a question."""
    return bool(frame.guests.stated or frame.dates or frame.zip or frame.items or frame.sizes or frame.plans)


def _about(frame: Frame, clause: str, topic: str, ruled: frozenset[str], *, own: bool) -> Frame:
    kept = _in_place(frame.topics, ruled, topic)
    acts = frame.acts
    if not own and _POLICY.search(clause):
        acts = tuple(act for act in acts if act not in _DEEDS)
    return frame.model_copy(
        update={"topics": kept, "apart": (*frame.apart, (topic,)), "unknown": _without(frame.unknown, clause), "acts": acts, "question": True}
    )  # fmt: skip


def _in_place(topics: tuple[str, ...], ruled: frozenset[str], topic: str) -> tuple[str, ...]:
    """The topics with this one where the first of those stood that it takes the place of."""
    gone = [one for one in topics if one in ruled or one == topic]
    at = topics.index(gone[0]) if gone else len(topics)
    left = [one for one in topics if one not in gone]
    before = sum(one in left for one in topics[:at])
    return (*left[:before], topic, *left[before:])


def _unanswered(frame: Frame, clause: str, ruled: frozenset[str]) -> Frame:
    """The clause is looked up in the passages, or said to be open."""
    topics = tuple(one for one in frame.topics if one not in ruled)
    unknown = (*_without(frame.unknown, clause), clause)
    return frame.model_copy(update={"topics": topics, "unknown": unknown, "question": True})


def _without(unknown: tuple[str, ...], clause: str) -> tuple[str, ...]:
    """The open questions without this one, whose spelling may have been put right."""
    return tuple(one for one in unknown if not _same(one, clause))


def _same(one: str, other: str) -> bool:
    first, second = set(re.findall(r"\w+", one.lower())), set(re.findall(r"\w+", other))
    return len(first & second) * 2 > min(len(first), len(second))
