"""How a recipient can be refused."""

from hibachi.kit.errors import Conflict, InvalidInput, NotFound


class NoSuchRecipient(NotFound):
    """Nobody of this id is told of anything."""

    code = "recipient_not_found"
    message = "There is no such recipient."
    next_step = "Read the list again."


class RecipientThere(Conflict):
    """The address is told already."""

    code = "recipient_exists"
    message = "This address is told already."
    next_step = "Remove it first to change from which urgency on it is told."


class CannotTell(InvalidInput):
    """Nothing is connected that could carry such a notice."""

    code = "notice_not_connected"
    message = "Nothing is connected that could carry such a notice."
    next_step = "Connect the channel in the settings (SLACK_WEBHOOK_URL for Slack), then add the recipient."
