"""PRC-02 and the public calculator: strict about its question, honest about what is not known."""

from typing import Any

import pytest
from httpx2 import AsyncClient
from sqlalchemy import text

from hibachi.kit.db import Database
from hibachi.quotes.schemas import QuoteRequest

QUOTES = "/api/v1/quotes"


async def stored(db: Database) -> int:
    async with db.transaction() as tx:
        return int(await tx.session.scalar(text("SELECT count(*) FROM quotes")) or 0)


def test_prc_02_the_question_has_exactly_these_names() -> None:
    schema = QuoteRequest.model_json_schema()
    assert schema["required"] == ["adults"]
    assert {"adults", "children", "protein_selections", "customer_zipcode", "event_date"} <= set(schema["properties"])
    assert schema["properties"]["adults"]["type"] == "integer"
    assert schema["properties"]["children"]["type"] == "integer"
    assert schema["properties"]["protein_selections"]["additionalProperties"]["type"] == "integer"
    assert schema["properties"]["event_date"]["anyOf"][0] == {"type": "string", "format": "date"}


async def test_prc_03_twenty_adults(client: AsyncClient) -> None:
    answer = await client.post(QUOTES, json={"adults": 20})
    quote = answer.json()
    assert answer.status_code == 201
    assert (quote["total"], quote["per_person"], quote["deposit"], quote["balance"]) == (
        "1100.00",
        "55.00",
        "100.00",
        "1000.00",
    )
    assert (quote["travel"], quote["travel_included"], quote["policy_version"]) == (None, False, 1)


async def test_everything_at_once(client: AsyncClient) -> None:
    answer = await client.post(
        QUOTES,
        json={
            "adults": 14,
            "children": 5,
            "protein_selections": {"filet mignon": 6, "scallops": 3, "chicken": 10},
            "extra_proteins": {"lobster": 1},
            "addons": {"noodles": 10, "gyoza": 4},
            "customer_zipcode": "94901",
            "event_date": "2026-06-13",
        },
    )
    quote = answer.json()
    # 770 + 150 + 30 + 15 + 50 + 40 = 1055, an extra lobster 25, travel 52
    assert (quote["food_total"], quote["travel_fee"], quote["total"]) == ("1080.00", "52.00", "1132.00")
    assert sum(int(line["amount"].replace(".", "")) for line in quote["lines"]) == 113200
    assert quote["sentences"][0] == "14 adults (13 and over) × $55 = $770"
    assert quote["party"]["proteins"] == {"chicken": 10}
    assert len(quote["certificate"]) == 64


async def test_a_quote_is_read_again(client: AsyncClient) -> None:
    quote = (await client.post(QUOTES, json={"adults": 9, "customer_zipcode": "94102"})).json()
    answer = await client.get(f"{QUOTES}/{quote['id']}")
    assert (answer.status_code, answer.json()) == (200, quote)


async def test_a_quote_that_is_not_there(client: AsyncClient) -> None:
    unknown = await client.get(f"{QUOTES}/0190a4be-0000-7000-8000-000000000000")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "unknown_quote")
    assert (await client.get(f"{QUOTES}/not-an-id")).status_code == 422


@pytest.mark.parametrize(
    ("zip_code", "why"), [("00000", "travel_unknown"), ("09001", "travel_unknown"), ("90001", "not_served")]
)
async def test_a_place_that_is_not_known_gives_no_total_and_says_why(
    client: AsyncClient, zip_code: str, why: str
) -> None:
    answer = await client.post(QUOTES, json={"adults": 20, "customer_zipcode": zip_code})
    quote = answer.json()
    assert (answer.status_code, quote["total"], quote["travel_fee"], quote["balance"]) == (201, None, None, None)
    assert (quote["unpriced"], quote["food_total"]) == (why, "1100.00")
    assert quote["sentences"][-1].startswith("No total")


