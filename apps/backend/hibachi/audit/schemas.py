"""What one reads of the audit log."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, computed_field

Changes = Mapping[str, tuple[Any, Any]]
"""What changed: field → (old, new). Values are whatever pydantic can write as JSON; money as "1100.00"."""


class Change(BaseModel):
    """One field before and after."""

    model_config = ConfigDict(frozen=True)
    field: str
    old: Any
    new: Any

    @computed_field  # type: ignore[prop-decorator]  # mypy cannot stack decorators on a property
    @property
    def text(self) -> str:
        """ "old -> new", as a person reads it."""
        return f"{_spoken(self.old)} -> {_spoken(self.new)}"


class Entry(BaseModel):
    """One act of the log."""

    model_config = ConfigDict(frozen=True)
    id: UUID
    at: datetime
    actor_kind: str
    user_id: UUID | None
    actor_name: str
    action: str
    resource: str
    resource_id: str
    changes: list[Change]
    reason: str | None


class Filter(BaseModel):
    """Which entries: each field that is given narrows; `before` is the id of the last entry of the page before."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    user_id: UUID | None = None
    actor_kind: str | None = Field(None, max_length=20)
    action: str | None = Field(None, max_length=100)
    resource: str | None = Field(None, max_length=100)
    resource_id: str | None = Field(None, max_length=100)
    since: AwareDatetime | None = None
    until: AwareDatetime | None = None
    before: UUID | None = None
    limit: int = Field(50, ge=1, le=200)


class Page(BaseModel):
    """Entries, newest first; `next` is the `before` of the following page, None on the last one."""

    model_config = ConfigDict(frozen=True)
    entries: list[Entry]
    next: UUID | None


def _spoken(value: Any) -> str:
    return "nothing" if value is None else str(value)
