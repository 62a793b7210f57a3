"""Guests of a booked party as customers tell them: what is proposed is what they said."""

import pytest

from tests.concierge.local.talk import Talk, party_on


@pytest.mark.parametrize(
    ("said", "proposed"),
    [
        (("4 more people. kids are 4, 7 and 9",), "13 adults, 2 children and 1 toddler"),
        (("5 more grownups", "mom says 4, not 5"), "16 adults and 2 children"),
        (("one of my grandsons can't come now, he's 10",), "12 adults and 1 child"),
        (("not twelve, eleven!",), "11 adults and 2 children"),
        (("swap an adult for a kid",), "11 adults and 3 children"),
        (("2 of my buddies flaked so 10",), "10 adults and 2 children"),
        (("the number of people! from 12 adults to 9",), "9 adults and 2 children"),
        (("not 12, i think 9 adults. kids the same",), "9 adults and 2 children"),
        (("grandma, aunt lupe and her 2 kids (6 and 11) decided to come too",), "14 adults and 4 children"),
        (("my son just invited 3 more friends, teenage boys. they are 14",), "15 adults and 2 children"),
        (("we are 9 adults 1 kid and her, she's 4",), "9 adults, 1 child and 1 toddler"),
        (("2 more grown ups", "noo 2 MORE. 12 + 2 + my cousin. so 15 and 1 kid"), "15 adults and 1 child"),
        (("move it to may 30", "no toddler. i mean 3 oclock"), "Saturday, May 30 at 3 PM."),
    ],
)
def test_a_change_of_guests_is_proposed_as_told(said: tuple[str, ...], proposed: str) -> None:
    young = 0 if "kids are" in said[0] else 2
    talk = Talk(bookings=[party_on("2026-05-23", children=young)])
    answers = [talk.say(one) for one in said]
    assert proposed in answers[-1].text


@pytest.mark.parametrize(
    ("said", "proposed"),
    [
        (("my sister in law is bringing her kids, 3 of them, and shes coming too", "so thats 4 more. kids are 4, 7 and 9", "no hold on, 4 more people altogether, she and the three kids"), "13 adults, 4 children and 1 toddler"),
        (("my parents are coming, and the twins arent (theyre 8)",), "14 adults"),
        (("add 3 adults", "no I meant 2 adults and 1 kid"), "14 adults and 3 children"),
        (("my aunt wants to come too, can you add her?",), "13 adults and 2 children"),
        (("my brother is coming, add him and his wife",), "14 adults and 2 children"),
        (("my neighbor and his wife want to come, please add them",), "14 adults and 2 children"),
        (("2 of the kids are under 5",), "12 adults and 2 toddlers"),
        (("one of them turns 13 on may 20",), "13 adults and 1 child"),
        (("make it 11 adults and 3 toddlers, no kids",), "11 adults and 3 toddlers"),
    ],
)  # fmt: skip
def test_who_comes_and_who_stays_away_is_counted_clause_by_clause(said: tuple[str, ...], proposed: str) -> None:
    talk = Talk(bookings=[party_on("2026-05-23", children=2)])
    answer = [talk.say(one) for one in said][-1]
    assert f"would be for {proposed}." in answer.text and answer.verdict.ok


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("push it to 9 and add 2", {"time": "21:00", "adults": 14}),
        ("12.. no 14 (forgot the 2 roommates)", {"adults": 14}),
        ("omg no. 13 adults, 2 kids 7 and 9, one 4 year old. total 16", {"adults": 13, "children": 2, "toddlers": 1}),
    ],
)
def test_a_change_in_short_words_is_all_of_it(text: str, change: dict[str, object]) -> None:
    talk = Talk(bookings=[party_on("2026-05-23")])
    assert talk.say(text).dialogue.change == change


