"""The frames of the staff's socket, as JSON objects that name their type."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter


class Frame(BaseModel):
    """Base of what a browser sends."""

    model_config = ConfigDict(extra="forbid")


class Hello(Frame):
    """Who looks: an access token, the first time and whenever it was renewed."""

    type: Literal["hello"]
    token: str = Field(min_length=1, max_length=4000)


class Ping(Frame):
    """Is anybody there?"""

    type: Literal["ping"]


FRAMES: TypeAdapter[Hello | Ping] = TypeAdapter(Annotated[Hello | Ping, Field(discriminator="type")])


class Changed(BaseModel):
    """What to read anew: nouns ("message", "draft", "escalation", or what an audit entry is about), and the threads."""

    model_config = ConfigDict(frozen=True)
    type: Literal["changed"] = "changed"
    nouns: frozenset[str]
    conversations: frozenset[UUID]

    def and_also(self, other: "Changed") -> "Changed":
        """Both at once."""
        return Changed(nouns=self.nouns | other.nouns, conversations=self.conversations | other.conversations)
