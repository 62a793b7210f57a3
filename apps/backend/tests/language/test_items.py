"""Items with their quantities; the lexicon is the test's, as the menu's is the caller's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hibachi.language.guests import read_guests
from hibachi.language.items import Lexicon, find_items, lexicon_of

MENU: Lexicon = lexicon_of(
    {
        "lobster_tail": ["lobster tail", "lobster"], "filet_mignon": ["filet mignon", "filet", "fillet"], "salmon": [], "scallops": ["scallop"],
        "gyoza": ["dumplings", "potstickers"], "yakisoba_noodles": ["noodles", "yakisoba"], "edamame": [], "extra_fried_rice": ["extra rice"],
        "chicken": [], "ny_strip_steak": ["steak", "ny strip"], "shrimp": [], "tofu": [],
    }
)  # fmt: skip

ONE = [
    ("lobster tail for 6 of us", "lobster_tail", 6, None, "set"), ("4 of us take the lobster tail", "lobster_tail", 4, None, "set"), ("3 of them w the lobster upgrade", "lobster_tail", 3, None, "set"),
    ("4 of the adults want filet mignon", "filet_mignon", 4, None, "set"), ("everyone gets filet", "filet_mignon", None, "all", "set"), ("filet for everyone", "filet_mignon", None, "all", "set"),
    ("half of us salmon", "salmon", None, "half", "set"), ("drop the gyoza", "gyoza", None, None, "remove"), ("6 gyoza", "gyoza", 6, None, "set"), ("no gyoza please", "gyoza", None, None, "remove"),
    ("2 orders gyoza", "gyoza", 2, None, "set"), ("10 portions of yakisoba noodles", "yakisoba_noodles", 10, None, "set"), ("gyoza x3", "gyoza", 3, None, "set"), ("gyoza (2)", "gyoza", 2, None, "set"),
    ("edamame: 4", "edamame", 4, None, "set"), ("a dozen gyoza", "gyoza", 12, None, "set"), ("two filet mignons", "filet_mignon", 2, None, "set"), ("add 2 more gyoza", "gyoza", 2, None, "add"),
    ("another order of gyoza", "gyoza", 1, None, "add"), ("Five of them would want a third protein, just extra chicken", "chicken", 5, None, "extra"),
    ("2 ppl want lobster as a THIRD protein on top of their normal 2", "lobster_tail", 2, None, "extra"), ("3 people want extra shrimp", "shrimp", 3, None, "extra"), ("how much is lobster?", "lobster_tail", None, None, "mention"),
    ("change gyoza to 6", "gyoza", 6, None, "set"), ("the rest get salmon", "salmon", None, "rest", "set"), ("scalops for 2 people", "scallops", 2, None, "set"), ("no more noodles", "yakisoba_noodles", None, None, "remove"),
    ("Six adults would upgrade to filet mignon", "filet_mignon", 6, None, "set"), ("2 adults w/ lobster", "lobster_tail", 2, None, "set"), ("skip the edamame", "edamame", None, None, "remove"), ("we all want lobster", "lobster_tail", None, "all", "set"),
    ("DROP THE GYOZA", "gyoza", None, None, "remove"), ("lobster tail upgrade for 4", "lobster_tail", 4, None, "set"), ("couple of gyoza", "gyoza", 2, None, "set"), ("uh like four lobster tails", "lobster_tail", 4, None, "set"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "key", "quantity", "share", "mode"), ONE, ids=[row[0] for row in ONE])
def test_one_item(text: str, key: str, quantity: int | None, share: str | None, mode: str) -> None:
    assert [(item.key, item.quantity, item.share, item.mode) for item in find_items(text, MENU).mentions] == [
        (key, quantity, share, mode)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("11 adults in 94401, 3 of them w the lobster upgrade + 2 orders gyoza", {"lobster_tail": 3, "gyoza": 2}),
        (
            "14 adults and 5 children aged 6 to 10. Six adults would upgrade to filet mignon and three to scallops. In addition 10 portions of yakisoba noodles and 4 orders of gyoza.",
            {"filet_mignon": 6, "scallops": 3, "yakisoba_noodles": 10, "gyoza": 4},
        ),
        ("2 gyoza and 3 edamame", {"gyoza": 2, "edamame": 3}),
        ("gyoza x2, edamame x 3", {"gyoza": 2, "edamame": 3}),
        ("6 lobster 4 filet", {"lobster_tail": 6, "filet_mignon": 4}),
        ("lobster tails (4), scallops (2)", {"lobster_tail": 4, "scallops": 2}),
        ("4 want lobster, 3 want filet and 2 want salmon", {"lobster_tail": 4, "filet_mignon": 3, "salmon": 2}),
        ("3 lobster\n5 filet\n2 gyoza", {"lobster_tail": 3, "filet_mignon": 5, "gyoza": 2}),
    ],
)
def test_several_items(text: str, found: dict[str, int]) -> None:
    assert {item.key: item.quantity for item in find_items(text, MENU).mentions} == found


@pytest.mark.parametrize(
    "text",
    [
        "no extras at all",
        "no upgrades",
        "no add ons",
        "nah no extras we good",
        "No extras, thank you",
        "nothing extra",
        "no extras for now",
        "No upgrades are needed.",
        "just the basic menu",
        "nothing else",
        "dont need any add-ons",
    ],
)
def test_nothing_is_wanted(text: str) -> None:
    items = find_items(text, MENU)
    assert items.none_at_all and items.mentions == ()


def test_dropping_one_and_wanting_none() -> None:
    items = find_items("sorry, drop the gyoza. no extras at all please, just tell me the new total", MENU)
    assert items.none_at_all and [(item.key, item.mode) for item in items.mentions] == [("gyoza", "remove")]


def test_nothing_else_keeps_what_is_named() -> None:
    items = find_items("nothing else on top, just the 4 filets", MENU)
    assert not items.none_at_all and items.nothing_else
    assert [(item.key, item.quantity) for item in items.mentions] == [("filet_mignon", 4)]


@pytest.mark.parametrize(
    "text",
    [
        "every1 wants a third protein",
        "everyone wants three proteins instead of two",
        "all of us get 3 proteins rather than just 2",
    ],
)
def test_a_further_protein_for_all(text: str) -> None:
    assert [(item.share, item.mode) for item in find_items(text, MENU).mentions] == [("all", "extra")]


@pytest.mark.parametrize("text", ["5 people want an extra protein", "five of us want a third protein"])
def test_a_further_protein_without_a_name(text: str) -> None:
    assert [(item.key, item.quantity, item.mode) for item in find_items(text, MENU).mentions] == [(None, 5, "extra")]


@pytest.mark.parametrize(
    "text", ["12 adults in 94539", "hello", "", "saturday june 13 at 6pm", "the lobby", "shrimpy", "alone"]
)
def test_no_items(text: str) -> None:
    assert find_items(text, MENU).mentions == ()


@pytest.mark.parametrize(
    ("text", "adults"),
    [
        ("9 adults in 94560 if 4 of us take the lobster tail?", 9), ("14 adults. Six adults would upgrade to filet mignon", 14), ("24 adults, and 6 gyoza", 24), ("20 adults, 5 lobster", 20), ("12 adults with 4 filet mignon upgrades", 12),
    ],
)  # fmt: skip
def test_items_take_no_guests_away(text: str, adults: int) -> None:
    assert read_guests(text, taken=find_items(text, MENU).spans).adults == adults


@given(
    count=st.integers(1, 200),
    item=st.sampled_from(["lobster", "gyoza", "filet mignon", "salmon"]),
    frame=st.sampled_from(
        [
            "{n} {i}",
            "{n} orders of {i}",
            "{i} for {n} of us",
            "{n} people want {i}",
            "{i} x{n}",
            "{n} of us want the {i}",
        ]
    ),
)
def test_any_quantity_is_read_back(count: int, item: str, frame: str) -> None:
    (found,) = find_items(frame.format(n=count, i=item), MENU).mentions
    assert found.quantity == count


@given(text=st.text(max_size=200))
def test_spans_are_true(text: str) -> None:
    for item in find_items(text, MENU).mentions:
        assert text[item.span.start : item.span.end] == item.span.text


@pytest.mark.parametrize("guests", ["12 adults", "14 people", "a party of 20 guests", "15 of us"])
@pytest.mark.parametrize("behind", ["in 94536", "on saturday", "at 6pm", "this weekend"])
def test_who_eats_it_is_counted_once_the_party_is(guests: str, behind: str) -> None:
    (item,) = find_items(f"{guests}, lobster for 4 {behind}", MENU).mentions
    assert item.key == "lobster_tail" and item.quantity == 4
