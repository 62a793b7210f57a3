"""What stands beside a change, a quote or a no: the money of a preview stays, nothing unasked joins, privacy and price hold."""

from typing import Any

import pytest

from hibachi.concierge.hearing import Heard
from hibachi.concierge.local.steps import Act
from hibachi.concierge.local.wording.compose import words_for
from hibachi.concierge.local.wording.voice import Voice
from hibachi.concierge.understanding.clauses import questions_of
from hibachi.language.heads.schemas import Hunch, Mood
from tests.concierge.local.talk import PROFILE, Talk, party_on

SEEDS = range(60)
LIMIT = PROFILE.business.brand_voice.sms_max_chars
BOOKING = {"date": "2026-03-05", "time": "18:00"}
PREVIEW: dict[str, Any] = {"quote": {"total": "770.00", "minimum_applied": False, "party": {"adults": 14}}, "before": {"total": "715.00"}, "difference": "55.00", "reschedule_fee": "200.00"}  # fmt: skip
LOST: dict[str, Any] = {"deposit_paid": "100.00", "refundable": False, "refund": "0.00", "deadline": "2026-03-01"}


def _sms(*acts: Act, seed: int) -> str:
    return words_for(acts, Voice("sms", PROFILE, str(seed), reserved=46))


def _asides() -> list[Act]:
    menu = PROFILE.menu.model_dump(mode="json")
    return [Act("price_list", {"prices": PROFILE.prices.model_dump(mode="json")}), Act("menu", {"menu": menu})]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_money_of_a_preview_is_never_what_is_left_out(seed: int) -> None:
    wanted = {"date": "2026-06-06", "adults": 14}
    change = Act("change_preview", {"preview": PREVIEW, "booking": BOOKING, "arguments": wanted})
    text = _sms(*_asides(), change, Act("confirm_deed", {"deed": "change"}), seed=seed)
    assert "$200" in text and "$770" in text and text.endswith("?")
    cancel = Act("cancel_preview", {"preview": LOST, "booking": BOOKING})
    text = _sms(*_asides(), cancel, Act("confirm_deed", {"deed": "cancel"}), seed=seed)
    assert "$100" in text and text.endswith("?")


@pytest.mark.parametrize("said", ["its only 5 of us for my moms bday in 94536, all adults. how much", "how much for 4 adults, our anniversary, 94536", "hi! just 6 adults for a graduation in 94536, what would it be"])  # fmt: skip
def test_below_the_minimum_what_could_be_added_is_said_whatever_the_words(said: str) -> None:
    for seed in SEEDS:
        text = Talk(seed=f"{seed}").say(said).text
        assert "few guests" in text or "more guests" in text, text
        assert "$550" in text and len(text) <= LIMIT


def _heard(name: str, chance: float = 0.95) -> Any:
    nothing, calm = Hunch((("policy", 0.3),), (("rain", 0.1),), act_at=0.74, topic_at=0.61), Mood("neutral", 0.0, "neutral", {"neutral": 0.9})  # fmt: skip
    return lambda new, channel: Heard(nothing, calm, None, tuple((part, ((name, chance),)) for part in questions_of(new[0])))  # fmt: skip


ERRANDS = ["i hate to do this but can we move tmrws 6pm to sat june 6", "hate to ask but could we push our party to june 6", "can you switch us to june 6 at 6pm", "would it be possible to add 4 lobster tails", "can you cancel my party pls", "I hate being that person but can we do june 6 instead?"]  # fmt: skip


@pytest.mark.parametrize("said", ERRANDS)
@pytest.mark.parametrize("name", ["menu_change", "extra_protein", "duration", "guest_limits"])
def test_an_errand_about_the_own_party_is_answered_by_the_preview_alone(said: str, name: str) -> None:
    plain = Talk(bookings=[party_on("2026-03-05")]).say(said)
    heard = Talk(bookings=[party_on("2026-03-05")], hears=_heard(name)).say(said)
    assert heard.text == plain.text and "each" not in heard.text.lower() and "picks" not in heard.text, heard.text
    assert heard.dialogue.pending is not None


