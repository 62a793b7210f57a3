"""Finds how to reach a person and what they are called: telephone numbers, e-mail addresses, handles, names."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from hibachi.kit import lazy_re as re
from hibachi.language.names import NameMention, find_names
from hibachi.language.numbers import find_digit_runs
from hibachi.language.spans import Span, fold, overlaps_any, span_of

_EMAIL = re.compile(
    r"(?:(?<![\w.+-])"
    r"|(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]))[A-Za-z0-9][A-Za-z0-9_\u00c0-\u024f.+'-]{0,63}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,6}[A-Za-z]{2,24}(?![\w@])"
)
_DOT = r"(?: ?\[dot\] ?| ?\(dot\) ?| dot |\.)"
_MARK = r"(?: ?(?:underscore|under score) ?| ?(?:dash|hyphen|minus) ?| plus )"
_PIECE = r"(?:[a-z0-9](?: [a-z0-9]){2,20}\b|[a-z0-9][a-z0-9_+-]{0,30})"
_SPOKEN_EMAIL = re.compile(
    rf"(?<![\w.@+-])(?P<local>{_PIECE}(?:(?:{_DOT}|{_MARK}){_PIECE}){{0,3}})(?: ?\[at\] ?| ?\(at\) ?"
    rf"| ?\{{at\}} ?| at | ?@ ?)"
    rf"(?P<host>[a-z0-9-]{{2,30}})(?P<dot>{_DOT}|,)(?P<tld>com|net|org|edu|gov|io|co|us|me|example)\b"
)
_MAIL_HOSTS = frozenset(
    (
        "gmail googlemail yahoo ymail outlook hotmail live msn icloud me mac aol proton protonmail "
        "comcast att sbcglobal verizon cox gmx"
    ).split()
)
_AT = re.compile(r"\bat\b|@")
_HANDLE = re.compile(
    r"(?<![\w@./])@(?!\d{1,2}(?::\d\d)?(?:[ap]\.?m)?\b)(?P<name>[A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?)(?![\w@])(?!\.[A-Za-z]{2,4}\b)"
)
_PHONE = re.compile(
    r"(?<![\w$.#/-])(?:\+ ?\d{1,3}[ .-]?|\(\+\d{1,3}\) ?)?(?:1[ .-])?(?:\(\d{2,4}\)"
    r"|\d{2,4})(?:[ .-]{0,2}\d{2,4}){1,4}(?:(?:,? ?(?:ext|x|extension)\.? ?)\d{1,5})?(?![\w/]|[.,]\d)"
)
_DATE_LIKE = re.compile(r"^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$")
_YEAR_AND_ZIP = re.compile(r"^\d{1,2} 20\d\d \d{5}$")
"""The end of a date with a ZIP behind it ("march 14 2026 94539") has as many digits as a telephone number."""
_TEN = 10
_NOT = re.compile(r"\b(?:not|instead of|rather than)[ :]*$", re.I)


@dataclass(frozen=True, slots=True)
class PhoneMention:
    e164: str
    span: Span


@dataclass(frozen=True, slots=True)
class EmailMention:
    address: str
    span: Span


@dataclass(frozen=True, slots=True)
class Contacts:
    phones: tuple[PhoneMention, ...]
    emails: tuple[EmailMention, ...]
    handles: tuple[Span, ...]
    names: tuple[NameMention, ...]

    @property
    def phone(self) -> str | None:
        return self.phones[-1].e164 if self.phones else None

    @property
    def email(self) -> str | None:
        return self.emails[-1].address if self.emails else None

    @property
    def name(self) -> str | None:
        """The name that the customer gave as their own: the fullest one, the last of equals."""
        best = max(
            (mention for mention in self.names),
            key=lambda mention: (mention.certainty == "said", mention.full, mention.span.start),
            default=None,
        )
        return best.name if best else None

    @property
    def spans(self) -> tuple[Span, ...]:
        return (
            *(item.span for item in self.phones),
            *(item.span for item in self.emails),
            *self.handles,
            *(item.span for item in self.names),
        )


def find_contacts(
    text: str, *, expected: Literal["name", "contact"] | None = None, region: str = "US", not_names: Iterable[str] = ()
) -> Contacts:
    """Everything by which the writer can be reached or called. expected="name": a bare "Tasha Greene" is a name.

    region: where a number without a country code is read. not_names: words (towns, dishes) that are no names.
    """
    emails = tuple(sorted(_emails(text), key=lambda mention: not _is_wrong(text, mention.span)))
    taken = [mention.span for mention in emails]
    phones = tuple(phone for phone in _phones(text, region) if not any(phone.span.overlaps(span) for span in taken))
    taken += [mention.span for mention in phones]
    phones = tuple(sorted(phones, key=lambda phone: not _is_wrong(text, phone.span)))
    handles = tuple(
        span_of(text, *match.span()) for match in _HANDLE.finditer(text) if not overlaps_any(*match.span(), taken)
    )
    names = find_names(
        text, expected=expected == "name", taken=[*taken, *handles], not_names=not_names, beside_contact=bool(taken)
    )
    return Contacts(phones, emails, handles, names)


def _is_wrong(text: str, span: Span) -> bool:
    """Whether an address or a number is named as the wrong one: "leo@example.com, not leo@exmaple.com"."""
    return bool(_NOT.search(text[: span.start]))


def find_phones(text: str, region: str = "US") -> tuple[PhoneMention, ...]:
    """Telephone numbers that can exist, in E.164, written or spelled out."""
    return tuple(_phones(text, region))


def find_emails(text: str) -> tuple[EmailMention, ...]:
    """Well-formed e-mail addresses, without asking any server."""
    return tuple(_emails(text))


def _emails(text: str) -> list[EmailMention]:
    found = []
    for match in _EMAIL.finditer(text):
        if address := _valid(match.group()):
            found.append(EmailMention(address, span_of(text, *match.span())))
    folded = fold(text)
    for match in _SPOKEN_EMAIL.finditer(folded) if _AT.search(folded) else ():
        taken = any(match.start() < mention.span.end and mention.span.start < match.end() for mention in found)
        if (
            not taken
            and _is_address(match, folded)
            and (address := _valid(f"{_written(match['local'])}@{match['host']}.{match['tld']}"))
        ):
            found.append(EmailMention(address, span_of(text, *match.span())))
    return found


def _is_address(match: re.Match[str], text: str) -> bool:
    """ "Look at example.com" names a page; "sam at gmail.com" and "sam at example dot com" an address."""
    if match["dot"] != "." or " at " not in match.group() or re.search(r"[\d._]", match["local"]):
        return True
    return match["host"] in _MAIL_HOSTS or bool(re.search(r"\b(?:e-?mail|mail|reach|address)\b", text))


def _written(local: str) -> str:
    """ "dana dot lee", "d a n a", "dana underscore lee" as they are written."""
    said = re.sub(_DOT, ".", local)
    for words, mark in ((r" ?under ?score ?", "_"), (r" ?(?:dash|hyphen|minus) ?", "-"), (r" plus ", "+")):
        said = re.sub(words, mark, said)
    return said.replace(" ", "")


def _valid(address: str) -> str | None:
    try:
        checked = validate_email(address, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return _reserved(address)
    return checked.normalized


def _reserved(address: str) -> str | None:
    """Addresses under reserved names (example, test) are well formed too; the validator refuses them."""
    local, _, host = address.rpartition("@")
    fine = re.fullmatch(r"[\w.+'-]+", local) and ".." not in address and not local.endswith(".")
    return (
        f"{local}@{host.lower()}"
        if fine and host.lower().endswith((".example", ".test", ".invalid", ".local"))
        else None
    )


def _phones(text: str, region: str) -> list[PhoneMention]:
    clean = fold(text)
    found = []
    for match in _PHONE.finditer(clean):
        digits = re.sub(r"\D", "", match.group())
        said = match.group().strip()
        if len(digits) < _TEN or len(digits) > 16 or _DATE_LIKE.match(said) or _YEAR_AND_ZIP.match(said):
            continue
        if e164 := _number(match.group(), region):
            found.append(PhoneMention(e164, span_of(text, *match.span())))
    for run in find_digit_runs(text):
        fits = len(run.digits) in (10, 11) and not any(run.span.overlaps(phone.span) for phone in found)
        if fits and (e164 := _number(run.digits, region)):
            found.append(PhoneMention(e164, run.span))
    return found


def _number(said: str, region: str) -> str | None:
    try:
        parsed = phonenumbers.parse(said, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(parsed):
        return None
    national = str(parsed.national_number)
    if parsed.country_code == 1 and (len(national) != _TEN or national[0] in "01"):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
