"""A conversation in the terminal: what is sent, and what a person reads."""

import io
import json

import httpx2
import pytest

from hibachi import terminal


def client(handler: httpx2.MockTransport) -> httpx2.Client:
    return httpx2.Client(transport=handler, base_url="http://test")


def test_a_message_is_a_visitors_and_the_reply_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    sent: list[dict[str, object]] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(json.loads(request.content))
        return httpx2.Response(200, json={"conversation_id": "c-1", "reply": {"text": "It is $660."}})

    with client(httpx2.MockTransport(answer)) as server:
        assert terminal._turn(server, None, "how much?") == "c-1"
        assert terminal._turn(server, "c-1", "and for 20?") == "c-1"
    assert [(one["conversation_id"], one["channel"], one["text"]) for one in sent] == [
        (None, "web_chat", "how much?"),
        ("c-1", "web_chat", "and for 20?"),
    ]
    assert sent[0]["message_id"] != sent[1]["message_id"]
    assert capsys.readouterr().out.count("It is $660.") == 2


def test_silence_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    silent = httpx2.MockTransport(lambda _: httpx2.Response(200, json={"conversation_id": "c-1", "reply": None}))
    with client(silent) as server:
        terminal._turn(server, "c-1", "hello")
    assert "a person of the team" in capsys.readouterr().out


def test_a_refusal_is_told_and_the_conversation_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    body = {"code": "message_too_long", "message": "That is too long.", "next_step": "Send less."}
    with client(httpx2.MockTransport(lambda _: httpx2.Response(422, json=body))) as server:
        assert terminal._turn(server, "c-1", "x" * 9000) == "c-1"
    assert "That is too long. Send less." in capsys.readouterr().out


def test_a_server_that_is_gone_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    def gone(request: httpx2.Request) -> httpx2.Response:
        raise httpx2.ConnectError("refused", request=request)

    with client(httpx2.MockTransport(gone)) as server:
        assert terminal._turn(server, None, "hello") is None
    assert "did not answer: refused" in capsys.readouterr().out


@pytest.mark.parametrize("words", ["one\n two \n", "one\ntwo\n\nnever\n"])
def test_it_ends_with_an_empty_line_or_the_end_of_the_input(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(words))
    assert list(terminal._lines()) == ["one", "two"]
