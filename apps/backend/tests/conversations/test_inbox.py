"""The inbox: which threads, in which order, with what beside them; what waits for staff, and what did not arrive."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx2 import AsyncClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event, text

from hibachi.conversations import service
from hibachi.conversations.inbox import rules
from hibachi.conversations.schemas import Escalation, InboxFilter
from hibachi.kit.clock import SettableClock
from hibachi.kit.db import Database
from tests.conversations.acting import STAFF, answer, somebody, write

READ = {"Authorization": "conversations:read"}


async def ask(client: AsyncClient, **query: Any) -> dict[str, Any]:
    found = await client.get("/conversations/inbox", params=query, headers=READ)
    assert found.status_code == 200, found.text
    body: dict[str, Any] = found.json()
    return body


async def threads(db: Database, clock: SettableClock, how_many: int, **more: Any) -> list[UUID]:
    """So many people's threads, a minute apart, the oldest first."""
    made = []
    for number in range(how_many):
        clock.advance(timedelta(minutes=1))
        person = await somebody(db, phone=f"+1510555{number:04d}")
        made.append((await write(db, person, f"question {number}", **more)).conversation.id)
    return made


async def hand_over(db: Database, conversation_id: UUID, urgency: Any = "high") -> None:
    async with db.transaction() as tx:
        handed = Escalation(reason="asked for a person", summary="wants Sam", urgency=urgency)
        await service.hand_over(tx, conversation_id=conversation_id, handed=handed)


@pytest.mark.parametrize("path", ["inbox", "waiting", "undelivered"])
async def test_nobody_else_looks(client: AsyncClient, path: str) -> None:
    assert (await client.get(f"/conversations/{path}")).status_code == 401
    stranger = {"Authorization": "bookings:read"}
    assert (await client.get(f"/conversations/{path}", headers=stranger)).status_code == 403


async def test_the_newest_talk_is_first_and_pages_hold_every_thread_once(
    client: AsyncClient, db: Database, clock: SettableClock
) -> None:
    made = await threads(db, clock, 7)
    clock.advance(timedelta(minutes=1))
    await answer(db, made[2])
    wanted = [str(made[2]), *(str(one) for one in reversed(made) if one != made[2])]
    seen: list[str] = []
    before: str | None = None
    while True:
        page = await ask(client, limit=3, **({"before": before} if before else {}))
        seen += [line["id"] for line in page["threads"]]
        before = page["next"]
        if before is None:
            break
    assert seen == wanted


async def test_threads_of_one_instant_are_not_lost_between_pages(client: AsyncClient, db: Database) -> None:
    made = [(await write(db, await somebody(db, phone=f"+1510555{one:04d}"))).conversation.id for one in range(5)]
    first = await ask(client, limit=2)
    second = await ask(client, limit=2, before=first["next"])
    third = await ask(client, limit=2, before=second["next"])
    seen = [line["id"] for page in (first, second, third) for line in page["threads"]]
    assert sorted(seen) == sorted(str(one) for one in made)


async def test_a_line_says_who_spoke_last_and_what_waits(client: AsyncClient, db: Database) -> None:
    thread = (await write(db, await somebody(db))).conversation.id
    [line] = (await ask(client))["threads"]
    assert (line["last_by"], line["last_words"], line["waiting"]) == ("customer", "how much for 20?", 1)
    await answer(db, thread)
    [line] = (await ask(client))["threads"]
    assert (line["last_by"], line["last_words"], line["waiting"]) == ("ai", "20 adults are $1,100.", 0)
    assert (line["urgency"], line["reason"], line["has_draft"]) == (None, None, False)
    await hand_over(db, thread)
    async with db.transaction(STAFF) as tx:
        await service.take_over(tx, conversation_id=thread, reason="mine")
        await service.staff_reply(tx, conversation_id=thread, text="Sam here.")
    [line] = (await ask(client))["threads"]
    assert (line["last_by"], line["urgency"], line["reason"]) == ("human", "high", "asked for a person")


