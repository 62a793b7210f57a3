"""How a door refuses: in one sentence for every reason, so that nobody learns which check failed."""

from hibachi.kit.errors import Forbidden, InvalidInput, NotFound, TooMany


class DoorClosed(NotFound):
    """This provider is not connected here; the answer is that of an address that does not exist."""


class Unverified(Forbidden):
    """The message does not come from the provider, or not as it was sent, or it is too old to be sure."""

    code = "not_verified"
    message = "This message cannot be verified."
    next_step = "Check the secret, and the address that the provider was given."


class TooManyRefusals(TooMany):
    """One address was refused too often in this minute."""

    message = "Too many messages that cannot be verified."
    next_step = "Wait a minute."


class Unreadable(InvalidInput):
    """The provider signed it, and it is still not what the provider's protocol says."""

    code = "not_understood"
    message = "This message is not what the protocol says."
    next_step = "Send it as the protocol says."
