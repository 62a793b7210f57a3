"""What somebody asks of the terms of a party that stands: its own day, money and reference, however it is asked and asked again."""

from datetime import datetime

import pytest

from hibachi.concierge import results
from tests.concierge.local.talk import Answer, Talk, party_on

NOW = datetime.fromisoformat("2026-05-20T10:00:00-07:00")
LAST_DAY = "Tuesday, June 9"


class Checked(Talk):
    """A talk in which nothing that is said was refused before."""

    def say(self, *texts: str) -> Answer:
        answer = super().say(*texts)
        assert answer.verdict.ok and not answer.refused, answer.refused
        return answer


def talk_of(*, status: str = "confirmed", at: str = "18:00") -> Talk:
    paid = {"deposit_paid": "0.00"} if status == "deposit_pending" else {}
    return Checked(
        now=NOW,
        bookings=[party_on("2026-06-13", at, adults=20, status=status, total="1100.00", balance="1000.00", **paid)],
    )


@pytest.mark.parametrize("status", ["confirmed", "deposit_pending"])
@pytest.mark.parametrize(
    "asked",
    [
        "And when is the last day I could cancel and still have it returned to me?",
        "until when can i cancel and get my 100 back",
        "If something comes up, what's the latest I can cancel without losing the deposit?",
        "Sorry, the last date to CANCEL and get the deposit back, for my party",
        "what is the cancellation deadline for our party?",
        "how late can we call it off and still get a refund",
        "and the last day for a refund?",
    ],
)
def test_the_last_day_for_a_refund_is_a_date_whether_or_not_the_deposit_is_in(asked: str, status: str) -> None:
    talk = talk_of(status=status)
    answer = talk.say(asked)
    assert LAST_DAY in answer.text and "nothing to refund" not in answer.text
    assert talk.bookings[0]["status"] == status and not answer.refused


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("and what is the exact date?", LAST_DAY),
        ("That's the rule, but what day is that for us?", LAST_DAY),
        ("I understand. But once it is paid, what is the last date?", LAST_DAY),
        ("so june 9 right?", "Yes"),
        ("So the 9th is still fine?", "Yes"),
        ("if i cancel june 10 do i get it back", "No, that would be too late"),
        ("what if we call it off on june 1, would we get the deposit back?", "Yes, that's in time"),
    ],
)
def test_words_after_the_last_day_go_on_from_it(asked: str, said: str) -> None:
    talk = talk_of()
    talk.say("until when can i cancel and get my 100 back")
    answer = talk.say(asked)
    assert said in answer.text and "would move" not in answer.text
    assert talk.dialogue.pending is None or talk.dialogue.pending.kind != "change"


def test_who_asks_again_hears_no_sentence_twice_and_is_offered_a_person() -> None:
    talk = talk_of(status="deposit_pending")
    asked = (
        "when is the last day I could cancel with my deposit back?",
        "no, the last date to CANCEL, I asked",
        "sorry, I mean the last day to cancel",
    )
    said = [talk.say(one).text for one in asked]
    told = [text.split(". ")[0] for text in said]
    assert len(set(told)) == len(told) and all(LAST_DAY in text for text in said)
    assert "person" in said[1] and talk.dialogue.pending is not None and talk.dialogue.pending.kind == "human"


def test_a_yes_is_done_before_its_terms_are_told() -> None:
    talk = talk_of()
    talk.say("can we move our party to june 20?")
    answer = talk.say("Yes. If he's still sick on the 17th, can I still get the deposit back?")
    assert talk.bookings[0]["date"] == "2026-06-20"
    assert "too late" in answer.text and "Tuesday, June 16" in answer.text


@pytest.mark.parametrize("nod", ["ok", "great", "thanks"])
def test_a_nod_before_a_question_agrees_to_nothing(nod: str) -> None:
    talk = talk_of()
    talk.say("can we move our party to june 20?")
    answer = talk.say(f"{nod}, and would the deposit carry over?")
    assert talk.bookings[0]["date"] == "2026-06-13"
    assert "stays with your party" in answer.text and "?" in answer.text


