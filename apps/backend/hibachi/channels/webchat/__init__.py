"""The web chat over a WebSocket: messages in, status and checked replies out, resumed after a reload."""
