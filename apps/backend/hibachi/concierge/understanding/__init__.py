"""What customers write, understood: message → frame, frame and state → reading. Deterministic; nothing is guessed silently."""

from hibachi.concierge.understanding.agreed import read

__all__ = ["read"]
