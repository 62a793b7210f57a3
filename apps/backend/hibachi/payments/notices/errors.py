"""How a decision about a notice is refused."""

from hibachi.kit.errors import Conflict, InvalidInput, NotFound


class UnknownNotice(NotFound):
    """There is no such notice."""

    code = "notice_unknown"
    message = "There is no such notice of a payment."
    next_step = "Look at the notices that wait."


class NoticeDecided(Conflict):
    """What became of it is settled."""

    code = "notice_decided"
    message = "This notice does not wait for a decision."
    next_step = "Look at what became of it; a wrong entry is refunded at the party."


class NotAPayment(Conflict):
    """The mail does not say that money came."""

    code = "notice_not_a_payment"
    message = "This mail does not say that money came."
    next_step = "Look into the account of the payment service, and dismiss the notice when it is dealt with."


class AmountMissing(InvalidInput):
    """The notice has no amount that could be recorded."""

    code = "notice_amount_missing"
    message = "The mail tells no amount in the business's currency."
    next_step = "Send the amount that arrived in the account."


class AmountGiven(InvalidInput):
    """The notice tells the amount itself."""

    code = "notice_amount_given"
    message = "The mail tells the amount; it is recorded as it stands there."
    next_step = "Leave the amount out, or dismiss the notice and record the payment by hand."
