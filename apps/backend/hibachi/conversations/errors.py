"""How a conversation can refuse."""

from hibachi.kit.errors import Conflict, InvalidInput, NotFound


class MessageIdReused(InvalidInput):
    """The provider's id belongs to another message."""

    code = "message_id_reused"
    message = "This message id was already used for another message."
    next_step = "Send the same message again, or use a new id."


class MessageTooLong(InvalidInput):
    """More characters than one message may have."""

    code = "message_too_long"
    message = "This message is too long."
    next_step = "Send it in shorter messages."


class MessageEmpty(InvalidInput):
    """Nothing was said."""

    code = "message_empty"
    message = "There is no text in this message."
    next_step = "Write something."


class MessageUnreadable(InvalidInput):
    """The text holds characters that no message holds."""

    code = "message_unreadable"
    message = "This message holds characters that cannot be stored."
    next_step = "Send it as plain text."


class NothingAnswered(InvalidInput):
    """A reply that answers no message of its conversation."""

    code = "nothing_answered"
    message = "A reply names the messages that it answers."
    next_step = "Read the unanswered messages and decide again."


class NoSuchConversation(NotFound):
    """No conversation of this id, or not this customer's."""

    code = "conversation_not_found"
    message = "There is no such conversation."
    next_step = "Start a new one."


class NoSuchMessage(NotFound):
    """No message of this id in this conversation."""

    code = "message_not_found"
    message = "There is no such message in this conversation."
    next_step = "Read the conversation again."


class StepRefused(Conflict):
    """The conversation is not in a state from which this can be done."""

    code = "conversation_state"
    message = "This cannot be done with the conversation as it stands."
    next_step = "Read the conversation and decide again."


class CustomerOptedOut(Conflict):
    """The customer does not want to be written to on this channel."""

    code = "customer_opted_out"
    message = "The customer opted out of this channel."
    next_step = "Reach them in another way that they agreed to."


class NotConnected(Conflict):
    """Nothing carries messages on this channel, or the customer has no address there."""

    code = "channel_not_connected"
    message = "The customer cannot be reached on this channel."
    next_step = "Connect the channel in the settings, or reach them in another way that they agreed to."


class OutsideWindow(Conflict):
    """The provider lets nobody write so long after the customer's last message."""

    code = "outside_window"
    message = "The customer wrote too long ago: this channel takes no message from us any more."
    next_step = "Reach them by SMS or e-mail, or wait until they write."


class WordsChanged(InvalidInput):
    """The parts of a message are not the words that were checked."""

    code = "words_changed"
    message = "The parts of this message are not what was checked."
    next_step = "Split the checked text without changing it."


class NoSuchDraft(NotFound):
    """No draft of this id."""

    code = "draft_not_found"
    message = "There is no such draft."
    next_step = "Read the list of drafts again."


class DraftEnded(Conflict):
    """The draft does not wait any more: rejected, withdrawn (a human speaks), stale (the customer wrote), expired."""

    code = "draft_ended"
    message = "This draft does not wait for you any more; details say why."
    next_step = "Read the list of drafts again: where the customer wrote since, a new one comes."


class DraftChanged(Conflict):
    """The text is not the one that was read before approving."""

    code = "draft_changed"
    message = "This draft was changed since you read it."
    next_step = "Read it again, and approve it with its digest."


class AmountsUnconfirmed(Conflict):
    """An edited draft names amounts that no fact of the turn holds."""

    code = "amounts_unconfirmed"
    message = "No fact holds the amounts that details name."
    next_step = "Correct them, or approve with confirm_amounts if they are meant."
