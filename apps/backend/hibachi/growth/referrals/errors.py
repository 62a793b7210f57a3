"""How recommendations are refused."""

from hibachi.kit.errors import Conflict, NotFound


class UnknownCode(NotFound):
    """Nobody has this code."""

    code = "referral_code_unknown"
    message = "Nobody has this code."
    next_step = "Check the code, or go on without it."


class OwnCodeUsed(Conflict):
    """Somebody recommends us to themselves."""

    code = "referral_own_code"
    message = "A code is for friends, not for its owner."
    next_step = "Hand your link on to a friend."


class NotNew(Conflict):
    """Somebody has had a party with us already, or came with another code."""

    code = "referral_not_new"
    message = "A code counts for somebody's first party with us, and one code counts."
    next_step = "Go on without the code."


class UnknownReferral(NotFound):
    """No recommendation has this id."""

    code = "referral_unknown"
    message = "There is no such recommendation."
    next_step = "Choose one of GET /api/v1/admin/referrals."


class NotEarned(Conflict):
    """A credit is given once, after the friend's party."""

    code = "referral_not_earned"
    message = "This credit is not due: the friend's party is not over, or it was given already."
    next_step = "Read the recommendation as it is now."
