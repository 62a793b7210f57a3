"""What a person should see to is heard in words that no rule knows; what only sounds like it is not."""

import pytest

from hibachi.concierge.understanding import matters
from hibachi.concierge.understanding.hunches import alarmed
from hibachi.concierge.understanding.schemas import Frame
from hibachi.language.heads.listener import Listener
from hibachi.language.heads.schemas import Alarm

GRAVE = (
    "our cousin had to be rushed away by paramedics after eating your scallops",
    "the cook was so careless that hot oil landed on my niece's arm",
    "the law is on my side here and i intend to use it against your company",
    "nobody turned up yesterday evening and we stood there with an empty table",
    "half of what we paid for never arrived and the cook left before dessert",
    "our finance department needs you set up as a supplier before they can release the funds",
    "i run a cooking channel and would love to shoot an episode with your chef",
    "is your kitchen crew looking for another pair of hands? i trained as a line cook",
    "please let me deal with a member of your team instead of this machine",
)
ORDINARY = (
    "we are so hungry already, can't wait for saturday",
    "my sister, who is a judge, will be there too, so 13 adults",
    "he is such a kitchen disaster, burns everything, that's why we need a pro",
    "could you do it a bit earlier than six",
    "what exactly comes with the dinner",
    "is sunday any different in price from friday",
    "do the little ones get a smaller portion",
    "how do i get the rest to you on the day",
)


@pytest.fixture(scope="module")
def listener() -> Listener:
    return Listener()


@pytest.mark.parametrize("text", GRAVE)
async def test_a_person_is_called_by_rule_or_by_head(listener: Listener, text: str) -> None:
    _, _, alarm = await listener.hear(text)
    assert matters.find(text) or alarm.sure, alarm


@pytest.mark.parametrize("text", ORDINARY)
async def test_nobody_is_called_for_an_ordinary_message(listener: Listener, text: str) -> None:
    _, _, alarm = await listener.hear(text)
    assert not matters.find(text)
    assert not alarm.sure, alarm


def _frame(text: str, **more: object) -> Frame:
    return Frame.model_validate({"text": text, **more})


def test_an_alarm_names_the_matter_and_what_was_written() -> None:
    need = alarmed(_frame("nobody turned up"), Alarm("complaint", 0.9, 0.6), None)
    assert need is not None
    assert (need.kind, "nobody turned up" in need.reason, "90%" in need.reason) == ("complaint", True, True)


@pytest.mark.parametrize(
    ("frame", "alarm"),
    [
        (_frame("nobody turned up"), Alarm("complaint", 0.5, 0.6)),
        (_frame("nobody turned up"), None),
        (_frame("yes", answer="yes"), Alarm("complaint", 0.9, 0.6)),
        (_frame("word " * 200), Alarm("complaint", 0.9, 0.6)),
    ],
)
def test_an_unsure_alarm_an_answer_and_a_letter_raise_none(frame: Frame, alarm: Alarm | None) -> None:
    assert alarmed(frame, alarm, None) is None
