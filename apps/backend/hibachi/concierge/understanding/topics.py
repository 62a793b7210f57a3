"""Which questions a message asks: the broad topics of its words, the narrow ones of its clauses, and a bare noun's."""

from itertools import pairwise

from hibachi.concierge.understanding import (
    cues,
    deadlines,
    eaten_by_diet,
    how_it_works,
    meals_named,
    no_heads,
    occasions,
    places_asked,
    specifics,
    tastes,
)
from hibachi.concierge.understanding.clauses import asks, clauses
from hibachi.concierge.understanding.going_on import topic_of as going_on_from
from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.concierge.understanding.whole_names import nothing_else
from hibachi.concierge.understanding.words import Words, without_places
from hibachi.kit import lazy_re as re
from hibachi.language.day_names import WEEKDAY
from hibachi.language.diets import diets
from hibachi.language.openers import ASKING_VERBS, GLAD, LED, OPENERS

_ASKS = re.compile(
    r"\b(?:can|could|will|would|does) (?:my|our|his|her|someone|anyone|somebody)\b"
    rf"|\b(?:{ASKING_VERBS}|have|r) (?:you|u|ya|yall|your|the|it|there|they|we|i)\b"
)
OTHER_MONEY = frozenset(
    "gratuity deposit balance hold_time payment referral explain cancellation reschedule minimum travel booking_window"
    " included not_included space duration alcohol tables parking office_hours".split()
)
"""Topics that have their own amounts: "how much do people tip" asks for no party's price."""


