"""ZIPs, towns, states and addresses, and the numbers that are none of them."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.language.contacts import find_contacts
from hibachi.language.places import Gazetteer, find_places, gazetteer_of, towns_of_states

ADDRESSES = Path(__file__).parents[5] / "shared" / "datasets" / "us_addresses" / "addresses.jsonl"


@pytest.fixture(scope="module")
def california() -> Gazetteer:
    return towns_of_states(("CA",), (("sf", "San Francisco"), ("san fran", "San Francisco"), ("sac", "Sacramento")))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("12 adults in 94539", "94539"), ("zip is 95123", "95123"), ("94577 san leandro", "94577"), ("its 94587", "94587"), ("ZIP 95123.", "95123"),
        ("San Rafael (94901): 14 adults", "94901"), ("Berkeley, 94704. Price pls", "94704"), ("94539-1234", "94539"), ("15 ppl all grown ups, SF 94102. how much", "94102"),
        ("redwood city nine four oh six three how much is that", "94063"), ("nine five eight one four", "95814"), ("nine four five four one, in hayward", "94541"),
        ("ninety five eight fourteen", "95814"), ("123 Main Street, Fremont, CA 94539", "94539"), ("12345 Main St, Fremont CA 94538", "94538"),
        ("same as last time, 94539", "94539"), ("21 ADULTS 94577 JUST TELL ME", "94577"), ("call 510-555-0167, zip 94539", "94539"),
        ("we are 10 in 94538, 4/18/26 at 6pm", "94538"), ("zip:95014", "95014"), ("it's 94539 not 94538", "94539"),
        ("12 ppl 3/14 94539 6pm", "94539"), ("march 14 2026 94539", "94539"), ("party of 12 94539", "94539"), ("june 20 94539 dinner", "94539"), ("11 95112", "95112"),
    ],
)  # fmt: skip
def test_a_zip_is_read(text: str, code: str) -> None:
    places = find_places(text, taken=find_contacts(text).spans)
    assert places.zip == code


@pytest.mark.parametrize(
    "text",
    [
        "call 5105550167", "510 555 0167", "+1 510 555 0167", "$12345", "12345 dollars", "price is 10,000", "12345 Main Street", "20260613", "june 13 2026",
        "510 55501 67", "call 510 55501 67 pls", "order #12345", "12345 people", "123456", "1234", "13.45678", "sixteen adults and two kids seven and nine", "hello", "",
    ],
)  # fmt: skip
def test_other_numbers_are_no_zip(text: str) -> None:
    assert find_places(text, taken=find_contacts(text).spans).zips == ()


def test_a_spoken_zip_says_so() -> None:
    (mention,) = find_places("nine four oh six three").zips
    assert mention.spoken and mention.span.text == "nine four oh six three"


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("hey, do you guys come to san jose?", "San Jose"), ("we're in downtown sacramento", "Sacramento"), ("SF 94102", "San Francisco"),
        ("im in san fran", "San Francisco"), ("redwood city nine four oh six three", "Redwood City"), ("Do you charge for travel to Davis, 95616?", "Davis"),
        ("fremont 94538", "Fremont"), ("Livermore 94550", "Livermore"), ("i'm in tracy", "Tracy"), ("Palo Alto", "Palo Alto"), ("The address is in Pleasanton, 94588.", "Pleasanton"),
        ("our home in SAN JOSE", "San Jose"), ("berkeley", "Berkeley"),
    ],
)  # fmt: skip
def test_a_town_is_read(text: str, town: str, california: Gazetteer) -> None:
    assert [mention.name for mention in find_places(text, california).cities] == [town]


@pytest.mark.parametrize(
    "text",
    [
        "my name is Tracy",
        "heyy for our may 8 party",
        "what's the price",
        "in august",
        "paradise!",
        "we have a tent",
        "12 adults",
        "I'm Madison",
        "it was nice",
        "orange chicken",
    ],
)
def test_common_words_and_names_are_no_towns(text: str, california: Gazetteer) -> None:
    assert find_places(text, california).cities == ()


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("123 Main Street, Fremont, CA 94539", "123 Main Street"), ("It's at 39120 Fremont Blvd", "39120 Fremont Blvd"), ("12345 Main St, San Jose", "12345 Main St"),
        ("4567 el camino real way", "4567 el camino real way"), ("88 W. 5th Ave Apt 3", "88 W. 5th Ave Apt 3"), ("party at 1 Infinite Loop", "1 Infinite Loop"), ("900 North Point St #4", "900 North Point St #4"),
    ],
)  # fmt: skip
def test_a_street_address_is_read(text: str, street: str) -> None:
    assert [mention.street for mention in find_places(text).addresses] == [street]


@pytest.mark.parametrize(
    "text",
    [
        "12 adults on the street",
        "just off highway 50",
        "14 adults in the court yard",
        "6 of us drive",
        "3 kids and 2 way",
        "20 people at my place",
    ],
)
def test_counts_are_no_addresses(text: str) -> None:
    assert find_places(text).addresses == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Fremont, CA 94539", "CA"),
        ("we live in nevada", "NV"),
        ("Reno, NV 89501", "NV"),
        ("new york", "NY"),
        ("fremont, ca 94539", "CA"),
    ],
)
def test_a_state_is_read(text: str, code: str) -> None:
    assert [mention.code for mention in find_places(text).states] == [code]


@pytest.mark.parametrize("text", ["or we can come in", "hi, me too", "ok", "is it in or out", "OK THANK YOU"])
def test_words_are_no_states(text: str) -> None:
    assert find_places(text).states == ()


@pytest.mark.parametrize(
    "text", ["we are in Toronto M5V 2T6", "London SW1A 1AA", "can you come to mexico?", "party in Germany"]
)
def test_foreign_places_are_flagged(text: str) -> None:
    assert find_places(text).foreign


@pytest.mark.parametrize("text", ["paris theme party", "94539", "march 3", "12 b4 6pm"])
def test_other_texts_are_not_foreign(text: str) -> None:
    assert find_places(text).foreign == ()


def test_a_gazetteer_knows_every_state_of_a_name() -> None:
    towns = gazetteer_of([("Fremont", "CA"), ("Fremont", "NE")])
    assert find_places("fremont", towns).cities[0].states == ("CA", "NE")


@given(code=st.integers(10000, 99999))
def test_any_zip_is_read_back(code: int) -> None:
    assert find_places(f"how much for 12 adults in {code}?").zip == str(code)


@given(code=st.text(alphabet="0123456789", min_size=5, max_size=5))
def test_any_spoken_zip_is_read_back(code: str) -> None:
    words = " ".join(
        ["oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"][int(digit)] for digit in code
    )
    assert find_places(f"in redwood city {words}").zip == code


@given(text=st.text(max_size=200))
def test_spans_are_true(text: str) -> None:
    for span in find_places(text).spans:
        assert text[span.start : span.end] == span.text


@pytest.mark.skipif(not ADDRESSES.exists(), reason="the public addresses lie outside the repository")
def test_public_addresses() -> None:
    rows = [json.loads(line) for line in ADDRESSES.read_text().splitlines()]
    right = sum((find_places(row["text"]).zip or None) == (row["zip"][:5] if row["zip"] else None) for row in rows)
    assert right / len(rows) >= 0.97


@pytest.mark.parametrize(
    ("text", "zip_code", "street"),
    [
        ("16 adults, postcode 94043 Mountain View", "94043", False),
        ("we're 12, 94043 mountain view", "94043", False),
        ("94523, Pleasant Hill, 10 adults", "94523", False),
        ("come to 12345 Mountain View Road in Fremont", None, True),
    ],
)
def test_a_zip_before_a_town_that_ends_like_a_street_is_no_house(text: str, zip_code: str | None, street: bool) -> None:
    places = find_places(text, towns_of_states(("CA",)))
    assert (places.zip, bool(places.addresses)) == (zip_code, street)


@pytest.mark.parametrize(
    "text",
    ["when we still lived at 94704. now 94588", "we used to live in 94704, it's 94588", "moved from 94704 to 94588"],
)
def test_where_somebody_lived_before_is_no_place_of_the_party(text: str) -> None:
    assert [mention.code for mention in find_places(text).zips] == ["94588"]
