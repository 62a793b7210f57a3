"""The web chat over its socket: answers in pieces, nothing twice, nothing lost over a reload, staff are heard."""

from collections.abc import Iterator
from contextlib import ExitStack
from uuid import UUID

import httpx2
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from hibachi.channels.limits.service import Limit
from hibachi.channels.webchat import rules, socket
from hibachi.channels.webchat.feed import Feed
from hibachi.conversations.schemas import Newest
from hibachi.kit.clock import SettableClock
from tests.channels.webchat.browser import browser
from tests.concierge.product import product_on
from tests.served import admin_token, served

QUESTION = "how much is it for 12 adults in 94539?"


@pytest.mark.parametrize(
    ("facts", "text", "told"),
    [
        ([{"name": "calculate_party_quote", "result": {"quote_id": "q1", "total": "660.00"}}], "That is $660.", "q1"),
        (
            [{"name": "calculate_party_quote", "result": {"quote_id": "q1", "total": "1452.50"}}],
            "$1,452.50 in all",
            "q1",
        ),
        ([{"name": "hold_date", "result": {"quote": {"quote_id": "q2", "total": "660.00"}}}], "Total $660.", "q2"),
        (
            [{"name": "calculate_party_quote", "result": {"quote_id": "q1", "total": "660.00"}}],
            "We bring the grill.",
            None,
        ),
        ([{"name": "calculate_party_quote", "result": {"quote_id": "q1", "total": None}}], "Food is $660.", None),
        ([{"name": "search_faq", "result": {"answer": "$100 holds the date"}}], "$100 holds the date.", None),
        ([], "Hello!", None),
    ],
)
def test_a_reply_belongs_to_the_price_whose_total_it_says(
    facts: list[dict[str, object]], text: str, told: str | None
) -> None:
    assert rules.quoted(facts, text) == told


@pytest.fixture
def url(database_url: str, clock: SettableClock) -> Iterator[str]:
    """The product over TCP."""
    with served(database_url, clock) as address:
        yield address


def test_status_then_the_reply_in_pieces(url: str) -> None:
    with browser(url) as tab:
        message_id = tab.say(QUESTION)
        reply = tab.reply()
        kinds = [frame["type"] for frame in tab.frames]
        assert kinds[0] == "accepted"
        assert "status" in kinds[: kinds.index("piece")]
        pieces = [frame["text"] for frame in tab.frames if frame["type"] == "piece"]
        assert len(pieces) > 1
        assert "".join(pieces) == reply["text"]
        assert "$660" in reply["text"]
        assert [frame["message_id"] for frame in tab.messages if frame["role"] == "customer"] == [message_id]
        priced = httpx2.get(f"{url}/api/v1/quotes/{reply['quote_id']}").json()
        assert priced["total"] == "660.00", "the price that the reply tells can be opened line by line"


def test_a_reload_loses_nothing_and_brings_nothing_twice(url: str) -> None:
    with browser(url) as tab:
        tab.ask("hi, how much is it for 12 adults?")
        seen, conversation = tab.last, tab.conversation_id
        tab.say("in 94539")
        tab.of_type("accepted")
    with browser(url) as again:
        again.send(type="hello", conversation_id=conversation, after=seen)
        again.of_type("ready")
        reply = again.reply()
        assert "$660" in reply["text"]
        assert [frame["role"] for frame in again.messages] == ["customer", "ai"]
        assert all(frame["sequence"] > seen for frame in again.messages)
        whole = again.last
    with browser(url) as third:
        third.send(type="hello", conversation_id=conversation)
        third.until(lambda frame: frame.get("sequence") == whole)
        third.quiet()
        sequences = [frame["sequence"] for frame in third.messages]
        assert sequences == sorted(set(sequences))
        assert len(sequences) == 4
        assert not [frame for frame in third.frames if frame["type"] == "piece"]


def test_a_message_sent_again_is_one_message(url: str) -> None:
    with browser(url) as tab:
        message_id = tab.say(QUESTION)
        tab.reply()
    with browser(url) as again:
        again.say(QUESTION, message_id)
        again.reply()
        again.say(QUESTION, message_id)
        again.of_type("accepted")
        again.quiet()
        assert [frame["role"] for frame in again.messages] == ["customer", "ai"]
        assert again.last == tab.last


def test_staff_take_over_and_the_machine_is_silent(url: str) -> None:
    staff = httpx2.Client(base_url=f"{url}/api/v1/admin", headers={"Authorization": f"Bearer {admin_token(url)}"})
    with browser(url) as tab, staff:
        tab.ask(QUESTION)
        thread = f"/conversations/{tab.conversation_id}"
        staff.post(f"{thread}/take-over", json={"reason": "asked for"}).raise_for_status()
        tab.until(lambda frame: frame == {"type": "speaker", "speaker": "human"})
        tab.say("are you there?")
        tab.of_type("accepted")
        staff.post(f"{thread}/reply", json={"text": "Hello, this is Olga."}).raise_for_status()
        assert tab.reply() | {"sequence": 0, "at": ""} == {
            "type": "message", "role": "human", "text": "Hello, this is Olga.", "sequence": 0, "at": "",
        }  # fmt: skip
        staff.post(f"{thread}/hand-back").raise_for_status()
        tab.until(lambda frame: frame == {"type": "speaker", "speaker": "ai"})
        assert "$" in tab.ask("thanks Olga. and for 20 adults?")
        assert [frame["role"] for frame in tab.messages].count("human") == 1


