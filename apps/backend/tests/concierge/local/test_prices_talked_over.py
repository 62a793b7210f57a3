"""A price that is talked over: called for, doubted, said again, split; each answered as somebody of the trade would."""

import pytest

from hibachi.concierge.understanding.parties import bands_of, counts_of
from tests.concierge.local.talk import PROFILE, Talk

FIRST = "14 adults, 94578"


def _answer(*said: str) -> str:
    talk = Talk()
    for one in said[:-1]:
        talk.say(one)
    return talk.say(said[-1]).text


def _counts(*said: str) -> tuple[int, int, int] | None:
    talk = Talk()
    for one in said:
        talk.say(one)
    counts = counts_of(talk.dialogue.party, bands_of(PROFILE))
    return (counts.adults, counts.children, counts.toddlers) if counts else None


@pytest.mark.parametrize(
    "said",
    [
        "i cant stop dreaming of hibachi lmao, could a chef stop by my house", "can u make it happen fam", "any chance one of your chefs could swing by our place lol",
        "could somebody come cook for us pretty please", "wish i had a hibachi chef in my backyard lol",
    ],
)  # fmt: skip
def test_who_calls_for_a_chef_is_welcome(said: str) -> None:
    answer = _answer("13 adults", said)
    assert "cook for you" in answer and "ZIP" in answer


@pytest.mark.parametrize("said", ["THAT IS AMAZING IM IN TEARS", "isnt hibachi just the best"])
def test_joy_is_met(said: str) -> None:
    assert "!" in _answer(FIRST, said)


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("can you split the total by 3 families", "$770"),
        ("we're 3 couples splitting this, what's it per couple?", "$770"),
        ("24?", "March 24"),
        ("14?", "$770"),
        ("still 14", "$770"),
        ("After paying the deposit, how much will still be owed on the day?", "$670"),
        ("is that the final price or are there other fees", "hidden"),
    ],
)
def test_the_price_once_told(said: str, part: str) -> None:
    assert part in _answer(FIRST, said)


@pytest.mark.parametrize(
    ("said", "adults"),
    [
        ("Lena and Tom can't come, but Tom's parents will", 14),
        ("my sister can't make it but her husband will", 14),
        ("grandma isn't coming, but my two aunts are", 15),
        ("my aunt can't come and neither can my uncle", 12),
        ("if 2 of us split the bill, whats each", 14),
    ],
)
def test_who_comes_for_whom(said: str, adults: int) -> None:
    assert _counts(FIRST, said) == (adults, 0, 0)


def test_ages_said_again_keep_the_price() -> None:
    told = "12 adults and four kids ages 6, 7, 8 and 10, zip 94061 how much"
    assert "stays at $780" in _answer(told, "four kids, 6 7 8 and 10")


@pytest.mark.parametrize(
    "said",
    ["10 adults, 4 kids (all between 7 and 9), 94040", "10 adults and kids (4 of them, 7-9), 94040", "4 boys who are either 7 or 8 and 10 adults, 94040"],
)  # fmt: skip
def test_a_range_of_ages_is_no_hour(said: str) -> None:
    talk = Talk()
    talk.say(said)
    assert _counts(said) == (10, 4, 0) and talk.dialogue.time is None


@pytest.mark.parametrize(
    ("said", "total"),
    [
        ("ten adults in 95014, 5 of us each get one more protein as a third, plain chicken. total?", "$600"),
        ("ten adults in 95014. 3 of the guys want an extra portion of steak each. how much?", "$580"),
        ("ten adults in 95014. we need 5 extra proteins, all chicken. how much?", "$600"),
        ("ten adults in 95014. two guys want three proteins, the third one lobster. how much?", "$600"),
    ],
)
def test_so_many_third_proteins(said: str, total: str) -> None:
    assert total in _answer(said)


def test_half_of_an_odd_number_is_said() -> None:
    answer = _answer("25 adults 94587", "half of 25 want filet")
    assert "12 filet" in answer and "half of 25 as 12" in answer


@pytest.mark.parametrize(
    ("said", "never"),
    [
        ("what's the price on saturday for 12 adults in 94588", "same price"),
        ("what the overall cost would be for a dinner at our home, 94588? There will be ten adults", "start"),
        ("HA THIS IS A LOT OF CHOICES. I JUST WANT TO KNOW THE PRICE, 21 ADULTS IN 94577", "includes"),
        ("14 adults in 94403. is it cheaper for the vegetarians? what would the total be?", "private chef"),
        ("10 adults 94041, 3 of us want extra scallops, not as a swap. how much is that in total?", "hidden"),
    ],
)
def test_nothing_is_answered_that_was_not_asked(said: str, never: str) -> None:
    answer = _answer(said)
    assert never not in answer and "total" in answer


@pytest.mark.parametrize(("said", "total"), [("B please", "$1,100"), ("lets say a", "$825")])
def test_a_price_is_picked_by_its_letter(said: str, total: str) -> None:
    assert total in _answer("two prices for 94043: option A with 15 adults, option B with 20 adults.", said)


@pytest.mark.parametrize(
    ("lines", "told", "never"),
    [
        ("4 adults 94301 || could we invite another couple without paying more", "Yes, with 6 adults", "No"),
        ("4 adults 94301 || what would we get for that", "Everyone gets 2 proteins", "don't know"),
        ("14 adults 93923 || wow why so much", "about 84 miles", "don't know"),
        ("14 adults 94539 || wow why so much", "chef", "miles"),
        ("Hola! cuánto cuesta para 20 personas? || english is ok", "20 adults", "How many"),
        ("something for my son's 8th birthday, 14 kids", "how many adults", "kids?"),
        ("14 adults 94539 || do you still have the gyoza", "Yes. Gyoza is $10", "No"),
        ("we'd be 4 adults, 94301 || what if we are 6", "I haven't changed anything", "Nothing in your plan"),
    ],
)
def test_what_a_stranger_expects_to_hear(lines: str, told: str, never: str) -> None:
    talk = Talk(channel="web_chat")
    for line in lines.split(" || "):
        answer = talk.say(line)
    assert told.lower() in answer.text.lower() and never not in answer.text, answer.text
