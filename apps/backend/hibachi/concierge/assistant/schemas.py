"""What goes in and out of the assistant: a question, a report of the database, an answer, a proposal."""

import datetime as dt
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from hibachi.customers.schemas import ChannelName

ToolName = Literal[
    "parties",
    "parties_made",
    "chefs",
    "deposits_unpaid",
    "money_owed",
    "money_received",
    "messages",
    "leads",
    "reviews",
]
State = Literal["deposit_pending", "confirmed", "completed", "cancelled", "no_show"]
Kind = Literal["text", "count", "money", "day", "instant"]


class Frozen(BaseModel):
    """Base of what the assistant tells and takes."""

    model_config = ConfigDict(frozen=True)


class Question(BaseModel):
    """What is asked, in the words of staff."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    question: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=r"^[^\x00-\x08\x0b-\x1f]+$")
    ]


class ReportFilter(BaseModel):
    """What a tool is asked for: days of the business's zone, both included, and what narrows it further."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    first: dt.date | None = Field(None, ge=dt.date(2000, 1, 1), le=dt.date(2200, 1, 1))
    last: dt.date | None = Field(None, ge=dt.date(2000, 1, 1), le=dt.date(2200, 1, 1))
    status: State | None = None
    chef_id: Annotated[int, Field(ge=1, le=2**62)] | None = None
    without_chef: bool = False
    channel: ChannelName | None = None


class Column(Frozen):
    """One column of a report. personal: names of customers; a model of a provider is not shown it."""

    name: str
    kind: Kind = "text"
    personal: bool = False


class Report(Frozen):
    """What a tool read. said: the answer in words, by the tool itself; figures: the numbers that it rests on.

    rows: cells as text, amounts as "1100.00", days ISO. link: the page of the panel with the same filter.
    """

    tool: ToolName
    title: str
    asked: ReportFilter
    zone: str
    said: str
    figures: dict[str, int | str]
    columns: list[Column]
    rows: list[list[str | int]]
    link: str


class ProposedDeed(Frozen):
    """A deed that staff may confirm: what it would do, and the request that does it (an existing route, audited).

    needs: the permission of that route. body: its JSON.
    """

    kind: Literal["cancel_party", "assign_chef", "record_deposit"]
    title: str
    effects: list[str]
    needs: str
    method: Literal["POST", "PATCH"]
    path: str
    body: dict[str, Any]
    booking_id: UUID


class Answer(Frozen):
    """An answer. understood: whether a tool was found; can_do: what may be asked, where it was not.

    rows: at most MOST_SHOWN of the report; total_rows: how many there are. export: the same as CSV, where it may be had.
    """

    understood: bool
    said: str
    report: Report | None = None
    total_rows: int = 0
    period: str | None = None
    export: str | None = None
    proposal: ProposedDeed | None = None
    can_do: list[str] = []
    model: str = "builtin"
