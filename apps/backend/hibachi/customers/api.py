"""People over HTTP, for staff."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from hibachi.customers import service
from hibachi.customers.errors import InvalidPhone, MergeCovered, NoSuchMerge, SamePerson
from hibachi.customers.schemas import (
    Customer,
    CustomerChange,
    CustomerDetail,
    CustomerPage,
    CustomerSearch,
    Duplicate,
    Merge,
    MergeDetail,
    MergeOrder,
    MergePreview,
    MergeQuestion,
    PartOrder,
    PartPreview,
)
from hibachi.kit.auth import Principal, requires
from hibachi.kit.errors import NotFound
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses

router = APIRouter(prefix=f"{API}/admin/customers", tags=["customers"], route_class=TransactionalRoute)
Reader = Annotated[Principal, Depends(requires("customers:read"))]
Writer = Annotated[Principal, Depends(requires("customers:write"))]
Merger = Annotated[Principal, Depends(requires("customers:merge"))]


@router.get("", responses=error_responses(InvalidPhone))
async def customers(tx: CurrentTx, who: Reader, wanted: Annotated[CustomerSearch, Query()]) -> CustomerPage:
    """People, newest first; `q` finds by part of a name, by number or by e-mail address."""
    return await service.page(tx, wanted=wanted)


@router.get("/duplicates")
async def duplicates(tx: CurrentTx, who: Reader, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> list[Duplicate]:
    """Pairs who may be one person: a shared address and like names. For staff to decide; nothing is merged by itself."""
    return await service.duplicates(tx, limit=limit)


@router.post("/merges/{merge_id}/undo-preview", responses=error_responses(NoSuchMerge, MergeCovered))
async def preview_undo(tx: CurrentTx, who: Merger, merge_id: UUID) -> PartPreview:
    """What parting two people would give back, and what it could not; nothing is changed."""
    return await service.preview_undo(tx, merge_id=merge_id)


@router.post("/merges/{merge_id}/undo", responses=error_responses(NoSuchMerge, MergeCovered))
async def undo_merge(tx: CurrentTx, who: Merger, merge_id: UUID, wanted: PartOrder) -> MergeDetail:
    """Part two people again: what the merge moved goes back to whose it was."""
    return await service.undo(tx, merge_id=merge_id, reason=wanted.reason)


@router.get("/{customer_id}/merges", responses=error_responses(NotFound))
async def merges(tx: CurrentTx, who: Reader, customer_id: UUID) -> list[MergeDetail]:
    """What was merged into a person and parted from them, by whom and why, newest first."""
    return await service.merges(tx, customer_id=customer_id)


@router.post("/{customer_id}/merge-preview", responses=error_responses(NotFound, SamePerson))
async def preview_merge(tx: CurrentTx, who: Merger, customer_id: UUID, wanted: MergeQuestion) -> MergePreview:
    """Who would remain and what would move; nothing is changed."""
    return await service.preview_merge(tx, kept=customer_id, gone=wanted.gone)


@router.post("/{customer_id}/merge", status_code=201, responses=error_responses(NotFound, SamePerson))
async def merge(tx: CurrentTx, who: Merger, customer_id: UUID, wanted: MergeOrder) -> Merge:
    """Say that another record is this same person; all that is theirs becomes this one's, and can be parted again."""
    return await service.merge(tx, kept=customer_id, gone=wanted.gone, reason=wanted.reason)


@router.get("/{customer_id}", responses=error_responses(NotFound))
async def customer(tx: CurrentTx, who: Reader, customer_id: UUID) -> CustomerDetail:
    """One person, with the addresses that they are known by."""
    return await service.detail(tx, customer_id=customer_id)


@router.patch("/{customer_id}", responses=error_responses(NotFound, InvalidPhone))
async def change_customer(tx: CurrentTx, who: Writer, customer_id: UUID, wanted: CustomerChange) -> Customer:
    """Correct a name, a number, an address or the preferred channel."""
    return await service.change(tx, customer_id=customer_id, wanted=wanted)
