"""The trained second opinion: where the rules see nothing in a message, a sure hunch says what it asks. It only routes.

It adds a topic or an act that the rules know already, so every answer still comes from facts, every deed still needs its
consent, and every reply is checked. Where the rules have evidence, or the words smell of an attack, it is not heard.
"""

from hibachi.concierge.understanding import matters, questions
from hibachi.concierge.understanding.schemas import Frame, HandoverNeed
from hibachi.kit import lazy_re as re
from hibachi.language.heads.schemas import Alarm, Hunch
from hibachi.language.openers import OPENERS

MOST_WORDS = 45
"""The head learnt messages, not letters."""
SMELL = 0.1
"""So likely an attack: the hunch is not heard."""
SURE_OF_PERSON = 0.85
"""To call a person for a message that the rules do not understand."""
TOPICS = frozenset(
    (
        "price travel area included not_included venue space rain payment gratuity deposit cancellation "
        "reschedule recording hours"
        " office_hours duration alcohol leftovers guest_count_final menu_change contact show about "
        "referral bot hold_time minimum"
        " booking_window tables parking menu dietary availability"
    ).split()
)
"""Topics of the head that answer themselves from the owner's facts."""
ACTS = {
    "price_objection": "price_objection", "minimum_objection": "minimum_objection", "thinking": "thinking", "thanks": "thanks",
    "greeting": "greeting", "bye": "bye", "compliment": "compliment", "off_topic": "off_topic", "injection": "injection",
    "booking": "book", "status": "status",
}  # fmt: skip
OF_A_QUESTION = TOPICS | {"off_topic", "status"}
"""What is not heard in a question that is known to be beyond our facts: "are your chefs background checked"."""
OF_OWN = {"change": "change", "cancel": "cancel"}
"""Acts that need a party which the customer has."""
SURE_WHILE_PLANNING = 0.85
CERTAIN = 0.97
"""So sure, "could one of your staff telephone me" is no question for our number."""
ASKED_BESIDE = frozenset({"suggest", "about", "contact", "office_hours", "show"})
"""Topics of questions that speak of people of ours."""
MOST_WORDS_OF_A_MATTER = 90
"""Who complains writes at length."""
MATTERS = {
    "injury": "injury or illness reported", "legal": "legal threat", "complaint": "complaint or refund dispute", "allergy": "severe allergy",
    "discount": "discount or price match asked for", "corporate": "corporate account or invoice with terms", "custom_menu": "custom menu asked for",
    "indoor": "indoor set-up asked for", "enquiry": "media, press, partnership or job enquiry", "person": "customer asked for a person",
}  # fmt: skip
_AUTOMATIC = re.compile(r"\b(?:out of (?:the )?office|automatic (?:reply|response|message)|auto-?reply)\b", re.I)
"""What a machine sends back: it quotes us, and has no matter of its own."""
EXCUSABLE = frozenset({"complaint", "discount", "custom_menu", "indoor", "corporate", "enquiry"})
NO_MATTER = 0.03
"""So unlikely that there is any matter: of 619 unseen ones that the rules find, 2 in 100 seem so, nearly all of a few words."""
FEW_WORDS = 12
OBJECTIONS = frozenset({"price_objection", "minimum_objection"})
"""Who finds it dear or the minimum unfair gets the owner's facts first, not a person."""
IDLE_MATTERS = frozenset({"person", "enquiry", "custom_menu", "discount"})
"""What the heads hear in words that are beside the topic anyway."""
WHO_WE_ARE = frozenset({"about", "bot"})
PERSONS = {"human": ("person", "asks for a person"), "complaint": ("complaint", "complaint")}
_IDLE = frozenset({"item_price", "dish_price", "wants_more"})
_POLITE = frozenset({"thanks", "greeting", "compliment", "laughs", "again", "how_are_you", "bye"})
"""What people say around a question: beside an open one it is no evidence of what was asked."""


