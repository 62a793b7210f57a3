"""Slips of the pen in the words of the field, and punctuation that was dictated."""

import pytest

from hibachi.language.dictated import punctuated
from hibachi.language.slips import respelt


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("need a prise for fifteeen adlts hibatchi at hme zpi 95128", "need a price for fifteen adults hibachi at home zip 95128"),
        ("wats teh mimimum and deposite", "wats the minimum and deposit"),
        ("12adlts and 3 childern on saterday", "12adults and 3 children on saturday"),
        ("any vegitarien optoins, glutin free shrmp or chiken", "any vegetarian options, gluten free shrimp or chicken"),
        ("for my parents anniversery, twleve peple", "for my parents anniversary, twelve people"),
        ("is saturday availible for a birtday prty", "is saturday available for a birthday party"),
        ("Lobstr for eightteen of us plese", "Lobster for eighteen of us please"),
        ("can i resrve, or canel later", "can i reserve, or cancel later"),
        ("the prise for a hibachee shef, 12 pepol", "the price for a hibachi chef, 12 people"),
        ("avalabul for a berthday, noodels and skalups, no shelfesh, vejtarian", "available for a birthday, noodles and scallops, no shellfish, vegetarian"),
    ],
)  # fmt: skip
def test_a_slip_in_a_word_of_the_field_is_put_right(said: str, meant: str) -> None:
    assert respelt(said).lower() == meant.lower()


@pytest.mark.parametrize(
    "text",
    [
        "my name is Prise Adlt and I live on Gust street",
        "dana pruitt, priyanka sharfe, farid quist, bob peart, joe kidd, mia gast, al tibbets, sue tootle",
        "we guessed it, staked, charred and stacked the bricks, quitting fast",
        "munchkins, besties, coworkers, bridesmaids, roommates and kiddos",
        "ask Guadalupe, Shrimpton or Travers at chkn@example.com or www.prise.com",
        "price prices priced pricing, quoting quoted quotes, hosts and hosted guests",
        "tmrw thx ppl pls cuz tysm bday omg lol hmm yall gonna wanna",
        "the patios, terraces and decks of Cupertino, Milpitas and Pleasanton",
    ],
)
def test_words_names_and_addresses_stay(text: str) -> None:
    towns = {"cupertino", "milpitas", "pleasanton"}
    assert respelt(text, keep=towns) == text


def test_what_the_caller_keeps_stays() -> None:
    assert respelt("in gusts", keep={"gusts"}) == "in gusts"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (
            "Hello comma a price for sixteen adults period We are in Cupertino zip code 95014 period Thank you exclamation point",
            "Hello, a price for sixteen adults. We are in Cupertino zip code 95014. Thank you!",
        ),
        ("how much for twelve question mark", "how much for twelve?"),
        ("twelve adults period Zip is 94536 period", "twelve adults. Zip is 94536."),
    ],
)
def test_dictated_signs_are_set(said: str, meant: str) -> None:
    assert punctuated(said) == meant


@pytest.mark.parametrize(
    "text",
    ["what is your notice period", "is there a grace period? we pay by zelle, period.", "we ate a comma shaped roll."],
)
def test_words_that_only_look_like_signs_stay(text: str) -> None:
    assert punctuated(text) == text


def test_a_long_text_of_slips_costs_little() -> None:
    assert respelt("adlts " * 5000).startswith("adults adults")
