"""How the web chat's WebSocket refuses, beyond what the chat refuses anyway."""

from hibachi.kit.errors import InvalidInput, TooMany


class UnreadableFrame(InvalidInput):
    """What came is none of the frames."""

    code = "unreadable_frame"
    message = "This frame cannot be read."
    next_step = 'Send a JSON object with the type "say", "hello" or "ping", as docs/channels.md describes them.'


class OneConversation(InvalidInput):
    """A socket is in one conversation."""

    code = "one_conversation_a_socket"
    message = "This connection is in another conversation already."
    next_step = "Open another connection for another conversation."


class TooFast(TooMany):
    """More messages than a person types."""

    code = "too_many_messages"
    message = "That is a lot at once; not all of it was taken."
    next_step = "Send the last message again in a few seconds."
