"""A change of policies that is only tried."""

from typing import Any

from pydantic import BaseModel, ConfigDict

from hibachi.policies.schemas import PolicyBook, Profile


class PolicyTrial(BaseModel):
    """What a change would make of the profile in force at its date. differences: dotted path → (old, new)."""

    model_config = ConfigDict(frozen=True)

    before: PolicyBook
    after: Profile
    differences: dict[str, tuple[Any, Any]]
