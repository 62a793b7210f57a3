"""Whether the receiving server vouches for the sender: Authentication-Results (RFC 8601), the topmost one of ours."""

from collections.abc import Iterator
from email.message import EmailMessage

from hibachi.channels.mail.reading import headers
from hibachi.channels.mail.schemas import Address, Proof
from hibachi.kit import lazy_re as re

_COMMENT = re.compile(r"\([^()]{0,500}\)")
_RESULT = re.compile(r"\s*(dmarc|dkim|spf)\s*=\s*([a-z]+)", re.IGNORECASE)
_WATCHES = re.compile(r"dmarc\s*=\s*fail\b[^;]{0,300}(?:\bp=none\b|\baction=none\b)", re.IGNORECASE)
_PROPERTY = re.compile(r"\b(header\.from|header\.d|header\.i|smtp\.mailfrom)\s*=\s*\"?([^\s;\"]{1,320})", re.IGNORECASE)
SIGNED_ONCE = ("from", "to", "subject", "date", "content-type", "content-transfer-encoding", "message-id")
SECOND_LEVELS = {"co", "com", "org", "net", "ac", "gov", "edu", "gob", "ne", "or"}
"""Labels below a country under which anybody may register: a domain that ends here is nobody's own."""


def of_sender(message: EmailMessage, sender: Address | None, authserv_ids: frozenset[str]) -> Proof:
    """pass: DMARC, or an aligned DKIM or SPF, passed for the domain of From. fail: DMARC failed, and the domain asks not
    to be taken for what fails it. Else none: a domain that only watches (p=none) breaks on every forwarded mail.

    Only the topmost Authentication-Results of one of the configured servers counts: whoever writes a mail can write any
    number of them below it. A mail with several From addresses proves none.
    """
    if sender is None or not authserv_ids or len(list(headers.all_of(message, "from"))) != 1:
        return "none"
    said = next((value for value in headers.all_of(message, "authentication-results") if _by(value, authserv_ids)), "")
    results = list(_results(said))
    dmarc = [result for method, result, domain in results if method == "dmarc" and _may_be(domain, sender.domain)]
    if "pass" in dmarc:
        return "pass"
    if "fail" in dmarc:
        return "none" if _WATCHES.search(said) else "fail"
    passed = [domain for method, result, domain in results if method != "dmarc" and result == "pass"]
    return "pass" if any(domain and aligned(domain, sender.domain) for domain in passed) else "none"


def vouched(message: EmailMessage, sender: Address | None, authserv_ids: frozenset[str]) -> bool:
    """Whether it is certain that the domain of From wrote this mail: DMARC passed, or DKIM of that domain, and none failed.

    Stricter than `of_sender`, for mails that move money: SPF alone proves nothing, and a header that a signature covers
    once must be there once, or the topmost one may be a stranger's.
    """
    if sender is None or not authserv_ids or any(len(list(headers.all_of(message, name))) > 1 for name in SIGNED_ONCE):
        return False
    said = next((value for value in headers.all_of(message, "authentication-results") if _by(value, authserv_ids)), "")
    results = list(_results(said))
    dmarc = [result for method, result, domain in results if method == "dmarc" and _may_be(domain, sender.domain)]
    if dmarc:
        return dmarc == ["pass"]
    return any(
        method == "dkim" and result == "pass" and bool(domain) and aligned(domain, sender.domain)
        for method, result, domain in results
    )


def aligned(domain: str, with_sender: str) -> bool:
    """Whether two domains belong together: the same, or one below the other (RFC 7489, relaxed)."""
    if domain == with_sender:
        return True
    shorter, longer = sorted((domain, with_sender), key=len)
    return longer.endswith(f".{shorter}") and not _is_public(shorter)


def _is_public(domain: str) -> bool:
    labels = domain.split(".")
    return len(labels) < 2 or (len(labels) == 2 and len(labels[1]) == 2 and labels[0] in SECOND_LEVELS)


def _may_be(domain: str, sender: str) -> bool:
    return not domain or aligned(domain, sender)


def _by(value: str, authserv_ids: frozenset[str]) -> bool:
    server = _COMMENT.sub(" ", value).partition(";")[0].split()
    return bool(server) and server[0].strip('"').lower() in authserv_ids


def _results(value: str) -> Iterator[tuple[str, str, str]]:
    """Method, result and the domain it speaks of, of each result of a header; a comment says nothing."""
    for part in _plain(value).split(";")[1:]:
        found = _RESULT.match(part)
        if found:
            method, result = found[1].lower(), found[2].lower()
            yield method, result, _domain(method, part)


def _plain(value: str) -> str:
    """A header without its comments, which nest, and without quotation marks: what is quoted ends and begins nothing.

    A sender chooses parts of what the server writes here (the address before the @, quoted or in a comment). A header
    that leaves a comment or a quotation open says nothing at all.
    """
    kept: list[str] = []
    depth, quoted, escaped = 0, False, False
    for letter in value:
        if escaped:
            letter, escaped = "_", False
        elif letter == "\\" and (quoted or depth):
            escaped = True
            continue
        elif letter == '"' and not depth:
            quoted = not quoted
            continue
        elif letter in "()" and not quoted:
            depth = max(0, depth + (1 if letter == "(" else -1))
            letter = " "
        if not depth:
            kept.append("_" if quoted and not letter.isalnum() and letter not in "@.-" else letter)
    return "" if quoted or depth else "".join(kept)


def _domain(method: str, part: str) -> str:
    said = {name.lower(): value.lower() for name, value in _PROPERTY.findall(part)}
    wanted = {"dmarc": ("header.from",), "dkim": ("header.d", "header.i"), "spf": ("smtp.mailfrom",)}[method]
    value = next((said[name] for name in wanted if name in said), "")
    return value.rpartition("@")[2].strip(".<>")
