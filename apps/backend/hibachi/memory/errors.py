"""How memory refuses."""

from hibachi.kit.errors import Conflict, InvalidInput, NotFound


class UnknownMemory(NotFound):
    """The customer has no such memory."""

    code = "memory_unknown"
    message = "Nothing of that kind is remembered of this customer."
    next_step = "Read what is remembered again; somebody may have deleted it."


class NothingToRemember(InvalidInput):
    """A memory without content."""

    code = "memory_empty"
    message = "There is nothing in it to remember."
    next_step = "Give the text, or the date of a birthday or anniversary."


class NotConfirmed(InvalidInput):
    """The id that confirms a forgetting is another person's."""

    code = "forget_not_confirmed"
    message = "To forget somebody, their id is given twice, and the two differ."
    next_step = "Send the id of the customer in `confirm`."


class StillBusy(Conflict):
    """The person has a party to come, or money is still owed either way."""

    code = "forget_still_busy"
    message = "This customer has a party to come."
    next_step = "Cancel or complete it first; what the law makes us keep of it stays."


class AlreadyForgotten(Conflict):
    """There is nothing left of this person."""

    code = "already_forgotten"
    message = "This customer was forgotten already."
    next_step = "Nothing has to be done."


class NotForgotten(Conflict):
    """A string of theirs still stands somewhere: all was taken back."""

    code = "forget_incomplete"
    message = "Something of this customer would have stayed at: {places}. Nothing was changed."
    next_step = "Report it: every place must be erased."
