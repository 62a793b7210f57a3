"""Addresses, numbers and handles in a reply are the business's or the customer's own."""

from hibachi.concierge.facts import Leaf
from hibachi.concierge.validator.ground import Ground
from hibachi.kit import lazy_re as re
from hibachi.language.numbers import find_digit_runs

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(
    r"(?:https?://|www\.)[^\s)>,]+[^\s)>,.!?]"
    r"|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|example|io|co|me|info|app|link"
    r"|us)\b(?:/[^\s)>,.]*)?",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w$.,])\+?\d?[\s.-]?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}(?![\w])|(?<![\w$-])\d{3}[.-]\d{4}(?!\d)"
)
_REFERENCE = re.compile(r"\bPB(?:-[0-9A-F]{4})+\b", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w.])@[A-Za-z_][\w.]+\w|\$[A-Za-z][\w-]{2,}")


def check_contacts(ground: Ground) -> None:
    """Refuse e-mail addresses, links, telephone numbers, payment handles and references that nobody gave."""
    for kind, pattern in (
        ("reference", _REFERENCE),
        ("email", _EMAIL),
        ("link", _URL),
        ("phone", _PHONE),
        ("handle", _HANDLE),
    ):
        for match in pattern.finditer(ground.text):
            if ground.is_taken(*match.span()):
                continue
            ground.take(*match.span())
            _check(ground, kind, *match.span(), match.group())
    for run in find_digit_runs(ground.folded):
        if len(run.digits) >= 7 and not ground.is_taken(run.span.start, run.span.end):
            ground.take(run.span.start, run.span.end)
            _check(ground, "phone", run.span.start, run.span.end, run.digits)


def _check(ground: Ground, kind: str, start: int, end: int, said: str) -> None:
    words = re.sub(r"\D", "", said)[-10:] if kind == "phone" else said.lower().rstrip("/")
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", words)
    if leaf := _known(ground, kind, bare):
        ground.accept(start, end, leaf)
    elif (kind == "phone" and words in ground.heard_digits) or (
        kind != "phone" and any(bare in heard for heard in ground.heard)
    ):
        ground.accept_said(start, end)
    elif _of_business(ground, kind, bare):
        ground.accept_said(start, end, "profile")
    else:
        ground.refuse("contact", start, end, f"this {kind} is neither ours nor the customer's; leave it out")


def _known(ground: Ground, kind: str, words: str) -> Leaf | None:
    for leaf in ground.evidence.words:
        value = str(leaf.value).lower()
        plain = re.sub(r"\D", "", value) if kind == "phone" else re.sub(r"https?://(?:www\.)?", "", value)
        if (kind == "phone" and len(words) >= 7 and plain.endswith(words)) or (kind != "phone" and plain == words):
            return leaf
    return None


def _of_business(ground: Ground, kind: str, words: str) -> bool:
    business = ground.profile.business
    handles = {str(handle).lower() for handle in ground.profile.policies.payment_handles.values() if handle}
    if kind == "phone":
        numbers = (re.sub(r"\D", "", number) for number in (business.phone, *handles))
        return len(words) >= 7 and any(number.endswith(words) for number in numbers)
    website = re.sub(r"^https?://(?:www\.)?", "", business.website.lower()).rstrip("/")
    return words in {business.email.lower(), website, *handles}
