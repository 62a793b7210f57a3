"""How feedback can refuse."""

from hibachi.kit.errors import Conflict, NotFound


class NothingToJudge(NotFound):
    """No reply of the concierge under this id or link: unknown, forged, expired, or not one that may be judged by it."""

    code = "nothing_to_judge"
    message = "There is no reply that this could be about."
    next_step = "Use the link of the message as it came, or the id of a reply in this chat."


class JudgedAlready(Conflict):
    """The person said something else of the same reply before."""

    code = "judged_already"
    message = "You told us already what you think of this; thank you."
    next_step = "Write to us in the conversation if you want to add something."


class NoBookingHere(Conflict):
    """The survey is for conversations that led to a booking."""

    code = "no_booking_here"
    message = "This question is asked after a booking."
    next_step = "Vote on a reply instead."


class NoSuchGap(NotFound):
    """No open entry of this id."""

    code = "gap_not_found"
    message = "There is no such open entry."
    next_step = "Read the list again."
