"""The web chat's socket. As public as the web chat itself: a claim opens nothing, a conversation is known by its id."""

from fastapi import APIRouter, WebSocket

from hibachi.channels.webchat.rules import MOST_SOCKETS, may_open
from hibachi.channels.webchat.socket import POLICY, TRY_LATER, Socket
from hibachi.kit.db import Database
from hibachi.kit.http import API

router = APIRouter(prefix=f"{API}/chat", tags=["chat"])


@router.websocket("/ws")
async def chat(websocket: WebSocket) -> None:
    """Frames in and out until either side closes (docs/channels.md); refused for pages of other origins."""
    runtime = websocket.app.state.runtime
    db: Database = runtime.db
    headers = websocket.headers
    if not may_open(headers.get("origin"), host=headers.get("host"), allowed=runtime.settings.cors_origins):
        await websocket.close(POLICY)
        return
    await websocket.accept()
    if runtime.feed.sockets >= MOST_SOCKETS:
        await websocket.close(TRY_LATER)
        return
    with runtime.feed.counted():
        await Socket(websocket, db=db, door=runtime.door, feed=runtime.feed, limits=runtime.limits).run()
