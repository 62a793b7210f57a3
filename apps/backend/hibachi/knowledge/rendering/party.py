"""The evening itself: times, place, guests, how one books, who we are."""

from collections.abc import Iterator

from hibachi.kit.money import spoken as spoken_money
from hibachi.knowledge.rendering.passages import Passage, plain, sentence
from hibachi.language.written import clock, hours, listed, number, plural
from hibachi.policies.schemas import Profile


def booking(profile: Profile) -> Iterator[Passage]:
    """When a party may start, how far ahead it is booked, how a date is held."""
    rules = profile.booking
    yield Passage(
        "slots", "policies", "What times can a party start?",
        f"Parties start at {listed([clock(slot) for slot in rules.slots], 'or')}.",
        ("booking.slots",),
    )  # fmt: skip
    yield Passage(
        "open_days", "policies", "On which days do you come?",
        "Any day of the week can be asked for; we look whether a chef is free on yours.",
    )  # fmt: skip
    yield Passage(
        "duration", "policies", "How long does the whole party take?",
        f"Plan for {hours(rules.duration_minutes)} in all.",
        ("booking.duration_minutes",),
    )  # fmt: skip
    yield Passage(
        "min_notice", "policies", "How much notice do you need?",
        f"We need at least {plural(rules.min_notice_hours, 'hour')} of notice.",
        ("booking.min_notice_hours",),
    )  # fmt: skip
    yield Passage(
        "max_ahead", "policies", "How far ahead can we book?",
        f"You can book up to {plural(rules.max_months_ahead, 'month')} ahead.",
        ("booking.max_months_ahead",),
    )  # fmt: skip
    yield Passage(
        "hold_time", "policies", "How long is a date held?",
        f"We can hold a date for {hours(rules.hold_minutes)} while you pay the deposit.",
        ("booking.hold_minutes",),
    )  # fmt: skip
    yield Passage(
        "confirmation", "policies", "When is the booking confirmed?",
        "A party is confirmed once its deposit is paid; until then the date is only held.",
    )  # fmt: skip
    yield Passage(
        "how_to_book", "faq", "How do we book?",
        ("Tell us the day, the time, how many adults and children come, and the ZIP code of the place. "
                "You get the price, then we can hold the date, and the deposit confirms it."),
    )  # fmt: skip
    yield Passage(
        "guest_limits", "policies", "How many guests can come?",
        f"We cook for up to {plural(rules.guests.max, 'guest')}.",
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
        ("venue.space_feet",),
    )  # fmt: skip
    yield Passage(
        "grill_size", "policies", "How big is the grill?",
        f"The grill is {number(grill.length)} inches long, {number(grill.width)} wide and {number(grill.height)} high.",
        ("venue.grill_inches",),
    )  # fmt: skip
    yield Passage(
        "clearance", "policies", "How far away from walls and trees must the grill be?",
        f"The grill stands at least {plural(venue.clearance_feet, 'foot', 'feet')} from anything flammable.",
        ("venue.clearance_feet",),
    )  # fmt: skip
    yield Passage(
        "ground", "policies", "What does the place need?",
        f"We need {listed([plain(need) for need in venue.needs])}.",
        ("venue.needs",),
    )  # fmt: skip
    parking = [need for need in venue.needs if "park" in need.casefold()]
    if parking:
        yield Passage(
            "parking", "policies", "Does the chef need parking?",
            f"Please keep {listed([plain(need) for need in parking])} free.",
            ("venue.needs",),
        )  # fmt: skip
    yield Passage(
        "table_layout", "policies", "How should the tables stand?",
        sentence(venue.tables),
        ("venue.tables",),
    )  # fmt: skip
    yield Passage(
        "setup_time", "policies", "How long does setting up take?",
        f"Setting up takes about {plural(venue.setup_minutes, 'minute')}.",
        ("venue.setup_minutes",),
    )  # fmt: skip
    shortest, longest = venue.show_minutes
    yield Passage(
        "show_length", "policies", "How long is the show?",
        f"The chef cooks and performs for {shortest} to {plural(longest, 'minute')}.",
        ("venue.show_minutes",),
    )  # fmt: skip


def about(profile: Profile) -> Iterator[Passage]:
    """Who we are, how we are reached, what goes to a person."""
    business = profile.business
    yield Passage(
        "about", "about", "What is it that you do?",
        f"{business.name}: {sentence(business.tagline)}",
        ("business.name", "business.tagline"),
    )  # fmt: skip
    yield Passage(
        "contact", "about", "How can we reach you?",
        f"By telephone {business.phone}, by e-mail {business.email}, or at {business.website}.",
        ("business.phone", "business.email", "business.website"),
    )  # fmt: skip
    hours = business.hours
    yield Passage(
        "office_hours", "about", "When does somebody answer the telephone?",
        f"Our team answers from {clock(hours.open)} to {clock(hours.close)}, {_days(hours.days)}.",
        ("business.hours",),
    )  # fmt: skip
    yield Passage(
        "machine", "about", "Am I talking to a machine?",
        f"{profile.concierge.disclosure.format(business=business.name)} A person answers when you ask for one.",
        ("concierge.disclosure",),
    )  # fmt: skip
    spoken = "English" if business.languages == ("en",) else listed(business.languages)
    yield Passage(
        "languages", "about", "Which languages do you speak?",
        f"We answer in {spoken}; for another language we ask a colleague.",
        ("business.languages",),
    )  # fmt: skip
    referral = profile.growth.referral
    yield Passage(
        "referral", "policies", "Is there a reward for recommending you?",
        f"Your referral credit is {spoken_money(referral.referrer_credit)}, once {referral.paid_after}.",
        ("growth.referral",),
    )  # fmt: skip
    for key, cue, title in _FOR_PEOPLE:
        matter = next((words for words in profile.escalate_to_human if cue in words.casefold()), None)
        if matter is not None:
            words = (
                f"{sentence(plain(matter).removesuffix(' is asked for'))[:-1]}: that is a matter for our "
                "team. Say so and a person answers."
            )
            yield Passage(key, "policies", title, words, ("escalate_to_human",))
    for name, script in profile.sales.objections.items():
        yield Passage(
            f"script:{name}", "scripts", f"How to answer doubts about {name.replace('_', ' ')}", sentence(script), inside=True,
            paths=(f"sales.objections.{name}",),
        )  # fmt: skip


_FOR_PEOPLE = (
    ("large_groups", "guests", "What about a large group?"),
    ("corporate", "corporate", "Do you work with companies?"),
    ("discount", "discount", "Is there a discount?"),
    ("custom_menu", "custom menu", "Can we have a menu of our own?"),
    ("jobs_press", "job", "Do you have jobs, or a contact for the press?"),
)
"""Passages about what goes to a person, each with the word by which the owner's list names it."""


def _days(written: str) -> str:
    return "every day" if written == "mon-sun" else written
