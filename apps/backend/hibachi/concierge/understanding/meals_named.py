"""Whether a meal is only named, so that no part of the day is asked for: "the cost for a dinner at our home", "it is his first dinner party". Pure."""

from hibachi.concierge.understanding import cues, specifics
from hibachi.concierge.understanding.clauses import clauses
from hibachi.kit import lazy_re as re

_IS_A_MEAL = re.compile(
    r"^\W*(?:and |so |but )*(?:it|this|that)(?:'s| is| will be| would be) (?!possible|ok|available|open)"
)


def only_named(folded: str) -> bool:
    """Whether every clause of a folded text that names a part of the day asks for the price or tells what is celebrated."""
    parts = [part for _, part in clauses(folded) if "daytime" in specifics.of_clause(part)]
    return bool(parts) and all(cues.TOPICS["price"].search(part) or _IS_A_MEAL.search(part) for part in parts)
