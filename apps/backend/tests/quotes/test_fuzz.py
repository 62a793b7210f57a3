"""Whatever is sent to the public calculator: an answer of its own form, never a 5xx, and no price without a party."""

from typing import Any

from httpx2 import AsyncClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hibachi.kit.db import Database
from hibachi.quotes import api
from tests.business import client_of

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=6,
)
DISHES = st.sampled_from(["lobster", "filet", "chicken", "gyoza", "edamame", "any", "ribeye", "extra", "\x00", "’"])
PORTIONS = st.dictionaries(DISHES, st.integers(-3, 60), max_size=3)
BODIES = st.fixed_dictionaries(
    {"adults": st.integers(-5, 130) | JUNK},
    optional={
        "children": st.integers(-5, 60) | JUNK,
        "toddlers": st.integers(-5, 60) | JUNK,
        "protein_selections": PORTIONS | JUNK,
        "extra_proteins": PORTIONS | JUNK,
        "addons": PORTIONS | JUNK,
        "customer_zipcode": st.sampled_from(["94539", "95616", "00000", "99999", "96813"]) | JUNK,
        "event_date": st.dates().map(str) | JUNK,
    },
)


async def ask(client: AsyncClient, body: Any) -> None:
    answer = await client.post("/api/v1/quotes", json=body)
    told = answer.json()
    assert answer.status_code in (201, 422), answer.text
    if answer.status_code == 422:
        assert set(told) >= {"code", "message", "next_step"}
        return
    cents = [int(line["amount"].replace(".", "")) for line in told["lines"]]
    assert told["party"]["adults"] + told["party"]["children"] >= 1
    assert (told["total"] is None) == (told["unpriced"] is not None)
    assert told["total"] is None or int(told["total"].replace(".", "")) == sum(cents)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=BODIES | JUNK)
async def test_any_question_gets_an_answer_of_its_own_form(loaded: Database, body: Any) -> None:
    async with client_of(loaded, api.router) as client:
        await ask(client, body)
