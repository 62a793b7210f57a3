"""What a customer told us before is found by meaning: their own alone, as it stands now, for as long as it is kept."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from hibachi.conversations import service as conversations
from hibachi.conversations.schemas import Inbound
from hibachi.customers import service as customers
from hibachi.customers.events import CustomersMerged, CustomersParted
from hibachi.customers.schemas import Contact
from hibachi.kit.ids import new_id
from hibachi.language.embedding.embedder import Embedder
from hibachi.language.embedding.errors import ModelMissing
from hibachi.memory import service as memory
from hibachi.memory.recall import rules
from hibachi.memory.recall import service as recalling
from hibachi.memory.recall.schemas import Recalled
from hibachi.memory.recall.service import Recall
from hibachi.memory.schemas import ForgetOrder, Memory, NewMemory, Said
from tests.parties import OLGA, Shop, shop

__all__ = ["shop"]
PEANUTS = "My son breaks out in hives if he eats cashews"
YARD = "Our backyard slopes, only the strip by the garage is level"


@pytest.fixture(scope="module")
def recall() -> Recall:
    return Recall(Embedder())


class Talk:
    """The shop with what its customers write, made findable as the worker would."""

    def __init__(self, shop: Shop, recall: Recall) -> None:
        self.shop, self.recall = shop, recall

    async def say(self, who: UUID, words: str, *, channel: Any = "sms") -> UUID:
        """One message, and its job."""
        inbound = Inbound(channel=channel, customer_id=who, text=words)
        message = (await self.shop.do(conversations.receive, inbound=inbound)).message.id
        for job in recalling.to_embed(message, words):
            await self.recall.embed_message(self.shop.db, message_id=UUID(job.arguments["message_id"]))
        return message

    async def find(self, who: UUID, question: str, **more: Any) -> list[Recalled]:
        """What is found of somebody, best first."""
        vector = await self.recall.vector(question)
        return await self.shop.do(recalling.find, customer_id=who, question=question, vector=vector, **more)

    async def texts(self, who: UUID, question: str, **more: Any) -> list[str]:
        """Only the words."""
        return [one.text for one in await self.find(who, question, **more)]


@pytest.fixture
async def talk(shop: Shop, recall: Recall) -> AsyncIterator[Talk]:
    shop.db.bus.listen_inside(CustomersMerged, conversations.on_customers_merged)
    shop.db.bus.listen_inside(CustomersParted, conversations.on_customers_parted)
    shop.db.bus.listen_inside(CustomersMerged, memory.on_customers_merged)
    shop.db.bus.listen_inside(CustomersParted, memory.on_customers_parted)
    yield Talk(shop, recall)


async def test_ones_own_words_are_found_by_meaning_and_nobody_elses_ever(talk: Talk) -> None:
    dana, eve = await talk.shop.customer(), await talk.shop.customer()
    for who in (dana, eve):
        for words in (PEANUTS, YARD, "We drink only lemonade since my brother got sober"):
            await talk.say(who, words)
    await talk.say(eve, "My daughter can't have dairy")
    found = await talk.find(dana, "Is there a food that makes our child ill?")
    assert found[0].text == PEANUTS, "no word of the question is in it"
    assert await talk.texts(dana, "dairy daughter") != [], "something is always nearest"
    mine = await talk.shop.rows(
        "SELECT m.id FROM messages m JOIN conversations c ON c.id = m.conversation_id WHERE c.user_id = :who", who=dana
    )
    for question in (PEANUTS, YARD, "My daughter can't have dairy", "lemonade"):
        for most in (1, 5, 50):
            assert {one.message_id for one in await talk.find(dana, question, most=most)} <= {row.id for row in mine}
        assert "dairy" not in " ".join(await talk.texts(dana, question, most=50))
    stranger = await talk.shop.customer()
    assert await talk.find(stranger, PEANUTS) == []
    assert len(await talk.find(dana, YARD, most=50)) == 3


async def test_where_it_is_looked_for_may_be_one_conversation_or_all_others(talk: Talk) -> None:
    dana = await talk.shop.customer()
    first = await talk.say(dana, YARD)
    second = await talk.say(dana, "The garage is full of boxes, by the way", channel="whatsapp")
    here = (await talk.find(dana, "garage", most=1, but=[second]))[0]
    assert here.message_id == first
    assert await talk.texts(dana, "garage", within=here.conversation_id) == [YARD]
    assert await talk.texts(dana, "garage", outside=here.conversation_id) == ["The garage is full of boxes, by the way"]


async def test_what_staff_deleted_what_expired_and_what_was_erased_is_not_found(talk: Talk) -> None:
    dana = await talk.shop.customer()
    said = await talk.say(dana, PEANUTS)
    diet = Said(kind="dietary", key="", value={"diets": ["tree nuts"]})
    told = {"source": "message", "source_id": said, "told_at": talk.shop.clock.now()}
    await talk.shop.do(memory.keep, customer_id=dana, said=[diet], **told)
    added = await talk.shop.do(
        memory.add,
        actor=OLGA,
        customer_id=dana,
        new=NewMemory(kind="special_request", text="Wants the table by the fountain"),
    )
    wish = next(one for one in added.memories if one.source == "staff")
    await talk.recall.embed_memory(talk.shop.db, memory_id=wish.id)
    assert {one.memory_id for one in await talk.find(dana, "where shall we put the table")} == {wish.id, None}
    for one in added.memories:
        await talk.shop.do(memory.delete, actor=OLGA, customer_id=dana, memory_id=one.id)
    assert await talk.find(dana, "nuts, or the table by the fountain") == [], "also the message that it was heard in"
    await talk.recall.sweep(talk.shop.db)
    assert await talk.find(dana, "nuts, or the table by the fountain") == [], "and no sweep brings it back"
    await talk.say(dana, YARD)
    assert await talk.texts(dana, "level ground") == [YARD]
    talk.shop.later(hours=24 * 1097)
    assert await talk.texts(dana, "level ground") == [], "words are kept for as long as the profile says"
    await talk.recall.sweep(talk.shop.db)
    assert await talk.shop.number("memory_passages") == 0


async def test_a_text_that_changed_gets_another_vector_and_the_old_one_is_never_used(talk: Talk) -> None:
    dana = await talk.shop.customer()
    said = await talk.say(dana, YARD)
    await talk.shop.rows(
        "UPDATE messages SET content = 'My wife only eats kosher food' WHERE id = :id RETURNING id", id=said
    )
    await talk.shop.rows("UPDATE memory_passages SET text = 'My wife only eats kosher food' RETURNING part")
    assert await talk.find(dana, "flat ground") == []
    [found] = await talk.find(dana, "kosher")
    assert found.cosine == 0, "no vector of other words speaks"
    await talk.recall.sweep(talk.shop.db)
    [found] = await talk.find(dana, "religious diet")
    assert (found.text, found.cosine > 0.3) == ("My wife only eats kosher food", True)
    await talk.shop.rows("UPDATE messages SET content = 'ok thanks' WHERE id = :id RETURNING id", id=said)
    await talk.recall.sweep(talk.shop.db)
    assert await talk.find(dana, "religious diet") == []


async def test_old_rows_are_filled_by_the_sweep_and_without_the_model_words_alone_find(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    dana = await talk.shop.customer()
    for words in (YARD, "ok thanks", "is the tip included?", PEANUTS):
        await talk.shop.do(conversations.receive, inbound=Inbound(channel="sms", customer_id=dana, text=words))

    class Missing(Embedder):
        async def vector(self, text: str) -> Any:
            raise ModelMissing("gone")

    bare = Recall(Missing())
    await bare.sweep(talk.shop.db)
    assert await talk.shop.number("memory_passages") == 2, "small talk deserves no row"
    assert await bare.vector("garage") is None
    [found] = await talk.shop.do(recalling.find, customer_id=dana, question="the garage", vector=None)
    assert found.text == YARD
    await talk.recall.sweep(talk.shop.db)
    assert (await talk.texts(dana, "Is there a food that makes our child ill?"))[0] == PEANUTS


async def test_two_who_turn_out_to_be_one_are_both_found_and_apart_again_each_by_their_own(talk: Talk) -> None:
    kept, gone = await talk.shop.customer(), await talk.shop.customer()
    await talk.say(kept, PEANUTS)
    await talk.say(gone, YARD)
    added = await talk.shop.do(
        memory.add,
        actor=OLGA,
        customer_id=gone,
        new=NewMemory(kind="special_request", text="Wants the table by the fountain"),
    )
    await talk.recall.embed_memory(talk.shop.db, memory_id=added.memories[0].id)
    merge = await talk.shop.do(customers.merge, actor=OLGA, kept=kept, gone=gone, reason="they said so")
    for asked in (kept, gone):
        assert len(await talk.find(asked, "nuts, the yard and the fountain")) == 3, (
            "the id of the one who went leads there"
        )
    await talk.say(kept, "We have a beagle called Rufus", channel="whatsapp")
    await talk.shop.do(customers.undo, actor=OLGA, merge_id=merge.id, reason="a brother")
    theirs = {who: set(await talk.texts(who, "everything", most=9)) for who in (kept, gone)}
    assert theirs == {
        kept: {PEANUTS, "We have a beagle called Rufus"},
        gone: {YARD, "Wants the table by the fountain"},
    }


async def test_forgetting_takes_the_vectors_and_the_export_tells_the_messages_once(talk: Talk) -> None:
    contact = Contact(channel="sms", phone="+15105550911", name="Xenia Quill")
    xenia = (await talk.shop.do(customers.resolve, contact=contact, proven=True)).id
    other = await talk.shop.customer()
    await talk.say(xenia, YARD)
    await talk.say(other, "Xenia Quill is my neighbor and she has a huge trampoline")
    told = (await talk.shop.do(memory.export, actor=OLGA, customer_id=xenia)).tables
    assert "memory_passages" not in told, "what is made of their words is not told beside them"
    assert any(YARD in str(row) for row in told["messages"])
    await talk.shop.do(memory.forget, actor=OLGA, customer_id=xenia, order=ForgetOrder(why="they_asked", confirm=xenia))
    rows = await talk.shop.rows("SELECT p::text AS whole, vector IS NULL AS blank, customer_id FROM memory_passages p")
    assert [(row.customer_id, row.blank) for row in rows] == [(other, True)], "a vector of their name is gone at once"
    assert "quill" not in rows[0].whole.lower()
    await talk.recall.sweep(talk.shop.db)
    [found] = await talk.find(other, "the neighbour's garden toy")
    assert "trampoline" in found.text
    assert found.cosine > 0


async def test_the_database_takes_no_passage_without_one_source(talk: Talk) -> None:
    dana = await talk.shop.customer()
    said = await talk.say(dana, YARD)
    for change in ("message_id = NULL", "source_id = :other", "vector_of = NULL", "text = ''"):
        with pytest.raises(IntegrityError):
            async with talk.shop.db.transaction() as tx:
                values = {"id": said, **({"other": uuid4()} if ":other" in change else {})}
                await tx.session.execute(text(f"UPDATE memory_passages SET {change} WHERE source_id = :id"), values)


WORTH = [
    "Our backyard slopes",
    "no nuts please",
    "I'm vegan",
    "Peanut allergy",
    "Is it a problem that my mom uses a wheelchair?",
    "the side gate sticks",
    "12 Alder Court, Fremont",
]
SMALL = [
    "ok thanks",
    "yes please book it",
    "Hi there!",
    "sounds good, see you then",
    "How much is it?",
    "is the tip included?",
    "Do you bring tables and chairs?",
    "what did I say about the peanut allergy?",
    "Do you remember where we live?",
    "what did we have last time",
    "[erased]",
    "👍",
    "",
]


def test_what_tells_something_is_worth_finding_and_small_talk_is_not() -> None:
    assert [one for one in WORTH if not rules.worth_finding(one)] == []
    assert [one for one in SMALL if rules.worth_finding(one)] == []


def test_a_long_letter_is_several_passages_that_lose_no_telling_sentence() -> None:
    told = [f"In month number {n} my aunt from town {n} painted the fence in another colour" for n in range(10)]
    parts = rules.passages(". ".join(told) + ".")
    assert len(parts) > 1
    assert all(len(part) <= rules.LONGEST for part in parts)
    assert [one for one in told if one not in " ".join(parts)] == []
    endless = rules.passages("word" * 2000)
    assert all(len(part) <= rules.LONGEST for part in endless)
    assert len(rules.passages("My cat sleeps. " * 900)) <= rules.MOST_PARTS
    mixed = rules.passages("How much is it? Our dog Rufus bites. Is the tip included?")
    assert mixed == ["Our dog Rufus bites."]


def test_a_memory_in_words_names_no_amount_and_one_that_was_heard_has_none() -> None:
    value = {"day": "2026-06-13", "at": "18:00", "adults": 12, "children": 2, "zip": "95112", "location": "1 Elm Street",
             "travel_fee": "18.00", "proteins": {"filet_mignon": 4, "chicken": 24}, "addons": {"gyoza": 2},
             "dietary": ["peanuts"], "event_type": "birthday", "notes": "by the pool"}  # fmt: skip
    party = remembered("party", value, "booking")
    [words] = rules.in_words(party)
    assert words == (
        "Had a party on Saturday, June 13, 2026 with 12 adults and 2 children for a birthday at 1 Elm Street, 95112. "
        "They had: filet mignon and chicken. with extra: gyoza. Diet or allergy: peanuts. by the pool."
    )
    assert "18" not in words.replace("2026", "")
    assert rules.in_words(remembered("preferred_name", {"name": "Zeb"}, "staff")) == ["Likes to be called Zeb."]
    day = {"type": "birthday", "date": "2025-07-15", "name": "Mia"}
    assert rules.in_words(remembered("important_date", day, "staff")) == ["The birthday of Mia is on July 15."]
    assert rules.in_words(remembered("dietary", {"diets": ["peanuts"]}, "message")) == []


def remembered(kind: Any, value: dict[str, Any], source: Any) -> Memory:
    told = datetime(2026, 3, 4, tzinfo=UTC)
    return Memory(id=new_id(), kind=kind, key="", value=value, source=source, source_id=new_id(), told_at=told,
                  confirmed_at=told, expires_at=told + timedelta(days=9))  # fmt: skip
