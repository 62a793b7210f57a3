"""Two options in one message are each priced from a quote of their own, none becomes the party, and one can be picked."""

import pytest

from hibachi.concierge.understanding import comparing
from hibachi.concierge.understanding.schemas import PartyState
from hibachi.concierge.validator import check_turn
from tests.concierge.local.talk import Answer, Talk

SIZES = [
    ("how much for 15 people, and what if it's 20?", (825, 1100)),
    ("price for 12 or for 18 adults", (660, 990)),
    ("Hi! we might be 10 or 14 adults. what would each cost?", (550, 770)),
    ("We're either 12 or 16 adults, depends on the cousins. Price for both?", (660, 880)),
    ("price for 12, 15 and 18 adults please", (660, 825, 990)),
    ("is it cheaper with 11 adults or 10 adults?", (605, 550)),
    ("how much is it for 10 adults and 3 kids (5, 7, 9) vs just the 10 adults", (610, 550)),
    ("how much would 10 adults be and then how much if 4 kids age 8 join?", (550, 670)),
    ("price for 12 adults or 12 adults and 4 kids (7,8,9,10)", (660, 780)),
    ("if we are 18 vs 22 total price?", (990, 1210)),
    ("Is it cheaper for 10 adults and 2 kids than for 12 adults?", (610, 660)),
]
MENUS = [
    ("filet for everyone vs chicken, 12 adults", (720, 660)),
    ("can you quote me two options: 12 adults with chicken, or 12 adults with filet mignon for all?", (660, 720)),
    ("what's the total for 12 adults with lobster for everyone and what's it without lobster?", (840, 660)),
    ("quote for 20 adults, with and without filet mignon", (1200, 1100)),
    ("12 adults lobster vs filet for everyone what's the difference?", (840, 720)),
    ("compare 15 ppl with noodles for all and 15 ppl without", (900, 825)),
]


def _traced(answer: Answer, *amounts: int) -> set[str]:
    """The quotes that the amounts rest on; each was said, and every one rests on a quote."""
    quotes = set()
    for amount in amounts:
        said = f"${amount:,}"
        assert said in answer.text, answer.text
        traces = [trace for trace in answer.verdict.traces if trace.words == said]
        assert traces and all(trace.fact_id for trace in traces)
        quotes |= {trace.fact_id for trace in traces}
    return quotes


@pytest.mark.parametrize(("words", "amounts"), SIZES)
def test_each_size_is_priced_by_itself(words: str, amounts: tuple[int, ...]) -> None:
    answer = Talk(channel="web_chat").say(words)
    assert answer.verdict.ok and not answer.refused
    assert len(_traced(answer, *amounts)) >= len(set(amounts))
    assert answer.dialogue.party == PartyState()


@pytest.mark.parametrize(("words", "amounts"), MENUS)
def test_each_menu_is_priced_by_itself(words: str, amounts: tuple[int, ...]) -> None:
    answer = Talk(channel="web_chat").say(words)
    assert answer.verdict.ok and not answer.refused
    assert len(_traced(answer, *amounts)) >= len(set(amounts))
    party = answer.dialogue.party
    assert not (party.upgrades or party.addons), "none is taken before one is picked"
    assert answer.tools.count("calculate_party_quote") == len(amounts)


