"""Telephone numbers, e-mail addresses, handles and names, and the words that are no names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.language.contacts import find_contacts, find_emails, find_phones
from hibachi.language.names import clean_name, find_names


@pytest.mark.parametrize(
    ("text", "e164"),
    [
        ("510 555 0167 thats my cell", "+15105550167"), ("408-555-0164", "+14085550164"), ("(916) 555-0100", "+19165550100"), ("916.555.0100", "+19165550100"),
        ("+1 916 555 0100", "+19165550100"), ("5105550167", "+15105550167"), ("1-510-555-0167", "+15105550167"), ("call me at 650-555-0168!", "+16505550168"),
        ("five one oh five five five oh one six seven", "+15105550167"), ("my cell is 925-555-0169", "+19255550169"), ("+44 20 7946 0958", "+442079460958"),
        ("Renee Falk, 408-555-0164. Please book it.", "+14085550164"),
    ],
)  # fmt: skip
def test_a_telephone_number_is_read(text: str, e164: str) -> None:
    assert [phone.e164 for phone in find_phones(text)] == [e164]


@pytest.mark.parametrize(
    "text",
    [
        "94539",
        "june 13 2026",
        "12/11/2026",
        "$1,100.00",
        "1100",
        "12-15 people",
        "94539-1234",
        "2026-06-13",
        "10 adults 2 kids",
        "nine four oh six three",
        "",
        "000-000-0000",
    ],
)
def test_other_numbers_are_no_telephone(text: str) -> None:
    assert find_phones(text) == ()


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("lena.ott@example.com, I'd rather not give a phone number", "lena.ott@example.com"), ("mail me: a.b+c@gmail.com.", "a.b+c@gmail.com"),
        ("DEVON@EXAMPLE.COM", "DEVON@example.com"), ("priya dot nair at example dot com", "priya.nair@example.com"), ("(x@y.org)", "x@y.org"),
        ("\u90ae\u4ef6ana@example.com", "ana@example.com"), ("m\u00fcller@example.de", "m\u00fcller@example.de"),
    ],
)  # fmt: skip
def test_an_email_address_is_read(text: str, address: str) -> None:
    assert [mention.address for mention in find_emails(text)] == [address]


@pytest.mark.parametrize(
    "text", ["@jayjay.onthegrill", "a@b", "me at home", "6pm @ my place", "x@@y.com", "see you at noon", ""]
)
def test_other_texts_are_no_email(text: str) -> None:
    assert find_emails(text) == ()


def test_a_handle_is_read() -> None:
    assert [span.text for span in find_contacts("im @jayjay.onthegrill on insta").handles] == ["@jayjay.onthegrill"]
    assert find_contacts("a.b@gmail.com").handles == ()


SAID = [
    ("I'm Priya Nair", "Priya Nair"), ("ok 3pm that day then. I'm Priya Nair", "Priya Nair"), ("Oops, I meant Saturday June 27, still noon. Name is Lena Ott.", "Lena Ott"),
    ("its for Alicia Moreno", "Alicia Moreno"), ("okay six is fine then it's for Alicia Moreno", "Alicia Moreno"), ("My full name is Wei Zhang", "Wei Zhang"),
    ("Renee Falk, 408-555-0164", "Renee Falk"), ("OK, 3pm then. Renee Falk, 408-555-0164. Please book it.", "Renee Falk"), ("this is Marcy Dunn um i need to move it", "Marcy Dunn"),
    ("hi this is Gina Pratt, new phone. cancel my party", "Gina Pratt"), ("Please book it for Yusuf Demir.", "Yusuf Demir"), ("it's Frank Moretti", "Frank Moretti"),
    ("im dana ruiz", "Dana Ruiz"), ("cool lets do it. Devon Achebe, devon.achebe@example.com", "Devon Achebe"), ("Great, book it please, I'm Mariana Lopes and my cell is 925-555-0169", "Mariana Lopes"),
    ("perfect. Nina Castellano, 650-555-0168. go ahead and book", "Nina Castellano"), ("name is Carlos Mendez. no extras", "Carlos Mendez"), ("ok then sunday the 11th, 6pm. Omar Haddad", "Omar Haddad"),
    ("What is the price?\n\nKind regards,\nAnnika Solberg", "Annika Solberg"), ("How do we proceed?\n\nBest,\nSimone Adler\nBrightleaf Labs", "Simone Adler"),
    ("Yes, everything is correct.\n\nMargaret Olsen", "Margaret Olsen"), ("gyoza.\n\nThank you in advance\nGraham Whitlock", "Graham Whitlock"), ("Best wishes\nPhilip Hargreaves", "Philip Hargreaves"),
    ("Hello, price for 13? Best, Lars Ekman", "Lars Ekman"), ("call me Bob", "Bob"), ("I'm Robert", "Robert"), ("MY NAME IS JALEN BROOKS", "Jalen Brooks"), ("name: Ana María López", "Ana María López"),
    ("put it under Lee", "Lee"), ("book it under the name of Jo Ann Smith", "Jo Ann Smith"), ("my name's Sean O'Brien", "Sean O'Brien"), ("I am Mary-Jane Watson", "Mary-Jane Watson"),
    ("Dana Ruiz here, can we move it", "Dana Ruiz"), ("My name is Robert'); DROP TABLE bookings;-- and we are 11 adults", "Robert"), ("this is Dr. Alan Grant", "Alan Grant"), ("me llamo Luz Ortega", "Luz Ortega"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), SAID, ids=[name for _, name in SAID])
def test_a_name_is_read(text: str, name: str) -> None:
    assert find_contacts(text).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tasha Greene", "Tasha Greene"), ("jalen brooks", "Jalen Brooks"), ("it's Frank Moretti", "Frank Moretti"), ("Dana Ruiz, same as before", "Dana Ruiz"), ("uh Maria", "Maria"),
        ("sure, Wei Zhang", "Wei Zhang"), ("DEVON ACHEBE", "Devon Achebe"), ("Omar Haddad please", "Omar Haddad"), ("ludwig van beethoven", "Ludwig van Beethoven"), ("Luz Ortega", "Luz Ortega"),
    ],
)  # fmt: skip
def test_a_bare_name_answers_the_question_for_it(text: str, name: str) -> None:
    assert find_contacts(text, expected="name").name == name


NO_NAME = [
    "I'm vegetarian", "I'm sure", "im good", "i'm allergic to shellfish", "it's perfect", "it's for my daughter", "book it for saturday", "I'm looking for a chef", "this is great", "its 94587",
    "i'm not sure", "it's in fremont", "im hungry lol", "yes please book it", "no kids", "this number is fine", "it's for 12 people", "I'm in San Jose", "thanks", "Thank you!", "I'm so excited",
    "book it for june 13", "name", "put it in the backyard", "i'm 30", "hold it for me", "it's a birthday party", "", "Hello!", "it's on our patio outside", "my sister is vegetarian", "I'm having a party",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_NAME)
def test_other_words_are_no_names(text: str) -> None:
    assert find_names(text, not_names=["San Jose", "san", "fremont"]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "yes please book it",
        "no",
        "its 94587",
        "no kids, all adults",
        "6pm",
        "just use this number",
        "chicken and shrimp for everybody",
        "why do you need it?",
        "94539",
        "👍",
    ],
)
def test_an_answer_to_something_else_is_no_name(text: str) -> None:
    assert find_contacts(text, expected="name").name is None


def test_hostile_names_are_cleaned() -> None:
    assert clean_name("<script>alert(1)</script>") is None
    assert clean_name("Robert'); DROP TABLE bookings;--") == "Robert"
    assert clean_name("x" * 500) is None


@given(
    first=st.sampled_from(["Ana", "Bo", "Carlos", "Dwayne", "Eun-Ji", "Fatima"]),
    last=st.sampled_from(["Lopez", "O'Neil", "Smith-Jones", "Nguyen", "Kowalczyk"]),
)
def test_any_name_with_a_cue_is_read_back(first: str, last: str) -> None:
    for text in (
        f"my name is {first} {last}",
        f"I'm {first} {last} and we are 12",
        f"book it for {first} {last}.",
        f"price?\n\nBest,\n{first} {last}",
    ):
        assert find_contacts(text).name == f"{first} {last}", text


@given(area=st.integers(201, 989), rest=st.integers(2000000, 9999999))
def test_any_american_number_is_read_back(area: int, rest: int) -> None:
    digits = f"{area}{rest}"
    for text in (
        digits,
        f"({digits[:3]}) {digits[3:6]}-{digits[6:]}",
        f"{digits[:3]}-{digits[3:6]}-{digits[6:]}",
        f"{digits[:3]} {digits[3:6]} {digits[6:]}",
    ):
        assert [phone.e164 for phone in find_phones(f"call {text} please")] == [f"+1{digits}"]


@given(text=st.text(max_size=200))
def test_any_text_is_read_without_error_and_with_true_spans(text: str) -> None:
    contacts = find_contacts(text, expected="name")
    for span in (*contacts.spans, *(mention.span for mention in contacts.names)):
        assert text[span.start : span.end] == span.text
