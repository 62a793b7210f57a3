"""Head counts in the many ways in which they are written: whatever stands around it, the count that was put in comes out."""

from datetime import datetime
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from hibachi.concierge.understanding import headcount
from hibachi.concierge.understanding.frames import read_frame
from hibachi.concierge.understanding.parties import bands_of, counts_of, merged
from hibachi.concierge.understanding.schemas import Dialogue, PartyState
from hibachi.language.spacing import spaced
from hibachi.policies.service import DEFAULT_PATH, read_profile

PROFILE = read_profile(DEFAULT_PATH)
NOW = datetime(2026, 3, 4, 10, tzinfo=ZoneInfo("America/Los_Angeles"))


def counted(text: str, dialogue: Dialogue | None = None) -> tuple[int, int, int] | None:
    """Adults, children and toddlers after a message."""
    before = dialogue or Dialogue()
    frame = read_frame(spaced(text), dialogue=before, profile=PROFILE, now_local=NOW)
    counts = counts_of(merged(before.party, frame.guests), bands_of(PROFILE))
    return (counts.adults, counts.children, counts.toddlers) if counts else None


WRITTEN: list[tuple[str, tuple[int, int, int]]] = [
    ("20 June, 3pm, for 17 adults", (17, 0, 0)),
    ("you said everyone under 16 eats free, so 10 adults + my 5 nephews (all 14)", (15, 0, 0)),
    ("kids under 16 are free? 12 adults and 2 kids (14 and 15)", (14, 0, 0)),
    ("kids under 12 are free, right? we are 14 adults", (14, 0, 0)),
    ("children under 18 are free. 18 adults in 95132", (18, 0, 0)),
    ("kids from 6 to 12 are free? 9 adults", (9, 0, 0)),
    ("we're 6 friends, so 9 adults and 3 kids, all 13", (12, 0, 0)),
    ("12 plus one 8yr old", (12, 1, 0)),
    ("14 + a 9 year old", (14, 1, 0)),
    ("18 students and 4 chaperones", (22, 0, 0)),
    ("8 adults, 9 kids from 6 to 8 and 2 toddlers aged 3", (8, 9, 2)),
    ("24 adults and 5 children from 8 to 12, price?", (24, 5, 0)),
    ("12 adults, the party is from 6 to 8", (12, 0, 0)),
    ("10 adults and 4 kids, from 6 to 9 pm", (10, 4, 0)),
    ("theres a dozen adults and a couple of kids, 8 and 10, 94560", (12, 2, 0)),
    ("14 adults, a couple kids (7, 9)", (14, 2, 0)),
    ("12 adults with a couple of toddlers", (12, 0, 2)),
    ("hw mch 4 12 adltz n 3 kidz (7 8 11) @ 94544", (12, 3, 0)),
    ("1) What is the price for 14 adults in 94022?\n2) Do you bring tables?\n3) Is sake included?", (14, 0, 0)),
    ("please change the guests from 12 to 14", (14, 0, 0)),
    ("11 adults and 3 kids, all under 5", (11, 0, 3)),
    ("8 adults, 2 teenagers (13 and 16) and a 12-year-old. 94040. Price?", (10, 1, 0)),
    ("Adults: 14\nChildren (6-12): 3\nToddlers: 1\nZIP: 94566", (14, 3, 1)),
    ("Adults: 14\nKids (ages 6-12): 3", (14, 3, 0)),
    ("Adults (13+): 14\nChildren (6-12): 3\nToddlers (5 and under): 2", (14, 3, 2)),
    ("- 12 adults\n- 2 kids (7, 9)\n- 94539", (12, 2, 0)),
    ("-- 12 adults\n-- 94539", (12, 0, 0)),
    ("* 12 adults\n* 3 kids ages 6, 8, 10", (12, 3, 0)),
    ("• 12 adults • 3 children (7, 8, 11)", (12, 3, 0)),
    ("guests - 12 adults - 2 kids (8, 10)", (12, 2, 0)),
    ("> 14 adults\n> 94539", (14, 0, 0)),
    ("adults 16; kids 2 (7;9); zip 94568", (16, 2, 0)),
    ("adults 16, kids 2 (7/9)", (16, 2, 0)),
    ("12 adlts 2 kdis (6 n 8) 94544 hw much", (12, 2, 0)),
    ("12 aduslt 2 kisd 7 n 9 94544", (12, 2, 0)),
    ("14 peopel 94544", (14, 0, 0)),
    ("14 poeple", (14, 0, 0)),
    ("14 guets", (14, 0, 0)),
    ("14 adlut", (14, 0, 0)),
    ("15 pepole", (15, 0, 0)),
    ("12 adults 3 childrn (7, 8, 9)", (12, 3, 0)),
    ("12 adults 3 chilren 7 8 9", (12, 3, 0)),
    ("16-adults/94560/how-much", (16, 0, 0)),
    ("16 adults/2 kids/94560", (16, 2, 0)),
    ("price12adults94539", (12, 0, 0)),
    ("12adults2kids94539", (12, 2, 0)),
    ("so...14 adults...94301...price...?", (14, 0, 0)),
    ("12 hungry humans", (12, 0, 0)),
    ("12 hungry mouths to feed", (12, 0, 0)),
    ("15 souls", (15, 0, 0)),
    ("18 individuals", (18, 0, 0)),
    ("22 homies", (22, 0, 0)),
    ("14 grownups", (14, 0, 0)),
    ("12 besties", (12, 0, 0)),
    ("13 family members", (13, 0, 0)),
    ("11 buddies", (11, 0, 0)),
    ("16 moms", (16, 0, 0)),
    ("12 dads", (12, 0, 0)),
    ("15 students", (15, 0, 0)),
    ("16 teammates", (16, 0, 0)),
    ("18 relatives", (18, 0, 0)),
    ("12 participants", (12, 0, 0)),
    ("13 starving adults", (13, 0, 0)),
    ("12 grown men", (12, 0, 0)),
    ("14 crazy cousins", (14, 0, 0)),
    ("12 very hungry people", (12, 0, 0)),
    ("five families each with two adults and one kid (8 or 9)", (10, 5, 0)),
    ("4 families, each 2 adults and 2 kids between 6 and 12", (8, 8, 0)),
    ("three families of 2 adults and 1 kid (7)", (6, 3, 0)),
    ("3 families, each has two adults and two kids, all 6 to 10", (6, 6, 0)),
    ("there's six of us and then the neighbors that's another eight so fourteen all adults", (14, 0, 0)),
    ("6 of us and the neighbors are another 8, so 14 adults in all", (14, 0, 0)),
    ("8 from my side and 9 from his, 17 adults total", (17, 0, 0)),
    ("12 adults 94301 w 4 lobster how much", (12, 0, 0)),
    ("14 adults w 4 filet 94065", (14, 0, 0)),
    ("12 adults not including myself", (13, 0, 0)),
    ("9 adults, 3 teens and 2 kids (7, 9)", (12, 2, 0)),
    ("6 adults plus 8 more, that's 14 people", (14, 0, 0)),
    ("7 from work + 8 friends = 15 people", (15, 0, 0)),
    ("we are 8 and my brother's family is 6, so 14 total", (14, 0, 0)),
    ("10 adults and 4 kids (6-12), 14 total", (10, 4, 0)),
    ("10 adults, 4 kids 6-12, so 14 people", (10, 4, 0)),
    ("20 people, a third are kids", (20, 0, 0)),
    ("21 people, a third of them kids 6-12", (14, 7, 0)),
    ("12 adults and 4 kids. the oldest is 13", (13, 3, 0)),
    ("12 adults, 4 kids, two just turned 13", (14, 2, 0)),
    ("11 adults and 2 kids, both are 13", (13, 0, 0)),
    ("14adults 94539 price", (14, 0, 0)),
    ("14adults+2kids(7,9)", (14, 2, 0)),
    ("hi,12adults,94539,how much?", (12, 0, 0)),
    ("12people94301how much", (12, 0, 0)),
    ("adults12 kids2 94539", (12, 2, 0)),
    ("cost_for_12_adults", (12, 0, 0)),
    ("12.adults.94301", (12, 0, 0)),
    ("quote:12adults;zip:94539", (12, 0, 0)),
    ("12adults|94539", (12, 0, 0)),
    ("HOWMUCH12ADULTS94539", (12, 0, 0)),
    ("12 adults and four kids, two of them are 13", (14, 2, 0)),
    ("12 adults, 3 kids but one is 13", (13, 2, 0)),
    ("10 adults, a 14 year old and a 9 year old", (11, 1, 0)),
    ("8 adults and 3 teens", (11, 0, 0)),
    ("8 adults and 3 teens 14 15 17", (11, 0, 0)),
    ("8 adults plus three teenagers, 13, 14 and 12", (10, 1, 0)),
    ("8 adults, 1 teen (15), 2 kids (7, 9), a baby", (9, 2, 1)),
    ("party of 12 adults", (12, 0, 0)),
    ("9 grown ups and 4 little kids (3, 4, 7, 8)", (9, 2, 2)),
    ("Number of adults - 12. Number of children - 3 (7, 8, 11).", (12, 3, 0)),
    ("# adults: 12\n# kids: 3 (7, 9, 10)", (12, 3, 0)),
    ("Adults = 12, Children = 3, ages = 7, 8, 9", (12, 3, 0)),
    ("Guests: 16 (12 adults, 4 children 6-12)", (12, 4, 0)),
    ("16 ppl: 12 adults + 4 kids (6-11)", (12, 4, 0)),
    ("headcount 16, 4 of those are kids between 6 and 12", (12, 4, 0)),
    ("Count: 16 adults", (16, 0, 0)),
    ("Headcount: 16", (16, 0, 0)),
    ("party size: 16", (16, 0, 0)),
    ("Guest count: 16 adults, 0 children", (16, 0, 0)),
    ("We're 16, all adults", (16, 0, 0)),
    ("we r 16 all over 18", (16, 0, 0)),
    ("16 of us, all grown", (16, 0, 0)),
    ("all adults, 16 of us, on 20 June at 3pm", (16, 0, 0)),
    ("3pm, 20 June, 17 adults", (17, 0, 0)),
    ("17 adults, 20 June, 3pm", (17, 0, 0)),
    ("20 June for 17 adults at 3pm", (17, 0, 0)),
    ("on the 20th of June for 17 adults", (17, 0, 0)),
    ("June 20, 17 adults and 3 kids (8, 9, 10)", (17, 3, 0)),
    ("6/20 17 adults", (17, 0, 0)),
    ("Fri 20 17 adults", (17, 0, 0)),
    ("15 adults, 2 kids (8 & 11), 1 infant", (15, 2, 1)),
    ("15 adults, 2 kids 8&11", (15, 2, 0)),
    ("kids: 2 (8 and 11), adults: 15", (15, 2, 0)),
    ("kids 8 and 11, adults 15", (15, 2, 0)),
    ("10 adults, two 7 year olds, one 4 year old", (10, 2, 1)),
    ("10 adults, two 7-year-olds and a 4-year-old", (10, 2, 1)),
    ("10 adults + my kids 7 and 4", (10, 1, 1)),
    ("ten adults and my twins who are 7", (10, 2, 0)),
    ("a dozen adults and half a dozen kids all 8 or 9", (12, 6, 0)),
    ("20 people half adults half kids (6-12)", (10, 10, 0)),
    ("20 guests, a quarter are kids 6-12", (15, 5, 0)),
    ("4 couples and 3 kids 6,7,8", (8, 3, 0)),
    ("me plus 11 adults", (12, 0, 0)),
    ("12 adults including me", (12, 0, 0)),
    ("12 adults not counting me", (13, 0, 0)),
    ("11 adults besides me", (12, 0, 0)),
]


