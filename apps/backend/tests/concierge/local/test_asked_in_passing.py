"""What customers ask and tell in passing, in whole conversations: parts of a price, limits, leftovers, errands; by kinds."""

import re

import pytest

from tests.concierge.local.talk import Talk, party_on

FAR = "how much for 13 adults in 94945"


def _said(*lines: str, channel: str = "web_chat", bookings: tuple[dict[str, object], ...] = ()) -> Talk:
    talk = Talk(channel=channel, bookings=[dict(one) for one in bookings])  # type: ignore[arg-type]
    for line in lines:
        talk.say(line)
    return talk


def _last(*lines: str, channel: str = "web_chat") -> str:
    return _said(*lines, channel=channel).answers[-1].text


@pytest.mark.parametrize(
    "question",
    [
        "how'd you come up with that?",
        "how did u get to that number",
        "walk me through the math",
        "And what portion of that is the driving?",
        "what part of it is gas",
        "how much of that is for the trip",
        "why's travel so much",
    ],
)
def test_a_price_and_its_part_for_the_way_are_explained(question: str) -> None:
    assert "$76" in _last(FAR, question)


@pytest.mark.parametrize(
    "question",
    [
        "what's the latest i can book like how many days ahead do you need",
        "how close to the date can we still reserve",
        "do you need 2 days notice or more",
        "is there a cut off for booking",
    ],
)
def test_how_late_one_can_book(question: str) -> None:
    assert "48 hours" in _last(question)


@pytest.mark.parametrize(
    "question",
    [
        "If someone wants salmon, or lobster, in place of a regular protein, what do those each add?",
        "salmon and lobster, how much extra is each?",
    ],
)
def test_two_dishes_in_one_question_are_both_priced(question: str) -> None:
    text = _last(question)
    assert "$5 " in text and "$15 " in text


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        ("price for 10 adults AND the price for 15 adults? 94568, not sure on rsvps", ("$550", "$825")),
        ("12 adults vs 15 adults in 94568, what's each cost", ("$660", "$825")),
    ],
)
def test_two_sizes_in_one_question_are_both_priced(question: str, amounts: tuple[str, str]) -> None:
    text = _last(question)
    assert all(amount in text for amount in amounts)


@pytest.mark.parametrize(
    ("second", "total"),
    [
        ("two of them might bail. whats 17 look like", "$935"),
        ("if 2 ppl drop out does it get cheaper", "$935"),
        ("so better invite more. what about 20 then", "$1,100"),
        ("could my parents and my in laws have the lobster tail so that's four of them", "$1,105"),
        ("lobster tail for every single person. new total?", "$1,330"),
        ("lobster 5 of them", "$1,120"),
        ("gyoza instead, 12", "$1,165"),
    ],
)
def test_another_size_or_dish_of_the_party_is_priced(second: str, total: str) -> None:
    talk = _said("19 grown men and women, 95035, how much?", second)
    assert total in talk.answers[-1].text and not talk.escalated


@pytest.mark.parametrize(
    "text",
    ["My wife says the regular menu is plenty", "just the plain price then please", "let's stick with the basic"],
)
def test_the_plain_menu_takes_the_upgrades_off(text: str) -> None:
    talk = _said("15 adults in 94403, lobster tail for everyone", text)
    assert talk.dialogue.party.upgrades == {}


def test_a_number_after_a_number_is_the_last_one() -> None:
    talk = _said("16 adults, 94022", "no 17", "argh, my cousin cancelled, 16 again!! plus one kid of 11. price?")
    assert "$910" in talk.answers[-1].text


@pytest.mark.parametrize("errand", ["Thank you, I'll talk to her tonight.", "let me ask my wife tomorrow", "k ill ask in the group chat"])  # fmt: skip
def test_the_day_of_an_errand_is_no_day_of_a_party(errand: str) -> None:
    talk = _said("15 adults in 94403, how much", errand)
    assert talk.dialogue.dates == () and "check_availability" not in talk.answers[-1].tools


