"""How letters are refused."""

from hibachi.kit.errors import Conflict, InvalidInput, NotFound


class NoLetters(Conflict):
    """This installation sends no mail, or does not know its own address, so nobody could say yes."""

    code = "newsletter_off"
    message = "Letters are not sent from here."
    next_step = "Connect a mailbox and set PUBLIC_URL."


class LinkLost(NotFound):
    """The link is forged, broken or too old."""

    code = "newsletter_link_lost"
    message = "This link is not valid any more."
    next_step = "Subscribe again, or write to us."


class UnknownNewsletter(NotFound):
    """No letter has this id."""

    code = "newsletter_unknown"
    message = "There is no such letter."
    next_step = "Choose one of GET /api/v1/admin/newsletters."


class NoDraft(Conflict):
    """A letter that was approved or stopped is what it is."""

    code = "newsletter_not_a_draft"
    message = "This letter is not a draft any more."
    next_step = "Write a new one."


class LetterChanged(Conflict):
    """A yes is for exactly the letter that was read."""

    code = "newsletter_changed"
    message = "The letter is not the one that you read."
    next_step = "Read it again, then approve it."


class Unfounded(InvalidInput):
    """The letter says what no fact of the business carries."""

    code = "newsletter_unfounded"
    message = "Something in the letter is not what the business's facts say."
    next_step = "Correct the words that are named, or the policies."


class Nobody(Conflict):
    """The segment holds nobody."""

    code = "newsletter_nobody"
    message = "Nobody who confirmed a subscription is in this segment."
    next_step = "Choose a wider segment."
