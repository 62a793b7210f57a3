"""The receipt: every amount that is said is one of the price's own, and the amounts said add up."""

import re
from decimal import Decimal

from hypothesis import given, settings

from hibachi.kit.money import spoken
from hibachi.policies.schemas import Profile
from hibachi.quotes.rules import price, sentences
from hibachi.quotes.schemas import Party, PricedParty
from hibachi.travel.schemas import TravelFee, UnknownFee
from tests.quotes.test_properties import DAY, parties, profiles, ways

AMOUNT = re.compile(r"\$[0-9,]+(?:\.[0-9]{2})?")


def amounts(texts: tuple[str, ...]) -> list[int]:
    found = (amount for text in texts for amount in AMOUNT.findall(text))
    return [int(Decimal(amount.strip("$").replace(",", "")) * 100) for amount in found]


def own_amounts(quote: PricedParty, profile: Profile) -> set[int]:
    known = {line.amount for line in quote.lines} | {line.unit for line in quote.lines}
    known |= {quote.food_total, quote.deposit, quote.total or 0, quote.balance or 0, profile.prices.party_minimum}
    return known | ({quote.travel.fee, quote.travel.per_mile} if isinstance(quote.travel, TravelFee) else set())


@settings(max_examples=100, deadline=None)
@given(parties(), profiles(), ways())
def test_every_amount_said_is_one_of_the_price(
    party: Party, profile: Profile, way: TravelFee | UnknownFee | None
) -> None:
    quote = price(party, profile, travel=way, event_date=DAY)
    assert set(amounts(sentences(quote))) <= own_amounts(quote, profile)


@settings(max_examples=100, deadline=None)
@given(parties(), profiles(), ways())
def test_every_line_is_said_and_the_last_amounts_add_up(
    party: Party, profile: Profile, way: TravelFee | UnknownFee | None
) -> None:
    """The last amount of each line's sentence is its amount (a free line says so), and their sum is the total."""
    quote = price(party, profile, travel=way, event_date=DAY)
    said = sentences(quote)
    lines = dict(zip(said, quote.lines, strict=False))
    assert len(lines) == len(quote.lines)
    told = 0
    for text, line in lines.items():
        if line.component == "minimum":
            told += amounts((text,))[0]
        elif line.amount:
            told += amounts((text,))[-1]
        assert spoken(line.amount) in text or not line.amount
    if quote.total is not None:
        assert told == quote.total
        assert f"Total: {spoken(quote.total)}" in " ".join(said)
    else:
        assert told == quote.food_total + quote.tax


@settings(max_examples=50, deadline=None)
@given(parties(), profiles())
def test_a_price_without_a_place_never_reads_as_final(party: Party, profile: Profile) -> None:
    text = " ".join(sentences(price(party, profile)))
    assert "before travel" in text
    assert "ZIP" in text
