"""People named by what they are to somebody add up, with the ages that stand beside them; an occasion is nobody who comes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.language.guests import read_guests


@pytest.mark.parametrize(
    ("text", "adults", "children", "people", "ages"),
    [
        ("me, my wife, our two kids (7 and 9) and my parents", 4, 2, None, (7, 9)),
        ("there are 6 of us: me, my wife, our two kids (7 and 9) and my parents", 4, 2, None, (7, 9)),
        ("we're a family of five (me, my husband and our kids who are 15, 8 and 2) plus 6 adult friends", None, 3, 8, (15, 8, 2)),
        ("my husband and me and then ten of our friends", None, None, 12, ()),
        ("both sets of grandparents, us two and our 3 kids (2, 5 and 9)", 6, 3, None, (2, 5, 9)),
        ("9 adults plus my sons (12 and 10) and my daughter (6)", 9, 3, None, (12, 10, 6)),
        ("im a single mom w 2 boys (9 & 11) plus 10 of my girlfriends", 11, 2, None, (9, 11)),
        ("8 adults, our three teenagers (14, 15 and 17) and a girl of 11", 8, 4, None, (14, 15, 17, 11)),
        ("its just me, my bf and his mom", 3, None, None, ()),
        ("me, mom, dad, and my two sisters", 5, None, None, ()),
        ("my wife and i, our twins (3) and my in-laws", 4, 2, None, (3, 3)),
        ("my daughter and 7 of her friends, all 9 years old, plus 8 adults", 8, 8, None, (9,) * 7),
        ("my boss, his wife and 12 coworkers", None, None, 14, ()),
        ("us 4 and my sister's family of 5", None, None, 9, ()),
        ("four families, each with two adults and one kid", 8, 4, None, ()),
        ("3 couples each with 2 adults and a baby", 6, None, None, ()),
        ("family of 4, kids are 8 and 10, 94087, how much", None, 2, 4, (8, 10)),
        ("twenty adults and two girls of seven and eleven", 20, 2, None, (7, 11)),
    ],
)  # fmt: skip
def test_who_is_named_counts(
    text: str, adults: int | None, children: int | None, people: int | None, ages: tuple[int, ...]
) -> None:
    party = read_guests(text)
    assert (party.adults, party.children, party.people) == (adults, children, people)
    assert tuple(age for group in party.ages for age in group.each) == ages


@pytest.mark.parametrize(
    ("text", "adults", "children", "people"),
    [
        ("birthday dinner for my wife, 12 adults and 3 kids", 12, 3, None),
        ("chef for my husband's 40th, 12 adults, 2 kids", 12, 2, None),
        ("my son turns 8 and 12 kids are coming, 6 adults", 6, 12, None),
        ("14 people including me and my wife", None, None, 14),
        ("me and my husband want to book for june 3", None, None, None),
        ("my mom and my sister love hibachi", None, None, None),
        ("it's for my mom and dad's anniversary, 14 people", None, None, 14),
        ("a family of 6 with 2 kids", None, 2, 6),
        ("the one with 20 people", None, None, 20),
        ("the 4 of us and 6 friends", None, None, 10),
    ],
)
def test_who_is_only_spoken_of_does_not(
    text: str, adults: int | None, children: int | None, people: int | None
) -> None:
    party = read_guests(text)
    assert (party.adults, party.children, party.people) == (adults, children, people)


@pytest.mark.parametrize(
    ("text", "adults", "people"),
    [
        ("a chef for 18, no sorry, my brother's not coming, so 17 adults", 17, None),
        ("12 adults, and what if its 15?", None, 15),
        ("20 people. oh wait, 22 people", None, 22),
        ("5 guys and 6 girls", None, 11),
    ],
)
def test_a_count_that_is_taken_back_is_not_added(text: str, adults: int | None, people: int | None) -> None:
    party = read_guests(text)
    assert (party.adults, party.people) == (adults, people)


ONE = ("my wife", "my mom", "our neighbor", "my boss", "his brother", "my mother in law")
TWO = ("my parents", "his in-laws", "our grandparents")


@given(
    ones=st.lists(st.sampled_from(ONE), max_size=3, unique=True),
    twos=st.lists(st.sampled_from(TWO), max_size=2, unique=True),
    friends=st.integers(2, 20),
    ages=st.lists(st.integers(1, 12), min_size=0, max_size=4),
)
def test_a_list_is_the_sum_of_its_members(ones: list[str], twos: list[str], friends: int, ages: list[int]) -> None:
    told = [f"our {len(ages)} kids ({', '.join(map(str, ages))})"] if len(ages) > 1 else []
    text = f"{', '.join(['me', *ones, *twos, *told])} and {friends} friends"
    party = read_guests(f"hi, it will be {text}. how much is that?")
    grown = 1 + len(ones) + 2 * len(twos) + friends
    assert (party.people or party.adults, party.people_is_total) == (grown, False)
    assert party.children == (len(ages) if told else None)
