"""Guests who are told twice, grown children and totals behind a change: each head is counted once."""

import pytest

from hibachi.concierge.understanding.parties import bands_of, counts_of
from tests.concierge.local.talk import PROFILE, Talk

TOLD = [
    (("they are seven nine twelve and the little one is four. twelve adults and four children they are seven nine twelve and four",), (12, 3, 1)),
    (("the kids are eight ten and the baby is two. ten adults and three kids eight ten and two",), (10, 2, 1)),
    (("how much do you charge for 10 adults and 4 teenagers aged 15 with filet for everyone",), (14, 0, 0)),
    (("there's my wife and me, our 3 children (all in their twenties, already counted below) and friends, it will be 18 adults altogether, how much?",), (18, 0, 0)),
    (("how much for 5 adults and our 4 children who are in their twenties?",), (9, 0, 0)),
    (("how much for 30 adults, among them my three grown daughters and their husbands",), (30, 0, 0)),
    (("price for 15 adults, our daughter turns 16",), (15, 0, 0)),
    (("how much for 19 adults?", "my cousins just cancelled, so 15", "LOL they are back in, plus one more. 20"), (20, 0, 0)),
    (("price for 18 adults?", "my boss cancelled so 14", "ok he's back, 17"), (17, 0, 0)),
    (("price for 14 adults and 3 kids aged 8", "actually 4 kids", "sorry 3 again"), (14, 3, 0)),
]  # fmt: skip


@pytest.mark.parametrize(("said", "heads"), TOLD)
def test_each_head_is_counted_once(said: tuple[str, ...], heads: tuple[int, int, int]) -> None:
    talk = Talk()
    for one in said:
        answer = talk.say(one)
    counts = counts_of(answer.dialogue.party, bands_of(PROFILE))
    assert (counts.adults, counts.children, counts.toddlers) == heads
    assert answer.dialogue.dates == () and answer.verdict.ok


def test_who_counted_the_couples_is_not_asked() -> None:
    talk = Talk()
    said = "theres my husband and me, then his four brothers each w their wife, and my parents. thats 12 adults. and then two little kids 4 and 2 yrs old. zip 94587"
    party = counts_of(talk.say(said).dialogue.party, bands_of(PROFILE))
    assert party is not None and (party.adults, party.toddlers) == (12, 2)


def test_a_dish_for_some_of_the_guests_keeps_the_next_dish() -> None:
    talk = Talk()
    said = "We shall be 15 adults in 94506. Please note filet mignon for five of the guests and salmon for two."
    assert talk.say(said).dialogue.party.upgrades == {"filet_mignon": 5, "salmon": 2}


def test_a_number_that_is_a_day_stays_one() -> None:
    talk = Talk()
    talk.say("price for 12 adults in 94536")
    answer = talk.say("my cousins are back in town. May 20")
    assert answer.dialogue.party.adults == 12
    assert [day.day for day in answer.dialogue.dates] == [20]