@pytest.mark.parametrize(
    "asked",
    [
        "Good morning. I have a party reserved for June 13th. I would like to know how I pay the deposit.",
        "As I said, I would like to know how to pay the deposit please.",
        "hi how do i pay the deposit for my party",
        "where do I send the 100 dollars?",
        "how should I make the deposit payment?",
        "can you send me the payment instructions",
    ],
)
def test_how_the_deposit_is_paid(asked: str) -> None:
    answer = talk_of(status="deposit_pending").say(asked)
    assert "online, by credit card, Venmo or Zelle" in answer.text and "PB-" in answer.text


def test_who_asks_once_more_how_to_pay_hears_something_else() -> None:
    talk = talk_of(status="deposit_pending")
    talk.say("how do i pay the deposit")
    answer = talk.say("you didn't say how")
    assert "can't take the payment here" in answer.text and "person" in answer.text


@pytest.mark.parametrize(
    "asked",
    [
        "great. whats the reference for the rest, im paying w venmo",
        "whats my booking reference",
        "What is my confirmation number?",
        "i need the code to put in the memo",
        "so what do i write in the venmo note?",
    ],
)
def test_who_asks_for_the_reference_gets_it(asked: str) -> None:
    answer = talk_of().say(asked)
    assert "PB-" in answer.text


def test_what_a_reference_means_is_explained() -> None:
    talk = talk_of()
    talk.say("whats my reference")
    assert "reference of your booking" in talk.say("what does that PB thing mean").text


@pytest.mark.parametrize(
    "asked",
    [
        "if we move the party does my deposit carry over",
        "do i have to pay a new deposit when i reschedule",
        "Is our deposit safe if we postpone to July?",
        "would the 100 transfer to the new date?",
    ],
)
def test_the_deposit_goes_with_a_move(asked: str) -> None:
    answer = talk_of().say(asked)
    assert "stays with your party" in answer.text and "$100" in answer.text and "would move" not in answer.text


@pytest.mark.parametrize("said", ["never mind, keep it", "no leave it", "oh. then we keep it, see you saturday!"])
def test_who_keeps_the_party_asks_nothing_of_the_deposit(said: str) -> None:
    talk = talk_of()
    talk.say("can we move our party to june 20?")
    assert "deposit" not in talk.say(said).text


@pytest.mark.parametrize(
    "asked",
    [
        "by when do you need our protein choices?",
        "When do I have to tell you what everyone eats?",
        "Do I need to send the menu choices?",
        "What's the cut-off to change the menu?",
        "do we all have to choose our proteins before or can we tell the chef there",
    ],
)
def test_until_when_the_dishes_are_told(asked: str) -> None:
    answer = talk_of().say(asked)
    assert (
        "Saturday, June 13 at 6 AM, 12 hours before the party" in answer.text and "number of guests" not in answer.text
    )


@pytest.mark.parametrize(
    "asked",
    [
        "no i mean the food, when is the cutoff for the food",
        "The proteins I mean, not the number. Until when can I tell you those?",
    ],
)
def test_the_deadline_that_was_meant_is_told(asked: str) -> None:
    talk = talk_of()
    talk.say("until when can i change the number of guests?")
    answer = talk.say(asked)
    assert "June 13 at 6 AM" in answer.text and "number of guests" not in answer.text