def topics_of(folded: str, words: Words, dialogue: Dialogue) -> tuple[str, ...]:
    if nothing_else(words.text, dialogue.name):
        return ()  # "Deshawn Price", of Deshawn
    at = _places(folded)
    narrow = specifics.read(folded)
    at = {topic: place for topic, place in at.items() if topic not in narrow.instead}
    at = {topic: place for topic, place in narrow.topics.items() if _fits(topic, folded, words, dialogue)} | at
    of_guests = "guest_count_final" in at and not re.search(r"\b(?:phone|e-?mail|call|reach|contact|text)\b", folded)
    if "contact" in at and ("contact" not in narrow.topics and not _asked_for(folded, "contact") or of_guests):
        del at["contact"]
    if "contact" in at and (words.contacts.phones or words.contacts.emails) and not _YOURS.search(folded):
        del at["contact"]  # "can I give you my email instead? mia@example.com"
    if "tables" in at and words.guests.stated and words.places.zips and not _asked_for(folded, "tables"):
        del at["tables"]  # "my knee permitting I'd help set the tables"
    topics = sorted(at, key=lambda topic: (at[topic], topic))
    noun = cues.elliptical(folded)
    if noun is not None and noun not in topics and not words.guests.stated:
        topics.append(noun)
    folded = without_places(folded, words)
    if _goes_on_about_diet(folded, words, dialogue) and not topics:
        topics.append("dietary")
    speaks = occasions.speaks_of_diet(folded) and (not occasions.no_diets(folded) or _asks_of_diet(folded))
    asking = words.reply.asks or "?" in folded or bool(_ASKS.search(folded)) or bool(_WITH.search(folded))
    asking = asking or occasions.cue_of_diet(folded) or bool(_EATS_HERE.search(folded))
    if dialogue.pending is None and dialogue.booked is None:
        asking = asking or bool(occasions.diet_notes(folded, expected=False))
    asking = asking or bool(_TAG.search(folded)) or _asks_of_diet(folded)
    asks_after = cues.elliptical_noun(folded) is not None
    if speaks and (asking or asks_after) and "dietary" not in dialogue.expecting:
        topics = [topic for topic in topics if topic not in ("menu", "dietary")] + ["dietary"]
    if tastes.dislikes(folded) and diets(folded) and any(_asks_which(part) for _, part in clauses(folded)):
        topics = [topic for topic in topics if topic not in ("menu", "choose", "dietary")] + ["dietary"]
    if not topics and dialogue.answered[-1:] == ("children",) and _AGE_TOO.match(folded):
        topics = ["children"]
    if goes_on_about_choice(folded, dialogue):
        topics = ["choose"]
    topics = how_it_works.without_about(folded, _beside(folded, topics))
    topics += [topic for topic in deadlines.both(folded) if topic not in topics]
    if dialogue.quoted and not topics and (doubted := _of_the_quote(folded)) is not None:
        return (doubted,)
    going_on = deadlines.goes_on(folded, dialogue.answered) or going_on_from(folded, dialogue.answered)
    if going_on is not None:
        topics = [going_on]
    if "hold_time" in topics and "payment" not in topics and _HOW_AND_WHEN.search(folded):
        topics = [*topics, "payment"]
    if not set(topics) - {"menu"} and tastes.wants_another(folded):
        topics = ["choose"]
    if "dietary" in topics and eaten_by_diet.asks_if_only(folded):
        topics = [topic for topic in topics if topic not in ("menu", "choose")]
    if tastes.likes_sea(folded):
        topics = [topic for topic in topics if topic != "dietary"]
    if (
        tastes.dislikes(folded)
        and not _WHAT_IF.match(folded)
        and (asking or _asks_for_other(folded))
        and not _asks_by_diet(folded)
    ):
        topics = [topic for topic in topics if topic not in _OF_TASTE] + ["choose"]
    elif "dietary" in topics and tastes.refuses(folded) and _IN_ITS_PLACE.search(folded):
        topics = [topic for topic in topics if topic not in ("menu", "choose")] + ["choose"]
    if words.times.mentions and not (words.places.cities or words.places.zips or words.places.foreign):
        topics = [topic for topic in topics if topic != "area"]
    if "same_every_day" in topics and _THAT_DAY.search(folded) and not _MONEY.search(folded):
        topics = [topic for topic in topics if topic != "same_every_day"]
    placed = bool(words.guests.stated or words.places.zips)
    if "same_every_day" in topics and placed and not _DIFFERS.search(folded):
        topics = [*(topic for topic in topics if topic not in ("price", "same_every_day")), "price"]
    if "reschedule" in topics and _before_the_yes(words, dialogue) and not _FEES.search(folded):
        topics = [topic for topic in topics if topic != "reschedule"]
    if "about" in topics and words.guests.stated and (words.places.zips or words.days) and not _HOW.search(folded):
        topics = [topic for topic in topics if topic != "about"]
    if {"about", "hours"} <= set(topics) and _WHICH_TIMES.search(folded):
        topics = [topic for topic in topics if topic != "about"]
    if "venue" in topics and "price" in topics and placed and not _OF_SETTING_UP.search(folded):
        topics = [topic for topic in topics if topic != "venue"]
    if "booking_window" in topics and "whats_next" in topics and not _HOW_EARLY.search(folded):
        topics = [topic for topic in topics if topic != "booking_window"]
    if "suggest" in topics and _ADDS_ON.search(folded) and not _BY_US.search(folded):
        topics = ["menu" if topic == "suggest" else topic for topic in topics]
    if _UNEVEN.search(folded) and "space" not in topics:
        topics = ["space" if topic == "setting" else topic for topic in topics]
        topics += [] if "space" in topics else ["space"]
    if (
        _THAT_WORKS.search(folded)
        and _SPOT.search(folded)
        and not set(topics) - {"parking"}
        and not words.guests.stated
    ):
        topics = ["setting"]
    if (
        _NO_OUTSIDE.search(folded)
        and not _HAS_OUTSIDE.search(folded)
        and not {"setting", "space", "venue"} & set(topics)
    ):
        topics = [*(topic for topic in topics if topic != "parking"), "indoor"]
    tells = bool(words.guests.stated or words.days or words.places.zips)
    if _TINY.search(folded) and not tells and not {"space", "setting", "venue"}.intersection(topics):
        topics = [*topics, "space"]
    of_food = (
        "minimum" in topics
        or bool(words.dishes.spans)
        or occasions.speaks_of_diet(folded)
        or {"alcohol", "children"} & set(topics)
    )
    if of_food and not (words.days or dialogue.dates or dialogue.date_month):
        topics = [topic for topic in topics if topic != "availability"]
    if _NEED_TO_KNOW.search(folded) and re.search(r"\d", folded) and not speaks:
        topics = [*(topic for topic in topics if topic not in ("diet_notice", "booking_window")), "guest_count_final"]
    if "minimum" in topics and no_heads.done_for_some(folded) and "minim" not in folded:
        topics = [topic for topic in topics if topic != "minimum"]
    if "availability" in topics and words.dishes.spans and _GRATIS.search(folded):
        topics = [topic for topic in topics if topic != "availability"]
    if "rest_due" in topics and "balance" in topics and _WHEN_ONLY.match(folded):
        topics = [topic for topic in topics if topic != "balance"]
    if OTHER_MONEY.intersection(topics) and not words.guests.stated and not _price_alone(folded):
        topics = [topic for topic in topics if topic != "price"]
    return tuple(places_asked.of_ours_or_theirs(folded, topics))