FAMILY = "6 adults and 4 grandkids: 15, 12, 5, and a newborn. San Rafael 94901, may 9 2027 noon"
KIDS = "price for 15 ppl 4 kids santa rosa 95404 june 13 3pm, kids are 2, 5, 8 and 12"
RIGHTED = [
    ((FAMILY, "No, 8 adults!"), (8, 1, 2)),
    ((FAMILY, "There are EIGHT adults. 1 scallops, 1 lobster tail, 1 gyoza please"), (8, 1, 2)),
    ((FAMILY, "8 adults, not 7"), (8, 1, 2)),
    ((FAMILY, "Hmm 7 adults? We're 8 adults, 1 child, 2 little ones."), (8, 1, 2)),
    ((FAMILY, "7 adults? no its 8"), (8, 1, 2)),
    ((FAMILY, "1 child? I count 3 kids between 6 and 12"), (7, 3, 2)),
    ((FAMILY, "we said 8 adults, fix it please, its my dads retirement"), (8, 1, 2)),
    ((FAMILY, "sorry thats wrong, 8 adults 2 children 2 toddlers"), (8, 2, 2)),
    ((FAMILY, "2 toddlers? no just 1"), (7, 1, 1)),
    ((FAMILY, "we have 3 kids not 1"), (7, 3, 2)),
    ((FAMILY, "2 more adults"), (9, 1, 2)),
    ((FAMILY, "plus 2 adults"), (9, 1, 2)),
    ((FAMILY, "so 6 adults and 4 kids"), (7, 1, 2)),
    ((KIDS, "3 toddlers?", "just 2"), (11, 2, 2)),
    ((KIDS, "2 toddlers?", "its 3"), (11, 2, 3)),
    ((KIDS, "11 adults?", "just 10"), (10, 2, 2)),
    ((KIDS, "no. the kids are 2, 5, 8 and 12, 2 shld be free"), (11, 2, 2)),
    ((KIDS, "10 adults, 2 kids, 2 free"), (10, 2, 2)),
    ((KIDS, "10 adults, two children of 8 and 12 and two free little ones"), (10, 2, 2)),
    ((FAMILY, "7 adults! fix it. its my dads retirement"), (7, 1, 2)),
    ((FAMILY, "7 adults, not 8. I'd like to wait with booking"), (7, 1, 2)),
    ((FAMILY, "more like 8 grown ups dude. count again"), (8, 1, 2)),
    ((KIDS, "3 toddlers?", "just 2. also my sis is pregnant, is raw stuff in there"), (11, 2, 2)),
    ((KIDS, "5 children? I count 2 kids between 6 and 12, the 8 and the 12"), (11, 2, 2)),
    ((KIDS, "under 5 is free? So two of them should cost nothing"), (11, 2, 2)),
    (("8 adults 94566", "mine are 14, 9 and 4, and my brother has twins who are 7"), (9, 3, 1)),
    (("8 adults 94566", "the twins are 7 years old. and its 8 grownups plus my 14 yr old, then the 9 yr old, 2 seven yr olds, and one 4 yr old"), (9, 3, 1)),
    (("13 adults and 7 kids in 95616", "6, 7, 7, 8, 9, 10 and the oldest one just turned 13"), (14, 6, 0)),
    (("14 adults and 5 kids, oct 17 2026", "94596. Six, and the rest are 5, 4, 4 and 2."), (14, 1, 4)),
    (("14 adults and 5 kids, 94596 oct 17 2026", "one is 6, the others 5, 4, 4, 2"), (14, 1, 4)),
    (("11 adults and 4 kids in 95404", "the youngest is 2, then 5, 8 and 12"), (11, 2, 2)),
    (("11 adults and 4 kids in 95404", "8, 8, 9 and one just turned 13 last week"), (12, 3, 0)),
    (("11 adults and 4 kids in 95404", "the oldest just turned 13, the others are 6 8 and 9"), (12, 3, 0)),
    (("13 adults, 12 kids, 94538", "6 to 12 for 9 of them and 3 babies"), (13, 9, 3)),
    (("13 adults, 12 kids, 94538", "9 are between 6 and 12, the other 3 are under 5"), (13, 9, 3)),
    (("13 adults, 12 kids, 94538", "3 babies, the rest are 6 to 12"), (13, 9, 3)),
    (("me and 11 college buddies in 93940", "so if theyre 14 then what"), (14, 0, 0)),
    (("14 adults and 5 kids for 94596", "So four of them should cost nothing"), (14, 1, 4)),
    (("14 adults and 5 kids for 94596", "4 of the kids are under 5 so 4 are free"), (14, 1, 4)),
    (("14 adults and 5 kids for 94596", "they are 6, 5, 4, 4 and 2, so 4 go free"), (14, 1, 4)),
    (("10 adults and 4 kids, 2 of the kids are free since they are 3 and 4",), (10, 2, 2)),
]  # fmt: skip


@pytest.mark.parametrize(("said", "heads"), RIGHTED)
def test_a_count_told_with_its_noun_is_the_whole_of_that_kind(
    said: tuple[str, ...], heads: tuple[int, int, int]
) -> None:
    talk = Talk()
    for one in said:
        answer = talk.say(one)
    counts = counts_of(answer.dialogue.party, bands_of(PROFILE))
    assert counts.each == heads and answer.verdict.ok


def test_a_doubt_of_what_was_not_told_is_not_confirmed() -> None:
    talk = Talk()
    talk.say(KIDS)
    answer = talk.say("3 toddlers?")
    assert "Yes" not in answer.text and "2 toddlers" in answer.text


