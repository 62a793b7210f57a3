"""The evening itself: times, place, guests, how one books, who we are."""

from collections.abc import Iterator

from hibachi.kit.money import spoken as spoken_money
from hibachi.knowledge.rendering.passages import Passage, clock, listed, number, plain, sentence
from hibachi.policies.schemas import Profile


def booking(profile: Profile) -> Iterator[Passage]:
    """When a party may start, how far ahead it is booked, how a date is held."""
    rules = profile.booking
    yield Passage(
        "slots", "policies", "What times can a party start?",
        f"Parties start at {listed([clock(slot) for slot in rules.slots], 'or')}.",
        ("start times for lunch, afternoon or dinner", "latest or earliest time the chef can begin", "is 5 pm possible"),
        ("booking.slots",),
    )  # fmt: skip
    yield Passage(
        "open_days", "policies", "On which days do you come?",
        "Any day of the week can be asked for; we look whether a chef is free on yours.",
        ("do you work weekends, Sundays or Mondays", "open on holidays like Christmas or Thanksgiving", "weekday parties"),
    )  # fmt: skip
    yield Passage(
        "duration", "policies", "How long does the whole party take?",
        f"Plan for {rules.duration_minutes // 60 if rules.duration_minutes % 60 == 0 else number(rules.duration_minutes / 60)} hours in all.",
        ("total time the chef stays", "when is it over if we start at seven", "how many hours should we reserve"),
        ("booking.duration_minutes",),
    )  # fmt: skip
    yield Passage(
        "min_notice", "policies", "How much notice do you need?",
        f"We need at least {rules.min_notice_hours} hours of notice.",
        ("last minute booking for today, tonight or tomorrow", "how soon can you come", "short notice", "how far in advance must I book"),
        ("booking.min_notice_hours",),
    )  # fmt: skip
    yield Passage(
        "max_ahead", "policies", "How far ahead can we book?",
        f"Up to {rules.max_months_ahead} months ahead.",
        ("reserve for next year or next summer already", "is it too early to book", "how far out does the calendar go"),
        ("booking.max_months_ahead",),
    )  # fmt: skip
    hold = f"{rules.hold_minutes // 60} hours" if rules.hold_minutes % 60 == 0 else f"{rules.hold_minutes} minutes"
    yield Passage(
        "hold_time", "policies", "How long is a date held?",
        f"We can hold a date for {hold} while you pay the deposit.",
        ("save or keep the slot while I decide or ask my spouse", "when does an unpaid reservation lapse or expire", "hold my spot"),
        ("booking.hold_minutes",),
    )  # fmt: skip
    yield Passage(
        "confirmation", "policies", "When is the booking confirmed?",
        "A party is confirmed once its deposit is paid; until then the date is only held.",
        ("when is it official that you are coming", "is my date safe before I paid"),
    )  # fmt: skip
    yield Passage(
        "how_to_book", "faq", "How do we book?",
        "Tell us the day, the time, how many adults and children come, and the ZIP code of the place. You get the price, then we can hold the date, and the deposit confirms it.",
        ("steps to reserve a chef", "what information do you need to set up a party", "how do I make a reservation"),
    )  # fmt: skip
    yield Passage(
        "guest_limits", "policies", "How many guests can come?",
        f"Up to {rules.guests.max} guests.",
        ("largest group or maximum party size", "is a hundred and fifty people too many", "capacity"),
        ("booking.guests",),
    )  # fmt: skip


def place(profile: Profile) -> Iterator[Passage]:
    """What the place must offer, and what we bring."""
    venue = profile.venue
    wide, deep = venue.space_feet
    grill = venue.grill_inches
    yield Passage(
        "space", "policies", "How much space does the chef need?",
        f"About {wide} by {deep} feet.",
        ("does it fit on a small patio, deck or balcony", "size of the area for cooking", "is ten by ten enough room"),
        ("venue.space_feet",),
    )  # fmt: skip
    yield Passage(
        "grill_size", "policies", "How big is the grill?",
        f"The grill is {number(grill.length)} inches long, {number(grill.width)} wide and {number(grill.height)} high.",
        ("dimensions of the hibachi or flat top", "does it go through a gate or door"),
        ("venue.grill_inches",),
    )  # fmt: skip
    yield Passage(
        "clearance", "policies", "How far away from walls and trees must the grill be?",
        f"The grill stands at least {venue.clearance_feet} feet from anything flammable.",
        ("safe distance to the house, a wooden fence or an awning", "clearance around the fire"),
        ("venue.clearance_feet",),
    )  # fmt: skip
    yield Passage(
        "ground", "policies", "What does the place need?",
        f"We need {listed([plain(need) for need in venue.needs])}.",
        ("must the floor be flat or level", "set up on grass, a slope, gravel or concrete", "uneven lawn"),
        ("venue.needs",),
    )  # fmt: skip
    parking = [need for need in venue.needs if "park" in need.casefold()]
    if parking:
        yield Passage(
            "parking", "policies", "Does the chef need parking?",
            f"Please keep {listed([plain(need) for need in parking])} free.",
            ("where does the chef put the truck or car", "driveway spot"),
            ("venue.needs",),
        )  # fmt: skip
    yield Passage(
        "table_layout", "policies", "How should the tables stand?",
        sentence(venue.tables),
        ("arrange the seating around the chef", "how many tables for fifteen people", "table layout"),
        ("venue.tables",),
    )  # fmt: skip
    yield Passage(
        "setup_time", "policies", "How long does setting up take?",
        f"Setting up takes about {venue.setup_minutes} minutes.",
        ("how early does the chef arrive", "time to get ready before cooking"),
        ("venue.setup_minutes",),
    )  # fmt: skip
    shortest, longest = venue.show_minutes
    yield Passage(
        "show_length", "policies", "How long is the show?",
        f"The chef cooks and performs for {shortest} to {longest} minutes.",
        ("how long does the chef cook", "minutes of entertainment or performance"),
        ("venue.show_minutes",),
    )  # fmt: skip


