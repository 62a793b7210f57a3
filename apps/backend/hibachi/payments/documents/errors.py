"""How a document is refused."""

from hibachi.kit.errors import Conflict, NotFound


class UnknownDocument(NotFound):
    """The party has no such invoice or receipt."""

    code = "document_unknown"
    message = "There is no such invoice or receipt of this party."
    next_step = "Look at the documents of the party."


class NothingToInvoice(Conflict):
    """Nothing is owed for the party as it is now."""

    code = "nothing_to_invoice"
    message = "There is nothing to invoice for this party now."
    next_step = "Look at the party as it is now."


class InvoiceStands(Conflict):
    """The party has an invoice that says what it says now."""

    code = "invoice_stands"
    message = "This party has its invoice already."
    next_step = "Open it, or void it first."


class InvoiceVoid(Conflict):
    """An invoice is voided once, and a credit note never."""

    code = "invoice_void"
    message = "This invoice was voided already, or is a credit note itself."
    next_step = "Look at the documents of the party."