@pytest.mark.parametrize(
    "said",
    [
        "lobster?? for 4",
        "Just for mom, scallops and lobster as her two. And one gyoza for the table.",
        "steak and scallops as my 2, chicken for my hubby",
        "salmon and filet for our two guests of honor",
        "mom and dad get lobster, thats two",
        "2 lobster tails for me and my wife, we are celebrating",
        "lobster for just 3",
    ],
)
def test_a_dish_for_some_leaves_the_number_of_guests(said: str) -> None:
    talk = Talk()
    talk.say("12 adults, 94901")
    answer = talk.say(said)
    assert counts_of(answer.dialogue.party, bands_of(PROFILE)).each == (12, 0, 0)


@pytest.mark.parametrize(
    "said", ["we are 10 now, lobster for all", "make it 10 and lobster for 4", "just 10 and salmon for all"]
)
def test_a_new_size_beside_a_dish_is_one(said: str) -> None:
    talk = Talk()
    talk.say("12 adults, 94901")
    answer = talk.say(said)
    assert counts_of(answer.dialogue.party, bands_of(PROFILE)).each == (10, 0, 0)


OPEN = [
    ("We'd be 25, half kids, 94538", "12", (13, 12, 0)),
    ("We'd be 25, half kids, 94538", "about 12 of us", (13, 12, 0)),
    ("20 people, roughly a third of them children, 95616", "Let's say 13 adults and 7 kids", (13, 7, 0)),
    ("me, my husband, mom and dad, my two brothers and their wives, and then the kids", "4, 6 and 9", (8, 2, 1)),
    ("8 adults and then the kids, 94538", "3, ages 4, 6 and 9", (8, 2, 1)),
    ("8 adults plus kids, 94538", "like 5", (8, 5, 0)),
    ("8 adults and some kids, 94538", "5 kids, all under 5", (8, 0, 5)),
    ("12 people, mostly kids, 94538", "9 kids", (3, 9, 0)),
    ("8 adults and then the kids, 94538", "oh no kids after all", (8, 0, 0)),
]


@pytest.mark.parametrize(("first", "answer", "heads"), OPEN)
def test_children_without_a_number_are_asked_for(first: str, answer: str, heads: tuple[int, int, int]) -> None:
    talk = Talk()
    asked = talk.say(first)
    assert "How many kids" in asked.text and asked.verdict.ok
    told = talk.say(answer)
    assert counts_of(told.dialogue.party, bands_of(PROFILE)).each == heads and told.verdict.ok
    assert "How many kids" not in told.text


@pytest.mark.parametrize(
    "said",
    [
        "24 people, a third are kids, 94538",
        "12 adults and no kids, 94538",
        "12 adults, we would like the kids menu, 94538",
    ],
)
def test_children_who_are_counted_or_stay_away_are_not_asked_for(said: str) -> None:
    assert "How many kids" not in Talk().say(said).text


@pytest.mark.parametrize(
    ("said", "heads"),
    [
        (("14 girls", "they are 9 and 10"), (0, 14, 0)),
        (("12 people", "they are all between 9 and 11"), (0, 12, 0)),
        (("we're 24 and a third are teens",), (24, 0, 0)),
        (("how much for 12 adults and 4 kids in 95148", "12 total, not 12 plus 4"), (8, 4, 0)),
        (("how much for 12 adults and 4 kids in 95148", "no, 12 total with the kids"), (8, 4, 0)),
        (("price for 12 adults in 95148", "and 4 kids, 8"), (12, 4, 0)),
    ],
)
def test_an_age_or_a_whole_told_later_is_of_those_who_were_counted(
    said: tuple[str, ...], heads: tuple[int, int, int]
) -> None:
    talk = Talk()
    answer = [talk.say(one) for one in said][-1]
    assert counts_of(answer.dialogue.party, bands_of(PROFILE)).each == heads and not answer.dialogue.dates


