"""How reviews are refused."""

from hibachi.kit.errors import Conflict, NotFound


class LostLink(NotFound):
    """The link is forged, broken or too old, or its party is gone."""

    code = "review_link_lost"
    message = "This link is not valid any more."
    next_step = "Please write to us instead."


class NotOver(Conflict):
    """There was no party yet, or it did not happen."""

    code = "review_too_early"
    message = "A party can be reviewed when it is over."
    next_step = "Come back after your party."


class ReviewedAlready(Conflict):
    """A party is reviewed once."""

    code = "reviewed_already"
    message = "This party was reviewed already."
    next_step = "Write to us, if something should be different."


class UnknownReview(NotFound):
    """No review has this id."""

    code = "review_unknown"
    message = "There is no such review."
    next_step = "Choose one of GET /api/v1/admin/reviews."


class ReplyChanged(Conflict):
    """A yes is for exactly the reply that was read."""

    code = "review_reply_changed"
    message = "The reply is not the one that you read."
    next_step = "Read it again, then approve it."


class NoReply(Conflict):
    """There is nothing to approve."""

    code = "review_without_reply"
    message = "This review has no reply that waits."
    next_step = "Write a reply first."
