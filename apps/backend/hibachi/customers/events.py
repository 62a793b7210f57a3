"""What happened to people."""

from typing import ClassVar
from uuid import UUID

from hibachi.kit.events import Event


class CustomersMerged(Event):
    """Two records were proven to be one person: what points to `gone` must point to `kept`, in this transaction."""

    inside: ClassVar[bool] = True
    kept: UUID
    gone: UUID
    merge_id: UUID


class CustomersParted(Event):
    """A merge was undone: what it moved from `gone` to `kept` goes back, in this transaction."""

    inside: ClassVar[bool] = True
    kept: UUID
    gone: UUID
    merge_id: UUID
