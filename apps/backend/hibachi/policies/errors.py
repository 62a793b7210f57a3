"""How policies refuse."""

from hibachi.kit.errors import InvalidInput, NotFound, Unavailable


class InvalidPolicy(InvalidInput):
    """The changed profile would not be valid; nothing was stored."""

    code = "invalid_policy"
    message = "The profile would not be valid with this change, so nothing was changed."
    next_step = "Correct the fields that are named and send the change again."


class NothingChanged(InvalidInput):
    """The patch leaves the profile as it is."""

    code = "nothing_changed"
    message = "This change leaves everything as it is."
    next_step = "Send the keys that shall change, with their new values."


class DatedInThePast(InvalidInput):
    """A version cannot rewrite what was in force."""

    code = "policy_dated_in_the_past"
    message = "A change of policy cannot take effect in the past."
    next_step = "Leave effective_from out for a change at once, or give a future instant with its zone."


class NoPolicyInForce(Unavailable):
    """No version was loaded yet."""

    code = "no_policy_in_force"
    message = "The business has not been set up yet."
    next_step = "Load the profile (it happens at start), then try again."


class UnknownVersion(NotFound):
    """There is no policy version of this number."""

    code = "unknown_policy_version"
    message = "There is no policy version of this number."
    next_step = "See the versions at /api/v1/admin/policies/versions."
