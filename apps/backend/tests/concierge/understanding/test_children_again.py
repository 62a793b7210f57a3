"""A child counts once however often it is mentioned, by the age it is told with, and whoever joins comes beside the others."""

from itertools import product

import pytest

from hibachi.concierge.understanding.parties import bands_of, counts_of
from tests.concierge.local.talk import PROFILE, Talk, party_on

BANDS = bands_of(PROFILE)
AGAIN = [
    "the kid is {age}", "our kid is {age}", "he's {age}", "my son is {age}", "she just turned {age}",
    "the little one is {age}", "the kid's {age}", "the {age} year old can't have shrimp",
]  # fmt: skip
DEGREES = [
    "the oldest is {age}",
    "my oldest is {age}",
    "oldest {age}",
    "the youngest is {age}",
    "our youngest turned {age}",
]


def _counts(*messages: str, channel: str = "web_chat") -> tuple[int, int, int]:
    talk = Talk(channel=channel)  # type: ignore[arg-type]
    for message in messages:
        answer = talk.say(message)
        assert answer.verdict.ok, answer.text
    counts = counts_of(answer.dialogue.party, BANDS)
    assert counts is not None
    return counts.adults, counts.children, counts.toddlers


def _of(adults: int, *ages: int) -> tuple[int, int, int]:
    """What the price list makes of grown-ups and children of these ages."""
    bands = [BANDS.of(age) for age in ages]
    return adults + bands.count("adults"), bands.count("children"), bands.count("toddlers")


@pytest.mark.parametrize(("again", "age"), list(product(AGAIN[:-1], (4, 9))))
def test_one_child_told_twice_is_one(again: str, age: int) -> None:
    assert _counts(f"we're 10 adults and a kid. 94539. {again.format(age=age)}") == _of(10, age)


@pytest.mark.parametrize(("again", "age"), list(product(AGAIN[:4], (3, 11))))
def test_one_child_told_again_later_is_one(again: str, age: int) -> None:
    assert _counts("10 adults and one kid, 94539", again.format(age=age)) == _of(10, age)


@pytest.mark.parametrize("degree", DEGREES)
def test_a_child_of_a_list_is_none_more(degree: str) -> None:
    ages = (4, 7, 12)
    told = degree.format(age=12 if "oldest" in degree else 4)
    assert _counts(f"10 adults and 3 kids (4, 7 and 12). {told}. total?") == _of(10, *ages)
    assert _counts("10 adults and 3 kids (4, 7 and 12)", told) == _of(10, *ages)


@pytest.mark.parametrize("age", [4, 8])
def test_the_age_in_the_next_sentence_is_no_child_more(age: int) -> None:
    assert _counts(f"8 adults and 2 kids, ages {age} and 10. {AGAIN[-1].format(age=age)}") == _of(8, age, 10)


