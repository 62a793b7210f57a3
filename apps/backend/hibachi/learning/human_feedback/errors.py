"""How an improvement can refuse."""

from hibachi.kit.errors import Conflict, InvalidInput


class ImprovedMeanwhile(Conflict):
    """Somebody improved the same words since they were read; the newest revision is not the one that is named."""

    code = "improved_meanwhile"
    message = "A colleague improved this meanwhile."
    next_step = "Read it again, and improve the newest words if they still need it."


class ImprovementUnsupported(InvalidInput):
    """The better words claim what no fact of their conversation holds."""

    code = "improvement_unsupported"
    message = "The better words claim something that no fact of this conversation holds."
    next_step = "Use amounts, days and times of the conversation, or leave them out."


class NothingImproved(InvalidInput):
    """The better words are the machine's own."""

    code = "nothing_improved"
    message = "These are the concierge's own words."
    next_step = "Write them better, or say that nothing is to be improved."
