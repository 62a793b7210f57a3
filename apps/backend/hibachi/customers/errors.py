"""How an address can be wrong, and how a merge can be refused."""

from hibachi.kit.errors import Conflict, InvalidInput, NotFound


class InvalidPhone(InvalidInput):
    """Not a telephone number that exists."""

    code = "invalid_phone"
    message = "That does not look like a telephone number."
    next_step = "Send a number with its area code, such as (916) 555-0148."


class InvalidEmail(InvalidInput):
    """Not an e-mail address."""

    code = "invalid_email"
    message = "That does not look like an e-mail address."
    next_step = "Send an address such as name@example.com."


class InvalidHandle(InvalidInput):
    """Not a name that a social network gives."""

    code = "invalid_handle"
    message = "That does not look like the name of an account."
    next_step = "Send the account's name without spaces."


class SamePerson(Conflict):
    """The two are one person already."""

    code = "same_person"
    message = "These two are one person already."
    next_step = "Choose two different people."


class NoSuchMerge(NotFound):
    """No merge of this id."""

    code = "merge_not_found"
    message = "There is no such merge."
    next_step = "Read the customer's merges."


class MergeUndone(Conflict):
    """The merge was undone before."""

    code = "merge_undone"
    message = "This merge was undone already."
    next_step = "Read the customer's merges."


class MergeCovered(Conflict):
    """A newer merge of the same person lies above this one."""

    code = "merge_covered"
    message = "A newer merge of this person has to be undone first."
    next_step = "Undo the merge that details name, then this one."


class PartedByStaff(Conflict):
    """Staff said that two people are not one, and an address would join them again."""

    code = "parted_by_staff"
    message = "Staff parted these two people; an address alone does not join them again."
    next_step = "Merge them by hand, with the reason."
