"""What follows a price: swaps, shares, multiples, steps and ways back are priced for the party ± what was said; amounts are checked."""

import re

import pytest

from hibachi.customers.schemas import ChannelName
from tests.concierge.local.follow_ups import (  # fmt: skip
    TWELVE,
    TWENTY,
    Effect,
    Quoted,
    addon,
    lines_of,
    more,
    no_kids,
    so_many,
    upgrade,
)
from tests.concierge.local.talk import Talk
from tests.concierge.local.test_follow_ups import _first, _holds, _last_quote, _talk

LOBSTERS = Quoted(14, (), (("lobster_tail", 5),))
TEN_LOBSTERS = Quoted(16, (), (("lobster_tail", 10),))
GYOZA = Quoted(12, (), (), (("gyoza", 4),))
FOURTEEN = Quoted(14)
KIDS = Quoted(9, (6, 9))
# fmt: off
SAID: tuple[tuple[Quoted, Effect, str], ...] = (
    (LOBSTERS, upgrade(lobster_tail=0, salmon=5), """
swap the lobster for salmon, same 5 ppl|ok too rich for us lol. swap the lobster for salmon, same 5 ppl|make the 5 lobsters salmon instead|lobster out, salmon in
the 5 lobster people want salmon now|lobster is too much, salmon instead for the 5|sub salmon for the lobster|same 5 people but with salmon instead|make the lobster salmon
swap out the lobster for salmon for everyone who had it|switch all 5 to salmon|so salmon for the 5 instead of lobster|scrap the lobster, do salmon for the same 5 people
"""),
    (LOBSTERS, upgrade(lobster_tail=3, salmon=2), """
make 2 of the lobsters salmon|2 of the lobster people want salmon instead|2 of the 5 lobsters should be salmon|3 lobster and 2 salmon instead|two of them switch from lobster to salmon
"""),
    (LOBSTERS, upgrade(lobster_tail=0), "drop the lobster|kill the lobster|without the lobster|swap the lobster for shrimp"),
    (LOBSTERS, upgrade(lobster_tail=10), "double the lobster|twice as many lobsters|can we double the lobster?|double up on lobster"),
    (LOBSTERS, upgrade(lobster_tail=7), "2 more lobster|plus 2 lobster|a couple more lobster|my parents want lobster too"),
    (LOBSTERS, upgrade(lobster_tail=1), "everyone but me switches to shrimp"),
    (TWELVE, upgrade(filet_mignon=11), "everyone but me gets filet|filet for everyone but me|all but one of us want filet|filet for everyone except grandpa"),
    (GYOZA, addon(gyoza=0, edamame=12), "forget the gyoza, edamame for all|gyoza out, edamame for everyone|no gyoza, edamame for everybody instead"),
    (GYOZA, addon(gyoza=0, edamame=4), "make those edamame|instead of the gyoza 4 edamame|swap the gyoza for edamame"),
    (TEN_LOBSTERS, upgrade(lobster_tail=4), """
yikes lol only 4 then|only 4 then|4 is enough|and with 4?|too much, 4|oof. 4|if only 4 of us do it|down to 4|4 not 10
"""),
    (TEN_LOBSTERS, more(2), "2 more people|make it 18 adults|if we're 18"),
    (TWELVE, more(12), "double that|what if we double that|twice as many people|what if the group doubles|times two"),
    (TWENTY, more(-10), "half of that|what if only half come|cut it in half|half of us cant come"),
    (FOURTEEN, more(-2), """
one couple can't make it after all 😕 so minus 2|a couple less|minus 2|down by 2|we're 2 short now|two of them have covid so they're out|without my parents
"""),
    (FOURTEEN, more(2), "plus my in-laws|and if my parents come?|another couple is joining|up by 2|my parents want to come"),
    (FOURTEEN, more(1), "i forgot to count myself|oops forgot to count myself|my boss wants to come"),
    (FOURTEEN, so_many(16), "same but 16|we might be 16, how much|could end up being 16|what does 16 come to|recounted, 16|price at 16?|wbt 16"),
    (FOURTEEN, so_many(12), "same but 12|12 max|12 tops actually|what if we cut it to 12|keep it at 12|shrink to 12"),
    (KIDS, no_kids, """
kids stay w my mom|leave out the kids|we got a sitter|not bringing the kids|kids are at camp that week|kids will be at their dads|decided not to bring the kids|sans kids
"""),
)
# fmt: on
LINES = [(party, effect, line) for party, effect, lines in SAID for line in lines_of(lines)]


