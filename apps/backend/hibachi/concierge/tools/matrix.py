"""Which agent may use which tool. Whoever lacks one hands the turn on; nobody else decides (SEC-07, AGT-13)."""

from hibachi.concierge.agents.names import ALL_AGENTS, AgentType, Specialist

PRICING = {"calculate_party_quote", "calculate_travel_fee", "calculate_protein_costs"}
SCHEDULING = {"check_availability", "hold_date", "book_party"}
CHANGES = {"preview_change", "change_booking", "preview_cancel", "cancel_booking"}
OWN = {"customer_bookings", "payment_instructions", "payment_status", "tip_for_party"}
EVERYBODY = {"business_facts", "search_knowledge", "hand_over_to_human", "remember_date", "recall_words"}

TOOLS_OF: dict[str, frozenset[str]] = {
    AgentType.LEAD_NURTURING: frozenset(PRICING | EVERYBODY | {"check_service_area", "get_menu"}),
    AgentType.CUSTOMER_CARE: frozenset(EVERYBODY | OWN),
    AgentType.OPERATIONS: frozenset(SCHEDULING | CHANGES | EVERYBODY | OWN),
    AgentType.KNOWLEDGE: frozenset(EVERYBODY | {"get_menu", "check_service_area", "dietary_facts"}),
    Specialist.DISTANCE: frozenset(EVERYBODY | {"calculate_travel_fee", "check_service_area"}),
    Specialist.MENU: frozenset(EVERYBODY | {"calculate_protein_costs", "get_menu"}),
    Specialist.ALLERGEN: frozenset(EVERYBODY | {"dietary_facts", "get_menu"}),
    Specialist.GENERAL: frozenset(EVERYBODY),
}

ALL_TOOLS: frozenset[str] = frozenset().union(*TOOLS_OF.values())


def may_use(agent: str, tool: str) -> bool:
    """Whether an agent may call a tool; an unknown agent may call nothing."""
    return tool in TOOLS_OF.get(agent, frozenset())


def agent_for(tool: str) -> str:
    """The first agent, in the router's order, that may call a tool."""
    return next(agent for agent in ALL_AGENTS if tool in TOOLS_OF[agent])
