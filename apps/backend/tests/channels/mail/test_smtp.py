"""Mails go out: what the server says is told apart, and nothing gets into a header that was not meant."""

import asyncio
import ssl
import subprocess
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pydantic import SecretStr

from hibachi.channels.carriers import Accepted, CarrierBusy, CarrierRefused, CarrierUncertain, Outgoing
from hibachi.channels.mail.composing import composed
from hibachi.channels.mail.gateway import Connection, Mailbox
from hibachi.channels.mail.settings import carriers_of, mailboxes_of
from hibachi.channels.mail.smtp import SmtpCarrier, SmtpServer
from hibachi.kit.clock import SystemClock
from tests.channels.mail.world import DANA, HELLO, mail_settings, read_back, words_of
from tests.concierge.world import settings
from tests.simulators.post_office import PASSWORD, PostOffice, post_office

ID = UUID("01960000-0000-7000-8000-0000000000aa")
DOMAIN = "concierge.myhibachichef.example"


def outgoing(**more: Any) -> Outgoing:
    """An answer to a mail of Dana's."""
    given = {"subject": "Re: Hibachi", "in_reply_to": "<a@mail.example>", "references": ("<r@mail.example>",), **more}
    return Outgoing(**{"id": ID, "channel": "email", "to": DANA, "text": "It is $660.00.", **given})


def carrier_at(office: PostOffice, **more: Any) -> SmtpCarrier:
    """The carrier that the settings of an installation make."""
    [carrier] = carriers_of(mail_settings(office, **more))
    assert isinstance(carrier, SmtpCarrier)
    return carrier