@pytest.mark.parametrize(("text", "party"), WRITTEN)
def test_guests_however_they_are_written(text: str, party: tuple[int, int, int]) -> None:
    assert counted(text) == party


SPELT = (
    "adults",
    "adlts",
    "aduslt",
    "adutls",
    "adults,",
    "Adults",
    "grown-ups",
    "hungry humans",
    "people",
    "poeple",
    "peopel",
    "guests",
    "guets",
    "pepole",
)
AROUND = (
    "{}",
    "how much for {}",
    "{} 94539",
    "hi! {}, 94539?",
    "- {}\n- 94539",
    "-- {}",
    "* {}",
    "so...{}...94539...price?",
    "price request; {}; zip 94539",
    "{} on june 20 at 6pm",
    "20 June, 3pm, for {}",
    "6/20 {}",
    "quote:{};zip:94539",
)


@pytest.mark.parametrize(("frame", "noun"), list(product(AROUND, SPELT)))
def test_the_number_that_was_put_in_comes_out(frame: str, noun: str) -> None:
    for number in (11, 17, 23):
        assert counted(frame.format(f"{number} {noun}")) == (number, 0, 0)


@pytest.mark.parametrize(
    "word", ["kinds", "kind", "bids", "gust", "kiss", "questions", "guess", "orders", "miles", "minutes", "dollars"]
)
def test_a_word_a_letter_away_is_no_guest(word: str) -> None:
    assert counted(f"14 {word}") is None


