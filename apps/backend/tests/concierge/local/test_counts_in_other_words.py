"""What guests and dishes come to, told in other words than most people use: the total a customer would be given."""

import pytest

from hibachi.concierge.understanding.parties import bands_of, counts_of
from tests.concierge.local.talk import PROFILE, Talk, party_on

TOTALS = [
    ("we are in 95014 with ten adults. Could five of the guests have a third protein? Only extra chicken, nothing fancy. And how much is everything then?", "$600"),
    ("whats the total for 94063, 12 adults.. everyone gets the regular 2 proteins but two of us also want lobster as our third", "$710"),
    ("what would you charge for sacramento we're downtown nine five eight one four twenty of us all adults", "$1,234"),
    ("we're celebrating my son, he'll be eight! The kids are four, every one of them seven to nine years old, and there are ten adults. Our zip is 94040. What's the price?", "$670"),
    ("Good evening, what would it be in 95014? Party of eleven adults, along with a 6-year-old and a 10-year-old.", "$665"),
    ("four families, two adults and two kids each, the kids are 7 to 10. 94536, total?", "$680"),
    ("12 adults, 3 lobster tails, and the kids (2 of them, 6 & 8) get chicken. 94536, total?", "$765"),
    ("so we are uh eleven adults and the kids are two of them eight and ten and its in cupertino nine five oh one four how much would that be", "$665"),
    ("a party of fourteen including four teenagers 14-17 and an 11 year old. 94536, total?", "$745"),
    ("fourteen of us on april 11, two of them are kids, 9 and 11. 94536, total?", "$720"),
    ("What's the total for ten adults in 95014, if five people have a third protein, simply one more chicken each?", "$600"),
    ("ten adults in 95014, five of us get a third protein, one more steak each, total?", "$600"),
    ("ten adults in 94536, and six want a third one: chicken. how much all in?", "$610"),
    ("10 adults 94536, third protein (chicken) for five of them. total?", "$600"),
    ("what do we pay for ten adults in 95112 if three of us get a 3rd protein, filet mignon, and still have our other two", "$595"),
    ("we're a dozen adults in 94063. two of us wanna add lobster as an extra 3rd protein, still keeping the usual two. how much total", "$710"),
    ("thirteen adults, 95112. 3 of them keep their two proteins and get a lobster tail on top as an extra third one. total?", "$790"),
    ("13 adults in 94536, 3 of us keep our two and add a lobster. total?", "$790"),
    ("an additional lobster for 3 ppl besides both regular proteins, 12 adults, 94536 price", "$735"),
    ("12 adults in 94536, 3 of us want one lobster each as an upgrade. price?", "$705"),
    ("21 adults in 94063: filet mignon as an upgrade for 6 adults and scallops for 3 others, plus ten yakisoba noodles and four gyoza. total?", "$1,290"),
    ("13 adults, in 94536. Lobster for each of the four grandparents as upgrade. price", "$775"),
    ("14 adults in 94063, lobster as a third protein for 4 of us and salmon as an upgrade for 2, price?", "$880"),
    ("fifteen adults uh no scratch that sixteen sixteen adults and then two kids one's seven one's nine, 94536 how much", "$940"),
    ("fourteen adults and two kids uh wait no it's three kids sorry six eight and ten years old, 94577 price", "$860"),
    ("we live in livermore nine four five five zero how much for 12 adults", "$660"),
    ("ten adults, then our 13 yr old twins, plus one kid who's 12 and one who's 5, 95123 total?", "$690"),
    ("95030 total? Ten adults will come, and besides them one child of 12, one of 5, and our twins, who have just had their 13th birthday.", "$690"),
    ("I'd like to know what 21 adults would cost. We are in Half Moon Bay, ZIP 94019.", "$1,167"),
    ("could you tell me what thirteen adults would pay? Our ZIP code is 94536.", "$715"),
    ("7 adults in 95112, and there are six young people as well: they are 14, 13, 12, 11, 6 and 4. price", "$585"),
    ("we are 2 families of 4, each 2 adults n 2 kids (all 8), 94539. price?", "$550"),
    ("how much if we are 4 families of 4 splitting, 16 adults in 94539", "$880"),
    ("It would only be 12 adults, me and my wife and 10 friends. 94568. What's the cost?", "$660"),
    ("twelve adults and five kids: 11, 10, two 8 year olds and a 6 year old. 95123 total?", "$810"),
    ("It was gonna be 20 people but my cousins in Reno can't make it so we'll be 18 adults, 94040. What would it run us?", "$990"),
    ("ten adults, 95014. 5 of us want a 3rd protein on top, just more chicken. total", "$600"),
    ("party in stockton it's nine five two zero seven and there's uh eighteen of us all adults how much", "$1,048"),
    ("ten adults plus 2 little ones, a 2 yr old n a 4 yr old. 94550 whats the total", "$550"),
    ("My twins turn 9! It's 12 kids (all 8 or 9) and just 6 of us grown ups, Newark 94560. How much?", "$690"),
    ("14 adults 94301, put lobster tail on for six of us pls. total", "$860"),
    ("nine adults 94560, four from us would like to take the lobster tail. How much is it like this?", "$555"),
    ("14 adults, 94588. 4 of us want a third protein in addition to the usual two, and that third one should be filet mignon. total", "$830"),
    ("9 adults in 95050. 6 of them eat a lot so they'd each like a third protein, shrimp. price?", "$555"),
    ("13 adults 94087, two swap one of their proteins for scallops and five want to swap one for salmon. total?", "$750"),
    ("a dozen adults in 94063, two people want their two regular proteins AND lobster on top of that. What does it all come to?", "$710"),
    ("10 adults in 94550, gyoza three times and edamame twice please. price?", "$590"),
    ("15 adults in 94536. ooh, lobster! add that for 4 of us. total?", "$885"),
    ("We'll be eighteen people and not one child, 94022. What do you ask for that?", "$990"),
    ("there's thirteen of us thirteen adults and my sister's kid who's four, 94544, price", "$715"),
    ("fifteen of us adults oh no sorry it's sixteen adults, 94063 how much", "$880"),
    ("birthday party for my bf, 16 ppl every1 is adult 94544, how mch 4 tht", "$880"),
    ("14 adults 95032 whats it gonna run me", "$770"),
    ("12 adults in 94536 with 3 shrimp extra, total?", "$690"),
    ("14 adults, 3rd protein for the 5 big eaters - steak. 94536", "$820"),
    ("14 adults 94536 with fried rice extra for 4 and veggies extra for 3", "$770"),
    ("staff of 17, no kids, zip 9 4 5 3 6, how much", "$935"),
    ("16 adults in 94539. Diets: vegetarian (3 people), nut allergy 1 person. How much?", "$880"),
    ("12 adults in 95123, two are lactose intolerant, 2 people. price?", "$660"),
    ("12 adults at 94539. if 5 of us each have one more portion of chicken as a third protein, what is it?", "$710"),
    ("12 adults with lobster for 3 in 94539, how much", "$705"),
    ("14 adults at 94539: ten would swap in scallops and four salmon. total?", "$840"),
    ("six grown-ups, three little cousins (each of them 9), and five of her friends: two are 14, two are 15 and one is 16. 94539, how much?", "$695"),
    ("16 adults, 6 kids, one's a baby. 94539, price", "$1,030"),
    ("three families: the Lees are 4, the Garcias 5 and we're 3, all adults. 94539, price", "$660"),
    ("We are five families, each with two adults and one kid, the kids are all 8 or 9. 94566. Price?", "$700"),
    ("ok its me n the girlsss so 12 total, everyones over 21, 95123 howwww muchhhh", "$660"),
    ("how mch 4 12 adults w lobsta 4 3 in 94539", "$705"),
    ("It'd be 6 adults, her 5 friends (ages 14, 14, 15, 15, 16) and 3 younger cousins who are all 9. Cupertino 95014. Cost?", "$695"),
    ("the cousins are 15, 13, 12, 9 and 5, and there are 7 grown-ups. 94538, total?", "$555"),
    ("Birthday for my 7 year old: 8 adults and 9 kids, all 6 to 8 years old. We're in 94536. What would it cost?", "$710"),
    ("Got 4 very hungry sons here. In all we're 12 adults, 95132. For the four of them I'd want one extra portion of shrimp each. How much would that be?", "$700"),
    ("My husband and me, my sister and hers, and my mom and dad, six adults total. 94539. What's the price?", "$550"),
    ("twenty adults in 94539. filet mignon for eight adults and salmon for another four, total", "$1,160"),
    ("it will be either 16 or 20, all adults, in 94022. Would you send me both totals?", "$1,100"),
    ("We will be 17 grown-ups. The grandchildren are Theo (14), Mia (12), Jonah (9), Ada (6), and the twins, who are 4. 94526, cost?", "$1,080"),
    ("Teen birthday: 3 parents, 6 boys who are 13 and 3 who are still 12. We're in 94566. What's the price?", "$585"),
    ("11 girls (grown lol) + 3 kiddos they're 6, 7, 12 zip 94086 price??", "$695"),
    ("There will be 20 of us, all adults, 94539. They love fried rice, so please add 5 extra portions of it. total?", "$1,125"),
    ("9 adults in 95030. Two of the adults want lobster on top of their two proteins, so as a third one, and one wants scallops in place of one of his two. total?", "$550"),
    ("we live in Davis, zip 95616. There would be eight people, everyone's an adult. What would our total be?", "$672"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "total"), TOTALS, ids=[row[0] for row in TOTALS])
