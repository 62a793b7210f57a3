"""The staff's socket. A browser cannot send headers with one, so its first frame proves who looks."""

from fastapi import APIRouter, WebSocket

from hibachi.channels.live.rules import MOST_SOCKETS
from hibachi.channels.live.socket import POLICY, Socket
from hibachi.channels.webchat.rules import may_open
from hibachi.kit.http import API

TRY_LATER = 1013
router = APIRouter(prefix=f"{API}/admin", tags=["conversations"])


@router.websocket("/live")
async def live(websocket: WebSocket) -> None:
    """Says what changed until either side closes (docs/admin.md); refused for pages of other origins."""
    runtime = websocket.app.state.runtime
    headers = websocket.headers
    if not may_open(headers.get("origin"), host=headers.get("host"), allowed=runtime.settings.cors_origins):
        await websocket.close(POLICY)
        return
    await websocket.accept()
    if runtime.news.readers >= MOST_SOCKETS:
        await websocket.close(TRY_LATER)
        return
    await Socket(websocket, db=runtime.db, authenticator=runtime.authenticator, news=runtime.news).run()
