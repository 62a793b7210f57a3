"""What a message changes of a party that exists, and which party it means: told once, in the words of customers."""

from typing import Any

import pytest

from hibachi.concierge.understanding.schemas import Dialogue, Reading

from .test_reading import PARTY, read

APRIL: dict[str, Any] = {**PARTY, "time": "15:00"}
MAY: dict[str, Any] = {
    **PARTY,
    "id": "0199a0b0-0000-7000-8000-000000000002",
    "date": "2026-05-16",
    "adults": 16,
    "zip": "95112",
}
OCTOBER: dict[str, Any] = {**PARTY, "id": "0199a0b0-0000-7000-8000-000000000003", "date": "2026-10-10", "adults": 10}
NOVEMBER: dict[str, Any] = {
    **PARTY,
    "id": "0199a0b0-0000-7000-8000-000000000004",
    "date": "2026-11-14",
    "time": "15:00",
}


def _changed(reading: Reading) -> dict[str, Any]:
    """The change in absolute numbers of the party in April."""
    found = dict(reading.dialogue.change)
    if "more_adults" in found:
        found["adults"] = APRIL["adults"] + found.pop("more_adults")
    if found.get("children") == 0 and found.get("toddlers") == 0:
        del found["children"], found["toddlers"]
    return found


TOLD: list[tuple[str, dict[str, Any]]] = [
    ("make it 14 people and 6pm, not 3", {"adults": 14, "time": "18:00"}),
    ("can you make it 14 people and 6pm instead of 3", {"adults": 14, "time": "18:00"}),
    ("change to 14 guests and start at 6pm please", {"adults": 14, "time": "18:00"}),
    ("we'll be 14, and 6pm rather than 3pm", {"adults": 14, "time": "18:00"}),
    ("need to update: 14 adults, 6pm start", {"adults": 14, "time": "18:00"}),
    ("could we do 6 pm with 14 of us instead", {"adults": 14, "time": "18:00"}),
    ("bump us to 14 and move it to 6pm", {"adults": 14, "time": "18:00"}),
    ("can we push the party to 6", {"time": "18:00"}),
    ("move it to the evening slot at 6", {"time": "18:00"}),
    ("3 hours later please", {"time": "18:00"}),
    ("push it back 3 hours", {"time": "18:00"}),
    ("we want 6pm not 3pm", {"time": "18:00"}),
    ("not 3, 6pm", {"time": "18:00"}),
    ("6pm instead of 3pm please", {"time": "18:00"}),
    ("bring it forward to noon", {"time": "12:00"}),
    ("can we start at noon instead", {"time": "12:00"}),
    ("move it up to 12", {"time": "12:00"}),
    ("lets do lunch at 12 instead of 3", {"time": "12:00"}),
    ("earlier please, noon", {"time": "12:00"}),
    ("3 hours earlier please", {"time": "12:00"}),
    ("move our party a day later", {"date": "2026-04-12"}),
    ("can we move it one day later", {"date": "2026-04-12"}),
    ("our party on sunday instead, same time", {"date": "2026-04-12"}),
    ("move it to the 12th instead of the 11th", {"date": "2026-04-12"}),
    ("not the 11th but the 12th", {"date": "2026-04-12"}),
    ("we need the 12th not the 11th", {"date": "2026-04-12"}),
    ("move it to the 12th", {"date": "2026-04-12"}),
    ("can we have the day after instead", {"date": "2026-04-12"}),
    ("push it a week", {"date": "2026-04-18"}),
    ("can we do the week after", {"date": "2026-04-18"}),
    ("move our party one week later", {"date": "2026-04-18"}),
    ("same day the following week please, move it", {"date": "2026-04-18"}),
    ("april 18 instead", {"date": "2026-04-18"}),
    ("Sat the 18th instead", {"date": "2026-04-18"}),
    ("move it to the 18th", {"date": "2026-04-18"}),
    ("move our party to april 18 at 6pm and make it 15 adults", {"date": "2026-04-18", "time": "18:00", "adults": 15}),
    ("15 adults now, april 18, 6pm instead please", {"date": "2026-04-18", "time": "18:00", "adults": 15}),
    ("can we change to the 18th, 6 pm, and 15 people", {"date": "2026-04-18", "time": "18:00", "adults": 15}),
    ("make it 14 people", {"adults": 14}),
    ("we'll be 14", {"adults": 14}),
    ("2 more adults are coming", {"adults": 14}),
    ("we're 14 now", {"adults": 14}),
    ("my ZIP is 95123 actually, we moved", {"customer_zipcode": "95123"}),
    ("we moved, the new zip is 95123", {"customer_zipcode": "95123"}),
    ("party will be at my sister's in 95123 instead", {"customer_zipcode": "95123"}),
    ("wrong zip, it's 95123 not 94539", {"customer_zipcode": "95123"}),
    ("the party is at 95123 now", {"customer_zipcode": "95123"}),
    ("5 of the 12 adults want filet", {"protein_selections": {"filet_mignon": 5}}),
    ("we need filet for 5 of the 12", {"protein_selections": {"filet_mignon": 5}}),
    ("can we add filet for 5", {"protein_selections": {"filet_mignon": 5}}),
    ("filet for 5 of us please", {"protein_selections": {"filet_mignon": 5}}),
]

