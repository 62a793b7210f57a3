"""What stands quoted below a mail: the customer's own ZIP and day are facts, our words and advertisements are not."""

from datetime import date

import pytest

from hibachi.concierge.understanding.schemas import Dialogue
from hibachi.language.quoted import quoted_in

from .test_reading import read

NEW = (
    "12 adults please, how much would it be?",
    "Hi! What is the price for 12 adults?\n\nThanks,\nDana",
    "Hello, price for 12 adults please.",
)
HEADS = (
    "On Tue, Mar 3, 2026 at 9:12 AM Dana Ruiz <dana@example.com> wrote:\n{quoted}",
    "On Mon, Mar 2, 2026, Dana Ruiz <dana@example.com>\nwrote:\n{quoted}",
    "-----Original Message-----\nFrom: Dana Ruiz\nSent: Monday, March 2, 2026\nTo: Hibachi\nSubject: party\n\n{plain}",
    "{quoted}",
)
THEIRS = (
    ("Hello, we plan a party on March 21 in 95112.", "95112", date(2026, 3, 21)),
    ("We live in 95112. Is March 21 open?", "95112", date(2026, 3, 21)),
    ("zip is 95112", "95112", None),
)
NOT_THEIRS = (
    "On Mon, Mar 2, 2026 at 8:00 AM My Hibachi Chef <hello@myhibachichef.example> wrote:\n> Our base is 94539. March 21 is free.",
    "On Mon, Mar 2, 2026 at 8:00 AM Deals <x@deals.example> wrote:\n> 50% off in 94105! March 20 only. Unsubscribe",
    "> I'm My Hibachi Chef's automated assistant. For 94539 travel is free on March 21.",
    "On Mon, Mar 2, 2026 at 8:00 AM Dana <d@example.com> wrote:\n> either at 95112 or at my mom's in 94105",
)


@pytest.mark.parametrize("new", NEW)
@pytest.mark.parametrize("head", HEADS, ids=range(len(HEADS)))
@pytest.mark.parametrize(("words", "zip_code", "day"), THEIRS)
def test_what_they_wrote_before_is_a_fact(new: str, head: str, words: str, zip_code: str, day: date | None) -> None:
    quoted = "\n".join(f"> {line}" for line in words.split("\n"))
    after = read(f"{new}\n\n{head.format(quoted=quoted, plain=words)}", channel="email").dialogue
    assert (after.zip, after.day, after.party.adults) == (zip_code, day, 12)


@pytest.mark.parametrize("below", NOT_THEIRS, ids=range(len(NOT_THEIRS)))
def test_what_others_wrote_is_none(below: str) -> None:
    after = read(f"{NEW[0]}\n\n{below}", channel="email").dialogue
    assert (after.zip, after.dates) == (None, ())


def test_the_new_words_win() -> None:
    below = HEADS[0].format(quoted="> We live in 95112 and want March 21")
    after = read(f"12 adults in 94539 on April 11, how much?\n\n{below}", channel="email").dialogue
    assert (after.zip, after.day) == ("94539", date(2026, 4, 11))


def test_what_is_known_stays() -> None:
    before = read("12 adults in 94539 on april 11, how much?").dialogue
    below = HEADS[0].format(quoted="> We live in 95112 and want March 21")
    after = read(f"and with 2 lobsters?\n\n{below}", dialogue=before, channel="email").dialogue
    assert (after.zip, after.day) == ("94539", date(2026, 4, 11))


def test_no_thread_outside_mail() -> None:
    assert (
        read("12 adults, how much?\n\n> We live in 95112", dialogue=Dialogue(), channel="email").dialogue.zip == "95112"
    )
    assert quoted_in("12 adults, how much?") == ()
