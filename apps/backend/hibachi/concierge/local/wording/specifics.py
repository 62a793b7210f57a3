"""Words for narrow questions: yes or no first where the facts decide it, then the one fact that was asked for."""

from datetime import time
from decimal import Decimal
from typing import Any

from hibachi.concierge.local.wording import rooms
from hibachi.concierge.local.wording.answers import facts_of
from hibachi.concierge.local.wording.formats import clock, day, label, listed, money, number, plain, plural
from hibachi.concierge.local.wording.voice import MUST, Parts, Voice, may, must, says, should
from hibachi.concierge.understanding import places_asked
from hibachi.kit import lazy_re as re
from hibachi.kit.money import parse

Data = dict[str, Any]


def _slots(data: Data) -> list[time]:
    return [time.fromisoformat(str(slot)[:5]) for slot in facts_of(data)["booking.slots"]]


@says("topic:latest_start")
def latest_start(voice: Voice, data: Data) -> Parts:
    at = clock(max(_slots(data)))
    return [must(voice.pick(f"The latest start is {at}.", f"Our last start of the day is {at}."))]


@says("topic:earliest_start")
def earliest_start(voice: Voice, data: Data) -> Parts:
    at = clock(min(_slots(data)))
    return [must(voice.pick(f"The earliest start is {at}.", f"Our first start of the day is {at}."))]


_PARTS = (
    (re.compile(r"\b(?:mornings?|breakfast|brunch(?:es)?|before noon)\b", re.I), time(0), time(12)),
    (re.compile(r"\b(?:lunch\w*|day ?time|mid ?day|luncheon)\b", re.I), time(11), time(16)),
    (re.compile(r"\bafternoons?\b", re.I), time(12), time(17)),
    (re.compile(r"\b(?:midnight|late|(?:after|past) (?:9|10|11))\b", re.I), time(22), time.max),
    (re.compile(r"\b(?:evenings?|dinners?|nights?)\b", re.I), time(17), time.max),
)


@says("topic:daytime")
def daytime(voice: Voice, data: Data) -> Parts:
    """ "Do you do lunch?": the starts in that part of the day, else which ones there are."""
    slots, words = _slots(data), str(data.get("words", ""))
    low, high = next(((low, high) for pattern, low, high in _PARTS if pattern.search(words)), (time(0), time.max))
    fitting = [clock(slot) for slot in slots if low <= slot < high]
    if fitting:
        return [must(voice.pick(f"Yes, you can start at {listed(fitting, 'or')}.", f"Yes, with a start at {listed(fitting, 'or')}."))]  # fmt: skip
    return [must(f"No, our parties start at {listed([clock(slot) for slot in slots], 'or')}.")]


_WHICH_DAYS = re.compile(r"\b(?:what|which|when)\b", re.I)
""" "What days do you have in June?": there is no yes to it."""


@says("topic:every_day")
def every_day(voice: Voice, data: Data) -> Parts:
    times = listed([clock(slot) for slot in _slots(data)], "or")
    if _WHICH_DAYS.search(str(data.get("words", ""))):
        return [must("We cook on every day of the week."), should(f"Parties start at {times}.")]
    return [must(voice.pick("Yes, we cook on any day of the week.", "Yes, every day of the week.")), should(f"Parties start at {times}.")]  # fmt: skip


@says("start_at")
def start_at(voice: Voice, data: Data) -> Parts:
    """Whether a clock time is one of our starts, before any day is talked of."""
    slots, asked = _slots(data), [time.fromisoformat(one) for one in data["times"]]
    if all(one in slots for one in asked):
        return [must(voice.pick("Yes, that's one of our start times.", "Yes, that start is possible."))]
    return [must(f"No, our parties start at {listed([clock(slot) for slot in slots], 'or')}.")]