def test_the_total(said: str, total: str) -> None:
    answer = Talk().say(said).text
    assert total in answer
    assert "no information" not in answer


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ("twelve adults plus two little ones, a 1 year old and a 3 year old, 94560", (12, 0, 2)),
        ("12 adults and three little ones: a baby, a 2 year old and a 5 year old, 94560", (12, 0, 3)),
        ("five adults, plus my three teenagers, who are 17, 15 and 13, and in addition one child of 10 and one of 4, 94587", (8, 1, 1)),
        ("we will be nineteen: sixteen adults and three children of 5, 8 and 11. 94536", (16, 2, 1)),
        ("9 adults and 5 children. two of the children are four, the others are 7, 8 and 10. 94536", (9, 3, 2)),
        ("twelve grown-ups and a pair of eight-year-olds, 94536", (12, 2, 0)),
        ("ten adults and three kids, all of whom are under six, 94536", (10, 0, 3)),
        ("12 adults and the twins in 94536, the twins turn 6 on may 3, party is may 10", (12, 2, 0)),
        ("nine adults and our three boys: the twins just turned thirteen and the other one is 12, zip 94546", (11, 1, 0)),
        ("9 adults and seven children: three 9 year olds, two 8 year olds, one 10 and one 5. 94536", (9, 6, 1)),
        ("six adults, my stepsons who are 15 (twins), my daughter of 13, a nephew of 12. 95120", (9, 1, 0)),
        ("12 adults plus 3 kings (10, 8 and 4) in 94540, sorry autocorrect, KIDS not kings", (12, 2, 1)),
        ("My twins turn 9! It's 12 kids (all 8 or 9) and 6 of us grown ups, 94560", (6, 12, 0)),
        ("half of 24 are kids (all 8), 94536", (12, 12, 0)),
        ("around 20 people mostly adults, 3 kids (4,4,9) 94536", (17, 1, 2)),
        ("my son is turning 5, there will be 9 kids his age and 12 adults 94536", (12, 0, 9)),
        ("with my cousins and their wives and us that makes 15, all adults 94587", (15, 0, 0)),
        ("it'd be just them and me, three adults in total. 94568", (3, 0, 0)),
        ("12 adults and the twins in 94536, the twins turn 6 on may 13, party is may 10", (12, 0, 2)),
    ],
)  # fmt: skip
def test_who_is_young(said: str, counts: tuple[int, int, int]) -> None:
    talk = Talk()
    talk.say(said)
    told = counts_of(talk.dialogue.party, bands_of(PROFILE))
    assert told is not None and (told.adults, told.children, told.toddlers) == counts


