"""What is asked, what is answered, and the numbers of it."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Kind = Literal["vote", "survey", "approval"]
Vote = Literal["up", "down"]
Source = Literal["link", "widget", "staff"]
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000, pattern=r"^[^\x00]*$")]
"""What somebody adds in their own words; at most 2,000 characters."""


class Read(BaseModel):
    """Base of what is only read."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


class Judgement(Read):
    """A rating from 1 to 5 with what it means, as it is stored. `accurate` and `action_taken` are staff's to change."""

    rating: int = Field(ge=1, le=5)
    helpful: bool
    comment: str | None = None
    suggestion: str | None = None
    accurate: bool = True
    action_taken: str = "none"


class FeedbackRequest(BaseModel):
    """The widget's vote. log_id: the reply's id, or the id that a signed link carries."""

    model_config = ConfigDict(extra="forbid")
    log_id: str = Field(min_length=1, max_length=1000)
    feedback: Literal["helpful", "not_helpful"]
    suggestion: Words | None = None


class SurveyAnswer(BaseModel):
    """ "How was our AI assistant?": 1 (bad) to 5. id: the conversation's, or the one that a signed link carries."""

    model_config = ConfigDict(extra="forbid")
    id: str = Field(min_length=1, max_length=1000)
    score: int = Field(ge=1, le=5)
    comment: Words | None = None


class ApprovalAnswer(BaseModel):
    """ "Did AI do a good job?", asked after a draft was approved."""

    model_config = ConfigDict(extra="forbid")
    good: bool
    comment: Words | None = None


class Thanks(BaseModel):
    """The vote is stored; `recorded` is false where it was there before."""

    recorded: bool
    message: str = "Thank you for your feedback!"


class Feedback(Read):
    """One answer as staff read it. message: the reply that it was said of, where it was said of one."""

    id: UUID
    kind: Kind
    source: Source
    conversation_id: UUID
    message_id: UUID | None
    channel: str
    agent: str | None
    topic: str | None
    rating: int
    helpful: bool
    comment: str | None
    suggestion: str | None
    at: datetime
    message: str | None = None


class FeedbackFilter(BaseModel):
    """Which answers; `before` is the id of the last one of the page before."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: Kind | None = None
    helpful: bool | None = None
    channel: str | None = Field(None, max_length=20)
    before: UUID | None = None
    limit: int = Field(50, ge=1, le=200)


class FeedbackPage(Read):
    """Answers, newest first; `next` is the `before` of the following page, None on the last one."""

    feedback: list[Feedback]
    next: UUID | None


class Gap(Read):
    """A reply that did not help, for people to look at."""

    id: UUID
    conversation_id: UUID
    message_id: UUID | None
    topic: str | None
    question: str | None
    answer: str | None
    suggestion: str
    at: datetime
    closed_at: datetime | None
    resolution: str | None


class GapFilter(BaseModel):
    """Open ones unless asked otherwise."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    status: Literal["open", "closed", "all"] = "open"
    limit: int = Field(50, ge=1, le=200)


class GapClosing(BaseModel):
    """What was done about it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    resolution: str = Field(min_length=1, max_length=500)


class Group(Read):
    """How one channel, agent or topic was voted on. helpful_rate: 0..1."""

    name: str
    votes: int
    helpful_rate: float


class Day(Read):
    """The votes of one day of the business."""

    day: date
    up: int
    down: int


class Stats(Read):
    """What was said in the last `days` days. Rates are 0..1, None where nothing was counted.

    feedback_rate: the share of the conversations in which the concierge spoke that have feedback of their customer.
    """

    days: int
    votes: int
    up: int
    down: int
    helpful_rate: float | None
    average_rating: float | None
    surveys: int
    survey_average: float | None
    approvals: int
    approvals_good_rate: float | None
    conversations: int
    conversations_with_feedback: int
    feedback_rate: float | None
    escalations: int
    escalations_by_urgency: dict[str, int]
    by_channel: list[Group]
    by_agent: list[Group]
    by_topic: list[Group]
    by_day: list[Day]


class Learning(Read):
    """What there is to learn from (FBK-12). database_metrics: rows by table; learning_health: good, fair, poor or unknown."""

    days: int
    total_interactions: int
    feedback_received: int
    knowledge_gaps_detected: int
    database_metrics: dict[str, int]
    learning_health: Literal["good", "fair", "poor", "unknown"]
