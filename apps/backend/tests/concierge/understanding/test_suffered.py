"""What somebody says that they suffered is regretted in their own matter; what is only supposed, or never said, is not."""

import pytest

from hibachi.concierge.understanding import asides, suffered
from tests.concierge.local.talk import Talk, party_on

TOLD = [
    ("Your chef was OVER AN HOUR LATE on saturday and ruined my daughters birthday", ("that you had to wait for the chef", "that your daughter's birthday was spoiled")),
    ("you charged my card twice and nobody answers", ("about the double charge", "that nobody has got back to you")),
    ("Half the shrimp was raw on saturday, 6 guests were sick all night!!", ("that people fell ill", "that the shrimp was raw")),
    ("my nephew got burned on the arm by hot oil from your chef", ("about your nephew's burn",)),
    ("Your chef left oil stains on our new travertine terrace", ("about the stains on your terrace",)),
    ("I was promised a refund of my deposit two weeks ago and still nothing", ("that you're still waiting for your money",)),
    ("I slipped on the oil your guy spilled on the patio and hurt my back", ("that you got hurt",)),
    ("our party was yesterday and the chef forgot the noodles we paid for", ("that part of what you ordered was missing",)),
    ("The chef you sent was drunk.", ("about what happened with the chef",)),
    ("hi i'm calling because my nephew got burned at our party, he's in urgent care", ("about your nephew's burn",)),
    ("Half of the steak on Saturday was raw, the chef argued with my father and left the patio covered in grease", ("that the steak was raw", "about how you were treated")),
    ("its 6:40 and the chef still isn't here", ("that the chef isn't there yet",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "named"), TOLD)
def test_what_was_told_is_named_in_its_own_matter(text: str, named: tuple[str, ...]) -> None:
    assert suffered.named(text) == named


@pytest.mark.parametrize("text", ["what if the chef is late?", "i am very disappointed", "we might be an hour late"])
def test_what_was_not_told_is_not_named(text: str) -> None:
    assert suffered.named(text) == ()


def test_a_wish_for_money_is_passed_on_and_nothing_is_promised() -> None:
    talk = Talk()
    answer = talk.say("your chef was an hour late on saturday. I want my money back NOW")
    assert "sorry to hear that you had to wait for the chef" in answer.text and "refund" in answer.text
    assert talk.escalated and "will be refunded" not in answer.text


def test_a_parent_in_the_hospital_is_one() -> None:
    text = "hi we have to cancel our party on june 20, my dad is in the hospital"
    assert asides.trouble(asides.without_workplace(text)) == "illness"


def test_a_hospital_where_somebody_works_is_no_illness() -> None:
    answer = Talk().say("Our hospital department would like a team lunch for 22 people, by purchase order with net 45")
    assert "sorry" not in answer.text.lower() and "recovery" not in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "hello? i asked for a manager 3 times already",
        "our party was yesterday and the chef forgot the noodles we paid for. what now",
        "Would you consider a reduced rate for a nonprofit fundraiser, around 25 guests in 95014?",
    ],
)
def test_what_only_a_person_can_settle_is_handed_over(text: str) -> None:
    talk = Talk()
    talk.say(text)
    assert talk.escalated


def test_a_child_price_is_no_discount() -> None:
    talk = Talk()
    talk.say("what's your lower price for kids")
    assert not talk.escalated


def test_who_grieves_is_not_told_sure_thing() -> None:
    text = Talk().say("my grandma passed, she had booked the party. who can i talk to about her deposit").text
    assert "sorry for your loss" in text


@pytest.mark.parametrize(("said", "for_a_person"), [("the host fell ill. Can we move our party to March 28?", False), ("three of us got really sick after your dinner, cancel our next party", True)])  # fmt: skip
def test_an_illness_of_theirs_moves_a_party_and_one_of_ours_goes_to_a_person(said: str, for_a_person: bool) -> None:
    talk = Talk(bookings=[party_on("2026-03-14")])
    talk.say(said)
    assert talk.escalated is for_a_person


def test_a_firm_is_welcomed_only_where_one_is_named() -> None:
    assert "company" not in Talk().say("can we pay by invoice?").text
    assert "company" in Talk().say("we'd like to pay by invoice, it's for our company").text
