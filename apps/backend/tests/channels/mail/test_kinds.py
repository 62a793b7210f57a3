"""Which mails are a person's words, and which end without an answer."""

import pytest

from hibachi.channels.mail.reading import read
from hibachi.channels.mail.schemas import Attachment, Kind, OurSide, Proof
from tests.channels.mail.corpus.building import crlf, head, html, multipart, part, plain

OURS = OurSide(
    frozenset({"hello@myhibachichef.example"}), "concierge.myhibachichef.example", frozenset({"mx.example.net"})
)
VACATION = "I am out of the office until March 9."
DSN_FIELDS = (
    "Reporting-MTA: dns; mx.example.net\nArrival-Date: Tue, 3 Mar 2026 09:00:00 -0800\n\n"
    "Final-Recipient: rfc822; Dana.Ruiz@example.com\nAction: {action}\nStatus: {status}\n"
    "Diagnostic-Code: smtp; 550 5.1.1 no such user here\n"
)
RETURNED = (
    "Message-ID: <0195-uuid@concierge.myhibachichef.example>\nFrom: My Hibachi Chef <hello@myhibachichef.example>\n"
    "To: dana.ruiz@example.com\nSubject: Re: Hibachi\n"
)


def dsn(action: str = "failed", status: str = "5.1.1", *, returned: str = "message/rfc822") -> bytes:
    """A delivery status notification as Postfix, Exchange and Gmail write it."""
    return multipart(
        part("This is the mail system. Your message could not be delivered."),
        part(DSN_FIELDS.format(action=action, status=status), "message/delivery-status", charset=""),
        part(RETURNED + "\nHello Dana\n", returned, charset=""),
        kind="report",
        more="; report-type=delivery-status",
        From="MAILER-DAEMON@mx.example.net (Mail Delivery System)",
        Subject="Undelivered Mail Returned to Sender",
        Return_Path="<>",
        Auto_Submitted="auto-replied",
    )


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (plain("How much for 20?"), "message"),
        (plain("How much for 20?", Auto_Submitted="no"), "message"),
        (plain("20 adults", X_Auto_Response_Suppress="DR, RN, NRN, OOF, AutoReply"), "message"),
        (plain(VACATION, Auto_Submitted="auto-replied"), "auto_reply"),
        (plain(VACATION, Auto_Submitted="auto-generated (rejected)"), "auto_reply"),
        (plain(VACATION, Subject="Automatic reply: Re: Your party"), "auto_reply"),
        (plain(VACATION, Subject="Out of Office"), "auto_reply"),
        (plain(VACATION, Subject="Respuesta automática: Su fiesta"), "auto_reply"),
        (plain(VACATION, Precedence="auto_reply"), "auto_reply"),
        (plain(VACATION, X_Autoreply="yes"), "auto_reply"),
        (plain(VACATION, X_Autorespond="Re: Your party"), "auto_reply"),
        (plain(VACATION, Return_Path="<>"), "auto_reply"),
        (
            multipart(
                part("Dana has accepted."),
                part("BEGIN:VCALENDAR", "text/calendar", more="; method=REPLY"),
                Subject="Accepted: tasting",
            ),
            "auto_reply",
        ),
        (plain("News!", List_Id="<news.example.com>"), "list"),
        (plain("News!", Precedence="bulk"), "list"),
        (plain("News!", List_Unsubscribe="<https://news.example/u>"), "list"),
        (plain("Your order shipped", From="noreply@shop.example"), "robot"),
        (plain("Alert", From="Do Not Reply <do-not-reply@bank.example>"), "robot"),
        (plain("Hello", From="My Hibachi Chef <Hello@MyHibachiChef.example>"), "loop"),
        (plain("Hello", X_Loop="hello@myhibachichef.example"), "loop"),
        (plain("Hello", Message_ID="<0195@concierge.myhibachichef.example>"), "loop"),
        (plain("Hello", From=""), "nobody"),
        (plain("Hello", From="a@example.com, b@example.com"), "nobody"),
        (plain("Hello", From="not an address"), "nobody"),
        (dsn(), "bounce"),
        (
            plain(
                "Hi. This is the qmail-send program. <dana@example.com>: no mailbox here by that name. (#5.1.1)",
                From="MAILER-DAEMON@example.com",
                Subject="failure notice",
            ),
            "bounce",
        ),
        (
            multipart(
                part("Your message was read."),
                part("Disposition: manual-action; displayed", "message/disposition-notification", charset=""),
                kind="report",
                more="; report-type=disposition-notification",
            ),
            "report",
        ),
        (
            multipart(
                part("This is an abuse report."),
                part("Feedback-Type: abuse", "message/feedback-report", charset=""),
                kind="report",
                more="; report-type=feedback-report",
            ),
            "report",
        ),
        (plain("> quoted\n> only", Subject="Re: hi"), "empty"),
        (html("<img src='x.png'>", Subject=""), "empty"),
        (plain(""), "empty"),
    ],
)
def test_what_a_mail_is(raw: bytes, kind: Kind) -> None:
    assert read(raw, OURS).kind == kind


