"""Where the history begins: the line above a quotation, as mail programs write it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from hibachi.kit import lazy_re as re

LONGEST_LINE = 400
MOST_HEAD_LINES = 4
_ATTRIBUTION = re.compile(
    r"(?:on\b.{5,300}\bwrote|el\b.{5,300}\bescribi[oó]|le\b.{5,300}\ba écrit|am\b.{5,300}\bschrieb\b.{0,120}"
    r"|em\b.{5,300}\bescreveu|il\b.{5,300}\bha scritto|op\b.{5,300}\bschreef\b.{0,120}|den\b.{5,300}\bskrev\b.{0,120}"
    r"|vào\b.{5,300}\bđã viết|.{5,300}\bnapisał(?:\(a\))?|.{5,300}\bпишет|.{0,20}\d{4}.{5,300}写道|.{5,300}님이 작성)\s?[:：]",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?:on|el|le|am|em|il|op|den|vào|\d{4}|.{0,60}\d{4})\b", re.IGNORECASE)
_AND_MORE = re.compile(r"on\b.{5,160}\d{4}.{0,120}<[^<>\s]{1,120}@[^<>\s]{1,120}>\s?wrote:\s.*", re.IGNORECASE)
_WHEN_AND_WHO = re.compile(r".{0,200}\d{1,2}[:.h]\d{2}.{0,120}<[^<>\s]{1,120}@[^<>\s]{1,120}>\s?[^:<>]{0,20}[:：]")
_RULE = re.compile(r"_{10,}|-{10,}|[–—]{3,}")
_ORIGINAL = re.compile(
    r"-{2,}\s?(?:original message|original appointment|mensaje original|message d'origine|ursprüngliche nachricht|"
    r"messaggio originale|mensagem original|oorspronkelijk bericht|reply message)\s?-{2,}"
    r"|#{2}- ?please type your reply above this line ?-#{2}|.{0,5}reply above this line.{0,5}",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"-{2,}\s?(?:forwarded message|forwarded by .{1,60}|mensaje reenviado|message transféré|weitergeleitete nachricht|"
    r"mensagem encaminhada|messaggio inoltrato)\s?-{0,}"
    r"|(?:begin forwarded message|inicio del mensaje reenviado|début du message transféré"
    r"|anfang der weitergeleiteten nachricht)\s?:",
    re.IGNORECASE,
)
_FROM = re.compile(r"\*{0,2}(?:from|de|von|da|van)\*{0,2}\s?:\*{0,2}\s?\S", re.IGNORECASE)
_FIELD = re.compile(
    r"\*{0,2}(?:from|sent|date|to|cc|bcc|subject|reply-to|importance|de|enviado(?: el)?|fecha|para"
    r"|asunto|envoyé|à|objet|"
    r"von|gesendet|an|betreff|datum|da|inviato|a|oggetto|data|assunto|van|verzonden|aan|onderwerp)\*{0,2}\s?:\*{0,2}"
    r"(?:\s|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """Where the history begins and where what is quoted begins: line numbers; and what kind of history it is."""

    at: int
    body: int
    kind: Literal["quoted", "original", "forwarded"]


def find_head(lines: Sequence[str]) -> Head | None:
    """The first line that only a mail program writes; None when the mail has no history that it announces."""
    for at in range(len(lines)):
        found = _head_at(lines, at)
        if found is not None:
            return found
    return None


def _head_at(lines: Sequence[str], at: int) -> Head | None:
    line = _plain(lines[at])
    if not line or line.startswith(">"):
        return None
    if _FORWARDED.fullmatch(line):
        return Head(at, after_fields(lines, at + 1), "forwarded")
    if _ORIGINAL.fullmatch(line):
        return Head(at, after_fields(lines, at + 1), "original")
    if _is_field_block(lines, at):
        return Head(at, after_fields(lines, at), "original")
    if _RULE.fullmatch(line):
        below = _next_written(lines, at + 1)
        return Head(at, after_fields(lines, below), "original") if _is_field_block(lines, below) else None
    end = _attribution(lines, at, line)
    return Head(at, end, "quoted") if end else None


def _attribution(lines: Sequence[str], at: int, line: str) -> int | None:
    """The line after "On …, … wrote:", which may be folded over a few lines; it names a day or an address."""
    if not _OPENING.match(line) and "@" not in line:
        return None
    if _AND_MORE.fullmatch(line):
        return at + 1
    joined = ""
    for end in range(at, min(at + MOST_HEAD_LINES, len(lines))):
        piece = _plain(lines[end])
        if not piece or piece.startswith(">"):
            return None
        joined = f"{joined} {piece}".strip()
        if piece.endswith((":", "：")):
            known = _ATTRIBUTION.fullmatch(joined) or _WHEN_AND_WHO.fullmatch(joined)
            return end + 1 if known and (any(map(str.isdigit, joined)) or "@" in joined) else None
    return None


def _is_field_block(lines: Sequence[str], at: int) -> bool:
    """From: and then at least two of Sent:, To:, Subject: … within the next lines."""
    if at >= len(lines) or not _FROM.match(_plain(lines[at])):
        return False
    return sum(1 for line in lines[at + 1 : at + 6] if _FIELD.match(_plain(line))) >= 2


def after_fields(lines: Sequence[str], at: int) -> int:
    """The first line below the From:, Sent:, To: … that begin here; here, when none do."""
    at = _next_written(lines, at)
    while at < len(lines) and (_FIELD.match(_plain(lines[at])) or (lines[at].strip() and lines[at][:1] in " \t")):
        at += 1
    return at


def _next_written(lines: Sequence[str], at: int) -> int:
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at


def _plain(line: str) -> str:
    return line.strip()[:LONGEST_LINE]