_WOODEN = re.compile(
    r"\b(?:wood(?:en)?|timber|bamboo|thatch(?:ed)?|straw) (?P<cover>pergola|roof|gazebo|cover|arbor"
    r"|trellis|overhang)\b|\b(?P<pergola>pergola)(?= (?:won'?t|wont|will not|wouldn'?t|can'?t|isn'?t"
    r"|is not) )",
    re.I,
)


def _under_wood(words: str) -> str | None:
    """The cover of something that burns which was named: what "anything flammable" means there."""
    found = _WOODEN.search(words)
    return f"the {(found['cover'] or found['pergola']).lower()}" if found else None


_GAP = re.compile(
    r"\b(?P<n>\d{2,3}(?:\.\d)?)(?:[ -]?(?:inch(?:es)?|in)\b|[ -]?[\"\u201d])"
    r"|\b(?P<feet>\d)(?:[ -]?(?:feet|foot|ft)\b|')",
    re.I,
)
_THROUGH = re.compile(
    r"\b(?:gates?|doors?|doorway|hallway|passage|side ?yard|through|thru|fits?|squeeze|get past)\b", re.I
)


INCHES_OF_A_FOOT = 12


def _fits(words: str, width: Any) -> str | None:
    """Whether the grill goes through a gate whose width is told."""
    gap = _GAP.search(words) if _THROUGH.search(words) else None
    if gap is None:
        return None
    inches = Decimal(gap["n"]) if gap["n"] else Decimal(gap["feet"]) * INCHES_OF_A_FOOT
    across = f"the grill is {number(width)} inches wide"
    return f"Yes, it should: {across}." if inches > Decimal(str(width)) else f"No, I'm afraid not: {across}."


