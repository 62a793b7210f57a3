"""Parties over HTTP: with a token for customers, with permissions for staff.

A refusal is answered with 409 and its reason, and the transaction stands: what it recorded (the lead) stays.
"""

from fastapi import APIRouter

from hibachi.bookings.api.checkout import router as checkout
from hibachi.bookings.api.customers import router as customers
from hibachi.bookings.api.documents import router as documents
from hibachi.bookings.api.guests import router as guests
from hibachi.bookings.api.payments import router as payments
from hibachi.bookings.api.planning import router as planning
from hibachi.bookings.api.staff import router as staff
from hibachi.bookings.proof.api import router as findings

router = APIRouter()
for part in (customers, guests, staff, payments, checkout, documents, findings, planning):
    router.routes.extend(part.routes)

__all__ = ["router"]