def completed(frame: Frame, hunch: Hunch | None, *, own: bool) -> tuple[Frame, bool]:
    """The frame with what a sure hunch adds, and whether it added or decides anything. own: the customer has a party."""
    if hunch is None or _has_evidence(frame) or _smells(frame, hunch):
        return frame, False
    topic, acts = hunch.topic, ACTS | (OF_OWN if own else {})
    if topic in OF_A_QUESTION and any(questions.is_beyond(clause.lower()) for clause in frame.unknown):
        return frame, False
    if topic in TOPICS and "off_topic" not in frame.acts:
        return frame.model_copy(update={"topics": (topic,), "unknown": ()}), True
    if topic in acts:
        return frame.model_copy(update={"acts": (*frame.acts, acts[topic])}), True
    return frame, topic in PERSONS


def weighed(
    intents: tuple[tuple[str, float], ...], guessed: bool, hunch: Hunch | None
) -> tuple[tuple[str, float], ...]:
    """The intents with the head's own confidence, where they rest on its hunch alone."""
    if not guessed or hunch is None:
        return intents
    known = dict(hunch.intents)
    return tuple((intent, min(score, known.get(intent, score))) for intent, score in intents)


def person_wanted(guessed: bool, hunch: Hunch | None) -> HandoverNeed | None:
    """A person for what the rules do not understand and the head hears as a call for one, or as a complaint."""
    if not guessed or hunch is None or not hunch.intents:
        return None
    intent, chance = hunch.intents[0]
    if intent not in PERSONS or chance < SURE_OF_PERSON:
        return None
    kind, reason = PERSONS[intent]
    return HandoverNeed(kind=kind, reason=f"{reason} (heard, {chance:.0%} sure)", summary="")


_PRAISE = re.compile(
    r"\b(?:was|were) (?:\w+ )?(?:amazing|awesome|great|wonderful|fantastic|perfect|incredible|excellent|delicious)\b",
    re.I,
)
_CHEAPEST = re.compile(
    r"\b(?:cheapest|lowest[- ]priced?|least expensive|most affordable"
    r"|basic)\b[^.?!\n]{0,15}\b(?:options?|packages?|way|menu|plan|thing|one|price|deal"
    r"|you (?:have|got|offer))\b",
    re.I,
)
_HARMLESS = re.compile(
    r"\b(?:not|nothing|isn'?t|no)(?: (?:an?|really|that|too|very|super|anything|so))* (?:serious"
    r"|severe|dangerous|bad|big)\b"
    r"|\bmild(?:ly)?\b",
    re.I,
)
_BUT = re.compile(r"\b(?:but|except|until|unfortunately|however|though|only)\b", re.I)
""" "It was great but ...": praise that leads to something else."""

_PAPERS = re.compile(
    r"\b(?:insurance|insured|certificates?|coi|licen[sc]\w*|permits?|paperwork|waivers?|proof of|hoa|landlord|(?:fire )?marshal)\b",
    re.I,
)
_GRAVE = re.compile(
    r"\b(?:su(?:e|ing)|lawyers?|attorneys?|court|claims?|liable|damage[sd]?|hurt|injur\w*|sick|ruin\w*|refund\w*|report (?:you|this)|complain\w*"
    r"|terrible|awful|worst|unacceptable|police)\b",
    re.I,
)


