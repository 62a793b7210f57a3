"""Mails as programs write them: bytes with CRLF, built from the parts that a test is about."""

import base64
import quopri

BUSINESS = "hello@myhibachichef.example"
HEADERS = {
    "From": "Dana Ruiz <dana.ruiz@example.com>",
    "To": f"My Hibachi Chef <{BUSINESS}>",
    "Subject": "Re: Your party",
    "Date": "Tue, 3 Mar 2026 09:15:00 -0800",
    "Message-ID": "<CAF1a2b3c4d@mail.example.com>",
    "MIME-Version": "1.0",
}
ENCODERS = {
    "8bit": lambda raw: raw,
    "7bit": lambda raw: raw,
    "quoted-printable": lambda raw: quopri.encodestring(raw),
    "base64": lambda raw: base64.encodebytes(raw),
}


def crlf(raw: bytes) -> bytes:
    """Line ends as they travel."""
    return raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def head(headers: dict[str, str]) -> bytes:
    """The header lines of a mail; one that is empty is left out."""
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in {**HEADERS, **headers}.items() if value]
    return "\n".join(lines).encode("utf-8", "surrogateescape") + b"\n"


def part(
    body: str | bytes, kind: str = "text/plain", *, charset: str = "utf-8", encoding: str = "8bit", more: str = ""
) -> bytes:
    """One part with its own headers. more: further parameters and header lines, as they stand in the mail."""
    raw = body if isinstance(body, bytes) else body.encode(charset or "utf-8")
    named = f'; charset="{charset}"' if kind.startswith("text/") and charset else ""
    lines = f"Content-Type: {kind}{named}{more}\nContent-Transfer-Encoding: {encoding}\n\n"
    return lines.encode() + ENCODERS[encoding](raw)


def plain(
    body: str | bytes, *, charset: str = "utf-8", encoding: str = "8bit", more: str = "", **headers: str
) -> bytes:
    """A mail of one plain part."""
    return crlf(head(headers) + part(body, charset=charset, encoding=encoding, more=more))


def html(body: str, *, encoding: str = "quoted-printable", **headers: str) -> bytes:
    """A mail of one HTML part."""
    return crlf(head(headers) + part(body, "text/html", encoding=encoding))


def multipart(
    *parts: bytes, kind: str = "alternative", more: str = "", boundary: str = "=_b1", **headers: str
) -> bytes:
    """A mail of several parts."""
    return crlf(head(headers) + nested(*parts, kind=kind, more=more, boundary=boundary))


def nested(*parts: bytes, kind: str = "alternative", more: str = "", boundary: str = "=_b2") -> bytes:
    """Several parts as one part."""
    mark = boundary.encode()
    body = b"".join(b"--" + mark + b"\n" + one.rstrip(b"\n") + b"\n" for one in parts) + b"--" + mark + b"--\n"
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"{more}\n\n'.encode() + body
