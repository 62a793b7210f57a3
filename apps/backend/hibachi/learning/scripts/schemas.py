"""What goes in and out of scripts."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from hibachi.policies.fields import Key
from hibachi.policies.scripts import LONGEST, Situation

State = Literal["waiting", "released", "rejected", "superseded", "undone"]
Note = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400, pattern=r"^[^\x00]*$")]
ScriptText = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=3, max_length=LONGEST, pattern=r"^[^\x00]*$")
]


class Read(BaseModel):
    """Base of what is only read."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


class ScriptInForce(Read):
    """A script of the policies in force. says: as a customer reads it now; None where a fact of it is gone."""

    key: str
    situation: Situation
    text: str
    active: bool
    says: str | None


class ScriptBook(Read):
    """The scripts in force, the situations in words, and the facts that may be named, with what they say now."""

    version: int
    scripts: list[ScriptInForce]
    situations: dict[str, str]
    facts: dict[str, str]


class ScriptWords(Read):
    """What a script is."""

    situation: Situation
    text: str
    active: bool


class ScriptProposal(Read):
    """A change of a script that waits for a yes, or was decided. after: None takes the script out."""

    id: UUID
    key: str
    before: ScriptWords | None
    after: ScriptWords | None
    note: str
    improvement_id: UUID | None
    state: State
    proposed_by_name: str
    proposed_at: datetime
    decided_by_name: str | None
    decided_at: datetime | None
    decision_reason: str | None
    policy_version: int | None
    undone_by_name: str | None
    undone_at: datetime | None
    undone_version: int | None
    says: str | None = None


class NewScript(BaseModel):
    """Words for a situation. key: of the script that they replace; None makes a new one."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    key: Key | None = None
    situation: Situation
    text: ScriptText
    active: bool = True
    note: Note


class ScriptRemoval(BaseModel):
    """Why a script shall go."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    note: Note


class ScriptRelease(BaseModel):
    """A yes. text: better words than those proposed; effective_from: None is at once."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    text: ScriptText | None = None
    effective_from: AwareDatetime | None = None


class ScriptReason(BaseModel):
    """Why not, or why back."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    reason: Note


class ProposalFilter(BaseModel):
    """Those that wait, or those that were decided, newest first; `before` is the id of the last one of the page before."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    shelf: Literal["waiting", "decided"] = "waiting"
    before: UUID | None = None
    limit: int = Field(50, ge=1, le=200)


class ProposalPage(Read):
    """Proposals, newest first; `next` is the `before` of the following page."""

    proposals: list[ScriptProposal]
    next: UUID | None
