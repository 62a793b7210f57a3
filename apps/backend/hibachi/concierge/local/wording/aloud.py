"""What is written as it is said on the telephone: who calls does not write. Pure."""

from hibachi.kit import lazy_re as re

_SAID = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"\b([Jj])ust write(?: here| again)?\b", r"\1ust call"),
        (r"\bWrite (?=any time|whenever)", "Call "),
        (r"\bwrite it here\b", "tell me"),
        (r"\b(?:just )?send it here\b", "just tell me"),
        (r"\byou can write\b", "you can call"),
        (r"\b(?:write here|write again|ask me here)\b", "call again"),
        (r"\b(address|number)( that)? you write from\b", r"\1\2 you call from"),
        (r"\bwill write to you here\b", "will get back to you"),
        (r"\bonly write in\b", "only speak"),
        (r"\bsolo escribo en\b", "solo hablo"),
        (r"\b[Rr]ight here in this conversation is fine\b", "You can simply tell me"),
    )
)


def aloud(text: str) -> str:
    """A sentence as it is said to who calls."""
    for pattern, said in _SAID:
        text = pattern.sub(said, text)
    return text
