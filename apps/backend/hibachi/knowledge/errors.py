"""How knowledge can refuse."""

from hibachi.kit.errors import Conflict, InvalidInput, NotFound


class UnknownEntry(NotFound):
    """No passage of this id in the version in force."""

    code = "knowledge_entry_not_found"
    message = "There is no such entry."
    next_step = "Read the list again."


class RenderedEntry(Conflict):
    """A passage that is made from the owner's numbers is changed where they stand."""

    code = "knowledge_entry_rendered"
    message = "This entry is made from your policies."
    next_step = "Change the policy or the menu; the entry follows."


class SaidAlready(Conflict):
    """Another passage says the same."""

    code = "knowledge_duplicate"
    message = "Another entry answers this already."
    next_step = "Change that entry, or ask another question."


class ContradictsPolicy(InvalidInput):
    """The text names an amount that no policy holds."""

    code = "knowledge_contradicts_policy"
    message = "The text names an amount that your policies do not know."
    next_step = "Use an amount of the policies, or change the policy first."


class PersonalData(InvalidInput):
    """The text names a person or how to reach one."""

    code = "knowledge_personal_data"
    message = "The text holds personal data."
    next_step = "Leave names, addresses and numbers of customers out."


class UnknownVersion(NotFound):
    """No version of this number."""

    code = "knowledge_version_not_found"
    message = "There is no such version."
    next_step = "Read the list again."


class NotWaiting(Conflict):
    """Only a version that was compared waits for a decision."""

    code = "knowledge_version_not_waiting"
    message = "This version does not wait for a decision."
    next_step = "Read the list again."


class NoWayBack(Conflict):
    """A version that was never in force, or is now, is nothing to go back to."""

    code = "knowledge_no_way_back"
    message = "One can only go back to a version that was in force before."
    next_step = "Choose a superseded version."


class NothingToLearn(NotFound):
    """The message is no reply to a question of a customer."""

    code = "knowledge_nothing_to_learn"
    message = "This message is no reply to a customer's question."
    next_step = "Choose a reply that answers a question."


class MayNotEnter(InvalidInput):
    """What was learnt holds what was meant for one customer."""

    code = "knowledge_may_not_enter"
    message = "This was meant for one customer."
    next_step = "Write it in words that hold for everybody."


class UnknownCandidate(NotFound):
    """No candidate of this id waits."""

    code = "knowledge_candidate_not_found"
    message = "There is no such candidate."
    next_step = "Read the list again."