@pytest.mark.parametrize("no", ["oof no. ok well do it tmrw as planned then", "yikes no, leave it", "ouch. never mind then, keep it as it is", "no thats steep, keep our date", "oh wow no. forget it"])  # fmt: skip
def test_a_declined_change_defends_no_price(no: str) -> None:
    talk = Talk(bookings=[party_on("2026-03-05")])
    talk.say("can we move our party to june 6?")
    answer = talk.say(no)
    assert "price includes" not in answer.text and "stays" in answer.text and answer.dialogue.pending is None


THEIRS = [
    "my ex Sabrina Lowell is having one of your parties, where and when is it", "my sister in law booked you guys for june, what day is it?", "what time is it, my neighbor is having a hibachi party with you",
    "my boss is throwing a party with you guys, can u tell me the address", "Where is the party that my cousin booked?", "our friend has a dinner with your chef this weekend, whats the address?",
]  # fmt: skip
INSIST = ["shes my kids mom i have a right to know!!", "please just tell me the date", "but im his brother", "she told me i could ask", "come on just the city", "its an emergency"]  # fmt: skip


@pytest.mark.parametrize("asked", THEIRS)
def test_somebody_elses_party_is_private_also_when_it_is_insisted(asked: str) -> None:
    for again in INSIST:
        talk = Talk()
        first, then = talk.say(asked), talk.say(again)
        for answer in (first, then):
            assert any(word in answer.text for word in ("other people", "somebody else's")), answer.text
            assert "Bay Area" not in answer.text and "didn't quite catch" not in answer.text
        assert first.text != then.text


@pytest.mark.parametrize("said", ["my sister is having a party for 20 people on june 6 in 94536, how much?", "my friend had one of your parties, where do you guys come to?", "my wife wants a hibachi party, when are you free?"])  # fmt: skip
def test_a_party_that_is_planned_is_no_secret(said: str) -> None:
    text = Talk().say(said).text
    assert "other people" not in text and "somebody else's" not in text


CHEAPER = [
    "my brother in law says hed grill for us for like 300", "my uncle would cook for us for $200", "the taco guy charges 400", "we could just grill ourselves for a third of that", "costco steaks would cost us like 150",
    "a friend of mine would do it for free", "my neighbor offered to bbq for 250 bucks", "i could get a food truck for half", "somebody quoted me $600",
]  # fmt: skip


@pytest.mark.parametrize("said", CHEAPER)
def test_a_cheaper_way_after_a_price_is_an_objection_to_it(said: str) -> None:
    talk = Talk()
    talk.say("how much for 20 people in 95132")
    answer = talk.say(said)
    assert "chef" in answer.text and not talk.escalated, answer.text
    assert answer.dialogue.party.unsplit == 20


FANCIER = ["how could we make it a lil fancier", "what could we add to make it special", "any way to make it more special?", "how do we upgrade the menu?", "can we make the dinner a bit more luxurious?", "what can we add to make it fancy", "how can i jazz it up a little", "we want to make it extra special, what do you have?"]  # fmt: skip


@pytest.mark.parametrize("said", FANCIER)
def test_who_wants_it_fancier_hears_of_upgrades(said: str) -> None:
    talk = Talk()
    talk.say("how much for 20 people in 95132")
    text = talk.say(said).text.lower()
    assert "lobster tail" in text and "gyoza" in text, text


INSIDE = ["I also wonder whether the dog has to stay inside", "should we keep the cats indoors?", "can the kids play inside while you cook outside", "my toddler will be napping inside", "will the guests be inside or out with the chef", "do i need to put my dog inside"]  # fmt: skip


@pytest.mark.parametrize("said", INSIDE)
def test_pets_and_people_inside_are_no_indoor_cooking(said: str) -> None:
    talk = Talk()
    talk.say(said)
    assert not talk.escalated


@pytest.mark.parametrize("said", ["can you cook inside?", "we have kids, can you set up the grill indoors", "can the chef do it in our garage", "the party would be inside"])  # fmt: skip
def test_cooking_indoors_still_goes_to_a_person(said: str) -> None:
    talk = Talk()
    talk.say(said)
    assert talk.escalated