@pytest.mark.parametrize(("at", "party", "effect", "line"), [(at, *one) for at, one in enumerate(LINES)])
def test_the_number_beside_a_dish_is_never_the_party(at: int, party: Quoted, effect: Effect, line: str) -> None:
    talk = _talk(party, at)
    _holds(talk, talk.say(line), effect(party))


@pytest.mark.parametrize("line", ["as before", "undo that", "take that off again", "back to the first one", "original then"])  # fmt: skip
def test_what_was_quoted_before_is_gone_back_to(line: str) -> None:
    talk = _talk(TWELVE)
    talk.say("add lobster for 4")
    _holds(talk, talk.say(line), TWELVE)


@pytest.mark.parametrize("line", ["back to 12", "no 12 after all", "stick with 12", "12 again", "revert to 12"])
def test_a_number_that_stood_before_is_gone_back_to(line: str) -> None:
    talk = _talk(TWELVE)
    talk.say("make it 15")
    _holds(talk, talk.say(line), TWELVE)


@pytest.mark.parametrize("line", ["lol ok and kids stay w my mom, still lobster for us 2", "no kids but lobster stays", "leave out the kids, keep the lobster"])  # fmt: skip
def test_the_children_go_and_what_was_supposed_stays(line: str) -> None:
    talk = _talk(KIDS)
    talk.say("what if i do lobster for me n hubby")
    _holds(talk, talk.say(line), Quoted(9, (), (("lobster_tail", 2),)))


YES, NO = r"^(?:.*\b)?yes\b", r"not quite"


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("55 bucks each, right?", YES), ("so everyone pays 55?", YES), ("so 1100 all in?", YES), ("so we owe 1000 on the day right", YES),
        ("so 50 bucks each on the night if we all chip in", YES), ("50 bucks each, right?", NO), ("so 1050 total?", NO), ("so 100 now and 1000 later?", YES),
    ],
)  # fmt: skip
def test_an_amount_that_is_to_be_right_is_checked_by_the_quote(line: str, answer: str) -> None:
    said = _talk(TWENTY).say(line)
    assert re.search(answer, said.text, re.I), said.text
    assert said.verdict.ok


@pytest.mark.parametrize("line", ["so if we split that evenly?", "split 5 ways?", "and if we go dutch?", "whats my share"])  # fmt: skip
def test_the_minimum_is_shared_by_those_who_come(line: str) -> None:
    assert "$110" in _talk(Quoted(5)).say(line).text


@pytest.mark.parametrize(
    "line", ["got 800 in the kitty, 94536. how many adults can we be", "I've got 800 to spend, how many adults", "how many people would 800 feed", "what can we get for $800"]
)  # fmt: skip
@pytest.mark.parametrize("channel", ["sms", "whatsapp"])
def test_money_to_spend_is_so_many_adults(line: str, channel: ChannelName) -> None:
    talk = Talk(channel=channel)
    answer = talk.say(line)
    assert "14 adults" in answer.text and not talk.escalated
    assert _last_quote(talk)["adults"] == 14


def test_a_zip_before_a_dish_counts_no_portions() -> None:
    talk = Talk()
    assert "$750" in talk.say("12 adults 94536 lobster for 6").text
    assert _first(TWELVE)
