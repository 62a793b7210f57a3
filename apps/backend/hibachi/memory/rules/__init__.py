"""Pure decisions of memory: what a customer's row says, what a message says of its writer, what a model is told."""

from hibachi.memory.rules.row import (
    columns,
    comes_round,
    in_year,
    known_dates,
    moving,
    occurrences,
    ranked,
    response_speed,
    time_of_day,
    usual,
)

__all__ = [
    "columns",
    "comes_round",
    "in_year",
    "known_dates",
    "moving",
    "occurrences",
    "ranked",
    "response_speed",
    "time_of_day",
    "usual",
]