@pytest.mark.parametrize(
    "said",
    [
        "seventeen adults, zip 94070. What's the price with only your basic menu? And please don't try to sell me any extras",
        "17 adults in 94070. price without any add-ons?", "17 adults 94070 how much, and please no upselling",
        "17 adults in 94070. We don't want any upgrades or add-ons. What's the price?",
    ],
)  # fmt: skip
def test_who_wants_no_extras_is_told_of_none(said: str) -> None:
    answer = Talk().say(said).text
    assert "$935" in answer and "lobster" not in answer.lower() and "gyoza" not in answer


def test_a_dish_that_stays_is_not_dropped_with_the_other() -> None:
    talk = Talk()
    talk.say("sixteen adults, 94025. upgrades: filet mignon for 5, lobster tail for 4. how much total")
    assert "$905" in talk.say("nah skip the lobster, filets stay tho. total now?").text


def test_there_will_be_guests_asks_nothing() -> None:
    talk = Talk()
    talk.say("Is Dublin somewhere your chefs go?")
    assert "$775" in talk.say("There will be thirteen adults and two kids.").text
    assert talk.say("One kid is 6, the other one 10").turn.reading.frame.dates == ()
    assert talk.dialogue.party.ages == (6, 10)


@pytest.mark.parametrize(
    "said",
    [
        "can you update our party on the 14th of March? It was twelve adults and now it's fifteen",
        "our party on the 14th: instead of the twelve adults we now expect fifteen",
    ],
)
def test_what_it_was_is_not_added(said: str) -> None:
    assert "15 adults" in Talk(bookings=[party_on("2026-03-14")]).say(said).text