@pytest.mark.parametrize(
    ("pick", "upgrades", "total"),
    [
        ("the filet one please", {"filet_mignon": 12}, "$720"),
        ("the lobster version", {"lobster_tail": 12}, "$840"),
        ("the second one", {"lobster_tail": 12}, "$840"),
        ("the first", {"filet_mignon": 12}, "$720"),
    ],
)
def test_a_menu_is_picked_by_its_dish_or_place(pick: str, upgrades: dict[str, int], total: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults in 94539. filet for everyone vs lobster for everyone, how much?")
    answer = talk.say(pick)
    assert answer.dialogue.party.upgrades == upgrades and total in answer.text


@pytest.mark.parametrize("pick", ["without", "the plain one", "without filet please"])
def test_the_menu_without_is_picked(pick: str) -> None:
    talk = Talk(channel="web_chat")
    talk.say("12 adults in 94539. what's the total with and without filet?")
    answer = talk.say(pick)
    assert not answer.dialogue.party.upgrades and "$660" in answer.text and "$720" not in answer.text


@pytest.mark.parametrize(
    ("words", "amounts"),
    [
        ("and if half get filet? and if everyone does?", (805, 840)),
        ("how much with scallops for all vs salmon for all?", (840,)),
        ("what about lobster for 4 vs lobster for everybody?", (830, 980)),
    ],
)
def test_menus_of_a_planned_party(words: str, amounts: tuple[int, ...]) -> None:
    talk = Talk(channel="web_chat")
    talk.say("14 adults in 95051")
    answer = talk.say(words)
    assert answer.verdict.ok and not answer.refused
    _traced(answer, *amounts)
    assert not answer.dialogue.party.upgrades


@pytest.mark.parametrize(
    ("words", "upgrades"),
    [
        ("12 adults, 6 want filet and 6 want lobster, price?", {"filet_mignon": 6, "lobster_tail": 6}),
        ("quote for 12 adults with filet for everyone please", {"filet_mignon": 12}),
        ("12 adults, filet for 4. and how much is the deposit?", {"filet_mignon": 4}),
    ],
)
def test_one_menu_is_no_comparison(words: str, upgrades: dict[str, int]) -> None:
    assert Talk(channel="web_chat").say(words).dialogue.party.upgrades == upgrades


def test_two_places_are_priced_though_one_is_instead() -> None:
    answer = Talk(channel="web_chat").say(
        "quote for 12 adults in 94539. What would it be at my sister's in 95060 instead?"
    )
    assert "$660" in answer.text and "$690" in answer.text


@pytest.mark.parametrize(
    "false",
    [
        "For 12 adults the total is $840 with no travel fee: 12 adults $660 and 12 filet mignon upgrades $60.",
        "For 12 adults with 12 lobster tail upgrades the total is $720.",
        "For 12 adults the total is $720.",
    ],
)
def test_the_sum_of_one_menu_is_not_told_of_another(false: str) -> None:
    talk = Talk(channel="web_chat")
    answer = talk.say("12 adults in 94539. filet for everyone vs lobster for everyone, how much?")
    assert answer.verdict.ok
    assert "amount_role" in {error.kind for error in check_turn(answer.turn, false).errors}


DISHES = ("filet", "lobster", "scallops", "salmon")
KEYS = {"filet": "filet_mignon", "lobster": "lobster_tail", "scallops": "scallops", "salmon": "salmon"}


@pytest.mark.parametrize("words", ["{} with {} and {} with {}", "{} with {}, and {} with {}", "{} {} and {} with {}"])
@pytest.mark.parametrize("counts", [(6, 6), (3, 8), (1, 2)])
@pytest.mark.parametrize("dishes", [("filet", "lobster"), ("lobster", "scallops")])
def test_shares_joined_by_and_are_one_order(words: str, counts: tuple[int, int], dishes: tuple[str, str]) -> None:
    order = words.format(counts[0], dishes[0], counts[1], dishes[1])
    answer = Talk(channel="web_chat").say(f"12 adults, {order}, how much is it?")
    assert answer.turn.reading.frame.plans == ()
    upgrades = {KEYS[dish]: count for dish, count in zip(dishes, counts, strict=True)}
    assert answer.dialogue.party.upgrades == upgrades
    priced = [call for call in answer.calls if call.tool == "calculate_party_quote"]
    assert len(priced) == 1 and priced[0].arguments["protein_selections"] == upgrades


@pytest.mark.parametrize(
    ("words", "total"),
    [
        ("12 adults, 6 with filet and 6 with lobster, how much is it?", 780),
        ("12 people, 8 with filet and 4 with noodles. how much?", 720),
        ("quote for 14 with 6 filet and 2 with lobster", 830),
        ("12 adults, all with filet, and with 4 orders of gyoza, how much?", 760),
        ("12 adults with filet and without noodles, how much?", 720),
        ("10 adults, 5 with lobster and 5 without, total?", 625),
        ("15 adults, 5 filet, 5 with lobster and 5 with chicken how much?", 925),
        ("price for 14 adults, half with filet and half with lobster", 910),
        ("price for 14 adults, half with filet and half without", 805),
    ],
)
def test_an_order_that_goes_on_has_one_sum(words: str, total: int) -> None:
    answer = Talk(channel="web_chat").say(words)
    assert answer.verdict.ok and not answer.refused and answer.turn.reading.frame.plans == ()
    assert f"${total}" in answer.text and answer.tools.count("calculate_party_quote") == 1


@pytest.mark.parametrize(
    "words",
    [
        "how much for 12 adults with filet or with lobster?",
        "12 adults, 6 with filet or 6 with lobster, how much is it?",
        "12 adults, price with filet and without?",
        "compare 12 adults with filet and with lobster",
        "12 adults with and without lobster, price?",
    ],
)
def test_menus_put_against_each_other_are_two(words: str) -> None:
    answer = Talk(channel="web_chat").say(words)
    assert answer.tools.count("calculate_party_quote") == 2 and not answer.dialogue.party.upgrades


@pytest.mark.parametrize(
    ("words", "total"),
    [
        ("price for 14 adults, 6 filet and the rest without upgrades", 800),
        ("price for 14 adults, 4 lobster", 830),
        ("price for 12 adults, 6 with filet and 6 with lobster", 780),
        ("price for 10 adults and if 3 want lobster?", 595),
        ("what does it cost for 10 adults and how much for 2 filet?", 560),
        ("12 adults with lobster and with noodles how much?", 900),
        ("price for 12 adults, 3 get gyoza and 4 get filet", 710),
    ],
)
def test_portions_are_no_second_size(words: str, total: int) -> None:
    answer = Talk(channel="web_chat").say(words)
    assert answer.turn.reading.frame.sizes == () and answer.turn.reading.frame.plans == ()
    assert answer.verdict.ok and f"${total}" in answer.text


@pytest.mark.parametrize(
    ("words", "amounts"),
    [
        ("what does it cost for 11 adults and if 3 more come?", (605, 770)),
        ("how much for 10 adults and what about 2 more?", (550, 660)),
        ("how much for 10 adults and if 4 friends join?", (550, 770)),
        ("how much for 12 people and what if 2 extra people come", (660, 770)),
        ("price for 13 adults, and how much for 2 more adults?", (715, 825)),
    ],
)
def test_so_many_more_are_added_to_the_first_size(words: str, amounts: tuple[int, ...]) -> None:
    answer = Talk(channel="web_chat").say(words)
    assert answer.verdict.ok and not answer.refused
    _traced(answer, *amounts)


@pytest.mark.parametrize(
    "words", ["how much for 12 adults and if 2 drop out?", "price for 12 adults and what if 1 can't"]
)
def test_a_few_without_a_noun_are_no_size(words: str) -> None:
    answer = Talk(channel="web_chat").say(words)
    assert answer.turn.reading.frame.sizes == () and "For 2 adults" not in answer.text and answer.verdict.ok


def test_a_menu_without_one_of_its_dishes_keeps_the_other() -> None:
    answer = Talk(channel="web_chat").say(
        "price for 10 adults, 4 want lobster, and 3 want filet. Also how much without the filet?"
    )
    _traced(answer, 625, 610)


def test_a_long_run_of_blanks_is_read_as_any_other_message() -> None:
    blanks = " " * 60_000
    assert comparing.sizes(f"hello{blanks}x 12", ()) == ()
    assert comparing.sizes(f"hello{blanks}with{blanks}12?", ()) == ()
    assert [one.adults for one in comparing.sizes("how much for 10 adults and  what about  14 adults?", ())] == [10, 14]


@pytest.mark.parametrize(
    ("lines", "total"),
    [
        (("10 adults 94024, what if everyone does filet??", "and if everyone does lobster tail instead", "lol ok filet it is, so back to what total"), "$600"),
        (("8 adults in 94560 price?", "and if we're 10?", "oh so the same! and at 11?"), "$605"),
        (("my 3 year old eats like a bird, do I pay for her?", "and my son just turned 6", "ok then 11 adults, those two, 94555"), "$635"),
    ],
)  # fmt: skip
def test_what_was_spoken_of_before_is_taken_again(lines: tuple[str, ...], total: str) -> None:
    talk = Talk(channel="web_chat")
    for line in lines:
        answer = talk.say(line)
    assert total in answer.text, answer.text
