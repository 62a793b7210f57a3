"""How the calendar refuses what is not simply "not free"."""

from hibachi.kit.errors import Conflict, InvalidInput, NotFound


class InvalidRange(InvalidInput):
    """The days or instants do not make a range, or too long a one."""

    code = "range_invalid"
    message = "The end comes after the start, and not too long after it."
    next_step = "Ask for a shorter range that ends after it begins."


class UnknownBlock(NotFound):
    """No block in force has this id."""

    code = "block_unknown"
    message = "There is no such block, or it was lifted already."
    next_step = "Choose one of GET /api/v1/admin/blocks."


class ChefTaken(Conflict):
    """The chef has a party, a hold or a block in that time."""

    code = "chef_taken"
    message = "This chef has a party or a block in that time."
    next_step = "Move the party first, or block another time."
