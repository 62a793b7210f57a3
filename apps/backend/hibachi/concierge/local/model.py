"""The built-in model: an ordinary pydantic-ai model that thinks with rules, needs no key and no network.

It reads the running turn, never the prompt: what stands there can be forged by whoever writes a message.
"""

from pydantic_ai.messages import ModelMessage, ModelResponse, TextPart, ToolCallPart
from pydantic_ai.models import Model, ModelRequestParameters
from pydantic_ai.settings import ModelSettings
from pydantic_ai.usage import RequestUsage

from hibachi.concierge.finishing import HELLO_GRAVE
from hibachi.concierge.local import said_again
from hibachi.concierge.local.policy import next_step
from hibachi.concierge.local.steps import Call, Say, Step, Transfer
from hibachi.concierge.local.wording import words_for
from hibachi.concierge.local.wording.voice import Voice, hashes
from hibachi.concierge.tools.matrix import agent_for
from hibachi.concierge.turn import Turn, current_turn

NAME = "built-in"
MOST_REMEMBERED = 120


class LocalModel(Model):
    """Answers each request with the next tool call, a hand-over to the agent that has the tool, or the reply."""

    @property
    def model_name(self) -> str:
        return NAME

    @property
    def system(self) -> str:
        return "hibachi"

    def prepare_messages(
        self, messages: list[ModelMessage], model_request_parameters: ModelRequestParameters | None = None
    ) -> list[ModelMessage]:
        """The messages as they are: nobody reads them, so nothing in them is put into another form."""
        return messages

    async def request(
        self,
        messages: list[ModelMessage],
        model_settings: ModelSettings | None,
        model_request_parameters: ModelRequestParameters,
    ) -> ModelResponse:
        """The next step of the turn that this task is thinking about; the messages are not read."""
        turn = current_turn.get()
        tools = {tool.name for tool in model_request_parameters.function_tools}
        part = _part(turn, next_step(turn), tools)
        return ModelResponse(parts=[part], usage=RequestUsage(), model_name=NAME)


def _part(turn: Turn, step: Step, tools: set[str]) -> TextPart | ToolCallPart:
    if isinstance(step, Call):
        if step.tool in tools:
            return ToolCallPart(step.tool, step.arguments)
        step = Transfer(agent_for(step.tool))
    if isinstance(step, Transfer):
        return ToolCallPart("transfer_to_agent", {"agent": step.agent})
    return TextPart(speak(turn, step))


def speak(turn: Turn, step: Say) -> str:
    """The words of a reply; the turn keeps where the conversation stands once they are said."""
    voice = Voice(
        channel=turn.channel,
        profile=turn.profile,
        seed=f"{turn.conversation_id}:{step.dialogue.turns}:{len(turn.rejections)}",
        first_name=_first_name(turn.contact.name or step.dialogue.name),
        used=frozenset(step.dialogue.used),
        tries=len(turn.rejections),
        reserved=len(f"{HELLO_GRAVE} {turn.opening} ") if turn.opening else 0,
    )
    text = words_for(step.acts, voice)
    if voice.heard(text) and (other := said_again.instead(turn, step)) is not None:
        step, text = other, words_for(other.acts, voice)
    used = (*step.dialogue.used, *hashes(text))[-MOST_REMEMBERED:]
    turn.dialogue = step.dialogue.model_copy(update={"used": used})
    return text


def _first_name(name: str | None) -> str | None:
    words = (name or "").split()
    return words[0] if words and words[0].isalpha() else None
