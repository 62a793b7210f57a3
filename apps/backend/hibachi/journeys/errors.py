"""How journeys refuses."""

from hibachi.kit.errors import NotFound


class UnknownJourney(NotFound):
    """No such message is planned, or a person would be asked instead."""

    code = "journey_unknown"
    message = "No such message is planned any more."
    next_step = "Read what is planned anew: GET /api/v1/admin/journeys/plan."
