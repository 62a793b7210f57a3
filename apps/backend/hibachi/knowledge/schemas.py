"""What goes in and out of knowledge."""

from datetime import date, datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Source = Literal["profile", "own", "approved_ai_response", "training_data", "gap"]
Category = Literal["faq", "policies", "menu", "pricing", "dietary", "scripts", "seasonal_offers", "about", "learned"]
OwnCategory = Literal["faq", "policies", "menu", "scripts", "seasonal_offers", "about"]
VersionKind = Literal["sync", "edit", "refresh"]
VersionState = Literal["building", "waiting", "live", "superseded", "rejected"]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=300, pattern=r"^[^\x00]*$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=2000, pattern=r"^[^\x00]*$")]


class Read(BaseModel):
    """Base of what is only read."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


class Hit(Read):
    """A passage that was found. cosine and words: 0..1, of its nearest wording and of the question's words in it.

    support: of its second nearest wording. score: of the fusion of both ranks. topic: 0..1, how likely the question is about
    what it is about; unserved: about what neither it nor the policies answer. certainty: 0..1, how likely it answers.
    answers: what nothing answered before it. facts: the owner's values that it tells.
    """

    id: UUID
    key: str
    title: str
    text: str
    category: str
    source_type: Source
    cosine: float
    support: float
    words: float
    score: float
    topic: float = 0.0
    unserved: float = 0.0
    certainty: float
    answers: tuple[str, ...] = ()
    facts: dict[str, Any] = Field(default_factory=dict)


class Found(Read):
    """What is known of a question: the best passages, best first; `known` when the first one is certain enough.

    version: the one in force, None where there is none yet; cached: the ranking was made before.
    """

    question: str
    known: bool
    hits: tuple[Hit, ...]
    version: int | None
    milliseconds: float = 0.0
    cached: bool = False


class KnowledgeEntry(Read):
    """A passage as staff see it; `stale` when nobody confirmed it for more than the days of the policy.

    problem: why it is not told at the moment, None where it is.
    """

    id: UUID
    key: str
    title: str
    text: str
    asks: list[str]
    category: str
    source_type: Source
    audience: str
    meta: dict[str, Any] = Field(serialization_alias="metadata")
    valid_from: date | None
    valid_until: date | None
    created_at: datetime
    last_updated: datetime
    confirmed_at: datetime
    stale: bool
    problem: str | None
    times_retrieved: int
    times_used_in_response: int
    times_led_to_booking: int
    usage_count: int
    success_rate: float
    ratings: int
    avg_user_rating: float
    last_user_feedback: str | None
    performance_score: float


class KnowledgeFilter(BaseModel):
    """Which passages of the version in force."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    source: Source | None = None
    by_people: bool = Field(False, description="Without those that are made from the policies.")
    category: Category | None = None
    stale: bool = False
    offset: int = Field(0, ge=0, le=100_000)
    limit: int = Field(100, ge=1, le=200)


class KnowledgePage(Read):
    """Passages by title; total: how many fit."""

    entries: list[KnowledgeEntry]
    total: int


class NewKnowledge(BaseModel):
    """A passage of the owner: a question, its answer, other ways to ask it; from and until which day it holds."""

    model_config = ConfigDict(extra="forbid")
    title: Title
    text: Words
    asks: list[Title] = Field(default_factory=list, max_length=10)
    category: OwnCategory = "faq"
    valid_from: date | None = None
    valid_until: date | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.valid_from and self.valid_until and self.valid_from > self.valid_until:
            raise ValueError("it would end before it begins")
        return self


class KnowledgeVersion(Read):
    """One version. state: what a person decided of it, and whether it is in force. report: how it compares."""

    id: int
    kind: VersionKind
    state: VersionState
    note: str
    passages: int
    report: dict[str, Any] | None
    made_by: str
    made_at: datetime
    decided_by: str | None
    decided_at: datetime | None


class KnowledgeCandidate(Read):
    """A passage that was learnt and waits for a person. problem: why it may not enter as it stands, None where it may."""

    id: UUID
    title: str
    text: str
    source_type: Source
    meta: dict[str, Any] = Field(serialization_alias="metadata")
    created_at: datetime
    problem: str | None


class KnowledgeBuilt(Read):
    """The version that is being compared; None where nothing that was learnt fits, or one waits already."""

    version: int | None


class LearntWords(BaseModel):
    """Better words for a candidate; what is left out stays."""

    model_config = ConfigDict(extra="forbid")
    title: Title | None = None
    text: Words | None = None


class PassageWords(Read):
    """What a passage says."""

    title: str
    text: str


class PassageChange(PassageWords):
    """What a passage says in a version, and what the one in force says in its place."""

    before: PassageWords


class VersionDetail(KnowledgeVersion):
    """A version beside the one in force: the passages that it adds, says otherwise, and leaves out."""

    added: list[PassageWords]
    changed: list[PassageChange]
    removed: list[PassageWords]


class KnowledgePromotion(BaseModel):
    """A reply that is worth keeping."""

    model_config = ConfigDict(extra="forbid")
    message_id: UUID
