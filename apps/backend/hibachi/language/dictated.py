"""Punctuation that somebody dictated, as signs: "in Cupertino comma zip code 95014 period Thank you exclamation point"."""

from hibachi.kit import lazy_re as re

_SIGNS = {
    "comma": ",", "exclamation point": "!", "exclamation mark": "!", "question mark": "?", "full stop": ".", "period": ".",
    "colon": ":", "semicolon": ";", "new line": "\n", "new paragraph": "\n", "open parenthesis": "(", "close parenthesis": ")",
}  # fmt: skip
_SIGN = re.compile(rf" (?:{'|'.join(_SIGNS)})(?= |$)", re.I)
_SURE = re.compile(r" (?:comma|exclamation (?:point|mark)|question mark|full stop)(?= |$)", re.I)
_STOP = re.compile(r" period(?= [A-Z]|$)")
_NO_STOP = re.compile(r"\b(?:notice|trial|time|waiting|grace|first|second|this|that|a|the|long|hold(?:ing)?)$", re.I)
_WRITTEN = re.compile(r"[,!?;]|\.(?= |$)")
"""A text with signs of its own was written: there "period" is a word."""


def punctuated(text: str) -> str:
    """The text with dictated signs set; as it was where nothing shows that it was dictated."""
    if not _SIGN.search(text) or _WRITTEN.search(text):
        return text
    stops = [
        stop for stop in _STOP.finditer(text) if not _NO_STOP.search(text[max(0, stop.start() - 12) : stop.start()])
    ]
    if not _SURE.search(text) and not stops:
        return text
    return _SIGN.sub(lambda match: _SIGNS[match.group().strip().lower()], text)
