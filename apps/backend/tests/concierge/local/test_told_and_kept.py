"""What is told in passing is kept: a diet, a secret, a way in, a chef by name; and it is said to be noted to whoever asks."""

import pytest

from tests.concierge.local.talk import Answer, Talk, party_on

DAY = "2026-06-20"


def of_booked(*said: str) -> Talk:
    talk = Talk(channel="web_chat", bookings=[party_on(DAY)])
    for one in said:
        answer = talk.say(one)
        assert answer.verdict.ok and not answer.refused, answer.text
    return talk


def written(answer: Answer, field: str) -> str:
    return "; ".join(str(call.arguments.get(field, "")) for call in answer.calls if call.tool == "change_booking")


@pytest.mark.parametrize(
    ("said", "kept", "told"),
    [
        (("our friend is allergic to peanuts, hope thats ok. and how long does it take?",), ["our friend is allergic to peanuts"], "on your booking"),
        (("Two of our people are vegetarian and one keeps halal. Can you note that, and what do i still owe?", "is it written down now?"), ["Two of our people are vegetarian and one keeps halal"], "Noted for the chef: two vegetarian guests and halal."),
        (("does the teriyaki have gluten. her sister gets a bellyache", "so put down the gluten free soy for her then"), ["gluten free soy for her"], "gluten-free soy sauce"),
        (("plus can you make dads plate no salt, hes on a heart diet",), ["make dads plate no salt"], "on your booking"),
        (("all our guests eat halal only. did we tell you that when booking?",), ["all our guests eat halal only"], "Not until now."),
    ],
)  # fmt: skip
def test_a_diet_that_is_told_is_noted_and_confirmed(said: tuple[str, ...], kept: list[str], told: str) -> None:
    talk = of_booked(*said)
    assert talk.bookings[0]["dietary"] == kept and told in talk.answers[-1].text
    assert "deposit is" not in talk.answers[-1].text


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("the address is 12 Oak Ct, gate code 4417. its in the back yard, go around left", "gate code 4417; go around left"),
        ("its a surprise so please dont text him anything!!", "dont text him"),
        ("grandma uses a wheelchair, tell the chef to leave her room at the table", "wheelchair"),
        ("Can we get the same guy as in april? i think his name was Marco", "Marco"),
        ("yes. and dont throw food at my mom please", "dont throw food at my mom"),
    ],
)  # fmt: skip
def test_what_is_told_for_the_chef_is_noted(said: str, kept: str) -> None:
    answer = of_booked(said).answers[-1]
    assert kept in written(answer, "notes") and "booking" in answer.text


@pytest.mark.parametrize("asked", ["did you get the gate code too? last caterer didnt", "you got the gate code?"])
def test_what_was_told_for_the_chef_is_confirmed(asked: str) -> None:
    text = of_booked("gate code is 4417", asked).answers[-1].text
    assert "Yes" in text and "noted" in text and "not sure" not in text


@pytest.mark.parametrize(
    ("said", "kept", "read_back"),
    [
        (("we are 10. vegan. all of us. 94703. june 5 at 6", "the 5th at 6. mika stein"), "vegan (all of us)", "vegan"),
        (("12 adults, 94538, june 5 at 6. Ann Roe. y el pollo es halal?", "wait did u take the halal into account"), "halal", "halal"),
        (("12 adults, 94538, june 5 at 6. three of us do not eat beef, is that okay?", "Ann Roe"), "three of us do not eat beef", "three guests who avoid beef"),
        (("12 adults, 94538, june 5 at 6. she hates mushrooms, that matters?", "Ann Roe"), "she hates mushrooms", "mushrooms"),
    ],
)  # fmt: skip
def test_a_diet_told_before_the_booking_is_on_it(said: tuple[str, ...], kept: str, read_back: str) -> None:
    talk = Talk(channel="web_chat")
    for one in said:
        answer = talk.say(one)
        assert answer.verdict.ok, answer.text
    assert read_back in answer.text
    talk.say("yes, book it")
    assert talk.bookings[-1]["dietary"] == [kept]