def alarmed(frame: Frame, alarm: Alarm | None, hunch: Hunch | None, *, planning: bool = False) -> HandoverNeed | None:
    """A person for a matter that no rule knows in these words; an answer to our own question raises none.

    planning: a price was told and no party exists, so that what sounds like a complaint is mostly about the price.
    """
    if planning and alarm is not None and alarm.kind == "complaint" and alarm.chance < SURE_WHILE_PLANNING:
        return None
    if alarm is None or not alarm.sure or len(frame.text.split()) > MOST_WORDS_OF_A_MATTER:
        return None
    if alarm.kind in ("injury", "allergy") and "dietary" in frame.topics and _HARMLESS.search(frame.text):
        return None  # "I just get bloated, nothing serious": a question of food
    if _AUTOMATIC.search(frame.text) or _only_asks(frame, alarm.kind):
        return None
    if frame.answer == "yes" or (hunch is not None and dict(hunch.topics).get("injection", 0.0) >= SMELL):
        return None
    if alarm.kind == "discount" and "fills_minimum" in frame.acts:
        return None  # "what's the most we can be for 550": what the minimum covers
    if alarm.kind == "discount" and "price" in frame.topics and _CHEAPEST.search(frame.text):
        return None  # "what's your cheapest option": what there is, no lower price
    if alarm.kind in ("legal", "complaint") and _PAPERS.search(frame.text) and not _GRAVE.search(frame.text):
        return None  # "do you have insurance papers for the HOA": a question
    if alarm.kind in ("person", "legal") and "thinking" in frame.acts:
        return None  # "let me ask the group chat", "the board has to okay it": their own people are asked
    if alarm.kind == "enquiry" and "referral" in frame.topics:
        return None  # "my sister hires you because of me, do I get anything?"
    if alarm.kind in IDLE_MATTERS and {"off_topic", "injection", "others_booking"} & set(frame.acts):
        return None
    if (alarm.kind == "custom_menu" and (frame.mentioned or frame.asked_diets)) or (
        alarm.kind == "person" and alarm.chance < CERTAIN and ASKED_BESIDE & set(frame.topics)
    ):
        return None
    if alarm.kind in ("complaint", "legal") and {
        "paid_claim",
        "mark_confirmed",
        "deposit_waived",
        "status",
        "recalls",
        "told_to_pay",
    } & set(frame.acts):
        return None  # that something was paid or told is looked up, whatever it sounds like
    praised = ("compliment" in frame.acts or _PRAISE.search(frame.text)) and not _BUT.search(frame.text)
    if alarm.kind == "complaint" and (WHO_WE_ARE & set(frame.topics) or praised):
        return None
    if matters.excused(alarm.kind, frame.text) or (alarm.kind == "complaint" and OBJECTIONS & set(frame.acts)):
        return None
    if alarm.kind == "discount" and OBJECTIONS & set(frame.acts) and not _ASKS_LESS.search(frame.text):
        return None
    reason = f"{MATTERS.get(alarm.kind, alarm.kind)}: {frame.text[:160]} (heard, {alarm.chance:.0%} sure)"
    return HandoverNeed(kind=alarm.kind, reason=reason, summary="")


def harmless(text: str, alarm: Alarm | None) -> frozenset[str]:
    """The matters that words of a text may seem to raise though the head hears none at all in the whole of it.

    Who tells at length of last year's late taco man, or is sorry to change the order again, has no complaint of ours. An
    injury, a threat, an allergy and the call for a person stand whatever the head says.
    """
    words = len(text.split())
    if alarm is None or alarm.chance >= NO_MATTER or not FEW_WORDS <= words <= MOST_WORDS_OF_A_MATTER:
        return frozenset()
    return EXCUSABLE


def _only_asks(frame: Frame, kind: str) -> bool:
    """Whether a question that no fact answers, a place in the open or a plain allergy only sounds like such a matter."""
    if kind == "allergy":
        told = [part for part in _SENTENCE.split(frame.text) if "allerg" in part.lower()]
        grave = frame.question or _DANGER.search(frame.text)
        return bool(told) and not grave and all(_PLAIN_ALLERGY.fullmatch(part) for part in told)
    if kind == "discount":
        return _OF_MONEY.search(frame.text) is None
    if kind == "corporate":
        return bool(frame.unknown) and all(questions.is_beyond(clause.lower()) for clause in frame.unknown)
    return kind == "indoor" and bool(_IN_THE_OPEN.search(frame.text)) and not _UNDER_A_ROOF.search(frame.text)