def _told(ages: tuple[int, ...] = (), **party: int) -> Dialogue:
    """A price was told for this party, and the date or the ages were asked."""
    young = bool(party.get("children"))
    return Dialogue(
        party=PartyState(ages=ages, **party),
        expecting=("ages",) if young else ("date",),
        quoted=True,
        goal="quote",
        turns=1,
    )


OF_THE_CHILDREN: list[tuple[Dialogue, str, tuple[int, int, int]]] = [
    (_told(adults=11, children=3), "all under 5", (11, 0, 3)),
    (_told(adults=11, children=3), "theyre all under 5", (11, 0, 3)),
    (_told(adults=11, children=3), "under 6", (11, 0, 3)),
    (_told(adults=11, children=3), "they are all over 12", (14, 0, 0)),
    (_told(adults=11, children=3), "all 5 and under", (11, 0, 3)),
    (_told(adults=11, children=3), "all between 6 and 10", (11, 3, 0)),
    (_told(adults=11, children=3), "none over 5", (11, 0, 3)),
    (_told(adults=11, children=3), "all of them under five", (11, 0, 3)),
    (_told(adults=11, children=3), "all younger than 6", (11, 0, 3)),
    (_told(adults=11, children=3), "up to 5", (11, 0, 3)),
    (_told(adults=11, children=3), "all 4", (11, 0, 3)),
    (_told(adults=11, children=3), "4, 5 and 5", (11, 0, 3)),
    (_told(adults=11, children=3), "6-8", (11, 3, 0)),
    (_told(adults=11, children=3), "all 7 or 8", (11, 3, 0)),
    (_told(adults=11, children=3), "every kid is under 6", (11, 0, 3)),
    (_told(adults=11, children=3), "the kids are all 13 or 14", (14, 0, 0)),
    (_told(adults=11, children=3), "3 5 and 9", (11, 1, 2)),
    (_told(adults=11, children=3), "3, 5, 9", (11, 1, 2)),
    (_told(adults=11, children=3), "three, five and nine", (11, 1, 2)),
    (_told(adults=11, children=3), "toddlers, all of them", (11, 0, 3)),
    (_told(adults=10, children=4), "two of those kids are already 13", (12, 2, 0)),
    (_told(adults=10, children=4), "two of them are 13 already", (12, 2, 0)),
    (_told(adults=10, children=4), "2 of the kids just turned 13", (12, 2, 0)),
    (_told(adults=10, children=4), "one is 13", (11, 3, 0)),
    (_told(adults=10, children=4), "one of them is 13 now", (11, 3, 0)),
    (_told(adults=10, children=4), "the oldest is 14", (11, 3, 0)),
    (_told(adults=10, children=4), "two of the kids are teenagers", (12, 2, 0)),
    (_told(adults=10, children=4), "actually two of those kids are 13", (12, 2, 0)),
    (_told(adults=10, children=4), "two of our kids are 13 so they're adults right?", (12, 2, 0)),
    (_told(adults=10, children=4), "oh wait 2 of the 4 kids are 13", (12, 2, 0)),
    (_told(adults=10, children=4), "2 of the kids are 14 and 15", (12, 2, 0)),
    (_told(adults=10, children=4), "two of the kids are under 5", (10, 2, 2)),
    (_told(adults=10, children=4), "one of the kids is only 4", (10, 3, 1)),
    (_told(adults=10, children=4), "all teens", (14, 0, 0)),
    (_told(adults=10, children=4), "7 8 9 and 13", (11, 3, 0)),
    (_told(adults=10, children=4), "7, 8, 9, 13", (11, 3, 0)),
    (_told(adults=10, children=4), "one's 13, the others are 7, 8 and 9", (11, 3, 0)),
    (_told(adults=10, children=4), "3, 5, 7 and 13 years old", (11, 1, 2)),
    (_told(ages=(7, 8, 9), adults=10, children=3), "the oldest is already 13", (11, 2, 0)),
]