def test_guests_told_beside_a_start_that_we_lack_are_kept() -> None:
    talk = Talk(bookings=[party_on("2026-05-23")])
    talk.say("push it back an hour and add 2 people")
    assert "would start at 9 PM instead and would be for 14 adults." in talk.say("9pm then").text


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("my brother in law can't make it anymore", "11 adults and 2 children"),
        ("so 3 more then, the neighbors and their 5 yr old", "14 adults, 2 children and 1 toddler"),
        ("the johnsons cancelled, thats 2 adults and 2 kids", "10 adults"),
        ("swap 2 kids for 1 adult", "13 adults"),
        ("my friend cant come but her kids still are", "11 adults and 2 children"),
    ],
)
def test_who_is_away_gives_no_party_up_and_who_joins_is_counted_once(text: str, proposed: str) -> None:
    answer = Talk(bookings=[party_on("2026-05-23", children=2, total="720.00")]).say(text)
    assert f"would be for {proposed}." in answer.text and answer.verdict.ok


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("tofu and veggies for those two then, and the rest chicken and shrimp, except my husband he wants lobster", ("Tofu, chicken and shrimp are included", "would come with 1 lobster tail", "$15 more")),
        ("can i switch someone from shrimp to steak?", ("included", "12 hours")),
        ("we'd like chicken and shrimp for everybody", ("chicken with shrimp for everyone", "on your booking")),
    ],
)  # fmt: skip
def test_who_eats_what_is_priced_where_it_costs_and_else_included(text: str, says: tuple[str, ...]) -> None:
    answer = Talk(bookings=[party_on("2026-05-23")]).say(text)
    assert all(one in answer.text for one in says) and answer.verdict.ok, answer.text


@pytest.mark.parametrize(
    "said",
    [
        "how come its 20 more",
        "7 people said yes so far",
        "my cousin may bring her 2 kids, not sure",
        "guests come at 5",
        "my shift ends at 3",
        "My boss comes back Monday, can i tell you then",
    ],
)
def test_what_is_told_beside_a_party_changes_nothing(said: str) -> None:
    talk = Talk(bookings=[party_on("2026-05-23", children=2)])
    assert "preview_change" not in talk.say(said).tools
    assert talk.dialogue.change == {}


@pytest.mark.parametrize(
    ("lines", "counts"),
    [
        ("Two of the 7 kids are actually only 4, do they cost less?", (8, 5, 2)),
        ("2 of the kids are 4, so how much now? || 2 of the kids are only 4!", (8, 5, 2)),
        ("my nephew turned 13 last week so hes not one of the kids price anymore i guess?", (9, 6, 0)),
    ],
)
def test_children_of_a_booked_party_are_counted_by_their_age(lines: str, counts: tuple[int, int, int]) -> None:
    talk = Talk(bookings=[party_on("2026-03-14", adults=8, children=7, total="650.00", balance="550.00")])
    for line in lines.split(" || "):
        answer = talk.say(line)
        assert answer.verdict.ok
        assert "ZIP" not in answer.text and "How many" not in answer.text
    pending = answer.turn.dialogue.pending
    assert pending is not None
    shown = {"adults": 8, "children": 7, "toddlers": 0} | pending.arguments
    assert (shown["adults"], shown["children"], shown["toddlers"]) == counts


def test_how_many_eat_so_is_no_guest_more() -> None:
    talk = Talk(bookings=[party_on("2026-03-14")])
    talk.say("my daughter went vegetarian last month so what would she get?")
    answer = talk.say("yes pls. only 1 plate tho, and her friend too so 2")
    assert talk.bookings[0]["adults"] == 12 and answer.turn.dialogue.pending is None
    assert answer.verdict.ok


def test_the_number_to_call_is_told_however_it_is_asked_for() -> None:
    talk = Talk(bookings=[party_on("2026-03-14")])
    for line in (
        "what number do i call if the chef is late",
        "no just the phone number",
        "no i need a phone number to call you",
    ):
        answer = talk.say(line)
        assert "555" in answer.text and answer.verdict.ok


@pytest.mark.parametrize(
    "text",
    [
        "make it 13 and 2",
        "so he's an adult. then its 13 and 2. how much",
        "my son turns 13, so he's an adult. then its 13 and 2. how much",
        "so thats 13 adults and 2 kids. how much",
    ],
)
def test_two_bare_numbers_are_the_grown_and_the_young_of_the_booked_party(text: str) -> None:
    talk = Talk(bookings=[party_on("2026-06-13", adults=12, children=3)])
    said = talk.say(text).text
    assert "13 adults and 2 children" in said and "$775" in said


@pytest.mark.parametrize(
    "text",
    ["can i pay the rest with a check", "can we pay the balance by check", "can i bring a check on the day"],
)
def test_a_check_is_no_way_to_pay_the_rest(text: str) -> None:
    talk = Talk(bookings=[party_on("2026-06-13", adults=12)])
    said = talk.say(text).text
    assert "don't take checks" in said and "That's fine" not in said


