"""Days, starts and places of a party, and the party that stands, as strangers told them: what is booked, asked and said."""

import pytest

from hibachi.concierge.turn import Contact
from tests.concierge.local.talk import Talk, party_on

STANDS = party_on("2026-03-14", "18:00", adults=12)
PLACE = "12 adults, 94541"


def _stands(*texts: str) -> Talk:
    talk = Talk(bookings=[dict(STANDS)])
    for text in texts:
        talk.say(text)
    return talk


@pytest.mark.parametrize(
    ("texts", "day", "at"),
    [
        (["can we push our mar 14 party from 6pm to 9pm? same day same everything", "yes 9pm please"], "2026-03-14", "21:00"),
        (["push it from 6pm to 9pm please", "yes"], "2026-03-14", "21:00"),
        (["can our start time go from 6:00 PM to 3:00 PM", "yes"], "2026-03-14", "15:00"),
        (["we need to bump the party back from 6 till 9", "yes"], "2026-03-14", "21:00"),
        (["same day just later, is 9 open?", "yes"], "2026-03-14", "21:00"),
        (["could everything be moved to 9 the same evening", "yes"], "2026-03-14", "21:00"),
        (["please move my party from 3/14 to 3/21 and from 6 to 3", "yes"], "2026-03-21", "15:00"),
        (["i want to cancel the 14th and book the 21st instead", "yes"], "2026-03-21", "18:00"),
        (["cancel march 14 and get us in on march 21 instead please", "yes"], "2026-03-21", "18:00"),
        (["is march 21 open? thinking about moving", "ok move it"], "2026-03-21", "18:00"),
        (["we need to reschedule to june, not sure which day yet", "june 13", "yes"], "2026-06-13", "18:00"),
        (["can we reschedule for free", "ok then june 13", "yes"], "2026-06-13", "18:00"),
        (["can we move to april 4", "same time yes"], "2026-04-04", "18:00"),
        (["can we move to march 21", "is there a fee for that?", "ok yes"], "2026-03-21", "18:00"),
        (["can we move to march 21", "is that free?", "yes"], "2026-03-21", "18:00"),
    ],
)  # fmt: skip
def test_a_move_in_other_words_is_made(texts: list[str], day: str, at: str) -> None:
    party = _stands(*texts).bookings[0]
    assert (party["date"], party["time"], party["adults"], party["status"]) == (day, at, 12, "confirmed")


@pytest.mark.parametrize("text", ["move our party? nov 14 or 15 both work", "move our party to nov 14 or the 15th, either one"])  # fmt: skip
def test_of_two_days_that_suit_one_is_asked(text: str) -> None:
    talk = Talk(bookings=[dict(STANDS)])
    answer = talk.say(text).text
    assert "November 14" in answer and "November 15" in answer
    assert talk.bookings[0]["date"] == "2026-03-14"


@pytest.mark.parametrize("text", ["we are now 15 and want to start at 3", "we're 15 now, start at 3"])
def test_a_count_beside_a_start_is_kept(text: str) -> None:
    party = _stands(text, "yes").bookings[0]
    assert (party["time"], party["adults"]) == ("15:00", 15)


def test_who_has_to_work_late_still_comes() -> None:
    party = _stands("my husband has to work till 5, so can we start at 9 instead of 6?", "yes").bookings[0]
    assert (party["time"], party["adults"]) == ("21:00", 12)


@pytest.mark.parametrize("text", ["we would have to pay the 200 fee right?", "do we have to pay the fee?", "is there a fee?"])  # fmt: skip
def test_the_fee_of_a_standing_party_is_that_of_a_move(text: str) -> None:
    talk = Talk(bookings=[dict(STANDS)])
    answer = talk.say(text).text
    assert "once for free" in answer and "200" in answer and "sure" not in answer


def test_both_parties_are_those_that_stand() -> None:
    talk = Talk(bookings=[dict(STANDS), party_on("2026-04-18", "15:00")])
    assert "March 14" in talk.say("add 3 people to both parties").text
    talk.say("the march one")
    talk.say("yes")
    assert [one["adults"] for one in talk.bookings] == [15, 12]


# -- who is known ------------------------------------------------------------------------------------------------


def _back(channel: str = "facebook") -> Talk:
    past = party_on("2025-07-18", status="completed", phone=None)
    return Talk(channel=channel, contact=Contact(handle="dana.ruiz", proven=True), bookings=[past])  # type: ignore[arg-type]


def test_a_returning_customer_is_asked_for_nothing_that_is_on_file() -> None:
    talk = _back()
    talk.say("You cooked for us last summer, best party ever! We want you again, April 11 at 3pm, 15 adults, but we moved to Tracy, 95376")  # fmt: skip
    assert "booked" in talk.say("yes please book it").text
    assert (talk.bookings[-1]["name"], talk.bookings[-1]["zip"]) == ("Dana Ruiz", "95376")


