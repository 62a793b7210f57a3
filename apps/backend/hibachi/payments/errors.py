"""How money is refused."""

from hibachi.kit.errors import Conflict, InvalidInput, NotFound


class UnknownReceivable(NotFound):
    """Nothing was ever owed for this."""

    code = "receivable_unknown"
    message = "No money is owed for this party yet."
    next_step = "Book the party first."


class UnknownPayment(NotFound):
    """The party has no such payment."""

    code = "payment_unknown"
    message = "There is no such payment of this party."
    next_step = "Look at the payments of the party."


class NotPositive(InvalidInput):
    """Money that came or went is a positive amount."""

    code = "amount_invalid"
    message = "An amount of money is more than zero."
    next_step = "Send the amount that was paid."


class RefundTooLarge(Conflict):
    """More cannot go back than came and has not gone back yet."""

    code = "refund_too_large"
    message = "That is more than is left of this payment."
    next_step = "Refund at most what is left of it."


class NoRefundOfRefund(Conflict):
    """A refund cannot itself be refunded."""

    code = "refund_of_refund"
    message = "This entry is a refund itself."
    next_step = "Choose the payment that should go back."


class PaymentKnown(Conflict):
    """The provider's transaction stands in the ledger already, with another amount or for another party."""

    code = "payment_known"
    message = "This transaction was recorded already, differently."
    next_step = "Look at the payments of the party, and check the transaction id."
