"""Which agent answers a turn: by intent and confidence; what is uncertain goes to the general one (AGT-12)."""

from dataclasses import dataclass

from hibachi.concierge.agents.names import AgentType, Specialist
from hibachi.concierge.understanding.schemas import Reading
from hibachi.policies.schemas import Profile

AGENTS: dict[str, AgentType] = {
    "pricing": AgentType.LEAD_NURTURING,
    "travel": AgentType.LEAD_NURTURING,
    "objection": AgentType.LEAD_NURTURING,
    "menu": AgentType.KNOWLEDGE,
    "dietary": AgentType.KNOWLEDGE,
    "policy": AgentType.KNOWLEDGE,
    "booking": AgentType.OPERATIONS,
    "availability": AgentType.OPERATIONS,
    "change": AgentType.OPERATIONS,
    "cancel": AgentType.OPERATIONS,
    "status": AgentType.OPERATIONS,
    "complaint": AgentType.CUSTOMER_CARE,
    "human": AgentType.CUSTOMER_CARE,
    "greeting": AgentType.CUSTOMER_CARE,
    "thanks": AgentType.CUSTOMER_CARE,
}


@dataclass(frozen=True, slots=True)
class Route:
    """The agent that answers first, and why."""

    agent: AgentType | Specialist
    intent: str
    confidence: float


def route(reading: Reading, profile: Profile) -> Route:
    """The agent of the strongest intent; the general one when the intent is uncertain or nobody's."""
    intent, confidence = reading.intent, reading.confidence
    if reading.handover is not None:
        return Route(AgentType.CUSTOMER_CARE, intent, confidence)
    agent = AGENTS.get(intent)
    if agent is None or confidence < float(profile.concierge.router_confidence):
        return Route(Specialist.GENERAL, intent, confidence)
    return Route(agent, intent, confidence)
