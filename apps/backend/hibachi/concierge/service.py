"""What other modules may ask of the concierge."""

from hibachi.concierge.doors import WEB_CHAT, Door
from hibachi.concierge.entry import InquiryAnswer, InquiryContext, process_inquiry
from hibachi.concierge.finishing import Fitting
from hibachi.concierge.orchestrator import Concierge
from hibachi.concierge.proving import problems_of, problems_of_script, situation_of
from hibachi.concierge.quoted import Quoted, quoted, quoted_in
from hibachi.concierge.record import on_draft_decided
from hibachi.concierge.streaming import pieces, status_of
from hibachi.concierge.understanding.matters import is_severe_allergy

__all__ = [
    "WEB_CHAT",
    "Concierge",
    "Door",
    "Fitting",
    "InquiryAnswer",
    "InquiryContext",
    "Quoted",
    "is_severe_allergy",
    "on_draft_decided",
    "pieces",
    "problems_of",
    "problems_of_script",
    "process_inquiry",
    "quoted",
    "quoted_in",
    "situation_of",
    "status_of",
]
