"""The address in a mail's signature is the writer's office; the letter's own words stay as they are."""

import pytest

from hibachi.language.tidy import tidy

BODY = "Hi,\n\nwhat is the total for 16 adults in 95119?"
OFFICE = "Ito Dental Group | 500 Main St Suite 30, Sacramento, CA 95814"
GONE = [
    f"{BODY}\n\nThanks,\nDarren Ito\n--\n{OFFICE}\nT 916-555-0100 | F 916-555-0101",
    f"{BODY}\n\nThanks,\nDarren Ito\n{OFFICE}",
    f"{BODY}\n\nKind regards\nDarren Ito\n500 Main St, Sacramento, CA 95814",
    f"{BODY}\n\nThx\n\nDarren Ito\n500 Main St, Sacramento, CA 95814",
    f"{BODY}\n\nDarren Ito\n500 Main St, Sacramento, CA 95814\nTel: (916) 555-0100",
    f"Hello, a quote for 16 adults please.\nDarren\n-- \n{OFFICE}",
]
STAYS = [
    "Hello, a quote for 16 adults please.\n\nThanks,\nDana Ruiz\n12 Oak St, Fremont, CA 94538",
    "16 adults at 12 Oak St, Fremont, CA 94538.\nThanks!",
    "-- 12 adults\n-- 94538",
    "Thanks for the quote. We are 16 in 94538, CA 94538.",
]


@pytest.mark.parametrize("mail", GONE)
def test_the_address_of_an_office_below_a_letter_goes(mail: str) -> None:
    clean = tidy(mail, email=True)
    assert "95814" not in clean
    assert "16 adults" in clean
    assert "Darren" in clean


@pytest.mark.parametrize("mail", STAYS)
def test_an_address_that_the_letter_itself_tells_stays(mail: str) -> None:
    assert "94538" in tidy(mail, email=True)


@pytest.mark.parametrize("text", GONE)
def test_other_channels_have_no_letterheads(text: str) -> None:
    assert "95814" in tidy(text)
