"""The same party through every kind of noise, and the words that only look like noise."""

from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo

import pytest

from hibachi.concierge import understanding
from hibachi.concierge.understanding.parties import bands_of, counts_of
from hibachi.concierge.understanding.schemas import Dialogue, Reading
from hibachi.policies.service import DEFAULT_PATH, read_profile
from tests.concierge.understanding.noisy_statements import NOISES, Noisy, plain

PROFILE = read_profile(DEFAULT_PATH)
ZONE = "America/Los_Angeles"
NOW = datetime(2026, 3, 4, 10, tzinfo=ZoneInfo(ZONE))
MANY = 20
MOST_GUESTS = 60


def _read(text: Noisy, channel: str = "sms") -> Reading:
    texts = [text] if isinstance(text, str) else list(text)
    return understanding.read(texts, dialogue=Dialogue(), profile=PROFILE, now=NOW, zone=ZONE, channel=channel)


def _facts(text: Noisy) -> tuple[object, ...]:
    """All that a price or a booking rests on."""
    reading = _read(text)
    after, counts = reading.dialogue, counts_of(reading.dialogue.party, bands_of(PROFILE))
    who = (counts.adults, counts.children, counts.toddlers) if counts else None
    need = reading.handover.kind if reading.handover else None
    return who, after.zip, after.dates, after.time, after.party.upgrades, reading.language, need


@pytest.mark.parametrize("kind", list(NOISES))
def test_noise_changes_nothing_of_a_party(kind: str) -> None:
    noisy, least = NOISES[kind]
    rng = Random(f"{kind}-2026")
    made = [plain(rng) for _ in range(MANY)]
    told = [(noisy(one, rng), one.text) for one in made]
    read = [(said, _facts(said), _facts(text)) for said, text in told]
    wrong = [one for one in read if one[1] != one[2]]
    assert len(wrong) <= max(1, MANY * (1 - least)), wrong
    crowds = [said for said, (who, *_), _ in read if isinstance(who, tuple) and sum(who) > MOST_GUESTS]
    assert not crowds, "a ZIP, an hour or a price counts nobody"


WRITTEN: list[tuple[Noisy, tuple[int, int, int], str | None]] = [
    ("hru, can u do 12 ppl nxt sat @6 in 94536 hmu", (12, 0, 0), "94536"),
    ("12adults4kids 94536", (12, 4, 0), "94536"),
    ("howmuchfor12adultsin94539", (12, 0, 0), "94539"),
    ("ayo hbachi 4 14 ppl al grown 94544 hw mch", (14, 0, 0), "94544"),
    ("PRICE FOR 15 ADULTS AND 2 KIDS 95128 KIDS ARE 10 AND 7", (15, 2, 0), "95128"),
    ("15 adults and i think 3 kids in 94539", (15, 3, 0), "94539"),
    ("15 adults and i want 3 lobsters 94539", (15, 0, 0), "94539"),
    ("12 adults and i need the price 94539", (12, 0, 0), "94539"),
    ("11 friends and i, 94539", (12, 0, 0), "94539"),
    ("12\U0001f468 3\U0001f467 94536", (12, 3, 0), "94536"),
    ("fiesta para 12 adultos y 3 kids in 94539 how much", (12, 3, 0), "94539"),
    ("fourteen adults wait one sec harold turn that down sorry fourteen adults and two no one grandchild she's eight nine four three oh one please", (14, 1, 0), "94301"),
    ("ate adults and too kids they're for and nine", (8, 1, 1), None),
    (("hey", "so", "we r 14", "adults", "94560"), (14, 0, 0), "94560"),
    (("how much for", "12 adults in", "94539"), (12, 0, 0), "94539"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "party", "zip_code"), WRITTEN)
def test_a_party_is_read_however_it_is_written(said: Noisy, party: tuple[int, int, int], zip_code: str | None) -> None:
    reading = _read(said)
    counts = counts_of(reading.dialogue.party, bands_of(PROFILE))
    assert counts is not None and (counts.adults, counts.children, counts.toddlers) == party
    assert reading.dialogue.zip == zip_code and reading.language == "en"


@pytest.mark.parametrize("text", ["cuanto cuesta para 12 personas en 94539", "buenas tardes, quisiera una cotizacion para 20 personas el sabado", "necesito reservar el chef para 15 personas el sabado"])  # fmt: skip
def test_spanish_throughout_stays_spanish(text: str) -> None:
    assert _read(text).language == "es"


@pytest.mark.parametrize("text", ["happy friday!", "see you saturday!", "how are you today", "have a great weekend", "its me from yesterday", "happy new year!"])  # fmt: skip
def test_the_day_of_a_wish_is_no_day_of_a_party(text: str) -> None:
    assert _read(text).dialogue.dates == () and _read(text).frame.date_problem is None


@pytest.mark.parametrize(("text", "day"), [("see you saturday march 14 at 6pm, 12 adults 94539", 14), ("can you do friday april 10 for 12", 10)])  # fmt: skip
def test_a_day_beside_other_facts_is_one(text: str, day: int) -> None:
    assert [one.day for one in _read(text).dialogue.dates] == [day]