async def test_a_mail_goes_out_with_all_that_threads_it() -> None:
    async with post_office(HELLO, DANA) as office:
        unsubscribe = {
            "List-Unsubscribe": "<https://b.example/u?t=1>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
        letter = outgoing(html="<p>It is <b>$660.00</b>.</p>", headers=unsubscribe)
        taken = await carrier_at(office).send(letter)
        assert taken == Accepted("smtp", f"{ID}@{DOMAIN}")
        [mail] = [read_back(raw) for raw in await office.mails(DANA)]
        assert (mail["From"], mail["To"], mail["Subject"]) == (f"My Hibachi Chef <{HELLO}>", DANA, "Re: Hibachi")
        assert (mail["Message-ID"], mail["In-Reply-To"]) == (f"<{ID}@{DOMAIN}>", "<a@mail.example>")
        assert mail["References"] == "<r@mail.example> <a@mail.example>"
        assert (mail["Auto-Submitted"], mail["X-Loop"]) == ("auto-replied", HELLO)
        assert mail["List-Unsubscribe"] == "<https://b.example/u?t=1>"
        assert mail["Return-Path"] == f"<{HELLO}>"
        assert words_of(mail) == "It is $660.00."
        body = mail.get_body(("html",))
        assert body is not None
        assert "<b>$660.00</b>" in body.get_content()


@pytest.mark.parametrize(
    ("answers", "raised"),
    [
        ({"rcpt": "550 5.1.1 no such mailbox"}, CarrierRefused),
        ({"rcpt": "450 4.2.1 mailbox busy"}, CarrierBusy),
        ({"rcpt": "421 4.7.0 too many"}, CarrierBusy),
        ({"data": "554 5.7.1 spam"}, CarrierRefused),
        ({"data": "451 4.3.0 try later"}, CarrierBusy),
        ({"cut_after_data": True}, CarrierUncertain),
    ],
)
async def test_what_the_server_says_is_told_apart(answers: dict[str, Any], raised: type[Exception]) -> None:
    async with post_office(HELLO, DANA) as office:
        for name, value in answers.items():
            setattr(office, name, value)
        with pytest.raises(raised) as told:
            await carrier_at(office).send(outgoing())
        if isinstance(told.value, CarrierRefused):
            assert told.value.code in ("550", "554")
        assert len(await office.mails(DANA)) == (1 if "cut_after_data" in answers else 0)


async def test_no_server_is_busy_and_nobody_there_is_refused() -> None:
    async with post_office(HELLO, DANA) as office:
        carrier = carrier_at(office)
        with pytest.raises(CarrierRefused):
            await carrier.send(outgoing(to="nobody@mail.example"))
    with pytest.raises(CarrierBusy):
        await carrier.send(outgoing())


async def test_a_server_that_never_answers_is_busy_before_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hibachi.channels.mail.smtp.SECONDS", 0.2)
    silent: list[asyncio.StreamWriter] = []
    server = await asyncio.start_server(lambda _reader, writer: silent.append(writer), "127.0.0.1", 0)
    async with server, post_office(HELLO) as office:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(CarrierBusy):
            await carrier_at(office, SMTP_PORT=port).send(outgoing())
        for writer in silent:
            writer.close()
            await writer.wait_closed()


async def test_a_mail_of_unknown_fate_is_looked_up_where_sent_mails_are_kept() -> None:
    async with post_office(HELLO, DANA) as office:
        await office.folder(HELLO, "Sent")
        carrier = carrier_at(office, MAIL_SENT_FOLDER="Sent")
        office.cut_after_data = True
        with pytest.raises(CarrierUncertain):
            await carrier.send(outgoing())
        assert await carrier.find(outgoing()) is None
        await office.put(HELLO, office.accepted[0], folder="Sent")
        assert await carrier.find(outgoing()) == Accepted("smtp", f"{ID}@{DOMAIN}")
        with pytest.raises(CarrierUncertain):
            await carrier_at(office).find(outgoing())


@pytest.mark.parametrize(
    "address",
    ["", "dana", "dana@", "@mail.example", "a b@mail.example", "dana@mail.example\r\nBcc: x@y.example", "dána@mail.example",
     "dana@mail.example, lee@mail.example", "<dana@mail.example>", "dana@localhost"],
)  # fmt: skip
async def test_what_is_no_address_is_refused_and_nothing_is_sent(address: str) -> None:
    async with post_office(HELLO, DANA) as office:
        with pytest.raises(CarrierRefused) as refusal:
            await carrier_at(office).send(outgoing(to=address))
        assert refusal.value.code == "invalid_address"
        assert office.accepted == []


ANYTHING = st.text(max_size=80)


@hypothesis_settings(max_examples=200, deadline=None)
@given(
    subject=ANYTHING,
    in_reply_to=ANYTHING,
    reference=ANYTHING,
    name=st.one_of(ANYTHING, st.sampled_from(["Bcc", "bcc", "To", "X-A\r\nBcc", "Subject"])),
    value=st.one_of(ANYTHING, st.just("x\r\nBcc: all@evil.example")),
    text=ANYTHING.filter(lambda one: bool(one.strip())),
)
def test_nothing_gets_into_the_headers(
    subject: str, in_reply_to: str, reference: str, name: str, value: str, text: str
) -> None:
    """Whatever is in the fields: one recipient, the headers that we write, and no line that begins another one."""
    letter = outgoing(
        subject=subject, in_reply_to=in_reply_to, references=(reference,), headers={name: value}, text=text
    )
    raw = composed(letter, sender=HELLO, sender_name="Chef", id_domain=DOMAIN, now=SystemClock().now()).as_bytes()
    mail = read_back(raw)
    known = {"from", "to", "subject", "date", "message-id", "in-reply-to", "references", "auto-submitted", "mime-version",
             "x-auto-response-suppress", "x-loop", "content-type", "content-transfer-encoding"}  # fmt: skip
    assert {one.lower() for one in mail} <= known | {name.lower()}
    assert "bcc" not in {one.lower() for one in mail}
    assert mail.get_all("To") == [DANA]
    assert len(mail.get_all("Subject", [])) == 1
    assert "".join(words_of(mail).split()) == "".join(text.replace("\0", "").split()) or "\0" in text


async def test_without_settings_there_is_neither_carrier_nor_mailbox() -> None:
    assert carriers_of(settings()) == []
    assert mailboxes_of(settings()) == []
    assert mailboxes_of(settings(SMTP_HOST="smtp.example.com", MAIL_ADDRESS=HELLO)) == []


@pytest.mark.parametrize("name", ["SMTP", "IMAP"])
async def test_a_password_never_travels_in_the_clear(name: str) -> None:
    async with post_office(HELLO) as office:
        assert mail_settings(office)
        with pytest.raises(ValueError, match="on this machine alone"):
            mail_settings(office, **{f"{name}_HOST": "mail.example.com"})


def certified(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A certificate made for this test: who shows it, and who trusts it."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    made += ["-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(made, check=True, capture_output=True)
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server.load_cert_chain(certificate, key)
    return server, ssl.create_default_context(cafile=str(certificate))


async def test_over_tls_with_a_sign_in(tmp_path: Path) -> None:
    shown, trusted = certified(tmp_path)
    async with post_office(HELLO, DANA, tls=shown) as office:
        smtp = SmtpServer("localhost", office.smtp_port, HELLO, "Chef", DOMAIN, HELLO, SecretStr(PASSWORD), "starttls")
        await SmtpCarrier(smtp, tls=trusted).send(outgoing())
        assert len(await office.mails(DANA)) == 1
        with pytest.raises(CarrierBusy):
            await SmtpCarrier(smtp).send(outgoing())  # nobody vouches for this certificate
        wrong = SmtpServer("localhost", office.smtp_port, HELLO, "Chef", DOMAIN, HELLO, SecretStr("no"), "starttls")
        with pytest.raises(CarrierBusy):
            await SmtpCarrier(wrong, tls=trusted).send(outgoing())
        inbox = Mailbox("localhost", office.imap_port, DANA, SecretStr(PASSWORD), "tls")
        connection = Connection(inbox, tls=trusted)
        await connection.open()
        assert len(await connection.after(0)) == 1
        await connection.close()
