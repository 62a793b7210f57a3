"""Numbers told by pointing at others are the numbers meant; what points at nothing stays as it is."""

import pytest

from hibachi.language.told_by_reference import pointed_out


@pytest.mark.parametrize("lead", ["we invited", "i invited", "we expected", "We had planned for", "we asked"])
@pytest.mark.parametrize("invited", [12, 20, 31])
@pytest.mark.parametrize("less", [1, 4, 7])
@pytest.mark.parametrize("gone", ["can't make it", "said no", "cancelled", "declined", "dropped out", "won't come"])
def test_who_comes_is_who_was_invited_less_who_declined(lead: str, invited: int, less: int, gone: str) -> None:
    assert f"we are {invited - less} people" in pointed_out(f"hi! {lead} {invited} but {less} {gone}, 94536, how much?")


@pytest.mark.parametrize("age", [4, 8, 12])
@pytest.mark.parametrize("child", ["my son (he's {})", "my daughter is {}", "our son, who is {},", "a boy ({})"])
@pytest.mark.parametrize("same", ["same age as him", "all the same age", "his age", "about the same age"])
def test_the_same_age_is_the_age_of_the_one_child(age: int, child: str, same: str) -> None:
    assert f"all {age}" in pointed_out(f"10 adults, {child.format(age)} and 5 of his buddies, {same}")


@pytest.mark.parametrize(
    "text",
    [
        "14 adults but 2 are vegan",
        "we are 14 and 4 can't eat gluten",
        "10 adults, 2 kids (5 and 9), 3 friends of the same age",
        "is there a same age discount",
        "we invited 4 but 20 can't wait",
    ],
)
def test_what_points_at_nothing_stays(text: str) -> None:
    assert pointed_out(text) == text


@pytest.mark.parametrize("months", [3, 6, 11])
@pytest.mark.parametrize("row", ["{}, 2 and 5 years old", "{} and 4 yrs", "{}, 7, 9 yo"])
@pytest.mark.parametrize("unit", ["months", "mos", "month old"])
def test_a_row_of_ages_that_begins_with_a_baby_is_in_years(months: int, row: str, unit: str) -> None:
    assert pointed_out(f"kids are {row.format(f'{months} {unit}')}") == f"kids are {row.format(1)}"


@pytest.mark.parametrize("more", [1, 3])
def test_who_joined_after_others_dropped_out_is_counted_too(more: int) -> None:
    assert f"we are {16 + more} adults" in pointed_out(f"was gonna be 18 adults but 2 dropped out and {more} joined")


@pytest.mark.parametrize("who", ["bride", "the bride", "the groom", "the bride-to-be"])
@pytest.mark.parametrize("link", [" + ", " and ", " & ", " plus "])
def test_who_is_honoured_eats_too(who: str, link: str) -> None:
    assert (
        pointed_out(f"bachelorette!! {who}{link}11 bridesmaids, 94063") == "bachelorette!! me and 11 bridesmaids, 94063"
    )