@says("topic:grill_size")
def grill_size(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    grill, (wide, deep) = facts["venue.grill_inches"], facts["venue.space_feet"]
    if fits := _fits(str(data.get("words", "")), grill["width"]):
        return [must(fits), may(f"It's {number(grill['length'])} inches long and {number(grill['height'])} high.")]
    return [
        must(
            f"The grill is {number(grill['length'])} inches long, {number(grill['width'])} wide and "
            f"{number(grill['height'])} high."
        ),
        should(f"With the chef it needs about {wide} by {deep} feet."),
    ]


_COMPARES = re.compile(
    r"\b(?:is|are|does|do|will|would)\b[^.?!\n]*\b(?:more|less|extra|cheaper|higher|lower|differ\w*"
    r"|chang\w*|surcharges?|upcharges?|expensive|pricier|vary|varies|go(?:es)? up)\b"
    r"|\b(?:any|a) (?:\w+ )?(?:surcharge|upcharge|extra|fee)\b",
    re.I,
)
""" "Is Saturday more?" is answered by a no, "what do you charge on weekends" is not."""


@says("same_every_day")
def same_every_day(voice: Voice, data: Data) -> Parts:
    prices = data["prices"]
    if data["rules"]:
        return [
            must("Some dates have a surcharge, so the day can matter."),
            should("Tell me the date, and I'll give you the exact price."),
        ]
    asked = str(data["words"])
    lead = "Yes, it's" if re.search(r"\bsame\b", asked, re.I) else "No, it's" if _COMPARES.search(asked) else "It's"
    each = f"{money(prices['adult']['amount'])} per adult and {money(prices['child']['amount'])} per child"
    return [must(f"{lead} the same price on any day and at any start time: {each}.")]


@says("topic:most_guests")
def most_guests(voice: Voice, data: Data) -> Parts:
    most, alone = facts_of(data)["booking.guests"]["max"], data.get("alone")
    parts = [must(voice.pick(f"We cook for up to {most} guests.", f"Our limit is {most} guests."))]
    if alone is not None and alone < most:
        parts.append(should(f"Above {plural(alone, 'guest')}, our team plans it with you."))
    return parts


@says("topic:pay_handle")
def pay_handle(voice: Voice, data: Data) -> Parts:
    facts, words = facts_of(data), str(data.get("words", "")).lower()
    handles = {way: at for way, at in (facts["policies.payment_handles"] or {}).items() if at}
    asked = {way: at for way, at in handles.items() if way in words} or handles
    if asked:
        return [must(" ".join(f"For {way.capitalize()} it's {at}." for way, at in asked.items()))]
    told = must(voice.pick(
        "Our team sends you the payment instructions once you've booked.",
        "You get the payment instructions from our team after booking.",
    ))  # fmt: skip
    ways = payment(voice, data) if _named_ways(words) else []
    return [*(part for part in ways if part.weight == MUST), told]


_NAMED_WAYS = (
    ("HSA or EBT cards", r"hsa|fsa|ebt"), ("Apple Pay", r"apple ?pay"), ("Google Pay", r"google ?pay"), ("PayPal", r"pay ?pal"), ("Cash App", r"cash ?app"), ("installments", r"after ?pay|klarna|affirm|sezzle|installments?|payment plans?"), ("money orders", r"money orders?|travell?er'?s checks?"), ("crypto", r"bitcoins?|btc|crypto\w*|ethereum|dogecoin"),
    ("checks", r"(?:personal |by |with an? |an? |take |accept )(?:checks?|cheques?)|cheques?"), ("Venmo", r"venmo"), ("Zelle", r"zelle"), ("credit card", r"credit|cards?(?<!gift card)(?<!gift cards)\b|visa|master ?card"),
    ("cash", r"cash(?! ?app)"), ("bank transfers", r"wire|bank transfer|ach"),
)  # fmt: skip


_ONLY = re.compile(r"\bonly\b|\bjust\b", re.I)
_NOT = r"\b(?:don'?t|dont|do not|can'?t|cannot|won'?t|without|instead of|rather not|hate|no)\b[^.?!\n]{0,20}"
""" "I don't really do credit cards": not asked for, and not offered."""


def _named_ways(words: str) -> list[str]:
    return [name for name, pattern in _NAMED_WAYS if re.search(rf"\b(?:{pattern})\b", words, re.I)]


@says("topic:payment")
def payment(voice: Voice, data: Data) -> Parts:
    """Yes or no for each way that was named, then all of them."""
    facts, words = facts_of(data), str(data.get("words", ""))
    ways = [plain(item) for item in facts["policies.payment_methods"]]
    taken = {way.lower() for way in ways}
    named = _named_ways(words)
    turned_down = [name for name, pattern in _NAMED_WAYS if re.search(rf"{_NOT}\b(?:{pattern})\b", words, re.I)]
    named, ways = [name for name in named if name not in turned_down], [way for way in ways if way.lower() not in {name.lower() for name in turned_down}]  # fmt: skip
    fine = [name for name in named if name.lower() in taken]
    listing = voice.pick(f"You can pay by {listed(ways, 'or')}.", f"We take {listed(ways, 'or')}.")
    if _CARD_FEE.search(words):
        return [must(listing), must("Whether paying by card costs a fee I can't say, our team can.")]
    if fine and len(fine) == len(named) and _BY_HAND.issuperset(way.lower() for way in fine) and _OF_DEPOSIT.search(words):  # fmt: skip
        return [must(f"{listed(fine).capitalize()} is fine for the rest, but the {money(facts['prices.deposit'])} "
                "deposit is paid online.")]  # fmt: skip
    if named and len(fine) == len(named) and not _ONLY.search(words):
        lead = must(voice.pick(f"Yes, {listed(fine)} {'is' if len(fine) == 1 else 'are'} fine.", f"Yes, we take {listed(fine)}."))  # fmt: skip
        return [lead, should(paid_when(facts))]
    if not named and re.search(r"\bdeposit\b", words, re.I):
        return [must(paid_when(facts)), should(listing)]
    refused = [name for name in named if name not in fine]
    lead_no = [must(f"No, we don't take {listed(refused, 'or')}.")] if refused else []
    rest = _REST_DUE.search(words) is not None
    return [*lead_no, must(listing), *([] if rest and not lead_no else [should(paid_when(facts))])]


_CARD_FEE = re.compile(
    r"\b(?:cards?|credit|debit|visa|amex)\b[^.!\n]{0,40}\b(?:fees?|surcharges?|extra|charged? more"
    r"|percent)\b|\b(?:fees?|surcharges?|extra)\b[^.!\n]{0,30}\b(?:by|for|with|on|using) (?:an? |my "
    r"|the )?(?:cards?|credit|debit|visa|amex)\b",
    re.I,
)
""" "If I pay by card, is there a fee": no yes to the fee."""
_OF_DEPOSIT = re.compile(r"\bdeposit\b(?![^.?!\n]*\b(?:rest|balance|remainder)\b)", re.I)
_BY_HAND = frozenset({"cash", "check", "checks"})
"""What is handed over on the day: no deposit is paid so."""
_REST_DUE = re.compile(r"(?=.*\b(?:when|due)\b).*\b(?:balance|rest|remain\w*)\b", re.I | re.S)
"""When the rest is due is an answer of its own."""


@says("ways_to_pay")
def ways_to_pay(voice: Voice, data: Data) -> Parts:
    ways = listed([plain(item) for item in facts_of(data)["policies.payment_methods"]], "or")
    return [must(voice.pick(f"You can pay by {ways}.", f"We take {ways}."))]


def paid_when(facts: Data) -> str:
    """When and how the two parts of the bill are paid."""
    return f"The {money(facts['prices.deposit'])} deposit is paid online, the rest on the day or before."


@says("needs")
def needs(voice: Voice, data: Data) -> Parts:
    """What the host has ready: the spot for the grill, and what is not included."""
    venue = data["venue"]
    wide, deep = venue["space_feet"]
    spot = listed([plain(item) for item in venue["needs"]])
    things = listed([plain(item) for item in data["not_included"] if "alcohol" not in item])
    return [
        must(voice.pick(f"For the grill we need about {wide} by {deep} feet: {spot}.", f"A spot of about {wide} by {deep} feet for the grill: {spot}.")),
        must(f"From you we also need {things}; we bring the grill and all the food."),
    ]  # fmt: skip


@says("topic:setting")
def setting(voice: Voice, data: Data) -> Parts:
    """ "Is a patio ok?": what any place has to offer."""
    venue = facts_of(data)["venue"]
    wide, deep = venue["space_feet"]
    spot = listed([plain(item) for item in venue["needs"]])
    under = _under_wood(str(data.get("words", "")))
    apart = f"{venue['clearance_feet']} feet from anything flammable"
    clear = must(f"Please keep {apart}, {under} included.") if under else should(f"Please keep {apart}.")
    if places_asked.is_doubtful(str(data.get("words", ""))):
        return [
            must(
                f"Whether that spot is safe is for our team to decide: it takes about {wide} by "
                f"{deep} feet and {apart}."
            ),
            must('Just say "ask the team" and a person takes a look.'),
        ]
    room = None if under else rooms.answer(str(data.get("words", "")), (wide, deep))
    if room is not None:
        return [must(room), should(f"It takes {spot}."), clear]
    if under or data.get("elsewhere") or _NO_YES.search(str(data.get("words", ""))):
        return [must(f"What it needs is about {wide} by {deep} feet, {spot}."), clear]
    return [
        must(voice.pick(f"Yes, that works as long as there are about {wide} by {deep} feet, {spot}.", f"Yes, if it has about {wide} by {deep} feet, {spot}.")),
        clear,
    ]  # fmt: skip


_NO_YES = re.compile(
    r"\b(?:how|what|which|where|damage\w*|burn\w*|ruin\w*|scorch\w*|stain\w*|hurt\w*|mark\w*|mess\w*"
    r"|(?:do|does|will|would) (?:we|i|you|it|the \w+) (?:need|have to))\b",
    re.I,
)
""" "How big does the yard have to be?", "does it damage the lawn?": no yes."""


@says("why_us")
def why_us(voice: Voice, data: Data) -> Parts:
    included = listed([plain(item) for item in data["facts"]["menu.included"]])
    lead = voice.pick(
        "What makes it special is that the whole evening comes to you:",
        "The difference is that it's your own private show:",
    )
    return [
        must(
            f"{lead} a chef comes to your place with the grill and the equipment, sets up, cooks and "
            "performs for your guests."
        ),
        must(f"Included are {included}."),
    ]


@says("recommend")
def recommend(voice: Voice, data: Data) -> Parts:
    """One thing from the menu, with its price; of the kind that was spoken of, where it was."""
    menu, keys = data["menu"], data["keys"]
    upgrades = menu["upgrades_per_person"]
    choice = sorted((key for key in keys or upgrades if key in upgrades), key=lambda key: -float(upgrades[key]))[:2]
    addon = max(menu["addons_each"], key=lambda key: parse(menu["addons_each"][key]), default=None)
    if choice:
        each = listed([f"{label(key)} at {money(upgrades[key])} more a person" for key in choice], "or")
        beside = (
            []
            if keys or not addon
            else [
                must(
                    f"To share, {label(addon)} {'are' if label(addon).endswith('s') else 'is'} "
                    f"{money(menu['addons_each'][addon])} each."
                )
            ]
        )
        return [must(voice.pick(f"I'd suggest {each}.", f"My suggestion would be {each}.")), *beside]
    return [must(f"I'd suggest {label(addon)} at {money(menu['addons_each'][addon])} each.")] if addon else []


@says("topic:evening")
def evening(voice: Voice, data: Data) -> Parts:
    facts = facts_of(data)
    low, high = facts["venue.show_minutes"]
    return [
        must(
            "The chef comes to you with the grill and the food, sets up, then cooks and performs in "
            "front of your guests."
        ),
        must(
            f"Setting up takes about {plural(facts['venue.setup_minutes'], 'minute')}, dinner and "
            f"show about {low} to {high} minutes."
        ),
        may("You only have the tables set and enjoy it."),
    ]


@says("next_step")
def next_step(voice: Voice, data: Data) -> Parts:
    """After a price: what leads to a party, without a list of all that is needed."""
    deposit = money(data["facts"]["prices.deposit"])
    first = "You tell me the start and a name" if data["day"] else "You tell me the day and the start you'd like"
    return [
        must(voice.pick(f"{first}, I check it and show you a summary, and after your yes a {deposit} deposit holds "
                "the date.", (f"It's simple: {first[0].lower()}{first[1:]}, I sum it all up, and once you say yes a "
                f"{deposit} deposit holds the date.")))
    ]  # fmt: skip


@says("next_for_party")
def next_for_party(voice: Voice, data: Data) -> Parts:
    """After a booking: what is still open of it."""
    booking = data["booking"]
    when = f"{day(booking['date'])} at {clock(booking['time'])}"
    if booking["status"] == "deposit_pending":
        return [must(f"The next step is the deposit of {money(booking['deposit'])} for your party on {when}."), should("Our team sends you how to pay; once it is in, your date is confirmed.")]  # fmt: skip
    return [must(f"Your party on {when} is confirmed."), must(f"{money(booking['balance'])} is left to pay, on the day or before."), may("The chef brings the grill and the food.")]  # fmt: skip


@says("how_to_book")
def how_to_book(voice: Voice, data: Data) -> Parts:
    deposit = money(data["facts"]["prices.deposit"])
    return [
        must(
            voice.pick(
                "To book I need the date and start time, how many adults and kids, the ZIP code, a "
                "name, and a phone number or email.",
                (
                    "It's quick: tell me the date and start time, the number of adults and kids, the ZIP "
                    "code, a name, and a phone number or email."
                ),
            )
        ),
        should(f"A {deposit} deposit then holds the date."),
    ]
