"""Changes of a party that exists, as people tell them over turns: the day that is meant, who comes, what is paid when."""

from datetime import date, time, timedelta

import pytest

from hibachi.kit.clock import instant_of
from tests.concierge.local.talk import ZONE, Talk, party_on

JUNE = party_on("2026-06-13", "15:00", adults=16)
MAY = party_on("2026-05-16", "18:00", adults=14)


def _with(*parties: dict[str, object], **more: object) -> Talk:
    return Talk(bookings=[dict(one) for one in parties], **more)  # type: ignore[arg-type]


def _party(talk: Talk) -> tuple[str, str, int, int, int]:
    one = talk.bookings[0]
    return one["date"], one["time"], one["adults"], one["children"], one["toddlers"]


@pytest.mark.parametrize(
    ("texts", "day", "at"),
    [
        (["can we move our party to the 20th", "yes"], "2026-06-20", "15:00"),
        (["move our party to the 28th, same time please", "yes do it"], "2026-06-28", "15:00"),
        (["could the chef come Saturday the 27th instead", "yes that works"], "2026-06-27", "15:00"),
        (["we'd like july 4 for our party", "actually the 11th", "yes"], "2026-07-11", "15:00"),
        (["can our party be on july 4?", "or rather the 5th", "yes"], "2026-07-05", "15:00"),
        (["is the 20th still free for us?", "ok 6pm on the 20th then", "yes"], "2026-06-20", "18:00"),
        (["is 6pm still possible for us", "yes do it"], "2026-06-13", "18:00"),
        (["we don't need the 3pm any more, 9pm is better", "yes"], "2026-06-13", "21:00"),
        (["we have to move to july. what's free?", "18", "6", "yes"], "2026-07-18", "18:00"),
        (["we'd like to bring our party forward by one day", "yes"], "2026-06-12", "15:00"),
        (["please drop the date back by 2 weeks", "yes"], "2026-06-27", "15:00"),
        (["is the saturday after that free? then move us", "yes"], "2026-06-20", "15:00"),
        (
            ["thinking of moving to july, which weekends do you have?", "the 11th", "same time", "yes"],
            "2026-07-11",
            "15:00",
        ),
        (["we might have to cancel, could we do it later instead?", "the 27th", "yes"], "2026-06-27", "15:00"),
    ],
)
def test_a_day_without_a_month_is_next_to_the_party(texts: list[str], day: str, at: str) -> None:
    talk = _with(JUNE)
    for text in texts:
        talk.say(text)
    assert _party(talk)[:2] == (day, at)


@pytest.mark.parametrize(
    "texts",
    [
        [
            "our party is on the 14th of June, right? could it start at 6pm?",
            "oh the 13th of course. yes, 6pm on the 13th",
        ],
        ["move our party to june 20", "no wait, keep it on the 13th and only make it 6pm"],
        ["move our party to june 20 at 6pm", "yes but on the 13th please, at 6"],
    ],
)
def test_a_yes_that_names_another_day_changes_nothing_but_shows_it_anew(texts: list[str]) -> None:
    talk = _with(JUNE)
    for text in texts:
        answer = talk.say(text)
    assert "change_booking" not in answer.tools and _party(talk)[:2] == ("2026-06-13", "15:00")
    talk.say("yes")
    assert _party(talk)[:2] == ("2026-06-13", "18:00")


@pytest.mark.parametrize(
    ("text", "guests"),
    [
        ("one more is coming so seventeen instead of sixteen", (17, 0, 0)),
        ("we'll be 14 adults and 2 kids (7, 9) instead of 16 adults", (14, 2, 0)),
        ("two of our guests can't make it so we're 14", (14, 0, 0)),
        ("my cousin brings her kids along, 4 and 9", (16, 1, 1)),
        ("two little ones are coming too, 2 and 3 years old. does it cost more?", (16, 0, 2)),
        ("3 more people are joining us", (19, 0, 0)),
        ("can we reduce it to 12 people", (12, 0, 0)),
        ("what if only 14 show up", (14, 0, 0)),
        ("no wait, 15 not 16 people", (15, 0, 0)),
        (
            "unfortunately four of our guests have cancelled, so we will be twelve. how does that change the price?",
            (12, 0, 0),
        ),
    ],
)
def test_who_comes_and_who_stays_away_is_told_of_the_party_one_has(text: str, guests: tuple[int, int, int]) -> None:
    talk = _with(JUNE)
    assert "preview_change" in talk.say(text).tools
    talk.say("yes please")
    assert _party(talk)[2:] == guests


@pytest.mark.parametrize(
    "text",
    [
        "i'd like to pay the rest on friday, is that ok?",
        "we'll send the balance tomorrow",
        "can i settle the rest next week",
        "my husband will pay what's left on the day",
    ],
)
def test_when_the_rest_is_paid_moves_no_party_and_asks_for_no_new_one(text: str) -> None:
    talk = _with(MAY)
    answer = talk.say(text)
    assert "$670" in answer.text and "preview_change" not in answer.tools and "ZIP" not in answer.text
    assert talk.bookings == [MAY]


def test_a_day_that_is_not_the_one_booked_is_never_called_so() -> None:
    said = _with(JUNE).say("just to confirm, our party is on june 20").text
    assert "June 13" in said and "Yes" not in said


def test_the_smaller_of_two_parties_is_meant_by_its_size() -> None:
    talk = _with(MAY, JUNE)
    talk.say("cancel the smaller one")
    talk.say("yes")
    assert [one["status"] for one in talk.bookings] == ["cancelled", "confirmed"]