FOURTEEN = "14 adults, 94301, July 17 6pm, how much?"
TWELVE = "12 adults, September 26, 94546, how much?"
TWENTY = "20 ppl 94597, july 5, how much"
EIGHT_AND_TWO = "8 adults and 2 kids, 9 and 10, 94539, June 13 at 6pm. How much?"
PUT_RIGHT = [
    ((EIGHT_AND_TWO, "No: 7 adults including the 17 year old, plus the 12 year old and the 6 year old"), (7, 2, 0)),
    ((EIGHT_AND_TWO, "It's seven adults, not eight."), (7, 2, 0)),
    ((EIGHT_AND_TWO, "But it says 8 adults. We are 7, please put that right"), (7, 2, 0)),
    ((FOURTEEN, "One of our techs gave notice so we're one fewer, but her replacement comes with a husband, so plus two"), (15, 0, 0)),
    ((FOURTEEN, "One fewer, then two more: 14 - 1 + 2 = 15. Please correct it."), (15, 0, 0)),
    ((TWELVE, "12 - 1 = 11"), (11, 0, 0)),
    ((TWELVE, "2 drop out but 3 new ones come"), (13, 0, 0)),
    ((TWELVE, "we lost two and gained one"), (11, 0, 0)),
    (("7 adults and 10 children, how much?", "Dear me. Twenty-one grown people, nobody under thirteen."), (21, 0, 0)),
    (("7 adults and 10 children, how much?", "nobody is under 13"), (17, 0, 0)),
    (("7 adults and 10 children, how much?", "they're all adults"), (17, 0, 0)),
    (("7 adults and 10 children, how much?", "No kids after all"), (7, 0, 0)),
    (("7 adults and 3 children, how much?", "sorry, I meant 12 people, everyone is over 13"), (12, 0, 0)),
    (("28 people, Oct 9, 94566, how much?", "my side has four teens and a 12 year old inside the 28, so cheaper I guess?"), (27, 1, 0)),
    ((TWELVE, "there are also 2 kids in that 12, 8 and 10 years old"), (10, 2, 0)),
    ((TWELVE, "my daughters are 8 and 10, they are already in the 12"), (10, 2, 0)),
    ((TWELVE, "my sisters 2 kids r 9 and 5 are they in the 12? yes they are"), (10, 1, 1)),
    ((TWELVE, "plus 2 kids, 8 and 10", "no they're inside the 12, not on top"), (10, 2, 0)),
    ((TWELVE, "plus 2 kids, 8 and 10", "no, 12 altogether with the kids"), (10, 2, 0)),
    ((TWELVE, "plus 2 kids, 8 and 10", "what's the total for 12 + 2 now?"), (12, 2, 0)),
    (("15 adults, 2 children and 1 toddler, how much?", "Fifteen adults? We are nine altogether, six of them adults."), (6, 2, 1)),
    ((TWENTY, "theres a chance its only 16, when do u need to know for sure"), (20, 0, 0)),
    ((TWENTY, "we may be just 16", "no keep it at 20 for now"), (20, 0, 0)),
    (("20 adults and 2 kids (7, 9) 94597", "keep it at 22"), (20, 2, 0)),
    ((TWENTY, "could u do it for 900"), (20, 0, 0)),
    ((TWENTY, "1112?? thats crazy"), (20, 0, 0)),
    (("12 adults in 94952?", "google says 68 miles. could u do it for 76"), (12, 0, 0)),
    (("14 adults 3 kids (7,8,9) 94541", "is sake included in the 14 adults price? not extra?"), (14, 3, 0)),
    (("16 people in 94087, of them 2 nieces 7 and 11", "and my nephew 15 is also in the 16. do you bring plates?"), (14, 2, 0)),
    (("24 guests, 94022, how much", "I think I overcounted. 22."), (22, 0, 0)),
    (("24 guests, 94022, how much", "two of the 24 are nannies who dont eat, take them off"), (22, 0, 0)),
    (("24 adults, 94022, how much", "24 is everyone, kids too. the kids are 4: 3, 5, 7, 9"), (20, 2, 2)),
    (("10 adults 4 kids (6,7,8,9) 94022", "I'm counting 13, not 14. 9 adults 4 kids"), (9, 4, 0)),
    (("10 adults 4 kids (6,7,8,9) 94022", "swap one adult for a kid, she's 11"), (9, 5, 0)),
    (("10 adults 4 kids (6,7,8,9) 94022", "maybe 12 adults in the end, will know next week"), (10, 4, 0)),
    (("10 adults 94022", "my aunt is 80 and my niece 16, both in the 10"), (10, 0, 0)),
    (("17 adults, 5 kids aged 6 to 12, 2 babies. 94577", "You have to take one adult and one kid off"), (16, 4, 2)),
    (("17 adults, 5 kids aged 6 to 12, 2 babies. 94577", "So 17, 4 and 2."), (17, 4, 2)),
    (("10 people, 94126", "make it 11, i forgot my roommate", "no wait he was already counted. 10 it is"), (10, 0, 0)),
    (("9 adults & 3 kids (4,6,8) 94568", "scratch the kids, babysitter can do it"), (9, 0, 0)),
    (("30 people in 94538?", "it's 30 with the kids. kids are 8 of them, all between 7 and 12"), (22, 8, 0)),
    (("18 people, 94566, july 11 6pm", "my cousin says it might be 20 idk yet", "ok just leave 18"), (18, 0, 0)),
]  # fmt: skip