def test_address_and_secret_told_before_are_on_the_booking() -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults, 94586, july 11 at 6. it is a surprise so do not call the house")
    talk.say("Name is Thomas Beck, 22 Kilkare Road. We can use the driveway.")
    answer = talk.say("Yes. you got it down about not calling the house?")
    assert "book_party" in answer.tools and "Yes" in answer.text
    assert "22 Kilkare Road" in written(answer, "location") and "do not call the house" in written(answer, "notes")
    assert "street address" not in answer.text


def test_a_wrong_name_is_taken_back() -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults, 94586, july 11 at 6. Marcus Webb")
    assert "name" in talk.say("Marcus is not my name").text and talk.dialogue.pending is None
    assert "Tom Reed" in talk.say("Tom Reed").text


@pytest.mark.parametrize(
    ("said", "name"),
    [("Greg. Greg Pollard", "Greg Pollard"), ("im not lucia lol im jazmin", "Jazmin"), ("yes aisha rahman is fine", "Aisha Rahman")],
)  # fmt: skip
def test_a_name_told_with_other_words_is_the_name(said: str, name: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults, 94586, july 11 at 6")
    assert f"for {name}." in talk.say(said).text


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("12 gyoza and edamame for the table", "5"), "5 edamame to $25 and 12 gyoza to $120"),
        (("with 8 lobster and 20 gyoza", "cut the gyoza in half. also 2 of the lobsters are scallops instead"), "2 scallops upgrades to $10, 6 lobster tail upgrades to $90 and 10 gyoza to $100"),
        (("with 20 gyoza and 3 salmon", "make it 10 gyoza and drop the salmon"), "10 gyoza to $100"),
        (("and the lobster? how much if all 12 take it", "put the lobster in"), "12 lobster tail upgrades to $180"),
    ],
)  # fmt: skip
def test_dishes_told_beside_others(said: tuple[str, ...], told: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults, 94586, july 11 at 6")
    for one in said:
        answer = talk.say(one)
        assert answer.verdict.ok and not answer.refused, answer.text
    assert told in answer.text and "salmon upgrades" not in answer.text


def test_the_open_dish_of_a_booked_party_is_asked_about() -> None:
    talk = of_booked("12 gyoza and edamame for the table", "4", "yes")
    assert talk.bookings[0]["addons"] == {"gyoza": 12, "edamame": 4}


def test_who_signs_with_his_first_name_is_not_renamed() -> None:
    talk = Talk(channel="email")
    talk.say("12 adults July 11 at 6, 94586. Name is Thomas Beck")
    assert "book_party" in talk.say("Yes. As I said.\n\nTom").tools and talk.bookings[-1]["name"] == "Thomas Beck"


@pytest.mark.parametrize(
    ("said", "dietary"),
    [
        ("halal like i said, and no sake", ["halal"]),
        ("1420 Ridgecrest Ct, no peanuts for my son, he is allergic", ["no peanuts for my son, he is allergic"]),
        ("my gf is vegan and its her birthday", ["my gf is vegan"]),
    ],
)
def test_a_diet_behind_the_booking_is_on_it_without_the_talk_around(said: str, dietary: list[str]) -> None:
    talk = Talk()
    for line in ("12 adults on april 18 at 3pm in 94040. Olena Koval", "yes", said):
        answer = talk.say(line)
        assert answer.verdict.ok, answer.text
    assert talk.bookings[-1]["dietary"] == dietary


def test_what_all_eat_of_what_is_included_is_noted() -> None:
    talk = Talk()
    talk.say("12 adults on april 18 at 3pm in 94040. Olena Koval")
    answer = talk.say("yes book. only shrimp and tofu for all please")
    assert talk.bookings[-1]["notes"] == "only shrimp and tofu for all" and answer.verdict.ok


def test_a_food_that_is_wished_is_avoided_by_nobody() -> None:
    talk = Talk()
    for said in (
        "do u have pork belly or wagyu? my bf is picky",
        "12 adults in 94539, june 13",
        "ok add that. noon i guess",
    ):
        talk.say(said)
    assert talk.dialogue.dietary == ()


@pytest.mark.parametrize(
    ("told", "said", "left"),
    [
        ("no pork for my bf", "huh? nobody avoids pork, my bf LOVES pork lol.", ()),
        ("my sister is vegan", "nobody is vegan", ()),
        ("my sister is vegan", "my sister loves vegan food", ("my sister is vegan",)),
        ("my son is allergic to dairy", "he isn't allergic to eggs", ("my son is allergic to dairy",)),
    ],
)
def test_a_diet_that_nobody_has_is_taken_off(told: str, said: str, left: tuple[str, ...]) -> None:
    talk = Talk()
    talk.say(f"12 adults in 94539, june 13 at 6pm. {told}")
    talk.say(said)
    assert set(left) <= set(talk.dialogue.dietary) and not any(
        "pork" in one or "eggs" in one for one in talk.dialogue.dietary
    )
    assert bool(talk.dialogue.dietary) is bool(left)


def test_a_way_of_eating_beside_a_note_for_the_chef_is_noted_too() -> None:
    talk = Talk()
    talk.say("13 adults in 94539, june 13 at 6pm. Farah Siddiqui 408 555 1212")
    talk.say("yes book it. halal and no sake")
    assert talk.dialogue.dietary == ("halal",) and any("no sake" in note for note in talk.dialogue.notes)


@pytest.mark.parametrize(
    "said",
    [
        "my late wifes birthday was in october, this would be the first big one without her. we are nineteen",
        "it would have been my husbands 60th, he passed in may. 20 of us",
        "in memory of my sister, her birthday dinner, 12 adults",
    ],
)
def test_who_mourns_is_not_congratulated(said: str) -> None:
    text = Talk().say(said).text
    assert "sorry" in text and "🎉" not in text and "fun" not in text


def test_a_zip_is_asked_for_once_in_a_message() -> None:
    text = Talk().say("can someone come out to us on june 13?").text
    assert text.count("ZIP") == 1


def test_ages_in_a_row_are_no_zip() -> None:
    talk = Talk()
    talk.say("13 adults and 7 kids, 95616")
    talk.say("6, 7, 7, 8, 9, 10 and the oldest one just turned 13")
    assert talk.dialogue.zip == "95616"


@pytest.mark.parametrize(
    ("said", "dietary", "notes", "told"),
    [
        (("Alhamdulillah. Yes please put it down, all halal, and no alcohol, so please no sake",), ["all halal"], "no alcohol, no sake", "halal"),
        (("halal for everyone please, and skip the sake",), ["halal for everyone"], "no sake", "no sake"),
        (("can you note no sake for us, we dont drink",), [], "no sake, no alcohol", "no sake and a dry party"),
        (("can we do no sake? the office has a no alcohol policy",), [], "no sake; no alcohol", "no sake"),
        (("Please note: two vegans, one vegetarian, no alcohol at all",), ["two vegan, one vegetarian"], "no alcohol", "one vegetarian guest and a dry party"),
        (("Two of our guests are vegan, can you note that? And one just avoids gluten, by choice",), ["Two of our guests are vegan", "one just avoids gluten"], "", "two vegan guests and someone who avoids gluten"),
        (("6 halal, 3 vegan, rest eat everything",), ["6 halal, 3 vegan"], "", "halal for 6 guests"),
        (("halal for 5 of us",), ["halal for 5 of us"], "", "halal for 5 guests"),
        (("can you do vegan for my party?", "yes please, for 2 people", "no 3"), ["3 vegan guests"], "", "3 vegan guests"),
        (("one of our guests is vegetarian", "actually two"), ["two vegetarian guests"], "", "two vegetarian guests"),
        (("my sister is vegan", "and 2 of the guys are halal", "sorry 3 halal"), ["my sister is vegan", "3 halal"], "", "halal for 3 guests"),
    ],
)  # fmt: skip
def test_diets_and_drinks_are_noted_in_clean_words_with_their_numbers(
    said: tuple[str, ...], dietary: list[str], notes: str, told: str
) -> None:
    talk = of_booked(*said)
    assert talk.bookings[0]["dietary"] == dietary and (talk.bookings[0].get("notes") or "") == notes
    assert told in talk.answers[-1].text and talk.bookings[0]["adults"] == 12


@pytest.mark.parametrize(
    ("said", "noted"),
    [
        ("Okay, here they are: 8 chicken and steak, 2 shrimp and steak, the 3 kids chicken and tofu", "8 chicken with NY strip steak, 2 shrimp with NY strip steak, 3 kids chicken with tofu"),
        ("Right, but did you save our choices? 11 chicken, 10 steak, 2 shrimp, 3 tofu", "11 chicken, 10 NY strip steak, 2 shrimp, 3 tofu"),
        ("So can you note 11 chicken, 10 steak, 2 shrimp and 3 tofu for my party?", "11 chicken, 10 NY strip steak, 2 shrimp, 3 tofu"),
        ("For the chef: 11 chicken, 10 steak", "11 chicken, 10 NY strip steak"),
        ("our picks: chicken x 8, steak x 10, shrimp for 4", "8 chicken, 10 NY strip steak, 4 shrimp"),
        ("everyone chicken and steak, the kids just chicken", "chicken with NY strip steak for everyone, chicken for the kids"),
        ("hey so for the food, 12 of us chicken and shrimp, 4 of us steak and tofu. thx", "12 chicken with shrimp, 4 NY strip steak with tofu"),
        ("6 adults steak & shrimp; 6 adults chicken & steak", "6 NY strip steak with shrimp, 6 chicken with NY strip steak"),
    ],
)  # fmt: skip
def test_who_eats_what_is_noted_on_the_party_with_its_numbers(said: str, noted: str) -> None:
    talk = of_booked(said)
    assert talk.bookings[0]["notes"] == f"menu choices: {noted}"
    assert "Noted for the chef" in talk.answers[-1].text and talk.bookings[0]["adults"] == 12
    assert not any(call.tool == "preview_change" for call in talk.answers[-1].calls)


@pytest.mark.parametrize(
    "said", ["add 3 tofu", "how much is 8 chicken and 4 lobster", "is 8 chicken and 4 steak ok?", "2 extra shrimp for my sister"]
)  # fmt: skip
def test_what_is_asked_or_ordered_is_no_list_of_choices(said: str) -> None:
    notes = of_booked(said).bookings[0].get("notes") or ""
    assert not notes.startswith("menu choices")


def test_a_swap_of_what_is_included_stands_on_the_party() -> None:
    talk = of_booked("switch 3 of the chickens to tofu please")
    assert talk.bookings[0]["notes"] == "menu: switch 3 of the chickens to tofu" and "noted" in talk.answers[-1].text


def test_choices_told_before_the_booking_are_on_it() -> None:
    talk = Talk(channel="web_chat")
    for one in (
        "22 adults june 20 at 6pm 94539. halal for 5 of us",
        "22 chicken and steak",
        "Ana Diaz, ana@example.com",
    ):
        answer = talk.say(one)
        assert answer.verdict.ok and not answer.refused, answer.text
    assert "halal for 5 guests and 22 chicken with NY strip steak" in answer.text and "22 adults" in answer.text
    talk.say("yes book it")
    booked = talk.bookings[-1]
    assert booked["notes"] == "menu choices: 22 chicken with NY strip steak"
    assert booked["dietary"] == ["halal for 5 of us"] and booked["adults"] == 22


def test_choices_beside_a_drink_and_an_address_by_mail_lose_none_of_the_three() -> None:
    talk = Talk(channel="web_chat")
    talk.say("15 adults aug 8 at 6pm 94568")
    answer = talk.say(
        "no sake please, 10 of us want chicken and steak, the 5 others steak and shrimp. Nora Lind nora@l.example"
    )
    assert answer.verdict.ok and "for Nora Lind" in answer.text and "no sake" in answer.text
    talk.say("yes book it")
    assert (
        talk.bookings[-1]["notes"]
        == "no sake; menu choices: 10 chicken with NY strip steak, 5 NY strip steak with shrimp"
    )
    assert talk.bookings[-1]["email"] == "nora@l.example" and talk.bookings[-1]["adults"] == 15


def test_a_number_of_eaters_told_anew_counts_no_guests() -> None:
    talk = Talk(channel="web_chat")
    for one in (
        "8 adults june 20 at 6pm 94539. 5 vegans",
        "Jo Park, jo@example.com",
        "8 vegan?? no just 4 of us. rest is good yes book",
    ):
        answer = talk.say(one)
        assert answer.verdict.ok, answer.text
    assert talk.bookings[-1]["dietary"] == ["4 vegan guests"] and talk.bookings[-1]["adults"] == 8


def test_what_was_noted_is_read_back_whole() -> None:
    talk = of_booked(
        "were a dry house, no alcohol pls. also 2 keto guys",
        "8 chicken and steak, 4 tofu and shrimp",
        "what did you put down for the food so far?",
    )
    for told in ("keto for 2 guests", "a dry party", "8 chicken with NY strip steak", "4 tofu with shrimp"):
        assert told in talk.answers[-1].text


def test_a_group_with_a_dish_that_costs_is_shown_and_the_others_are_noted() -> None:
    talk = of_booked("8 adults chicken and shrimp, 4 adults steak and salmon")
    assert talk.bookings[0]["notes"] == "menu choices: 8 chicken with shrimp"
    assert any(call.arguments.get("protein_selections") == {"salmon": 4} for call in talk.answers[-1].calls)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("can you do halal for our party?", "Diets need 48 hours' notice"),
        ("halal for everyone please", "can't promise"),
        ("2 vegans are coming, please note it", "can't promise"),
    ],
)
def test_a_diet_told_too_late_is_not_promised(said: str, told: str) -> None:
    talk = Talk(channel="web_chat", bookings=[party_on("2026-03-05")])
    answer = talk.say(said)
    assert answer.verdict.ok and not answer.refused, answer.text
    assert told in answer.text and "we can do" not in answer.text and "that's possible" not in answer.text
    assert "halal" in talk.bookings[0]["dietary"][0] if "everyone" in said else True


@pytest.mark.parametrize(
    "said",
    [
        "But she does eat fish. Is the salmon extra?",
        "she EATS fish, it is meat she doesn't want on the grill",
        "my wife can eat shellfish, no problem",
        "please dont msg my sister about the party",
    ],
)
def test_what_somebody_eats_or_who_gets_no_message_is_no_diet(said: str) -> None:
    talk = Talk(bookings=[party_on("2026-05-23")])
    answer = talk.say(said)
    assert "avoids" not in answer.text and not talk.bookings[0].get("dietary") and answer.verdict.ok


@pytest.mark.parametrize(
    ("said", "noted"),
    [
        ("one guest eats gluten free", "gluten"),
        ("my son eats no fish, he's allergic", "fish"),
        ("she can eat anything but shellfish", "shellfish"),
        ("sorry no, she can eat shellfish, it's peanuts that she is allergic to", "peanut"),
    ],
)
def test_what_is_avoided_beside_what_is_eaten_is_noted(said: str, noted: str) -> None:
    answer = Talk(bookings=[party_on("2026-05-23")]).say(said)
    assert "Noted" in answer.text and noted in answer.text.split(".")[0], answer.text