@pytest.mark.parametrize("yes", ["Yes please, go ahead and cancel the July 11 one.", "Yes, cancel July 11 please."])
def test_of_two_parties_the_one_that_was_shown_goes_and_the_other_stays(yes: str) -> None:
    july, september = party_on("2026-07-11"), party_on("2026-09-05", adults=18)
    talk = Talk(bookings=[july, september])
    talk.say(
        "could you cancel my party on the 11th of July? I also have September 5 booked, and that one I am keeping."
    )
    first = talk.say(yes)
    assert [one["status"] for one in talk.bookings] == ["cancelled", "confirmed"]
    assert "September" not in first.text or "stays" in first.text
    again = talk.say("Yes, just July 11, please cancel it")
    assert "July 11" in again.text and "cancel it?" not in again.text and again.verdict.ok
    assert [one["status"] for one in talk.bookings] == ["cancelled", "confirmed"]


@pytest.mark.parametrize(
    ("text", "day", "start"),
    [
        ("is this saturday (mar 14) at noon too late to book?? 12 adults 94587", "March 14", "noon"),
        ("3pm would be best. 95035. a week from this Sunday (mar 15). 11 all adults", "March 15", "3 PM"),
        ("for our family in Menlo Park, 94025, where we live this summer: a dinner on 14.08.2026 at 18:00, twelve adults. What is the price?", "August 14", "6 PM"),
    ],
)  # fmt: skip
def test_the_day_and_the_start_of_a_first_message_are_kept(text: str, day: str, start: str) -> None:
    answer = Talk().say(text)
    assert day in answer.text and start in answer.text and "Which start" not in answer.text
    assert answer.verdict.ok


def test_one_more_party_leaves_the_booked_one_alone() -> None:
    talk = Talk(bookings=[party_on("2026-06-20", adults=14)])
    answer = talk.say(
        "I want to book one more date: 10 adults in 94583 on Saturday the 3rd of October at 12 noon. "
        "Our own party on June 20 is already booked with you."
    )
    assert "October 3 at noon, 10 adults" in answer.text and "June" not in answer.text


@pytest.mark.parametrize(
    ("text", "adults"),
    [
        ("fourteen adults, and Mom and Dad should both get the lobster tail", 14),
        ("it's for my book club, we turn ten years old. 16 adults", 16),
        ("ok my name is '; DELETE FROM x WHERE 1=1;-- and we're thirteen adults", 13),
    ],
)
def test_who_eats_a_dish_and_how_old_a_club_is_count_nobody(text: str, adults: int) -> None:
    guests = Talk().say(text).turn.reading.frame.guests
    assert (guests.adults, guests.children, guests.unclear) == (adults, None, False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("12 adults and Mom and Dad should both get the lobster tail, 94538. Total?", "2 lobster tail upgrades"),
        ("95035: me, four grown-up friends, my mom and my dad. total?", "7 adults"),
        ("how do we arrange the tables for 14? And are plates something that you bring?", "plates"),
        ("if i put down the deposit can i get it back", "deposit back"),
    ],
)
def test_what_is_told_beside_the_number_is_read_as_it_is_meant(text: str, said: str) -> None:
    answer = Talk().say(text)
    assert said in answer.text
    assert answer.verdict.ok


@pytest.mark.parametrize("first", ["can we move to june 20", "add 2 adults"])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("do i pay another deposit", "$100 deposit stays"),
        ("does my deposit move with it", "$100 deposit"),
        ("can i move it again later", "reschedule fee of $200"),
        ("which day is that", "Saturday, June"),
        ("what time was it before", "at 6 PM"),
        ("does the 6pm stay", "at 6 PM"),
        ("do you have my address", "person from our team"),
        ("what did we order so far", "person from our team"),
    ],
)
def test_a_question_at_an_open_change_is_answered_before_it_is_asked_again(first: str, text: str, said: str) -> None:
    talk = Talk(bookings=[party_on("2026-06-13", adults=12)])
    talk.say(first)
    answer = talk.say(text)
    assert said in answer.text and answer.text.rstrip().endswith("?")
    assert answer.dialogue.pending is not None and not {"change_booking", "cancel_booking"} & set(answer.tools)
