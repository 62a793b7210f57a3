"""A customer writes mails: answered once, in their thread, whoever they can prove to be."""

from typing import Any

import pytest

from hibachi.channels.mail import rules
from hibachi.conversations import service as conversations
from hibachi.kit.auth import Actor
from hibachi.kit.clock import SettableClock
from hibachi.kit.ids import new_id
from tests.channels.mail.test_kinds import dsn
from tests.channels.mail.world import DANA, HELLO, LEE, Shop, shop_on, words_of

QUESTION = "Hi,\n\nhow much is it for 12 adults in 94539?\n\nThanks,\nDana"
STAFF = Actor("staff", new_id(), "Olga")


async def threads(shop: Shop) -> list[dict[str, Any]]:
    """The conversations, oldest first."""
    return await shop.rows(
        "SELECT id, user_id, status, channel_metadata AS said FROM conversations ORDER BY created_at, id"
    )


async def said_by_customers(shop: Shop) -> list[str]:
    """What customers said, in order."""
    return [
        row["content"] for row in await shop.rows("SELECT content FROM messages WHERE role = 'user' ORDER BY sequence")
    ]


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

        second = await shop.mail("and for 20 adults?", answers=reply)
        await shop.work()
        [_, answer] = await shop.replies()
        assert "$1,100" in words_of(answer)
        assert answer["Subject"] == "Re: Hibachi on a Saturday"
        assert answer["In-Reply-To"] == second["Message-ID"]
        assert answer["References"].split() == [asked["Message-ID"], reply["Message-ID"], second["Message-ID"]]
        assert len(await threads(shop)) == 1
        assert await said_by_customers(shop) == [QUESTION, "and for 20 adults?"]