_WHEN_ONLY = re.compile(
    rf"^\W*(?:(?:{OPENERS}|{GLAD})\W+)*(?:by |until )?(?:when|what day)(?!.*\b(?:how much|what(?:'s| is)?)\b)"
)
""" "When's the rest due": a day is asked for, no amount."""
_GRATIS = re.compile(
    r"\b(?:is|are|was|were|for|get|gets|comes?)(?: all"
    r"| totally)? free\b(?! (?:date|day|slot|spot|saturday|sunday|weekend)s?\b)"
)
""" "Lobster for everybody is free this month": without a charge, no free day."""
_WHICH_TIMES = re.compile(r"\b(?:what|which) (?:start )?times? (?:do|can|could|would|are|r) (?:you|u|ya|yall|y'all)\b")
""" "What times do you do parties?": not who we are."""
_OF_SETTING_UP = re.compile(r"\b(?:set ?-?up|setting up|arriv\w+|early|seating|layout|arrange|parking|park)\b")
"""Whether the price of a party at a "rental house" is asked beside how it is set up there."""
_HOW_EARLY = re.compile(
    r"\b(?:early|soon|late|latest|far|advance|ahead|notice|days?|weeks?|hours?|last|deadline|until|by when)\b"
)
_EATS_HERE = re.compile(
    r"\b(?:vegetarians?|vegans?|pesc[ae]t[ae]rians?|veggie|gluten[- ]free|dairy[- ]free) here\b"
    r"|\bhop(?:e|ing|efully)\b[^.?!\n]{0,20}\b(?:no|isn'?t|aren'?t|without|not|nothing)\b"
)
""" "Vegan here", "hope there's no peanuts": asks what there is, without a question."""
_UNEVEN = re.compile(
    r"\b(?:(?:back ?|front ?)?yard|patio|ground|lawn|driveway|garden|place"
    r"|deck)\b[^.?!\n]{0,15}\b(?:slop(?:es?|ed|ing)|uneven|bumpy|hilly|steep"
    r"|(?:kind of |sort of |bit of )?(?:a |on a )hill"
    r"|not (?:really |quite |exactly |totally )?(?:flat|level|even))\b"
)
_THAT_WORKS = re.compile(
    r"\b(?:would|will|does|could|is|can) (?:that|this|it"
    r"|we use (?:that|it|this))\b(?: (?:work|do|be|ok\w*|fine|enough|possible|good))?"
    r"|\b(?:is|would) (?:that|this|it)(?: be)? (?:ok(?:ay)?|fine|alright|allowed|a problem|enough"
    r"|possible)\b|\bhop(?:e|ing) (?:that'?s|thats|its|it'?s|that is|it is|that works|it works)\b"
    r"|\bthat'?s (?:ok(?:ay)?|fine|good) right\b|\bany (?:problem|issue)s?\b|\bproblem\?"
)
_SPOT = re.compile(
    r"\b(?:gazebo|pergola|patio|driveway|carport|deck|terrace|rooftop|courtyard|balcony|pool ?side"
    r"|back ?yard|front yard|cul[- ]de[- ]sac|parking (?:lot|spot)|air ?bnb|vrbo"
    r"|rental (?:house|place|home|cabin)|beach|winery|clubhouse|park|garage|porch|lawn|grass|gravel)\b"
)
_IN_ITS_PLACE = re.compile(
    r"\b(?:instead|in (?:its|their|that) place|what else|alternatives?|substitut\w*"
    r"|(?:could|can|would|does|should) (?:he|she|they|we|i|you)(?: still)? (?:have|eat|pick|choose|get"
    r"|order))\b"
)
"""What there is besides, asked beside which dishes hold what somebody does not like."""
_WHAT_IF = re.compile(
    rf"{LED}what if (?:i|we|they|people|somebody|someone) (?:don'?t|dont|do not|doesn'?t"
    r"|hates?) (?:like |love )?(?:it|the food|you)\W*$"
)
""" "What if I don't like it": of the whole evening, no taste."""
_TAG = re.compile(r"\b(?:right|correct|isn'?t it|is it|yeah|yes or no)\W*$")
""" "Lobster is shellfish right": asked, without a mark."""
_FEES = re.compile(
    r"\b(?:fees?|free|penalty|price|cost|costs|charged?|pay|how (?:often|many|late)|until when|allowed)\b"
)


