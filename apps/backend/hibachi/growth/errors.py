"""How growth refuses."""

from hibachi.kit.errors import Conflict, InvalidInput, NotFound


class UnknownLead(NotFound):
    """No lead has this id."""

    code = "lead_unknown"
    message = "There is no such lead."
    next_step = "Choose one of GET /api/v1/admin/leads."


class LeadClosed(Conflict):
    """The lead is converted or lost already."""

    code = "lead_closed"
    message = "This lead is closed: it was converted or given up."
    next_step = "Make a new lead, if the person is interested again."


class Unreachable(InvalidInput):
    """Nobody could ever answer this lead."""

    code = "lead_unreachable"
    message = "A lead needs a customer, a phone number or an e-mail address."
    next_step = "Add one way to reach the person."
