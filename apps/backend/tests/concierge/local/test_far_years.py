"""A day of another year that is far away is read back with its year; a near one is not."""

from datetime import date, timedelta

import pytest

from hibachi.concierge.local.wording.formats import FAR_DAYS, dated
from tests.concierge.local.talk import Talk

YES = ("Dana Whitfield", "yes")


@pytest.mark.parametrize("on", ["january 22 2027", "feb 20 2027", "1/23/2027", "april 3rd 2027"])
def test_a_party_of_another_year_is_read_back_with_it(on: str) -> None:
    talk = Talk(seed=on)
    free = talk.say(f"party for 12 adults on {on} at 6pm, fremont 94536")
    assert ", 2027 at 6 PM" in free.text
    summed = talk.say(YES[0]) if "name" in free.text else talk.say("yes please, Dana Whitfield")
    summed = summed if "deposit" in summed.text else talk.say("yes please book it")
    assert ", 2027 at 6 PM" in summed.text
    assert ", 2027 at 6 PM" in talk.say(YES[1]).text


@pytest.mark.parametrize("on", ["march 21", "november 7", "december 12"])
def test_a_day_of_this_year_needs_none(on: str) -> None:
    assert "2026" not in Talk(seed=on).say(f"party for 12 adults on {on} at 6pm, fremont 94536").text


def test_a_day_of_next_year_that_is_near_needs_none() -> None:
    today = date(2026, 12, 1)
    for ahead in (40, FAR_DAYS):
        assert "2027" not in dated(today + timedelta(days=ahead), today)
    assert dated(today + timedelta(days=FAR_DAYS + 1), today.isoformat()).endswith(", 2027")
    assert "2027" not in dated("2027-08-22", None)