def _before_the_yes(words: Words, dialogue: Dialogue) -> bool:
    """Whether another day or start is wished at the summary: nothing is booked, so that no move has rules."""
    shown = dialogue.pending is not None and dialogue.pending.kind == "book"
    return shown and bool(words.days or words.times.mentions)


_NEED_TO_KNOW = re.compile(
    r"\b(?:when|by when|how soon|until when) (?:do|would|will|should|must) (?:you|u|yall|we|i"
    r"|they)(?: guys)? (?:need|have|want)?(?: to| it)* ?(?:know|decide|let you know|tell you"
    r"|confirm)(?: for sure| by| exactly| at the latest)?\W*(?:$|[.?!\n])"
)
""" "We might be 14 or 16, when do you need to know?"."""
_THAT_DAY = re.compile(r"\b(?:that|the|this) same\b")
_DIFFERS = re.compile(
    r"\b(?:more|less|extra|same|cheaper|cheapest|higher|lower|differ\w*|chang\w*|surcharges?"
    r"|upcharges?|expensive|pricier|vary|varies|depend\w*|discount\w*"
    r"|(?:better|best|special|weekday|weekend|holiday) (?:price|rate|deal)s?|go(?:es)? up)\b"
)
""" "What's the price on Saturday for 12 adults?": the price of that party; whether days differ is not asked."""
_MONEY = re.compile(r"\b(?:price|cost|rate|charge|pay|cheaper|expensive|more|extra|less)\w*\b")
_YOURS = re.compile(r"\b(?:your|ur|yalls?|y'all'?s|office|website|web ?page|call you|reach you|text you)\b")
_HOW = re.compile(r"\b(?:what|how)\b")
_ADDS_ON = re.compile(r"\b(?:what|which)\b[^.?!\n]{0,20}\b(?:add[- ]?ons?|add)\b(?! to make)")
_BY_US = re.compile(r"\b(?:would|do|should) (?:you|u|yall)(?: guys)? (?:add|suggest|recommend|pick|choose|get|order)\b")
_NO_OUTSIDE = re.compile(
    r"\b(?:we(?:'re| are| live| have)?|i(?:'m| am| live| have)?|it'?s|its|live|our place is"
    r"|my place is)\b[^.?!\n]{0,15}\b(?:in )?(?:an? |the )(?:\w+ )?(?:apartment|condo|flat"
    r"|high[- ]?rise|studio|dorm)\b|\bno (?:yard|balcony|back ?yard|garden|outdoor (?:space|area)"
    r"|outside space)\b|\b(?:don'?t|do not|dont) have (?:an? |any )?(?:yard|balcony|patio|back ?yard"
    r"|garden|outdoor (?:space|area))\b"
)
""" "We're in an apartment": nothing outdoors, so what we need is told."""
_HAS_OUTSIDE = re.compile(
    r"\b(?:with|has|have|there'?s|theres|use|got|but|shared|rooftop"
    r"|roof top)\b(?! no\b)[^.?!\n]{0,20}\b(?:yard|patio|balcony|courtyard|roof ?top|terrace|deck"
    r"|parking (?:lot|spot)|driveway|park|pool"
    r"|garden)\b(?<!have a yard)(?<!have any yard)(?<!have a balcony)(?<!have a patio)(?<!have a "
    r"garden)"
)
_TINY = re.compile(
    r"\b(?:back ?yard|yard|patio|garden|deck|driveway|courtyard|balcony|place|space)(?: is|'s"
    r"|s)? (?:\w+ )?(?:tiny|small|narrow|cramped|tight|not (?:very |that |so )?(?:big|large))\b"
    r"|\b(?:tiny|small|narrow|little|cramped) (?:\w+ )?(?:back ?yard|yard|patio|garden|deck|driveway"
    r"|courtyard|outdoor space|balcony|terrace)\b"
)
""" "My yard is tiny": how much space is needed, where no party is told beside it."""


_SURE = re.compile(
    rf"\W*(?:(?:{OPENERS}|really)\W+)*(?:are )?(?:you|u) (?:really |100% "
    r"|absolutely )?sure(?: about (?:that|it|this|the (?:price|total)))?\W*"
)
_PLUS = re.compile(
    rf"{LED}(?:plus what(?: else)?|what else (?:is there to pay|do (?:we|i) pay|gets added)"
    r"|anything on top)\W*"
)


def _of_the_quote(folded: str) -> str | None:
    """ "You sure?", "plus what?" after a price: the price once more, and what comes on top of it."""
    if _SURE.fullmatch(folded):
        return "price"
    return "extra_costs" if _PLUS.fullmatch(folded) else None


