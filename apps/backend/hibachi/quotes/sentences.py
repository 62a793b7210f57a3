"""A price as a person reads it: one sentence a line, then the total. Every number is one of the price's own."""

from hibachi.kit.money import spoken
from hibachi.quotes.schemas import PricedParty, QuoteLine
from hibachi.travel.schemas import TravelFee, UnknownFee


def sentences(priced: PricedParty) -> tuple[str, ...]:
    """The lines of a price as sentences: "14 adults (13 and over) × $55 = $770", …, "Total: $770"."""
    return (*(_sentence(line, priced) for line in priced.lines), *_total(priced))


def _sentence(line: QuoteLine, priced: PricedParty) -> str:
    if line.component == "travel" and isinstance(priced.travel, TravelFee):
        return f"Travel: {priced.travel.how}"
    if line.component == "minimum":
        return f"{spoken(line.amount)} {line.label}"
    if line.component in ("tax", "surcharge") and line.quantity == 1:
        return f"{line.label}: {spoken(line.amount)}"
    unit = "free" if line.unit == 0 else f"{spoken(line.unit)} = {spoken(line.amount)}"
    return f"{line.quantity} {line.label}{': ' if line.unit == 0 else ' × '}{unit}"


def _total(priced: PricedParty) -> tuple[str, ...]:
    if priced.total is None or priced.balance is None:
        return (f"Food: {spoken(priced.food_total)}", _why_no_total(priced))
    before = "" if priced.travel_included else " before travel, which depends on the ZIP of the event"
    deposit = f"Deposit {spoken(priced.deposit)}, taken off the bill; balance {spoken(priced.balance)}"
    return (f"Total: {spoken(priced.total)}{before}", deposit)


def _why_no_total(priced: PricedParty) -> str:
    if isinstance(priced.travel, UnknownFee):
        return f"No total yet: {priced.travel.message} {priced.travel.next_step}"
    return "No total: the place is farther than we travel without approval by a person of our team."
