"""Right replies leave, with a proof of what each of their words rests on, and quickly."""

from dataclasses import replace

import pytest

from hibachi.conversations.schemas import CheckedText, seal
from tests.concierge.validator.corpus import Reply, read

OWN = read("right_replies.json")
BLIND = read("right_replies_blind.json")
CHANNELS = {"sms", "web_chat", "email", "phone", "instagram", "facebook", "whatsapp"}


def test_there_are_enough_of_them_on_every_channel() -> None:
    assert len(OWN) >= 250
    assert len(BLIND) >= 250
    assert {reply.channel for reply in OWN} == CHANNELS


@pytest.mark.parametrize("reply", [*OWN, *BLIND], ids=lambda reply: reply.text[:40])
def test_a_right_reply_leaves(reply: Reply) -> None:
    verdict = reply.checked()
    assert verdict.errors == ()
    assert isinstance(verdict.checked, CheckedText)
    assert verdict.checked.text == reply.text
    assert verdict.checked.proof == seal(reply.text, verdict.facts())


@pytest.mark.parametrize("reply", OWN, ids=lambda reply: reply.text[:40])
def test_every_trace_points_to_words_of_the_reply_and_to_a_field_that_is_there(reply: Reply) -> None:
    facts = {fact.id: fact for fact in reply.facts}
    for trace in reply.checked().traces:
        assert reply.text[trace.start : trace.end] == trace.words
        assert trace.fact_id in facts or trace.fact_id in ("said", "today", "profile")


def test_every_amount_of_a_right_reply_has_its_trace() -> None:
    for reply in OWN:
        traced = {trace.words for trace in reply.checked().traces}
        for word in reply.text.split():
            amount = word.strip(".,()!?:;+*/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-")
            if amount.startswith("$"):
                assert any(amount in words for words in traced), (amount, reply.text)


def test_a_proof_does_not_fit_another_text() -> None:
    verdict = OWN[0].checked()
    assert verdict.checked is not None
    with pytest.raises(ValueError, match="not the one that was checked"):
        CheckedText(text=OWN[0].text + " Free lobster!", facts=verdict.facts(), proof=verdict.checked.proof)


def test_a_refused_reply_has_no_proof() -> None:
    verdict = replace(OWN[0], text="That is $999 in total.").checked()
    assert not verdict.ok
    assert verdict.checked is None


@pytest.mark.parametrize(
    "text",
    ["", "   ", "\n\n", "?" * 4000, "$" * 500, "1" * 3000, "2026-99-99", "13:99 PM", "ａ" * 200, "\ud83c", "İ" * 50],
)
def test_no_text_breaks_the_check(text: str) -> None:
    verdict = replace(OWN[0], text=text).checked()
    assert isinstance(verdict.ok, bool)


def test_an_empty_reply_does_not_leave() -> None:
    assert [problem.kind for problem in replace(OWN[0], text=" ").checked().errors] == ["empty"]
