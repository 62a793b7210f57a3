"""What the writer of a mail newly says: above the history, below it, or between its lines."""

from hibachi.channels.mail.reading.history import Head, after_fields, find_head
from hibachi.channels.mail.reading.signatures import without_signature
from hibachi.kit import lazy_re as re
from hibachi.language.tidy import normal_space

MOST_LINES = 4000
WRAPPED_AFTER = 64
_QUOTED = re.compile(r"\s*>")
_ENDS = re.compile(r"[.?!:;,)\"”]\s*$")


def new_words(text: str) -> str:
    """The new part of a mail's text, without history and signature; empty when its writer added nothing.

    Answers between quoted lines are kept in their order. Of a mail that forwards another without a word, the words are
    those that it forwards.
    """
    lines = text.split("\n")[:MOST_LINES]
    head = find_head(lines)
    own = _own_lines(lines, head)
    said = normal_space(without_signature("\n".join(own)))
    if said or head is None or head.kind != "forwarded":
        return said
    return new_words_of_forwarded(lines[head.body :])


def new_words_of_forwarded(lines: list[str]) -> str:
    """The newest part of a mail that was passed on; marks of quotation before its lines are taken off."""
    plain = [re.sub(r"^\s*>\s?", "", line) for line in lines]
    plain = plain[after_fields(plain, 0) :]
    head = find_head(plain)
    return normal_space(without_signature("\n".join(_own_lines(plain, head))))


def _own_lines(lines: list[str], head: Head | None) -> list[str]:
    if head is None:
        return _unquoted(lines)
    above = _unquoted(lines[: head.at])
    below = lines[head.body :]
    answers_below = head.kind == "quoted" and _begins_quoted(below)
    return [*above, "", *_unquoted(below)] if answers_below else above


def _begins_quoted(lines: list[str]) -> bool:
    first = next((line for line in lines if line.strip()), "")
    return bool(_QUOTED.match(first))


def _unquoted(lines: list[str]) -> list[str]:
    """The lines that are not quoted; the rest of a quoted line that a mail program wrapped counts as quoted."""
    own, before = [], ""
    for number, line in enumerate(lines):
        if _QUOTED.match(line):
            own.append("")
            before = line
        elif before and line.strip() and _is_wrapped(before, lines, number):
            before = ""
        else:
            own.append(line)
            before = ""
    return own


def _is_wrapped(quoted: str, lines: list[str], number: int) -> bool:
    """A long quoted line without an end, a short rest below it, and the quotation goes on."""
    if len(quoted) < WRAPPED_AFTER or _ENDS.search(quoted):
        return False
    goes_on = number + 1 < len(lines) and _QUOTED.match(lines[number + 1])
    return bool(goes_on) and lines[number][:1].islower()
