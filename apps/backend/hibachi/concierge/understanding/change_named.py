"""Which part of a party somebody wants changed, where the new one is not told yet: its day, its start, its place, its guests. Pure."""

from hibachi.concierge.understanding import own_words
from hibachi.kit import lazy_re as re

_PARTS = (
    ("time", r"\b(?:start(?:ing)? )?(?:time|hour|start)\b|\b(?:earlier|later) in the day\b"),
    ("zip", r"\b(?:address|location|venue|place|house|zip(?: code)?)\b"),
    ("guests", r"\b(?:head ?count|guest (?:count|list)|number of (?:people|guests)|guests|how many)\b"),
    ("date", r"\b(?:date|day|weekend)\b"),
)
_CHANGES = r"\b(?:chang\w*|mov\w*|switch\w*|adjust\w*|updat\w*|different|another|new)\b[^.?!\n]{0,30}"
_NAMED = tuple((slot, re.compile(rf"{_CHANGES}(?:{words})", re.I)) for slot, words in _PARTS)


def slot_of(text: str) -> str:
    """What to ask for: the part that is named, the day where the party is put off, else what should change at all."""
    named = next((slot for slot, pattern in _NAMED if pattern.search(text)), None)
    return named or ("date" if own_words.puts_off(text) else "change")
