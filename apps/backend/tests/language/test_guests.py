"""Party sizes as customers write them. The tables were written before the reader; nobody's wording is special."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.language.guests import read_guests
from hibachi.language.party import Party

NOTHING = {"adults": None, "children": None, "toddlers": None, "people": None}

STATED: list[tuple[str, dict[str, Any]]] = [
    ("12 adults and 2 kids (6 and 10)", {"adults": 12, "children": 2, "ages": (6, 10)}),
    ("12 adts + 4 kids (8, 6 and a 3 yr old)", {"adults": 12, "children": 4, "ages": (8, 6, 3)}),
    ("13 ppl all adults", {"people": 13, "all_adults": True}),
    ("14 of us", {"people": 14}),
    ("me and 9 friends", {"people": 10}),
    ("family of five plus 8", {"people": 13}),
    ("17 adlts", {"adults": 17}),
    ("8 adults, plus my four children aged 13, 12, 6 and 5", {"adults": 8, "children": 4, "ages": (13, 12, 6, 5)}),
    ("its only 5 of us", {"people": 5}),
    ("sixteen adults and two kids they're seven and nine", {"adults": 16, "children": 2, "ages": (7, 9)}),
    ("fifteen no wait sorry sixteen adults", {"adults": 16}),
    ("uh it'd be um twenty adults", {"adults": 20}),
    ("it's twelve adults and two kids", {"adults": 12, "children": 2}),
    ("two kids, they're six and eight", {"children": 2, "ages": (6, 8)}),
    ("the kids are 7, 9 and 11", {"children": 3, "ages": (7, 9, 11)}),
    ("kids are 4 and 6", {"children": 2, "ages": (4, 6)}),
    ("9 adults,2 kids", {"adults": 9, "children": 2}),
    ("11adults,4kids(6,7,9,12),94541", {"adults": 11, "children": 4, "ages": (6, 7, 9, 12)}),
    ("1,200 guests", {"people": 1200}),
    ("fifteen adults as well as three girls, 8, 9 and 11 years old", {"adults": 15, "children": 3, "ages": (8, 9, 11)}),
    ("9 girls + 6 grown ups", {"adults": 6, "children": 9}),
    ("4 adults and 6 little girls (7, 7, 8, 8, 9, 10)", {"adults": 4, "children": 6, "ages": (7, 7, 8, 8, 9, 10)}),
    ("8 girls and 4 guys", {"people": 12}),
    ("13 adults and my cousins who are 7 and 12", {"adults": 13, "children": 2, "ages": (7, 12)}),
    ("12 adults plus my brothers, ages 9 and 11", {"adults": 12, "children": 2, "ages": (9, 11)}),
    ("21 ADULTS 94577 JUST TELL ME THE PRICE PLEASE", {"adults": 21}),
    ("party of 12", {"people": 12}),
    ("party of twelve on saturday", {"people": 12}),
    ("group of 15 in 94539", {"people": 15}),
    ("how much for 12 on sat", {"people": 12}),
    ("quote for 20 please", {"people": 20}),
    ("How much would it be for 20 people?", {"people": 20}),
    ("What do you charge for 16 adults in 94568?", {"adults": 16}),
    ("price for 18 adults in 94587?", {"adults": 18}),
    ("yo hw mch 4 a hibatchi chef 4 17 adlts in 94541??? thx", {"adults": 17}),
    ("a dozen people", {"people": 12}),
    ("two dozen guests", {"people": 24}),
    ("couple dozen people", {"people": 24}),
    ("twenty-two adults", {"adults": 22}),
    ("thirty adults and four children", {"adults": 30, "children": 4}),
    ("22 grown ups", {"adults": 22}),
    ("ten grown-ups, three kiddos", {"adults": 10, "children": 3}),
    ("10 adults and a baby", {"adults": 10, "toddlers": 1}),
    ("10 adults, 2 toddlers", {"adults": 10, "toddlers": 2}),
    ("9 adults, 1 infant and 2 kids", {"adults": 9, "children": 2, "toddlers": 1}),
    ("10 adults and a 3 year old", {"adults": 10, "children": 1, "ages": (3,)}),
    ("8 adults and my two 8 year olds", {"adults": 8, "children": 2, "ages": (8, 8)}),
    ("6 adults plus a 10 month old", {"adults": 6, "children": 1, "ages": (0,)}),
    ("6 couples", {"people": 12}),
    ("me, my wife and 2 kids", {"adults": 2, "children": 2}),
    ("my wife and I and 3 kids", {"adults": 2, "children": 3}),
    ("My three children and I", {"adults": 1, "children": 3}),
    ("myself and 5 others", {"people": 6}),
    ("adults: 12\nkids: 3", {"adults": 12, "children": 3}),
    ("Adults - 14, Children - 2", {"adults": 14, "children": 2}),
    ("guest count: 22", {"people": 22}),
    ("headcount is 25", {"people": 25}),
    ("12 guests (10 adults, 2 children)", {"people": 12, "adults": 10, "children": 2}),
    ("20 people including 5 kids", {"people": 20, "children": 5}),
    ("22 people, 4 of them kids", {"people": 22, "children": 4}),
    ("14 people and 3 kids", {"people": 14, "children": 3}),
    ("kids: 3 (5, 7, 9)", {"children": 3, "ages": (5, 7, 9)}),
    ("6 adults and 3 kids (6, 8 and 11), fremont 94538", {"adults": 6, "children": 3, "ages": (6, 8, 11)}),
    ("10 adults, 4 kids ages 3, 5, 8, 11", {"adults": 10, "children": 4, "ages": (3, 5, 8, 11)}),
    ("two kids both 8", {"children": 2, "ages": (8, 8)}),
    ("there will be 15 of us", {"people": 15}),
    ("we're exactly 30 adults, saturday july 10 at 3pm", {"adults": 30}),
    ("we are 8 adults in San Francisco 94102", {"adults": 8}),
    ("we are 11", {"people": 11}),
    ("there's gonna be like 16", {"people": 16}),
    ("feed 18 for my moms bday", {"people": 18}),
    ("35 adults and 10 kids", {"adults": 35, "children": 10}),
    ("45 guests in 94588 on May 8", {"people": 45}),
    ("16 adults this time, same place", {"adults": 16}),
    ("14 adults 3 kids june 13 6pm 95123", {"adults": 14, "children": 3}),
    ("10adults 2kids", {"adults": 10, "children": 2}),
    ("12 adults/2 kids", {"adults": 12, "children": 2}),
    ("a 12 person party", {"people": 12}),
    ("30-person event", {"people": 30}),
    ("exactly 100 people", {"people": 100}),
    ("1,100 people", {"people": 1100}),
    ("still 14 adults", {"adults": 14}),
    ("nineteen adults in redwood city nine four oh six three", {"adults": 19}),
    ("Hi there, we are 7 adults in Petaluma 94952", {"adults": 7}),
    ("10 adults 😂😂 and 2 kids", {"adults": 10, "children": 2}),
]

NO_COUNT = [
    "planning my sons 8th bday",
    "its my 30th",
    "turning 40 this year",
    "we need the chef for 2 hours",
    "can we come at 6",
    "june 13 at 6pm",
    "zip 94539",
    "call 510 555 0167",
    "is it $55 per adult",
    "chicken and steak are our 2 proteins",
    "4 of us want lobster",
    "2 of our guests are vegetarian and one is vegan",
    "three of us eat halal, the rest eat anything",
    "Six adults would upgrade to filet mignon",
    "4 of the adults want filet mignon",
    "2 ppl want lobster as a THIRD protein",
    "10 portions of noodles",
    "4 orders of gyoza",
    "3 of them w the lobster upgrade",
    "im a teppan chef w 6 yrs experience",
    "it takes 90 minutes",
    "we have two 8 foot tables",
    "open 24/7",
    "do you guys come to san jose?",
    "my 8 year old's birthday",
    "book it",
    "hello",
    "",
]


def shown(party: Party) -> dict[str, Any]:
    return {"adults": party.adults, "children": party.children, "toddlers": party.toddlers, "people": party.people}


@pytest.mark.parametrize(("text", "expected"), STATED, ids=[text[:40] for text, _ in STATED])
def test_a_stated_party_is_read(text: str, expected: dict[str, Any]) -> None:
    party = read_guests(text)
    assert shown(party) == NOTHING | {key: value for key, value in expected.items() if key in NOTHING}
    assert party.each_age == expected.get("ages", ())
    assert party.all_adults == expected.get("all_adults", False)
    assert party.invalid == () and party.changes == ()


@pytest.mark.parametrize("text", NO_COUNT)
def test_other_numbers_are_no_guests(text: str) -> None:
    party = read_guests(text)
    assert shown(party) == NOTHING
    assert party.changes == () and party.total is None


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("15-18 people", "people", 15, 18),
        ("15 to 18 guests", "people", 15, 18),
        ("between 12 and 15 people", "people", 12, 15),
        ("12 or 13 adults", "adults", 12, 13),
        ("twelve to fourteen adults", "adults", 12, 14),
    ],
)
def test_a_range_keeps_both_ends(text: str, kind: str, low: int, high: int) -> None:
    party = read_guests(text)
    assert [(head.kind, head.low, head.high) for head in party.ranges] == [(kind, low, high)]
    assert party.total == high


@pytest.mark.parametrize(
    ("text", "children", "low", "high"),
    [
        ("16 adults and 4 children (ages 7 to 12)", 4, 7, 12),
        ("10 adults + 4 kids (all 7-9), zip 94040", 4, 7, 9),
        ("14 adults and 5 children aged 6 to 10.", 5, 6, 10),
        ("3 kids under 5", 3, 0, 4),
        ("10 adults 2 kids 5 and under", 2, 0, 5),
        ("4 kids between 6 and 10", 4, 6, 10),
        ("10 adults and 2 teens", 2, 13, 19),
    ],
)
def test_a_range_of_ages_describes_the_children_before_it(text: str, children: int, low: int, high: int) -> None:
    party = read_guests(text)
    assert party.children == children
    assert [(group.low, group.high, group.count) for group in party.ages] == [(low, high, children)]
    assert party.unaged_children == 0


def test_listed_kids_and_little_ones_stay_apart() -> None:
    party = read_guests("10 adults, kids 7, 9, 12 and two little ones 2 and 4. What's the total?")
    assert (party.adults, party.children, party.toddlers, party.total) == (10, 3, 2, 15)
    assert {group.kind: group.each for group in party.ages} == {"children": (7, 9, 12), "toddlers": (2, 4)}


def test_children_without_ages_are_counted_as_such() -> None:
    assert read_guests("14 adults and 3 kids").unaged_children == 3
    assert read_guests("12 adults + 4 kids (8, 6 and a 3 yr old)").unaged_children == 1


@pytest.mark.parametrize(
    ("text", "unsplit", "total"),
    [
        ("20 people including 5 kids", 15, 20),
        ("14 people and 3 kids", 14, 17),
        ("12 guests (10 adults, 2 children)", 0, 12),
        ("13 ppl all adults", 13, 13),
        ("10 adults and 4 kids", 0, 14),
        ("22 people, 4 of them kids", 18, 22),
        ("15 people total, 12 adults and 3 kids", 0, 15),
    ],
)
def test_a_total_is_not_counted_twice(text: str, unsplit: int, total: int) -> None:
    party = read_guests(text)
    assert (party.unsplit, party.total) == (unsplit, total)


@pytest.mark.parametrize(
    ("text", "kind", "operation", "count"),
    [
        ("omgg help 3 more ppl r coming to our party tmrw at 6", "people", "add", 3),
        ("what if we add 3 kids", "children", "add", 3),
        ("one more adult", "adults", "add", 1),
        ("add two more adults pls", "adults", "add", 2),
        ("2 adults can't make it", "adults", "remove", 2),
        ("3 people dropped out", "people", "remove", 3),
        ("we have 2 fewer adults", "adults", "remove", 2),
        ("another 4 guests are joining", "people", "add", 4),
    ],
)
def test_a_change_is_relative_and_no_count(text: str, kind: str, operation: str, count: int) -> None:
    party = read_guests(text)
    assert [(head.kind, head.operation, head.high) for head in party.changes] == [(kind, operation, count)]
    assert shown(party) == NOTHING


def test_a_change_that_explains_the_new_count_is_not_applied_twice() -> None:
    party = read_guests("hi 4 people bailed on our june 26 party so we're only 8 adults now. whats the new price")
    assert (party.adults, party.changes) == (8, ())


@pytest.mark.parametrize(
    ("text", "adults", "old"),
    [
        ("for our may 8 party we're now 15 adults instead of 12", 15, 12),
        ("from 12 to 15 adults", 15, 12),
        ("12 adults, sorry 14", 14, 12),
        ("not 12 but 14 adults", 14, 12),
        ("14 adults not 12", 14, 12),
    ],
)
def test_the_corrected_number_counts(text: str, adults: int, old: int) -> None:
    party = read_guests(text)
    assert party.adults == adults
    assert [(fix.old, fix.new) for fix in party.corrections] == [(old, adults)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("sorry 14 not 12", 14),
        ("please change it to 8", 8),
        ("make it 16 please", 16),
        ("ok thats fine. please change it to 8", 8),
    ],
)
def test_a_bare_correction_leaves_the_kind_open(text: str, number: int) -> None:
    party = read_guests(text)
    assert party.unsaid == number
    assert shown(party) == NOTHING


def test_the_last_statement_wins() -> None:
    assert read_guests("22 adults in Berkeley. actually make it 24 adults, and 6 gyoza").adults == 24
    assert read_guests("we were 12 adults. now 15 adults").adults == 15


@pytest.mark.parametrize(
    "text",
    [
        "no kids",
        "nah no kids",
        "no kids at all",
        "no children",
        "without kids",
        "zero kids",
        "no kids just adults",
        "kids: none",
        "we dont have any kids",
    ],
)
def test_no_children_is_said(text: str) -> None:
    party = read_guests(text)
    assert party.no_children and party.children is None


@pytest.mark.parametrize(
    "text",
    [
        "all adults",
        "nah all adlts",
        "all grown ups",
        "14 of us, all grown",
        "no kids, all adults",
        "just adults",
        "everyone is an adult",
        "adults only",
        "we're all adults",
    ],
)
def test_all_adults_is_said(text: str) -> None:
    assert read_guests(text).all_adults


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Quote for -4 adults and 2.5 children in 94560", ["-4 adults", "2.5 children"]),
        ("negative four adults", ["negative four adults"]),
        ("3.7 people", ["3.7 people"]),
        ("2 and a half kids", ["2 and a half kids"]),
    ],
)
def test_an_impossible_count_is_flagged_and_never_rounded(text: str, wrong: list[str]) -> None:
    party = read_guests(text)
    assert [span.text for span in party.invalid] == wrong
    assert shown(party) == NOTHING


@pytest.mark.parametrize(
    ("text", "people"),
    [("14", 14), ("nah just 14", 14), ("like 15", 15), ("twenty", 20), ("probably 12", 12), ("about 18 i think", 18)],
)
def test_a_bare_number_answers_the_question_for_guests(text: str, people: int) -> None:
    assert read_guests(text, expected="guests").people == people
    assert read_guests(text).people is None


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("7, 9 and 11", (7, 9, 11)),
        ("they're six and eight", (6, 8)),
        ("4 and 6", (4, 6)),
        ("10", (10,)),
        ("7 9", (7, 9)),
    ],
)
def test_bare_numbers_answer_the_question_for_ages(text: str, ages: tuple[int, ...]) -> None:
    assert read_guests(text, expected="ages").each_age == ages


def test_what_is_taken_by_items_is_no_guest() -> None:
    from hibachi.language.items import find_items, lexicon_of

    text = "Ooh, can we do lobster tail for 6 of us? And we are 14 adults"
    items = find_items(text, lexicon_of({"lobster_tail": ["lobster tail"]}))
    party = read_guests(text, taken=items.spans)
    assert shown(party) == NOTHING | {"adults": 14}


@given(
    adults=st.integers(1, 500),
    children=st.integers(1, 60),
    more=st.sampled_from([" and ", " + ", ", ", " & ", " plus "]),
)
def test_any_adults_and_kids_are_read_back(adults: int, children: int, more: str) -> None:
    party = read_guests(f"{adults} adults{more}{children} kids")
    assert (party.adults, party.children, party.total) == (adults, children, adults + children)


@given(text=st.text(max_size=300))
def test_any_text_gives_spans_that_are_true(text: str) -> None:
    party = read_guests(text)
    for head in party.mentions:
        assert text[head.span.start : head.span.end] == head.span.text


@given(text=st.text(alphabet="0123456789 abcdefghijklmnopqrstuvwxyz,.-+$()\n'", max_size=200))
def test_counts_are_never_negative(text: str) -> None:
    party = read_guests(text)
    assert all(head.low >= 0 and head.high >= head.low for head in party.mentions)
    assert party.total is None or party.total >= 0
