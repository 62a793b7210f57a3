"""Earlier messages of a conversation, as a model reads them; what it should still know is in the facts."""

from pydantic_ai.messages import ModelMessage, ModelRequest, ModelResponse, TextPart, UserPromptPart

from hibachi.concierge.turn import Line, Turn
from hibachi.concierge.understanding.parties import bands_of, counts_of
from hibachi.concierge.understanding.summary import known_so_far

MOST_LINES = 30
MOST_LETTERS = 24_000
"""About 6,000 tokens: what a long thread may take of a model's window, the newest words first."""
LONGEST_LINE = 4_000


def earlier_messages(turn: Turn) -> list[ModelMessage]:
    """The conversation before this turn's new messages, newest last, bounded."""
    before = turn.lines[: len(turn.lines) - len(turn.new)]
    kept: list[Line] = []
    letters = 0
    for line in reversed(before[-MOST_LINES:]):
        letters += min(len(line.text), LONGEST_LINE)
        if letters > MOST_LETTERS:
            break
        kept.append(line)
    return [_message(line) for line in reversed(kept)]


def told_so_far(turn: Turn) -> str:
    """What the customer told of the party in the whole conversation, also where its lines are no longer read."""
    counts = counts_of(turn.dialogue.party, bands_of(turn.profile))
    return known_so_far(turn.dialogue, counts)


def _message(line: Line) -> ModelMessage:
    if line.role == "customer":
        return ModelRequest(parts=[UserPromptPart(line.text[:LONGEST_LINE])])
    return ModelResponse(parts=[TextPart(line.text[:LONGEST_LINE])])