def test_midnight_is_told_by_the_day_that_it_ends() -> None:
    answer = talk_of(at="12:00").say("by when do you need our protein choices?")
    assert "until the end of Friday, June 12, 12 hours before the party" in answer.text and not answer.refused


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["how much do people tip?", "So 20% of what, of the 1100? What would that come to"], "20% of $1,100 is $220"),
        (["whats 20 percent of our total for the tip", "and 25%?"], "25% of $1,100 is $275"),
        (
            [
                "whats 20 percent of our total for the tip",
                "Well, 220 by my calculator. Is that right, or is it on the amount without the deposit?",
            ],
            "Yes, 20% of $1,100 is $220",
        ),
        (["how much should we tip the chef in dollars?"], "20% of $1,100 is $220 and 35% of $1,100 is $385"),
        (["so what do i pay with a 20% tip all together"], "With the tip you'd pay $1,320"),
    ],
)
def test_what_a_tip_comes_to_is_reckoned(texts: list[str], said: str) -> None:
    talk = talk_of()
    answers = [talk.say(text) for text in texts]
    assert said in answers[-1].text and not talk.escalated
    assert talk.bookings[0]["adults"] == 20 and "adults" not in talk.dialogue.change


def test_a_tip_is_reckoned_to_the_cent() -> None:
    assert results.tip(75050, 25) == {"percent": 25, "total": "750.50", "tip": "187.63", "with_tip": "938.13"}


def test_of_several_parties_each_is_told_by_its_day() -> None:
    talk = Checked(now=NOW, bookings=[party_on("2026-06-20", "15:00", adults=14), party_on("2026-07-18", adults=20)])
    answer = talk.say("when is the last day to cancel each without losing money?")
    assert "Tuesday, June 16" in answer.text and "Tuesday, July 14" in answer.text


def test_who_says_that_nothing_was_answered_hears_no_sentence_again() -> None:
    talk = talk_of()
    said = [
        talk.say(one).text
        for one in (
            "how long does the chef stay",
            "that doesn't help. how long does he stay",
            "I asked how long he stays",
        )
    ]
    told = [text for text in said if "90 to 120 minutes" in text]
    assert len(set(told)) == len(told) and "person" in said[-1]
    assert talk.dialogue.pending is not None and talk.dialogue.pending.kind == "human"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "Our party is June 13 at 6. My husband insists it was at 5. Can you tell me what you have?",
            "June 13 at 6 PM",
        ),
        ("and we're 20 people total, right?", "Yes, that's how I have it"),
        ("k perfect. and we r 20 now right not counting the chef", "Yes, that's how I have it"),
        ("my wife thinks its 25 people", "Not quite"),
        ("my son swears it starts at 7", "Not quite"),
        ("can you check what time you have us down for", "June 13 at 6 PM"),
    ],
)
def test_what_stands_is_read_back(asked: str, said: str) -> None:
    talk = talk_of()
    answer = talk.say(asked)
    assert said in answer.text and not talk.dialogue.change
    assert talk.dialogue.pending is None


def test_another_number_now_is_no_reading_back() -> None:
    talk = talk_of()
    talk.say("we are 22 now right")
    assert talk.dialogue.change.get("adults") == 22


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Never mind. One last thing, what time will the chef arrive to set up?", "5:40 PM"),
        ("nvm. do we need to have tables ready?", "you provide tables"),
        ("no worries, forget it. how long does the show take?", "90 to 120 minutes"),
    ],
)
def test_a_question_behind_never_mind_is_answered(asked: str, said: str) -> None:
    answer = talk_of().say(asked)
    assert said in answer.text and "nothing changes" not in answer.text and "everything stays" not in answer.text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("We have a patio about 10 by 12, fully open. Enough space?", "Yes, that's enough room"),
        ("my backyard is 20 feet by 15 feet is that big enough for the chef", "Yes, that's enough room"),
        ("is a 6 by 8 spot enough for the chef?", "Yes, that's enough room"),
        ("our side yard is 7x5 ft, is that enough room for the grill?", "too small"),
    ],
)
def test_room_that_is_told_by_its_measures_is_a_yes_or_a_no(asked: str, said: str) -> None:
    answer = talk_of().say(asked)
    assert said in answer.text and not answer.refused


