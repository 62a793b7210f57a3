"""Telephones, e-mail, names and places as they are spoken, obfuscated, corrected or signed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.language.amounts import find_amounts
from hibachi.language.contacts import find_contacts, find_emails, find_phones
from hibachi.language.places import find_places, gazetteer_of

TOWNS = gazetteer_of(
    [(name, "CA") for name in ("San Jose", "Santa Clara", "Livermore", "Fremont", "South San Francisco", "San Francisco", "Milpitas", "Mountain View")],
    {"sj": "San Jose", "sf": "San Francisco"},
)  # fmt: skip
DIGITS = "zero one two three four five six seven eight nine".split()


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("dana at gmail dot com", "dana@gmail.com"), ("dana (at) gmail (dot) com", "dana@gmail.com"), ("dana[at]gmail[dot]com", "dana@gmail.com"), ("dana @ gmail.com", "dana@gmail.com"),
        ("dana underscore lee at yahoo dot com", "dana_lee@yahoo.com"), ("dana dot lee at outlook dot com", "dana.lee@outlook.com"), ("dana dash lee at icloud dot com", "dana-lee@icloud.com"),
        ("d a n a at gmail dot com", "dana@gmail.com"), ("dana.lee AT gmail.com", "dana.lee@gmail.com"), ("dana@gmail,com", "dana@gmail.com"), ("its Dana.Lee+party@Gmail.com.", "Dana.Lee+party@gmail.com"),
        ("email me, sam at gmail.com please", "sam@gmail.com"), ("sam99 at example dot com", "sam99@example.com"),
    ],
)  # fmt: skip
def test_an_address_as_it_is_told(text: str, address: str) -> None:
    assert [mention.address for mention in find_emails(text)] == [address]


@pytest.mark.parametrize(
    "text",
    ["look at example.com", "meet at noon", "we are at home. com on", "at 6pm", "dana@gmail", "see you @ the park"],
)
def test_what_is_no_address(text: str) -> None:
    assert find_emails(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "five one zero five five five oh one two three", "my number is five one zero, five five five, oh one two three", "area code five ten five five five zero one two three",
        "510.555.0123", "(510)555-0123", "5105550123", "1 510 555 0123", "+1 (510) 555-0123", "510 555 0123", "510-5550123", "five one zero triple five oh one twenty three",
    ],
)  # fmt: skip
def test_a_telephone_number_as_it_is_told(text: str) -> None:
    assert [mention.e164 for mention in find_phones(text)] == ["+15105550123"]


def test_a_country_in_brackets() -> None:
    assert [mention.e164 for mention in find_phones("(+45) 32 12 34 56")] == ["+4532123456"]


@given(area=st.integers(201, 989), middle=st.integers(200, 999), last=st.integers(0, 9999))
def test_any_american_number_is_read_spoken_as_written(area: int, middle: int, last: int) -> None:
    digits = f"{area}{middle}{last:04}"
    spoken = " ".join(DIGITS[int(digit)] for digit in digits)
    written = find_phones(f"call {digits[:3]}-{digits[3:6]}-{digits[6:]}")
    assert [mention.e164 for mention in find_phones(f"call {spoken}")] == [mention.e164 for mention in written]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("this is Mary-Kate O'Neil", "Mary-Kate O'Neil"), ("it's for my boss Dr. Patel", "Patel"), ("6pm works\n– Sam", "Sam"), ("thanks!\nMaria de la Cruz\n510-555-0123", "Maria de la Cruz"),
        ("Best,\nJosé Ñáñez", "José Ñáñez"), ("name's jen", "Jen"), ("This is Sgt. Tom Reed speaking", "Tom Reed"), ("im jen, 510-555-0123", "Jen"), ("my name is ana maria lopez garcia", "Ana Maria Lopez Garcia"),
        ("First name Carry, last name Jocoy", "Carry Jocoy"), ("Kristy Eheler has a booking on friday", "Kristy Eheler"), ("I'm April", "April"), ("it's Van Nguyen", "Van Nguyen"), ("call me Ray", "Ray"),
    ],
)  # fmt: skip
def test_a_name_as_it_is_given(text: str, name: str) -> None:
    assert find_contacts(text).name == name


@pytest.mark.parametrize(
    "text",
    [
        "party for my wife and 10 guests",
        "for my daughter's birthday",
        "it's for my mom",
        "i'm good",
        "im hungry, 6pm",
        "Happy Hour has a booking fee",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert find_contacts(text).name is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ZIP nine five one one two", "95112"), ("zip is ninety five one twelve", "95112"), ("94539-1234", "94539"), ("the 95112 area", "95112"), ("it's 94539 not 94538", "94539"),
        ("not 94538, 94539", "94539"), ("94538... no sorry 94539", "94539"), ("nine four five three nine", "94539"), ("moving it from 94538 to 94539", "94539"),
    ],
)  # fmt: skip
def test_a_zip_as_it_is_told(text: str, code: str) -> None:
    assert find_places(text).zip == code


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("I'm in San José", "San Jose"), ("San José", "San Jose"), ("SJ", "San Jose"), ("near Santa Clara", "Santa Clara"), ("out by Livermore", "Livermore"), ("So. San Francisco", "South San Francisco"),
        ("San Jose, not Santa Clara", "San Jose"), ("not in Fremont, in Milpitas", "Milpitas"), ("1234 elm street fremont", "Fremont"), ("Mountain-View", "Mountain View"),
    ],
)  # fmt: skip
def test_a_town_as_it_is_told(text: str, town: str) -> None:
    assert [mention.name for mention in find_places(text, TOWNS, expected=True).cities][-1:] == [town]


@pytest.mark.parametrize(("text", "street"), [("we're at 77 Via Del Sol in Milpitas", "77 Via Del Sol"), ("12 Camino Verde, San Jose", "12 Camino Verde"), ("95 Main St, San Jose, 95112", "95 Main St")])  # fmt: skip
def test_a_street_of_california(text: str, street: str) -> None:
    assert [mention.street for mention in find_places(text, TOWNS).addresses] == [street]


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("$4 million", [400_000_000]), ("a budget of 1.5 million dollars", [150_000_000]), ("3 dollars 50 cents", [350]), ("thirteen dollars forty five", [1345]), ("15 dollars and 50 cents", [1550]),
        ("10 €", [1000]), ("GBP 350", [35000]), ("a 50-cent tip", [50]), ("55 dollars 20 guests", [5500]), ("$55 and 20 kids", [5500]),
    ],
)  # fmt: skip
def test_amounts_in_words_and_units(text: str, cents: list[int]) -> None:
    assert [amount.cents for amount in find_amounts(text)] == cents
