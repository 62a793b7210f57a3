"""What goes in and out of human feedback."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from hibachi.learning.scripts.schemas import ScriptProposal
from hibachi.policies.scripts import Situation

OBJECTION_HANDLING = "objection_handling"
"""The one tag that proposes a script. Any other may be named; the panel offers some (apps/admin/src/review/looks.ts)."""
FeedbackType = Literal["improve_response", "nothing_to_improve"]
Tag = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{1,39}$")]
Better = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000, pattern=r"^[^\x00]*$")]


class Read(BaseModel):
    """Base of what is only read."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


class NewImprovement(BaseModel):
    """What a person makes of one text of the concierge. ai_message_id: the reply, or the draft that was rejected.

    revision: the newest revision that its writer has read; 0 where there is none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    conversation_id: UUID
    ai_message_id: UUID
    feedback_type: FeedbackType = "improve_response"
    improved_response: Better | None = None
    tags: Annotated[tuple[Tag, ...], Field(max_length=10)] = ()
    revision: int = Field(0, ge=0)

    @model_validator(mode="after")
    def _has_words(self) -> Self:
        if (self.feedback_type == "improve_response") != (self.improved_response is not None):
            raise ValueError("better words come with improve_response, and with nothing else")
        return self


class Edit(BaseModel):
    """How a reply should have been, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    content: Better
    reason: str = Field(min_length=1, max_length=255)


class Facts(Read):
    """What of checkable facts a text holds, as it says them, each once."""

    amounts: list[str] = Field(default_factory=list)
    days: list[str] = Field(default_factory=list)
    times: list[str] = Field(default_factory=list)
    numbers: list[str] = Field(default_factory=list)


class ImprovementPattern(Read):
    """How better words differ from the machine's: computed from both texts alone, the same again for the same texts.

    tone: greeting, thanks, apology, empathy, please, excitement, emoji. kept: the share of the machine's words that
    stand in the better ones, 0..1. objection: what the customer objected to, where they did.
    """

    added: Facts
    removed: Facts
    words_before: int
    words_after: int
    length: Literal["shorter", "longer", "alike"]
    tone_added: list[str]
    tone_removed: list[str]
    question: Literal["added", "removed", "kept", "none"]
    kept: float
    objection: Situation | None
    in_words: list[str]


class Improvement(Read):
    """One revision as staff read it."""

    id: UUID
    conversation_id: UUID
    subject_id: UUID
    revision: int
    feedback_type: FeedbackType
    original: str
    improved_response: str | None
    tags: list[str]
    improved_by_name: str
    at: datetime


class Improved(Read):
    """What became of an improvement. Where it is not in the corpus, or proposes no script, it says why."""

    improvement: Improvement
    pattern: ImprovementPattern | None
    in_corpus: bool
    why_not_in_corpus: str | None = None
    proposal: ScriptProposal | None = None
    why_no_proposal: str | None = None


class CorpusPair(Read):
    """One pair to train on, without personal data. question: what was to be answered."""

    id: UUID
    question: str
    bad_output: str
    good_output: str
    tags: list[str]
    updated_at: datetime


class CorpusPage(Read):
    """Pairs, the newest first; `next` is the `offset` of the following page."""

    pairs: list[CorpusPair]
    total: int
    next: int | None
