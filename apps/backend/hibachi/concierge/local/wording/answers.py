"""Words for questions that the owner's facts answer; the numbers and phrases are theirs."""

from typing import Any

from hibachi.concierge.local.wording import rooms
from hibachi.concierge.local.wording.formats import (
    clock,
    is_zero,
    label,
    listed,
    money,
    number,
    plain,
    plural,
    sentence,
    telephone,
)
from hibachi.concierge.local.wording.voice import Parts, Voice, may, must, rather, says, should
from hibachi.concierge.understanding import tastes
from hibachi.kit import lazy_re as re
from hibachi.language.openers import ASKING_VERBS

Data = dict[str, Any]


def facts_of(data: Data) -> Data:
    """The owner's facts of a topic."""
    facts: Data = data["facts"]
    return facts


_NARROW = re.compile(r"\b(?:sauces?|sides?|salad|soup|rice|veg\w*|sake)\b", re.I)
""" "What sauces come with it?": no question about everything."""


@says("topic:included")
def included(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    things = listed([plain(item) for item in facts["menu.included"]])
    if _NARROW.search(str(data.get("words", ""))):
        return [must(voice.pick(f"Everyone gets {things}.", f"Included are {things}."))]
    own = facts["menu.proteins_per_guest"]
    if voice.brief:
        return [
            must(
                voice.pick(
                    f"Included are {own} proteins a guest, {things}.", f"You get {own} proteins a guest, {things}."
                )
            ),
            should(_yours(voice, facts)),
        ]
    proteins = listed([label(item) for item in facts["menu.included_proteins"]], "or")
    return [
        must(
            voice.pick(
                f"The price includes {own} proteins a guest ({proteins}) with {things}.",
                f"Everyone gets {own} proteins ({proteins}), plus {things}.",
            )
        ),
        must(_yours(voice, facts)),
    ]


_BRING = re.compile(
    rf"\b(?:{ASKING_VERBS}) (?:you|u|ya|yall|they|the (?:chef|chairs|tables|plates|utensils|price)"
    r"|chairs|tables|plates|utensils|silverware|napkins|glasses|cups)(?: guys"
    rf"| all)?\b[^.?!]{{0,40}}\b(?:bring|provide|supply|have|rent|come with|includ\w*|offer|got"
    r"|part of)\b|(?:^|[,.!?] |\b(?:and|so|but|or) )(?:you|u)(?: guys| all)?(?: also| even)? (?:rent"
    r"|provide|supply|bring)\b[^.!]*\?",
    re.I,
)
_HOST_NEEDS = re.compile(
    r"\b(?:do|should|must|would|will) (?:we|i)(?: all)? (?:need|have to|supply|provide|bring|got to|gotta|get|set)\b",
    re.I,
)


_LISTS = re.compile(r"\b(?:what|which|whatever|list)\b", re.I)
""" "Which things do we have to bring?" asks for the list, not for a yes."""
_EITHER = re.compile(rf"\bor (?:{ASKING_VERBS}|must|we|i|you|u)\b", re.I)
""" "Do we get plates or do you bring them?": neither yes nor no."""


_ALL_OF_IT = re.compile(r"\b(?:everything|all of it|all the (?:stuff|things|equipment))\b", re.I)
""" "So you bring everything?": a bare no would be wrong."""


@says("topic:not_included")
def not_included(voice: Voice, data: Data) -> Parts:
    things = [plain(item) for item in facts_of(data)["menu.not_included"] if "alcohol" not in item]
    words = str(data.get("words", ""))
    lead = "No, " if _BRING.search(words) else "Yes, " if _HOST_NEEDS.search(words) and not _LISTS.search(words) else ""
    lead = "" if _EITHER.search(words) else lead
    if lead == "No, " and _ALL_OF_IT.search(words):
        return [must(f"Almost: we bring the grill and everything to eat, and you provide {listed(things)}.")]
    if lead:
        return [must(f"{lead}you provide {listed(things)}; we bring the grill and everything to eat.")]
    return [must(voice.pick(
        f"You'll need {listed(things)} ready; we bring the grill and all the food.",
        f"We bring the grill and the food; you provide {listed(things)}.",
        f"You provide {listed(things)}; we bring the grill and everything to eat.",
    ))]  # fmt: skip


def _yours(voice: Voice, facts: Data) -> str:
    things = listed([plain(item) for item in facts["menu.not_included"] if "alcohol" not in item])
    return voice.pick(f"Not included: {things}, which you provide.", f"You provide {things}; they aren't included.")


_SLOPED = re.compile(
    r"\b(?:slop(?:es?|ed|ing|ey|y)|uneven|incline|hilly|bumpy|hill|steep|not (?:\w+ )?(?:level|flat|even))\b", re.I
)


@says("topic:space")
def space(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    wide, deep = facts["venue.space_feet"]
    grill = facts["venue.grill_inches"]
    needs = listed([plain(item) for item in facts["venue.needs"]])
    level = next((plain(item) for item in facts["venue.needs"] if "level" in item), None)
    if level and _SLOPED.search(str(data.get("words", ""))):
        return [must(f"The grill needs {level}, so please pick a flat spot of about {wide} by {deep} feet for it.")]
    clear = f"Please keep {facts['venue.clearance_feet']} feet from anything flammable."
    if room := rooms.answer(str(data.get("words", "")), (wide, deep)):
        return [must(room), should(f"It takes {needs}."), rather(clear)]
    return [
        must(
            voice.pick(
                f"The chef needs about {wide} by {deep} feet.", f"A space of about {wide} by {deep} feet is enough."
            )
        ),
        must(f"It takes {needs}."),
        may(f"The grill is {number(grill['length'])} inches long and {number(grill['width'])} wide."),
        may(clear),
    ]


@says("topic:venue")
def venue(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)["venue"]
    wide, deep = facts["space_feet"]
    return [
        must(
            voice.pick(
                f"The chef needs about {wide} by {deep} feet: {listed([plain(item) for item in facts['needs']])}.",
                f"A spot of {wide} by {deep} feet with {listed([plain(item) for item in facts['needs']])} works.",
            )
        ),
        should(f"Setting up takes about {plural(facts['setup_minutes'], 'minute')}."),
        may(sentence(facts["tables"])),
    ]


@says("topic:recording")
def recording(voice: Voice, data: Data) -> Parts:
    return [
        must(
            voice.pick("Yes, just so you know: ", "Thanks for asking: ")
            + plain(facts_of(data)["policies.recording_notice"]).replace("the caller is told", "you are told")
            + "."
        )
    ]


_IF = re.compile(
    r"\b(?:can|could|is|would|do|does|are)\b[^.?!\n]{0,40}\b(?:\d|noon|night|midday|evening|afternoon)[^.?!\n]{0,30}\?",
    re.I,
)
""" "Could we even do 9 pm?" beside the question which starts there are."""


@says("topic:hours")
def start_times(voice: Voice, data: Data) -> Parts:
    starts = [clock(str(slot)[:5]) for slot in facts_of(data)["booking.slots"]]
    slots = listed(starts, "or")
    named = [clock(at[:5]) for at in data.get("times", ())]
    if len(named) == 1 and named[0] in starts and _IF.search(str(data.get("words", ""))):
        return [must(f"Yes, {named[0]} is one of our start times: {slots}, every day.")]
    return [must(voice.pick(f"Parties start at {slots}, any day.", f"Our start times are {slots}, every day."))]


@says("topic:duration")
def duration(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    low, high = facts["venue.show_minutes"]
    return [
        must(
            voice.pick(
                f"The cooking and show take about {low} to {high} minutes.",
                f"Plan about {low} to {high} minutes for the show and dinner.",
            )
        ),
        should(f"Setting up takes about {plural(facts['venue.setup_minutes'], 'minute')} before that."),
    ]


@says("topic:show")
def show(voice: Voice, data: Data) -> Parts:
    low, high = facts_of(data)["venue.show_minutes"]
    return [
        must(
            voice.pick(
                "A real chef comes to you, cooks everything and performs the show right in front of your guests.",
                "Your own chef does all the cooking and entertains everyone at the grill; you just enjoy it.",
            )
        ),
        *([] if _WHO_COOKS.search(str(data.get("words", ""))) else [may(f"It lasts about {low} to {high} minutes.")]),
    ]


_WHO_COOKS = re.compile(r"\b(?:who|human|real|actual|ourselves|cooking|do it yourself|diy)\b", re.I)
""" "Do we have to do the cooking?": how long it lasts is not asked."""


@says("topic:area")
def area(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    areas = listed([plain(item) for item in facts["travel.areas"]])
    told = must(voice.pick(f"We come to you: {areas}.", f"We serve {areas}."))
    if data.get("asked"):
        return [told]
    return [told, should(voice.pick("Which ZIP code would it be?", "What's the ZIP code?"))]


@says("topic:contact")
def contact(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    wants_site = "web" in str(data.get("words", "")).lower()
    site = f"Our website is {facts['business.website']}."
    return [
        must(f"You can reach us at {telephone(facts['business.phone'])} or {facts['business.email']}."),
        must(site) if wants_site else may(site),
    ]


_REACHED = re.compile(
    r"\b(?:is (?:this|that)|am i (?:calling|speaking (?:to|with)|talking to)|are (?:you|u)|did i reach|have i reached)(?: guys)? (?:the |my |a "
    r")?(?:\w+ )?(?:hibachi|cater\w+)\b",
    re.I,
)
""" "Is this the hibachi guy?": yes first."""
_ONLY_FOOD = re.compile(
    r"\b(?:drop\w*[- ]?off|deliver\w*|take ?out|carry ?out|to[- ]go|only the food|just the food|food only|pick\w*)\b",
    re.I,
)
""" "Can I just get the food dropped off?": no first."""


@says("topic:about")
def about(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    line = plain(facts["business.tagline"])
    reached = "Yes, this is" if _REACHED.search(str(data.get("words", ""))) else ""
    who = f"{reached} {facts['business.name']}," if reached else f"{facts['business.name']} is"
    return [
        must(f"{who} {line[:1].lower() + line[1:]}."),
        should("You pick the date and the menu, we bring the grill and the food, cook and perform."),
    ]


@says("topic:comes_to_you")
def comes_to_you(voice: Voice, data: Data) -> Parts:
    """Whoever looks for a restaurant, or for food to be brought, hears that the chef comes."""
    line = plain(facts_of(data)["business.tagline"])
    line = line[:1].lower() + line[1:]
    if _ONLY_FOOD.search(str(data.get("words", ""))):
        return [must(f"No, there's always a chef who cooks: {facts_of(data)['business.name']} is {line}.")]
    return [
        must(
            voice.pick(
                f"We come to you: {facts_of(data)['business.name']} is {line}.",
                f"You don't have to come to us: we are {line}, so the party is at your place.",
            )
        )
    ]


@says("topic:zip_enough")
def zip_enough(voice: Voice, data: Data) -> Parts:
    """How much of the address is needed when."""
    return [
        must(
            voice.pick(
                "The ZIP code is enough for now; the street address can follow once you have booked.",
                "For the price and the booking I only need the ZIP code, the street can follow later.",
            )
        )
    ]


@says("topic:seated")
def seated(voice: Voice, data: Data) -> Parts:
    """How guests sit: at their own tables, in sight of the grill."""
    venue = facts_of(data)["venue"]
    return [
        must("Your guests sit at your tables, set up so that everyone sees the grill and the show."),
        should(sentence(venue["tables"])),
    ]


_OF_TASTE = re.compile(r"\b(?:like|love|enjoy|eat|eaten|had|tried|try|taste)\b", re.I)
""" "Do you like hibachi?"."""


@says("topic:bot")
def bot(voice: Voice, data: Data) -> Parts:
    name = facts_of(data)["business.name"]
    if _OF_TASTE.search(str(data.get("words", ""))):
        return [must(f"I can't taste anything, I'm the virtual concierge of {name}, but I love planning it!")]
    return [
        must(
            voice.pick(
                f"I'm the AI concierge of {name}; the chef is very human, and so is our team if you'd "
                "like to talk to someone.",
                f"I'm a virtual concierge for {name}. Real people are behind me whenever you want one.",
            )
        )
    ]


@says("topic:office_hours")
def office_hours(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    open_ = facts["business.hours"]
    days = "every day" if open_["days"] == "mon-sun" else plain(open_["days"])
    return [
        must(
            f"Our team answers from {clock(open_['open'])} to {clock(open_['close'])}, {days}, at "
            f"{telephone(facts['business.phone'])}."
        ),
        should("Here you can write at any hour."),
    ]


@says("topic:grill")
def grill(voice: Voice, data: Data) -> Parts:
    if _HOST_NEEDS.search(str(data.get("words", ""))):
        return [must("No, the chef brings the grill, all the equipment and the food; you don't need a grill or a "
                "kitchen.")]  # fmt: skip
    return [must(voice.pick(
        "Yes, the chef brings the grill, all the equipment and the food, sets up and cooks in front of your guests.",
        "Yes, we bring it all: grill, equipment and food. You don't need a grill of your own.",
    ))]  # fmt: skip


@says("topic:choose")
def choose(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    own = facts["menu.proteins_per_guest"]
    offered = [item for item in facts["menu.included_proteins"] if item not in data.get("without", ())]
    proteins = listed([label(item) for item in offered or facts["menu.included_proteins"]], "or")
    lead = [must(voice.pick("Of course!", "Sure!"))] if tastes.dislikes(str(data.get("words", ""))) else []
    return [*lead, must(voice.pick(
        f"Each guest chooses their own {own} proteins: {proteins}.",
        f"Every guest picks {own} proteins of their own: {proteins}.",
    ))]  # fmt: skip


@says("topic:children")
def children(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    bands = {"toddlers": facts["prices.toddler"], "children": facts["prices.child"], "adults": facts["prices.adult"]}
    named = list(dict.fromkeys(data["bands"]))
    lead = _yes_or_no(str(data.get("words", "")), named[0], bands[named[0]]) if len(named) == 1 else ""
    parts = [must(of_band(band, bands[band])) for band in named or ["children", "toddlers", "adults"]]
    return [must(lead), *parts] if lead else parts


_FULL = re.compile(r"\b(?:full price|adult(?:'?s)? price|as an adult|like an adult|an adult)\b", re.I)
_LESS = re.compile(
    r"\b(?:half price|(?:child|kids?)(?:'?s)? price|(?:as |still |count\w* (?:as )?)?a (?:child|kid)|cheaper|less)\b",
    re.I,
)
_PAYS = re.compile(r"\b(?:pay|pays|charged?|cost)\b", re.I)


def _yes_or_no(words: str, band: str, price: Data) -> str:
    """Yes or no to "is she free", "does he pay full price", as the band of the age decides."""
    free = is_zero(price["amount"])
    if re.search(r"\b(?:adult|kid|child)\w*\b[^.?!]{0,12}\bor\b[^.?!]{0,8}\b(?:adult|kid|child)", words, re.I):
        return ""
    if re.search(r"\b(?:what|whats|how much)\b", words, re.I) and not re.search(r"\bfree\b", words, re.I):
        return ""
    for pattern, so in ((_FULL, band == "adults"), (_LESS, band == "children"), (re.compile(r"\bfree\b", re.I), free), (_PAYS, not free)):  # fmt: skip
        if pattern.search(words):
            return "Yes." if so else "No."
    return ""


def of_band(band: str, price: Data) -> str:
    """What guests of an age pay; of the youngest also what they get."""
    ages = plain(price["ages"])
    if is_zero(price["amount"]):
        note, *more = [plain(part) for part in str(price.get("note") or "free").split(";")]
        return f"Kids of {ages} are {note}{f', and get {listed(more)}' if more else ''}."
    if band == "adults":
        return f"Guests of {ages} are adults at {money(price['amount'])} each."
    return f"Kids of {ages} are {money(price['amount'])} each."


_IS_IT_NEEDED = re.compile(
    r"^\W*(?:\w+\W+){0,3}(?:is|are|do|does|will|should|must)\b[^.?!\n]{0,30}\b(?:park\w*[^.?!\n]{0,20}\b(?:need\w*|required|necessary)"
    r"|(?:need\w*|requir\w*|have to have)\b[^.?!\n]{0,20}\bpark\w*)",
    re.I,
)
""" "Is there parking needed?": yes first."""


@says("topic:parking")
def parking(voice: Voice, data: Data) -> Parts:
    needs = [plain(item) for item in facts_of(data)["venue"]["needs"] if "parking" in item]
    where = _PARKS.search(str(data.get("words", "")))
    if needs and where:
        return [must(f"{where['where'].capitalize()} parking is fine if it's close enough: the chef needs "
                f"{listed(needs)}.")]  # fmt: skip
    lead = "Yes, the" if _IS_IT_NEEDED.search(str(data.get("words", ""))) else "The"
    return [must(f"{lead} chef needs {listed(needs)}." if needs else "No special parking is needed.")]


_PARKS = re.compile(
    r"(?=.*\b(?:ok(?:ay)?|fine|problem|issue|work|alright|enough|possible|only"
    r"|can)\b).*\b(?P<where>street|driveway|garage)\b",
    re.I,
)


@says("same_price")
def same_price(voice: Voice, data: Data) -> Parts:
    adult, child = data["prices"]["adult"], data["prices"]["child"]
    return [
        must(
            f"The price is the same with any diet: {money(adult['amount'])} per adult and "
            f"{money(child['amount'])} per child."
        )
    ]
