"""Parties that exist, as customers speak of them: given up, moved to a day that was offered, asked about."""

from itertools import product

import pytest

from hibachi.concierge.understanding import which_party
from hibachi.concierge.understanding.schemas import Dialogue, Pending

from .test_changes_told import NOVEMBER, OCTOBER
from .test_reading import read

GIVES_UP = (
    "we won't be having the {day} party after all",
    "we're moving to oregon so we will not be having our party",
    "we aren't doing the party on {day}",
    "please remove the reservation",
    "please delete our booking for {day}",
    "take our party off your calendar please",
    "you can take it off the books, the {day} one",
    "we don't need you on {day} anymore",
    "we won't be needing you after all",
    "please give the slot to someone else, our party fell through",
    "you can release our date to somebody else",
    "can you strike our reservation for {day}",
    "my mom is in hospital and we can't have the party on {day}.",
)
DAYS = ("october 10", "oct 10th", "Saturday, October 10")


@pytest.mark.parametrize(("said", "day"), [*product(GIVES_UP, DAYS)])
def test_a_party_that_is_given_up_is_to_be_cancelled(said: str, day: str) -> None:
    assert read(said.format(day=day), own=[OCTOBER]).dialogue.goal == "cancel"


@pytest.mark.parametrize(
    "said",
    [
        "we can't do the party on the 10th. can we do the 17th?",
        "we can't have the party on october 10, can we move it to october 17?",
        "we won't be having the party on the 10th, could we reschedule?",
        "we can't have the party at our house, can we do it at my sister's in 94538?",
        "we won't be having the party indoors, is the patio ok?",
        "remove two guests from our booking",
        "please remove the lobster from our party",
        "what is the party size you have for us",
    ],
)
def test_what_is_only_changed_is_not_cancelled(said: str) -> None:
    assert read(said, own=[OCTOBER]).dialogue.goal != "cancel"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("sunday's good", "2026-10-18"),
        ("Sunday please", "2026-10-18"),
        ("saturday works, move us there", "2026-10-17"),
        ("let's do the sunday", "2026-10-18"),
        ("the 18th", "2026-10-18"),
        ("the second one", "2026-10-18"),
        ("the first one please", "2026-10-17"),
        ("october 17 then", "2026-10-17"),
    ],
)
@pytest.mark.parametrize("asked", ["can we move our party to october 17 or october 18"])
def test_a_weekday_is_the_one_of_the_days_that_were_asked_about(asked: str, said: str, day: str) -> None:
    before = read(asked, own=[OCTOBER]).dialogue.model_copy(update={"expecting": ("date",)})
    assert len(before.dates) == 2
    assert read(said, dialogue=before, own=[OCTOBER]).dialogue.change == {"date": day}


@pytest.mark.parametrize(
    "said",
    [
        "can we go from Oct 10 to Oct 17",
        "we'd need to go from the 10th to the 17th of october",
        "please change us from october 10 to october 17",
        "we would prefer Saturday, October 17 to Saturday, October 10, at the same hour",
        "we'd rather have october 17 than october 10",
        "october 17 would suit us better than october 10",
        "I prefer oct 17 over oct 10",
        "our october 10 party has to be moved to october 17",
    ],
)
def test_the_day_beside_the_partys_own_is_where_it_goes(said: str) -> None:
    reading = read(said, own=[OCTOBER])
    assert reading.dialogue.goal == "change" and reading.dialogue.change == {"date": "2026-10-17"}


@pytest.mark.parametrize("said", ["are you free from oct 10 to oct 17?", "I prefer oct 10 over oct 17"])
def test_days_looked_through_move_nothing(said: str) -> None:
    assert "date" not in read(said, own=[OCTOBER]).dialogue.change


TWO_TOLD = (
    "i've got a party october tenth and another one november fourteenth. ",
    "we have two with you, october 10 and november 14, ",
    "besides our october party we have another one on november 14, ",
)
GOES = (
    "the november one needs to go to november 21",
    "the november party has to move to november 21",
    "november 14 has to become november 21",
    "could you move our november one to november 21",
    "please shift the november party to november 21",
)


@pytest.mark.parametrize(("told", "goes"), [*product(TWO_TOLD, GOES)])
def test_of_two_told_the_one_that_has_to_go_is_moved(told: str, goes: str) -> None:
    reading = read(told + goes, own=[OCTOBER, NOVEMBER])
    assert reading.dialogue.goal == "change" and reading.dialogue.change == {"date": "2026-11-21"}
    assert which_party.meant(reading.frame, reading.dialogue, [OCTOBER, NOVEMBER]) == [NOVEMBER]


@pytest.mark.parametrize(
    "said",
    [
        "we want to book another party on october 24, as well as our october 10 one",
        "can we get a second party on december 5 besides the october one",
    ],
)
def test_one_more_party_moves_none(said: str) -> None:
    assert read(said, own=[OCTOBER, NOVEMBER]).dialogue.goal != "change"


@pytest.mark.parametrize(
    "said",
    [
        "what time again and for how many",
        "and for how many again?",
        "what's the start again",
        "which day again?",
        "for how many people was that",
        "how many are we down for",
        "how many guests are we booked for",
    ],
)
def test_what_was_booked_is_asked_for_again(said: str) -> None:
    assert {"status", "about_own"} <= set(read(said, own=[OCTOBER]).frame.acts)


BY = ("until when can", "till when could", "how late can", "by when must", "what's the latest")
MOVED = ("we move our party for free", "i reschedule", "we move it to another day without paying", "we postpone it")


@pytest.mark.parametrize(("by", "moved"), [*product(BY, MOVED)])
@pytest.mark.parametrize("lead", ["", "our party's oct 10 at 6pm. "])
def test_until_when_a_move_is_free_is_a_question_of_the_policy(lead: str, by: str, moved: str) -> None:
    reading = read(f"{lead}{by} {moved}", own=[OCTOBER])
    assert "reschedule" in reading.frame.topics and reading.dialogue.goal is None
    after = read("and after that?", dialogue=Dialogue(answered=("reschedule",)), own=[OCTOBER])
    assert after.frame.topics == ("reschedule",) and not after.frame.unknown


@pytest.mark.parametrize(
    "said",
    ["For 200 no. Oct 10 stays.", "not for 200", "for $200 no thanks", "no, not for 200 more", "no i won't pay 200"],
)
def test_a_fee_that_is_declined_counts_no_guests(said: str) -> None:
    before = read("move our party to october 17 same time", own=[OCTOBER]).dialogue
    shown = Pending(kind="change", booking_id=OCTOBER["id"], arguments=before.change)
    reading = read(said, dialogue=before.model_copy(update={"pending": shown}), own=[OCTOBER])
    assert not reading.frame.guests.stated and not reading.frame.guests.add and reading.frame.answer == "no"