def test_dishes_and_a_new_place_are_told_of_the_party_one_has() -> None:
    talk = _with(MAY)
    talk.say("we would like everyone to have filet mignon")
    assert "$840" in talk.say("yes please").text
    talk.say("our venue changed, new address 12 Oak St, San Jose 95112")
    assert "95112" in talk.answers[-1].text and "preview_change" in talk.answers[-1].tools


def test_a_full_day_is_asked_further_and_another_start_of_it_taken() -> None:
    talk = _with(MAY, full={("2026-05-23", "18:00")})
    talk.say("can we have it on may 23 instead?")
    assert "3 PM" in talk.say("what else is open that day?").text
    talk.say("3pm then")
    talk.say("yes")
    assert _party(talk)[:2] == ("2026-05-23", "15:00")


def test_what_comes_back_is_told_while_a_cancellation_waits() -> None:
    talk = _with(MAY)
    talk.say("i need to cancel our may party")
    assert "$100" in talk.say("how much would i get back").text
    assert talk.bookings[0]["status"] == "confirmed"


def test_another_name_on_a_booking_is_for_the_team_and_sells_nothing() -> None:
    talk = _with(MAY)
    answer = talk.say("please put it under my wife's name, Carla Ruiz")
    assert "team" in answer.text and "ZIP" not in answer.text


@pytest.mark.parametrize("dish", ["lobster tails", "salmon"])
def test_a_bare_number_after_a_dish_is_so_many_of_it(dish: str) -> None:
    talk = _with(MAY)
    talk.say(f"can you add 4 {dish} to our party")
    talk.say("make it 6")
    answer = talk.say("yes")
    assert "change_booking" in answer.tools
    changed = next(call.arguments for call in answer.calls if call.tool == "change_booking")
    assert list(changed["protein_selections"].values()) == [6] and "adults" not in changed
    assert _party(talk)[2] == 14


def test_a_bare_number_beyond_the_guests_counts_the_guests() -> None:
    talk = Talk()
    talk.say("10 adults, 94538, 2 salmon")
    assert "14 adults" in talk.say("make it 14").text


@pytest.mark.parametrize(
    ("texts", "total"),
    [
        (["10 adults 94538", "with 2 salmon", "make it 4"], "$570"),
        (["10 adults 94538", "is edamame included?", "add 3"], "$565"),
        (["13 adults 94538", "w 3 lobster", "w/o the lobster but 2 gyoza"], "$735"),
        (["12 adults 94538", "nvm make that 14"], "$770"),
        (["20 adults 94538 and 4 extra orders of chicken"], "$1,140"),
    ],
)
def test_variants_of_a_price_follow_one_another(texts: list[str], total: str) -> None:
    talk = Talk()
    for text in texts:
        answer = talk.say(text)
    assert total in answer.text


def test_a_party_of_tomorrow_is_moved_by_its_own_day() -> None:
    now = instant_of(date(2026, 6, 12) - timedelta(days=3), time(10), ZONE)
    talk = _with(JUNE, now=now)
    talk.say("can we do the 21st instead, and 2 more people")
    talk.say("yes")
    assert _party(talk)[:3] == ("2026-06-21", "15:00", 18)


SUITS_BETTER = [
    "we have booked you for 6 in the evening on Saturday the 14th of March. As lots of children will be there, 3 in the afternoon would suit us better. Is it possible to start then?",
    "3 pm would suit us better than 6",
]


@pytest.mark.parametrize("said", SUITS_BETTER)
def test_a_start_that_suits_better_is_wished_and_no_child_is_three(said: str) -> None:
    answer = Talk(bookings=[party_on("2026-03-14")]).say(said)
    assert "start at 3 PM instead" in answer.text and answer.dialogue.change == {"time": "15:00"}


def test_a_place_beside_the_own_one_is_where_it_moves() -> None:
    talk = Talk(bookings=[party_on("2026-03-14")])
    answer = talk.say(
        "so our march 14 party wont be in 94539 but in oakland, zip 94611. does that make the price different?"
    )
    assert "$670" in answer.text
    assert "94611" in talk.say("alright thats fine, please change it").text


@pytest.mark.parametrize(
    "said",
    [
        "push our party to the saturday after october seventeenth same time",
        "can you move our party to the saturday after the 17th",
    ],
)
def test_the_saturday_after_is_the_day_that_is_named_with_it(said: str) -> None:
    assert Talk(bookings=[party_on("2026-10-10")]).say(said).dialogue.change["date"] == "2026-10-17"


def test_what_stays_is_named_when_the_other_party_goes() -> None:
    talk = Talk(bookings=[party_on("2026-07-11"), party_on("2026-09-05")])
    answer = talk.say(
        "I'm afraid we have to cancel the one on July 11. Could you tell me how it works with the deposit then?"
    )
    assert "September 5 at 6 PM stays" in answer.text and "private hibachi chef" not in answer.text
    assert "Take a breath" not in answer.text


@pytest.mark.parametrize(
    ("said", "proposed"),
    [
        ("party next friday, can we add 2 people", "would be for 14 adults."),
        ("for next friday: can we start at 3 instead", "Friday, March 13 at 6 PM would start at 3 PM instead."),
        ("can you move next friday's party to 9pm?", "Friday, March 13 at 6 PM would start at 9 PM instead."),
        ("party next friday. we're switching it to my brothers backyard, 2240 Quimby Rd, same zip. can u update the address", "booking"),
        ("we're moving the party next friday to my moms house at 88 Elm Ave same zip", "booking"),
        ("can we move it to next friday", "would move to Friday, March 6 at 6 PM."),
    ],
)  # fmt: skip
def test_of_two_fridays_the_party_is_on_its_own(said: str, proposed: str) -> None:
    talk = _with(party_on("2026-03-13", "18:00"))
    answer = talk.say(said)
    assert proposed in answer.text
    assert ("March 6" in answer.text) == ("March 6" in proposed)