def _places(folded: str) -> dict[str, int]:
    """The broad topics of a message with where each is asked: in the first clause that names it by itself, where one does."""
    at = cues.places(cues.TOPICS, folded)
    for start, part in reversed(clauses(folded)):
        named = cues.places(cues.TOPICS, part)
        at |= {topic: start + place for topic, place in named.items() if topic in at or topic == "price"}
    return at


def _price_alone(folded: str) -> bool:
    """Whether a clause of its own asks for the price, beside one that asks for other money."""
    named = [{*cues.found(cues.TOPICS, part), *specifics.of_clause(part)} for _, part in clauses(folded)]
    return len(named) > 1 and any("price" in topics and not OTHER_MONEY & topics for topics in named)


def _beside(folded: str, topics: list[str]) -> list[str]:
    """What a short clause asks by going on from the one before: "... and when the menu", "... and is it more expensive"."""
    parts = [part for _, part in clauses(folded)]
    for before, part in pairwise(parts):
        if "every_day" in specifics.of_clause(before) and _COSTS_MORE.search(part):
            topics = [*(topic for topic in topics if topic != "price"), "same_every_day"]
        just = tuple(topic for topic in topics if topic in deadlines.DEADLINES)
        then = deadlines.goes_on(part, just) if len(part.split()) <= _FEW_WORDS else None
        if then is not None and then not in topics:
            topics = [*(topic for topic in topics if topic not in ("menu", "hours")), then]
    return topics


_COSTS_MORE = re.compile(
    r"\b(?:is|are|does|do|would|will) (?:it|that|they|you|u|the price|those)\b[^.?!\n]{0,15}\b(?:more"
    r"|extra|same|cheaper|expensive|different|pricier|less)\b"
)
_OF_TASTE = frozenset({"dietary", "menu", "choose", "included", "price", "whats_next", "third_protein"})
"""Topics whose words a question after something that is disliked uses."""


def _asks_by_diet(folded: str) -> bool:
    """Whether what is asked names an allergen itself ("is there egg in it? she just doesn't like it"): a fact answers."""
    if set(diets(folded)) - {"fish", "shellfish"}:
        return True
    if any(_asks_which(part) for _, part in clauses(folded)):
        return True
    if tastes.refuses_sea(folded) or tastes.nobody_wants(folded):
        return False
    return any(asks(part) and occasions.speaks_of_diet(part) for _, part in clauses(folded))


_WHICH_ARE = re.compile(
    r"\b(?:which|what)(?: of)?\b[^.?!\n]{0,40}\b(?:are|is|contains?|have|has|counts? as|with"
    r"|made (?:of|with)|includes?|considered)\b"
)
_TO_AVOID = re.compile(
    r"\b(?:which|what|anything)\b[^.?!\n]{0,50}\b(?:avoid|stay away|steer clear|skip|pass on"
    r"|off[- ]limits|watch out|leave out|do without|cut out|that (?:would |will |might )?be)\b"
)


def _asks_which(clause: str) -> bool:
    """ "Which of your proteins are shellfish", "what would she have to avoid": the dishes themselves are asked for."""
    return bool(_TO_AVOID.search(clause)) or (bool(_WHICH_ARE.search(clause)) and occasions.speaks_of_diet(clause))


def _asks_for_other(folded: str) -> bool:
    return any(asks(part) and tastes.asks_for_other(part) for _, part in clauses(folded))


_AGE_TOO = re.compile(
    rf"^\W*(?:(?:{OPENERS}|or|what about|how about)\W+)*(?:does |do |is |are |would )?(?:an? |my |our "
    rf"|the )?(?:\w+[- ]?)?(?:\d{{1,2}}|[a-z]+)[- ]?(?:years?|yrs?|yr)[- ]?olds?\b[^.!\n]{{0,20}}$"
)
""" "Does a 13 year old?" after the price of a twelve-year-old was asked."""
_HOW_MANY = re.compile(
    rf"^\W*(?:(?:{OPENERS}|{GLAD}|right)\W+)*how many\b(?! (?:people|guests|ppl|of us|hours|days"
    rf"|miles))[^.?!\n]{{0,20}}\b(?:each|every|per|a|everyone|everybody|one|you|we|they|i"
    r"|guest)\b(?: ?(?:person|guest|one|head|of us|of (?:them|those|these)|do|does|can|gets?|picks?"
    r"|chooses?|has|have|to|included|allowed))*\W*$"
)
""" "How many does each person get", after the proteins were told."""
_MADE = re.compile(
    r"\b(?:sauces?|dressing|salad|rice|noodles?|broth|soup|batter|marinade|vegetables|veggies|butter|oil|seasoning)\b"
)