@pytest.mark.parametrize(("dialogue", "text", "party"), OF_THE_CHILDREN)
def test_ages_that_are_told_later(dialogue: Dialogue, text: str, party: tuple[int, int, int]) -> None:
    assert counted(text, dialogue) == party


RECOUNTED: list[tuple[str, int]] = [
    ("actually just 13", 13),
    ("i meant 17", 17),
    ("i meant 17 lol", 17),
    ("nope 15", 15),
    ("nope, 15", 15),
    ("no 15", 15),
    ("no, 15", 15),
    ("sorry 15 not 14", 15),
    ("sorry, 16", 16),
    ("wait 13", 13),
    ("wait no 13", 13),
    ("+3", 17),
    ("+ 3", 17),
    ("plus 3", 17),
    ("3 more", 17),
    ("so 34", 34),
    ("so that's 34", 34),
    ("just 13", 13),
    ("only 13", 13),
    ("make it 16", 16),
    ("make that 16", 16),
    ("16 now", 16),
    ("16 instead", 16),
    ("we're 16", 16),
    ("were 16 now", 16),
    ("it's 16", 16),
    ("its 16 actually", 16),
    ("16 actually", 16),
    ("16 sorry", 16),
    ("lets say 16", 16),
    ("let's do 16", 16),
    ("change to 16", 16),
    ("change it to 16", 16),
    ("up to 16", 16),
    ("down to 12", 12),
    ("correction: 12", 12),
    ("correction 12", 12),
    ("oops 12", 12),
    ("oops i mean 12", 12),
    ("12 not 14", 12),
    ("12, not 14", 12),
    ("not 14, 12", 12),
    ("not 14 but 12", 12),
    ("more like 20", 20),
    ("what about 20", 20),
    ("how about 20", 20),
    ("what if 20", 20),
    ("what if its 20", 20),
    ("what if we're 20", 20),
    ("and for 20?", 20),
    ("for 20?", 20),
    ("with 20?", 20),
    ("if 20", 20),
    ("-2", 12),
    ("minus 2", 12),
    ("2 less", 12),
    ("two fewer", 12),
    ("two more", 16),
    ("one more", 15),
    ("another 2", 16),
    ("add 2", 16),
    ("add 2 more", 16),
    ("take off 2", 12),
    ("one less", 13),
    ("minus one", 13),
    ("-1", 13),
    ("lol make that 15", 15),
    ("my bad 15", 15),
    ("i said 14 but its 15", 15),
    ("i said 14 but it's really 15", 15),
    ("scratch that, 15", 15),
    ("no wait its 15", 15),
    ("actually it's gonna be 15", 15),
    ("actually we'll be 15", 15),
    ("sorry i meant fifteen", 15),
    ("fifteen actually", 15),
    ("meant 15", 15),
    ("*15", 15),
    ("15*", 15),
    ("15 total", 15),
    ("15 in total", 15),
    ("15 altogether", 15),
    ("should be 15", 15),
    ("shoud be 15", 15),
    ("it should say 15", 15),
    ("can you do 15", 15),
    ("now 15", 15),
    ("just got word, 15", 15),
    ("15 of us", 15),
    ("15 of us now", 15),
    ("closer to 20", 20),
    ("20ish", 20),
    ("say 20", 20),
    ("double that, 28", 28),
]


