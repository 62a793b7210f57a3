"""What every provider's route does: the request as it came, checked before anything of it is read, then acknowledged."""

from collections.abc import Callable

from fastapi import Request

from hibachi.channels.webhooks.errors import Unverified
from hibachi.channels.webhooks.schemas import NewEvent, RawRequest
from hibachi.channels.webhooks.service import Inbox


async def raw(request: Request, public_url: str | None) -> RawRequest:
    """A request before anything of it is read; its address as the provider knows it, whatever stands in between."""
    path, query = request.scope["raw_path"].decode("latin-1"), request.scope["query_string"].decode("latin-1")
    base = (public_url or str(request.base_url)).rstrip("/")
    address = request.client.host if request.client else "unknown"
    url = f"{base}{path.partition('?')[0]}" + (f"?{query}" if query else "")
    return RawRequest(url, request.headers, await request.body(), address)


async def let_in(inbox: Inbox, request: RawRequest, read: Callable[[RawRequest], list[NewEvent]]) -> None:
    """Verify and keep what a request brings; whoever cannot be verified is counted, and told nothing."""
    try:
        await inbox.take(read(request))
    except Unverified:
        raise await inbox.refuse(request.address) from None