async def test_quick_mails_get_one_answer_and_files_are_noted(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        await shop.mail("Hi, we are 12 adults")
        await shop.mail("in 94539, how much is it?")
        await shop.work()
        assert len(await shop.replies()) == 1
        assert await said_by_customers(shop) == ["Hi, we are 12 adults", "in 94539, how much is it?"]
        [thread] = await threads(shop)
        assert (thread["said"]["proven"], thread["said"]["address"], thread["said"]["addressed_to"]) == (
            True,
            DANA,
            HELLO,
        )
        assert thread["said"]["attachments"] == []


async def test_who_is_not_proven_is_answered_and_joins_nobody(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        await shop.mail(QUESTION)
        await shop.work()
        [reply] = await shop.replies()
        shop.office.vouches = None
        await shop.mail("and for 20 adults in 94539?", answers=reply)
        await shop.work()
        [proven, claimed] = await threads(shop)
        assert (proven["said"]["proven"], claimed["said"]["proven"]) == (True, False)
        assert proven["user_id"] != claimed["user_id"]
        [_, answer] = await shop.replies()
        assert "$1,100" in words_of(answer)
        assert await shop.rows(
            "SELECT value, proven FROM customer_identities WHERE customer_id = :who", who=claimed["user_id"]
        ) == [{"value": DANA, "proven": False}]

        await shop.mail("and for 10?", answers=answer)
        await shop.work()
        await shop.mail("and for 11?", subject="Another party")
        await shop.work()
        assert [thread["said"]["proven"] for thread in await threads(shop)] == [True, False, False]
        assert len(await shop.replies()) == 4


@pytest.mark.parametrize("references", ["", "<unknown@mail.example>"])
async def test_a_thread_is_known_by_our_own_message_id_alone(
    database_url: str, clock: SettableClock, references: str
) -> None:
    async with shop_on(database_url, clock) as shop:
        shop.office.vouches = None
        await shop.mail(QUESTION)
        await shop.work()
        [reply] = await shop.replies()
        await shop.mail("and for 20?", In_Reply_To=reply["Message-ID"], References=references or reply["Message-ID"])
        await shop.work()
        assert len(await threads(shop)) == 1
        await shop.mail("and for 20?", sender=LEE, In_Reply_To=reply["Message-ID"])
        await shop.work()
        assert len(await threads(shop)) == 2


async def test_a_forged_sender_is_not_answered(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        shop.office.vouches = "fail"
        await shop.mail(QUESTION)
        await shop.work()
        assert await shop.outcomes() == ["forged"]
        assert (await threads(shop), await shop.replies()) == ([], [])


async def test_what_no_person_wrote_is_not_answered(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        await shop.mail("I am away.", Auto_Submitted="auto-replied")
        await shop.mail("News!", List_Id="<news.mail.example>")
        await shop.mail("Hello", X_Loop=HELLO)
        await shop.mail("Your order", sender="noreply@mail.example")
        await shop.mail("> quoted alone", subject="Re: Hibachi")
        await shop.work()
        assert sorted(str(one) for one in await shop.outcomes()) == ["auto_reply", "empty", "list", "loop", "robot"]
        assert (await threads(shop), await shop.replies(), await shop.rows("SELECT id FROM outbox")) == ([], [], [])


async def test_a_bounce_tells_a_human_that_a_reply_did_not_arrive(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        await shop.mail(QUESTION)
        await shop.work()
        [reply] = await shop.replies()
        sent_as = reply["Message-ID"].strip("<>").encode()
        await shop.office.put(
            HELLO, dsn("delayed", "4.4.1").replace(b"0195-uuid@concierge.myhibachichef.example", sent_as)
        )
        await shop.work()
        assert (await shop.rows("SELECT state FROM outbox")) == [{"state": "sent"}]
        await shop.office.put(HELLO, dsn().replace(b"0195-uuid@concierge.myhibachichef.example", sent_as))
        await shop.work()
        assert await shop.rows("SELECT state, code FROM outbox") == [{"state": "failed", "code": "5.1.1"}]
        [thread] = await threads(shop)
        assert thread["status"] == "escalated"
        assert len(await shop.replies()) == 1


@pytest.mark.parametrize("proven", [True, False])
async def test_stop_by_mail_is_law_whoever_proves_it(database_url: str, clock: SettableClock, *, proven: bool) -> None:
    async with shop_on(database_url, clock) as shop:
        await shop.mail(QUESTION)
        await shop.work()
        shop.office.vouches = "pass" if proven else None
        await shop.mail("\n-- \nDana", subject="unsubscribe")
        await shop.work()
        shop.office.vouches = "pass"
        before = len(await shop.replies())
        assert before == 2
        owner = (await threads(shop))[0]["user_id"]
        stopped = await shop.rows("SELECT words FROM opt_outs WHERE customer_id = :who AND ended_at IS NULL", who=owner)
        assert stopped == [{"words": "unsubscribe"}]
        await shop.mail("how much for 30 adults?")
        await shop.work()
        assert len(await shop.replies()) == before


async def test_a_loop_of_two_robots_ends_by_itself(
    database_url: str, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other machine hides that it is one, and answers each of our answers."""
    monkeypatch.setattr(rules, "LOOP_AFTER", 3)
    async with shop_on(database_url, clock) as shop:
        await shop.mail(QUESTION)
        for round_trip in range(8):
            await shop.work()
            replies = await shop.replies()
            if len(replies) > round_trip:
                await shop.mail(
                    "Thank you for your message. How much is it for 12 adults in 94539?", answers=replies[-1]
                )
        assert len(await shop.replies()) <= 4
        [thread] = await shop.rows("SELECT status, escalation_reason FROM conversations")
        assert thread == {"status": "escalated", "escalation_reason": "mail_loop"}


async def test_a_mail_bomb_ends_by_itself(
    database_url: str, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "LOOP_AFTER", 3)
    monkeypatch.setattr(rules, "FLOOD_AFTER", 6)
    async with shop_on(database_url, clock) as shop:
        for number in range(10):
            await shop.mail(f"{QUESTION} {number}", Message_ID=f"<{number}@bomb.example>")
        await shop.mail(QUESTION, sender=LEE, name="Lee Park")
        await shop.work()
        outcomes = [str(one) for one in await shop.outcomes()]
        assert (outcomes.count("message"), outcomes.count("limited")) == (7, 4)
        assert len(await shop.replies()) <= 1
        assert len(await shop.replies(LEE)) == 1
        assert len(await said_by_customers(shop)) == 7


async def test_a_mail_longer_than_a_message_is_all_read(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        story = "We met in the spring and like to cook with friends. " * 90
        await shop.mail(f"Hello!\n\n{story}\n\nHow much is it for 12 adults in 94539?")
        await shop.work()
        words = await said_by_customers(shop)
        assert len(words) == 2
        assert "".join("".join(words).split()) == "".join(
            f"Hello!{story}How much is it for 12 adults in 94539?".split()
        )
        [reply] = await shop.replies()
        assert "$660" in words_of(reply)


async def test_a_mail_without_words_in_a_known_thread_is_shown_to_a_human(
    database_url: str, clock: SettableClock
) -> None:
    async with shop_on(database_url, clock) as shop:
        await shop.mail(QUESTION)
        await shop.work()
        [reply] = await shop.replies()
        await shop.mail("", answers=reply)
        await shop.work()
        [thread] = await shop.rows("SELECT status, escalation_reason FROM conversations")
        assert thread == {"status": "escalated", "escalation_reason": "mail_without_words"}
        assert len(await shop.replies()) == 1


async def test_staff_write_in_the_thread_and_the_machine_is_silent(database_url: str, clock: SettableClock) -> None:
    async with shop_on(database_url, clock) as shop:
        await shop.mail(QUESTION, subject="Our party")
        await shop.work()
        [thread] = await threads(shop)
        async with shop.db.transaction(STAFF) as tx:
            await conversations.take_over(tx, conversation_id=thread["id"], reason="asked for")
        asked = await shop.mail("is a human there?", answers=(await shop.replies())[-1])
        await shop.work()
        assert len(await shop.replies()) == 1
        async with shop.db.transaction(STAFF) as tx:
            await conversations.staff_reply(tx, conversation_id=thread["id"], text="Yes, this is Olga.")
        await shop.jobs()
        answer = (await shop.replies())[-1]
        assert (words_of(answer), answer["Subject"]) == ("Yes, this is Olga.", "Re: Our party")
        assert answer["In-Reply-To"] == asked["Message-ID"]