@pytest.mark.parametrize(("said", "heads"), PUT_RIGHT)
def test_a_correction_sets_the_guests_and_never_adds(said: tuple[str, ...], heads: tuple[int, int, int]) -> None:
    talk = Talk()
    for one in said:
        answer = talk.say(one)
    counts = counts_of(answer.dialogue.party, bands_of(PROFILE))
    assert counts is not None and counts.each == heads


@pytest.mark.parametrize(
    ("said", "heads"),
    [
        ("a family of nine in 94546 for Dad's 70th. Six adults, kids are 11, 8 and 3.", (6, 2, 1)),
        ("There will be ten of us, eight adults and two children of 6 and 9, 94539, price?", (8, 2, 0)),
        ("We have four children, all married, and eleven grandchildren, the youngest is thirteen. So that is us two and them.", (21, 0, 0)),
        ("My four children are in their forties, with their husbands and wives that makes eight. Eleven grandchildren, thirteen and up, and the two of us.", (21, 0, 0)),
        ("three married daughters, five grandkids the youngest is 14, plus my husband and me. how much?", (13, 0, 0)),
        ("my sister and i split a party. she has 6 ppl i have 7, do u do san mateo", (13, 0, 0)),
        ("his family is 6 and mine is 8, how much in 94539", (14, 0, 0)),
        ("my sons 5th bday, 8 adults and 10 preschoolers, 94539. how much?", (8, 0, 10)),
        ("10 adults and 6 kids, all preschoolers, 94539 price", (10, 0, 6)),
        ("I have 4 ppl, my coworker has 6 and her friend brings 3 more. 94539 price", (13, 0, 0)),
        ("there's 8 of us plus my brothers fam which is 5 (2 of them little, 3 and 4). 94587 price?", (11, 0, 2)),
        ("hi its for 2 families of five, each with 3 kids ages 8-11. 94536 cost", (4, 6, 0)),
        ("Mom, Dad, we three kids with our partners, and five grandchildren: 17, 15, 11, 8, 4. 94568 cost?", (10, 2, 1)),
        ("party of fifteen; twelve grown ups, the rest are kids aged 6, 7 and 10. how much in 94536", (12, 3, 0)),
        ("There's my wife and me, our two sons (17 and 12), my brother's family - him, his wife, a daughter of 6 - and my parents.", (7, 2, 0)),
    ],
)  # fmt: skip
def test_a_party_told_by_its_parts_and_their_sum_is_counted_once(said: str, heads: tuple[int, int, int]) -> None:
    counts = counts_of(Talk().say(said).dialogue.party, bands_of(PROFILE))
    assert counts is not None and counts.each == heads


def test_a_doubt_of_the_miles_is_no_large_party() -> None:
    talk = Talk()
    talk.say("Do u serve santa rosa 95404 & wats the travel fee")
    answer = talk.say("96?? its like 80 from fremont. who measured that")
    assert counts_of(answer.dialogue.party, bands_of(PROFILE)) is None
    assert "$132" in answer.text


@pytest.mark.parametrize(
    "said",
    [
        "just adults: me, my 4 siblings, and everyone brings a spouse. 94550 cost?",
        "my husbands boss, his wife, the two of us and our neighbors (3 adults one 9yo). 94070 price?",
    ],
)
def test_guests_who_are_told_and_not_read_are_asked(said: str) -> None:
    answer = Talk().say(said)
    assert "count everybody once" in answer.text and counts_of(answer.dialogue.party, bands_of(PROFILE)) is None


def test_who_goes_and_comes_without_a_number_is_asked() -> None:
    talk = Talk()
    talk.say(TWELVE)
    answer = talk.say("my boss drops out, but his wife and her mom come")
    assert "count everybody once" in answer.text and answer.dialogue.party.adults == 12


def test_nothing_is_booked_before_the_guests_are_known() -> None:
    talk = Talk()
    talk.say("12 adults, 94541, june 20 at 6pm, Ana Diaz 925-555-0101")
    answer = talk.say("my boss drops out but his wife and her mom come. book it")
    assert "book_party" not in answer.tools and "count everybody once" in answer.text
    talk.say("13 adults")
    assert "book_party" in talk.say("yes").tools and talk.dialogue.party.adults == 13
