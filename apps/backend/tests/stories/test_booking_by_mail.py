"""A whole party by e-mail: the same price, the same steps and the same rows at the end as by the web chat."""

from typing import Any

from hibachi.concierge.schemas import ChatMessage
from hibachi.kit.clock import SettableClock
from tests.channels.mail.world import DANA, Shop, shop_on, words_of

ASKED = "how much for 20 adults on saturday march 14 2026 at 6pm in 95112?"
WANTED = f"Great, let's book it. I'm Dana Ruiz, {DANA}"
YES = "yes, please book it"
PARTY = """
    SELECT status, event_date, event_time, event_start, event_end, adults, children, toddlers, name, email, zip_code,
           base_revenue, protein_upgrade_cost, addon_cost, travel_fee, tax, total_amount, deposit, policy_version
    FROM bookings ORDER BY created_at, id
"""


async def by_mail(shop: Shop) -> list[str]:
    """The party by e-mail: who writes is known by the address, so one answer is enough. What was answered."""
    await shop.mail(f"Hi there,\n\n{ASKED}\n\nThanks,\nDana Ruiz", subject="Hibachi on March 14")
    await shop.work()
    await shop.mail(f"{YES}\n\nSent from my iPhone", answers=(await shop.replies())[-1])
    await shop.work()
    return [words_of(reply) for reply in await shop.replies()]


async def by_web_chat(shop: Shop) -> list[str]:
    """The same in the web chat."""
    thread, said = None, []
    for words in (ASKED, WANTED, YES):
        decided = await shop.runtime.door.public_turn(ChatMessage(conversation_id=thread, text=words))
        thread = decided.conversation.id
        assert decided.reply is not None
        said.append(decided.reply.content)
    return said


async def parties(shop: Shop) -> list[dict[str, Any]]:
    """Every party with its price."""
    return await shop.rows(PARTY)


async def test_the_same_party_by_mail_and_by_web_chat(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        mailed = await by_mail(shop)
        [mail_party] = await parties(shop)
        chatted = await by_web_chat(shop)
        [first, second] = await parties(shop)
        assert first == second == mail_party, (mailed, chatted)
        assert mail_party["status"] == "deposit_pending"
        assert len(mailed) == 2
        assert "$1,100" in mailed[0]
        assert "$1,100" in chatted[0]
        assert await shop.rows("SELECT count(*) AS n FROM conversations WHERE channel = 'email'") == [{"n": 1}]
        [last] = (await shop.replies())[-1:]
        assert last["Subject"] == "Re: Hibachi on March 14"