@pytest.mark.parametrize(("text", "number"), RECOUNTED)
def test_a_bare_number_after_a_price_counts_the_guests_anew(text: str, number: int) -> None:
    """Although a date was asked, no day is read, and no hour."""
    frame = read_frame(text, dialogue=_told(adults=14), profile=PROFILE, now_local=NOW)
    assert counted(text, _told(adults=14)) == (number, 0, 0)
    assert not (frame.dates or frame.times or frame.date_problem)


@pytest.mark.parametrize(
    "text", ["13", "the 13th", "13th", "maybe the 13th", "how about the 13th", "the 13th please", "on the 13th"]
)
def test_an_answer_to_the_question_for_the_date_is_a_day(text: str) -> None:
    frame = read_frame(text, dialogue=_told(adults=14), profile=PROFILE, now_local=NOW)
    assert [day.day for day in frame.dates] == [13]
    assert counted(text, _told(adults=14)) == (14, 0, 0)


@pytest.mark.parametrize("text", ["6", "6 instead", "no, 6", "ok 6 then", "let's do 6"])
def test_an_answer_to_the_question_for_the_time_is_an_hour(text: str) -> None:
    dialogue = _told(adults=14).model_copy(update={"expecting": ("time",), "dates": (NOW.date().replace(day=28),)})
    frame = read_frame(text, dialogue=dialogue, profile=PROFILE, now_local=NOW)
    assert 18 in {at.hour for at in frame.times}
    assert counted(text, dialogue) == (14, 0, 0)


