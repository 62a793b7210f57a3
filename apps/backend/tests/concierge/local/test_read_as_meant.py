"""Kinds of misreading met in played conversations: numbers of a list, prices that look like guests, weather, extras on top."""

import pytest

from hibachi.concierge.understanding.parties import bands_of, counts_of
from hibachi.language.dictated import without_numbering
from tests.concierge.local.talk import PROFILE, Talk, party_on

PARTY = "12 adults, 94539"


def _guests(talk: Talk) -> int:
    party = talk.dialogue.party
    return (party.adults or 0) + (party.unsplit or 0)


@pytest.mark.parametrize(
    "numbered",
    [
        "could you tell me 1) the total, 2) if you have 6pm free, and 3) whether you bring tables?",
        "1. the total 2. is 6pm free? 3. do you bring tables",
        "(1) the total (2) is 6pm free (3) do you bring tables",
    ],
)
def test_the_numbers_of_a_list_are_no_hours_and_no_guests(numbered: str) -> None:
    talk = Talk(channel="web_chat")
    answer = talk.say(f"16 adults on Saturday, May 9 in 95032. {numbered}")
    assert _guests(talk) == 16
    assert talk.dialogue.time is not None and talk.dialogue.time.hour == 18, answer.text


@pytest.mark.parametrize("text", ["we are 2) sorry 12 adults", "10 adults, 3 kids. 2 lobster", "call 1) or 3) is fine"])
def test_what_is_no_list_keeps_its_numbers(text: str) -> None:
    assert without_numbering(text) == text


@pytest.mark.parametrize(
    ("words", "guests"),
    [
        ("no wait 27, forgot my inlaws", 27),
        ("sorry 14, i forgot the neighbors", 14),
        ("so if we invite 4 more couples it's still 550?", 20),
        ("so the total is still 660?", 12),
        ("and it's 660 all in?", 12),
        ("a friend was quoted 450 by another company, hm", 12),
    ],
)
def test_a_number_beside_a_counted_party(words: str, guests: int) -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults")
    answer = talk.say(words)
    assert _guests(talk) == guests and not answer.turn.reading.frame.dates, answer.text


@pytest.mark.parametrize(
    "words",
    [
        "Another hibachi company quoted me $45 a head. Match that price and we have a deal.",
        "I have a quote for 500 from someone else. If you do the same number I book today",
        "a competitor does 48 pp, can you give us the same price?",
    ],
)
def test_to_match_a_price_is_for_a_person(words: str) -> None:
    need = Talk(channel="web_chat").say(words).turn.reading.handover
    assert need is not None and need.kind == "discount"


@pytest.mark.parametrize(
    "words",
    [
        "The forecast for our day is rain. Will the chef still cook in the open yard?",
        "what if it's pouring that day, do you still cook outside?",
        "might be stormy, we have no patio cover. can he grill anyway?",
    ],
)
def test_cooking_in_bad_weather_is_answered_by_the_rule_for_rain(words: str) -> None:
    text = Talk(channel="web_chat").say(words).text
    assert "cover" in text and "don't know" not in text and "not sure" not in text


