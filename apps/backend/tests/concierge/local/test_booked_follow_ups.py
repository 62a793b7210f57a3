"""A follow-up about a booked party is previewed at once, as the same typed change; a change that waits is asked about, agreed to or left."""

from typing import Any

import pytest

from tests.concierge.local.follow_ups import lines_of
from tests.concierge.local.talk import Talk, party_on

PLAIN = party_on("2026-04-11", "15:00")
YOUNG = party_on("2026-04-11", "15:00", children=2, total="720.00", balance="620.00")
LOBSTER = party_on("2026-04-11", "15:00", proteins={"upgrades": {"lobster_tail": 4}}, total="720.00", balance="620.00")
LATER = party_on("2026-05-17", "18:00", adults=20)
# fmt: off
CHANGES: tuple[tuple[dict[str, Any], dict[str, Any], str], ...] = (
    (PLAIN, {"adults": 14}, """
put 2 more on|we need 2 more spots|can u squeeze in 2 more|please add 2 to our party|our headcount changed to 14|My parents decided to come, so 14. What's the new total?
for april 11 we said 12 adults. two friends join us. What do we pay then? Please put them on.|how much would it be with 2 more? if its ok add them|can we be 14? also do we tip the chef
"""),
    (PLAIN, {"adults": 10}, "two can't make it|minus 2 please|down to 10|2 of our guests have covid, so 10|one couple canceled on us, can you change it to 10|can we drop to 10 people"),
    (PLAIN, {"children": 4}, "for Apr 11 we said 12 adults. The cousins bring 4 kids (6, 7, 9, 12). What do we pay then? Please put them on."),
    (PLAIN, {"date": "2026-04-18"}, "april 11 needs to become april 18|same time but april 18|the 11th doesnt work anymore, 18th?|april 18 would be better for us than the 11th"),
    (PLAIN, {"time": "18:00"}, "change the time to 6|6 instead of 3 please"),
    (YOUNG, {"children": 0}, "no kids after all|we got a sitter, so no kids|kids stay home|leave out the kids|remove the 2 kids"),
    (LOBSTER, {"protein_selections": {"salmon": 4}}, "swap the lobster for salmon, same 4 people|make the 4 lobsters salmon instead|can the lobster people have salmon instead"),
    (LOBSTER, {"protein_selections": {"lobster_tail": 3, "salmon": 1}}, """
swap 1 lobster for salmon|3 lobster and 1 salmon instead of 4 lobsters|my wife wants salmon instead of her lobster|switch one of the lobsters to salmon
hubby'd rather have salmon instead of his lobster. can u swap his|he wants salmon rather than his lobster
"""),
    (YOUNG, {"protein_selections": {"lobster_tail": 6, "filet_mignon": 6}}, """
i wanna do the 12 adults half lobster half filet|half lobster half filet for the adults|the grown ups: half lobster, half filet|half of the adults get lobster, the other half filet
"""),
    (YOUNG, {"protein_selections": {"filet_mignon": 5}}, """
filet only for the 5 at the head table|just the head table (that's 5) gets filet|filet only for the grown-ups at the head table, that is 5 people, the others stay with the steak
the kids dont need filet, so 5 filet|filet for the bridal party, so 5 people
my parents' table should get filet, that's 5 people, everybody else regular
"""),
    (LOBSTER, {"protein_selections": {"lobster_tail": 8}}, "double the lobster|4 more want lobster|add 4 more lobster"),
    (LOBSTER, {"protein_selections": {}}, "cancel the lobster|drop the lobster|we dont want the lobster anymore"),
)
# fmt: on


@pytest.mark.parametrize(
    ("party", "wanted", "line"), [(party, wanted, line) for party, wanted, lines in CHANGES for line in lines_of(lines)]
)
def test_exactly_what_was_said_is_previewed(party: dict[str, Any], wanted: dict[str, Any], line: str) -> None:
    answer = Talk(bookings=[dict(party)]).say(line)
    shown = next(call.arguments for call in reversed(answer.calls) if call.tool == "preview_change")
    told = {key: value for key, value in shown.items() if key != "booking_id" and value != party.get(key)}
    assert {key: value for key, value in told.items() if value or key in wanted} == wanted, answer.text
    assert answer.verdict.ok


def _asked() -> Talk:
    talk = Talk(bookings=[dict(PLAIN)])
    assert "$770" in talk.say("can you add 2 more adults to our party").text
    return talk


@pytest.mark.parametrize(
    ("line", "said"), [("and per person?", "$55"), ("what's left to pay then", "$670"), ("so 770 total?", "$770")]
)
def test_a_question_about_the_preview_is_answered_and_the_change_stays_asked(line: str, said: str) -> None:
    talk = _asked()
    assert said in talk.say(line).text
    assert talk.dialogue.pending is not None and talk.dialogue.pending.kind == "change"
    talk.say("yes please")
    assert talk.bookings[0]["adults"] == 14


@pytest.mark.parametrize("line", ["ok ill let u know, leave it for now", "nvm keep it at 12", "lets not", "leave it at 12"])  # fmt: skip
def test_a_change_that_is_left_leaves_the_party(line: str) -> None:
    talk = _asked()
    talk.say(line)
    assert talk.bookings[0]["adults"] == 12 and talk.dialogue.pending is None


@pytest.mark.parametrize("line", ["yes, add the 2 adults", "yes add them", "yes 14"])
def test_a_yes_that_tells_the_change_again_is_a_yes(line: str) -> None:
    talk = _asked()
    talk.say(line)
    assert talk.bookings[0]["adults"] == 14


@pytest.mark.parametrize("line", ["no wait only 3", "actually 3 more", "sorry 3 more not 2", "make it 3"])
def test_so_many_rather_join(line: str) -> None:
    assert "15 adults" in _asked().say(line).text


@pytest.mark.parametrize("line", ["cancel the second", "cancel the second one", "scrap the second party", "cancel the later one"])  # fmt: skip
def test_of_two_parties_one_is_named_by_its_order(line: str) -> None:
    answer = Talk(bookings=[dict(PLAIN), dict(LATER)]).say(line)
    assert [call.arguments["booking_id"] for call in answer.calls if call.tool == "preview_cancel"] == [LATER["id"]]


@pytest.mark.parametrize("line", ["the smaller", "1st", "the one with 12", "the first please"])
def test_which_of_two_is_answered_by_size_or_place(line: str) -> None:
    talk = Talk(bookings=[dict(PLAIN), dict(LATER)])
    talk.say("add 2 more people")
    shown = [call.arguments for call in talk.say(line).calls if call.tool == "preview_change"]
    assert [(one["booking_id"], one["adults"]) for one in shown] == [(PLAIN["id"], 14)]


@pytest.mark.parametrize(
    "line", ["make it 3", "no wait, make that 3", "actually do 3 of them instead", "hm let's do 3 please"]
)
def test_another_number_is_of_the_swap_that_was_shown(line: str) -> None:
    talk = Talk(bookings=[dict(LOBSTER)])
    talk.say("swap 1 of the lobster for filet")
    answer = talk.say(line)
    shown = next(call.arguments for call in reversed(answer.calls) if call.tool == "preview_change")
    assert shown["protein_selections"] == {"lobster_tail": 1, "filet_mignon": 3} and "adults" not in shown, answer.text
