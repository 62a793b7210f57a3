"""A ZIP code that was spoken and taken back in the same breath, written as it was meant: "nine five one two eight no one two five"."""

from hibachi.kit import lazy_re as re
from hibachi.language.numbers import to_int
from hibachi.language.small_numbers import ONE_TO_NINE

_DIGIT = rf"(?:zero|oh|o|{ONE_TO_NINE}|\d)"
_TENS = (
    r"(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    rf"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:{ONE_TO_NINE})\b)?)"
)
_RUN = rf"(?:{_DIGIT}|{_TENS})\b(?:[ ,-]{{1,2}}(?:{_DIGIT}|{_TENS})\b){{0,11}}"
"""Twice a ZIP and a little; a run without a bound is looked through from each of its words."""
_BACK = (
    r"(?:(?:oh|uh|um|ugh|er) )?(?:no|nope|wait|sorry|i mean|i meant|actually|scratch that|make that"
    r"|correction|hold on|hang on|oops|whoops|my bad|not that|excuse me|pardon|that'?s wrong|wrong)\b"
)
_CHAIN = re.compile(
    rf"\b(?P<first>\d{{5}}"
    rf"|{_RUN})[ ,.–-]{{1,4}}(?P<back>{_BACK}(?:[ ,.–-]{{1,3}}{_BACK})*)[ ,.–-]{{1,4}}(?:that(?:'?s"
    rf"| is| was) (?:my|our|the) [a-z']+(?: [a-z']+)?[ ,.–-]{{1,3}})?"
    r"(?:(?:it'?s|its|the zip(?: code)? is|zip|that'?s|it ends in|ends in|ending in|should be"
    rf"|it should be|the last (?:two|three|digits?)(?: digits)? (?:is|are))[ ,]+)?(?P<then>\d{{5}}"
    rf"|{_RUN})\b(?!-?\d)",
    re.I,
)
_WORD = re.compile(rf"\b(?:{_TENS}|{_DIGIT})\b|\d", re.I)
_COUNTED = re.compile(
    r"[ -](?:(?:more|little|small|other|young|grown) )?(?:adults?|people|ppl|guests?|persons?|of us"
    r"|kids?|child\w*|toddlers?|grown|pm|am|p\.m|a\.m|o'?clock|in the (?:morning|afternoon|evening)"
    r"|at night|orders?|portions?|st|nd|rd|th|years?|hours?)\b",
    re.I,
)
ZIP = 5
"""Digits."""


def settled_zips(text: str, region: str) -> str:
    """The text with each ZIP that was spoken and put right in one breath as five figures.

    region: the figure with which ZIPs of the neighbourhood begin; other runs of five are taken back as they were said.
    """
    parts, last = [], 0
    for chain in _CHAIN.finditer(text):
        meant = _meant(chain, text, region)
        if meant is not None:
            code, end = meant
            parts += [text[last : chain.start()], code]
            last = end
    return "".join([*parts, text[last:]])


def _meant(chain: re.Match[str], text: str, region: str) -> tuple[str, int] | None:
    """The ZIP that a chain comes to and where it ends; None where its first run is no ZIP."""
    first = _figures(chain["first"])
    if len(first) == ZIP + 1 and chain["first"].lower().endswith(" oh"):
        first = first[:ZIP]
    if len(first) != ZIP or first[0] != region:
        return None
    words = list(_WORD.finditer(chain["then"]))
    end = chain.end("then")
    while words and _COUNTED.match(text, end):  # "no sorry two five twelve adults": the last number counts
        words.pop()
        end = chain.start("then") + words[-1].end() if words else chain.start("then")
    said = "".join(_figure(word.group()) for word in words)
    code = _put_right(first, said)
    return (code, end) if code else None


def _put_right(first: str, said: str) -> str | None:
    """The first ZIP with what was said after it: whole, its last digits, or its last digits and then the whole."""
    if len(said) == ZIP:
        return said
    if 0 < len(said) < ZIP:
        return first[: ZIP - len(said)] + said
    tail, whole = said[:-ZIP], said[-ZIP:]
    if 0 < len(tail) < ZIP and first[: ZIP - len(tail)] + tail == whole:
        return whole
    return whole if said == whole * 2 else None


def _figures(said: str) -> str:
    return "".join(_figure(word.group()) for word in _WORD.finditer(said)) if not said.isdigit() else said


def _figure(word: str) -> str:
    return "0" if word.lower() in ("oh", "o", "zero") else str(to_int(word.lower()) or 0)