BAD: tuple[Any, ...] = (
    {},
    {"adults": None},
    {"adults": -1},
    {"adults": 0},
    {"adults": 0, "children": 0, "toddlers": 3},
    {"adults": 20.5},
    {"adults": 20.0},
    {"adults": "20"},
    {"adults": True},
    {"adults": [20]},
    {"adults": 101},
    {"adults": 1001},
    {"adults": 10**30},
    {"adults": 20, "children": -1},
    {"adults": 20, "children": 1.5},
    {"adults": 20, "toddlers": 81},
    {"adults": 20, "protein_selections": {"lobster_tail": -1}},
    {"adults": 20, "protein_selections": {"lobster_tail": 1.5}},
    {"adults": 20, "protein_selections": {"lobster_tail": "4"}},
    {"adults": 20, "protein_selections": {"lobster_tail": 41}},
    {"adults": 20, "protein_selections": {"unicorn": 1}},
    {"adults": 20, "protein_selections": {"": 1}},
    {"adults": 20, "protein_selections": {"x" * 81: 1}},
    {"adults": 20, "protein_selections": ["lobster_tail"]},
    {"adults": 20, "protein_selections": {f"dish{number}": 1 for number in range(51)}},
    {"adults": 20, "addons": {"gyoza": 1001}},
    {"adults": 20, "addons": {"lobster_tail": 1}},
    {"adults": 20, "extra_proteins": {"gyoza": 1}},
    {"adults": 20, "customer_zipcode": "9453"},
    {"adults": 20, "customer_zipcode": "945390"},
    {"adults": 20, "customer_zipcode": "94539\n"},
    {"adults": 20, "customer_zipcode": "９４５３９"},
    {"adults": 20, "customer_zipcode": "SW1A 2AA"},
    {"adults": 20, "customer_zipcode": ""},
    {"adults": 20, "customer_zipcode": 94539},
    {"adults": 20, "event_date": "2026-02-30"},
    {"adults": 20, "event_date": "2026-03-03"},
    {"adults": 20, "event_date": "1999-01-01"},
    {"adults": 20, "event_date": "03/14/2026"},
    {"adults": 20, "event_date": "2026-03-14T18:00:00"},
    {"adults": 20, "event_date": 1773446400},
    {"adults": 20, "event_date": ""},
    {"adults": 20, "total": "1.00"},
    [],
    "adults",
)


async def test_a_bad_question_is_refused_and_stores_nothing(client: AsyncClient, loaded: Database) -> None:
    for body in BAD:
        answer = await client.post(QUOTES, json=body)
        assert answer.status_code == 422, (body, answer.text)
        assert set(answer.json()) >= {"code", "message", "next_step"}
    assert await stored(loaded) == 0


@pytest.mark.parametrize("raw", [b"{", b"", b"\x00", b'{"adults": NaN}', b'{"adults": 1e400}'])
async def test_broken_json_is_refused(client: AsyncClient, loaded: Database, raw: bytes) -> None:
    answer = await client.post(QUOTES, content=raw, headers={"Content-Type": "application/json"})
    assert answer.status_code in (400, 422)
    assert await stored(loaded) == 0


async def test_a_null_byte_in_a_dish_is_refused(client: AsyncClient, loaded: Database) -> None:
    answer = await client.post(QUOTES, json={"adults": 20, "protein_selections": {"lob\x00ster": 1}})
    assert answer.status_code == 422
    assert await stored(loaded) == 0


async def test_today_is_not_the_past_in_the_zone_of_the_party(client: AsyncClient) -> None:
    """The clock stands on March 4, ten in the morning in California: today there, and in Honolulu too."""
    for zip_code in ("94539", "96813"):
        answer = await client.post(
            QUOTES, json={"adults": 20, "customer_zipcode": zip_code, "event_date": "2026-03-04"}
        )
        assert answer.status_code == 201
    yesterday = await client.post(QUOTES, json={"adults": 20, "event_date": "2026-03-03"})
    assert yesterday.json()["code"] == "date_in_the_past"


async def test_a_refusal_says_what_exists(client: AsyncClient) -> None:
    answer = await client.post(QUOTES, json={"adults": 20, "protein_selections": {"ribeye": 2}})
    refused = answer.json()
    assert refused["code"] == "invalid_party"
    assert refused["message"] == '"ribeye" is not a protein of the menu.'
    assert "lobster tail" in refused["next_step"]


async def test_the_same_question_with_a_key_is_one_quote(client: AsyncClient, loaded: Database) -> None:
    headers = {"Idempotency-Key": "quote-1"}
    first = await client.post(QUOTES, json={"adults": 20}, headers=headers)
    again = await client.post(QUOTES, json={"adults": 20}, headers=headers)
    other = await client.post(QUOTES, json={"adults": 21}, headers=headers)
    assert (first.json(), again.status_code) == (again.json(), 201)
    assert (other.status_code, await stored(loaded)) == (422, 1)
