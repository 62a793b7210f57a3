"""What other modules may ask of the concierge."""

from hibachi.concierge.finishing import Fitting
from hibachi.concierge.orchestrator import Concierge
from hibachi.concierge.record import on_draft_decided

__all__ = ["Concierge", "Fitting", "on_draft_decided"]