def test_two_totals_are_both_told() -> None:
    answer = Talk().say("can u give me 2 totals: one for 15 adults and one for 20 adults? its san jose 95125").text
    assert "$825" in answer and "$1,100" in answer


@pytest.mark.parametrize(
    ("said", "adults"),
    [
        (
            "for our party on the 14th of March, 4 guests had to cancel, so there will only be eight adults. How much is it now?",
            8,
        ),
        ("my cousins had to cancel for the 14th, so we're 10 adults", 10),
        ("three of them have to cancel, so nine adults on the 14th", 9),
        ("about the 14th: 3 of our guests can't make it, which leaves nine. Please update", 9),
        ("two friends joined so we'll be fourteen adults on march 14, new price?", 14),
    ],
)
def test_guests_who_cancel_cancel_no_party(said: str, adults: int) -> None:
    answer = Talk(bookings=[party_on("2026-03-14")]).say(said)
    assert f"{adults} adults" in answer.text and "preview_cancel" not in answer.tools


def test_who_cancels_the_party_cancels_it() -> None:
    assert (
        "preview_cancel"
        in Talk(bookings=[party_on("2026-03-14")]).say("my family has to cancel our party on march 14").tools
    )


@pytest.mark.parametrize(
    ("said", "total"),
    [
        ("and my niece is coming too, shes 10. new total?", "$855"),
        ("plus my niece who is 10. total now?", "$855"),
        ("also my nephew comes, he is 4. whats the total", "$825"),
        ("and my uncle is coming too. new total?", "$880"),
    ],
)
def test_somebody_comes_too(said: str, total: str) -> None:
    talk = Talk()
    talk.say("15 adults in 94577, how much")
    assert total in talk.say(said).text


@pytest.mark.parametrize(
    "said",
    ["I'd love to understand where the 122 comes from", "How do you figure that?", "Could you show me how you calculated that?", "what's that based on"],
)  # fmt: skip
def test_a_number_that_was_told_is_explained_and_counts_nobody(said: str) -> None:
    talk = Talk()
    talk.say("we're in Davis, zip 95616. Is there a travel charge for that?")
    answer = talk.say(said)
    assert "$2 a mile" in answer.text and "30 free miles" in answer.text
    assert not talk.escalated and talk.dialogue.party.unsplit is None


@pytest.mark.parametrize(
    ("said", "guests"),
    [
        (
            "my parents have their 40th anniversary, so it'd be just them and me, three adults in total. 94568, price?",
            3,
        ),
        ("It's only the four of us, our ruby wedding with two friends, 94538. All adults! What would it cost?", 4),
        ("It's only the two of us, my husband and I, plus our 8 year old and our 11 year old, 94538. price?", 4),
        ("only us two for our anniversary in 94538, what does it cost", 2),
    ],
)
def test_the_few_who_are_told_once_more_count_once(said: str, guests: int) -> None:
    talk = Talk()
    talk.say(said)
    counts = counts_of(talk.dialogue.party, bands_of(PROFILE))
    assert counts is not None
    assert counts.total == guests


