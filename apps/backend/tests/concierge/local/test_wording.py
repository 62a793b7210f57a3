"""How money, days and times are written, how variants are chosen, and how a message is kept short."""

from dataclasses import replace

import pytest

from concierge.local.talk import PROFILE
from hibachi.concierge.local.steps import Act
from hibachi.concierge.local.wording import formats, words_for
from hibachi.concierge.local.wording.voice import WORDINGS, Voice, hashes


@pytest.mark.parametrize(
    ("amount", "written"), [("1100.00", "$1,100"), ("57.50", "$57.50"), ("0.00", "$0"), ("12345.60", "$12,345.60")]
)
def test_money(amount: str, written: str) -> None:
    assert formats.money(amount) == written


@pytest.mark.parametrize(
    ("at", "written"),
    [
        ("12:00", "noon"),
        ("15:00", "3 PM"),
        ("21:00", "9 PM"),
        ("18:30", "6:30 PM"),
        ("09:05", "9:05 AM"),
        ("00:00", "12 AM"),
    ],
)
def test_clock(at: str, written: str) -> None:
    assert formats.clock(at) == written


def test_days_lists_and_counts() -> None:
    assert formats.day("2026-06-13") == "Saturday, June 13"
    assert formats.listed(["a", "b", "c"]) == "a, b and c"
    assert formats.listed(["a"]) == "a"
    assert formats.guests(10, 1, 2) == "10 adults, 1 child and 2 toddlers"
    assert formats.hours(120) == "2 hours"
    assert formats.hours(90) == "90 minutes"
    assert formats.miles(90.39) == "91"
    assert formats.label("ny_strip_steak") == "NY strip steak"


def voice(channel: str = "web_chat", **more: object) -> Voice:
    return replace(Voice(channel=channel, profile=PROFILE, seed="seed"), **more)  # type: ignore[arg-type]


def test_a_sentence_that_was_said_is_passed_over() -> None:
    first = voice().pick("One way.", "Another way.", "A third way.")
    second = voice(used=frozenset(hashes(first))).pick("One way.", "Another way.", "A third way.")
    assert second != first


def test_the_choice_depends_on_the_seed_alone() -> None:
    options = ("One way.", "Another way.", "A third way.")
    assert voice().pick(*options) == voice().pick(*options)
    assert len({replace(voice(), seed=str(number)).pick(*options) for number in range(20)}) == 3


def test_emoji_only_where_the_profile_wants_them() -> None:
    assert voice("instagram").emoji and voice("sms").emoji
    assert not voice("email").emoji and not voice("phone").emoji and not voice("instagram", tries=1).emoji


def test_an_email_greets_and_signs() -> None:
    text = words_for([Act("welcome")], voice("email", first_name="Annika"))
    assert text.startswith("Hello Annika,\n\n") and text.endswith(f"\n{PROFILE.business.name}")


@pytest.mark.parametrize("channel", ["sms", "phone"])
def test_a_short_channel_keeps_the_question_at_the_end(channel: str) -> None:
    prices = PROFILE.prices.model_dump(mode="json")
    menu = PROFILE.menu.model_dump(mode="json")
    acts = [
        Act("hello"),
        Act("price_list", {"prices": prices}),
        Act("menu", {"menu": menu}),
        Act("ask", {"slots": ("zip",)}),
    ]
    text = words_for(acts, voice(channel))
    limit = PROFILE.business.brand_voice.sms_max_chars if channel == "sms" else 700
    assert len(text) <= limit
    assert text.endswith("?") and "ZIP" in text


def test_every_phrasing_of_a_handover_promises_a_person_and_nothing_else() -> None:
    for matter in (
        "person",
        "complaint",
        "allergy",
        "discount",
        "guests",
        "travel",
        "indoor",
        "custom_menu",
        "enquiry",
        "unsure",
    ):
        for number in range(8):
            text = words_for([Act("handover", {"matter": matter})], replace(voice(), seed=str(number)))
            assert "team" in text or "colleague" in text
            assert "$" not in text and "refund" not in text


def test_no_wording_is_left_without_a_plan() -> None:
    assert {
        "quote",
        "summary",
        "confirm",
        "booked",
        "handover",
        "ask",
        "unavailable",
        "change_preview",
        "cancelled",
    } <= set(WORDINGS)