_SENTENCE = re.compile(r"[.!?\n]+")
_OF_MONEY = re.compile(
    r"\d{3}|[$%]|\b(?:pric\w+|costs?|pay\w*|paid|charg\w*|rates?|fees?|deals?|discount\w*|off|free\w*"
    r"|less|cheap\w*|low\w*|money|budget\w*|bucks|dollars|cents|credits?|codes?|coupons?|vouchers?"
    r"|promo\w*|specials?|better|match\w*|beat|bargain\w*|haggl\w*|negotia\w*|breaks?|room|work with"
    r"|favou?rs?|hook\w*|sav(?:e|es|ing|ings)|afford\w*|expensive|cash|comp|waive\w*|reduc\w+|perks?"
    r"|loyal\w*|bonus|rewards?|throw|toss|anything|something|extra|gifts?|perc\w*|fifty|forty"
    r"|hundred)\b",
    re.I,
)
""" "Can we get the same menu": who asks for less names money, or what he gets on top."""
_DANGER = re.compile(
    r"\b(?:hospital\w*|di(?:e|es|ed|ying)|kill\w*|dead\w*|death\w*|fatal\w*|emergenc\w+|e\.?r\.?"
    r"|ambulance|911|breath\w*|throat|swell\w*|swollen|react\w*|epi\w*|anaphyl\w*|sever\w+|serious\w*"
    r"|extrem\w+|traces?|airborne|cross|contaminat\w*|danger\w*|rush\w*|scar\w*|shock|bad(?:ly)?"
    r"|really|very|highly|super|careful\w*|worr\w+|guarantee\w*|promise\w*|sick|ill|collaps\w*"
    r"|faint\w*|pass(?:es|ed)? out)\b",
    re.I,
)
_PLAIN_ALLERGY = re.compile(
    rf"\W*(?:(?:{OPENERS}|just so you know|fyi|heads up)\W+)*(?:(?:i|we|he|she|they|one of us"
    r"|(?:my|our|his|her|one) \w+(?: \w+)?"
    r"|(?:one|two|three|a couple|\d) (?:of us|guests?|people|kids))(?:'m|'re|'s| am| is"
    r"| are) )(?:also )?allergic to (?:(?!\b(?:or|if|when|so|that|cross|any|even|anything|airborne"
    rf"|trace)\b)[a-z' -]+,? ?){{1,6}}\W*",
    re.I,
)
""" "I'm allergic to peanuts and to shellfish": what the facts answer, however grave a head takes it for."""
_IN_THE_OPEN = re.compile(
    r"\b(?:parking (?:lot|space)|driveway|street|cul[- ]de[- ]sac|park|beach|lawn|field|meadow"
    r"|back ?yard|front ?yard|courtyard)\b",
    re.I,
)
_UNDER_A_ROOF = re.compile(
    r"\b(?:inside|indoors?|garage|kitchen|living|room|basement|hall|house|apartment|condo|enclosed"
    r"|glass|roof\w*|ceiling|covered|under(?:ground)?|structure|no|not|n't|without|don'?t)\b",
    re.I,
)


_ASKS_LESS = re.compile(
    r"\b(?:(?:can|could|would|will|do|did) (?:you|u|ya|yall|we|i)|any (?:way|chance|wiggle|room)"
    r"|is there|discount\w*|deals?|match\w*|negotia\w+|lower|better (?:price|rate|offer)|off\b"
    r"|come down|go down|less for us|special)\b",
    re.I,
)
""" "We have a taco guy who charges a lot less" finds it dear; who asks for less is heard by a person."""


def _has_evidence(frame: Frame) -> bool:
    """Whether the rules saw anything at all."""
    said = (
        frame.guests.stated
        or frame.guests.invalid
        or frame.guests.unclear
        or frame.items
        or frame.mentioned
        or frame.no_extras
    )
    when = frame.dates or frame.other_dates or frame.date_problem or frame.month or frame.times or frame.time_part
    where = frame.zip or frame.zip_invalid or frame.city or frame.state or frame.address or frame.foreign
    who = (
        frame.name or frame.phone or frame.email or frame.dietary or frame.no_dietary or frame.event_type or frame.venue
    )
    polite = _POLITE if frame.unknown else frozenset()
    heard = frame.topics or (set(frame.acts) - _IDLE - polite) or frame.answer or frame.choice
    return bool(said or when or where or who or heard)


def _smells(frame: Frame, hunch: Hunch) -> bool:
    attack = dict(hunch.topics).get("injection", 0.0)
    return len(frame.text.split()) > MOST_WORDS or (attack >= SMELL and hunch.topic != "injection")
