"""Inquiries as they come in on every channel: what one message says of party, dishes and wish (CHN-04)."""

from datetime import date, datetime, time
from typing import Any

import pytest

from hibachi.concierge import understanding
from hibachi.concierge.local.wording.quotes import per_person
from hibachi.concierge.local.wording.voice import Voice
from hibachi.concierge.understanding.inquiries import InquiryDetails, extract_inquiry_details
from hibachi.concierge.understanding.parties import bands_of, counts_of
from hibachi.concierge.understanding.schemas import Dialogue, Reading
from hibachi.kit.clock import instant_of
from hibachi.policies.service import DEFAULT_PATH, read_profile

PROFILE = read_profile(DEFAULT_PATH)
ZONE = "America/Los_Angeles"
NOW: datetime = instant_of(date(2026, 3, 4), time(10), ZONE)  # a Wednesday


def details(message: str, channel: str = "sms") -> InquiryDetails:
    return extract_inquiry_details(message, channel, profile=PROFILE, now=NOW)


@pytest.mark.parametrize(
    ("channel", "message", "size", "proteins", "kind"),
    [
        ("web_chat", "How much for 20 adults in 94539?", 20, {}, "pricing"),
        ("sms", "hey! price 4 12 ppl? lobster for 4 of us", 12, {"lobster_tail": 4}, "pricing"),
        ("email", "Hello,\n\nWe would like to book your chef for 14 adults and 3 kids (7, 9 and 11) on June 13 at 6pm.\n\nBest,\nDana Lee", 17, {}, "booking"),
        ("instagram", "do u come to livermore??", None, {}, "travel"),
        ("facebook", "Is there a vegetarian option? We have 2 vegans", None, {}, "dietary"),
        ("whatsapp", "three families of 4 each, 94587, how much", 12, {}, "pricing"),
        ("phone", "uh yeah hi it's for like twenty uh twenty two people on the um fourteenth how much would that be", 22, {}, "pricing"),
        ("sms", "Is Saturday June 13 at 6pm open for 15 of us?", 15, {}, "booking"),
        ("web_chat", "10 adults, 5 of them want filet mignon. what's the total", 10, {"filet_mignon": 5}, "pricing"),
        ("web_chat", "hi", None, {}, "greeting"),
        ("web_chat", "half a dozen couples so twelve adults, what's the damage", 12, {}, "pricing"),
    ],
)  # fmt: skip
def test_the_details_of_an_inquiry(
    channel: str, message: str, size: int | None, proteins: dict[str, int], kind: str
) -> None:
    found = details(message, channel)
    assert found.channel == channel
    assert (found.party_size, dict(found.protein_selections), found.inquiry_type) == (size, proteins, kind)
    assert 0 < found.confidence <= 1


def test_days_hours_and_places_come_with_it() -> None:
    found = details("We are 14 adults + 2 kids (6, 8) in Fremont 94538, Saturday June 13 at 6pm")
    assert (found.adults, found.children, found.toddlers) == (14, 2, 0)
    assert (found.dates, found.time, found.zip, found.city) == ((date(2026, 6, 13),), time(18), "94538", "Fremont")


def test_what_is_open_is_left_open() -> None:
    found = details("next saturday, sometime in the afternoon or later, for a bunch of us")
    assert len(found.dates) == 2 and found.party_size is None and found.time is None
    assert details("🎉🎉").party_size is None and details("").inquiry_type == "unclear"


def test_nothing_is_learnt_from_one_message_for_the_next() -> None:
    assert details("20 adults").party_size == 20
    assert details("how much?").party_size is None


def turns(*texts: str) -> Reading:
    dialogue = Dialogue()
    reading: Reading | None = None
    for text in texts:
        reading = understanding.read(
            [text], dialogue=dialogue, profile=PROFILE, now=NOW, zone=ZONE, channel="sms", facts=[]
        )
        dialogue = reading.dialogue
    assert reading is not None
    return reading


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("14 adults", "what if we add 3 kids, 7 8 and 9"), (14, 3, 0)),
        (("12 of us", "sorry 14 not 12"), (14, 0, 0)),
        (("12 adults", "two more adults and a kid"), (14, 1, 0)),
        (("three families of 4 each", "the kids are 7, 8, 9, 10, 11 and 12"), (6, 6, 0)),
        (("20 people", "6 of them are kids, all 7 or 8"), (14, 6, 0)),
        (("us two plus both sets of grandparents",), (6, 0, 0)),
        (("me and my wife and 2 other couples", "plus a baby"), (6, 0, 1)),
        (("18 people", "we're doubling to 36"), (36, 0, 0)),
        (("10ppl incl 2 under 5",), (8, 0, 2)),
        (("8 adults, plus my four children aged 13, 12, 6 and 5",), (9, 2, 1)),
    ],
)  # fmt: skip
def test_a_party_over_turns(texts: tuple[str, ...], expected: tuple[int, int, int]) -> None:
    counts = counts_of(turns(*texts).dialogue.party, bands_of(PROFILE))
    assert counts is not None
    assert (counts.adults, counts.children, counts.toddlers) == expected


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("20 adults on june 13 at 6pm EST", (time(15), time(18))),
        ("20 adults on june 13 at 6pm pacific", (time(18),)),
        ("20 adults june 13 between 5 and 7 in the evening", (time(18),)),
    ],
)  # fmt: skip
def test_a_time_of_another_zone_asks_which_is_meant(text: str, times: tuple[time, ...]) -> None:
    assert turns(text).frame.times == times


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("saturday june 13 for 20 adults", (date(2026, 6, 13),)),
        ("weekend after memorial day for 12", (date(2026, 5, 30), date(2026, 5, 31))),
        ("between june 12 and june 14 for 20 adults", (date(2026, 6, 12), date(2026, 6, 13), date(2026, 6, 14))),
        ("are you free saturday 4-6 for 20 adults", (date(2026, 3, 7),)),
    ],
)  # fmt: skip
def test_days_are_one_or_a_question(text: str, dates: tuple[date, ...]) -> None:
    assert turns(text).frame.dates == dates


@pytest.mark.parametrize("seed", range(4))
def test_a_share_names_its_total_and_the_travel_in_it(seed: int) -> None:
    party: dict[str, Any] = {"adults": 20, "children": 0, "toddlers": 0}
    quote = {"per_person": "57.25", "total": "1145.00", "travel_fee": "40.00", "party": party}
    voice = Voice(channel="web_chat", profile=PROFILE, seed=str(seed))
    (part,) = per_person(voice, {"quote": quote})
    assert "$57.25 per person, travel included" in part.text and "$1,145" in part.text and "20 adults" in part.text
    (near,) = per_person(voice, {"quote": {**quote, "travel_fee": "0.00"}})
    assert "travel" not in near.text
