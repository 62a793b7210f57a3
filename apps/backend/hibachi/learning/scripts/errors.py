"""How scripts can refuse."""

from hibachi.kit.errors import Conflict, InvalidInput, NotFound


class NoSuchProposal(NotFound):
    """No proposal of this id."""

    code = "script_proposal_not_found"
    message = "There is no such proposal."
    next_step = "Read the list again."


class ProposalDecided(Conflict):
    """Somebody decided about it before."""

    code = "script_proposal_decided"
    message = "This proposal was decided already."
    next_step = "Read the list again; propose it anew if it is still wanted."


class ScriptChanged(Conflict):
    """The script says something else than when the proposal was made."""

    code = "script_changed"
    message = "The script was changed since this was proposed."
    next_step = "Look at what it says now, and propose the change to that."


class ScriptNotReleased(Conflict):
    """Only a script that is in force as it was released can be taken back."""

    code = "script_not_released"
    message = "This release is not what is in force, so there is nothing to take back."
    next_step = "Read the list again; take back the newest release of the script."


class ScriptUnsupported(InvalidInput):
    """The words hold a number, or claim something that no fact of the business holds."""

    code = "script_unsupported"
    message = "These words cannot be a script."
    next_step = "Name facts in braces instead of numbers, and leave out what the policies do not say."


class NoSuchScript(NotFound):
    """No script of this key is in force."""

    code = "script_not_found"
    message = "There is no such script."
    next_step = "Read the list again."
