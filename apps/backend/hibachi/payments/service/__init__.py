"""The use cases of money: the ledger, and the notices of payment e-mails; what another module may call is named here."""

from hibachi.payments.service.documents import documents, issue_invoice, keep_invoice, pdf, void_invoice
from hibachi.payments.service.instructions import want_instructions
from hibachi.payments.service.ledger import (
    account,
    accounts,
    bill,
    deposit_at,
    entry,
    export,
    ledger_page,
    left,
    locked,
    of_reference,
    owing,
    payable,
    receivable,
    record,
    refund,
)
from hibachi.payments.service.notices import payment_service_of, take_mail, waiting_for_staff
from hibachi.payments.service.proving import of_provider, proven, recorded

__all__ = [
    "account",
    "accounts",
    "bill",
    "deposit_at",
    "documents",
    "entry",
    "export",
    "issue_invoice",
    "keep_invoice",
    "ledger_page",
    "left",
    "locked",
    "of_provider",
    "of_reference",
    "owing",
    "payable",
    "payment_service_of",
    "pdf",
    "proven",
    "receivable",
    "record",
    "recorded",
    "refund",
    "take_mail",
    "void_invoice",
    "waiting_for_staff",
    "want_instructions",
]