@pytest.mark.parametrize(
    ("messages", "counts"),
    [
        (["10 adults and 3 kids", "the oldest is twelve, the others are 6 and 3"], (10, 2, 1)),
        (["10 adults and 4 kids, youngest is 3, oldest is 11"], (10, 3, 1)),
        (["we're 10 adults and a toddler, my daughter is 2. how much"], (10, 0, 1)),
        (["10 adults and 2 kids. My son is 7 and my daughter is 9. total?"], (10, 2, 0)),
        (["14 guests, one is 15 and one is 7"], (13, 1, 0)),
        (["14 adults and a kid", "there's just one kid, he's 8, and 14 adults"], (14, 1, 0)),
        (["fourteen adults and one child", "just one child she's eight, and fourteen adults"], (14, 1, 0)),
        (["12 adults and my 5 year old, 94539", "and my 8 year old"], (12, 1, 1)),
        (["12 adults, 94539", "plus a toddler, 1 year old", "ok so 12 adults and one kid. price?"], (12, 0, 1)),
        (["16 adults and 4 kids", "8, 10, 10 and 14. is 14 a kid?", "ok so 17 adults and 3 kids. price?"], (17, 3, 0)),
        (
            ["11 adults and 2 kids, 6 and 8", "the little one is still 5, only turns 6 in April. The other one is 8"],
            (11, 1, 1),
        ),
        (["18 adults in 95051, how much", "And if my brother brings his two (8 and 11)?"], (18, 2, 0)),
        (["20 adults 6 kids, 94520", "the smiths are out so minus 2 adults and 3 kids. now?"], (18, 3, 0)),
        (["20 adults 6 kids, 94520", "we lost two adults and a kid"], (18, 5, 0)),
        (["hi", "ok so 16", "adults i mean. wait no 15, josh is out"], (15, 0, 0)),
        (["18 adults in 94501, what's the cost", "we might be 21. new price?"], (21, 0, 0)),
    ],
)
def test_everybody_counts_once(messages: list[str], counts: tuple[int, int, int]) -> None:
    assert _counts(*messages, channel="phone") == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("12 adults and my 15 year old", (13, 0, 0)),
        ("two teens, 13 and 16, and 10 adults", (12, 0, 0)),
        ("2 kids, 7 and 9, and 10 adults", (10, 2, 0)),
        ("10 adults, 2 teens 13 and 16, and a 4 year old", (12, 0, 1)),
        ("quote for 10 adults plus a teenager", (11, 0, 0)),
        ("me, my wife and our teenager, and 8 friends", (11, 0, 0)),
    ],
)
def test_a_teenager_is_of_the_band_of_the_age(text: str, counts: tuple[int, int, int]) -> None:
    assert _counts(text) == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("six couples and the children have: 3 months, 2 years, 5 years, 6 years and 12 years", (12, 2, 3)),
        ("10 adults and children: 6 months, 3 years, 9 years old", (10, 1, 2)),
        ("my husband and me, our four daughters and each of their husbands, the grandchildren: Lucy is eleven, Ben just turned thirteen, and the twins are four", (11, 1, 2)),
        ("my two brothers and their wives, my parents and me and my husband, kids: Ana is 7", (8, 1, 0)),
        ("our three sons with their wives", (6, 0, 0)),
        ("14 of us (everyone is 15 or 16) + my mom n dad", (16, 0, 0)),
        ("10 of us (all 14) + my parents", (12, 0, 0)),
        ("12 adults now, but my two girls are joining, 7 and 9", (12, 2, 0)),
        ("12 adults, the boys come along (6 and 8)", (12, 2, 0)),
    ],
)  # fmt: skip
def test_families_are_counted_whole(text: str, counts: tuple[int, int, int]) -> None:
    assert _counts(text) == counts


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("update for our nov 28 party: 11 adults now not 14, but my two girls are joining, 7 and 9. whats the new total?", (11, 2)),
        ("update our party please: 3 adults can't make it but 2 kids are joining, 7 and 9", (11, 2)),
    ],
)  # fmt: skip
def test_some_stay_away_and_children_join(text: str, party: tuple[int, int]) -> None:
    talk = Talk(channel="sms", bookings=[party_on("2026-11-28", "18:00", adults=14)])
    answer = talk.say(text)
    change = answer.calls[-1].arguments
    adults = change.get("adults", 14 + change.get("more_adults", 0))
    assert (adults, change.get("children", change.get("more_children"))) == party, change


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("ten adults and too kids there nine and seven", (10, 2, 0)),
        ("we are ate adults and to children", (8, 2, 0)),
        ("price for for adults and too kids", (4, 2, 0)),
        ("is it too much for 12 adults to eat?", (12, 0, 0)),
    ],
)
def test_what_sounds_like_a_number_counts_where_only_one_fits(text: str, counts: tuple[int, int, int]) -> None:
    assert _counts(text) == counts


@pytest.mark.parametrize(
    "words",
    ["paying for 10 when were only 6 feels unfair", "so we pay for ten people even though we're 6?", "charged for 10 but there are just 6 of us, hm"],
)  # fmt: skip
def test_what_is_paid_for_is_no_number_of_guests(words: str) -> None:
    assert _counts("how much for 6 adults in 94063?", words) == (6, 0, 0)


@pytest.mark.parametrize("comes", ["coming", "joining", "coming too", "joining us"])
@pytest.mark.parametrize("who", ["the kids are {}", "both kids are {}", "our kids are {}", "and the kids are {}"])
def test_children_counted_before_get_their_ages_when_they_come(who: str, comes: str) -> None:
    told = f"{who.format(comes)}, 7 and 9"
    assert _counts("10 adults and 2 kids, 94539, june 13 6pm", told) == (10, 2, 0)
    assert _counts("10 adults and 2 kids (7 and 9)", told) == (10, 2, 0)


@pytest.mark.parametrize(
    ("messages", "counts"),
    [
        (["we're 10 adults and 3 kids. The kids are coming too: 6, 8 and 10"], (10, 3, 0)),
        (["10 adults and 2 kids (7 and 9)", "both kids are coming, ages 7 and 9"], (10, 2, 0)),
        (["10 adults and 2 kids", "my two girls are coming, 7 and 9"], (10, 2, 0)),
        (["10 adults and 2 kids", "2 kids are joining, 7 and 9"], (10, 2, 0)),
        (["10 adults and 2 kids (6 and 7)", "the kids are coming, 7 and 6"], (10, 2, 0)),
        (["10 adults and 2 kids (6 and 8)", "my two nephews are joining, 7 and 9"], (10, 4, 0)),
        (["10 adults and 2 kids (6 and 8)", "two kids are joining too, 7 and 9"], (10, 4, 0)),
        (["12 adults", "the boys come along (6 and 8)"], (12, 2, 0)),
        (["12 adults", "the kids are coming too, 7 and 9"], (12, 2, 0)),
    ],
)
def test_only_new_children_come_on_top(messages: list[str], counts: tuple[int, int, int]) -> None:
    assert _counts(*messages) == counts