def test_two_tabs_see_the_same(url: str) -> None:
    with browser(url) as one:
        one.ask(QUESTION)
        with browser(url) as other:
            other.send(type="hello", conversation_id=one.conversation_id, after=one.last)
            other.of_type("ready")
            one.say("and for 20 adults?")
            assert one.reply() == other.reply()
            assert [frame["role"] for frame in other.messages] == ["customer", "ai"]


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ({"type": "shout"}, "unreadable_frame"),
        ({"type": "say", "message_id": "x" * 20}, "unreadable_frame"),
        ({"type": "say", "message_id": "short", "text": "hi"}, "message_id_too_short"),
        ({"type": "say", "message_id": "x" * 20, "text": "a\u0000b"}, "message_unreadable"),
        ({"type": "hello", "conversation_id": "01900000-0000-7000-8000-000000000000"}, "not_found"),
    ],
)
def test_what_cannot_be_read_changes_nothing(url: str, frame: dict[str, str], code: str) -> None:
    with browser(url) as tab:
        tab.send(**frame)
        refusal = tab.of_type("error")
        assert refusal["code"] in (code, "conversation_not_found")
        assert refusal["next_step"]
        assert "$660" in tab.ask(QUESTION)


def test_no_other_conversation_over_the_same_socket(url: str) -> None:
    with browser(url) as one, browser(url) as other:
        one.ask("hello")
        other.ask("hello")
        one.send(type="hello", conversation_id=other.conversation_id)
        assert one.of_type("error")["code"] == "one_conversation_a_socket"


def test_too_many_frames_are_refused_and_then_the_socket_is_closed(url: str) -> None:
    with browser(url) as tab:
        for _ in range(int(rules.BURST) + rules.MOST_WARNINGS + 5):
            tab.send(type="ping")
        with pytest.raises(ConnectionClosed) as closed:
            tab.until(lambda frame: False)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1008
        assert {frame.get("code") for frame in tab.frames} == {None, "too_many_messages"}


def test_one_address_over_many_sockets_is_counted_together(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "OF_ADDRESS", Limit("chat_address", most=2, seconds=3600))
    for expected in (None, None, "too_many_messages"):
        with browser(url) as tab:
            tab.say("hello")
            answer = tab.until(lambda frame: frame["type"] in ("accepted", "error"))
            assert answer.get("code") == expected


@pytest.mark.parametrize("frame", [b"\x00\x01", "x" * (rules.LONGEST_FRAME + 1)])
def test_bytes_and_giants_close_the_socket(url: str, frame: bytes | str) -> None:
    with browser(url) as tab:
        tab.socket.send(frame)
        with pytest.raises(ConnectionClosed) as closed:
            tab.until(lambda frame: False)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code in (1003, 1009)


def test_a_page_of_another_origin_gets_no_socket(url: str) -> None:
    with pytest.raises(InvalidStatus) as refused, browser(url, origin="https://evil.example"):
        pass
    assert refused.value.response.status_code == 403
    with browser(url, origin=url) as tab:
        assert "$660" in tab.ask(QUESTION)


def test_the_server_says_goodbye_when_it_stops_and_the_next_one_goes_on(
    database_url: str, clock: SettableClock
) -> None:
    with ExitStack() as open_tab:
        with served(database_url, clock) as address:
            tab = open_tab.enter_context(browser(address))
            tab.ask(QUESTION)
        with pytest.raises(ConnectionClosed) as closed:
            tab.quiet()
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code in (1001, 1012)
    with served(database_url, clock, founded=True) as address, browser(address) as again:
        again.send(type="hello", conversation_id=tab.conversation_id, after=tab.last)
        assert "$" in again.ask("and for 20 adults?")
        assert [frame["role"] for frame in again.messages] == ["customer", "ai"]


def test_sockets_on_two_servers_hear_each_other(database_url: str, clock: SettableClock) -> None:
    with ExitStack() as both:
        first, second = (both.enter_context(served(database_url, clock, founded=again)) for again in (False, True))
        one = both.enter_context(browser(first))
        one.ask(QUESTION)
        other = both.enter_context(browser(second))
        other.send(type="hello", conversation_id=one.conversation_id, after=one.last)
        other.of_type("ready")
        one.say("and for 20 adults?")
        assert one.reply() == other.reply()


async def test_idle_sockets_cost_one_question_for_all(database_url: str, clock: SettableClock) -> None:
    """A hundred who only listen: the feed asks once for all of them, and not at all when they are gone."""
    async with product_on(database_url, clock) as (app, client):
        feed: Feed = app.state.runtime.feed
        answers = [await client.post("/api/v1/chat/messages", json={"text": "hello"}) for _ in range(3)]
        ids = [UUID(answer.json()["conversation_id"]) for answer in answers]
        idle = [(ids[number % 3], Silent()) for number in range(100)]
        for conversation_id, listener in idle:
            feed.listen(conversation_id, listener)
        await feed.close()  # what it asks by itself is not counted here
        asked = feed.questions
        await feed.look()
        assert feed.questions == asked + 1
        assert all(listener.heard is not None and listener.heard.status == "ai" for _, listener in idle)
        for conversation_id, listener in idle:
            feed.leave(conversation_id, listener)
        await feed.look()
        assert feed.questions == asked + 1


class Silent:
    """A socket that only listens."""

    heard: Newest | None = None

    def hear(self, newest: Newest) -> None:
        self.heard = newest
