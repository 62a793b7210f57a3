"""How the customer can be reached, as a summary shows it: corrected, it is summed up anew; told besides, nothing changes. Pure."""

from hibachi.concierge.understanding.schemas import Dialogue, Pending

_REACHED = ("phone", "email")


def of(dialogue: Dialogue) -> dict[str, str | None]:
    """What the customer told of how to be reached."""
    return {key: getattr(dialogue, key) for key in _REACHED}


def corrected(dialogue: Dialogue, pending: Pending) -> bool:
    """Whether another number or address is told than the summary was made with: "oops typo, it's leo@example.com"."""
    return any(pending.arguments.get(key) not in (None, said) for key, said in of(dialogue).items())
