"""A mailbox that takes tokens alone, as Gmail and Microsoft 365 do: read, answered from, and refused with a reason."""

import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from hibachi.channels.carriers import CarrierBusy, Outgoing
from hibachi.channels.mail.errors import MailboxLost, MailboxRefused
from hibachi.channels.mail.gateway import Connection
from hibachi.channels.mail.settings import carriers_of, mailboxes_of
from hibachi.channels.mail.watching import Watch
from hibachi.kit.db import Database
from hibachi.settings import Settings
from tests.channels.mail.world import DANA, HELLO, mail_settings
from tests.simulators.post_office import PostOffice, letter, post_office
from tests.simulators.provider import BROKEN, BUSY, CUT_AFTER, GARBAGE, Answer, Fault, on_a_port
from tests.simulators.token_server import SCOPE, TokenServer


@asynccontextmanager
async def office_and_tokens() -> AsyncIterator[tuple[PostOffice, TokenServer]]:
    """A post office that lets in by tokens alone, and who gives them."""
    with on_a_port(TokenServer(HELLO)) as server:
        async with post_office(HELLO, DANA, tokens=server) as office:
            yield office, server


def connected(office: PostOffice, server: TokenServer, data: Path, **other: Any) -> Settings:
    """The settings of an installation whose mailbox signs in by tokens."""
    sign_in = {"IMAP_PASSWORD": None, "SMTP_USER": HELLO, "HIBACHI_DATA_DIR": data}
    return mail_settings(office, **server.settings(**{**sign_in, **other}))


async def look(given: Settings) -> list[int]:
    """Sign in anew, as another process does, and see what is there."""
    connection = Connection(mailboxes_of(given)[0])
    try:
        await connection.open()
        return await connection.after(0)
    finally:
        await connection.close()


async def send(given: Settings) -> None:
    """Send a mail by the carrier that the settings make."""
    [carrier] = carriers_of(given)
    await carrier.send(Outgoing(uuid4(), "email", DANA, "It is $660.00.", subject="Re: Hibachi"))


async def test_a_mailbox_is_read_and_answered_from(db: Database, tmp_path: Path) -> None:
    async with office_and_tokens() as (office, server):
        given = connected(office, server, tmp_path)
        await office.put(HELLO, letter("Hello?", sender=DANA, to=HELLO, subject="A party").as_bytes())
        assert await Watch(db, mailboxes_of(given)[0]).once() == 1
        assert await office.seen(HELLO) == [True]
        await send(given)
        assert len(await office.mails(DANA)) == 1
        form = server.asked[0].form()
        assert (form["grant_type"], form["refresh_token"]) == ("refresh_token", "refresh-0")


async def test_a_token_is_kept_until_it_ends(tmp_path: Path) -> None:
    async with office_and_tokens() as (office, server):
        [carrier] = carriers_of(connected(office, server, tmp_path))
        for _ in range(3):
            await carrier.send(Outgoing(uuid4(), "email", DANA, "It is $660.00.", subject="Re: Hibachi"))
        assert server.given == ["access-1"]
        server.seconds = 60
        server.good.clear()
        with pytest.raises(CarrierBusy, match="SMTPAuthenticationError"):
            await carrier.send(Outgoing(uuid4(), "email", DANA, "It is $660.00.", subject="Re: Hibachi"))
        for _ in range(2):
            await carrier.send(Outgoing(uuid4(), "email", DANA, "It is $660.00.", subject="Re: Hibachi"))
        assert server.given == ["access-1", "access-2", "access-3"], "anew after a refusal, and before it ends"
        assert len(await office.mails(DANA)) == 5


async def test_a_token_that_the_mailbox_refuses_is_not_used_again(tmp_path: Path) -> None:
    async with office_and_tokens() as (office, server):
        [mailbox] = mailboxes_of(connected(office, server, tmp_path))
        assert mailbox.tokens is not None
        server.good.discard(await mailbox.tokens.token())
        with pytest.raises(MailboxRefused, match=r"the token is refused: .*https://mail\.google\.com/"):
            await Connection(mailbox).open()
        connection = Connection(mailbox)
        await connection.open()
        await connection.close()
        assert server.given == ["access-1", "access-2"]


async def test_a_consent_that_is_over_says_what_to_do(tmp_path: Path) -> None:
    async with office_and_tokens() as (office, server):
        given = connected(office, server, tmp_path)
        server.refresh.clear()
        with pytest.raises(MailboxRefused, match="invalid_grant Token has been expired.*MAIL_OAUTH_REFRESH_TOKEN anew"):
            await look(given)
        with pytest.raises(CarrierBusy, match="MailboxRefused.*invalid_grant"):
            await send(given)
        assert await office.mails(DANA) == []


@pytest.mark.parametrize("fault", [BUSY, BROKEN, GARBAGE, CUT_AFTER, Fault("say", answer=Answer(200, {"ok": True}))])
async def test_a_token_server_that_fails_is_asked_again(fault: Fault, tmp_path: Path) -> None:
    async with office_and_tokens() as (office, server):
        given = connected(office, server, tmp_path)
        server.faults.extend([fault, fault])
        with pytest.raises(MailboxLost):
            await look(given)
        with pytest.raises(CarrierBusy, match="MailboxLost"):
            await send(given)
        assert await look(given) == []


async def test_a_new_refresh_token_takes_the_place_of_the_old(tmp_path: Path) -> None:
    async with office_and_tokens() as (office, server):
        server.rotates = True
        given = connected(office, server, tmp_path)
        for _ in range(3):
            await look(given)
        assert [asked.form()["refresh_token"] for asked in server.asked] == ["refresh-0", "refresh-1", "refresh-2"]
        kept = tmp_path / "mail_refresh_token"
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        server.refresh = {"refresh-of-the-owner"}
        await look(connected(office, server, tmp_path, MAIL_OAUTH_REFRESH_TOKEN="refresh-of-the-owner"))
        assert server.asked[-1].form()["refresh_token"] == "refresh-of-the-owner", "what the owner sets anew counts"
        kept.write_text("{")
        server.refresh = {"refresh-0"}
        assert await look(given) == []


async def test_an_application_signs_in_by_its_own_right(tmp_path: Path) -> None:
    async with office_and_tokens() as (office, server):
        own = {"MAIL_OAUTH_REFRESH_TOKEN": None, "MAIL_OAUTH_SCOPE": SCOPE}
        assert await look(connected(office, server, tmp_path, **own)) == []
        with pytest.raises(MailboxRefused, match="invalid_client"):
            await look(connected(office, server, tmp_path, **own, MAIL_OAUTH_CLIENT_SECRET="another"))
        assert list(tmp_path.iterdir()) == []


async def test_no_secret_shows(tmp_path: Path) -> None:
    async with office_and_tokens() as (office, server):
        given = connected(office, server, tmp_path)
        shown = repr(given) + repr(mailboxes_of(given)) + repr(carriers_of(given))
        assert "refresh-0" not in shown and "secret-of" not in shown
