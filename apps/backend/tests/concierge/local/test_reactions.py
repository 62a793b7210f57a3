"""Mere reactions, good and bad news, and small parties: met in kind, never answered as what single words look like."""

import re

import pytest

from tests.concierge.local.talk import Answer, Talk, party_on

QUOTED = "how much for 12 adults in 94539"


def _said(*lines: str, own: bool = False) -> Answer:
    talk = Talk(bookings=[party_on("2026-04-11")] if own else [])
    for line in lines:
        answer = talk.say(line)
        assert answer.verdict.ok and not answer.refused, (line, answer.refused)
    return answer


PLEASED = ["not bad!", "thats reasonable", "lol thats cheap", "great price!", "thats so worth it", "love it", "you guys are awesome", "wow nice", "nice", "sounds amazing", "less than i expected", "that's a steal", "ok thats fair", "omg perfect", "better than i thought tbh"]  # fmt: skip
DEFENDS = re.compile(
    r"I hear you|Fair question|fair to ask|private show|The price includes|is quite a drive|not sure", re.I
)


@pytest.mark.parametrize("text", PLEASED)
def test_who_is_pleased_is_sold_nothing_and_nothing_is_defended(text: str) -> None:
    answer = _said(QUOTED, text)
    assert not DEFENDS.search(answer.text) and "$" not in answer.text
    assert len(answer.text) < 100


@pytest.mark.parametrize("text", ["can't wait for our party!", "so excited", "cant wait!!", "we're so pumped", "looking forward to it"])  # fmt: skip
def test_joy_over_ones_own_party_is_shared(text: str) -> None:
    answer = _said(text, own=True)
    assert "April 11" in answer.text and "?" not in answer.text


@pytest.mark.parametrize("text", ["sorry my cat", "sorry for the late reply", "oops", "sorry that was my toddler typing", "sorry about the confusion", "my bad lol"])  # fmt: skip
def test_an_excuse_is_waved_away(text: str) -> None:
    answer = _said(QUOTED, text)
    assert re.match(r"No worries|No problem|All good", answer.text)
    assert not answer.turn.escalation and not re.search(r"frustrat|upset|loss", answer.text)


@pytest.mark.parametrize("text", ["you're not listening", "i already told you that", "i said 12 adults already!!", "you didnt answer my question", "that's not what i asked"])  # fmt: skip
def test_who_was_not_heard_hears_so(text: str) -> None:
    assert re.search(r"sorry", _said(QUOTED, text).text, re.I)


@pytest.mark.parametrize("text", ["too rich for us", "out of our price range", "more than we can swing", "thats a bit steep", "we cant afford that", "ouch"])  # fmt: skip
def test_a_price_that_is_too_much_is_met_with_what_it_holds(text: str) -> None:
    answer = _said(QUOTED, text)
    assert "chef" in answer.text and "show" in answer.text and answer.turn.escalation is None


@pytest.mark.parametrize("text", ["what could we do to make it worth it", "whats the move to make it worth it", "how do we get the most out of it", "what should we add so its worth our while"])  # fmt: skip
def test_who_pays_the_minimum_hears_what_fills_it(text: str) -> None:
    assert re.search(r"lobster|gyoza|salmon", _said("how much for 5 adults in 94539", text).text)


@pytest.mark.parametrize("text", ["what's next?", "so what do i do now", "how do we lock it in", "what now?", "what happens next"])  # fmt: skip
def test_what_comes_next_is_told(text: str) -> None:
    assert "deposit" in _said(QUOTED, text).text
    assert "560" in _said(text, own=True).text or "deposit" in _said(text, own=True).text


@pytest.mark.parametrize("text", ["not right now", "maybe next year", "i'll talk to the wife", "let me sleep on it", "ask the husband first", "another time maybe"])  # fmt: skip
def test_who_wants_time_gets_it(text: str) -> None:
    answer = _said(QUOTED, text)
    assert re.search(r"take your time|no rush|no pressure|whenever", answer.text, re.I)
    assert not re.search(r"which date|what date|which day", answer.text, re.I)


@pytest.mark.parametrize("news", ["I got promoted!!", "we just got engaged!", "my daughter got into stanford", "my wife got her citizenship", "he beat cancer", "my son passed the bar", "we're pregnant!"])  # fmt: skip
def test_good_news_is_congratulated_before_the_facts(news: str) -> None:
    text = _said(f"{news} dinner for 12 adults in 94539, how much").text
    assert "congratulations" in text.lower() and "$660" in text
    assert text.lower().index("congratulations") < text.index("$660") and "sorry" not in text.lower()


