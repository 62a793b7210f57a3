"""A customer writes mails: answered once, in their thread, whoever they can prove to be."""

from hibachi.kit.clock import SettableClock
from tests.channels.mail.world import DANA, HELLO, shop_on, words_of

QUESTION = "Hi,\n\nhow much is it for 12 adults in 94539?\n\nThanks,\nDana"


async def test_a_mail_is_answered_in_its_thread(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        asked = await shop.mail(QUESTION, subject="Hibachi on a Saturday")
        await shop.work()
        [reply] = await shop.replies()
        assert "$660" in words_of(reply)
        assert reply["Subject"] == "Re: Hibachi on a Saturday"
        assert (reply["In-Reply-To"], reply["References"]) == (asked["Message-ID"], asked["Message-ID"])
        assert (reply["From"], reply["To"]) == (f"My Hibachi Chef <{HELLO}>", DANA)
        assert (reply["Auto-Submitted"], reply["X-Loop"]) == ("auto-replied", HELLO)
        [row] = await shop.rows("SELECT id, state, provider_message_id FROM outbox")
        assert reply["Message-ID"] == f"<{row['id']}@concierge.myhibachichef.example>"
        assert (row["state"], row["provider_message_id"]) == ("sent", reply["Message-ID"].strip("<>"))
        assert await shop.office.seen(HELLO) == [True]