def about(profile: Profile) -> Iterator[Passage]:
    """Who we are, how we are reached, what goes to a person."""
    business = profile.business
    yield Passage(
        "about", "about", "What is it that you do?",
        f"{business.name}: {sentence(business.tagline)}",
        ("how does a private hibachi party work", "are you a restaurant", "tell me about your company and service"),
        ("business.name", "business.tagline"),
    )  # fmt: skip
    yield Passage(
        "contact", "about", "How can we reach you?",
        f"By telephone {business.phone}, by e-mail {business.email}, or at {business.website}.",
        ("phone number", "email address", "website", "talk to a real person"),
        ("business.phone", "business.email", "business.website"),
    )  # fmt: skip
    hours = business.hours
    yield Passage(
        "office_hours", "about", "When does somebody answer the telephone?",
        f"Our team answers from {clock(hours.open)} to {clock(hours.close)}, {_days(hours.days)}.",
        ("office hours", "when can I call", "until what time do people pick up"),
        ("business.hours",),
    )  # fmt: skip
    yield Passage(
        "machine", "about", "Am I talking to a machine?",
        f"{profile.concierge.disclosure.format(business=business.name)} A person answers when you ask for one.",
        ("are you a robot or an actual human", "is this a bot typing"),
        ("concierge.disclosure",),
    )  # fmt: skip
    spoken = "English" if business.languages == ("en",) else listed(business.languages)
    yield Passage(
        "languages", "about", "Which languages do you speak?",
        f"We answer in {spoken}; for another language we ask a colleague.",
        ("habla español", "does somebody speak Spanish"),
        ("business.languages",),
    )  # fmt: skip
    referral = profile.growth.referral
    yield Passage(
        "referral", "policies", "Is there a reward for recommending you?",
        f"Your referral credit is {spoken_money(referral.referrer_credit)}, once {referral.paid_after}.",
        ("refer a friend program", "do I earn something when a neighbor books because of me", "bonus for sending people your way"),
        ("growth.referral",),
    )  # fmt: skip
    for key, title, asks in _FOR_PEOPLE:
        yield Passage(key, "policies", title, _asked_of_people(key), asks, ("escalate_to_human",))
    for name, script in profile.sales.objections.items():
        yield Passage(
            f"script:{name}", "scripts", f"How to answer doubts about {name.replace('_', ' ')}", sentence(script), inside=True,
            paths=(f"sales.objections.{name}",),
        )  # fmt: skip


_FOR_PEOPLE = (
    ("large_groups", "What about a large group?", ("party of fifty people or more", "big crowd, company picnic or wedding")),
    ("corporate", "Do you work with companies?", ("corporate account and invoice", "billing terms such as net 30 for the office")),
    ("discount", "Is there a discount?", ("coupon, promo code or special deal", "can you lower the price or match another offer")),
    ("custom_menu", "Can we have a menu of our own?", ("a dish that is not on the list", "special food such as wagyu made for us")),
    ("jobs_press", "Do you have jobs, or a contact for the press?", ("are you hiring chefs", "newspaper story or partnership")),
)  # fmt: skip


def _days(written: str) -> str:
    return "every day" if written == "mon-sun" else written


def _asked_of_people(key: str) -> str:
    matter = {
        "large_groups": "A large group", "corporate": "A corporate account or an invoice with terms", "discount": "A discount or a price match",
        "custom_menu": "A custom menu", "jobs_press": "A job, press or partnership enquiry",
    }[key]  # fmt: skip
    return f"{matter} is a matter for our team; say so and a person answers."
