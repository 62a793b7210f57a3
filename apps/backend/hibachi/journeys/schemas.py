"""What goes in and out of unasked words: the way out, which `runtime` brings."""

from collections.abc import Awaitable, Callable

from hibachi.conversations.schemas import Sent, Unsent

Tell = Callable[..., Awaitable[Sent | Unsent]]
"""`tell(tx, unasked=...)`: queue a message once, where the law lets it leave."""