def goes_on_about_choice(folded: str, dialogue: Dialogue) -> bool:
    """Whether it is asked how many of the proteins that were just told each guest gets."""
    just = {"choose", "included", "menu"}.intersection(dialogue.answered[-3:])
    return bool(just) and bool(_HOW_MANY.match(folded))


def _goes_on_about_diet(folded: str, words: Words, dialogue: Dialogue) -> bool:
    """ "And the yum yum sauce?" after a question of what contains egg."""
    noun = cues.elliptical_noun(folded)
    just = bool(dialogue.spoken_diets) and dialogue.answered[-1:] == ("dietary",)
    return just and noun is not None and bool(words.dishes.spans or _MADE.search(noun))


def by_clause(folded: str) -> tuple[tuple[str, ...], ...]:
    """The topics of each clause that has some."""
    found = ((*cues.found(cues.TOPICS, part), *specifics.of_clause(part)) for _, part in clauses(folded))
    return tuple(topics for topics in found if topics)


_HOW_AND_WHEN = re.compile(
    r"\b(?:how and when|when and how|how (?:do|can|should|would) (?:i|we) pay)\b"
    r"|\bpay\b[^.?!\n]{0,25}\band how\b(?! much)"
)
_FEW_WORDS = 5


def _asked_for(folded: str, topic: str) -> bool:
    """Whether a clause that asks, or a message of few words, names a topic that others only mention."""
    pattern = cues.TOPICS[topic]
    few = len(folded.split()) <= _FEW_WORDS
    return few or any(bool(pattern.search(part)) and asks(part) for _, part in clauses(folded))


_CONTAINS = re.compile(
    r"\b(?:contain\w*|has|have|made (?:with|of|from)|come[s]? with|are (?:there|in)"
    r"|in)\b[^.?!\n]{0,15}\b(?:it|that|those|them|any of (?:it|that))\b"
    r"|\bwhere (?:would|could|does|do|is|will)\b[^.?!\n]{0,25}\b(?:run into|find|meet|in|it)\b"
)
""" "Which of your sauces contain it": of the food that was named in another sentence."""
_WITH = re.compile(
    r"\b(?:anything|something|what|which|any(?: of)?|is there|are there)\b[^.?!\n]{0,30}\b(?:with"
    r"|without|has|have|contain\w*)\b"
)


def asks_what_contains(clause: str) -> bool:
    """Whether a folded clause asks in which food something is that another clause names."""
    return bool(_CONTAINS.search(clause))


def _asks_of_diet(folded: str) -> bool:
    """Whether a question of the message is about a diet, whatever else it says of having none."""
    if any(asks(part) and _CONTAINS.search(part) for _, part in clauses(folded)):
        return True
    return any(
        asks(part) and occasions.speaks_of_diet(part) and not occasions.no_diets(part) for _, part in clauses(folded)
    )


_ON_ANY = re.compile(
    rf"\b(?:on|for|of|any|most) (?:an? |any |the )?{WEEKDAY}s?\b(?! (?:the|\d|in|of)\b)|\b{WEEKDAY}s\b"
    r"|\bweek(?:day|end|night)s?\b"
)
""" "The latest start on a friday": of any such day, no day that is meant."""
_OF_A_PLACE = frozenset({"setting"})
_OF_A_START = frozenset({"daytime", "latest_start", "earliest_start"})


def _fits(topic: str, folded: str, words: Words, dialogue: Dialogue) -> bool:
    """A narrow question fits what else was said: a place with guests or a day is where the party is, no question."""
    party = words.guests.stated or words.days or words.places.zips
    if topic in _OF_A_PLACE:
        return not party or places_asked.asks_of_spot(folded)
    if topic == "availability":
        return bool(words.days)
    if topic == "daytime" and meals_named.only_named(folded):
        return False
    if topic in _OF_A_START:
        hour = any(mention.candidates for mention in words.times.mentions)
        days = () if topic != "daytime" and _ON_ANY.search(folded) and not re.search(r"\d", folded) else words.days
        open_day = dialogue.dates and (topic == "daytime" or dialogue.time is None)
        return not (days or open_day) and not (topic == "daytime" and hour)
    return True