@pytest.mark.parametrize(
    "said",
    [
        "I have to run it by my sisters first, there's five of us and nobody ever agrees lol",
        "there's 4 of us planning this so I need to ask everyone before I say yes",
        "we are a committee of 6, they have to vote on it",
        "we're splitting it 5 ways so the other four need to sign off",
        "need to think. i have 2 other quotes coming",
        "I'm looking at three caterers right now, will decide by friday",
    ],
)
def test_who_decides_is_no_size_of_the_party(said: str) -> None:
    talk = Talk()
    talk.say("19 adults, 94550")
    assert "time" in talk.say(said).text
    assert talk.dialogue.party.adults == 19
    assert not talk.dialogue.dates


def test_a_child_whose_price_was_asked_is_counted_in_with_the_age() -> None:
    talk = Talk()
    talk.say("Do I have to pay for my three year old daughter?")
    assert "$550" in talk.say("So what's the price for ten adults plus my daughter, in 94580?").text


@pytest.mark.parametrize(
    ("before", "said", "counts"),
    [
        ("14 adults and two kids, they're 8 and 11, 94610", "two of them, eight and eleven years old", (14, 2, 0)),
        ("23 adults n 2 kids (8 n 10) in 94544", "8 n 10 the kidz, rest addults", (23, 2, 0)),
        ("10 adults 3 kids 94544", "yes three: 4, 8 and 11 yrs, the others are all adults", (10, 2, 1)),
        ("15 adults in 94577", "oh and one more person, my niece, she's ten", (15, 1, 0)),
        ("13 adults in 95120", "what can you add for the birthday couple and their parents?", (13, 0, 0)),
        ("19 adults in 94550", "I have to run it by my sisters first, there's five of us lol", (19, 0, 0)),
        ("14 adults, my girl who turns 13, and 2 of her friends who are 12. 94544", "she'll be 13, her friends are 12", (15, 2, 0)),
        ("12 adults 94536", "minus my cousin plus his two girls, 6 and 12", (11, 2, 0)),
        ("12 adults 94536", "can u do 600", (12, 0, 0)),
        ("12 adults in 94538", "can 4 people double up on steak as a third protein", (12, 0, 0)),
        ("12 adults in 95123", "lactose intolerant, 2 people", (12, 0, 0)),
        ("18 adults and 4 kids aged 8 in 94539", "it turns out the four kids will be at grandma's. how much for just us 18 adults?", (18, 0, 0)),
        ("12 adults and 3 kids in 94539", "one of the kids can't come after all", (12, 2, 0)),
        ("13 adults in 94555", "my husband's brother is coming after all with his wife and their 6 year old girl. So what's it now?", (15, 1, 0)),
        ("10 adults 94539", "wait forgot my roommates, 13", (13, 0, 0)),
        ("20 adults 94539", "we're 17 not 20, 3 guys bailed. new total?", (17, 0, 0)),
        ("14 adults 94539", "the twins are only 11, so it should be 12 adults + 2 kids instead of 14 adults", (12, 2, 0)),
        ("13 adults 94539", "15, forgot my roommates", (15, 0, 0)),
        ("we're 10 adults in 94560, what's the price?", "oh so the same! and at 11?", (11, 0, 0)),
        ("22 adults in 94588, price?", "back lol. sister says 18", (18, 0, 0)),
        ("20 adults 94539", "make that 19 and one 4 year old", (19, 0, 1)),
        ("12 of us 94539", "oh and 3 of the 12 are under 13: 6, 9, 11", (9, 3, 0)),
        ("is my 3 year old free?", "what's the price for ten adults plus my daughter, in 94580?", (10, 0, 1)),
    ],
)  # fmt: skip
def test_nobody_is_counted_twice(before: str, said: str, counts: tuple[int, int, int]) -> None:
    talk = Talk()
    talk.say(before)
    talk.say(said)
    told = counts_of(talk.dialogue.party, bands_of(PROFILE))
    assert told is not None and (told.adults, told.children, told.toddlers) == counts