async def test_shelves_hold_what_they_say(client: AsyncClient, db: Database, clock: SettableClock) -> None:
    ai, escalated, closed = await threads(db, clock, 3)
    await hand_over(db, escalated, "urgent")
    async with db.transaction(STAFF) as tx:
        await service.close(tx, conversation_id=closed, successful=True)

    async def on(**query: Any) -> set[str]:
        return {line["id"] for line in (await ask(client, **query))["threads"]}

    everything = {str(ai), str(escalated), str(closed)}
    assert await on() == {str(ai), str(escalated)}
    assert await on(shelf="needs_me") == await on(shelf="escalated") == {str(escalated)}
    assert await on(shelf="ai") == {str(ai)}
    assert await on(shelf="closed") == {str(closed)}
    assert await on(shelf="all") == everything
    assert await on(shelf="all", channel="sms") == everything
    assert await on(shelf="all", channel="email") == set()
    assert await on(urgency="urgent") == {str(escalated)}
    assert await on(urgency="low") == set()


async def test_a_search_finds_words_numbers_and_names(client: AsyncClient, db: Database) -> None:
    person = await somebody(db)
    thread = (await write(db, person, "is the soy sauce gluten-free?")).conversation.id
    other = (await write(db, await somebody(db, phone="+15105550199"), "how much for 20?")).conversation.id
    async with db.transaction() as tx:
        await tx.session.execute(text("UPDATE customers SET name = 'Ann Lee' WHERE id = :id"), {"id": person.id})

    async def found(q: str) -> list[str]:
        return [line["id"] for line in (await ask(client, q=q))["threads"]]

    assert await found("soy sauce") == await found("SOY") == [str(thread)]
    assert await found("ann l") == [str(thread)]
    assert await found("(510) 555-0199") == [str(other)]
    assert await found("lobster") == []
    for odd in ("'; DROP TABLE messages; --", "a & b | !c :*", "%", "\\"):
        assert await found(odd) == []
    [line] = (await ask(client, q="ann"))["threads"]
    assert line["customer_name"] == "Ann Lee"


@pytest.mark.parametrize(
    "query",
    [
        {"before": "nonsense"},
        {"before": "2026-03-04_x"},
        {"shelf": "mine"},
        {"limit": 0},
        {"q": ""},
        {"q": "a\0"},
        {"x": 1},
    ],
)
async def test_what_cannot_be_asked_is_refused(client: AsyncClient, query: dict[str, Any]) -> None:
    refused = await client.get("/conversations/inbox", params=query, headers=READ)
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_input")


async def test_what_waits_is_counted(client: AsyncClient, db: Database, clock: SettableClock) -> None:
    first, second, _ai = await threads(db, clock, 3)
    await hand_over(db, first, "urgent")
    await hand_over(db, second, "normal")
    found = (await client.get("/conversations/waiting", headers=READ)).json()
    assert found == {"escalated": {"urgent": 1, "normal": 1}, "drafts": 0, "undelivered": 0}
    async with db.transaction(STAFF) as tx:
        await service.close(tx, conversation_id=first, successful=False)
    assert (await client.get("/conversations/waiting", headers=READ)).json()["escalated"] == {"normal": 1}


async def test_what_happened_lately_changes_its_keys_and_nothing_else_does(db: Database) -> None:
    async def keys() -> set[str]:
        async with db.transaction() as tx:
            return {f"{one.noun} {one.key}" for one in await service.lately(tx)}

    thread = (await write(db, await somebody(db))).conversation.id
    first = await keys()
    assert await keys() == first
    await answer(db, thread)
    second = await keys()
    await hand_over(db, thread)
    third = await keys()
    assert [len(first), len(second), len(third)] == [1, 2, 3]
    assert first < second < third


@given(st.datetimes(timezones=st.just(UTC)), st.uuids())
def test_a_cursor_is_read_back_as_it_was_written(at: datetime, conversation_id: UUID) -> None:
    assert rules.read_cursor(rules.cursor(at, conversation_id)) == (at, conversation_id)


@given(st.text(max_size=60))
def test_any_other_text_is_no_cursor(said: str) -> None:
    try:
        at, found = rules.read_cursor(said)
    except ValueError:
        return
    assert at.tzinfo is not None and isinstance(found, UUID)


async def test_a_page_costs_the_same_number_of_questions_whatever_it_holds(
    db: Database, clock: SettableClock, client: AsyncClient
) -> None:
    """No line asks for itself: its name, its last words and what waits come with the page."""
    await threads(db, clock, 2)
    few = await _statements(db)
    await threads(db, clock, 10)
    assert await _statements(db) == few


async def _statements(db: Database) -> int:
    asked: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    event.listen(db.engine.sync_engine, "before_cursor_execute", count)
    try:
        async with db.transaction() as tx:
            await service.inbox(tx, wanted=InboxFilter())
    finally:
        event.remove(db.engine.sync_engine, "before_cursor_execute", count)
    return len(asked)
