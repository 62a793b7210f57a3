"""What goes in and out: channels, contacts, people."""

from datetime import datetime
from typing import Annotated, Any, Literal, get_args
from uuid import UUID

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

ChannelName = Literal["email", "sms", "instagram", "facebook", "whatsapp", "phone", "web_chat"]
IdentityKind = Literal["phone", "email", "instagram", "facebook", "whatsapp", "web"]
CHANNELS: tuple[ChannelName, ...] = get_args(ChannelName)
CHANNEL_NAMES: dict[str, str] = {
    "email": "e-mail",
    "sms": "SMS",
    "instagram": "Instagram",
    "facebook": "Facebook",
    "whatsapp": "WhatsApp",
    "phone": "phone",
    "web_chat": "web chat",
}
"""What each channel is called in a sentence for staff."""
ALIASES: dict[str, ChannelName] = {
    "fb": "facebook",
    "messenger": "facebook",
    "ig": "instagram",
    "insta": "instagram",
    "mail": "email",
    "text": "sms",
    "voice": "phone",
    "wa": "whatsapp",
    "web": "web_chat",
    "webchat": "web_chat",
    "website": "web_chat",
}


def _full_name(given: Any) -> Any:
    name = given.strip().lower() if isinstance(given, str) else given
    return ALIASES.get(name, name) if isinstance(name, str) else name


def _printable(text: str | None) -> str | None:
    if text is not None and not text.isprintable():
        raise ValueError("only printable characters")
    return (text or "").strip() or None


Channel = Annotated[ChannelName, BeforeValidator(_full_name)]
"""Where a customer reaches us; the short names (fb, ig, web, …) are understood on input."""

Said = Annotated[str | None, Field(max_length=200), AfterValidator(_printable)]
"""A short line said by somebody: at most 200 printable characters; blank is None."""


class Contact(BaseModel):
    """What a message says of its sender, on one channel. Whether that is proof is said beside it, not here."""

    model_config = ConfigDict(frozen=True)
    channel: Channel
    name: Said = None
    phone: Said = None
    email: Said = None
    handle: Said = None


class Customer(BaseModel):
    """A person as the rest of the house knows them."""

    model_config = ConfigDict(frozen=True, from_attributes=True)
    id: UUID
    name: str | None
    first_name: str | None
    phone: str | None
    email: str | None
    preferred_channel: ChannelName | None
    created_at: datetime
    forgotten_at: datetime | None = None


class Identity(BaseModel):
    """One address of a person; `proven` says whether a provider vouched for it."""

    model_config = ConfigDict(frozen=True, from_attributes=True)
    kind: IdentityKind
    value: str
    proven: bool


class CustomerDetail(Customer):
    """A person with the addresses that they are known by, proven ones first."""

    identities: list[Identity]


class CustomerPage(BaseModel):
    """People, newest first; `next` is the `before` of the following page, None on the last one."""

    model_config = ConfigDict(frozen=True)
    customers: list[Customer]
    next: UUID | None


class CustomerSearch(BaseModel):
    """Which people: `q` is part of a name, or a phone number or e-mail address."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    q: Said = None
    before: UUID | None = None
    limit: int = Field(50, ge=1, le=200)


class CustomerChange(BaseModel):
    """What staff correct of a person; a field that is left out stays."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: Said = None
    phone: Said = None
    email: Said = None
    preferred_channel: Channel | None = None
    reason: Said = None


class MergeOrder(BaseModel):
    """Who is the same person as the one of the address, and how staff know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    gone: UUID
    reason: str = Field(min_length=1, max_length=500)


class MergeQuestion(BaseModel):
    """Who may be the same person as the one of the address."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    gone: UUID


class PartOrder(BaseModel):
    """Why a merge was wrong."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    reason: str = Field(min_length=1, max_length=500)


class Moved(BaseModel):
    """One row that a merge moved or changed; `not_restored` says why an undo could not make it what it was."""

    model_config = ConfigDict(frozen=True, from_attributes=True)
    noun: str
    row_id: UUID
    before: dict[str, Any] | None
    not_restored: str | None


class Merge(BaseModel):
    """Two records that became one person: by proof or by a member of staff, and why."""

    model_config = ConfigDict(frozen=True, from_attributes=True)
    id: UUID
    kept: UUID
    gone: UUID
    how: Literal["proof", "staff"]
    reason: str
    by_name: str
    at: datetime
    undone_at: datetime | None
    undone_by_name: str | None
    undone_reason: str | None


class MergeDetail(Merge):
    """A merge with what its undo could not restore."""

    not_restored: list[Moved]


class MergePreview(BaseModel):
    """Who would remain, and how many rows of each noun would move or change: what the merge itself would write down."""

    model_config = ConfigDict(frozen=True)
    kept: Customer
    gone: Customer
    moves: dict[str, int]


class PartPreview(BaseModel):
    """Who the two would be again, what would go back, and what could not be made what it was."""

    model_config = ConfigDict(frozen=True)
    kept: Customer
    gone: Customer
    moves: dict[str, int]
    not_restored: list[Moved]


class Duplicate(BaseModel):
    """Two people who may be one: the addresses that they share, at least one side only by claim. name_similarity: 0..1."""

    model_config = ConfigDict(frozen=True)
    customers: tuple[Customer, Customer]
    shared: list[str]
    name_similarity: float