@pytest.mark.parametrize(
    "words",
    ["Is the tip for the chef already in that number?", "does that include gratuity?", "is the tip included in this total?"],
)  # fmt: skip
def test_whether_the_tip_is_in_the_price_is_told(words: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say(PARTY)
    assert "isn't part of the price" in talk.say(words).text


@pytest.mark.parametrize(
    "way",
    ["IN ADDITION to their two proteins, not instead", "on top of the two proteins", "as well as their 2 proteins", "as well as their two", "besides the two included proteins"],
)  # fmt: skip
def test_beside_the_proteins_that_are_included_is_a_portion_on_top(way: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say(f"13 adults, 95008. three of them want scallops {way}. total?")
    assert talk.dialogue.party.extra_proteins == {"scallops": 3} and not talk.dialogue.party.upgrades


@pytest.mark.parametrize("kind", ["plain chicken", "just steak", "regular shrimp", "grilled chicken"])
def test_a_third_protein_of_an_ordinary_kind_keeps_its_number(kind: str) -> None:
    talk = Talk(channel="web_chat")
    answer = talk.say(
        f"10 adults in 95060. four people want a third protein, {kind}. Could you tell me the full amount?"
    )
    assert list(talk.dialogue.party.extra_proteins.values()) == [4]
    assert "no information" not in answer.text


@pytest.mark.parametrize("words", ["do you guys speak english?", "can you speak english"])
def test_english_is_spoken(words: str) -> None:
    text = Talk(channel="web_chat").say(words).text
    assert "English" in text and "no information" not in text


def test_the_soonest_start_is_asked_for_once() -> None:
    talk = Talk(channel="sms")
    talk.say("need chef tmrw 6pm 10 ppl 94539")
    text = talk.say("ok what's the soonest then").text
    assert "March 6" in text and text.count("?") == 1


@pytest.mark.parametrize("words", ["Can we give the final number later?", "when do you need the exact head count?"])
def test_the_final_number_may_come_later(words: str) -> None:
    assert "24 hours" in Talk(channel="web_chat").say(f"We're 15 people. {words}").text


def test_a_question_about_a_diet_is_no_note_for_the_chef() -> None:
    talk = Talk(channel="email")
    talk.say("Please tell me the price for 12 adults in 94539 and whether vegetarian guests can be accommodated.")
    assert not talk.dialogue.dietary


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("we are me and my wife and our 3 children 5, 8, 14 and my brother family who is 4 (2 kids 3 and 6)", (4, 5)),
        ("me my wife and our 2 kids 4 and 6", (2, 2)),
        ("us 2 parents and his little sister (9)", (2, 1)),
        ("me, my husband and my brother (45)", (3, 0)),
    ],
)
def test_families_in_a_row(text: str, counts: tuple[int, int]) -> None:
    talk = Talk(channel="web_chat")
    talk.say(text)
    party = talk.dialogue.party
    assert (_guests(talk), len(party.ages)) == counts


def test_a_diet_that_is_asked_for_some_of_the_guests_is_noted_for_the_chef() -> None:
    talk = Talk(channel="web_chat")
    talk.say("Can you do vegan? 2 of our 10 guests")
    assert talk.dialogue.dietary == ("2 of our 10 guests: vegan",)
    answer = talk.say("great, book sat april 11, 6pm, zip 94539, Anna Lee")
    assert "Noted for the chef: 2 vegan guests." in answer.text and "10 adults" in answer.text


@pytest.mark.parametrize(
    "words",
    ["I was looking at 4/11 or 4/18, which one do you have at 6pm?", "do you have april 11 or april 18 open at 6pm?"],
)
def test_of_several_days_each_is_looked_up(words: str) -> None:
    talk = Talk(channel="web_chat")
    text = talk.say(words).text
    assert "April 11" in text and "April 18" in text and "open at 6 PM" in text
    later = talk.say("the later one. 15 adults 94539")
    assert later.dialogue.day is not None and later.dialogue.day.day == 18
    full = Talk(channel="web_chat", full={("2026-04-11", "18:00")})
    only = full.say(words).text
    assert "April 18" in only and "April 11 isn't" in only and "are open" not in only


@pytest.mark.parametrize(
    ("words", "guests"),
    [("and if my parents come too?", 12), ("my parents are joining too", 12), ("my sister and her boyfriend are coming too", 12)],
)  # fmt: skip
def test_who_joins_by_name_is_counted(words: str, guests: int) -> None:
    talk = Talk(channel="web_chat")
    talk.say("10 adults in 94555")
    answer = talk.say(words)
    assert _guests(talk) == guests and "$660" in answer.text


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("we'd be 9 adults, a 13 year old, a 7 year old and a baby", (10, 1, 1)),
        ("10 adults and four kids, their ages are uh three six nine and twelve", (10, 3, 1)),
        ("8 adults plus 3 kids 7-9", (8, 3, 0)),
    ],
)
def test_ages_in_a_row(text: str, counts: tuple[int, int, int]) -> None:
    talk = Talk(channel="phone")
    talk.say(text)
    found = counts_of(talk.dialogue.party, bands_of(PROFILE))
    assert found is not None and (found.adults, found.children, found.toddlers) == counts


@pytest.mark.parametrize(
    ("words", "says", "never"),
    [
        ("what if I need to cancel", "4 days", "level ground"),
        ("can I pay the deposit later?", "2 hours", "don't know"),
        ("heyy do u do 5/16", "May 16", "What can I do for you"),
    ],
)
def test_a_question_gets_its_answer_and_no_other(words: str, says: str, never: str) -> None:
    text = Talk(channel="web_chat").say(words).text
    assert says in text and never not in text


