"""Takes personal data out of texts for logs: [EMAIL], [PHONE], [SSN], [CARD], [ADDRESS], [NAME]."""

import re
from collections.abc import Iterable

from hibachi.language.places import find_places

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}", re.UNICODE)
_CARD = re.compile(r"(?<![\w.])\d(?:[ -]?\d){11,18}(?![\w]|[.]\d)")
_SSN = re.compile(
    r"(?<![\w.-])(?!000|666|9\d\d)\d{3}([- ])(?!00)\d{2}\1(?!0000)\d{4}(?![\w-])|(?i:\b(?:ssn|social(?: security)?(?: number| no\.?| #)?)(?: is|:)? ?)\d{9}\b"
)
_PHONE = re.compile(
    r"(?<![\w$.])(?:\+\d{1,3}[ .-]?)?(?:1[ .-]?)?(?:\(\d{2,4}\) ?|\d{3}[ .-]?)\d{3}[ .-]?\d{4}(?:,? ?(?:x|ext\.?|extension) ?\d{1,5})?(?![\w]|[.,]\d)"
    r"|(?<![\w$])\+\d{1,3}(?:[ .()-]{0,2}\d{1,4}){2,6}(?![\w])|(?<![\w$.-])\d{3}[.-]\d{4}(?![\w.-])"
)
_SPOKEN = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
_SPOKEN_PHONE = re.compile(rf"(?i)\b{_SPOKEN}(?:[ ,-]+(?:double |triple )?{_SPOKEN}){{6,14}}\b")


def mask(text: str, names: Iterable[str] = ()) -> str:
    """The text with personal data replaced by labels. names: people whose names are to go, in any case."""
    masked = _EMAIL.sub("[EMAIL]", text)
    masked = _CARD.sub(lambda found: "[CARD]" if is_card(found.group()) else found.group(), masked)
    masked = _SSN.sub(_ssn, masked)
    masked = _SPOKEN_PHONE.sub("[PHONE]", _PHONE.sub("[PHONE]", masked))
    for address in sorted(find_places(masked).addresses, key=lambda mention: -mention.span.start):
        masked = masked[: address.span.start] + "[ADDRESS]" + masked[address.span.end :]
    return _mask_names(masked, names)


def is_card(said: str) -> bool:
    """True for 13 to 19 digits that pass the Luhn check (ISO/IEC 7812-1) and are not one digit repeated."""
    digits = [int(char) for char in said if char.isdigit()]
    if not 13 <= len(digits) <= 19 or len(set(digits)) == 1:
        return False
    doubled = [digit * 2 - 9 * (digit > 4) if at % 2 else digit for at, digit in enumerate(reversed(digits))]
    return sum(doubled) % 10 == 0


def _ssn(found: re.Match[str]) -> str:
    return re.sub(r"\d{9}$", "[SSN]", found.group()) if found.group(1) is None else "[SSN]"


def _mask_names(text: str, names: Iterable[str]) -> str:
    for name in sorted({name.strip() for name in names if len(name.strip()) > 1}, key=len, reverse=True):
        parts = [name, *[part for part in name.split() if len(part) > 2]]
        for part in parts:
            text = re.sub(rf"(?<!\w){re.escape(part)}(?!\w)", "[NAME]", text, flags=re.IGNORECASE)
    return re.sub(r"\[NAME\](?: \[NAME\])+", "[NAME]", text)
