"""Parties over HTTP: with a token for customers, with permissions for staff.

A refusal is answered with 409 and its reason, and the transaction stands: what it recorded (the lead) stays.
"""

from fastapi import APIRouter

from hibachi.bookings.api.checkout import router as checkout
from hibachi.bookings.api.customers import router as customers
from hibachi.bookings.api.documents import router as documents
from hibachi.bookings.api.payments import router as payments
from hibachi.bookings.api.planning import router as planning
from hibachi.bookings.api.staff import router as staff

router = APIRouter()
router.include_router(customers)
router.include_router(staff)
router.include_router(payments)
router.include_router(checkout)
router.include_router(documents)
router.include_router(planning)

__all__ = ["router"]
