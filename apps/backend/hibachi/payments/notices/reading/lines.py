"""The lines of a notice as they are read: without marks, links and quotation, amounts in one piece."""

import unicodedata

from hibachi.kit import lazy_re as re
from hibachi.language.tidy import visible_text, without_control_characters

MOST_LINES = 400
LONGEST_TEXT = 100_000
LONGEST_LINE = 400
_CELL = re.compile(r"(?=<t[dh]\b)", re.IGNORECASE)
_LINK = re.compile(r"<?https?://[^\s<>]{1,2000}>?|\[(?:image|cid):[^\]\n]{0,200}\]", re.IGNORECASE)
_MARKS = re.compile(r"[®™℠]|\((?:R|TM|SM)\)|&(?:reg|trade);")
_STARS = re.compile(r"\*{1,2}([^*\n]{1,200}?)\s?\*{1,2}")
_QUOTED = re.compile(r"^(?:\s?>)+\s?", re.MULTILINE)
_PIECES = re.compile(r"\$\s{0,6}(\d{1,3}(?:,\d{3})*|\d{1,9})\s{0,6}\.\s{0,6}(\d{2})(?!\d)")
_BROKEN = re.compile(
    r"\b((?:paid|sent) you|you paid|you sent|received|requests|requested)[ \t]*\n{1,2}[ \t]*(?=\$\s?\d)", re.IGNORECASE
)
_FORWARDED = re.compile(r"^-{2,}\s?forwarded message\s?-{2,}$|^begin forwarded message:$", re.IGNORECASE)
_FIELD = re.compile(r"^(?:from|date|sent|subject|to|cc|reply-to)\s?:", re.IGNORECASE)


def plain_lines(text: str) -> list[str]:
    """The written lines of a plain text; of a forwarded mail, those that were forwarded."""
    bare = _STARS.sub(r"\1", _QUOTED.sub("", _LINK.sub(" ", without_control_characters(text[:LONGEST_TEXT]))))
    return _below_forwarding(_split(bare))


def html_lines(html: str) -> list[str]:
    """The written lines of an HTML text, as a reader sees them; nothing that is hidden is among them."""
    shown = visible_text(_CELL.sub("\n", without_control_characters(html[:LONGEST_TEXT])))
    return _below_forwarding(_split(_QUOTED.sub("", shown)))


def one_line(text: str) -> str:
    """A header's text as the lines are read."""
    return " ".join(_MARKS.sub("", _folded(text)).split())[:LONGEST_LINE]


def _split(text: str) -> list[str]:
    joined = _BROKEN.sub(r"\1 ", _PIECES.sub(r"$\1.\2", _MARKS.sub("", _folded(text))))
    lines = (" ".join(line.split())[:LONGEST_LINE] for line in joined.split("\n"))
    return [line for line in lines if line and not set(line) <= set("-_=~* |·•")][:MOST_LINES]


def _folded(text: str) -> str:
    """One spelling of what looks the same: digits of other scripts, odd spaces, typographic apostrophes."""
    if text.isascii():
        return text
    return "".join(_plain(letter) for letter in text)


def _plain(letter: str) -> str:
    if letter.isascii():
        return letter
    kind = unicodedata.category(letter)
    if kind == "Nd":
        return str(unicodedata.digit(letter))
    return " " if kind == "Zs" else "'" if letter == "’" else "$" if letter in "＄﹩" else letter


def _below_forwarding(lines: list[str]) -> list[str]:
    at = next((number for number, line in enumerate(lines) if _FORWARDED.match(line)), None)
    if at is None:
        return lines
    rest = lines[at + 1 :]
    while rest and _FIELD.match(rest[0]):
        rest = rest[1:]
    return rest
