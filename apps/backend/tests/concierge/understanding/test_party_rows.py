"""Rows of guests are read whole or not at all: children told by their ages alone, with others before and behind them."""

import pytest

from hibachi.language.roster.reading import read_roster
from tests.concierge.local.talk import Talk
from tests.concierge.understanding.party_rows import rows
from tests.concierge.understanding.test_party_statements import _of

LEAST = 0.98


def test_children_told_by_their_ages_alone_are_counted_with_the_others() -> None:
    made = rows(2026, 150)
    wrong = [
        (one.turns, one.who.counts, found) for one in made if one.who and (found := _of(*one.turns)) != one.who.counts
    ]
    assert len(wrong) <= len(made) * (1 - LEAST), wrong


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("9 adults, kids of 6, 8, 10 and 12, plus the twins who are 2", (9, 4, 2)),
        ("9 adults, kids are 6 and 8, plus the twins who are 2", (9, 2, 2)),
        ("9 adults, kids: 6, 8, 10 and a baby", (9, 3, 1)),
        ("me, my wife, kids 6, 8 and 10, plus my parents", (4, 3, 0)),
        ("girls of 5 and 9, 9 adults and a baby", (9, 1, 2)),
        ("10 adults, kids 7, 9, 12 and two little ones 2 and 4", (10, 3, 2)),
        ("10 adults, my triplets, all 6 and a 10 month old", (10, 3, 1)),
        ("we are having my twins (13) and six adults", (8, 0, 0)),
        ("we are having twins in May! 10 adults", (10, 0, 0)),
        ("9 adults, my kids 5, 7, 4, 2 and 3. Oh and my roommate, zip 94539", (10, 1, 4)),
        ("7 kids. Ages 1,3,6,8,11,12 and 16. Me, hubby, my parents and his mom", (6, 4, 2)),
        ("the Lees (4 of them, kids 6 and 2), the Parks, 2 adults 1 baby, and us 3", (7, 1, 2)),
        ("Smith family: 2 adults, 2 kids 7 & 9. Jones family: 3 adults 1 kid 4. Us: 4 adults, 1 infant", (9, 2, 2)),
        ("Max (8), his sister 5, four friends who are 7 and 8, two 6yo, my nephew 13 and my friends baby", (1, 7, 2)),
        ("myself, my spouse, a son age 5, my mother, father, brother, sister-in-law and nephew who is 11", (6, 1, 1)),
        ("6 moms each bringing one kid, all are 7 or 8", (6, 6, 0)),
        ("12 ppl: my twins (9), my toddler, the rest are grownups", (9, 2, 1)),
        ("me and my husband plus 14 girls, then mom, dad and my little bro (9)", (4, 15, 0)),
        ("my husband and I, 12 girls, my mom and my son (8)", (3, 13, 0)),
        ("a dozen kids + our 2 kids and 6 adults", (6, 14, 0)),
        ("6 adults, ten kids from her class plus our own 2 kids", (6, 12, 0)),
        ("6 adults and 5 kids, our 2 kids and 3 cousins", (6, 5, 0)),
        ("the Nguyens are 4 (2 kids, 7 and 10), the Bakers 5 incl a toddler, and us three", (9, 2, 1)),
        ("the Smiths 4, the Jones 6 including 2 kids 7 and 8, plus me and my wife", (10, 2, 0)),
        ("the Kims (4), the Bakers (5, one is 3) and the two of us", (10, 0, 1)),
        ("the Garcias make 5, the Hills 3 and we're 4", (12, 0, 0)),
        ("2 families of three & 2 teenagers", (8, 0, 0)),
        ("my sister's family of three, my 5-year-old twin boys, and our twins, 4", (3, 0, 4)),
        ("my brother's family of 4, my two kids (7 and 9), and me", (5, 2, 0)),
        ("4 families of 6, an 18 month old and my grandma", (25, 0, 1)),
        ("my family of 4, kids 8 and 10", (2, 2, 0)),
        ("30 of us, half of them teenagers", (30, 0, 0)),
        ("we're 20, 8 of them are teenagers", (20, 0, 0)),
        ("20 of us, 6 are teenagers and 4 are under 5", (16, 0, 4)),
        ("12 adults and 3 kids ages 7-10, my mom is paying", (12, 3, 0)),
    ],
)
def test_nobody_of_a_row_is_lost(text: str, party: tuple[int, int, int]) -> None:
    assert _of(text) == party


@pytest.mark.parametrize("unread", ["kids of 6ish and 8ish", "2 whippersnapper kids", "kids who have turned 6 and 8"])
def test_a_row_that_is_not_read_whole_is_left_to_the_plainer_readers(unread: str) -> None:
    row = read_roster(f"9 adults, {unread}, plus the twins who are 2")
    assert row is None or row.total > 11


