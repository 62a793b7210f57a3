"""Words that were written into each other, apart again: "price12adults94539", "so...14 adults...94301", "16-adults/94560"."""

from hibachi.kit import lazy_re as re
from hibachi.language.guest_words import ADULTS, CHILDREN, PEOPLE, TODDLERS

_NOUN = rf"(?:{ADULTS}|{CHILDREN}|{TODDLERS}|{PEOPLE})"
_ADDRESS = re.compile(r"\S*(?:@|://|www\.|\.com\b|\.org\b|\.net\b)\S*", re.I)
_GLUED = re.compile(
    rf"(?<![\w.])[a-z]{{0,12}}(?:\d{{1,3}}{_NOUN})+(?:\d{{5}})?[a-z]{{0,12}}(?!\w)|(?<![\w.]){_NOUN}\d{{1,3}}(?!\w)",
    re.I,
)
_KEYCAP = re.compile("(?<=[0-9])\ufe0f?\u20e3")
_WIDE = {ord(wide): ord(plain) for wide, plain in zip("０１２３４５６７８９，．：", "0123456789,.:", strict=True)}
_PRICE_ASKED = re.compile(r"(\d)\s*\$\s*\?")
_PARTS = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])", re.I)
_DOTS = re.compile(r"(?<=[a-z0-9])(\.{2,}|\u2026)(?=[a-z0-9])", re.I)
_MARKS = re.compile(r"(?<=[a-z])([,;:])(?=\d)", re.I)
_JOINED = re.compile(
    rf"(?<=[a-z])[/|_](?=\d{{1,3}}[ _-]?[a-z]{{3}}|\d{{5}}\b)|(?<=\d{{5}})[/|_.](?=[a-z])|(?<=[a-z]{{3}})\|(?=[a-z0-9])|(?<=\d)[-_.](?={_NOUN}(?![\w]))|(?<=[a-z])[.](?=\d{{5}}\b)",
    re.I,
)
_DOZENS = re.compile(r"\b(?P<n>an?|one|two|three|four|\d)(?: dozen and an? half| and an? half dozen)\b", re.I)
_TIMES = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_NUMBERED = re.compile(r"^[ \t>]*\(?(?P<number>\d{1,2})[.)][ \t]+(?=[a-z\"'])", re.I | re.M)


def spaced(text: str) -> str:
    """The text with spaces where words, numbers and dots stand without any between them; links and addresses stay."""
    text = _DOZENS.sub(_dozens, text)
    text = _unnumbered(_PRICE_ASKED.sub(r"\1 ?", _KEYCAP.sub("", text).translate(_WIDE)))
    parts, last = [], 0
    for address in _ADDRESS.finditer(text):
        parts += [_apart(text[last : address.start()]), address.group()]
        last = address.end()
    return "".join([*parts, _apart(text[last:])])


def _dozens(match: re.Match[str]) -> str:
    """ "A dozen and a half" is 18."""
    said = match["n"].lower()
    return str(12 * (_TIMES.get(said) or int(said)) + 6)


def _apart(text: str) -> str:
    text = _JOINED.sub(" ", _MARKS.sub(r"\1 ", _DOTS.sub(r"\1 ", text)))
    return _GLUED.sub(lambda match: _PARTS.sub(" ", match.group()), text)


def _unnumbered(text: str) -> str:
    """A list "1) … 2) …" without its numbers: they count lines, not guests."""
    numbers = [int(match["number"]) for match in _NUMBERED.finditer(text)]
    return _NUMBERED.sub("", text) if len(numbers) > 1 and numbers == [*range(1, len(numbers) + 1)] else text
