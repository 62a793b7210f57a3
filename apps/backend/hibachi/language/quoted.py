"""What stands quoted below the new words of a mail, by who wrote it: "On Tue, Dana Ruiz wrote:" and the lines behind it."""

from dataclasses import dataclass

from hibachi.kit import lazy_re as re

_MARKS = re.compile(r"^[ \t]*(?:>[ \t]?)+")
_HEAD = re.compile(
    r"^[ \t]*(?:on [^\n]{5,160}?(?:\d{4}|[ap]m|\d:\d\d|>),?[ \t]*(?P<who>[^\n]{1,100}?)[ \t]*wrote:"
    r"|el [^\n]{5,120}escribi[oó]:)[ \t]*$"
    r"|^[ \t]*from: ?(?P<from>[^\n]{2,120})$",
    re.I | re.M,
)
_RULE = re.compile(
    r"^[ \t]*(?:-{2,} ?(?:original|forwarded) message ?-{2,}|begin forwarded message:|_{10,})[ \t]*$", re.I | re.M
)
_FIELD = re.compile(r"^[ \t]*(?:sent|date|to|cc|subject|reply-to): [^\n]*$", re.I | re.M)
_WRAPPED = re.compile(r"(?im)^([> \t]*on [^\n]{5,120})\n([> \t]*[^\n]{0,80}\bwrote:[ \t]*)$")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of an earlier mail; author as the line above them names them, empty where none does."""

    author: str
    words: str


def quoted_in(text: str) -> tuple[Quoted, ...]:
    """The earlier mails of a thread, the newest first; nothing where a mail quotes none."""
    unwrapped = _WRAPPED.sub(r"\1 \2", text.replace("\r\n", "\n"))
    found: list[tuple[str, list[str]]] = []
    for line in unwrapped.split("\n"):
        bare = _MARKS.sub("", line)
        if head := _HEAD.match(bare):
            found.append(((head["who"] or head["from"] or "").strip(), []))
        elif _RULE.match(bare):
            found.append(("", []))
        elif found or bare != line:
            if not found:
                found.append(("", []))
            found[-1][1].append("" if _FIELD.match(bare) else bare)
    said = (Quoted(author, "\n".join(lines).strip()) for author, lines in found)
    return tuple(one for one in said if one.words)
