"""How the customer can be reached, as a summary shows it: corrected, it is summed up anew; told besides, nothing changes. Pure."""

from typing import Protocol

from hibachi.concierge.understanding.schemas import Dialogue, Pending, Reading

_REACHED = ("phone", "email")


def of(dialogue: Dialogue) -> dict[str, str | None]:
    """What the customer told of how to be reached."""
    return {key: getattr(dialogue, key) for key in _REACHED}


def with_the_yes(reading: Reading) -> dict[str, str | None]:
    """What the message of the yes tells besides: the name where it is whole, a number, an address; the booking holds them."""
    frame, name = reading.frame, reading.dialogue.name
    whole = name if frame.name and name and " " in name else None
    return {"name": whole, "phone": frame.phone, "email": frame.email}


def corrected(dialogue: Dialogue, pending: Pending) -> bool:
    """Whether another number or address is told than the summary was made with: "oops typo, it's leo@example.com"."""
    return any(pending.arguments.get(key) not in (None, said) for key, said in of(dialogue).items())


class _Reached(Protocol):
    @property
    def phone(self) -> str | None: ...
    @property
    def email(self) -> str | None: ...


def anew(reading: Reading, pending: Pending, own: _Reached) -> bool:
    """Whether the booking would not hold what was told: a correction, or another way to be reached told without a yes.

    own: by what the channel knows the customer; told again, it is nothing new.
    """
    if corrected(reading.dialogue, pending):
        return True
    agreed = reading.frame.answer == "yes" or "book" in reading.frame.acts
    new = [key for key in _REACHED if key in reading.changed and getattr(reading.dialogue, key) != getattr(own, key)]
    return bool(new) and not agreed


def completes(dialogue: Dialogue, pending: Pending) -> bool:
    """Whether the name of the summary is only told whole now: "book it - Josh Feldman" of Josh, Joe Baxter of Joe B."""
    shown, told = str(pending.arguments.get("name") or "").lower().split(), (dialogue.name or "").lower().split()
    return 0 < len(shown) <= len(told) and all(map(str.startswith, told, shown))
