"""How payments by card are refused."""

from typing import ClassVar

from hibachi.kit.errors import Conflict, HibachiError, Unavailable


class CardsOff(Conflict):
    """This installation has no account for cards."""

    code = "card_payments_off"
    message = "Payment by card is not available here."
    next_step = "Pay another way: ask us how."


class NothingDue(Conflict):
    """There is nothing to be paid of this now."""

    code = "nothing_due"
    message = "There is nothing to pay here now."
    next_step = "Look at the party as it is now."


class PaymentUnderWay(Conflict):
    """The customer has paid, and the money is not there yet."""

    code = "payment_under_way"
    message = "A payment is on its way: we are waiting for the bank."
    next_step = "Wait for the bank; nothing has to be paid again."


class CardsDown(Unavailable):
    """Stripe did not answer, or nobody knows what it did. The same request again is safe."""

    code = "card_payments_down"
    message = "The card payment service does not answer at the moment."
    next_step = "Try again in a minute: nothing is paid twice."


class CardsRefused(Conflict):
    """Stripe said no; nothing happened. details.reason is Stripe's own word."""

    code = "card_refused"
    message = "The card payment service refused this."
    next_step = "Look at the reason; for a refund, at the payment in Stripe's dashboard."


class NotByCard(Conflict):
    """Only what came by card goes back by card."""

    code = "not_by_card"
    message = "This payment did not come by card here."
    next_step = "Give it back the way it came, and record that."


class RefundByCard(Conflict):
    """What came by card goes back by card, unless staff say how else they gave it back."""

    code = "refund_by_card"
    message = "This payment came by card: recording alone would move no money."
    next_step = "Refund it by card, or say by which method you gave it back."


class RefundUnderWay(Conflict):
    """A refund of this payment is not settled yet."""

    code = "refund_under_way"
    message = "A refund of this payment is still under way."
    next_step = "Wait until it is settled; that takes an hour at most."


class WebhookUnverified(HibachiError):
    """What came does not bear Stripe's signature, or an old one."""

    code = "stripe_not_verified"
    status: ClassVar[int] = 400
    message = "This message cannot be verified."
    next_step = "Check STRIPE_WEBHOOK_SECRET and the clock of the server."