def test_two_days_that_somebody_is_torn_between_are_a_choice() -> None:
    text = _last("torn between saturday october tenth and saturday october seventeenth, 18 adults in 94025")
    assert "October 10" in text and "October 17" in text and "October 11" not in text


def test_a_child_that_was_asked_about_is_counted_by_a_pronoun() -> None:
    text = _last("is my four year old free or do i pay for him", "oh great so eleven adults and him, 95008")
    assert "1 toddler" in text


def test_exactly_the_same_again_takes_the_guests_and_the_place_of_the_last_party() -> None:
    last = party_on("2025-07-11", status="completed", adults=14, children=3, zip="94568")
    talk = _said("you cooked for us last summer, exactly the same again on june 6 at 15:00?", bookings=(last,))
    assert "$860" in talk.answers[-1].text


def test_a_follow_up_to_a_diet_goes_on_with_it() -> None:
    text = _last("does the fried rice have egg in it?", "and the yum yum sauce?")
    assert "egg" in text and "not sure" not in text


@pytest.mark.parametrize(
    "text",
    [
        "The taco truck my neighbor hired was a fraction of that. Not sure I see why yours is worth it.",
        "hm, other caterers are way less",
        "why would we pay that much",
    ],
)
def test_doubts_about_the_price_are_answered_with_what_it_holds(text: str) -> None:
    answer = _said("15 adults at 94403", text).answers[-1].text
    assert "chef" in answer and "grill" in answer


@pytest.mark.parametrize(
    "text",
    [
        "I'd like the menu designed specially for us, none of your standard items",
        "could you put together a menu just for us",
        "we want a seven course dinner",
    ],
)
def test_a_menu_of_their_own_is_a_persons(text: str) -> None:
    assert _said(text).escalated


def test_a_party_that_would_grow_too_large_is_a_persons() -> None:
    talk = _said("eight more adults for our june 20 party, so thirty three", bookings=(party_on("2026-06-20", adults=25),))  # fmt: skip
    assert talk.escalated and talk.bookings[0]["adults"] == 25


def test_gracias_after_a_booking_is_thanks() -> None:
    talk = _said("12 adults at 94536 on may 30 at 6pm, book it, Mia Torres 510-555-0188", "yes", "muchas gracias!")
    assert talk.bookings and not talk.escalated and talk.dialogue.pending is None


@pytest.mark.parametrize("text", ["we had a death in the family so june 20 is off", "my grandma passed last night, we can't do june 20"])  # fmt: skip
def test_a_death_is_met_with_a_kind_word(text: str) -> None:
    answer = _said(text, bookings=(party_on("2026-06-20"),)).answers[-1].text.lower()
    assert "sorry" in answer or "condolences" in answer


def test_a_refused_reply_is_said_in_other_words() -> None:
    talk = _said(
        "move our june 20 party to july 11, same time", "yes go ahead", channel="email", bookings=(party_on("2026-06-20", adults=16),)
    )  # fmt: skip
    assert talk.bookings[0]["date"] == "2026-07-11" and all(answer.verdict.ok for answer in talk.answers)


def test_a_long_answer_never_costs_a_summary_its_total() -> None:
    text = _last(
        "Leonard Vasquez here. reserve saturday october 24, 3 pm, 16 adults in 95118. what's on the menu and what's the deposit",
        channel="sms",
    )
    assert "$880" in text