def test_ages_in_a_row_spell_no_zip_code_and_a_day_is_no_age() -> None:
    talk = Talk(channel="phone")
    talk.say("me and my husband and my three children and their spouses and five grandchildren")
    told = talk.say("the grandchildren are two four seven twelve and eighteen")
    assert told.dialogue.zip is None and told.turn.reading.handover is None
    found = counts_of(talk.dialogue.party, bands_of(PROFILE))
    assert found is not None and (found.adults, found.children, found.toddlers) == (9, 2, 2)
    on = Talk(channel="phone")
    for text in ("8 adults and 5 kids in 94566", "june thirteenth at three"):
        on.say(text)
    assert on.dialogue.day is not None and (on.dialogue.day.month, on.dialogue.day.day) == (6, 13)
    assert on.dialogue.time is not None and on.dialogue.time.hour == 15 and not on.dialogue.party.ages


@pytest.mark.parametrize("asks", ["august sometime, whats open?", "whats open in august?", "anything open in august"])
def test_a_month_is_answered_with_days_and_a_day_is_in_it(asks: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say("20 people")
    text = talk.say(asks).text
    assert text.count("August") >= 2 and "No problem" not in text
    then = talk.say("saturday 15th")
    assert then.dialogue.day is not None and (then.dialogue.day.month, then.dialogue.day.day) == (8, 15)


def test_guests_are_no_portions_of_the_dish_that_was_asked_about() -> None:
    talk = Talk(channel="web_chat")
    talk.say("can kids get lobster too")
    answer = talk.say("we're 8 adults 4 kids ages 6-11, zip 94588")
    assert "$560" in answer.text and not answer.dialogue.party.upgrades


@pytest.mark.parametrize("words", ["lobster instead of shrimp for 4", "swap shrimp for lobster for 4"])
def test_the_number_behind_a_swap_is_that_of_the_dish_that_comes(words: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say(PARTY)
    talk.say(words)
    assert talk.dialogue.party.upgrades == {"lobster_tail": 4}


@pytest.mark.parametrize(
    ("words", "says", "never"),
    [
        ("We'd like shrimp and steak for everyone, 12 people, is that extra?", "included", "no information"),
        ("and if someone doesn't show up do i still pay for them", "24 hours", "Kids"),
        ("Do I have to pay for the kids if they only eat rice?", "$30", "minimum"),
        ("tables?", "are yours", "Sorry"),
        ("tip?", "20", "Sorry"),
        ("how much 4 15", "$825", "How many"),
        ("yes hello this is margaret", "?", "go on"),
    ],
)
def test_short_and_plain_words_are_understood(words: str, says: str, never: str) -> None:
    text = Talk(channel="web_chat").say(words).text
    assert says in text and never not in text


def _talk(*lines: str, channel: str = "web_chat", **world: object) -> Talk:
    talk = Talk(channel=channel, **world)  # type: ignore[arg-type]
    for line in lines:
        assert talk.say(line).verdict.ok
    return talk


def test_a_corrected_day_keeps_the_month_of_the_one_before() -> None:
    day = _talk("i want to book for uh the ninth of may, no sorry the sixteenth", channel="phone").dialogue.day
    assert day is not None and (day.month, day.day) == (5, 16)


def test_the_week_after_is_that_of_the_day_that_is_talked_of() -> None:
    day = _talk("can you do saturday the 14th at 6?", "how about the week after").dialogue.day
    assert day is not None and (day.month, day.day) == (3, 21)


@pytest.mark.parametrize(
    "back",
    ["hmm go back to the first date, what else did you have", "back to the first day then", "let's go back to the original date"],
)  # fmt: skip
def test_back_to_the_first_date(back: str) -> None:
    talk = _talk("is june 20 9pm open for 18 people in 94566", "too late. sunday?", back)
    assert talk.dialogue.day is not None and talk.dialogue.day.day == 20 and talk.dialogue.time is None


def test_the_first_of_the_starts_is_no_first_date() -> None:
    talk = _talk("is june 20 9pm open for 18 people in 94566", "too late. sunday?", "the first one")
    assert talk.dialogue.day is not None and talk.dialogue.day.day == 21 and talk.dialogue.time is not None


def test_a_price_that_is_asked_at_the_summary_is_told() -> None:
    talk = _talk("dinner on Friday, March 20 at 6 for 16 people in Danville, 94526. Ellen Moss", channel="email")
    assert "$880" in talk.say("What would it cost?").text


def test_yes_hold_it_is_a_yes() -> None:
    talk = _talk("20 people 95035 june 6 6pm name Joel Park")
    assert "is booked" in talk.say("yes hold it").text


def test_a_cancellation_that_is_regretted_is_not_called_kept() -> None:
    talk = Talk(
        channel="sms", bookings=[party_on("2026-05-16", "18:00", adults=14), party_on("2026-06-27", "18:00", adults=12)]
    )
    for text in ("cancel the may party", "ok do it"):
        talk.say(text)
    answer = talk.say("no wait keep it")
    assert "no longer active" in answer.text and "stays" not in answer.text
    assert "May 16" in talk.say("yes").text


def test_a_sick_child_is_not_taken_off_the_party() -> None:
    talk = Talk(channel="sms", bookings=[party_on("2026-05-16", "18:00", adults=14)])
    answer = talk.say("my son got sick and im worried about the party")
    assert "sorry" in answer.text and "13 adults" not in answer.text


@pytest.mark.parametrize(("first", "then", "guests"), [("14 girls and 3 moms", "actually make it 15 girls", 18), ("3 moms and 14 girls", "sorry 12 girls", 15), ("14 girls and 3 adults", "make it 15 girls", 18), ("14 girls and 3 moms", "make it 4 moms", 18), ("20 friends and 4 coworkers", "18 friends", 22)])  # fmt: skip
def test_one_group_told_anew_leaves_the_others(first: str, then: str, guests: int) -> None:
    talk = _talk(f"{first} in 94538", then)
    assert _guests(talk) + (talk.dialogue.party.children or 0) == guests and not talk.dialogue.party.toddlers


def test_girls_told_anew_beside_their_mothers_are_the_children() -> None:
    party = _talk("14 girls and 3 moms in 94538", "actually make it 15 girls").dialogue.party
    assert (party.adults, party.children) == (3, 15)


def test_one_question_in_a_message() -> None:
    talk = _talk("ok its in carmel")
    assert talk.say("how much is travel there for 14 adults").text.count("ZIP") == 1


@pytest.mark.parametrize(
    ("lines", "says", "never"),
    [
        (("2 adults", "550 for two people?? lol"), "minimum", "know about"),
        (("2 adults", "could we invite another couple without paying more"), "4 adults", "know about"),
        ((PARTY, "what time is the party of the Millers on june 6?"), "other people", "Would you like me to book"),
        ((PARTY, "how long is that price good for"), "person", "Guests of 13"),
        (("22 people in 94540", "what days do you guys have in June"), "June 5", "What day in June"),
        (("hibachi for 13 in 94539", "when can u come"), "March", "And the date"),
        (("Where do I send the address?",), "here", "no information"),
        (("what's the address you need from me?",), "here", "level ground"),
        (("12 adults, 94539. filet for 3, 2 extra chicken", "now without the extra chicken"), "$675", "$695"),
        (("we are 18 with 6 kids (1, 3, 4, 6, 9, 11)",), "$750", "long way"),
        (("20 people 94538", "and how much if 5 are kids under 5"), "$825", "$1,100"),
        (("how much is it for 12? and for 12 + 4 kids (6-12)?", "the second"), "$780", "How many adults"),
        (("10 adults. My daughter (5) and my nephew (13) too. 94539", "oh and my daughter's friend, also 5"), "2 toddlers", "March"),
        (("we are 18 with 6 kids (1, 3, 4, 6, 9, 11)", "18 including kids"), "ZIP", "15 children"),
        (("If we book 15 but only 12 show up?",), "24 hours", "no information"),
        (("How does it compare to Benihana?",), "private show", "no information"),
    ],
)  # fmt: skip
def test_talks_go_on_as_a_person_would(lines: tuple[str, ...], says: str, never: str) -> None:
    text = _talk(*lines).answers[-1].text
    assert says in text and never not in text, text