@pytest.mark.parametrize("sad", ["we lost my dad last month and want a small memorial dinner", "it's a celebration of life for my grandma"])  # fmt: skip
def test_a_memorial_gets_no_cheers(sad: str) -> None:
    talk = Talk(channel="web_chat")
    first = talk.say(f"hello, {sad}, 14 adults in 94539").text
    talk.say("saturday march 21 at noon")
    talk.say("Karen Holt")
    booked = talk.say("yes please book it").text
    assert re.search(r"sorry|condolences", first) and "$770" in first
    assert "is booked" in booked and not re.search(r"[\U0001f000-\U0001faff]|Wonderful|Perfect|Done!", booked)


@pytest.mark.parametrize("text", ["we're a small family of 5, can you still come? 94539", "its just 4 of us, would you do that? 94539", "only 3 people, do u even do that 94539"])  # fmt: skip
def test_a_small_party_is_welcome_and_nothing_is_unknown(text: str) -> None:
    answer = _said(text).text
    assert "$550" in answer and "minimum" in answer and not re.search(r"don't know|not sure|certain", answer)


def test_nothing_is_thanked_for_twice() -> None:
    answer = _said("my aunt is vegetarian", own=True).text
    assert len(re.findall(r"thank|got it|got that|noted", answer, re.I)) <= 1 or answer.lower().count("thank") <= 1


@pytest.mark.parametrize("text", ["what do you do exactly", "what can you help with", "so what is this"])
def test_who_we_are_is_told(text: str) -> None:
    assert "chef" in _said(text).text and "$15" not in _said(text).text


@pytest.mark.parametrize("text", ["haha my husband thinks he can flip shrimp better than your chef", "the steak pics have me drooling", "you're hilarious", "just browsing, no need to sell me anything", "only window shopping today", "we're only at the idea stage, just poking around"])  # fmt: skip
def test_praise_jokes_and_a_look_around_are_met_in_kind_and_sold_nothing(text: str) -> None:
    answer = Talk().say(text)
    assert "?" not in answer.text and "party" not in answer.text and "$" not in answer.text, answer.text


@pytest.mark.parametrize("text", ["I'm pretty nervous, it's our first time. when he gets here, what should be in place on my side?", "what's my job and what's yours", "do we need to prep anything", "what do you expect from us on the day"])  # fmt: skip
def test_who_hosts_for_the_first_time_hears_what_to_have_ready(text: str) -> None:
    answer = Talk().say(text).text
    assert "tables, chairs, plates" in answer and "8 by 6 feet" in answer and "noon" not in answer, answer


def test_who_only_wants_to_know_is_not_asked_for_a_booking() -> None:
    answer = Talk().say(
        "Is may 9 at 6 pm open for 16 adults in 94022? only want to know, please don't book anything yet"
    )
    assert "$880" in answer.text and "?" not in answer.text, answer.text


@pytest.mark.parametrize("text", ["I'd rather decide next week, I still have to ask two people.", "can you give me until monday to decide", "haha ok. let me talk to my husband tonight", "let me run it by my sister this weekend"])  # fmt: skip
def test_who_asks_others_first_gets_time_and_is_booked_no_day(text: str) -> None:
    talk = Talk()
    talk.say("18 adults in 95014, how much?")
    answer = talk.say(text)
    told = answer.dialogue
    assert told.party.adults == 18 and not told.dates and told.date_month is None and not told.time_choices
    assert "?" not in answer.text, answer.text
    assert not talk.escalated


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("9 people in 94538, price?", "and if we were ten?", "ok then we invite my neighbor, ten it is"), "10 adults"),
        (("6 adults 94577 price?", "so its 550 no matter if we 6 or 10?"), "10 adults"),
        (("11 adults 94541 price?", "could we do Sunday May 17th, early afternoon?", "3 works. name's Colleen Park"), "3 PM"),
        (("how do I know you'll actually show up?",), "(916) 555-0148"),
        (("18 adults in 95014, how much?", "is that the final number or will there be surprises later?"), "No"),
        (("18 adults in 95014, how much?", "not sure we'll be 18, maybe fewer"), "24 hours"),
    ],
)  # fmt: skip
def test_what_is_said_on_the_way_to_a_booking_lands_where_it_belongs(lines: tuple[str, ...], told: str) -> None:
    talk = Talk(channel="web_chat")
    for line in lines:
        answer = talk.say(line)
    assert told in answer.text, answer.text


def test_no_call_is_no_wish_for_one() -> None:
    talk = Talk()
    talk.say("18 adults in 95014, how much?")
    talk.say("No need to call me, I'll write.")
    assert not talk.escalated
