"""What other modules may ask of the concierge."""

from hibachi.concierge.orchestrator import Concierge

__all__ = ["Concierge"]
