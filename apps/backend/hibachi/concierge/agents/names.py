"""The agents by name: four that the router may choose, the specialised ones that they call, and the fallback."""

from enum import StrEnum


class AgentType(StrEnum):
    """The targets of the router (AGT-10)."""

    LEAD_NURTURING = "lead_nurturing"
    CUSTOMER_CARE = "customer_care"
    OPERATIONS = "operations"
    KNOWLEDGE = "knowledge"


class Specialist(StrEnum):
    """Agents that another agent may hand a turn to."""

    DISTANCE = "distance"
    MENU = "menu"
    ALLERGEN = "allergen"
    GENERAL = "general"


ALL_AGENTS: tuple[str, ...] = (*AgentType, *Specialist)
