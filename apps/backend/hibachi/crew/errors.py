"""How the crew refuses."""

from hibachi.kit.errors import Conflict, NotFound


class UnknownChef(NotFound):
    """No chef has this number."""

    code = "chef_unknown"
    message = "There is no such chef."
    next_step = "Choose one of GET /api/v1/admin/chefs."


class UnknownStation(NotFound):
    """No station has this number."""

    code = "station_unknown"
    message = "There is no such station."
    next_step = "Choose one of GET /api/v1/admin/stations."


class StationExists(Conflict):
    """A station has this name already."""

    code = "station_exists"
    message = "There is a station of this name already."
    next_step = "Give the new station a name of its own."
