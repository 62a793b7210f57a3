"""Earlier messages of a conversation, as a model reads them; what it should still know is in the facts."""

from pydantic_ai.messages import ModelMessage, ModelRequest, ModelResponse, TextPart, UserPromptPart

from hibachi.concierge.turn import Line, Turn

MOST_LINES = 30


def earlier_messages(turn: Turn) -> list[ModelMessage]:
    """The conversation before this turn's new messages, newest last, bounded."""
    before = turn.lines[: len(turn.lines) - len(turn.new)]
    return [_message(line) for line in before[-MOST_LINES:]]


def _message(line: Line) -> ModelMessage:
    if line.role == "customer":
        return ModelRequest(parts=[UserPromptPart(line.text)])
    return ModelResponse(parts=[TextPart(line.text)])