@pytest.mark.parametrize(
    ("said", "proposed"),
    [
        (("what's the price for 8 adults",), "8 adults"),
        (("how much would it be for 14 adults and 2 kids",), "14 adults and 2 children"),
        (("what would the total be with 15 adults and 3 lobster tails",), "15 adults and 2 children and would come with 3 lobster tails"),
        (("my brother might fly in from Denver with his 2 boys, 5 and 9. What would the total be if they come? Not sure yet",), "13 adults, 3 children and 1 toddler"),
        (("what if my sister comes with her 2 kids, 4 and 8? how much then",), "13 adults, 3 children and 1 toddler"),
        (("what if my sister and her husband come too, how much",), "14 adults and 2 children"),
        (("what would it cost if my uncle can't make it",), "11 adults and 2 children"),
        (("what would the price be if my boss joins us and my neighbor doesn't come",), None),
        (("could you tell me what it would cost if we add my neighbor and her 3 year old?",), "13 adults, 2 children and 1 toddler"),
        (("my brother might fly in with his 2 boys, 5 and 9. What would the total be?", "12 as booked, plus my brother and the two boys on top"), None),
        (("what do you usually charge for 15 adults", "it's for my party, the one i already booked"), "15 adults and 2 children"),
    ],
)  # fmt: skip
def test_other_guests_that_are_priced_are_of_the_party_that_stands(said: tuple[str, ...], proposed: str | None) -> None:
    talk = Talk(bookings=[party_on("2026-05-23", children=2)])
    answer = [talk.say(one) for one in said][-1]
    assert "ZIP" not in answer.text and answer.verdict.ok
    assert proposed is None or f"would be for {proposed}" in answer.text


@pytest.mark.parametrize(
    "said",
    [
        ("what would a party for 20 cost",),
        ("how much for 20 people on june 20",),
        ("I want to book another party for 20 people",),
        ("my friend wants one for 15 people, how much would that be",),
        ("what do you usually charge for 15 adults",),
    ],
)
def test_another_party_is_priced_beside_the_one_that_stands(said: tuple[str, ...]) -> None:
    talk = Talk(bookings=[party_on("2026-05-23", children=2)])
    answer = [talk.say(one) for one in said][-1]
    assert "Your party" not in answer.text and "ZIP" in answer.text


@pytest.mark.parametrize(
    ("said", "proposed"),
    [
        (("my in laws, two adults, are coming also, and my niece who is 12. please update",), "14 adults and 3 children"),
        (("my parents (2 adults) want to join",), "14 adults and 2 children"),
        (("my brother might come with his wife, 2 adults. price?",), "14 adults and 2 children"),
        (("my sister and her husband are coming, that's 2 adults",), "14 adults and 2 children"),
        (("4 fewer adults", "wait actually one of the kids is theirs too, emma, so 1 less kid"), "8 adults and 1 child"),
        (("2 more adults and one kid", "and 3 children with my niece"), None),
        (("what would be the new total if 3 adults drop out and 1 kid joins (she's 8)",), "9 adults and 3 children"),
    ],
)  # fmt: skip
def test_who_is_named_and_counted_is_counted_once(said: tuple[str, ...], proposed: str | None) -> None:
    talk = Talk(bookings=[party_on("2026-05-23", children=2)])
    answer = [talk.say(one) for one in said][-1]
    assert proposed is None or f"would be for {proposed}." in answer.text
    if proposed is None:
        assert answer.dialogue.change["adults"] == 14 and answer.dialogue.change["children"] == 3


@pytest.mark.parametrize(
    ("said", "change"),
    [
        (("we don't need the kids anymore, they're at camp. both out",), {"children": 0}),
        (("we prob 8 now. do i still pay 720",), {"adults": 6}),
    ],
)  # fmt: skip
def test_who_is_counted_already_is_counted_anew(said: tuple[str, ...], change: dict[str, int]) -> None:
    talk = Talk(bookings=[party_on("2026-05-23", children=2)])
    answer = [talk.say(one) for one in said][-1]
    assert change.items() <= answer.dialogue.change.items() and answer.verdict.ok


def test_ages_of_the_children_who_are_booked_add_nobody() -> None:
    talk = Talk(bookings=[party_on("2026-05-23", children=2)])
    answer = talk.say("the kids don't need filet, they're 6 and 8")
    assert "4 children" not in answer.text


def test_who_turns_six_before_the_party_is_a_child_and_nobody_more() -> None:
    talk = Talk(bookings=[party_on("2026-05-23", children=5)])
    talk.say("2 of the 5 kids are under 5")
    answer = talk.say("hmm one of them turns 6 on may 20 tho so she would be 6 at the party")
    assert "would be for 12 adults, 4 children and 1 toddler." in answer.text
