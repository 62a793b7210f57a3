"""Nothing leaves unless every amount, date, time, count, availability, deed and allergen claim traces to a fact."""

from hibachi.concierge.validator.check import check, check_turn
from hibachi.concierge.validator.verdict import Problem, Trace, Verdict

__all__ = ["Problem", "Trace", "Verdict", "check", "check_turn"]
