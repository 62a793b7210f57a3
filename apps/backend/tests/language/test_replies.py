"""Short answers: what is a yes, what only sounds like one, and the carriers' keywords."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.language.replies import opt_keyword, read_reply

CONSENTS = [
    "yes", "Yes.", "YES", "yep", "yeah", "yup", "yes please", "yes please book it", "yes book it", "yes book it pls", "bet, book it", "go ahead", "yes go ahead and book it", "that's fine", "thats fine",
    "yes thats right please book it", "sounds good", "looks good", "perfect, book it", "👍", "👍🏽", "✅", "ok book it", "let's do it", "lets do it", "cool lets do it. Devon Achebe, devon@example.com", "do it",
    "Yes, everything is correct. Please go ahead and make the reservation.\n\nMargaret Olsen", "that is correct", "yes all correct, please book it", "I understand, that is fair. Please cancel the booking.",
    "yes please move it", "yes I'm sure, go ahead", "perfect. Nina Castellano, 650-555-0168. go ahead and book", "Great, book it please, I'm Mariana Lopes", "sure", "absolutely", "si", "ok thats fine. please change it to 8",
    "yes update it please", "Then 9pm that day. Yes, please move it.", "no problem, book it", "yes cancel it please", "can you book it please?", "correct", "we'll take it", "yeah that works", "yes go ahead book it", "yes, please make the reservation",
    "That is fine, we accept the minimum. Please book it for Yusuf Demir.", "yes please cancel it. do we get the deposit back?", "uh yes please go ahead and book it", "okay", "fine", "all good, lock it in",
]  # fmt: skip

NOT_CONSENT = [
    "yes?", "yes but can we do 7", "what happens if I say yes", "is that including tax", "if i say yes can i still cancel?", "yes, if it's under 600", "maybe", "i guess so", "not sure yet", "should i book it now?",
    "don't book it yet", "dont book it", "no", "nah", "nope", "no thanks", "k lemme check with my husband first", "let me think about it", "wait", "hold on", "how long do you hold it for me", "does that include travel?",
    "yes unless it rains", "ok thanks", "OK THANK YOU SORRY MY CAPS LOCK IS STUCK", "thanks!", "lol", "hello?", "never mind just keep it", "I want to book saturday june 13", "hi i wanna book a hibachi party", "the second one",
    "no extras thanks", "no kids, all adults", "Tasha Greene", "94539", "6pm", "12 adults", "what does yes mean here", "is it ok if we bring wine", "book?", "can we book may 1st in the meantime?", "Alright. And the total for 10 adults then?",
    "please don't cancel", "before you book it tell me the total", "yes but", "i'm not ready to book it", "would you book it if you were me", "cancel my booking", "STOP", "", "?", "😂", "not yet", "that's not right", "wrong date", "i think so",
    "we'd book it if it were cheaper", "sounds expensive", "I'll get back to you", "no, that's too much", "yes or no?", "what's included",
]  # fmt: skip


@pytest.mark.parametrize("text", CONSENTS)
def test_a_yes_on_which_a_booking_may_rest(text: str) -> None:
    assert read_reply(text).consents


@pytest.mark.parametrize("text", NOT_CONSENT)
def test_what_only_sounds_like_a_yes_is_none(text: str) -> None:
    assert not read_reply(text).consents


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "nah",
        "nope",
        "no thank you",
        "no thanks",
        "not interested",
        "never mind",
        "nvm",
        "no that's not right",
        "don't book it",
        "👎",
        "oh ok. no then leave it on the 14th please",
        "nah im good",
        "rather not",
        "not now",
        "no gracias",
        "No.",
        "no, don't",
    ],
)
def test_a_no(text: str) -> None:
    assert read_reply(text).answer == "no"


@pytest.mark.parametrize(
    "text",
    [
        "k lemme check with my husband first",
        "let me think about it",
        "hold on",
        "one sec",
        "I need to ask my wife",
        "gotta check with my boss",
        "I'll get back to you",
        "give me a minute",
        "i'll let you know",
        "we need to talk it over, will get back to you",
    ],
)
def test_a_wish_to_wait(text: str) -> None:
    assert read_reply(text).answer == "wait"


@pytest.mark.parametrize("text", ["maybe", "not sure", "idk", "i guess so", "i think so", "it depends", "perhaps"])
def test_an_unsure_answer(text: str) -> None:
    assert read_reply(text).answer == "unsure"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("no extras thanks", "extras"),
        ("no upgrades", "upgrades"),
        ("no add ons", "add ons"),
        ("no kids, all adults", "kids"),
        ("no dietary stuff", "stuff"),
        ("no dietary restrictions", "restrictions"),
        ("no allergies", "allergies"),
        ("no changes", "changes"),
    ],
)
def test_a_no_about_something_answers_nothing_else(text: str, what: str) -> None:
    reply = read_reply(text)
    assert what in reply.declines and reply.answer is None


@pytest.mark.parametrize(
    "text",
    [
        "STOP",
        "stop",
        "Stop.",
        " STOP ",
        "stopall",
        "UNSUBSCRIBE",
        "cancel",
        "END",
        "quit",
        "REVOKE",
        "OPTOUT",
        "opt out",
        '"STOP"',
        "stop!",
    ],
)
def test_stop_as_the_whole_message(text: str) -> None:
    assert opt_keyword(text) == "stop"


@pytest.mark.parametrize(
    "text",
    [
        "cancel my booking",
        "please cancel",
        "stop it",
        "cant stop thinking about hibachi lol",
        "can the chef stop by my place",
        "when does it end",
        "end of june",
        "i quit my job",
        "dont stop",
        "stop sending me that one but book it",
        "yes",
        "",
        "cancel it please",
    ],
)
def test_stop_inside_a_message_is_no_opt_out(text: str) -> None:
    assert opt_keyword(text) is None


@pytest.mark.parametrize(
    ("text", "keyword"),
    [
        ("START", "start"),
        ("unstop", "start"),
        ("HELP", "help"),
        ("info", "help"),
        ("help me plan a party", None),
        ("start at 6", None),
    ],
)
def test_the_other_keywords(text: str, keyword: str | None) -> None:
    assert opt_keyword(text) == keyword


@pytest.mark.parametrize(
    ("text", "at", "of"),
    [
        ("the second one", 2, None), ("first one please", 1, None), ("the 3pm one", None, "3pm"), ("option b", 2, None), ("option 2", 2, None), ("the last one", -1, None), ("the earlier one", None, "earlier"),
        ("2nd option", 2, None), ("the latter", -1, None), ("the former", 1, None), ("b", 2, None), ("number 3", 3, None), ("the 6 pm slot", None, "6 pm"), ("the second", 2, None),
    ],
)  # fmt: skip
def test_a_choice(text: str, at: int | None, of: str | None) -> None:
    assert [(choice.at, choice.of) for choice in read_reply(text).choices] == [(at, of)]


@pytest.mark.parametrize(
    "text", ["its my 30th", "my second party with you", "a 3rd protein", "12 adults", "yes", "at first i thought no"]
)
def test_other_ordinals_are_no_choices(text: str) -> None:
    assert read_reply(text).choices == ()


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("thanks!", "thanks"), ("thank you so much", "thanks"), ("thx", "thanks"), ("ty", "thanks"), ("gracias", "thanks"), ("hi", "greeting"), ("heyyy", "greeting"), ("Good morning,", "greeting"), ("hola", "greeting"), ("yo", "greeting"),
        ("bye", "bye"), ("have a great day", "bye"), ("see you then", "bye"), ("lol", "laughs"), ("hahaha", "laughs"), ("😂", "laughs"), ("🔥🔥", "only_emoji"), ("👍", "only_emoji"), ("never mind just keep it", "keep"), ("leave it on the 14th", "keep"),
    ],
)  # fmt: skip
def test_manners(text: str, flag: str) -> None:
    assert getattr(read_reply(text), flag)


@given(text=st.text(max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    reply = read_reply(text)
    assert not (reply.consents and reply.answer != "yes")


@given(
    yes=st.sampled_from(["yes", "yes book it", "go ahead", "sounds good", "ok"]),
    doubt=st.sampled_from(
        [
            " but can we move it",
            " if it's cheaper",
            " unless it rains",
            ", what if it rains though",
            " but first the total",
        ]
    ),
)
def test_a_condition_takes_the_consent_back(yes: str, doubt: str) -> None:
    assert not read_reply(yes + doubt).consents


@given(
    lead=st.sampled_from(["don't ", "do not ", "please don't ", "i never said to ", "not ready to "]),
    act=st.sampled_from(["book it", "book it yet", "cancel it", "go ahead"]),
)
def test_a_negated_order_is_no_consent(lead: str, act: str) -> None:
    assert not read_reply(lead + act).consents
