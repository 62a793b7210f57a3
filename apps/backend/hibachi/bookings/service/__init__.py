"""The use cases of parties, one file a verb; everything that another module may call is named here."""

from hibachi.bookings.service.cancelling import cancel, preview_cancel
from hibachi.bookings.service.changing import change, preview_change
from hibachi.bookings.service.choosing import choose, choosing_page
from hibachi.bookings.service.closing import close_lapsed, complete
from hibachi.bookings.service.deposits import (
    on_money,
    payments_of,
    place,
    record_deposit,
    record_payment,
    record_refund,
)
from hibachi.bookings.service.gathering import (
    choice_of,
    gathered,
    preview_take_over,
    share,
    strike,
    take_over,
)
from hibachi.bookings.service.holding import accept, hold, holder
from hibachi.bookings.service.invoicing import document_pdf, documents_of, issue_invoice, on_booking, void_invoice
from hibachi.bookings.service.merging import on_customers_merged, on_customers_parted
from hibachi.bookings.service.paying import document_link, on_price, on_requested, page_link, to_pay
from hibachi.bookings.service.planning import calendar_range, run_sheet
from hibachi.bookings.service.reading import (
    awaiting_deposit,
    by_token,
    get,
    had_before,
    held_of,
    hold_still,
    hosts,
    of_customer,
    page,
    quoted,
    starting,
    week,
    with_token,
)
from hibachi.bookings.service.staff import import_party, set_status

__all__ = [
    "accept",
    "awaiting_deposit",
    "by_token",
    "calendar_range",
    "cancel",
    "change",
    "choice_of",
    "choose",
    "choosing_page",
    "close_lapsed",
    "complete",
    "document_link",
    "document_pdf",
    "documents_of",
    "gathered",
    "get",
    "had_before",
    "held_of",
    "hold",
    "hold_still",
    "holder",
    "hosts",
    "import_party",
    "issue_invoice",
    "of_customer",
    "on_booking",
    "on_customers_merged",
    "on_customers_parted",
    "on_money",
    "on_price",
    "on_requested",
    "page",
    "page_link",
    "payments_of",
    "place",
    "preview_cancel",
    "preview_change",
    "preview_take_over",
    "quoted",
    "record_deposit",
    "record_payment",
    "record_refund",
    "run_sheet",
    "set_status",
    "share",
    "starting",
    "strike",
    "take_over",
    "to_pay",
    "void_invoice",
    "week",
    "with_token",
]
