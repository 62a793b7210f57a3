"""What Meta's carriers send beyond words: tags, taps, buttons, templates; all that stands in the message is the text."""

import pytest

from hibachi.channels.carriers import CarrierRefused
from hibachi.channels.meta.gateway import fits
from tests.channels.outgoing import PHONE, TO, connected, outgoing

TAPS = ("Yes", "No")
pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("name", ["facebook", "instagram"])
async def test_a_tag_opens_the_window(name: str) -> None:
    async with connected(name) as (simulator, carrier):
        simulator.closed.add(TO[name])
        with pytest.raises(CarrierRefused) as refused:
            await carrier.send(outgoing(name))
        assert refused.value.code == "10"
        await carrier.send(outgoing(name, tag="HUMAN_AGENT"))
        [sent] = simulator.sent
    assert (sent["messaging_type"], sent["tag"]) == ("MESSAGE_TAG", "HUMAN_AGENT")


@pytest.mark.parametrize("name", ["facebook", "instagram"])
async def test_taps_are_quick_replies(name: str) -> None:
    async with connected(name) as (simulator, carrier):
        await carrier.send(outgoing(name, "Shall I book it?", quick_replies=TAPS))
        await carrier.send(outgoing(name, "Shall I book it?", quick_replies=("much too long for a button", "No")))
        with_taps, without = simulator.sent
    assert [one["title"] for one in with_taps["quick_replies"]] == list(TAPS)
    assert "quick_replies" not in without, "all of them, or none: the text says them in any case"
    assert with_taps["messaging_type"] == "RESPONSE"


async def test_taps_are_buttons_on_whatsapp() -> None:
    async with connected("whatsapp") as (simulator, carrier):
        await carrier.send(outgoing("whatsapp", "Shall I book it?", quick_replies=TAPS))
        await carrier.send(outgoing("whatsapp", "Which time?", quick_replies=("12", "3", "6", "9")))
        await carrier.send(outgoing("whatsapp", "x" * 1025, quick_replies=TAPS))
        buttons, *others = simulator.sent
    assert [one["reply"]["title"] for one in buttons["interactive"]["action"]["buttons"]] == list(TAPS)
    assert [one["type"] for one in others] == ["text", "text"]
    assert buttons["to"] == PHONE.removeprefix("+")


async def test_a_template_opens_whatsapps_window() -> None:
    async with connected("whatsapp") as (simulator, carrier):
        simulator.closed.add(PHONE.removeprefix("+"))
        text = "Your party is on Saturday, March 21.\n\nThe balance is $560.00."
        await carrier.send(outgoing("whatsapp", text, tag="template:party_update"))
        with pytest.raises(CarrierRefused) as refused:
            await carrier.send(outgoing("whatsapp", text, tag="template:never_approved"))
        [sent] = simulator.sent
    assert refused.value.code == "132001"
    assert sent["template"]["language"] == {"code": "en_US"}
    assert sent["text"] == "Your party is on Saturday, March 21. The balance is $560.00."


async def test_our_own_id_travels_along() -> None:
    for name, field in (("facebook", "metadata"), ("whatsapp", "biz_opaque_callback_data")):
        async with connected(name) as (simulator, carrier):
            mine = outgoing(name)
            await carrier.send(mine)
            assert simulator.sent[0][field] == str(mine.id)


def test_what_fits() -> None:
    assert fits(("Yes", "No"), most=3) and not fits((), most=3)
    assert not fits(("1", "2", "3", "4"), most=3)
    assert not fits(("",), most=3) and not fits(("x" * 21,), most=3)
