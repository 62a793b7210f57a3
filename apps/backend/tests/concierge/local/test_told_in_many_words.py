"""Who comes and what they eat, told in roundabout ways: the price that a customer reads is that of the party that was meant."""

import pytest

from hibachi.concierge.understanding.parties import bands_of, counts_of

from .talk import PROFILE, Talk

TOLD: list[tuple[str, tuple[int, int, int]]] = [
    ("eight grown ups and five kids, they're 12, 10, 8 and two 6 year olds in 95376", (8, 5, 0)),
    ("fourteen adults and there's three little ones too ages one two and four 94539", (14, 0, 3)),
    (
        "a dozen adults in 94539, and the three littlest of our grandchildren would be there too, aged 5 years, 3 years and 8 months",
        (12, 0, 3),
    ),
    ("six couples that's twelve people plus two teenagers one's fifteen and the other seventeen", (14, 0, 0)),
    ("seven adults, and then there are the young ones: my daughter, who is 13, my twin stepsons, both 15, two nephews aged 11 and 12, and an eight-month-old baby", (10, 2, 1)),
    ("10 adults, then our twins who just turned 13, and our youngest who is 5", (12, 0, 1)),
    ("there's two families, ours is four and theirs is six", (10, 0, 0)),
    ("family one: 2 adults 3 kids (7, 9, 11), family two: 2 adults and 1 kid who's 4", (4, 3, 1)),
    ("2 families of 4, each 2 adults n 2 kids (8 and 10), plus my 6 roommates all adults", (10, 4, 0)),
    ("we had said 12 but now its more like 14, all grown ups", (14, 0, 0)),
    ("like 10ish ppl maybe 11, lets say 11. all adult", (11, 0, 0)),
    ("half a dozen adults and twice as many kids, all between 7 and 10", (6, 12, 0)),
    ("nineteen of us four are kids between six and eleven everybody else is an adult", (15, 4, 0)),
    ("only the 4 of us, our 25th anniversary with our two grown sons", (4, 0, 0)),
    ("10 of us girls for a bachelorette (all 30ish)", (10, 0, 0)),
    ("my wife and myself, our son and his wife with their two boys (6 and 9), and six neighbors", (10, 2, 0)),
    ("18!! adults", (18, 0, 0)),
    ("seven adults, an 8-month-old baby, twins who have just turned twelve, and our 3 teenagers, who are 17, 15 and 13", (10, 2, 1)),
    ("20 adults, 6 children between 6 and 11, and 3 toddlers of 2 and 3", (20, 6, 3)),
    ("8 grownups and 4 kiddos lol (6, 8, 9 and 12)", (8, 4, 0)),
    ("15 of us. no wait 16, forgot my uncle. all adults", (16, 0, 0)),
    ("our list had 26 people on it but six of them moved away, which leaves 20 adults", (20, 0, 0)),
    ("My two sons are coming with their wives, that is four, then my bridge ladies, eight of them, and of course my husband and I", (14, 0, 0)),
    ("ten of us grownups and then the grandkids there's four of them three six seven and eleven", (10, 3, 1)),
    ("we're 12 in total, 9 adults and the rest are kids (5, 8 and 13)", (10, 1, 1)),
    ("each family has 2 adults and 2 kids between 6 and 10; three families", (6, 6, 0)),
    ("eleven adults and four children: two sets of twins, aged 4 and 9", (11, 2, 2)),
    ("it's two dozen of us um all adults", (24, 0, 0)),
    ("9 adults, my MIL, and our newborn", (10, 0, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("told", "party"), TOLD, ids=[row[0][:40] for row in TOLD])
def test_who_comes_in_many_words(told: str, party: tuple[int, int, int]) -> None:
    reading = Talk().say(f"{told}, how much?").turn.reading
    counts = counts_of(reading.dialogue.party, bands_of(PROFILE))
    assert counts is not None
    assert (counts.adults, counts.children, counts.toddlers) == party


@pytest.mark.parametrize(
    ("told", "total"),
    [
        ("10 adults, veggies extra for 3, in 94583", "$565"),
        ("16 adults in 95124 if each and every one of them swaps one of the regular proteins for filet mignon, total?", "$960"),
        ("ten adults. one extra chicken each. 94539", "$650"),
        ("11 adults 94086, 4 of us r lifting so we want filet as an EXTRA 3rd protein lol. total?", "$665"),
        ("14 adults in 95014. Three of us would like four proteins instead of two. Could you quote the total?", "$830"),
        ("eleven adults in 94401! three of us are going fancy with the lobster and two orders of gyoza for everyone to share", "$670"),
        ("twelve adults, zip 94043? four of us eat like horses and would each take shrimp as a third protein", "$700"),
        ("12 adults in 94063, two of em are straight up lobster fiends, they want it as a third protein. total?", "$710"),
        ("we want lobster for 4 and filet for the other 8, we're 12 adults in 94404", "$760"),
        ("12 adults 94560 $$?", "$660"),
        ("28 ladies in Menlo Park 94025. What is the total, how much would I pay when booking and how much afterwards?", "$1,440"),
    ],
)  # fmt: skip
def test_what_they_eat_and_pay_in_many_words(told: str, total: str) -> None:
    assert total in Talk().say(told).text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("ok and once the deposit is paid, how much do we still owe on the day of the party?", "$560"),
        ("OK, and what if 15 adults come in the end?", "For 15 adults"),
        ("all adults, no kids", "the total stays at $660"),
        ("We'll all pay the same share. What does each person owe then?", "$55"),
        ("so if i put the deposit down how much is left for the party day", "$560"),
    ],
)
def test_what_is_asked_after_a_price(asked: str, said: str) -> None:
    talk = Talk()
    talk.say("12 adults in 94544")
    assert said in talk.say(asked).text
