"""What a party costs and how one pays."""

from collections.abc import Iterator
from datetime import date

from hibachi.kit import lazy_re as re
from hibachi.kit.money import spoken
from hibachi.knowledge.rendering.passages import Passage, plain, times
from hibachi.language.written import listed, plural
from hibachi.policies.fields import AgePrice
from hibachi.policies.schemas import Profile


def prices(profile: Profile) -> Iterator[Passage]:
    """By age, the minimum, the tip, the tax and what a season adds."""
    price, menu = profile.prices, profile.menu
    yield Passage(
        "price_adult", "pricing", "What does it cost per person?",
        f"{_band(price.adult)} pay {spoken(price.adult.amount)} each.",
        ("prices.adult",),
    )  # fmt: skip
    yield Passage(
        "price_child", "pricing", "What do children pay?",
        f"Children {price.child.ages} pay {spoken(price.child.amount)} each.",
        ("prices.child",),
    )  # fmt: skip
    free = price.toddler.amount == 0
    note = f": {price.toddler.note}" if price.toddler.note else ""
    yield Passage(
        "price_toddler", "pricing", "Do toddlers and babies pay?",
        f"Children {price.toddler.ages} " + ("are free" if free else f"pay {spoken(price.toddler.amount)} each") + f"{note}.",
        ("prices.toddler",),
    )  # fmt: skip
    yield Passage(
        "party_minimum", "pricing", "Is there a minimum for a small party?",
        (f"The party minimum is {spoken(price.party_minimum)}; a smaller party is welcome and pays "
                "that. Travel comes on top."),
        ("prices.party_minimum", "booking.guests.min"),
    )  # fmt: skip
    low, high = price.gratuity_suggested_percent
    yield Passage(
        "gratuity", "pricing", "Is the tip included?",
        f"A tip is not part of the price. It goes to the chef on the day; {low} to {high} percent is usual.",
        ("prices.gratuity_suggested_percent",),
    )  # fmt: skip
    rate = profile.tax.sales_tax_rate * 100
    yield Passage(
        "tax", "pricing", "Is sales tax added?",
        f"Sales tax of {rate.normalize():f} percent on the food is a line of its own in the quote." if rate else "No sales tax is added to the quote.",
        ("tax.sales_tax_rate",),
    )  # fmt: skip
    yield Passage(
        "extra_protein", "menu", "What does a third protein cost?",
        f"Extra proteins are {spoken(menu.extra_protein)} a portion; for a premium one its upgrade price is added.",
        ("menu.extra_protein", "menu.proteins_per_guest"),
    )  # fmt: skip
    for rule in profile.pricing_rules:
        much = (
            f"{rule.percent} percent of the food"
            if rule.percent is not None
            else f"{spoken(rule.per_adult or 0)} an adult"
        )
        yield Passage(
            f"season:{rule.key}", "seasonal_offers", f"What is different for {rule.label}?",
            f"{rule.label}: for parties from {_day(rule.first)} to {_day(rule.last)}, {much} is added.",
            (f"pricing_rules.{rule.key}",), asks=(f"{rule.label} price", "holiday or seasonal surcharge"), valid_until=rule.last,
        )  # fmt: skip


def paying(profile: Profile) -> Iterator[Passage]:
    """The deposit, by what one pays, when the rest is due."""
    rules, deposit = profile.policies, spoken(profile.prices.deposit)
    yield Passage(
        "deposit_amount", "policies", "How much is the deposit?",
        f"The deposit is {deposit}, whatever the size of the party.",
        ("prices.deposit",),
    )  # fmt: skip
    yield Passage(
        "deposit_credited", "policies", "Is the deposit taken off the bill?",
        f"Yes. The deposit of {deposit} is taken off the final bill; it is no extra charge.",
        ("prices.deposit",),
    )  # fmt: skip
    yield Passage(
        "payment_methods", "policies", "How can we pay?",
        f"We take {listed(rules.payment_methods)}. The deposit is paid online.",
        ("policies.payment_methods",),
    )  # fmt: skip
    told = [f"{name.capitalize()}: {handle}" for name, handle in rules.payment_handles.items() if handle]
    yield Passage(
        "payment_handles", "policies", "Where do I send the money?",
        f"{'. '.join(told)}." if told else "Our team sends the payment details with the booking.",
        ("policies.payment_handles",),
    )  # fmt: skip
    yield Passage(
        "balance_due", "policies", "When is the rest of the bill due?",
        "The balance is paid on the day of the party or before.",
    )  # fmt: skip


