"""The entry for an inquiry: with or without a context, on any channel, with the same prices and every field in place."""

import pytest
from sqlalchemy import text

from hibachi.concierge.entry import InquiryContext, process_inquiry
from hibachi.customers.schemas import CHANNELS, ChannelName
from hibachi.kit.clock import SettableClock
from hibachi.kit.errors import NotFound
from tests.concierge.product import product_on

WORDS = "How much for 12 adults in 94539 with 4 filet mignon and 2 lobster tails?"


async def test_an_inquiry_is_understood_priced_and_answered(database_url: str, clock: SettableClock) -> None:
    async with product_on(database_url, clock) as (app, _):
        context = InquiryContext(customer_email="dana@example.com", customer_phone="510-555-0142")
        answer = await process_inquiry(app.state.runtime.door, WORDS, "web_chat", context)
        assert answer.channel == "web_chat"
        assert answer.inquiry_details.party_size == 12
        assert answer.inquiry_details.protein_selections == {"filet_mignon": 4, "lobster_tail": 2}
        assert answer.protein_info is not None
        assert answer.protein_info["total_protein_cost"] == "50.00"
        assert (answer.customer_email, answer.customer_phone) == ("dana@example.com", "510-555-0142")
        assert answer.text is not None
        assert "710" in answer.text


@pytest.mark.parametrize("words", ["How much for 12 adults in 94539?", "Do you have lobster?"])
async def test_proteins_are_priced_only_where_guests_and_dishes_are_known(
    database_url: str, clock: SettableClock, words: str
) -> None:
    async with product_on(database_url, clock) as (app, _):
        answer = await process_inquiry(app.state.runtime.door, words)
        assert answer.protein_info is None
        assert answer.text


@pytest.mark.parametrize("channel", CHANNELS)
async def test_a_missing_context_is_no_matter_and_prices_are_the_same_everywhere(
    database_url: str, clock: SettableClock, channel: ChannelName
) -> None:
    async with product_on(database_url, clock) as (app, _):
        answer = await process_inquiry(app.state.runtime.door, "how much for 12 adults in 94539?", channel)
        assert answer.text is not None
        assert "660" in answer.text
        assert (answer.customer_email, answer.customer_phone) == (None, None)
        async with app.state.runtime.db.transaction() as tx:
            rows = (await tx.session.execute(text("SELECT channel, state, provider FROM outbox"))).all()
        assert [tuple(row) for row in rows] == [(channel, "delivered", "answer")]


async def test_another_channels_conversation_is_not_continued(database_url: str, clock: SettableClock) -> None:
    async with product_on(database_url, clock) as (app, _):
        first = await process_inquiry(app.state.runtime.door, "hello", "email")
        with pytest.raises(NotFound):
            await process_inquiry(
                app.state.runtime.door, "and?", "sms", InquiryContext(conversation_id=first.conversation_id)
            )
