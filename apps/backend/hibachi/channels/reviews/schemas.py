"""What a reviewer gets back."""

from pydantic import BaseModel, ConfigDict

from hibachi.conversations.schemas import Draft

QUESTION = "Did AI do a good job?"


class Reviewed(BaseModel):
    """A draft after a decision. question: what staff are asked once it was sent; unsupported: see the draft."""

    model_config = ConfigDict(frozen=True)
    draft: Draft
    question: str | None = None
