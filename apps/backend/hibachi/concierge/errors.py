"""How the chat refuses."""

from hibachi.kit.errors import InvalidInput, Unavailable


class OnlyWebChat(InvalidInput):
    """Another channel than the web chat was named at its public door."""

    code = "channel_not_public"
    message = "Only the web chat is spoken here; every other channel has a door of its own."
    next_step = 'Send "web_chat" as the channel, or leave it out.'


class MessageIdTooShort(InvalidInput):
    """A first message's id could be guessed by somebody else."""

    code = "message_id_too_short"
    message = "The message_id of a first message has at least 16 characters, so that nobody can guess it."
    next_step = "Send a UUID as message_id."


class StillThinking(Unavailable):
    """The message is stored, and its reply is not decided yet."""

    code = "still_thinking"
    message = "Your message is stored; the answer takes longer than usual."
    next_step = "Send the same message_id again in a few seconds to get the answer."