@pytest.mark.parametrize("turns", ["is turning", "'s turning", "will be turning", "is gonna be", "is about to turn"])
@pytest.mark.parametrize("who", ["my son", "our daughter", "my nephew", "the oldest"])
def test_who_turns_an_age_is_one_of_those_counted(who: str, turns: str) -> None:
    assert _counts(f"12 adults and 4 kids, {who}{' ' if turns[0] != chr(39) else ''}{turns} 7, 94539") == (12, 4, 0)


@pytest.mark.parametrize(
    "told",
    [
        "she is turning 7 and he is 9",
        "he's turning 7 and she'll be 9",
        "my son is turning 7 and my daughter is 9",
        "my daughter will be turning 9",
    ],
)
def test_the_age_that_somebody_turns_is_no_day(told: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say("10 adults and 2 kids")
    answer = talk.say(told)
    assert not any(one.slot == "date" for one in answer.turn.reading.frame.evidence)
    assert answer.verdict.ok and "March" not in answer.text
    assert counts_of(answer.dialogue.party, BANDS).total == 12  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("messages", "counts"),
    [
        (["10 adults and 5 kids. My two nephews might come too"], (10, 5, 0)),
        (["10 adults and 5 kids", "2 of the kids might come later"], (10, 5, 0)),
        (["12 adults. filet or lobster upgrade price for 4 people?"], (12, 0, 0)),
        (["10 adults", "my two nephews might come too"], (10, 0, 0)),
    ],
)
def test_who_may_come_takes_nobodys_place(messages: list[str], counts: tuple[int, int, int]) -> None:
    assert _counts(*messages) == counts


TO_BE = ["is turning", "'s turning", "is gonna be", "is going to be", "will be turning"]


@pytest.mark.parametrize("to_be", TO_BE)
@pytest.mark.parametrize("who", ["my son", "our daughter", "the little one"])
def test_a_counted_child_that_is_turning_an_age_is_counted_once(who: str, to_be: str) -> None:
    said = f"{who}{'' if to_be[0] == chr(39) else ' '}{to_be} 7"
    assert _counts(f"12 adults and 4 kids, {said}, 94539") == (12, 4, 0)


@pytest.mark.parametrize(
    "told", ["she is turning 7 and he is 9", "my son is turning 9", "our daughter is gonna be 6", "he's turning 8"]
)
def test_an_age_to_come_is_no_day_of_a_month(told: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say("10 adults and 2 kids")
    answer = talk.say(told)
    assert answer.dialogue.dates == () and answer.dialogue.party.children == 2


@pytest.mark.parametrize("told", ["my son is turning 9, it's his party", "our daughter is going to be 6 and it's her birthday party"])  # fmt: skip
def test_the_party_of_an_own_child_is_nobody_elses_booking(told: str) -> None:
    assert "other people" not in Talk(channel="web_chat").say(told).text


@pytest.mark.parametrize("told", ["my son is turning 40, when is his party?", "my friend has a party, what date is it?"])  # fmt: skip
def test_what_is_asked_out_about_anothers_party_stays_untold(told: str) -> None:
    assert "others_booking" in Talk(channel="web_chat").say(told).turn.reading.frame.acts


@pytest.mark.parametrize(
    "told",
    [
        "just one baby, 8 months",
        "one baby, 8 months old",
        "1 baby (8 months)",
        "one baby 10 months",
        "the baby is 8 months",
    ],
)
def test_the_baby_told_again_in_months_is_the_same(told: str) -> None:
    assert _counts("we're 20 adults and 1 baby (8 months), 94587", told) == (20, 0, 1)


@pytest.mark.parametrize("months", ["8 months", "10 months old", "7mo", "11 mos", "6 weeks"])
def test_months_are_no_years(months: str) -> None:
    assert _counts(f"20 adults and 1 baby, {months}. 94587") == (20, 0, 1)


@pytest.mark.parametrize(
    "ages",
    [
        "kids are all 7 or 8",
        "the girls are all either 7 or 8",
        "the kids range from 7 to 8",
        "they're all between 7 and 8",
    ],
)
def test_ages_told_where_the_day_was_asked_are_no_days(ages: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say("6 adults and 14 kids")
    answer = talk.say(ages)
    assert not answer.dialogue.dates and "ages" not in answer.text, answer.text


@pytest.mark.parametrize(
    "again",
    [
        "sorry 18, 5 r kids",
        "sorry, 18. 5 of them are kids",
        "oops make it 18, 5 are kids",
        "no wait 18, 5 of us are kids",
    ],
)
def test_the_whole_corrected_beside_its_children(again: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say("price for 20 ppl")
    dialogue = talk.say(again).dialogue
    counts = counts_of(dialogue.party, BANDS)
    assert counts is not None and (counts.adults, counts.children) == (13, 5) and not dialogue.dates