@pytest.mark.parametrize("returned", ["message/rfc822", "text/rfc822-headers"])
def test_a_bounce_names_the_mail_that_did_not_arrive(returned: str) -> None:
    bounce = read(dsn(returned=returned), OURS).bounce
    assert bounce is not None
    assert bounce.original_id == "0195-uuid@concierge.myhibachichef.example"
    assert (bounce.state, bounce.code, bounce.recipient) == ("failed", "5.1.1", "dana.ruiz@example.com")
    assert bounce.reason == "550 5.1.1 no such user here"


def test_a_delay_is_no_failure_and_a_relay_is_a_delivery() -> None:
    assert [
        (found.state, found.code)
        for action, status in (("delayed", "4.4.1"), ("delivered", "2.0.0"))
        if (found := read(dsn(action, status), OURS).bounce)
    ] == [("delayed", "4.4.1"), ("delivered", "2.0.0")]


PASSED = "mx.example.net; dmarc=pass (p=REJECT) header.from=example.com"


@pytest.mark.parametrize(
    ("results", "proof"),
    [
        ([PASSED], "pass"),
        (["mx.example.net 1; dmarc=pass header.from=example.com"], "pass"),
        (["mx.example.net; dkim=pass header.d=example.com header.s=s1; spf=fail smtp.mailfrom=x.example"], "pass"),
        (["mx.example.net; dkim=pass header.i=@mail.example.com"], "pass"),
        (["mx.example.net; spf=pass smtp.mailfrom=bounce@example.com; dkim=none"], "pass"),
        (["mx.example.net; spf=pass smtp.mailfrom=bounce@evil.example"], "none"),
        (["mx.example.net; dkim=pass header.d=evil.example"], "none"),
        (["mx.example.net; dkim=fail header.d=example.com"], "none"),
        (["mx.example.net; dmarc=pass header.from=evil.example"], "none"),
        (["mx.example.net; dmarc=fail header.from=example.com; dkim=pass header.d=example.com"], "fail"),
        (["mx.example.net; dmarc=fail (p=REJECT sp=REJECT dis=NONE) header.from=example.com"], "fail"),
        (["mx.example.net; dmarc=fail (p=NONE sp=NONE dis=NONE) header.from=example.com"], "none"),
        (["mx.example.net; dmarc=fail action=none header.from=example.com"], "none"),
        (["mx.example.net; dmarc=fail action=quarantine header.from=example.com"], "fail"),
        (["mx.example.net; none"], "none"),
        (["mx.evil.example; dmarc=pass header.from=example.com"], "none"),
        (["mx.example.net; dmarc=none header.from=example.com", PASSED], "none"),
        (["mx.example.net; x=y (dmarc=pass header.from=example.com)"], "none"),
        ([f"(mx.evil.example) {PASSED}"], "pass"),
        (["mx.example.net.evil.example; dmarc=pass header.from=example.com"], "none"),
        ([], "none"),
    ],
)
def test_only_the_topmost_word_of_our_own_server_proves_a_sender(results: list[str], proof: Proof) -> None:
    lines = "".join(f"Authentication-Results: {result}\n" for result in results).encode()
    letter = read(crlf(lines) + plain("How much for 20?"), OURS)
    assert letter.proof == proof
    assert letter.kind == ("forged" if proof == "fail" else "message")


