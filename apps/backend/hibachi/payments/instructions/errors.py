"""How a word about payment instructions is refused."""

from hibachi.kit.errors import NotFound


class NobodyWaits(NotFound):
    """The party asked for none, or has them."""

    code = "instructions_not_awaited"
    message = "This party does not wait for payment instructions."
    next_step = "Look at who waits for them."
