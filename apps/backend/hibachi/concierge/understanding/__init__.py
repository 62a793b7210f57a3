"""What customers write, understood: message → frame, frame and state → reading. Deterministic; nothing is guessed silently."""

from hibachi.concierge.understanding.errands import read

__all__ = ["read"]