WAY = "how much for travel to Davis 95616?"
FEW = "5 adults in 94536, price?"
PLAIN = "price for 17 adults in 94402?"
COACHED = [
    (("before i book, suppose i need to cancel later on how does that work",), r"4 days", r"private hibachi chef"),
    (("hi, how does it work with the travel fee?",), r"30 miles", r"private hibachi chef"),
    (("how does this work?",), r"private hibachi chef", r"4 days"),
    ((WAY, "That's more than I thought. Could you explain how it is calculated?"), r"\$122", r"two proteins|show"),
    ((FEW, "so five people could still do it?"), r"Yes.*\$550", r"don't know"),
    (("would 4 people be too few? zip 94536",), r"No, not at all.*\$550", r"^Yes"),
    (("is there anything for her besides rice and vegetables? she's vegetarian",), r"Yes.*tofu", r"don't know|not sure"),
    (("my daughter is a vegan. could she eat something other than rice?",), r"Yes.*tofu", r"don't know|not sure"),
    (("my wife is vegetarian, does she just get vegetables?",), r"No.*tofu", r"chicken"),
    (("she's vegan - does the rice have egg in it?",), r"contains egg, but vegan guests", r"yum yum"),
    (("do you cook with butter? my mom skips dairy, it makes her tummy a little upset",), r"dairy-free", r"sorry"),
    (("are tables and plates included or do we get those ourselves?",), r"you provide", r"can't say|^No|^Yes"),
    (("How much time does the chef spend at our place?",), r"90 to 120", r"don't|no information"),
    ((PLAIN, "No extras for us. With the regular menu, how many proteins is it per guest?"), r"2 proteins", r"\$55"),
    (("what do you charge for seven adults we're in saratoga 95070",), r"\$550", r"understand"),
    ((FEW, "why should we pay the same as ten people"), r"any party, however small", r"invite"),
    ((PLAIN, "no add-ons please. could you just give me the total less the deposit"), r"\$835", r"2 hours"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "says", "never"), COACHED)
def test_what_is_asked_is_answered_and_nothing_else(lines: tuple[str, ...], says: str, never: str) -> None:
    text = _last(*lines)
    assert re.search(says, text, re.S | re.I) and not re.search(never, text, re.I)


def test_ages_told_behind_as_for_the_children_are_no_more_children() -> None:
    talk = _said(
        "14 adults and 3 kids in 95123, price?", "As for the children, one is 11, one's 9 and the youngest is 7"
    )
    assert talk.answers[-1].dialogue.party.children == 3 and "$860" in talk.answers[-1].text


NINE = "9 adults in 94536, price"
PASSED = [
    (("My sister can't eat shellfish, it's mild.", "Could she have something else instead of shrimp?"), r"steak or tofu", r"shrimp|calamari"),
    (("what if we cancel 5 days before the party",), r"5 days before you'd get the \$100", r"kept"),
    (("if i cancel 3 days before do i get the deposit back",), r"kept.*4 days", r"^Yes|in full"),
    (("how many days before do i have to cancel to get the deposit back",), r"4 days", r"arrives"),
    (("can i cancel the morning of and get my money back?",), r"kept", r"sorry|person from our team"),
    (("do you use sesame oil",), r"Canola.*sesame", r"peanut"),
    (("what would you add for a birthday?",), r"suggest lobster", r"edamame"),
    (("can i add people later",), r"24 hours", r"information"),
    (("what seafood is on the menu?",), r"shrimp and calamari.*lobster", r"contain"),
    (("do you take cash", "when is the rest due"), r"on the day", r"hold|2 hours"),
    (("3 of us are vegetarian", "do they pay the same"), r"same with any diet", r"6 to 12"),
    (("is halal chicken possible?", "we need to tell you when?"), r"48 hours", r"can't say"),
    (("hey can u do 9pm on a friday", "the 13th of march"), r"March 13 at 9 PM", r"noon"),
    ((NINE, "so might as well bring a 10th person"), r"\$550 in total for 10 adults", r"March"),
    ((NINE, "so for 10 its 550 all in?"), r"\$550 in total for 10 adults", r"sure"),
    (("can my sister pay half and me half",), r"team", r"private chef|\$100"),
    (("ten people over for a hibachi dinner in pleasanton. what would that come to?",), r"\$550", r"start is possible"),
    (("20 people, how much?", "all adults, 94539, some weekend in march"), r"\$1,100.*Which day in March", r"ZIP"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "says", "never"), PASSED)
def test_what_goes_on_from_a_talk_is_taken_as_meant(lines: tuple[str, ...], says: str, never: str) -> None:
    text = _last(*lines)
    assert re.search(says, text, re.S | re.I) and not re.search(never, text, re.I)


def test_the_day_that_was_in_mind_is_wished() -> None:
    assert "September 12 at 6 PM is free" in _last(
        "14 adults in 94536", "The day we had in mind is Saturday, the 12th of September, at 6 in the evening"
    )