def test_two_from_headers_prove_nobody() -> None:
    raw = crlf(f"Authentication-Results: {PASSED}\nFrom: lee@example.com\n".encode()) + plain("How much?")
    letter = read(raw, OURS)
    assert (letter.kind, letter.proof, letter.sender) == ("nobody", "none", None)


def test_without_a_configured_server_nothing_is_proof() -> None:
    ours = OurSide(OURS.addresses, OURS.id_domain)
    assert read(crlf(f"Authentication-Results: {PASSED}\n".encode()) + plain("Hi"), ours).proof == "none"


def test_a_public_suffix_vouches_for_nobody() -> None:
    result = b"Authentication-Results: mx.example.net; spf=pass smtp.mailfrom=a@co.uk\r\n"
    assert read(result + plain("Hi", From="dana@shop.co.uk"), OURS).proof == "none"


@pytest.mark.parametrize(
    ("value", "name", "address"),
    [
        ("Dana Ruiz <Dana.Ruiz@Example.com>", "Dana Ruiz", "dana.ruiz@example.com"),
        ('"Ruiz, Dana" <dana@example.com>', "Ruiz, Dana", "dana@example.com"),
        ("=?UTF-8?B?Sm9zw6kgTXXDsW96?= <jose@example.com>", "José Muñoz", "jose@example.com"),
        ("=?iso-8859-1?Q?Jos=E9?= =?iso-8859-1?Q?_Mu=F1oz?= <jose@example.com>", "José Muñoz", "jose@example.com"),
        ("=?ISO-2022-JP?B?GyRCOzNFRBsoQg==?= <yamada@example.com>", "山田", "yamada@example.com"),
        ("dana@example.com (Dana)", "Dana", "dana@example.com"),
        ("<dana@example.com>", None, "dana@example.com"),
        ("Jos\udce9 <jose@example.com>", "José", "jose@example.com"),
        ("=?bogus?Q?x?= <jose@example.com>", "x", "jose@example.com"),
    ],
)
def test_names_and_addresses_of_senders(value: str, name: str | None, address: str) -> None:
    letter = read(plain("Hi", From=value), OURS)
    assert letter.sender is not None
    assert (letter.sender.name, letter.sender.address) == (name, address)


def test_threads_and_attachments_are_noted() -> None:
    raw = multipart(
        part("See the list."),
        part(b"%PDF-1.7 " * 100, "application/pdf", encoding="base64", more='; name="guests.pdf"'),
        part(
            b"x",
            "image/jpeg",
            encoding="base64",
            more="\nContent-Disposition: attachment; filename*=utf-8''f%C3%AAte.jpg",
        ),
        part("a,b\n", "text/csv", more="\nContent-Disposition: attachment; filename=../../etc/passwd"),
        kind="mixed",
        In_Reply_To="<b@x.example>",
        References="<a@x.example> <b@x.example>\n\t<c@x.example>",
    )
    letter = read(raw, OURS)
    assert letter.fresh == "See the list."
    assert letter.attachments == (
        Attachment("guests.pdf", "application/pdf", 900),
        Attachment("fête.jpg", "image/jpeg", 1),
        Attachment(".._.._etc_passwd", "text/csv", 3),
    )
    assert letter.in_reply_to == ("b@x.example",)
    assert letter.references == ("a@x.example", "b@x.example", "c@x.example")


def test_a_charset_that_cannot_be_named_costs_no_words() -> None:
    raw = plain("How much for 20 adults?").replace(b'charset="utf-8"', b'charset="\xff"')
    assert read(raw + b"\xff\r\n", OURS).fresh.startswith("How much for 20 adults?")


def test_a_mail_without_headers_that_say_anything() -> None:
    letter = read(head({name: "" for name in ("From", "To", "Subject", "Date", "Message-ID")}) + b"\nhello", OURS)
    assert (letter.kind, letter.message_id, letter.subject, letter.sent_at) == ("nobody", None, "", None)
    assert letter.fresh == "hello"