def test_a_second_party_is_under_the_name_of_the_first() -> None:
    talk = _stands("we want a second party on april 18 at 3pm for 12 adults in 94541", "yes book it", "yes")
    assert [(one["date"], one["name"]) for one in talk.bookings][-1] == ("2026-04-18", "Dana Ruiz")


def test_a_stranger_is_still_asked_for_a_name_and_a_contact() -> None:
    talk = Talk(channel="web_chat", contact=Contact())
    answer = talk.say("12 adults in 94541 on april 18 at 3pm, please book").text
    assert "phone number or email" in answer and not talk.bookings


# -- places ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("12 adults, 94041 mtn view, total?", "94041"),
        ("12 adults, 94124 hunters point, total?", "94124"),
        ("12 adults, 94112 crocker heights, total?", "94112"),
    ],
)
def test_a_zip_before_a_quarter_is_no_house_number(text: str, code: str) -> None:
    talk = Talk()
    talk.say(text)
    assert talk.dialogue.zip == code


@pytest.mark.parametrize("text", ["12 adults, 94536 niles canyon road", "12 adults, 12345 forest hill, fremont 94536"])
def test_a_house_number_stays_one(text: str) -> None:
    talk = Talk()
    talk.say(text)
    assert talk.dialogue.zip in (None, "94536") and talk.dialogue.zip != "12345"


@pytest.mark.parametrize("text", ["17 adults downtown sac 95814, how much", "17 people downtown, 95814"])
def test_guests_before_downtown_are_counted(text: str) -> None:
    talk = Talk()
    talk.say(text)
    assert (talk.dialogue.party.adults or talk.dialogue.party.unsplit) == 17


# -- days --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        ([f"{PLACE}. what dates do you have open in june?", "how about the 2nd saturday"], "2026-06-13"),
        ([f"{PLACE}, 2nd saturday at 6pm"], "2026-03-14"),
        ([f"{PLACE}, the first sunday at 6pm"], "2026-04-05"),
        (["do you have anything this weekend? 10 adults 94541", "next weekend then. sunday"], "2026-03-15"),
    ],
)
def test_the_nth_weekday_and_the_next_weekend(texts: list[str], day: str) -> None:
    talk = Talk()
    for text in texts:
        talk.say(text)
    assert [one.isoformat() for one in talk.dialogue.dates] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "plus my 3 lil cousins, theyre 6, 8 and 12",
        "7 x 55 is 385 though",
        "12 * 55 = 660 right?",
        "eh just the 12. new total?",
    ],
)
def test_sums_ages_and_counts_are_no_day_though_it_was_asked(text: str) -> None:
    talk = Talk()
    talk.say(PLACE)
    talk.say(text)
    assert not talk.dialogue.dates and talk.dialogue.time is None


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("my son turns 13 on the 20th, party on the 17th of april, 3pm. 9 adults and 6 kids, all 12, and him. 94546", "$705"),
        ("my son turns 13 on the 15th, party on the 17th of april, 3pm. 9 adults and 6 kids, all 12, and him. 94546", "$730"),
        ("11 adults and my daughter who turns 6 on may 5, party may 2, 94560", "$605"),
        ("11 adults and my daughter who turns 6 on april 28, party may 2, 94560", "$635"),
        ("11 adults and my daughter, she turns 6 the day after the party. may 2, 94560", "$605"),
        ("11 adults, my daughter is 5 but turns 6 on the day of the party. may 2 94560", "$635"),
    ],
)  # fmt: skip
def test_guests_are_as_old_as_on_the_day_of_the_party(text: str, total: str) -> None:
    assert total in Talk().say(text).text


def test_a_birthday_told_later_moves_no_party() -> None:
    talk = Talk()
    talk.say("11 adults and my daughter, may 2 6pm 94560")
    assert "$605" in talk.say("she turns 6 on may 5").text
    assert [one.isoformat() for one in talk.dialogue.dates] == ["2026-05-02"]


# -- names and money ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Jo March", "June Carter", "May Lin"])
def test_a_name_that_is_a_month_is_whole(name: str) -> None:
    talk = Talk()
    talk.say("june 6 6pm 12 adults 94541")
    assert f"for {name}." in talk.say(name).text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("can i pay by venmo? whats ur venmo name", "Venmo"),
        ("whats the zelle number", "Zelle"),
        ("whats your cashapp", "don't take Cash App"),
    ],
)
def test_a_way_to_pay_is_taken_or_not_before_its_handle(text: str, said: str) -> None:
    answer = Talk().say(text).text
    assert said in answer and "team" in answer


