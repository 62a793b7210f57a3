"""Who has which dish, in whichever words: the customer sees the dishes, the guests and the sum that were meant."""

import re

import pytest

from tests.concierge.local.talk import PROFILE, Answer, Talk, party_on

MENU, ADULTS = PROFILE.menu, 12
LOBSTER, FILET, SALMON, SCALLOPS = "lobster_tail", "filet_mignon", "salmon", "scallops"


def _price(upgrades: dict[str, int], extras: dict[str, int], addons: dict[str, int]) -> str:
    more = sum(MENU.upgrades_per_person[key] * n for key, n in upgrades.items())
    more += sum((MENU.extra_protein + MENU.upgrades_per_person.get(key, 0)) * n for key, n in extras.items())
    more += sum(MENU.addons_each[key] * n for key, n in addons.items())
    return f"${(ADULTS * PROFILE.prices.adult.amount + more) // 100:,}"


def _quoted(*said: str) -> tuple[Talk, Answer]:
    talk = Talk()
    answer = talk.say(f"{ADULTS} adults in 94539, how much?")
    for one in said:
        answer = talk.say(one)
    return talk, answer


UPGRADED = [
    (("can 5 people swap one of their proteins for scallops? add that",), {SCALLOPS: 5}),
    (("three of us want to trade a protein for lobster tail",), {LOBSTER: 3}),
    (("2 guests exchange one of the two proteins for salmon",), {SALMON: 2}),
    (("lobster for the birthday boy and filet for everyone else",), {LOBSTER: 1, FILET: 11}),
    (("filet for everyone except grandma, she gets salmon",), {FILET: 11, SALMON: 1}),
    (("everyone filet except 3 who want lobster",), {FILET: 9, LOBSTER: 3}),
    (("everyone gets filet but my mom wants scallops instead",), {FILET: 11, SCALLOPS: 1}),
    (("filet for all", "yess oh except my mom, she wants salmon not filet"), {FILET: 11, SALMON: 1}),
    (("filet for everyone", "but my dad wants lobster"), {FILET: 11, LOBSTER: 1}),
    (("filet for everyone", "except grandma, chicken for her"), {FILET: 11}),
    (("filet for everyone", "except two of us, they'd rather have scallops"), {FILET: 10, SCALLOPS: 2}),
    (("lobster for everyone", "except my aunt, she hates it, chicken for her"), {LOBSTER: 11}),
    (("filet for everyone", "2 want salmon instead"), {FILET: 10, SALMON: 2}),
    (("filet for everyone", "my parents would like salmon instead of filet"), {FILET: 10, SALMON: 2}),
    (("filet for everyone", "my dad wants lobster too"), {FILET: 12, LOBSTER: 1}),
    (("filet for everyone", "everyone gets salmon instead"), {SALMON: 12}),
    (("3 filet", "but my mom wants salmon"), {FILET: 3, SALMON: 1}),
    (("4 get scallops and 2 get lobster",), {SCALLOPS: 4, LOBSTER: 2}),
    (("what if everyone got filet", "everyone but two"), {FILET: 10}),
    (("how much if we all get lobster?", "all but 3 of us"), {LOBSTER: 9}),
    (("filet for all", "all except 4"), {FILET: 8}),
    (("my sister and 2 friends want lobster",), {LOBSTER: 3}),
    (("grandma, grandpa and two aunts want the filet",), {FILET: 4}),
    (("3 of the girls do filet and 2 do lobster",), {FILET: 3, LOBSTER: 2}),
    (("every one of us has the filet",), {FILET: 12}),
    (("lobster for 4?", "my brother and his wife and my uncle want it too"), {LOBSTER: 7}),
]
EXTRA = [
    (("3 swap one protein for scallops and one person takes lobster as a third",), {SCALLOPS: 3}, {LOBSTER: 1}),
    (("one of us wants lobster as a third protein and 3 swap for scallops",), {SCALLOPS: 3}, {LOBSTER: 1}),
    (("2 people swap a protein for filet, and 1 takes a third protein shrimp",), {FILET: 2}, {"shrimp": 1}),
    (("a third protein for 3 of us: 2 lobster and 1 filet",), {}, {LOBSTER: 2, FILET: 1}),
    (("and one of us wants a third protein and that would be lobster",), {}, {LOBSTER: 1}),
    (("two guests each want an additional protein - lobster",), {}, {LOBSTER: 2}),
    (("three of the gentlemen would like filet as a third protein, in addition to their two",), {}, {FILET: 3}),
    (("everybody gets a third protein. shrimp",), {}, {"shrimp": 12}),
    (("how much is lobster as a third protein", "3"), {}, {LOBSTER: 3}),
    (("what does a third protein cost if its filet", "ok add 4 of those"), {}, {FILET: 4}),
    (("i want lobster as my third protein", "actually 2 of us"), {}, {LOBSTER: 2}),
]
ADDED = [
    (("add 5 extra veggies", "eh skip the veggies, just the 12. new total?"), {}),
    (("add 5 extra veggies", "nah no veggies"), {}),
    (("add 6 extra fried rice", "forget the rice"), {}),
    (("add 6 extra veg", "on second thought skip the vegetables, what's the total"), {}),
    (("add 5 extra veg", "actually make it 3 veggies"), {"extra_vegetables": 3}),
    (("add 4 extra veggies and 2 gyoza", "remove the veggies keep the gyoza"), {"gyoza": 2}),
    (("add 4 gyoza and 6 edamame", "drop the edamame and make the gyoza 6"), {"gyoza": 6}),
    (("noodles instead of rice for 6 people",), {"yakisoba_noodles": 6}),
]
ROWS = (
    [(said, upgrades, {}, {}) for said, upgrades in UPGRADED]
    + [(said, upgrades, extras, {}) for said, upgrades, extras in EXTRA]
    + [(said, {}, {}, addons) for said, addons in ADDED]
)


