"""A start or a day told against what is planned or was offered: which one it is, and that nothing else moves."""

from datetime import date, time

import pytest

from hibachi.concierge.understanding.parties import bands_of, counts_of
from hibachi.concierge.understanding.schemas import Dialogue, Opening

from .test_reading import PROFILE, read

STARTS = [
    ("around 6", "18:00"), ("6ish", "18:00"), ("sixish", "18:00"), ("6 or so", "18:00"), ("around dinner time", "18:00"), ("dinner time", "18:00"),
    ("dinnertime works", "18:00"), ("quarter past six", "18:15"), ("noonish", "12:00"), ("the later one", "21:00"),
    ("the last one", "21:00"), ("lets do the last one", "21:00"), ("the first one", "12:00"), ("first one works", "12:00"),
    ("the earliest one", "12:00"), ("the latest", "21:00"), ("the latest you have", "21:00"), ("the earliest please", "12:00"),
    ("second one", "15:00"), ("the second", "15:00"), ("let's go with the third", "18:00"), ("i'll take the third one", "18:00"), ("the 3rd", "18:00"),
    ("the 6 one", "18:00"), ("the 6pm slot", "18:00"), ("the six o'clock", "18:00"), ("3", "15:00"), ("3 works", "15:00"), ("three", "15:00"),
    ("3 pls", "15:00"), ("lets say 3", "15:00"), ("noon", "12:00"), ("lunch", "12:00"), ("lunch time", "12:00"), ("at lunch", "12:00"),
    ("9 is good", "21:00"), ("nine", "21:00"), ("late one, 9", "21:00"), ("12", "12:00"), ("12 noon", "12:00"), ("afternoon, 3", "15:00"),
    ("mid afternoon", "15:00"), ("evening", "18:00 21:00"), ("in the evening", "18:00 21:00"), ("6 in the evening", "18:00"), ("six pm", "18:00"),
    ("6 p.m.", "18:00"), ("6:00", "18:00"), ("1800", "18:00"), ("18:00", "18:00"), ("18h", "18:00"), ("um six i guess", "18:00"),
    ("uh let's do uh three o'clock", "15:00"), ("six would be perfect", "18:00"), ("we'd prefer 6", "18:00"), ("6 if possible", "18:00"),
    ("can we do 6?", "18:00"), ("is 6 ok?", "18:00"), ("6 sounds good to me", "18:00"), ("six-ish", "18:00"), ("3-ish", "15:00"),
    ("half past 5", "17:30"), ("5:30", "17:30"), ("the middle of the afternoon", "15:00"), ("not 3 but 6", "18:00"), ("6 not 3", "18:00"),
    ("3, no wait, 6", "18:00"), ("3pm. actually 6pm", "18:00"), ("whichever, 6 i guess", "18:00"), ("the one at six", "18:00"), ("option 3", "18:00"),
    ("#2", "15:00"), ("2nd slot", "15:00"), ("last slot", "21:00"), ("the late slot", "21:00"), ("the nine pm one", "21:00"),
    ("6pm works for 12 of us", "18:00"), ("6pm for 12", "18:00"),
]  # fmt: skip
MOVES = [
    ("make it 3 instead", "2026-03-14 15:00 12 94539"), ("can we do 3 instead of 6", "2026-03-14 15:00 12 94539"),
    ("make it 14 people and 3pm, not 6", "2026-03-14 15:00 14 94539"), ("3pm and 14 people", "2026-03-14 15:00 14 94539"),
    ("14 adults, 3pm", "2026-03-14 15:00 14 94539"), ("sorry 14 people, and 3 o'clock", "2026-03-14 15:00 14 94539"),
    ("oh and it's 14 people not 12, and noon instead of 6", "2026-03-14 12:00 14 94539"),
    ("actually the 15th and 14 people", "2026-03-15 18:00 14 94539"), ("the 15th, not the 14th, and 3pm", "2026-03-15 15:00 12 94539"),
    ("not the 14th but the 15th", "2026-03-15 18:00 12 94539"), ("the 15th instead of the 14th", "2026-03-15 18:00 12 94539"),
    ("a day later", "2026-03-15 18:00 12 94539"), ("one day later please", "2026-03-15 18:00 12 94539"),
    ("a day earlier", "2026-03-13 18:00 12 94539"), ("the day before", "2026-03-13 18:00 12 94539"), ("the day after", "2026-03-15 18:00 12 94539"),
    ("next day instead", "2026-03-15 18:00 12 94539"), ("the following day", "2026-03-15 18:00 12 94539"),
    ("same time next day", "2026-03-15 18:00 12 94539"), ("same time the week after", "2026-03-21 18:00 12 94539"),
    ("a week later", "2026-03-21 18:00 12 94539"), ("the week after", "2026-03-21 18:00 12 94539"),
    ("the following saturday", "2026-03-21 18:00 12 94539"), ("the saturday after", "2026-03-21 18:00 12 94539"),
    ("two weeks later", "2026-03-28 18:00 12 94539"), ("push it two weeks", "2026-03-28 18:00 12 94539"),
    ("push it back a week", "2026-03-21 18:00 12 94539"), ("the sunday instead", "2026-03-15 18:00 12 94539"),
    ("sunday the 15th instead", "2026-03-15 18:00 12 94539"), ("sunday rather than saturday", "2026-03-15 18:00 12 94539"),
    ("friday instead", "2026-03-13 18:00 12 94539"), ("friday the 13th then", "2026-03-13 18:00 12 94539"), ("the 21st", "2026-03-21 18:00 12 94539"),
    ("actually the twenty first", "2026-03-21 18:00 12 94539"), ("wait i meant march 21", "2026-03-21 18:00 12 94539"),
    ("march 21st not 14th", "2026-03-21 18:00 12 94539"), ("not march, april 14", "2026-04-14 18:00 12 94539"),
    ("april 18 at noon", "2026-04-18 12:00 12 94539"), ("3/21 at 3", "2026-03-21 15:00 12 94539"), ("3/21 3pm 15 adults", "2026-03-21 15:00 15 94539"),
    ("3 hours earlier", "2026-03-14 15:00 12 94539"), ("three hours later", "2026-03-14 21:00 12 94539"),
    ("bring it forward to noon", "2026-03-14 12:00 12 94539"), ("move it up to 3", "2026-03-14 15:00 12 94539"),
    ("push it to 9", "2026-03-14 21:00 12 94539"), ("15 adults on the 21st at 3pm in 95112", "2026-03-21 15:00 15 95112"),
    ("zip is 95112 not 94539, and 13 adults", "2026-03-14 18:00 13 95112"), ("95112. and 3pm", "2026-03-14 15:00 12 95112"),
    ("make it 13 and the 15th", "2026-03-15 18:00 13 94539"), ("13 adults not 12, march 21 not 14", "2026-03-21 18:00 13 94539"),
    ("scratch that, 13 people at 3pm", "2026-03-14 15:00 13 94539"), ("change it to 3", "2026-03-14 15:00 12 94539"),
]  # fmt: skip