@pytest.mark.parametrize(
    "text",
    [
        "we got a ski place for New Year's, it's up in Truckee, zip 96161. Would one of your chefs come there?",
        "Could somebody come up to Truckee 96161 on May 2?",
    ],
)
def test_a_place_out_of_reach_is_a_persons_before_anybody_is_counted(text: str) -> None:
    talk = Talk()
    answer = talk.say(text)
    assert talk.escalated and "sure" not in answer.text and "information" not in answer.text


@pytest.mark.parametrize(
    ("texts", "at"),
    [
        (["i said NOT noon. 3"], "15:00"),
        (["noon", "i said NOT noon. 3"], "15:00"),
        (["noon", "sorry i meant 3 not noon"], "15:00"),
        (["noon", "not noon"], None),
        (["not 3, 6"], "18:00"),
        (["early afternoon so not noon"], "15:00"),
        (["afternoon, but not noon"], "15:00"),
        (["anything but noon"], None),
        (["i dont want noon"], None),
        (["6 oclock not 6 ppl"], "18:00"),
        (["i mean at 6, not 6 guests"], "18:00"),
        (["its not 6 people its 6 oclock"], "18:00"),
    ],
)
def test_a_start_that_is_turned_down_is_not_taken(texts: list[str], at: str | None) -> None:
    talk = Talk()
    talk.say("12 adults in 95112 on june 20")
    for text in texts:
        dialogue = talk.say(text).dialogue
    assert (dialogue.time.strftime("%H:%M") if dialogue.time else None) == at
    assert (dialogue.party.adults or dialogue.party.unsplit) == 12


@pytest.mark.parametrize(
    ("texts", "days"),
    [
        (["saturday at 6", "I meant the other saturday"], ["2026-03-14"]),
        (["saturday at 6", "not that saturday, the one after"], ["2026-03-14"]),
        (["next saturday", "i meant the other saturday"], ["2026-03-07", "2026-03-14"]),
        (["next saturday", "March 7", "sorry, i meant the other saturday"], ["2026-03-14"]),
        (["june 13 at 6", "i meant the other saturday"], ["2026-06-06", "2026-06-20"]),
        (["june 13 at 6", "not that saturday, the one before"], ["2026-06-06"]),
        (["june 13 at 6", "no not that saturday, the week after"], ["2026-06-20"]),
        (["june 13 at 6", "not that saturday"], []),
        (["june 13 at 6", "every other saturday works too"], ["2026-06-13"]),
    ],
)
def test_the_other_weekday_is_the_one_beside_it(texts: list[str], days: list[str]) -> None:
    talk = Talk()
    talk.say("12 adults in 95112")
    for text in texts:
        dialogue = talk.say(text).dialogue
    assert sorted(day.isoformat() for day in dialogue.dates) == days


@pytest.mark.parametrize(
    ("texts", "first", "last"),
    [
        (["its in september.", "week of the 14th"], "2026-09-14", "2026-09-20"),
        (["its in september. week of the 14th"], "2026-09-14", "2026-09-20"),
        (["its going to be september", "the second week"], "2026-09-08", "2026-09-14"),
        (["looking at october", "end of the month"], "2026-10-21", "2026-10-31"),
        (["sometime in september", "around the 20th"], "2026-09-20", "2026-09-20"),
        (["september", "the weekend of the 12th"], "2026-09-12", "2026-09-13"),
        (["september 12", "what about the weekend of the 19th"], "2026-09-19", "2026-09-20"),
        (["september 26", "what about the weekend of the 3rd"], "2026-10-03", "2026-10-04"),
    ],
)
def test_a_day_is_of_the_month_that_was_told_before(texts: list[str], first: str, last: str) -> None:
    talk = Talk()
    talk.say("12 adults in 95112")
    for text in texts:
        answer = talk.say(text)
    frame, days = answer.turn.reading.frame, sorted(answer.dialogue.dates)
    told = (days[0], days[-1]) if days else (frame.month, frame.month_last)
    assert tuple(str(one) for one in told) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "my brother flies in on the 24th",
        "my sister arrives june 24",
        "she gets here on the 24th of june",
        "theyre driving in on the 24th",
        "cousins are visiting from the 24th",
    ],
)
def test_when_somebody_arrives_is_no_day_of_the_party(text: str) -> None:
    talk = Talk()
    talk.say("12 adults in 95112")
    assert not talk.say(text).dialogue.dates


@pytest.mark.parametrize(
    ("text", "is_party"),
    [
        ("next week", False),
        ("friday", False),
        ("in a few days", False),
        ("maybe thursday evening", False),
        ("no need, i'll write you", False),
        ("we'd like june 20", True),
        ("june 20 at 6 would be the party", True),
    ],
)
def test_when_to_write_again_is_no_day_of_the_party(text: str, is_party: bool) -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults in 95112")
    asked = talk.say("let me think about it")
    answer = talk.say(text)
    assert "?" in asked.text and bool(answer.dialogue.dates) == is_party
    assert is_party or ("?" not in answer.text and "ready" in answer.text)