def distance(profile: Profile) -> Iterator[Passage]:
    """Where we go, and what the way costs."""
    travel = profile.travel
    yield Passage(
        "travel_fee", "pricing", "Is there a travel fee?",
        (f"The first {plural(travel.free_miles, 'mile is', 'miles are')} free; each mile beyond is "
                f"{spoken(travel.per_mile)}, one way."),
        ("travel.free_miles", "travel.per_mile"),
    )  # fmt: skip
    yield Passage(
        "area", "policies", "Where do you serve?",
        f"We serve the {listed(travel.areas)}.",
        ("travel.areas",),
    )  # fmt: skip
    yield Passage(
        "max_distance", "policies", "How far do you travel?",
        (f"We come up to {plural(travel.max_miles, 'mile')} from {travel.base.city}; a way of more than "
                f"{plural(travel.human_review_over_miles, 'mile')} is looked at by our team first."),
        ("travel.max_miles", "travel.human_review_over_miles", "travel.base"),
    )  # fmt: skip
    yield Passage(
        "base", "about", "Where are you based?",
        f"Our chefs start from {travel.base.city}, {travel.base.state}.",
        ("travel.base",),
    )  # fmt: skip


def plans(profile: Profile) -> Iterator[Passage]:
    """What happens when plans change."""
    rules, booking = profile.policies, profile.booking
    yield Passage(
        "cancellation", "policies", "What if we cancel?",
        (f"Cancel at least {plural(rules.deposit_refundable_days, 'day')} before the party and the "
                "whole deposit comes back; later it is kept."),
        ("policies.deposit_refundable_days",),
    )  # fmt: skip
    free = rules.reschedule_free
    yield Passage(
        "reschedule", "policies", "Can we move the party to another date?",
        (f"You may move the party {times(free.times)} for free, up to "
                f"{plural(free.min_hours_before, 'hour')} before it. The new date needs "
                f"{plural(booking.min_notice_hours, 'hour')} of notice."),
        ("policies.reschedule_free", "booking.min_notice_hours"),
    )  # fmt: skip
    yield Passage(
        "reschedule_fee", "policies", "What does moving the party again cost?",
        f"A further or later change of the date costs {spoken(rules.reschedule_fee)}.",
        ("policies.reschedule_fee",),
    )  # fmt: skip
    yield Passage(
        "rain", "policies", "What if it rains?",
        f"{_owners(rules.rain)}",
        ("policies.rain",),
    )  # fmt: skip
    yield Passage(
        "indoor", "policies", "Can it be indoors?",
        f"{_owners(rules.indoor)}",
        ("policies.indoor",),
    )  # fmt: skip
    yield Passage(
        "final_count", "policies", "When is the final guest count due?",
        (f"Tell us the final number of guests at least {plural(rules.guest_count_final_hours, 'hour')} "
                "before the party."),
        ("policies.guest_count_final_hours",),
    )  # fmt: skip
    yield Passage(
        "menu_change", "policies", "Until when can we change the menu?",
        f"Dishes can be changed up to {plural(rules.menu_change_cutoff_hours, 'hour')} before the party.",
        ("policies.menu_change_cutoff_hours",),
    )  # fmt: skip
    stays = "The prices of the day on which you booked stay yours, also for what is changed later."
    yield Passage(
        "price_changes", "policies", "Does the price change after booking?",
        stays if "booking" in rules.changes_priced_at else f"What is changed later is priced by {rules.changes_priced_at}.",
        ("policies.changes_priced_at",),
    )  # fmt: skip
    leftover = (
        "Nothing is paid back for food that is left over."
        if rules.leftover_food_refund == "none"
        else _owners(rules.leftover_food_refund)
    )
    yield Passage(
        "leftovers", "policies", "What about leftover food?",
        leftover,
        ("policies.leftover_food_refund",),
    )  # fmt: skip
    yield Passage(
        "recording", "policies", "Are calls recorded?",
        _owners(rules.recording_notice),
        ("policies.recording_notice",),
    )  # fmt: skip


def _day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _band(price: AgePrice) -> str:
    return f"Guests of {price.ages}"


_OF_CUSTOMERS = re.compile(r"\bthe (?:customer|client|host) (\w+?)s\b", re.I)


_BY_A_HUMAN = re.compile(r"\bdecided by (?:a|one of our) (?:human|person|people)\b")


def _owners(words: str) -> str:
    """The owner's rule as it is said to the customer: "the customer provides cover" → "You provide cover."."""
    bare = _BY_A_HUMAN.sub("and our team decides that", _OF_CUSTOMERS.sub(r"you \1", plain(words).rstrip(".")))
    return f"{bare[:1].upper()}{bare[1:]}."
