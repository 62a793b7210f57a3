"""Many browsers that only listen, on one server: it goes away and comes back, and each shows every message once."""

import time
from contextlib import ExitStack

import httpx2
import pytest
from websockets.exceptions import ConnectionClosed

from hibachi.kit.clock import SettableClock
from tests.channels.webchat.browser import Browser, browser
from tests.served import served

TABS = 4
"""Of each conversation: a telephone, a laptop, and the family's."""


def say(url: str, words: str, conversation_id: str | None = None) -> str:
    """Somebody writes from elsewhere, and has their answer; the conversation."""
    known = {"conversation_id": conversation_id} if conversation_id else {}
    answer = httpx2.post(f"{url}/api/v1/chat/messages", json={"text": words, **known}, timeout=60)
    return str(answer.raise_for_status().json()["conversation_id"])


def resume(tab: Browser, conversation_id: str, after: int, until: int) -> None:
    """Come back, and read until so many messages more have come."""
    tab.send(type="hello", conversation_id=conversation_id, after=after)
    while len(tab.messages) < until:
        tab.of_type("message")


@pytest.mark.parametrize("sockets", [20, pytest.param(100, marks=pytest.mark.proof)])
def test_idle_sockets_survive_a_restart(database_url: str, clock: SettableClock, sockets: int) -> None:
    """What was said before, while the server was away, and after it came back: by every tab, once, in order."""
    with ExitStack() as tabs:
        with served(database_url, clock) as url:
            threads = [say(url, "hello, how much is it for 12 adults in 94539?") for _ in range(sockets // TABS)]
            first = [(thread, tabs.enter_context(browser(url))) for thread in threads for _ in range(TABS)]
            for thread, tab in first:
                resume(tab, thread, 0, 2)
            began, spent = time.perf_counter(), time.process_time()
            time.sleep(1)
            share = (time.process_time() - spent) / (time.perf_counter() - began)
            print(f"{sockets} idle sockets: {share:.1%} of one core, clients included")
        for _, tab in first:
            with pytest.raises(ConnectionClosed) as closed:
                tab.of_type("goodbye")
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code in (1001, 1012)
    with ExitStack() as tabs, served(database_url, clock, founded=True) as url:
        for thread in threads:
            say(url, "and for 20 adults?", thread)
        again = [(before, thread, tabs.enter_context(browser(url))) for thread, before in first]
        for before, thread, tab in again:
            resume(tab, thread, before.last, 2)
        for thread in threads:
            say(url, "and for 30 adults?", thread)
        for before, _, tab in again:
            while len(tab.messages) < 4:
                tab.of_type("message")
            tab.quiet()
            shown = [frame["sequence"] for frame in before.messages + tab.messages]
            assert shown == sorted(set(shown)), "nothing twice, nothing out of order"
            assert [frame["role"] for frame in before.messages + tab.messages] == ["customer", "ai"] * 3