def _planned() -> Dialogue:
    """Twelve adults on Saturday, March 14."""
    return read("quote for 12 adults in 94539 on sat march 14").dialogue.model_copy(
        update={"quoted": True, "goal": "booking"}
    )


@pytest.mark.parametrize(("text", "starts"), STARTS)
def test_a_start_that_was_asked_for(text: str, starts: str) -> None:
    offered = tuple(Opening(date="2026-03-14", time=at) for at in ("12:00", "15:00", "18:00", "21:00"))
    before = _planned().model_copy(update={"expecting": ("time",), "offered": offered})
    after = read(text, dialogue=before).dialogue
    found = {after.time} if after.time else set(after.time_choices)
    said = {time.fromisoformat(at) for at in starts.split()}
    assert found and found <= said and (len(said) == 1) == (len(found) == 1), found
    counts = counts_of(after.party, bands_of(PROFILE))
    assert (after.day, counts and counts.total) == (date(2026, 3, 14), 12)


@pytest.mark.parametrize(("text", "expected"), MOVES)
def test_a_move_of_what_is_planned(text: str, expected: str) -> None:
    after = read(text, dialogue=_planned().model_copy(update={"time": time(18), "expecting": ("contact",)})).dialogue
    counts = counts_of(after.party, bands_of(PROFILE))
    assert f"{after.day} {after.time:%H:%M} {counts and counts.total} {after.zip}" == expected


@pytest.mark.parametrize(
    "text",
    [
        "can the chef come an hour earlier to set up?",
        "can we pay the deposit a week later?",
        "what about leftovers the next day",
        "i'll let you know a day later",
    ],
)
def test_a_step_of_something_else_moves_nothing(text: str) -> None:
    after = read(text, dialogue=_planned().model_copy(update={"time": time(18)})).dialogue
    assert (after.day, after.time) == (date(2026, 3, 14), time(18))


@pytest.mark.parametrize(
    ("first", "then", "start", "guests"),
    [
        ("what time is it again?", "change it to 9", "21:00", 12),
        ("6pm", "make it 9", "21:00", 12),
        ("we're 12 not 11", "make it 9", "18:00", 9),
        ("any discount for 15", "push it to 9", "21:00", 12),
    ],
)
def test_a_bare_number_is_what_was_talked_of(first: str, then: str, start: str, guests: int) -> None:
    talked = read(first, dialogue=_planned().model_copy(update={"time": time(18)})).dialogue
    after = read(then, dialogue=talked.model_copy(update={"party": _planned().party})).dialogue
    counts = counts_of(after.party, bands_of(PROFILE))
    assert after.time is not None and f"{after.time:%H:%M} {counts and counts.total}" == f"{start} {guests}"
