"""Where a text may be cut: between sentences, else between words, never inside an amount, a date, a time or a link."""

from collections.abc import Iterator
from itertools import pairwise

from hibachi.kit import lazy_re as re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
WHOLE = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|[\w.+-]+@[\w-]+\.[\w.-]+"
    r"|\+?\(?\d{1,3}\)?[\d() .-]{7,}\d"
    r"|\$ ?\d[\d,]*(?:\.\d+)?(?: (?:each|per|a|for) \w+)?"
    r"|\d[\d,]*(?:\.\d+)? (?:dollars|cents|adults?|guests?|people|children|kids|toddlers|miles?|hours?|minutes?|days?)"
    rf"|(?:{_DAY},? )?(?:the )?{_MONTH}\.? \d{{1,2}}(?:st|nd|rd"
    rf"|th)?(?:,? \d{{4}})?(?: at \d{{1,2}}(?::\d\d)? ?[ap]\.?m\.?)?"
    r"|\d{1,2}(?::\d\d)? ?[ap]\.?m\b\.?"
    r"|\d{1,2}/\d{1,2}(?:/\d{2,4})?",
    re.IGNORECASE,
)
"""What loses its meaning when it is cut."""
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')\]]*(?P<gap>\s+)(?=[^\s])|(?P<line>\n+)")
_GAP = re.compile(r"\s+")


def cuts(text: str) -> list[int]:
    """Where sentences and lines end: offsets behind the blank that follows them, the text's end among them."""
    whole = _spans(text)
    ends = [match.end() for match in _SENTENCE_END.finditer(text) if _outside(match.end("gap") or match.end(), whole)]
    return sorted({*ends, len(text)}) if text else []


def gaps(text: str) -> list[int]:
    """Where words end: offsets behind the blank, none of them inside an amount, a date or a link."""
    whole = _spans(text)
    return [match.end() for match in _GAP.finditer(text) if _outside(match.end(), whole)]


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as [start, end), blanks behind them included."""
    starts = [0, *cuts(text)]
    return [(start, end) for start, end in pairwise(starts) if text[start:end].strip()]


def _spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in WHOLE.finditer(text)]


def _outside(offset: int, spans: list[tuple[int, int]]) -> bool:
    return not any(start < offset < end for start, end in spans)


def words(text: str) -> Iterator[str]:
    """Amounts, dates, times, numbers and links of a text, as they are written."""
    for match in WHOLE.finditer(text):
        yield match.group()
