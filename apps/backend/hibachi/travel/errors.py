"""How travel refuses, and how the maps service fails."""

from hibachi.kit.errors import InvalidInput


class InvalidPlace(InvalidInput):
    """What was sent as a place is neither a ZIP nor an address."""

    code = "invalid_place"
    message = "This is neither a ZIP nor an address with a ZIP."
    next_step = "Send five digits such as 94539, or an address that ends with its ZIP."


class MapsFailed(Exception):
    """The maps service gave no distance; `reason` is a short code for logs and the flag of the estimate."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)
