"""How quotes refuse."""

from hibachi.kit.errors import InvalidInput, NotFound


class InvalidParty(InvalidInput):
    """A party that cannot be priced: its message says what is wrong with it."""

    code = "invalid_party"
    message = "This party cannot be priced."
    next_step = "Correct the party and ask again."


class DateInThePast(InvalidInput):
    """The day of the party is over."""

    code = "date_in_the_past"
    message = "That day is in the past."
    next_step = "Choose a day that is still to come."


class UnknownQuote(NotFound):
    """There is no quote of this id."""

    code = "unknown_quote"
    message = "There is no quote of this id."
    next_step = "Ask for a new quote at /api/v1/quotes."