@pytest.mark.parametrize("yes", ["Yes, jazakallah", "yes danke", "yes please, muchas gracias", "Yes, merci!"])
def test_thanks_in_another_tongue_behind_a_yes_leave_nothing_unclear(yes: str) -> None:
    talk = talk_of()
    talk.say("please make it 22 adults")
    answer = talk.say(yes)
    assert talk.bookings[0]["adults"] == 22 and "quite get" not in answer.text and "not sure" not in answer.text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("if i push the party to july do i lose the 100", "No, "),
        ("what happens to my deposit if it rains and we postpone", "Your $100 deposit stays"),
        ("do we have to pay a new deposit when we reschedule?", "No, "),
    ],
)
def test_what_a_move_does_to_the_deposit_is_said_with_the_right_word(asked: str, said: str) -> None:
    answer = talk_of().say(asked)
    assert said in answer.text and "stays with your party" in answer.text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("and if we cancel because of rain 2 days before?", "too late"),
        ("what if we cancel a week before", "in time"),
        ("how many days before the party can i cancel?", "4 days before"),
    ],
)
def test_so_many_days_before_are_counted_from_the_party(asked: str, said: str) -> None:
    answer = talk_of().say(asked)
    assert said in answer.text and LAST_DAY in answer.text


@pytest.mark.parametrize(
    ("first", "then", "said"),
    [
        ("By when should I confirm the final numbers?", "And the steak and shrimp choices?", "June 13 at 6 AM"),
        ("what time do you have us down for", "and for how many", "20 adults"),
        ("I want to tip 25 percent, how much is that for our party?", "my husband says 275, is he right?", "Yes, 25%"),
        ("how do we pay the remaining amount", "until when do we have to pay it", "June 13, or before"),
    ],
)
def test_what_goes_on_from_such_an_answer(first: str, then: str, said: str) -> None:
    talk = talk_of()
    talk.say(first)
    answer = talk.say(then)
    assert said in answer.text and not answer.refused


def test_several_percentages_are_all_reckoned() -> None:
    answer = talk_of().say("whats the tip situation, like what would 20 and 30 percent be")
    assert "20% of $1,100 is $220" in answer.text and "30% of $1,100 is $330" in answer.text


def test_who_has_not_paid_yet_hears_what_holds_once_it_is_paid() -> None:
    talk = talk_of(status="deposit_pending")
    answer = talk.say("if I pay today and cancel next week, do I get it back?")
    assert LAST_DAY in answer.text and "nothing to refund" not in answer.text
    assert LAST_DAY in talk.say("Until what date precisely?").text


@pytest.mark.parametrize("asked", ["kk. when do u need the rest", "when is the balance due"])
def test_when_the_rest_is_due(asked: str) -> None:
    answer = talk_of().say(asked)
    assert "$1,000 is due on the day of your party" in answer.text and "guests" not in answer.text


@pytest.mark.parametrize(
    "said",
    [
        ("how much does one tip the chef", "Ok so 20% of 1,100 roughly 220. How can the deposit be paid, is a card fine?"),
        ("What would 18 adults cost?", "That fits. But would the tip come on top of it? How much do people usually give?"),
        ("add 1 filet and 1 lobster", "total of 2 filet + 1 lobster", "yes! whats left to pay on the day then, and can i venmo it"),
        ("drop 2 adults", "yes. do i get anything back since its less? i paid the 100 already"),
    ],
)  # fmt: skip
def test_no_reply_about_money_is_refused_in_whatever_words_it_comes(said: tuple[str, ...]) -> None:
    for seed in range(8):
        talk = talk_of()
        talk.seed = f"seed-{seed}"
        for line in said:
            answer = talk.say(line)
            assert answer.verdict.ok and not answer.refused, answer.verdict


@pytest.mark.parametrize("sum_", ["the 100", "my $150", "our 200 bucks", "my hundred"])
def test_the_deposit_is_meant_by_any_sum(sum_: str) -> None:
    """What a deposit is belongs to the owner's data; how it is spoken of does not hang on the amount."""
    assert LAST_DAY in talk_of().say(f"until when can i cancel and get {sum_} back?").text