@pytest.mark.parametrize(("said", "upgrades", "extras", "addons"), ROWS, ids=[row[0][-1] for row in ROWS])
def test_the_dishes_of_a_planned_party(
    said: tuple[str, ...], upgrades: dict[str, int], extras: dict[str, int], addons: dict[str, int]
) -> None:
    talk, answer = _quoted(*said)
    party = talk.dialogue.party
    assert (party.upgrades, party.extra_proteins, party.addons) == (upgrades, extras, addons), answer.text
    assert party.adults == ADULTS and not party.unsplit and not talk.dialogue.dates, "portions are no guests and no day"
    assert _price(upgrades, extras, addons) in answer.text


@pytest.mark.parametrize(
    ("said", "adults", "dish"),
    [
        ("how much if all 10 of us (adults) get the lobster tail upgrade. mountain view 94043", 10, LOBSTER),
        ("if all twelve of us adults upgrade to filet whats that come to? 94536", 12, FILET),
        ("all of us (11 adults) would take filet. 94536 total?", 11, FILET),
        ("we want lobster for all 14 adults, 94539", 14, LOBSTER),
    ],
)
def test_all_who_have_a_dish_are_the_guests(said: str, adults: int, dish: str) -> None:
    talk = Talk()
    answer = talk.say(said)
    assert (talk.dialogue.party.adults, talk.dialogue.party.upgrades) == (adults, {dish: adults})
    total = adults * (PROFILE.prices.adult.amount + MENU.upgrades_per_person[dish]) // 100
    assert f"${total:,}" in answer.text


@pytest.mark.parametrize(
    "said",
    [
        "Which of your proteins are shellfish? Nobody is allergic, my aunt just can't stand the taste.",
        "my mom hates shellfish (not allergic) which proteins would she have to avoid",
        "which ones are seafood? my dad doesn't like seafood",
    ],
)
def test_what_is_asked_for_is_named_though_it_is_only_disliked(said: str) -> None:
    answer = Talk().say(said).text
    assert all(dish in answer for dish in ("shrimp", "lobster tail", "scallops", "calamari"))


def test_an_option_without_something_is_no_no() -> None:
    answer = Talk().say("can you do the rice without egg").text
    assert "Yes, we can do the rice without egg" in answer and "No," not in answer


def test_a_diet_told_with_the_booking_is_noted_and_answered() -> None:
    talk = Talk()
    answer = talk.say(
        "I want to book Saturday October 24 at 18:00 for 18 adults in Union City 94587. All the meat must be halal please. Bilal Siddiqui"
    )
    assert "halal with 48 hours notice" in answer.text
    assert any("halal" in note for note in talk.dialogue.dietary)


def test_a_diet_told_with_the_yes_is_said_to_be_noted() -> None:
    talk = Talk()
    talk.say("12 adults may 9 6pm 94587. Ann Lee 510-555-0101")
    answer = talk.say("yes, and no dairy for my mom please")
    assert "book_party" in answer.tools and "noted" in answer.text


