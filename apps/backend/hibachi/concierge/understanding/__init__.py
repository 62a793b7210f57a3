"""What customers write, understood: message → frame, frame and state → reading. Deterministic; nothing is guessed silently."""

from hibachi.concierge.understanding.reader import read

__all__ = ["read"]
