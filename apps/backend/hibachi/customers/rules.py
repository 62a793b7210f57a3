"""Pure decisions about addresses: their one spelling, and which of a contact's addresses say who somebody is."""

import unicodedata
from difflib import SequenceMatcher
from zoneinfo import available_timezones

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from phonenumbers import timezone

from hibachi.customers.errors import InvalidEmail, InvalidHandle, InvalidPhone
from hibachi.customers.schemas import ChannelName, Contact, IdentityKind

REGION = "US"
LONGEST_NAME = 200
ALIKE = 0.8
"""From this likeness on two names may be one person's, where they share an address too. A name alone decides nothing."""
ZONES = available_timezones()
MOST_ZONES = 4
"""A number that may ring in more zones tells nothing of where its owner is."""
Known = tuple[IdentityKind, str]
"""Kind and normalised value of one address."""


def phone_number(said: str) -> str:
    """A telephone number in E.164 ("+19165550148"), read as American when it has no country; raises InvalidPhone."""
    try:
        number = phonenumbers.parse(said, REGION)
    except phonenumbers.NumberParseException:
        raise InvalidPhone() from None
    if number.extension or not phonenumbers.is_valid_number(number):
        raise InvalidPhone()
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def email_address(said: str) -> str:
    """An e-mail address in lower case; raises InvalidEmail. No server is asked."""
    try:
        checked = validate_email(said.strip(), check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        raise InvalidEmail() from None
    return checked.normalized.lower()


def handle_name(said: str) -> str:
    """The name of an account, lower case and without the @; raises InvalidHandle."""
    name = said.strip().removeprefix("@").lower()
    if not name or any(letter.isspace() for letter in name):
        raise InvalidHandle()
    return name


def normalised(kind: IdentityKind, said: str) -> str:
    """The one spelling of an address of a kind."""
    if kind in ("phone", "whatsapp"):
        return phone_number(said)
    return email_address(said) if kind == "email" else handle_name(said)


def identities(contact: Contact) -> list[Known]:
    """The addresses of a contact, each once, in the order in which they are locked."""
    account = _account(contact, contact.handle) if contact.handle else set()
    return sorted({*addresses(phone=contact.phone, email=contact.email), *account})


def addresses(*, phone: str | None, email: str | None) -> list[Known]:
    """A telephone number and an e-mail address, normalised, those that are given."""
    found: list[Known] = []
    if email:
        found.append(("email", email_address(email)))
    if phone:
        found.append(("phone", phone_number(phone)))
    return found


def _account(contact: Contact, handle: str) -> set[Known]:
    match contact.channel:
        case "instagram" | "facebook":
            return {(contact.channel, handle_name(handle))}
        case "whatsapp":
            return {("whatsapp", phone_number(handle)), ("phone", phone_number(handle))}
        case "web_chat":
            return {("web", handle_name(handle))}
        case _:
            return set()


def main_identity(contact: Contact) -> Known | None:
    """What one calls somebody by: the e-mail address, else the telephone number, else the account."""
    found = dict(identities(contact))
    return next(((kind, found[kind]) for kind in ("email", "phone", *found) if kind in found), None)


KIND_OF: dict[ChannelName, IdentityKind] = {
    "email": "email",
    "sms": "phone",
    "phone": "phone",
    "whatsapp": "whatsapp",
    "instagram": "instagram",
    "facebook": "facebook",
    "web_chat": "web",
}
"""By which kind of address somebody is reached on a channel."""


def address_on(channel: ChannelName, contact: Contact) -> str | None:
    """Where a contact is reached on a channel, in its one spelling; None when it names no such address."""
    kind = KIND_OF[channel]
    said = {"email": contact.email, "phone": contact.phone, "whatsapp": contact.handle or contact.phone}
    given = said.get(kind, contact.handle)
    return normalised(kind, given) if given else None


def zones_of_number(number: str) -> list[str]:
    """The IANA zones in which a number's area code lies; none for one that is at home nowhere (toll-free)."""
    found = timezone.time_zones_for_number(phonenumbers.parse(number, REGION))
    known = [zone for zone in found if zone in ZONES]
    return known if len(known) <= MOST_ZONES else []


def one_line(name: str) -> str:
    """A name as it was said, on one line and of a sane length."""
    return " ".join(name.split())[:LONGEST_NAME]


def first_name(name: str | None) -> str | None:
    """The first word of a name; None for none."""
    words = (name or "").split()
    return words[0] if words else None


def account_of(contact: Contact, known: list[Known]) -> Known:
    """The one of a contact's addresses that its channel itself is about: the number of an SMS, the account of Meta."""
    return next((one for one in known if one[0] == KIND_OF[contact.channel]), known[0])


def likeness(one: str | None, other: str | None) -> float:
    """How alike two names are, 0 to 1, whatever the order of their words, accents and case; 0 where one is missing.

    A name whose every word the other has ("Dana", "Dana Ruiz") counts 0.9.
    """
    first, second = _words(one), _words(other)
    if not first or not second:
        return 0.0
    if first != second and (set(first) <= set(second) or set(second) <= set(first)):
        return 0.9
    return SequenceMatcher(None, " ".join(first), " ".join(second), autojunk=False).ratio()


def holds_name(one: str | None, other: str | None) -> bool:
    """Whether two whole names are one but for words that only one of them has: "JANE M DOE", "Jane Doe"."""
    first, second = set(_words(one)), set(_words(other))
    return min(len(first), len(second)) > 1 and (first <= second or second <= first)


def _words(name: str | None) -> list[str]:
    plain = unicodedata.normalize("NFKD", name or "").casefold()
    letters = "".join(letter for letter in plain if letter.isalnum() or letter.isspace())
    return sorted(letters.split())