def test_the_other_size_is_taken_by_its_number() -> None:
    talk = Talk()
    talk.say("What would 11 adults cost in 94583?")
    talk.say("And if it ends up being 15 adults?")
    assert "$725" in talk.say("15 it is then. What would we still owe on the day, after the deposit?").text


def test_the_dish_that_nobody_wants_any_more() -> None:
    talk = Talk()
    talk.say("24 adults in 94704 with six gyoza, price?")
    assert "$1,336" in talk.say("sorry, the gyoza we don't want it any more. Really no extras. total now?").text


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ("and three little cousins too, 12, 8 and 6", (12, 3, 0)),
        ("it's about 10 by 12 feet", (12, 0, 0)),
        ("honestly 4 of us don't even like hibachi", (12, 0, 0)),
        ("sorry i'm all over the place today, just got laid off", (12, 0, 0)),
        ("i have to check if my yard is big enough", (12, 0, 0)),
        ("actually make it 14 adults and 3 of them want lobster", (14, 0, 0)),
    ],
)
def test_each_number_said_in_passing_has_its_own_role(said: str, counts: tuple[int, int, int]) -> None:
    talk = Talk()
    talk.say("12 adults 94536")
    talk.say(said)
    told = counts_of(talk.dialogue.party, bands_of(PROFILE))
    assert told is not None
    assert (told.adults, told.children, told.toddlers) == counts
    assert not talk.dialogue.dates
    assert talk.dialogue.time is None


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("sorry it sent 2x lol. n the deposit is?", "$100"),
        ("once the deposit is paid, how much do I still have to pay on the day of the party?", "$780"),
        ("ok and if everyone chips in the same, how much is that a person?", "$55"),
        ("lobstr 4 5", "$955"),
        ("I have to talk it over with my husband first", "take your time"),
    ],
)
def test_money_asked_in_other_words(said: str, told: str) -> None:
    talk = Talk()
    talk.say("16 adults 94022 price?")
    assert told in talk.say(said).text


def test_what_another_caterer_did_is_no_complaint_of_ours() -> None:
    talk = Talk()
    assert "$825" in talk.say("the guy we had last time never showed up. we're 15 adults, 94040, how much").text
    assert not talk.escalated


@pytest.mark.parametrize(
    ("said", "upgrades", "extras"),
    [
        (("5 of us get lobster", "ouch ok. the filet then for those 5"), {"filet_mignon": 5}, {}),
        (("can we get a third protein, chicken?", "OK, only six of us then"), {}, {"chicken": 6}),
        (("can we get a third protein, chicken?", "for all of us"), {}, {"chicken": 12}),
        (("lobster for my parents (2)", "they say it's too much. without the lobster then, plain total please"), {}, {}),
    ],
)  # fmt: skip
def test_whose_dish_it_is_after_a_price(
    said: tuple[str, ...], upgrades: dict[str, int], extras: dict[str, int]
) -> None:
    talk = Talk()
    talk.say("12 adults in 94539, how much?")
    for one in said:
        answer = talk.say(one)
    party = answer.dialogue.party
    assert (party.adults, party.upgrades, party.extra_proteins) == (12, upgrades, extras)
    assert "total" in answer.text


@pytest.mark.parametrize(
    ("said", "party"),
    [
        (("plus 14 kids", "no no 14 total, not 14 more"), (12, 2)),
        (("its 14", "no 14 in total not 14 more"), (14, 0)),
        (("2 more", "14 total, not 14 more"), (14, 0)),
        (("plus 15", "no, 15 altogether, not 15 on top"), (15, 0)),
        (("and 4 kids", "the kids are part of the 12"), (8, 4)),
        (("and 4 kids", "no the 4 kids are in the 12"), (8, 4)),
        (("and 4 kids", "the kids are in the pool"), (12, 4)),
    ],
)
def test_a_total_taken_for_more_is_put_right(said: tuple[str, ...], party: tuple[int, int]) -> None:
    talk = Talk()
    talk.say("12 adults in 95112")
    for one in said:
        dialogue = talk.say(one).dialogue
    counts = counts_of(dialogue.party, bands_of(PROFILE))
    assert counts is not None and (counts.adults, counts.children) == party
