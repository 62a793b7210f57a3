"""Invoices and receipts over HTTP: the customer by the party's token, staff by permission."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from hibachi.bookings import service
from hibachi.bookings.errors import UnknownBooking
from hibachi.kit.auth import Principal, public, requires
from hibachi.kit.errors import Conflict
from hibachi.kit.http import API, CurrentTx, TransactionalRoute, error_responses
from hibachi.payments.documents.errors import UnknownDocument
from hibachi.payments.documents.schemas import Documents, Invoice, Pdf, VoidRequest

router = APIRouter(
    prefix=API,
    tags=["invoices and receipts"],
    route_class=TransactionalRoute,
    responses=error_responses(UnknownBooking, UnknownDocument),
)
Token = Annotated[str, Query(min_length=1, max_length=200)]
Reader = Annotated[Principal, Depends(requires("payments:read"))]
Writer = Annotated[Principal, Depends(requires("payments:write"))]


class PdfFile(Response):
    """A PDF that the browser shows, and that nobody in between keeps."""

    media_type = "application/pdf"

    @classmethod
    def of(cls, made: Pdf) -> "PdfFile":
        """The answer that carries a file."""
        shown = {"Content-Disposition": f'inline; filename="{made.name}"', "Cache-Control": "private, no-store"}
        return cls(made.content, headers=shown)


@router.get("/bookings/{booking_id}/documents", dependencies=[Depends(public)])
async def documents(tx: CurrentTx, booking_id: UUID, token: Token) -> Documents:
    """The invoices and receipts of a party, for whoever holds its token."""
    await service.by_token(tx, booking_id=booking_id, token=token)
    return await service.documents_of(tx, booking_id=booking_id)


@router.get(
    "/bookings/{booking_id}/documents/{document_id}.pdf", dependencies=[Depends(public)], response_class=PdfFile
)
async def document(tx: CurrentTx, booking_id: UUID, document_id: UUID, token: Token) -> PdfFile:
    """One of them as PDF."""
    await service.by_token(tx, booking_id=booking_id, token=token)
    return PdfFile.of(await service.document_pdf(tx, booking_id=booking_id, document_id=document_id))


@router.get("/admin/bookings/{booking_id}/documents")
async def documents_for_staff(tx: CurrentTx, who: Reader, booking_id: UUID) -> Documents:
    """The invoices and receipts of a party."""
    return await service.documents_of(tx, booking_id=booking_id)


@router.get("/admin/bookings/{booking_id}/documents/{document_id}.pdf", response_class=PdfFile)
async def document_for_staff(tx: CurrentTx, who: Reader, booking_id: UUID, document_id: UUID) -> PdfFile:
    """One of them as PDF."""
    return PdfFile.of(await service.document_pdf(tx, booking_id=booking_id, document_id=document_id))


@router.post("/admin/bookings/{booking_id}/invoices", status_code=201, responses=error_responses(Conflict))
async def issue(tx: CurrentTx, who: Writer, booking_id: UUID) -> Invoice:
    """Issue the invoice of a party that has none yet, before its deposit too."""
    return await service.issue_invoice(tx, booking_id=booking_id)


@router.post(
    "/admin/bookings/{booking_id}/invoices/{invoice_id}/void", status_code=201, responses=error_responses(Conflict)
)
async def void(tx: CurrentTx, who: Writer, booking_id: UUID, invoice_id: UUID, why: VoidRequest) -> Invoice:
    """Void an invoice by a credit note, which is the answer. The invoice stays as it was printed."""
    return await service.void_invoice(tx, booking_id=booking_id, invoice_id=invoice_id, reason=why.reason)