def test_some_by_what_they_eat_are_no_party() -> None:
    talk = Talk()
    talk.say("can we skip the rice for 2 people who are keto")
    assert not talk.dialogue.party.unsplit and talk.dialogue.party.adults is None


def test_a_dish_for_a_booked_party_waits_for_its_number() -> None:
    talk = Talk(bookings=[party_on("2026-03-28")])
    asked = talk.say("can we add gyoza")
    assert "$10" in asked.text and "?" in asked.text
    assert "5 gyoza" in talk.say("5").text


@pytest.mark.parametrize(
    "said", ["switch everybody's steak to filet mignon? We're 12.", "change everyone's chicken to filet"]
)
def test_what_everybody_has_of_a_booked_party_is_swapped(said: str) -> None:
    answer = Talk(bookings=[party_on("2026-03-28")]).say(f"Can you {said}")
    assert "12 filet mignon" in answer.text and "preview_change" in answer.tools


def test_the_hour_of_a_booked_party_is_no_number_of_portions() -> None:
    answer = Talk(bookings=[party_on("2026-03-28")]).say("Our party is at 6. can we swap the chicken for lobster")
    assert "6 lobster" not in answer.text


def test_a_third_protein_for_some_guys_is_no_objection() -> None:
    answer = Talk().say("12 adults in 94539. four guys want a third protein, shrimp. how much total")
    assert "Fair question" not in answer.text and "$700" in answer.text


@pytest.mark.parametrize(
    "asked", ["Are you kosher certified?", "I would like to know whether you have a kosher certification."]
)
def test_who_asks_for_a_certificate_is_told_that_there_is_none(asked: str) -> None:
    text = Talk().say(asked).text
    assert "kosher-friendly" in text and not text.startswith("Yes") and re.search(r"not certified|n't certified", text)


@pytest.mark.parametrize("asked", ["do u cook w butter?", "does your food have butter in it?"])
def test_what_is_not_used_is_a_no(asked: str) -> None:
    text = Talk().say(asked).text
    assert text.startswith("No, we don't cook with dairy butter.") and "Yes" not in text


@pytest.mark.parametrize(
    ("words", "guests", "price"),
    [
        ("and what for 10 people with lobster for all", 10, 700),
        ("what about 10 with lobster for everyone", 10, 700),
        ("what if my grandparents come too and we all have salmon", 14, 840),
        ("what if everyone gets lobster and we invite my parents", 14, 980),
    ],
)
def test_another_size_and_its_dish_are_priced_together(words: str, guests: int, price: int) -> None:
    _, answer = _quoted(words)
    assert f"{guests} adults" in answer.text
    assert f"${price}" in answer.text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("my aunt avoids gluten btw, no allergy, she just feels better w/o it", "gluten"),
        ("my cousin likes to skip gluten, it's just a preference, she doesn't have celiac or anything", "gluten"),
        ("and my aunt prefers no dairy, its not an allergy she just doesnt like it", "dairy"),
    ],
)
def test_a_wish_that_is_no_allergy_is_answered_without_a_person(words: str, told: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say("do you have something for one vegan and 2 vegetarians?")
    answer = talk.say(words)
    assert told in answer.text.lower()
    assert "hand_over_to_human" not in answer.tools


@pytest.mark.parametrize(
    ("said", "price"),
    [
        (("add 4 lobster please", "hmm back to plain"), "$660"),
        (("add 4 lobster please", "hmm thats too much, only regular then"), "$660"),
        (("if we do 3 filet and 2 salmon?", "skip the salmon"), "$675"),
        (("and 10",), "$550"),
        (("what if everybody gets lobster and gyoza",), "$960"),
        (("2 of them are vegetarian", "does that change the price?"), "same with any diet"),
        (("so if I understand right its 660 for everything?",), "right"),
    ],
)
def test_going_back_to_less_is_priced(said: tuple[str, ...], price: str) -> None:
    _, answer = _quoted(*said)
    assert price in answer.text


@pytest.mark.parametrize("text", ["my sister stays away from dairy, and my granddaughter eats vegan these days. Do you have food that suits each of them?", "what do you have for somebody who avoids dairy and for a brand-new vegan?"])  # fmt: skip
def test_a_diet_beside_an_ingredient_is_answered_too(text: str) -> None:
    answer = Talk().say(text).text
    assert re.search(r"vegan (?:plate is |\()tofu", answer) and "dairy butter" in answer, answer