@pytest.mark.parametrize(
    "text",
    [
        "yes that one",
        "yes 2 of them",
        "one more question",
        "5 stars!",
        "call me at 6",
        "94539",
        "2 things",
        "give me 1 minute",
    ],
)
def test_numbers_of_other_things_count_no_guests(text: str) -> None:
    assert counted(text, _told(adults=14)) == (14, 0, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two of the parents just texted that they'd like to stay as well.", (14, 0, 0)),
        ("3 of my cousins want to come too", (15, 0, 0)),
        ("another couple: 2 friends are joining us after all", (14, 0, 0)),
        ("And one of them brings her 8-year-old. Total?", (12, 1, 0)),
        ("my sister is bringing her 4 year old, what's the price now?", (12, 0, 1)),
    ],
)
def test_who_joins_those_that_are_counted(text: str, expected: tuple[int, int, int]) -> None:
    assert counted(text, Dialogue(party=PartyState(adults=12))) == expected


@pytest.mark.parametrize(
    "text", ["yesterday you told me 12 adults are fine", "the boys turned six yesterday, 12 adults"]
)
def test_yesterday_is_no_day_of_a_party_to_come(text: str) -> None:
    frame = read_frame(text, dialogue=Dialogue(), profile=PROFILE, now_local=NOW)
    assert frame.date_problem is None
    assert not frame.dates


def test_all_adults_leave_no_child_of_those_before() -> None:
    before = Dialogue(party=PartyState(adults=12, children=1, ages=(8,)))
    assert counted("worst case only 9 show up. all adults", before) == (9, 0, 0)


@pytest.mark.parametrize("ages", ["8 and 10", "2, 6 and 12", "3, 5"])
@pytest.mark.parametrize("between", [", ", " ", ". ", " in "])
def test_a_zip_behind_ages_is_no_age(ages: str, between: str) -> None:
    spans = headcount.ages_told(f"family of 4, kids are {ages}{between}94087, how much")
    assert spans and all("94087" not in span.text for span in spans)


TWICE = ["{n} adults ({half} couples)", "{n} adults, {half} couples", "{n} adults - {half} couples", "{n} adults = {half} couples",
         "{n} adults, so {half} couples", "we're {n} adults, that's {half} couples", "{n} of us, {half} couples", "{half} couples, so {n} adults",
         "{n} people, all {half} couples", "{n} adults/{half} couples", "{half} couples ({n} adults)"]  # fmt: skip
BEHIND = ["", ", 94587. price?", " at 6pm, 94587"]


@pytest.mark.parametrize(("told", "behind"), list(product(TWICE, BEHIND)))
def test_pairs_told_beside_the_whole_are_the_same_people(told: str, behind: str) -> None:
    for half in (4, 5, 9):
        assert counted(told.format(n=2 * half, half=half) + behind) == (2 * half, 0, 0)


def test_pairs_beside_others_are_others() -> None:
    assert counted("10 adults and 5 couples") == (20, 0, 0)
    assert counted("10 adults (4 couples and 2 singles), 94587") == (10, 0, 0)
    assert counted("14 people (5 couples and 4 singles), 94587") == (14, 0, 0)
    assert counted("10 adults (5 couples) and 2 kids (7, 9)") == (10, 2, 0)


NEXT = ["and {n}", "n {n}", "and {n}?", "n wat abt {n}", "and what about {n}", "and if everybody comes, {n}", "and if everyone shows up, {n}?",
        "{n} if everyone comes", "ugh no. {n}. final answer lol", "ok {n}, final answer", "*{n}", "no wait {n}"]  # fmt: skip


@pytest.mark.parametrize(("told", "size"), list(product(NEXT, (16, 17, 22))))
def test_another_size_though_the_day_was_asked(told: str, size: int) -> None:
    before = Dialogue(party=PartyState(adults=10), quoted=True, expecting=("date",), zip="94587")
    assert counted(told.format(n=size), before) == (size, 0, 0)


@pytest.mark.parametrize("said", ["16", "the 16th", "june 16. final answer", "on the 16th then"])
def test_a_day_is_no_size(said: str) -> None:
    assert counted(said, Dialogue(party=PartyState(adults=10), quoted=True, expecting=("date",))) == (10, 0, 0)


@pytest.mark.parametrize(
    "pair", ["my mom and aunt", "my sister and brother", "my brother & cousin", "her mother and uncle"]
)
@pytest.mark.parametrize("first", ["9 of us", "9 people", "9 adults"])
def test_whose_they_are_is_said_once(first: str, pair: str) -> None:
    frame = read_frame(f"{first}, plus {pair}. 94539", dialogue=Dialogue(), profile=PROFILE, now_local=NOW)
    guests = frame.guests
    counts = counts_of(merged(PartyState(), guests), bands_of(PROFILE))
    assert counts is not None and counts.total == 11
