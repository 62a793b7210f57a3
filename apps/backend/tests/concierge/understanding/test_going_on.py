"""Short questions that go on from what was just answered, in the words of customers."""

import pytest

from hibachi.concierge.understanding.schemas import Dialogue

from .test_reading import read


@pytest.mark.parametrize(
    ("answered", "said", "topic"),
    [
        ("gratuity", "is that already in the price", "gratuity"),
        ("gratuity", "is it included?", "gratuity"),
        ("gratuity", "so that's on top?", "gratuity"),
        ("gratuity", "is that part of the total or extra", "gratuity"),
        ("menu", "and whats extra", "menu"),
        ("included", "any upcharges?", "menu"),
        ("hold_time", "n if i dont?", "hold_time"),
        ("hold_time", "and what if we can't", "hold_time"),
        ("hold_time", "what happens if I miss it", "hold_time"),
        ("cancellation", "And changing to another date instead of cancelling, is that for free?", "reschedule"),
        ("cancellation", "and moving to a different day?", "reschedule"),
        ("cancellation", "what about switching to another weekend", "reschedule"),
    ],
)
def test_a_short_question_is_about_what_was_just_answered(answered: str, said: str, topic: str) -> None:
    assert topic in read(said, dialogue=Dialogue(answered=(answered,))).frame.topics


@pytest.mark.parametrize(
    "said",
    ["do you charge more on 4th of july", "is it more expensive on memorial day?", "any surcharge for mother's day"],
)
def test_a_day_that_is_special_is_asked_about_for_its_price(said: str) -> None:
    assert "same_every_day" in read(said).frame.topics


@pytest.mark.parametrize(
    "said", ["if i book how long til i gotta pay the deposit", "how much time before i have to pay the deposit"]
)
def test_how_long_the_deposit_is_waited_for(said: str) -> None:
    topics = read(said).frame.topics
    assert "hold_time" in topics and "duration" not in topics


@pytest.mark.parametrize("said", ["is the fried rice included", "are veggies included", "do u have fried rice"])
def test_what_everybody_gets_is_known(said: str) -> None:
    assert read(said).frame.topics == ("included",)


def test_a_small_number_after_the_way_counts_guests() -> None:
    after = Dialogue(answered=("area", "travel"), zip="95820", expecting=("guests",))
    assert read("how much for 10", dialogue=after).frame.guests.people == 10
