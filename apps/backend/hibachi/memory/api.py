"""What is remembered of a customer over HTTP, for staff; forgetting and export."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request

from hibachi.kit.auth import Principal, requires
from hibachi.kit.errors import NotFound
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses
from hibachi.memory import service
from hibachi.memory.errors import (
    NotConfirmed,
    NotForgotten,
    NothingToRemember,
    StillBusy,
    UnknownMemory,
)
from hibachi.memory.recall.schemas import RecallAnswer
from hibachi.memory.recall.service import Recall, look_up
from hibachi.memory.schemas import DoubtedMemory, Export, ForgetOrder, Forgotten, NewMemory, RememberedCustomer


def finder(request: Request) -> Recall:
    """The process's."""
    found: Recall = request.app.state.recall
    return found


Finds = Annotated[Recall, Depends(finder)]
router = APIRouter(prefix=f"{API}/admin/customers", tags=["memory"], route_class=TransactionalRoute)
Reader = Annotated[Principal, Depends(requires("customers:read"))]
Writer = Annotated[Principal, Depends(requires("customers:write"))]
Forgetter = Annotated[Principal, Depends(requires("customers:forget"))]


@router.get("/memory-findings")
async def memory_findings(tx: CurrentTx, who: Reader) -> list[DoubtedMemory]:
    """Memories that the weekly check doubts: said twice, or no longer borne out by their source."""
    return await service.findings(tx)


@router.get("/{customer_id}/memory", responses=error_responses(NotFound))
async def memory(tx: CurrentTx, who: Reader, customer_id: UUID) -> RememberedCustomer:
    """What is remembered of a customer, each memory with its source and until when it is kept."""
    return await service.remembered(tx, customer_id=customer_id)


@router.get("/{customer_id}/recall", responses=error_responses(NotFound))
async def recall(
    tx: CurrentTx,
    who: Reader,
    finds: Finds,
    customer_id: UUID,
    question: Annotated[str, Query(min_length=1, max_length=500)],
) -> RecallAnswer:
    """What a customer told us that answers a question, the best first: their own messages, and memories of parties and of staff."""
    return await look_up(tx, finds, customer_id=customer_id, question=question)


@router.post("/{customer_id}/memory", status_code=201, responses=error_responses(NotFound, NothingToRemember))
async def add_memory(tx: CurrentTx, who: Writer, customer_id: UUID, new: NewMemory) -> RememberedCustomer:
    """Remember what staff know of a customer."""
    return await service.add(tx, customer_id=customer_id, new=new)


@router.post("/{customer_id}/memory/{memory_id}/confirm", responses=error_responses(NotFound, UnknownMemory))
async def confirm_memory(tx: CurrentTx, who: Writer, customer_id: UUID, memory_id: UUID) -> RememberedCustomer:
    """Say that a day which a message seems to name is so."""
    return await service.confirm(tx, customer_id=customer_id, memory_id=memory_id)


@router.delete("/{customer_id}/memory/{memory_id}", responses=error_responses(NotFound, UnknownMemory))
async def delete_memory(tx: CurrentTx, who: Writer, customer_id: UUID, memory_id: UUID) -> RememberedCustomer:
    """Forget one memory."""
    return await service.delete(tx, customer_id=customer_id, memory_id=memory_id)


@router.get("/{customer_id}/export", responses=error_responses(NotFound))
async def export_customer(tx: CurrentTx, who: Forgetter, customer_id: UUID) -> Export:
    """All that is kept of a person, to be handed to them."""
    return await service.export(tx, customer_id=customer_id)


@router.post(
    "/{customer_id}/forget",
    responses=error_responses(NotFound, NotConfirmed, StillBusy, NotForgotten),
)
async def forget_customer(tx: CurrentTx, who: Forgetter, customer_id: UUID, order: ForgetOrder) -> Forgotten:
    """Forget a person for good: what is kept after it is amounts and dates without them."""
    return await service.forget(tx, customer_id=customer_id, order=order)