PLACED = [
    ("move my party to the 17th", "the may one", 1, {"date": "2026-05-17"}),
    ("i need to move my party a day later", "the april one", 0, {"date": "2026-04-12"}),
    ("can we change my booking to sunday", "the may party", 1, {"date": "2026-05-17"}),
    ("need to add 2 adults to my party", "the later one", 1, {"adults": 18}),
    ("need to add 2 adults to my party", "the earlier one", 0, {"adults": 14}),
    ("need to add 2 adults to my party", "the one in 95112", 1, {"adults": 18}),
    ("change my party to noon", "the first one", 0, {"time": "12:00"}),
    ("push my party back a week", "the bigger one", 1, {"date": "2026-05-23"}),
]


@pytest.mark.parametrize(("text", "change"), TOLD)
def test_what_is_to_be_different(text: str, change: dict[str, Any]) -> None:
    assert _changed(read(text, own=[APRIL])) == change


@pytest.mark.parametrize(
    "text", ["what time is our party again?", "when does it start on april 11?", "the party starts at 3, right?"]
)
@pytest.mark.parametrize("then", ["change it to 6", "can we do 6 instead", "make it 6"])
def test_a_number_after_the_clock_was_talked_of_is_a_start(text: str, then: str) -> None:
    before = read(text, own=[APRIL]).dialogue.model_copy(update={"booking_id": APRIL["id"]})
    assert _changed(read(then, dialogue=before, own=[APRIL])) == {"time": "18:00"}


@pytest.mark.parametrize(("text", "which", "at", "change"), PLACED)
def test_a_change_told_before_its_party_counts_from_that_party(
    text: str, which: str, at: int, change: dict[str, Any]
) -> None:
    own = [APRIL, MAY]
    before = read(text, own=own).dialogue.model_copy(update={"expecting": ("which_booking",)})
    after = read(which, dialogue=before, own=own).dialogue
    assert after.change == change
    assert after.booking_id in (own[at]["id"], None)


@pytest.mark.parametrize(
    "text",
    [
        "the october one to the 17th, the november one stays",
        "move the october one to oct 17, the november one stays",
        "the october one, nov stays. to the 17th please",
        "move oct to the 17th, leave november alone",
        "push the october party back a week, keep november as is",
    ],
)
def test_the_party_that_stays_is_not_moved(text: str) -> None:
    assert read(text, own=[OCTOBER, NOVEMBER]).dialogue.change == {"date": "2026-10-17"}


@pytest.mark.parametrize(
    "text",
    [
        "how much for 14 adults in 95112 on june 6?",
        "i want to book another party on may 2, 15 adults",
        "do you do 9pm parties?",
    ],
)
def test_a_new_party_or_a_question_changes_nothing(text: str) -> None:
    assert not read(text, own=[APRIL]).dialogue.change


@pytest.mark.parametrize("text", ["the address is 455 Oak Street, backyard", "455 oak st, backyard"])
def test_a_street_by_itself_is_of_the_party_that_stands(text: str) -> None:
    reading = read(text, dialogue=Dialogue(), own=[APRIL])
    assert "about_own" in reading.frame.acts and reading.dialogue.goal is None


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("hi it's Dana", "Dana Ruiz"),
        ("this is Dana", "Dana Ruiz"),
        ("its Dana Miller", "Dana Miller"),
        ("this is Maria", "Maria"),
    ],
)
def test_a_first_name_is_the_whole_name_of_an_earlier_party(said: str, whole: str) -> None:
    after = read(
        f"{said}, can i book 12 adults in 94539 on may 2 at 6pm",
        own=[{**APRIL, "status": "completed", "date": "2025-09-20"}],
    )
    assert after.dialogue.name == whole


@pytest.mark.parametrize(
    ("text", "zip_code", "adults"),
    [
        ("it's nine five two oh two fourteen adults what would that cost", "95202", 14),
        ("nine four five three nine twelve people please", "94539", 12),
        ("zip nine five one one two, twenty two adults", "95112", 22),
    ],
)
def test_a_spoken_zip_ends_where_the_guests_begin(text: str, zip_code: str, adults: int) -> None:
    party = read(text, channel="phone").dialogue
    assert (party.zip, party.party.adults or party.party.unsplit) == (zip_code, adults)


@pytest.mark.parametrize(
    "text",
    [
        "may ninth, the second saturday",
        "the second saturday, may 9",
    ],
)
def test_a_weekday_beside_its_date_is_no_other_day(text: str) -> None:
    assert [day.isoformat() for day in read(f"12 adults in 94539 {text}").dialogue.dates] == ["2026-05-09"]


def test_a_refused_move_goes_to_the_day_that_was_offered() -> None:
    july = {**APRIL, "date": "2026-07-11", "time": "18:00"}
    before = read("move our july 11 party to the 18th", own=[july]).dialogue
    assert before.change == {"date": "2026-07-18"}
    after = read("ok the sunday then, the 19th. same time. move it", dialogue=before, own=[july]).dialogue
    assert after.change["date"] == "2026-07-19" and after.change.get("time", "18:00") == "18:00"
