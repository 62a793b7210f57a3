"""How choosing by a link is refused."""

from hibachi.kit.errors import Conflict, InvalidInput, NotFound


class UnknownGuestLink(NotFound):
    """The link was never made, was renewed, or its party is over: nobody is told which."""

    code = "guest_link_unknown"
    message = "This link does not open anything any more."
    next_step = "Ask your host for the present link."


class ChoosingClosed(Conflict):
    """Too late for the menu of this party."""

    code = "choosing_closed"
    message = "It is too late to choose: the menu is final."
    next_step = "Tell your host, who can call us."


class EveryPlaceTaken(Conflict):
    """As many chose as the party has guests."""

    code = "guests_full"
    message = "Every guest of this party has chosen already."
    next_step = "Tell your host: one more guest can be added, or an entry struck."


class NameTaken(Conflict):
    """Another guest of the party has the name."""

    code = "guest_name_taken"
    message = "Somebody of this name has chosen already."
    next_step = (
        "If that was you, correct it on the phone or computer you used. If not, add the first letter of your last name."
    )


class InvalidChoice(InvalidInput):
    """What a guest chose is not on the menu, or is more than a guest has."""

    code = "choice_invalid"
    message = "This cannot be chosen."


class UnknownChoice(NotFound):
    """No guest of the party has this entry."""

    code = "guest_choice_unknown"
    message = "There is no such entry of a guest."
    next_step = "Read the list again: it may have been struck already."


class NoChoices(Conflict):
    """There is nothing to take over."""

    code = "guests_none_chose"
    message = "None of your guests has chosen yet."
    next_step = "Share the link with them first."


class NotesTooLong(Conflict):
    """More allergies and diets than fit into a party."""

    code = "notes_too_long"
    message = "The notes of your guests are more than fit into one party."
    next_step = "Call or write to us: we take them down with you."


class PartyNotLive(Conflict):
    """Guests choose for a party that is booked and still to come."""

    code = "party_not_live"
    message = "Guests can choose only for a party that is booked and has not begun."
    next_step = "Look at the party as it is now."