@pytest.mark.parametrize(
    "text",
    [
        "my parents, the in laws, my sister and the neighbors with their toddler",
        "the Lees are 5 (2 parents, kids 8 10 and 17), we are 4 and the baby makes 5, plus grandma. thats 11",
    ],
)
def test_who_comes_is_asked_where_nobody_says_how_many_or_the_sum_is_another(text: str) -> None:
    answer = Talk().say(text)
    assert "count everybody once" in answer.text and answer.verdict.ok


@pytest.mark.parametrize(
    ("turns", "party"),
    [
        (("8 adults and a baby", "not the baby, he stays home"), (8, 0, 0)),
        (("10 adults and 2 kids (7, 9)", "the 9 yr old has a sleepover so not him"), (10, 1, 0)),
        (("10 adults and 2 kids (7, 9)", "my oldest has a game until 5"), (10, 2, 0)),
    ],
)
def test_a_child_stays_away_only_where_that_is_all_that_is_said(
    turns: tuple[str, ...], party: tuple[int, int, int]
) -> None:
    assert _of(*turns) == party


@pytest.mark.parametrize(
    ("turns", "party"),
    [
        (("how much for 14 girls", "they are 10"), (0, 14, 0)),
        (("how much for 14 girls", "they're all 9 or 10"), (0, 14, 0)),
        (("12 boys, price?", "all 11"), (0, 12, 0)),
        (("price for 12 girls", "ages 8 to 10"), (0, 12, 0)),
        (("15 girls", "they are all adults"), (15, 0, 0)),
        (("10 adults and 2 kids", "they are 7"), (10, 2, 0)),
        (("30 of us in 95112", "half of them are teenagers"), (30, 0, 0)),
    ],
)
def test_an_age_told_of_them_is_everybodys(turns: tuple[str, ...], party: tuple[int, int, int]) -> None:
    assert _of(*turns) == party


@pytest.mark.parametrize("said", ["the twins are 5 and 6", "the little ones are 5 and 6", "my girls are 5 and 6"])
def test_ages_are_no_day_where_a_day_was_asked(said: str) -> None:
    talk = Talk()
    talk.say("12 people in 95112")
    assert not talk.say(said).dialogue.dates and _of("12 people in 95112", said) == (10, 1, 1)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("my side 9, husband side 7", (16, 0, 0)),
        ("My side have 9 people, husband side 7, and 5 children all together extra", (16, 5, 0)),
        ("9 from my side, 7 from his", (16, 0, 0)),
        ("9 on my side and 7 on my husband's side", (16, 0, 0)),
        ("from my side 8 people, from hers 11", (19, 0, 0)),
        ("wife's side 12, mine 8", (20, 0, 0)),
        ("my side 12. husband's 14. 4 kids 7,8,9,10", (26, 4, 0)),
        ("12 on the bride's side, 9 on the groom's", (21, 0, 0)),
        ("we are 6 and the in-laws are 5", (11, 0, 0)),
        ("9 of us plus the captain and his wife", (11, 0, 0)),
        ("9 firefighters, the captain and his wife", (11, 0, 0)),
        ("9 firefighters", (9, 0, 0)),
        ("14 friends plus the bride and groom", (16, 0, 0)),
        ("15 students, 2 teachers and the principal", (18, 0, 0)),
        ("20 girls plus us parents", (2, 20, 0)),
        ("its just me my wife n her parents, 4 adults", (4, 0, 0)),
        ("3 couples and my in-laws, 8 adults", (8, 0, 0)),
        ("4 adults, me my wife and her parents", (4, 0, 0)),
        ("me, hubby, 2 kids 6 and 9, my parents, 4 adults total", (4, 2, 0)),
        ("my parents, 8 adults and 2 kids 7 9", (10, 2, 0)),
        ("11 with both families", (11, 0, 0)),
        ("the wedding party is 12 and then the bride and groom and both sets of parents", (18, 0, 0)),
        ("our group is 9 plus my parents", (11, 0, 0)),
        ("7 guys, the foreman and his two sons 11 and 14", (9, 1, 0)),
        ("12 adults, the patio and his grill are ready", (12, 0, 0)),
        ("we want it on the left side, 8 adults", (8, 0, 0)),
        ("sauce on the side for 12 adults", (12, 0, 0)),
        ("dinner for my family, 10 adults", (10, 0, 0)),
        ("my captain wants a dinner for 12 people", (12, 0, 0)),
    ],
)
def test_a_group_told_as_a_sum_is_all_of_it(text: str, party: tuple[int, int, int]) -> None:
    assert _of(text) == party


@pytest.mark.parametrize("text", ["10 of us and the neighbors", "20 girls plus us", "12 adults and my coworkers"])
def test_who_comes_beside_a_number_without_one_is_asked(text: str) -> None:
    assert _of(text) is None
