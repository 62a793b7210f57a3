"""What stands under a mail and says nothing of the matter: devices, disclaimers, titles, office addresses.

Lines are dropped only where they are recognised, never by their place alone: an allergy after "Thanks," is not lost.
Of a signature the name and the bare telephone number stay, since people answer with them.
"""

from hibachi.kit import lazy_re as re

_DEVICE = re.compile(
    r"\s*(?:\[?sent (?:from|via|with) (?:my |the )?(?:iphone|ipad|ipod|android|samsung|galaxy"
    r"|blackberry|mobile|cell|phone|"
    r"verizon|t-mobile|at&t|windows|mail|outlook|yahoo|gmail|aol|proton|tutanota|spark|superhuman|pixel|htc|lg|huawei|"
    r"xiaomi|oneplus|motorola|nokia|apple|tablet|device|smartphone|hey|mailspring)[^\n]{0,80}"
    r"|get outlook for [^\n]{1,60}|yahoo mail: search[^\n]{0,60}|(?:obtener|descarga) outlook para [^\n]{1,40}"
    r"|enviado (?:desde|con) (?:mi |el |correo)?[^\n]{1,60}|envoyé (?:de|depuis) mon [^\n]{1,60}"
    r"|von meinem [^\n]{1,40} gesendet|inviato da(?:l mio)? [^\n]{1,40}|verzonden vanaf mijn [^\n]{1,40}"
    r"|enviado do meu [^\n]{1,40}|sent from [^\n]{1,40} on the go"
    r"|please excuse (?:any |the )?(?:typos|brevity)[^\n]{0,60}"
    r"|(?:virus-free|virenfrei|libre de virus)\.[^\n]{0,80}"
    r"|this e-?mail has been (?:checked|scanned) (?:for|by) [^\n]{0,80})"
    r"\]?\s*",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"\s*\**(?:confidentiality(?: notice| note)?\b|disclaimer\b|legal notice\b"
    r"|privileged (?:and|&) confidential|notice:"
    r"|this (?:e-?mail|message|communication|transmission)\b.{0,160}(?:confidential"
    r"|intended (?:only|solely)|privileged)"
    r"|the information (?:contained )?in this (?:e-?mail|message)|if you (?:are not the intended|have received this)"
    r"|please consider the environment|aviso (?:de confidencialidad|legal)"
    r"|este (?:correo|mensaje).{0,120}confidencial)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\s*(?:with )?(?:(?:many |kind |kindest |warm |warmest |best |my |very )*(?:regards|wishes"
    r"|thanks)|best|thanks(?: so much|"
    r" again| a lot| in advance| very much| a bunch)?"
    r"|thank you(?: so much| again| very much| in advance)?|thx|cheers|sincerely"
    r"|(?:yours )?(?:truly|sincerely|faithfully)|respectfully|warmly|all the best|take care|talk soon"
    r"|have a (?:great|nice|good)"
    r" (?:day|evening|weekend|one)|saludos(?: cordiales)?|un (?:cordial )?saludo|(?:muchas |mil )?gracias|atentamente"
    r"|cordialmente|quedo (?:atento|atenta)|merci|cordialement|bien à vous|mit freundlichen grüßen"
    r"|viele grüße|beste grüße"
    r"|xoxo|love|blessings|aloha|mahalo)(?:,? (?:and|y) (?:gracias|thanks))?[\s,.!–—-]*",
    re.IGNORECASE,
)
_MARKS = re.compile(
    r"https?://|\bwww\.|\S@\S+\.\S|[|•·]"
    r"|\b(?:inc|llc|ltd|corp|gmbh|s\.a\.|company|realty|university|department|dept)\b\.?"
    r"|\b(?:manager|director|president|founder|owner|partner|assistant|coordinator|engineer|realtor"
    r"|broker|attorney|consultant"
    r"|specialist|officer|ceo|cfo|coo|vp|md|ph\.?d|esq|cpa|pmp|dre|gerente|directora?|asistente)\b"
    r"|^\s*(?:t|tel|telephone|phone|ph|c|cell|mobile|m|o|office|direct|d|f|fax|e|email|w|web)\s?[.:]",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\s*\+?[\d\s().-]{7,20}\s*")
_NAME = re.compile(r"\s*[-–—~]?\s*[^\W\d_][\w.'’-]{0,20}(?: (?:[^\W\d_][\w.'’-]{0,20}|&)){0,4}[,.!]?\s*")
_RULE = re.compile(r"\s*(?:-{2,3}|—|_{2,}|\*{3,}|={3,}|~{3,}|-{4,})\s*")
_PROSE = re.compile(r"[?]|^(?:p\.?\s?s\.?|also|and|but|we|i|my|our|one|please|oh|by the way)\b", re.IGNORECASE)
MOST_WORDS = 9
MOST_SIGNATURE_LINES = 14


def without_signature(text: str) -> str:
    """The text without what stands under it for its own sake; prose is kept wherever it stands."""
    lines = _without_disclaimers(
        [line for line in _to_delimiter(text.split("\n")) if not _DEVICE.fullmatch(line[:300])]
    )
    at = _block(lines)
    return "\n".join(lines if at is None else [*lines[:at], *_kept(lines[at:])])


def _to_delimiter(lines: list[str]) -> list[str]:
    """The lines above "-- " (RFC 3676): by agreement a signature follows."""
    at = next((number for number, line in enumerate(lines) if line.rstrip() == "--"), None)
    return lines[:at]


def _without_disclaimers(lines: list[str]) -> list[str]:
    kept, dropping = [], False
    for line in lines:
        dropping = bool(line.strip()) and (dropping or bool(_DISCLAIMER.match(line[:400])))
        if not dropping:
            kept.append(line)
    return kept


def _block(lines: list[str]) -> int | None:
    """Where the signature begins: after the closing words, else the last paragraph where it looks like one."""
    for number in range(len(lines) - 1, max(-1, len(lines) - MOST_SIGNATURE_LINES - 1), -1):
        if _CLOSING.fullmatch(lines[number][:80]):
            return number + 1
    written = [number for number, line in enumerate(lines) if line.strip()]
    if not written:
        return None
    at = written[-1]
    while at > 0 and lines[at - 1].strip() and written[-1] - at < MOST_SIGNATURE_LINES:
        at -= 1
    block = [line for line in lines[at:] if line.strip()]
    is_one = at > 0 and len(block) >= 2 and not any(map(_is_prose, block)) and _is_business(block)
    return at if is_one else None


def _kept(block: list[str]) -> list[str]:
    if not _is_business(block):
        return block
    return [line for line in block if not line.strip() or _stays(line[:300])]


def _stays(line: str) -> bool:
    if _is_prose(line):
        return True
    return not _MARKS.search(line) and bool(_NAME.fullmatch(line) or _PHONE.fullmatch(line))


def _is_business(block: list[str]) -> bool:
    return any(_MARKS.search(line[:300]) and not _is_prose(line) for line in block) or any(map(_RULE.fullmatch, block))


def _is_prose(line: str) -> bool:
    words = line.split()
    if _MARKS.search(line[:300]) and len(words) < MOST_WORDS and "?" not in line:
        return False
    ends = line.rstrip().endswith((".", "!", "?")) and len(words) >= 4
    return len(words) >= MOST_WORDS or ends or bool(_PROSE.search(line[:300]) and len(words) >= 3)
