"""How bookings refuses what cannot be answered with a reason and alternatives."""

from hibachi.kit.errors import Conflict, InvalidInput, NotFound


class UnknownBooking(NotFound):
    """No party has this id, or the token is not its own."""

    code = "booking_unknown"
    message = "There is no such booking."
    next_step = "Check the link, or ask the business."


class UnknownHold(NotFound):
    """No hold was ever given this token."""

    code = "hold_unknown"
    message = "There is no such hold."
    next_step = "Hold a time at POST /api/v1/holds."


class TravelMissing(InvalidInput):
    """A new ZIP came without its travel fee."""

    code = "travel_missing"
    message = "A new address needs its distance."
    next_step = "Measure the distance of the new ZIP first."


class UnknownPlace(InvalidInput):
    """No travel fee can be told for this ZIP, so that the party has no price."""

    code = "place_unknown"
    message = "We do not know this ZIP."
    next_step = "Send the ZIP of the party's address in the United States."


class NotPayable(Conflict):
    """A party in this state is not paid for by card."""

    code = "not_payable"
    message = "This party cannot be paid for now."
    next_step = "Look at the party as it is now, or write to us."
