"""What other modules may ask of the concierge."""

from hibachi.concierge.doors import WEB_CHAT, Door
from hibachi.concierge.finishing import Fitting
from hibachi.concierge.orchestrator import Concierge
from hibachi.concierge.streaming import pieces, status_of

__all__ = ["WEB_CHAT", "Concierge", "Door", "Fitting", "pieces", "status_of"]
